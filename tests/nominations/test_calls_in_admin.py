"""征集通知 in /admin/: by people of the city itself, and by nobody else."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from brands.nominations.material.rules import read
from brands.nominations.models import Call, CategoryQuota, Nomination, Quota, Seat
from cms.places.doctor import groups_follow_memberships
from cms.places.models import Membership, Role
from tests import factories
from tests.nominations import making


@pytest.fixture
def city_editor(city):
    return factories.person("市级编辑", city.home, Role.EDITOR)


@pytest.mark.parametrize("role", [Role.NOMINATOR, Role.MANAGER])
def test_the_citys_nominators_and_managers_enter_calls_too(city, as_user, role):
    client = as_user(factories.person("市级经办人", city.home, role))

    assert reverse("calls:index") in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.post(reverse("calls:add"), said()).status_code == 302
    assert Call.objects.get().title == said()["title"]
    assert list(groups_follow_memberships()) == []


@pytest.mark.parametrize("role", [Role.NOMINATOR, Role.MANAGER])
def test_a_countys_do_not(city, as_user, role):
    client = as_user(factories.person("县级经办人", city.yanxi, role))

    assert client.get(reverse("calls:index")).status_code == 302
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def said(**fields) -> dict:
    """Return what the form sends, in the times of the city."""
    today = timezone.localdate()
    return {
        "title": "全省志愿服务创新案例征集",
        "series": "省志愿服务创新案例",
        "document_number": "〔2026〕41号",
        "issued_by": "省文明办",
        "level": "province",
        "year": today.year,
        "categories": "",
        "opens_at": f"{today} 09:00",
        "closes_at": f"{today + dt.timedelta(days=30)} 17:00",
        "default_quota": 3,
        "city_quota": 8,
        "publicity_days": 5,
        "notice": "",
        "materials-count": 0,
        "quotas-TOTAL_FORMS": 0,
        "quotas-INITIAL_FORMS": 0,
        "quotas-MIN_NUM_FORMS": 0,
        "quotas-MAX_NUM_FORMS": 1000,
        "category_quotas-TOTAL_FORMS": 0,
        "category_quotas-INITIAL_FORMS": 0,
        "category_quotas-MIN_NUM_FORMS": 0,
        "category_quotas-MAX_NUM_FORMS": 1000,
    } | fields


def one_quota(county, limit: int) -> dict:
    return {
        "quotas-TOTAL_FORMS": 1, "quotas-0-county": county.pk, "quotas-0-limit": limit, "quotas-0-id": "",
        "quotas-0-DELETE": "",
    }  # fmt: skip


def test_a_city_editor_enters_a_call_with_a_countys_own_quota(city, city_editor, as_user):
    client = as_user(city_editor)

    assert reverse("calls:index") in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(reverse("calls:add")).status_code == 200
    assert client.post(reverse("calls:add"), said(**one_quota(city.yanxi, 5))).status_code == 302

    call = Call.objects.get()
    assert timezone.localtime(call.closes_at).hour == 17
    assert (call.quota_for(city.yanxi), call.quota_for(city.zhuling)) == (5, 3)


def test_the_list_is_filtered_and_searched(city, city_editor, as_user):
    making.call(title="甲通知", level="province")
    making.call(title="乙通知", level="city")
    client = as_user(city_editor)

    page = client.get(reverse("calls:index"), {"level": "city"}).content.decode()
    assert "乙通知" in page
    assert "甲通知" not in page
    assert "甲通知" in client.get(reverse("calls:index"), {"q": "甲"}).content.decode()


def test_nobody_else_gets_in(city, call, as_user):
    for user in (city.editor, city.outsider, city.signer, city.reviewer):
        client = as_user(user)
        for address in (reverse("calls:index"), reverse("calls:add"), reverse("calls:edit", args=[call.pk])):
            assert client.get(address).status_code == 302, (user, address)
            assert client.post(address, said(title="改了")).status_code == 302, (user, address)
        assert reverse("calls:index") not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert set(Call.objects.values_list("title", flat=True)) == {call.title}


def test_a_quota_cannot_fall_below_what_is_recommended(city, call, city_editor, as_user):
    making.chosen(city, call)
    client, address = as_user(city_editor), reverse("calls:edit", args=[call.pk])

    assert "延溪区已经推荐了 1 个" in client.post(address, said(default_quota=0)).content.decode()
    assert "延溪区已经推荐了 1 个" in client.post(address, said(**one_quota(city.yanxi, 0))).content.decode()
    assert "已经选定了 1 个" in client.post(address, said(city_quota=0)).content.decode()
    assert not Quota.objects.exists()
    assert client.post(address, said(default_quota=1, city_quota=1)).status_code == 302


def test_categories_are_limited_by_the_names_that_the_call_has(city, call, city_editor, as_user):
    making.sealed(city, call)
    Nomination.objects.update(category="文化")
    client, address = as_user(city_editor), reverse("calls:edit", args=[call.pk])
    row = {
        "category_quotas-TOTAL_FORMS": 1, "category_quotas-0-id": "", "category_quotas-0-DELETE": "",
        "category_quotas-0-category": "文化", "category_quotas-0-tier": "county", "category_quotas-0-county": "",
        "category_quotas-0-limit": 1,
    }  # fmt: skip

    assert "一字不差" in client.post(address, said(**row, categories="理论")).content.decode()
    both = row | {"category_quotas-0-tier": "city", "category_quotas-0-county": city.yanxi.pk}
    assert "请空着" in client.post(address, said(**both, categories="文化")).content.decode()
    full = client.post(address, said(**(row | {"category_quotas-0-limit": 0}), categories="文化")).content.decode()
    assert "有 0 个名额" in full
    assert not CategoryQuota.objects.exists()
    assert client.post(address, said(**row, categories="文化")).status_code == 302
    assert Seat.objects.get(category="文化").number == 1


def test_a_call_that_somebody_answered_is_not_deleted(city, call, city_editor, as_user):
    making.prepared(city, call)
    empty = making.call(title="没人报的")
    client = as_user(city_editor)

    assert client.get(reverse("calls:delete", args=[call.pk])).status_code == 302
    client.post(reverse("calls:delete", args=[call.pk]))
    client.post(reverse("calls:delete", args=[empty.pk]))

    assert list(Call.objects.all()) == [call]


def test_times_and_categories_are_checked():
    now = timezone.now()

    with pytest.raises(ValidationError, match="截止时间要在开始时间之后"):
        Call(opens_at=now, closes_at=now).clean()
    with pytest.raises(ValidationError, match="最多 40 个字"):
        Call(categories="长" * 41).clean()


def test_a_membership_that_ended_opens_nothing(city, city_editor, as_user):
    Membership.objects.filter(user=city_editor).update(since=dt.date(2020, 1, 1), until=dt.date(2020, 2, 1))

    assert as_user(city_editor).get(reverse("calls:index")).status_code == 302


def test_next_years_call_takes_over_this_years_rules_and_says_where_it_comes_from(city, city_editor, as_user):
    rules = [{"type": "text", "value": {"name": "案例正文", "source": "body", "max_words": 3000}, "id": "a1"}]
    this = making.call(title="2026年征集", year=2026, materials=rules)
    Quota.objects.create(call=this, county=city.yanxi, limit=6)
    client = as_user(city_editor)
    page = client.get(reverse("calls:copy", args=[this.pk]))

    form = page.context["form"]
    sent = {name: form[name].value() for name in ("title", "series", "issued_by", "level", "year", "default_quota")}
    assert (sent["title"], sent["year"], form["document_number"].value()) == ("2027年征集", 2027, "")
    sent = said(**sent, **one_quota(city.yanxi, 6)) | {"opens_at": "2027-03-01 09:00", "closes_at": "2027-04-01 17:00"}
    sent |= {"quotas-INITIAL_FORMS": 1} | stream([("text", "a1", rules[0]["value"] | {"blocking": "on"})])
    client.post(reverse("calls:copy", args=[this.pk]), sent)

    fresh = Call.objects.get(year=2027)
    assert (fresh.previous, fresh.quota_for(city.yanxi)) == (this, 6)
    assert [(rule.key, rule.name, rule.max_words) for rule in read(fresh.rules()["materials"])] == [
        ("a1", "案例正文", 3000)
    ]
    assert Call.objects.get(pk=this.pk).quota_for(city.yanxi) == 6


def stream(blocks) -> dict:
    """Return what the form sends for a stream: [(type, id, value)]."""
    sent = {"materials-count": len(blocks)}
    for number, (kind, key, value) in enumerate(blocks):
        sent |= {
            f"materials-{number}-{name}": said for name, said in {"type": kind, "id": key, "order": number}.items()
        }
        sent[f"materials-{number}-deleted"] = ""
        sent |= {f"materials-{number}-value-{name}": "" if one is None else one for name, one in value.items()}
        sent[f"materials-{number}-value-sections-count"] = 0
    return sent
