"""The year's sheet of a speaker, a place or a county: month by month, then a line a session. No ranking of anybody."""

from dataclasses import dataclass

from cms.places import scope
from cms.places.models import PlacePage
from lectures.ledger.telling import Told, tell, year_of
from lectures.models import Session, SpeakerPage
from lectures.permissions import RECORDERS


@dataclass
class Month:
    """One month: how many took place, of how many the number is known, how many came to those."""

    number: int
    sessions: int = 0
    counted: int = 0
    people: int = 0

    def add(self, told: Told) -> None:
        self.sessions += 1
        if told.head_count is not None:
            self.counted += 1
            self.people += told.head_count


@dataclass(frozen=True)
class Year:
    """The year of somebody or somewhere."""

    title: str
    year: int
    lines: list[Told]

    @property
    def months(self) -> list[Month]:
        found = [Month(number) for number in range(1, 13)]
        for line in self.lines:
            found[line.day.month - 1].add(line)
        return found

    @property
    def total(self) -> Month:
        found = Month(0)
        for line in self.lines:
            found.add(line)
        return found


def of_speaker(user, pk: int, year: int) -> Year | None:
    """Return a speaker's year, of the sessions that the person may see; None when they may see none of theirs."""
    seen = Session.objects.for_user(user).filter(bookings__speaker=pk, bookings__live=True)
    speaker = SpeakerPage.objects.filter(bookings__session__in=seen.values("pk"), pk=pk).first()
    if speaker is None:
        return None
    return Year(speaker.title, year, list(tell(held(year_of(seen, year)))))


def of_place(user, pk: int, year: int) -> Year | None:
    """Return the year of a place and everything below it; None for a place where the person does not serve."""
    place = PlacePage.objects.filter(scope.visible(user, "path", roles=RECORDERS), pk=pk).first()
    if place is None:
        return None
    seen = Session.objects.for_user(user).filter(place__path__startswith=place.path)
    return Year(place.title, year, list(tell(held(year_of(seen, year)))))


def held(sessions):
    """Return those that took place by what is written down, never what was only planned."""
    return sessions.filter(state__in=("held", "recorded"))
