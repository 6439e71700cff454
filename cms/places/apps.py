from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The tree of practice places, who belongs where, and what that lets them do."""

    name = "cms.places"
    label = "places"
    verbose_name = "阵地"

    def ready(self):
        from cms.pages import page_cache
        from cms.places import doctor, signals, tasks  # noqa: F401 - they register themselves
        from cms.places.models import StatusChange

        page_cache.renew_on(StatusChange)
