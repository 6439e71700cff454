"""What becomes of a wish, in words for who asked."""

from dataclasses import dataclass

from lectures.clashes import clock
from lectures.models import LectureRequest, RequestState, Session, SessionState
from lectures.models.request import OPEN

LEFT_OUT = 4  # characters of a contact that stay covered at least


@dataclass(frozen=True)
class Progress:
    """Where a wish stands: a headline, a sentence, the session if there is one, and what was left to reach them."""

    title: str
    detail: str
    session: Session | None
    speakers: list[str]
    may_withdraw: bool
    contact: str


def of(asked: LectureRequest) -> Progress:
    """Return where a wish stands."""
    settled = asked.session if asked.state in (RequestState.AGREED, RequestState.HELD) else None
    title, detail = WORDS[asked.state](asked)
    return Progress(title, detail, settled, _speakers(settled), asked.state in OPEN, _covered(asked.contact))


def _speakers(session: Session | None) -> list[str]:
    if session is None:
        return []
    return list(session.bookings.filter(live=True).order_by("speaker__path").values_list("speaker__title", flat=True))


def _waiting(asked):
    return "县里正在找人", f"派单的人会在 {clock(asked.due_at)} 前给您找人。" if asked.due_at else ""


def _agreed(asked):
    session = asked.session
    if session is None or session.state != SessionState.PLANNED:
        return "排好了，有人来讲", ""
    return "时间排好了，讲的人有变动", "原来的宣讲师来不了，正在找人接替。时间地点不变。"


WORDS = {
    RequestState.WAITING: _waiting,
    RequestState.OFFERED: lambda asked: ("已经问了宣讲师，等答复", "答应了，这里就会写明时间和来讲的人。"),
    RequestState.AGREED: _agreed,
    RequestState.QUEUED: lambda asked: ("先排上队了", asked.answer),
    RequestState.HELD: lambda asked: ("已经讲了", "谢谢您来听。"),
    RequestState.CLOSED: lambda asked: ("这次没有办成", asked.answer),
    RequestState.WITHDRAWN: lambda asked: ("您撤回了这一单", "想听的时候再来点。"),
}


def _covered(contact: str) -> str:
    """Return the last two characters of a way to reach somebody, the rest covered; never the whole."""
    if not contact:
        return ""
    return f"尾号 {contact[-2:]}" if len(contact) >= LEFT_OUT + 2 else "已留"
