"""Texts: written, long enough, not too long; 字数 as Word and WPS count them, headings as they are printed."""

from collections.abc import Iterator

from brands.nominations import facts
from brands.nominations.dossier.body import numbered
from brands.nominations.entry import Entry
from brands.nominations.gaps.gap import Gap, Where, by
from brands.nominations.material.choices import Source
from brands.nominations.material.rules import TextRule
from cms.core.han import count_words


def check(rule: TextRule, entry: Entry) -> Iterator[Gap]:
    sections = entry.text(rule)
    empty = [number for number, (_, words) in enumerate(sections) if not words]
    for number in empty:
        where, spot = place_of(rule, number)
        named = f"“{sections[number][0]}”这一段" if sections[number][0] else rule.name
        yield by(rule, f"{named}还没有写", demand(rule), "写好以后这里会自己消掉。", where, spot)
    if not sections:
        yield by(rule, f"{rule.name}还没有写", demand(rule), "先写案例的五段话。", Where.CASE, "id_background")
    elif len(empty) < len(sections):
        yield from _length(rule, count_words(facts.body(numbered(sections))))


def demand(rule: TextRule) -> str:
    """Return what the notice says of the length: e.g. 3000 到 5000 字."""
    if rule.min_words and rule.max_words:
        return f"{rule.name} {rule.min_words} 到 {rule.max_words} 字"
    if rule.max_words:
        return f"{rule.name}不超过 {rule.max_words} 字"
    return f"{rule.name}不少于 {rule.min_words} 字" if rule.min_words else f"要有{rule.name}"


def _length(rule: TextRule, have: int) -> Iterator[Gap]:
    where, spot = place_of(rule, 0)
    if rule.max_words and have > rule.max_words:
        over = have - rule.max_words
        yield by(rule, f"现在 {have} 字，超了 {over} 字", demand(rule), f"删掉 {over} 字。", where, spot)
    elif rule.min_words and have < rule.min_words:
        short = rule.min_words - have
        yield by(rule, f"现在 {have} 字，还差 {short} 字", demand(rule), f"再写 {short} 字。", where, spot)


def place_of(rule: TextRule, number: int) -> tuple[Where, str]:
    """Return where the text, or its section of this number, is written."""
    if rule.source == Source.OWN:
        return Where.ANSWERS, rule.key
    if rule.source == Source.BODY and rule.sections:
        section = rule.sections[number]
        return (Where.ANSWERS, section.key) if section.part == Source.OWN else (Where.CASE, f"id_{section.part}")
    if rule.source in (Source.BODY, Source.SUMMARY):
        return Where.CASE, "id_practice" if rule.source == Source.BODY else "id_summary"
    return Where.RENDITIONS, f"renditionsform_{rule.source}"
