import pytest

from brands.models import BrandIndexPage, BrandProjectPage, StoryIndexPage, StoryPage
from cms.news.models import ArticleIndexPage, ArticlePage
from tests import factories, readers


@pytest.fixture
def told(city):
    """Returns a function that puts `count` pages of every kind on the site, with pictures and honours."""

    def tell(count: int = 1):
        made = {"cases": [], "brands": [], "stories": [], "checkins": [], "courses": [], "speakers": [], "news": []}
        for number in range(1, count + 1):
            case = factories.case(city.contributor, city.shangpu, f"案例{number}", cover=factories.image())
            made["cases"].append(readers.live(case))
            brand = readers.neighbour(city, BrandProjectPage, BrandIndexPage, f"品牌{number}", places=[city.shangpu])
            made["brands"].append(brand)
            story = readers.neighbour(city, StoryPage, StoryIndexPage, f"故事{number}", consent_given=True)
            made["stories"].append(story)
            made["checkins"].append(readers.full_check_in(city, f"打卡{number}", readers.neighbour))
            made["courses"].append(readers.full_course(city, 1, f"课程{number}", readers.neighbour, speakers=[]))
            made["speakers"].append(readers.full_speaker(city, 1, f"宣讲师{number}", readers.neighbour))
            made["news"].append(readers.neighbour(city, ArticlePage, ArticleIndexPage, f"资讯{number}"))
            readers.honour(made["cases"][-1], number)
        return made

    return tell
