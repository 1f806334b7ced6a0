"""Addresses of login and of who one is."""

from django.urls import path

from accounts.views import account, login

urlpatterns = [
    path("login/", login.login, name="login"),
    path("login/code/", login.login_code, name="login_code"),
    path("login/forgotten/", login.forgotten, name="forgotten"),
    path("welcome/<str:token>/", login.welcome, name="welcome"),
    path("typed/", login.returned, name="typed"),
    path("logout/", login.logout, name="logout"),
    path("acting/", account.acting, name="acting"),
    path("year/", account.year, name="year"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password_change"),
    path("account/contact/", account.contact, name="contact"),
    path("account/sessions/", account.end_sessions, name="end_sessions"),
    path("account/second-factor/", account.second_factor, name="second_factor"),
    path("account/second-factor/drop/", account.drop_second_factor, name="drop_second_factor"),
]
