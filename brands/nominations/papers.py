"""A paper on its way in: looked at by what is in it, never by its name."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import PurePath

from django.core.files.base import ContentFile

from brands.nominations import scans
from brands.nominations.models import Attachment
from cms.core.refusals import Refused

LARGEST = 100 * 2**20  # bytes
NOT_KNOWN = "这个文件打不开，或者不是 PDF、JPG、PNG、DOCX、XLSX。请另存成其中一种再传。"
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}


def read(upload, nomination) -> Attachment:
    """Put the file away and return its row, not saved yet; refuses what it cannot know, and anything with macros."""
    if not upload:
        raise Refused("还没有选文件。", paper="请选一个文件。")
    if upload.size > LARGEST:
        raise Refused("这个文件超过了 100 MB，请压缩一下再传。", paper="文件太大。")
    upload.seek(0)
    data = upload.read()
    kind = scans.kind_of(data) or _office(data)
    if kind is None:
        raise Refused(NOT_KNOWN, paper="换一个文件。")
    if kind in ("jpg", "png"):
        data = scans.redrawn(data, kind)
    name = PurePath(upload.name).name[-120:]
    digest = hashlib.sha256(data).hexdigest()
    row = Attachment(nomination=nomination, kind=kind, name=name, size=len(data), sha256=digest)
    row.file.save(f"paper.{kind}", ContentFile(data), save=False)
    return row


def _office(data: bytes) -> str | None:
    """Return docx or xlsx by the parts inside, or None."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            names = set(parts.namelist())
    except (zipfile.BadZipFile, ValueError):
        return None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused("这个文件里有宏。请另存成不带宏的格式再传。", paper="换一个文件。")
    return next((kind for part, kind in OFFICE.items() if part in names), None)
