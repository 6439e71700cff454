"""What a case lacks for the calls that are open, told to its writer long before anybody nominates it."""

from brands.nominations import entry, gaps, links, queries
from brands.nominations.wording import moment, time_left
from brands.outlook import Outlook

FEW = 3  # calls: the first to close


def of_open_calls(page, user) -> list[Outlook]:
    """Return the calls that a case of a county can be sent in for, the first to close first."""
    if page.place is None:
        return []
    taken = set(page.nominations.exclude(step="withdrawn").values_list("call_id", flat=True))
    return [_of(page, call, user) for call in queries.open_calls()[:FEW] if call.pk not in taken and call.materials]


def _of(page, call, user) -> Outlook:
    seen = entry.beginning(page, call)
    found = [gap for gap in gaps.of(seen) if gap.where in gaps.WRITERS]
    lacking = [(way.url, f"{way.gap.name}：{way.gap.what}") for way in links.ways(found, seen, user)]
    return Outlook(call.title, f"{moment(call.closes_at)} 截止，{time_left(call.closes_at)}", lacking)
