"""Times to choose from for a wish: on the days and in the part that were asked for, when the place is free."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from lectures.models import LectureRequest, Part, Session

USUAL = {Part.MORNING: dt.time(9, 30), Part.AFTERNOON: dt.time(15), Part.EVENING: dt.time(19, 30)}
UNASKED = (Part.MORNING, Part.AFTERNOON)  # when no part was asked for
MINUTES = 60  # when no course says how long it takes
DAYS, MOST = 14, 6


@dataclass(frozen=True)
class Time:
    """A stretch of time to propose."""

    starts_at: dt.datetime
    ends_at: dt.datetime

    @property
    def query(self) -> str:
        """How the request's page is asked for this time."""
        start = timezone.localtime(self.starts_at)
        return f"day={start:%Y-%m-%d}&start={start:%H:%M}&minutes={int((self.ends_at - self.starts_at).seconds // 60)}"


def minutes_for(asked: LectureRequest) -> int:
    """Return how long the lecture takes."""
    return asked.course.minutes if asked.course else MINUTES


def times_for(asked: LectureRequest) -> list[Time]:
    """Return a few times within the wish that still lie ahead and at which nothing takes place there, in one query."""
    wanted = [time for time in _all(asked) if time.starts_at > timezone.now()]
    if not wanted:
        return []
    first, last = wanted[0].starts_at, wanted[-1].ends_at
    there = Session.objects.filter(place=asked.place_id, takes_place=True, starts_at__lt=last, ends_at__gt=first)
    taken = list(there.exclude(pk=asked.session_id).values_list("starts_at", "ends_at"))
    free = [time for time in wanted if not any(s < time.ends_at and e > time.starts_at for s, e in taken)]
    return free[:MOST]


def _all(asked: LectureRequest) -> list[Time]:
    length = dt.timedelta(minutes=minutes_for(asked))
    first = max(asked.from_day, timezone.localdate())
    days = min((asked.to_day - first).days + 1, DAYS)
    parts = [Part(asked.part)] if asked.part else UNASKED
    starts = [
        timezone.make_aware(dt.datetime.combine(first + dt.timedelta(days=number), USUAL[part]))
        for number in range(days)
        for part in parts
    ]
    return [Time(start, start + length) for start in starts]
