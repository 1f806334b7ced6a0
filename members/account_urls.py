"""Addresses of login, of who one is, and of the accounts somebody looks after."""

from django.urls import include, path, re_path

from members.views import account, account_audit, account_list, account_login

actions = "|".join(account_list.ACTIONS)
accounts = [
    path("", account_list.index, name="index"),
    path("new/", account_list.invite, name="invite"),
    path("members/<int:pk>/", account_list.invite_member, name="invite_member"),
    path("members/all/", account_list.invite_all, name="invite_all"),
    path("rules/", account_list.rules, name="rules"),
    path("audit/", account_audit.index, name="audit"),
    path("audit/export/", account_audit.export, name="audit_export"),
    path("<int:pk>/", account_list.detail, name="detail"),
    path("<int:pk>/link/", account_list.link, name="link"),
    re_path(rf"^(?P<pk>\d{{1,18}})/(?P<action>{actions})/$", account_list.act, name="act"),
]

urlpatterns = [
    path("login/", account_login.login, name="login"),
    path("login/code/", account_login.login_code, name="login_code"),
    path("login/forgotten/", account_login.forgotten, name="forgotten"),
    path("welcome/<str:token>/", account_login.welcome, name="welcome"),
    path("typed/", account_login.returned, name="typed"),
    path("logout/", account_login.logout, name="logout"),
    path("acting/", account.acting, name="acting"),
    path("year/", account.year, name="year"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password_change"),
    path("account/contact/", account.contact, name="contact"),
    path("account/sessions/", account.end_sessions, name="end_sessions"),
    path("account/second-factor/", account.second_factor, name="second_factor"),
    path("account/second-factor/drop/", account.drop_second_factor, name="drop_second_factor"),
    path("accounts/", include((accounts, "accounts"))),
]
