"""Walls between counties, where Wagtail's own views name a thing before they ask whether the person may know of it."""

from django.apps import apps
from django.http import Http404
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtailmedia import get_permission_policy as media_policy
from wagtailmedia.models import get_media_model

ACTIONS = ("add", "change", "delete", "choose", "publish", "lock", "unlock")


def _knows(user, model, pks, policy=None) -> bool:
    """Say whether everything of these pks is something that the person may work on."""
    policy = policy or policy_registry.get_by_type(model)
    known = policy.instances_user_has_any_permission_for(user, ACTIONS)
    return not model.objects.filter(pk__in=pks).exclude(pk__in=known.values("pk")).exists()


def may_handle_together(user, query, app_label: str, model_name: str, **kwargs) -> bool:
    """Say the same of what a bulk action is asked for; "all" is all of a page's children, or everything there is."""
    model = apps.get_model(app_label, model_name)
    asked = query.getlist("id") + query.getlist("childOf")
    pks = [pk for pk in asked if pk.isdecimal()]
    if "all" in asked and "childOf" not in query:
        pks = model.objects.values("pk")
    return _knows(user, model, pks)


def may_move(user, query, page_to_move_id: int, **kwargs) -> bool:
    return _knows(user, Page, [page_to_move_id])


def may_see_use(user, query, media_id: int) -> bool:
    return _knows(user, get_media_model(), [media_id], media_policy())


def sees_everything(user, query, **kwargs) -> bool:
    return user.is_superuser


WALLS = {
    "wagtail_bulk_action": may_handle_together,
    "wagtailadmin_pages:move_confirm": may_move,
    "wagtailmedia:media_usage": may_see_use,
    "wagtailadmin_reports:page_types_usage": sees_everything,  # it names the page of each kind that was changed last
    "wagtailadmin_reports:page_types_usage_results": sees_everything,
}


class CountyWallsMiddleware:
    """Answers 404 where a person has no business."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        wall = WALLS.get(request.resolver_match.view_name)
        if wall and request.user.is_authenticated and not wall(request.user, request.GET, **kwargs):
            raise Http404
