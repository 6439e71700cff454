"""An Atom feed of every section."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed

from cms.pages.addresses import address
from cms.pages.cards import cards_of

LONGEST = 30


class IndexFeed(Feed):
    """The newest pages of one section index."""

    feed_type = Atom1Feed

    def __init__(self, index):
        self.index = index

    def title(self) -> str:
        return f"{self.index.title} - {self.index.get_site().site_name}"

    def link(self) -> str:
        return address(self.index.url_path)

    def subtitle(self) -> str:
        return self.index.summary

    def items(self):
        return cards_of(self.index.listing()[:LONGEST])

    def item_title(self, item) -> str:
        return item.title

    def item_description(self, item) -> str:
        return item.summary

    def item_link(self, item) -> str:
        return item.url

    def item_pubdate(self, item):
        return item.published
