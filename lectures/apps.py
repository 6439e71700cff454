from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LecturesConfig(AppConfig):
    """Courses, speakers, and the lectures they give."""

    name = "lectures"
    label = "lectures"
    verbose_name = "宣讲"

    def ready(self):
        from cms.core import no_overlap
        from lectures import dispatch, doctor, records  # noqa: F401 - receivers, chores and checks register themselves

        post_migrate.connect(no_overlap.restore_triggers, sender=self)
