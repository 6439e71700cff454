"""What the county's office keeps of its speakers: who signs in as them, how often they can come, what they learnt."""

from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from cms.accounts.models import User
from cms.audit import models as audit
from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import Membership, Role
from cms.places.permissions import may_manage
from cms.places.scope import Verdict
from lectures.models import Diary, SpeakerPage, Training
from lectures.models.diary import new_key
from lectures.permissions import SCHEDULERS, allow_scheduling


def for_user(user):
    """Return the speakers on the roster whom the person's office looks after: of their county, of the city."""
    return SpeakerPage.objects.live().filter(scope.visible(user, "path", roles=SCHEDULERS)).order_by("path")


def may_appoint(user, speaker) -> Verdict:
    """Say whether the person prints the letter and links the account: managers of the county, or the city."""
    return may_manage(user, speaker)


def accounts(user, speaker):
    """Return the accounts that the manager can link: 宣讲员 of their places who are nobody else's, and today's."""
    held = Membership.objects.current().filter(role=Role.LECTURER)
    if not user.is_superuser:
        held = held.filter(scope.below(scope.paths(user, Role.MANAGER), "place__path"))
    free = Q(pk__in=held.values("user"), is_active=True) & (Q(diary=None) | Q(diary__speaker=speaker))
    where = held.filter(user=OuterRef("pk")).order_by("place__path").values("place__title")[:1]
    found = User.objects.filter(free | Q(diary__speaker=speaker))
    return found.annotate(where=Subquery(where)).order_by("name", "pk")


@transaction.atomic
def link(*, speaker, account, user) -> Diary:
    """Say who signs in as this speaker, or nobody; a new person gets a new calendar address too."""
    verdict = may_appoint(user, speaker)
    if not verdict:
        raise Refused(verdict.reason)
    if account and not accounts(user, speaker).filter(pk=account.pk).exists():
        raise Refused(
            f"{account.name}的账号不能连到{speaker.title}。",
            account="要选当地的宣讲员，而且还没有连到别的宣讲师。",
        )
    diary = _diary(speaker)
    if diary.user_id and diary.user_id != (account and account.pk):
        diary.feed_key = new_key()
    diary.user = account
    try:
        with transaction.atomic():
            diary.save(update_fields=["user", "feed_key"])
    except IntegrityError as error:
        raise Refused(f"{account.name}的账号刚刚连到了别的宣讲师。", account="请换一个账号。") from error
    audit.write(user, "连宣讲师账号", speaker, speaker=speaker.pk, account=account.username if account else "")
    return diary


@transaction.atomic
def limit(*, speaker, monthly_limit: int | None, user) -> Diary:
    """Note how many sessions a month the speaker agreed to, or that nothing was said."""
    allow_scheduling(user, speaker.path)
    diary = _diary(speaker)
    diary.monthly_limit = monthly_limit
    diary.save(update_fields=["monthly_limit"])
    return diary


@transaction.atomic
def train(*, speaker, day, title: str, hours, organiser: str, user) -> Training:
    """Note a training that the speaker took part in."""
    allow_scheduling(user, speaker.path)
    if day > timezone.localdate():
        raise Refused("这一天还没有到。", day="培训过了再记。")
    if Training.objects.filter(speaker=speaker, day=day, title=title).exists():
        raise Refused("这次培训已经记过了。", title="同一天记过同样的一次。")
    return Training.objects.create(
        speaker=speaker, day=day, title=title, hours=hours, organiser=organiser, noted_by=user
    )


@transaction.atomic
def forget_training(*, training: Training, user) -> None:
    """Take away a training that was noted by mistake; what it said stays in the book of what was done."""
    training = Training.objects.select_for_update(of=("self",)).select_related("speaker").filter(pk=training.pk).first()
    if training is None:
        raise Refused("这一条已经划掉了。")
    allow_scheduling(user, training.speaker.path)
    said = {"day": training.day.isoformat(), "hours": str(training.hours), "organiser": training.organiser}
    audit.write(user, "划掉培训记录", training, speaker=training.speaker_id, title=training.title, **said)
    training.delete()


def diary_of(speaker) -> Diary:
    """Return what the desk keeps of a speaker; whoever has none yet gets one."""
    diary, _ = Diary.objects.select_related("speaker").get_or_create(speaker=speaker)
    return diary


def _diary(speaker) -> Diary:
    Diary.objects.get_or_create(speaker=speaker)
    return Diary.objects.select_for_update(of=("self",)).get(speaker=speaker)
