"""A speaker's own desk: what they are asked, where they are to speak, when they can come."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cms.core.refusals import Refused
from lectures import availability, dropouts, speakers, talking
from lectures.forms.answering import AskToMoveForm, DeclineForm
from lectures.forms.availability import WeekForm, days_of
from lectures.models import Diary, Offer, OfferState
from lectures.views.offers import answered


@never_cache
@login_required
def mine(request):
    """Show what waits for the speaker's answer, and where they are to speak."""
    return _mine(request, _diary(request))


@never_cache
@login_required
@require_POST
def answer(request, pk: int):
    """Answer one offer: 来, or 来不了."""
    diary = _diary(request)
    sent = get_object_or_404(Offer.objects.select_related("session__place", "speaker"), pk=pk, speaker=diary.speaker_id)
    form = answered(request, sent)
    return redirect("lectures_desk:mine") if form is None else _mine(request, diary, ("offer", pk, form))


@never_cache
@login_required
@require_POST
def leave(request, pk: int):
    """Let go of a session that one cannot come to after all."""
    diary = _diary(request)
    session = get_object_or_404(availability.coming(diary), pk=pk)
    form = DeclineForm(request.POST)
    if form.take(dropouts.leave, session=session, diary=diary, user=request.user) is None:
        return _mine(request, diary, ("session", pk, form))
    messages.success(request, "知道了，已经告诉派单员，马上找人接替。")
    return redirect("lectures_desk:mine")


@never_cache
@login_required
@require_POST
def keep(request, pk: int):
    """Come all the same, whatever one said of that part of the day."""
    diary = _diary(request)
    session = get_object_or_404(availability.coming(diary), pk=pk)
    availability.keep(diary=diary, session=session, user=request.user)
    messages.success(request, "好，照常去。那天的这个时段记成有空了。")
    return redirect("lectures_desk:mine")


@never_cache
@login_required
@require_POST
def ask_to_move(request, pk: int):
    """Say when one could come instead."""
    diary = _diary(request)
    session = get_object_or_404(availability.coming(diary), pk=pk)
    form = AskToMoveForm.of(session, request.POST)
    if form.take(talking.ask_to_move, session=session, diary=diary, user=request.user) is None:
        return _mine(request, diary, ("asking", pk, form))
    messages.success(request, "告诉派单员了。改好了会通知您，没有改以前还按原来的时间。")
    return redirect("lectures_desk:mine")


@never_cache
@login_required
def free(request):
    """Fill in when one can come: a week of parts of days, and days that differ."""
    diary = _diary(request)
    filled = Filling(diary, request)
    if filled.taken():
        left = len(filled.outside)
        words = f"有 {left} 场和新填的时间对不上，请看下面。" if left else "派单员排的时候会看。"
        messages.success(request, "存好了。" + words)
        return redirect("lectures_desk:mine")
    return render(request, "lectures/mine/free.html", filled.context)


@never_cache
@login_required
def free_of(request, pk: int):
    """Fill it in for a speaker who said it by telephone; the trail says who did."""
    speaker = get_object_or_404(speakers.for_user(request.user), pk=pk)
    filled = Filling(speakers.diary_of(speaker), request)
    if filled.taken():
        names = "、".join(f"{one.place.title}《{one.topic}》" for one in filled.outside)
        words = f"和已经排的对不上：{names}，请到那一场里换时间或者换人。" if names else ""
        messages.success(request, f"替{speaker.title}存好了。{words}")
        return redirect("lectures_desk:speaker", pk)
    return render(request, "lectures/speakers/free.html", filled.context)


class Filling:
    """The page on which somebody's free time is filled in: its forms, and what came of them."""

    def __init__(self, diary: Diary, request):
        self.diary, self.user = diary, request.user
        self.data = [request.POST] if request.method == "POST" else []
        self.week, self.days = WeekForm(*self.data, diary=diary), days_of(diary, *self.data)
        self.outside: list = []

    def taken(self) -> bool:
        """Write down what was sent, if it makes sense; `outside` then holds the sessions that fall outside."""
        if not self.data or not (self.week.is_valid() and self.days.is_valid()):
            return False
        days = [day for form in self.days for day in form.days()]
        try:
            self.outside = availability.fill(diary=self.diary, user=self.user, week=self.week.week(), days=days)
        except Refused as refusal:
            self.week.refuse(refusal)
            return False
        return True

    @property
    def context(self) -> dict:
        wrong = bool(self.week.errors or any(self.days.errors))
        return {"diary": self.diary, "week": self.week, "days": self.days, "wrong": wrong}


def _diary(request) -> Diary:
    return get_object_or_404(Diary.objects.select_related("speaker"), user=request.user)


def _mine(request, diary: Diary, refused: tuple | None = None):
    """Show the page; `refused` is what kind of card a form was refused on, its key, and the form."""
    waiting = Offer.objects.filter(speaker=diary.speaker_id, state=OfferState.SENT)
    coming, outside = list(availability.coming(diary)), availability.outside(diary)
    asked = {ask.session.pk: ask for ask in talking.asks(availability.coming(diary)) if ask.user_id == request.user.pk}
    for session in (*coming, *outside):
        session.asked = asked.get(session.pk)
        session.asking = refused[2] if refused and refused[:2] == ("asking", session.pk) else AskToMoveForm.of(session)
    context = {
        "diary": diary,
        "offers": waiting.select_related("session__place", "session__request").order_by("due_at", "pk"),
        "coming": [session for session in coming if session not in outside],
        "outside": outside,
        "form": DeclineForm(),
        "refused_kind": refused[0] if refused else "",
        "refused_pk": refused[1] if refused else None,
        "refused_form": refused[2] if refused else None,
    }
    return render(request, "lectures/mine/mine.html", context)
