"""The pictures of a case once it is written: who is in them, who agreed, and taking one down at once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from brands.forms.consent import AgreementForm, WithdrawalForm
from brands.permissions import cases_for
from media import consent
from media.models import CustomImage

SHOWN = "max-640x480|format-jpeg"


@never_cache
@login_required
def pictures(request, pk: int):
    """Show what is known of the people in each picture of a case; take one down, or record an agreement."""
    case = get_object_or_404(cases_for(request.user), pk=pk)
    rows = _rows(request.user, case)
    if request.method == "POST" and _done(request, rows):
        return redirect("submissions:consent", pk)
    return render(request, "brands/desk/consent.html", {"page": case, "rows": rows})


def _rows(user, case) -> list[dict]:
    """Return each picture, on the site or in the newest text, with the forms that the person may fill in."""
    newest = case.get_latest_revision_as_object()
    pks = dict.fromkeys(image.pk for image in (*newest.pictures(), *(case.pictures() if case.live else ())))
    images = CustomImage.objects.prefetch_renditions(SHOWN).in_bulk(pks)
    kept = consent.kept_by(user)
    return [_row(user, images[pk], images[pk].collection_id in kept) for pk in pks if pk in images]


def _row(user, image: CustomImage, keeps: bool) -> dict:
    may_withdraw = (keeps or image.uploaded_by_user_id == user.pk) and not image.withheld
    ids = f"id_{image.pk}_%s"
    return {
        "image": image,
        "agreement": AgreementForm(auto_id=f"{ids}_agreed") if keeps else None,
        "withdrawal": WithdrawalForm(auto_id=f"{ids}_withdrawn") if may_withdraw else None,
    }


def _done(request, rows: list[dict]) -> bool:
    """Do what one picture's form asks; when it is refused, leave the form in its row with what was typed and why."""
    row = next((row for row in rows if str(row["image"].pk) == request.POST.get("image")), None)
    act = request.POST.get("act")
    if row is None or act not in ("agreement", "withdrawal") or row[act] is None:
        raise Http404
    row[act] = form = type(row[act])(request.POST, auto_id=row[act].auto_id)
    verb = consent.grant if act == "agreement" else consent.withdraw
    if form.take(verb, image=row["image"], user=request.user) is None:
        return False
    messages.success(request, "记下了。" if act == "agreement" else "撤下了，网上哪里都看不到这张照片了。")
    return True
