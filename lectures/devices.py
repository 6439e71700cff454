"""One telling a device, without knowing whose: a random word in a signed cookie, and a keyed hash of it in the row."""

import secrets

from django.utils.crypto import salted_hmac

COOKIE = "listener"
SALT = "lectures.listener"
YEAR = 365 * 24 * 3600  # seconds


def device_of(request) -> str:
    """Return the random word of the device that asks, or "" when it has none yet (or made one up)."""
    return request.get_signed_cookie(COOKIE, default="", salt=SALT)


def give(response) -> None:
    """Have the device remember a word of its own."""
    response.set_signed_cookie(
        COOKIE, secrets.token_urlsafe(16), salt=SALT, max_age=YEAR, httponly=True, samesite="Lax",
        path="/lectures/rate/",
    )  # fmt: skip


def hashed(device: str, session) -> str:
    """Return what is kept: no two sessions share it, so nobody follows a listener from one to another."""
    return salted_hmac(SALT, f"{device}|{session.pk}").hexdigest()
