"""The doctor finds what no verb would do."""

import pytest

from brands import honours
from brands.models import Honour
from brands.nominations.models import Nomination, Publicity, Step
from cms.audit import doctor
from tests.nominations import making


def found(title: str) -> list[str]:
    return list(doctor.CHECKS[title]())


def award(nomination) -> None:
    Nomination.objects.filter(pk=nomination.pk).update(step=Step.AWARDED)


def test_a_sound_city_has_no_finding(city, call):
    making.reported(city, call)

    frozen, quotas, awards, notices = (
        "推荐过的申报都有冻结的稿件和盖章件",
        "名额没有超出",
        "入选的都登记了荣誉",
        "公示的天数与放假安排相符",
    )
    assert [found(title) for title in (frozen, quotas, awards, notices)] == [[], [], [], []]


def test_rules_that_were_not_frozen_are_found(city, call):
    nomination = making.sealed(city, call)
    Nomination.objects.filter(pk=nomination.pk).update(rules={})

    assert "《一座古厝的三十六堂党课》" in found("推荐过的申报都有冻结的稿件和盖章件")[0]


def test_a_scan_whose_file_is_gone_is_found(city, call):
    sealed = making.sealed(city, call).sealed_scan
    sealed.file.storage.delete(sealed.file.name)

    assert "文件不见了" in found("推荐过的申报都有冻结的稿件和盖章件")[0]


def test_a_broken_quota_is_found(city, call):
    making.chosen(city, call)
    call.default_quota = call.city_quota = 0
    call.save()

    assert [line.split("：")[1] for line in found("名额没有超出")] == [
        "延溪区有 0 个名额，推荐了 1 个。",
        "全市 0 个名额，选定了 1 个。",
    ]


def test_an_award_without_its_honour_is_found(city, call):
    award(making.reported(city, call))

    assert "荣誉册里没有" in found("入选的都登记了荣誉")[0]


def test_an_honour_struck_out_for_a_reason_is_not_missed(city, call):
    nomination = making.reported(city, call)
    award(nomination)
    honour = Honour.objects.create(
        series=call.series, level="province", year=call.year, winner="某案例", page=nomination.case.page_ptr
    )
    assert found("入选的都登记了荣誉") == []

    honours.revoke(honour=honour, user=city.city_manager, reason="省里发文撤销")

    assert found("入选的都登记了荣誉") == []
    assert not Honour.objects.exists()


def test_a_notice_that_is_too_short_is_found(city, call):
    nomination = making.on_notice(city, call)
    Publicity.objects.filter(pk=nomination.publicity_id).update(ends_on=nomination.publicity.starts_on)

    assert "才满 5 个工作日" in found("公示的天数与放假安排相符")[0]


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_honour_is_not_struck_out_without_a_reason(city, reason):
    honour = Honour.objects.create(series="某荣誉", level="city", year=2026, winner="某队")

    with pytest.raises(honours.Refused, match="为什么撤销"):
        honours.revoke(honour=honour, user=city.city_manager, reason=reason)


def test_a_reserve_list_that_does_not_fit_is_found(city, call):
    first, second = (making.reserved(city, call, making.published(city, title)) for title in ("甲", "乙"))
    assert found("候补名单和补报与申报相符") == []
    first.reserve.delete()

    lines = found("候补名单和补报与申报相符")

    assert "《甲》" in lines[0]
    assert "次序有空缺：2" in lines[1]
    Nomination.objects.filter(pk=second.pk).update(step=Step.RECEIVED)
    assert sum("《乙》" in line for line in found("候补名单和补报与申报相符")) == 1


def test_a_supplement_that_does_not_fit_is_found(city, call):
    nomination = making.owing(city, call)
    assert found("候补名单和补报与申报相符") == []
    Nomination.objects.filter(pk=nomination.pk).update(step=Step.REPORTED)
    assert "还有没交的补报" in found("候补名单和补报与申报相符")[0]

    nomination.supplements.all().delete()
    Nomination.objects.filter(pk=nomination.pk).update(step=Step.SUPPLEMENT)

    assert "没有写要补什么" in found("候补名单和补报与申报相符")[0]


def test_a_recommendation_without_its_place_and_a_place_without_one_are_found(city, call):
    title = "每份推荐都占着它的名额，别的不占"
    nomination = making.chosen(city, call)
    assert found(title) == []
    call.default_quota = 0
    call.save()
    assert "占着第 1 个名额，一共只有 0 个" in found(title)[0]
    Nomination.objects.filter(pk=nomination.pk).update(step=Step.PREPARED)
    assert ["还占着" in line for line in found(title)[:2]] == [True, True]
    nomination.seats.all().delete()
    Nomination.objects.filter(pk=nomination.pk).update(step=Step.RECOMMENDED)

    assert [line.rsplit("）", 1)[1] for line in found(title)] == ["没有占县级名额。", "没有占市级名额。"]
