"""Just enough of Django that a real server or worker starts in half a second."""

import json
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = Path(os.environ["LEAN_VAR"])
SECRET_KEY = "a-key-for-tests-only"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "tests.core.lean.site"
INSTALLED_APPS = ["cms.core", "django_tasks", "django_tasks_db"]
DATABASES = {"default": json.loads(os.environ["LEAN_DATABASE"])}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
USE_TZ = True
LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
