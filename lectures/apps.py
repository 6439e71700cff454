from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LecturesConfig(AppConfig):
    """Courses, speakers, and the lectures they give."""

    name = "lectures"
    label = "lectures"
    verbose_name = "宣讲"

    def ready(self):
        from cms.core import no_overlap
        from lectures import dispatch, doctor, dropouts, records, reminders  # noqa: F401 - they register themselves
        from lectures.ledger import importing  # noqa: F401 - its chore too

        post_migrate.connect(no_overlap.restore_triggers, sender=self)
