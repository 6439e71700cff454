from django.urls import path

from cms.desk import postbook, views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("mine/", views.mine, name="mine"),
    path("log/", postbook.log, name="log"),
    path("log/<int:pk>/resend/", postbook.resend, name="resend"),
]
