"""What the site's frame asks of a page, for pages that stand in no tree."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """A title and a sentence for search engines and chat programs; the menu shows it under 宣讲."""

    title: str
    description: str = ""
    menu_slug: str = "courses"
