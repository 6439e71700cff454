from wagtail import hooks

from cms.review.founding import ensure_workflow


@hooks.register("after_found_city")
def found_review(home):
    ensure_workflow(home)
