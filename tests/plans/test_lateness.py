"""The county's day for plans: who is late is told to staff and county, with the reason."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.models import County
from counties.roles import Role
from cppcc import clock
from plans import lateness
from plans.workflow import Status
from tests.factories import make_plan, make_revision, make_township, make_user
from tests.queries import counted_queries

TOLD = "应于2004年1月1日前上报"


class LatenessTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.officer = make_user(role=Role.COUNTY, county=cls.township.county)

    def page(self, user, address, on=date(2004, 1, 2)):
        self.client.force_login(user)
        with clock.at(on):
            return self.client.get(address)

    def test_on_the_day_itself_nobody_is_late_on_the_next_everybody(self):
        plan = make_plan(township=self.township)

        found = [lateness.of_plan(plan, date(2004, 1, day)) for day in (1, 2)]

        self.assertEqual([(one.is_late, one.told) for one in found], [(False, TOLD), (True, TOLD)])

    def test_what_was_reported_and_a_revision_are_never_late(self):
        self.assertEqual(
            [
                lateness.of_plan(plan, date(2004, 6, 1))
                for plan in (
                    make_plan(township=self.township, status=Status.REPORTED),
                    make_revision(),
                )
            ],
            [None, None],
        )

    def test_the_countys_own_day_counts(self):
        County.objects.filter(pk=self.township.county_id).update(plan_due="02-15")
        plan = make_plan(
            township=make_township(county=County.objects.get(pk=self.township.county_id))
        )

        found = lateness.of_plan(plan, date(2004, 2, 15))

        self.assertEqual((found.is_late, found.told), (False, "应于2004年2月15日前上报"))

    def test_staff_read_it_in_the_list_and_on_the_plan(self):
        plan = make_plan(township=self.township, status=Status.APPROVED)

        for address in (reverse("plans:index"), plan.get_absolute_url()):
            page = self.page(self.clerk, address)
            self.assertContains(page, TOLD)
            self.assertContains(page, "逾期未上报")
            self.assertNotContains(self.page(self.clerk, address, date(2004, 1, 1)), "逾期未上报")

    def test_the_county_reads_whose_plan_it_has_not(self):
        make_plan(township=self.township, status=Status.APPROVED)
        punctual = make_township(county=self.township.county, name="石桥镇")
        make_plan(township=punctual, status=Status.REPORTED)
        make_township(county=self.township.county, name="白水乡")
        make_township(name="外县镇")

        page = self.page(self.officer, reverse("plans:index"))

        self.assertEqual(
            [(one.township.name, one.lateness.is_late) for one in page.context["missing"]],
            [("清溪镇", True), ("白水乡", True)],
        )
        self.assertContains(page, TOLD, 1)
        self.assertEqual(self.page(self.clerk, reverse("plans:index")).context["missing"], [])

    def test_the_countys_table_shows_it_beside_the_figures(self):
        punctual = make_township(county=self.township.county, name="石桥镇")
        make_plan(township=punctual, status=Status.PUBLISHED)

        page = self.page(self.officer, reverse("desk:overview"))

        self.assertContains(page, TOLD, 1)
        self.assertContains(page, "已公布", 1)

    def test_three_townships_cost_what_one_costs(self):
        costs = []
        for _ in range(3):
            self.client.force_login(self.officer)
            with counted_queries() as queries, clock.at(date(2004, 1, 2)):
                page = self.client.get(reverse("plans:index"))
            costs.append((len(page.context["missing"]), len(queries)))
            make_township(county=self.township.county)

        self.assertEqual(costs, [(n, costs[0][1]) for n in (1, 2, 3)])
