"""Two calls of the province: last summer's, decided and honoured, and this autumn's, with a case at every step."""

import datetime as dt
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from brands.models import CasePage, Honour
from brands.models.case import Category
from brands.nominations import filling, steps
from brands.nominations.models import Call, Nomination, NominationEvent, Publicity, Quota, Step
from cms.accounts.models import User
from cms.core.workdays import add_workdays
from cms.demo import calls, content
from cms.demo.pages import owner_place
from cms.places.models import PlacePage

SERIES = "省新时代文明实践创新案例集"
DECIDED = {"nom_awarded": Step.AWARDED, "nom_not_selected": Step.NOT_SELECTED}
CONTACT = "云麓市委宣传部文明实践科（市行政中心 3 号楼）。请写明事由，署真实姓名，当面递交或邮寄。"
OPINION = "做法从群众的难处里来，数字经得起核对，别的村学得会，同意推荐。"
# How far a nomination's state brings it: the last step that it takes.
FAR = {
    "nom_prepared": Step.PREPARED,
    "nom_withdrawn": Step.PREPARED,
    "nom_endorsed": Step.ENDORSED,
    "nom_returned": Step.ENDORSED,
    "nom_reserved": Step.ENDORSED,
    "nom_recommended": Step.RECOMMENDED,
    "nom_publicised": Step.PUBLICISED,
    "nom_reported": Step.REPORTED,
    "nom_supplement": Step.REPORTED,
}
WAY = [Step.PREPARED, Step.ENDORSED, Step.RECOMMENDED, Step.PUBLICISED, Step.REPORTED]


def build(cases: dict[str, CasePage]) -> None:
    """Nominate the published cases, each as far as its state says."""
    states = {item["key"]: item["state"] for item in content.cases()}
    _decided({key: cases[key] for key, state in states.items() if state in DECIDED}, states)
    _going_on({key: cases[key] for key, state in states.items() if state in FAR}, states)
    _other_honours()
    calls.build_others()


def _call(year: int, title: str, opens: dt.datetime, closes: dt.datetime, number: str) -> Call:
    return Call.objects.create(
        title=title,
        series=SERIES,
        document_number=number,
        issued_by="省委宣传部、省文明办",
        level="province",
        year=year,
        categories="\n".join(Category.labels),
        opens_at=opens,
        closes_at=closes,
        default_quota=3,
        city_quota=10,
        materials=calls.INNOVATION,
    )


def _decided(cases: dict[str, CasePage], states: dict[str, str]) -> None:
    """Last summer's call: everything took its course, and the outcome is known."""
    now = timezone.now()
    call = _call(
        2026,
        "2026年度省新时代文明实践创新案例征集",
        now - dt.timedelta(days=1),
        now + dt.timedelta(days=1),
        "省文明办〔2026〕19号",
    )
    made = [_endorse(_prepare(call, case), _county_nominator(case)) for case in cases.values()]
    steps.recommend(nominations=made, user=_user("city-nominator"))
    publicity = _publicise(call, made)
    _move_notice(publicity, dt.date(2026, 9, 11))
    steps.report(nominations=made, user=_user("city-nominator"))
    for state, outcome in DECIDED.items():
        chosen = [nomination for nomination in made if states[nomination.case.slug] == state]
        steps.record_outcome(
            nominations=chosen,
            user=_user("city-nominator2"),
            outcome=outcome,
            document_number="省文明办〔2026〕36号",
            decided_on=dt.date(2026, 10, 23),
        )
    at = {
        "prepare": (9, 2),
        "endorse": (9, 7),
        "recommend": (9, 10),
        "publicise": (9, 11),
        "report": (9, 18),
        "award": (10, 23),
    }
    at["pass_over"] = at["award"]
    for action, (month, day) in at.items():
        moment = timezone.make_aware(dt.datetime(2026, month, day, 10, 30))
        NominationEvent.objects.filter(nomination__call=call, action=action).update(at=moment)
    zone = timezone.get_current_timezone()
    call.opens_at, call.closes_at = dt.datetime(2026, 6, 24, 9, tzinfo=zone), dt.datetime(2026, 9, 8, 17, tzinfo=zone)
    call.save()


