"""The register as a sheet: out, looked through, and in, all or nothing."""

import datetime as dt
import time
import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cms.core.refusals import Refused
from cms.places import register, sheet
from cms.places.models import PlacePage, Status, StatusChange, Tier
from tests.places.sheets import book, bring, look, problems, village


def test_a_new_village_is_added_with_its_facts_and_history(city):
    bring(city, village(地址="桥头", 登记编号="YX0102", 纬度=26.64312, 经度="118.17753"))

    place = PlacePage.objects.get(title="下埔村")
    assert place.get_parent().specific == city.shangpu_town
    assert (place.tier, place.status, place.address, place.code) == (Tier.STATION, Status.OPERATING, "桥头", "YX0102")
    assert place.live
    assert place.slug == "xia-pu-cun"
    assert place.url.endswith("/yanxi/shangpu-zhen/xia-pu-cun/")
    assert list(place.status_changes.values_list("status", "since", "recorded_by__name")) == [
        ("operating", dt.date(2021, 5, 1), "延溪区管理员")
    ]
    assert not any(PlacePage.find_problems())


def test_a_new_village_is_on_the_site_and_found(city, client):
    bring(city, village())

    assert client.get(PlacePage.objects.get(title="下埔村").url).status_code == 200
    assert "下埔村" in [page.title for page in PlacePage.objects.search("下埔")]


def test_a_township_and_its_villages_come_in_one_sheet_in_any_order(city):
    bring(
        city,
        village("新村", 上级="延溪区/新街道"),
        {"上级": "延溪区", "名称": "新街道", "层级": "实践所", "状态": "已挂牌", "自何日起": "2022年6月1日"},
        village("新二村", 上级="延溪区／新街道"),
    )

    town = PlacePage.objects.get(title="新街道")
    assert town.get_parent().specific == city.yanxi
    assert [place.title for place in PlacePage.objects.child_of(town).order_by("path")] == ["新村", "新二村"]
    assert not any(PlacePage.find_problems())


def test_a_status_change_is_registered_on_its_day(city):
    bring(city, village("溪口村", 状态="正常运行", 自何日起=dt.date(2022, 6, 1)))

    city.xikou.refresh_from_db()
    assert city.xikou.status == Status.OPERATING
    assert city.xikou.status_changes.count() == 2


def test_a_change_of_the_past_leaves_todays_status(city):
    bring(city, village("上埔村", 状态="计划建设", 自何日起="2019-01-01"))

    city.shangpu.refresh_from_db()
    assert city.shangpu.status == Status.OPERATING
    assert city.shangpu.status_changes.count() == 2


BAD_ROWS = [
    ({"名称": ""}, "没有写名称"),
    ({"上级": "延溪区/火星镇"}, "找不到上级“延溪区/火星镇”"),
    ({"上级": ""}, "没有写上级"),
    ({"层级": "实践台"}, "层级“实践台”不认识"),
    ({"层级": "实践所"}, "实践所不能放在实践所下面"),
    ({"上级": "延溪区"}, "实践站不能放在实践中心下面"),
    ({"层级": "实践中心"}, "县级中心由系统管理员设立"),
    ({"名称": "上埔村", "层级": "实践点"}, "登记的是实践站"),
    ({"状态": "红红火火"}, "状态“红红火火”不认识"),
    ({"自何日起": "2021-13-45"}, "日期“2021-13-45”看不懂"),
    ({"自何日起": "去年"}, "日期“去年”看不懂"),
    ({"自何日起": "2999-01-01"}, "还没有到"),
    ({"自何日起": None}, "没有写“自何日起”"),
    ({"名称": "上埔村", "状态": "暂停开放", "自何日起": None}, "状态变了，要写“自何日起”"),
    ({"名称": "上埔村", "状态": "暂停开放", "自何日起": "2020-01-01"}, "同一天不能有两个状态"),
    ({"上级": "竹岭市/九曲溪镇"}, "不在您管理的范围里"),
    ({"上级": "竹岭市/九曲溪镇", "名称": "筏运村", "状态": "暂停开放"}, "不在您管理的范围里"),
    ({"登记编号": "X" * 21}, "登记编号："),
    ({"地址": "远" * 101}, "地址："),
    ({"纬度": "北边"}, "纬度："),
    ({"纬度": "123"}, "纬度："),
    ({"名称": "很" * 300}, "名称："),
]


def test_a_bad_row_is_named_with_its_reason(city):
    for changes, words in BAD_ROWS:
        plan = look(city, village("好村"), village(**changes))

        assert [said.row for said in plan.problems] == [3], changes
        assert words in plan.problems[0].words


