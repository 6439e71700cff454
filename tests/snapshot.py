"""Build something in the database once a process, and lay the same rows down again for every later test."""

from collections.abc import Callable
from types import SimpleNamespace

from django.apps import apps
from django.db import connection, transaction

Rows = dict[str, set[tuple]]
FULL_TEXT = "wagtailsearch_indexentry_fts"


class Snapshot:
    """What a builder leaves in the database: the rows it added or changed, by table, and the objects it returned.

    The builder runs once, inside the transaction of the first test that asks; a later test gets rows with the same
    keys, in a few statements, and the objects fresh from the database.
    """

    def __init__(self, build: Callable[[], SimpleNamespace]):
        self.build = build
        self.objects: dict[str, tuple[type, int]] | None = None
        self.gone: Rows = {}
        self.added: Rows = {}
        self.keys: dict[str, tuple[str, int]] = {}  # by table: the key's column, and its place in a row

    def __call__(self) -> SimpleNamespace:
        if self.objects is None:
            return self._first()
        self._lay_down()
        return SimpleNamespace(
            **{name: model._default_manager.get(pk=pk) for name, (model, pk) in self.objects.items()}
        )

    def _first(self) -> SimpleNamespace:
        before = _everything()
        built = self.build()
        after = _everything()
        self.gone = {table: before[table] - rows for table, rows in after.items() if before[table] - rows}
        self.added = {table: rows - before[table] for table, rows in after.items() if rows - before[table]}
        with connection.cursor() as cursor:
            self.keys = {table: _key(cursor, table) for table in self.gone}
        self.objects = {name: (type(one), one.pk) for name, one in vars(built).items()}
        return built

    def _lay_down(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for table, rows in self.gone.items():
                key, place = self.keys[table]
                sql = f"DELETE FROM {_name(table)} WHERE {_name(key)} = %s"  # noqa: S608
                cursor.executemany(sql, [[row[place]] for row in rows])
            for table, rows in self.added.items():
                marks = ", ".join(["%s"] * len(next(iter(rows))))
                cursor.executemany(f"INSERT INTO {_name(table)} VALUES ({marks})", rows)  # noqa: S608


def _name(words: str) -> str:
    return connection.ops.quote_name(words)


def _key(cursor, table: str) -> tuple[str, int]:
    key = connection.introspection.get_primary_key_column(cursor, table)
    columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    return key, columns.index(key)


def _everything() -> Rows:
    """Return every row of every table but SQLite's full-text table, which triggers fill from the table of the index."""
    models = apps.get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in models if model._meta.managed and not model._meta.proxy}
    with connection.cursor() as cursor:
        there = tables & set(connection.introspection.table_names(cursor)) - {FULL_TEXT}
        return {table: _rows(cursor, table) for table in there}


def _rows(cursor, table: str) -> set[tuple]:
    cursor.execute(f"SELECT * FROM {_name(table)}")  # noqa: S608
    return set(cursor.fetchall())
