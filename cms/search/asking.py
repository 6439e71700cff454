"""How a search is asked, whichever the database."""

from cms.search.spelling import spelled, spelled_query

LONGEST = 200  # characters; nobody looks for more, and a phrase of thousands costs the database dearly


class SpelledIndexer:
    """Spells every text that goes into the index: of pages, pictures, files, streams and related objects alike."""

    def prepare_value(self, value):
        if isinstance(value, str):
            return spelled(value)
        return super().prepare_value(value)


class SpelledSearches:
    """Spells what is searched for as the index is; a query without a letter or figure finds nothing and is no error."""

    def _search(self, query_compiler_class, query, model_or_queryset, **options):
        if isinstance(query, str):
            query = spelled_query(query[:LONGEST])
        # Always the whole text: with `fields` SQLite fails and PostgreSQL passes its index by (django-modelsearch#47).
        return super()._search(query_compiler_class, query, model_or_queryset, **options | {"fields": None})
