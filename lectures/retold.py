"""What a record says, as the beginning of a text: paragraphs, a voice, pictures; for the rooms that keep texts."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html

from lectures.models import SessionRecord


@dataclass(frozen=True)
class Retold:
    """A title, one sentence, and the blocks of a body (of `StoryBlocks`)."""

    title: str
    summary: str
    body: list


def retell(record: SessionRecord) -> Retold:
    """Tell a record as somebody would begin to; what is not known is not made up."""
    session = record.session
    day = date_format(timezone.localtime(session.starts_at), "Y年n月j日")
    names = [booking.speaker.title for booking in session.bookings.filter(live=True).select_related("speaker")]
    where = session.place.title + (session.venue and f"（{session.venue}）")
    who = f"，{'、'.join(names)}来讲" if names else ""
    first = f"{day}，{where}{who}《{session.topic}》，到场 {record.head_count} 人。"
    return Retold(
        title=f"{session.place.title}：{session.topic}",
        summary=(record.sentence or first)[:200],
        body=list(_blocks(record, first)),
    )


def _blocks(record: SessionRecord, first: str):
    yield "paragraph", format_html("<p>{}</p>", first)
    if record.sentence:
        yield "paragraph", format_html("<p>{}</p>", record.sentence)
    if record.voice:
        yield "quote", {"text": record.voice, "who": record.voice_from}
    services = "、".join(record.services.values_list("name", flat=True))
    if services:
        yield "paragraph", format_html("<p>同场还有：{}。</p>", services)
    for photo in record.photos.all():
        photo.contextual_alt_text, photo.decorative = "", False
        yield "picture", {"image": photo, "caption": first[:120]}
