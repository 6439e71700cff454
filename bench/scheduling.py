"""Three years of lectures (57,600 sessions, 600 speakers, 2,000 places), and how long what people wait for takes."""

import datetime as dt
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

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
FEW_SPEAKERS, FEW_SESSIONS = 10, 600  # the other size at which queries are counted
DAYS_BACK, DAYS = 730, 1095
HOURS = (7, 12, 13, 17)  # none of those at which the demonstration city holds its own
TURNS = 30
BATCH = 2_000
MARK = "压测"


@dataclass(frozen=True)
class Cost:
    """What one act costs: the median in ms beside its aim; its queries, and those when there is little to look at."""

    name: str
    taken: float
    aim: float
    queries: int
    queries_of_few: int


def run() -> None:
    """Measure, and print the table; say whether the queries grow with what there is to look at."""
    sizes = f"{SESSIONS:,} sessions, {SPEAKERS} speakers, {PLACES:,} places, {connection.vendor}"
    print(f"\nlectures, three years ({sizes})\n{'':22}{'ms':>9}{'aim ms':>8}{'queries':>9}{'of few':>8}")
    costs = measure()
    for cost in costs:
        print(f"{cost.name:22}{cost.taken:9.1f}{cost.aim:>8}{cost.queries:>9}{cost.queries_of_few:>8}", flush=True)
    grow = [cost.name for cost in costs if cost.queries != cost.queries_of_few]
    few = f"{FEW_SESSIONS} sessions and {FEW_SPEAKERS} speakers"
    print(f"queries beside {few}: {'MORE for ' + ', '.join(grow) if grow else 'the same, all of them'}")


def measure() -> list[Cost]:
    """Fill in the three years once; return what is waited for with what it costs."""
    if not SpeakerPage.objects.filter(title__startswith=MARK).exists():
        _fill()
    _know_the_sizes()
    place = PlacePage.objects.filter(tier=Tier.STATION).order_by("path").first()
    acts = {"candidates": _candidates(place), "month calendar": _month(), "booking": _booking(place)}
    aims = {"candidates": 50, "month calendar": 100, "booking": 20 if connection.vendor == "sqlite" else 50}
    few = _with_few({name: partial(_queries, act) for name, act in acts.items()})
    return [Cost(name, _median(act), aims[name], _queries(act), few[name]) for name, act in acts.items()]


def _know_the_sizes() -> None:
    """Let the database look at what was just written in bulk, as it does by itself within a minute elsewhere."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _with_few(count: dict[str, Callable[[], int]]) -> dict[str, int]:
    """Count the queries of the acts with few sessions and speakers, and bring the others back."""
    with transaction.atomic():
        speakers = SpeakerPage.objects.filter(title__startswith=MARK).order_by("pk")
        SpeakerPage.objects.filter(pk__in=list(speakers.values_list("pk", flat=True)[FEW_SPEAKERS:])).update(live=False)
        kept = Session.objects.filter(topic=MARK, starts_at__gte=timezone.now()).order_by("starts_at")[:FEW_SESSIONS]
        others = Session.objects.exclude(pk__in=list(kept.values_list("pk", flat=True)))
        others.update(announced=False, open_to_public=False)
        Booking.objects.filter(session__in=others).update(live=False)
        found = {name: act() for name, act in count.items()}
        transaction.set_rollback(True)
    return found


def _queries(act: Callable[[], None]) -> int:
    act()
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def _median(act: Callable[[], None]) -> float:
    """Return the median of a few turns in milliseconds."""
    act()
    taken = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)[TURNS // 2]


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
        if answer.status_code != HTTPStatus.OK or not answer.content:
            raise RuntimeError(f"the calendar answered {answer.status_code}")

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
