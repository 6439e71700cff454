"""A story that begins from the record of a lecture."""

from django.db import transaction

from brands.models import StoryIndexPage, StoryPage
from brands.models.story import Subject
from cms.review.beginning import begin


@transaction.atomic
def story_of(*, told, place, user) -> StoryPage:
    """Begin a story of the place from what was told (title, summary, body); who is in it has still to agree."""
    quote = next((value["text"] for name, value in told.body if name == "quote"), "")
    page = StoryPage(
        title=told.title, summary=told.summary, place=place, subject=Subject.LECTURER, quote=quote, body=told.body
    )
    return begin(page, index_class=StoryIndexPage, user=user)
