"""What waits for those who write: cases that came back, and drafts not handed in."""

from django.urls import reverse

from brands.models import CasePage
from brands.queries import State, with_state
from cms.desk.todos import Todo
from cms.review.models import Decision

MOST_DRAFTS = 5
LONGEST = 120


def writing_todos(user):
    """Yield a card for each of the person's own cases that was sent back, then for the drafts they touched last."""
    mine = with_state(CasePage.objects.filter(owner=user)).order_by("-latest_revision_created_at")
    waiting = list(mine.filter(state__in=(State.RETURNED, State.DRAFT)))
    returned = [case for case in waiting if case.state == State.RETURNED]
    drafts = [case for case in waiting if case.state == State.DRAFT][:MOST_DRAFTS]
    decisions = _newest_returns(returned)
    yield from (_returned(case, decisions.get(case.pk)) for case in returned)
    yield from (_draft(case) for case in drafts)


def _newest_returns(cases) -> dict[int, Decision]:
    found = Decision.objects.filter(page__in=[case.pk for case in cases], verdict=Decision.Verdict.RETURNED)
    return {decision.page_id: decision for decision in found.order_by("at", "pk")}


def _returned(case, decision: Decision | None) -> Todo:
    words = [decision.comment, *(note for _, note in decision.notes)] if decision else []
    said = "；".join(word.rstrip("。；") for word in words if word)
    who = f"{decision.get_step_display()}意见：" if decision else ""
    return Todo(
        f"《{case.draft_title}》", reverse("submissions:edit", args=[case.pk]), "去修改", tag="退回修改", tone="gold",
        detail=who + (said if len(said) <= LONGEST else said[:LONGEST] + "……"), due=decision.at if decision else None,
    )  # fmt: skip


def _draft(case) -> Todo:
    return Todo(
        f"《{case.draft_title}》",
        reverse("submissions:edit", args=[case.pk]),
        "接着写",
        tag="没写完的稿子",
        tone="green",
        detail="写好了交上去；不写了可以丢掉。",
    )
