from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Images, documents and videos; who agreed to be shown; the check-in pages."""

    name = "media"
    label = "media"
    verbose_name = "影像"

    def ready(self):
        from media import doctor  # noqa: F401 - it registers itself
