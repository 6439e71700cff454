"""Names of files and folders: made from the notice's templates, safe on Windows, told apart where two are alike."""

import re
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError

from brands.nominations.dossier.safe import xml_safe
from brands.nominations.material.naming import WORDS, parts
from cms.core.refusals import Refused

FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")  # what Windows forbids, as its full-width likeness
SPACES = re.compile(r"\s+")
RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9¹²³])(?:\.|$)", re.IGNORECASE)  # devices, whatever follows
LONGEST = 120  # bytes of UTF-8: forty Han characters, short enough for every file system and for a path of three
UNNAMED = "未命名"


def fill(template: str, /, **words) -> str:
    """Return a name from a template; only the words of WORDS are known, and no attribute, index or format of them.

    The longest word is cut first where the whole is too long, so that number and ending stay.
    """
    pieces = _parts(template)
    said = {word: clean(str(words.get(word, ""))) for word in WORDS}
    while _bytes(name := clean(_put_together(pieces, said))) > LONGEST:
        longest = max(said, key=lambda word: (f"{{{word}}}" in template, len(said[word])))
        if not said[longest] or f"{{{longest}}}" not in template:
            return shortened(name)
        said[longest] = said[longest][:-1]
    return name or UNNAMED


def clean(name: str) -> str:
    """Return a name without anything that a file system takes amiss; "" when nothing is left."""
    name = SPACES.sub(" ", xml_safe(name)).translate(FORBIDDEN).strip(" .\u3000")
    return f"_{name}" if RESERVED.match(name) else name


def shortened(name: str, longest: int = LONGEST) -> str:
    """Return the beginning of a name that fits, cut between characters."""
    return name.encode()[:longest].decode(errors="ignore").rstrip(" .") or UNNAMED


class Names:
    """The names that are taken in a package; Windows does not tell capital from small letters."""

    def __init__(self, *taken: str):
        self.taken: set[str] = set(taken)

    def take(self, folder: str, stem: str, ending: str) -> str:
        """Return the path of a file, numbered （2）, （3）… where the name is taken already."""
        return self._free(folder, stem, f".{ending}" if ending else "")

    def folder(self, stem: str) -> str:
        return self._free("", stem, "")

    def _free(self, folder: str, stem: str, ending: str) -> str:
        stem, again = clean(stem) or UNNAMED, ""
        number = 1
        while True:
            room = LONGEST - _bytes(again) - _bytes(ending)
            path = str(PurePosixPath(folder) / f"{shortened(stem, room)}{again}{ending}")
            if path.casefold() not in self.taken:
                self.taken.add(path.casefold())
                return path
            number += 1
            again = f"（{number}）"


def _parts(template: str) -> list[tuple[str, str | None]]:
    try:
        return parts(template)
    except ValidationError as error:
        raise Refused(f"取名的写法“{template}”用不了：{error.message}请在通知里改好。") from error


def _put_together(pieces: list[tuple[str, str | None]], said: dict[str, str]) -> str:
    return "".join(text + (said[word] if word else "") for text, word in pieces)


def _bytes(name: str) -> int:
    return len(name.encode())
