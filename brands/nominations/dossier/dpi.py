"""The resolution that a JPEG says it has, written into its head; not one pixel is encoded anew."""

from collections.abc import Iterator

START = b"\xff\xd8"
JFIF = b"\xff\xe0\x00\x10JFIF\x00"  # marker, length and name of the segment that says it
INCH = 1
AT_UNIT = len(START) + len(JFIF) + 2  # after the version
AFTER_DENSITY = AT_UNIT + 5


def with_dpi(chunks: Iterator[bytes], dpi: int) -> Iterator[bytes]:
    """Yield a JPEG's bytes, saying `dpi` if it says less; anything else passes as it is."""
    head = next(chunks, b"")
    yield _told(head, dpi) if head.startswith(START) else head
    yield from chunks


def _told(head: bytes, dpi: int) -> bytes:
    says = bytes([INCH]) + dpi.to_bytes(2, "big") * 2
    if not head.startswith(START + JFIF) or len(head) < AFTER_DENSITY:
        return START + JFIF + b"\x01\x01" + says + b"\x00\x00" + head[len(START) :]
    unit, density = head[AT_UNIT], int.from_bytes(head[AT_UNIT + 1 : AT_UNIT + 3], "big")
    if unit == INCH and density >= dpi:
        return head
    return head[:AT_UNIT] + says + head[AFTER_DENSITY:]
