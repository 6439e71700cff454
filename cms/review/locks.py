from wagtail.locks import WorkflowLock


class StandingStill(WorkflowLock):
    """Nobody changes a page while it is being judged, its reviewers neither."""

    def get_message(self, user):
        return f"这一篇正在{self.task.name}，审完之前谁都不能改。要改，请作者先“收回来改”。"
