"""The city after years of work: 5,000 more articles and 1,000 more cases, each with its whole review."""

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from brands.models import CaseIndexPage, CasePage
from brands.models.case import PARTS, Category
from cms.audit import models as audit
from cms.demo import content
from cms.demo.archive import archive
from cms.demo.planting import plant
from cms.news.models import ArticleIndexPage, ArticlePage, Column
from cms.places import scope
from cms.places.founding import index_of
from cms.places.models import Membership, PlacePage, Role, Tier
from media.models import CustomImage

MARK = "加满演示城市"
ARTICLES, CASES = 5_000, 1_000
SHORTEST = 40  # characters of a paragraph worth mixing in
DOINGS = (
    "院子里开讲{topic}",
    "{topic}讲到田埂上",
    "圩日里的{topic}",
    "把{topic}编成快板",
    "{topic}进了茶园",
    "夜里的{topic}课堂",
    "老人们学{topic}",
    "青年回村讲{topic}",
    "{topic}说到心坎上",
    "祠堂门口的{topic}",
)
TOPICS = [
    "党课",
    "医保",
    "反诈",
    "防火",
    "家风",
    "移风易俗",
    "垃圾分类",
    "乡村振兴",
    "防汛",
    "健康",
    "非遗",
    "孝老",
    "护林",
    "河长制",
    "电商",
    "村规民约",
]


def stands() -> bool:
    return audit.Event.objects.filter(action=MARK).exists()


@transaction.atomic
def build(say: Callable[[str], None]) -> None:
    """Fill the city; every page comes with a revision, four decisions and a round, as if it had been reviewed."""
    rng = random.Random("full")  # noqa: S311
    images = list(CustomImage.objects.exclude(file__contains="portrait").values_list("pk", flat=True))
    for county in scope.counties():
        villages = list(PlacePage.objects.filter(path__startswith=county.path, tier=Tier.STATION))
        writer = Membership.objects.filter(place=county.page_ptr, role=Role.EDITOR).order_by("-pk").first().user
        common = {"county": county, "villages": villages, "owner": writer, "images": images, "rng": rng}
        say(f"{county.title}：{ARTICLES // 10} 篇资讯、{CASES // 10} 个案例")
        articles = list(_articles(ARTICLES // 10, **common))
        plant(index_of(county, ArticleIndexPage), articles)
        cases = list(_cases(CASES // 10, **common))
        plant(index_of(county, CaseIndexPage), cases)
        archive(articles, county)
        archive(cases, county)
    say("编进搜索")
    for model in (ArticlePage, CasePage):
        get_search_backend().get_index_for_model(model).add_items(model, model.objects.all())
    audit.write(None, MARK, "云麓市")


def _articles(count: int, *, county, villages, owner, images, rng) -> Iterator[ArticlePage]:
    for number in range(count):
        village = rng.choice(villages)
        body = [{"type": "paragraph", "value": f"<p>{text}</p>"} for text in rng.sample(_pool(), 4)]
        yield ArticlePage(
            title=_title(village, rng),
            slug=f"a{number}",
            summary=rng.choice(_pool())[:58],
            place=village,
            owner=owner,
            cover_id=rng.choice(images),
            column=rng.choice(Column.values),
            source="云麓市融媒体中心",
            body=json.dumps(body),
            first_published_at=_moment(rng),
            byline=[["供稿", owner.name]],
        )


def _cases(count: int, *, county, villages, owner, images, rng) -> Iterator[CasePage]:
    for number in range(count):
        village, figure = rng.choice(villages), rng.randrange(12, 400)
        parts = {field: "\n\n".join(rng.sample(_pool(), 2)) for field, _ in PARTS}
        figures = [{"label": "开讲", "value": str(figure), "unit": "场", "as_of": "2026-06-30", "method": "签到簿"}]
        yield CasePage(
            title=_title(village, rng),
            slug=f"c{number}",
            summary=rng.choice(_pool())[:58],
            place=village,
            owner=owner,
            cover_id=rng.choice(images),
            category=rng.choice(Category.values),
            period_start=dt.date(2023, 1, 1),
            period_end=dt.date(2026, 6, 30),
            figures_body=content.figures({"figures": figures}),
            first_published_at=_moment(rng),
            byline=[["供稿", owner.name]],
            **parts,
        )


def _title(village: PlacePage, rng) -> str:
    return village.title + rng.choice(DOINGS).format(topic=rng.choice(TOPICS))


def _moment(rng) -> dt.datetime:
    """Return some moment of the last four years."""
    return timezone.now() - dt.timedelta(minutes=rng.randrange(60 * 24 * 1_460))


_paragraphs: list[str] = []


def _pool() -> list[str]:
    """Return every paragraph of the written content, to mix new texts from."""
    if not _paragraphs:
        texts = [item["body"] for name in ("stories", "news") for item in content.load(name)]
        texts += [item.get(field, "") for item in content.cases() for field, _ in PARTS]
        _paragraphs.extend(
            part.strip() for text in texts for part in text.split("\n\n") if len(part.strip()) > SHORTEST
        )
    return _paragraphs
