"""The building blocks of articles, stories and brands."""

import datetime as dt
from decimal import Decimal

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

PLAIN_TEXT = ["bold", "link", "ol", "ul"]


class ParagraphBlock(blocks.RichTextBlock):
    """One or more paragraphs of text."""

    class Meta:
        label = "正文"
        icon = "pilcrow"
        template = "blocks/paragraph.html"
        preview_value = "<p>傍晚收了工，天井里摆开几条长板凳，党课就开讲了。</p>"
        description = "普通段落，可加粗、加链接、列条目"

    def __init__(self, **kwargs):
        super().__init__(features=PLAIN_TEXT, **kwargs)


class HeadingBlock(blocks.CharBlock):
    """A heading inside the text."""

    class Meta:
        label = "小标题"
        icon = "title"
        template = "blocks/heading.html"
        preview_value = "一张八仙桌，几条长板凳"
        description = "文中的小标题"


class PictureBlock(blocks.StructBlock):
    """A picture with its caption; who took it and who agreed to be shown is kept with the picture itself."""

    image = ImageBlock(label="图片")
    caption = blocks.CharBlock(label="图说", max_length=120, help_text="何时、何地、何事")

    class Meta:
        label = "图片"
        icon = "image"
        template = "blocks/picture.html"
        preview_template = "blocks/previews/picture.html"
        description = "带图说的图片"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, in their own words."""

    text = blocks.TextBlock(label="原话", rows=3)
    who = blocks.CharBlock(label="谁说的", max_length=40, required=False)

    class Meta:
        label = "群众原声"
        icon = "openquote"
        template = "blocks/quote.html"
        preview_value = {"text": "以前是台上念、台下散，现在是散了还不肯走。", "who": "林阿婆"}
        description = "一句原话和说话的人"


class FigureBlock(blocks.StructBlock):
    """A number that proves something: what, how much, as of when, and how it was counted."""

    label = blocks.CharBlock(label="指标", max_length=40)
    value = blocks.DecimalBlock(label="数值")
    unit = blocks.CharBlock(label="单位", max_length=12)
    as_of = blocks.DateBlock(label="截至")
    method = blocks.CharBlock(label="怎么数出来的", max_length=60)

    class Meta:
        label = "关键数字"
        icon = "order"
        template = "blocks/figure.html"
        preview_template = "blocks/previews/figure.html"
        preview_value = {
            "label": "小院党课",
            "value": Decimal(36),
            "unit": "堂",
            "as_of": dt.date(2026, 6, 30),
            "method": "签到簿",
        }
        description = "带单位、截止日期和统计口径的数字"


class CoverageBlock(blocks.StructBlock):
    """Where others reported on it."""

    outlet = blocks.CharBlock(label="媒体", max_length=40)
    title = blocks.CharBlock(label="标题", max_length=120)
    date = blocks.DateBlock(label="日期", required=False)
    url = blocks.URLBlock(label="链接", required=False)

    class Meta:
        label = "媒体报道"
        icon = "link-external"
        template = "blocks/coverage.html"
        preview_template = "blocks/previews/coverage.html"
        preview_value = {"outlet": "云麓日报", "title": "古厝里的党课", "date": dt.date(2026, 3, 2), "url": ""}
        description = "别处的报道"


class AuthorBlock(blocks.StructBlock):
    """Somebody who wrote or photographed."""

    name = blocks.CharBlock(label="姓名", max_length=40)
    role = blocks.ChoiceBlock(label="做了什么", choices=[("撰稿", "撰稿"), ("摄影", "摄影"), ("摄像", "摄像")])

    class Meta:
        label = "作者"
        icon = "user"
        template = "blocks/author.html"
        preview_template = "blocks/previews/author.html"
        preview_value = {"name": "陈秋生", "role": "撰稿"}
        description = "撰稿、摄影的人"


class StoryBlocks(blocks.StreamBlock):
    """What a text may be made of."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    picture = PictureBlock()
    quote = QuoteBlock()


class FigureBlocks(blocks.StreamBlock):
    """A list of key figures."""

    figure = FigureBlock()


class PictureBlocks(blocks.StreamBlock):
    """A list of pictures with captions."""

    picture = PictureBlock()


class CoverageBlocks(blocks.StreamBlock):
    """A list of reports by others."""

    coverage = CoverageBlock()


class AuthorBlocks(blocks.StreamBlock):
    """A list of authors."""

    author = AuthorBlock()
