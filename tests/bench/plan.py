"""A plan of 40 tasks with 1,100 linked records, 500 visits among them: its page and its board."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.test import Client
from django.urls import reverse

from counties.roles import Role
from plans.board import View
from plans.workflow import Status
from tests.bench.summary import median
from tests.factories import (
    make_activity,
    make_line,
    make_membership,
    make_note,
    make_plan,
    make_proposal,
    make_section,
    make_task,
    make_user,
)

TASKS, RECORDS, VISITS = 40, 200, 500  # of activities, proposals and articles, and of visits
FIGURES = ("studies", "inspections", "visit_coverage", "proposals_per_member", "articles", "")


def measure() -> Iterator[tuple[str, float, str, float | None]]:
    clerk = make_user(role=Role.STAFF)
    plan = _plan(clerk.acting.township)
    client = Client()
    client.force_login(clerk)
    page = reverse("plans:detail", args=[plan.pk])
    yield "serve the plan's page, 40 tasks", median(lambda: client.get(page)), "s", 0.5
    for view in View:
        board = f"{reverse('plans:board', args=[plan.pk])}?view={view}"
        taken = median(lambda board=board: client.get(board))
        yield f"serve the board, {view}, 1,100 records", taken, "s", 0.5


def _plan(township):
    plan = make_plan(township=township, status=Status.PUBLISHED)
    section = make_section(plan=plan)
    days = [(date(2004, month, 28), f"{month}月底") for month in (3, 6, 9, 12)]
    for number in range(TASKS):
        figure = FIGURES[number % len(FIGURES)]
        task = make_task(
            section=section, position=number + 1, figure=figure, target=4 if figure else None
        )
        task.set_milestones(days)
        person = make_membership(township=township)
        task.set_responsibles([person])
        make_note(task=task)
        for day in range(1, RECORDS // TASKS + 1):
            make_activity(township=township, task=task, on=date(2004, 5, day))
            make_line("articles", township=township, task=task, on=date(2004, 6, day))
            make_proposal(proposer=person, task=task, status="submitted")
        if task.figure == "visit_coverage":
            _visit(person, task)
    return plan


def _visit(membership, task):
    """Its share of the year's visits."""
    for number in range(VISITS // (TASKS // len(FIGURES) + 1)):
        on = date(2004, 1, 1) + timedelta(days=number)
        make_line("visits", membership=membership, task=task, on=on)
