"""Whether the times of a call agree with each other."""

import datetime as dt

from django.core.exceptions import ValidationError

from brands.nominations.wording import moment


def check(call) -> None:
    """Refuse times that contradict each other; a county never closes later than the city."""
    if call.soft_due_at and not call.opens_at <= call.soft_due_at <= call.closes_at:
        raise ValidationError({"soft_due_at": "提醒的时间要在开始和截止之间。"})
    if call.amend_until and call.amend_until < call.closes_at:
        raise ValidationError({"amend_until": f"补正不能早于县级推荐截止（{moment(call.closes_at)}）。"})
    if call.city_due_at:
        _check_city(call)


def _check_city(call) -> None:
    city = moment(call.city_due_at)
    last = call.closes_at + dt.timedelta(minutes=call.grace_minutes or 0)
    if last > call.city_due_at:
        grace = f"（连宽限到 {moment(last)}）" if call.grace_minutes else ""
        raise ValidationError({"closes_at": f"县级推荐 {moment(call.closes_at)} 截止{grace}，晚于市级上报的 {city}。"})
    if call.amend_until and call.amend_until > call.city_due_at:
        raise ValidationError({"amend_until": f"补正 {moment(call.amend_until)} 才完，晚于市级上报的 {city}。"})
    late = call.extensions.filter(until__gt=call.city_due_at).select_related("county").first() if call.pk else None
    if late:
        raise ValidationError({"city_due_at": f"已经给{late.county.title}延到了 {moment(late.until)}，不能比这早。"})
