from django.urls import path

from cms.places.views import people, places, register

app_name = "places"
urlpatterns = [
    path("places/", places.index, name="places"),
    path("places/coverage/", places.coverage, name="coverage"),
    path("places/<int:pk>/", places.detail, name="place"),
    path("places/<int:pk>/coverage/", places.coverage, name="coverage_below"),
    path("places/<int:pk>/edit/", places.describe, name="describe"),
    path("places/<int:pk>/status/", places.status, name="status"),
    path("places/<int:pk>/register/", register.upload, name="register"),
    path("places/<int:pk>/register/confirm/", register.confirm, name="register_confirm"),
    path("places/<int:pk>/register.xlsx", register.export, name="register_export"),
    path("people/", people.index, name="people"),
    path("people/add/", people.add, name="person_add"),
    path("people/<int:pk>/", people.detail, name="person"),
    path("people/<int:pk>/appoint/", people.appoint, name="person_appoint"),
    path("people/<int:pk>/roles/<int:membership>/end/", people.end, name="person_end"),
    path("people/<int:pk>/password/", people.reset_password, name="person_password"),
    path("people/<int:pk>/close/", people.close, name="person_close"),
    path("people/<int:pk>/reopen/", people.reopen, name="person_reopen"),
]
