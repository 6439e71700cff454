"""Permissions follow memberships: at every change of one, and at every sign-in (a term may have ended overnight)."""

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms.places import groups
from cms.places.models import Membership


@receiver([post_save, post_delete], sender=Membership)
def follow_membership(instance, raw=False, **kwargs):
    if not raw:
        groups.sync(instance.user)


@receiver(user_logged_in)
def follow_the_calendar(user, **kwargs):
    groups.sync(user)
