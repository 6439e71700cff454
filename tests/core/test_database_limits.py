"""On PostgreSQL a page gives up after a while; a command that needs longer does not."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

SAY = "from django.conf import settings; print(settings.DATABASES['default']['OPTIONS']['options'])"


@pytest.mark.parametrize(
    ("starting", "limited"),
    [("import cms.wsgi", True), ("import django; django.setup()", False)],
    ids=["web", "command"],
)
def test_only_the_web_server_ends_a_long_statement(starting, limited):
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_LIMITS"}
    environment |= {"DATABASE_URL": "postgres://nobody@/nowhere", "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"{starting}; {SAY}"],
        cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    assert "lock_timeout=10s" in told
    assert ("statement_timeout=30s" in told) is limited
