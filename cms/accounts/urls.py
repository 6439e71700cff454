from django.urls import path

from cms.accounts import views

app_name = "accounts"
urlpatterns = [
    path("login/", views.SignIn.as_view(), name="sign_in"),
    path("logout/", views.SignOut.as_view(), name="sign_out"),
    path("me/", views.my_account, name="my_account"),
    path("me/password/", views.change_password, name="change_password"),
]
