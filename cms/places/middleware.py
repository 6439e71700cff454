"""Walls between counties, where Wagtail's own views name a thing before they ask whether the person may know of it."""

from django.apps import apps
from django.http import Http404
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtailmedia import get_permission_policy as media_policy
from wagtailmedia.models import get_media_model

from cms.places import scope

ACTIONS = ("add", "change", "delete", "choose")


def _knows(user, model, pks, policy=None) -> bool:
    """Say whether the person may know of everything with these pks: pages by their place, files by their collection."""
    if model is Page:
        known = Page.objects.filter(scope.visible(user, "path"))
    else:
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


def may_know(user, query, **pks) -> bool:
    return _knows(user, Page, [pks.get("page_id") or pks["page_to_move_id"]])


def may_see_use(user, query, media_id: int) -> bool:
    return _knows(user, get_media_model(), [media_id], media_policy())


def sees_everything(user, query, **kwargs) -> bool:
    return user.is_superuser


WALLS = {
    "wagtail_bulk_action": may_handle_together,
    "wagtailadmin_pages:move_confirm": may_know,
    "wagtailadmin_pages:workflow_action": may_know,
    "wagtailadmin_pages:collect_workflow_action_data": may_know,
    "wagtailadmin_pages:confirm_workflow_cancellation": may_know,
    "wagtailadmin_pages:workflow_preview": may_know,
    "wagtailmedia:media_usage": may_see_use,
    "wagtailadmin_reports:page_types_usage": sees_everything,  # it names the page of each kind that was changed last
    "wagtailadmin_reports:page_types_usage_results": sees_everything,
    **{  # nothing in the admin asks these, and they answer with every county's files
        f"wagtailadmin_api:{files}:{view}": sees_everything
        for files in ("images", "documents")
        for view in ("listing", "detail", "find")
    },
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
