"""Passwords: which are too easy here, and the one-time ones a manager hands over."""

import secrets

from django.core.exceptions import ValidationError

LOCAL_WORDS = (
    "jianghao",
    "yunlu",
    "xuanjiang",
    "wenming",
    "shijian",
    "dangke",
    "mima",
    "woaini",
    "zhongguo",
    "xiaoyuan",
)
LETTERS = "abcdefghjkmnpqrstuvwxyz"
DIGITS = "23456789"


class LocalWordsValidator:
    """Refuses a password that is one of the words everybody here would try first, with a few digits around it."""

    def validate(self, password, user=None):
        core = password.lower().strip("0123456789!@#._-")
        if core in LOCAL_WORDS:
            raise ValidationError("这个密码太好猜了，换一个别人想不到的。", code="local_word")

    def get_help_text(self):
        return "不要用单位、活动或常见拼音做密码。"


def one_time_password() -> str:
    """Return 14 characters that are easy to read out on the telephone, e.g. `kwhd-4827-mnpq` (about 60 bits)."""
    word = "".join(secrets.choice(LETTERS) for _ in range(4))
    digits = "".join(secrets.choice(DIGITS) for _ in range(4))
    tail = "".join(secrets.choice(LETTERS) for _ in range(4))
    return f"{word}-{digits}-{tail}"
