"""公示 (.docx): what the public page says, to be printed and put up."""

from brands.nominations.dossier.form import DATE, SEAL
from brands.nominations.dossier.paper import blank, saved, write
from brands.nominations.dossier.plain import Line, Notice

OFF = "已撤出公示"


def notice(given: Notice) -> bytes:
    """Return the document."""
    document = blank(given.title)
    write(document, given.title, "heading 1")
    document.add_paragraph()
    write(document, given.opening)
    for number, line in enumerate(given.lines, start=1):
        _line(document, number, line)
    write(document, "一、公示时间", "heading 2")
    write(document, given.when)
    if given.uncertain:
        write(document, given.uncertain)
    write(document, "二、怎么提出不同意见", "heading 2")
    write(document, given.how)
    write(document, given.contact)
    document.add_paragraph()
    for words in (SEAL, DATE):
        write(document, words, "Closing")
    return saved(document)


def _line(document, number: int, line: Line) -> None:
    paragraph = write(document, f"{number}. {line.title}")
    paragraph.runs[0].font.strike = line.off or None
    about = "，".join(filter(None, [line.about, OFF if line.off else ""]))
    paragraph.add_run(f"（{about}）" if about else "")
