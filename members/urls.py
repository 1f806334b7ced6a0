"""Addresses of the roster."""

from django.urls import path

from members.views import roster, roster_import, roster_moves

app_name = "members"
urlpatterns = [
    path("", roster.index, name="index"),
    path("new/", roster.create, name="create"),
    path("import/", roster_import.upload, name="import"),
    path("import/template.xlsx", roster_import.template, name="import_template"),
    path("import/<uuid:key>/", roster_import.preview, name="import_preview"),
    path("reelection/", roster_moves.reelect, name="reelect"),
    path("<int:pk>/", roster.detail, name="detail"),
    path("<int:pk>/edit/", roster.edit, name="edit"),
    path("<int:pk>/renew/", roster.renew, name="renew"),
    path("<int:pk>/leave/", roster.leave, name="leave"),
    path("<int:pk>/transfer/", roster_moves.transfer, name="transfer"),
    path("<int:pk>/contact/", roster_moves.contact, name="contact"),
    path("<int:pk>/portrait/", roster_moves.portrait, name="portrait"),
    path("<int:pk>/portrait/edit/", roster_moves.portrait_edit, name="portrait_edit"),
]
