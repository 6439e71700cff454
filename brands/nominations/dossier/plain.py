"""What documents are written from: plain words and numbers, already chosen; a document asks nothing of the database."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True)
class Photo:
    """A picture, what stands below it, and how its file is opened."""

    open: Callable[[], BinaryIO]
    caption: str = ""
    credit: str = ""

    @property
    def below(self) -> str:
        return f"{self.caption}（{self.credit} 摄）" if self.credit else self.caption


@dataclass(frozen=True)
class Story:
    """案例正文: its parts as (heading, words)."""

    title: str
    unit: str
    parts: list[tuple[str, str]]
    figures: tuple[str, ...] = ()  # e.g. 小院党课 36 堂（截至2026年6月30日，签到簿）
    photos: tuple[Photo, ...] = ()
    authors: str = ""


@dataclass(frozen=True)
class Form:
    """推荐表: its cells as (label, words) in the notice's order, and the county's opinion."""

    title: str
    cells: list[tuple[str, str]]
    opinion: str
    foot: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a summary sheet; neighbours of one group stand under one heading. Width in characters."""

    label: str
    group: str = ""
    kind: str = "text"  # text, number, date
    width: int = 16


@dataclass(frozen=True)
class Summary:
    """汇总表: one line a case."""

    title: str
    columns: list[Column]
    rows: list[list]


@dataclass(frozen=True)
class Line:
    """One case on a public notice; what was taken off since is struck, never erased."""

    title: str
    about: str
    off: bool = False


@dataclass(frozen=True)
class Notice:
    """公示: the same words as the public page."""

    title: str
    opening: str
    lines: list[Line]
    when: str
    uncertain: str
    how: str
    contact: str
