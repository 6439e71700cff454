"""Calls and nominations at any step, made through the verbs as people make them."""

import datetime as dt
from io import BytesIO

import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from brands.models import CasePage
from brands.nominations import entry, gaps, steps
from brands.nominations.models import Call, Nomination
from media.models import Video
from tests import factories

CONTACT = "云麓市委宣传部文明实践科，书面材料寄市行政中心 3 号楼，单位盖章或本人签名"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def call(**fields) -> Call:
    """Make a call that is open now."""
    now = timezone.now()
    given = {
        "title": "全省新时代文明实践创新案例征集",
        "series": "省新时代文明实践创新案例集",
        "document_number": "省文明办〔2026〕18号",
        "issued_by": "省委宣传部、省文明办",
        "year": timezone.localdate().year,
        "opens_at": now - dt.timedelta(days=7),
        "closes_at": now + dt.timedelta(days=7),
    }
    return Call.objects.create(**(given | fields))


def pdf(data: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile("推荐表.pdf", data, "application/pdf")


def photo(kind: str = "JPEG") -> SimpleUploadedFile:
    """Make a photograph of a sealed form, with the camera's name in it."""
    data, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "某牌手机"
    Image.new("RGB", (300, 420), "#fffdf9").save(data, kind, exif=exif)
    return SimpleUploadedFile(f"IMG_0001.{kind.lower()}", data.getvalue(), f"image/{kind.lower()}")


def published(city, title: str = "一座古厝的三十六堂党课", **fields):
    """Make a case of 延溪区 that the public reads; how it was reviewed does not matter here."""
    case = factories.case(city.contributor, city.shangpu, title, **fields)
    case.latest_revision.publish(skip_permission_checks=True)
    case.refresh_from_db()
    return case


def changed(case, **fields):
    """Publish the case anew with other words."""
    draft = case.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish(skip_permission_checks=True)
    case.refresh_from_db()
    return case


def prepared(city, call, case=None, opinion: str = "做法实在，群众叫好，同意推荐。", **fields):
    return steps.nominate(call=call, case=case or published(city), user=city.nominator, opinion=opinion, **fields)


def sealed(city, call, case=None, **fields):
    return steps.seal(nomination=prepared(city, call, case, **fields), user=city.nominator, scan=pdf())


def chosen(city, call, case=None, **fields):
    nominations = [sealed(city, call, case, **fields)]
    return steps.recommend(nominations=nominations, user=city.city_nominator)[0]


def on_notice(city, call, case=None, *, starts_on=None, **fields):
    nomination = chosen(city, call, case, **fields)
    starts_on = starts_on or timezone.localdate()
    steps.publicise(call=call, nominations=[nomination], user=city.city_nominator, starts_on=starts_on, contact=CONTACT)
    nomination.refresh_from_db()
    return nomination


def after_notice(nomination, hour: int = 12):
    """Travel to the day after the notice's last."""
    moment = dt.datetime.combine(nomination.publicity.ends_on + dt.timedelta(days=1), dt.time(hour))
    return time_machine.travel(timezone.make_aware(moment), tick=True)


def reported(city, call, case=None, **fields):
    """Make a nomination that was reported on the day after its notice."""
    nomination = on_notice(city, call, case, **fields)
    with after_notice(nomination, hour=9):
        return steps.report(nominations=[nomination], user=city.city_nominator)[0]


def reserved(city, call, case=None, **fields):
    nominations = [sealed(city, call, case, **fields)]
    return steps.keep_in_reserve(nominations=nominations, user=city.city_nominator)[0]


def owing(city, call, case=None, *, reason: str = "请补交培训照片两张", **fields):
    """Make a reported nomination of which a supplement is asked, due in a week after its notice."""
    nomination = reported(city, call, case, **fields)
    with after_notice(nomination, hour=10):
        due_on = timezone.localdate() + dt.timedelta(days=7)
        return steps.ask_supplement(nomination=nomination, user=city.city_nominator, reason=reason, due_on=due_on)


def pictured(city, *images, captions=(), **fields) -> CasePage:
    """Publish a case with photos."""
    captions = [*captions, *["小院里的党课"] * (len(images) - len(captions))]
    blocks = [
        ("picture", {"image": image, "caption": caption}) for image, caption in zip(images, captions, strict=True)
    ]
    for image in images:
        image.contextual_alt_text, image.decorative = "", False
    return published(city, pictures_body=blocks, **fields)


def film(city, **fields) -> Video:
    given = {"title": "古厝党课", "duration": 200, "width": 1920, "height": 1080}
    file = ContentFile(b"\0" * 2000, name="film.mp4")
    return Video.objects.create(file=file, collection=city.yanxi.access.collection, **given | fields)


def lacks(city, *asked, case=None, **fields) -> list:
    """Return what a published case lacks for a call with these rules."""
    nomination = prepared(city, call(materials=list(asked)), case, **fields)
    return gaps.of(entry.of(Nomination.objects.get(pk=nomination.pk)))


def said(found) -> list[str]:
    return [gap.what for gap in found]
