"""A picture small enough for a page of text: the full one lies beside the document."""

import math
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

LONGEST = 1200  # pixels: 195 to the inch across the text
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
            scale = min(1, LONGEST / max(image.size))
            fitted = (math.floor(image.width * scale), math.floor(image.height * scale))
            image.draft("RGB", fitted)  # a JPEG is read at a half, a quarter or an eighth of its size
            image.load()
            image.thumbnail((LONGEST, LONGEST), reducing_gap=1.5)
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
