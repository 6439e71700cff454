"""The lectures' part of the desk, below /desk/lectures/."""

from django.urls import path

from lectures.views import (
    availability,
    dispatch,
    feeds,
    ledger,
    rating,
    records,
    series,
    sessions,
    substitution,
    wishes,
)

app_name = "lectures_desk"
urlpatterns = [
    path("", sessions.index, name="sessions"),
    path("book/", sessions.book, name="book"),
    path("sessions/<int:pk>/", sessions.session, name="session"),
    path("sessions/<int:pk>/record/", records.record, name="record"),
    path("sessions/<int:pk>/draft/<slug:kind>/", records.draft, name="draft"),
    path("sessions/<int:pk>/<slug:name>/", sessions.take, name="take"),
    path("ledger/", ledger.index, name="ledger"),
    path("ledger/export.xlsx", ledger.export, name="ledger_export"),
    path("ledger/imports/<int:pk>/", ledger.ledger_import, name="ledger_import"),
    path("ledger/imports/<int:pk>/go/", ledger.go, name="ledger_go"),
    path("ledger/year/", ledger.choose_year, name="choose_year"),
    path("ledger/year/<int:year>/<slug:kind>/<int:pk>/", ledger.year_sheet, name="year"),
    path("ledger/year/<int:year>/<slug:kind>/<int:pk>.xlsx", ledger.year_file, name="year_file"),
    path("calendars/", feeds.calendars, name="calendars"),
    path("calendars/change/", feeds.change_address, name="change_address"),
    path("series/", series.index, name="series_list"),
    path("series/new/", series.begin, name="series_begin"),
    path("series/<int:pk>/", series.series, name="series"),
    path("series/<int:pk>/<slug:name>/", series.take, name="series_take"),
    path("mine/", availability.mine, name="mine"),
    path("mine/free/", availability.free, name="free"),
    path("mine/offers/<int:pk>/", availability.answer, name="answer"),
    path("mine/<int:pk>/leave/", availability.leave, name="leave"),
    path("mine/<int:pk>/keep/", availability.keep, name="keep"),
    path("requests/", dispatch.index, name="requests"),
    path("requests/<int:pk>/", dispatch.request, name="request"),
    path("requests/<int:pk>/<slug:name>/", dispatch.take, name="request_take"),
    path("offers/<int:pk>/recall/", dispatch.recall, name="recall"),
    path("substitutes/<int:pk>/", substitution.substitute, name="substitute"),
    path("tomorrow/", dispatch.tomorrow, name="tomorrow"),
    path("ratings/<int:pk>/", rating.told, name="ratings"),
    path("wishes/", wishes.index, name="wishes"),
    path("wishes/<int:pk>/<slug:name>/", wishes.take, name="wish_take"),
]
