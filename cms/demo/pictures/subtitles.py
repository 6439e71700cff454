"""Subtitles for the films: find a Chinese font, break lines, and lay white words over a soft shade."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT_FOLDERS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/share/fonts/truetype/wqy",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)
# File names, and the face within the collection that has simplified forms.
FONT_FILES = {
    "NotoSansCJK-Bold.ttc": 2,
    "NotoSansCJK-Regular.ttc": 2,
    "NotoSerifCJK-Bold.ttc": 2,
    "NotoSerifCJK-Regular.ttc": 2,
    "NotoSansCJKsc-Bold.otf": 0,
    "NotoSansCJKsc-Regular.otf": 0,
    "wqy-zenhei.ttc": 0,
    "PingFang.ttc": 0,
    "msyh.ttc": 0,
}
NOT_FIRST = "，。、；：？！）》”’…—"


@cache
def font(size):
    """A Chinese font of this pixel size, or None where none is installed."""
    for folder in FONT_FOLDERS:
        for name, face in FONT_FILES.items():
            if (path := Path(folder, name)).is_file():
                return ImageFont.truetype(str(path), size, index=face)
    return None


def band_top(size):
    """Where the band for subtitles begins: it reaches from there to the foot of the frame."""
    return size[1] * 3 // 5


def shade(size):
    """A mask over the band that darkens it downwards, so that white words can be read on any ground."""
    fall = Image.linear_gradient("L").point([round(v * 0.62) for v in range(256)])
    return fall.resize((size[0], size[1] - band_top(size)))


def words(text, size):
    """A mask over the band with the words, centred, and one with their soft shadow; None without words or font."""
    w, h = size
    letter = round(w * 0.068)
    face = font(letter)
    if face is None or not text.strip():
        return None
    mask = Image.new("L", (w, h - band_top(size)))
    pen = ImageDraw.Draw(mask)
    rows = broken(text.strip(), lambda row: face.getlength(row) <= w * 0.84)
    step = min(letter * 1.5, mask.height * 0.9 / len(rows))
    for i, row in enumerate(rows):
        pen.text((w / 2, mask.height / 2 + (i - (len(rows) - 1) / 2) * step), row, fill=255, font=face, anchor="mm")
    return mask, mask.filter(ImageFilter.GaussianBlur(4))


def broken(text, fits):
    """Break a text into rows that fit, evenly, never with a closing mark at a row's start."""
    rows = 1
    while rows < len(text):
        cut = _cut(text, rows)
        if all(fits(row) for row in cut):
            return cut
        rows += 1
    return list(text)


def _cut(text, rows):
    """The text in so many rows of about the same length, broken after a mark where one is near."""
    out, rest = [], text
    for left in range(rows, 1, -1):
        even = -(-len(rest) // left)
        near = sorted(range(max(1, even - 3), min(len(rest), even + 4)), key=lambda end: abs(end - even))
        allowed = [end for end in near if rest[end] not in NOT_FIRST]
        after_mark = [end for end in allowed if rest[end - 1] in NOT_FIRST]
        if not allowed:
            break
        end = (after_mark or allowed)[0]
        out.append(rest[:end])
        rest = rest[end:]
    return [*out, rest]
