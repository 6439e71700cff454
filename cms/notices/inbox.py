"""Reading one's own notices."""

from django.utils import timezone

from cms.notices.models import Notice


def notices_for(user):
    """Return the person's notices, newest first."""
    return Notice.objects.filter(user=user)


def unread_count(user) -> int:
    """Return how many notices the person has not read; asked once per user object, that is once a request."""
    if not hasattr(user, "_unread_notices"):
        user._unread_notices = notices_for(user).filter(read_at__isnull=True).count()
    return user._unread_notices


def mark_read(*, user, notice: Notice | None = None) -> int:
    """Mark one notice read, or all of them; return how many were unread."""
    notices = notices_for(user).filter(read_at__isnull=True)
    if notice is not None:
        notices = notices.filter(pk=notice.pk)
    user.__dict__.pop("_unread_notices", None)
    return notices.update(read_at=timezone.now())
