"""Addresses of login and of who one is."""

from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.http import require_POST

from members.views import account

login = auth.LoginView.as_view(template_name="members/login.html", redirect_authenticated_user=True)

urlpatterns = [
    path("login/", login_not_required(login), name="login"),
    path("logout/", require_POST(auth.LogoutView.as_view()), name="logout"),
    path("acting/", account.acting, name="acting"),
    path("year/", account.year, name="year"),
]
