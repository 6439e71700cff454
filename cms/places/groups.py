"""Wagtail's own permissions, written from memberships and never by hand.

Editors of the city or of a county get one group with one page node and one collection. Reviewers and signers get the
right to open /admin/ and nothing more: what they may open there is decided task by task (cms.review.models.ReviewTask).
Offices of the city that have one kind of thing to look after there (AdminWork) get the right to open it and that model.
Nobody gets `publish_page`: only the last approval publishes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail import hooks
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.places.models import Membership, PlaceAccess, Role
from cms.places.scope import CITY_DEPTH, COUNTY_DEPTH

REVIEWERS_GROUP = "审核人员"
PAGE_PERMISSIONS = ("add_page", "change_page")
# Wagtail asks for the permissions of its own models, whatever models a site puts in their place.
COLLECTION_PERMISSIONS = (
    ("wagtailimages", "image", ("add", "change", "choose")),
    ("wagtaildocs", "document", ("add", "change", "choose")),
    ("wagtailmedia", "media", ("add", "change")),
)


@dataclass(frozen=True)
class AdminWork:
    """What some roles at the city do in /admin/ and others do not; rooms name theirs with `register_admin_work`."""

    group: str  # its name
    roles: tuple[str, ...]
    models: tuple[type, ...]


def _admin_permission() -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")


def _vocabulary_permissions(place: Page) -> list[Permission]:
    """Return what editors of the city, and only they, may do with the city-wide vocabularies of other rooms.

    Rooms name theirs with the hook `register_city_vocabulary`: a function that returns model classes.
    """
    if place.depth != CITY_DEPTH:
        return []
    return _model_permissions(model for named in hooks.get_hooks("register_city_vocabulary") for model in named())


def _model_permissions(models: Iterable[type]) -> list[Permission]:
    return [
        Permission.objects.get(
            content_type=ContentType.objects.get_for_model(model), codename=f"{action}_{model._meta.model_name}"
        )
        for model in models
        for action in ("add", "change", "delete")
    ]


def works() -> list[AdminWork]:
    return [named() for named in hooks.get_hooks("register_admin_work")]


def work_group(work: AdminWork) -> Group:
    """Return the group of those who do this work in /admin/, made when missing."""
    group, _ = Group.objects.get_or_create(name=work.group)
    group.permissions.set([_admin_permission(), *_model_permissions(work.models)])
    return group


def reviewers_group() -> Group:
    """Return the group that may open /admin/ to decide, made when missing."""
    group, _ = Group.objects.get_or_create(name=REVIEWERS_GROUP)
    group.permissions.set([_admin_permission()])
    return group


@transaction.atomic
def access_for(place: Page) -> PlaceAccess:
    """Return the group and collection of a county or the city, made or mended when needed."""
    access = PlaceAccess.objects.filter(place=place).first()
    if access is None:
        group, _ = Group.objects.get_or_create(name=f"{place.title}编辑")
        root = Collection.get_first_root_node()
        collection = root.get_children().filter(name=place.title).first() or root.add_child(name=place.title)
        access = PlaceAccess.objects.create(place=place, group=group, collection=collection)
    access.group.permissions.set([_admin_permission(), *_vocabulary_permissions(place)])
    for codename in PAGE_PERMISSIONS:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=access.group, page=place, permission=permission)
    for app, model, actions in COLLECTION_PERMISSIONS:
        for action in actions:
            permission = Permission.objects.get(
                content_type__app_label=app, content_type__model=model, codename=f"{action}_{model}"
            )
            GroupCollectionPermission.objects.get_or_create(
                group=access.group, collection=access.collection, permission=permission
            )
    return access


def wanted_groups(user) -> set[Group]:
    """Return the groups that the person's memberships of today call for."""
    held = Membership.objects.current().filter(user=user, place__depth__lte=COUNTY_DEPTH).select_related("place")
    groups = {access_for(m.place).group for m in held if m.role == Role.EDITOR}
    if any(m.role in (Role.EDITOR, Role.REVIEWER, Role.SIGNER) for m in held):
        groups.add(reviewers_group())
    at_city = {m.role for m in held if m.place.depth == CITY_DEPTH}
    return groups | {work_group(work) for work in works() if at_city & set(work.roles)}


def our_groups():
    """Return every group that memberships decide over."""
    named = [REVIEWERS_GROUP, *(work.group for work in works())]
    return Group.objects.filter(name__in=named) | Group.objects.filter(place_access__isnull=False)


@transaction.atomic
def sync(user) -> None:
    """Make the person's groups follow their memberships; other groups stay as they are."""
    wanted = wanted_groups(user)
    current = set(user.groups.filter(pk__in=our_groups().values("pk")))
    user.groups.remove(*(current - wanted))
    user.groups.add(*(wanted - current))
