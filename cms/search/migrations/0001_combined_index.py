"""The index over title and body together, which every search on PostgreSQL asks for and Wagtail does not make."""

from django.db import migrations

CREATE = (
    "CREATE INDEX IF NOT EXISTS wagtailsearch_title_and_body ON wagtailsearch_indexentry USING gin ((title || body))"
)
DROP = "DROP INDEX IF EXISTS wagtailsearch_title_and_body"


def run(sql):
    def on_postgresql(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return on_postgresql


class Migration(migrations.Migration):
    dependencies = [("wagtailsearch", "0010_add_text_fields")]
    operations = [migrations.RunPython(run(CREATE), run(DROP))]
