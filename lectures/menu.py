"""宣讲菜单: the courses that may be asked for, by theme, as a page and as a sheet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from cms.core import sheets
from cms.pages.addresses import address
from cms.places.made import below
from lectures.models import CoursePage
from lectures.public_rows import COUNTY, county_titles

COLUMNS = {  # the labels, and how wide each column is
    "主题": 14,
    "课程": 30,
    "形式": 10,
    "时长（分钟）": 12,
    "适合对象": 20,
    "谁来讲": 24,
    "从哪里来": 16,
    "要点": 60,
}
OTHERS = "其他"


@dataclass(frozen=True)
class Dish:
    """One course of the menu."""

    theme: str
    title: str
    form: str
    minutes: int
    audiences: str
    speakers: str
    county: str
    key_points: str
    url: str

    @property
    def points(self) -> list[str]:
        return [point.strip().rstrip("。；") for point in self.key_points.splitlines() if point.strip()]


def dishes(county=None) -> list[Dish]:
    """Return the published courses, of one county or of all, by theme; four queries however many there are."""
    courses = CoursePage.objects.live().public()
    if county is not None:
        courses = courses.filter(path__range=below(county))
    rows = courses.order_by("theme__sort_order", "theme", "title", "pk").values_list(
        "pk", "path", "url_path", "title", "theme__name", "form__name", "minutes", "key_points"
    )
    counties = county_titles()
    audiences = _joined(CoursePage.audiences.through.objects, "audience__name", "audience__sort_order")
    speakers = _joined(CoursePage.speakers.through.objects.filter(speakerpage__live=True), "speakerpage__title", "pk")
    return [
        Dish(theme or OTHERS, title, form or "", minutes, audiences.get(pk, ""), speakers.get(pk, ""),
             counties.get(path[:COUNTY], "全市"), points, address(url_path))
        for pk, path, url_path, title, theme, form, minutes, points in rows
    ]  # fmt: skip


def by_theme(found: Iterable[Dish]) -> list[tuple[str, list[Dish]]]:
    """Return the courses under their themes; those without one come last."""
    ordered = sorted(found, key=lambda dish: dish.theme == OTHERS)
    return [(theme, list(group)) for theme, group in groupby(ordered, lambda dish: dish.theme)]


def write(found: Iterable[Dish]) -> bytes:
    """Return the menu as .xlsx."""
    rows = (
        (dish.theme, dish.title, dish.form, dish.minutes, dish.audiences, dish.speakers, dish.county,
         "；".join(dish.points))
        for dish in found
    )  # fmt: skip
    return sheets.write("宣讲菜单", list(COLUMNS), rows, widths=list(COLUMNS.values()), freeze="C2")


def _joined(rows: QuerySet, name: str, order: str) -> dict[int, str]:
    """Return the names that belong to each course, in their order."""
    found = defaultdict(list)
    for course, word in rows.order_by(order, "pk").values_list("coursepage", name):
        found[course].append(word)
    return {course: "、".join(words) for course, words in found.items()}
