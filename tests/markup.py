"""What is wrong with a page of HTML, as far as a parser can see; an empty list when nothing is."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"article", "aside", "blockquote", "div", "dl", "figure", "footer", "form", "h1", "h2", "h3", "h4", "header",
          "main",
          "nav", "ol", "p", "section", "table", "ul"}  # fmt: skip
PHRASING = {"p", "h1", "h2", "h3", "h4", "span", "b", "small", "dt", "summary", "button", "label"}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"div", "dt", "dd"}, "picture": {"source", "img"}, "tr": {"th", "td"}}
LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}


class _Reader(HTMLParser):
    """Walks through the elements and notes what no browser should have to mend."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.faults, self.levels, self.references = [], set(), [], [], []
        self.svg = False

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._placed(tag)
        self._described(tag, attributes)
        if tag in LEVELS:
            self.levels.append(LEVELS[tag])
        if tag not in VOID:
            self.open.append(tag)

    def _placed(self, tag):
        parent = self.open[-1] if self.open else ""
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            self.faults.append(f"<{tag}> in <{parent}>")
        if tag in BLOCKS and (around := PHRASING.intersection(self.open)):
            self.faults.append(f"<{tag}> inside {sorted(around)}")
        if tag in ("a", "button") and {"a", "button"}.intersection(self.open):
            self.faults.append(f"<{tag}> inside something else to press")

    def _described(self, tag, attributes):
        if (name := attributes.get("id")) is not None:
            self.faults += [f"id {name!r} twice"] if name in self.ids else []
            self.ids.add(name)
        self.references += (attributes.get("aria-labelledby") or "").split()
        if tag == "img" and ("alt" not in attributes or not attributes.get("width")):
            self.faults.append(f"an image without alternative or size: {attributes.get('src')}")
        if tag == "a" and not attributes.get("href"):
            self.faults.append("a link to nowhere")
        self.faults += [f"{name}= on <{tag}>" for name in attributes if name == "style" or name.startswith("on")]
        self.faults += [
            f"an empty {name}= on <{tag}>"
            for name in ("src", "poster", "datetime", "class")
            if attributes.get(name) == ""
        ]

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes <{self.open[-1] if self.open else ''}>")
        elif self.open:
            self.open.pop()


def faults(html: str) -> list[str]:
    """Return what is wrong: elements in the wrong place or left open, ids twice, headings that skip a level …"""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = [*reader.faults, *(f"<{tag}> left open" for tag in reader.open)]
    found += [f"nothing is called {name!r}" for name in reader.references if name not in reader.ids]
    if reader.levels.count(1) != 1:
        found.append(f"{reader.levels.count(1)} first headings")
    steps = zip(reader.levels, reader.levels[1:], strict=False)
    return found + [f"h{before} is followed by h{after}" for before, after in steps if after > before + 1]
