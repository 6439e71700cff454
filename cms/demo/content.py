"""The written part of the demonstration city: TOML files, read as lists of plain dicts."""

import datetime as dt
import json
import tomllib
from functools import cache
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


@cache
def load(name: str) -> list[dict]:
    """Return the items of one file, e.g. `load("brands")`; each file holds one list."""
    with (CONTENT / f"{name}.toml").open("rb") as file:
        (items,) = tomllib.load(file).values()
    return items


def whole(name: str) -> dict[str, list]:
    """Return a file that holds several lists, by their names."""
    with (CONTENT / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def cases() -> list[dict]:
    return load("cases_a") + load("cases_b")


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def figures(item: dict) -> str:
    """Return an item's key figures as the JSON of a stream of figure blocks."""
    return json.dumps([{"type": "figure", "value": figure} for figure in item.get("figures", [])])


def picture(image, caption: str) -> dict:
    """Return one picture block in a stream's JSON form."""
    chosen = {"image": image.pk, "alt_text": image.description, "decorative": False}
    return {"type": "picture", "value": {"image": chosen, "caption": caption[:120]}}


def paragraphs(text: str) -> list[dict]:
    """Return a text's paragraphs as blocks in a stream's JSON form."""
    parts = [part.strip() for part in text.strip().split("\n\n")]
    return [{"type": "paragraph", "value": f"<p>{part}</p>"} for part in parts if part]
