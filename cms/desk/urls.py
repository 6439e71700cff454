from django.urls import path

from cms.desk import views

app_name = "desk"
urlpatterns = [path("", views.home, name="home"), path("mine/", views.mine, name="mine")]
