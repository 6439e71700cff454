"""The one way in, the way out, and one's own account."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cms.accounts.forms import OwnDetailsForm, OwnPasswordForm, SignInForm


class SignIn(LoginView):
    """Signing in, for the desk and for /admin/ alike."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def get_redirect_url(self):
        """Return where the person wanted to go; the desk for those whom /admin/ would only send back here."""
        wanted = super().get_redirect_url()
        may_enter = self.request.user.has_perm("wagtailadmin.access_admin")
        if may_enter or not wanted.startswith(reverse("wagtailadmin_home")):
            return wanted
        messages.info(self.request, "后台只给编辑和审核的人用，您的事都在这里办。")
        return ""


class SignOut(LogoutView):
    """Signing out, by POST only."""


def locked_out(request, credentials, *args, **kwargs):
    """Answer the fifth wrong password in a row."""
    response = render(request, "accounts/locked_out.html", status=429)
    response["Retry-After"] = "1800"
    return response


@never_cache
@login_required
def change_password(request):
    form = OwnPasswordForm(request.user, request.POST or None)
    if form.is_valid():
        update_session_auth_hash(request, form.save())
        messages.success(request, "新密码已经生效，别的设备上需要重新登录。")
        return redirect("desk:home")
    return render(request, "accounts/change_password.html", {"form": form})


@never_cache
@login_required
def my_account(request):
    form = OwnDetailsForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "已经改好了。")
        return redirect("accounts:my_account")
    return render(request, "accounts/my_account.html", {"form": form})
