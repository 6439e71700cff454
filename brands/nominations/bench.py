"""One nomination's way as the desk shows it: what is done, by whom and when, where it stands, what is still ahead."""

from dataclasses import dataclass

from brands.nominations.models import Action, Nomination, NominationEvent, Step
from brands.nominations.wording import day, moment

WAY = (
    Step.PREPARED, Step.ENDORSED, Step.RECEIVED, Step.RECOMMENDED, Step.PUBLICISED, Step.REPORTED, Step.AWARDED,
)  # fmt: skip
# Steps beside the way, and the last stop that they have passed.
STANDS_AFTER = {
    Step.RESERVED: Step.RECEIVED,
    Step.SUPPLEMENT: Step.REPORTED,
    Step.NOT_SELECTED: Step.AWARDED,
    Step.RETURNED: Step.PREPARED,
}
TAKEN_BY = {
    Step.PREPARED: (Action.PREPARE,),
    Step.ENDORSED: (Action.ENDORSE,),
    Step.RECEIVED: (Action.RECEIVE,),
    Step.RECOMMENDED: (Action.RECOMMEND, Action.TAKE_UP),
    Step.PUBLICISED: (Action.PUBLICISE,),
    Step.REPORTED: (Action.REPORT,),
    Step.AWARDED: (Action.AWARD, Action.PASS_OVER),
}
DONE, NOW, NEXT = "done", "now", "next"


@dataclass(frozen=True)
class Milestone:
    """One stop of the way: its name, what is to be said of it, and whether it is done, now or next."""

    title: str
    detail: str
    state: str


def milestones(nomination: Nomination, events: list[NominationEvent]) -> list[Milestone]:
    """Return the seven stops; with where a nomination waits beside the way, or a last stop when it was withdrawn."""
    reached = _reached(nomination, events)
    stops = [_milestone(nomination, step, at, reached, events) for at, step in enumerate(WAY)]
    if nomination.step == Step.WITHDRAWN:
        return [*stops[: reached + 1], Milestone("已撤回", _said(events[-1]), NOW)]
    beside = _beside(nomination, events)
    return [*stops[: reached + 1], *beside, *stops[reached + 1 :]]


def _beside(nomination: Nomination, events) -> list[Milestone]:
    if nomination.step == Step.RESERVED:
        return [Milestone(f"候补第 {nomination.reserve.rank}", _said(_last(events, Action.RESERVE)), NOW)]
    if nomination.step == Step.SUPPLEMENT:
        asked, given = _last(events, Action.SUPPLEMENT), _last(events, Action.RESEAL)
        answered = given is not None and given.at > asked.at
        title = "补报的交来了，等市里再上报" if answered else "要求补报"
        return [Milestone(title, _said(given if answered else asked), NOW)]
    return []


def _reached(nomination: Nomination, events: list[NominationEvent]) -> int:
    """Return the index of the last stop that is done; what was returned is back at the first."""
    step = nomination.step
    if step == Step.WITHDRAWN:
        step = next((event.step for event in reversed(events) if event.step != Step.WITHDRAWN), Step.PREPARED)
    return WAY.index(STANDS_AFTER.get(step, step))


def _milestone(nomination, step: Step, at: int, reached: int, events) -> Milestone:
    title = _title(nomination, step)
    if at > reached:
        return Milestone(title, _ahead(nomination, step), NEXT)
    taken = next((event for event in reversed(events) if event.action in TAKEN_BY[step]), None)
    detail = _said(taken) if taken else ""
    if step == Step.PUBLICISED:
        detail = f"{_dates(nomination.publicity)} · {taken.actor_name}"
    if nomination.step == Step.RETURNED and at == 0:
        return Milestone("退回补充", _said(_last(events, Action.RETURN)), NOW)
    return Milestone(title, detail, NOW if step == nomination.step == Step.PREPARED else DONE)


def _title(nomination: Nomination, step: Step) -> str:
    call = nomination.call
    if step == Step.AWARDED:
        return "未入选" if nomination.step == Step.NOT_SELECTED else "入选"
    return {
        Step.PREPARED: "县级准备",
        Step.ENDORSED: "县级盖章推荐",
        Step.RECEIVED: "市级收到",
        Step.RECOMMENDED: "市级选定",
        Step.PUBLICISED: f"公示 {call.publicity_days} 个工作日",
        Step.REPORTED: f"上报{call.get_level_display()}",
    }[step]


def _ahead(nomination: Nomination, step: Step) -> str:
    call = nomination.call
    if step == Step.ENDORSED:
        return f"截止 {moment(call.closes_for(nomination.place))}"
    return {Step.RECOMMENDED: f"全市 {call.city_quota} 个名额", Step.PUBLICISED: "按放假和调休安排算"}.get(step, "")


def _said(event: NominationEvent) -> str:
    words = f"{moment(event.at)} · {event.unit} {event.actor_name}"
    return f"{words}：{event.note}" if event.note else words


def _dates(publicity) -> str:
    return f"{day(publicity.starts_on)}到{day(publicity.ends_on)}"


def _last(events: list[NominationEvent], action: Action) -> NominationEvent | None:
    return next((event for event in reversed(events) if event.action == action), None)
