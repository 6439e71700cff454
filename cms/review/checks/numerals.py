"""Numbers as people write them: 36, 1,480, 1.2万, 二十, 一百零三, 三万五."""

import re
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = "".join([*DIGITS, *PLACES, *MYRIADS])
BEGINS = "".join(DIGITS) + "十"  # 千家万户 is no number

# Units that mean the same are joined by =.
UNITS = (
    "人次 户次 场次=场 件次 公里=千米 平方米 公斤=千克 小时 分钟 课时 个百分点 %=％ 个月 元 人=名=位 户 家 "
    "堂=节课 次 件 项 个 条 篇 部 处 座 间 所 站 支 期 批 亩 吨 斤 台 套 份 本 册 张 幅 首 组 岁 周 天 年 月 日 "
    "盏 棵 口 双 封 顶"
)
SAME = {name: row.split("=")[0] for row in UNITS.split() for name in row.split("=")}
COMMON = {"人", "个", "次", "元", "%", "条", "张", "口"}  # units that many things share
CALENDAR = {"年", "月", "日", "天", "周", "个月", "小时", "分钟", "岁", "课时", "个百分点"}
ABOUT = {"余": "over", "多": "over", "来": "over", "几": "over"}

_unit = "|".join(sorted(map(re.escape, SAME), key=len, reverse=True))
MENTION = re.compile(
    rf"(?P<ordinal>第)?(?P<near>约|近|超过?|将近|大约|不到)?\s*"
    rf"(?P<number>\d[\d,]*(?:\.\d+)?|[{BEGINS}][{CHINESE}]*)\s*(?P<myriad>[万亿])?\s*(?P<about>[余多来几])?\s*(?P<unit>{_unit})"
)


@dataclass(frozen=True)
class Mention:
    """A number with its unit, as it stands in a text."""

    value: Decimal
    unit: str
    start: int
    end: int
    ordinal: bool = False
    chinese: bool = False
    slack: Decimal = Decimal(0)  # how far the exact number may lie above a rounded one
    below: Decimal = Decimal(0)  # and how far below it

    def fits(self, value: Decimal) -> bool:
        """Say whether an exact number may be what this mention rounds."""
        return self.value - self.below <= value <= self.value + self.slack


def chinese_number(words: str) -> int | None:
    """Return the value of a Chinese numeral, None when the characters are not one: 一百零三 → 103, 三万五 → 35000."""
    if all(char in DIGITS for char in words):
        return _spoken(words)
    total = section = digit = 0
    last = 1
    for char in words:
        if char in DIGITS:
            if digit:
                return None  # 三四十 is "thirty or forty"
            digit = DIGITS[char]
            last = 1 if char in "零〇" else last
        elif char in PLACES:
            section += (digit or 1) * PLACES[char]
            digit, last = 0, PLACES[char]
        else:
            total = (total + section + digit) * MYRIADS[char]
            section = digit = 0
            last = MYRIADS[char]
    return total + section + digit * (last // 10 if last > PLACES["十"] else 1)


def _spoken(words: str) -> int | None:
    """Return the value of digits said one by one (二〇二二 → 2022); 三四 is "three or four" and no number."""
    if len(words) == 1 or "〇" in words or "零" in words:
        return int("".join(str(DIGITS[char]) for char in words))
    return None


def mentions(words: str) -> list[Mention]:
    """Return every number with a unit in a text, in reading order."""
    found = (_read(match) for match in MENTION.finditer(words))
    return [mention for mention in found if mention]


def _read(match: re.Match) -> Mention | None:
    written = match["number"].rstrip(",")
    chinese = written[0] in CHINESE
    value = chinese_number(written) if chinese else Decimal(written.replace(",", ""))
    if value is None:
        return None
    times = MYRIADS.get(match["myriad"] or "", 1)
    value = Decimal(value) * times
    slack, below = _rounding(match, value, written, times)
    span = match.start("number"), match.end()
    return Mention(value, SAME[match["unit"]], *span, bool(match["ordinal"]), chinese, slack, below)


def _rounding(match: re.Match, value: Decimal, written: str, times: int) -> tuple[Decimal, Decimal]:
    """Return how far the exact number may lie above and below: 1400余 is up to 1500, 约 1400 is 1350 to 1450."""
    step = Decimal(times)
    if times > 1:
        decimals = len(written.partition(".")[2])
        step = step / 10**decimals
    elif value == value.to_integral():
        digits = str(int(value))
        step = Decimal(10 ** (len(digits) - len(digits.rstrip("0")))) if value else Decimal(1)
    if match["about"] or match["near"] == "超" or match["near"] == "超过":
        return step, Decimal(0)
    if match["near"]:
        return step / 2, step / 2
    return (step / 2, step / 2) if times > 1 else (Decimal(0), Decimal(0))


def in_units(value, unit: str) -> tuple[Decimal, str]:
    """Return a key figure's value and unit in the units of mentions: 12, 万元 → 120000, 元."""
    times = MYRIADS.get(unit[:1], 1) if len(unit) > 1 else 1
    plain = unit[1:] if times > 1 else unit
    return Decimal(value) * times, SAME.get(plain, plain)
