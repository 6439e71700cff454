"""A whole call packed: 200 nominations with three photos each, timed, with the memory that it takes."""

import time
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageFilter

from brands.models import CaseIndexPage, CasePage
from brands.nominations import entry, facts, gaps
from brands.nominations.dossier import making
from brands.nominations.gaps import duplicates
from brands.nominations.models import Call, Nomination, Package, SealedScan, Step
from cms.accounts.models import User
from cms.demo import calls
from cms.places.founding import index_of
from cms.places.models import PlacePage, Tier
from media.models import CustomImage

NOMINATIONS, PHOTOS, FILES = 200, 3, 12
SIZE = (2400, 1600)  # pixels; about 1.2 MB, as notices ask
MOST_SECONDS, MOST_MB, MOST_GAPS = 60, 200, 100  # s, MB, ms
MARK = "压测材料包"
WORDS = "傍晚收了工，天井里摆开几条长板凳，党课就开讲了。" * 40  # a thousand characters


def run() -> None:
    """Fill in the nominations once, pack them, and print what it took."""
    call = Call.objects.filter(title=MARK).first() or _fill()
    package = Package.objects.create(call=call, asked_by=User.objects.filter(is_superuser=True).first())
    idle = _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # forget the highest so far
    begun = time.perf_counter()
    making.make.func(package.pk)
    seconds = time.perf_counter() - begun
    package.refresh_from_db()
    if package.state != Package.State.READY or package.total != NOMINATIONS:
        raise RuntimeError(f"the call was not packed: {package.reason}")
    default_storage.delete(package.file.name)
    package.delete()
    told = f"{seconds:.1f} s (aim {MOST_SECONDS} s), {_memory('VmHWM') - idle:.0f} MB above idle (aim {MOST_MB} MB)"
    print(f"\ngaps of one case: {_gaps(call):.1f} ms (aim {MOST_GAPS} ms)")
    print(f"dossier, {NOMINATIONS} nominations with {PHOTOS} photos, {package.size / 2**20:,.0f} MB: {told}")


def _gaps(call: Call) -> float:
    """Return the milliseconds, at best of ten, for one case and a full notice, among as many earlier nominations."""
    nomination = call.nominations.order_by("pk").last()
    taken = []
    for _ in range(10):
        begun = time.perf_counter()
        seen = entry.of(Nomination.objects.select_related("call", "case", "place", "revision").get(pk=nomination.pk))
        seen.call = seen.call | {"materials": calls.INNOVATION}
        if not gaps.of(seen, everywhere=True):
            raise RuntimeError("a bare nomination lacks nothing")
        taken.append(time.perf_counter() - begun)
    return min(taken) * 1000


@transaction.atomic
def _fill() -> Call:
    now = timezone.now()
    call = Call.objects.create(
        title=MARK, series=MARK, issued_by=MARK, year=now.year, opens_at=now, closes_at=now + timezone.timedelta(days=1)
    )
    county = PlacePage.objects.filter(tier=Tier.CENTRE).order_by("path").first()
    village = PlacePage.objects.filter(tier=Tier.STATION, path__startswith=county.path).order_by("path").first()
    images = _images()
    for number in range(NOMINATIONS):
        _nomination(call, county, village, number, images[PHOTOS * number : PHOTOS * (number + 1)])
    return call


def _nomination(call: Call, county, village, number: int, images: list[CustomImage]) -> None:
    pictures = [
        {"type": "picture", "value": {"image": image.pk, "caption": f"第 {nth} 张"}}
        for nth, image in enumerate(images, 1)
    ]
    parts = {"background": WORDS, "practice": WORDS, "results": WORDS}
    case = index_of(county, CaseIndexPage).add_child(
        instance=CasePage(
            title=f"{MARK}{number}", slug=f"dossier-{number}", place=village, live=False, summary=WORDS[:50],
            pictures_body=pictures, **parts,
        )
    )  # fmt: skip
    made = Nomination.objects.create(call=call, case=case, place=county, opinion="同意推荐。")
    scan = SealedScan(nomination=made, kind="pdf", size=1, sha256="0" * 64)
    scan.file.save("scan.pdf", ContentFile(b"%PDF-1.7\n"))
    made.sealed_scan, made.revision, made.rules = scan, case.save_revision(), call.rules()
    made.facts, made.step = facts.of(case, county, "", made.opinion), Step.RECOMMENDED
    made.sketch = duplicates.sketch(made.facts["body"])
    made.save()


def _images() -> list[CustomImage]:
    """Return the rows of as many photos as there are, over a few files."""
    names = [default_storage.save(f"original_images/dossier-{n}.jpg", ContentFile(_photo())) for n in range(FILES)]
    rows = [
        CustomImage(title=f"{MARK}{n}", file=names[n % FILES], width=SIZE[0], height=SIZE[1])
        for n in range(NOMINATIONS * PHOTOS)
    ]
    return CustomImage.objects.bulk_create(rows)


def _photo() -> bytes:
    """Return a JPEG with as much in it as a photograph has."""
    grain = Image.merge("RGB", [Image.effect_noise(SIZE, 90).filter(ImageFilter.GaussianBlur(1)) for _ in "RGB"])
    out = BytesIO()
    grain.save(out, "JPEG", quality=90, progressive=True)  # as media/cleaning.py keeps them
    return out.getvalue()


def _memory(what: str) -> float:
    """Return what the process holds now (VmRSS) or held at most (VmHWM), in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) / 1024
