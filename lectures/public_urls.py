"""What everybody may open, below /lectures/: calendars, sessions, asking for a lecture."""

from django.urls import path  # noqa: F401

app_name = "lectures"
urlpatterns = []
