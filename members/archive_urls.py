"""Addresses of the archive of old papers."""

from django.urls import path

from members.views import archive

app_name = "archive"
urlpatterns = [
    path("", archive.index, name="index"),
    path("new/", archive.create, name="create"),
    path("<int:pk>/", archive.detail, name="detail"),
    path("<int:pk>/file/", archive.file, name="file"),
    path("<int:pk>/edit/", archive.edit, name="edit"),
    path("<int:pk>/delete/", archive.delete, name="delete"),
]
