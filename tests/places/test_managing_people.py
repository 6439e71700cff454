"""Managers and the accounts of their own place and below."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from cms.accounts.models import User
from cms.audit.models import Event
from cms.core.refusals import Refused
from cms.notices.models import Notice
from cms.places import people, permissions
from cms.places.models import Membership, Role
from tests import factories

TODAY = timezone.localdate


def page(place):
    return place.page_ptr


@pytest.fixture
def newcomer(city):
    person, _ = people.create(actor=city.manager, name="陈秋生", place=page(city.shangpu), role=Role.CONTRIBUTOR)
    return person


def test_a_new_account_has_a_one_time_password_and_its_role(city):
    person, password = people.create(actor=city.manager, name="陈秋生", place=page(city.shangpu), role=Role.CONTRIBUTOR)

    assert person.username == "chenqiusheng"
    assert person.check_password(password)
    assert person.must_change_password
    assert not person.one_time_password_expired
    assert person.memberships.get().role == Role.CONTRIBUTOR


def test_a_second_person_of_the_same_name_gets_another_user_name(city, newcomer):
    second, _ = people.create(actor=city.manager, name="陈秋生", place=page(city.shangpu), role=Role.LECTURER)

    assert second.username == "chenqiusheng2"


def test_a_user_name_that_is_taken_is_refused_at_its_field(city, newcomer):
    with pytest.raises(Refused) as refusal:
        people.create(
            actor=city.manager, name="别人", username="chenqiusheng", place=page(city.shangpu), role=Role.LECTURER
        )

    assert "username" in refusal.value.fields
    assert User.objects.filter(name="别人").count() == 0


def test_every_act_is_one_line_in_the_book_and_one_notice(city, newcomer):
    given = people.appoint(actor=city.manager, person=newcomer, place=page(city.xikou), role=Role.CONTRIBUTOR)
    people.end(actor=city.manager, membership=given)
    people.reset_password(actor=city.manager, person=newcomer)
    people.close(actor=city.manager, person=newcomer)
    people.reopen(actor=city.manager, person=newcomer)

    acts = list(Event.objects.order_by("pk").values_list("action", flat=True))
    assert acts == ["开通账号", "安排任职", "结束任职", "重发一次性密码", "停用账号", "恢复账号"]
    assert Notice.objects.filter(user=newcomer).count() == len(acts)
    assert set(Event.objects.values_list("actor_name", flat=True)) == {"延溪区管理员"}


def test_no_password_is_written_anywhere(city):
    _, password = people.create(actor=city.manager, name="林月", place=page(city.shangpu), role=Role.LECTURER)

    written = (
        f"{list(Event.objects.values_list('detail', flat=True))} {list(Notice.objects.values_list('body', flat=True))}"
    )
    assert password not in written


def test_a_role_ends_at_once_or_after_its_last_day(city, newcomer):
    old = newcomer.memberships.get()
    Membership.objects.filter(pk=old.pk).update(since=TODAY() - dt.timedelta(days=30))
    people.end(actor=city.manager, membership=old)
    later = people.appoint(actor=city.manager, person=newcomer, place=page(city.xikou), role=Role.LECTURER)
    people.end(actor=city.manager, membership=later, last_day=TODAY() + dt.timedelta(days=3))

    assert list(Membership.objects.current().filter(user=newcomer)) == [later]
    assert not Membership.objects.current(TODAY() + dt.timedelta(days=4)).filter(user=newcomer).exists()


def test_a_role_given_by_mistake_today_is_gone_today(city, newcomer):
    people.end(actor=city.manager, membership=newcomer.memberships.get())

    assert not newcomer.memberships.exists()
    assert Event.objects.filter(action="结束任职").exists()


def test_permissions_in_admin_come_and_go_with_the_role(city, newcomer):
    given = people.appoint(actor=city.manager, person=newcomer, place=page(city.yanxi), role=Role.EDITOR)
    assert User.objects.get(pk=newcomer.pk).has_perm("wagtailadmin.access_admin")

    people.end(actor=city.manager, membership=given)

    assert not User.objects.get(pk=newcomer.pk).has_perm("wagtailadmin.access_admin")


def test_a_role_is_given_only_where_it_is_of_use(city, newcomer):
    for role, place in ((Role.SIGNER, city.yanxi), (Role.EDITOR, city.shangpu), (Role.CHECKER, city.yanxi)):
        with pytest.raises(Refused, match="只能设在"):
            people.appoint(actor=city.manager, person=newcomer, place=page(place), role=role)


def test_the_same_role_is_not_given_twice(city, newcomer):
    with pytest.raises(Refused, match="已经是"):
        people.appoint(actor=city.manager, person=newcomer, place=page(city.shangpu), role=Role.CONTRIBUTOR)


def strangers(city) -> dict[str, User]:
    """Everybody whom the manager of 延溪区 must not reach."""
    abroad = factories.person("两头跑的人", city.shangpu, Role.CONTRIBUTOR)
    abroad.memberships.create(place=page(city.fayun), role=Role.LECTURER)
    coming = factories.person("下月去竹岭的人", city.shangpu, Role.CONTRIBUTOR)
    coming.memberships.create(place=page(city.zhuling), role=Role.EDITOR, since=TODAY() + dt.timedelta(days=30))
    above = factories.person("兼着市里的人", city.shangpu, Role.CONTRIBUTOR)
    above.memberships.create(place=page(city.home), role=Role.JUDGE)
    by_hand = factories.person("另有权限的人", city.shangpu, Role.CONTRIBUTOR)
    by_hand.groups.add(Group.objects.create(name="别的组"))
    root = city.superuser
    root.memberships.create(place=page(city.shangpu), role=Role.CONTRIBUTOR)
    gone = factories.person("从前在竹岭的人", city.zhuling, Role.EDITOR)
    gone.memberships.update(since=dt.date(2020, 1, 1), until=dt.date(2021, 1, 1))
    nobody = User.objects.create_user("nobody", name="没有任职的人")
    return {
        "another county's": city.outsider, "the city's": city.signer, "its manager": city.city_manager, "root": root,
        "half abroad": abroad, "soon abroad": coming, "half above": above, "by hand": by_hand, "gone": gone,
        "nobody": nobody, "oneself": city.manager,
    }  # fmt: skip


def test_nobody_outside_or_above_can_be_reached(city):
    for who, person in strangers(city).items():
        assert person not in permissions.people(city.manager), who
        for verb in (people.reset_password, people.close):
            with pytest.raises(Refused):
                verb(actor=city.manager, person=person)
        with pytest.raises(Refused):
            people.appoint(actor=city.manager, person=person, place=page(city.shangpu), role=Role.LECTURER)
        with pytest.raises(Refused):
            people.end(actor=city.manager, membership=person.memberships.first() or Membership(user=person))


def test_nothing_is_given_outside_ones_own_places(city, newcomer):
    for place in (city.fayun, city.zhuling, city.home):
        with pytest.raises(Refused, match="不归您管理"):
            people.appoint(actor=city.manager, person=newcomer, place=page(place), role=Role.LECTURER)
        with pytest.raises(Refused, match="不归您管理"):
            people.create(actor=city.manager, name="某人", place=page(place), role=Role.LECTURER)


def test_a_township_manager_does_not_reach_the_county(city):
    manager = factories.person("上埔镇管理员", city.shangpu_town, Role.MANAGER)

    reached = {person.name for person in permissions.people(manager)}

    assert reached == {"上埔村供稿员", "上埔镇看稿"}
    with pytest.raises(Refused):
        people.appoint(actor=manager, person=city.contributor, place=page(city.yanxi), role=Role.MANAGER)


def test_who_is_no_manager_reaches_nobody(city):
    for user in (city.editor, city.contributor, city.signer):
        assert not permissions.people(user).exists()


def test_a_manager_whose_term_has_ended_reaches_nobody(city, newcomer):
    city.manager.memberships.update(since=dt.date(2020, 1, 1), until=dt.date(2021, 1, 1))

    with pytest.raises(Refused, match="不归您管理"):
        people.close(actor=city.manager, person=newcomer)


def test_a_superuser_can_appoint_the_first_managers(city):
    person, _ = people.create(actor=city.superuser, name="市里的人", place=page(city.home), role=Role.MANAGER)

    assert city.manager in permissions.people(person)
