from django.shortcuts import redirect
from django.urls import reverse


class OneTimePasswordMiddleware:
    """Lets a person who signed in with a one-time password do one thing first: choose their own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith(("/desk/", "/admin/")):
            return None
        allowed = (reverse("accounts:change_password"), reverse("accounts:sign_out"), reverse("accounts:sign_in"))
        user = request.user
        if request.path in allowed or not user.is_authenticated or not user.must_change_password:
            return None
        return redirect("accounts:change_password")
