"""The first page: the year's bars, what is near, and the first steps of a township."""

from datetime import date

from django.test import TestCase

from activities.workflow import Status as ActivityStatus
from counties.roles import Role
from cppcc import clock
from plans.models import Milestone
from plans.workflow import Status as PlanStatus
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_membership,
    make_plan,
    make_proposal,
    make_section,
    make_task,
    make_township,
    make_user,
)

TODAY = date(2004, 12, 6)


class HomeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.foreign = make_township(county=cls.county, name="石羊镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)

    def open(self, user, **session):
        self.client.force_login(user)
        with clock.at(TODAY):
            for name, value in session.items():
                self.client.post(f"/{name}/", {name: value, "next": "/"})
            return self.client.get("/")

    def bars(self, response):
        return [(bar.name, bar.shown, bar.target, bar.gap) for bar in response.context["bars"]]

    def test_an_empty_township_is_shown_three_steps(self):
        response = self.open(self.clerk)

        self.assertEqual(
            [(step.what, step.is_done) for step in response.context["steps"]],
            [("录入委员名册", False), ("制定年度计划", False), ("登记第一次活动", False)],
        )
        self.assertContains(response, "开始使用，三步就好")

    def test_a_step_that_was_taken_is_ticked(self):
        make_membership(township=self.township)
        make_activity(township=self.foreign)
        make_activity(county=self.county)

        self.assertEqual(
            [step.is_done for step in self.open(self.clerk).context["steps"]],
            [True, False, False],
        )

    def test_a_township_at_work_is_shown_no_steps(self):
        make_membership(township=self.township)
        make_activity(township=self.township)

        self.assertEqual(self.open(self.clerk).context["steps"], [])

    def test_the_plan_sets_the_bars(self):
        section = make_section(plan=make_plan(township=self.township))
        make_task(section=section, position=1, figure="studies", target=4)
        make_task(section=section, position=2, figure="inspections", target=1)
        make_task(section=section, position=3, text="没有指标的任务")
        make_task(
            section=make_section(plan=make_plan(township=self.foreign)),
            figure="research",
            target=9,
        )
        make_activity(township=self.township)
        make_activity(township=self.township, feeds="inspection")
        make_activity(township=self.foreign)

        self.assertEqual(
            self.bars(self.open(self.clerk)),
            [("集中学习次数", "1", 4, "还差3次"), ("视察次数", "1", 1, "")],
        )

    def test_without_a_plan_the_usual_obligations_are_the_bars(self):
        make_membership(township=self.township)
        make_activity(township=self.township)

        self.assertEqual(
            self.bars(self.open(self.clerk)),
            [
                ("集中学习次数", "1", 4, "还差3次"),
                ("视察次数", "0", 2, "还差2次"),
                ("提案件数", "0", None, ""),
                ("人均提案数", "0", 2, "还差2件"),
                ("走访覆盖率", "0", 100, "还差100%"),
                ("出席率", "—", None, ""),
                ("建议采纳条数", "0", None, ""),
            ],
        )

    def test_the_bars_are_of_the_working_year_and_what_waits_is_not(self):
        make_plan(township=self.township, status=PlanStatus.PUBLISHED)
        make_activity(township=self.township, theme="学习章程", on=date(2004, 12, 2))

        response = self.open(self.clerk, year="2003")

        self.assertEqual(self.bars(response)[0], ("集中学习次数", "0", 4, "还差4次"))
        self.assertContains(response, "学习章程：还没有登记出席情况")
        self.assertContains(response, "2003年进度")

    def test_a_member_sees_the_own_year(self):
        user = make_user(role=Role.MEMBER, township=self.township)
        own = make_membership(township=self.township, user=user)
        colleague = make_membership(township=self.township, name="肖阳")
        study = make_activity(township=self.township)
        for membership in (own, colleague):
            make_attendance(activity=study, membership=membership)
        make_proposal(proposer=own, status="submitted")
        make_proposal(proposer=colleague, status="submitted")

        self.assertEqual(
            [(bar.shown, bar.target, bar.gap) for bar in self.open(user).context["bars"]],
            [("1", 4, "还差3人次"), ("1", 2, "还差1件"), ("100", None, ""), ("0", None, "")],
        )

    def test_a_unit_has_no_bars_and_no_calendar(self):
        make_activity(county=self.county, on=TODAY, status=ActivityStatus.NOTIFIED)

        response = self.open(make_user(role=Role.UNIT, county=self.county))

        self.assertEqual((response.context["bars"], response.context["near"]), ([], []))

    def test_what_is_near_is_of_the_next_thirty_days(self):
        task = make_task(section=make_section(plan=make_plan(township=self.township)))
        for day, text in ((date(2004, 12, 31), "年终总结"), (date(2005, 1, 6), "太远")):
            Milestone.objects.create(
                county=self.county, township=self.township, task=task, due_on=day, text=text
            )
        for theme, day in (("学习", date(2005, 1, 5)), ("太远的学习", date(2005, 1, 6))):
            make_activity(township=self.township, theme=theme, on=day, status="planned")
        make_activity(county=self.county, theme="全会", on=TODAY, status="notified")
        make_activity(township=self.foreign, theme="别镇学习", on=TODAY, status="planned")

        self.assertEqual(
            [(one.on, one.what, one.whose) for one in self.open(self.clerk).context["near"]],
            [
                (TODAY, "全会", "县政协活动"),
                (date(2004, 12, 31), "年终总结", "计划：每季度集中学习一次"),
                (date(2005, 1, 5), "学习", "活动"),
            ],
        )

    def test_a_long_list_is_folded_behind_its_most_urgent_lines(self):
        for year in (2004, 2005):
            make_plan(township=self.township, year=year, status=PlanStatus.PUBLISHED)
        for day in range(1, 11):
            make_activity(township=self.township, theme=f"第{day}次", on=date(2004, 11, day))

        response = self.open(self.clerk)

        self.assertEqual(response.context["todos"][0].what, "第1次：还没有登记出席情况")
        self.assertEqual((len(response.context["todos"]), len(response.context["more"])), (8, 3))
        self.assertContains(response, "还有 3 件")
