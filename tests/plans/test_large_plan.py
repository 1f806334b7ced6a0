"""A plan of 40 tasks and 200 linked records costs its reader what one of a single task costs."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from plans.board import View
from plans.models import AnnualPlan
from plans.standing import standings
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_group,
    make_line,
    make_membership,
    make_note,
    make_plan,
    make_proposal,
    make_section,
    make_task,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 10, 8)
QUARTERS = [(date(2004, month, 28), f"{month}月底") for month in (3, 6, 9, 12)]
FIGURES = ("studies", "inspections", "visit_coverage", "proposals_per_member", "articles", "")


class LargePlanTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.plan = make_plan(township=cls.township, status=Status.PUBLISHED)
        cls.section = make_section(plan=cls.plan)
        cls.enterClassContext(clock.at(DAY))

    def setUp(self):
        self.client.force_login(self.clerk)

    def promise(self, place: int, figure: str) -> None:
        """A task with its days, those responsible, a note, and five records that name it."""
        task = make_task(
            section=self.section, position=place, figure=figure, target=4 if figure else None
        )
        task.set_milestones(QUARTERS)
        zhao = make_membership(township=self.township)
        group = make_group(head=zhao, name=f"第{place}工作组")
        task.set_responsibles([zhao, self.clerk.acting, group])
        make_note(task=task)
        for on in (date(2004, 5, 1), date(2004, 8, 1)):
            make_activity(township=self.township, task=task, on=on)
        make_line("visits", membership=zhao, task=task)
        make_line("articles", township=self.township, task=task)
        make_proposal(proposer=zhao, task=task, status="submitted")

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
        plan = AnnualPlan.objects.for_detail().get()
        deeds = [deed for task in standings(plan, self.clerk, DAY) for deed in task.deeds]
        self.assertEqual(len(deeds), 40 * (5 + 1))
