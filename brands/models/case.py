"""案例: what a place did, written so that others can do it too."""

from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from brands.gaps import gaps_of
from brands.journey import journey
from cms.pages.album import Photo, photos_of
from cms.pages.blocks import AuthorBlocks, CoverageBlocks, FigureBlocks, PictureBlocks
from cms.pages.cards import Columns
from cms.pages.filters import by_choice, by_year
from cms.pages.links import Group, chosen
from cms.pages.models import IndexPage
from cms.places.filters import by_county
from cms.review.models import ReviewedPage, Text
from cms.review.surroundings import surroundings


class Category(models.TextChoices):
    """The five fields of work of 新时代文明实践."""

    LEARNING = "learning", "学习实践科学理论"
    POLICY = "policy", "宣传宣讲党的政策"
    VALUES = "values", "培育践行主流价值"
    CULTURE = "culture", "丰富活跃文化生活"
    CUSTOMS = "customs", "持续深入移风易俗"


PARTS = (
    ("background", "背景起因"),
    ("practice", "主要做法"),
    ("results", "取得成效"),
    ("lessons", "经验启示"),
    ("next_steps", "下一步"),
)
UNTITLED = "还没有题目"


class CasePage(ReviewedPage):
    """One practice in five short parts, with figures that say how they were counted and pictures with their credit."""

    category = models.CharField("类别", max_length=10, choices=Category, blank=True)
    brands = ParentalManyToManyField(
        "brands.BrandProjectPage", blank=True, verbose_name="品牌项目", related_name="cases"
    )
    period_start = models.DateField("从何时", null=True, blank=True)
    period_end = models.DateField("到何时", null=True, blank=True)
    background = models.TextField("背景起因", blank=True)
    practice = models.TextField("主要做法", blank=True)
    results = models.TextField("取得成效", blank=True)
    lessons = models.TextField("经验启示", blank=True)
    next_steps = models.TextField("下一步", blank=True)
    figures_body = StreamField(FigureBlocks(), verbose_name="关键数字", blank=True)
    pictures_body = StreamField(PictureBlocks(), verbose_name="照片", blank=True)
    quote = models.CharField("群众原声", max_length=200, blank=True)
    quote_by = models.CharField("谁说的", max_length=40, blank=True)
    authors = StreamField(AuthorBlocks(), verbose_name="作者", blank=True)
    coverage = StreamField(CoverageBlocks(), verbose_name="媒体报道", blank=True)
    draft_key = models.UUIDField(
        "稿件号", unique=True, null=True, blank=True, editable=False
    )  # chosen by the writer's browser

    exclude_fields_in_copy = ["draft_key"]

    card = Columns(tag="category", labels=Category.choices, place="place__title")

    content_panels = [
        *ReviewedPage.content_panels,
        FieldPanel("category"),
        FieldPanel("brands"),
        FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end")]),
        *(FieldPanel(field) for field, _ in PARTS),
        FieldPanel("figures_body"),
        FieldPanel("pictures_body"),
        MultiFieldPanel([FieldPanel("quote"), FieldPanel("quote_by")], "群众原声"),
        FieldPanel("authors"),
        FieldPanel("coverage"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        *(index.SearchField(field) for field, _ in PARTS),
        *(index.SearchField(field) for field in ("quote", "quote_by", "authors")),
        index.FilterField("category"),
    ]

    parent_page_types = ["brands.CaseIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = "案例"
        verbose_name_plural = "案例"

    @property
    def untitled(self) -> bool:
        """True while its writer has not named it; a page cannot be kept without a title."""
        return self.title == UNTITLED

    @property
    def parts(self) -> list[tuple[str, str, str]]:
        """The parts that have been written: (field, heading, text)."""
        return [(field, label, getattr(self, field)) for field, label in PARTS if getattr(self, field)]

    def texts(self):
        return [*super().texts(), *(Text(*part) for part in self.parts)]

    def figures(self):
        return [dict(block.value) for block in self.figures_body]

    def pictures(self):
        return [*super().pictures(), *(block.value["image"] for block in self.pictures_body if block.value["image"])]

    def blockers(self):
        return [sentence.rstrip("。") for sentence in gaps_of(self).values()]

    def author_url(self):
        return reverse("submissions:detail", args=[self.pk])

    def writers(self):
        names = [block.value["name"] for block in self.authors if block.value["role"] == "撰稿"]
        return names or super().writers()

    def get_context(self, request, *args, **kwargs):
        """Add its brands, its way from the village to the province, and other cases."""
        photos = photos_of(self.pictures_body)
        beside = surroundings(
            self,
            photos=photos,
            brands=Group(chosen(self.brands).live(), in_tree_order=True, pictured=False),
            nearest=self.nearest(),
        )
        place = next((link.title for link in beside["where"] if link.pk == self.place_id), "")
        way = {"journey": journey(self, beside["rounds"], place)}
        layout = self.laid_out([photo for photo in photos if photo.picture])
        return super().get_context(request, *args, **kwargs) | beside | way | layout

    def laid_out(self, photos: list[Photo]) -> dict:
        """Return how photos and the quote stand among the parts: one photo opens, one follows each later part.

        `quote_after` is the number of the part that the quote follows: 取得成效, or the last one written.
        """
        opening, *gallery = photos or [None]
        fields = [field for field, *_ in self.parts]
        parts = [
            (label, text, gallery.pop(0) if gallery and number else None)
            for number, (_, label, text) in enumerate(self.parts)
        ]
        quote_after = fields.index("results") + 1 if "results" in fields else len(fields)
        return {"opening": opening, "parts": parts, "gallery": gallery, "quote_after": quote_after}

    def nearest(self):
        """Return the cases of the same brands, those of the same category, and all."""
        links = CasePage.brands.through.objects
        own = links.filter(casepage=self.pk).values("brandprojectpage")
        shared = links.filter(brandprojectpage__in=own).values("casepage")
        cases = CasePage.objects
        return cases.filter(pk__in=shared), cases.filter(category=self.category), cases.all()


class CaseIndexPage(IndexPage):
    """All cases of the city or of one county."""

    kind = "brands.CasePage"
    unit = "个"
    nothing = "还没有案例。村里的好做法由供稿员写下来，经过看稿、初审、复审、终审，就会出现在这里。"
    filters = (by_county(), by_choice("category", "类别", Category.choices), by_year())
    parent_page_types = ["pages.HomePage", "places.PlacePage"]
    subpage_types = ["brands.CasePage"]

    class Meta:
        verbose_name = "案例栏目"
