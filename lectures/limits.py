"""How often one address may write without signing in; a village behind one line is not shut out by it."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.core.cache import cache
from django.utils import timezone

from cms.core.middleware import client_address
from cms.core.refusals import Refused

HOUR = 3600  # seconds


@dataclass(frozen=True)
class Limit:
    """So many in an hour from one address; the cache counts, the database is not asked."""

    name: str
    most: int

    def take(self, request) -> None:
        """Count one; refuse the one too many, and say until when."""
        now = timezone.now()
        hour = int(now.timestamp()) // HOUR
        key = f"limit:{self.name}:{hour}:{_hashed(client_address(request))}"
        cache.add(key, 0, HOUR)
        try:
            count = cache.incr(key)
        except ValueError:  # it ran out between the two
            return
        if count > self.most:
            again = dt.datetime.fromtimestamp((hour + 1) * HOUR, tz=timezone.get_current_timezone())
            raise Refused(f"这个网络这一小时里已经收到很多份了，请 {again:%H:%M} 以后再按一次。您填的都还在下面。")


def _hashed(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:16]


ASKING = Limit("ask", 20)
WISHING = Limit("wish", 30)
RATING = Limit("rate", 300)  # a whole hall on one line
