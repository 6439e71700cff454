"""What a contributor writes, for the tests of writing."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

WORDS = {
    "title": "一座古厝的三十六堂党课",
    "summary": "一张八仙桌，几条长板凳，把党课搬进了古厝。",
    "category": "policy",
    "background": "上埔村常住的多是老人，会议室在二楼，上下不便。",
    "practice": "一是把时间交给群众定。二是用乡音讲身边事。",
    "results": "三年讲了 36 堂，课后办结 21 件实事。",
    "lessons": "课要讲到心里去，先得坐到一条板凳上。",
    "next_steps": "",
    "quote": "以前是台上念、台下散，现在是散了还不肯走。",
    "quote_by": "林阿婆",
    "period_start": "2023-03-01",
    "period_end": "2026-06-30",
}
FIGURE = {"label": "小院党课", "value": "36", "unit": "堂", "as_of": "2026-06-30", "method": "签到簿"}


def full(city, **changes) -> dict:
    """Return a case that lacks nothing, as content for the verbs."""
    authors = [{"name": "陈秋生", "role": "撰稿"}]
    return WORDS | {"place": city.shangpu.pk, "brands": [], "figures": [FIGURE], "authors": authors} | changes


def jpeg(name="IMG_0001.jpg", colour="#2e6a4f", size=(640, 400)) -> SimpleUploadedFile:
    """Make a photograph as a phone sends it."""
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), content_type="image/jpeg")
