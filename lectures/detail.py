"""One session as its own page tells it: who speaks, how to get there, what changed since it was announced."""

import datetime as dt
import io

from django.db.models import F
from django.utils import timezone

from cms.pages.addresses import address
from cms.review.checks.privacy import MOBILE
from lectures.calendars import told
from lectures.days import WEEKDAYS
from lectures.models import Session, SessionEvent
from lectures.public_rows import spoken

Kind = SessionEvent.Kind


def speakers_of(session: Session) -> list[dict]:
    """Return who speaks: name, post and the address of their page."""
    rows = spoken(session.bookings).values("speaker__url_path", name=F("speaker__title"), post=F("speaker__post"))
    return [row | {"url": address(row["speaker__url_path"])} for row in rows]


def when(starts_at: dt.datetime, ends_at: dt.datetime | None = None) -> str:
    """Return a time in words, e.g. 2027年3月15日 周一 9:00到10:00."""
    start = timezone.localtime(starts_at)
    words = f"{told(start.date())} 周{WEEKDAYS[start.weekday()]} {_clock(start)}"
    return f"{words}到{_clock(timezone.localtime(ends_at))}" if ends_at else words


def changes_of(session: Session) -> list[str]:
    """Return, in sentences, what everybody should know of what changed after the session was announced."""
    events = session.events.filter(kind__in=(Kind.CONFIRMED, Kind.MOVED, Kind.CANCELLED)).order_by("at", "pk")
    announced, sentences = False, []
    for event in events:
        announced = announced or event.kind == Kind.CONFIRMED
        if announced and event.kind != Kind.CONFIRMED:
            sentences.append(_moved(event) if event.kind == Kind.MOVED else _called_off(event))
    return sentences


def qr(url: str, label: str = "这一场的二维码") -> str:
    """Return the address as an SVG to be written into a page: black on white, no styles."""
    import segno  # noqa: PLC0415 - only pages with a code pay for it

    out = io.BytesIO()
    options = {"xmldecl": False, "svgns": False, "omitsize": True, "border": 2, "light": "#fff"}
    segno.make(url, error="m", micro=False).save(out, kind="svg", svgclass="qr", lineclass=None, **options)
    return out.getvalue().decode().replace("<svg ", '<svg role="img" aria-label="' + label + '" ', 1)


def _moved(event: SessionEvent) -> str:
    before, after = event.before, event.after
    starts = [_read(moment["starts_at"]) for moment in (before, after)]
    ends = [_read(moment["ends_at"]) for moment in (before, after)]
    sentence = f"{told(timezone.localdate(event.at))}改期："
    if starts[0] != starts[1]:
        sentence += f"原定{when(starts[0])}，改到{when(starts[1])}。"
    elif ends[0] != ends[1]:
        sentence += f"开始的时间不变，改到{_clock(ends[1])}结束。"
    if before["place"] != after["place"]:
        sentence += f"原定在{before['place']}，改到{after['place']}。"
    return sentence


def _called_off(event: SessionEvent) -> str:
    reason = MOBILE.sub("（电话略）", event.note).rstrip("。")
    return f"{told(timezone.localdate(event.at))}取消：{reason}。"


def _read(text: str) -> dt.datetime:
    """Return a written time as it is here."""
    return timezone.localtime(dt.datetime.fromisoformat(text))


def _clock(moment: dt.datetime) -> str:
    return f"{moment.hour}:{moment.minute:02d}"
