"""Where the words of a text, a cell or a column come from; what is kept once is never typed twice."""

from django.db import models

from brands.models.case import PARTS


class Source(models.TextChoices):
    """A fact that the system has of a case, or what is typed for one nomination."""

    OWN = "own", "为这次申报另写"
    NUMBER = "number", "序号"
    UNIT = "unit", "推荐单位"
    COUNTY = "county", "县（市、区）"
    PLACE = "place", "所在阵地"
    TITLE = "title", "案例名称"
    CATEGORY = "category", "类别"
    PERIOD = "period", "起止时间"
    STARTED = "started", "开始时间"
    SUMMARY = "summary", "一句话概述"
    BODY = "body", "正文"
    SLOGAN = "slogan", "口号"
    SHORT = "short", "短稿（400 字上下）"
    MIDDLE = "middle", "中稿（1000 字上下）"
    LONG = "long", "长稿（3000 字上下）"
    FIGURES = "figures", "关键数字"
    AUTHORS = "authors", "作者"
    BRANDS = "brands", "品牌项目"
    HONOURS = "honours", "获奖情况"
    COVERAGE = "coverage", "媒体报道"
    OPINION = "opinion", "推荐意见"


LENGTHS = (Source.SLOGAN, Source.SHORT, Source.MIDDLE, Source.LONG)  # the renditions beside a case
TEXT_SOURCES = [(source.value, source.label) for source in (Source.BODY, Source.SUMMARY, *LENGTHS, Source.OWN)]
CELL_SOURCES = [(value, label) for value, label in Source.choices if value != Source.NUMBER]
SECTION_PARTS = [*PARTS, ("summary", "一句话概述"), (Source.OWN.value, Source.OWN.label)]
PICTURE_FORMATS = [("jpg", "JPG"), ("png", "PNG"), ("webp", "WebP")]
VIDEO_FORMATS = [("mp4", "MP4"), ("mov", "MOV"), ("webm", "WebM")]
FILE_FORMATS = [("pdf", "PDF"), ("jpg", "JPG"), ("png", "PNG"), ("docx", "DOCX"), ("xlsx", "XLSX")]
RATIOS = [("", "不限"), ("16:9", "16:9（横）"), ("9:16", "9:16（竖）"), ("4:3", "4:3"), ("3:2", "3:2"), ("1:1", "1:1")]


class Condition(models.TextChoices):
    """What a case must be before it may stand in a call."""

    YEARS = "years", "做法实施满几年"
    TEAM = "team", "队伍不少于几人"
    NOT_AWARDED = "not_awarded", "以前没有得过这个荣誉"
    STATEMENT = "statement", "请申报人核对的一句话"
