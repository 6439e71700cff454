"""What is frozen at the county's endorsement, and whether the case has moved on since."""

import hashlib
from dataclasses import dataclass

from brands.models import CasePage
from media.models import CustomImage


@dataclass(frozen=True)
class Frozen:
    """The published revision of a case and every picture on it."""

    revision_id: int | None
    files: list[dict]  # [{"image": pk, "name": title, "file": stored name, "sha256": …}]


def freeze(case_pk: int) -> Frozen:
    """Read the published text and hash its pictures; outside any lock, for hashing takes time."""
    revision = CasePage.objects.select_related("live_revision").get(pk=case_pk).live_revision
    if revision is None:
        return Frozen(None, [])
    pictures = {picture.pk: picture for picture in revision.as_object().pictures()}
    return Frozen(revision.pk, [_file(picture) for picture in pictures.values()])


def _file(picture) -> dict:
    with picture.file.open() as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"image": picture.pk, "name": picture.title, "file": picture.file.name, "sha256": digest}


def differences(nomination) -> list[str]:
    """Return what reads differently now from what was sent up, part by part; empty when all is the same."""
    if nomination.revision_id is None:
        return []
    changed = _changed_words(nomination) if nomination.case.live_revision_id != nomination.revision_id else []
    return changed + ([] if _same_pictures(nomination) else ["照片"])


def _changed_words(nomination) -> list[str]:
    live = nomination.case.live_revision
    if live is None or not nomination.case.live:
        return ["案例已经撤下"]
    then, now = _words(nomination.revision.as_object()), _words(live.as_object())
    return [label for label in (then | now) if then.get(label) != now.get(label)] or ["其他内容"]


def _words(page) -> dict:
    words = {text.label: text.words for text in page.texts()}
    return words | {"关键数字": page.figures()} | {"图片说明": [dict(block.value) for block in page.pictures_body]}


def _same_pictures(nomination) -> bool:
    """Compare stored names: replacing a picture's file always stores it under another one."""
    pictures = CustomImage.objects.filter(pk__in=[row["image"] for row in nomination.files])
    names = dict(pictures.values_list("pk", "file"))
    return all(names.get(row["image"]) == row["file"] for row in nomination.files)
