"""Who hears of which step: the county's nominators, the city's, the author; never the one who took it."""

from django.contrib.auth import get_user_model
from django.urls import reverse

from brands.nominations.models import Action, NominationEvent
from brands.nominations.wording import day, moment
from cms.notices.telling import tell
from cms.places import scope
from cms.places.models import Membership, Role

SAYS = {
    Action.HAND_BACK: "申报前请您改一改：《{case}》",
    Action.ENDORSE: "{county}推荐了《{case}》",
    Action.RECEIVE: "市里收到了《{case}》",
    Action.RETURN: "退回补充：《{case}》",
    Action.RECOMMEND: "市里选定了《{case}》",
    Action.RESERVE: "列入候补：《{case}》",
    Action.TAKE_UP: "递补上了：《{case}》",
    Action.PUBLICISE: "开始公示：《{case}》",
    Action.REPORT: "已经上报：《{case}》",
    Action.SUPPLEMENT: "上级要求补报：《{case}》",
    Action.RESEAL: "{county}补报了《{case}》",
    Action.AWARD: "入选了：《{case}》",
    Action.PASS_OVER: "这次没有入选：《{case}》",
    Action.WITHDRAW: "{county}撤回了《{case}》",
}
TO_CITY = (Action.ENDORSE, Action.RESEAL, Action.WITHDRAW)
TO_AUTHOR = (Action.HAND_BACK, Action.ENDORSE, Action.PUBLICISE, Action.AWARD)


def told(event: NominationEvent) -> None:
    """Tell the people concerned what was done; beginning and amending concern nobody else."""
    if event.action not in SAYS:
        return
    nomination = event.nomination
    title = SAYS[event.action].format(case=nomination.case.title, county=nomination.place.title)
    body = "\n".join(filter(None, [str(nomination.call), _detail(event)]))
    key = f"nomination-{event.pk}"
    if event.action != Action.HAND_BACK:  # which concerns the author alone
        people = nominators(scope.city().path if event.action in TO_CITY else nomination.place.path)
        url = reverse("nominations:bench", args=[nomination.pk])
        tell(people.exclude(pk=event.actor_id), title=title, body=body, url=url, key=key)
    author = nomination.case.owner
    if author and event.action in TO_AUTHOR and author.pk != event.actor_id:
        tell([author], title=title, body=body, url=_for_author(event), key=key)


def told_of_extra_quota(extra) -> None:
    """Tell a county's nominators of what it was given on top of its quota."""
    kind = f"（{extra.category}）" if extra.category else ""
    title = f"追加了 {extra.number} 个名额{kind}：{extra.call}"
    body = f"依据 {extra.document_number}。{extra.reason}"
    people = nominators(extra.county.path).exclude(pk=extra.granted_by_id)
    tell(people, title=title, body=body, url=reverse("nominations:index"), key=f"extra-quota-{extra.pk}")


def told_of_extension(extension) -> None:
    """Tell a county's nominators until when they were given longer."""
    title = f"延到 {moment(extension.until)}：{extension.call}"
    people = nominators(extension.county.path).exclude(pk=extension.granted_by_id)
    url = reverse("nominations:index")
    tell(people, title=title, body=extension.reason, url=url, key=f"extension-{extension.pk}")


def _for_author(event: NominationEvent) -> str:
    case = event.nomination.case
    return reverse("submissions:detail", args=[case.pk]) if event.action == Action.HAND_BACK else case.url or ""


def nominators(path: str):
    """Return the people who hold the nominator's office at the place of this very path."""
    held = Membership.objects.current().filter(role=Role.NOMINATOR, place__path=path)
    return get_user_model().objects.filter(is_active=True, pk__in=held.values("user"))


def _detail(event: NominationEvent) -> str:
    notice = event.nomination.publicity
    if event.action == Action.PUBLICISE:
        return f"{day(notice.starts_on)}到{day(notice.ends_on)}，{notice.working_days} 个工作日"
    return event.note
