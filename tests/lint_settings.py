"""The test settings and the migration linter, for `make lint`."""

from cms.settings.test import *

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
LOGGING = LOGGING | {"root": {"handlers": ["console"], "level": "WARNING"}}
