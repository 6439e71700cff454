"""The nominators' desk, below /desk/nominations/."""

from django.urls import path

from brands.nominations.views import bench, city, compare, county, dossier, materials, objections, receipt

app_name = "nominations"
urlpatterns = [
    path("", county.index, name="index"),
    path("calls/<int:call_pk>/cases/", county.candidates, name="candidates"),
    path("calls/<int:call_pk>/cases/<int:case_pk>/", county.start, name="start"),
    path("calls/<int:pk>/", city.board, name="board"),
    path("calls/<int:pk>/compare/", compare.compare, name="compare"),
    path("calls/<int:pk>/package/", dossier.of_call, name="call_package"),
    path("calls/<int:pk>/papers/<slug:name>/", dossier.together, name="call_paper"),
    path("notices/<int:pk>/objections/", objections.listed, name="objections"),
    path("objections/<int:pk>/answer/", objections.answer, name="answer_objection"),
    path("objections/<int:pk>/letter/", objections.letter, name="objection_letter"),
    path("packages/<int:pk>/", dossier.file, name="package_file"),
    path("calls/<int:pk>/<slug:name>/", city.take, name="take_together"),
    path("<int:pk>/", bench.bench, name="bench"),
    path("<int:pk>/sheet/", bench.sheet, name="sheet"),
    path("<int:pk>/receipt/", receipt.receipt, name="receipt"),
    path("<int:pk>/scans/<int:scan_pk>/", bench.scan, name="scan"),
    path("<int:pk>/package/", dossier.of_nomination, name="package"),
    path("<int:pk>/papers/<slug:name>/", dossier.single, name="paper"),
    path("<int:pk>/materials/", materials.page, name="materials"),
    path("<int:pk>/materials/<slug:act>/", materials.take, name="take_material"),
    path("<int:pk>/attachments/<int:paper_pk>/", materials.paper, name="attachment"),
    path("<int:pk>/attachments/<int:paper_pk>/drop/", materials.drop, name="drop_attachment"),
    path("<int:pk>/<slug:name>/", bench.take, name="take"),
]
