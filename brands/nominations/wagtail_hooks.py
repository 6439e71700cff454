from django.urls import reverse
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from brands.nominations import authors, journey, outlook, queries, todos
from brands.nominations.models import Call
from brands.nominations.permissions import CALL_ROLES, CallPolicy
from brands.nominations.viewsets import call_viewset
from cms.desk.tabs import Tab
from cms.places.groups import AdminWork

register_permission_policy(Call, CallPolicy(Call))
hooks.register("register_desk_todo", todos.todos)
hooks.register("register_desk_todo", authors.todos)
hooks.register("register_case_request", authors.asked_of)
hooks.register("register_journey", journey.public_stages)
hooks.register("register_outlook", outlook.of_open_calls)


@hooks.register("register_desk_tab")
def nominations_tab(user):
    return Tab("申报", reverse("nominations:index"), "medal", 50, queries.takes_part)


@hooks.register("register_admin_viewset")
def calls():
    return call_viewset


@hooks.register("register_admin_work")
def keeping_calls():
    return AdminWork("征集通知经办人", CALL_ROLES, (Call,))
