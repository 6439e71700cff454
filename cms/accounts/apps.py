from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who people are and how they sign in."""

    name = "cms.accounts"
    label = "accounts"
    verbose_name = "账号"

    def ready(self):
        from wagtail.admin.views.account import NameEmailSettingsPanel

        from cms.accounts.forms import OwnNameForm

        NameEmailSettingsPanel.form_class = OwnNameForm  # the stock one asks for a first and a last name
