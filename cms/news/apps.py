from django.apps import AppConfig


class NewsConfig(AppConfig):
    """News of the city and its counties."""

    name = "cms.news"
    label = "news"
    verbose_name = "资讯"
