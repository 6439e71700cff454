from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db.models import Q

from cms.places import groups


class Command(BaseCommand):
    """Makes everybody's permissions follow today's memberships again, as the worker does hourly for whoever changed."""

    help = "让每个人的后台权限和今天的任职一致，连权限组本身也补齐（任期到了的，后台任务每小时自己会收）。"

    def handle(self, **options):
        concerned = Q(memberships__isnull=False) | Q(groups__in=groups.our_groups())
        people = get_user_model().objects.filter(concerned).distinct()
        for person in people:
            groups.sync(person)
        self.stdout.write(f"核对了 {len(people)} 个人的权限。")
