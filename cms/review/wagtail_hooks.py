from datetime import timedelta

from django.urls import reverse
from django.utils.timesince import timesince
from wagtail import hooks

from cms.desk.tabs import Tab
from cms.desk.todos import Todo
from cms.places import scope
from cms.review import board, editor, guards, queries
from cms.review.founding import ensure_workflow
from cms.review.models import TermRule

PATIENCE = timedelta(days=3)  # how long a page may wait before it is the most pressing thing
MOST_TODOS = 10


@hooks.register("after_found_city")
def found_review(home):
    ensure_workflow(home)


@hooks.register("register_city_vocabulary")
def text_rules():
    return [TermRule]


@hooks.register("register_desk_tab")
def review_tab(user):
    reviews = bool(scope.paths(user, *queries.WATCHERS)) or user.is_superuser
    count = queries.decidable(user).count() if reviews else 0
    return Tab("审核", reverse("review:queue"), "clipboard-check", 40, lambda user: reviews, count=count)


@hooks.register("register_desk_todo")
def review_todos(user):
    found = board.waiting(user)
    for row in found[:MOST_TODOS]:
        yield Todo(
            title=f"《{row.title}》",
            url=reverse("review:decide", args=[row.pk]),
            action=f"去{row.step.label}",
            tag=f"请{row.step.label}",
            detail=f"{row.facts}，等了{timesince(row.since)}",
            due=row.since + PATIENCE,
        )
    if rest := len(found[MOST_TODOS:]):
        yield Todo(f"还有 {rest} 篇等您审", reverse("review:queue"), "都看看", tone="green")


hooks.register("construct_page_action_menu", editor.only_ours)
hooks.register("before_create_page", editor.refuse_stock_buttons)
hooks.register("before_edit_page", editor.withdraw_instead)
hooks.register("after_create_page", editor.submit_after_saving)
hooks.register("after_edit_page", editor.submit_after_saving)
hooks.register("before_bulk_action", guards.refuse_bulk)
hooks.register("before_delete_page", guards.refuse_deletion)
hooks.register("before_copy_page", guards.refuse_published_copies)


@hooks.register("register_page_action_menu_item")
def submit_item():
    return editor.SubmitItem(order=10)


@hooks.register("register_page_action_menu_item")
def withdraw_item():
    return editor.WithdrawItem(order=40)


@hooks.register("register_page_action_menu_item")
def review_item():
    return editor.ReviewItem(order=30)
