"""Addresses of the roster."""

from django.urls import path

from members.views import roster

app_name = "members"
urlpatterns = [
    path("", roster.index, name="index"),
    path("new/", roster.create, name="create"),
    path("<int:pk>/", roster.detail, name="detail"),
    path("<int:pk>/edit/", roster.edit, name="edit"),
    path("<int:pk>/renew/", roster.renew, name="renew"),
    path("<int:pk>/leave/", roster.leave, name="leave"),
]
