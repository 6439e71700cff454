"""The dry run of a ledger: what each row would do, or why it cannot."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from lectures.ledger.diaries import Diaries
from lectures.ledger.known import Known
from lectures.ledger.lines import Line, Reader, Unclear
from lectures.ledger.sheet import Row

EVERY = 500  # rows between two words about how far it has come
MOST_SHOWN = 300  # problems that are told one by one; only for so many clashes the nearest free time is looked for


class Said(NamedTuple):
    """One sentence about one row."""

    row: int
    words: str


@dataclass
class Plan:
    """What a ledger would do; with problems it does nothing."""

    lines: list[Line] = field(default_factory=list)  # to be added
    problems: list[Said] = field(default_factory=list)
    unchanged: int = 0
    clashes: int = 0
    diaries: Diaries | None = None

    @property
    def does_nothing(self) -> bool:
        return not self.lines


@dataclass
class Read:
    """Rows, understood: what they speak of, and what could not be understood."""

    known: Known
    lines: list[Line]
    problems: list[Said]

    @property
    def places(self) -> set[int]:
        return {line.spot.pk for line in self.lines}

    @property
    def speakers(self) -> set[int]:
        return {pk for line in self.lines for pk in line.speakers}


def understand(rows: list[Row], user) -> Read:
    """Say what each row means, or what is wrong with it; nothing is looked up in the diary."""
    known = Known(user)
    reader, read = Reader(known), Read(known, [], [])
    for row in rows:
        try:
            read.lines.append(reader.line(row))
        except Unclear as unclear:
            read.problems.append(Said(row.number, "；".join(unclear.reasons)))
    return read


def plan(read: Read, tell: Callable[[int, int], None] = lambda done, total: None) -> Plan:
    """Look at every line: does it fit into the diary, and to the lines above it?"""
    found = Plan(problems=list(read.problems), diaries=Diaries(read.known, read.lines))
    for number, line in enumerate(read.lines):
        if number % EVERY == 0:
            tell(number, len(read.lines))
        _place(line, found)
    found.problems.sort()
    return found


def _place(line: Line, found: Plan) -> None:
    differing = found.diaries.differs(line)
    if differing == []:
        found.unchanged += 1
    elif differing:
        words = f"这一场已经登记了，{'、'.join(differing)}和登记的不一样；要改请到那一场里改"
        found.problems.append(Said(line.number, words))
    elif clash := found.diaries.clash(line, with_gap=found.clashes < MOST_SHOWN):
        found.clashes += 1
        found.problems.append(Said(line.number, clash))
    else:
        found.diaries.add(line)
        found.lines.append(line)
