"""Stylesheets are written in layers and sent in one file: each bundle is its layers, one after the other."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SHARED = ("tokens", "base", "components")
BUNDLES = {
    "css/shared.css": (*SHARED, "print"),  # the desk, and pages that bring their own sheet
    "css/public.css": (*SHARED, "site", "print"),
}
COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


class BundleFinder(BaseFinder):
    """Finds the bundles, made anew whenever a layer has changed."""

    def find(self, path, find_all=False, **kwargs):
        if path not in BUNDLES:
            return []
        found = str(_made(path))
        return [found] if find_all else found

    def list(self, ignore_patterns):
        for path in BUNDLES:
            _made(path)
            yield path, FileSystemStorage(location=_folder())


def _folder() -> Path:
    return Path(settings.VAR_DIR) / "bundles"


def _made(bundle: str) -> Path:
    """Write the bundle if its text has changed, and return where it is."""
    layers = (settings.BASE_DIR / "cms" / "static" / "css" / f"{layer}.css" for layer in BUNDLES[bundle])
    text = "".join(COMMENT.sub("", layer.read_text()) for layer in layers)
    target = _folder() / bundle
    if not target.exists() or target.read_text() != text:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(f".{id(text)}.new")
        fresh.write_text(text)
        fresh.replace(target)
    return target
