"""What a call asks for, read from the data that its blocks hold, live or frozen with a nomination."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Section:
    """One heading of a text, and the part of the case that stands under it."""

    key: str
    heading: str
    part: str


@dataclass(frozen=True)
class Cell:
    """One cell of the form."""

    key: str
    label: str
    source: str
    max_words: int | None = None
    required: bool = True


@dataclass(frozen=True)
class Column:
    """One column of the summary sheet."""

    key: str
    label: str
    source: str
    group: str = ""
    kind: str = "text"  # text, number, date
    width: int = 16  # characters


@dataclass(frozen=True)
class Rule:
    """One thing that the notice asks for; the key is its block's, and never changes."""

    key: str
    name: str = ""
    category: str = ""  # "" concerns every category
    blocking: bool = True

    def concerns(self, category: str | None) -> bool:
        """Say whether the rule is about this category; None is one that is not chosen yet."""
        return category is None or self.category in ("", category)


@dataclass(frozen=True)
class TextRule(Rule):
    """A text, its source and length in 字 (cms.core.han.count_words)."""

    source: str = "body"
    sections: tuple[Section, ...] = ()
    min_words: int | None = None
    max_words: int | None = None


@dataclass(frozen=True)
class ImageRule(Rule):
    """Photos; sizes in pixels and bytes."""

    which: str = "photos"
    min_count: int | None = None
    max_count: int | None = None
    formats: tuple[str, ...] = ()
    min_bytes: int | None = None
    max_bytes: int | None = None
    width: int | None = None
    height: int | None = None
    min_width: int | None = None
    min_height: int | None = None
    ratio: str = ""
    min_dpi: int | None = None
    this_year: bool = False
    caption: bool = False
    must_show: str = ""
    file_name: str = ""


@dataclass(frozen=True)
class VideoRule(Rule):
    """A film; width and height are the least."""

    min_seconds: int | None = None
    max_seconds: int | None = None
    width: int | None = None
    height: int | None = None
    ratio: str = ""
    formats: tuple[str, ...] = ()
    max_bytes: int | None = None
    subtitles: bool = False
    must_show: str = ""
    file_name: str = ""


@dataclass(frozen=True)
class FileRule(Rule):
    """Another paper."""

    formats: tuple[str, ...] = ()
    max_bytes: int | None = None
    file_name: str = ""


@dataclass(frozen=True)
class FormRule(Rule):
    """推荐表."""

    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class TableRule(Rule):
    """汇总表: one line a case."""

    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class EligibilityRule(Rule):
    """A condition that the case itself must meet (material.choices.Condition)."""

    kind: str = ""
    number: int | None = None
    words: str = ""


@dataclass(frozen=True)
class PackagingRule(Rule):
    """How the files are put together."""

    one_folder: bool = True
    folder_name: str = ""


KINDS = {
    "text": TextRule,
    "image": ImageRule,
    "video": VideoRule,
    "file": FileRule,
    "form": FormRule,
    "table": TableRule,
    "eligibility": EligibilityRule,
    "packaging": PackagingRule,
}
ROWS = {"sections": Section, "cells": Cell, "columns": Column}


def read(raw: list[dict]) -> list[Rule]:
    """Return the rules of a stream as stored, [{"id", "type", "value"}]; kinds that are unknown are passed over."""
    return [_rule(item) for item in raw if item["type"] in KINDS]


def _rule(item: dict) -> Rule:
    kind = KINDS[item["type"]]
    known = {one.name for one in fields(kind)}
    said = {name: _value(name, value) for name, value in item["value"].items() if name in known}
    return kind(key=item["id"], **{name: value for name, value in said.items() if value is not None})


def _value(name: str, value):
    if name in ROWS:
        return tuple(_row(ROWS[name], row) for row in value or ())
    return tuple(value) if isinstance(value, list) else value


def _row(kind, item: dict):
    known = {one.name for one in fields(kind)}
    said = {name: value for name, value in item["value"].items() if name in known and value is not None}
    return kind(key=item["id"], **said)
