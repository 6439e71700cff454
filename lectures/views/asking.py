"""点单, for anybody: asking for a lecture, and following what becomes of it by its secret address."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from cms.core.refusals import Refused
from lectures import dispatch, finding_places, progress
from lectures.forms.asking import AskForm
from lectures.limits import ASKING
from lectures.models import CoursePage, LectureRequest
from lectures.reading import Reading

PAGE = Reading("请人来讲", "想听什么、在哪里、什么时候，写三样就行。不用注册，不要钱。")


@never_cache
def ask(request):
    """Ask for a lecture: three things, no account."""
    if request.method != "POST":
        return _show(request, AskForm(initial=_prefilled(request.GET)))
    form = AskForm(request.POST)
    asked = form.take(lambda **said: _ask(request, **said))
    if asked is None:
        return _show(request, form)
    messages.success(request, "收到了。请把这一页存下来，随时回来看办到哪一步。")
    return redirect("lectures:request", asked.key)


def _ask(request, **said) -> LectureRequest:
    ASKING.take(request)
    return dispatch.request(user=request.user if request.user.is_authenticated else None, **said)


@never_cache
def track(request, key: str):
    """Show who asked how far it is; they may take it back."""
    asked = get_object_or_404(LectureRequest.objects.select_related("place", "session__place", "speaker"), key=key)
    if request.method == "POST":
        try:
            dispatch.withdraw(request=asked)
        except Refused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, "撤回来了。想听的时候再来点。")
        return redirect("lectures:request", key)
    context = {"page": Reading("您点的单"), "asked": asked, "progress": progress.of(asked)}
    response = render(request, "lectures/asking/track.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _show(request, form: AskForm):
    return render(request, "lectures/asking/ask.html", {"page": PAGE, "form": form})


def _prefilled(query) -> dict:
    """Take a course, a speaker and a place from the address; what is not there is left empty."""
    said = {"course": query.get("course"), "speaker": query.get("speaker")}
    said = {name: value for name, value in said.items() if value and value.isdecimal() and len(value) < 10}  # noqa: PLR2004
    if "course" in said:
        said["topic"] = (
            CoursePage.objects.live().filter(pk=said["course"]).values_list("title", flat=True).first() or ""
        )
    if found := finding_places.of_pk(query.get("place", "")):
        said |= {"place": found.place.pk, "where": found.place.title}
    return said
