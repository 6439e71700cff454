"""Many pages at once: 1,878 villages in seconds, where add_child one by one takes minutes."""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page

BATCH = 500


def plant(parent: Page, pages: Sequence[Page]) -> None:
    """Insert new live pages of one kind below a parent that has no children of later paths; sets paths, urls and pks.

    The page's own row is written in bulk, its kind's row by itself. No signal is sent: index the search afterwards.
    """
    if not pages:
        return
    parent = Page.objects.get(pk=parent.pk)
    kind, locale, now = ContentType.objects.get_for_model(pages[0]), Locale.get_active(), timezone.now()
    for number, page in enumerate(pages, start=parent.numchild + 1):
        page.path = Page._get_path(parent.path, parent.depth + 1, number)
        page.depth, page.numchild = parent.depth + 1, 0
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.content_type, page.locale, page.draft_title, page.live = kind, locale, page.title, True
        page.first_published_at = page.first_published_at or now
        page.last_published_at = page.latest_revision_created_at = page.first_published_at
    rows = [_page_row(page) for page in pages]
    Page.objects.bulk_create(rows, batch_size=BATCH)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = row.pk
        page.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _page_row(page: Page) -> Page:
    """Return the page's own row, without its kind's."""
    return Page(
        **{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields if not field.primary_key}
    )
