from django.urls import reverse
from wagtail import hooks

from cms.desk import postbook
from cms.desk.dashboard import with_todos
from cms.desk.tabs import Tab
from cms.notices.inbox import unread_count
from cms.places import permissions


@hooks.register("register_desk_tab")
def todo_tab(user):
    return Tab("待办", reverse("desk:home"), "list-todo", 10, exact=True)


@hooks.register("register_desk_tab")
def mine_tab(user):
    covers = (
        reverse("notices:inbox"),
        reverse("desk:log"),
        reverse("accounts:my_account"),
        "/desk/places/",
        "/desk/people/",
    )
    return Tab("我的", reverse("desk:mine"), "user-round", 90, covers=covers)


@hooks.register("register_desk_link")
def inbox_link(user):
    return Tab("消息", reverse("notices:inbox"), "bell", 10, count=unread_count(user))


@hooks.register("register_desk_link")
def log_link(user):
    return Tab("发送记录", reverse("desk:log"), "mail", 70, postbook.may_read)


@hooks.register("register_desk_link")
def account_link(user):
    return Tab("我的账号", reverse("accounts:my_account"), "user-round", 20, hint="姓名、邮箱、密码")


@hooks.register("register_desk_link")
def places_link(user):
    url = reverse("places:places")
    return Tab("我的阵地", url, "map-pin-house", 30, permissions.works_somewhere, hint="地址、开放时间、状态、覆盖率")


@hooks.register("register_desk_link")
def people_link(user):
    return Tab("人员", reverse("places:people"), "users", 40, permissions.manages_anything, hint="账号、任职、密码")


@hooks.register("register_desk_link")
def admin_link(user):
    return Tab(
        "编辑后台",
        reverse("wagtailadmin_home"),
        "panels-top-left",
        80,
        lambda user: user.has_perm("wagtailadmin.access_admin"),
    )


@hooks.register("construct_homepage_panels")
def todos_first(request, panels):
    panels[:] = with_todos(panels)


@hooks.register("construct_main_menu")
def no_help_menu(request, menu_items):
    """Wagtail's help menu leads to pages outside the house."""
    menu_items[:] = [item for item in menu_items if item.name != "help"]
