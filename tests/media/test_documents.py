"""A document is as public as the pages that name it."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection

from cms.places.founding import index_of
from lectures.models import CourseIndexPage, CoursePage
from media.models import CustomDocument


@pytest.fixture
def plan(city):
    collection = Collection.objects.get(name="延溪区")
    return CustomDocument.objects.create(
        title="教案", file=ContentFile(b"%PDF-1.4 plan", name="plan.pdf"), collection=collection
    )


def course(city, plan, **fields):
    index = index_of(city.yanxi, CourseIndexPage)
    return index.add_child(instance=CoursePage(title="小院党课", slug="course", plan_file=plan, **fields))


def test_nobody_reads_the_plan_of_a_course_that_is_not_published(city, client, plan):
    course(city, plan, live=False)

    assert client.get(plan.url).status_code == 404


def test_everybody_reads_the_plan_of_a_published_course(city, client, plan):
    course(city, plan)

    assert b"".join(client.get(plan.url).streaming_content) == b"%PDF-1.4 plan"


def test_the_people_of_its_county_and_the_city_read_it_before(city, as_user, plan):
    for user in (city.contributor, city.reviewer, city.signer, city.superuser):
        assert as_user(user).get(plan.url).status_code == 200, user


def test_another_county_does_not(city, as_user, plan):
    for user in (city.outsider, city.outside_reviewer):
        assert as_user(user).get(plan.url).status_code == 404, user


def test_a_document_of_the_city_belongs_to_everybody_who_works_for_the_site(city, as_user, client):
    document = CustomDocument.objects.create(title="市里的", file=ContentFile(b"x", name="city.pdf"))

    assert client.get(document.url).status_code == 404
    assert as_user(city.signer).get(document.url).status_code == 200
    assert as_user(city.contributor).get(document.url).status_code == 200
