from django.apps import AppConfig


class NominationsConfig(AppConfig):
    """From a published case to a provincial showcase."""

    name = "brands.nominations"
    label = "nominations"
    verbose_name = "申报"

    def ready(self):
        from brands.nominations import doctor  # noqa: F401 - its checks register themselves
        from brands.nominations.dossier import doctor as packages  # noqa: F401 - and those of packages, with their chore
