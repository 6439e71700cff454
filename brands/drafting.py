"""The text of a case as its writer edits it: read off a page, merged field by field, laid back on the page.

Content is plain JSON-like data: `{field: value}`, dates as ISO strings, numbers as strings; a picture is one field
named `photo-<id of its block>`. A mark is a short digest of one field's value, so that a browser can say from which
text it began.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wagtail.blocks import StreamValue

from brands.models import BrandProjectPage, CasePage
from brands.models.case import PARTS, UNTITLED

WORDS = ("title", "summary", "category", *(field for field, _ in PARTS), "quote", "quote_by")
DAYS = ("period_start", "period_end")
FIGURE_FIELDS = ("label", "value", "unit", "as_of", "method")
PHOTO = "photo-"


def content_of(page: CasePage) -> dict:
    """Return what a writer may change on this page, as it stands in this instance."""
    content = {field: plain(getattr(page, field)) for field in WORDS}
    content["title"] = "" if page.untitled else content["title"]
    content |= {field: plain(getattr(page, field)) for field in DAYS}
    content["place"] = page.place_id
    content["brands"] = sorted(brand.pk for brand in page.brands.all())
    content["figures"] = [{field: plain(figure[field]) for field in FIGURE_FIELDS} for figure in page.figures()]
    content["authors"] = [{"name": block.value["name"], "role": block.value["role"]} for block in page.authors]
    content["cover"] = page.cover_id
    return content | {f"{PHOTO}{block.id}": _photo(block) for block in page.pictures_body}


def _photo(block) -> dict:
    image = block.value["image"]
    about = {name: getattr(image, name, "") for name in ("credit", "people", "consent", "consent_note")}
    return {"caption": plain(block.value["caption"])} | about


def plain(value) -> str:
    """Return a value as its writer would type it: no carriage returns, 36 rather than 36.0, "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").strip()


def mark(value) -> str:
    """Return the short digest of one field's value."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:10]


def marks(content: dict) -> dict[str, str]:
    return {field: mark(value) for field, value in content.items()}


@dataclass(frozen=True)
class Merge:
    """What comes of two people's changes: what to keep, and for each field that both changed, what the other wrote."""

    content: dict
    conflicts: dict


def merge(base: dict[str, str], mine: dict, theirs: dict, own: dict[str, str] | None = None) -> Merge:
    """Lay my changes over theirs. `base` holds the marks of the text I began from; a field without one is mine to set.

    `own` holds the marks of what I saved last: where that is what stands there now, it is what I began from.

    A field that only one side changed keeps that change; one that both changed differently stays as theirs and is
    reported.
    """
    content, conflicts = dict(theirs), {}
    there = marks(theirs)
    base = base | {field: last for field, last in (own or {}).items() if there.get(field) == last}
    for field, value in mine.items():
        if field not in theirs:
            continue  # a picture that was taken out meanwhile
        now = there[field]
        if mark(value) in (now, base.get(field)):
            continue
        if base.get(field, now) == now:
            content[field] = value
        else:
            conflicts[field] = theirs[field]
    return Merge(content, conflicts)


def lay_on(page: CasePage, content: dict) -> None:
    """Write content onto the page instance; saving is the caller's."""
    for field in WORDS:
        setattr(page, field, content[field])
    page.title = content["title"] or UNTITLED
    for field in DAYS:
        setattr(page, field, _day(content[field]))
    page.place_id = content["place"]
    page.brands.set(BrandProjectPage.objects.filter(pk__in=content["brands"]))
    page.figures_body = _blocks("figure", page.figures_body, [_figure(figure) for figure in content["figures"]])
    page.authors = _blocks("author", page.authors, content["authors"])
    pictures = [_picture(block, about) for block in page.pictures_body if (about := content.get(f"{PHOTO}{block.id}"))]
    page.pictures_body = StreamValue(page.pictures_body.stream_block, pictures)
    kept = [block.value["image"] for block in page.pictures_body if block.value["image"]]
    page.cover = next((image for image in kept if image.pk == content["cover"]), kept[0] if kept else page.cover)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _figure(figure: dict) -> dict:
    value = Decimal(figure["value"]) if figure["value"] else None
    return figure | {"value": value, "as_of": _day(figure["as_of"])}


def _blocks(kind: str, before: StreamValue, values: list[dict]) -> StreamValue:
    """Return a stream whose blocks keep, place by place, the ids they had, so that comparisons line up."""
    ids = [block.id for block in before] + [None] * len(values)
    return StreamValue(before.stream_block, [(kind, value, number) for value, number in zip(values, ids, strict=False)])


def _picture(block, about: dict) -> tuple:
    image = block.value["image"]
    if image is not None:
        image.contextual_alt_text, image.decorative = about["caption"], False
    return ("picture", {"image": image, "caption": about["caption"]}, block.id)


def in_words(value) -> str:
    """Return a value as a person reads it, to lay beside their own."""
    if isinstance(value, dict):
        return "，".join(str(part) for part in value.values() if part)
    if isinstance(value, list):
        return "；".join(in_words(part) for part in value)
    return str(value or "（空着）")
