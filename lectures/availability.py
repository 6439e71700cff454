"""When speakers can come, by the parts of a day: a day's own word goes before the weekly one, and no word is no yes."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import models, transaction
from django.utils import timezone

from cms.audit import models as audit
from cms.core.refusals import Refused
from lectures import permissions
from lectures.models import DayPart, Diary, Offer, OfferState, Part, Session, WeeklyPart
from lectures.models.session import COMING

NOON, EVENING = 12, 18  # o'clock: where the parts of a day begin
FARTHEST = dt.timedelta(days=400)  # nobody plans further ahead
KEPT = "照常去"


class Said(models.TextChoices):
    """What a speaker said of a part of a day; saying nothing is never "free"."""

    FREE = "free", "有空"
    BUSY = "busy", "没空"
    UNKNOWN = "", "未填写"


def part_of(moment: dt.datetime) -> Part:
    """Return the part of the day that a moment falls into."""
    hour = timezone.localtime(moment).hour
    if hour < NOON:
        return Part.MORNING
    return Part.AFTERNOON if hour < EVENING else Part.EVENING


def parts_between(start: dt.datetime, end: dt.datetime) -> list[tuple[dt.date, Part]]:
    """Return every part of a day that a session touches; one that ends at noon keeps the morning only."""
    last = (timezone.localdate(end - dt.timedelta(seconds=1)), part_of(end - dt.timedelta(seconds=1)))
    found, day = [], timezone.localdate(start)
    order = list(Part)
    while day <= last[0]:
        found += [(day, part) for part in order]
        day += dt.timedelta(days=1)
    first = found.index((timezone.localdate(start), part_of(start)))
    return found[first : found.index(last) + 1]


def of_everybody(start: dt.datetime, end: dt.datetime) -> dict[int, Said]:
    """Return what each speaker (by key) said of a stretch of time, in two queries.

    Who is not among the keys said nothing. One part without time makes the whole busy; all must be free to be free.
    """
    spots = parts_between(start, end)
    return {speaker: _together(said, spots) for speaker, said in _words(spots).items()}


@transaction.atomic
def fill(*, diary: Diary, user, week: Mapping, days: Iterable[Mapping]) -> list[Session]:
    """Write down when a speaker can come, and return the coming sessions that now fall outside.

    `week` maps (weekday, part) to what is said; `days` are {"day", "part", "free", "note"}, where a day differs.
    """
    _allow(user, diary)
    by_another = "" if diary.user_id == user.pk else user.name
    days = list(days)
    _sensible(days)
    diary = Diary.objects.select_for_update(of=("self",)).get(pk=diary.pk)  # two taps write one after the other
    diary.week.all().delete()
    rows = [(key, said) for key, said in week.items() if said]
    WeeklyPart.objects.bulk_create(
        WeeklyPart(diary=diary, weekday=weekday, part=part, free=said == Said.FREE) for (weekday, part), said in rows
    )
    diary.days.filter(day__gte=timezone.localdate()).delete()
    DayPart.objects.bulk_create(DayPart(diary=diary, **day) for day in days)
    Diary.objects.filter(pk=diary.pk).update(filled_at=timezone.now(), filled_by=by_another)
    if by_another:
        audit.write(user, "代填空闲时间", diary.speaker, speaker=diary.speaker_id)
    return outside(diary)


@transaction.atomic
def keep(*, diary: Diary, session: Session, user) -> None:
    """Say that one comes to this session all the same, whatever the template says of that part of the day."""
    _allow(user, diary)
    for day, part in parts_between(session.starts_at, session.ends_at):
        DayPart.objects.update_or_create(diary=diary, day=day, part=part, defaults={"free": True, "note": KEPT})


def coming(diary: Diary):
    """Return the speaker's coming sessions, the next first; not those that still wait for their answer."""
    booked = Session.objects.filter(bookings__speaker=diary.speaker_id, bookings__live=True)
    asked = Offer.objects.filter(speaker=diary.speaker_id, state=OfferState.SENT).values("session")
    coming = booked.filter(ends_at__gte=timezone.now(), state__in=COMING).exclude(pk__in=asked)
    return coming.select_related("place").order_by("starts_at", "pk")


def outside(diary: Diary) -> list[Session]:
    """Return the coming sessions that the speaker, by what they said, has no time for."""
    sessions = list(coming(diary))
    words = _words([spot for one in sessions for spot in parts_between(one.starts_at, one.ends_at)], diary=diary)
    said = words.get(diary.speaker_id, {})
    return [one for one in sessions if _together(said, parts_between(one.starts_at, one.ends_at)) == Said.BUSY]


def _words(spots: list, **whose) -> dict[int, dict]:
    """Return {speaker: {(day, part): free}} for these parts of days; `whose` narrows the diaries."""
    found: dict[int, dict] = {}
    weekdays, dates = {day.isoweekday() for day, _ in spots}, {day for day, _ in spots}
    weekly = WeeklyPart.objects.filter(weekday__in=weekdays, part__in={part for _, part in spots}, **whose)
    for speaker, weekday, part, free in weekly.order_by().values_list("diary__speaker", "weekday", "part", "free"):
        same = [spot for spot in spots if (spot[0].isoweekday(), spot[1]) == (weekday, part)]
        found.setdefault(speaker, {}).update(dict.fromkeys(same, free))
    own = DayPart.objects.filter(day__in=dates, **whose).order_by()
    for speaker, day, part, free in own.values_list("diary__speaker", "day", "part", "free"):
        found.setdefault(speaker, {})[day, part] = free
    return found


def _together(said: dict, spots) -> Said:
    words = [said.get(spot) for spot in spots]
    if False in words:
        return Said.BUSY
    return Said.UNKNOWN if None in words else Said.FREE


def _allow(user, diary: Diary) -> None:
    verdict = diary.user_id == user.pk or permissions.may_schedule(user, diary.speaker.path)
    if not verdict:
        raise Refused("空闲时间由宣讲师本人来填，或者请本县的派单员代填。")


def _sensible(days: list[Mapping]) -> None:
    today = timezone.localdate()
    if len({(day["day"], day["part"]) for day in days}) < len(days):
        raise Refused("同一天的同一个时段填了两次，请留一个。")
    for day in days:
        if not today <= day["day"] <= today + FARTHEST:
            raise Refused(f"{day['day']:%Y年%m月%d日}不在往后一年里，请看看日期是不是填错了。")
