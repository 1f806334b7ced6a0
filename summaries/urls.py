"""Addresses of year-end summaries."""

from django.urls import path

from cppcc.converters import register_choices
from summaries.views import board, duty, report, sheet
from summaries.workflow import Action, DutyAction

register_choices("report_action", Action)
register_choices("duty_sheet_action", DutyAction)

app_name = "summaries"
urlpatterns = [
    path("", report.index, name="index"),
    path("new/", report.create, name="create"),
    path("volume.<paper_format:suffix>", report.volume, name="volume"),
    path("<int:pk>/", report.detail, name="detail"),
    path("<int:pk>/edit/", report.edit, name="edit"),
    path("<int:pk>/redraft/", report.redraft, name="redraft"),
    path("<int:pk>/document.pdf", report.pdf, name="pdf"),
    path("<int:pk>/document.docx", report.docx, name="docx"),
    path("<int:pk>/figures/<int:figure>/", report.frozen_figure, name="frozen_figure"),
    path("duty/", duty.own, name="duty_own"),
    path("duty/<int:pk>/", duty.detail, name="duty"),
    path("duty/<int:pk>/paper/", duty.paper, name="duty_paper"),
    path("duty/<int:pk>/document.pdf", duty.pdf, name="duty_pdf"),
    path("duty/<int:pk>/document.docx", duty.docx, name="duty_docx"),
    path("duty/<int:pk>/sheet/", sheet.create, name="sheet_create"),
    path("duty/<int:pk>/sheet.pdf", sheet.blank, name="sheet_blank"),
    path("sheets/", sheet.index, name="sheets"),
    path("sheets/<int:pk>/", sheet.detail, name="sheet"),
    path("sheets/<int:pk>/edit/", sheet.edit, name="sheet_edit"),
    path("sheets/<int:pk>/document.pdf", sheet.pdf, name="sheet_pdf"),
    path("sheets/<int:pk>/document.docx", sheet.docx, name="sheet_docx"),
    path("sheets/<int:pk>/<duty_sheet_action:action>/", sheet.act, name="sheet_act"),
    path("board/", board.index, name="board"),
    path("<int:pk>/<report_action:action>/", report.act, name="act"),
]
