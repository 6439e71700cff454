"""The same number everywhere: in the title, the summary, the parts and the key figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cms.review.checks.finding import Finding, Level, excerpt
from cms.review.checks.numerals import CALENDAR, COMMON, Mention, in_units, mentions

HEADLINES = ("title", "summary")
OTHER_TIMES = ("background", "origin", "next_steps")  # what was before and what is planned have numbers of their own
CLAUSE = re.compile(r"[，。；！？：\n、]")
# A number in such a clause is of another period, another share or another place in a row than the whole.
PARTIAL = re.compile(
    r"每|平均|人均|其中|各[有讲办派设]|分别|最[多少高低]|首[批次场期]|头[一两]|今年|去年|前年|当[年月天晚场]|上半年|下半年|\d{4}年|[一二三四]月|季度|试点|剩|还有|另|没"
)
LONGEST_CLAUSE = 40
WINDOW = 6  # characters before and after a number that name what is counted
ARTICLE = 2  # 一座、两位 are articles, not counts
ALIKE = 0.5  # share of a label's words that a clause has to have
SHARE = re.compile(r"占[^\d，。；\n]{0,6}?\s*(?:约|近)?\s*(\d+(?:\.\d+)?)\s*[%％]")
GROWTH = re.compile(
    r"[由从]\D{0,8}?(\d[\d,]*(?:\.\d+)?)\s*(\D{1,4}?)(增加|增长|增|上升|提高|升|扩大|减少|下降|降|缩短)[到至为]\D{0,4}?(\d[\d,]*(?:\.\d+)?)\s*\2"
    r"[^。；\n]{0,6}?(?:增长|增幅|增加|提高|下降|降幅|减少)了?\s*(?:约|近)?\s*(\d+(?:\.\d+)?)\s*[%％]"
)
ROUNDED = Decimal(1)  # percentage points
FEW, HUNDRED = 10, 100
HAN = re.compile(r"[\u4e00-\u9fff]")


def check(texts, figures) -> Iterator[Finding]:
    """Compare key figures with the text, headlines with the parts, and shares with their counts."""
    figures = [figure for figure in figures if figure["value"] is not None]
    found = {text.field: mentions(text.words) for text in texts}
    yield from _against_figures(texts, figures, found)
    yield from _against_headlines(texts, found)
    for text in texts:
        yield from _shares(text, found[text.field])
        yield from _growth(text)
    yield from _percentages(figures)


def _against_figures(texts, figures, found) -> Iterator[Finding]:
    units = [in_units(figure["value"], figure["unit"])[1] for figure in figures]
    for figure, unit in zip(figures, units, strict=True):
        value = in_units(figure["value"], figure["unit"])[0]
        alone = units.count(unit) == 1 and unit not in COMMON
        for text in (text for text in texts if text.field not in OTHER_TIMES):
            same = [mention for mention in found[text.field] if mention.unit == unit]
            if any(mention.fits(value) for mention in same):
                continue
            for mention in same:
                if _is_total(text.words, mention) and _about(figure["label"], value, text.words, mention, alone):
                    yield _differs(text, mention, figure)
                    break


def _about(label: str, value: Decimal, words: str, mention: Mention, alone: bool) -> bool:
    """Say whether a number in the text counts what the key figure's label names.

    Half of the label's words in the same clause say so. Where no other key figure has the unit, one word or half of the
    characters do; and a number with the same digits in another order (312, 321) is a slip whatever stands around it.
    """
    clause = _clause(words, mention)
    wanted = _bigrams(label)
    shared = wanted & _bigrams(clause)
    if wanted and len(shared) / len(wanted) >= ALIKE:
        return True
    letters = set(label) & set(HAN.findall(label))
    swapped = mention.value >= HUNDRED and sorted(_plain(mention.value)) == sorted(_plain(value))
    return alone and bool(shared or swapped or len(letters & set(clause)) >= ALIKE * len(letters) > 0)


def _differs(text, mention: Mention, figure) -> Finding:
    said = text.words[mention.start : mention.end]
    what = f"写的是“{said}”，关键数字“{figure['label']}”是 {_plain(figure['value'])} {figure['unit']}"
    why = "同一件事，标题、正文和关键数字要一个数。请对照原始记录，改哪边都行。"
    return Finding(Level.SHOULD, text.field, text.label, what, why, excerpt(text.words, mention.start, mention.end))


def _against_headlines(texts, found) -> Iterator[Finding]:
    """Compare what the title and the summary count with what the parts count; one finding per headline number."""
    parts = [text for text in texts if text.field not in HEADLINES]
    for head in (text for text in texts if text.field in HEADLINES):
        for mention in found[head.field]:
            named = mention.unit in COMMON and mention.value < FEW  # 六张单子 is a name
            if _is_total(head.words, mention) and mention.unit not in CALENDAR and not named:
                yield from _unbacked(head, mention, parts, found)


def _unbacked(head, mention: Mention, parts, found) -> Iterator[Finding]:
    rivals = [(part, other) for part in parts for other in found[part.field] if other.unit == mention.unit]
    if any(other.fits(mention.value) or mention.fits(other.value) for _, other in rivals):
        return
    named = _bigrams(_window(head.words, mention))
    for part, other in rivals:
        if _is_total(part.words, other) and named & _bigrams(_window(part.words, other)):
            here, there = head.words[mention.start : mention.end], part.words[other.start : other.end]
            what = f"写的是“{here}”，{part.label}里是“{there}”"
            quote = excerpt(part.words, other.start, other.end)
            yield Finding(Level.SHOULD, head.field, head.label, what, "说的如果是同一件事，两处要一个数。", quote)
            return


def _shares(text, found: list[Mention]) -> Iterator[Finding]:
    """Check 60 户中有 45 户，占 75%: two counts of one unit and their share in one sentence."""
    for match in SHARE.finditer(text.words):
        start = max(text.words.rfind(mark, 0, match.start()) for mark in "。；！？\n") + 1
        counts = [m for m in found if start <= m.start < match.start() and m.unit not in CALENDAR and m.unit != "%"]
        if (
            len(counts) != len(("part", "whole"))
            or counts[0].unit != counts[1].unit
            or counts[0].ordinal
            or counts[1].ordinal
        ):
            continue
        small, large = sorted(mention.value for mention in counts)
        if large and abs(small / large * 100 - Decimal(match[1])) > ROUNDED:
            what = f"{_plain(small)} 是 {_plain(large)} 的 {small / large:.0%}，写的是 {match[1]}%"
            yield Finding(
                Level.SHOULD,
                text.field,
                text.label,
                what,
                "百分比和人数、件数要算得拢。",
                excerpt(text.words, *match.span()),
            )


def _growth(text) -> Iterator[Finding]:
    """Check 由 12 户增加到 60 户，增长 400%."""
    for match in GROWTH.finditer(text.words):
        before, after = (Decimal(match[place].replace(",", "")) for place in (1, 4))
        if before and abs(abs(after - before) / before * 100 - Decimal(match[5])) > ROUNDED:
            right = abs(after - before) / before
            what = f"从 {_plain(before)} 到 {_plain(after)} 是 {right:.0%}，写的是 {match[5]}%"
            yield Finding(
                Level.SHOULD,
                text.field,
                text.label,
                what,
                "增减的百分比要和前后两个数算得拢。",
                excerpt(text.words, *match.span()),
            )


def _percentages(figures) -> Iterator[Finding]:
    for figure in figures:
        share = figure["unit"] in ("%", "％") and re.search("率|比|占", figure["label"])
        if share and not re.search("增|升|长", figure["label"]) and not 0 <= figure["value"] <= HUNDRED:
            what = f"“{figure['label']}”是 {_plain(figure['value'])}%"
            yield Finding(Level.SHOULD, "figures", "关键数字", what, "占比、比率在 0 到 100% 之间。")


def _is_total(words: str, mention: Mention) -> bool:
    """Say whether the number counts the whole thing: not an ordinal, not an article, not a share of it."""
    if mention.ordinal or (mention.chinese and mention.value <= ARTICLE):
        return False
    return not PARTIAL.search(_clause(words, mention))


def _clause(words: str, mention: Mention) -> str:
    """Return the clause around a number."""
    before = CLAUSE.split(words[max(0, mention.start - LONGEST_CLAUSE) : mention.start])[-1]
    after = CLAUSE.split(words[mention.start : mention.end + LONGEST_CLAUSE], maxsplit=1)[0]
    return before + after


def _window(words: str, mention: Mention) -> str:
    """Return the few characters before and after a number, within its clause; a line break stands for the number."""
    before = CLAUSE.split(words[max(0, mention.start - WINDOW) : mention.start])[-1]
    after = CLAUSE.split(words[mention.end : mention.end + WINDOW])[0]
    return f"{before}\n{after}"


def _bigrams(words: str) -> set[str]:
    """Return the pairs of Han characters that stand side by side."""
    runs = re.findall(r"[\u4e00-\u9fff]+", words)
    return {run[place : place + 2] for run in runs for place in range(len(run) - 1)}


def _plain(value) -> str:
    """Write 21.00 as 21."""
    return f"{Decimal(value).normalize():f}"
