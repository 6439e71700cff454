"""The invariants of scheduling, for `manage.py doctor`."""

from collections.abc import Iterator

from django.db import connection

from cms.audit.doctor import check
from cms.core import no_overlap
from lectures.models import Booking, Session, SessionState


@check("没有一位宣讲师、一个地点同时有两场")
def never_twice() -> Iterator[str]:
    for model, constraint in no_overlap.guarded():
        with connection.cursor() as cursor:
            cursor.execute(constraint.count_sql(model))
            (pairs,) = cursor.fetchone()
        if pairs:
            yield f"{model._meta.verbose_name}里有 {pairs} 对时间重叠。"


@check("防止重复排期的约束都在数据库里")
def guards_are_there() -> Iterator[str]:
    for name in no_overlap.missing():
        yield f"缺少 {name}，请运行 manage.py migrate。"


@check("排期和场次的时间一致，取消的场次不占时间")
def bookings_follow_sessions() -> Iterator[str]:
    for booking in Booking.objects.filter(live=True).select_related("session", "speaker").iterator():
        session = booking.session
        if session.state == SessionState.CANCELLED:
            yield f"{booking.speaker}：《{session}》取消了，时间还占着。"
        elif (booking.starts_at, booking.ends_at) != (session.starts_at, session.ends_at):
            yield f"{booking.speaker}：《{session}》的时间和排期不一致。"


@check("已排定的场次都有宣讲师")
def confirmed_has_speakers() -> Iterator[str]:
    bare = Session.objects.filter(state=SessionState.CONFIRMED).exclude(bookings__live=True)
    for session in bare.select_related("place"):
        yield f"{session.place.title}的《{session}》已排定，却没有宣讲师。"
