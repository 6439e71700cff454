"""The search backend of the site, for whichever of the two databases it runs on: see docs/search.md."""

from importlib import import_module

from django.db import connection


def SearchBackend(params):
    """Return the backend of the default database; modelsearch looks for this name."""
    database = import_module({"postgresql": "cms.search.postgres", "sqlite": "cms.search.sqlite"}[connection.vendor])
    return database.SearchBackend(params)
