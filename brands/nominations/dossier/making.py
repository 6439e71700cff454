"""The verbs of a package: asked for, made by the worker, fetched, and thrown away when it is old.

The row says what is to be done. A package may be made again from the beginning at any time: a killed worker's job is
taken up by the next one (cms/core/recovery.py), and its file always goes to the same place.
"""

import datetime as dt
import hashlib
import tempfile

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from brands.nominations import entry, guards, queries
from brands.nominations.dossier import whole
from brands.nominations.dossier.content import NOTHING, Content
from brands.nominations.dossier.naming import fill
from brands.nominations.dossier.packing import pack
from brands.nominations.locks import hold
from brands.nominations.models import Call, Nomination, Package, Step
from cms.audit import models as audit
from cms.core.chores import chore
from cms.core.refusals import Refused
from cms.notices.telling import tell
from media.models import CustomImage
from media.models.files import Consent

State = Package.State
WORKING = (State.WAITING, State.WORKING)
KEPT = dt.timedelta(days=30)
STUCK = dt.timedelta(hours=3)
DRAFT = "未定稿-"
UNFORESEEN = "程序出了意外，没有打成。请再打一次；还是不行，请告诉系统管理员。"
INTERRUPTED = "打包的时候中断了，没有打成。请再打一次。"
TAKEN_BACK = "包里有照片的出镜人撤回了同意，这一份不能再用。请再打一次，新的包里不会有它。"


@transaction.atomic
def ask(*, call: Call, user, nomination: Nomination | None = None) -> Package:
    """Have a package made, of one nomination or of all that go up together; one in the making is not begun twice."""
    call, held = hold(user, call.pk, *filter(None, [nomination]))
    nomination = held[0] if held else None
    _allow(user, call, nomination)
    begun = Package.objects.filter(call=call, nomination=nomination, state__in=WORKING).first()
    if begun:
        return begun
    package = Package.objects.create(call=call, nomination=nomination, asked_by=user)
    audit.write(user, "打包申报材料", package, package=package.pk)
    make.enqueue(package.pk)
    return package


def _allow(user, call: Call, nomination: Nomination | None) -> None:
    if nomination is None:
        if not queries.is_city(user):
            raise Refused("全部打包由市里来做。")
        if not whole.standing(call).exists():
            raise Refused(NOTHING)
    elif not Nomination.objects.for_user(user).filter(pk=nomination.pk).exists():
        raise Refused("这份申报不归您管。")
    elif nomination.step == Step.WITHDRAWN:
        raise Refused("这份申报已经撤回，不用打包了。")
    elif nomination.in_hand:  # what has been sealed was complete when it was
        guards.complete(entry.of(nomination))


@task()
def make(pk: int) -> None:
    """Make a package, from the beginning, whatever became of an earlier attempt."""
    package = Package.objects.select_related("call", "nomination__case", "nomination__place", "asked_by").get(pk=pk)
    if not package.working:
        return
    try:
        _end(package, State.READY, **_made(package))
        _tell_ready(package)
    except Refused as refusal:
        _end(package, State.FAILED, reason=refusal.reason[:300])
    except Exception:
        _end(package, State.FAILED, reason=UNFORESEEN)
        raise


def _made(package: Package) -> dict:
    """Write the package into its file and return what is known of it."""
    when = timezone.localtime()
    content = Content(package, when)
    settings.VAR_DIR.mkdir(exist_ok=True)
    with tempfile.TemporaryFile(dir=settings.VAR_DIR) as out:
        pack(out, content.pieces(lambda done, total: _tell(package, done, total)), when)
        if withdrawn(content.pictures):
            raise Refused(TAKEN_BACK)
        size = out.tell()
        out.seek(0)
        digest = hashlib.file_digest(out, "sha256").hexdigest()
        default_storage.delete(package.path)
        out.seek(0)
        stored = default_storage.save(package.path, File(out))
    known = {"file": stored, "size": size, "sha256": digest, "name": _name(package, when), "notes": content.notes}
    return known | {"pictures": sorted(content.pictures), "done": len(content.pks), "total": len(content.pks)}


def fetch(*, package: Package, user):
    """Return the package's open file, writing down who took it."""
    if package.state != State.READY:
        raise Refused(package.reason or "这一份现在取不到，请再打一次。")
    if withdrawn(package.pictures):
        _discard(package, State.FAILED, TAKEN_BACK)
        raise Refused(TAKEN_BACK)
    if not package.file.storage.exists(package.file.name):
        raise Refused("文件不见了，请再打一次。")
    audit.write(user, "下载申报材料包", package, package=package.pk, sha256=package.sha256)
    return package.file.storage.open(package.file.name, "rb")


@chore(every=dt.timedelta(hours=1))
def tidy() -> int:
    """Throw away packages that are old or hold a picture that was taken back, end those that got stuck."""
    now, number = timezone.now(), 0
    for package in Package.objects.filter(state=State.READY):
        if package.finished_at < now - KEPT:
            _discard(package, State.GONE, "")
            number += 1
        elif withdrawn(package.pictures):
            _discard(package, State.FAILED, TAKEN_BACK)
            number += 1
    stuck = Package.objects.filter(state__in=WORKING, touched_at__lt=now - STUCK)
    return number + stuck.update(state=State.FAILED, reason=INTERRUPTED, finished_at=now)


def withdrawn(pictures) -> bool:
    """Say whether somebody in one of these pictures took their consent back."""
    return CustomImage.objects.filter(pk__in=list(pictures), consent=Consent.WITHDRAWN).exists()


def _discard(package: Package, state: str, reason: str) -> None:
    default_storage.delete(package.file.name)
    Package.objects.filter(pk=package.pk).update(state=state, reason=reason, file="")


def _tell(package: Package, done: int, total: int) -> None:
    now = {"done": done, "total": total, "touched_at": timezone.now(), "state": State.WORKING}
    Package.objects.filter(pk=package.pk, state__in=WORKING).update(**now)


def _end(package: Package, state: str, **known) -> None:
    """Write down how it ended; a file that nobody waits for any more is not kept."""
    rows = Package.objects.filter(pk=package.pk, state__in=WORKING)
    if not rows.update(state=state, finished_at=timezone.now(), **known) and "file" in known:
        default_storage.delete(known["file"])


def _tell_ready(package: Package) -> None:
    """Tell who asked for a whole call: nobody waits before the screen for that long."""
    if package.nomination_id is None and package.asked_by:
        url = reverse("nominations:call_package", args=[package.call_id])
        tell([package.asked_by], title=f"材料包打好了：{package.call}", body="", url=url, key=f"package-{package.pk}")


def _name(package: Package, when) -> str:
    nomination = package.nomination
    day = f"材料包-{when:%Y%m%d}"
    if nomination is None:
        return fill("{title}-{name}", title=package.call.title, name=day) + ".zip"
    draft = DRAFT if nomination.in_hand else ""
    return (
        draft
        + fill("{county}-{title}-{name}", county=nomination.place.title, title=nomination.case.title, name=day)
        + ".zip"
    )
