"""A sheet of paper as GB/T 9704-2012 has it, and how words and pictures get onto it.

The blank sheet is the files of blank/: page, grid, styles and page numbers stand there; code adds words and pictures.
"""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.shared import Mm

from brands.nominations.dossier.safe import xml_safe
from brands.nominations.dossier.shrinking import shrunk

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BLANK = Path(__file__).with_name("blank")
PLACES = {
    "content-types.xml": "[Content_Types].xml",
    "package.rels.xml": "_rels/.rels",
    "document.rels.xml": "word/_rels/document.xml.rels",
}
WIDTH, TALLEST = Mm(156), Mm(110)  # of a picture: as wide as the text, two to a page with their captions
PAD = " \t\u3000"  # how people indent by hand; the style does it


@cache
def _blank() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        for path in sorted(BLANK.glob("*.xml")):
            parts.writestr(PLACES.get(path.name, f"word/{path.name}"), path.read_bytes())
    return made.getvalue()


def blank(title: str):
    """Return a sheet with nothing on it."""
    document = Document(BytesIO(_blank()))
    about = document.core_properties
    about.title = xml_safe(title)[:255]
    about.author = about.last_modified_by = about.comments = ""
    return document


def write(place, words, style: str = "Body Text"):
    """Add words to a document or a cell, a paragraph for each line that says something; return the last paragraph."""
    paragraph = None
    for line in xml_safe(words).split("\n"):
        if line.strip(PAD):
            paragraph = place.add_paragraph(line.strip(PAD), style=style)
    return paragraph


def fill(cell, words, style: str = "Table Text") -> None:
    """Put words into a cell that is empty."""
    if not write(cell, words, style):
        cell.paragraphs[0].style = style
        return
    first = cell.paragraphs[0]._p  # a new cell holds one empty paragraph
    first.getparent().remove(first)


def add_picture(document, file) -> bool:
    """Add a picture fitted to the page; say whether it could be read."""
    small = shrunk(file)
    if small is None:
        return False
    scale = min(WIDTH / small.width, TALLEST / small.height)
    run = document.add_paragraph(style="Picture").add_run()
    run.add_picture(small.data, int(small.width * scale), int(small.height * scale))
    return True


def saved(document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
