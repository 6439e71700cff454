"""Subtitles for the films: find a Chinese font, break lines, and lay white words over a soft shade."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT_FOLDERS = (
    "/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/google-noto-sans-cjk-fonts", "/usr/share/fonts/truetype/wqy", "/usr/local/share/fonts",
    "/System/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
# File names, and the face within the collection that has simplified forms.
FONT_FILES = (
    ("NotoSansCJK-Bold.ttc", 2), ("NotoSansCJK-Regular.ttc", 2), ("NotoSerifCJK-Bold.ttc", 2), ("NotoSerifCJK-Regular.ttc", 2),
    ("NotoSansCJKsc-Bold.otf", 0), ("NotoSansCJKsc-Regular.otf", 0), ("wqy-zenhei.ttc", 0), ("PingFang.ttc", 0), ("msyh.ttc", 0),
)  # fmt: skip
NOT_FIRST = "，。、；：？！）》”’…—"


@cache
def font(size):
    """A Chinese font of this pixel size, or None where none is installed."""
    for folder in FONT_FOLDERS:
        for name, face in FONT_FILES:
            if (path := Path(folder, name)).is_file():
                return ImageFont.truetype(str(path), size, index=face)
    return None


def shade(size):
    """A mask that darkens the lower third, so that white words can be read on any ground."""
    w, h = size
    fall = Image.linear_gradient("L").point([round(v * 0.62) for v in range(256)])
    mask = Image.new("L", size)
    mask.paste(fall.resize((w, h * 2 // 5)), (0, h - h * 2 // 5))
    return mask


def words(text, size):
    """A mask of the words, centred in the lower third, and the mask of their soft shadow; None without a font."""
    w, h = size
    face = font(round(w * 0.068))
    if face is None or not text.strip():
        return None
    mask = Image.new("L", size)
    pen = ImageDraw.Draw(mask)
    rows = broken(text.strip(), lambda row: face.getlength(row) <= w * 0.84)
    step = round(w * 0.068 * 1.5)
    top = round(h * 0.80) - step * len(rows) // 2
    for i, row in enumerate(rows):
        pen.text((w / 2, top + (i + 0.5) * step), row, fill=255, font=face, anchor="mm")
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
    """The text in so many rows of about the same length."""
    long, out, rest = -(-len(text) // rows), [], text
    while rest:
        end = long
        while end < len(rest) and rest[end] in NOT_FIRST:
            end += 1
        out.append(rest[:end])
        rest = rest[end:]
    return out
