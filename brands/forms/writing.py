"""The whole screen of writing: its forms together, over one case or over none yet."""

import json
from uuid import UUID, uuid4

from brands import drafting, lineage, photos, submissions
from brands.forms.case import CaseForm
from brands.forms.photos import PhotoForm
from brands.forms.rows import AuthorRows, FigureRows
from brands.models.case import UNTITLED, CasePage
from brands.places import brand_choices, first_of, place_choices
from cms.core.refusals import Refused


class Writing:
    """Every form of the screen. `page` is the newest text of a case or None; `data` is what was sent, or None."""

    def __init__(self, *, user, page: CasePage | None = None, data=None, correction: str = ""):
        self.user, self.page = user, page
        self.key, self.window = _key(page, data), lineage.window_of((data or {}).get("window", ""))
        self.choices = place_choices(user, page)
        self.began_with = drafting.content_of(page) if page else blank(user, self.choices)
        self.marks = drafting.marks(self.began_with)
        self.conflicts: dict[str, str] = {}
        self.problems: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.other_notes: list[tuple[str, str]] = []
        self._sent_marks = _read_marks(data)
        self.case = CaseForm(
            data, initial=self.began_with | {"correction": correction}, places=self.choices,
            brands=brand_choices(page, self.choices), published=bool(page and page.first_published_at),
        )  # fmt: skip
        # What was sent stands for itself: a formset drops sent rows that equal their initial values.
        self.figures = FigureRows(data, initial=None if data else self.began_with["figures"], prefix="figures")
        self.authors = AuthorRows(data, initial=None if data else self.began_with["authors"], prefix="authors")
        described = photos.describable(user, page) if page else set()
        self.photos = [self._photo(block, data, described) for block in page.pictures_body] if page else []

    def _photo(self, block, data, described: set[int]) -> PhotoForm:
        image = block.value["image"]
        may = image is not None and image.pk in described
        about = self.began_with[f"{drafting.PHOTO}{block.id}"]
        return PhotoForm(data, block_id=block.id, image=image, about=about, open_to_describe=may)

    def is_valid(self) -> bool:
        """Check every form, not stopping at the first mistake."""
        parts = [self.case, self.figures, self.authors, *(photo for photo in self.photos if photo.is_bound)]
        return sum(not part.is_valid() for part in parts) == 0

    def content(self) -> dict:
        """Return everything that could be read; call `is_valid` first."""
        found = self.case.content() | {photo.key: photo.content() for photo in self.photos}
        rows = {"figures": self.figures.content(), "authors": self.authors.content()}
        return found | {name: value for name, value in rows.items() if value is not None}

    def save(self, *, photos_wait: bool) -> submissions.Saved:
        """Save what could be read, through the verbs; Refused says why not. A case may begin with photos alone."""
        content = self.content()
        sent = {"user": self.user, "content": content, "base": self._sent_marks}
        sent["own"] = lineage.recall(self.user, self.window)
        if self.page:
            return submissions.save_draft(page=self.page, **sent)
        if not content.get("place"):
            raise Refused("先选好是哪里的事，才能存。", place="选一个您负责的地方。")
        if not photos_wait and self.began_with | content == self.began_with:
            raise Refused("还没写什么。先写几个字再存。")
        return submissions.start_draft(key=self.key, **sent)

    def take_over(self, saved: submissions.Saved) -> None:
        """Show what a save came to: its marks, and beside each field that both changed what the other wrote."""
        self.marks = drafting.marks(saved.content)
        own = {field: mark for field, mark in self.marks.items() if field not in saved.conflicts}
        lineage.remember(self.user, self.window, own)
        self.conflicts = {field: drafting.in_words(value) for field, value in saved.conflicts.items()}
        for name, words in self.conflicts.items():
            if name in self.case.fields:
                self.case.fields[name].theirs = words

    def marks_for_browser(self) -> dict[str, str]:
        """Return the marks a browser goes on from; a field in conflict keeps the old one until both were seen."""
        return self.marks | {field: self._sent_marks.get(field, "") for field in self.conflicts}

    def refuse(self, refusal: Refused) -> None:
        """Put a verb's reasons at their fields; those of no single field (figures, cover) are kept in `problems`."""
        of_photos = {photo.key: photo for photo in self.photos}
        for name, sentence in refusal.fields.items():
            if name in self.case.fields:
                self.case.add_error(name, sentence)
            elif name in of_photos:
                of_photos[name].problem = sentence
            else:
                self.problems[name] = sentence

    @property
    def trouble(self) -> list[tuple[str, str, str]]:
        """Return everything that is to be put right, in reading order: (id on the page, its label, the sentence)."""
        forms = [self.case, *self.figures.forms, *self.authors.forms, *self.photos]
        found = [
            (form[name].auto_id, form[name].label, sentence)
            for form in forms
            for name, sentences in form.errors.items()
            for sentence in sentences
        ]
        of_photos = [(photo.key, "照片", photo.problem) for photo in self.photos if photo.problem]
        sections = {"figures": ("figures", "关键数字"), "cover": ("photos", "题图")}
        others = [(*sections[name], sentence) for name, sentence in self.problems.items() if name in sections]
        return [*found, *others, *of_photos]

    def annotate(self, notes: dict[str, str], labels: list[tuple[str, str]]) -> None:
        """Put a reviewer's notes at their fields; `labels` are the same notes, in order, with names for people."""
        self.notes = notes
        for name in notes.keys() & self.case.fields.keys():
            self.case.fields[name].note = notes[name]
        shown = {*self.case.fields, "figures"}
        self.other_notes = [line for name, line in zip(notes, labels, strict=True) if name not in shown]

    @property
    def marks_json(self) -> str:
        return json.dumps(self.marks)


def blank(user, choices) -> dict:
    """Return the content of a case that nobody has written a word of yet: the writer's place and name filled in."""
    content = drafting.content_of(CasePage(title=UNTITLED))
    return content | {"place": first_of(choices), "authors": [{"name": user.name, "role": "撰稿"}]}


def _key(page, data) -> UUID:
    """Return the case's key: its own, the one that the browser sent, or a new one."""
    if page and page.draft_key:
        return page.draft_key
    try:
        return UUID((data or {}).get("draft_key", ""))
    except ValueError:
        return uuid4()


def _read_marks(data) -> dict[str, str]:
    """Return the marks that the browser sent; anything else counts as none."""
    try:
        sent = json.loads((data or {}).get("base", ""))
    except ValueError:
        return {}
    return {str(field): str(value) for field, value in sent.items()} if isinstance(sent, dict) else {}