def _going_on(cases: dict[str, CasePage], states: dict[str, str]) -> None:
    """This autumn's call: one case at every step."""
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    call = _call(
        now.year + 1,
        "全省志愿服务创新案例征集",
        (timezone.localtime() - dt.timedelta(days=12)).replace(hour=9, minute=0),
        (timezone.localtime() + dt.timedelta(days=16)).replace(hour=17, minute=0),
        "省文明办〔2026〕41号",
    )
    Quota.objects.create(call=call, county=owner_place("延溪区"), limit=5)
    call.soft_due_at, call.grace_minutes = call.closes_at - dt.timedelta(days=5), 30
    call.amend_until, call.city_due_at = call.closes_at + dt.timedelta(days=7), call.closes_at + dt.timedelta(days=14)
    call.save()
    made = {key: _prepare(call, case) for key, case in cases.items()}
    for nomination in _that_reach(Step.ENDORSED, made, states):
        _endorse(nomination, _county_nominator(nomination.case))
    steps.recommend(nominations=_that_reach(Step.RECOMMENDED, made, states), user=_user("city-nominator"))
    reported = _that_reach(Step.REPORTED, made, states)
    _move_notice(_publicise(call, reported), (now - dt.timedelta(days=10)).date())
    steps.report(nominations=reported, user=_user("city-nominator"))
    waiting = [one for one in _that_reach(Step.PUBLICISED, made, states) if one not in reported]
    _publicise(call, waiting)
    office, county = _user("city-nominator"), owner_place("和阳县")
    until, why = call.closes_at + dt.timedelta(days=3), "盖章的同志在省里学习，月底才回来。"
    steps.extend(call=call, user=office, county=county, until=until, reason=why)
    number = "云文明办〔2026〕7号"
    steps.give_extra(
        call=call, user=office, county=county, number=1, document_number=number, reason="两个试点都在这个县。"
    )
    _beside_the_way({key: (nomination, states[key]) for key, nomination in made.items()})


def _beside_the_way(made: dict[str, tuple[Nomination, str]]) -> None:
    """Return one, withdraw one, keep some in reserve, ask a supplement of one."""
    office = _user("city-nominator")
    for nomination, state in made.values():
        if state == "nom_returned":
            steps.send_back(nomination=nomination, user=office, reason="推荐意见里请补上这项做法推广到了几个村。")
        if state == "nom_withdrawn":
            county = _county_nominator(nomination.case)
            steps.withdraw(nomination=nomination, user=county, reason="县里想再打磨一年，明年再报。")
        if state == "nom_reserved":
            steps.keep_in_reserve(nominations=[nomination], user=office)
        if state == "nom_supplement":
            due_on = timezone.localdate() + dt.timedelta(days=6)
            words = "请补交活动签到的影印件，并写明数字是怎么统计的。"
            steps.ask_supplement(nomination=nomination, user=office, reason=words, due_on=due_on)


def _that_reach(step: Step, made: dict[str, Nomination], states: dict[str, str]) -> list[Nomination]:
    """Return the nominations whose state lies at this step or beyond."""
    return [one for key, one in made.items() if WAY.index(FAR[states[key]]) >= WAY.index(step)]


def _prepare(call: Call, case: CasePage) -> Nomination:
    case = CasePage.objects.get(pk=case.pk)
    return steps.nominate(
        call=call, case=case, user=_county_nominator(case), category=case.get_category_display(), opinion=OPINION
    )


def _endorse(nomination: Nomination, user: User) -> Nomination:
    said = {"form-6": "、".join(nomination.case.writers()), "form-7": f"0599-70{nomination.pk:04d}"}
    filling.fill(nomination=nomination, user=user, answers=said)
    return steps.seal(nomination=nomination, user=user, scan=_scan())


def _publicise(call: Call, nominations) -> Publicity:
    return steps.publicise(
        call=call,
        nominations=nominations,
        user=_user("city-nominator"),
        starts_on=timezone.localdate(),
        contact=CONTACT,
    )


def _move_notice(publicity: Publicity, starts_on: dt.date) -> None:
    """Set the clock of a notice back, so that it has run to its end."""
    ends_on = add_workdays(starts_on, publicity.working_days)
    Publicity.objects.filter(pk=publicity.pk).update(starts_on=starts_on, ends_on=ends_on)


def _scan() -> SimpleUploadedFile:
    """Return a page as a scanner would give it: lines of writing, and no seal."""
    page = Image.new("L", (827, 1169), 250)
    pen = ImageDraw.Draw(page)
    for row in range(20):
        pen.line((90, 120 + row * 48, 740 - row * 37 % 180, 120 + row * 48), fill=120, width=3)
    out = BytesIO()
    page.save(out, "PNG")
    return SimpleUploadedFile("推荐表扫描件.png", out.getvalue(), content_type="image/png")


def _user(username: str) -> User:
    return User.objects.get(username=username)


def _county_nominator(case: CasePage) -> User:
    county = PlacePage.objects.get(path=case.owner_path)
    return _user(f"{county.slug}-nominator")


def _other_honours() -> None:
    """Enter what places and teams won; the cases' own honours came with their outcome."""
    for item in content.load("honours"):
        if item["kind"] == "case":
            continue
        page = PlacePage.objects.filter(title=item["target"], depth__gt=3).first() if item["kind"] == "place" else None
        Honour.objects.create(
            series=item["series"],
            level=item["level"],
            year=item["year"],
            issued_by="、".join(item["issued_by"]),
            document_number=item["document_number"],
            awarded_on=content.day(item["awarded_on"]),
            winner=item["target"],
            page=page,
            place=page,
        )
