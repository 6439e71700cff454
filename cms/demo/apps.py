from django.apps import AppConfig


class DemoConfig(AppConfig):
    """云麓市, the demonstration city."""

    name = "cms.demo"
    label = "demo"
    verbose_name = "演示城市"
