"""Three years of lectures (57,600 sessions, 600 speakers, 2,000 places), and how long what people wait for takes."""

import datetime as dt
import itertools
import time
from collections.abc import Callable

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.accounts.models import User
from cms.places.founding import index_of
from cms.places.models import PlacePage, Tier
from lectures import candidates, dispatch, scheduling
from lectures.models import Booking, Diary, LectureRequest, Session, SpeakerIndexPage, SpeakerPage

SPEAKERS, SESSIONS, PLACES = 600, 57_600, 2_000
DAYS_BACK, DAYS = 730, 1095
HOURS = (7, 12, 13, 17)  # none of those at which the demonstration city holds its own
TURNS = 30
BATCH = 2_000
MARK = "压测"


def measure() -> list[tuple[str, float, int | str, float]]:
    """Fill in the three years once; return (what, median ms, queries, the aim in ms)."""
    if not SpeakerPage.objects.filter(title__startswith=MARK).exists():
        _fill()
    place = PlacePage.objects.filter(tier=Tier.STATION).order_by("path").first()
    booking = 20 if connection.vendor == "sqlite" else 50
    return [
        ("candidates", *_timed(_candidates(place)), 50),
        ("month calendar", *_timed(_month()), 100),
        ("booking", *_timed(_booking(place)), booking),
    ]


def _timed(act: Callable[[], None]) -> tuple[float, int]:
    """Return the median of a few turns in milliseconds, and the queries of one."""
    act()
    with CaptureQueriesContext(connection) as asked:
        act()
    queries = len(asked)  # now: the next request empties the log
    taken = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)[TURNS // 2], queries


def _candidates(place) -> Callable[[], None]:
    day = timezone.localdate() + dt.timedelta(days=3)
    wish = LectureRequest.objects.filter(topic=MARK).first() or dispatch.request(
        topic=MARK, place=place, from_day=day, to_day=day
    )
    start = _at(day, 9)
    return lambda: candidates.for_request(wish, start, start + dt.timedelta(hours=1))


def _month() -> Callable[[], None]:
    client = Client(headers={"host": "127.0.0.1"})
    today = timezone.localdate()

    def turn():
        answer = client.get("/lectures/calendar/", {"view": "month", "on": today.isoformat(), "turn": next(other)})
        answer.content  # noqa: B018 - rendered whole

    other = (f"{number}" for number in itertools.count())  # an address of its own, so that nothing kept answers
    return turn


def _booking(place) -> Callable[[], None]:
    user = User.objects.filter(is_superuser=True).first()
    speaker = SpeakerPage.objects.filter(title__startswith=MARK).first()
    last = timezone.localdate(Session.objects.filter(topic=MARK).latest("starts_at").starts_at)
    days = (last + dt.timedelta(days=number) for number in itertools.count(1))

    def turn():
        start = _at(next(days), 9)
        scheduling.book(
            place=place,
            starts_at=start,
            ends_at=start + dt.timedelta(hours=1),
            user=user,
            speakers=[speaker],
            topic=MARK,
        )

    return turn


@transaction.atomic
def _fill() -> None:
    speakers = _speakers()
    places = list(PlacePage.objects.exclude(tier=Tier.CENTRE).order_by("path")[:PLACES])
    first = timezone.localdate() - dt.timedelta(days=DAYS_BACK)
    each = SESSIONS // len(speakers)
    plan = itertools.product(range(each), range(len(speakers)))
    taken: set = set()
    made = [_session(number, turn, nth, each, first, places, taken) for number, (turn, nth) in enumerate(plan)]
    for start in range(0, len(made), BATCH):
        stored = Session.objects.bulk_create(made[start : start + BATCH])
        Booking.objects.bulk_create(
            Booking(
                session=one, speaker=speakers[(start + number) % len(speakers)], starts_at=one.starts_at,
                ends_at=one.ends_at, busy_until=one.ends_at + dt.timedelta(minutes=30),
            )
            for number, one in enumerate(stored)
        )  # fmt: skip


def _session(number: int, turn: int, nth: int, each: int, first: dt.date, places: list, taken: set) -> Session:
    """Return one session; every speaker has one about every eleven days, no place two at once."""
    start = _at(first + dt.timedelta(days=(turn * DAYS // each + nth) % DAYS), HOURS[nth % len(HOURS)])
    place = next(
        p for step in itertools.count() if ((p := places[(number * 7 + step) % len(places)]).pk, start) not in taken
    )
    taken.add((place.pk, start))
    return Session(
        place=place, topic=MARK, starts_at=start, ends_at=start + dt.timedelta(hours=1), code=f"{number:06d}",
        state="confirmed", announced=True,
    )  # fmt: skip


def _speakers() -> list[SpeakerPage]:
    counties = list(PlacePage.objects.filter(tier=Tier.CENTRE).order_by("path"))
    made = []
    for number in range(SPEAKERS):
        county = counties[number % len(counties)]
        index = index_of(county, SpeakerIndexPage)
        made.append(
            index.add_child(instance=SpeakerPage(title=f"{MARK}{number}", slug=f"bench-{number}", place=county))
        )
    Diary.objects.bulk_create([Diary(speaker=speaker) for speaker in made])
    return made


def _at(day: dt.date, hour: int) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour)))
