"""The first thing editors see in /admin/: what waits for them, as on the desk."""

from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from cms.desk.todos import todos_for


class TodoPanel(Component):
    """The person's to-do list, from every room."""

    name = "todos"
    template_name = "desk/admin_todos.html"
    order = 10

    def get_context_data(self, parent_context):
        return {"todos": todos_for(parent_context["request"].user)}


def with_todos(panels: list[Component]) -> list[Component]:
    """Return the dashboard's panels with ours in place of Wagtail's list of things to moderate.

    Wagtail's is not paged and asks several questions for every row.
    """
    return [TodoPanel(), *(panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel))]
