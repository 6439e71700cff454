"""What the register knows of one place, changed by those who work there; it takes effect at once."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.pages import page_cache
from cms.places import permissions, scope
from cms.places.models import PlacePage, Status, StatusChange

FACTS = ("address", "opening_hours", "head_title", "introduction", "latitude", "longitude")


@transaction.atomic
def describe(*, user, place: PlacePage, **facts) -> PlacePage:
    """Change what the site says of a place; `facts` are some of FACTS."""
    place = _locked(user, place)
    before = {name: getattr(place, name) for name in facts}
    for name, value in facts.items():
        setattr(place, name, value)
    _check(place, facts)
    changed = {
        name: [str(before[name] or ""), str(value or "")] for name, value in facts.items() if value != before[name]
    }
    if changed:
        _publish(place, user)
        audit.write(user, "改阵地介绍", place, place=place.pk, **changed)
    return place


@transaction.atomic
def change_status(*, user, place: PlacePage, status: str, since: dt.date) -> StatusChange:
    """Record that the place has a status from a day on; a day has one status, the last word about it counts."""
    place = _locked(user, place)
    if since > timezone.localdate():
        raise Refused("日期不能晚于今天，到那天再来登记。", since="日期不能晚于今天，到那天再来登记。")
    if status_on(place, since) == status:
        words = f"这一天已经是“{Status(status).label}”了，不用再登记。"
        raise Refused(words, status=words)
    change, _ = StatusChange.objects.update_or_create(
        place=place, since=since, defaults={"status": status, "recorded_by": user}
    )
    audit.write(user, "登记阵地状态", place, place=place.pk, status=Status(status).label, since=str(since))
    place.status = status_on(place, timezone.localdate())
    _publish(place, user)
    return change


def status_on(place: PlacePage, day: dt.date) -> str | None:
    """Return the place's status on a day, None if the register knows of none yet."""
    newest = StatusChange.objects.filter(place=place, since__lte=day).order_by("-since")
    return newest.values_list("status", flat=True).first()


def _locked(user, place: PlacePage) -> PlacePage:
    scope.forget(user)
    place = PlacePage.objects.select_for_update(of=("self",)).get(pk=place.pk)
    may = permissions.may_describe(user, place)
    if not may:
        raise Refused(may.reason)
    return place


def _check(place: PlacePage, facts: dict) -> None:
    """Refuse what the fields do not take, each with its reason; places are given by both coordinates or none."""
    try:
        place.clean_fields(exclude={field.name for field in place._meta.fields} - set(facts))
    except ValidationError as error:
        raise Refused(
            "有的地方填得不对。", **{name: " ".join(words) for name, words in error.message_dict.items()}
        ) from None
    if (place.latitude is None) != (place.longitude is None):
        words = "经度和纬度要么都填，要么都不填。"
        raise Refused(words, latitude=words)


def _publish(place: PlacePage, user) -> None:
    """Store the place with a revision, so that /admin/ goes on from here, and let readers see it."""
    place.save()
    revision = place.save_revision(user=user, log_action=True, changed=False)
    PlacePage.objects.filter(pk=place.pk).update(live_revision=revision)
    page_cache.renew()
