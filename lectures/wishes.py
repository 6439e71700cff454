"""我想听: topics that people would like to hear about, and what the office makes of them; nobody is shown a count."""

from django.db import transaction
from django.db.models import Q

from cms.core.refusals import Refused
from cms.places import scope
from lectures.models import CoursePage, TopicWish
from lectures.permissions import SCHEDULERS, schedules

MERGED_TWICE = "不能并进自己，也不能并进一条已经并掉的。"


def for_user(user):
    """Return the wishes a person answers for: of their places, and, for the city's people, those that name no place."""
    condition = scope.visible(user, "place__path", roles=SCHEDULERS)
    if user.is_superuser or (schedules(user) and scope.works_in_city(user)):
        condition |= Q(place=None)
    return TopicWish.objects.filter(condition)


def answered():
    """Return what the public sees: the wishes for which there is a course now, the newest first."""
    return TopicWish.objects.filter(course__live=True, hidden=False, merged_into=None)


def suggest(*, words: str, place=None) -> TopicWish:
    """Say what one would like to hear about; anybody may."""
    words = " ".join(words.split())
    if not words:
        raise Refused("请写想听什么。", words="写几个字就行。")
    return TopicWish.objects.create(words=words[:80], place=place)


@transaction.atomic
def merge(*, wish: TopicWish, into: TopicWish, user) -> TopicWish:
    """Make one of two wishes for the same thing; whatever was merged into the one goes along."""
    wish, into = _held(user, wish, into)
    if wish.pk == into.pk or into.merged_into_id:
        raise Refused(MERGED_TWICE, into=MERGED_TWICE)
    TopicWish.objects.filter(merged_into=wish).update(merged_into=into)
    wish.merged_into = into
    wish.save(update_fields=["merged_into"])
    return wish


@transaction.atomic
def hide(*, wish: TopicWish, user, hidden: bool = True) -> TopicWish:
    """Put a wish aside, or take it up again."""
    (wish,) = _held(user, wish)
    wish.hidden = hidden
    wish.save(update_fields=["hidden"])
    return wish


@transaction.atomic
def answer(*, wish: TopicWish, course: CoursePage, user) -> TopicWish:
    """Say that there is a course for it now; the public list shows the two together."""
    (wish,) = _held(user, wish)
    if not course.live:
        raise Refused("这门课还没有发布，发布以后再来挂。", course="选一门已经发布的课。")
    wish.course, wish.hidden = course, False
    wish.save(update_fields=["course", "hidden"])
    return wish


def _held(user, *wishes: TopicWish) -> list[TopicWish]:
    """Lock these wishes in one order and return them as they stand, if the person answers for all of them."""
    scope.forget(user)
    keys = {wish.pk for wish in wishes}
    seen = for_user(user).filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))
    found = {wish.pk: wish for wish in seen}
    if found.keys() != keys:
        raise Refused("这一条要由当地的派单员或管理员来办。")
    return [found[wish.pk] for wish in wishes]
