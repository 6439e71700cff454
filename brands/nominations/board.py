"""The city's board of one call: which nominations wait for what, lane by lane."""

from dataclasses import dataclass

from brands.nominations.forms import ChosenForm
from brands.nominations.models import Nomination, Step

LANES = {
    "recommend": ("县里推荐的，等着选", (Step.ENDORSED, Step.RECEIVED)),
    "reserve": ("候补名单", (Step.RESERVED,)),
    "publicise": ("选定的，等着公示", (Step.RECOMMENDED,)),
    "report": ("公示的", (Step.PUBLICISED,)),
    "supplement": ("要求补报的", (Step.SUPPLEMENT,)),
    "outcome": ("上报的，等结果", (Step.REPORTED,)),
}
# Which lane shows what was typed when one of its other steps is refused.
LANE_OF = {
    "receive": "recommend", "keep-in-reserve": "recommend", "take-up": "reserve", "move-up": "reserve",
    "report-again": "supplement",
}  # fmt: skip
ALWAYS = ("recommend", "publicise", "report", "outcome")  # the others are shown when something is in them


@dataclass(frozen=True)
class Lane:
    """The nominations at one step, with the form that takes them further."""

    name: str
    title: str
    rows: list["Row"]
    form: ChosenForm

    @property
    def is_ready(self) -> bool:
        return any(row.ready for row in self.rows)


@dataclass(frozen=True)
class Row:
    """One nomination in a lane; not `ready` while its notice runs or its supplement is owed."""

    nomination: Nomination
    ready: bool = True
    due_on: object = None  # until when a supplement is owed


def lanes(nominations: list[Nomination], forms: dict[str, ChosenForm], owed: dict[int, object]) -> list[Lane]:
    """Return the lanes of a board; `owed` tells until when each open supplement is due, by nomination."""
    found = [
        Lane(name, title, [_row(one, owed) for one in _in_order(nominations, steps)], forms[name])
        for name, (title, steps) in LANES.items()
    ]
    return [lane for lane in found if lane.rows or lane.name in ALWAYS]


def _in_order(nominations, steps) -> list[Nomination]:
    chosen = [one for one in nominations if one.step in steps]
    return sorted(chosen, key=lambda one: one.reserve.rank) if Step.RESERVED in steps else chosen


def _row(nomination: Nomination, owed: dict) -> Row:
    if nomination.step == Step.PUBLICISED:
        return Row(nomination, nomination.publicity.is_over)
    return Row(nomination, nomination.pk not in owed, owed.get(nomination.pk))
