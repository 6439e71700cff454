from wagtail import hooks

from cms.core.models import CalendarDay


@hooks.register("register_city_vocabulary")
def calendar_days():
    return [CalendarDay]
