from django.apps import AppConfig


class PagesConfig(AppConfig):
    """What every page of the site shares: the base page, section indexes, blocks, the home page."""

    name = "cms.pages"
    label = "pages"
    verbose_name = "页面"

    def ready(self):
        from cms.pages import page_cache  # noqa: F401 - connects the signals that renew the cache
