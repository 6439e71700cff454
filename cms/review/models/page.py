"""A page that only the last approval may publish."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import CommentPanel
from wagtail.models import Revision

from cms.places.models import OwnedPage
from cms.review import checks, contents
from cms.review.permissions import ReviewedPagePermissionTester
from cms.review.text import Text


class ReviewedPage(OwnedPage):
    """A page that goes through 看稿, 初审, 复审 and 终审 before anybody reads it."""

    byline = models.JSONField(
        "署名", default=list, editable=False
    )  # [["供稿", "陈秋生"], ["初审", "王…"], …], set at publication

    settings_panels = [CommentPanel()]  # when a page goes public is the last approval's to say, not a calendar's
    exclude_fields_in_copy = ["byline"]

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return ReviewedPagePermissionTester(user, self)

    def texts(self) -> list[Text]:
        """Return every part of the text that people read, in reading order."""
        return [Text("title", "标题", self.title), Text("summary", "一句话简介", self.summary)]

    def figures(self) -> list[dict]:
        """Return the key figures: dicts with label, value, unit, as_of, method."""
        return []

    def pictures(self) -> list:
        """Return every image on the page, for consent."""
        return [self.cover] if self.cover_id else []

    def writers(self) -> list[str]:
        """Return the names under which the page was written."""
        return [self.owner.name] if self.owner_id else []

    def author_ids(self) -> set[int]:
        """Return the pks of everybody whose own work this text is: its owner, and who wrote its newest revision."""
        latest = Revision.objects.filter(pk=self.latest_revision_id).values_list("user_id", flat=True)
        return {pk for pk in (self.owner_id, *latest) if pk}

    def author_url(self) -> str:
        """Return where its author goes on with it: the record of its review, or what its kind names instead."""
        return reverse("review:record", args=[self.pk])

    def blockers(self) -> list[str]:
        """Return what this kind of page must have before it may be submitted, one sentence each."""
        return [f"图片“{picture.title}”：{why}" for picture in self.pictures() if (why := picture.consent_gap())]

    def obstacles(self) -> list[str]:
        """Return everything that stops a submission: what is missing or half filled in, and personal data."""
        found = checks.private_data(contents.everything(self), today=timezone.localdate())
        private = [f"{finding.sentence}（{finding.quote}）" for finding in found]
        return [*(self.blockers() or contents.gaps(self)), *private]
