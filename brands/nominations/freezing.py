"""What is frozen at the county's endorsement, and whether the case has moved on since."""

import hashlib
from dataclasses import dataclass

from brands import renditions
from brands.models import CasePage, Length
from brands.nominations.entry import Entry
from cms.core.refusals import Refused
from media.models import CustomImage, Video


@dataclass(frozen=True)
class Frozen:
    """The published revision of a case, every picture on it, and every film chosen for the nomination."""

    revision_id: int | None
    files: list[dict]  # [{"image" or "video": pk, "name": title, "file": stored name, "sha256": …}]


def freeze(nomination) -> Frozen:
    """Read the published text and hash what goes up with it; outside any lock, for hashing takes time."""
    revision = CasePage.objects.select_related("live_revision").get(pk=nomination.case_id).live_revision
    if revision is None:
        return Frozen(None, [])
    pictures = {picture.pk: picture for picture in revision.as_object().pictures()}
    chosen = nomination.attachments.filter(dropped_at=None).exclude(video=None).select_related("video")
    films = {one.video_id: one.video for one in chosen}
    hashed = [_file("image", picture) for picture in pictures.values()]
    return Frozen(revision.pk, hashed + [_file("video", film) for film in films.values()])


def sealed(asked: Entry) -> dict:
    """Return what is frozen with the seal: {"answers": …, "attachments": [{"pk", "rule", "image", "sha256"}]}."""
    rows = [{"pk": one.pk, "rule": one.rule, "image": one.image_id, "sha256": one.sha256} for one in asked.attachments]
    return {"answers": asked.answers, "attachments": rows}


def still(frozen: Frozen, asked: Entry) -> bool:
    """Say whether the films that were hashed are those that are chosen now."""
    hashed = {row["video"] for row in frozen.files if "video" in row}
    return hashed == {one.video_id for one in asked.attachments if one.video_id}


def _file(kind: str, kept) -> dict:
    try:
        with kept.file.open() as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Refused(f"“{kept.title}”的文件不见了，请换一份再盖章推荐。") from error
    return {kind: kept.pk, "name": kept.title, "file": kept.file.name, "sha256": digest}


def differences(nomination) -> list[str]:
    """Return what reads differently now from what was sent up, part by part; empty when all is the same."""
    if nomination.revision_id is None:
        return []
    changed = _changed_words(nomination) if nomination.case.live_revision_id != nomination.revision_id else []
    films = [] if _same_films(nomination) else ["视频"]
    return changed + ([] if _same_pictures(nomination) else ["照片"]) + films + _changed_lengths(nomination)


def _changed_words(nomination) -> list[str]:
    live = nomination.case.live_revision
    if live is None or not nomination.case.live:
        return ["案例已经撤下"]
    then, now = _words(nomination.revision.as_object()), _words(live.as_object())
    return [label for label in (then | now) if then.get(label) != now.get(label)] or ["其他内容"]


def _changed_lengths(nomination) -> list[str]:
    """Return the renditions that went up and read differently now."""
    then, now = nomination.facts or {}, renditions.of(nomination.case)
    return [length.label for length in Length if then.get(length) and then[length] != now.get(length, "")]


def _words(page) -> dict:
    words = {text.label: text.words for text in page.texts()}
    return words | {"关键数字": page.figures()} | {"图片说明": [dict(block.value) for block in page.pictures_body]}


def _same_pictures(nomination) -> bool:
    """Compare stored names: replacing a picture's file always stores it under another one."""
    rows = [row for row in nomination.files if "image" in row]
    pictures = CustomImage.objects.filter(pk__in=[row["image"] for row in rows])
    names = dict(pictures.values_list("pk", "file"))
    return all(names.get(row["image"]) == row["file"] for row in rows)


def _same_films(nomination) -> bool:
    rows = [row for row in nomination.files if "video" in row]
    names = dict(Video.objects.filter(pk__in=[row["video"] for row in rows]).values_list("pk", "file")) if rows else {}
    return all(names.get(row["video"]) == row["file"] for row in rows)
