"""The ledger: looked through, brought in whole or not at all, out again as it came in."""

import datetime as dt
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from cms.places.models import PlacePage
from lectures import doctor
from lectures.ledger import importing, sheet
from lectures.ledger.telling import tell
from lectures.models import Audience, Booking, LectureForm, LedgerImport, Session, SessionRecord, SessionState
from tests.lectures.making import dispatcher, put, session, speaker

LEDGER = "/desk/lectures/ledger/"
HEADER = list(sheet.COLUMNS.values())
SOUND = ("2026-03-02", "9:30", "10:30", "上埔村", "", "搬条凳子来听课", "林秀珍", "讲述", "村民", 43)
NOW = "2026-11-24 08:00+08:00"


@pytest.fixture
def desk(city):
    """A county with two speakers, a dispatcher, numbered villages 42 minutes apart, and the city's words."""
    put(city.shangpu, 25.10000, 117.00000)
    put(city.xikou, 25.24600, 117.00000)
    for place, code in ((city.shangpu, "00123"), (city.xikou, "00124")):
        PlacePage.objects.filter(pk=place.pk).update(code=code)
    city.lin, city.zhang = speaker(city, "林秀珍"), speaker(city, "张建国")
    city.dispatcher = dispatcher(city)
    LectureForm.objects.get_or_create(name="讲述")
    Audience.objects.get_or_create(name="村民")
    with time_machine.travel(NOW, tick=False):
        yield city


def book(*rows, header=HEADER) -> bytes:
    """Return a sheet as Excel writes one."""
    made, data = Workbook(), BytesIO()
    for row in (header, *rows):
        made.active.append(row)
    made.save(data)
    return data.getvalue()


def row(**changed) -> tuple:
    return tuple((dict(zip(sheet.COLUMNS, SOUND, strict=True)) | changed).values())


def upload(client, data: bytes, name: str = "去年.xlsx"):
    return client.post(LEDGER, {"file": SimpleUploadedFile(name, data)}, follow=True)


def problems(desk, *rows) -> list[str]:
    """Return what the dry run says is wrong, a sentence a row."""
    ledger = importing.begin(user=desk.dispatcher, name="去年.xlsx", data=book(*rows))
    ledger.refresh_from_db()
    return [f"{number} {words}" for number, words in ledger.report.get("problems", [])]


def bring_in(desk, *rows) -> LedgerImport:
    ledger = importing.begin(user=desk.dispatcher, name="去年.xlsx", data=book(*rows))
    ledger.refresh_from_db()
    importing.say_go(ledger=ledger, user=desk.dispatcher)
    ledger.refresh_from_db()
    return ledger


def test_last_year_is_looked_through_and_then_brought_in(desk, as_user):
    client = as_user(desk.dispatcher)

    shown = upload(client, book(SOUND, row(day=dt.datetime(2026, 3, 3), start=dt.time(19, 30), end="20：30")))
    assert "会登记 <b>2</b> 场" in shown.text
    assert not Session.objects.exists()
    ledger = LedgerImport.objects.get()
    done = client.post(reverse("lectures_desk:ledger_go", args=[ledger.pk]), follow=True)

    assert "登记了 2 场，其中 2 场带着人数。" in done.text
    one, two = Session.objects.all()
    assert timezone.localtime(two.starts_at).strftime("%m-%d %H:%M") == "03-03 19:30"
    assert (one.place, one.state, one.topic) == (desk.shangpu, SessionState.RECORDED, "搬条凳子来听课")
    assert (one.form.name, one.audience.name, one.record.head_count) == ("讲述", "村民", 43)
    assert [booking.speaker for booking in one.bookings.all()] == [desk.lin]
    assert list(one.events.values_list("kind", "note")) == [("booked", "从台账导入"), ("recorded", "从台账导入")]
    ledger.refresh_from_db()
    assert bytes(ledger.data) == b""


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"day": "三月二号"}, "日期“三月二号”看不懂，应写成 2026-03-01"),
        ({"day": ""}, "没有写日期"),
        ({"day": "1926-03-02"}, "看看年份是不是写错了"),
        ({"start": "25:00"}, "开始“25:00”看不懂"),
        ({"end": "9:00"}, "结束 9:00 要在开始 14:00 之后"),
        ({"end": "23:00"}, "一场最多 8 个小时"),
        ({"place": "下埔村"}, "没有叫“下埔村”的地点"),
        ({"place": "", "code": ""}, "没有写地点"),
        ({"place": "筏运村"}, "“筏运村”不在您排期的范围里"),
        ({"code": "99999"}, "没有编号是“99999”的地点"),
        ({"place": "上埔村", "code": "00124"}, "编号“00124”是延溪区/上埔镇/溪口村，不是“上埔村”"),
        ({"topic": ""}, "没有写课程或话题"),
        ({"speakers": "林秀珍、林秀真"}, "名册里没有“林秀真”这位宣讲师。是不是林秀珍"),
        ({"form": "唱歌"}, "形式“唱歌”不认识"),
        ({"audience": "外星人"}, "对象“外星人”不认识"),
        ({"head_count": "很多"}, "人数“很多”应是 0 到 5000 的整数"),
        ({"head_count": "-1"}, "人数“-1”应是"),
        ({"day": "2027-03-02"}, "这一场还没有开讲，不能有人数"),
    ],
)
def test_each_bad_row_is_listed_with_its_reason_and_nothing_is_brought_in(desk, changed, words):
    (problem,) = problems(desk, SOUND, row(**{"start": "14:00", "end": "15:00"} | changed))

    assert problem.startswith("3 ")
    assert words in problem
    assert not Session.objects.exists()


