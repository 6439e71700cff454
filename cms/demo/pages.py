"""Brands, speakers, courses, stories, check-ins and news, written, reviewed and published."""

import datetime as dt
import json

from brands.models import BrandIndexPage, BrandProjectPage, StoryIndexPage, StoryPage
from brands.models.story import Subject
from cms.accounts.models import User
from cms.demo import content, passing
from cms.demo.images import place_of
from cms.news.models import ArticleIndexPage, ArticlePage, Column
from cms.pages.models import HomePage
from cms.places.founding import index_of
from cms.places.models import Membership, PlacePage, Role, Tier
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
from lectures.models.speaker import Gender, Kind
from media.models import CheckInIndexPage, CheckInPage
from media.models.checkin import Theme

# What a course's own words for its theme come down to.
THEMES = ("理论政策", "党史故事", "乡村振兴", "移风易俗", "法治安全", "健康生活", "文化非遗", "农业科技")


def value_of(choices, label: str) -> str:
    """Return the value of a choice by its Chinese label."""
    return next(value for value, text in choices.choices if text == label)


def owner_place(county: str):
    """Return the county centre by name, or the city for ""."""
    return PlacePage.objects.get(tier=Tier.CENTRE, title=county) if county else HomePage.objects.get()


def author_for(place, county: str) -> User:
    """Return who writes for a village: its contributor, else a second editor of the county or the city."""
    if place:
        held = Membership.objects.filter(place=place.page_ptr, role=Role.CONTRIBUTOR).first()
        if held:
            return held.user
    return Membership.objects.filter(place=owner_place(county).page_ptr, role=Role.EDITOR).order_by("-pk").first().user


def write(model, index_model, item: dict, album, **fields):
    """Write one page as a draft under its county's section; return it."""
    place = place_of(item)
    page = model(
        title=item["title"] if "title" in item else item["name"],
        slug=item["key"],
        summary=item.get("summary", ""),
        place=place,
        owner=author_for(place, item["county"]),
        live=False,
        cover=album[item["scene"]] if "scene" in item else None,
    )
    for name, value in fields.items():
        setattr(page, name, value)
    page.tags.add(*item.get("tags", []))
    index_of(owner_place(item["county"]), index_model).add_child(instance=page)
    page.save_revision(user=page.owner)
    return page


def words(model, names: list[str]) -> list:
    """Return vocabulary rows by name, in that order, made when missing."""
    return [model.objects.get_or_create(name=name, defaults={"sort_order": model.objects.count()})[0] for name in names]


def speakers(album) -> None:
    for number, item in enumerate(content.load("speakers")):
        page = write(
            SpeakerPage,
            SpeakerIndexPage,
            item | {"tags": []},
            album,
            gender=value_of(Gender, item["gender"]),
            kind=value_of(Kind, item["kind"]),
            post=item["title"],
            title=item["name"],
            biography=item["bio"].strip(),
            topics="、".join(item["topics"]),
            batch=item["batch"],
            term_start=content.day(item["term_start"]),
            term_end=content.day(item["term_end"]),
            summary=f"{item['kind']}，{item['title']}",
            dialects=words(Dialect, item["dialects"]),
            forms=words(LectureForm, item["forms"]),
            teams=[SpeakerTeam.objects.get_or_create(name=name)[0] for name in item["teams"]],
        )
        passing.publish(page, dt.date(2025, 1, 8) + dt.timedelta(days=number))


def courses(album) -> None:
    for item in content.load("courses"):
        theme = words(LectureTheme, [item.get("group") or _theme(item)])[0]
        page = write(
            CoursePage,
            CourseIndexPage,
            item,
            album,
            theme=theme,
            form=words(LectureForm, [item["form"]])[0],
            key_points="\n".join(item["key_points"]),
            audiences=words(Audience, item["audiences"]),
            speakers=list(SpeakerPage.objects.filter(title__in=item["speakers"])),
            minutes=item["minutes"],
            platform=item["platform"],
            plan=item["outline"].strip(),
            sources="\n".join(item["sources"]),
            reviewed_on=content.day(item["reviewed_on"]),
            review_due=content.day(item["review_due"]),
        )
        passing.publish(page, content.day(item["reviewed_on"]) + dt.timedelta(days=4))


HINTS = {
    "健康生活": "医 药 健康 慢病 血压",
    "法治安全": "法 骗 诈 火 安全 合同",
    "农业科技": "茶 稻 果 农 病虫 土 田",
    "移风易俗": "礼 婚 丧 风俗 宴",
    "文化非遗": "剪 歌 戏 非遗 家训 快板",
    "党史故事": "党史 红军 老物件 家书",
    "乡村振兴": "振兴 民宿 电商 集体",
}


def _theme(item: dict) -> str:
    text = item["title"] + item["theme"] + "".join(item["tags"])
    return next((theme for theme, hints in HINTS.items() if any(hint in text for hint in hints.split())), THEMES[0])


def brands(album) -> None:
    for number, item in enumerate(content.load("brands")):
        places = list(
            PlacePage.objects.filter(path__startswith=owner_place(item["county"]).path, title__in=item["places"])
        )
        page = write(
            BrandProjectPage,
            BrandIndexPage,
            item | {"summary": item["about"]},
            album,
            slogan=item["slogan"],
            since=item["since"],
            keeper=item["keeper"],
            origin=item["origin"].strip(),
            how=item["how"].strip(),
            who=item["who"].strip(),
            figures_body=content.figures(item),
            places=places,
            speakers=list(SpeakerPage.objects.filter(path__startswith=owner_place(item["county"]).path)),
        )
        passing.publish(page, dt.date(2026, 7, 6) + dt.timedelta(days=number))


def stories(album) -> None:
    for number, item in enumerate(content.load("stories")):
        page = write(
            StoryPage,
            StoryIndexPage,
            item,
            album,
            subject=value_of(Subject, item["subject"]),
            person=item["name"],
            is_alias=item["alias"],
            consent_given=True,
            consent_note="登门口头同意，村里留有记录",
            quote=item["quote"],
            body=json.dumps(content.paragraphs(item["body"])),
        )
        passing.publish(page, dt.date(2026, 2, 10) + dt.timedelta(days=number * 13))


def checkins(album) -> None:
    for number, item in enumerate(content.load("checkins")):
        page = write(
            CheckInPage,
            CheckInIndexPage,
            item,
            album,
            theme=value_of(Theme, item["theme"]),
            form=item["form"],
            site=item["site"],
            presenter=item["presenter"],
            presenter_title=item["presenter_title"],
            told_on=content.day(item["told_on"]),
            transcript=item["transcript"].strip(),
            campaign=item["campaign"],
            video=album.film(item["key"]),
        )
        passing.publish(page, content.day(item["told_on"]) + dt.timedelta(days=9 + number % 5))


def news(album) -> None:
    for item in content.load("news"):
        body = content.paragraphs(item["body"])
        page = write(
            ArticlePage,
            ArticleIndexPage,
            item,
            album,
            column=value_of(Column, item["column"]),
            source="云麓市融媒体中心",
            body=json.dumps([*body[:1], content.picture(album[item["scene"]], item["caption"]), *body[1:]]),
        )
        passing.publish(page, content.day(item["date"]))
