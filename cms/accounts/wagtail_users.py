from wagtail.users.apps import WagtailUsersAppConfig as StockConfig


class WagtailUsersAppConfig(StockConfig):
    """wagtail.users with screens that know our one name field (docs/users-in-wagtail.md)."""

    user_viewset = "cms.accounts.viewsets.UserViewSet"
