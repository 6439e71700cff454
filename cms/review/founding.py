"""The city's one review workflow."""

from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from cms.review.models import ReviewTask
from cms.review.steps import Step

NAME = "三审三校"


def ensure_workflow(home) -> Workflow:
    """Make the workflow with its four steps and tie it to the city's home page; running it twice changes nothing."""
    workflow, _ = Workflow.objects.get_or_create(name=NAME)
    for order, step in enumerate(Step):
        task, _ = ReviewTask.objects.get_or_create(step=step, defaults={"name": step.label})
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": order})
    WorkflowPage.objects.update_or_create(page=home.page_ptr, defaults={"workflow": workflow})
    return workflow
