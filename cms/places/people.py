"""What managers do for the people of their place: accounts, roles, passwords; each a line in the book and a notice."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from cms.accounts.models import User
from cms.accounts.passwords import one_time_password
from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.notices.telling import tell
from cms.pages.slugs import pinyin_slug
from cms.places import permissions, scope
from cms.places.models import Membership, Role

ACCOUNT_URL = "/desk/me/"


@transaction.atomic
def create(*, actor: User, name: str, place: Page, role: str, username: str = "", email: str = "") -> tuple[User, str]:
    """Open an account with its first role; return it with its one-time password, which is told this once."""
    _may_appoint(actor, place, role)
    password = one_time_password()
    person = User(name=name, username=username or _free_username(name), email=email)
    person.set_password(password)
    person.one_time_password_at = timezone.now()
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:
        raise Refused("这个登录名已经有人用了，请换一个。", username="这个登录名已经有人用了，请换一个。") from None
    Membership.objects.create(user=person, place=place, role=role)
    event = audit.write(actor, "开通账号", person, username=person.username, place=place.title, role=Role(role).label)
    _tell(person, event, f"账号开通了：{place.title}{Role(role).label}", "第一次登录后请先换上自己的密码。")
    return person, password


@transaction.atomic
def appoint(*, actor: User, person: User, place: Page, role: str, until: dt.date | None = None) -> Membership:
    """Give the person a role at a place, from today, until a day if one is told."""
    person = _handled(actor, person)
    _may_appoint(actor, place, role)
    today = timezone.localdate()
    if until and until < today:
        raise Refused("到期日不能早于今天。", until="到期日不能早于今天。")
    if Membership.objects.current().filter(user=person, place=place, role=role).exists():
        raise Refused(f"{person.name}已经是{place.title}的{Role(role).label}了。")
    membership, _ = Membership.objects.update_or_create(
        user=person, place=place, role=role, since=today, defaults={"until": until}
    )
    event = audit.write(actor, "安排任职", person, place=place.title, role=Role(role).label, until=str(until or ""))
    _tell(person, event, f"有了新的任职：{place.title}{Role(role).label}")
    return membership


@transaction.atomic
def end(*, actor: User, membership: Membership, last_day: dt.date | None = None) -> None:
    """End a role after its last day, at once unless one is told."""
    person = _handled(actor, membership.user)
    membership = Membership.objects.select_related("place").get(pk=membership.pk)
    if not permissions.may_manage(actor, membership.place):
        raise Refused("这个单位不归您管理。")
    today = timezone.localdate()
    if membership.until and membership.until < today:
        raise Refused("这个任职已经结束了。")
    if last_day and last_day < today:
        raise Refused("最后一天不能早于今天；要马上结束，就不填日期。", last_day="最后一天不能早于今天。")
    _close(membership, last_day or today - dt.timedelta(days=1))
    what = f"{membership.place.title}{membership.get_role_display()}"
    event = audit.write(actor, "结束任职", person, place=membership.place.title, role=membership.get_role_display())
    _tell(person, event, f"任职{f'做到 {last_day} 为止' if last_day else '结束了'}：{what}")


@transaction.atomic
def reset_password(*, actor: User, person: User) -> str:
    """Give the person a new one-time password and return it; they are signed out everywhere."""
    person = _handled(actor, person)
    password = one_time_password()
    person.set_password(password)
    person.one_time_password_at = timezone.now()
    person.save(update_fields=["password", "one_time_password_at"])
    event = audit.write(actor, "重发一次性密码", person, username=person.username)
    _tell(person, event, f"{actor.name}给您重发了一次性密码", "如果不是您要求的，请告诉本级管理员。")
    return password


@transaction.atomic
def close(*, actor: User, person: User) -> None:
    """Close an account: no more signing in, and every session ends with its next request."""
    _switch(actor, _handled(actor, person), False, "停用账号", "账号停用了")


@transaction.atomic
def reopen(*, actor: User, person: User) -> None:
    """Open a closed account again."""
    _switch(actor, _handled(actor, person), True, "恢复账号", "账号恢复使用了")


def _handled(actor: User, person: User) -> User:
    """Lock the account and read the actor's scope again; refuse who is not theirs to handle."""
    scope.forget(actor)
    locked = User.objects.select_for_update().get(pk=person.pk)
    if locked.pk == actor.pk:
        raise Refused("自己的账号要由别的管理员来管；自己的密码在“我的账号”里改。")
    if not permissions.people(actor).filter(pk=locked.pk).exists():
        raise Refused("这个账号不归您管理。")
    return locked


def _may_appoint(actor: User, place: Page, role: str) -> None:
    scope.forget(actor)
    if not permissions.may_manage(actor, place):
        raise Refused("这个单位不归您管理。", place="这个单位不归您管理。")
    suits = permissions.suits(role, place)
    if not suits:
        raise Refused(suits.reason, role=suits.reason)


def _close(membership: Membership, last_day: dt.date) -> None:
    """Write the last day; a role that began after it was a slip and goes, the book remembers it."""
    if last_day < membership.since:
        membership.delete()
        return
    membership.until = last_day
    membership.save(update_fields=["until"])


def _switch(actor: User, person: User, active: bool, action: str, words: str) -> None:
    if person.is_active == active:
        raise Refused(f"{person.name}的账号已经是这样了。")
    person.is_active = active
    person.save(update_fields=["is_active"])
    _tell(person, audit.write(actor, action, person, username=person.username), words)


def _free_username(name: str) -> str:
    """Return the name in pinyin, with a number where somebody has it already."""
    plain = pinyin_slug(name).replace("-", "") or "user"
    taken = set(User.objects.filter(username__startswith=plain).values_list("username", flat=True))
    return next(
        candidate for n in range(1, len(taken) + 2) if (candidate := f"{plain}{n if n > 1 else ''}") not in taken
    )


def _tell(person: User, event, title: str, body: str = "") -> None:
    tell([person], title=title, body=body, url=ACCOUNT_URL, key=f"event-{event.pk}")
