from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.core.models import CalendarDay

register_snippet(CalendarDay)  # here, so that the model itself needs no Wagtail


@hooks.register("register_city_vocabulary")
def calendar_days():
    return [CalendarDay]
