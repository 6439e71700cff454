"""What pages have in common whose text is one stream, `body`: its pictures, and what stands beside it."""

from cms.pages.words import stream_images
from cms.review.surroundings import surroundings


class StreamedBody:
    """For a reviewed page with a `body` of StoryBlocks and a `nearest` to read next."""

    def pictures(self):
        return [*super().pictures(), *stream_images(self.body)]

    def get_context(self, request, *args, **kwargs):
        """Add the surroundings; the cover stands apart where it is not among the pictures of the text."""
        images = stream_images(self.body)
        beside = surroundings(self, images=images, nearest=self.nearest())
        apart = {"cover_apart": self.cover_id not in [image.pk for image in images]}
        return super().get_context(request, *args, **kwargs) | beside | apart
