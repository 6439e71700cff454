"""A record: one screen, once, put right with its history, also from a phone that was without a network."""

import datetime as dt
from io import BytesIO
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from brands.models import StoryPage
from cms.core.refusals import Refused
from cms.news.models import ArticlePage
from cms.notices.models import Notice
from lectures import records, scheduling
from lectures.models import ServiceTag, SessionRecord, SessionState
from media.models import CustomImage
from tests import factories
from tests.lectures.making import at, dispatcher, session, speaker


@pytest.fixture
def held(city):
    """A confirmed session of 林秀珍 in 上埔村 that ended an hour ago."""
    city.speaker_user = factories.person("林秀珍")
    city.lin = speaker(city, "林秀珍", user=city.speaker_user)
    city.dispatcher = dispatcher(city)
    city.session = session(city.shangpu, city.dispatcher, speakers=[city.lin], confirmed=True)
    with time_machine.travel(at("11:00"), tick=False):
        yield city


def jpeg(name: str = "现场.jpg") -> SimpleUploadedFile:
    """Return a photo as a phone makes it, with the place where it was taken."""
    data, exif = BytesIO(), Image.Exif()
    exif[0x8825] = {1: "N", 2: (26.0, 38.0, 35.0), 3: "E", 4: (118.0, 10.0, 39.0)}
    exif[0x010F] = "某手机"
    Image.new("RGB", (800, 600), "#2e6a4f").save(data, "JPEG", exif=exif)
    return SimpleUploadedFile(name, data.getvalue(), "image/jpeg")


def address(held) -> str:
    return reverse("lectures_desk:record", args=[held.session.pk])


def write(held, **said) -> SessionRecord:
    said.setdefault("head_count", 43)
    return records.record(session=held.session, user=held.contributor, **said)


def kinds(one) -> list[str]:
    return list(one.events.order_by("pk").values_list("kind", flat=True))


def test_a_record_is_written_on_one_screen_without_javascript(held, as_user):
    tag = ServiceTag.objects.create(name="义诊")
    client = as_user(held.contributor)
    assert client.get(address(held)).status_code == 200

    said = {"head_count": "43", "sentence": "椅子不够，坐到了台阶上。", "voice": "听懂了", "voice_from": "一位大娘"}
    answer = client.post(address(held), said | {"services": tag.pk, "photos": [jpeg()]}, follow=True)

    done = SessionRecord.objects.get()
    assert (done.head_count, done.voice_from, done.recorded_by) == (43, "一位大娘", held.contributor)
    assert list(done.services.all()) == [tag]
    held.session.refresh_from_db()
    assert held.session.state == SessionState.RECORDED
    assert kinds(held.session)[-2:] == ["held", "recorded"]
    for words in ("记好了，谢谢您。", "43 <small>人到场", "椅子不够，坐到了台阶上。", "同场还有：义诊"):
        assert words in answer.text


def test_a_photo_loses_where_it_was_taken_and_waits_for_consent(held, as_user):
    as_user(held.contributor).post(address(held), {"head_count": "43", "photos": [jpeg()]})

    (photo,) = SessionRecord.objects.get().photos.all()
    with Image.open(photo.file) as picture:
        assert dict(picture.getexif()) == {}
    assert photo.consent_gap() == "画面里的人还没有表示同意"
    assert photo.collection.name == "延溪区"


def test_more_than_three_photos_or_no_photo_at_all_are_refused_and_nothing_is_kept(held, as_user):
    client = as_user(held.contributor)

    many = client.post(address(held), {"head_count": "43", "sentence": "坐满了", "photos": [jpeg() for _ in range(4)]})
    assert "最多 3 张" in many.text
    assert "照片要请您再选一次" in many.text
    assert "坐满了" in many.text
    bad = client.post(address(held), {"head_count": "43", "photos": [SimpleUploadedFile("a.jpg", b"no picture")]})
    assert "打不开，不像是一张照片" in bad.text
    assert not SessionRecord.objects.exists()
    assert not CustomImage.objects.exists()


@pytest.mark.parametrize(("count", "words"), [("", "这里要填。"), ("-1", "0"), ("90000", "5000"), ("很多", "整数")])
def test_a_number_that_is_none_is_told_at_its_field(held, as_user, count, words):
    answer = as_user(held.contributor).post(address(held), {"head_count": count, "sentence": "坐满了"})

    assert words in " ".join(answer.context["form"].errors["head_count"])
    assert "坐满了" in answer.text
    assert not SessionRecord.objects.exists()


def test_a_draft_that_is_sent_twice_is_one_record(held, as_user):
    client, key = as_user(held.contributor), str(uuid4())

    for _ in range(2):
        sent = {"head_count": "43", "draft_key": key, "photos": [jpeg()]}
        answer = client.post(address(held), sent, headers={"Accept": "application/json"})
        assert answer.json() == {"done": reverse("lectures_desk:session", args=[held.session.pk])}

    assert SessionRecord.objects.count() == 1
    assert CustomImage.objects.count() == 1


def test_a_key_copied_from_another_record_counts_for_nothing(held):
    other = session(held.xikou, held.dispatcher, "6:00", "7:00", past=True)
    key = uuid4()
    first = records.record(session=other, user=held.dispatcher, head_count=1, draft_key=key)

    second = write(held, draft_key=key)

    assert (first.draft_key, second.draft_key, SessionRecord.objects.count()) == (key, None, 2)


