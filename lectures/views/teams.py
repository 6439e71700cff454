"""A team of speakers, for everybody."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from lectures import teams
from lectures.models import SpeakerTeam
from lectures.reading import Reading


@require_safe
def team(request, pk: int):
    """Show who belongs to a team, what they teach and where they speak next; none that has nobody to show."""
    one = get_object_or_404(SpeakerTeam, pk=pk)
    cards = teams.cards(one)
    if not cards:
        raise Http404
    context = {
        "page": Reading(one.name, one.about or f"{one.name}的宣讲师、能讲的课，接下来在哪里讲。", "speakers"),
        "team": one,
        "cards": cards,
        "courses": teams.courses(one),
        "sessions": teams.sessions(one),
    }
    return render(request, "lectures/team.html", context)
