import pytest

from cms.news.models import ArticleIndexPage, ArticlePage
from cms.places.founding import index_of

TEXTS = {
    "小院党课走进黎源村": "傍晚时分，黎源村的小院党课如期开讲，林志强搬来一条长板凳。",
    "燕子窠的茶山课堂": "茶农在生态茶园里听微党课，说的是一片叶子的故事。",
    "竹排上的宣讲": "筏工把红色故事讲给游客听，一趟九曲溪讲三段。",
    "高苏坂夜校开班": "四十名学员报了名，讲师是退休教师林志强。",
    "志愿服务进社区": "文明实践站排出一周的志愿服务菜单，乡村振兴也在里头。",
    "5G基站修到山顶": "Wi-Fi覆盖了全村，网速提高3.5%，网址是np.gov.cn，参加的有36-38堂。",
    "建党百年诗会": "一首诗，一支歌，都是身边人写的。",
    "移风易俗说理会": "红白理事会的人说：“办酒不比排场。”百姓点头。",
}


@pytest.fixture
def articles(city):
    """Eight published pieces of news of one county, by title."""
    index = index_of(city.yanxi, ArticleIndexPage)
    return {
        title: index.add_child(instance=ArticlePage(title=title, body=[("paragraph", f"<p>{text}</p>")]))
        for title, text in TEXTS.items()
    }
