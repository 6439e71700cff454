"""Asking for a lecture without an account, following it, and saying what one would like to hear."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.core.refusals import Refused
from cms.places.founding import index_of
from lectures import dispatch, wishes
from lectures.models import CourseIndexPage, CoursePage, LectureRequest, RequestState, TopicWish
from tests import factories
from tests.lectures.making import DAY, at, dispatcher, speaker

ASK, WISH = reverse("lectures:ask"), reverse("lectures:wish")
SAID = {"topic": "怎么防诈骗", "where": "上埔村", "from_day": str(DAY), "to_day": str(DAY + dt.timedelta(days=5))}


@pytest.fixture
def course(city):
    index = index_of(city.yanxi, CourseIndexPage)
    return index.add_child(instance=CoursePage(title="守住钱袋子", place=city.yanxi))


def asked(city, **more) -> LectureRequest:
    return dispatch.request(topic="怎么防诈骗", place=city.shangpu, from_day=DAY, to_day=DAY, **more)


def page_of(one: LectureRequest) -> str:
    return reverse("lectures:request", args=[one.key])


def test_three_things_are_enough_and_the_receipt_is_an_address(city, client):
    response = client.post(ASK, SAID, follow=True)

    one = LectureRequest.objects.get()
    assert (one.topic, one.place, one.from_day, one.user) == ("怎么防诈骗", city.shangpu, DAY, None)
    assert response.redirect_chain == [(page_of(one), 302)]
    assert "收到了" in response.text and "县里正在找人" in response.text


def test_everything_else_is_kept_too(city, client, course):
    more = {
        "contact": "13800138000",
        "part": "eve",
        "head_count": "40",
        "note": "有几位听不清普通话",
        "course": course.pk,
    }
    client.post(ASK, SAID | more | {"topic": course.title})

    one = LectureRequest.objects.get()
    assert (one.contact, one.part, one.head_count, one.note) == ("13800138000", "eve", 40, "有几位听不清普通话")
    assert one.course == course


def test_a_course_typed_by_its_name_is_that_course_and_another_topic_is_not(city, client, course):
    client.post(ASK, SAID | {"topic": "守住钱袋子"})
    client.post(ASK, SAID | {"topic": "别的", "course": course.pk})

    assert list(LectureRequest.objects.values_list("course", flat=True)) == [course.pk, None]


@pytest.mark.parametrize("missing", ["topic", "where", "from_day"])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(city, client, missing):
    response = client.post(ASK, SAID | {missing: "", "note": "巷子窄，车停村口"})

    assert not LectureRequest.objects.exists()
    assert "您写的都还在" in response.text and "巷子窄，车停村口" in response.text


def test_one_day_is_enough_and_the_second_is_left_empty(city, client):
    page = client.get(ASK).text
    assert page.count(" required") == 3 and "说好的日子过去一个月后删掉" in page

    client.post(ASK, SAID | {"to_day": ""})

    one = LectureRequest.objects.get()
    assert (one.from_day, one.to_day) == (DAY, DAY)


def test_days_that_make_no_sense_are_refused_in_words(city, client):
    response = client.post(ASK, SAID | {"to_day": "2027-03-01"})
    assert "结束的日子在开始的前面了" in response.text and 'value="怎么防诈骗"' in response.text

    assert "一年以内" in client.post(ASK, SAID | {"from_day": "2020-01-01", "to_day": "2020-01-02"}).text


def test_of_several_places_of_one_name_one_is_picked_without_a_script(city, client):
    other = factories.place(city.jiuqu_town, "上埔村", "shangpu-2", "station")

    response = client.post(ASK, SAID)
    assert "是哪一个" in response.text
    assert "上埔村（延溪区上埔镇）" in response.text and "上埔村（竹岭市九曲溪镇）" in response.text
    assert not LectureRequest.objects.exists()

    client.post(ASK, SAID | {"offered": "上埔村", "place": other.pk})
    assert LectureRequest.objects.get().place == other


def test_a_place_is_found_by_its_names_together(city, client):
    other = factories.place(city.jiuqu_town, "上埔村", "shangpu-2", "station")
    client.post(ASK, SAID | {"where": "竹岭市九曲溪镇上埔村"})

    assert LectureRequest.objects.get().place == other


def test_a_place_that_is_changed_after_picking_is_looked_for_anew(city, client):
    client.post(ASK, SAID | {"where": "筏运村", "offered": "上埔村", "place": city.shangpu.pk})

    assert LectureRequest.objects.get().place == city.fayun


def test_a_place_that_is_not_there_is_said_so(city, client):
    response = client.post(ASK, SAID | {"where": "没有的村"})
    assert "没有找到这个地方" in response.text and 'value="没有的村"' in response.text


@pytest.mark.parametrize("key", ["x", "-1", "99999999999999999999", "0"])
def test_a_made_up_place_or_course_does_no_harm(city, client, key):
    assert client.get(ASK, {"course": key, "speaker": key, "place": key}).status_code == 200
    client.post(ASK, SAID | {"place": key, "offered": "上埔村"})
    assert LectureRequest.objects.get().place == city.shangpu


def test_a_course_a_speaker_and_a_place_come_along_from_their_pages(city, client, course):
    lin = speaker(city)
    response = client.get(ASK, {"course": course.pk, "speaker": lin.pk, "place": city.shangpu.pk})

    assert 'value="守住钱袋子"' in response.text and 'value="上埔村"' in response.text
    assert "想请：<b>林秀珍</b>" in response.text


def test_a_machine_that_fills_in_everything_is_turned_away(city, client):
    response = client.post(ASK, SAID | {"homepage": "cheap"})
    assert "有一格是给机器设的" in response.text and "怎么防诈骗" in response.text
    assert not LectureRequest.objects.exists()


def test_one_address_may_not_ask_without_end_and_keeps_what_it_typed(city, client, monkeypatch):
    for number in range(20):
        client.post(ASK, SAID | {"topic": f"第{number}单"})
    response = client.post(ASK, SAID | {"topic": "第二十一单"})

    assert LectureRequest.objects.count() == 20
    assert "请" in response.text and "以后再按一次" in response.text and 'value="第二十一单"' in response.text
    client.post(ASK, SAID, REMOTE_ADDR="10.0.0.9")
    assert LectureRequest.objects.count() == 21


def test_the_way_to_reach_somebody_is_never_shown_back_in_full(city, client):
    response = client.get(page_of(asked(city, contact="13800138000")))

    assert "尾号 00" in response.text and "13800138000" not in response.text and "138" not in response.text
    assert "13800138000" not in client.get(page_of(asked(city, contact="老陈"))).text


def test_the_page_says_in_words_what_became_of_it(city, client):
    city.dispatcher, lin, one = dispatcher(city), speaker(city), asked(city)
    times = {"starts_at": at("9:00"), "ends_at": at("10:00")}
    sent = dispatch.offer(request=one, speaker=lin, user=city.dispatcher, **times)
    assert "已经问了宣讲师" in client.get(page_of(one)).text

    dispatch.accept(offer=sent)

    settled = client.get(page_of(one)).text
    assert "排好了，有人来讲" in settled and "林秀珍" in settled and "09:00—10:00" in settled
    assert "撤回这一单" not in settled


def test_an_answer_in_words_reaches_who_asked(city, client):
    one = asked(city)
    dispatch.close(request=one, user=dispatcher(city), answer="这个话题还没有人讲，已经记下。")

    assert "这次没有办成" in client.get(page_of(one)).text
    assert "这个话题还没有人讲，已经记下。" in client.get(page_of(one)).text


def test_who_asked_may_take_it_back_once(city, client):
    one = asked(city)
    assert "撤回来了" in client.post(page_of(one), follow=True).text
    one.refresh_from_db()
    assert one.state == RequestState.WITHDRAWN
    assert "不能撤回了" in client.post(page_of(one), follow=True).text


def test_without_the_key_there_is_nothing_to_see(city, client):
    response = client.get(page_of(asked(city)))
    assert response["Referrer-Policy"] == "same-origin" and 'content="noindex"' in response.text
    assert client.get(reverse("lectures:request", args=["guess"])).status_code == 404


def test_a_topic_is_wished_for_and_shown_once_there_is_a_course(city, client, course):
    assert "记下了" in client.post(WISH, {"words": "药盒上的字怎么看", "where": ""}, follow=True).text
    wish = TopicWish.objects.get()
    assert "药盒上的字怎么看" not in client.get(WISH).text

    wishes.answer(wish=wish, course=course, user=city.superuser)

    shown = client.get(WISH).text
    assert "药盒上的字怎么看" in shown and f"?course={course.pk}" in shown


def test_a_wish_may_name_its_village(city, client):
    client.post(WISH, {"words": "怎么种茶", "where": "上埔村"})
    assert TopicWish.objects.get().place == city.shangpu


def test_an_empty_wish_and_a_machine_are_turned_away(city, client):
    assert client.post(WISH, {"words": "", "where": ""}).status_code == 200
    client.post(WISH, {"words": "买药", "where": "", "homepage": "x"})
    assert not TopicWish.objects.exists()


def test_the_office_merges_puts_aside_and_answers(city, as_user, course):
    officer = dispatcher(city)
    one, two, three = (wishes.suggest(words=words, place=city.shangpu) for words in ("防骗", "怎么防骗", "卖保健品"))
    browser = as_user(officer)

    def take(wish, name, **data):
        browser.post(reverse("lectures_desk:wish_take", args=[wish.pk, name]), data)

    take(two, "merge", into=one.pk)
    take(three, "hide")
    take(one, "answer", course=course.pk)

    assert list(TopicWish.objects.order_by("pk").values_list("merged_into", "hidden", "course")) == [
        (None, False, course.pk), (one.pk, False, None), (None, True, None),
    ]  # fmt: skip
    listed = browser.get(reverse("lectures_desk:wishes")).text
    assert "并进来的：“怎么防骗”" in listed and "卖保健品" not in listed


def test_a_wish_cannot_be_merged_into_itself(city):
    one = wishes.suggest(words="防骗", place=city.shangpu)
    with pytest.raises(Refused, match="不能并进自己"):
        wishes.merge(wish=one, into=one, user=city.superuser)


def test_another_county_does_not_touch_a_wish(city, as_user):
    one = wishes.suggest(words="防骗", place=city.shangpu)
    outsider = dispatcher(city, city.zhuling)

    assert as_user(outsider).post(reverse("lectures_desk:wish_take", args=[one.pk, "hide"])).status_code == 404
    with pytest.raises(Refused):
        wishes.hide(wish=one, user=outsider)
    assert not wishes.for_user(outsider).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_wishes_take_as_many_queries_for_three_as_for_one(city, as_user, count, django_assert_num_queries):
    for number in range(count):
        wishes.suggest(words=f"话题{number}", place=city.shangpu)
    browser = as_user(dispatcher(city))
    with django_assert_num_queries(8):
        browser.get(reverse("lectures_desk:wishes"))


def test_a_wish_whose_time_is_over_is_not_asked_for(city):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    with pytest.raises(Refused):
        dispatch.request(topic="怎么防诈骗", place=city.shangpu, from_day=yesterday, to_day=yesterday)
