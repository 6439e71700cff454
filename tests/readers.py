"""Published pages of every kind that people read, each with `count` of everything that it can hold."""

import datetime as dt
import json
from contextlib import contextmanager

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import WorkflowState

from brands.models import BrandIndexPage, BrandProjectPage, Honour, StoryIndexPage, StoryPage
from cms.news.models import ArticleIndexPage, ArticlePage
from cms.places.founding import index_of
from cms.review.models import Round
from lectures.models import (
    Audience,
    CourseIndexPage,
    CoursePage,
    Dialect,
    LectureForm,
    LectureTheme,
    SpeakerIndexPage,
    SpeakerPage,
    SpeakerTeam,
)
from media.models import CheckInIndexPage, CheckInPage, CustomDocument, Video
from tests import factories


@contextmanager
def for_a_module(blocker):
    """Keep what is made inside until the module's last test is done, and then forget it; making it takes seconds."""
    with blocker.unblock(), transaction.atomic():
        cache.clear()
        yield factories.small_city()
        transaction.set_rollback(True)
    cache.clear()


def written(city, model, index, title: str, **fields):
    """Write a draft of 上埔村供稿员 about 上埔村, with a cover of its own."""
    cover = factories.image(f"{title}的题图", credit="上埔村实践站")
    page = model(
        title=title,
        summary=f"{title}，一句话说清。",
        owner=city.contributor,
        place=city.shangpu,
        live=False,
        cover=cover,
    )
    for name, value in fields.items():
        setattr(page, name, value)
    index_of(city.yanxi, index).add_child(instance=page)
    page.save_revision(user=city.contributor)
    return model.objects.get(pk=page.pk)


def published(city, *args, **fields):
    """Write a page and take it through every step."""
    return factories.publish(written(city, *args, **fields), city)


def live(page):
    """Put a page on the site as a neighbour of the one under test: without the steps, which take their time."""
    page.save_revision().publish(skip_permission_checks=True)
    return type(page).objects.get(pk=page.pk)


def neighbour(city, *args, **fields):
    return live(written(city, *args, **fields))


def photo(number: int, **fields) -> dict:
    image = factories.image(f"照片{number}", credit="上埔村实践站", **fields)
    chosen = {"image": image.pk, "alt_text": f"第{number}张：板凳围成一圈", "decorative": False}
    return {"type": "picture", "value": {"image": chosen, "caption": f"2026年{number}月，上埔村"}}


def figure(number: int) -> dict:
    value = {"label": f"指标{number}", "value": "1480", "unit": "人次", "as_of": "2025-12-31", "method": "签到簿相加"}
    return {"type": "figure", "value": value}


def many(count: int, make) -> list:
    return [make(number) for number in range(1, count + 1)]


def stream(count: int, make) -> str:
    return json.dumps(many(count, make))


def correct(page, sentence: str) -> None:
    """Leave what one more round leaves behind: a sentence for the page's readers."""
    state = WorkflowState.objects.create(
        content_type=page.cached_content_type, base_content_type=page.get_base_content_type(), object_id=str(page.pk),
        workflow=page.get_workflow(), status=WorkflowState.STATUS_APPROVED,
    )  # fmt: skip
    now = timezone.now()
    Round.objects.create(workflow_state=state, page=page.page_ptr, scope_path="", correction=sentence, published_at=now)


def honour(page, number: int = 1) -> Honour:
    return Honour.objects.create(
        series=f"省创新案例集{number}", level="province", year=2026, issued_by="省文明办", winner=page.title,
        awarded_on=dt.date(2026, 10, number), page=page.page_ptr, place=page.place and page.place.page_ptr,
    )  # fmt: skip


def full_speaker(city, count: int = 1, title: str = "魏承棠", write=published):
    words = {model: [model.objects.get_or_create(name=f"{model.__name__}{n}")[0] for n in range(1, count + 1)]
             for model in (Dialect, LectureForm, SpeakerTeam)}  # fmt: skip
    return write(
        city, SpeakerPage, SpeakerIndexPage, title, kind="party_school", post="区委党校高级讲师",
        biography="教了四年历史。\n\n后来坐上了板凳。", topics="老物件、村规民约", dialects=words[Dialect],
        forms=words[LectureForm], teams=words[SpeakerTeam], batch="首批“新时代宣讲师”",
        term_start=dt.date(2025, 1, 1), term_end=dt.date(2027, 12, 31),
    )  # fmt: skip


def full_brand(city, count: int = 1):
    speakers = many(count, lambda n: full_speaker(city, 1, f"宣讲师{n}", neighbour))
    brand = published(
        city, BrandProjectPage, BrandIndexPage, "小院党课", slogan="搬条凳子来", since=2019, keeper="延溪区实践中心",
        origin="那晚停电。\n\n第二个月电修好了。", how="规矩不多。", who="讲课的有村支书。",
        figures_body=stream(count, figure), pictures_body=stream(count, photo), speakers=speakers,
        places=[city.shangpu, city.shangpu_town, city.yanxi][:count],
    )  # fmt: skip
    for number in range(1, count + 1):
        one = factories.case(city.contributor, city.shangpu, f"案例{number}", brands=[brand], cover=factories.image())
        honour(live(one), number)
        full_check_in(city, f"打卡{number}", neighbour)
    return brand


