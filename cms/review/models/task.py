"""One step of the city's one review workflow."""

from django.db import models
from django.utils import timezone
from wagtail.models import Task, TaskState

from cms.core.refusals import Refused
from cms.review import permissions, queries
from cms.review.locks import StandingStill
from cms.review.models.round import Round
from cms.review.steps import Step


class ReviewTask(Task):
    """A step that only people of the right role at the right place may decide (docs/review.md).

    Wagtail's own view asks whether the person may act on the page in the address, not on that behind the task state;
    the verbs in `decisions.py` ask again, about the right page, under a lock.
    """

    step = models.CharField("步骤", max_length=10, choices=Step, unique=True)
    paused = models.BooleanField("暂停这一步", default=False, help_text="暂停后，新交的稿子跳过这一步。")

    admin_form_fields = [*Task.admin_form_fields, "paused"]
    lock_class = StandingStill

    class Meta:
        verbose_name = "审核步骤"

    @classmethod
    def get_description(cls):
        return "由当地有相应角色的人审核，一人一轮只审一步"

    def start(self, workflow_state, user=None):
        """Open the step, or skip it; a round begins in `decisions.submit` and nowhere else."""
        if not Round.objects.filter(workflow_state=workflow_state).exists():
            raise Refused("稿子还没有交上去，请用“提交审核”。")
        state = super().start(workflow_state, user)
        if self.skips(workflow_state.content_object.specific):
            state.status = TaskState.STATUS_SKIPPED
            state.finished_at = timezone.now()
            state.save(update_fields=["status", "finished_at"])
        return state

    def skips(self, page) -> bool:
        """Say whether this step does not stand in the page's way: paused, or nobody in a township looks at it."""
        return self.paused or (self.step == Step.LOOK and not permissions.deciders(page, self.step).exists())

    def on_action(self, task_state, user, action_name, comment="", **kwargs):
        """Decide through the verbs, as the desk does; RefusalMiddleware shows a refusal in /admin/."""
        from cms.review import decisions  # noqa: PLC0415 - the verbs stand on the models

        decide = {"approve": decisions.approve, "reject": decisions.send_back}[action_name]
        decide(task_state=task_state, user=user, revision_id=task_state.revision_id, comment=comment)

    def user_can_access_editor(self, obj, user):
        return bool(permissions.may_decide_step(user, obj.specific, self.step))

    def locked_for_user(self, obj, user):
        return True  # what is being judged stands still, for everybody

    def get_actions(self, obj, user):
        page = obj.specific
        state = page.current_workflow_task_state
        if state is None or not permissions.may_decide(user, page, state):
            return []
        return [("reject", "退回修改", True), ("approve", f"{self.get_step_display()}通过", True)]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        return queries.decidable(user).filter(task_id=self.pk)
