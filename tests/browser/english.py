"""English that is left in what an editor sees, hears read aloud, or is offered while typing."""

import re

from playwright.sync_api import Locator

WORD = re.compile(r"[A-Za-z]{3,}")
NAMES = {"Wagtail", "URL", "WebVTT", "vtt", "GIF", "JPEG", "JPG", "PNG", "WEBP", "HEIC", "jpg"}  # the same in Chinese
SAID = """root => {
  const attributes = ["aria-label", "title", "placeholder", "alt"];
  const seen = [...root.querySelectorAll("[aria-label], [title], [placeholder], [alt]")]
    .filter(one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}));
  return [root.innerText, ...seen.flatMap(one => attributes.map(name => one.getAttribute(name) || ""))];
}"""


def english(part: Locator, *known: str) -> set[str]:
    """Return the lines with English words in a part of the page; words of `known` are the test's own."""
    lines = {line.strip() for words in part.evaluate(SAID) for line in words.splitlines()}
    return {line for line in lines if set(WORD.findall(line)) - NAMES - set(known)}
