"""Addresses of annual plans, their sections and tasks."""

from django.urls import path

from cppcc.converters import register_choices
from plans.views import board, calendar, check, group, plan, published, revision, scan, task
from plans.workflow import Action

register_choices("plan_action", Action)

app_name = "plans"
urlpatterns = [
    path("", plan.index, name="index"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/month.pdf", calendar.calendar_pdf, name="calendar_pdf"),
    path("calendar/renew/", calendar.feed_renew, name="feed_renew"),
    path("calendar/revoke/", calendar.feed_revoke, name="feed_revoke"),
    path("calendar/<str:token>.ics", calendar.feed, name="feed"),
    path("published/", published.index, name="published"),
    path("groups/", group.index, name="groups"),
    path("groups/new/", group.create, name="group_create"),
    path("groups/<int:pk>/", group.detail, name="group"),
    path("groups/<int:pk>/edit/", group.edit, name="group_edit"),
    path("groups/<int:pk>/document.pdf", group.pdf, name="group_pdf"),
    path("groups/<int:pk>/document.docx", group.docx, name="group_docx"),
    path("incentives/", group.incentives, name="incentives"),
    path("incentives/new/", group.incentive_create, name="incentive_create"),
    path("new/", plan.create, name="create"),
    path("<int:pk>/", plan.detail, name="detail"),
    path("<int:pk>/edit/", plan.edit, name="edit"),
    path("<int:pk>/standard/", plan.standard, name="standard"),
    path("<int:pk>/document.pdf", plan.pdf, name="pdf"),
    path("<int:pk>/document.docx", plan.docx, name="docx"),
    path("<int:pk>/revise/", revision.revise, name="revise"),
    path("<int:pk>/changes/", revision.changes, name="changes"),
    path("<int:pk>/changes.pdf", revision.changes_pdf, name="changes_pdf"),
    path("<int:pk>/changes.docx", revision.changes_docx, name="changes_docx"),
    path("copies/<int:pk>/", revision.copy, name="copy"),
    path("copies/<int:pk>/document.pdf", revision.copy_pdf, name="copy_pdf"),
    path("<int:pk>/scan/", scan.create, name="scan_create"),
    path("scans/<int:pk>/", scan.file, name="scan"),
    path("<int:pk>/order/", task.arrange, name="arrange"),
    path("<int:pk>/sections/new/", task.section_create, name="section_create"),
    path("<int:pk>/tasks/new/", task.task_create, name="task_create"),
    path("<int:pk>/read/", published.read, name="read"),
    path("<int:pk>/study.pdf", published.study_pdf, name="study_pdf"),
    path("<int:pk>/study.docx", published.study_docx, name="study_docx"),
    path("<int:pk>/board/", board.board, name="board"),
    path("<int:pk>/checks/", check.index, name="checks"),
    path("<int:pk>/checks/new/", check.create, name="check_create"),
    path("checks/<int:pk>/", check.detail, name="check"),
    path("checks/<int:pk>/edit/", check.edit, name="check_edit"),
    path("checks/<int:pk>/document.pdf", check.pdf, name="check_pdf"),
    path("checks/<int:pk>/document.docx", check.docx, name="check_docx"),
    path("tasks/<int:pk>/notes/new/", board.note_create, name="note_create"),
    path("notes/<int:pk>/edit/", board.note_edit, name="note_edit"),
    path("sections/<int:pk>/edit/", task.section_edit, name="section_edit"),
    path("sections/<int:pk>/delete/", task.section_delete, name="section_delete"),
    path(
        "sections/<int:pk>/move/<direction:direction>/",
        task.section_move,
        name="section_move",
    ),
    path("tasks/<int:pk>/edit/", task.task_edit, name="task_edit"),
    path("tasks/<int:pk>/delete/", task.task_delete, name="task_delete"),
    path("tasks/<int:pk>/move/<direction:direction>/", task.task_move, name="task_move"),
    path("<int:pk>/<plan_action:action>/", plan.act, name="act"),
]
