from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """看稿 初审 复审 终审: who decides what, in which order, about which text."""

    name = "cms.review"
    label = "review"
    verbose_name = "审核"

    def ready(self):
        from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

        from cms.review import doctor, signals  # noqa: F401 - the doctor's checks register themselves

        signals.silence_stock_mail(workflow_submitted, workflow_rejected, workflow_approved)
