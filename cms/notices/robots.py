"""Robots of group chats: one message an event, to the address that the environment names; none is named by default.

The address holds the robot's key, so it is never stored, shown or logged: only its host is.
企业微信: developer.work.weixin.qq.com/document/path/91770; 钉钉: open.dingtalk.com/document/robots/custom-robot-access
"""

import base64
import hashlib
import hmac
import json
import time
from urllib.error import HTTPError, URLError
from urllib.parse import quote_plus, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.conf import settings
from django.core import checks

from cms.notices.models import Channel

PATIENCE = 5  # seconds
ROBOTS = (Channel.WECOM, Channel.DINGTALK)
MOST_BYTES = 2000  # 企业微信 takes 2,048 bytes of text
HERE = ("127.0.0.1", "localhost", "::1")


class NotDelivered(Exception):
    """Why a robot did not take a message, in words that hold no address."""


class _StayHere(HTTPRedirectHandler):
    """Follows nobody elsewhere: the message was meant for one host."""

    def redirect_request(self, *args, **kwargs):
        return None


_opener = build_opener(_StayHere, ProxyHandler({}))


def configured() -> list[str]:
    """Return the robots that the environment names."""
    return [channel for channel in ROBOTS if settings.NOTICE_ROBOTS.get(channel)]


def host_of(channel: str) -> str:
    """Return the host that a robot lives at, which is all that anybody sees of its address."""
    return urlsplit(settings.NOTICE_ROBOTS.get(channel, "")).hostname or ""


def send(channel: str, words: str) -> None:
    """Say something in a group; NotDelivered says why it did not come through."""
    address = settings.NOTICE_ROBOTS.get(channel, "")
    if not address:
        raise NotDelivered("没有设置这个群机器人的地址。")
    if not safe(address):
        raise NotDelivered("机器人的地址要以 https:// 开头。")
    message = {"msgtype": "text", "text": {"content": _cut(words)}}
    body = json.dumps(message, ensure_ascii=False).encode()
    target = address + (_signature() if channel == Channel.DINGTALK else "")
    request = Request(target, body, {"Content-Type": "application/json; charset=utf-8"})  # noqa: S310 - see `safe`
    try:
        with _opener.open(request, timeout=PATIENCE) as answer:
            _read(answer.read(4096))
    except HTTPError as error:
        raise NotDelivered(f"对方回答 {error.code}。") from None
    except (URLError, TimeoutError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise NotDelivered(f"连不上：{type(reason).__name__}。") from None


def safe(address: str) -> bool:
    """Say whether a message may go there: over TLS, or to this very host."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE))


def _read(answer: bytes) -> None:
    """Both robots answer 200 with `errcode` 0, or with a number and the reason."""
    try:
        said = json.loads(answer)
        code, reason = said["errcode"], str(said.get("errmsg", ""))
    except (ValueError, KeyError, TypeError) as error:
        raise NotDelivered("对方的回答看不懂。") from error
    if code != 0:
        raise NotDelivered(f"对方没有收：{code} {reason[:200]}")


def _cut(words: str) -> str:
    return words.encode()[:MOST_BYTES].decode(errors="ignore")


def _signature() -> str:
    """Return 钉钉's signature of this minute, where the robot wants one (加签)."""
    secret = settings.NOTICE_ROBOT_SECRET
    if not secret:
        return ""
    now = str(round(time.time() * 1000))
    signed = hmac.new(secret.encode(), f"{now}\n{secret}".encode(), hashlib.sha256).digest()
    return f"&timestamp={now}&sign={quote_plus(base64.b64encode(signed))}"


@checks.register
def addresses_are_safe(app_configs=None, **kwargs):
    """Say which robot's address would carry its key in the clear."""
    return [
        checks.Error(f"{Channel(channel).label}机器人的地址要以 https:// 开头。", id="notices.E001")
        for channel in configured()
        if not safe(settings.NOTICE_ROBOTS[channel])
    ]
