"""Who agreed to be shown, and who took it back."""

from django.db import transaction

from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.pages import page_cache
from cms.places import scope
from cms.places.models import PlaceAccess, Role
from cms.places.scope import YES, Verdict
from media.models.files import Consent, CustomImage

KEEPERS = (Role.EDITOR, Role.MANAGER)
GIVEN = (Consent.GIVEN, Consent.GUARDIAN)
LONGEST_NOTE = 120


@transaction.atomic
def grant(*, image: CustomImage, user, consent: str = Consent.GIVEN, note: str) -> CustomImage:
    """Record that the people in a picture (or a guardian) agreed; the note says who, when and how."""
    if consent not in GIVEN:
        raise Refused("请选一种同意：本人同意，或者监护人同意。", consent="选一种。")
    if not note.strip():
        raise Refused("请写一句：谁、何时、怎么同意的。", note="写一句，例如：2026年3月2日本人当面同意，同意书存村部。")
    return _record(image, user, consent, note, "登记出镜同意")


@transaction.atomic
def withdraw(*, image: CustomImage, user, note: str = "") -> CustomImage:
    """Take a picture off every page at once because somebody in it no longer agrees; nobody needs to say why."""
    return _record(image, user, Consent.WITHDRAWN, note, "撤回出镜同意")


def _record(image: CustomImage, user, consent: str, note: str, action: str) -> CustomImage:
    image = CustomImage.objects.select_for_update().get(pk=image.pk)
    verdict = (may_withdraw if consent == Consent.WITHDRAWN else may_grant)(user, image)
    if not verdict:
        raise Refused(verdict.reason)
    image.consent = consent
    image.consent_note = note.strip()[:LONGEST_NOTE] or image.consent_note
    image.save()
    audit.write(user, action, image.title, image=image.pk, note=image.consent_note)
    page_cache.renew()
    return image


def kept_by(user) -> set[int]:
    """Return the pks of the collections whose pictures the person answers for: an editor's or manager's places."""
    keeps = scope.visible(user, "place__path", roles=KEEPERS)
    return set(PlaceAccess.objects.filter(keeps).values_list("collection_id", flat=True))


def may_grant(user, image: CustomImage) -> Verdict:
    """Say whether the person records an agreement: editors and managers of the place that keeps the picture."""
    if user.is_superuser or image.collection_id in kept_by(user):
        return YES
    return Verdict(False, "这张图片不归您管，请找图片所在县（市、区）的编辑或管理员。")


def may_withdraw(user, image: CustomImage) -> Verdict:
    """Say whether the person takes the picture down: whoever may record an agreement, and who sent the picture in."""
    return YES if image.uploaded_by_user_id == user.pk else may_grant(user, image)
