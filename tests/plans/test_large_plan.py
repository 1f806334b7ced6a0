"""A plan of 40 tasks and 200 linked records costs its reader what one of a single task costs."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from cppcc import clock
from members.roles import Role
from plans.board import View
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_membership,
    make_note,
    make_plan,
    make_section,
    make_task,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 10, 8)
QUARTERS = [(date(2004, month, 28), f"{month}月底") for month in (3, 6, 9, 12)]
FIGURES = ("studies", "inspections", "visit_coverage", "proposals_per_member", "articles", "")
RECORDS_A_TASK = 5


class LargePlanTests(TestCase):
    def setUp(self):
        self.clerk = make_user(role=Role.STAFF)
        self.township = self.clerk.acting.township
        self.plan = make_plan(township=self.township, status=Status.PUBLISHED)
        self.section = make_section(plan=self.plan)
        self.client.force_login(self.clerk)
        self.enterContext(clock.at(DAY))

    def promise(self, place: int, figure: str) -> None:
        """A task with its days, a person, a note, and the records that name it."""
        task = make_task(
            section=self.section, position=place, figure=figure, target=4 if figure else None
        )
        task.set_milestones(QUARTERS)
        task.set_responsibles([make_membership(township=self.township)])
        make_note(task=task)
        for day in range(1, RECORDS_A_TASK + 1):
            make_activity(township=self.township, task=task, on=date(2004, 5, day))

    def costs(self) -> dict[str, int]:
        """{page: its queries}, session and user included."""
        board = reverse("plans:board", args=[self.plan.pk])
        pages = [
            self.plan.get_absolute_url(),
            *(f"{board}?view={view}" for view in View.values),
            reverse("plans:checks", args=[self.plan.pk]),
            reverse("plans:read", args=[self.plan.pk]),
        ]
        counted = {}
        for page in pages:
            with counted_queries() as queries:
                self.assertEqual(self.client.get(page).status_code, 200, page)
            counted[page] = len(queries)
        return counted

    def test_forty_tasks_and_two_hundred_records_cost_what_one_task_costs(self):
        self.promise(1, "studies")
        one = self.costs()
        for place in range(2, 41):
            self.promise(place, FIGURES[place % len(FIGURES)])

        self.assertEqual(self.costs(), one)
