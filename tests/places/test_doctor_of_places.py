"""`manage.py doctor` finds what is broken in the tree, the register and the permissions."""

import datetime as dt

import pytest
from django.core.management import call_command
from wagtail.models import Page

from cms.accounts.models import User
from cms.places import doctor, groups
from cms.places.models import Membership, PlacePage, Role, StatusChange
from tests import factories

CHECKS = (
    doctor.the_tree_is_sound,
    doctor.each_status_is_the_newest_of_the_register,
    doctor.the_counties_add_up_to_the_city,
    doctor.groups_follow_memberships,
)


def findings() -> list[str]:
    return [sentence for check in CHECKS for sentence in check()]


def test_a_sound_house_has_no_findings(city):
    assert findings() == []


def test_a_broken_tree_is_found(city):
    Page.objects.filter(pk=city.shangpu_town.pk).update(numchild=7)

    assert findings() == [f"页面 {city.shangpu_town.pk}：下级数目不对"]


def test_a_status_that_is_not_in_the_register_is_found(city):
    PlacePage.objects.filter(pk=city.shangpu.pk).update(status="suspended")

    assert findings() == ["上埔村：写的是“暂停开放”，登记册里最新的是“正常运行”"]


def test_a_status_without_any_record_is_found(city):
    StatusChange.objects.filter(place=city.shangpu).delete()

    assert "上埔村：写的是“正常运行”，登记册里最新的是“计划建设”" in findings()


def test_a_station_outside_every_county_is_found(city):
    stray = factories.place(city.shangpu_town, "离群村", "stray", "station")
    Page.objects.get(pk=stray.pk).move(city.home, "last-child")

    assert findings() == ["正常运行的站：各县（市、区）合计 2，全市 3", "村（社区）：各县（市、区）合计 3，全市 4"]


def test_a_membership_without_its_group_is_found(city):
    city.editor.groups.clear()

    assert findings() == [
        "延溪区编辑：有任职，没有“审核人员”的权限",
        "延溪区编辑：有任职，没有“延溪区编辑”的权限",
    ]


def test_a_group_without_a_membership_is_found_and_put_right_at_night(city):
    ended = dt.date.today() - dt.timedelta(days=1)
    Membership.objects.filter(user=city.reviewer).update(since=ended, until=ended)
    city.contributor.groups.add(groups.reviewers_group())
    stranger = User.objects.create_user("stranger", name="没有任职的人")
    stranger.groups.add(groups.reviewers_group())

    assert sorted(findings()) == [
        "上埔村供稿员：有“审核人员”的权限，没有任职",
        "延溪区复审：有“审核人员”的权限，没有任职",
        "没有任职的人：有“审核人员”的权限，没有任职",
    ]
    call_command("sync_memberships")
    assert findings() == []


def test_the_command_says_what_is_broken_and_fails(city, capsys):
    call_command("doctor")
    assert "✓ 后台权限和任职一致" in capsys.readouterr().out

    city.manager.memberships.create(place=city.yanxi.page_ptr, role=Role.EDITOR)
    city.manager.groups.clear()
    with pytest.raises(SystemExit):
        call_command("doctor")
    assert "延溪区管理员：有任职" in capsys.readouterr().out