def test_a_phone_that_comes_late_reads_that_somebody_else_wrote_it(held, as_user):
    write(held)

    sent = {"head_count": "60", "draft_key": str(uuid4())}
    answer = as_user(held.speaker_user).post(address(held), sent, headers={"Accept": "application/json"})

    assert answer.status_code == 409
    assert "刚刚有人记过了" in answer.json()["refused"]
    assert answer.json()["there"] == reverse("lectures_desk:session", args=[held.session.pk])
    assert SessionRecord.objects.get().head_count == 43


def test_nothing_is_recorded_before_it_began_or_when_it_was_called_off(held):
    with time_machine.travel(at("8:59")), pytest.raises(Refused, match="还没有开讲"):
        write(held)
    with time_machine.travel(at("8:00")):
        scheduling.cancel(session=held.session, user=held.dispatcher, reason="台风")
    with pytest.raises(Refused, match="取消了"):
        write(held)


def test_strangers_do_not_write_and_do_not_see(held, as_user):
    assert as_user(held.outsider).get(address(held)).status_code == 404
    for user in (held.outsider, held.nominator):
        with pytest.raises(Refused, match="供稿员"):
            records.record(session=held.session, user=user, head_count=1)
    other = factories.person("溪口村供稿员", held.xikou, "contributor")
    assert as_user(other).get(address(held)).status_code == 404


def test_a_correction_keeps_what_was_said_before(held, as_user):
    done = write(held, sentence="坐满了", photos=[jpeg("一.jpg"), jpeg("二.jpg")])
    first = done.photos.order_by("pk").first()
    client = as_user(held.speaker_user)
    assert 'value="43"' in client.get(address(held)).text

    said = {"head_count": "34", "sentence": "坐满了", "without": first.pk, "photos": [jpeg("三.jpg")]}
    answer = client.post(address(held), said, follow=True)

    done.refresh_from_db()
    assert (done.head_count, done.photos.count(), done.recorded_by) == (34, 2, held.contributor)
    event = held.session.events.get(kind="amended")
    assert (event.before["head_count"], event.after["head_count"]) == (43, 34)
    assert set(event.before) == {"head_count", "photos"}
    assert "到了多少人：43 → 34" in answer.text
    assert CustomImage.objects.filter(pk=first.pk).exists()  # a draft may use it


def test_a_correction_that_changes_nothing_leaves_no_trace(held):
    done = write(held, sentence="坐满了")

    records.amend_record(record=done, user=held.contributor, head_count=43, sentence="坐满了")

    assert "amended" not in kinds(held.session)
    done.refresh_from_db()
    assert done.amended_at is None


def test_confirmed_sessions_become_held_when_they_have_ended(held):
    still = session(held.shangpu, held.dispatcher, "15:00", "16:00", speakers=[held.lin], confirmed=True)
    planned = session(held.shangpu, held.dispatcher, "17:00", "18:00")

    assert records.hold_what_has_ended.func() == 1
    assert records.hold_what_has_ended.func() == 0

    for one, state in ((held.session, "held"), (still, "confirmed"), (planned, "planned")):
        one.refresh_from_db()
        assert one.state == state
    assert held.session.events.get(kind="held").actor_name == "系统"


@pytest.mark.parametrize(("kind", "model"), [("story", StoryPage), ("article", ArticlePage)])
def test_one_tap_makes_a_draft_that_reaches_readers_through_review_only(held, as_user, kind, model):
    write(held, sentence="椅子不够，坐到了台阶上。", voice="听懂了", voice_from="一位大娘", photos=[jpeg()])
    client = as_user(held.contributor)

    answer = client.post(reverse("lectures_desk:draft", args=[held.session.pk, kind]), follow=True)

    page = model.objects.get()
    assert (page.live, page.owner, page.place) == (False, held.contributor, held.shangpu)
    assert "搬条凳子来听课" in page.title
    text = str(page.body)
    for words in ("43", "椅子不够，坐到了台阶上。", "一位大娘"):
        assert words in text
    assert len(page.pictures()) == 1
    assert answer.redirect_chain[-1][0] == reverse("review:submit", args=[page.pk])
    assert page.title in answer.text
    notice = Notice.objects.get(user=held.editor)
    assert (notice.title, notice.url) == (
        "上埔村从宣讲记录起了一篇稿子：《上埔村：搬条凳子来听课》", reverse("wagtailadmin_pages:edit", args=[page.pk]),
    )  # fmt: skip
    assert as_user(held.editor).get(notice.url).status_code == 200
    assert client.get(page.url or "/nothing").status_code == 404


def test_only_writers_begin_a_draft(held, as_user):
    write(held)

    as_user(held.speaker_user).post(reverse("lectures_desk:draft", args=[held.session.pk, "story"]))

    assert not StoryPage.objects.exists()
    assert (
        as_user(held.outsider).post(reverse("lectures_desk:draft", args=[held.session.pk, "story"])).status_code == 404
    )


def test_a_late_record_is_welcome(held):
    with time_machine.travel(at("11:00") + dt.timedelta(days=90)):
        assert write(held).session == held.session
