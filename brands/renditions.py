"""Telling one case in several lengths; a number that changes in one place is shown wherever else it stands."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from brands.models import AIM, CasePage, Length, Rendition
from brands.permissions import cases_for
from cms.core.han import count_words
from cms.core.refusals import Refused
from cms.places import scope
from cms.places.models import Role
from cms.places.scope import Verdict
from cms.review import checks
from cms.review.checks.finding import excerpt
from cms.review.checks.numerals import Mention, in_units, mentions
from cms.review.models import Text
from cms.review.permissions import may_edit

ROOM = 2  # a rendition may be this many times as long as it aims at: a call's own limit is its rules' business


@dataclass(frozen=True)
class Spot:
    """Where a key figure stands in a text: the text's name and the words around it."""

    label: str
    quote: str


@dataclass(frozen=True)
class Standing:
    """One key figure of a case, as 36 堂, and every place where it stands."""

    label: str
    said: str
    spots: list[Spot]


def may_rewrite(user, case: CasePage) -> Verdict:
    """Say whether the person may keep the case's renditions: whoever may edit it, or its county's nominator."""
    allowed = may_edit(user, case)
    return allowed or scope.holds(user, Role.NOMINATOR, path=case.path)


def rewritable(user):
    """Return the cases whose renditions the person may see and keep."""
    nominated = scope.below(scope.paths(user, Role.NOMINATOR), "path")
    return cases_for(user) | CasePage.objects.filter(nominated, first_published_at__isnull=False)


@transaction.atomic
def rewrite(*, case: CasePage, user, words: dict[str, str], seen: dict[str, str]) -> list[str]:
    """Keep what was written of each length and return the names of those that changed; an empty one is put away.

    `seen` is what the writer's screen began with: what somebody else changed meanwhile is not written over.
    """
    CasePage.objects.select_for_update().get(pk=case.pk)
    scope.forget(user)
    verdict = may_rewrite(user, case)
    if not verdict:
        raise Refused(verdict.reason)
    kept = of(case)
    changed = [length for length in Length if words[length].strip() != seen[length].strip()]
    for length in changed:
        _check(length, words[length], kept.get(length, ""), seen[length])
    for length in changed:
        _keep(case, user, length, words[length].strip())
    return [length.label for length in changed]


def of(case: CasePage) -> dict[str, str]:
    """Return the words of each length that has been written: {length: words}."""
    return dict(case.renditions.values_list("length", "words"))


def _check(length: Length, words: str, kept: str, seen: str) -> None:
    if kept.strip() not in (seen.strip(), words.strip()):
        says = "这一篇刚才别人改过了。"
        raise Refused(f"{length.label}{says}您写的还在框里，对照一下再存。", **{length: f"{says}别人存的是：{kept}"})
    most, have = AIM[length] * ROOM, count_words(words)
    if have > most:
        raise Refused(f"{length.label}太长了，最多 {most} 字，现在有 {have} 字。", **{length: "短一些再存。"})


def _keep(case, user, length: Length, words: str) -> None:
    if not words:
        case.renditions.filter(length=length).delete()
        return
    Rendition.objects.update_or_create(case=case, length=length, defaults={"words": words, "updated_by": user})


def texts(case: CasePage, words: dict[str, str]) -> list[Text]:
    """Return the renditions as texts that checks read."""
    return [Text(length.value, length.label, words[length]) for length in Length if words.get(length)]


def standings(case: CasePage, words: dict[str, str]) -> list[Standing]:
    """Return each key figure with every place where it stands: in the case's own text and in its renditions."""
    read = [(text, mentions(text.words)) for text in [*case.texts(), *texts(case, words)]]
    return [_standing(figure, read) for figure in case.figures() if figure["value"] is not None]


def _standing(figure: dict, read) -> Standing:
    value, unit = in_units(figure["value"], figure["unit"])
    spots = [
        Spot(text.label, excerpt(text.words, mention.start, mention.end))
        for text, found in read
        for mention in found
        if _is(mention, value, unit)
    ]
    return Standing(figure["label"], f"{figure['value']:f} {figure['unit']}", spots)


def _is(mention: Mention, value: Decimal, unit: str) -> bool:
    return mention.unit == unit and mention.fits(value) and not mention.ordinal


def differing(case: CasePage, words: dict[str, str]) -> list[checks.Finding]:
    """Return where a rendition says another number than the case's key figures."""
    return list(checks.figures.check(texts(case, words), case.figures()))
