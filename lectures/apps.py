from django.apps import AppConfig


class LecturesConfig(AppConfig):
    """Courses, speakers and their teams."""

    name = "lectures"
    label = "lectures"
    verbose_name = "宣讲"
