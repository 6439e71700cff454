"""The queue as people see it: one row a page that waits, oldest first."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page, TaskState

from cms.places import scope
from cms.review import queries
from cms.review.steps import Step

MOST = 500  # nobody has more to read; the rest comes when these are done


@dataclass(frozen=True)
class Waiting:
    """One page that waits for a decision."""

    pk: int
    step: Step
    page_pk: int
    title: str
    kind: tuple[str, str]  # (model name, what people call it)
    place: str
    county: tuple[str, str]  # (tree path, title)
    author: str
    since: datetime
    correction: bool

    @property
    def facts(self) -> str:
        """Where it comes from, who wrote it and what kind of page it is, in one line."""
        parts = [self.kind[1], self.place, self.author]
        return " · ".join(filter(None, parts))


@dataclass(frozen=True)
class Sieve:
    """What the queue is narrowed by: a step, a kind of page, a county ("" for all)."""

    step: str = ""
    kind: str = ""
    county: str = ""

    @classmethod
    def of(cls, query) -> "Sieve":
        return cls(query.get("step", ""), query.get("kind", ""), query.get("county", ""))

    def keeps(self, row: Waiting) -> bool:
        pairs = ((self.step, row.step.value), (self.kind, row.kind[0]), (self.county, row.county[0]))
        return all(wanted in ("", has) for wanted, has in pairs)


def waiting(user) -> list[Waiting]:
    """Return what this person may decide now; two queries."""
    return rows(queries.decidable(user))


def rows(states) -> list[Waiting]:
    """Read open task states as rows; two queries, however many there are."""
    related = ("task__reviewtask", "workflow_state__round__page__owner", "workflow_state__requested_by")
    states = list(states.select_related(*related)[:MOST])
    paths = {state.workflow_state.round.scope_path for state in states}
    paths |= {scope.county_path(path) for path in paths}
    titles = dict(Page.objects.filter(path__in=paths).values_list("path", "title")) if paths else {}
    return [_row(state, titles) for state in states]


def _row(state: TaskState, titles: dict[str, str]) -> Waiting:
    round_ = state.workflow_state.round
    page, county = round_.page, scope.county_path(round_.scope_path)
    kind = page.cached_content_type.model_class()
    author = page.owner or state.workflow_state.requested_by
    return Waiting(
        pk=state.pk,
        step=Step(state.task.reviewtask.step),
        page_pk=page.pk,
        title=page.draft_title or page.title,
        kind=(kind._meta.model_name, str(kind._meta.verbose_name)),
        place=titles.get(round_.scope_path, ""),
        county=(county, titles.get(county, "")),
        author=author.name if author else "",
        since=state.started_at,
        correction=bool(round_.correction),
    )


def choices(found: list[Waiting], sieve: Sieve) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """Return the filters worth offering, as (name, label, [(value, label, chosen)]); a single value needs none."""
    columns = (
        ("step", "步骤", [(row.step.value, row.step.label) for row in found]),
        ("kind", "栏目", [row.kind for row in found]),
        ("county", "县（市、区）", [row.county for row in found]),
    )
    offered = ((name, label, list(dict.fromkeys(pairs))) for name, label, pairs in columns)
    return [
        (name, label, [(value, words, value == getattr(sieve, name)) for value, words in pairs])
        for name, label, pairs in offered
        if len(pairs) > 1
    ]
