"""What one nomination has to hand in: what is missing, and the one screen where it is written, chosen and sent up."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from brands.nominations import entry, filling, gaps, links, permissions, queries
from brands.nominations.entry import Entry
from brands.nominations.gaps.texts import demand
from brands.nominations.material.rules import FileRule, ImageRule, Rule, TextRule, VideoRule
from brands.nominations.material_forms import AnswersForm, FilmForm, PaperForm, PhotosForm
from brands.nominations.models import Attachment, Nomination
from brands.nominations.views.handing_out import handed_out
from cms.core.forms import VerbForm
from cms.core.refusals import Refused

# What is sent from a rule's own box: address → form, kind of rule, verb, what is said when it is done.
ACTS = {
    "photos": (PhotosForm, ImageRule, filling.choose_photos, "选好了。"),
    "film": (FilmForm, VideoRule, filling.choose_film, "选好了。"),
    "paper": (PaperForm, FileRule, filling.add_paper, "收到了。"),
}


@dataclass
class Box:
    """One rule with what is there for it, and the form to change it."""

    act: str
    rule: Rule
    form: VerbForm
    papers: list[Attachment]
    photos: list


@never_cache
@login_required
def page(request, pk: int):
    """Show what is missing and everything that is written for this nomination; POST keeps what was written."""
    nomination = _nomination(request, pk)
    asked = entry.of(nomination, live=nomination.in_countys_hands)
    form = _answers(nomination, asked, request.POST or None)
    if request.method == "POST" and form.take(filling.fill, nomination=nomination, user=request.user):
        messages.success(request, "存好了。")
        return redirect("nominations:materials", pk)
    return _page(request, nomination, asked, form, _boxes(asked))


@never_cache
@login_required
def take(request, pk: int, act: str):
    """Keep what one rule's box says."""
    nomination = _nomination(request, pk)
    if request.method != "POST":
        return redirect("nominations:materials", pk)
    asked = entry.of(nomination, live=nomination.in_countys_hands)
    boxes = _boxes(asked)
    box = next((box for box in boxes if (box.act, box.rule.key) == (act, request.POST.get("rule"))), None)
    if box is None:
        raise Http404
    form_class, _, verb, done = ACTS[act]
    box.form = form_class(request.POST, request.FILES, asked=asked, rule=box.rule)
    if box.form.take(verb, nomination=nomination, user=request.user, rule=box.rule.key):
        messages.success(request, done)
        return redirect("nominations:materials", pk)
    return _page(request, nomination, asked, _answers(nomination, asked), boxes)


@never_cache
@login_required
def drop(request, pk: int, paper_pk: int):
    """Take a paper out again."""
    nomination = _nomination(request, pk)
    paper = get_object_or_404(nomination.attachments.exclude(file=""), pk=paper_pk)
    if request.method == "POST":
        try:
            filling.drop_paper(nomination=nomination, user=request.user, paper=paper)
            messages.success(request, "去掉了。")
        except Refused as refusal:
            messages.error(request, refusal.reason)
    return redirect("nominations:materials", pk)


@never_cache
@login_required
@require_safe
def paper(request, pk: int, paper_pk: int):
    """Hand out a paper, to those who may see its nomination and to nobody else."""
    kept = get_object_or_404(_nomination(request, pk).attachments.exclude(file=""), pk=paper_pk)
    return handed_out(kept.file.open(), kept.name)


def _nomination(request, pk: int) -> Nomination:
    seen = queries.listed(request.user).select_related("case__live_revision", "revision")
    return get_object_or_404(seen, pk=pk)


def _answers(nomination: Nomination, asked: Entry, data=None) -> AnswersForm:
    return AnswersForm(data, asked=asked, carried=filling.carried(nomination))


def _boxes(asked: Entry) -> list[Box]:
    boxes = []
    for act, (form_class, kind, *_) in ACTS.items():
        for rule in asked.of_kind(kind):
            if kind is ImageRule and rule.which == "cover":
                continue
            papers = asked.files(rule) if kind is FileRule else []
            photos = asked.pictures(rule) if kind is ImageRule else []
            boxes.append(Box(act, rule, form_class(asked=asked, rule=rule), papers, photos))
    return boxes


def _page(request, nomination: Nomination, asked: Entry, form: AnswersForm, boxes: list[Box]):
    mine = nomination.in_countys_hands
    found = gaps.of(asked, everywhere=queries.is_city(request.user)) if mine else []
    context = {
        "nomination": nomination,
        "call": nomination.call,
        "ways": links.ways(found, asked, request.user),
        "blocking": sum(gap.blocking for gap in found),
        "texts": [(rule, demand(rule)) for rule in asked.of_kind(TextRule)],
        "form": form,
        "boxes": boxes,
        "open": mine,
        "may": mine and bool(permissions.may_prepare(request.user, nomination.place)),
    }
    return render(request, "nominations/materials.html", context)
