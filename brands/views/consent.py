"""The pictures of a case, a story or any other page: who is in them, who agreed, and taking one down at once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from brands.forms.consent import AgreementForm, WithdrawalForm
from brands.models import CasePage
from brands.pictured import page_for, pictures_of
from media import consent
from media.models import CustomImage

SHOWN = "max-640x480|format-jpeg"


@never_cache
@login_required
def pictures(request, pk: int):
    """Show what is known of the people in each picture of a page; take one down, or record an agreement."""
    page = page_for(request.user, pk)
    if page is None:
        raise Http404
    rows = _rows(request.user, page)
    if request.method == "POST" and _done(request, rows):
        return redirect("submissions:consent", pk)
    return render(request, "brands/desk/consent.html", {"page": page, "rows": rows, "case": isinstance(page, CasePage)})


def _rows(user, page) -> list[dict]:
    """Return each picture, on the site or in the newest text, with the forms that the person may fill in."""
    pks = pictures_of(page)
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
