"""Every address pattern of the project, our own and Wagtail's, with the places to fill in."""

import re
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RegexPattern

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>")

# Patterns written as regular expressions, as an address with places to fill in.
SPELT_OUT = {
    r"^pages/": "pages/",
    r"^documents/": "documents/",
    r"^images/": "images/",
    r"^(?P<pk>\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)/$": (
        "<pk>/revisions/compare/<revision_id_a>...<revision_id_b>/"
    ),
    r"^(?P<media_type>audio|video|media)/add/$": "<media_type>/add/",
    r"^(?P<media_type>audio|video)/chooser/upload/$": "<media_type>/chooser/upload/",
    r"chooser/(?P<media_type>audio|video)/": "chooser/<media_type>/",
    r"^.*/$": "nothing/here/",
    r"^(\d+)/(.*)$": "<document_id>/<filename>",
    r"^((?:[\w\-]+/)*)$": "<page_path>",
}


@dataclass(frozen=True)
class Route:
    """One pattern: `address` with its places to fill in, the name to reverse it by, and the names of the places."""

    address: str
    name: str
    kwargs: tuple[str, ...]

    @property
    def namespace(self) -> str:
        return self.name.rpartition(":")[0]

    def filled(self, values: dict) -> str:
        return "/" + PLACEHOLDER.sub(lambda found: str(values[found[1]]), self.address)


def every_route() -> list[Route]:
    """Return every route once; of two with one address Django only ever answers with the first."""
    found = {}
    for route in _walk(get_resolver().url_patterns, "", ()):
        found.setdefault(route.address, route)
    return list(found.values())


def _walk(patterns, prefix: str, namespaces: tuple):
    for pattern in patterns:
        address = prefix + _spelt(pattern.pattern)
        if isinstance(pattern, URLPattern):
            kwargs = tuple(PLACEHOLDER.findall(address))
            yield Route(address, ":".join((*namespaces, pattern.name or "")), kwargs)
        else:
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern.url_patterns, address, inner)


def _spelt(pattern) -> str:
    text = str(pattern)
    if not isinstance(pattern, RegexPattern) or not text:
        return SPELT_OUT.get(text, text)
    assert text in SPELT_OUT, f"网址 {text!r} 是正则写的，请在 tests/scope/routes.py 的 SPELT_OUT 里写出它的样子。"
    return SPELT_OUT[text]
