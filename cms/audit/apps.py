from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who did what, and whether the house is sound."""

    name = "cms.audit"
    label = "audit"
    verbose_name = "审计"
