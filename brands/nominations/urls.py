"""The nominators' desk, below /desk/nominations/."""

from django.urls import path

from brands.nominations.views import bench, city, county

app_name = "nominations"
urlpatterns = [
    path("", county.index, name="index"),
    path("calls/<int:call_pk>/cases/", county.candidates, name="candidates"),
    path("calls/<int:call_pk>/cases/<int:case_pk>/", county.start, name="start"),
    path("calls/<int:pk>/", city.board, name="board"),
    path("calls/<int:pk>/<slug:name>/", city.take, name="take_together"),
    path("<int:pk>/", bench.bench, name="bench"),
    path("<int:pk>/sheet/", bench.sheet, name="sheet"),
    path("<int:pk>/scans/<int:scan_pk>/", bench.scan, name="scan"),
    path("<int:pk>/<slug:name>/", bench.take, name="take"),
]
