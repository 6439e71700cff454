"""Eight calls as provinces, the nation and the city itself publish them; their rules are data, entered as people do."""

import datetime as dt

from django.utils import timezone

from brands.models.case import Category
from brands.nominations.models import Call

MB = 2**20
LENGTHS = {"middle": 1000, "short": 400, "slogan": 20}  # 字, as notices ask them of a cell
SERIES = "省新时代文明实践创新案例集"


def rule(block: str, key: str, **value) -> dict:
    """Return one rule as the call's stream stores it; the key is what answers and attachments are kept under."""
    return {"type": block, "id": key, "value": {"category": "", "blocking": True} | value}


def rows(*values: tuple[str, dict]) -> list[dict]:
    return [{"type": "item", "id": key, "value": value} for key, value in values]


def text(key: str, name: str, most: int | None, parts: str = "", **value) -> dict:
    """Return a rule for a text; `parts` names headings and the case's parts: 背景=background 附录=own."""
    pairs = [pair.split("=") for pair in parts.split()]
    sections = rows(*((f"{key}-{at}", {"heading": head, "part": part}) for at, (head, part) in enumerate(pairs)))
    return rule("text", key, **{"name": name, "source": "body", "sections": sections, "max_words": most} | value)


def form(key: str, name: str, cells: str, **value) -> dict:
    """Return a rule for a form; `cells` names labels and where their words come from: 项目名称=title 联系方式=own."""
    pairs = [pair.split("=") for pair in cells.split()]
    made = rows(*((f"{key}-{at}", _cell(*pair)) for at, pair in enumerate(pairs)))
    return rule("form", key, name=name, cells=made, **value)


def table(key: str, columns: str) -> dict:
    """Return a rule for the summary sheet; `columns` names labels, sources and widths: 案例名称=title=30."""
    triples = [one.split("=") for one in columns.split()]
    made = rows(*((f"{key}-{at}", _column(*triple)) for at, triple in enumerate(triples)))
    return rule("table", key, name="汇总表", columns=made)


def _cell(label: str, source: str) -> dict:
    return {"label": label, "source": source, "required": True, "max_words": LENGTHS.get(source)}


def _column(label: str, source: str, width: str) -> dict:
    kind = "number" if source == "number" else "text"
    return {"label": label, "source": source, "kind": kind, "width": int(width), "group": ""}


PACKED = rule("packaging", "pack", one_folder=True, folder_name="{number}{title}")
RECOMMENDED = form(
    "form",
    "推荐表",
    "推荐单位=unit 案例名称=title 类别=category 所在阵地=place 起止时间=period 概述=summary "
    "项目负责人=own 联系电话=own 获奖情况=honours 推荐意见=opinion",
)
INNOVATION = [
    text("body", "案例正文", 3000, "背景起因=background 做法经过=practice 成效反响=results 探索思考=lessons"),
    rule("image", "photos", name="照片", which="photos", max_count=5, formats=["jpg"], caption=True, blocking=False,
         file_name="{number}{title}-{n}"),
    RECOMMENDED,
    table("table", "序号=number=6 推荐单位=unit=24 案例名称=title=36 类别=category=20 联系电话=own=16"),
    PACKED,
]  # fmt: skip

