"""Lectures of the demonstration city: a year behind it with its records, a month ahead, wishes in every state."""

import datetime as dt
import itertools
import random

from django.utils import timezone

from cms.accounts.models import User
from cms.core import workdays
from cms.core.refusals import Refused
from cms.demo import content
from cms.demo.pages import words
from cms.places.models import Membership, PlacePage, Role, Tier
from lectures import dispatch, records, scheduling, series
from lectures.models import (
    CoursePage,
    DayPart,
    Diary,
    LectureRequest,
    MarketDays,
    Part,
    Rating,
    RequestState,
    ServiceTag,
    Session,
    SessionState,
    SpeakerPage,
    TopicWish,
    TravelRule,
    WeeklyPart,
)

WEEKS_BEHIND, WEEKS_AHEAD = 52, 5
A_WEEK_BEHIND, A_WEEK_AHEAD = 3, 9  # sessions
HOURS = ((9, 30), (15, 0), (19, 30))
USUAL, OFTEN = 0.6, 0.8
FAIRS = {"圩坪村": "3、8", "岭头村": "1、6", "锦屏下村": "5、10"}  # 逢几，农历
SLOW_ROADS = ("顺岚县", "和阳县", "榕川县")


class Programme:
    """Who can teach what, where: the courses with their speakers, villages and dispatchers."""

    def __init__(self):
        self.rng = random.Random("宣讲")  # noqa: S311 - the same year every time
        self.content = content.whole("lectures")
        self.written = {item["course"]: item for item in self.content["record"]}
        courses = CoursePage.objects.live().filter(slug__in=self.written).order_by("pk")
        self.courses = [course for course in courses.prefetch_related("speakers") if course.speakers.count()]
        self.services = words(ServiceTag, self.content["services"])

    def county(self, course: CoursePage) -> PlacePage:
        return PlacePage.objects.get(path=course.path[: 3 * course.steplen])

    def dispatcher(self, county: PlacePage) -> User:
        return User.objects.get(memberships__place=county.page_ptr, memberships__role=Role.DISPATCHER)

    def somewhere(self, county: PlacePage) -> PlacePage:
        """Return a village of the county that tells of itself, or any with a station at work."""
        told = Membership.objects.filter(role=Role.CONTRIBUTOR, place__path__startswith=county.path).values("place")
        villages = PlacePage.objects.filter(path__startswith=county.path, tier=Tier.STATION, status="operating")
        chosen = villages.filter(pk__in=told) if self.rng.random() < USUAL else villages
        return chosen.order_by("path")[self.rng.randrange(chosen.count())]

    def book(self, day: dt.date, **details):
        """Book one session on this day, wherever it fits; None when it does not."""
        course = self.rng.choice(self.courses)
        county = self.county(course)
        hour, minute = self.rng.choice(HOURS)
        start = timezone.make_aware(dt.datetime.combine(day, dt.time(hour, minute)))
        speakers = details.pop("speakers", [course.speakers.first()])
        try:
            return scheduling.book(
                place=self.somewhere(county), starts_at=start, ends_at=start + dt.timedelta(minutes=course.minutes),
                user=self.dispatcher(county), course=course, topic=course.title, theme=course.theme, form=course.form,
                audience=course.audiences.first(), venue=self.written[course.slug]["venue"], speakers=speakers,
                dialects=speakers[0].dialects.all() if speakers else [], **details,
            )  # fmt: skip
        except Refused:
            return None


def build() -> None:
    """Make diaries, roads and fairs, then the year and the month, then the wishes."""
    programme = Programme()
    for speaker in SpeakerPage.objects.live().order_by("pk"):
        _diary(speaker, programme.rng)
    _roads()
    _behind(programme)
    _ahead(programme)
    for item in programme.content["wish"]:
        _wish(programme, item)
    _served(programme)
    TopicWish.objects.bulk_create([TopicWish(words=item["words"]) for item in programme.content["topic"]])


def _diary(speaker: SpeakerPage, rng: random.Random) -> None:
    """Fill in most of a speaker's week; evenings some leave unsaid, and one day they are away."""
    account = User.objects.filter(memberships__role=Role.LECTURER, name=speaker.title).first()
    diary = Diary.objects.create(speaker=speaker, user=account, monthly_limit=12, filled_at=timezone.now())
    said = [(weekday, part) for weekday in range(1, 8) for part in Part if part != Part.EVENING or rng.random() < USUAL]
    WeeklyPart.objects.bulk_create(
        [WeeklyPart(diary=diary, weekday=day, part=part, free=rng.random() < OFTEN) for day, part in said]
    )
    away = timezone.localdate() + dt.timedelta(days=rng.randrange(3, 20))
    DayPart.objects.bulk_create(
        [DayPart(diary=diary, day=away, part=part, free=False, note="外出学习") for part in Part]
    )


def _roads() -> None:
    """Enter how roads run in each county, and the days of a few country fairs."""
    for county in PlacePage.objects.filter(tier=Tier.CENTRE):
        slow = county.title in SLOW_ROADS
        TravelRule.objects.create(county=county, road_factor="1.8" if slow else "1.5", speed=30 if slow else 40)
    fairs = PlacePage.objects.filter(title__in=FAIRS, tier=Tier.STATION).order_by("path")
    for place in fairs:
        MarketDays.objects.create(place=place, digits=FAIRS[place.title])


