"""Every no is one sentence, with the numbers and times in it."""

import datetime as dt

import pytest
from django.utils import timezone

from brands.models import Honour
from brands.nominations import steps
from brands.nominations.models import Nomination, Quota, Step
from cms.core.refusals import Refused
from cms.places.models import Role
from tests import factories
from tests.nominations import making


def test_a_late_endorsement_is_told_both_times(city, call):
    nomination = making.prepared(city, call)
    call.closes_at = timezone.now() - dt.timedelta(minutes=3)
    call.save()

    moment = r"(\d+年)?\d+月\d+日 \d\d:\d\d"
    with pytest.raises(Refused, match=f"^县级推荐 {moment} 截止，现在是 {moment}，已经过了时间。$"):
        steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())
    nomination.refresh_from_db()
    assert nomination.step == Step.PREPARED


def test_nothing_begins_before_the_call_opens(city):
    call = making.call(opens_at=factories.tomorrow())

    with pytest.raises(Refused, match="才开始"):
        making.prepared(city, call)


def test_nothing_begins_after_the_call_has_closed(city):
    call = making.call(closes_at=timezone.now() - dt.timedelta(seconds=1))

    with pytest.raises(Refused, match="已经过了时间"):
        making.prepared(city, call)


def test_one_more_than_the_county_may_is_told_the_numbers(city):
    call = making.call(default_quota=1)
    making.sealed(city, call)
    second = making.prepared(city, call, making.published(city, "第二个案例"))

    with pytest.raises(Refused, match="延溪区在这个通知里有 1 个名额，已经推荐了 1 个"):
        steps.seal(nomination=second, user=city.nominator, scan=making.pdf())


def test_a_countys_own_quota_holds_instead_of_the_common_one(city):
    call = making.call(default_quota=5)
    Quota.objects.create(call=call, county=city.yanxi, limit=0)

    with pytest.raises(Refused, match="有 0 个名额，已经推荐了 0 个"):
        making.sealed(city, call)


def test_a_withdrawn_nomination_gives_its_place_back(city):
    call = making.call(default_quota=1)
    first = making.sealed(city, call)
    steps.withdraw(nomination=first, user=city.nominator, reason="换一个更好的")

    assert making.sealed(city, call, making.published(city, "更好的")).step == Step.ENDORSED


def test_more_than_the_city_may_is_told_the_numbers_and_none_is_chosen(city):
    call = making.call(city_quota=1)
    both = [making.sealed(city, call), making.sealed(city, call, making.published(city, "第二个案例"))]

    with pytest.raises(Refused, match="全市 1 个名额，已经选定 0 个，这次又选 2 个，多了 1 个"):
        steps.recommend(nominations=both, user=city.city_nominator)
    assert not Nomination.objects.filter(step=Step.RECOMMENDED).exists()


def test_only_a_published_case_is_nominated(city, call):
    draft = factories.case(city.contributor, city.shangpu)

    with pytest.raises(Refused, match="只有已经发布的案例才能申报"):
        making.prepared(city, call, draft)


def test_a_case_taken_down_meanwhile_is_not_endorsed(city, call):
    nomination = making.prepared(city, call)
    nomination.case.unpublish()

    with pytest.raises(Refused, match="现在不在网上"):
        steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())


def test_a_case_of_the_city_itself_is_not_nominated_by_a_county(city, call):
    case = factories.case(city.contributor, None, county=city.home)
    case.latest_revision.publish(skip_permission_checks=True)

    with pytest.raises(Refused, match="不从县级申报"):
        steps.nominate(call=call, case=case, user=city.nominator)


def test_a_case_is_nominated_once_a_call(city, call):
    nomination = making.prepared(city, call)

    with pytest.raises(Refused, match="已经有一份申报了"):
        making.prepared(city, call, nomination.case)


def test_the_category_is_one_that_the_call_names(city):
    call = making.call(categories="学习实践科学理论\n丰富活跃文化生活")
    case = making.published(city)

    with pytest.raises(Refused, match="学习实践科学理论、丰富活跃文化生活"):
        making.prepared(city, call, case, category="别的")
    assert making.prepared(city, call, case, category="丰富活跃文化生活").category == "丰富活跃文化生活"


def test_a_form_without_an_opinion_is_not_endorsed(city, call):
    with pytest.raises(Refused, match="推荐意见还没有写"):
        making.sealed(city, call, opinion=" ")


def test_the_text_that_was_printed_must_still_be_the_published_one(city, call):
    nomination = making.prepared(city, call)
    printed = nomination.case.live_revision_id
    making.changed(nomination.case, results="三年讲了 37 堂。")

    with pytest.raises(Refused, match="请重新打印"):
        steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf(), revision_id=printed)


def test_a_step_out_of_turn_is_told_where_the_nomination_stands_and_who_brought_it_there(city, call):
    nomination = making.sealed(city, call)

    with pytest.raises(Refused, match=r"现在是“县级推荐”（延溪区申报专员 .+ 办的），这时不能公示"):
        steps.publicise(
            call=call, nominations=[nomination], user=city.city_nominator, starts_on=timezone.localdate(),
            contact=making.CONTACT,
        )  # fmt: skip


