"""Addresses of year-end summaries."""

from django.urls import path

from cppcc.converters import register_choices
from summaries import views
from summaries.workflow import Action

register_choices("report_action", Action)

app_name = "summaries"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.create, name="create"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/redraft/", views.redraft, name="redraft"),
    path("<int:pk>/document.pdf", views.pdf, name="pdf"),
    path("<int:pk>/document.docx", views.docx, name="docx"),
    path("<int:pk>/figures/<int:figure>/", views.frozen_figure, name="frozen_figure"),
    path("<int:pk>/<report_action:action>/", views.act, name="act"),
]
