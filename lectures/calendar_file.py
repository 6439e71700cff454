"""Sessions as iCalendar (RFC 5545): one entry each, the same for ever by its UID, newer by its SEQUENCE."""

import datetime as dt
from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

from django.db.models import DateTimeField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse

from lectures.models import Session, SessionEvent, SessionState
from lectures.public_rows import names

CONTENT_TYPE = "text/calendar; charset=utf-8"
ZONE = "Asia/Shanghai"
STATUS = {SessionState.PLANNED: "TENTATIVE", SessionState.CANCELLED: "CANCELLED"}
REMIND = dt.timedelta(hours=-24)
ASK_AGAIN = dt.timedelta(hours=1)
ZONE_FROM, ZONE_TO = dt.date(2020, 1, 1), dt.date(2038, 1, 1)


def entries(sessions: QuerySet) -> QuerySet:
    """Return the sessions with `changed_at`: when anything that an entry tells was last changed."""
    events = SessionEvent.objects.filter(session=OuterRef("pk")).order_by().values("session")
    last = Subquery(events.annotate(last=Max("at")).values("last"), output_field=DateTimeField())
    changed = Greatest("updated_at", Coalesce(last, "updated_at"))
    return sessions.annotate(changed_at=changed).select_related("place").order_by("starts_at", "pk")


def write(sessions: Iterable[Session], absolute: Callable[[str], str], *, name: str) -> bytes:
    """Return a calendar of these sessions (made by `entries`); `absolute` makes a whole address of a path."""
    from icalendar import Calendar, Timezone  # noqa: PLC0415 - slow to load, and only calendars need it

    rows = list(sessions)
    speakers = names([row.pk for row in rows])
    calendar = Calendar()
    calendar.add("prodid", "-//jianghao//lectures//ZH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(Timezone.from_tzid(ZONE, first_date=ZONE_FROM, last_date=ZONE_TO))
    for row in rows:
        calendar.add_component(_event(row, speakers.get(row.pk, []), absolute))
    return calendar.to_ical()


def _event(session: Session, speakers: list[str], absolute):
    from icalendar import Event  # noqa: PLC0415

    zone = ZoneInfo(ZONE)
    event = Event()
    event.add("uid", f"{session.uid}@lectures")
    event.add("sequence", session.sequence)
    event.add("dtstamp", session.changed_at)
    event.add("last-modified", session.changed_at)
    event.add("created", session.created_at)
    event.add("dtstart", session.starts_at.astimezone(zone))
    event.add("dtend", session.ends_at.astimezone(zone))
    event.add("status", STATUS.get(session.state, "CONFIRMED"))
    event.add("summary", _summary(session))
    event.add("location", " ".join(filter(None, [session.place.title, session.venue, session.place.address])))
    event.add("description", _description(session, speakers))
    if session.announced and session.open_to_public:
        event.add("url", absolute(reverse("lectures:session", args=[session.code])))
    if session.state != SessionState.CANCELLED:
        event.add_component(_alarm(session))
    return event


def _alarm(session: Session):
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", REMIND)
    alarm.add("description", f"明天：{session.topic}")
    return alarm


def _summary(session: Session) -> str:
    waits = "待补位：" if session.announced else "待确认："
    before = {SessionState.CANCELLED: "已取消：", SessionState.PLANNED: waits}
    return before.get(session.state, "") + session.topic


def _description(session: Session, speakers: list[str]) -> str:
    lines = [f"宣讲师：{'、'.join(speakers)}"] if speakers else []
    return "\n".join([*lines, f"场次码：{session.code}"])
