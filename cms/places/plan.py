"""The dry run of an import: what each row would do, or why it cannot."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from cms.places.models import PlacePage, Status, StatusChange, Tier
from cms.places.models.place import PARENT_TIERS
from cms.places.sheet import COLUMNS, Row

TIERS = {label: Tier(value) for value, label in Tier.choices}
STATUSES = {label: Status(value) for value, label in Status.choices}
FACTS = ("head_title", "address", "opening_hours")
COORDINATES = ("latitude", "longitude")


@dataclass(frozen=True)
class Said:
    """One sentence about one row."""

    row: int
    words: str


@dataclass
class Known:
    """A place of the register, or one that a row above will add (then without pk and path)."""

    tier: Tier
    path: str = ""
    pk: int | None = None
    code: str = ""
    facts: dict = field(default_factory=dict)
    status: str | None = None
    history: dict[dt.date, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Addition:
    """A place to be added below another one, named by its key."""

    key: tuple[str, ...]
    place: PlacePage
    since: dt.date


@dataclass(frozen=True)
class Change:
    """A status that a known place has from a day on."""

    pk: int
    status: Status
    since: dt.date


@dataclass
class Plan:
    """What an import would do; with problems it does nothing."""

    additions: list[Addition] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    problems: list[Said] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    unchanged: int = 0

    @property
    def does_nothing(self) -> bool:
        return not (self.additions or self.changes)


def register() -> dict[tuple[str, ...], Known]:
    """Return every place of the city by its names from the county down; two queries."""
    histories: dict[int, dict] = {}
    for pk, since, status in StatusChange.objects.order_by("since").values_list("place", "since", "status"):
        histories.setdefault(pk, {})[since] = status
    names: dict[str, tuple[str, ...]] = {}
    found = {}
    for place in PlacePage.objects.defer("introduction").order_by("path"):
        names[place.path] = key = (*names.get(place.path[: -Page.steplen], ()), place.title)
        found[key] = _known(place, histories.get(place.pk, {}))
    return found


def _known(place: PlacePage, history: dict[dt.date, str]) -> Known:
    values = {name: getattr(place, name) for name in (*FACTS, *COORDINATES)}
    facts = {name: "" if value is None else str(value) for name, value in values.items()}
    today = _on(history, timezone.localdate()) or place.status
    return Known(Tier(place.tier), place.path, place.pk, place.code or "", facts, today, history)


def plan(rows: list[Row], top: Page) -> Plan:
    """Look at every row, places above before those below; only what lies at or below `top` may be touched."""
    return _Planner(rows, top).plan()


class _Planner:
    def __init__(self, rows: list[Row], top: Page):
        self.rows = rows
        self.top = top
        self.today = timezone.localdate()
        self.known = register()
        self.codes = {known.code: key for key, known in self.known.items() if known.code}
        self.seen: dict[tuple[str, ...], int] = {}
        self.result = Plan()

    def plan(self) -> Plan:
        for row in sorted(self.rows, key=lambda row: (len(row.key), row.number)):
            reasons = list(self._reasons(row))
            self.seen.setdefault(row.key, row.number)
            self.result.problems += [Said(row.number, words) for words in reasons]
            if not reasons:
                self._take(row)
        self.result.problems.sort(key=lambda said: said.row)
        self.result.notes.sort(key=lambda said: said.row)
        return self.result

    def _reasons(self, row: Row) -> Iterator[str]:
        """Yield everything that is wrong with a row; what cannot be read is told first and alone."""
        unread = list(_unreadable(row, self.today))
        if unread:
            yield from unread
        elif row.key in self.seen:
            yield f"和第 {self.seen[row.key]} 行是同一个地方"
        elif row["code"] and self.codes.get(row["code"], row.key) != row.key:
            yield f"登记编号 {row['code']} 已经是“{'/'.join(self.codes[row['code']])}”的了"
        else:
            known = self.known.get(row.key)
            yield from self._about_known(row, known) if known else self._about_new(row)

    def _about_known(self, row: Row, known: Known) -> Iterator[str]:
        if not known.path.startswith(self.top.path):
            yield "不在您管理的范围里"
        elif TIERS[row["tier"]] != known.tier:
            yield f"登记的是{known.tier.label}，层级不能在这里改"
        elif row.since is None and STATUSES[row["status"]] != known.status:
            yield "状态变了，要写“自何日起”"
        elif row.since and known.history.get(row.since, STATUSES[row["status"]]) != STATUSES[row["status"]]:
            yield f"{row.since} 已经登记为“{Status(known.history[row.since]).label}”，同一天不能有两个状态"

    def _about_new(self, row: Row) -> Iterator[str]:
        tier, above = TIERS[row["tier"]], self.known.get(row.parents)
        if tier == Tier.CENTRE:
            yield "县级中心由系统管理员设立，不能导入"
        elif not row.parents:
            yield "没有写上级"
        elif above is None:
            bad = self.seen.get(row.parents)
            yield f"上级（第 {bad} 行）没有通过" if bad else f"找不到上级“{'/'.join(row.parents)}”"
        elif above.path and not above.path.startswith(self.top.path):
            yield "不在您管理的范围里"
        elif above.tier not in PARENT_TIERS[tier]:
            yield f"{tier.label}不能放在{above.tier.label}下面"
        elif row.since is None:
            yield "没有写“自何日起”"
        else:
            yield from _unfit(_new_place(row))

    def _take(self, row: Row) -> None:
        """Put a sound row on the plan."""
        if row["code"]:
            self.codes[row["code"]] = row.key
        known, status = self.known.get(row.key), STATUSES[row["status"]]
        if known is None:
            self.known[row.key] = Known(TIERS[row["tier"]])
            self.result.additions.append(Addition(row.key, _new_place(row), row.since))
            return
        if row.since is None or _on(known.history, row.since) == status:
            self.result.unchanged += 1
        else:
            self.result.changes.append(Change(known.pk, status, row.since))
        differing = [COLUMNS[name] for name in _differing(row, known)]
        if differing:
            words = f"{'、'.join(differing)}和现在登记的不一样；导入只加阵地和状态，这些请在“我的阵地”里改"
            self.result.notes.append(Said(row.number, words))


def _on(history: dict[dt.date, str], day: dt.date) -> str | None:
    """Return the status on a day from the days on which it changed."""
    days = [since for since in history if since <= day]
    return history[max(days)] if days else None


def _unreadable(row: Row, today: dt.date) -> Iterator[str]:
    if not row["name"]:
        yield "没有写名称"
    if row["tier"] not in TIERS:
        yield f"层级“{row['tier']}”不认识，应写{'、'.join(TIERS)}"
    if row["status"] not in STATUSES:
        yield f"状态“{row['status']}”不认识，应写{'、'.join(STATUSES)}"
    try:
        late = row.since and row.since > today
    except ValueError:
        yield f"日期“{row['since']}”看不懂，应写成 2022-06-30"
    else:
        if late:
            yield f"日期 {row.since} 还没有到"


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return Decimal("NaN")


def _new_place(row: Row) -> PlacePage:
    facts = {name: row[name] for name in FACTS} | {name: _number(row[name]) for name in COORDINATES}
    status, tier = STATUSES[row["status"]], TIERS[row["tier"]]
    return PlacePage(title=row["name"], tier=tier, status=status, code=row["code"] or None, **facts)


def _unfit(place: PlacePage) -> Iterator[str]:
    """Yield what the fields of a new place do not take."""
    try:
        place.clean_fields(exclude={field.name for field in place._meta.fields} - {*COLUMNS, "title"})
    except ValidationError as error:
        labels = COLUMNS | {"title": "名称"}
        yield from (f"{labels[name]}：{' '.join(words)}" for name, words in error.message_dict.items())


def _differing(row: Row, known: Known) -> Iterator[str]:
    """Yield the columns that say something else than the register; a blank cell says nothing."""
    for name in FACTS:
        if row[name] not in ("", known.facts[name]):
            yield name
    for name in COORDINATES:
        if row[name] and _number(row[name]) != _number(known.facts[name]):
            yield name
    if row["code"] not in ("", known.code):
        yield "code"