def test_sealing_twice_is_once(city, call):
    nomination = making.sealed(city, call)

    with pytest.raises(Refused, match="这时不能盖章推荐"):
        steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())
    assert nomination.scans.count() == 1


def test_what_was_reported_is_not_withdrawn(city, call):
    nomination = making.reported(city, call)

    with pytest.raises(Refused, match="现在是“已上报”"):
        steps.withdraw(nomination=nomination, user=city.nominator, reason="反悔了")


def test_nothing_is_reported_before_the_last_day_of_its_notice_is_over(city, call):
    nomination = making.on_notice(city, call)

    with pytest.raises(Refused, match=r"才满 5 个工作日，今天是 .+，还不能上报"):
        steps.report(nominations=[nomination], user=city.city_nominator)


def test_a_notice_does_not_begin_in_the_past(city, call):
    yesterday = timezone.localdate() - dt.timedelta(days=1)

    with pytest.raises(Refused, match="已经过去的日子"):
        making.on_notice(city, call, starts_on=yesterday)


def test_a_notice_names_an_office_and_no_persons_number(city, call):
    said = {"nominations": [making.chosen(city, call)], "starts_on": timezone.localdate()}

    for contact, why in (
        ("请打王干事 13812345678", "不写个人的手机号"),
        ("身份证 350702199001011234", "不写个人的手机号和证件号"),
        ("  ", "由哪个单位受理"),
    ):
        with pytest.raises(Refused, match=why):
            steps.publicise(call=call, user=city.city_nominator, contact=contact, **said)


def test_nominations_of_two_calls_are_not_dealt_with_together(city, call):
    first, second = making.sealed(city, call), making.sealed(city, making.call(), making.published(city, "另一个"))

    with pytest.raises(Refused, match="同一个通知"):
        steps.recommend(nominations=[first, second], user=city.city_nominator)
    with pytest.raises(Refused, match="还没有选"):
        steps.recommend(nominations=[], user=city.city_nominator)


def test_an_award_stands_on_paper(city, call):
    nomination = making.reported(city, call)
    said = {"outcome": "awarded", "decided_on": timezone.localdate()}

    for paper, why in (
        ({}, "文号和链接至少写一个"),
        ({"document_url": "javascript:alert(1)"}, "http"),
        ({"document_number": "1号", "decided_on": dt.date(2999, 1, 1)}, "还没到"),
    ):
        with making.after_notice(nomination), pytest.raises(Refused, match=why):
            steps.record_outcome(nominations=[nomination], user=city.city_nominator, **(said | paper))
    assert not Honour.objects.exists()


def test_a_reason_is_asked_for(city, call):
    nomination = making.sealed(city, call)

    with pytest.raises(Refused, match="补什么"):
        steps.send_back(nomination=nomination, user=city.city_nominator, reason=" ")
    with pytest.raises(Refused, match="为什么撤回"):
        steps.withdraw(nomination=nomination, user=city.nominator, reason=" ")


def test_who_prepared_it_in_the_county_does_not_choose_it_in_the_city(city, call):
    nomination = making.sealed(city, call)
    factories.Membership.objects.create(user=city.nominator, place=city.home.page_ptr, role=Role.NOMINATOR)

    with pytest.raises(Refused, match="在县里是您经手的"):
        steps.recommend(nominations=[nomination], user=city.nominator)


def test_who_wrote_the_case_does_not_choose_it(city, call):
    nomination = making.sealed(city, call)
    factories.Membership.objects.create(user=city.contributor, place=city.home.page_ptr, role=Role.NOMINATOR)

    with pytest.raises(Refused, match="是您写的"):
        steps.recommend(nominations=[nomination], user=city.contributor)


def test_only_the_countys_nominator_takes_the_countys_steps(city, call):
    nomination = making.prepared(city, call)

    for user in (city.outsider, city.manager, city.editor, city.contributor, city.city_nominator, city.superuser):
        with pytest.raises(Refused, match="延溪区的申报专员"):
            steps.seal(nomination=nomination, user=user, scan=making.pdf())


def test_only_the_citys_nominator_takes_the_citys_steps(city, call):
    nomination = making.sealed(city, call)

    for user in (city.nominator, city.city_manager, city.signer, city.outsider, city.superuser):
        with pytest.raises(Refused, match="市级的申报专员"):
            steps.recommend(nominations=[nomination], user=user)


def test_an_office_that_ended_yesterday_is_no_office(city, call):
    nomination = making.prepared(city, call)
    city.nominator.memberships.update(since=dt.date(2020, 1, 1), until=timezone.localdate() - dt.timedelta(days=1))

    with pytest.raises(Refused, match="延溪区的申报专员"):
        steps.amend(nomination=nomination, user=city.nominator, opinion="再补一句")
