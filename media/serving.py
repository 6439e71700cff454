"""What pages show, served by the site itself where no nginx or object storage does it (SERVE_UPLOADS).

Only sizes of pictures, films, posters and captions: an original is larger than anybody needs, and a document is given
out by Wagtail, which asks who wants it. A film is sent in the parts that a player asks for (RFC 9110 §14), so that it
plays and seeks at once; iPhones refuse one that is not.
"""

import re
from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

FOLDERS = ("images", "media", "media_thumbnails")
TYPES = {
    ".avif": "image/avif", ".gif": "image/gif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png",
    ".webp": "image/webp", ".mp4": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
}  # fmt: skip
ALONE = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox"  # runs nothing
LIFE = 60 * 60  # seconds: a picture that is taken back is soon gone from browsers too
CHUNK = 64 * 2**10
ONE_RANGE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")


@require_safe
def upload(request, path: str):
    """Answer with an uploaded file, whole or the part asked for; anything else below /uploads/ is not there."""
    kind = kind_of(path)
    try:
        size, changed = default_storage.size(path), default_storage.get_modified_time(path)
    except (OSError, SuspiciousFileOperation) as error:
        raise Http404 from error
    tag = f'"{size:x}-{int(changed.timestamp()):x}"'
    if request.headers.get("If-None-Match") == tag:
        return _described(HttpResponse(status=304), kind, tag, changed)
    start, end = asked_for(request, tag, size)
    if start >= size > 0:
        answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        return _described(answer, kind, tag, changed)
    body = _read(path, start, end) if request.method == "GET" else ()
    answer = _described(StreamingHttpResponse(body), kind, tag, changed)
    answer["Content-Length"] = end - start
    if end - start < size:
        answer.status_code = 206
        answer["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return answer


def kind_of(path: str) -> str:
    """Return the content type of a file that pages show, or 404."""
    parts = path.split("/")
    kind = TYPES.get(PurePosixPath(path).suffix.lower())
    if not kind or parts[0] not in FOLDERS or "\\" in path or any(part.startswith(".") or not part for part in parts):
        raise Http404
    return kind


def asked_for(request, tag: str, size: int) -> tuple[int, int]:
    """Return the first byte wanted and the one after the last: the whole file, or the one range asked for.

    A start behind the end of the file means that the range cannot be given (416).
    """
    wanted = ONE_RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if not wanted or request.headers.get("If-Range", tag) != tag or wanted.groups() == ("", ""):
        return 0, size
    first, last = wanted.groups()
    if not first:
        return max(0, size - int(last)), size
    if last and int(last) < int(first):
        return 0, size
    return int(first), min(int(last) + 1, size) if last else size


def _read(path: str, start: int, end: int):
    """Yield the bytes from `start` to before `end`."""
    with default_storage.open(path, "rb") as file:
        file.seek(start)
        while start < end and (piece := file.read(min(CHUNK, end - start))):
            start += len(piece)
            yield piece


def _described(answer, kind: str, tag: str, changed):
    answer["Content-Type"] = kind
    answer["Accept-Ranges"] = "bytes"
    answer["ETag"] = tag
    answer["Last-Modified"] = http_date(changed.timestamp())
    answer["Cache-Control"] = f"public, max-age={LIFE}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = ALONE
    return answer
