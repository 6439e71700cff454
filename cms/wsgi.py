"""The WSGI entry point that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
# PostgreSQL ends what a page asks for too long; migrations, index rebuilds and other commands take the time they take.
os.environ.setdefault("DATABASE_LIMITS", "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s")

application = get_wsgi_application()
