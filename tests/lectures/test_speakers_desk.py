"""The county's speakers on the desk: terms, letter, account, limit, trainings, and only by who may."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from cms.audit.models import Event
from cms.core.refusals import Refused
from cms.pages.models import SiteSettings
from cms.places.founding import index_of
from cms.places.models import Role
from lectures import speakers as verbs
from lectures import terms
from lectures.models import Diary, SpeakerIndexPage, SpeakerPage, Training
from tests import factories
from tests.lectures.making import dispatcher, speaker

LIST = "/desk/lectures/speakers/"
TERM = {"batch": "第三批", "term_start": dt.date(2026, 1, 1), "term_end": dt.date(2028, 12, 31)}
TRAINED = {"day": "2027-03-10", "title": "方言宣讲现场教学", "hours": "4", "organiser": "区委宣传部"}


@pytest.fixture
def desk(city):
    city.lin = speaker(city, **TERM)
    city.foreign = speaker(city, "吴道明", county=city.zhuling, **TERM)
    city.dispatcher = dispatcher(city)
    city.lecturer = factories.person("上埔宣讲员", city.shangpu, Role.LECTURER)
    city.foreign_lecturer = factories.person("筏运宣讲员", city.fayun, Role.LECTURER)
    with time_machine.travel("2027-03-15 08:00+08:00", tick=False):
        yield city


def page(one, name: str = "speaker", *args) -> str:
    return reverse(f"lectures_desk:{name}", args=[one.pk, *args])


def take(client, one, step: str, **said):
    return client.post(page(one, "speaker_take", step), said, follow=True)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, "没有写聘期"),
        (dt.date(2026, 1, 1), None, "聘期不限"),
        (dt.date(2026, 1, 1), dt.date(2027, 3, 14), "聘期过了"),
        (dt.date(2026, 1, 1), dt.date(2027, 3, 15), "聘期快到了"),
        (dt.date(2026, 1, 1), dt.date(2027, 5, 14), "聘期快到了"),
        (dt.date(2026, 1, 1), dt.date(2027, 5, 15), "聘期内"),
        (dt.date(2027, 4, 1), dt.date(2029, 3, 31), "聘期没到"),
    ],
)
def test_a_term_is_told_in_plain_words_and_never_in_red(start, end, words):
    told = terms.of(SpeakerPage(term_start=start, term_end=end), dt.date(2027, 3, 15))

    assert told.words == words
    assert told.tone in ("green", "gold", "still")


def test_the_list_tells_of_each_speaker_of_the_county_what_the_office_keeps(desk, as_user):
    soon = speaker(desk, "张建国", term_start=dt.date(2025, 4, 1), term_end=dt.date(2027, 3, 31))
    Diary.objects.filter(speaker=soon).update(filled_at=timezone.now(), monthly_limit=3, user=desk.lecturer)
    verbs.train(speaker=soon, user=desk.dispatcher, **TRAINED | {"day": dt.date(2027, 3, 10)})

    listed = as_user(desk.dispatcher).get(LIST).text

    for words in (
        "到2027年3月31日，还有 16 天",
        "3月15日 周一填的",
        "账号 上埔宣讲员",
        "一个月最多 3 场",
        "上次培训 3月10日",
        "未填写",
        "没有账号",
        "还没有记过培训",
    ):
        assert words in listed
    assert "吴道明" not in listed
    term = as_user(desk.dispatcher).get(LIST, {"lane": "term"}).text
    assert "张建国" in term and "林秀珍" not in term
    assert "林秀珍" in as_user(desk.dispatcher).get(LIST, {"lane": "account", "q": "林"}).text
    everybody = as_user(desk.city_manager).get(LIST).text
    assert "吴道明" in everybody and "竹岭市" in everybody


def test_the_letter_bears_name_batch_term_and_a_blank_for_the_seal(desk, as_user):
    text = as_user(desk.manager).get(page(desk.lin, "letter")).text

    for words in ("<b>林秀珍</b>同志", "第三批", "2026年1月1日至2028年12月31日", "（盖章）", desk.yanxi.plaque):
        assert words in text
    assert "<img" not in text.partition('class="letter"')[2].partition("</article>")[0]
    other = as_user(desk.manager).get(page(desk.lin, "letter"), {"by": "中共延溪区委宣传部"}).text
    assert "<p>中共延溪区委宣传部</p>" in other
    blank = as_user(desk.manager).get(page(speaker(desk, "张建国"), "letter")).text
    assert "批次或者聘期还没有写全" in blank


def test_only_managers_of_the_county_or_the_city_print_it(desk, as_user):
    url = page(desk.lin, "letter")
    answers = {
        user.name: as_user(user).get(url).status_code for user in (desk.city_manager, desk.dispatcher, desk.editor)
    }

    assert answers == {"市级管理员": 200, desk.dispatcher.name: 404, "延溪区编辑": 404}
    assert as_user(desk.manager).get(page(desk.foreign, "letter")).status_code == 404
    assert as_user(desk.manager).get(page(desk.foreign)).status_code == 404
    assert take(as_user(desk.manager), desk.foreign, "limit", monthly_limit="1").status_code == 404


def test_a_manager_links_an_account_and_the_speaker_signs_in_as_themselves(desk, as_user):
    client = as_user(desk.manager)
    assert "上埔宣讲员（上埔村）" in client.get(page(desk.lin)).text
    before = desk.lin.diary.feed_key

    take(client, desk.lin, "account", account=desk.lecturer.pk)

    diary = Diary.objects.get(speaker=desk.lin)
    assert (diary.user, diary.feed_key) == (desk.lecturer, before)
    assert as_user(desk.lecturer).get("/desk/lectures/mine/").status_code == 200
    event = Event.objects.get(action="连宣讲师账号")
    assert (event.actor, event.detail["account"]) == (desk.manager, "上埔宣讲员")
    take(as_user(desk.manager), desk.lin, "account", account="")
    diary.refresh_from_db()
    assert diary.user is None and diary.feed_key != before  # who read this calendar before reads it no longer


def test_an_account_that_is_foreign_or_taken_is_not_linked(desk, as_user):
    other = speaker(desk, "张建国", user=desk.lecturer)
    client = as_user(desk.manager)

    for account in (desk.foreign_lecturer, desk.lecturer, desk.contributor):
        answer = take(client, desk.lin, "account", account=account.pk)
        assert answer.context["forms"]["account"].errors.keys() == {"account"}
        with pytest.raises(Refused, match="不能连到林秀珍"):
            verbs.link(speaker=desk.lin, account=account, user=desk.manager)
    assert "管理员" in take(as_user(desk.dispatcher), desk.lin, "account", account="").text
    with pytest.raises(Refused, match="管理员"):
        verbs.link(speaker=other, account=None, user=desk.dispatcher)
    assert Diary.objects.get(speaker=other).user == desk.lecturer


def test_a_speaker_without_a_diary_gets_one(desk, as_user):
    Diary.objects.filter(speaker=desk.lin).delete()

    assert as_user(desk.dispatcher).get(LIST).status_code == 200
    take(as_user(desk.dispatcher), desk.lin, "limit", monthly_limit="4")

    assert Diary.objects.get(speaker=desk.lin).monthly_limit == 4
    take(as_user(desk.dispatcher), desk.lin, "limit", monthly_limit="")
    assert Diary.objects.get(speaker=desk.lin).monthly_limit is None


def test_trainings_are_noted_once_and_add_up(desk, as_user):
    client = as_user(desk.dispatcher)
    take(client, desk.lin, "training", **TRAINED)

    answer = take(client, desk.lin, "training", **TRAINED | {"day": "2027-03-11", "hours": "2.5"})

    assert "今年一共 6.5 学时" in answer.text
    assert "3月10日 周三 · 4.0 学时 · 区委宣传部" in answer.text
    again = take(client, desk.lin, "training", **TRAINED)
    assert "这次培训已经记过了" in again.text and 'value="区委宣传部"' in again.text
    later = take(client, desk.lin, "training", **TRAINED | {"day": "2027-03-16"})
    assert "培训过了再记" in later.text
    assert Training.objects.count() == 2


def test_a_training_noted_by_mistake_is_struck_out_and_the_book_keeps_what_it_said(desk, as_user):
    noted = verbs.train(speaker=desk.lin, user=desk.dispatcher, **TRAINED | {"day": dt.date(2027, 3, 10)})
    url = page(desk.lin, "forget_training", noted.pk)
    assert url in as_user(desk.dispatcher).get(page(desk.lin)).text
    for nobody in (desk.contributor, dispatcher(desk, desk.zhuling)):
        assert as_user(nobody).post(url).status_code == 404
        with pytest.raises(Refused):
            verbs.forget_training(training=noted, user=nobody)
    assert as_user(desk.dispatcher).post(page(desk.foreign, "forget_training", noted.pk)).status_code == 404

    answer = as_user(desk.dispatcher).post(url, follow=True)

    assert "“方言宣讲现场教学”划掉了" in answer.text and "学时 · " not in answer.text
    event = Event.objects.get(action="划掉培训记录")
    assert (event.actor, event.detail["title"], event.detail["day"]) == (
        desk.dispatcher,
        "方言宣讲现场教学",
        "2027-03-10",
    )
    with pytest.raises(Refused, match="已经划掉了"):
        verbs.forget_training(training=noted, user=desk.dispatcher)


def test_the_city_s_letter_is_in_the_name_of_whoever_runs_the_site(desk, as_user):
    mine = index_of(desk.home, SpeakerIndexPage).add_child(instance=SpeakerPage(title="魏承棠", **TERM))
    client = as_user(desk.city_manager)
    assert f"<p>{desk.home.title}</p>" in client.get(page(mine, "letter")).text

    SiteSettings.objects.update_or_create(site=Site.objects.get(), defaults={"host": "中共云麓市委宣传部"})

    assert "<p>中共云麓市委宣传部</p>" in client.get(page(mine, "letter")).text


def test_who_neither_dispatches_nor_manages_sees_none_of_it(desk, as_user):
    for user in (desk.contributor, desk.editor, desk.lecturer):
        assert as_user(user).get(LIST).status_code == 404
        assert as_user(user).get(page(desk.lin)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_takes_as_many_queries_however_many_speakers(desk, as_user, count, django_assert_num_queries):
    for number in range(count):
        one = speaker(desk, f"讲师{number}", user=factories.person(f"讲师{number}"))
        verbs.train(speaker=one, user=desk.dispatcher, **TRAINED | {"day": dt.date(2027, 3, 10)})
    client = as_user(desk.dispatcher)
    client.get(LIST)

    with django_assert_num_queries(5):
        client.get(LIST)
