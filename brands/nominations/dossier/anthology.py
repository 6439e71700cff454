"""入选汇编 (.docx): every case that was awarded, each on a new page, behind a table of contents."""

from brands.nominations.dossier import fields
from brands.nominations.dossier.body import tell
from brands.nominations.dossier.paper import blank, saved, write
from brands.nominations.dossier.plain import Story
from brands.nominations.dossier.safe import xml_safe

CONTENTS = ' TOC \\o "1-1" \\h \\z \\u '


def anthology(title: str, stories: list[Story]) -> bytes:
    """Return the document; its contents are written out, and Word adds the page numbers when it opens it."""
    document = blank(title)
    write(document, title, "Anthology Title")
    _contents(document, stories)
    for number, story in enumerate(stories):
        heading = tell(document, story)
        heading.paragraph_format.page_break_before = True
        fields.bookmark(heading, number, _name(number))
    return saved(document)


def _contents(document, stories: list[Story]) -> None:
    write(document, "目　录", "TOC Heading")
    for number, story in enumerate(stories):
        entry = document.add_paragraph(style="toc 1")
        if number == 0:
            fields.begin(entry, CONTENTS, dirty=True)
        linked = fields.link(entry, _name(number))
        fields.text(linked, f"{number + 1}　{xml_safe(story.title)}（{xml_safe(story.unit)}）".replace("\n", ""))
        fields.tab(linked)
        fields.begin(linked, f" PAGEREF {_name(number)} \\h ")
        fields.end(linked)
    fields.end(document.add_paragraph())


def _name(number: int) -> str:
    return f"_Toc{number + 1:06}"
