"""Build something in the database once a process, and lay the same rows down again for every later test."""

from collections.abc import Callable
from types import SimpleNamespace

from django.apps import apps
from django.db import connection, transaction

Rows = dict[type, set[tuple]]
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
        self.gone = {model: before[model] - rows for model, rows in after.items() if before[model] - rows}
        self.added = {model: rows - before[model] for model, rows in after.items() if rows - before[model]}
        self.objects = {name: (type(one), one.pk) for name, one in vars(built).items()}
        return built

    def _lay_down(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for model, rows in self.gone.items():
                keys = _columns(model) if model._meta.auto_created else [model._meta.pk.column]
                places = [_columns(model).index(key) for key in keys]
                where = " AND ".join(f"{_name(key)} = %s" for key in keys)
                sql = f"DELETE FROM {_name(model._meta.db_table)} WHERE {where}"  # noqa: S608
                cursor.executemany(sql, [[row[place] for place in places] for row in rows])
            for model, rows in self.added.items():
                columns = _columns(model)
                names, marks = ", ".join(map(_name, columns)), ", ".join(["%s"] * len(columns))
                sql = f"INSERT INTO {_name(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608
                cursor.executemany(sql, rows)


def _name(words: str) -> str:
    return connection.ops.quote_name(words)


def _columns(model) -> list[str]:
    """Return a table's columns; a mere link between two tables has a key that means nothing and is made anew."""
    fields = model._meta.local_concrete_fields
    return [field.column for field in fields if not (field.primary_key and model._meta.auto_created)]


def _everything() -> Rows:
    """Return every row by its model, but SQLite's full-text table, which triggers fill from the table of the index."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor)) - {FULL_TEXT}
        mine = [model for model in models if model._meta.db_table in there and not model._meta.proxy]
        return {model: _rows(cursor, model) for model in mine}


def _rows(cursor, model) -> set[tuple]:
    names = ", ".join(map(_name, _columns(model)))
    cursor.execute(f"SELECT {names} FROM {_name(model._meta.db_table)}")  # noqa: S608
    return set(cursor.fetchall())
