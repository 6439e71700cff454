"""What to put into the places of an address: one value for 延溪区's objects and one for 竹岭市's.

Looked up by "route name:place", then by "namespace:place", then by the place alone. A function takes a County.
"""

import datetime as dt
from dataclasses import replace

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Site, Task, TaskState

from brands.nominations.models import Attachment, Objection, Publicity
from cms.core.models import CalendarDay
from cms.review.models import TermRule
from lectures.models import (
    Audience,
    Dialect,
    KnownWay,
    LectureForm,
    LectureTheme,
    MarketDays,
    Series,
    ServiceTag,
    SpeakerTeam,
    TravelRule,
)
from tests.scope.routes import Route
from tests.scope.town import County, index_for


def draft(county: County):
    return county.pages["case", "draft"]


def in_review(county: County):
    return county.pages["case", "review"]


def first(model, make=lambda county: {"name": "一项"}):
    """Return a function that gives the first row of a model of the whole city, made when there is none."""
    return lambda county: (model.objects.first() or model.objects.create(**make(county))).pk


def way(county: County) -> dict:
    a, b = sorted([county.village, county.centre], key=lambda place: place.pk)
    return {"a": a, "b": b, "minutes": 40}


def speaker_of(county: County) -> int:
    return county.offer.speaker_id


def series_of(county: County) -> int:
    rule = {"topic": county.title("系列"), "place": county.village, "weekday": 3, "start_time": dt.time(19, 30)}
    span = {"from_day": dt.date(2027, 3, 1), "to_day": dt.date(2027, 3, 31)}
    return (Series.objects.filter(topic=rule["topic"]).first() or Series.objects.create(**rule, **span)).pk


def paper_of(county):
    """Return a paper that the county sent up with its nomination."""
    given = {"rule": "f1", "kind": "pdf", "name": "承诺书.pdf"}
    file = ContentFile(b"%PDF-1.7", name="paper.pdf")
    kept = county.nomination.attachments.first()
    return kept or Attachment.objects.create(nomination=county.nomination, file=file, **given)


