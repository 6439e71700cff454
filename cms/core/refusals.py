"""How a verb says no."""


class Refused(Exception):
    """A verb's refusal: one clear Chinese sentence for the person, and the fields it is about (name → sentence)."""

    def __init__(self, reason: str, /, **fields: str):
        super().__init__(reason)
        self.reason = reason
        self.fields = fields
