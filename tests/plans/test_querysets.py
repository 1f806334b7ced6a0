"""Every role sees exactly what it should of plans and their parts."""

from datetime import date

from django.test import TestCase

from counties.roles import Role
from plans.models import AnnualPlan, Milestone, PlanSection, PlanTask, Responsible
from plans.workflow import Status
from tests.factories import (
    make_county,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)

YEARS = {2001: "published", 2002: "reported", 2003: "approved", 2004: "submitted", 2005: "draft"}


class VisibleTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        county = make_county()
        cls.own = make_township(county=county)
        neighbour = make_township(county=county)
        abroad = make_township()
        for township in (cls.own, neighbour, abroad):
            member = make_membership(township=township)
            for year, status in YEARS.items():
                plan = make_plan(township=township, year=year, status=status)
                task = make_task(section=make_section(plan=plan))
                task.set_milestones([(date(year, 3, 31), "")])
                task.set_responsibles([member])
        cls.of_own = {(cls.own.pk, year) for year in YEARS}
        cls.sent = {(place.pk, year) for place in (cls.own, neighbour) for year in (2001, 2002)}
        cls.seen_by = {
            Role.STAFF: cls.of_own,
            Role.LEADER: cls.of_own,
            Role.COUNTY: cls.sent,
            Role.MEMBER: {(cls.own.pk, 2001)},
            Role.UNIT: set(),
            None: set(),
        }
        cls.users = {
            Role.STAFF: make_user(role=Role.STAFF, township=cls.own),
            Role.LEADER: make_user(role=Role.LEADER, township=cls.own),
            Role.COUNTY: make_user(role=Role.COUNTY, county=county),
            Role.MEMBER: make_user(role=Role.MEMBER, township=cls.own),
            Role.UNIT: make_user(role=Role.UNIT, county=county),
            None: make_user(),
        }

    def seen(self, model, path: str) -> dict:
        return {
            role: set(model.objects.visible_to(user).values_list("township", path))
            for role, user in self.users.items()
        }

    def test_every_role_sees_exactly_its_plans(self):
        self.assertEqual(self.seen(AnnualPlan, "year"), self.seen_by)

    def test_the_parts_of_a_plan_are_seen_with_the_plan(self):
        self.assertEqual(self.seen(PlanSection, "plan__year"), self.seen_by)
        self.assertEqual(self.seen(PlanTask, "section__plan__year"), self.seen_by)
        self.assertEqual(self.seen(Milestone, "task__section__plan__year"), self.seen_by)
        self.assertEqual(self.seen(Responsible, "task__section__plan__year"), self.seen_by)

    def test_the_list_of_the_county_is_of_one_year_and_that_of_a_township_of_all(self):
        listed = {
            role: set(
                AnnualPlan.objects.visible_to(user)
                .listed_for(user, 2002)
                .values_list("township", "year")
            )
            for role, user in self.users.items()
        }

        of_the_year = {(place, year) for place, year in self.sent if year == 2002}
        self.assertEqual(listed, self.seen_by | {Role.COUNTY: of_the_year})

    def test_the_list_has_the_latest_year_on_top(self):
        clerk = self.users[Role.STAFF]

        years = [plan.year for plan in AnnualPlan.objects.visible_to(clerk).for_list()]

        self.assertEqual(years, [2005, 2004, 2003, 2002, 2001])

    def test_only_tasks_with_a_figure_have_a_target(self):
        section = PlanSection.objects.filter(plan__status=Status.DRAFT).first()
        counted = make_task(section=section, position=2, figure="studies", target=4)

        self.assertEqual(list(PlanTask.objects.with_target()), [counted])
