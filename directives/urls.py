"""Addresses of townships with their target sheets, and of the county's papers (上级文件)."""

from django.urls import include, path

from counties import urls as counties
from cppcc.converters import register_choices
from directives.county_papers import Printed
from directives.views import papers, sheets, townships
from directives.workflow import PaperAction, SheetAction

register_choices("sheet_action", SheetAction)
register_choices("paper_action", PaperAction)
register_choices("printed_paper", Printed)

of_townships = [
    path("", townships.index, name="index"),
    path("<int:pk>/", townships.detail, name="detail"),
    *counties.of_townships,
    path("<int:pk>/targets/new/", sheets.create, name="sheet_create"),
    path("targets/new/", sheets.create_all, name="sheet_create_all"),
    path("targets/hand_down/", sheets.hand_down_all, name="sheet_hand_down_all"),
    path("targets/<int:pk>/", sheets.detail, name="sheet"),
    path("targets/<int:pk>/edit/", sheets.edit, name="sheet_edit"),
    path("targets/<int:pk>/document.pdf", sheets.pdf, name="sheet_pdf"),
    path("targets/<int:pk>/document.docx", sheets.docx, name="sheet_docx"),
    path("targets/<int:pk>/<sheet_action:action>/", sheets.act, name="sheet_act"),
]
county_papers = [
    path("", papers.index, name="index"),
    path("new/", papers.create, name="create"),
    path("<int:pk>/", papers.detail, name="detail"),
    path("<int:pk>/edit/", papers.edit, name="edit"),
    path("<int:pk>/delete/", papers.delete, name="delete"),
    path("<int:pk>/replace/", papers.replace, name="replace"),
    path("<int:pk>/files/new/", papers.file_create, name="file_create"),
    path("<int:pk>/<printed_paper:paper>.<paper_format:suffix>", papers.paper, name="paper"),
    path("files/<int:pk>/", papers.file, name="file"),
    path("files/<int:pk>/delete/", papers.file_delete, name="file_delete"),
    path("receipts/<int:pk>/receive/", papers.receive, name="receive"),
    path("<int:pk>/<paper_action:action>/", papers.act, name="act"),
]
urlpatterns = [
    path("townships/", include((of_townships, "townships"))),
    path("county-papers/", include((county_papers, "county_papers"))),
]
