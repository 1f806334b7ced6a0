"""Addresses of activities and registers."""

from django.urls import path

from activities.registers import by_key
from activities.views import activity, findings, paper, registers
from activities.workflow import Action, Paper
from cppcc.converters import register_choices

register_choices("activity_action", Action)
register_choices("activity_paper", Paper)
register_choices("register", by_key)

app_name = "activities"
urlpatterns = [
    path("", activity.index, name="index"),
    path("new/", activity.create, name="create"),
    path("<int:pk>/", activity.detail, name="detail"),
    path("<int:pk>/edit/", activity.edit, name="edit"),
    path("<int:pk>/attendance/", activity.attendance, name="attendance"),
    path("<int:pk>/findings/new/", findings.create, name="finding_create"),
    path("findings/<int:pk>/edit/", findings.edit, name="finding_edit"),
    path("registers/", registers.overview, name="ledgers"),
    path("registers/<register:register>/", registers.index, name="ledger"),
    path("registers/<register:register>/new/", registers.create, name="ledger_create"),
    path("registers/<register:register>/<int:pk>/", registers.detail, name="ledger_detail"),
    path("registers/<register:register>/<int:pk>/edit/", registers.edit, name="ledger_edit"),
    path("registers/<register:register>/<int:pk>/delete/", registers.delete, name="ledger_delete"),
    path("<int:pk>/<activity_paper:paper>.<paper_format:suffix>", paper.paper, name="paper"),
    path("<int:pk>/<activity_action:action>/", activity.act, name="act"),
]
