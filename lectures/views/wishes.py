"""我想听: the page for everybody, and the office's list."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lectures import permissions, wishes
from lectures.forms.asking import WishForm
from lectures.forms.wishes import AnswerForm, HideForm, MergeForm
from lectures.limits import WISHING
from lectures.reading import Reading

PAGE = Reading("我想听", "想听什么，写一句话。常有人想听的，我们去找人、去备课。")
PER_PAGE, SHOWN = 30, 20
STEPS = {
    "merge": (MergeForm, wishes.merge, "并好了。"),
    "hide": (HideForm, wishes.hide, "收起来了。"),
    "show": (HideForm, lambda **said: wishes.hide(hidden=False, **said), "放回来了。"),
    "answer": (AnswerForm, wishes.answer, "挂上了，“我想听”那一页看得到。"),
}


@never_cache
def wish(request):
    """Say what one would like to hear about."""
    form = WishForm(request.POST or None)
    if request.method == "POST" and form.take(lambda **said: _suggest(request, **said)):
        messages.success(request, "记下了，谢谢您。有课了会写在这一页上。")
        return redirect("lectures:wish")
    answered = wishes.answered().select_related("course")[:SHOWN]
    return render(request, "lectures/wishes/wish.html", {"page": PAGE, "form": form, "answered": answered})


def _suggest(request, **said):
    WISHING.take(request)
    return wishes.suggest(**said)


@never_cache
@login_required
@require_safe
def index(request):
    """List what people would like to hear about, the newest first."""
    if not permissions.schedules(request.user):
        raise Http404
    return _list(request)


@never_cache
@login_required
@require_POST
def take(request, pk: int, name: str):
    """Merge one wish, put it aside, or say that there is a course for it."""
    one = get_object_or_404(wishes.for_user(request.user), pk=pk)
    if name not in STEPS:
        raise Http404
    form_class, verb, done = STEPS[name]
    form = form_class(request.POST, user=request.user)
    if form.take(verb, wish=one, user=request.user):
        messages.success(request, done)
        return redirect("lectures_desk:wishes")
    return _list(request, {"pk": pk, "name": name, "form": form})


def _list(request, refused: dict | None = None):
    found = wishes.for_user(request.user).filter(merged_into=None).select_related("place", "course")
    hidden = request.GET.get("hidden") == "1"
    found = found.filter(hidden=hidden).prefetch_related("merged")
    context = {
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "hidden": hidden,
        "query": "hidden=1" if hidden else "",
        "others": list(MergeForm(user=request.user).offered()),
        "courses": list(AnswerForm(user=request.user).offered()),
        "refused": refused,
    }
    return render(request, "lectures/wishes/index.html", context)
