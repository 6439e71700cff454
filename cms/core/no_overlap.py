"""A constraint: no two live rows of one key may overlap in time, whoever writes them and however.

PostgreSQL holds it with an exclusion constraint. SQLite has none, so two triggers stand in for it; because SQLite
rebuilds a table, and forgets its triggers, whenever a column changes, `restore_triggers` makes them anew after every
`migrate` (an app with such a constraint connects it to `post_migrate`), and a system check says when one is missing.
"""

from django.apps import apps
from django.core import checks
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.ddl_references import Statement, Table

PAIRS = (
    "SELECT COUNT(*) FROM {table} a JOIN {table} b ON a.{key} = b.{key} AND a.{pk} < b.{pk} "
    "AND a.{start} < b.{end} AND b.{start} < a.{end} WHERE a.{live} AND b.{live}"
)
REFUSAL = (
    " ON {table} WHEN NEW.{live} BEGIN SELECT RAISE(ABORT, '{name}') WHERE EXISTS (SELECT 1 FROM {table} "
    "WHERE {key} = NEW.{key} AND {live} AND {pk} != COALESCE(NEW.{pk}, -1) "
    "AND {start} < NEW.{end} AND {end} > NEW.{start}); END"
)


class NoOverlap(models.BaseConstraint):
    """Rows of the same `key` whose `live` is true never overlap between `start` (kept) and `end` (left out)."""

    def __init__(self, *, name: str, key: str, start: str, end: str, live: str, **kwargs):
        super().__init__(name=name, **kwargs)
        self.key, self.start, self.end, self.live = key, start, end, live

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"key": self.key, "start": self.start, "end": self.end, "live": self.live}

    def __eq__(self, other):
        return isinstance(other, NoOverlap) and self.deconstruct() == other.deconstruct()

    __hash__ = models.BaseConstraint.__hash__

    def constraint_sql(self, model, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return None
        names = self._columns(model, schema_editor.quote_name)
        return (
            f"CONSTRAINT {schema_editor.quote_name(self.name)} EXCLUDE USING gist "
            "({key} WITH =, tstzrange({start}, {end}, '[)') WITH &&) WHERE ({live})".format(**names)
        )

    def create_sql(self, model, schema_editor):
        sql = self.constraint_sql(model, schema_editor)
        table = Table(model._meta.db_table, schema_editor.quote_name)
        return sql and Statement("ALTER TABLE %(table)s ADD %(sql)s", table=table, sql=sql)

    def remove_sql(self, model, schema_editor):
        if schema_editor.connection.vendor != "postgresql":
            return None
        return schema_editor._delete_constraint_sql(schema_editor.sql_delete_check, model, self.name)

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        """Refuse what overlaps, in the constraint's own words; the database refuses it in any case."""
        if exclude and {self.key, self.start, self.end, self.live} & set(exclude):
            return
        if getattr(instance, self.live) and self.clashes(instance, using).exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def clashes(self, instance, using=DEFAULT_DB_ALIAS):
        """Return the stored rows that this one overlaps."""
        same = {self.key: getattr(instance, self.key), self.live: True}
        start, end = getattr(instance, self.start), getattr(instance, self.end)
        rows = type(instance)._base_manager.using(using).exclude(pk=instance.pk)
        return rows.filter(**same, **{f"{self.start}__lt": end, f"{self.end}__gt": start})

    def count_sql(self, model) -> str:
        """Return one statement that counts the overlapping pairs there are; `doctor` wants none."""
        quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
        names = self._columns(model, quote) | {"table": quote(model._meta.db_table), "pk": quote("id")}
        return PAIRS.format(**names)

    def triggers(self, model, quote) -> dict[str, str]:
        """Return SQLite's two triggers by name."""
        names = self._columns(model, quote) | {"table": quote(model._meta.db_table), "pk": quote(model._meta.pk.column)}
        body = REFUSAL.format(name=self.name, **names)
        watched = "{key}, {start}, {end}, {live}".format(**names)
        return {
            f"{self.name}_insert": f"CREATE TRIGGER {quote(self.name + '_insert')} BEFORE INSERT{body}",
            f"{self.name}_update": f"CREATE TRIGGER {quote(self.name + '_update')} BEFORE UPDATE OF {watched}{body}",
        }

    def _columns(self, model, quote) -> dict[str, str]:
        wanted = {"key": self.key, "start": self.start, "end": self.end, "live": self.live}
        return {name: quote(model._meta.get_field(field).column) for name, field in wanted.items()}


def guarded():
    """Yield every model that has such a constraint, with it."""
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if isinstance(constraint, NoOverlap):
                yield model, constraint


def restore_triggers(using: str = DEFAULT_DB_ALIAS, **kwargs) -> None:
    """Make SQLite's triggers anew, after every `migrate`."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for model, constraint in guarded():
            if model._meta.db_table not in tables:
                continue
            for name, sql in constraint.triggers(model, connection.ops.quote_name).items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {connection.ops.quote_name(name)}")
                cursor.execute(sql)


def missing(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Return the names of the guards that the database should have and has not; a table not yet made wants none."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        kept = [(model, one) for model, one in guarded() if model._meta.db_table in tables]
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            wanted = [name for model, one in kept for name in one.triggers(model, str)]
        else:
            cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'x'")
            wanted = [one.name for _, one in kept]
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in wanted if name not in there]


@checks.register(checks.Tags.database)
def guards_are_there(app_configs=None, databases=None, **kwargs):
    """Say which guard is missing: `manage.py check --database default`.

    A warning, since `migrate`, which puts them back, asks first and runs over no error; for `doctor` it is a fault.
    """
    return [
        checks.Warning(f"数据库里缺少防止重复排期的 {name}。", hint="运行 manage.py migrate 会补上。", id="core.W001")
        for alias in databases or []
        for name in missing(alias)
    ]