PLACES = {
    # pages
    "page_id": lambda county: draft(county).pk,
    "parent_page_id": lambda county: index_for(county).pk,
    "page_to_move_id": lambda county: draft(county).pk,
    "destination_id": lambda county: index_for(county).pk,
    "revision_id": lambda county: draft(county).latest_revision_id,
    "revision_id_a": lambda county: draft(county).latest_revision_id,
    "revision_id_b": "latest",
    "content_type_app_name": "brands",
    "content_type_model_name": "casepage",
    "wagtailadmin_pages:pk": lambda county: draft(county).pk,
    "wagtailadmin_pages:choose_parent:app_label": "brands",
    "wagtailadmin_pages:choose_parent:model_name": "casepage",
    "wagtailadmin_pages:workflow_action:page_id": lambda county: in_review(county).pk,
    "wagtailadmin_pages:collect_workflow_action_data:page_id": lambda county: in_review(county).pk,
    "wagtailadmin_pages:confirm_workflow_cancellation:page_id": lambda county: in_review(county).pk,
    "wagtailadmin_pages:workflow_preview:page_id": lambda county: in_review(county).pk,
    "wagtailadmin_pages:workflow_history:page_id": lambda county: in_review(county).pk,
    "wagtailadmin_pages:workflow_history_detail:page_id": lambda county: in_review(county).pk,
    "wagtailadmin_pages:action_name": "approve",
    "wagtailadmin_pages:task_id": lambda county: county.task_state.task_id,
    "task_state_id": lambda county: county.task_state.pk,
    "workflow_state_id": lambda county: county.task_state.workflow_state_id,
    "wagtailadmin_api:pages:pk": lambda county: draft(county).pk,
    "wagtailadmin_api:documents:pk": lambda county: county.document.pk,
    "wagtailadmin_api:images:pk": lambda county: county.image.pk,
    "wagtailadmin_api:pages:action_name": "copy",
    "wagtail_bulk_action:app_label": "wagtailcore",
    "wagtail_bulk_action:model_name": "page",
    "wagtail_bulk_action:action": "delete",
    # collections, files
    "wagtailadmin_collections:pk": lambda county: county.collection.pk,
    "collection_id": lambda county: county.collection.pk,
    "document_id": lambda county: county.document.pk,
    "doc_id": lambda county: county.document.pk,
    "filename": lambda county: county.document.filename,
    "wagtaildocs_chooser:pk": lambda county: county.document.pk,
    "image_id": lambda county: county.image.pk,
    "filter_spec": "width-320",
    "wagtailimages_chooser:pk": lambda county: county.image.pk,
    "uploaded_file_id": lambda county: county.uploaded_file.pk,
    "media_id": lambda county: county.video.pk,
    "media_type": "video",
    "path": lambda county: county.document.file.name,
    # the city's own
    "wagtailadmin_workflows:pk": lambda county: county.task_state.workflow_state.workflow_id,
    "wagtailadmin_workflows:edit_task:pk": lambda county: county.task_state.task_id,
    "wagtailadmin_workflows:disable_task:pk": lambda county: county.task_state.task_id,
    "wagtailadmin_workflows:enable_task:pk": lambda county: county.task_state.task_id,
    "wagtailadmin_workflows:add_task:app_label": "review",
    "wagtailadmin_workflows:add_task:model_name": "reviewtask",
    "page_pk": lambda county: draft(county).pk,
    "workflow_pk": lambda county: county.task_state.workflow_state.workflow_id,
    "wagtailadmin_workflows:task_id": lambda county: Task.objects.first().pk,
    "wagtailsites:pk": lambda county: Site.objects.get().pk,
    "wagtailusers_users:pk": lambda county: county.people.contributor.pk,
    "wagtailusers_groups:pk": lambda county: Group.objects.get(name=f"{county.centre.title}编辑").pk,
    "redirect_id": lambda county: county.redirect.pk,
    "calls:pk": lambda county: county.nomination.call_id,
    "wagtailsettings:app_name": "pages",
    "wagtailsettings:model_name": "sitesettings",
    "wagtailsettings:pk": lambda county: Site.objects.get().pk,
    "wagtailadmin_tag_model_autocomplete:app_name": "media",
    "wagtailadmin_tag_model_autocomplete:model_name": "customimage",
    "wagtailadmin_editing_sessions:app_label": "wagtailcore",
    "wagtailadmin_editing_sessions:model_name": "page",
    "wagtailadmin_editing_sessions:object_id": lambda county: draft(county).pk,
    "session_id": lambda county: county.session.pk,
    "uidb64": "MQ",
    "token": "set-password",
    "restriction_id": lambda county: county.collection_restriction.pk,
    "page_view_restriction_id": lambda county: county.page_restriction.pk,
    "wagtailcore_authenticate_with_password:page_id": lambda county: county.centre.pk,
    # the desk and the public
    "desk:resend:pk": lambda county: county.delivery.pk,
    "notices:pk": lambda county: county.notice.pk,
    "places:pk": lambda county: county.village.pk,
    **{
        f"places:{name}:pk": lambda county: county.people.contributor.pk
        for name in ("person", "person_appoint", "person_end", "person_password", "person_close", "person_reopen")
    },
    "membership": lambda county: county.people.contributor.memberships.get().pk,
    "submissions:pk": lambda county: draft(county).pk,
    "review:pk": lambda county: county.task_state.pk,
    "review:record:pk": lambda county: in_review(county).pk,
    "review:sheet:pk": lambda county: in_review(county).pk,
    "review:take_down:pk": lambda county: in_review(county).pk,
    "review:submit:pk": lambda county: draft(county).pk,
    "call_pk": lambda county: county.nomination.call_id,
    "case_pk": lambda county: county.spare_case.pk,
    "nominations:pk": lambda county: county.nomination.pk,
    "nominations:board:pk": lambda county: county.nomination.call_id,
    "nominations:take_together:pk": lambda county: county.nomination.call_id,
    "nominations:take_together:name": "recommend",
    "nominations:take:name": "seal",
    "nominations:compare:pk": lambda county: county.nomination.call_id,
    "nominations:call_package:pk": lambda county: county.nomination.call_id,
    "nominations:call_paper:pk": lambda county: county.nomination.call_id,
    "nominations:call_paper:name": "summary",
    "nominations:paper:name": "paper-1",
    "nominations:package_file:pk": lambda county: county.package.pk,
    "nominations:take_material:act": "paper",
    "paper_pk": lambda county: paper_of(county).pk,
    "nominations:objections:pk": lambda county: Publicity.objects.get().pk,
    "nominations:answer_objection:pk": lambda county: Objection.objects.get().pk,
    "nominations:objection_letter:pk": lambda county: Objection.objects.get().pk,
    "scan_pk": lambda county: county.nomination.sealed_scan_id,
    "lectures_desk:pk": lambda county: county.lecture.pk,
    "lectures_desk:take:name": "move",
    "lectures_desk:speaker:pk": speaker_of,
    "lectures_desk:letter:pk": speaker_of,
    "lectures_desk:free_of:pk": speaker_of,
    "lectures_desk:travel_rule:pk": lambda county: county.centre.pk,
    "lectures_desk:forget_training:pk": speaker_of,
    "lectures_desk:forget_training:training": 1,
    "lectures_desk:speaker_take:pk": speaker_of,
    "lectures_desk:speaker_take:name": "limit",
    "lectures_desk:series:pk": series_of,
    "lectures_desk:series_take:pk": series_of,
    "lectures_desk:series_take:name": "end",
    "lectures_desk:request:pk": lambda county: county.asked.pk,
    "lectures_desk:request_take:pk": lambda county: county.asked.pk,
    "lectures_desk:request_take:name": "close",
    "lectures_desk:recall:pk": lambda county: county.offer.pk,
    "lectures_desk:answer:pk": lambda county: county.offer.pk,
    "lectures_desk:wish_take:pk": lambda county: county.topic.pk,
    "lectures_desk:wish_take:name": "hide",
    "lectures:team:pk": first(SpeakerTeam),
    "lectures:request:key": "nobody-s",
    "lectures:offer:key": "nobody-s",
    "lectures_desk:draft:kind": "story",
    "lectures_desk:ledger_import:pk": lambda county: county.ledger.pk,
    "lectures_desk:ledger_go:pk": lambda county: county.ledger.pk,
    **{
        f"lectures_desk:{name}:{place}": value
        for name in ("year", "year_file")
        for place, value in (("year", 2026), ("kind", "place"), ("pk", lambda county: county.centre.pk))
    },
    "lectures:month_sheet:pk": lambda county: county.centre.pk,
    "lectures:month_sheet:year": lambda county: timezone.localdate().year,
    "lectures:month_sheet:month": lambda county: timezone.localdate().month,
    "lectures:speaker_feed:key": "nobody-s",
    "lectures:place_feed:signed": "1.nobody-signed-this",
    "code": lambda county: county.lecture.code,
    "gongshi:pk": lambda county: Publicity.objects.get().pk,
    "section": "pages",
    "page_path": lambda county: draft(county).url_path.removeprefix("/home/"),
}  # fmt: skip

