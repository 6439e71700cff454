"""Photos from a phone: taken in once, asked about, refused in words."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from brands import drafting, photos, submissions
from brands.models import CasePage
from cms.core.refusals import Refused
from cms.places.groups import access_for
from media.models import CustomImage
from tests import factories
from tests.brands.writing import jpeg


def newest(page) -> CasePage:
    return CasePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def send(client, page, file):
    return client.post(reverse("submissions:photos", args=[page.pk]), {"photo": file})


def only_photo(page) -> tuple[str, dict]:
    content = drafting.content_of(newest(page))
    key = next(key for key in content if key.startswith("photo-"))
    return key, content[key]


def test_a_photo_goes_into_the_case_and_into_the_county_s_collection(city, as_user, draft):
    answer = send(as_user(city.contributor), draft, jpeg())

    image = CustomImage.objects.get()
    assert image.collection == access_for(city.yanxi).collection
    assert image.uploaded_by_user == city.contributor
    assert newest(draft).pictures_body[0].value["image"].pk == image.pk
    assert f"photo-{newest(draft).pictures_body[0].id}" in answer.json()["html"]


def test_the_same_photo_sent_twice_is_in_the_case_once(city, as_user, draft):
    keys = {send(as_user(city.contributor), draft, jpeg()).json()["key"] for _ in range(2)}

    assert len(keys) == 1
    assert len(newest(draft).pictures_body) == 1
    assert CustomImage.objects.count() == 1


def test_a_phone_s_heic_becomes_a_jpeg(city, as_user, draft):
    data = BytesIO()
    Image.new("RGB", (320, 240), "#2e6a4f").save(data, "HEIF")
    file = SimpleUploadedFile("IMG_0007.HEIC", data.getvalue(), content_type="image/heic")

    assert send(as_user(city.contributor), draft, file).status_code == 200
    assert CustomImage.objects.get().file.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("name", "data"),
    [("说明.pdf", b"%PDF-1.7 not a picture"), ("坏的.jpg", b"\xff\xd8\xff\xe0 broken"), ("空的.jpg", b"")],
)
def test_what_is_no_picture_is_refused_by_its_name(city, as_user, draft, name, data):
    answer = send(as_user(city.contributor), draft, SimpleUploadedFile(name, data))

    assert answer.status_code == 409
    assert name in answer.json()["refused"]
    assert not CustomImage.objects.exists()


def test_a_photo_that_is_too_big_is_refused_with_its_size(city, draft, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000

    with pytest.raises(Refused, match="超过"):
        photos.add_photo(page=draft, user=city.contributor, file=jpeg())
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2**20, 100
    with pytest.raises(Refused, match="640×400"):
        photos.add_photo(page=draft, user=city.contributor, file=jpeg())


def test_a_case_has_room_for_twelve(city, draft, monkeypatch):
    monkeypatch.setattr(photos, "MOST", 1)
    photos.add_photo(page=draft, user=city.contributor, file=jpeg())

    with pytest.raises(Refused, match="最多放 1 张"):
        photos.add_photo(page=draft, user=city.contributor, file=jpeg(colour="#8f6a1d"))
    assert CustomImage.objects.count() == 1


def test_a_new_photo_waits_until_somebody_says_who_is_in_it(city, draft):
    photos.add_photo(page=draft, user=city.contributor, file=jpeg())
    with pytest.raises(Refused) as refusal:
        submissions.submit_case(page=draft, user=city.contributor)

    key, about = only_photo(draft)
    assert "图说" in refusal.value.fields[key]
    assert "还没有表示同意" in refusal.value.fields[key]
    said = about | {"caption": "2026年3月2日，古厝里的第一堂课。", "consent": "given", "credit": "陈秋生"}
    submissions.save_draft(page=draft, user=city.contributor, content={key: said})
    submissions.submit_case(page=draft, user=city.contributor)

    image = CustomImage.objects.get()
    assert (image.credit, image.consent, image.description) == ("陈秋生", "given", said["caption"])
    assert newest(draft).pictures_body[0].value["image"].contextual_alt_text == said["caption"]


def test_a_photo_is_taken_out_again(city, draft):
    photos.add_photo(page=draft, user=city.contributor, file=jpeg())
    key, _ = only_photo(draft)

    submissions.save_draft(page=draft, user=city.contributor, content={key: None})

    assert len(newest(draft).pictures_body) == 0


def test_only_who_uploaded_a_photo_or_an_editor_says_who_agreed(city, draft):
    photos.add_photo(page=draft, user=city.editor, file=jpeg())
    key, about = only_photo(draft)

    with pytest.raises(Refused, match="本县编辑来改"):
        submissions.save_draft(page=draft, user=city.contributor, content={key: about | {"consent": "given"}})
    submissions.save_draft(page=draft, user=city.contributor, content={key: about | {"caption": "古厝里的第一堂课。"}})

    assert only_photo(draft)[1]["caption"] == "古厝里的第一堂课。"
    image = CustomImage.objects.get()
    assert (image.consent, image.title) == ("not_asked", "IMG_0001")


def test_a_withdrawn_consent_is_not_given_back_here(city, draft):
    photos.add_photo(page=draft, user=city.contributor, file=jpeg())
    CustomImage.objects.update(consent="withdrawn")
    key, about = only_photo(draft)

    with pytest.raises(Refused):
        submissions.save_draft(page=draft, user=city.contributor, content={key: about | {"consent": "given"}})


def test_no_photo_is_added_while_the_case_is_reviewed(city, draft):
    submissions.submit_case(page=draft, user=city.contributor)

    with pytest.raises(Refused, match="收回"):
        photos.add_photo(page=draft, user=city.contributor, file=jpeg())
    assert not CustomImage.objects.exists()


def test_what_readers_see_of_a_picture_changes_only_in_review(city, draft):
    photos.add_photo(page=draft, user=city.contributor, file=jpeg())
    key, about = only_photo(draft)
    said = about | {"caption": "古厝里的第一堂课。", "consent": "given", "credit": "陈秋生"}
    submissions.save_draft(page=draft, user=city.contributor, content={key: said})
    factories.publish(newest(draft), city)

    with pytest.raises(Refused, match="本县编辑来改"):
        submissions.save_draft(page=newest(draft), user=city.contributor, content={key: said | {"credit": "别人"}})
    assert CustomImage.objects.get().credit == "陈秋生"
