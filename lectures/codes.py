"""A session's code as part of an address."""


class SessionCode:
    """Six capitals and digits; no word of an address is written in capitals, so the two never clash."""

    regex = "[0-9A-Z]{6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
