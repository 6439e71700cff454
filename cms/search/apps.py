from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Search that knows Chinese has no spaces."""

    name = "cms.search"
    label = "search"
    verbose_name = "搜索"
