"""Pictures from a phone: taken in, described, asked about."""

from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from brands.drafting import PHOTO
from brands.opening import allow, open_for, refuse_if_closed
from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import Role
from cms.review.permissions import may_edit
from media import phone
from media.models import CustomImage

MOST = 12
ABOUT = ("credit", "people", "consent", "consent_note")


def add_photo(*, page, user, file) -> str:
    """Add a picture to the end of a draft and return its block's id; the same file sent twice is in it once.

    A new picture counts as showing people who were not asked yet, so that somebody has to say what is true.
    """
    allow(may_edit(user, page))
    phone.check(file)
    block_id = str(uuid5(NAMESPACE_URL, f"{page.pk}:{phone.digest(file)}"))
    if _holds(page.get_latest_revision_as_object(), block_id):
        return block_id
    refuse_if_closed(page)
    image = phone.keep(file, user=user, path=page.owner_path)  # drawing it anew takes a second, so before the lock
    try:
        added = _attach(page, user, image, block_id)
    except Exception:
        image.delete()
        raise
    if not added:
        image.delete()
    return block_id


@transaction.atomic
def _attach(page, user, image, block_id: str) -> bool:
    page = open_for(page, user=user)
    if _holds(page, block_id):
        return False
    if len(page.pictures_body) >= MOST:
        raise Refused(f"一篇最多放 {MOST} 张照片。先去掉一张，再加这张。")
    image.contextual_alt_text, image.decorative = "", False
    page.pictures_body.append(("picture", {"image": image, "caption": ""}, block_id))
    page.cover = page.cover or image
    if not page.live:
        page.save()
    page.save_revision(user=user)
    return True


def describe_all(page, user, before: dict, after: dict) -> None:
    """Write to each picture what its writer said of it: who took it, who is in it, whether they agreed."""
    open_ones = describable(user, page)
    for block in page.pictures_body:
        key, image = f"{PHOTO}{block.id}", block.value["image"]
        if image and after.get(key) and after[key] != before[key]:
            changed = [name for name in ABOUT if after[key][name] != before[key][name]]
            if image.pk in open_ones:
                _describe(image, user, changed, after[key])
            elif changed:
                raise Refused("这张照片里的人和同意情况，请上传的人或本县编辑来改。图说您可以改。")


def _describe(image: CustomImage, user, changed: list[str], about: dict) -> None:
    for name in changed:
        setattr(image, name, about[name])
    image.title = about["caption"][:255] or image.title
    image.description = about["caption"][:255]
    image.save()
    if "consent" in changed or "people" in changed:
        audit.write(user, "登记出镜同意", image.title, image=image.pk, people=image.people, consent=image.consent)


def describable(user, page) -> set[int]:
    """Return the pks of the page's pictures of which the person may say who is in them: their uploads; an editor, all.

    Nobody undoes a withdrawal here, and what readers already see of a picture changes only in review.
    """
    seen = {picture.pk for picture in type(page).objects.get(pk=page.pk).pictures()} if page.live else set()
    edits = bool(scope.holds(user, Role.EDITOR, path=page.scope_path))
    images = [block.value["image"] for block in page.pictures_body if block.value["image"]]
    open_ones = [image for image in images if not image.withheld and image.pk not in seen]
    return {image.pk for image in open_ones if edits or image.uploaded_by_user_id == user.pk}


def _holds(page, block_id: str) -> bool:
    return any(block.id == block_id for block in page.pictures_body)
