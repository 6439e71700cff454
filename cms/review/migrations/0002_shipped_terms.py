from django.db import migrations

from cms.review.checks.shipped import TERMS


def load(apps, schema_editor):
    """Give a new city its first list; entries it already keeps stay as they are."""
    TermRule = apps.get_model("review", "TermRule")
    fields = ("wrong", "right", "level", "note", "unless", "series")
    TermRule.objects.bulk_create(
        [TermRule(**{name: getattr(term, name) for name in fields}) for term in TERMS], ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
