"""What is written, chosen and sent up for one nomination alone, while its county prepares it."""

from django.db import transaction
from django.utils import timezone

from brands.nominations import entry, guards, papers, permissions
from brands.nominations.entry import Entry
from brands.nominations.gaps import seen
from brands.nominations.journal import record
from brands.nominations.locks import hold
from brands.nominations.material.choices import Condition, Source
from brands.nominations.material.rules import (
    Column,
    EligibilityRule,
    FileRule,
    FormRule,
    ImageRule,
    Rule,
    TableRule,
    TextRule,
    VideoRule,
)
from brands.nominations.models import Action, Attachment, Nomination
from cms.core.refusals import Refused
from cms.places.models import PlaceAccess
from media.models import Video

GONE = "通知里没有这一项了，请刷新后再办。"


def questions(asked: Entry) -> list[tuple[str, str, Rule]]:
    """Return what has to be written for this nomination alone: [(key, label, rule)], in the notice's order."""
    found: list[tuple[str, str, Rule]] = []
    for rule in asked.rules:
        if isinstance(rule, TextRule) and rule.source == Source.OWN:
            found.append((rule.key, rule.name, rule))
        elif isinstance(rule, TextRule) and rule.source == Source.BODY:
            found += [(one.key, f"{rule.name}：{one.heading}", rule) for one in rule.sections if one.part == Source.OWN]
        elif isinstance(rule, FormRule):
            found += [(cell.key, cell.label, rule) for cell in rule.cells if cell.source == Source.OWN]
        elif isinstance(rule, TableRule):
            found += [(one.key, one.label, rule) for one in rule.columns if _typed_here(asked, one)]
        elif isinstance(rule, EligibilityRule) and rule.kind == Condition.TEAM:
            found.append((rule.key, "队伍有几人", rule))
    return found


def _typed_here(asked: Entry, column: Column) -> bool:
    return column.source == Source.OWN and asked.key_of(column) == column.key


def statements(asked: Entry) -> list[tuple[str, str, Rule]]:
    """Return what somebody has to look at and tick: [(key, words, rule)]."""
    found = []
    for rule in asked.rules:
        if isinstance(rule, ImageRule | VideoRule) and rule.must_show:
            found.append((seen.key_of(rule), rule.must_show, rule))
        elif isinstance(rule, EligibilityRule) and rule.kind == Condition.STATEMENT:
            found.append((seen.key_of(rule), rule.words, rule))
    return found


def carried(nomination: Nomination) -> dict[str, str]:
    """Return what was written for the same case before: next year's call keeps the keys of this year's."""
    others = nomination.case.nominations.exclude(pk=nomination.pk).exclude(answers=None).order_by("pk")
    return {key: words for answers in others.values_list("answers", flat=True) for key, words in answers.items()}


@transaction.atomic
def fill(*, nomination: Nomination, user, answers: dict[str, str]) -> Nomination:
    """Keep what was written and ticked; keys that the call does not ask for are refused."""
    nomination = _held(nomination, user)
    asked = entry.of(nomination, live=True)
    known = {key for key, *_ in (*questions(asked), *statements(asked))}
    if answers.keys() - known:
        raise Refused(GONE)
    nomination.answers = (nomination.answers or {}) | {key: words.strip() for key, words in answers.items()}
    nomination.save(update_fields=["answers"])
    record(nomination, Action.AMEND, user, "填了材料")
    return nomination


@transaction.atomic
def choose_photos(*, nomination: Nomination, user, rule: str, images: list[int]) -> Nomination:
    """Keep which of the case's photos go up for a rule, in the case's order; none chosen means all of them."""
    nomination = _held(nomination, user)
    asked = entry.of(nomination, live=True)
    _rule(asked, rule, ImageRule)
    there = dict.fromkeys(one.image.pk for one in asked.photos)
    if set(images) - set(there):
        raise Refused("选的照片里有的不在案例里了，请刷新后再选。")
    _replace(nomination, user, rule, [{"image_id": pk} for pk in there if pk in set(images)])
    record(nomination, Action.AMEND, user, f"选了 {len(images)} 张照片")
    return nomination


@transaction.atomic
def choose_film(*, nomination: Nomination, user, rule: str, video: Video | None) -> Nomination:
    """Keep which film goes up for a rule; None takes it out again."""
    nomination = _held(nomination, user)
    _rule(entry.of(nomination, live=True), rule, VideoRule)
    if video and not films(nomination).filter(pk=video.pk).exists():
        raise Refused("只能选本县的视频。", video="请重新选。")
    _replace(nomination, user, rule, [{"video": video}] if video else [])
    record(nomination, Action.AMEND, user, f"选了视频“{video.title}”" if video else "不用视频了")
    return nomination


def films(nomination: Nomination):
    """Return the films in the library of the nomination's county, newest first."""
    access = PlaceAccess.objects.filter(place=nomination.place_id).first()
    if access is None:
        return Video.objects.none()
    return Video.objects.filter(collection__path__startswith=access.collection.path).order_by("-created_at")


def add_paper(*, nomination: Nomination, user, rule: str, paper) -> Attachment:
    """Keep one paper for a rule; looked at by its content, not by its name."""
    kept = papers.read(paper, nomination)
    try:
        with transaction.atomic():
            return _add(nomination, user, rule, kept)
    except BaseException:
        kept.file.delete(save=False)
        raise


def _add(nomination: Nomination, user, rule: str, kept: Attachment) -> Attachment:
    nomination = _held(nomination, user)
    _rule(entry.of(nomination, live=True), rule, FileRule)
    kept.nomination, kept.rule, kept.added_by = nomination, rule, user
    kept.position = nomination.attachments.filter(rule=rule, dropped_at=None).count()
    kept.save()
    record(nomination, Action.AMEND, user, f"传了“{kept.name}”")
    return kept


@transaction.atomic
def drop_paper(*, nomination: Nomination, user, paper: Attachment) -> None:
    """Take a paper out again."""
    nomination = _held(nomination, user)
    paper = nomination.attachments.filter(pk=paper.pk, dropped_at=None).exclude(file="").first()
    if paper is None:
        raise Refused("这份材料已经不在了。")
    _drop(nomination, nomination.attachments.filter(pk=paper.pk))
    record(nomination, Action.AMEND, user, f"去掉了“{paper.name}”")


def _held(nomination: Nomination, user) -> Nomination:
    _, (nomination,) = hold(user, nomination.call_id, nomination)
    guards.allow(permissions.may_prepare(user, nomination.place))
    guards.step_is_next(nomination, Action.AMEND, nomination.in_countys_hands)
    return nomination


def _rule(asked: Entry, key: str, kind: type[Rule]) -> Rule:
    found = next((rule for rule in asked.of_kind(kind) if rule.key == key), None)
    if found is None:
        raise Refused(GONE)
    return found


def _replace(nomination: Nomination, user, rule: str, rows: list[dict]) -> None:
    _drop(nomination, nomination.attachments.filter(rule=rule, dropped_at=None))
    for position, row in enumerate(rows):
        fresh = {"position": position, "dropped_at": None, "added_by": user}
        Attachment.objects.update_or_create(nomination=nomination, rule=rule, **row, defaults=fresh)


def _drop(nomination: Nomination, rows) -> None:
    """Take attachments out; what has been sealed once stays in its place for that sending."""
    if nomination.sealed_scan_id:
        rows.update(dropped_at=timezone.now())
        return
    files = [row.file for row in rows if row.file]
    rows.delete()
    transaction.on_commit(lambda: [file.storage.delete(file.name) for file in files])