def full_case(city, count: int = 1, **fields):
    brands = many(count, lambda n: neighbour(city, BrandProjectPage, BrandIndexPage, f"品牌{n}"))
    authors = [{"type": "author", "value": {"name": f"陈建兴{n}", "role": "撰稿"}} for n in range(1, count + 1)]
    report = {"outlet": "云麓日报", "title": "天井里的一圈板凳", "date": "2024-03-15", "url": "https://example.com/a"}
    case = factories.case(
        city.contributor, city.shangpu, brands=brands, cover=factories.image(), figures_body=stream(count, figure),
        pictures_body=stream(count, photo), quote="先生坐在板凳上，我就敢问了。", quote_by="林阿婆",
        authors=json.dumps(authors), coverage=json.dumps([{"type": "coverage", "value": report}] * count), **fields,
    )  # fmt: skip
    case = factories.publish(case, city)
    for number in range(1, count + 1):
        honour(case, number)
        correct(case, f"更正{number}：堂数由 35 改为 36。")
        live(factories.case(city.contributor, city.shangpu, f"另一个{number}", cover=factories.image()))
    return type(case).objects.get(pk=case.pk)


def body(count: int) -> str:
    words = [
        {"type": "paragraph", "value": "<p>七点半开讲，七点刚过板车就响了。</p>"},
        {"type": "heading", "value": "小标题"},
    ]
    quote = {"type": "quote", "value": {"text": "我听不见，别人听得见。", "who": "郑友福"}}
    return json.dumps([*words, *many(count, photo), quote])


def full_story(city, count: int = 1, title: str = "搬凳子的人", **fields):
    text = {"person": "郑友福", "quote": "腿酸了，人就走了。", "consent_given": True, "body": body(count)} | fields
    story = published(city, StoryPage, StoryIndexPage, title, **text)
    for number in range(1, count + 1):
        correct(story, f"更正{number}。")
        neighbour(city, StoryPage, StoryIndexPage, f"另一篇{number}", consent_given=True)
    return StoryPage.objects.get(pk=story.pk)


def full_article(city, count: int = 1):
    article = published(
        city, ArticlePage, ArticleIndexPage, "年货圩上的春联摊", source="云麓市融媒体中心", body=body(count)
    )
    for number in range(1, count + 1):
        correct(article, f"更正{number}。")
        neighbour(city, ArticlePage, ArticleIndexPage, f"另一条{number}")
    return ArticlePage.objects.get(pk=article.pk)


def film(**fields) -> Video:
    shape = {"width": 540, "height": 960, "duration": 98} | fields
    return Video.objects.create(title="一件咸棉袄", type="video", file=ContentFile(b"film", name="film.mp4"), **shape)


def full_check_in(city, title: str = "一件咸棉袄", write=published, **fields):
    text = {
        "theme": "story", "form": "讲述", "site": "上埔村送盐古渡", "presenter": "曾国富",
        "presenter_title": "实践站站长",
        "told_on": dt.date(2025, 11, 16), "transcript": "大家摸摸，硬的。\n\n九十年前，山里没有盐。",
        "campaign": "永远跟党走",
        "video": film(),
    }  # fmt: skip
    return write(city, CheckInPage, CheckInIndexPage, title, **(text | fields))


def full_course(city, count: int = 1, title: str = "后厝村的半本账", write=published, **fields):
    plan = {
        "theme": LectureTheme.objects.get_or_create(name="党史故事")[0],
        "form": LectureForm.objects.get_or_create(name="问答")[0],
        "key_points": "\n".join(many(count, lambda n: f"要点{n}")),
        "sources": "\n".join(many(count, lambda n: f"《依据{n}》")),
        "plan": "\n\n".join(many(count, lambda n: f"第{n}问：还了没有？（{n}0分钟）请听众自己读账。再拿出条文。")),
        "audiences": many(count, lambda n: Audience.objects.get_or_create(name=f"对象{n}")[0]), "minutes": 40,
        "platform": "党校",
        "slides": CustomDocument.objects.create(title="半本账课件", file=ContentFile(b"slides", name="a.pptx")),
        "reviewed_on": dt.date(2026, 4, 20), "review_due": dt.date(2099, 4, 20),
    }  # fmt: skip
    if "speakers" not in fields:
        fields["speakers"] = many(count, lambda n: full_speaker(city, 1, f"讲师{n}", neighbour))
    return write(city, CoursePage, CourseIndexPage, title, **(plan | fields))
