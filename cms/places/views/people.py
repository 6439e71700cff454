"""人员: the accounts of a manager's places."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.places import naming, people, permissions
from cms.places.forms import EndForm, PersonForm, RoleForm
from cms.places.models import Membership, Role

A_PAGE = 30


def _running():
    return Membership.objects.filter(Q(until__isnull=True) | Q(until__gte=timezone.localdate()))


def _handled(user):
    """Return the accounts that the person handles; who manages nothing has no such pages."""
    if not permissions.manages_anything(user):
        raise Http404
    return permissions.people(user)


@never_cache
@login_required
def index(request):
    """List the people of the person's places, or of one of them, or those that a name finds."""
    found = _handled(request.user)
    place = _asked_place(request)
    if place:
        here = _running().filter(place__path__startswith=place.path)
        found = found.filter(pk__in=here.values("user"))
    words = request.GET.get("q", "").strip()[:40]
    if words:
        found = found.filter(Q(name__contains=words) | Q(username__icontains=words))
    roles = Prefetch("memberships", _running().select_related("place"), to_attr="running")
    page = Paginator(found.order_by("-is_active", "name", "pk").prefetch_related(roles), A_PAGE)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page.get_page(request.GET.get("page")),
        "words": words,
        "place": place,
        "query": query.urlencode(),
    }
    return render(request, "places/desk/people.html", context)


def _asked_place(request):
    """Return the place in the address (`?place=12`), if it is one that the person manages; any other does not exist."""
    pk = request.GET.get("place", "")
    if not pk:
        return None
    managed = permissions.places(request.user, Role.MANAGER)
    return get_object_or_404(managed, pk=int(pk) if pk.isdecimal() else None)


@never_cache
@login_required
def add(request):
    """Open an account; its one-time password is on the answer and nowhere else."""
    _handled(request.user)
    form = PersonForm(request.POST or None, user=request.user, initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        try:
            person, password = people.create(actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return render(
                request, "places/desk/password.html", {"person": person, "password": password, "is_new": True}
            )
    return render(request, "places/desk/person_add.html", {"form": form})


def _initial(request) -> dict:
    place = _asked_place(request)
    return {"place": next(name.full for name in naming.names(request.user) if name.pk == place.pk)} if place else {}


@never_cache
@login_required
def detail(request, pk: int):
    """Show one person: what they do where, and what can be done for them."""
    person = get_object_or_404(_handled(request.user), pk=pk)
    held = person.memberships.select_related("place").order_by("place__path", "role", "since")
    today = timezone.localdate()
    context = {
        "person": person,
        "running": [one for one in held if one.until is None or one.until >= today],
        "ended": [one for one in held if one.until and one.until < today],
    }
    return render(request, "places/desk/person.html", context)


@never_cache
@login_required
def appoint(request, pk: int):
    """Give the person a further role."""
    person = get_object_or_404(_handled(request.user), pk=pk)
    form = RoleForm(request.POST or None, user=request.user, initial=_initial(request))
    if request.method == "POST" and form.is_valid():
        try:
            given = people.appoint(actor=request.user, person=person, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"安排好了：{person.name}，{given.place.title}{given.get_role_display()}。")
            return redirect("places:person", pk)
    return render(request, "places/desk/person_appoint.html", {"form": form, "person": person})


@never_cache
@login_required
def end(request, pk: int, membership: int):
    """End one role of the person."""
    person = get_object_or_404(_handled(request.user), pk=pk)
    held = get_object_or_404(_running().select_related("place", "user"), pk=membership, user=person)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            people.end(actor=request.user, membership=held, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{person.name}的{held.get_role_display()}登记为结束了。")
            return _back_to(request.user, person)
    return render(request, "places/desk/person_end.html", {"form": form, "person": person, "membership": held})


def _back_to(user: User, person: User):
    """Return to the person, or to the list where they are no longer within reach."""
    reached = permissions.people(user).filter(pk=person.pk).exists()
    return redirect("places:person", person.pk) if reached else redirect("places:people")


@require_POST
@never_cache
@login_required
def reset_password(request, pk: int):
    """Give the person a new one-time password; it is on the answer and nowhere else."""
    person = get_object_or_404(_handled(request.user), pk=pk)
    try:
        password = people.reset_password(actor=request.user, person=person)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("places:person", pk)
    return render(request, "places/desk/password.html", {"person": person, "password": password})


@require_POST
@login_required
def close(request, pk: int):
    return _switch(request, pk, people.close, "账号停用了，正在用的地方下一步就会退出。")


@require_POST
@login_required
def reopen(request, pk: int):
    return _switch(request, pk, people.reopen, "账号恢复了，可以登录。")


def _switch(request, pk: int, verb, words: str):
    person = get_object_or_404(_handled(request.user), pk=pk)
    try:
        verb(actor=request.user, person=person)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, f"{person.name}的{words}")
    return redirect("places:person", pk)
