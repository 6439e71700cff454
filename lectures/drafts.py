"""From a record to a draft: the rooms that keep stories and news register how theirs begin, and lectures know no more.

The hook `register_draft_from_record` takes nothing and returns a dict: `slug`, `label` (what the button says), `order`,
and `begin(told=…, place=…, user=…)`, which makes the page and returns it.
"""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex

from cms.core.refusals import Refused
from cms.notices.telling import tell
from cms.places import scope
from cms.places.models import Membership, Role
from cms.review import queries
from lectures.models import Session, SessionRecord
from lectures.retold import retell
from media.models import CustomImage

WRITERS = (Role.CONTRIBUTOR, Role.EDITOR)


def kinds(user, session: Session) -> list[dict]:
    """Return the kinds of text that this person may begin from the session's record."""
    if not scope.holds(user, *WRITERS, path=session.place.path):
        return []
    return sorted((make() for make in hooks.get_hooks("register_draft_from_record")), key=lambda kind: kind["order"])


@transaction.atomic
def begin(*, record: SessionRecord, slug: str, user):
    """Make a draft of this kind from a record, owned by the person; it reaches readers through review only."""
    scope.forget(user)
    found = next((kind for kind in kinds(user, record.session) if kind["slug"] == slug), None)
    if found is None:
        raise Refused("写稿由当地的供稿员或编辑来做。")
    page = found["begin"](told=retell(record), place=record.session.place, user=user)
    ReferenceIndex.create_or_update_for_object(page)  # at once: the way back to it waits for no worker
    _tell_editors(page, record.session, user)
    return page


def with_photos_of(user, record: SessionRecord) -> list:
    """Return the texts, begun from the record or not, that show its photos and that this person may change."""
    kind = ContentType.objects.get_for_model
    photos = [str(pk) for pk in record.photos.values_list("pk", flat=True)]
    used = ReferenceIndex.objects.filter(to_content_type=kind(CustomImage), to_object_id__in=photos)
    pages = used.filter(base_content_type=kind(Page)).values_list("object_id", flat=True)
    found = (queries.editable(user, int(pk)) for pk in sorted(set(pages), key=int))
    return [page for page in found if page]


def _tell_editors(page, session: Session, user) -> None:
    """Tell the county's editors, who go on with it: they can ask those in the pictures and write more."""
    county = scope.county_path(session.place.path)
    held = Membership.objects.current().filter(role=Role.EDITOR, place__path=county)
    editors = get_user_model().objects.filter(is_active=True, pk__in=held.values("user")).exclude(pk=user.pk)
    tell(
        editors,
        title=f"{session.place.title}从宣讲记录起了一篇稿子：《{page.title}》",
        body="内容可以接着补；照片里的人，发布前还要问一声。",
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        key=f"begun-{page.pk}",
    )
