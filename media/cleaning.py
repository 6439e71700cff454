"""What is taken out of a picture before it is kept: place, camera, owner, thumbnails, anything after the pixels."""

import datetime as dt
from io import BytesIO
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {
    "JPEG": ("jpg", {"quality": 90, "progressive": True}),
    "PNG": ("png", {}),
    "GIF": ("gif", {}),
    "WEBP": ("webp", {"quality": 90}),
}
EXIF, TAKEN = 0x8769, 0x9003  # where a camera writes when it took the picture (EXIF 2.3 §4.6.5)
LONGEST_SIDE = 4096  # pixels


def cleaned(file) -> ContentFile:
    """Return the picture drawn anew: upright, no metadata but its colour profile, at most 4096 pixels a side.

    A phone's HEIC becomes a JPEG. Raises ValidationError in plain words when the file is no picture.
    """
    try:
        file.seek(0)
        image = Image.open(file)
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError("这个文件打不开，不像是一张照片。请换一张 JPG、PNG 或手机原图。") from error
    name = PurePath(file.name).stem
    if getattr(image, "is_animated", False) and image.format == "GIF":
        return ContentFile(_frames(image), name=f"{name}.gif")
    extension, options = FORMATS.get(image.format, FORMATS["JPEG"])
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    kind = image.format if image.format in FORMATS else "JPEG"
    if kind == "JPEG" and upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    out = BytesIO()
    profile = image.info.get("icc_profile")
    upright.info.clear()
    upright.save(out, kind, icc_profile=profile, **options)
    return ContentFile(out.getvalue(), name=f"{name}.{extension}")


def taken_on(file) -> dt.date | None:
    """Return the day on which a camera says it took the picture; read before that is stripped."""
    try:
        file.seek(0)
        said = Image.open(file).getexif().get_ifd(EXIF).get(TAKEN, "")
        return dt.datetime.strptime(said[:10], "%Y:%m:%d").date()
    except (UnidentifiedImageError, OSError, ValueError, TypeError, Image.DecompressionBombError):
        return None


def _frames(image) -> bytes:
    out = BytesIO()
    image.info.pop("comment", None)
    image.save(out, "GIF", save_all=True)
    return out.getvalue()
