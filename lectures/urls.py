"""The lectures' part of the desk, below /desk/lectures/."""

from django.urls import path  # noqa: F401

app_name = "lectures_desk"
urlpatterns = []
