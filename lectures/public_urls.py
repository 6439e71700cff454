"""What everybody may open, below /lectures/: calendars, sessions, asking for a lecture."""

from django.urls import path, register_converter

from lectures.codes import SessionCode
from lectures.views import asking, calendar, feeds, menu, offers, rating, session, teams, wishes

register_converter(SessionCode, "session_code")

app_name = "lectures"
urlpatterns = [
    path("calendar/", calendar.calendar, name="calendar"),
    path("sheets/<int:pk>/<int:year>/<int:month>/", calendar.month_sheet, name="month_sheet"),
    path("menu/", menu.menu, name="menu"),
    path("menu.xlsx", menu.menu_xlsx, name="menu_xlsx"),
    path("<session_code:code>/", session.session, name="session"),
    path("<session_code:code>.ics", session.session_ics, name="session_ics"),
    path("<session_code:code>/poster/", session.poster, name="poster"),
    path("feeds/speaker/<str:key>.ics", feeds.speaker_feed, name="speaker_feed"),
    path("feeds/place/<str:signed>.ics", feeds.place_feed, name="place_feed"),
    path("ask/", asking.ask, name="ask"),
    path("requests/<str:key>/", asking.track, name="request"),
    path("offers/<str:key>/", offers.offer, name="offer"),
    path("teams/<int:pk>/", teams.team, name="team"),
    path("wish/", wishes.wish, name="wish"),
    path("rate/<session_code:code>/", rating.rate, name="rate"),
]