VOCABULARIES = {
    "review_termrule": lambda county: TermRule.objects.first().pk,
    "lectures_lectureform": first(LectureForm),
    "lectures_lecturetheme": first(LectureTheme),
    "lectures_audience": first(Audience),
    "lectures_dialect": first(Dialect),
    "lectures_speakerteam": first(SpeakerTeam),
    "lectures_servicetag": first(ServiceTag),
    "lectures_travelrule": first(TravelRule, lambda county: {"county": county.centre}),
    "lectures_knownway": first(KnownWay, way),
    "lectures_marketdays": first(MarketDays, lambda county: {"place": county.village, "digits": "3、8"}),
    "core_calendarday": first(CalendarDay, lambda county: {"day": dt.date(2027, 1, 4), "works": True}),
}
for _name, _value in VOCABULARIES.items():
    PLACES[f"wagtailsnippets_{_name}:pk"] = PLACES[f"wagtailsnippetchoosers_{_name}:pk"] = _value

# Addresses that answer something else without a question.
QUERIES = {
    "wagtail_bulk_action": lambda county: f"id={draft(county).pk}",
    "wagtailadmin_choose_page_chosen_multiple": lambda county: f"id={draft(county).pk}",
    "wagtailimages_chooser:chosen_multiple": lambda county: f"id={county.image.pk}",
    "wagtaildocs_chooser:chosen_multiple": lambda county: f"id={county.document.pk}",
    "wagtailadmin_block_preview": lambda county: "id=",
}


def address_of(route: Route, county: County) -> str:
    """Return the address of a route over a county's objects."""
    query = QUERIES.get(route.name, lambda county: "")(county)
    filled = route.filled({place: _value_of(route, place, county) for place in route.kwargs})
    return f"{filled}?{query}" if query else filled


def about(county: County, page) -> County:
    """Return the county as if this page were its only one, so that every address of a page leads to it."""
    state = TaskState.objects.filter(workflow_state__round__page=page).order_by("pk").last()
    pages = {("case", "draft"): page, ("case", "review"): page}
    same = replace(county, pages=pages)
    same.__dict__ |= {name: value for name, value in county.__dict__.items() if name not in same.__dict__}
    same.task_state = state or county.task_state
    return same


def about_a_county(route: Route) -> bool:
    """Say whether the route's address differs from county to county."""
    return route.name in QUERIES or any(callable(_found(route, place)) for place in route.kwargs)


def _value_of(route: Route, place: str, county: County):
    value = _found(route, place)
    return value(county) if callable(value) else value


def _found(route: Route, place: str):
    for key in (f"{route.name}:{place}", f"{route.namespace}:{place}", place):
        if key in PLACES:
            return PLACES[key]
    return pytest.fail(
        f"不知道网址 /{route.address} 里的 {place} 填什么："
        f"请在 tests/scope/filling.py 的 PLACES 里加一行“{route.name}:{place}”。"
    )
