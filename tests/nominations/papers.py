"""What the documents under test are written from."""

from io import BytesIO

from PIL import Image

from brands.nominations.dossier.plain import Column, Form, Line, Notice, Photo, Story, Summary
from tests.nominations.second_reader import HOSTILE

LONG = "党课讲到了灶台边。" * 1112  # 10,008 characters


def picture(size: tuple[int, int] = (1600, 1000), kind: str = "JPEG", mode: str = "RGB") -> bytes:
    data = BytesIO()
    Image.new(mode, size, "#b3242b").save(data, kind)
    return data.getvalue()


def photo(data: bytes, caption: str = "灶台边的课", credit: str = "林小山") -> Photo:
    return Photo(lambda: BytesIO(data), caption, credit)


def story(title: str = "一座古厝的三十六堂党课", **given) -> Story:
    parts = [
        ("背景起因", "村里的祠堂空着。\n（一）一张八仙桌\n傍晚收了工，天井里摆开几条长板凳。"),
        ("主要做法", HOSTILE),
        ("取得成效", LONG),
    ]
    figures = ("小院党课 36 堂（截至2026年6月30日，签到簿）",)
    wanted = {"unit": "延溪区新时代文明实践中心", "parts": parts, "figures": figures, "authors": "撰稿：陈秋生"}
    return Story(title, **(wanted | given))


def form(**given) -> Form:
    cells = [
        ("推荐单位", "延溪区新时代文明实践中心"), ("类别", "宣传宣讲党的政策"), ("案例名称", HOSTILE),
        ("主要做法", LONG), ("负责人", "林堃喆"),
    ]  # fmt: skip
    wanted = {"cells": cells, "opinion": "做法实在，群众叫好，同意推荐。", "foot": "稿件编号 12 · 申报 3 号"}
    return Form("全省新时代文明实践创新案例征集\n推荐表", **(wanted | given))


def notice() -> Notice:
    return Notice(
        "全省征集拟推荐案例公示", "拟推荐下列 2 个案例，现予公示。",
        [Line("一座古厝的三十六堂党课", "延溪区 · 宣讲"), Line(HOSTILE, "竹岭市", off=True)],
        "2026年3月2日至2026年3月6日，5 个工作日。", "", "送到：", "云麓市委宣传部\n市行政中心 3 号楼",
    )  # fmt: skip


def table() -> Summary:
    columns = [
        Column("序号", kind="number", width=6), Column("推荐单位"), Column("姓名", "负责人"),
        Column("电话", "负责人"), Column("场次", kind="number"), Column("开始时间", kind="date"),
        Column("概述", width=50),
    ]  # fmt: skip
    rows = [
        [1, "延溪区", "林堃喆", "059500123456", "1,234", "2026-03-02", HOSTILE],
        [2, "竹岭市", "=1+1", "+8613800138000", "三十多场", "2026年春", LONG],
        [3, "延溪区", "@SUM(A1)", "-5", "36.5", "", "普通的一句话"],
    ]
    return Summary("全省新时代文明实践创新案例推荐汇总表", columns, rows)