def test_a_row_tells_everything_that_is_wrong_with_it_at_once(desk):
    (problem,) = problems(desk, row(day="?", topic="", speakers="无名"))

    for words in ("日期", "课程或话题", "无名"):
        assert words in problem


def test_clashes_are_told_with_the_nearest_time_within_the_sheet_and_with_the_diary(desk):
    session(desk.shangpu, desk.dispatcher, "9:00", "10:00", dt.date(2026, 3, 2), past=True, topic="已有的课")

    found = problems(
        desk,
        row(speakers="张建国"),
        row(place="溪口村", start="14:00", end="15:00"),
        row(start="15:30", end="16:30"),
        row(place="溪口村", start="14:30", end="15:30", speakers="张建国"),
    )

    assert found == [
        "2 上埔村 3月2日 09:00—10:00 已经有一场《已有的课》；往后最近的空档：3月2日 10:00",
        "4 林秀珍 15:00 在溪口村讲完《搬条凳子来听课》，到上埔村约 45 分钟，最早 15:45 能开始"
        "；往后最近的空档：3月2日 15:45",
        "5 溪口村 3月2日 14:00—15:00 已经有一场《搬条凳子来听课》；往后最近的空档：3月2日 15:00",
    ]
    assert Session.objects.count() == 1


def test_what_comes_in_between_keeps_the_ways_and_no_diary_overlaps(desk):
    session(desk.shangpu, desk.dispatcher, "9:00", "10:00", dt.date(2026, 3, 2), past=True, speakers=[desk.lin])

    ledger = bring_in(desk, row(place="溪口村", start="11:00", end="12:00"), row(start="13:00", end="14:00"))

    assert ledger.state == LedgerImport.State.DONE
    free = [timezone.localtime(one.busy_until).strftime("%H:%M") for one in Booking.objects.order_by("starts_at")]
    assert free == ["10:45", "12:45", "14:15"]
    assert list(doctor.never_twice()) == []


def test_a_plan_for_coming_months_is_confirmed_where_somebody_speaks(desk):
    bring_in(
        desk,
        row(day="2027-03-02", head_count=""),
        row(day="2027-03-03", head_count="", speakers=""),
        row(head_count=""),
    )

    assert list(Session.objects.values_list("state", flat=True)) == ["held", "confirmed", "planned"]


def test_leading_zeros_stay_and_numbers_name_places(desk):
    bring_in(desk, row(place="", code="00123"))
    one = Session.objects.get()
    assert one.place == desk.shangpu

    (line,) = _lines(sheet.write(told.cells for told in _told()))

    assert line[4].value == "00123"
    assert line[4].data_type == "s"


def test_no_cell_ever_runs_as_a_formula(desk):
    for number, topic in enumerate(('=HYPERLINK("//x","y")', "+1", "-1", "@SUM(A1)")):
        session(
            desk.shangpu, desk.dispatcher, f"{9 + number}:00", f"{9 + number}:30", dt.date(2026, 3, 2),
            past=True, topic=topic, speakers=[desk.lin],
        )  # fmt: skip

    lines = _lines(sheet.write(told.cells for told in _told()))

    assert [line[5].value for line in lines] == ['=HYPERLINK("//x","y")', "+1", "-1", "@SUM(A1)"]
    assert {cell.data_type for line in lines for cell in line if isinstance(cell.value, str)} == {"s"}


def test_an_export_is_brought_in_again_unchanged(desk, as_user):
    speaker(desk, "林秀珍", county=desk.zhuling)  # of the same name
    bring_in(desk, row(speakers=f"林秀珍#{desk.lin.pk}、张建国"), row(day="2026-03-03", head_count="", speakers=""))
    client = as_user(desk.dispatcher)
    before = list(Session.objects.values())

    answer = client.get(LEDGER + "export.xlsx?start=2026-01-01&end=2026-12-31")
    assert answer["Content-Type"].endswith("sheet")
    again = upload(client, answer.content)

    assert "和现在登记的一样，没有要做的" in again.text
    assert list(Session.objects.values()) == before


def test_a_row_that_says_otherwise_than_the_diary_is_told_and_not_taken(desk):
    bring_in(desk, SOUND)

    (problem,) = problems(desk, row(head_count=50, speakers="张建国"))

    assert "这一场已经登记了，人数、宣讲师和登记的不一样" in problem


