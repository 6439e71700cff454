"""Forms for signing in and for one's own password."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError

from cms.accounts.models import User


class SignInForm(AuthenticationForm):
    """Name and password; what is wrong with an account is told only after both are right."""

    error_messages = {
        "invalid_login": "登录名或密码不对。连续错五次会锁定半小时。",
        "inactive": "这个账号已经停用。如需恢复，请找本级管理员。",
    }

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = "登录名"
        self.fields["password"].label = "密码"

    def get_invalid_login_error(self):
        """Tell those who know the right password that their account is closed; Django's backend tells nobody."""
        username, password = self.cleaned_data["username"], self.cleaned_data["password"]
        closed = User.objects.filter(username=username, is_active=False).first()
        if closed and closed.check_password(password):
            return ValidationError(self.error_messages["inactive"], code="inactive")
        return super().get_invalid_login_error()

    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if user.one_time_password_expired:
            raise ValidationError(
                "一次性密码已经过期（发放后 72 小时内有效），请本级管理员重新发一个。", code="expired"
            )


class OwnPasswordForm(PasswordChangeForm):
    """Choosing one's own password, in place of the old or the one-time one."""

    error_messages = PasswordChangeForm.error_messages | {
        "password_incorrect": "原来的密码不对，请再输一次。",
        "password_mismatch": "两次输入的新密码不一样。",
    }

    def save(self, commit=True):
        self.user.one_time_password_at = None
        return super().save(commit)


class OwnDetailsForm(forms.ModelForm):
    """What people may change about themselves."""

    class Meta:
        model = User
        fields = ["name", "email"]


class OwnNameForm(forms.ModelForm):
    """The name on Wagtail's own account page."""

    class Meta:
        model = User
        fields = ["name"]
