"""Addresses of login and of who one is; `looked_after` joins those of `accounts/` in members."""

from django.urls import path, re_path

from accounts.views import account, accounts, audit, login

actions = "|".join(accounts.ACTIONS)
looked_after = [
    path("new/", accounts.invite, name="invite"),
    path("rules/", accounts.rules, name="rules"),
    path("audit/", audit.index, name="audit"),
    path("audit/export/", audit.export, name="audit_export"),
    path("<int:pk>/", accounts.detail, name="detail"),
    path("<int:pk>/link/", accounts.link, name="link"),
    re_path(rf"^(?P<pk>\d{{1,18}})/(?P<action>{actions})/$", accounts.act, name="act"),
]

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
