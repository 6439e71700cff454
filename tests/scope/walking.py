"""Sending one request as one person and saying in a letter what came of it."""

from copy import deepcopy
from urllib.parse import urlsplit

from django.contrib.messages import get_messages
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.scope.town import SECRETS

COLUMNS = (
    "anonymous",
    *("contributor", "checker", "editor", "reviewer", "nominator", "manager"),  # of 上埔村, 上埔镇 and 延溪区
    *("city_editor", "signer", "city_nominator", "city_manager"),
    "outsider",  # holds every office in 竹岭市
    "superuser",
)
READS = {"yanxi": set(COLUMNS) - {"anonymous", "outsider"}, "zhuling": {"outsider", "superuser", "signer"}}
READS["zhuling"] |= {name for name in COLUMNS if name.startswith("city_")}
MEANINGS = {
    "a": "allowed: 200",
    "s": "sent to sign in",
    "d": "denied: 403, or Wagtail's way of saying so, a redirect to its home with a message",
    "h": "hidden: 404",
    "m": "another method is wanted: 405",
    "r": "sent elsewhere",
    "b": "a bad request: 400",
    "e": "an error: 500",
}
STATUSES = {400: "b", 403: "d", 404: "h", 405: "m", 500: "e"}


def client_of(user, **options) -> Client:
    """Return a test client with this person signed in (nobody for None), which answers 500 as a server would."""
    client = Client(raise_request_exception=False, **options)
    if user is not None:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def letter(response) -> str:
    """Return the letter of MEANINGS for an answer; a status that nobody has thought of is named in full."""
    if response.status_code in (301, 302):
        path = urlsplit(response["Location"]).path
        if path == reverse("accounts:sign_in"):
            return "s"
        return "d" if path == reverse("wagtailadmin_home") else "r"
    if 200 <= response.status_code < 300:
        return "a"
    return STATUSES.get(response.status_code, f"?{response.status_code}")


def leaked(response, column: str) -> list[str]:
    """Return the secret words in an answer that belong to a county which is no business of this column's."""
    return [words for key, words in SECRETS.items() if column not in READS[key] and words in response.text_sent]


def asked(client, method: str, address: str, data=None):
    """Send a request, take back whatever it changed, and return the answer with all it says in `text_sent`.

    What it says is its body, and the messages that the next page would show.
    """
    cache.clear()
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = client.generic(method, address) if data is None else client.post(address, data)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        said = [str(message) for message in get_messages(response.wsgi_request)]
        response.text_sent = body.decode(errors="replace") + "\n".join(said)
        transaction.set_rollback(True)
    client.cookies = cookies  # some addresses sign people out
    return response
