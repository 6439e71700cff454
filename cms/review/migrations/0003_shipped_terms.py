from django.db import migrations

from cms.review.checks.shipped import TERMS


def load(apps, schema_editor):
    """Give a new city its first list; entries it already keeps stay as they are."""
    rules = apps.get_model("review", "TermRule")
    fields = ("wrong", "right", "level", "note", "unless", "series")
    rules.objects.bulk_create(
        [rules(**{name: getattr(term, name) for name in fields}) for term in TERMS], ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [("review", "0002_term_rules")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
