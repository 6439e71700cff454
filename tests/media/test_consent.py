"""Somebody no longer agrees to be shown: the picture is nowhere, at once."""

import pytest
from django.core.files.storage import default_storage
from django.template import Context, Template
from django.urls import reverse

from cms.audit.models import Event
from cms.core.refusals import Refused
from cms.pages import page_cache
from media import consent
from media.doctor import withheld_pictures_are_gone
from media.models.files import Consent, CustomImage, Withheld
from tests import factories

SPEC = "width-320|format-webp"


@pytest.fixture
def image(city):
    return factories.image(people="adults", consent="given", collection=city.yanxi.access.collection)


def test_withdrawing_deletes_every_size_and_its_file(city, image, client, django_capture_on_commit_callbacks):
    shown = [image.get_rendition(spec) for spec in (SPEC, "width-100")]
    assert all(client.get(size.url).status_code == 200 for size in shown)

    with django_capture_on_commit_callbacks(execute=True):
        consent.withdraw(image=image, user=city.editor)

    assert not image.renditions.exists()
    assert not any(default_storage.exists(size.file.name) for size in shown)
    assert all(client.get(size.url).status_code == 404 for size in shown)


def test_a_withheld_picture_has_no_size(city, image):
    image = consent.withdraw(image=image, user=city.editor)

    with pytest.raises(Withheld):
        image.get_rendition(SPEC)
    with pytest.raises(Withheld):
        image.get_renditions(SPEC)
    assert not image.renditions.exists()


def test_who_read_the_picture_before_makes_no_size_of_it_after(city, image):
    image.get_rendition("width-80")
    consent.withdraw(image=CustomImage.objects.get(pk=image.pk), user=city.editor)
    assert not image.withheld
    files = set(default_storage.listdir("images")[1])

    with pytest.raises(Withheld):
        image.get_rendition(SPEC)
    with pytest.raises(Withheld):
        image.get_renditions(SPEC, "width-100")
    assert not image.renditions.exists()
    assert set(default_storage.listdir("images")[1]) == files


def test_a_size_without_permission_is_found_by_the_doctor(city, image):
    size = image.get_rendition(SPEC)
    CustomImage.objects.filter(pk=image.pk).update(consent=Consent.WITHDRAWN)

    assert list(withheld_pictures_are_gone()) == [
        f"{image.title}：撤回了同意，但网上还有它的一个尺寸（{size.file.name}）"
    ]


def test_a_size_kept_in_the_cache_is_not_shown_either(city, image):
    image.get_rendition(SPEC)
    consent.withdraw(image=image, user=city.editor)
    image.refresh_from_db()

    with pytest.raises(Withheld):
        image.get_rendition(SPEC)


def test_wagtail_s_own_tag_shows_nothing_of_it_and_does_not_fail(city, image):
    image = consent.withdraw(image=image, user=city.editor)

    html = Template("{% load wagtailimages_tags %}{% image image width-320 %}").render(Context({"image": image}))

    assert image.file.name not in html
    assert "not-found" in html


def test_it_can_be_chosen_for_no_page(city, image, as_user):
    browser, chooser = as_user(city.superuser), reverse("wagtailimages_chooser:choose_results")
    assert image.title in browser.get(chooser).content.decode()

    consent.withdraw(image=image, user=city.editor)

    assert image.title not in browser.get(chooser).content.decode()


def test_every_kept_page_is_forgotten(city, image, django_capture_on_commit_callbacks):
    before = page_cache.site_version()

    with django_capture_on_commit_callbacks(execute=True):
        consent.withdraw(image=image, user=city.editor)

    assert page_cache.site_version() != before


def test_changing_the_field_in_the_picture_form_does_the_same(city, image):
    image.get_rendition(SPEC)
    image.consent = Consent.WITHDRAWN
    image.save()

    assert not image.renditions.exists()


def test_both_are_written_in_the_book(city, image):
    consent.withdraw(image=image, user=city.editor, note="本人来电")
    consent.grant(image=image, user=city.editor, note="2026年3月2日本人当面同意")

    assert list(Event.objects.order_by("pk").values_list("actor_name", "action", "detail__note")) == [
        ("延溪区编辑", "撤回出镜同意", "本人来电"), ("延溪区编辑", "登记出镜同意", "2026年3月2日本人当面同意"),
    ]  # fmt: skip


def test_consent_given_again_shows_the_picture_again(city, image):
    consent.withdraw(image=image, user=city.manager)
    image = consent.grant(image=image, user=city.manager, note="本人又同意了，同意书存村部")

    assert image.get_rendition(SPEC).url


def test_consent_needs_a_note_of_who_agreed_and_when(city, image):
    with pytest.raises(Refused, match="谁、何时、怎么") as refusal:
        consent.grant(image=image, user=city.editor, note="  ")

    assert "note" in refusal.value.fields


def test_consent_cannot_be_granted_as_not_asked(city, image):
    with pytest.raises(Refused, match="选一种同意"):
        consent.grant(image=image, user=city.editor, consent=Consent.NOT_ASKED, note="同意")


@pytest.mark.parametrize("who", ["outsider", "contributor", "signer"])
def test_others_may_not_touch_it(city, image, who):
    with pytest.raises(Refused, match="不归您管"):
        consent.withdraw(image=image, user=getattr(city, who))

    image.refresh_from_db()
    assert image.consent == Consent.GIVEN


def test_the_city_s_managers_reach_every_county(city, image):
    assert consent.withdraw(image=image, user=city.city_manager).withheld
