"""Addresses of the county's papers (上级文件)."""

from django.urls import path

from cppcc.converters import register_choices
from members.county_papers import Printed
from members.views import papers
from members.workflow import PaperAction

register_choices("paper_action", PaperAction)
register_choices("printed_paper", Printed)

app_name = "county_papers"
urlpatterns = [
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
