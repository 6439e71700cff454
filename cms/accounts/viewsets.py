"""Wagtail's user screens, open to the superuser only and fitted to a User with one name."""

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import IndexView
from wagtail.users.views.users import UserViewSet as StockUserViewSet


class OneNameCreationForm(UserCreationForm):
    """Making an account without first and last name."""

    first_name = None
    last_name = None

    class Meta(UserCreationForm.Meta):
        fields = (set(UserCreationForm.Meta.fields) - {"first_name", "last_name"}) | {"name"}


class OneNameEditForm(UserEditForm):
    """Changing an account without first and last name."""

    first_name = None
    last_name = None

    class Meta(UserEditForm.Meta):
        fields = (set(UserEditForm.Meta.fields) - {"first_name", "last_name"}) | {"name"}


class OneNameIndexView(IndexView):
    """Lists accounts; searched by name and user name."""

    search_fields = ("username", "name")


class UserViewSet(StockUserViewSet):
    """The screens under 设置 → 用户."""

    index_view_class = OneNameIndexView

    def get_form_class(self, for_update=False):
        return OneNameEditForm if for_update else OneNameCreationForm
