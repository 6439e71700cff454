"""Documents and sheets read again by other readers than the one that wrote them: by their XML, and LibreOffice."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
needs_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="这里没有 LibreOffice（libreoffice-writer-nogui、libreoffice-calc-nogui）"
)

# What people and their enemies type, and what is left of it in a document: the same, as text.
HOSTILE = (
    "=cmd|' /C calc'!A0 </w:t></w:r><w:r> & < > \" ' ]]> <!-- {{ 7*7 }} {% load x %} \\b \x00\x07\x1b "
    "a\u202eb\u2066c\u200fd\ufeff \ud800 \ufffe 堃 喆 㛃 𠮷 👩‍🌾"
)
AS_TEXT = "=cmd|' /C calc'!A0 </w:t></w:r><w:r> & < > \" ' ]]> <!-- {{ 7*7 }} {% load x %} \\b  abcd   堃 喆 㛃 𠮷 👩‍🌾"


def part(data: bytes, name: str = "word/document.xml"):
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert parts.testzip() is None
        return fromstring(parts.read(name))


def paragraphs(data: bytes) -> list[str]:
    """Return the words of every paragraph of a .docx, in order."""
    return ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in part(data).iter(f"{W}p")]


def styles(data: bytes) -> list[str]:
    """Return the style of every paragraph that says something."""
    told = [one for one in part(data).iter(f"{W}p") if any(text.text for text in one.iter(f"{W}t"))]
    return [one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in told]


def cells(data: bytes, page: str = "xl/worksheets/sheet1.xml") -> dict[str, tuple[str, str]]:
    """Return every cell of a .xlsx that holds something: reference → (kind, what it says), read from the XML alone."""
    found = {}
    for cell in part(data, page).iter(f"{S}c"):
        assert cell.find(f"{S}f") is None, "a formula"
        kind = cell.get("t", "n")
        words = [one.text or "" for one in cell.iter(f"{S}t" if kind == "inlineStr" else f"{S}v")]
        if words:
            found[cell.get("r")] = ("text" if kind == "inlineStr" else kind, "".join(words))
    return found


def converted(data: bytes, folder: Path, ending: str, to: str) -> bytes:
    """Return what LibreOffice makes of a file; `to` is a format, or a format and a filter."""
    source = folder / f"given.{ending}"
    source.write_bytes(data)
    home = f"-env:UserInstallation=file://{folder}/office"
    command = ["soffice", home, "--headless", "--convert-to", to, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
    return (folder / f"given.{to.partition(':')[0]}").read_bytes()
