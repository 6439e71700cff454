"""What must hold before a step is taken; each guard refuses in one sentence with the numbers and times in it."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Q
from django.utils import timezone

from brands.nominations import gaps
from brands.nominations.entry import Entry
from brands.nominations.models import Call, Nomination
from brands.nominations.models.quota import Tier
from brands.nominations.wording import day, moment
from cms.core.refusals import Refused
from cms.review.checks.privacy import IDENTITY, MOBILE

FEW = 3  # gaps that a refusal names
is_web_address = URLValidator(schemes=["http", "https"], message="链接要以 http:// 或 https:// 开头。")


def allow(verdict) -> None:
    if not verdict:
        raise Refused(verdict.reason)


def still_open(call: Call, county) -> None:
    """Refuse what comes before the call opens or after the county's last moment, naming the times to the minute."""
    now, closes, last = timezone.now(), call.closes_for(county), call.last_moment(county)
    if now < call.opens_at:
        raise Refused(f"这个通知 {moment(call.opens_at)} 才开始，现在是 {moment(now)}，还没到时间。")
    if now >= last:
        longer = f"（给{county.title}延到了 {moment(closes)}）" if closes > call.closes_at else ""
        grace = f"（宽限到 {moment(last)}）" if last > closes else ""
        until = f"{moment(call.closes_at)} 截止{longer}{grace}"
        raise Refused(f"县级推荐 {until}，现在是 {moment(now)}，已经过了时间。")


def may_still_mend(call: Call, county) -> None:
    """Refuse what was returned and comes again after the time for mending; a county that closes later mends as long."""
    if call.amend_until is None:
        return
    now, last = timezone.now(), max(call.amend_until, call.last_moment(county))
    if now >= last:
        raise Refused(f"退回补充的收到 {moment(last)}，现在是 {moment(now)}，已经过了时间。")


def published(case) -> None:
    if not case.live:
        raise Refused(f"《{case.title}》现在不在网上，只有已经发布的案例才能申报。")


def category(call: Call, wanted: str) -> str:
    """Return the category as the call names it, or "" where it names none."""
    if not call.category_list:
        return ""
    if wanted not in call.category_list:
        raise Refused("请选一个通知里的类别：" + "、".join(call.category_list) + "。", category="选一个。")
    return wanted


def step_is_next(nomination: Nomination, action, possible: bool) -> None:
    """Refuse a step that is not the nomination's next one, saying who brought it where it is and when."""
    if possible:
        return
    last = nomination.events.last()
    by = f"（{last.actor_name} {moment(last.at)} 办的）" if last else ""
    title, step = nomination.case.title, nomination.get_step_display()
    raise Refused(f"《{title}》现在是“{step}”{by}，这时不能{action.label}。")


def city_quota(call: Call, chosen: list[Nomination]) -> None:
    """Refuse more than the city's number, all of them together, before any takes a place (see seats.py)."""
    held = call.seats.filter(tier=Tier.CITY, category="").order_by("number")
    titles = held.values_list("nomination__case__title", flat=True)
    over = len(titles) + len(chosen) - call.city_quota
    if over > 0:
        names = "（" + "、".join(f"《{title}》" for title in titles) + "）" if titles else ""
        more = f"这次又选 {len(chosen)} 个，多了 {over} 个"
        raise Refused(f"全市 {call.city_quota} 个名额，已经选定 {len(titles)} 个{names}，{more}。")


def words(text: str, ask: str) -> None:
    if not text.strip():
        raise Refused(ask, reason=ask)


def contact(text: str) -> None:
    if not text.strip():
        raise Refused("请写异议由哪个单位受理、书面材料交到哪里。", contact="写单位和地址。")
    if MOBILE.search(text) or IDENTITY.search(text):
        raise Refused("公示页谁都看得到，这里不写个人的手机号和证件号。", contact="改成单位、地址或办公电话。")


def not_in_the_past(starts_on) -> None:
    if starts_on < timezone.localdate():
        raise Refused("公示不能从已经过去的日子算起。", starts_on="选今天或以后的一天。")


def notice_over(nomination: Nomination) -> None:
    notice = nomination.publicity
    if not notice.is_over:
        raise Refused(
            f"《{nomination.case.title}》的公示到 {day(notice.ends_on)} 才满 {notice.working_days} 个工作日，"
            f"今天是 {day(timezone.localdate())}，还不能上报。"
        )


def objections_answered(nomination: Nomination) -> None:
    """Refuse to report what an objection stands against that nobody has answered, or against the whole notice."""
    asked = Q(nomination=nomination) | Q(nomination=None)
    number = nomination.publicity.objections.filter(asked, answered_on=None).count()
    if number:
        raise Refused(f"《{nomination.case.title}》有 {number} 件异议还没有答复，答复了才能上报。")


def paper(awarded: bool, document_number: str, document_url: str, decided_on) -> None:
    """Refuse an award that stands on no paper, and an outcome from the future."""
    if awarded and not document_number.strip() and not document_url.strip():
        raise Refused("入选要有出处：文号和链接至少写一个。", document_number="写文号，或在下面写链接。")
    if document_url.strip():
        web_address(document_url.strip())
    if decided_on > timezone.localdate():
        raise Refused(f"结果日期 {day(decided_on)} 还没到。", decided_on="写文件上的日期。")


def web_address(url: str) -> None:
    try:
        is_web_address(url)
    except ValidationError as error:
        raise Refused(error.message, document_url=error.message) from error


def complete(entry: Entry) -> None:
    """Refuse what still lacks something that the notice insists on, naming the first of it."""
    found = gaps.blocking(entry)
    if not found:
        return
    named = "；".join(f"{gap.name}：{gap.what}" for gap in found[:FEW])
    more = f"，还有 {len(found) - FEW} 处" if len(found) > FEW else ""
    fields = {"opinion": "写几句为什么推荐它。"} if any(gap.where == gaps.Where.OPINION for gap in found) else {}
    raise Refused(f"材料还没有齐：{named}{more}。", **fields)
