"""Who steps in at a session whose speaker dropped out."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from lectures import candidates, dispatch, wanted
from lectures.forms.dispatch import OneSpeaker, SeveralSpeakers
from lectures.models import Offer, OfferState, SessionState

FEW, TOP = 12, 3  # shown at first; ticked at first
STEPS = {
    "one": (OneSpeaker, dispatch.substitute, "派出去了，等宣讲师答复。"),
    "open": (SeveralSpeakers, dispatch.open_substitution, "一起问了，谁先答应谁来。"),
}


@never_cache
@login_required
def substitute(request, pk: int):
    """Show who could step in, the three most fitting ticked; ask one, or all that are ticked."""
    session = get_object_or_404(wanted.sessions(request.user).select_related("place", "course"), pk=pk)
    form = None
    if request.method == "POST":
        form_class, verb, done = STEPS["one" if "speaker" in request.POST else "open"]
        form = form_class(request.POST)
        if form.take(partial(verb, session=session), user=request.user):
            messages.success(request, done)
            return redirect("lectures_desk:substitute", pk)
        session.refresh_from_db()
    waiting = Offer.objects.filter(session=session, state=OfferState.SENT).select_related("speaker")
    context = {"session": session, "waiting": waiting, "refused": form, "booked": _booked(session)}
    if session.state == SessionState.PLANNED and not waiting and not context["booked"]:
        context |= _choice(request, session, form)
    return render(request, "lectures/dispatch/substitute.html", context)


def _booked(session) -> list:
    return [booking.speaker for booking in session.bookings.filter(live=True).select_related("speaker")]


def _choice(request, session, form) -> dict:
    found = candidates.for_session(session)
    most = None if request.GET.get("all") == "1" else FEW
    ticked = set(form.data.getlist("speakers")) if form else {str(one.row.pk) for one in found.able[:TOP]}
    return {
        "choosing": True, "able": found.able[:most], "unable": found.unable[:most], "ticked": ticked,
        "more": most is not None and max(len(found.able), len(found.unable)) > most,
        "able_count": len(found.able), "unable_count": len(found.unable),
    }  # fmt: skip