OTHERS = [
    {
        "title": "文明实践阵地巡礼", "series": "云麓市文明实践阵地巡礼", "level": "city", "issued_by": "市委宣传部",
        "document_number": "", "opens": -5, "closes": 21, "default_quota": 4, "city_quota": 20, "publicity_days": 5,
        "categories": "实践中心\n实践所\n实践站\n实践点",
        "materials": [
            text("intro", "阵地简介", 400, "定位=own 活动=own 品牌=own 亮点=own 实效案例=own"),
            text("slogan", "口号", 20, source="slogan"),
            rule("image", "cover", name="封面图", which="cover", max_count=1, formats=["jpg"], width=1920, height=1080,
                 must_show="看得清牌匾", file_name="[{tier}]{place}"),
            rule("image", "photos", name="实景照片", which="photos", min_count=3, max_count=5, this_year=True,
                 file_name="[{tier}]{place}-{n}"),
        ],
    },
    {
        "title": "宣讲微课大赛", "series": "云麓市宣讲微课大赛", "level": "city", "issued_by": "市委宣传部、市委党校",
        "document_number": "", "opens": -8, "closes": 33, "default_quota": 3, "city_quota": 12, "publicity_days": 5,
        "categories": "",
        "materials": [
            rule("video", "film", name="微课视频", max_seconds=180, width=1920, height=1080, formats=["mp4"],
                 max_bytes=200 * MB, must_show="没有水印", file_name="{county}-{title}"),
        ],
    },
    {
        "title": "基层思想政治工作优秀案例征集", "series": "省基层思想政治工作优秀案例", "level": "province",
        "issued_by": "省委宣传部", "document_number": "省委宣〔2026〕52号", "opens": 6, "closes": 48,
        "default_quota": 2, "city_quota": 6, "publicity_days": 5, "categories": "",
        "materials": [
            text("body", "案例正文", 5000, "基本情况=background 主要做法=practice 工作成效=results 工作启示=lessons"),
            rule("image", "photos", name="照片", which="photos", min_count=3, max_count=3, formats=["jpg"],
                 min_bytes=MB, min_dpi=300, caption=True, file_name="{title}-{n}"),
            rule("file", "sealed", name="盖章的统计表扫描件", formats=["pdf", "jpg"], file_name="统计表"),
            table("table", "序号=number=6 单位=unit=24 案例名称=title=36 作者=authors=16"),
            rule("packaging", "pack", one_folder=True, folder_name="{unit}"),
        ],
    },
    {
        "title": "最佳志愿服务项目推荐", "series": "全国最佳志愿服务项目", "level": "national",
        "issued_by": "中央社会工作部", "document_number": "", "opens": 12, "closes": 40, "default_quota": 1,
        "city_quota": 2, "publicity_days": 5, "categories": "",
        "materials": [
            rule("eligibility", "years", name="申报条件", kind="years", number=3),
            form("form", "推荐表", "推荐单位=unit 项目名称=title 开展项目的时间=started 参与项目的注册志愿者人数=own "
                 "项目负责人=own 联系方式=own 项目概述及亮点成效=middle"),
        ],
    },
    {
        "title": "基层理论宣讲先进推荐", "series": "省基层理论宣讲先进", "level": "province",
        "issued_by": "省委宣传部", "document_number": "省委宣〔2026〕9号", "opens": -220, "closes": -170,
        "default_quota": 2, "city_quota": 8, "publicity_days": 5, "categories": "集体和个人\n宣讲报告\n微视频",
        "materials": [
            text("deeds", "事迹材料", 2000, category="集体和个人"),
            text("speech", "宣讲报告", 5000, category="宣讲报告", min_words=3000, source="long"),
            rule("video", "film", name="微视频", category="微视频", max_seconds=600),
            text("played", "展播情况说明", None, category="微视频", source="own"),
        ],
    },
    {
        "title": "全国基层党建创新案例", "series": "全国基层党建创新案例", "level": "national",
        "issued_by": "人民网", "document_number": "", "opens": -190, "closes": -140, "default_quota": 1,
        "city_quota": 3, "publicity_days": 5, "categories": "",
        "materials": [
            text("abstract", "摘要", 1500, source="middle"),
            text("body", "案例正文", 5000, "背景=background 做法=practice 成效=results 探讨=lessons 附录=own"),
        ],
    },
    {
        "title": "市级精神文明创建案例推荐", "series": "云麓市精神文明创建案例", "level": "city",
        "issued_by": "市文明办", "document_number": "", "opens": -120, "closes": -85, "default_quota": 5,
        "city_quota": 40, "publicity_days": 5, "categories": "\n".join(Category.labels),
        "materials": [text("body", "案例正文", 3000), RECOMMENDED],
    },
]  # fmt: skip


def build_others() -> list[Call]:
    """Enter the calls beside the two that the demonstration's cases answer: running, to come, and over."""
    today = timezone.localtime().replace(hour=17, minute=0, second=0, microsecond=0)
    return [_call(dict(one), today) for one in OTHERS]


def _call(given: dict, today: dt.datetime) -> Call:
    opens, closes = (today + dt.timedelta(days=given.pop(name)) for name in ("opens", "closes"))
    return Call.objects.create(year=closes.year, opens_at=opens.replace(hour=9), closes_at=closes, **given)
