from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices inside the site, and the outbox that carries them further."""

    name = "cms.notices"
    label = "notices"
    verbose_name = "通知"

    def ready(self):
        from cms.notices import tasks  # noqa: F401 - registers the postman's chore
