"""What documents say of a case: from an entry (the case as a call sees it) to plain words and pictures."""

from brands.nominations import facts
from brands.nominations.dossier import plain
from brands.nominations.dossier.body import body
from brands.nominations.dossier.form import form
from brands.nominations.dossier.standard import completed
from brands.nominations.entry import Entry, Shown
from brands.nominations.material.choices import Source
from brands.nominations.material.rules import FormRule, ImageRule, Rule, TableRule, TextRule

WITH_PHOTOS = (Source.BODY, Source.LONG)  # texts long enough to be illustrated


def rules_of(entry: Entry) -> list[Rule]:
    return completed(entry.rules)


def papers(entry: Entry) -> dict[str, tuple[str, Rule]]:
    """Return the documents of a case: address → (name, rule); the form first."""
    named = [rule for rule in rules_of(entry) if isinstance(rule, FormRule | TextRule)]
    named.sort(key=lambda rule: not isinstance(rule, FormRule))
    return {f"paper-{number}": (rule.name, rule) for number, rule in enumerate(named, start=1)}


def written(entry: Entry, rule: FormRule | TextRule) -> bytes:
    """Return one document of a case."""
    return form(form_of(entry, rule)) if isinstance(rule, FormRule) else body(story_of(entry, rule))


def form_of(entry: Entry, rule: FormRule) -> plain.Form:
    cells = [(cell.label, entry.fact(cell)) for cell in rule.cells if cell.source != Source.OPINION]
    nomination = entry.nomination
    foot = f"稿件编号 {_revision(entry)} · 申报 {nomination.pk} 号" if nomination else ""
    return plain.Form(f"{entry.call['title']}\n{rule.name}", cells, entry.fact(Source.OPINION), foot)


def story_of(entry: Entry, rule: TextRule) -> plain.Story:
    """Return a text; figures go with the case's own words, photos with the long texts.

    Where the notice says how long the text may be, it is handed in as it was counted: without figures of its own.
    """
    own = rule.source == Source.BODY
    told = any(section.part != Source.OWN for section in rule.sections) or not rule.sections
    return plain.Story(
        title=entry.case.title,
        unit=entry.fact(Source.UNIT),
        parts=entry.text(rule),
        figures=tuple(facts.figure(one) for one in entry.case.figures()) if own and not rule.max_words else (),
        photos=tuple(_photo(shown) for shown in illustrating(entry)) if rule.source in WITH_PHOTOS and told else (),
        authors=f"撰稿：{entry.fact(Source.AUTHORS)}" if own and entry.fact(Source.AUTHORS) else "",
    )


def add_row(entry: Entry, table: TableRule, rows: list[list]) -> None:
    """Add the case's line to a summary sheet that concerns its category, numbered as it comes."""
    if table.concerns(entry.category):
        said = {Source.NUMBER: len(rows) + 1}
        rows.append([said.get(column.source, "") or entry.fact(column) for column in table.columns])


def summary_of(title: str, table: TableRule, rows: list[list]) -> plain.Summary:
    columns = [plain.Column(one.label, one.group, one.kind, one.width) for one in table.columns]
    return plain.Summary(f"{title}{table.name}", columns, rows)


def illustrating(entry: Entry) -> list[Shown]:
    """Return the photos that stand in the texts: those that are handed in, or the case's own; none that is withheld."""
    rules = [rule for rule in rules_of(entry) if isinstance(rule, ImageRule) and rule.which == "photos"]
    shown = entry.pictures(rules[0]) if rules else entry.photos
    return [one for one in shown if not one.image.withheld]


def _photo(shown: Shown) -> plain.Photo:
    file = shown.image.file
    return plain.Photo(lambda: file.storage.open(file.name, "rb"), shown.caption, shown.credit)


def _revision(entry: Entry) -> int | None:
    nomination = entry.nomination
    sealed = None if nomination.in_hand else nomination.revision_id
    return sealed or nomination.case.live_revision_id
