"""The trail of a session: every verb leaves a row."""

from lectures.models import Session, SessionEvent


def note(session: Session, kind, user, before=None, after=None, words: str = "") -> SessionEvent:
    """Write down what happened; call it inside the verb. `user` is None where the system acted."""
    return SessionEvent.objects.create(
        session=session,
        kind=kind,
        before=before or {},
        after=after or {},
        note=words.strip()[:200],
        actor=user,
        actor_name=user.name if user else "系统",
    )