def _behind(programme: Programme) -> None:
    """Book, hold and record a year of lectures; of the last days, two wait to be recorded."""
    today = timezone.localdate()
    days = [today - dt.timedelta(days=back) for back in range(WEEKS_BEHIND * 7, 0, -1)]
    told = [session for day in days if (session := _behind_on(programme, day))]
    for session in told[:-2]:
        _record(programme, session)
    records.hold_what_has_ended.func()


def _behind_on(programme: Programme, day: dt.date):
    if programme.rng.random() * 7 > A_WEEK_BEHIND or workdays.festival(day):
        return None
    return programme.book(day, past=True, confirmed=True)


def _record(programme: Programme, session) -> None:
    said = programme.written[session.course.slug]
    made = records.record(
        session=session, user=programme.dispatcher(programme.county(session.course)),
        head_count=programme.rng.randrange(14, 66), sentence=said["sentence"], voice=said["voice"],
        voice_from=said["voice_from"], services=programme.rng.sample(programme.services, programme.rng.randrange(3)),
    )  # fmt: skip
    type(made).objects.filter(pk=made.pk).update(recorded_at=session.ends_at + dt.timedelta(hours=2))
    for number in range(programme.rng.randrange(6)):
        Rating.objects.create(session=session, device=f"demo-{number}", score=programme.rng.choice([2, 3, 3]))


def _ahead(programme: Programme) -> None:
    """Book the coming month: most agreed, some still without a speaker, one moved, one called off, one every week."""
    today, coming = timezone.localdate(), []
    for ahead in range(1, WEEKS_AHEAD * 7):
        for _ in range(2 if programme.rng.random() * 7 < A_WEEK_AHEAD - 7 else 1):
            open_still = programme.rng.random() > OFTEN
            details = {"speakers": []} if open_still else {"confirmed": True}
            coming.append(programme.book(today + dt.timedelta(days=ahead), **details))
    agreed = [session for session in coming if session and session.announced]
    for session, change in zip(agreed[4:6], (_move, _call_off), strict=True):
        change(session, programme.dispatcher(programme.county(session.course)))
    _every_week(programme, today)


def _move(session, user) -> None:
    for days in range(1, 10):
        later = {
            "starts_at": session.starts_at + dt.timedelta(days=days),
            "ends_at": session.ends_at + dt.timedelta(days=days),
        }
        try:
            scheduling.move(session=session, user=user, reason="村里那天办白事，往后挪。", **later)
        except Refused:
            continue
        return


def _call_off(session, user) -> None:
    scheduling.cancel(session=session, user=user, reason="气象台发了暴雨预警，这一场先不办。")


def _every_week(programme: Programme, today: dt.date) -> None:
    course = next(course for course in programme.courses if course.slug == "yizhang-hongzhi-jian-jiafeng")
    county = programme.county(course)
    series.begin(
        user=programme.dispatcher(county), place=course.place, course=course, topic="妇女微家剪纸夜校", weekday=6,
        start_time=dt.time(19, 0), minutes=60, venue="妇女微家", speakers=[course.speakers.first()], confirmed=True,
        from_day=today + dt.timedelta(days=1), to_day=today + dt.timedelta(days=56),
    )  # fmt: skip


def _wish(programme: Programme, item: dict) -> None:
    """Ask for a lecture, and bring the wish to its state."""
    county = PlacePage.objects.get(tier=Tier.CENTRE, title=item["county"])
    place = PlacePage.objects.get(path__startswith=county.path, title=item["place"])
    course = next((course for course in programme.courses if course.slug == item.get("course")), None)
    first, last = (timezone.localdate() + dt.timedelta(days=days) for days in item["days"])
    asked = dispatch.request(
        topic=item.get("topic", ""), course=course, place=place, from_day=first, to_day=last,
        part=item.get("part", ""), head_count=item.get("head_count"), note=item.get("note", ""),
    )  # fmt: skip
    user = programme.dispatcher(county)
    if item["state"] in ("offered", "agreed"):
        sent = _offered(asked, course, user, first)
        if item["state"] == "agreed":
            dispatch.accept(offer=sent)
    elif item["state"] in ("queued", "closed"):
        {"queued": dispatch.queue, "closed": dispatch.close}[item["state"]](
            request=asked, user=user, answer=item["answer"]
        )
    elif item["state"] == "withdrawn":
        dispatch.withdraw(request=asked)


def _served(programme: Programme) -> None:
    """Tell who asked for one of the lectures that were given."""
    given = Session.objects.filter(state=SessionState.RECORDED).order_by("-starts_at").first()
    day = timezone.localdate(given.starts_at)
    LectureRequest.objects.create(
        topic=given.topic, course=given.course, place=given.place, from_day=day, to_day=day, session=given,
        state=RequestState.HELD,
    )  # fmt: skip


def _offered(asked, course: CoursePage, user, first: dt.date):
    """Offer the wish to the course's speaker at the first hour that fits."""
    for days, (hour, minute) in itertools.product(range(5), HOURS):
        start = timezone.make_aware(dt.datetime.combine(first + dt.timedelta(days=days), dt.time(hour, minute)))
        times = {"starts_at": start, "ends_at": start + dt.timedelta(minutes=course.minutes)}
        try:
            return dispatch.offer(request=asked, speaker=course.speakers.first(), user=user, **times)
        except Refused:
            continue
    raise RuntimeError("no hour fits in five days")
