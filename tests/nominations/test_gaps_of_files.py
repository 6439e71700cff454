"""What photos, films and papers lack for a call."""

import datetime as dt

import pytest

from brands.nominations import entry, filling, gaps, steps
from brands.nominations.models import Nomination
from cms.core.refusals import Refused
from tests import factories
from tests.nominations import making, rules
from tests.nominations.making import lacks, said


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"min_count": 2}, ["照片有 1 张，还差 1 张"]),
        ({"max_count": 1, "formats": ["jpg"], "ratio": ""}, []),
        ({"formats": ["png"]}, ["这张“古厝里的党课”是 JPG"]),
        ({"min_bytes": 2**20}, ["这张“古厝里的党课”只有 "]),
        ({"max_bytes": 10}, ["这张“古厝里的党课”有 "]),
        ({"width": 1920, "height": 1080}, ["这张“古厝里的党课”是 640×400 像素"]),
        ({"min_width": 641}, ["这张“古厝里的党课”是 640×400 像素"]),
        ({"min_width": 640, "min_height": 400}, []),
        ({"ratio": "16:9"}, ["这张“古厝里的党课”是 640×400 像素"]),
        ({"min_dpi": 300}, ["这张“古厝里的党课”宽 640 像素"]),
        ({"this_year": True}, ["这张“古厝里的党课”没有写拍摄日期"]),
        ({"caption": True}, []),
        ({"must_show": "牌匾"}, ["还没有人看过：牌匾"]),
    ],
)
def test_each_photo_is_measured(city, asked, expected):
    case = making.pictured(city, factories.image())
    found = said(lacks(city, rules.image(**asked), case=case))
    assert len(found) == len(expected)
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True))


def test_a_photo_of_another_year_or_without_words_is_named(city):
    old = factories.image("老照片", taken_on=dt.date(2019, 5, 1))
    case = making.pictured(city, factories.image("新照片", taken_on=dt.date.today()), old, captions=["", ""])
    found = said(lacks(city, rules.image(this_year=True, caption=True), case=case))
    assert "第 2 张“老照片”是 2019 年拍的" in found
    assert found.count("第 1 张“新照片”没有图说") == 1


def test_a_cover_is_looked_for_where_covers_are(city):
    assert said(lacks(city, rules.image(which="cover", width=1920, height=1080))) == ["一张封面图也没有"]


@pytest.mark.parametrize(
    ("asked", "fields", "expected"),
    [
        ({"max_seconds": 180}, {}, ["“古厝党课”长 3 分 20 秒，超了 20 秒"]),
        ({"min_seconds": 300}, {}, ["“古厝党课”长 3 分 20 秒"]),
        ({"max_seconds": 180}, {"duration": 0}, ["“古厝党课”不知道有多长"]),
        ({"width": 1920, "height": 1080, "ratio": "16:9"}, {}, []),
        ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720}, ["“古厝党课”是 1280×720"]),
        ({"ratio": "9:16"}, {}, ["“古厝党课”是 1920×1080"]),
        ({"formats": ["mov"]}, {}, ["“古厝党课”是 MP4"]),
        ({"max_bytes": 1999}, {}, ["“古厝党课”有 2 KB"]),
        ({"subtitles": True, "must_show": "没有水印"}, {}, ["“古厝党课”没有字幕", "还没有人看过：没有水印"]),
    ],
)
def test_a_film_is_measured(city, asked, fields, expected):
    nomination = making.prepared(city, making.call(materials=[rules.video(**asked)]))
    assert said(gaps.of(entry.of(nomination))) == ["还没有选视频"]
    filling.choose_film(nomination=nomination, user=city.nominator, rule="v1", video=making.film(city, **fields))
    assert said(gaps.of(entry.of(nomination))) == expected


def test_a_paper_is_missing_until_it_is_sent_and_then_measured(city):
    nomination = making.prepared(city, making.call(materials=[rules.file(formats=["jpg"])]))
    assert said(gaps.of(entry.of(nomination))) == ["承诺书还没有传"]
    filling.add_paper(nomination=nomination, user=city.nominator, rule="f1", paper=making.pdf())
    assert said(gaps.of(entry.of(nomination))) == ["“推荐表.pdf”是 PDF"]


def test_a_lost_file_is_named_and_refused_at_the_seal(city):
    image = factories.image()
    case = making.pictured(city, image)
    nomination = making.prepared(city, making.call(materials=[rules.image(min_bytes=1)]), case)
    type(image).objects.filter(pk=image.pk).update(file_size=None)
    image.file.storage.delete(image.file.name)
    assert said(gaps.of(entry.of(Nomination.objects.get(pk=nomination.pk)))) == ["这张“古厝里的党课”的文件不见了"]
    with pytest.raises(Refused, match="文件不见了"):
        steps.seal(nomination=nomination, user=city.nominator, scan=making.pdf())


def test_one_side_of_a_photo_may_be_named_alone(city):
    case = making.pictured(city, factories.image())
    assert said(lacks(city, rules.image(width=800), case=case)) == ["这张“古厝里的党课”是 640×400 像素"]
