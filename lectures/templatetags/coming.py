"""What the pages of courses and speakers ask for: the next sessions, and the teams."""

from django import template

from lectures import teams
from lectures.models import Booking
from lectures.public_rows import coming, rows_of, spoken

register = template.Library()
NEXT, IN_A_PANEL = 5, 3


@register.simple_tag
def next_of_course(course) -> list:
    """Return where a course is given next, for everybody to come to."""
    return rows_of(coming().filter(course=course)[:IN_A_PANEL])


@register.simple_tag
def next_of_speaker(speaker) -> list:
    """Return where a speaker speaks next; who else does goes without saying."""
    theirs = spoken(Booking.objects.filter(speaker=speaker)).order_by().values("session")
    return rows_of(coming().filter(pk__in=theirs)[:NEXT], speakers=False)


@register.simple_tag
def teams_of(index) -> list[tuple[str, str]]:
    """Return the teams of a section of speakers, with their addresses."""
    return teams.of_section(index)


@register.filter
def team_address(name: str) -> str:
    """Return the address of a team's page."""
    return teams.addresses().get(name, "")
