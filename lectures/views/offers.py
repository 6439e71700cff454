"""An offer's own page, opened by its secret address without signing in: 来, or 来不了."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from cms.core.refusals import Refused
from lectures import dispatch
from lectures.forms.answering import DeclineForm
from lectures.models import Offer, OfferState
from lectures.reading import Reading

RELATED = ("session__place", "session__course", "speaker", "session__request")
THANKS = "说好了，等您来讲。"
PITY = "知道了，谢谢您回话。我们另外找人。"


@never_cache
def offer(request, key: str):
    """Show what a speaker is asked for; take their answer."""
    sent = get_object_or_404(Offer.objects.select_related(*RELATED), key=key)
    form = DeclineForm()
    if request.method == "POST":
        form = answered(request, sent)
        if form is None:
            return redirect("lectures:offer", key)
        sent.refresh_from_db()
    context = {
        "page": Reading("请您去讲"),
        "offer": sent,
        "session": sent.session,
        "wish": getattr(sent.session, "request", None),
        "form": form,
        "waits": sent.state == OfferState.SENT,
        "words": "" if sent.state == OfferState.SENT else dispatch.TOO_LATE[sent.state],
    }
    response = render(request, "lectures/offers/offer.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def answered(request, sent: Offer) -> DeclineForm | None:
    """Take yes or no; return None when it is done, or the form that was refused, with what was said in it."""
    if request.POST.get("act") == "accept":
        try:
            dispatch.accept(offer=sent)
        except Refused as refusal:
            messages.error(request, refusal.reason)
            return DeclineForm()
        messages.success(request, THANKS)
        return None
    form = DeclineForm(request.POST)
    if form.take(dispatch.decline, offer=sent) is None:
        return form
    messages.success(request, PITY)
    return None
