"""The county's table: the same figures as everywhere, for the county alone."""

from datetime import date

from django.test import SimpleTestCase, TestCase

from activities.models import Visit
from counties.roles import TOWNSHIP_ROLES, Role
from cppcc import clock, figures, periods
from desk.glance import KEY_FIGURES
from desk.overview import share_of_year, table, tone
from proposals.workflow import ItemStatus, Status
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_item,
    make_membership,
    make_proposal,
    make_township,
    make_user,
)
from tests.queries import counted_queries

TODAY = date(2004, 12, 6)


class OverviewTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        cls.busy = make_township(county=cls.county, name="乙镇")
        cls.idle = make_township(county=cls.county, name="丙镇")
        make_township(name="外县镇")
        present, absent = (make_membership(township=cls.busy, name=name) for name in "赵何")
        study = make_activity(township=cls.busy)
        make_attendance(activity=study, membership=present)
        make_attendance(activity=study, membership=absent, status="absent")
        make_activity(township=cls.busy, on=date(2003, 4, 8))
        make_activity(county=cls.county, feeds="inspection")
        make_proposal(proposer=present, status=Status.SUBMITTED)
        make_item(township=cls.busy, status=ItemStatus.ADOPTED)
        Visit.objects.create(
            county=cls.county, township=cls.busy, membership=present, on=date(2004, 5, 1)
        )

    def test_every_township_stands_beside_its_numbers_and_the_county_below(self):
        found = table(self.officer, 2004, TODAY)

        self.assertEqual(
            [(row.name, [cell.shown for cell in row.cells]) for row in (*found.rows, found.total)],
            [
                ("丙镇", ["0", "0", "0", "—", "—", "—", "0"]),
                ("乙镇", ["1", "0", "1", "0.5", "50", "50", "1"]),
                ("全县", ["1", "1", "1", "0.5", "50", "50", "1"]),
            ],
        )

    def test_a_cell_shows_what_the_page_behind_it_counts(self):
        year = periods.year(2004)
        found = table(self.officer, 2004, TODAY)
        numbers = figures.measure(KEY_FIGURES, "township", [self.busy.pk], year.first, year.last)
        self.client.force_login(self.officer)

        for key, cell in zip(KEY_FIGURES, found.rows[1].cells, strict=True):
            shown = figures.show(numbers[key][self.busy.pk])
            self.assertEqual(cell.shown, shown)
            self.assertContains(
                self.client.get(cell.url), f"{cell.name}：{shown}{figures.REGISTRY[key].unit}"
            )

    def test_it_costs_the_same_with_two_and_five_townships(self):
        self.client.force_login(self.officer)
        self.client.get("/overview/")
        with counted_queries() as before:
            self.client.get("/overview/")
        for name in "甲丁戊":
            make_activity(township=make_township(county=self.county, name=f"{name}镇"))

        with counted_queries() as after:
            response = self.client.get("/overview/")

        self.assertEqual(len(response.context["table"].rows), 5)
        self.assertEqual(len(after), len(before))

    def test_nobody_but_the_county_compares_townships(self):
        for role in set(Role) - {Role.COUNTY}:
            township = self.busy if role in TOWNSHIP_ROLES else None
            user = make_user(role=role, township=township, county=self.county)
            self.client.force_login(user)
            self.assertEqual(self.client.get("/overview/").status_code, 403, role)

    def test_it_is_of_the_working_year(self):
        self.client.force_login(self.officer)
        with clock.at(TODAY):
            self.client.post("/year/", {"year": "2003", "next": "/"})
            response = self.client.get("/overview/")

        self.assertEqual(response.context["table"].rows[1].cells[0].shown, "1")
        self.assertEqual(response.context["table"].rows[1].cells[2].shown, "0")


class ToneTests(SimpleTestCase):
    def test_a_number_is_judged_by_the_course_of_the_year(self):
        may = share_of_year(periods.year(2004), date(2004, 5, 1))

        self.assertEqual(tone(4, 4, may), "done")
        self.assertEqual(tone(1, 4, may), "")
        self.assertEqual(tone(0, 4, may), "soon")
        self.assertEqual(tone(3, 4, 1.0), "late")

    def test_what_has_no_target_or_no_number_is_not_judged(self):
        self.assertEqual(tone(3, None, 1.0), "")
        self.assertEqual(tone(None, 4, 1.0), "")

    def test_a_past_year_is_over_and_a_coming_one_has_not_begun(self):
        self.assertEqual(share_of_year(periods.year(2003), TODAY), 1.0)
        self.assertEqual(share_of_year(periods.year(2005), TODAY), 0.0)
