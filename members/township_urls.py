"""Addresses of townships and their target sheets."""

from django.urls import path

from cppcc.converters import register_choices
from members.views import sheets, townships
from members.workflow import SheetAction

register_choices("sheet_action", SheetAction)

app_name = "townships"
urlpatterns = [
    path("", townships.index, name="index"),
    path("new/", townships.create, name="create"),
    path("<int:pk>/", townships.detail, name="detail"),
    path("<int:pk>/edit/", townships.edit, name="edit"),
    path("<int:pk>/contact/", townships.contact, name="contact"),
    path("<int:pk>/people/new/", townships.post_create, name="post_create"),
    path("people/<int:pk>/edit/", townships.post_edit, name="post_edit"),
    path("<int:pk>/targets/new/", sheets.create, name="sheet_create"),
    path("targets/new/", sheets.create_all, name="sheet_create_all"),
    path("targets/hand_down/", sheets.hand_down_all, name="sheet_hand_down_all"),
    path("targets/<int:pk>/", sheets.detail, name="sheet"),
    path("targets/<int:pk>/edit/", sheets.edit, name="sheet_edit"),
    path("targets/<int:pk>/document.pdf", sheets.pdf, name="sheet_pdf"),
    path("targets/<int:pk>/document.docx", sheets.docx, name="sheet_docx"),
    path("targets/<int:pk>/<sheet_action:action>/", sheets.act, name="sheet_act"),
]
