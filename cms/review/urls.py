from django.urls import path

from cms.review.views import decide, log, queue, submit

app_name = "review"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("<int:pk>/", decide.decide, name="decide"),
    path("<int:pk>/preview/", decide.preview, name="preview"),
    path("log/", log.log, name="log"),
    path("record/<int:pk>/", log.record_of, name="record"),
    path("sheet/<int:pk>/", log.review_sheet, name="sheet"),
    path("down/<int:pk>/", log.take_down, name="take_down"),
    path("submit/<int:pk>/", submit.submit, name="submit"),
]
