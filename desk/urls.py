"""Addresses of the desk."""

from django.urls import path

from cppcc.converters import register_choices
from desk import views
from desk.samples import by_slug

register_choices("sample", by_slug)

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("overview/", views.overview, name="overview"),
    path("papers/", views.samples, name="samples"),
    path("papers/<sample:sample>/", views.sample, name="sample"),
    path("papers/<sample:sample>.<paper_format:suffix>", views.sample_file, name="sample_file"),
]
