from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who people are and how they sign in."""

    name = "cms.accounts"
    label = "accounts"
    verbose_name = "账号"
