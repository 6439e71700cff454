"""A sealed scan on its way in: looked at by its first bytes, never by its name."""

import hashlib
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from brands.nominations.models import SealedScan
from cms.core.refusals import Refused
from media.cleaning import cleaned

LARGEST = 20 * 2**20  # bytes
MAGIC = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
NOT_A_SCAN = "这个文件不是 PDF、JPG 或 PNG，请重新扫描或拍照后再传。"


def store(upload, nomination, user) -> SealedScan:
    """Put the file away and return its row, not saved yet; refuses what is no scan."""
    data, kind = looked_at(upload)
    scan = SealedScan(
        nomination=nomination, kind=kind, size=len(data), sha256=hashlib.sha256(data).hexdigest(), uploaded_by=user
    )
    scan.file.save(f"scan.{kind}", ContentFile(data), save=False)
    return scan


def looked_at(upload) -> tuple[bytes, str]:
    """Return what is in a scan and its format; refuses what is none.

    A photograph is drawn anew, which takes out the camera's data and the place where it was taken.
    """
    if not upload:
        raise Refused("还没有选文件。先盖章，再把扫描件或照片传上来。", scan="请选一个文件。")
    if upload.size > LARGEST:
        size = f"{upload.size / 2**20:.1f} MB"
        raise Refused(f"这个文件有 {size}，超过了 20 MB，请压缩一下再传。", scan="文件太大。")
    upload.seek(0)
    data = upload.read()
    kind = kind_of(data)
    if kind is None:
        raise Refused(NOT_A_SCAN, scan="换一个文件。")
    return (data if kind == "pdf" else redrawn(data, kind)), kind


def kind_of(data: bytes) -> str | None:
    """Return pdf, jpg or png by the first bytes."""
    return next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)


def redrawn(data: bytes, kind: str) -> bytes:
    """Return a photograph drawn anew, without the camera's data."""
    source = BytesIO(data)
    source.name = f"scan.{kind}"
    try:
        return cleaned(source).read()
    except ValidationError as error:
        raise Refused(NOT_A_SCAN, scan="换一个文件。") from error
