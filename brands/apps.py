from django.apps import AppConfig


class BrandsConfig(AppConfig):
    """Brand projects, cases, stories and honours."""

    name = "brands"
    label = "brands"
    verbose_name = "品牌"

    def ready(self):
        from brands.models import Honour
        from cms.pages import page_cache

        page_cache.renew_on(Honour)
