from django.apps import AppConfig


class PagesConfig(AppConfig):
    """What every page of the site shares: the base page, section indexes, blocks, the home page."""

    name = "cms.pages"
    label = "pages"
    verbose_name = "页面"

    def ready(self):
        from django.db.models.signals import post_migrate
        from wagtail.images import get_image_model
        from wagtail.snippets.models import get_snippet_models

        from cms.pages import page_cache, signals
        from cms.pages.models import PageTag, SiteSettings

        page_cache.connect()
        page_cache.renew_on(SiteSettings, PageTag, get_image_model(), *get_snippet_models())
        post_migrate.connect(page_cache.renew, sender=self)  # a new release may draw every page anew
        signals.connect()
