"""What came of a session: written down once, put right with its history, from a phone that may be without a network."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cms.core.chores import chore
from cms.core.refusals import Refused
from cms.pages import page_cache
from lectures import permissions, scheduling
from lectures.journal import note
from lectures.locks import hold
from lectures.models import Session, SessionEvent, SessionRecord, SessionState
from media import phone

Kind = SessionEvent.Kind
MOST_PHOTOS = 3
WORDS = ("sentence", "voice", "voice_from")


def record(*, session, user, head_count, services=(), photos=(), draft_key: UUID | None = None, **words):
    """Write down what came of a session; `words` are some of WORDS, `photos` are files from a phone.

    A draft that is sent twice, under the same key, is one record.
    """
    if found := _sent_before(session, draft_key):
        return found
    _allow(user, session)
    _room_for(photos, 0)
    images = _keep(photos, session, user)
    try:
        done = _record(session, user, {"head_count": head_count, **words}, services, images, draft_key)
    except Exception:
        _discard(images)
        raise
    _discard(set(images) - set(done.photos.all()))
    return done


def amend_record(*, record, user, head_count, services=(), photos=(), without=(), **words) -> SessionRecord:
    """Put a record right; what it said before stays in the trail. `without` are pictures to leave out."""
    _allow(user, record.session)
    images = _keep(photos, record.session, user)
    try:
        return _amend(record, user, {"head_count": head_count, **words}, services, images, without)
    except Exception:
        _discard(images)
        raise


@chore(every=dt.timedelta(minutes=30))
def hold_what_has_ended() -> int:
    """Mark the confirmed sessions that have ended as held; return how many."""
    ended = Session.objects.filter(state=SessionState.CONFIRMED, ends_at__lte=timezone.now())
    return sum(_hold_one(session) for session in list(ended))


@transaction.atomic
def _hold_one(session: Session) -> bool:
    session = hold(None, session=session).session
    if session.state != SessionState.CONFIRMED or session.ends_at > timezone.now():
        return False
    scheduling.end(session=session, user=None)
    return True


@transaction.atomic
def _record(session, user, said: dict, services, images: list, draft_key) -> SessionRecord:
    session = hold(user, session=session).session
    _allow(user, session)
    if found := _sent_before(session, draft_key):
        return found
    if session.state == SessionState.CANCELLED:
        raise Refused("这一场取消了，没有可以记的。")
    if session.starts_at > timezone.now():
        raise Refused("这一场还没有开讲，讲了再来记。")
    if session.state == SessionState.RECORDED:
        raise Refused("这一场刚刚有人记过了。看看写得对不对，要改就更正。")
    elsewhere = SessionRecord.objects.filter(draft_key=draft_key).exists()  # a key copied by hand counts for nothing
    made = SessionRecord(session=session, draft_key=None if elsewhere else draft_key, recorded_by=user)
    _write(made, said)
    made.services.set(services)
    made.photos.set(images)
    scheduling.record(session=session, user=user, told=_told(made))
    page_cache.renew()
    return made


@transaction.atomic
def _amend(record, user, said: dict, services, images: list, without: Iterable) -> SessionRecord:
    session = hold(user, session=record.session).session
    _allow(user, session)
    record = SessionRecord.objects.get(pk=record.pk)
    before = _told(record)
    record.photos.remove(*without)
    _room_for(images, record.photos.count())
    record.photos.add(*images)
    record.services.set(services)
    _write(record, said)
    after = _told(record)
    changed = [name for name in after if before[name] != after[name]]
    if changed:
        record.amended_at = timezone.now()
        record.save(update_fields=["amended_at"])
        note(session, Kind.AMENDED, user, {name: before[name] for name in changed}, {n: after[n] for n in changed})
        page_cache.renew()
    return record


def _write(record: SessionRecord, said: dict) -> None:
    """Lay what was said on the record and save it; Refused names the fields that do not hold it."""
    unknown = set(said) - {"head_count", *WORDS}
    if unknown:
        raise TypeError(f"a record has no {', '.join(sorted(unknown))}")
    for name, value in said.items():
        setattr(record, name, value.strip() if isinstance(value, str) else value)
    try:
        record.clean_fields(exclude=("session", "recorded_by", "draft_key"))
    except ValidationError as error:
        words = {name: " ".join(sentences) for name, sentences in error.message_dict.items()}
        raise Refused("有几处要改，写好的都在。", **words) from error
    record.save()


def _told(record: SessionRecord) -> dict:
    """Return what a record says, as its trail keeps it."""
    said = {name: getattr(record, name) for name in ("head_count", *WORDS)}
    services = list(record.services.values_list("name", flat=True))
    pictures = sorted(record.photos.values_list("title", "pk"))
    return said | {"services": services, "photos": [f"{title}（{pk}）" for title, pk in pictures]}


def _sent_before(session: Session, draft_key: UUID | None) -> SessionRecord | None:
    return SessionRecord.objects.filter(session=session, draft_key=draft_key).first() if draft_key else None


def _allow(user, session: Session) -> None:
    verdict = permissions.may_record(user, session)
    if not verdict:
        raise Refused(verdict.reason)


def _room_for(photos, there: int) -> None:
    if len(photos) + there > MOST_PHOTOS:
        raise Refused(f"最多放 {MOST_PHOTOS} 张照片，挑最好的几张。", photos=f"最多 {MOST_PHOTOS} 张。")


def _keep(photos, session: Session, user) -> list:
    """Take the files in before any lock is held: drawing one anew takes a second."""
    for file in photos:
        phone.check(file)
    return [phone.keep(file, user=user, path=session.place.path) for file in photos]


def _discard(images) -> None:
    for image in images:
        image.delete()
