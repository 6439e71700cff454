"""Sizes and shapes of files, in words."""

from pathlib import PurePath

SAME = {"jpeg": "jpg"}
CLOSE = 0.02  # of the ratio: a camera's 1920×1088 is 16:9


def kind_of(name: str) -> str:
    """Return the format that a file's name ends in: jpg, png, mp4."""
    kind = PurePath(name).suffix.lower().lstrip(".")
    return SAME.get(kind, kind)


def in_bytes(size: int) -> str:
    """Return e.g. 1.5 MB, 320 KB."""
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{size / 2**10:.0f} KB"


def in_time(seconds: float) -> str:
    """Return e.g. 3 分 20 秒."""
    minutes, rest = divmod(round(seconds), 60)
    return " ".join(filter(None, [f"{minutes} 分" if minutes else "", f"{rest} 秒" if rest or not minutes else ""]))


def is_ratio(width: int, height: int, ratio: str) -> bool:
    """Say whether a picture is as wide to its height as 16:9 says, within two parts in a hundred."""
    wide, high = map(int, ratio.split(":"))
    return bool(height) and abs(width / height - wide / high) <= CLOSE * wide / high
