"""One ZIP, written piece by piece: whatever its size, no more than one document and one chunk are in memory.

Names are flagged as UTF-8 (APPNOTE 4.4.4, bit 11), which Windows Explorer, 7-Zip and WPS read rightly.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 256 * 2**10
LARGE = 2**31  # bytes: from here on a ZIP needs wider fields, and who reads it must be told at the beginning
LIST = "清单.txt"


@dataclass(frozen=True)
class Piece:
    """One file of a package: its path there, what it is, and its bytes when their turn comes.

    What is packed already (pictures, films, documents) is stored as it is; text is deflated.
    """

    path: str
    about: str
    chunks: Callable[[], Iterator[bytes]]
    size: int = 0  # bytes, where it is known before
    deflate: bool = False
    picture: int | None = None  # pk

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Packed:
    """One file as it lies in the package."""

    path: str
    size: int
    sha256: str


def pack(out: BinaryIO, pieces: Iterable[Piece], when) -> list[Packed]:
    """Write the pieces and, last, the list of them with their digests (as `sha256sum -c` reads it)."""
    packed = []
    with zipfile.ZipFile(out, "w") as archive:
        for piece in pieces:
            packed.append(_add(archive, piece, when))
        listed = "".join(f"{one.sha256}  {one.path}\n" for one in packed)
        packed.append(_add(archive, words(LIST, "每个文件的 SHA-256", listed), when))
    return packed


def words(path: str, about: str, text: str) -> Piece:
    """Return a piece of plain text."""
    return Piece(path, about, lambda: iter([text.encode()]), deflate=True)


def once(path: str, about: str, make: Callable[[], bytes]) -> Piece:
    """Return a document that is made when its turn comes."""
    return Piece(path, about, lambda: iter([make()]))


def chunks_of(file) -> Iterator[bytes]:
    """Yield a stored file's bytes."""
    with file.storage.open(file.name, "rb") as opened:
        while chunk := opened.read(CHUNK):
            yield chunk


def _add(archive: zipfile.ZipFile, piece: Piece, when) -> Packed:
    info = zipfile.ZipInfo(piece.path, when.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED if piece.deflate else zipfile.ZIP_STORED
    info.external_attr = 0o644 << 16
    digest, size = hashlib.sha256(), 0
    with archive.open(info, "w", force_zip64=piece.size >= LARGE) as target:
        for chunk in piece.chunks():
            target.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Packed(piece.path, size, digest.hexdigest())
