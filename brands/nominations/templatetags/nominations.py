"""How nominations read in templates."""

from django import template

from brands.nominations import wording
from brands.nominations.models import Step

register = template.Library()
TONES = {
    Step.PREPARED: "",
    Step.RETURNED: "gold",
    Step.SUPPLEMENT: "gold",
    Step.AWARDED: "gold",
    Step.NOT_SELECTED: "still",
    Step.WITHDRAWN: "still",
}

register.filter("moment", wording.moment)
register.filter("day", wording.day)
register.filter("time_left", wording.time_left)


@register.filter
def tone(step: str) -> str:
    """Return the colour of a step's tag: red what the county has in hand, green what is on its way, gold what won."""
    return TONES.get(step, "green")
