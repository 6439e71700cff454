"""The trail of a session: every verb leaves a row, and whoever follows sessions hears of it."""

from django.dispatch import Signal

from lectures.models import Session, SessionEvent

happened = Signal()  # session, kind: sent inside the verb's transaction


def note(session: Session, kind, user, before=None, after=None, words: str = "") -> SessionEvent:
    """Write down what happened; call it inside the verb. `user` is None where the system acted."""
    event = SessionEvent.objects.create(
        session=session,
        kind=kind,
        before=before or {},
        after=after or {},
        note=words.strip()[:200],
        actor=user,
        actor_name=user.name if user else "系统",
    )
    happened.send(Session, session=session, kind=kind)
    return event
