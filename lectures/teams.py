"""Teams of speakers, as the public meets them: who belongs to one, what they teach, where they speak next."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from cms.pages import page_cache
from cms.pages.cards import Card, cards_of
from cms.pages.links import Group, Link, linked
from lectures.models import Booking, CoursePage, SpeakerPage, SpeakerTeam
from lectures.public_rows import Row, coming, rows_of, spoken

NEXT, COURSES = 8, 24


def members(team: SpeakerTeam) -> QuerySet[SpeakerPage]:
    """Return the published speakers of a team, in the order of the tree: nobody stands before another."""
    return SpeakerPage.objects.live().public().filter(teams=team).order_by("path")


def cards(team: SpeakerTeam) -> list[Card]:
    return cards_of(members(team))


def courses(team: SpeakerTeam) -> list[Link]:
    """Return what its people teach, each course once."""
    taught = CoursePage.objects.live().public().filter(speakers__in=members(team)).order_by().distinct()
    pages = CoursePage.objects.filter(pk__in=taught.values("pk")).order_by("-pk")
    return linked(courses=Group(pages, limit=COURSES))["courses"]


def sessions(team: SpeakerTeam) -> list[Row]:
    """Return where one of its people speaks next."""
    theirs = spoken(Booking.objects.filter(speaker__in=members(team))).order_by().values("session")
    return rows_of(coming().filter(pk__in=theirs)[:NEXT])


def addresses() -> dict[str, str]:
    """Return the address of every team that has a published speaker, by its name; kept until the site changes."""
    return page_cache.kept("lectures:teams", lambda: {name: address(pk) for pk, name in _of(SpeakerPage.objects)})


def of_section(index) -> list[tuple[str, str]]:
    """Return (name, address) of each team with a published speaker in this section's part of the city."""
    below = SpeakerPage.objects.descendant_of(index.get_parent())
    return page_cache.kept(f"lectures:teams:{index.pk}", lambda: [(name, address(pk)) for pk, name in _of(below)])


def address(pk: int) -> str:
    return reverse("lectures:team", args=[pk])


class LecturesSitemap(Sitemap):
    """The lectures' public addresses that are no pages of the tree."""

    def __init__(self, request):
        self.protocol = request.scheme

    def items(self) -> list[str]:
        fixed = [reverse(f"lectures:{name}") for name in ("calendar", "menu")]
        return fixed + sorted(addresses().values())

    def location(self, item: str) -> str:
        return item


def _of(speakers) -> list[tuple[int, str]]:
    shown = Count("speakers", filter=Q(speakers__in=speakers.live().public()))
    return list(SpeakerTeam.objects.annotate(shown=shown).filter(shown__gt=0).values_list("pk", "name"))
