"""案例正文 (.docx): title, unit, parts under “一、”, figures with how they were counted, photos with captions below."""

import re

from brands.nominations.dossier.paper import add_picture, blank, saved, write
from brands.nominations.dossier.plain import Photo, Story
from brands.nominations.dossier.safe import xml_safe

DIGITS = "〇一二三四五六七八九"
NUMBERED = re.compile(r"^[一二三四五六七八九十]+、")
SECOND = re.compile(r"^（[一二三四五六七八九十]+）")
LONGEST_HEADING = 30  # characters: a longer paragraph is no heading, whatever it begins with
FIGURES, PHOTOS = "关键数字", "附图"


def numeral(number: int) -> str:
    """Return 1 to 99 in Chinese, e.g. 二十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")  # noqa: PLR2004


def numbered(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the parts with their headings as they are printed: “一、背景起因”; one that has a number keeps it."""
    made, number = [], 0
    for heading, words in parts:
        number += bool(heading)
        printed = heading if not heading or NUMBERED.match(heading) else f"{numeral(number)}、{heading}"
        made.append((printed, words))
    return made


def body(story: Story) -> bytes:
    """Return the document."""
    document = blank(story.title)
    tell(document, story)
    return saved(document)


def tell(document, story: Story):
    """Write the story into a document; return the paragraph of its title."""
    title = document.add_paragraph(xml_safe(story.title).replace("\n", ""), style="heading 1")
    write(document, story.unit, "Byline")
    parts = numbered(story.parts)
    for heading, words in parts:
        if heading:
            write(document, heading, "heading 2")
        _part(document, words)
    number = sum(bool(heading) for heading, _ in parts)
    if story.figures:
        write(document, f"{numeral(number + 1)}、{FIGURES}", "heading 2")
        for figure in story.figures:
            write(document, f"{figure}。")
    if story.authors:
        write(document, f"（{story.authors}）")
    photos(document, story.photos)
    return title


def photos(document, shown: tuple[Photo, ...]) -> None:
    """Add photos, each with its caption below it on the same page; one that cannot be read is said to be missing."""
    for number, photo in enumerate(shown, start=1):
        drawn = _drawn(document, photo)
        below = f"图{number}　{photo.below}".rstrip()
        write(document, below if drawn else f"{below}（这张图片的文件打不开，没有印出来）", "caption")


def _drawn(document, photo: Photo) -> bool:
    try:
        with photo.open() as file:
            return add_picture(document, file)
    except OSError:  # the file is lost
        return False


def _part(document, words: str) -> None:
    """Write a part; a short line that begins with （一） is a heading of its own."""
    for line in xml_safe(words).split("\n"):
        short = line.strip()
        is_heading = SECOND.match(short) and len(short) <= LONGEST_HEADING
        write(document, line, "heading 3" if is_heading else "Body Text")
