"""One published case, from the county's desk to the register of honours."""

import datetime as dt

from django.utils import timezone

from brands.models import Honour
from brands.nominations import steps
from brands.nominations.models import NominationEvent, Step
from cms.notices.models import Notice
from tests import factories
from tests.nominations import making


def test_a_case_goes_the_whole_way(city):
    case = making.published(city)
    call = making.call()

    nomination = making.on_notice(city, call, case)
    with making.after_notice(nomination):
        steps.report(nominations=[nomination], user=city.city_nominator)
        steps.record_outcome(
            nominations=[nomination], user=city.city_nominator, outcome="awarded", decided_on=timezone.localdate(),
            document_number="省文明办〔2026〕36号", document_url="https://example.org/36",
        )  # fmt: skip

    nomination.refresh_from_db()
    assert nomination.step == Step.AWARDED
    honour = Honour.objects.get()
    assert (honour.page_id, honour.place_id, honour.series) == (case.pk, city.yanxi.pk, call.series)
    assert (honour.level, honour.year, honour.issued_by) == ("province", call.year, "省委宣传部、省文明办")
    assert honour.document_number == nomination.outcome_number == "省文明办〔2026〕36号"


def test_every_step_is_written_down_with_name_unit_and_office_as_they_were(city):
    nomination = making.reported(city, making.call())
    city.nominator.name = "后来改了名"
    city.nominator.save()

    rows = list(nomination.events.values_list("action", "actor_name", "unit", "role"))

    assert rows == [
        ("prepare", "延溪区申报专员", "延溪区", "申报专员"),
        ("endorse", "延溪区申报专员", "延溪区", "申报专员"),
        ("receive", "市级申报专员", "云麓市", "申报专员"),
        ("recommend", "市级申报专员", "云麓市", "申报专员"),
        ("publicise", "市级申报专员", "云麓市", "申报专员"),
        ("report", "市级申报专员", "云麓市", "申报专员"),
    ]


def test_the_trail_survives_the_person(city):
    nomination = making.prepared(city, making.call())
    city.nominator.delete()

    assert NominationEvent.objects.get(nomination=nomination).actor_name == "延溪区申报专员"


def test_a_case_stands_in_several_calls(city):
    case = making.published(city)

    first, second = making.sealed(city, making.call(), case), making.sealed(city, making.call(title="另一个通知"), case)

    assert first.case == second.case
    assert {first.step, second.step} == {Step.ENDORSED}


def test_a_case_withdrawn_may_be_nominated_again(city):
    case, call = making.published(city), making.call()
    steps.withdraw(nomination=making.prepared(city, call, case), user=city.nominator, reason="想再等一年")

    assert making.prepared(city, call, case).step == Step.PREPARED


def test_what_comes_back_is_mended_and_sealed_again_even_after_the_closing_time(city):
    call = making.call()
    nomination = making.sealed(city, call)
    steps.send_back(nomination=nomination, user=city.city_nominator, reason="推荐意见写得太短")
    call.closes_at = timezone.now() - dt.timedelta(minutes=1)
    call.save()

    steps.amend(nomination=nomination, user=city.nominator, opinion="做了三年，讲了三十六堂，办结二十一件实事。")
    again = steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())

    assert again.step == Step.ENDORSED
    assert again.scans.count() == 2
    assert again.sealed_scan == again.scans.first()


def test_an_objection_that_holds_takes_the_case_off_the_notice(city):
    nomination = making.on_notice(city, making.call())

    back = steps.send_back(nomination=nomination, user=city.city_nominator, reason="堂数有异议，经核实不准")

    assert back.step == Step.RETURNED
    assert back.publicity.entries[0]["title"] == "一座古厝的三十六堂党课"


def test_not_selected_leaves_no_honour(city):
    nomination = making.reported(city, making.call())
    with making.after_notice(nomination):
        steps.record_outcome(
            nominations=[nomination], user=city.city_nominator, outcome="not_selected", decided_on=timezone.localdate()
        )

    assert not Honour.objects.exists()


def test_an_honour_entered_by_hand_before_is_not_entered_twice(city):
    case, call = making.published(city), making.call()
    Honour.objects.create(series=call.series, level="province", year=call.year, winner=case.title, page=case.page_ptr)
    nomination = making.reported(city, call, case)
    with making.after_notice(nomination):
        steps.record_outcome(
            nominations=[nomination], user=city.city_nominator, outcome="awarded", document_number="〔2026〕1号",
            decided_on=timezone.localdate(),
        )  # fmt: skip

    assert Honour.objects.count() == 1


def test_exactly_the_people_concerned_are_told(city):
    colleague = factories.person("延溪区另一位专员", city.yanxi, "nominator")
    factories.person("竹岭市申报专员", city.zhuling, "nominator")
    nomination = making.on_notice(city, making.call())

    told = {
        (notice.user.name, notice.title)
        for notice in Notice.objects.filter(key__startswith="nomination-").select_related("user")
    }

    title = nomination.case.title
    assert told == {
        ("市级申报专员", f"延溪区推荐了《{title}》"),
        ("上埔村供稿员", f"延溪区推荐了《{title}》"),
        ("延溪区申报专员", f"市里选定了《{title}》"),
        (colleague.name, f"市里选定了《{title}》"),
        ("延溪区申报专员", f"开始公示：《{title}》"),
        (colleague.name, f"开始公示：《{title}》"),
        ("上埔村供稿员", f"开始公示：《{title}》"),
    }
