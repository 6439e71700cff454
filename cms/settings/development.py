"""The demonstration on one's own machine: `make run`."""

import secrets

from .base import *

VAR_DIR.mkdir(exist_ok=True)


def _kept_secret() -> str:
    """Return this machine's own key, made once, so that sessions outlive a restart."""
    path = VAR_DIR / "secret-key"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = env("SECRET_KEY", default="") or _kept_secret()
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
SERVE_UPLOADS = True
