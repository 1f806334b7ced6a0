"""How far a plan has come: every task asks the same figures as everybody else."""

from datetime import date

from django.test import TestCase

from counties.roles import Role
from cppcc import figures
from plans.models import AnnualPlan
from plans.progress import outline, progress_of
from plans.standing import standings
from tests.factories import (
    make_activity,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

FIRST, LAST = date(2004, 1, 1), date(2004, 12, 31)


class ProgressTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.section = make_section(plan=make_plan(township=cls.township))
        cls.task = make_task(section=cls.section, figure="studies", target=2)

    def progress(self):
        [one] = progress_of([self.task], self.township.pk, FIRST, LAST)
        return one

    def test_one_study_moves_the_task(self):
        before = self.progress()
        self.assertEqual((before.number, before.gap, before.is_reached), (0, "还差2次", False))

        make_activity(township=self.township)

        after = self.progress()
        self.assertEqual((after.number, after.gap, after.is_reached), (1, "还差1次", False))

    def test_a_target_that_is_reached_or_passed_lacks_nothing(self):
        for _ in range(3):
            make_activity(township=self.township)

        one = self.progress()

        self.assertEqual((one.number, one.gap, one.is_reached), (3, "", True))

    def test_what_a_neighbour_or_another_year_did_moves_nothing(self):
        make_activity(township=make_township(county=self.township.county))
        make_activity(township=self.township, on=date(2003, 12, 31))
        make_activity(township=self.township, on=date(2005, 1, 1))

        self.assertEqual(self.progress().number, 0)

    def test_the_number_leads_to_its_records(self):
        self.assertEqual(
            self.progress().url, figures.link("studies", "township", self.township.pk, FIRST, LAST)
        )

    def test_what_cannot_be_counted_yet_is_a_dash_and_lacks_everything(self):
        self.task.figure, self.task.target = "visit_coverage", 100

        one = self.progress()

        self.assertEqual((one.number, one.value, one.shown, one.gap), (None, None, "—", "还差100%"))

    def test_a_quotient_without_a_fraction_is_a_whole_number(self):
        make_membership(township=self.township)
        self.task.figure = "proposals_per_member"

        self.assertEqual(repr(self.progress().value), "0")

    def test_a_task_without_a_figure_or_with_a_forgotten_one_has_no_progress(self):
        plain = make_task(section=self.section, position=2)
        forgotten = make_task(section=self.section, position=3, figure="gone", target=1)

        self.assertEqual(progress_of([plain, forgotten], self.township.pk, FIRST, LAST), [])


class OutlineTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.plan = make_plan(township=cls.clerk.acting.township)

    def outline(self):
        plan = AnnualPlan.objects.visible_to(self.clerk).for_detail().get()
        found = standings(plan, self.clerk, LAST)
        return outline(plan, (one.progress for one in found if one.progress))

    def test_sections_are_numbered_by_their_place_and_tasks_stand_in_order(self):
        second = make_section(plan=self.plan, position=7, heading="乙")
        first = make_section(plan=self.plan, position=2, heading="甲")
        make_task(section=first, position=2, text="二")
        make_task(section=first, position=1, text="一", figure="studies", target=4)

        chapters = self.outline()

        self.assertEqual(
            [(chapter.numeral, chapter.section) for chapter in chapters],
            [("一", first), ("二", second)],
        )
        self.assertEqual(
            [(one.task.text, one.progress and one.progress.gap) for one in chapters[0].promises],
            [("一", "还差4次"), ("二", None)],
        )

    def test_it_costs_the_same_however_long_the_plan(self):
        costs = []
        for place in (1, 2, 3):
            section = make_section(plan=self.plan, position=place)
            for number in (1, 2):
                task = make_task(section=section, position=number, figure="studies", target=4)
                task.set_milestones([(date(2004, 3, 31), "")])
                task.set_responsibles([make_membership(township=self.plan.township)])
            with counted_queries() as queries:
                self.outline()
            costs.append(len(queries))

        self.assertEqual(costs, [costs[0]] * 3)
