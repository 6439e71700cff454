"""Fields of a document, which Word and WPS work out; what they ask for is ours, never anybody's words."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement


def begin(place, instruction: str, *, dirty: bool = False) -> None:
    """Open a field in a paragraph or link; a dirty one is worked out anew when the document is opened."""
    mark = _mark(place, "begin")
    if dirty:
        mark.set(qn("w:dirty"), "true")
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = instruction
    _run(place).append(text)
    _mark(place, "separate")


def end(place) -> None:
    _mark(place, "end")


def bookmark(paragraph, number: int, name: str) -> None:
    """Give a paragraph a name that a field can point to."""
    start, stop = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, stop):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.get_or_add_pPr().addnext(start)
    paragraph._p.append(stop)


def link(paragraph, name: str):
    """Return a link inside a paragraph to a bookmark, to be filled."""
    made = OxmlElement("w:hyperlink")
    made.set(qn("w:anchor"), name)
    made.set(qn("w:history"), "1")
    paragraph._p.append(made)
    return made


def text(place, words: str) -> None:
    """Add words, which are safe already, to a link."""
    element = OxmlElement("w:t")
    element.set(qn("xml:space"), "preserve")
    element.text = words
    _run(place).append(element)


def tab(place) -> None:
    _run(place).append(OxmlElement("w:tab"))


def _run(place):
    run = OxmlElement("w:r")
    getattr(place, "_p", place).append(run)
    return run


def _mark(place, kind: str):
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    _run(place).append(mark)
    return mark
