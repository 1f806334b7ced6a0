"""Addresses of the county's papers (上级文件)."""

from django.urls import path

from cppcc.converters import register_choices
from members.views import papers
from members.workflow import PaperAction

register_choices("paper_action", PaperAction)

app_name = "county_papers"
urlpatterns = [
    path("", papers.index, name="index"),
    path("new/", papers.create, name="create"),
    path("<int:pk>/", papers.detail, name="detail"),
    path("<int:pk>/edit/", papers.edit, name="edit"),
    path("<int:pk>/replace/", papers.replace, name="replace"),
    path("<int:pk>/files/new/", papers.file_create, name="file_create"),
    path("<int:pk>/document.<paper_format:suffix>", papers.document, name="document"),
    path("<int:pk>/receipts.<paper_format:suffix>", papers.receipts, name="receipts"),
    path("files/<int:pk>/", papers.file, name="file"),
    path("files/<int:pk>/delete/", papers.file_delete, name="file_delete"),
    path("receipts/<int:pk>/receive/", papers.receive, name="receive"),
    path("<int:pk>/<paper_action:action>/", papers.act, name="act"),
]
