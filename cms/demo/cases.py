"""Thirty cases, one or more in every state of review."""

import datetime as dt
import json

from django.utils import timezone

from brands.models import BrandProjectPage, CaseIndexPage, CasePage
from brands.models.case import PARTS, Category
from cms.demo import content, passing
from cms.demo.pages import value_of, write
from cms.places.models import Membership, Role
from cms.review import decisions
from cms.review.steps import Step

WAITING = {
    "in_look": (),
    "in_first": (Step.LOOK,),
    "in_second": (Step.LOOK, Step.FIRST),
    "in_final": (Step.LOOK, Step.FIRST, Step.SECOND),
}


def build(album) -> dict[str, CasePage]:
    """Write every case and bring it to its state; return the published ones by key."""
    return {item["key"]: _case(number, item, album) for number, item in enumerate(content.cases())}


def _case(number: int, item: dict, album) -> CasePage:
    photos = [content.picture(album[photo["scene"]], photo["caption"]) for photo in item["photos"]]
    quote = next(iter(item.get("quotes", [])), {})
    first = {"scene": item["photos"][0]["scene"]} if item["photos"] else {}
    page = write(
        CasePage,
        CaseIndexPage,
        item | first,
        album,
        category=value_of(Category, item["category"]),
        brands=list(BrandProjectPage.objects.filter(title=item["brand"])) if item["brand"] else [],
        period_start=content.day(item["period_start"]),
        period_end=content.day(item["period_end"]),
        **{field: item.get(field, "").strip() for field, _ in PARTS},
        figures_body=content.figures(item),
        pictures_body=json.dumps(photos),
        quote=quote.get("text", ""),
        quote_by=quote.get("who", ""),
        authors=json.dumps([{"type": "author", "value": author} for author in item["authors"]]),
        coverage=json.dumps(
            [{"type": "coverage", "value": {"url": "", **report}} for report in item.get("coverage", [])]
        ),
    )
    _bring(page, item, number)
    return page


def _bring(page: CasePage, item: dict, number: int) -> None:
    """Bring a draft to the state that its item names; a nomination's state needs a published case first."""
    state, today = item["state"], timezone.localdate()
    if state == "draft":
        return
    if state in WAITING:
        decisions.submit(page=page, user=page.owner)
        passing.approve(page, *WAITING[state])
        passing.set_clock(page, today - dt.timedelta(days=2 + 2 * len(WAITING[state])))
        return
    if state == "returned":
        decisions.submit(page=page, user=page.owner)
        passing.approve(page, Step.LOOK)
        passing.send_back(page, item["returned_comment"])
        passing.set_clock(page, today - dt.timedelta(days=5))
        return
    passing.publish(page, _published_on(item, number))
    if state == "corrected":
        _correct(page, item["correction"])
    if state == "taken_down":
        reviewer = Membership.objects.get(place__path=page.path[:12], role=Role.REVIEWER).user
        decisions.take_down(page=page, user=reviewer, reason=item["takedown_reason"])


def _published_on(item: dict, number: int) -> dt.date:
    """Return a day soon after the period the case covers, in time for the call of 2026."""
    return min(
        content.day(item["period_end"]) + dt.timedelta(days=40 + number),
        dt.date(2026, 8, 1) + dt.timedelta(days=number),
    )


def _correct(page: CasePage, sentence: str) -> None:
    """Change a published case by the public way: a new revision, a correction, a second round."""
    page = CasePage.objects.get(pk=page.pk)
    page.save_revision(user=page.owner)
    decisions.submit(page=page, user=page.owner, correction=sentence)
    passing.approve(page, *Step)
