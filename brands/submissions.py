"""The verbs of those who write: begin, save, submit, revise, throw away."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from wagtail.models import Page, TaskState, WorkflowState

from brands import drafting, photos
from brands.gaps import gaps_of
from brands.models import CaseIndexPage, CasePage
from brands.opening import allow, newest, refuse_if_closed
from brands.permissions import may_write_for
from cms.core.refusals import Refused
from cms.places import scope
from cms.places.founding import index_of
from cms.places.models import PlacePage
from cms.review import decisions
from cms.review.beginning import free_slug


@dataclass(frozen=True)
class Saved:
    """What a save came to: the page, its content as it stands, and what others changed in the same fields meanwhile."""

    page: CasePage
    content: dict
    conflicts: dict


@transaction.atomic
def start_draft(*, user, key: UUID, content: dict, base: dict | None = None, own: dict | None = None) -> Saved:
    """Begin a case for the place in its content, or, when one was begun under this key, save into that one."""
    place = PlacePage.objects.get(pk=content["place"])
    allow(may_write_for(user, place))
    index = _case_index(place)
    if begun := CasePage.objects.filter(draft_key=key).first():
        return save_draft(page=begun, user=user, content=content, base=base, own=own)
    page = CasePage(owner=user, draft_key=key, live=False, title=content["title"] or drafting.UNTITLED, place=place)
    page.slug = _free_slug(page, index)
    index.add_child(instance=page)
    before = drafting.content_of(page)
    return _write(page, user, before, drafting.Merge(before | content, {}))


@transaction.atomic
def save_draft(*, page: CasePage, user, content: dict, base: dict | None = None, own: dict | None = None) -> Saved:
    """Save what was typed, field by field; what others saved since `base` is never written over (drafting.merge)."""
    page = newest(page, user=user)
    before = drafting.content_of(page)
    merged = drafting.merge(base or {}, content, before, own)
    if merged.content == before:
        return Saved(page, before, merged.conflicts)
    refuse_if_closed(page)
    if merged.content["place"] != page.place_id:
        _check_move(page, user, merged.content["place"])
    return _write(page, user, before, merged)


@transaction.atomic
def submit_case(*, page: CasePage, user) -> WorkflowState:
    """Send a case that has never been public into review; Refused names every field that still lacks something."""
    page = newest(page, user=user)
    _refuse_gaps(page)
    return decisions.submit(page=page, user=user)


@transaction.atomic
def revise_case(*, page: CasePage, user, correction: str) -> WorkflowState:
    """Send the changes to a published case into review, with the sentence that its readers will see."""
    page = newest(page, user=user)
    if page.live and page.latest_revision_id == page.live_revision_id:
        raise Refused("还没有改动，不用再审。先把要改的地方改好、存好。")
    _refuse_gaps(page)
    return decisions.submit(page=page, user=user, correction=correction)


@transaction.atomic
def discard_draft(*, page: CasePage, user) -> None:
    """Throw away one's own draft that nobody else has ever been shown."""
    page = newest(page, user=user)
    if page.owner_id != user.pk:
        raise Refused("只有写稿的人能丢掉草稿。")
    if page.first_published_at or page.rounds.exists():
        raise Refused("交过的稿子要留底，不能丢掉。")
    page.delete()


def _write(page, user, before: dict, merged: drafting.Merge) -> Saved:
    """Keep the merged content: in a revision, and in the row too while no reader sees it."""
    photos.describe_all(page, user, before, merged.content)
    drafting.lay_on(page, merged.content)
    if page.first_published_at is None and merged.content["title"] != before["title"]:
        page.slug = _free_slug(page, page.get_parent())
    overwritten = page.latest_revision if _still_private(page, user) else None
    if not page.live:
        page.save()
    page.save_revision(user=user, overwrite_revision=overwritten)
    return Saved(page, drafting.content_of(page), merged.conflicts)


def _still_private(page, user) -> bool:
    """Say whether saving may replace the newest revision: it is the writer's own, nobody has judged or published it."""
    latest = page.latest_revision
    if latest is None or latest.user_id != user.pk or TaskState.objects.filter(revision=latest).exists():
        return False
    return page.last_published_at is None or latest.created_at > page.last_published_at


def _free_slug(page, parent) -> str:
    return free_slug(page.title, parent, but=page.pk, otherwise="anli")


def _case_index(place: PlacePage) -> CaseIndexPage:
    """Return the county's section of cases, locked, so that two writers never add a page at one place in the tree."""
    county = PlacePage.objects.get(path=scope.county_path(place.path))
    index = index_of(county, CaseIndexPage)
    Page.objects.select_for_update().get(pk=index.pk)
    return CaseIndexPage.objects.get(pk=index.pk)


def _check_move(page, user, place_id) -> None:
    """Refuse a new place in another county, or one that the person does not write for."""
    place = PlacePage.objects.filter(pk=place_id, path__startswith=page.owner_path).first()
    if place is None:
        raise Refused("这个地方不在本县（市、区）里。", place="选一个本县（市、区）的地方。")
    allow(may_write_for(user, place))


def _refuse_gaps(page) -> None:
    if missing := gaps_of(page):
        raise Refused(f"还差 {len(missing)} 处，补上就能交。写好的都在。", **missing)
