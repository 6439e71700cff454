"""What a picture loses before it is kept."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from media.models import CustomImage

GPS, CAMERA, ORIENTATION = 0x8825, 0x0110, 0x0112
TAIL = b"<script>alert(1)</script>"


def phone_photo(kind: str = "JPEG", size=(640, 400), turned: int = 1) -> bytes:
    """Return a photo as a phone makes it: where it was taken, with which camera, and which way up."""
    exif = Image.Exif()
    exif[CAMERA], exif[ORIENTATION] = "SomePhone 12", turned
    exif[GPS] = {1: "N", 2: (26.0, 38.0, 12.5), 3: "E", 4: (118.0, 10.0, 30.0)}
    out = BytesIO()
    Image.new("RGB", size, "#2e6a4f").save(out, kind, exif=exif)
    return out.getvalue()


def kept(data: bytes, name: str = "上埔.jpg") -> CustomImage:
    return CustomImage.objects.create(title="古厝", file=ContentFile(data, name=name))


def opened(file) -> Image.Image:
    with file.open("rb") as handle:
        return Image.open(BytesIO(handle.read()))


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_place_and_camera_are_gone_from_what_is_kept(db, kind, name):
    data = phone_photo(kind)
    assert Image.open(BytesIO(data)).getexif().get_ifd(GPS)

    image = kept(data, name)

    assert not dict(opened(image.file).getexif())
    assert b"SomePhone" not in image.file.open("rb").read()


@pytest.mark.parametrize("spec", ["width-320", "width-320|format-jpeg", "original", "width-320|format-webp"])
def test_no_size_of_it_tells_where_it_was_taken(db, spec):
    size = kept(phone_photo()).get_rendition(spec)

    assert not dict(opened(size.file).getexif())


def test_a_photo_held_sideways_stands_upright(db):
    image = kept(phone_photo(size=(640, 400), turned=6))

    assert (image.width, image.height) == (400, 640)


def test_nothing_is_left_behind_the_last_pixel(db):
    image = kept(phone_photo() + TAIL)

    assert TAIL not in image.file.open("rb").read()


def test_the_largest_side_is_bounded(db):
    image = kept(phone_photo(size=(6000, 300)))

    assert (image.width, image.height) == (4096, 205)


def test_a_file_that_is_no_picture_is_refused_in_plain_words(db):
    with pytest.raises(ValidationError, match="不像是一张照片"):
        kept(b"<svg onload='alert(1)'/>", "a.jpg")


def test_a_saved_picture_is_not_drawn_again_when_only_its_words_change(db):
    image = kept(phone_photo())
    name = image.file.name
    image.credit = "上埔村实践站"
    image.save()

    assert image.file.name == name
