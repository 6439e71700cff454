"""Calendars to subscribe to, by a secret address: a speaker's own, and those of a place with all below it.

Whoever has the address reads the calendar, so only the desk shows it. A called-off session stays for 30 days, so that
every telephone that follows has taken it out by then.
"""

import datetime as dt
import hashlib

from django.core import signing
from django.core.cache import cache
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from cms.pages import page_cache
from cms.places import scope
from cms.places.made import below
from cms.places.models import PlacePage
from cms.places.models.owned import CITY_DEPTH
from lectures import calendar_file
from lectures.models import Booking, Diary, Session, SessionEvent, SessionState
from lectures.models.diary import new_key
from lectures.permissions import RECORDERS

Kind = SessionEvent.Kind
BACK = dt.timedelta(days=92)
CANCELLED_FOR = dt.timedelta(days=30)
LIFE = 3600  # seconds that a written calendar is kept
SIGNER = signing.Signer(salt="lectures.feeds.place", sep=".")


def address_of_speaker(diary: Diary) -> str:
    """Return the path of a speaker's calendar."""
    return reverse("lectures:speaker_feed", args=[diary.feed_key])


def address_of_place(place: PlacePage) -> str:
    """Return the path of the calendar of a place (a county, say) and all below it."""
    return reverse("lectures:place_feed", args=[SIGNER.sign(place.pk)])


def change_address(*, diary: Diary) -> Diary:
    """Give a speaker's calendar a new address; the old one is gone at once."""
    diary.feed_key = new_key()
    diary.save(update_fields=["feed_key"])
    return diary


def place_of(signed: str) -> PlacePage | None:
    """Return the place that a signed address is of, or None."""
    try:
        return PlacePage.objects.filter(pk=SIGNER.unsign(signed)).first()
    except signing.BadSignature:
        return None


def of_place(place: PlacePage) -> QuerySet:
    return _current(Session.objects.filter(place__path__range=below(place)))


def of_speaker(diary: Diary) -> QuerySet:
    """Return what a speaker is booked for, and what was called off while they were."""
    theirs = Booking.objects.filter(session=OuterRef("pk"), speaker=diary.speaker_id)
    came_or_left = SessionEvent.objects.filter(
        Q(kind=Kind.ASSIGNED, after__speaker_key=diary.speaker_id)
        | Q(kind=Kind.RELEASED, before__speaker_key=diary.speaker_id),
        session=OuterRef("pk"),
    )
    last = Subquery(came_or_left.order_by("-at", "-pk").values("kind")[:1])
    off = Session.objects.annotate(last=last).filter(Exists(theirs), state=SessionState.CANCELLED)
    off = off.exclude(last=Kind.RELEASED).values("pk")
    return _current(Session.objects.filter(Exists(theirs.filter(live=True)) | Q(pk__in=off)))


def _current(sessions: QuerySet) -> QuerySet:
    now = timezone.now()
    forgotten = Q(state=SessionState.CANCELLED, cancelled_at__lt=now - CANCELLED_FOR)
    return calendar_file.entries(sessions.filter(starts_at__gte=now - BACK).exclude(forgotten))


def tag_of(sessions: QuerySet, base: str, name: str) -> str:
    """Return a tag that changes whenever the calendar does, without writing it."""
    rows = sorted(sessions.order_by().values_list("pk", "sequence", "state", "changed_at"))
    told = f"{page_cache.site_version()}|{base}|{name}|{rows}"
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def written(sessions: QuerySet, tag: str, absolute, name: str) -> bytes:
    """Return the calendar, written once for every tag."""
    make = lambda: calendar_file.write(sessions, absolute, name=name)  # noqa: E731
    return cache.get_or_set(f"lectures:feed:{tag}", make, LIFE)


def places_of(user) -> list[PlacePage]:
    """Return the places whose calendars a person may follow: where they hold an office; for the city, its counties."""
    paths = scope.paths(user, *RECORDERS)
    if user.is_superuser or any(scope.depth_of(path) == CITY_DEPTH for path in paths):
        return list(scope.counties())
    return list(PlacePage.objects.filter(path__in=paths).order_by("path"))
