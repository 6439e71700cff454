"""点单 and 派单: what people ask for, and whom the county asks to come."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django_fsm import ConcurrentTransitionMixin, FSMField, transition

from cms.places import scope
from lectures.models.diary import Part, new_key
from lectures.permissions import SCHEDULERS


class RequestState(models.TextChoices):
    """Where a wish stands."""

    WAITING = "waiting", "等派单"
    OFFERED = "offered", "等宣讲师答复"
    AGREED = "agreed", "已排定"
    QUEUED = "queued", "排队等候"
    HELD = "held", "已经讲了"
    CLOSED = "closed", "没有办成"
    WITHDRAWN = "withdrawn", "已撤回"


OPEN = (RequestState.WAITING, RequestState.OFFERED, RequestState.QUEUED)


class LectureRequestQuerySet(models.QuerySet):
    """Wishes, by who may see and serve them."""

    def for_user(self, user):
        return self.filter(scope.visible(user, "place__path", roles=SCHEDULERS))


class LectureRequest(ConcurrentTransitionMixin, models.Model):
    """A wish for a lecture, from anybody: what, where, when. The secret key follows it, without an account."""

    course = models.ForeignKey(
        "lectures.CoursePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="requests",
        verbose_name="课程",
    )
    topic = models.CharField("想听什么", max_length=80)
    speaker = models.ForeignKey(
        "lectures.SpeakerPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="requests",
        verbose_name="想请谁",
    )
    place = models.ForeignKey(
        "places.PlacePage", on_delete=models.PROTECT, related_name="lecture_requests", verbose_name="在哪儿讲"
    )
    audience = models.ForeignKey(
        "lectures.Audience", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="讲给谁听"
    )
    dialect = models.ForeignKey(
        "lectures.Dialect",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="最好用什么话",
    )
    from_day = models.DateField("从哪天")
    to_day = models.DateField("到哪天")
    part = models.CharField("最好在", max_length=3, choices=Part, blank=True)
    head_count = models.PositiveSmallIntegerField("大概多少人", null=True, blank=True)
    note = models.CharField("还想说的", max_length=200, blank=True)
    contact = models.CharField("怎么联系您", max_length=60, blank=True)  # for the dispatcher only, wiped when over
    state = FSMField("状态", choices=RequestState.choices, default=RequestState.WAITING)
    answer = models.CharField("答复", max_length=200, blank=True)
    session = models.OneToOneField(
        "lectures.Session",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="request",
        verbose_name="场次",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="lecture_requests"
    )
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    due_at = models.DateTimeField("派单时限", null=True, editable=False)
    created_at = models.DateTimeField("提出时间", auto_now_add=True)

    objects = LectureRequestQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="request_state_due")]
        constraints = [
            models.CheckConstraint(condition=Q(to_day__gte=models.F("from_day")), name="request_days_run_forward")
        ]
        verbose_name = "点单"
        verbose_name_plural = "点单"

    def __str__(self):
        return self.topic

    @transition(state, source=[RequestState.WAITING, RequestState.QUEUED], target=RequestState.OFFERED)
    def _offer(self):
        """派单."""

    @transition(state, source=[RequestState.OFFERED, RequestState.AGREED], target=RequestState.WAITING)
    def _reopen(self):
        """重新派."""

    @transition(state, source=[RequestState.WAITING, RequestState.OFFERED], target=RequestState.AGREED)
    def _agree(self):
        """接单."""

    @transition(state, source=[RequestState.WAITING, RequestState.OFFERED], target=RequestState.QUEUED)
    def _queue(self):
        """排队."""

    @transition(
        state, source=[RequestState.WAITING, RequestState.OFFERED, RequestState.AGREED], target=RequestState.HELD
    )
    def _hold(self):
        """讲完."""

    @transition(
        state, source=[RequestState.WAITING, RequestState.QUEUED, RequestState.OFFERED], target=RequestState.CLOSED
    )
    def _close(self):
        """办不了."""

    @transition(
        state, source=[RequestState.WAITING, RequestState.QUEUED, RequestState.OFFERED], target=RequestState.WITHDRAWN
    )
    def _withdraw(self):
        """撤回."""


class OfferState(models.TextChoices):
    """What became of asking one speaker."""

    SENT = "sent", "等答复"
    ACCEPTED = "accepted", "来"
    DECLINED = "declined", "来不了"
    EXPIRED = "expired", "没有答复"
    RECALLED = "recalled", "收回了"


class OfferQuerySet(models.QuerySet):
    """Offers, by who may take them back."""

    def for_user(self, user):
        return self.filter(scope.visible(user, "session__place__path", roles=SCHEDULERS))


class Offer(ConcurrentTransitionMixin, models.Model):
    """One speaker asked to come to one session; their hours are kept, or, in an open call, the first to accept wins."""

    session = models.ForeignKey("lectures.Session", on_delete=models.CASCADE, related_name="offers")
    speaker = models.ForeignKey(
        "lectures.SpeakerPage", on_delete=models.CASCADE, related_name="offers", verbose_name="宣讲师"
    )
    open_call = models.BooleanField("抢单", default=False)
    state = FSMField("状态", choices=OfferState.choices, default=OfferState.SENT)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    due_at = models.DateTimeField("答复时限")
    reason = models.CharField("为什么来不了", max_length=100, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="派单人",
    )
    sent_at = models.DateTimeField("派单时间", auto_now_add=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at", "pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="offer_state_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "speaker"], condition=Q(state="sent"), name="one_open_offer_a_session_a_speaker"
            ),
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(state="sent", open_call=False),
                name="one_speaker_asked_at_a_time",
            ),
        ]
        verbose_name = "派单"
        verbose_name_plural = "派单"

    def __str__(self):
        return f"{self.speaker}：{self.session}"

    @transition(state, source=OfferState.SENT, target=OfferState.ACCEPTED)
    def _accept(self):
        """来."""

    @transition(state, source=OfferState.SENT, target=OfferState.DECLINED)
    def _decline(self):
        """来不了."""

    @transition(state, source=OfferState.SENT, target=OfferState.EXPIRED)
    def _expire(self):
        """没有答复."""

    @transition(state, source=OfferState.SENT, target=OfferState.RECALLED)
    def _recall(self):
        """收回."""


class TopicWish(models.Model):
    """我想听: a topic that somebody would like to hear about; alike ones are merged into one."""

    words = models.CharField("想听什么", max_length=80)
    place = models.ForeignKey(
        "places.PlacePage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="哪里"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged", verbose_name="并入"
    )
    course = models.ForeignKey(
        "lectures.CoursePage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="有课了"
    )
    hidden = models.BooleanField("不采用", default=False)
    created_at = models.DateTimeField("提出时间", auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = "我想听"
        verbose_name_plural = "我想听"

    def __str__(self):
        return self.words
