"""Photos that a phone sends one by one."""

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from brands import photos
from brands.forms import Writing
from brands.permissions import cases_for
from cms.core.refusals import Refused


@require_POST
@login_required
def add(request, pk: int):
    """Take one photo in and answer with its part of the screen, or with a sentence why not."""
    page = get_object_or_404(cases_for(request.user), pk=pk)
    file = request.FILES.get("photo")
    if file is None:
        return JsonResponse({"refused": "没有收到照片，请再选一次。"}, status=400)
    try:
        block_id = photos.add_photo(page=page, user=request.user, file=file)
    except Refused as refusal:
        return JsonResponse({"refused": refusal.reason}, status=409)
    page = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    writing = Writing(user=request.user, page=page)
    photo = next(photo for photo in writing.photos if photo.key.endswith(block_id))
    html = render_to_string("brands/desk/photo.html", {"photo": photo, "writing": writing, "page": page}, request)
    return JsonResponse({"html": html, "key": photo.key, "mark": writing.marks[photo.key]})
