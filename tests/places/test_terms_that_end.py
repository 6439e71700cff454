"""Terms that begin and end by date, without anybody signing in."""

import datetime as dt

from django.utils import timezone

from cms.core.chores import CHORES
from cms.places import groups
from cms.places.models import Membership, Role
from cms.places.tasks import follow_memberships


def test_the_worker_gives_and_takes_what_the_day_gives_and_takes(city):
    today = timezone.localdate()
    yesterday = today - dt.timedelta(days=1)
    Membership.objects.filter(user=city.editor, role=Role.EDITOR).update(since=yesterday, until=yesterday)
    Membership.objects.bulk_create([Membership(user=city.contributor, place=city.yanxi, role=Role.EDITOR, since=today)])

    assert follow_memberships.func() == 2

    assert not groups.our_groups().filter(user=city.editor).exists()
    assert {group.name for group in city.contributor.groups.all()} == {"审核人员", "延溪区编辑"}
    assert follow_memberships.func() == 0


def test_it_is_a_chore():
    assert follow_memberships.module_path in CHORES