def test_duplicates_are_told(city):
    PlacePage.objects.filter(pk=city.shangpu.pk).update(code="YX0001")

    plan = look(
        city,
        village("甲村", 登记编号="YX0002"),
        village("甲村"),
        village("乙村", 登记编号="YX0002"),
        village("丙村", 登记编号="YX0001"),
    )

    assert problems(plan) == [
        "和第 2 行是同一个地方",
        "登记编号 YX0002 已经是“延溪区/上埔镇/甲村”的了",
        "登记编号 YX0001 已经是“延溪区/上埔镇/上埔村”的了",
    ]


def test_below_a_bad_row_nothing_can_stand(city):
    town = {"上级": "延溪区", "名称": "新街道", "层级": "所", "状态": "已挂牌", "自何日起": "2022-06-01"}

    plan = look(city, town, village("新村", 上级="延溪区/新街道"))

    assert [said.row for said in plan.problems] == [2, 3]
    assert problems(plan)[1] == "上级（第 2 行）没有通过"


def test_one_bad_row_and_nothing_is_imported(city):
    before = PlacePage.objects.count()

    with pytest.raises(Refused, match="一行都没有导入"):
        bring(city, village("好村"), village(状态="红红火火"))

    assert PlacePage.objects.count() == before


def test_what_an_import_does_not_change_is_said(city):
    plan = look(city, village("上埔村", 自何日起="2020-01-01", 地址="别处"))

    assert not plan.problems
    assert plan.does_nothing
    assert "地址和现在登记的不一样" in plan.notes[0].words


def test_out_and_in_again_changes_nothing(city):
    bring(city, village("=cmd|'/c calc'!A1村", 地址="=1+1", 登记编号="0350", 纬度="26.1", 经度="118.2"))
    places, changes = list(PlacePage.objects.values()), list(StatusChange.objects.values())

    data = register.export(user=city.manager, top=city.yanxi.page_ptr)
    plan = register.bring_in(user=city.manager, top=city.yanxi.page_ptr, data=data)

    assert plan.does_nothing
    assert not plan.notes
    assert plan.unchanged == 5
    assert (places, changes) == (list(PlacePage.objects.values()), list(StatusChange.objects.values()))


def test_the_sheet_holds_text_and_no_formula(city):
    bring(city, village("=1+1村", 地址="=HYPERLINK(1)"))

    cells = [
        cell
        for row in load_workbook(BytesIO(register.export(user=city.manager, top=city.yanxi.page_ptr))).active
        for cell in row
        if str(cell.value).startswith("=")
    ]
    assert [cell.data_type for cell in cells] == ["s", "s"]


def test_only_ones_own_part_of_the_register_goes_out(city):
    rows = sheet.read(register.export(user=city.manager, top=city.yanxi.page_ptr))

    assert [row["name"] for row in rows] == ["延溪区", "上埔镇", "上埔村", "溪口村"]


def entity_bomb() -> bytes:
    data = book(village())
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text.replace(b"<?xml version='1.0'?>", b"")
            new.writestr(name, text)
    return made.getvalue()


def zip_bomb() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("xl/workbook.xml", b" " * (sheet.MOST_UNPACKED + 1))
    return made.getvalue()


UNREADABLE = [
    (b"", "打不开"),
    (b"not a sheet", "打不开"),
    (b"PK\x03\x04 broken", "打不开"),
    (entity_bomb, "打不开"),
    (zip_bomb, "展开以后太大"),
    (b"x" * (sheet.MOST_BYTES + 1), "文件太大"),
    (book, "没有内容"),
    (lambda: book(village(), header=["名称", "层级"]), "第一行缺了这些列：上级、状态、自何日起"),
    (lambda: book(*[village(f"{n}村") for n in range(sheet.MOST_ROWS + 1)]), "一次最多导入"),
]


def test_a_file_that_cannot_be_read_is_refused_in_words(city):
    for data, words in UNREADABLE:
        with pytest.raises(Refused, match=words):
            register.look_through(user=city.manager, top=city.yanxi.page_ptr, data=data() if callable(data) else data)


def test_two_thousand_rows_take_less_than_twenty_seconds(city):
    begun = time.monotonic()
    bring(city, *[village(f"第{n}村") for n in range(2000)])

    assert time.monotonic() - begun < 20
    assert PlacePage.objects.child_of(city.shangpu_town).count() == 2002
    assert not any(PlacePage.find_problems())
