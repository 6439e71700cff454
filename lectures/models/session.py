"""A lecture that takes place: what, where, when, by whom."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django_fsm import ConcurrentTransitionMixin, FSMField, transition

from cms.core.no_overlap import NoOverlap
from cms.places import scope
from lectures.permissions import RECORDERS


class SessionState(models.TextChoices):
    """Where a session stands."""

    PLANNED = "planned", "待确认"
    CONFIRMED = "confirmed", "已排定"
    HELD = "held", "讲完待记"
    RECORDED = "recorded", "已记录"
    CANCELLED = "cancelled", "已取消"


COMING = (SessionState.PLANNED, SessionState.CONFIRMED)


class SessionQuerySet(models.QuerySet):
    """Sessions, by time and by who may see them."""

    def for_user(self, user):
        """Return what the person's offices cover, and the sessions they speak at."""
        own = Q(pk__in=Booking.objects.filter(speaker__diary__user=user, live=True).values("session"))
        return self.filter(scope.visible(user, "place__path", roles=RECORDERS) | own)

    def between(self, start, end):
        """Return the sessions that begin within [start, end)."""
        return self.filter(starts_at__gte=start, starts_at__lt=end)

    def public(self):
        """Return what calendars show to everybody: what was once agreed and is open to all.

        One that waits for a substitute (planned again) and one that was called off are shown as such.
        """
        return self.filter(open_to_public=True, announced=True)


class Session(ConcurrentTransitionMixin, models.Model):
    """One lecture at one place; only `lectures.scheduling` writes its time, place, speakers and state."""

    place = models.ForeignKey(
        "places.PlacePage", on_delete=models.PROTECT, related_name="lecture_sessions", verbose_name="地点"
    )
    venue = models.CharField("具体在哪儿", max_length=60, blank=True, help_text="例如：古厝天井、村委会二楼。")
    course = models.ForeignKey(
        "lectures.CoursePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="lecture_sessions",
        verbose_name="课程",
    )
    topic = models.CharField("讲什么", max_length=80)
    theme = models.ForeignKey(
        "lectures.LectureTheme", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="主题"
    )
    form = models.ForeignKey(
        "lectures.LectureForm", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="形式"
    )
    audience = models.ForeignKey(
        "lectures.Audience", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="讲给谁听"
    )
    dialects = models.ManyToManyField("lectures.Dialect", blank=True, related_name="+", verbose_name="用什么话讲")
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")
    capacity = models.PositiveSmallIntegerField("坐得下多少人", null=True, blank=True)
    open_to_public = models.BooleanField("谁都可以来听", default=True)
    speakers = models.ManyToManyField(
        "lectures.SpeakerPage", through="lectures.Booking", related_name="lecture_sessions", verbose_name="宣讲师"
    )
    series = models.ForeignKey(
        "lectures.Series",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sessions",
        verbose_name="系列安排",
    )
    state = FSMField("状态", choices=SessionState.choices, default=SessionState.PLANNED)
    takes_place = models.BooleanField("占用场地", default=True, editable=False)
    announced = models.BooleanField("上过日历", default=False, editable=False)  # cancelled unannounced: nobody reads it
    cancelled_at = models.DateTimeField("取消时间", null=True, editable=False)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # in calendars, for ever
    code = models.CharField("场次码", max_length=8, unique=True, editable=False)
    sequence = models.PositiveIntegerField("改过几次", default=0, editable=False)  # RFC 5545 SEQUENCE
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["starts_at"], name="session_starts"),
            models.Index(fields=["place", "starts_at"], name="session_place_starts"),
            models.Index(fields=["state", "starts_at"], name="session_state_starts"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(takes_place=True) & ~Q(state="cancelled") | Q(takes_place=False, state="cancelled"),
                name="session_takes_place_unless_cancelled",
            ),
            NoOverlap(
                name="place_never_booked_twice",
                key="place",
                start="starts_at",
                end="ends_at",
                live="takes_place",
                violation_error_message="这个地点在这段时间已经有一场了。",
            ),
        ]
        verbose_name = "场次"
        verbose_name_plural = "场次"

    def __str__(self):
        return self.topic

    @property
    def scope_path(self) -> str:
        """The tree path of who may see and schedule this."""
        return self.place.path

    @transition(state, source=SessionState.PLANNED, target=SessionState.CONFIRMED)
    def _confirm(self):
        """定下."""

    @transition(state, source=SessionState.CONFIRMED, target=SessionState.PLANNED)
    def _reopen(self):
        """重新找人."""

    @transition(state, source=[SessionState.PLANNED, SessionState.CONFIRMED], target=SessionState.HELD)
    def _hold(self):
        """讲完."""

    @transition(state, source=SessionState.HELD, target=SessionState.RECORDED)
    def _record(self):
        """记录."""

    @transition(state, source=[SessionState.PLANNED, SessionState.CONFIRMED], target=SessionState.CANCELLED)
    def _cancel(self):
        """取消."""
        self.takes_place = False


class Booking(models.Model):
    """A speaker's hours for one session, with the way to the next: `busy_until` is when they can be there."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="bookings")
    speaker = models.ForeignKey(
        "lectures.SpeakerPage", on_delete=models.PROTECT, related_name="bookings", verbose_name="宣讲师"
    )
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")
    busy_until = models.DateTimeField("到下一处")
    live = models.BooleanField("占用时间", default=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["speaker", "starts_at"], name="booking_speaker_starts")]
        constraints = [
            models.UniqueConstraint(fields=["session", "speaker"], name="one_booking_a_session_a_speaker"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")) & Q(busy_until__gte=F("ends_at")), name="booking_runs_forward"
            ),
            NoOverlap(
                name="speaker_never_booked_twice",
                key="speaker",
                start="starts_at",
                end="busy_until",
                live="live",
                violation_error_message="这位宣讲师在这段时间已经有一场了。",
            ),
        ]
        verbose_name = "排期"
        verbose_name_plural = "排期"

    def __str__(self):
        return f"{self.speaker} {self.starts_at:%Y-%m-%d %H:%M}"


class SessionEvent(models.Model):
    """What happened to a session, when, by whom; never changed, never removed."""

    class Kind(models.TextChoices):
        BOOKED = "booked", "排定"
        ASSIGNED = "assigned", "派了人"
        RELEASED = "released", "退出"
        CONFIRMED = "confirmed", "确认"
        MOVED = "moved", "改期"
        CHANGED = "changed", "改了内容"
        CANCELLED = "cancelled", "取消"
        HELD = "held", "讲完"
        RECORDED = "recorded", "记录"
        AMENDED = "amended", "更正记录"
        ASKED = "asked", "想换时间"
        STAYS = "stays", "时间不改"

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField("什么事", max_length=10, choices=Kind)
    before = models.JSONField("之前", default=dict, blank=True)  # {"starts_at": …, "place": …}: what changed
    after = models.JSONField("之后", default=dict, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_name = models.CharField("谁", max_length=40, blank=True)
    at = models.DateTimeField("时间", auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "场次记事"
        verbose_name_plural = "场次记事"

    def __str__(self):
        return f"{self.session} {self.get_kind_display()}"
