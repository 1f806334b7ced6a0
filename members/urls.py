"""Addresses of the roster, of the accounts somebody looks after (a township's office invites whom
its roster names), and of the archive of old papers."""

from django.urls import include, path

from accounts.urls import looked_after
from members.views import archive, logins, roster, roster_import, roster_moves

accounts = [
    path("", logins.index, name="index"),
    path("members/<int:pk>/", logins.invite_member, name="invite_member"),
    path("members/all/", logins.invite_all, name="invite_all"),
    *looked_after,
]
members = [
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
papers = [
    path("", archive.index, name="index"),
    path("new/", archive.create, name="create"),
    path("<int:pk>/", archive.detail, name="detail"),
    path("<int:pk>/file/", archive.file, name="file"),
    path("<int:pk>/edit/", archive.edit, name="edit"),
    path("<int:pk>/delete/", archive.delete, name="delete"),
]
urlpatterns = [
    path("accounts/", include((accounts, "accounts"))),
    path("members/", include((members, "members"))),
    path("archive/", include((papers, "archive"))),
]
