"""The days of a place's fair (赶圩), by the last digit of the day."""

import re

from cms.core.refusals import Refused
from lectures.models import MarketDays

HANZI = str.maketrans("一二三四五六七八九十０１２３４５６７８９", "12345678900123456789")
MOST = 5  # every second day, at most


def digits(typed: str) -> set[str]:
    """Return the digits that were typed: 3、8 or 逢三逢八; ten is 0."""
    return set(re.findall("[0-9]", typed.translate(HANZI).replace("10", "0")))


def enter(*, place, digits: str, lunar: bool) -> MarketDays:
    """Note when a place's fair is, where nobody has yet; who may has been asked before."""
    wanted = _read(digits)
    known = MarketDays.objects.filter(place=place).first()
    if known is None:
        return MarketDays.objects.create(place=place, digits="、".join(sorted(wanted)), lunar=lunar)
    if _read(known.digits) != wanted or known.lunar != lunar:
        calendar = "农历" if known.lunar else "公历"
        raise Refused(
            f"{place.title}已经登记了{calendar}逢{known.digits}赶圩。",
            fair="照登记的排就空着；登记错了，请市里的编辑改。",
        )
    return known


def _read(typed: str) -> set[str]:
    found = digits(typed)
    if not 1 <= len(found) <= MOST:
        raise Refused("赶圩日没有看懂。", fair="写日子的尾数，如“3、8”就是逢三、逢八。")
    return found
