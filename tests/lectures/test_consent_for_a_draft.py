"""A draft made from a record: from a phone one says who in its photos agreed, or takes a photo down, for every kind."""

from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse
from wagtail.models import Page

from lectures import drafts, records
from media.models import CustomImage
from media.models.files import Consent
from tests import factories
from tests.lectures.making import at, dispatcher, session
from tests.lectures.test_records import jpeg

KINDS = ("story", "article")


@pytest.fixture(params=KINDS)
def draft(request, city):
    """A draft of 上埔村, begun by its contributor from a record with one photo; `page`, `photo` and `session`."""
    held = session(city.shangpu, dispatcher(city))
    with time_machine.travel(at("11:00"), tick=False):
        record = records.record(session=held, user=city.contributor, head_count=43, photos=[jpeg()])
        page = drafts.begin(record=record, slug=request.param, user=city.contributor)
        yield SimpleNamespace(page=page, photo=record.photos.get().pk, session=held)


def consent(draft) -> str:
    return reverse("submissions:consent", args=[draft.page.pk])


def submit(draft) -> str:
    return reverse("review:submit", args=[draft.page.pk])


def send(client, draft, act: str, **said):
    return client.post(consent(draft), {"image": draft.photo, "act": act, **said}, follow=True)


def photo(draft) -> CustomImage:
    return CustomImage.objects.get(pk=draft.photo)


def published(draft, city):
    """Publish the draft: its people have agreed, and somebody has said what the photo shows."""
    CustomImage.objects.filter(pk=draft.photo).update(consent=Consent.GIVEN)
    page = type(draft.page).objects.get(pk=draft.page.pk)
    page.consent_given = True  # of a story; an article has no such field
    for block in page.body.blocks_by_name("picture"):
        block.value["image"].contextual_alt_text = "大家坐在古厝的天井里听课"
    page.save_revision(user=city.contributor)
    return factories.publish(page, city)


def test_it_is_reached_from_the_record_by_two_taps(city, as_user, draft):
    for user in (city.contributor, city.editor):
        client = as_user(user)
        told = client.get(reverse("lectures_desk:session", args=[draft.session.pk])).text
        assert "用了这些照片的稿子" in told
        assert f'href="{submit(draft)}"' in told
        assert f'href="{consent(draft)}"' in client.get(submit(draft)).text
        page = client.get(consent(draft)).text
        assert f'href="{submit(draft)}"' in page  # the way back
        assert f'id="picture-{draft.photo}"' in page


def test_the_editor_says_who_agreed_and_the_draft_lacks_it_no_more(city, as_user, draft):
    editor, lacking = as_user(city.editor), "画面里的人还没有表示同意"
    assert lacking in editor.get(submit(draft)).text

    assert "写一句，例如" in send(editor, draft, "agreement", consent="given", note=" ").text
    assert "记下了。" in send(editor, draft, "agreement", consent="given", note="3月15日当面同意").text

    assert (photo(draft).consent, photo(draft).consent_note) == (Consent.GIVEN, "3月15日当面同意")
    assert lacking not in editor.get(submit(draft)).text


def test_who_took_it_does_not_say_that_others_agreed(city, as_user, draft):
    contributor = as_user(city.contributor)
    assert "记下同意" not in contributor.get(consent(draft)).text

    assert send(contributor, draft, "agreement", consent="given", note="同意").status_code == 404
    assert photo(draft).consent_gap()


@pytest.mark.parametrize("who", ["contributor", "editor"])
def test_taken_down_it_is_gone_wherever_it_was(city, as_user, client, draft, who, django_capture_on_commit_callbacks):
    page = published(draft, city)
    shown = photo(draft).get_rendition("width-480|format-webp")
    small = photo(draft).get_rendition("fill-320x240|format-jpeg")
    files = [(size.file.storage, size.file.name) for size in (shown, small)]
    assert shown.url in client.get(page.url).text
    person = as_user(getattr(city, who))
    at_the_record = reverse("lectures_desk:session", args=[draft.session.pk])
    assert small.url in person.get(at_the_record).text
    assert f'href="{consent(draft)}"' in person.get(reverse("review:record", args=[page.pk])).text

    with django_capture_on_commit_callbacks(execute=True):
        answer = send(person, draft, "withdrawal", note="本人来电")

    assert "网上哪里都看不到这张照片" in answer.text
    assert not [name for storage, name in files if storage.exists(name)]
    assert not photo(draft).renditions.exists()
    assert shown.url not in client.get(page.url).text
    told = person.get(at_the_record).text
    assert small.url not in told
    assert '<span class="tag">已撤下</span>' in told
    assert (
        '<span class="tag">已撤下</span>' in person.get(reverse("lectures_desk:record", args=[draft.session.pk])).text
    )
    assert Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("who", ["outsider", "outside_reviewer", "checker", "signer"])
def test_who_does_not_write_for_the_place_finds_nothing(city, as_user, draft, who):
    client = as_user(getattr(city, who))

    assert client.get(consent(draft)).status_code == 404
    assert send(client, draft, "withdrawal").status_code == 404
    assert not photo(draft).withheld


def test_a_picture_of_another_page_is_out_of_reach(city, as_user, draft):
    other = factories.image(collection=city.yanxi.access.collection)

    answer = as_user(city.editor).post(consent(draft), {"image": other.pk, "act": "withdrawal"})

    assert answer.status_code == 404
    assert not CustomImage.objects.get(pk=other.pk).withheld


def test_a_page_that_is_not_reviewed_has_none(city, as_user):
    for page in (city.home, city.yanxi):
        assert as_user(city.editor).get(reverse("submissions:consent", args=[page.pk])).status_code == 404


def test_the_citys_own_text_about_a_village_is_not_the_villages(city, as_user, draft):
    index = draft.page.get_parent()
    kept = type(index.specific).objects.child_of(city.home).get()
    draft.page.move(kept, pos="last-child")

    assert as_user(city.contributor).get(consent(draft)).status_code == 200  # its owner
    other = factories.person("上埔村另一位供稿员", city.shangpu, "contributor")
    assert as_user(other).get(consent(draft)).status_code == 404


def test_without_photos_nothing_leads_there(city, as_user, draft):
    page = type(draft.page).objects.get(pk=draft.page.pk)
    page.body = [("paragraph", "<p>没有照片了。</p>")]
    page.save_revision(user=city.contributor)

    assert consent(draft) not in as_user(city.contributor).get(submit(draft)).text


def test_the_way_back_to_a_draft_waits_for_no_worker(city, as_user, draft, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    with time_machine.travel(at("11:00"), tick=False):
        late = drafts.begin(record=draft.session.record, slug="article", user=city.contributor)

    told = as_user(city.contributor).get(reverse("lectures_desk:session", args=[draft.session.pk])).text

    assert f'href="{reverse("review:submit", args=[late.pk])}"' in told
