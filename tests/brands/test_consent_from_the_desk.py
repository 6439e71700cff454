"""Somebody in a published photo no longer agrees: it comes down from the desk, from a phone, at once."""

import pytest
from django.urls import reverse

from brands.models import CasePage
from media.models import CustomImage
from media.models.files import Consent
from tests import factories


@pytest.fixture
def published(city):
    """A published case with one picture, which its contributor sent in."""
    image = factories.image(
        people="adults", consent="given", collection=city.yanxi.access.collection, uploaded_by_user=city.contributor
    )
    case = factories.case(city.contributor, city.shangpu, cover=image)
    return factories.publish(case, city)


def send(client, case, act: str, **fields):
    address = reverse("submissions:consent", args=[case.pk])
    return client.post(address, {"image": case.cover_id, "act": act, **fields}, follow=True)


def picture(case) -> CustomImage:
    return CustomImage.objects.get(pk=case.cover_id)


@pytest.mark.parametrize("who", ["contributor", "editor"])
def test_who_sent_it_in_and_the_countys_editor_take_it_down(
    city, as_user, client, published, who, django_capture_on_commit_callbacks
):
    shown = picture(published).get_rendition("width-480|format-webp").url
    person = as_user(getattr(city, who))
    detail = person.get(reverse("submissions:detail", args=[published.pk])).content.decode()
    assert reverse("submissions:consent", args=[published.pk]) in detail
    assert shown in client.get(published.url).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        answer = send(person, published, "withdrawal", note="本人来电")

    assert "网上哪里都看不到这张照片" in answer.content.decode()
    assert (picture(published).consent, picture(published).consent_note) == (Consent.WITHDRAWN, "本人来电")
    assert shown not in client.get(published.url).content.decode()
    assert CasePage.objects.get(pk=published.pk).live


def test_the_editor_records_an_agreement_and_is_asked_how(city, as_user, published):
    editor = as_user(city.editor)
    send(editor, published, "withdrawal")

    refused = send(editor, published, "agreement", consent="guardian", note=" ").content.decode()
    assert "写一句，例如" in refused
    assert 'value="guardian"' in refused.split("checked")[0].rpartition("<input")[2]
    assert picture(published).withheld

    assert "记下了" in send(editor, published, "agreement", consent="guardian", note="母亲当面同意").content.decode()
    assert (picture(published).consent, picture(published).consent_note) == (Consent.GUARDIAN, "母亲当面同意")


def test_who_sent_it_in_cannot_say_that_others_agreed(city, as_user, published):
    assert send(as_user(city.contributor), published, "agreement", consent="given", note="同意").status_code == 404
    assert picture(published).consent_note == ""


def test_a_picture_of_somebody_elses_is_out_of_reach_through_ones_own_case(city, as_user, published):
    foreign = factories.image(collection=city.zhuling.access.collection)
    address = reverse("submissions:consent", args=[published.pk])

    assert as_user(city.editor).post(address, {"image": foreign.pk, "act": "withdrawal"}).status_code == 404
    assert not CustomImage.objects.get(pk=foreign.pk).withheld


def test_a_colleague_of_the_village_sees_it_and_takes_nothing_down(city, as_user, published):
    colleague = as_user(factories.person("上埔村另一位供稿员", city.shangpu, "contributor"))

    assert "马上撤下" not in colleague.get(reverse("submissions:consent", args=[published.pk])).content.decode()
    assert send(colleague, published, "withdrawal").status_code == 404
    assert not picture(published).withheld
