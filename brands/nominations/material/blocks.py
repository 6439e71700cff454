"""The blocks in which a call's rules are entered, one for each kind of material that notices ask for."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from brands.nominations.material import choices, naming

DOTS = 10_000  # pixels a side: more than any notice asks for


def limit(label: str, most: int = 10_000, **kwargs) -> blocks.IntegerBlock:
    """Return a field for a number that a notice may or may not name."""
    return blocks.IntegerBlock(label=label, required=False, min_value=1, max_value=most, **kwargs)


def template(label: str) -> blocks.CharBlock:
    return blocks.CharBlock(
        label=label, required=False, max_length=80, help_text=naming.HELP, validators=[naming.check_template]
    )


class RuleBlock(blocks.StructBlock):
    """What every rule has: a name, whom it concerns, and whether it holds a nomination up."""

    name = blocks.CharBlock(label="材料名称", max_length=40, help_text="照通知里的叫法写，例如：案例正文。")
    category = blocks.CharBlock(label="只管哪个类别", required=False, max_length=40, help_text="空着就是每个类别都要。")
    blocking = blocks.BooleanBlock(label="不合就不能报", required=False, default=True)

    def between(self, cleaned, low: str, high: str, says: str):
        """Refuse a smallest that is larger than the largest."""
        if cleaned.get(low) and cleaned.get(high) and cleaned[low] > cleaned[high]:
            raise blocks.StructBlockValidationError({high: ValidationError(says)})
        return cleaned


class SectionBlock(blocks.StructBlock):
    """One heading of a text, and the part of the case that stands under it."""

    heading = blocks.CharBlock(label="小标题", max_length=20)
    part = blocks.ChoiceBlock(label="用案例的哪一段", choices=choices.SECTION_PARTS)

    class Meta:
        icon = "title"
        label = "小标题"


class TextBlock(RuleBlock):
    """A text: where it comes from, its headings, and how long it may be."""

    source = blocks.ChoiceBlock(label="用哪一篇", choices=choices.TEXT_SOURCES, default="body")
    sections = blocks.ListBlock(
        SectionBlock(), label="小标题", default=[], help_text="用正文时，照通知要求的小标题排；空着就用案例自己的五段。"
    )
    min_words = limit("最少几字")
    max_words = limit("最多几字", help_text="按 Word、WPS 的“字数”数，小标题算在内。")

    class Meta:
        icon = "doc-full"
        label = "文字"

    def clean(self, value):
        return self.between(super().clean(value), "min_words", "max_words", "最多的字数要比最少的多。")


class ImageBlock(RuleBlock):
    """Photos: how many, how large, in what shape, and what must be told of them."""

    which = blocks.ChoiceBlock(label="哪些图", choices=[("photos", "照片"), ("cover", "封面图")], default="photos")
    min_count = limit("最少几张", 50)
    max_count = limit("最多几张", 50)
    formats = blocks.MultipleChoiceBlock(label="格式", choices=choices.PICTURE_FORMATS, required=False)
    min_bytes = limit("每张至少多少字节", 200 * 2**20, help_text="1 MB 是 1048576。")
    max_bytes = limit("每张至多多少字节", 200 * 2**20)
    width = limit("宽（像素，正好）", DOTS)
    height = limit("高（像素，正好）", DOTS)
    min_width = limit("宽至少（像素）", DOTS)
    min_height = limit("高至少（像素）", DOTS)
    ratio = blocks.ChoiceBlock(label="画幅", choices=choices.RATIOS, required=False)
    min_dpi = limit("分辨率至少（dpi）", 1200)
    this_year = blocks.BooleanBlock(label="要当年拍的", required=False)
    caption = blocks.BooleanBlock(label="要有图说", required=False)
    must_show = blocks.CharBlock(label="画面里要有什么", required=False, max_length=60, help_text="由人看过打勾。")
    file_name = template("文件怎么取名")

    class Meta:
        icon = "image"
        label = "图片"

    def clean(self, value):
        cleaned = self.between(super().clean(value), "min_count", "max_count", "最多的张数要比最少的多。")
        return self.between(cleaned, "min_bytes", "max_bytes", "最大的字节数要比最小的大。")


class VideoBlock(RuleBlock):
    """A film: how long, how large, in what shape."""

    min_seconds = limit("至少几秒")
    max_seconds = limit("至多几秒", help_text="3 分钟是 180，10 分钟是 600。")
    width = limit("宽（像素，至少）", 10_000)
    height = limit("高（像素，至少）", 10_000)
    ratio = blocks.ChoiceBlock(label="画幅", choices=choices.RATIOS, required=False)
    formats = blocks.MultipleChoiceBlock(label="格式", choices=choices.VIDEO_FORMATS, required=False)
    max_bytes = limit("至多多少字节", 10 * 2**30, help_text="200 MB 是 209715200。")
    subtitles = blocks.BooleanBlock(label="要有字幕", required=False)
    must_show = blocks.CharBlock(
        label="要人看过才知道的", required=False, max_length=60, help_text="例如：没有水印。由人看过打勾。"
    )
    file_name = template("文件怎么取名")

    class Meta:
        icon = "media"
        label = "视频"

    def clean(self, value):
        return self.between(super().clean(value), "min_seconds", "max_seconds", "最长要比最短的长。")


class FileBlock(RuleBlock):
    """Another paper: a signed scan, a list, a certificate."""

    formats = blocks.MultipleChoiceBlock(label="格式", choices=choices.FILE_FORMATS, required=False)
    max_bytes = limit("至多多少字节", 100 * 2**20)
    file_name = template("文件怎么取名")

    class Meta:
        icon = "doc-empty"
        label = "附件（扫描件等）"


class CellBlock(blocks.StructBlock):
    """One cell of the form: what it is called, and where its words come from."""

    label = blocks.CharBlock(label="栏目", max_length=30)
    source = blocks.ChoiceBlock(label="填什么", choices=choices.CELL_SOURCES, default="own")
    max_words = limit("最多几字")
    required = blocks.BooleanBlock(label="必填", required=False, default=True)

    class Meta:
        icon = "edit"
        label = "一栏"


class FormBlock(RuleBlock):
    """推荐表: the cells of the form, in the notice's order."""

    cells = blocks.ListBlock(CellBlock(), label="表里的栏目", min_num=1)

    class Meta:
        icon = "form"
        label = "推荐表"


