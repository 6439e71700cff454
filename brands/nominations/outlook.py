"""What a case lacks for the calls that are open, told to its writer long before anybody nominates it."""

from brands.nominations import entry, gaps, links, queries
from brands.nominations.models import Step
from brands.nominations.wording import moment, time_left
from brands.outlook import Outlook

FEW = 3  # calls: the first to close


def of_open_calls(page, user) -> list[Outlook]:
    """Return the calls that a case of a county can be sent in for, the first to close first."""
    if page.place is None:
        return []
    taken = set(page.nominations.exclude(step=Step.WITHDRAWN).values_list("call_id", flat=True))
    open_ones = [call for call in queries.open_calls() if call.pk not in taken and call.materials]
    return [_of(page, call, user) for call in open_ones[:FEW]]


def _of(page, call, user) -> Outlook:
    seen = entry.beginning(page, call)
    found = [gap for gap in gaps.of(seen) if gap.where in gaps.WRITERS and gap.blocking]
    lacking = [(way.url, f"{way.gap.name}：{way.gap.what}") for way in links.ways(found, seen, user)]
    return Outlook(call.title, f"{moment(call.closes_at)} 截止，{time_left(call.closes_at)}", lacking)
