"""公示, below /gongshi/."""

from django.urls import path

from brands.nominations.views import public

app_name = "gongshi"
urlpatterns = [path("", public.notices, name="notices"), path("<int:pk>/", public.notice, name="notice")]
