"""A refusal in /admin/ is a message, not an error page: Wagtail's views call our verbs and do not know `Refused`."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from cms.core.refusals import Refused


class RefusalMiddleware:
    """Shows why a verb said no, on the page the person came from."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        admin = reverse("wagtailadmin_home")
        if not isinstance(exception, Refused) or not request.path.startswith(admin):
            return None
        messages.error(request, exception.reason)
        back = _came_from(request) or admin
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": back})  # what Wagtail's modal understands
        return redirect(back)


def _came_from(request) -> str:
    """Return the page of this site that led here, unless it is the very address that refused."""
    referer = request.headers.get("referer", "")
    here = request.build_absolute_uri()
    if referer == here or not url_has_allowed_host_and_scheme(referer, {request.get_host()}, request.is_secure()):
        return ""
    return referer
