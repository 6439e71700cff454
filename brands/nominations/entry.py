"""One case as one call sees it: rules, texts, pictures, films and papers, live or frozen."""

from dataclasses import dataclass, field
from functools import cached_property

from brands.models import CasePage
from brands.nominations import facts
from brands.nominations.material.choices import Source
from brands.nominations.material.rules import (
    Cell,
    Column,
    FileRule,
    FormRule,
    ImageRule,
    Rule,
    TextRule,
    VideoRule,
    read,
)
from brands.nominations.models import Attachment, Call, Nomination
from cms.places.models import PlacePage
from media.models import CustomImage, Video


@dataclass(frozen=True)
class Shown:
    """One picture with what is told of it."""

    image: CustomImage
    caption: str
    credit: str


@dataclass
class Entry:
    """What is asked, and what there is to answer it with."""

    call: dict  # as Call.rules() gives it
    case: CasePage
    county: PlacePage
    category: str | None = ""  # None while nobody has chosen one
    opinion: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    nomination: Nomination | None = None
    frozen_facts: dict[str, str] | None = None
    frozen_attachments: list[dict] | None = None  # see freezing.sealed

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that concern this case's category, in the notice's order."""
        return [rule for rule in read(self.call.get("materials", [])) if rule.concerns(self.category)]

    @cached_property
    def facts(self) -> dict[str, str]:
        if self.frozen_facts is not None:
            return self.frozen_facts
        return facts.of(self.case, self.county, self.category or "", self.opinion)

    @cached_property
    def attachments(self) -> list[Attachment]:
        if self.nomination is None:
            return []
        rows = self.nomination.attachments.select_related("image", "video")
        if self.frozen_attachments is None:
            return list(rows.filter(dropped_at=None))
        return list(rows.filter(pk__in=[row["pk"] for row in self.frozen_attachments]))

    def of_kind(self, kind: type[Rule]) -> list:
        return [rule for rule in self.rules if isinstance(rule, kind)]

    def answer(self, key: str) -> str:
        return self.answers.get(key, "").strip()

    def fact(self, asked: Cell | Column | str) -> str:
        """Return the words of a source, or of a form's cell or a sheet's column."""
        if isinstance(asked, str):
            return self.facts.get(asked, "")
        if asked.source == Source.OWN:
            return self.answer(self.key_of(asked))
        return self.facts.get(asked.source, "")

    def key_of(self, asked: Cell | Column) -> str:
        """Return where the words typed for a cell or a column are kept: a column called like a cell has the cell's."""
        return self._cells.get(asked.label, asked.key) if isinstance(asked, Column) else asked.key

    @cached_property
    def _cells(self) -> dict[str, str]:
        cells = [cell for rule in self.of_kind(FormRule) for cell in rule.cells]
        return {cell.label: cell.key for cell in cells if cell.source == Source.OWN}

    def text(self, rule: TextRule) -> list[tuple[str, str]]:
        """Return the sections of a text: [(heading or "", words)]."""
        if rule.source == Source.OWN:
            return [("", self.answer(rule.key))]
        if rule.source != Source.BODY:
            return [("", self.fact(rule.source))]
        if not rule.sections:
            return [(heading, words) for _, heading, words in self.case.parts]
        return [(section.heading, self._part(section)) for section in rule.sections]

    def _part(self, section) -> str:
        return self.answer(section.key) if section.part == Source.OWN else getattr(self.case, section.part).strip()

    def pictures(self, rule: ImageRule) -> list[Shown]:
        """Return the photos chosen for a rule, or all of the case's in order when nobody has chosen; or its cover."""
        if rule.which == "cover":
            return [self._shown(self.case.cover)] if self.case.cover else []
        chosen = self._chosen(rule.key)
        return self.photos if chosen is None else [one for one in self.photos if one.image.pk in chosen]

    def _chosen(self, rule: str) -> set[int] | None:
        """Return which photos were chosen for a rule; None when nobody chose, or none of them is in the case any more.

        Of what was sealed, a photo that is lost since stays chosen: others do not take its place.
        """
        if self.frozen_attachments is not None:
            return {row["image"] for row in self.frozen_attachments if row["rule"] == rule and row["image"]} or None
        chosen = {one.image_id for one in self.attachments if one.rule == rule and one.image_id}
        return chosen & {one.image.pk for one in self.photos} or None

    @cached_property
    def photos(self) -> list[Shown]:
        """Every photo of the case, in its order."""
        images = [block.value["image"] for block in self.case.pictures_body]
        return [self._shown(image) for image in images if image]

    def _shown(self, image: CustomImage) -> Shown:
        return Shown(image, self._captions.get(image.pk, ""), image.credit)

    @cached_property
    def _captions(self) -> dict[int, str]:
        blocks = [block.value for block in self.case.pictures_body]
        return {block["image"].pk: (block["caption"] or "").strip() for block in blocks if block["image"]}

    def videos(self, rule: VideoRule) -> list[Video]:
        return [one.video for one in self.attachments if one.rule == rule.key and one.video]

    def files(self, rule: FileRule) -> list[Attachment]:
        return [one for one in self.attachments if one.rule == rule.key and one.file]


def of(nomination: Nomination, *, live: bool | None = None) -> Entry:
    """Return a nomination as it stands: what the case says now while the county prepares it, else what was sealed.

    With `live` it is what the case says now, as when a supplement is mended and sealed anew.
    """
    live = nomination.in_hand if live is None else live
    live = live or not nomination.rules  # withdrawn before it was ever sealed
    revision = nomination.case.live_revision if live else nomination.revision
    case = revision.as_object() if revision else nomination.case.get_latest_revision_as_object()
    kept = None if live else nomination.sealed
    return Entry(
        call=nomination.call.rules() if live else nomination.rules,
        case=case,
        county=nomination.place,
        category=nomination.category,
        opinion=nomination.opinion,
        answers=(kept["answers"] if kept else nomination.answers) or {},
        nomination=nomination,
        frozen_facts=None if live else nomination.facts,
        frozen_attachments=kept["attachments"] if kept else None,
    )


def beginning(case: CasePage, call: Call) -> Entry:
    """Return a case that may be nominated one day, while it is still being written; `case` is its newest text."""
    county = PlacePage.objects.filter(path=case.owner_path).first() or case.place
    known = case.get_category_display() in call.category_list
    return Entry(call=call.rules(), case=case, county=county, category=case.get_category_display() if known else None)
