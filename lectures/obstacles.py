"""Why a speaker cannot come to one wish at one time, in words."""

from django.utils.formats import date_format

from lectures import clashes
from lectures.availability import Said
from lectures.clashes import Stay
from lectures.models import OfferState
from lectures.pool import Pool, Row, Wish
from lectures.travel import Ways

LEFT = "left"  # was booked for this very session, and let go of it
REFUSALS = {
    OfferState.DECLINED: "退过这一单",
    OfferState.SENT: "已经在问了，等答复",
    LEFT: "这一场来不了",
}


def obstacle(row: Row, wish: Wish, pool: Pool, said: Said, ways: Ways) -> str:
    """Say why this speaker cannot come, or nothing."""
    load = pool.load.get(row.pk, 0)
    if row.pk in pool.coming:
        return "已经在这一场里。"
    if reason := _asked(row, wish) or _term(row, wish):
        return reason
    if said == Said.BUSY:
        return "自己填了这个时段没空。"
    if row.limit is not None and load >= row.limit:
        return f"当月已排 {load} 场，到了说好的每月 {row.limit} 场。"
    return _clash(row, wish, pool.taken.get(row.pk), ways)


def _asked(row: Row, wish: Wish) -> str:
    state, reason = wish.asked.get(row.pk, ("", ""))
    words = REFUSALS.get(state, "")
    return words and words + (f"：{reason}" if reason else "") + "。"


def _term(row: Row, wish: Wish) -> str:
    if row.term_end and row.term_end < wish.day:
        return f"聘期已过：到{date_format(row.term_end, 'Y年n月j日')}为止。"
    if row.term_start and row.term_start > wish.day:
        return f"聘期还没到：从{date_format(row.term_start, 'Y年n月j日')}开始。"
    return ""


def _clash(row: Row, wish: Wish, taken: list[Stay] | None, ways: Ways) -> str:
    if not taken:
        return ""
    new = Stay(wish.starts_at, wish.ends_at, wish.place, wish.topic)
    reason = clashes.fit(row.name, taken, new, ways).reason
    return f"时间冲突：{reason}" if reason else ""
