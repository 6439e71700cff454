"""Every kind of page in every state before publication: another county cannot so much as learn its title."""

import pytest
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page

from tests.scope.filling import about, address_of
from tests.scope.routes import every_route
from tests.scope.town import KINDS
from tests.scope.walking import asked, client_of, leaked, letter

pytestmark = pytest.mark.django_db

STATES = ("draft", "review", "returned")
OF_A_PAGE = {"page_id", "page_to_move_id"}
OF_A_CASE = ("submissions", "review")
ROUTES = [
    route
    for route in every_route()
    if OF_A_PAGE & set(route.kwargs)
    or (route.namespace in ("wagtailadmin_pages", "wagtailadmin_api:pages", *OF_A_CASE) and "pk" in route.kwargs)
]
CLOSED = {"h", "d", "m", "s"}
# Wagtail sends an old address on to the new one, whoever asks; a password form asks everybody for the word.
SENT_ON = ("wagtailadmin_pages:revisions_index", "wagtailcore_authenticate_with_password")


@pytest.fixture(scope="module")
def outsider(town):
    return client_of(town.people["outsider"])


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", ["case", *KINDS])
def test_no_address_of_it_opens(town, outsider, kind, state):
    county = about(town.yanxi, town.yanxi.pages[kind, state])
    wrong = []
    for route in ROUTES:
        if route.name in SENT_ON:
            continue
        address = address_of(route, county)
        answer = asked(outsider, "GET", address)
        if letter(answer) not in CLOSED or leaked(answer, "outsider"):
            wrong.append(f"{address}: {answer.status_code} {leaked(answer, 'outsider')}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", ["case", *KINDS, "place"])
def test_the_public_does_not_find_it(town, kind):
    client = client_of(None)
    for state in STATES:
        if (kind, state) not in town.yanxi.pages:
            continue
        page = town.yanxi.pages[kind, state]
        assert asked(client, "GET", page.get_url()).status_code == 404, (kind, state)


@pytest.mark.parametrize("model", ["page", "image", "document"])
def test_bulk_actions_name_nothing_of_another_county(town, outsider, model):
    app, name, pk = {
        "page": ("wagtailcore", "page", town.yanxi.pages["case", "draft"].pk),
        "image": ("media", "customimage", town.yanxi.image.pk),
        "document": ("media", "customdocument", town.yanxi.document.pk),
    }[model]
    actions = [action.action_type for action in bulk_action_registry.get_bulk_actions_for_model(app, name)]
    parent = town.yanxi.pages["case", "draft"].get_parent().pk

    assert actions
    for action in actions:
        for query in (f"id={pk}", "id=all", f"id=all&childOf={parent}", f"id={pk}&id={town.zhuling.image.pk}"):
            answer = asked(outsider, "GET", f"/admin/bulk/{app}/{name}/{action}/?{query}")
            assert not leaked(answer, "outsider"), (action, query)
            assert letter(answer) in CLOSED, (action, query)


def test_an_editor_handles_their_own_pages_together(town):
    ours = Page.objects.get(pk=town.yanxi.pages["news", "draft"].pk)
    answer = asked(client_of(town.people["editor"]), "GET", f"/admin/bulk/wagtailcore/page/move/?id={ours.pk}")

    assert answer.status_code == 200
    assert town.yanxi.secret in answer.text_sent


def test_revisions_of_a_published_page_stay_inside_too(town, outsider):
    county = about(town.yanxi, town.yanxi.pages["case", "changed"])
    for route in ROUTES:
        assert not leaked(asked(outsider, "GET", address_of(route, county)), "outsider"), route.address
