"""Pictures as a phone sends them: looked at, and kept in the library of their county."""

import hashlib
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from PIL import Image, UnidentifiedImageError
from wagtail.models import Page

from cms.core.refusals import Refused
from cms.places import groups, scope
from media.models import CustomImage
from media.models.files import Consent, People


def check(file) -> None:
    """Refuse a file that is too big or no picture, each in one sentence with the file's name."""
    most = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if file.size > most:
        raise Refused(
            f"“{file.name}”有 {filesizeformat(file.size)}，超过 {filesizeformat(most)}，传不上去。换一张小一点的。"
        )
    try:
        file.seek(0)
        with Image.open(file) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused(f"“{file.name}”打不开，不像是一张照片。请换一张 JPG、PNG 或手机原图。") from error
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise Refused(f"“{file.name}”有 {width}×{height} 那么大，请先缩小一些。")


def digest(file) -> str:
    """Return what tells one file from another."""
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    return found.hexdigest()


def keep(file, *, user, path: str) -> CustomImage:
    """Keep a picture in the library of the county that a tree path lies in; camera and place are stripped.

    It counts as showing people who were not asked yet, so that somebody has to say what is true.
    """
    county = Page.objects.get(path=scope.county_path(path))
    image = CustomImage(
        title=PurePath(file.name).stem[:255] or "照片", file=file, uploaded_by_user=user, people=People.ADULTS,
        consent=Consent.NOT_ASKED, collection=groups.access_for(county).collection,
    )  # fmt: skip
    try:
        image.save()
    except ValidationError as error:
        raise Refused(f"“{file.name}”{error.message}") from error
    return image