class ColumnBlock(blocks.StructBlock):
    """One column of the summary sheet."""

    label = blocks.CharBlock(label="列名", max_length=30)
    group = blocks.CharBlock(label="上一级表头", required=False, max_length=30, help_text="相邻几列写得一样，就合并。")
    source = blocks.ChoiceBlock(label="填什么", choices=choices.Source.choices)
    kind = blocks.ChoiceBlock(
        label="按什么存", choices=[("text", "文字"), ("number", "数字"), ("date", "日期")], default="text"
    )
    width = blocks.IntegerBlock(label="列宽（字）", default=16, min_value=4, max_value=80)

    class Meta:
        icon = "table"
        label = "一列"


class TableBlock(RuleBlock):
    """汇总表: one line a case."""

    columns = blocks.ListBlock(ColumnBlock(), label="列", min_num=1)

    class Meta:
        icon = "table"
        label = "汇总表"


class EligibilityBlock(RuleBlock):
    """A condition that the case itself must meet."""

    kind = blocks.ChoiceBlock(label="条件", choices=choices.Condition.choices)
    number = limit("几年，几人", 1000)
    words = blocks.CharBlock(label="荣誉名称，或要核对的话", required=False, max_length=80)

    class Meta:
        icon = "check"
        label = "申报条件"

    def clean(self, value):
        cleaned = super().clean(value)
        counted = cleaned["kind"] in (choices.Condition.YEARS, choices.Condition.TEAM)
        if counted and not cleaned.get("number"):
            raise blocks.StructBlockValidationError({"number": ValidationError("写上几年，或几人。")})
        if cleaned["kind"] == choices.Condition.STATEMENT and not cleaned.get("words"):
            raise blocks.StructBlockValidationError({"words": ValidationError("写上要核对的话。")})
        return cleaned


class PackagingBlock(blocks.StructBlock):
    """How the files are to be put together."""

    one_folder = blocks.BooleanBlock(label="一个案例一个文件夹", required=False, default=True)
    folder_name = template("文件夹怎么取名")

    class Meta:
        icon = "folder-inverse"
        label = "打包"


class MaterialBlocks(blocks.StreamBlock):
    """Everything that a notice asks for."""

    text = TextBlock()
    image = ImageBlock()
    video = VideoBlock()
    file = FileBlock()
    form = FormBlock()
    table = TableBlock()
    eligibility = EligibilityBlock()
    packaging = PackagingBlock()

    class Meta:
        block_counts = {"packaging": {"max_num": 1}}
