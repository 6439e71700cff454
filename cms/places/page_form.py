"""The form of a page in /admin/, as it is seen from one's own county."""

from django.db.models import Q
from django.forms import ModelChoiceField
from wagtail.models import Page

from cms.pages.forms import PageForm
from cms.places import scope


class OwnedPageForm(PageForm):
    """Offers, wherever pages are listed to choose from, what is published and of the unpublished only one's own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = Q(live=True) | scope.visible(self.for_user, "path")
        for field in self.fields.values():
            if isinstance(field, ModelChoiceField) and issubclass(field.queryset.model, Page):
                field.queryset = field.queryset.filter(known)
