"""What lies in a package and what it is called: every paper, photo, film and scan that a case hands in."""

from collections.abc import Iterator

from brands.nominations.dossier.dpi import with_dpi
from brands.nominations.dossier.naming import Names, fill
from brands.nominations.dossier.packing import Piece, chunks_of, once
from brands.nominations.dossier.writing import papers, rules_of, written
from brands.nominations.entry import Entry
from brands.nominations.gaps.measures import kind_of, size_of
from brands.nominations.material.rules import FileRule, ImageRule, PackagingRule, VideoRule
from cms.core.refusals import Refused

FOLDER = "{number}-{county}-{title}"
ALONE, AMONG = "{name}", "{number}{title}-{name}"  # in a folder of its own, and beside the files of other cases
SCAN = "推荐表（盖章件）"
DPI = "JPG 照片按通知在文件头里写明 {} dpi，像素一点没动；所以清单里的 SHA-256 和盖章推荐时记下的不同。"


class Case:
    """One case of a package: its files, their names, and what is to be said of what is missing."""

    def __init__(self, entry: Entry, number: int, names: Names, notes: list[str]):
        self.entry, self.names, self.notes = entry, names, notes
        packaging = next((rule for rule in rules_of(entry) if isinstance(rule, PackagingRule)), PackagingRule(""))
        self.said = {
            "unit": entry.fact("unit"),
            "county": entry.county.title,
            "place": entry.fact("place"),
            "title": entry.case.title,
            "category": entry.category,
            "tier": entry.case.place.get_tier_display() if entry.case.place else "",
            "number": f"{number:02}",
        }
        self.folder, self.usual = "", AMONG
        if packaging.one_folder:
            self.folder, self.usual = names.folder(fill(packaging.folder_name or FOLDER, **self.said)), ALONE

    def pieces(self) -> Iterator[Piece]:
        """Yield the files in the notice's order; nothing of them is read yet."""
        yield from self._papers()
        for rule in rules_of(self.entry):
            if isinstance(rule, ImageRule):
                yield from self._pictures(rule)
            elif isinstance(rule, VideoRule):
                yield from self._films(rule)
            elif isinstance(rule, FileRule):
                yield from self._files(rule)
        nomination = self.entry.nomination
        if nomination and nomination.sealed_scan and not nomination.in_hand:
            scan = nomination.sealed_scan
            yield self._stored(scan.file, self._path("", SCAN, 0, scan.kind), SCAN, size=scan.size)

    def _papers(self) -> Iterator[Piece]:
        for name, rule in papers(self.entry).values():
            yield once(self._path("", name, 0, "docx"), name, lambda rule=rule: written(self.entry, rule))

    def _pictures(self, rule: ImageRule) -> Iterator[Piece]:
        shown = self.entry.pictures(rule)
        self._left_out([one.image for one in shown])
        if rule.min_dpi and (says := DPI.format(rule.min_dpi)) not in self.notes:
            self.notes.append(says)
        usable = [one for one in shown if not one.image.withheld]
        for number, one in enumerate(usable, start=1):
            path = self._path(rule.file_name, rule.name, number if len(usable) > 1 else 0, kind_of(one.image.file.name))
            about = one.caption or one.image.title
            size = one.image.file_size or 0
            yield self._stored(one.image.file, path, about, size=size, dpi=rule.min_dpi, picture=one.image.pk)

    def _films(self, rule: VideoRule) -> Iterator[Piece]:
        films = self.entry.videos(rule)
        for number, film in enumerate(films, start=1):
            path = self._path(rule.file_name, rule.name, number if len(films) > 1 else 0, kind_of(film.file.name))
            yield self._stored(film.file, path, film.title, size=size_of(film.file) or 0)

    def _files(self, rule: FileRule) -> Iterator[Piece]:
        files = self.entry.files(rule)
        for number, one in enumerate(files, start=1):
            path = self._path(rule.file_name, rule.name, number if len(files) > 1 else 0, one.kind)
            yield self._stored(one.file, path, rule.name, size=one.size)

    def _left_out(self, images: list) -> None:
        """Say which pictures are not handed in, and which are no longer those that were sealed."""
        sealed = {row["image"]: row["file"] for row in self._frozen() if "image" in row}
        for image in images:
            which = f"《{self.entry.case.title}》的照片“{image.title}”"
            if image.withheld:
                self.notes.append(f"{which}：出镜的人撤回了同意，没有装进来。")
            elif sealed.get(image.pk, image.file.name) != image.file.name:
                self.notes.append(f"{which}：盖章推荐以后换过文件，装的是换过的那张。")

    def _frozen(self) -> list[dict]:
        nomination = self.entry.nomination
        return nomination.files if nomination and not nomination.in_hand else []

    def _path(self, template: str, name: str, number: int, ending: str) -> str:
        """Return a free path; several files of one kind are numbered, unless the notice says how."""
        usual = self.usual + ("{n}" if number else "")
        stem = fill(template or usual, **self.said, name=name, n=number or 1)
        return self.names.take(self.folder, stem, ending)

    def _stored(self, file, path: str, about: str, *, size: int, dpi: int | None = None, picture=None) -> Piece:
        def chunks():
            if not file.storage.exists(file.name):
                raise Refused(f"《{self.entry.case.title}》的“{about}”文件不见了，请先把它补上。")
            return with_dpi(chunks_of(file), dpi) if dpi else chunks_of(file)

        return Piece(path, about, chunks, size=size, picture=picture)
