"""延期: giving one county longer to endorse."""

from django.db import transaction

from brands.nominations import guards, permissions
from brands.nominations.locks import hold
from brands.nominations.models import Extension
from brands.nominations.telling import told_of_extension
from brands.nominations.wording import moment
from cms.audit.models import write
from cms.core.refusals import Refused

EXTENSION = "延期"


@transaction.atomic
def extend(*, call, user, county, until, reason: str) -> Extension:
    """Give one county longer, never beyond the city's own time; its nominators are told."""
    call, _ = hold(user, call.pk)
    guards.allow(permissions.may_decide(user))
    now = call.closes_for(county)
    if until <= now:
        raise Refused(f"{county.title}现在就是 {moment(now)} 截止，延期要比这晚。", until="选晚一些的时间。")
    if call.city_due_at and until > call.city_due_at:
        city = moment(call.city_due_at)
        raise Refused(f"市里 {city} 就要上报，县里不能延到 {moment(until)}。", until=f"最晚 {city}。")
    guards.words(reason, "请写一句为什么延期。")
    extension = Extension.objects.create(
        call=call, county=county, until=until, reason=reason.strip(), granted_by=user, granted_by_name=user.name
    )
    detail = {"until": until.isoformat(), "reason": extension.reason}
    write(user, EXTENSION, f"{call} {county.title}", call=call.pk, county=county.pk, **detail)
    told_of_extension(extension)
    return extension
