"""What is done for readers before they come."""

from django_tasks import task

from cms.pages import page_cache, pictures


@task()
def prepare_pictures(image_pks: list[int]) -> int:
    """Make every size of these images; done twice, it does nothing the second time."""
    made = pictures.prepare(image_pks)
    if made:
        page_cache.renew()
    return made
