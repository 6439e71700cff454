"""Personal data that must never stand on a public page: telephone, identity card, bank card, address, birthday."""

import datetime as dt
import re
from collections.abc import Iterator

from cms.review.checks.finding import Finding, Level, excerpt

FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
CHECK_DIGITS = "10X98765432"
OLDEST = 110  # years: an identity card names a living person's birthday
LIVELY = 1950  # born from then on, a full birthday is that of somebody who may well read it
LUHN_CARRY = 9

IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{6}(?:18|19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![\dA-Za-z])")
APART = r"(?<![0-9A-Za-z._/=&-])"  # not a part of an address of the web or of a longer number
CARD = re.compile(rf"{APART}(?:62|4\d|5[1-5])\d{{2}}(?:[ -]?\d{{4}}){{3}}(?:[ -]?\d{{1,3}})?(?!\d|\.\d)")
MOBILE = re.compile(rf"{APART}(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{{4}}){{2}}(?!\d|\.\d)")
LANDLINE = re.compile(rf"{APART}0\d{{2,3}}[- ]\d{{7,8}}(?![\d-])")
NUMBER = r"[\d一二三四五六七八九十百零〇]+"
ADDRESS = re.compile(
    rf"(?:家庭住址|现住址|住址|家住|现住|居住在|住在)[^。；！？\n]{{0,24}}?{NUMBER}\s*(?:号|室|栋|幢|单元|弄)"
    rf"|{NUMBER}\s*(?:栋|幢|号楼)\s*(?:{NUMBER}\s*单元)?\s*{NUMBER}\s*(?:室|房)"
)
DATE = r"(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?"
BIRTHDAY = re.compile(
    rf"(出生日期|出生年月日|生日|出生于|生于)\s*(?:[:：为是]\s*)?{DATE}|{DATE}\s*(?:出生|生(?![产活态长意命于效]))"
)
RECORDS = ("出生日期", "出生年月日", "生日")
ACCOUNT = re.compile(r"(?:微信号?|QQ号?|qq号?)\s*[:：是]\s*[A-Za-z0-9][\w-]{4,}")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+[A-Za-z]")
PUPIL = re.compile(r"(?:小学|初中|中学|高中|幼儿园)[^，。；！？\n]{0,8}?[\d一二三四五六七八九初高]\S{0,4}?班")

NEVER = "公开页面上不出现个人的{}。确实要用的，线下另交，不写进稿子。"


def identity_is_sound(number: str) -> bool:
    """Say whether the last character of an 18-character identity number fits the other 17."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECK_DIGITS[total % 11] == number[-1].upper()


def luhn_is_sound(digits: str) -> bool:
    """Say whether a bank card's check digit fits."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - LUHN_CARRY if value > LUHN_CARRY else value
    return total % 10 == 0


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _identities(words: str, year: int) -> Iterator[tuple]:
    for match in IDENTITY.finditer(words):
        number = match[0]
        born = int(number[6:10]), int(number[10:12]), int(number[12:14])
        if not _is_date(*born) or not year - OLDEST <= born[0] <= year:
            continue
        level = Level.MUST if identity_is_sound(number) else Level.SHOULD
        what = "有一个身份证号" if level == Level.MUST else "有一串数字像身份证号"
        yield match.span(), level, what, NEVER.format("身份证号")


def _cards(words: str, year: int) -> Iterator[tuple]:
    for match in CARD.finditer(words):
        if luhn_is_sound(re.sub(r"\D", "", match[0])):
            yield match.span(), Level.MUST, "有一个银行卡号", NEVER.format("银行卡号")


def _telephones(words: str, year: int) -> Iterator[tuple]:
    for match in MOBILE.finditer(words):
        yield match.span(), Level.MUST, "有一个手机号", NEVER.format("手机号") + "要留联系方式，写单位的值班电话。"
    for match in LANDLINE.finditer(words):
        yield match.span(), Level.HINT, "有一个座机号", "只写单位对外公开的电话，不写家里的。"


def _addresses(words: str, year: int) -> Iterator[tuple]:
    for match in ADDRESS.finditer(words):
        yield match.span(), Level.MUST, "写到了门牌号", NEVER.format("家庭住址") + "写到村、社区就够了。"


def _birthdays(words: str, year: int) -> Iterator[tuple]:
    for match in BIRTHDAY.finditer(words):
        born = tuple(int(part) for part in (match.groups()[1:4] if match[1] else match.groups()[4:7]))
        if not _is_date(*born) or not year - OLDEST <= born[0] <= year:
            continue
        firm = match[1] in RECORDS or born[0] >= LIVELY
        yield (
            match.span(),
            Level.MUST if firm else Level.HINT,
            "写到了生日",
            NEVER.format("生日") + "写到年、月就够了。",
        )


def _accounts(words: str, year: int) -> Iterator[tuple]:
    for match in ACCOUNT.finditer(words):
        yield match.span(), Level.SHOULD, "有一个微信号或 QQ 号", "只写单位的公众号，不写个人的号。"
    for match in MAIL.finditer(words):
        yield match.span(), Level.HINT, "有一个邮箱", "只写单位的邮箱，不写个人的。"
    for match in PUPIL.finditer(words):
        yield (
            match.span(),
            Level.SHOULD,
            "写到了孩子的学校和班级",
            "写到学校和班级，认识的人就能找到孩子；写“镇上一名小学生”就够了。",
        )


KINDS = (_identities, _cards, _telephones, _addresses, _birthdays, _accounts)


def check(texts, *, today: dt.date) -> Iterator[Finding]:
    """Find personal data; what one kind has claimed (an identity number) is not reported again as another (a card)."""
    for text in texts:
        words = text.words.translate(FULL_WIDTH)
        claimed: set[int] = set()
        for kind in KINDS:
            for (start, end), level, what, why in kind(words, today.year):
                if claimed.isdisjoint(range(start, end)):
                    claimed.update(range(start, end))
                    yield Finding(level, text.field, text.label, what, why, excerpt(text.words, start, end))
