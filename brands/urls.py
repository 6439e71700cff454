from django.urls import path

from brands.views import cases, consent, photos, renditions, writing

app_name = "submissions"
urlpatterns = [
    path("", cases.index, name="list"),
    path("new/", writing.begin, name="new"),
    path("<int:pk>/", cases.detail, name="detail"),
    path("<int:pk>/edit/", writing.edit, name="edit"),
    path("<int:pk>/photos/", photos.add, name="photos"),
    path("<int:pk>/renditions/", renditions.edit, name="renditions"),
    path("<int:pk>/consent/", consent.pictures, name="consent"),
    path("<int:pk>/withdraw/", cases.withdraw, name="withdraw"),
    path("<int:pk>/discard/", cases.discard, name="discard"),
]
