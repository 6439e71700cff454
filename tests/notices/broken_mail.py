from django.core.mail.backends.base import BaseEmailBackend


class Backend(BaseEmailBackend):
    """A mail server that cannot be found."""

    def send_messages(self, messages):
        raise OSError("no such host")
