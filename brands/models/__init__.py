from brands.models.brand import BrandIndexPage, BrandProjectPage
from brands.models.case import CaseIndexPage, CasePage
from brands.models.honour import Honour, HonourIndexPage
from brands.models.rendition import AIM, Length, Rendition
from brands.models.story import StoryIndexPage, StoryPage

__all__ = [
    "AIM",
    "BrandIndexPage",
    "BrandProjectPage",
    "CaseIndexPage",
    "CasePage",
    "Honour",
    "HonourIndexPage",
    "Length",
    "Rendition",
    "StoryIndexPage",
    "StoryPage",
]
