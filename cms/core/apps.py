from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Knows nothing of the domain: text, days, requests."""

    name = "cms.core"
    label = "core"
    verbose_name = "基础"
