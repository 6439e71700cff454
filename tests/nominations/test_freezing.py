"""What was sent up stays as it was, whatever becomes of the case."""

import hashlib

import pytest
from django.core.files.base import ContentFile

from brands.nominations import freezing
from tests import factories
from tests.nominations import making


@pytest.fixture
def case(city):
    picture = {"image": factories.image("灶台边").pk, "caption": "灶台边的课", "credit": ""}
    return making.published(city, cover=factories.image(), pictures_body=[{"type": "picture", "value": picture}])


def test_the_frozen_text_never_changes_when_the_case_does(city, call, case):
    nomination = making.sealed(city, call, case)

    making.changed(case, results="三年讲了 37 堂，课后办结 22 件实事。")

    nomination.refresh_from_db()
    assert nomination.revision.as_object().results == "三年讲了 36 堂，课后办结 21 件实事。"
    assert freezing.differences(nomination) == ["取得成效"]


def test_an_unchanged_case_agrees_with_what_was_sent_up(city, call, case):
    assert freezing.differences(making.sealed(city, call, case)) == []


def test_a_change_outside_the_text_is_told_too(city, call, case):
    nomination = making.sealed(city, call, case)
    making.changed(case, quote_by="林奶奶")

    nomination.refresh_from_db()
    assert freezing.differences(nomination) == ["其他内容"]


def test_a_case_taken_down_is_told(city, call, case):
    nomination = making.sealed(city, call, case)
    case.unpublish()

    nomination.refresh_from_db()
    assert freezing.differences(nomination) == ["案例已经撤下"]


def test_every_picture_is_frozen_with_its_digest(city, call, case):
    nomination = making.sealed(city, call, case)

    assert [row["name"] for row in nomination.files] == ["古厝里的党课", "灶台边"]
    for row, picture in zip(nomination.files, case.pictures(), strict=True):
        with picture.file.open() as file:
            assert row["sha256"] == hashlib.sha256(file.read()).hexdigest()


def test_a_picture_put_in_anothers_place_is_told(city, call, case):
    nomination = making.sealed(city, call, case)
    with factories.image("另一张", "#2e6a4f").file.open() as file:
        data = file.read()
    picture = case.pictures()[0]
    picture.file = ContentFile(data, name="另一张.jpg")
    picture.save()

    nomination.refresh_from_db()
    assert freezing.differences(nomination) == ["照片"]


def test_the_calls_rules_are_frozen(city, call, case):
    nomination = making.sealed(city, call, case)
    call.title, call.document_number = "改了名字", "另一个文号"
    call.save()

    nomination.refresh_from_db()
    assert nomination.rules["title"] == "全省新时代文明实践创新案例征集"
    assert nomination.rules["document_number"] == "省文明办〔2026〕18号"
