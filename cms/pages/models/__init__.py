from cms.pages.models.base import BasePage, PageTag
from cms.pages.models.home import HomePage
from cms.pages.models.index import IndexPage
from cms.pages.models.settings import SiteSettings

__all__ = ["BasePage", "HomePage", "IndexPage", "PageTag", "SiteSettings"]
