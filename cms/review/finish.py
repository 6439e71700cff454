"""The seam to Wagtail's end of a workflow; it is loaded before any model is, so it imports only when called."""


def publish_approved(workflow_state, user=None) -> None:
    """Publish the approved revision (WAGTAIL_FINISH_WORKFLOW_ACTION)."""
    from cms.review import publishing  # noqa: PLC0415 - see above

    publishing.publish_approved(workflow_state, user)
