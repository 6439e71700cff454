"""Give everybody who counts already a numbered place, in the order in which they came."""

from collections import Counter

from django.db import migrations

BY_CITY = ("recommended", "publicised", "reported", "supplement", "awarded", "not_selected")
BY_COUNTY = ("endorsed", "received", "reserved", *BY_CITY)


def seat(apps, schema_editor):
    Nomination = apps.get_model("nominations", "Nomination")  # noqa: N806
    Seat = apps.get_model("nominations", "Seat")  # noqa: N806
    taken = Counter()
    for row in Nomination.objects.filter(step__in=BY_COUNTY).order_by("pk"):
        units = [("county", row.place_id)] + [("city", None)] * (row.step in BY_CITY)
        for tier, unit in units:
            taken[row.call_id, tier, unit] += 1
            Seat.objects.create(
                call_id=row.call_id, tier=tier, unit_id=unit, number=taken[row.call_id, tier, unit], nomination=row
            )


class Migration(migrations.Migration):
    dependencies = [("nominations", "0006_seats")]

    operations = [migrations.RunPython(seat, migrations.RunPython.noop, elidable=True)]
