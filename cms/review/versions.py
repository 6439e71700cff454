"""Which earlier version a page in review is compared with."""

from dataclasses import dataclass

from wagtail.models import Revision, TaskState

from cms.review import compare
from cms.review.models import Decision
from cms.review.steps import Step

RETURNED, PUBLISHED = "returned", "live"
NAMES = {RETURNED: "上次退回之后", PUBLISHED: "和已经发布的相比"}


@dataclass(frozen=True)
class Base:
    """What changed, since when, and the other comparison that can be had."""

    name: str
    changes: list[compare.Change]
    other: tuple[str, str] | None  # (its key, its name)


def base_for(state: TaskState, page, *, prefer: str = "") -> Base | None:
    """Compare with what was last sent back in this round, else with what is published; None when there is neither."""
    found = {RETURNED: _returned(state), PUBLISHED: _published(state, page)}
    found = {key: revision for key, revision in found.items() if revision}
    if not found:
        return None
    key = prefer if prefer in found else next(iter(found))
    others = [(other, NAMES[other]) for other in found if other != key]
    return Base(NAMES[key], compare.changes(found[key].as_object(), page), others[0] if others else None)


def published_base(page) -> Base | None:
    """Compare a draft with what is published, for its author."""
    revision = page.live_revision
    return Base(NAMES[PUBLISHED], compare.changes(revision.as_object(), page), None) if revision else None


def _returned(state: TaskState) -> Revision | None:
    """Return the latest other revision that this round has decided about."""
    decided = state.workflow_state.decisions.filter(revision__isnull=False, revision_id__lt=state.revision_id)
    last = decided.select_related("revision").last()
    return last.revision if last else None


def _published(state: TaskState, page) -> Revision | None:
    """Return what is public, or was before it was taken down."""
    approved = Decision.objects.filter(page_id=page.pk, step=Step.FINAL, verdict=Decision.Verdict.APPROVED)
    last = approved.filter(revision_id__lt=state.revision_id).select_related("revision").last()
    return last.revision if last else None
