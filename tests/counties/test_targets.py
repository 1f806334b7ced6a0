"""The numbers that a year has to reach: rows of the county, year by year."""

from django.db import IntegrityError, transaction
from django.test import TestCase

from counties import targets
from counties.models import Target
from counties.targets import Targets
from cppcc import figures
from tests.factories import make_county

Scope = Target.Scope
USUAL = Targets(
    body={"studies": 4, "lessons": 12, "inspections": 2, "county_attendance_rate": 100},
    member={"studies_attended": 4, "proposals": 2, "visits": 1, "pairings": 1},
)


class TargetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        Target.objects.filter(county=cls.county).update(year=2004)

    def add(self, year, figure, number, scope=Scope.BODY):
        return Target.objects.create(
            county=self.county, year=year, scope=scope, figure=figure, number=number
        )

    def test_a_new_county_asks_what_is_usual(self):
        self.assertEqual(targets.of_county(self.county.pk, 2004), USUAL)
        self.assertLessEqual(set(USUAL.body), {key for key, _ in figures.choices("township")})
        self.assertLessEqual(set(USUAL.member), {key for key, _ in figures.choices("member")})

    def test_a_year_without_numbers_of_its_own_has_those_of_the_latest_before(self):
        self.add(2006, "studies", 6)

        found = [targets.of_county(self.county.pk, year) for year in (2003, 2005, 2006, 2007)]

        self.assertEqual(found, [USUAL, USUAL, Targets({"studies": 6}), Targets({"studies": 6})])

    def test_another_county_asks_its_own(self):
        other = make_county()
        Target.objects.filter(county=other).update(number=9)

        self.assertEqual(targets.of_county(self.county.pk, 2004), USUAL)

    def test_what_each_member_has_to_reach_makes_the_bodys_number(self):
        self.assertEqual(
            USUAL.of_body(members=3),
            {
                "studies": 4,
                "lessons": 12,
                "inspections": 2,
                "county_attendance_rate": 100,
                "proposals_per_member": 2,
                "visit_coverage": 100,
                "studies_attended": 12,
                "pairings": 3,
            },
        )

    def test_without_members_there_is_nothing_to_multiply(self):
        self.assertEqual(
            set(USUAL.of_body()) - set(USUAL.body), {"proposals_per_member", "visit_coverage"}
        )

    def test_the_bodys_own_number_goes_before_a_derived_one(self):
        self.add(2004, "visit_coverage", 80)

        found = targets.of_county(self.county.pk, 2004).of_body(members=3)

        self.assertEqual(found["visit_coverage"], 80)

    def test_a_figure_has_one_number_a_year_and_it_is_above_zero(self):
        for figure, number in (("studies", 5), ("articles", 0)):
            with self.subTest(figure=figure), self.assertRaises(IntegrityError):
                with transaction.atomic():
                    self.add(2004, figure, number)
