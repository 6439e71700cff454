"""The inbox of the desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.notices import inbox as reading

A_PAGE = 30


@never_cache
@login_required
def inbox(request):
    """List one's own notices, newest first."""
    page = Paginator(reading.notices_for(request.user), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/inbox.html", {"page": page, "unread": reading.unread_count(request.user)})


@require_POST
@login_required
def open_notice(request, pk: int):
    """Mark one notice read and go where it points."""
    notice = get_object_or_404(reading.notices_for(request.user), pk=pk)
    reading.mark_read(user=request.user, notice=notice)
    return redirect(notice.url or "notices:inbox")


@require_POST
@login_required
def read_all(request):
    """Mark everything read."""
    count = reading.mark_read(user=request.user)
    messages.success(request, f"{count} 条都看过了。" if count else "没有没看过的消息。")
    return redirect("notices:inbox")
