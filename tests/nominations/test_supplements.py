"""What the province asks for after reporting: passed on, mended, sealed anew, reported again."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from brands.nominations import steps
from brands.nominations.models import Step
from brands.nominations.todos import todos
from cms.core.refusals import Refused
from cms.notices.models import Notice
from tests.nominations import making


def reseal(city, nomination):
    return steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())


def test_a_supplement_goes_to_the_county_and_back_up_without_a_new_notice(city, call):
    nomination = making.owing(city, call)
    before, notice = (nomination.revision_id, nomination.sealed_scan_id), nomination.publicity_id
    assert nomination.step == Step.SUPPLEMENT
    making.changed(nomination.case, results="三年讲了 37 堂。")

    with making.after_notice(nomination):
        given = reseal(city, nomination)
        assert given.step == Step.SUPPLEMENT
        (again,) = steps.report(nominations=[given], user=city.city_nominator)

    assert again.step == Step.REPORTED
    assert again.publicity_id == notice
    assert again.revision.as_object().results == "三年讲了 37 堂。"
    kept = again.past_sendings.get()
    assert (kept.revision_id, kept.sealed_scan_id) == before
    assert kept.revision.as_object().results == "三年讲了 36 堂，课后办结 21 件实事。"
    assert (kept.files, kept.facts) == (nomination.files, nomination.facts)
    assert "37 堂" in str(again.facts)
    assert list(again.events.values_list("action", flat=True))[-4:] == ["report", "supplement", "reseal", "report"]


def test_the_county_is_told_what_to_mend_and_until_when(city, call):
    nomination = making.owing(city, call)

    told = Notice.objects.get(user=city.nominator, title__startswith="上级要求补报")
    assert "请补交培训照片两张" in told.body
    assert "前交" in told.body
    with making.after_notice(nomination):
        (todo,) = [todo for todo in todos(city.nominator) if todo.tag == "要求补报"]
    assert todo.action == "去补报"
    assert "请补交培训照片两张" in todo.detail


def test_what_is_still_owed_is_not_reported_again(city, call):
    nomination = making.owing(city, call)

    with making.after_notice(nomination), pytest.raises(Refused, match=r"县里还没有交来（.+前），还不能再上报"):
        steps.report(nominations=[nomination], user=city.city_nominator)


def test_one_request_at_a_time_and_a_second_after_the_first_was_given(city, call):
    nomination = making.owing(city, call)
    with making.after_notice(nomination):
        said = {"nomination": nomination, "user": city.city_nominator, "reason": "再补签字页"}
        due_on = timezone.localdate()
        with pytest.raises(Refused, match="县里还没有交来"):
            steps.ask_supplement(due_on=due_on, **said)
        reseal(city, nomination)
        with pytest.raises(Refused, match="已经交来了"):
            reseal(city, nomination)

        steps.ask_supplement(due_on=due_on, **said)

        assert nomination.supplements.count() == 2


def test_a_supplement_says_what_and_is_not_due_yesterday(city, call):
    nomination = making.reported(city, call)
    with making.after_notice(nomination):
        today = timezone.localdate()
        said = {"nomination": nomination, "user": city.city_nominator}
        with pytest.raises(Refused, match="要补什么"):
            steps.ask_supplement(reason=" ", due_on=today, **said)
        with pytest.raises(Refused, match="已经过去了"):
            steps.ask_supplement(reason="补照片", due_on=today - dt.timedelta(days=1), **said)
    nomination.refresh_from_db()
    assert nomination.step == Step.REPORTED


def test_what_owes_a_supplement_may_be_passed_over_and_not_awarded_nor_withdrawn(city, call):
    nomination = making.owing(city, call)
    with making.after_notice(nomination):
        said = {"nominations": [nomination], "user": city.city_nominator, "decided_on": timezone.localdate()}
        with pytest.raises(Refused, match="现在是“要求补报”"):
            steps.record_outcome(outcome="awarded", document_number="36号", **said)
        with pytest.raises(Refused, match="这时不能撤回"):
            steps.withdraw(nomination=nomination, user=city.nominator, reason="不报了")

        (over,) = steps.record_outcome(outcome="not_selected", **said)

    assert over.step == Step.NOT_SELECTED


def test_the_public_notice_stands_meanwhile(city, call, client):
    nomination = making.owing(city, call)
    cache.clear()

    page = client.get(reverse("gongshi:notice", args=[nomination.publicity_id])).content.decode()

    assert "一座古厝的三十六堂党课" in page
    assert "已撤出公示" not in page
    assert "培训照片" not in page


def test_taken_off_a_notice_and_endorsed_anew_stays_struck_on_it(city, call, client):
    nomination = making.on_notice(city, call)
    steps.send_back(nomination=nomination, user=city.city_nominator, reason="数字不准")
    reseal(city, nomination)
    cache.clear()

    assert "已撤出公示" in client.get(reverse("gongshi:notice", args=[nomination.publicity_id])).content.decode()


def test_the_desk_takes_it_there_and_back(city, call, as_user):
    nomination = making.reported(city, call)
    bench, board = reverse("nominations:bench", args=[nomination.pk]), reverse("nominations:board", args=[call.pk])
    with making.after_notice(nomination):
        asked = {"reason": "补交签字页", "due_on": timezone.localdate().isoformat()}
        office = as_user(city.city_nominator)
        assert office.post(reverse("nominations:take", args=[nomination.pk, "supplement"]), asked).url == bench
        assert "前补来" in office.get(board).content.decode()
        county = as_user(city.nominator)
        assert "补交签字页" in county.get(bench).content.decode()
        scan = {"scan": making.pdf(), "revision_id": nomination.case.live_revision_id}
        assert county.post(reverse("nominations:take", args=[nomination.pk, "seal"]), scan).url == bench
        assert "以前报送过的（1）" in county.get(bench).content.decode()
        again = reverse("nominations:take_together", args=[call.pk, "report-again"])
        assert as_user(city.city_nominator).post(again, {"nominations": [nomination.pk]}).url == board
    nomination.refresh_from_db()
    assert nomination.step == Step.REPORTED
