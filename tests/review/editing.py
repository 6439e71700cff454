"""A case in Wagtail's editor: its address, what the browser posts, what the answer says."""

from django.urls import reverse

AJAX = {"x-requested-with": "XMLHttpRequest"}


def editor_form(page, **changes):
    """What the editor posts for a case, with empty streams and the page's own words."""
    names = ("title", "slug", "summary", "category", "background", "practice", "results", "lessons", "next_steps")
    streams = ("figures_body", "pictures_body", "authors", "coverage")
    empty = {f"{stream}-count": "0" for stream in streams}
    comments = {f"comments-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    words = {name: getattr(page, name) for name in names}
    return (
        words
        | {"place": page.place_id or "", "brands": [], "tags": "", "quote": "", "quote_by": ""}
        | empty
        | comments
        | changes
    )


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def said(response):
    return " ".join(str(message) for message in response.context["messages"])
