"""The sealed scan: looked at by its bytes, kept where no address leads, handed out within its county only."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from brands.nominations import scans, steps
from brands.nominations.models import SealedScan
from cms.core.refusals import Refused
from tests.nominations import making


def seal(city, call, scan):
    return steps.seal(nomination=making.prepared(city, call), user=city.nominator, scan=scan)


def address_of(nomination) -> str:
    return reverse("nominations:scan", args=[nomination.pk, nomination.sealed_scan_id])


def stored() -> set[Path]:
    return {path for path in (Path(settings.MEDIA_ROOT) / "scans").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("scan", "kind"), [(making.pdf, "pdf"), (making.photo, "jpg"), (lambda: making.photo("PNG"), "png")]
)
def test_a_pdf_a_jpeg_and_a_png_are_taken(city, call, scan, kind):
    assert seal(city, call, scan()).sealed_scan.kind == kind


def test_a_photograph_loses_the_cameras_data(city, call):
    sealed = seal(city, call, making.photo()).sealed_scan

    with sealed.file.open() as file:
        assert not Image.open(BytesIO(file.read())).getexif()


def test_what_is_no_scan_is_refused_whatever_its_name(city, call):
    nomination, before = making.prepared(city, call), stored()

    for name, data in (
        ("推荐表.pdf", b"MZ\x90\x00 a program"),
        ("推荐表.pdf", b"<html><script>alert(1)</script>%PDF-"),
        ("推荐表.jpg", b"\xff\xd8\xff\xe0 not a picture at all"),
        ("推荐表.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ):
        with pytest.raises(Refused, match="不是 PDF、JPG 或 PNG"):
            steps.seal(nomination=nomination, user=city.nominator, scan=SimpleUploadedFile(name, data))
    assert stored() == before


def test_nothing_is_endorsed_without_a_scan(city, call):
    with pytest.raises(Refused, match="还没有选文件"):
        seal(city, call, None)


def test_a_scan_that_is_too_large_is_told_its_size(city, call, monkeypatch):
    monkeypatch.setattr(scans, "LARGEST", 40)

    with pytest.raises(Refused, match="MB"):
        seal(city, call, making.pdf())


def test_a_refused_endorsement_leaves_no_file_behind(city):
    call = making.call(default_quota=0)
    before = stored()

    with pytest.raises(Refused, match="名额"):
        seal(city, call, making.pdf())
    assert stored() == before
    assert not SealedScan.objects.exists()


def test_its_county_and_the_city_may_read_it_and_to_everybody_else_it_is_not_there(city, call, as_user):
    nomination = making.sealed(city, call)

    for user in (city.nominator, city.manager, city.city_nominator, city.superuser):
        answer = as_user(user).get(address_of(nomination))
        assert b"".join(answer.streaming_content) == making.PDF
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("attachment")
    for user in (city.outsider, city.outside_reviewer, city.contributor, city.editor, city.signer):
        assert as_user(user).get(address_of(nomination)).status_code == 404, user


def test_it_is_not_reached_through_anothers_nomination(city, call, as_user):
    mine, other = making.sealed(city, call), making.sealed(city, call, making.published(city, "另一个"))

    address = reverse("nominations:scan", args=[mine.pk, other.sealed_scan_id])

    assert as_user(city.nominator).get(address).status_code == 404


def test_no_address_of_uploads_leads_to_it(city, call, as_user):
    sealed = making.sealed(city, call).sealed_scan

    assert sealed.file.storage.exists(sealed.file.name)
    for client in (as_user(city.superuser), as_user(city.nominator)):
        assert client.get(f"/uploads/{sealed.file.name}").status_code == 404
        assert client.get(f"/documents/{sealed.pk}/{sealed.file.name}").status_code == 404
