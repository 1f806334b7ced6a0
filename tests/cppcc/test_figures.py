"""Figures: one count, the records behind it, and every place that shows it moves together."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from activities import figures as held
from activities.models import Activity, Attendance, Attention, Visit
from activities.workflow import Status
from counties.roles import Role
from cppcc import figures, periods
from members.figures import MEMBERS
from proposals.models import Proposal, SuggestionItem
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_membership,
    make_township,
    make_user,
)
from tests.queries import counted_queries

YEAR = periods.year(2004)


def number(figure, owner, level="township", period=YEAR):
    return figure.grouped(level, [owner.pk], period.first, period.last)[owner.pk]


class CountTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.township = make_township(county=cls.county)
        cls.neighbour = make_township(county=cls.county)

    def test_work_counts_on_the_day_it_was_held_first_and_last_day_included(self):
        for on in (date(2003, 12, 31), YEAR.first, YEAR.last, date(2005, 1, 1)):
            make_activity(township=self.township, on=on)

        self.assertEqual(number(held.STUDIES, self.township), 2)

    def test_what_was_only_planned_or_cancelled_does_not_count(self):
        for status in Status:
            make_activity(township=self.township, status=status)

        self.assertEqual(number(held.STUDIES, self.township), 2)  # held, reported

    def test_a_lecture_is_no_group_study(self):
        make_activity(township=self.township, feeds="training")

        self.assertEqual(number(held.STUDIES, self.township), 0)

    def test_many_owners_are_counted_in_one_query(self):
        make_activity(township=self.township)
        owners = [self.township.pk, self.neighbour.pk]

        with self.assertNumQueries(1):
            counted = held.STUDIES.grouped("township", owners, YEAR.first, YEAR.last)

        self.assertEqual(counted, {self.township.pk: 1, self.neighbour.pk: 0})

    def test_many_figures_in_many_periods_are_counted_in_one_query(self):
        make_activity(township=self.township, on=date(2004, 2, 8))
        make_activity(township=self.township, on=date(2004, 8, 8), feeds="inspection")
        make_membership(township=self.township)
        quarters = [(one.first, one.last) for one in periods.quarters(2004)]
        keys = ("studies", "inspections", "visit_coverage")

        with self.assertNumQueries(1):
            counted = figures.measure_periods(keys, "township", [self.township.pk], quarters)

        numbers = {key: [of[self.township.pk] for of in found] for key, found in counted.items()}
        self.assertEqual(
            numbers,
            {"studies": [1, 0, 0, 0], "inspections": [0, 0, 1, 0], "visit_coverage": [0, 0, 0, 0]},
        )

    def test_an_event_of_the_county_is_the_countys_alone(self):
        make_activity(county=self.county, feeds="study")

        self.assertEqual(number(held.STUDIES, self.township), 0)
        self.assertEqual(number(held.STUDIES, self.county, "county"), 1)

    def test_leave_is_not_absence(self):
        members = [make_membership(township=self.township) for _ in range(4)]
        activity = make_activity(township=self.township)
        statuses = [Attendance.Status(s) for s in ("present", "present", "absent", "excused")]
        for member, status in zip(members, statuses, strict=True):
            make_attendance(activity=activity, membership=member, status=status)

        self.assertEqual(number(held.ATTENDANCE_RATE, self.township), 66)  # 2 of 3, cut
        self.assertEqual(
            held.ATTENDANCE_RATE.grouped("member", [m.pk for m in members], YEAR.first, YEAR.last),
            dict(zip([m.pk for m in members], [100, 100, 0, None], strict=True)),
        )

    def test_the_quarters_of_an_additive_figure_make_the_year(self):
        for on in (date(2004, 3, 31), date(2004, 4, 1), date(2004, 12, 31)):
            make_activity(township=self.township, on=on)
        additive = [f for f in figures.REGISTRY.values() if f.additive and "township" in f.paths]
        self.assertIn(held.STUDIES, additive)

        for figure in additive:
            by_quarter = [number(figure, self.township, period=q) for q in periods.quarters(2004)]
            self.assertEqual(sum(by_quarter), number(figure, self.township), figure.key)

    def test_a_member_who_left_is_counted_in_the_year_of_leaving_and_not_after(self):
        make_membership(township=self.township, left_on=date(2004, 6, 30))

        self.assertEqual(number(MEMBERS, self.township), 1)
        self.assertEqual(number(MEMBERS, self.township, period=periods.year(2005)), 0)

    def test_a_number_is_said_with_what_it_counts(self):
        said = {
            "studies": "集中学习4次",
            "visit_coverage": "走访覆盖率4%",
            "proposals_per_member": "人均提案4件",
            "pairings": "帮扶对象4户",
            "members": "委员4名",
            "suggestions": "意见建议4条",
            "articles": "宣传稿4篇",
            "present": "出席4人次",
        }

        for key, words in said.items():
            self.assertEqual(figures.quantity(figures.REGISTRY[key], 4), words)

    def test_every_figure_can_be_counted_and_shows_its_records_for_every_owner(self):
        membership = make_membership(township=self.township)
        owners = {"county": self.county, "township": self.township, "member": membership}
        self.assertGreater(len(figures.REGISTRY), 20)

        for figure in figures.REGISTRY.values():
            for level in figure.paths:
                owner = owners[level]
                with self.subTest(figure=figure.key, level=level):
                    expected = {"members": 1}.get(figure.key, 0) if figure.unit != "%" else None
                    if figure.key in {"visit_coverage", "pairing_coverage", "proposals_per_member"}:
                        expected = 0
                    self.assertEqual(number(figure, owner, level) or 0, expected or 0)
                    evidence = figure.evidence(level, owner.pk, YEAR.first, YEAR.last)
                    self.assertEqual(len(evidence.for_evidence()), (expected or 0))


class PageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township

    def setUp(self):
        self.client.force_login(self.clerk)

    def test_each_kind_of_record_is_counted_by_its_own_figures(self):
        """By hand from docs/domain.md, the year: what of a plan a record of that kind fulfils."""
        visits = {"visits", "members_visited", "visit_coverage"}
        handed_in = {"proposals", "proposals_per_member", "proposals_filed", "proposals_cosigned"}
        expected = {
            (Visit, ""): visits,
            (Proposal, ""): handed_in,
            (SuggestionItem, ""): {"suggestions", "suggestions_adopted", "adoption_rate"},
            (Attention, "guidance"): {"guidance"},
            (Attention, "note"): set(),
            (Activity, "study"): {"studies"},
            (Activity, "culture"): set(),
        }

        found = {(model, kind): figures.counting(model, kind) for model, kind in expected}

        self.assertEqual(found, expected)

    def test_the_page_lists_the_records_behind_the_number(self):
        study = make_activity(township=self.township)
        link = figures.link("studies", "township", self.township.pk, YEAR.first, YEAR.last)

        page = self.client.get(link)

        self.assertContains(page, "集中学习次数")
        self.assertContains(page, study.get_absolute_url())
        self.assertEqual(page.context["number"], "1")

    def test_the_number_of_queries_does_not_grow_with_the_records(self):
        counts = []
        link = figures.link("studies", "township", self.township.pk, YEAR.first, YEAR.last)
        for rows in (1, 3):
            while len(self.township.activity_set.all()) < rows:
                make_activity(township=self.township)
            with counted_queries() as queries:
                page = self.client.get(link)
            self.assertEqual(len(page.context["page"].object_list), rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])

    def test_a_foreign_owner_and_nonsense_are_not_found(self):
        foreign = make_township(county=self.township.county)
        good = {"level": "township", "owner": self.township.pk, "first": "2004-01-01"}
        page = reverse("figure", args=["studies"])
        for change in (
            {"owner": foreign.pk},
            {"owner": 2**63},
            {"owner": "１"},
            {"owner": "-1"},
            {"level": "world"},
            {"last": "2004-13-01"},
            {},
        ):
            with self.subTest(change=change):
                query = {**good, "last": "2004-12-31", **change} if change else good
                self.assertEqual(self.client.get(page, query).status_code, 404)
        self.assertEqual(self.client.get(reverse("figure", args=["nothing"])).status_code, 404)
