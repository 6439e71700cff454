"""Sizes and shapes of files, in words."""

from pathlib import PurePath

SAME = {"jpeg": "jpg"}
LOST = "的文件不见了", "每份材料都要打得开", "换一份再传。"  # what, why, how
CLOSE = 0.02  # of the ratio: a camera's 1920×1088 is 16:9


def kind_of(name: str) -> str:
    """Return the format that a file's name ends in: jpg, png, mp4."""
    kind = PurePath(name).suffix.lower().lstrip(".")
    return SAME.get(kind, kind)


def size_of(file, known: int | None = None) -> int | None:
    """Return a file's bytes, as they are known or as its storage says; None when the file is lost."""
    try:
        return known or file.size
    except OSError:
        return None


def in_bytes(size: int) -> str:
    """Return e.g. 1.5 MB, 320 KB."""
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{size / 2**10:.0f} KB"


def in_pixels(width: int | None, height: int | None) -> str:
    """Return e.g. 宽 1920、高 1080 像素; a side that the notice does not name is left out."""
    sides = [f"宽 {width}" if width else "", f"高 {height}" if height else ""]
    return f"{'、'.join(filter(None, sides))} 像素"


def in_time(seconds: float) -> str:
    """Return e.g. 3 分 20 秒."""
    minutes, rest = divmod(round(seconds), 60)
    return " ".join(filter(None, [f"{minutes} 分" if minutes else "", f"{rest} 秒" if rest or not minutes else ""]))


def is_ratio(width: int, height: int, ratio: str) -> bool:
    """Say whether a picture is as wide to its height as 16:9 says, within two parts in a hundred."""
    wide, high = map(int, ratio.split(":"))
    return bool(height) and abs(width / height - wide / high) <= CLOSE * wide / high
