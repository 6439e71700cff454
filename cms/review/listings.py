"""Wagtail's flat listings, one a kind of page, with the columns and filters that editors here think in."""

import django_filters
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Substr
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, TaskState

from cms.places import scope
from cms.places.models import PlacePage, Tier
from cms.review.steps import Step

COUNTY_PATH = scope.COUNTY_DEPTH * Page.steplen


def county_title():
    """Return the title of the county that a page's path lies in, as a subquery; None for the city's own."""
    counties = PlacePage.objects.filter(tier=Tier.CENTRE, path=Substr(OuterRef("path"), 1, COUNTY_PATH))
    return Subquery(counties.values("title")[:1])


def open_step():
    """Return the step that a page in review waits at, as a subquery; None when it is not in review."""
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, workflow_state__round__page=OuterRef("pk"))
    return Subquery(states.values("task__reviewtask__step")[:1])


class StepColumn(Column):
    """Where in review a page waits."""

    def get_value(self, instance):
        return f"待{Step(instance.open_step).label}" if instance.open_step else ""


class ReviewedFilterSet(WagtailFilterSet):
    """By county, by state, by the step that is open."""

    county = django_filters.ModelChoiceFilter(
        label="县（市、区）", queryset=lambda request: scope.counties(), method="in_county", empty_label="全部"
    )
    state = django_filters.ChoiceFilter(
        label="状态",
        choices=[("live", "已发布"), ("draft", "未发布"), ("changed", "已发布，有改动")],
        method="in_state",
        empty_label="全部",
    )
    step = django_filters.ChoiceFilter(label="审核到哪一步", choices=Step.choices, method="at_step", empty_label="全部")

    class Meta:
        model = Page
        fields = []

    def in_county(self, pages, name, county):
        return pages.filter(path__startswith=county.path)

    def in_state(self, pages, name, state):
        live = Q(live=True, has_unpublished_changes=True) if state == "changed" else Q(live=state == "live")
        return pages.filter(live)

    def at_step(self, pages, name, step):
        return pages.filter(open_step=step)


class ReviewedIndexView(IndexView):
    """All pages of one kind that this person may work on."""

    base_filterset_class = ReviewedFilterSet

    @cached_property
    def columns(self):
        return [
            BulkActionsColumn("bulk_actions"),
            PageTitleColumn("title", label="标题", sort_key="title", classname="title"),
            Column("county", label="县（市、区）", accessor="county_title", width="12%"),
            StepColumn("step", label="审核", width="10%"),
            DateColumn(
                "latest_revision_created_at", label="最近改动", sort_key="latest_revision_created_at", width="12%"
            ),
            PageStatusColumn("status", label="状态", sort_key="live", width="12%"),
        ]

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages.annotate(county_title=county_title(), open_step=open_step()))


class ReviewedListingViewSet(PageListingViewSet):
    """A menu item for one kind of page; subclasses name the model, the label, the icon and the place in the menu."""

    index_view_class = ReviewedIndexView
    filterset_class = ReviewedFilterSet
    add_to_admin_menu = True


def listing(kind: type[Page], label: str, icon: str, order: int) -> ReviewedListingViewSet:
    """Return the listing of one kind, for the hook `register_admin_viewset`."""
    name = kind._meta.model_name
    return type(
        f"{kind.__name__}ListingViewSet",
        (ReviewedListingViewSet,),
        {"model": kind, "menu_label": label, "icon": icon, "menu_order": order, "add_to_admin_menu": True},
    )(f"{name}s", url_prefix=f"kinds/{name}")
