"""Chinese search on PostgreSQL's text search; its index over title and body is made by migration 0001."""

from django.db.models import Case, FloatField, Value, When
from modelsearch.backends.database.postgres import postgres as stock

from cms.search.asking import SpelledIndexer, SpelledSearches
from cms.search.order import in_order


class ObjectIndexer(SpelledIndexer, stock.ObjectIndexer):
    """Reads an object for the index."""


stock.ObjectIndexer = ObjectIndexer  # the index offers no other way in


class SearchQueryCompiler(stock.PostgresSearchQueryCompiler):
    """Puts title hits first, as on SQLite; the stock ranking unpacks the text vector of every hit."""

    def _build_rank_expression(self, vectors, config):
        in_title = When(index_entries__title=self.build_tsquery(self.query, config=config), then=Value(1.0))
        return Case(in_title, default=Value(0.0), output_field=FloatField())

    def _apply_ordering_and_scoring(self, queryset, rank_expression, start, stop, score_field=None):
        ordered = in_order(queryset, rank_expression, by_relevance=self.order_by_relevance, score_field=score_field)
        return ordered[start:stop]


class AutocompleteQueryCompiler(SearchQueryCompiler, stock.PostgresAutocompleteQueryCompiler):
    """Finds by titles, the last word by its beginning: the searches of /admin/."""


class SearchBackend(SpelledSearches, stock.PostgresSearchBackend):
    """modelsearch's PostgreSQL backend, for Chinese."""

    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
