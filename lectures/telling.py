"""Who hears of what in lectures: exactly the people concerned."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.notices.telling import tell
from cms.places import scope
from cms.places.models import Membership, Role
from lectures.clashes import clock
from lectures.models import LectureRequest, Offer, Session


def dispatchers(path: str):
    """Return who dispatches for a place: its county's dispatchers, or its managers where there is none."""
    above = [path[:end] for end in range(scope.COUNTY_DEPTH * Page.steplen, len(path) + 1, Page.steplen)]
    held = Membership.objects.current().filter(place__path__in=above)
    people = get_user_model().objects.filter(is_active=True)
    found = people.filter(pk__in=held.filter(role=Role.DISPATCHER).values("user"))
    return found if found.exists() else people.filter(pk__in=held.filter(role=Role.MANAGER).values("user"))


def account(speaker) -> list:
    """Return the speaker's account, if they have one."""
    diary = getattr(speaker, "diary", None)
    return [diary.user] if diary and diary.user and diary.user.is_active else []


def asked(request: LectureRequest) -> None:
    """Tell the dispatchers that somebody asks for a lecture."""
    tell(
        dispatchers(request.place.path),
        title=f"{request.place.title}点了一单：《{request.topic}》",
        url=reverse("lectures_desk:request", args=[request.pk]),
        key=f"request-{request.pk}",
    )


def offered(offer: Offer) -> None:
    """Ask the speaker."""
    tell(
        account(offer.speaker),
        title=f"请您去讲：{when(offer.session)}，{offer.session.place.title}",
        body=f"《{offer.session.topic}》。请在 {clock(offer.due_at)} 前答复。",
        url=reverse("lectures:offer", args=[offer.key]),
        key=f"offer-{offer.pk}",
    )


def recalled(offer: Offer) -> None:
    """Tell the speaker that the place is taken, or not needed any more."""
    tell(
        account(offer.speaker),
        title=f"这一场不用去了：{when(offer.session)}，{offer.session.place.title}",
        key=f"offer-{offer.pk}-recalled",
    )


def answered(offer: Offer) -> None:
    """Tell the dispatchers what the speaker said, and who asked that somebody comes."""
    session, said = offer.session, offer.get_state_display()
    people = {offer.sent_by, *dispatchers(session.place.path)} - {None}
    tell(
        people,
        title=f"{offer.speaker.title}：{said}（{when(session)}，{session.place.title}）",
        body=offer.reason,
        url=reverse("lectures_desk:session", args=[session.pk]),
        key=f"offer-{offer.pk}-{offer.state}",
    )


def moved(session: Session, speakers, reason: str, but) -> None:
    """Tell those who speak at a session that it has another time or place."""
    title = f"改期了：《{session.topic}》，{when(session)}，{session.place.title}"
    _tell_speakers(session, speakers, title, reason, but)


def called_off(session: Session, speakers, reason: str, but) -> None:
    """Tell those who were to speak that the session does not take place."""
    title = f"取消了：《{session.topic}》，{when(session)}，{session.place.title}"
    _tell_speakers(session, speakers, title, reason, but)


def settled(request: LectureRequest, title: str) -> None:
    """Tell who asked, if they have an account, what became of their wish; it may come to the same more than once."""
    if request.user:
        url = reverse("lectures:request", args=[request.key])
        key = f"request-{request.pk}-{request.state}-{timezone.now():%Y%m%d%H%M%S}"
        tell([request.user], title=title, body=request.answer, url=url, key=key)


def _tell_speakers(session: Session, speakers, title: str, body: str, but) -> None:
    people = [person for speaker in speakers for person in account(speaker) if person != but]
    url = reverse("lectures_desk:mine")
    tell(people, title=title, body=body, url=url, key=f"session-{session.pk}-{session.sequence}")


def when(session: Session) -> str:
    return clock(session.starts_at)
