from django.apps import AppConfig


class BrandsConfig(AppConfig):
    """Brand projects, cases, stories and honours."""

    name = "brands"
    label = "brands"
    verbose_name = "品牌"
