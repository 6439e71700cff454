from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The workbench at /desk/, for a phone first."""

    name = "cms.desk"
    label = "desk"
    verbose_name = "工作台"
