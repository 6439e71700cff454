"""Whom to ask: for one wish, in plain words, and nobody left out without a reason."""

import datetime as dt

import pytest

from cms.places.founding import index_of
from lectures import availability, candidates, dispatch, scheduling
from lectures.availability import Said
from lectures.models import CourseIndexPage, CoursePage, Dialect, Diary, Part
from tests.lectures.making import DAY, at, dispatcher, put, session, speaker

NINE = (at("9:00"), at("10:00"))


@pytest.fixture
def county(city):
    """A village with coordinates, its dispatcher, and one speaker who lives there."""
    put(city.shangpu, 25.10000, 117.00000)
    put(city.xikou, 25.24600, 117.00000)  # 16 km away
    city.dispatcher = dispatcher(city)
    city.lin = speaker(city, "林秀珍", topics="防诈骗、种茶")
    type(city.lin).objects.filter(pk=city.lin.pk).update(place=city.shangpu)
    return city


def wish(city, topic="怎么防诈骗", **more):
    return dispatch.request(topic=topic, place=city.shangpu, from_day=DAY, to_day=DAY, **more)


def ranked(asked, times=NINE):
    return candidates.for_request(asked, *times)


def names(found) -> list[str]:
    return [one.row.name for one in found]


def obstacle(asked, name="林秀珍", times=NINE) -> str:
    return next((one.obstacle for one in ranked(asked, times).unable if one.row.name == name), "")


def test_everybody_says_why_in_plain_words_and_no_score(county):
    (lin,) = ranked(wish(county)).able

    assert lin.why == ["常讲这个话题", "本县", "离这里不到 1 公里", "当月还没有排"]
    assert (lin.said, lin.said.label) == (Said.UNKNOWN, "未填写")


def test_who_teaches_the_course_comes_before_who_speaks_of_it_and_they_before_the_rest(county):
    speaker(county, "张建国"), speaker(county, "魏承棠")
    index = index_of(county.yanxi, CourseIndexPage)
    course = index.add_child(instance=CoursePage(title="守住钱袋子", place=county.yanxi))
    course.speakers.set([county.lin.__class__.objects.get(title="魏承棠")])
    course.save()

    found = ranked(wish(county, course=course)).able

    assert names(found) == ["魏承棠", "林秀珍", "张建国"]
    assert found[0].why[0] == "能讲这门课"


def test_the_one_who_is_wished_for_comes_first_and_the_own_county_before_the_next(county):
    speaker(county, "张建国")
    wei = speaker(county, "魏承棠", county=county.zhuling)

    assert names(ranked(wish(county, "讲什么都行", speaker=wei)).able) == ["魏承棠", "林秀珍", "张建国"]
    assert ranked(wish(county, "讲什么都行")).able[-1].why[0] == "竹岭市"


def test_near_ones_come_before_far_ones_and_the_less_busy_before_the_busier(county):
    for name, place in (("远的", county.xikou), ("近而忙", county.shangpu), ("近而闲", county.shangpu)):
        page = speaker(county, name)
        type(page).objects.filter(pk=page.pk).update(place=place)
        if name == "近而忙":
            session(county.xikou, county.dispatcher, day=DAY + dt.timedelta(days=3), speakers=[page])

    found = ranked(wish(county, "讲什么都行"))

    assert names(found.able) == ["林秀珍", "近而闲", "近而忙", "远的"]
    assert found.able[2].why[-2:] == ["离这里不到 1 公里", "当月已排 1 场"]


def test_who_speaks_the_tongue_comes_first(county):
    tongue = Dialect.objects.create(name="闽南话")
    zhang = speaker(county, "张建国")
    zhang.dialects.set([tongue])
    zhang.save()

    found = ranked(wish(county, "讲什么都行", dialect=tongue)).able

    assert names(found) == ["张建国", "林秀珍"]
    assert "会说要的话" in found[0].why


def test_a_speaker_who_is_elsewhere_is_left_out_with_the_clash_in_words(county):
    session(county.xikou, county.dispatcher, "8:00", "9:30", speakers=[county.lin])

    words = obstacle(wish(county))

    assert words.startswith("时间冲突：林秀珍 09:30 在溪口村讲完《搬条凳子来听课》，到上埔村约 45 分钟")


def test_each_other_reason_is_named(county):
    asked, diary = wish(county), county.lin.diary
    availability.fill(diary=diary, user=county.dispatcher, week={(1, Part.MORNING): Said.BUSY}, days=[])
    assert obstacle(asked) == "自己填了这个时段没空。"
    availability.fill(diary=diary, user=county.dispatcher, week={}, days=[])

    Diary.objects.filter(pk=diary.pk).update(monthly_limit=0)
    assert obstacle(asked) == "当月已排 0 场，到了说好的每月 0 场。"
    Diary.objects.filter(pk=diary.pk).update(monthly_limit=None)

    type(county.lin).objects.update(term_end=DAY - dt.timedelta(days=1))
    assert obstacle(asked) == "聘期已过：到2027年3月14日为止。"
    type(county.lin).objects.update(term_end=None, term_start=DAY + dt.timedelta(days=1))
    assert obstacle(asked) == "聘期还没到：从2027年3月16日开始。"
    type(county.lin).objects.update(term_start=None)
    assert obstacle(asked) == ""


def test_who_is_asked_and_who_said_no_is_not_asked_again(county):
    asked = wish(county)
    sent = dispatch.offer(request=asked, speaker=county.lin, starts_at=NINE[0], ends_at=NINE[1], user=county.dispatcher)
    asked.refresh_from_db()
    assert obstacle(asked) == "已经在这一场里。"

    dispatch.decline(offer=sent, reason="那天嫁女儿")

    asked.refresh_from_db()
    assert obstacle(asked) == "退过这一单：那天嫁女儿。"


def test_who_dropped_out_is_not_offered_as_their_own_substitute(county):
    zhang = speaker(county, "张建国")
    one = session(county.shangpu, county.dispatcher, speakers=[county.lin], confirmed=True)
    one = scheduling.release(session=one, speaker=county.lin, user=county.dispatcher, reason="发烧")

    found = candidates.for_session(one)

    assert names(found.able) == [zhang.title]
    assert [(lost.row.name, lost.obstacle) for lost in found.unable] == [("林秀珍", "这一场来不了。")]


def test_who_is_not_on_the_public_roster_is_not_there(county):
    type(county.lin).objects.filter(pk=county.lin.pk).update(live=False)

    found = ranked(wish(county))

    assert found.able == found.unable == []


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_as_many_queries_for_three_as_for_one(county, count, django_assert_num_queries):
    for number in range(count):
        page = speaker(county, f"老师{number}")
        session(county.xikou, county.dispatcher, day=DAY + dt.timedelta(days=number), speakers=[page])
    asked = wish(county, dialect=Dialect.objects.create(name="客家话"))

    with django_assert_num_queries(9):
        ranked(asked)
