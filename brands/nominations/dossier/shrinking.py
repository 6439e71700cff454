"""A picture small enough for a page of text: the full one lies beside the document."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

LONGEST = 1440  # pixels: 234 to the inch across the text
QUALITY = 82


@dataclass(frozen=True)
class Small:
    """A JPEG and its size in pixels."""

    data: BytesIO
    width: int
    height: int


def shrunk(file) -> Small | None:
    """Return the picture as a JPEG for the page, on white where it is transparent; None when it cannot be read."""
    try:
        with Image.open(file) as image:
            image.draft("RGB", (LONGEST, LONGEST))  # a JPEG is read at a fraction of its size
            image.load()
            image.thumbnail((LONGEST, LONGEST))
            flat = _flat(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    data = BytesIO()
    flat.save(data, "JPEG", quality=QUALITY)
    data.seek(0)
    return Small(data, *flat.size)


def _flat(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "L"):
        return image
    clear = image.convert("RGBA")
    white = Image.new("RGB", clear.size, "white")
    white.paste(clear, mask=clear.getchannel("A"))
    return white
