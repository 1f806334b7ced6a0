"""Addresses of year-end summaries."""

from django.urls import path

from cppcc.converters import register_choices
from summaries.views import report
from summaries.workflow import Action

register_choices("report_action", Action)

app_name = "summaries"
urlpatterns = [
    path("", report.index, name="index"),
    path("new/", report.create, name="create"),
    path("<int:pk>/", report.detail, name="detail"),
    path("<int:pk>/edit/", report.edit, name="edit"),
    path("<int:pk>/redraft/", report.redraft, name="redraft"),
    path("<int:pk>/document.pdf", report.pdf, name="pdf"),
    path("<int:pk>/document.docx", report.docx, name="docx"),
    path("<int:pk>/figures/<int:figure>/", report.frozen_figure, name="frozen_figure"),
    path("<int:pk>/<report_action:action>/", report.act, name="act"),
]
