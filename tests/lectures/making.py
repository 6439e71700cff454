"""Speakers and sessions, made through the verbs as people make them."""

import datetime as dt

from django.utils import timezone

from cms.places.founding import index_of
from cms.places.models import Role
from lectures import availability, scheduling
from lectures.availability import Said
from lectures.models import Diary, Part, Session, SpeakerIndexPage, SpeakerPage
from tests import factories

NOW = dt.datetime(2026, 11, 24, 0, tzinfo=dt.UTC)  # what the clock shows when a test begins: a Tuesday, eight here
DAY = dt.date(2027, 3, 15)  # a Monday that lies ahead of it


def speaker(city, name: str = "林秀珍", county=None, user=None, **fields) -> SpeakerPage:
    """Make a speaker of a county, on the public roster, with a diary."""
    index = index_of(county or city.yanxi, SpeakerIndexPage)
    page = index.add_child(instance=SpeakerPage(title=name, place=county or city.yanxi, **fields))
    Diary.objects.create(speaker=page, user=user)
    return page


def dispatcher(city, place=None):
    """Return a person who schedules for 延溪区 (or another place)."""
    return factories.person(f"{(place or city.yanxi).title}派单员", place or city.yanxi, Role.DISPATCHER)


def put(place, latitude: float, longitude: float) -> None:
    """Give a place its coordinates."""
    type(place).objects.filter(pk=place.pk).update(latitude=latitude, longitude=longitude)
    place.refresh_from_db()


def at(clock: str, day: dt.date = DAY) -> dt.datetime:
    """Return that time of day, e.g. `at("9:30")`."""
    hours, minutes = clock.split(":")
    return timezone.make_aware(dt.datetime.combine(day, dt.time(int(hours), int(minutes))))


HOURS = {Part.MORNING: ("9:00", "10:00"), Part.AFTERNOON: ("14:00", "15:00"), Part.EVENING: ("19:00", "20:00")}


def said_of(speaker, day: dt.date, part: Part) -> Said:
    """Return what the speaker said of an hour within that part of the day."""
    start, end = (at(clock, day) for clock in HOURS[part])
    return availability.of_everybody(start, end).get(speaker.pk, Said.UNKNOWN)


def session(place, user, start: str = "9:00", end: str = "10:00", day: dt.date = DAY, **details) -> Session:
    """Book a session."""
    details.setdefault("topic", "搬条凳子来听课")
    return scheduling.book(place=place, starts_at=at(start, day), ends_at=at(end, day), user=user, **details)