def test_when_the_diary_changes_meanwhile_nothing_is_brought_in(desk):
    ledger = importing.begin(user=desk.dispatcher, name="a.xlsx", data=book(SOUND, row(day="2026-03-03")))
    ledger.refresh_from_db()
    session(desk.shangpu, desk.dispatcher, "9:00", "10:00", dt.date(2026, 3, 3), past=True)

    importing.say_go(ledger=ledger, user=desk.dispatcher)

    ledger.refresh_from_db()
    assert ledger.state == LedgerImport.State.FAILED
    assert "一行都没有导入" in ledger.report["refused"]
    assert Session.objects.count() == 1


def test_it_is_brought_in_once_however_often_it_is_asked(desk, as_user):
    ledger = bring_in(desk, SOUND)
    client = as_user(desk.dispatcher)

    answer = client.post(reverse("lectures_desk:ledger_go", args=[ledger.pk]), follow=True)
    importing.bring_in.func(ledger.pk)  # as after a killed worker

    assert "已经在导入" in answer.text
    assert Session.objects.count() == 1


def test_a_long_file_goes_to_the_worker_and_its_page_shows_how_far_it_has_come(desk, as_user, settings, monkeypatch):
    monkeypatch.setattr(importing, "SHORT", 0)
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    client = as_user(desk.dispatcher)

    waiting = upload(client, book(SOUND))
    ledger = LedgerImport.objects.get()
    address = reverse("lectures_desk:ledger_import", args=[ledger.pk])
    assert "在排队，马上开始。" in waiting.text
    assert waiting["Refresh"] == "3"
    importing.tell_progress(ledger.pk, 47)
    assert "正在看，47%" in client.get(address).text
    importing.look_through.func(ledger.pk)
    assert "每一行都可以" in client.get(address).text
    assert "Refresh" not in client.get(address)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a sheet", "这个文件打不开"),
        (book(), "表里只有标题"),
        (book(SOUND[:3], header=HEADER[:3]), "第一行缺了这些列：课程或话题"),
        (b"x" * (sheet.MOST_BYTES + 1), "文件太大了"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_in_words(desk, as_user, data, words):
    assert words in upload(as_user(desk.dispatcher), data).text
    assert not Session.objects.exists()


def test_only_schedulers_import_and_everybody_sees_their_own_imports_only(desk, as_user):
    ledger = bring_in(desk, SOUND)
    address = reverse("lectures_desk:ledger_import", args=[ledger.pk])

    assert as_user(desk.city_manager).get(address).status_code == 404
    assert as_user(desk.nominator).get(LEDGER).status_code == 404
    assert "台账由派单员和管理员来导入" in upload(as_user(desk.contributor), book(SOUND)).text
    export = as_user(desk.outsider).get(LEDGER + "export.xlsx?start=2026-01-01&end=2026-12-31")
    assert _lines(export.content) == []


def test_files_that_nobody_came_back_for_are_emptied(desk):
    ledger = importing.begin(user=desk.dispatcher, name="a.xlsx", data=book(SOUND))
    with time_machine.travel("2026-11-28 08:00+08:00"):
        assert importing.forget_files.func() == 1

    ledger.refresh_from_db()
    assert (bytes(ledger.data), ledger.state) == (b"", LedgerImport.State.FAILED)


def test_the_year_of_a_place_a_county_and_a_speaker(desk, as_user):
    bring_in(
        desk, SOUND, row(day="2026-05-02", place="溪口村", head_count=""), row(day="2027-05-02", head_count=""),
        row(day="2026-06-02", speakers="张建国", head_count=7),
    )  # fmt: skip
    client = as_user(desk.dispatcher)

    def year(kind: str, pk: int):
        return client.get(reverse("lectures_desk:year", args=[2026, kind, pk]))

    county = year("place", desk.yanxi.pk)
    assert [line.topic for line in county.context["found"].lines] == ["搬条凳子来听课"] * 3
    assert "有人数的 2 场，到场 50 人次" in county.text
    assert len(year("place", desk.xikou.pk).context["found"].lines) == 1
    assert len(year("speaker", desk.zhang.pk).context["found"].lines) == 1
    chosen = client.get(LEDGER + "year/?year=2026&speaker=张建国", follow=True)
    assert chosen.context["found"].title == "张建国"
    assert "写一个地方，或者一位宣讲师。" in client.get(LEDGER + "year/?year=2026").text
    file = client.get(reverse("lectures_desk:year_file", args=[2026, "place", desk.yanxi.pk]))
    assert len(_lines(file.content)) == 3
    foreign = as_user(desk.outsider)
    for kind, pk in (("place", desk.yanxi.pk), ("speaker", desk.zhang.pk), ("nonsense", 1)):
        assert foreign.get(reverse("lectures_desk:year", args=[2026, kind, pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_bringing_in_takes_as_many_queries_however_many_rows_there_are(desk, count, django_assert_num_queries):
    rows = [row(day=f"2026-03-{day:02}") for day in range(2, 2 + count)]
    importing.begin(user=desk.dispatcher, name="a.xlsx", data=book(*rows))
    ledger = LedgerImport.objects.get()

    with django_assert_num_queries(24):
        importing.say_go(ledger=ledger, user=desk.dispatcher)
    assert SessionRecord.objects.count() == count


def _told():
    return tell(Session.objects.all())


def _lines(data: bytes) -> list:
    return list(load_workbook(BytesIO(data)).active.iter_rows(min_row=2))
