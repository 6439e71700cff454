"""For the test suite: quick hashing, tasks run at once, no files left in var/."""

import tempfile
from pathlib import Path

from .base import *

SECRET_KEY = "a-key-for-tests-only-and-for-nothing-else-in-the-world"  # noqa: S105
DEBUG = False
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SERVE_UPLOADS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
_FOLDER = tempfile.TemporaryDirectory(prefix="jianghao-test-", ignore_cleanup_errors=True)  # gone when Python ends
MEDIA_ROOT = Path(_FOLDER.name)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
NOTICES_BY_MAIL = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file: in memory, threads would share one cache and meet locks that no running site has.
    kept = env("TEST_DATABASE", default=None)  # a file that stays: with --reuse-db only the first run migrates
    DATABASES["default"]["TEST"] = {"NAME": kept or MEDIA_ROOT / "test.sqlite3"}
