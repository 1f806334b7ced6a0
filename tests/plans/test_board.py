"""The board of a plan: its views, its gap list, its notes of progress."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from plans.bars import draw
from plans.board import View, by_member, by_month, by_person
from plans.models import AnnualPlan, TaskNote
from plans.standing import standings
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


class BoardCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.plan = make_plan(township=cls.township, status=Status.PUBLISHED)
        cls.section = make_section(plan=cls.plan)
        cls.study = make_task(section=cls.section, figure="studies", target=2)
        cls.study.set_milestones([(date(2004, 6, 30), "上半年"), (date(2004, 12, 31), "下半年")])
        cls.zhao = make_membership(township=cls.township, name="赵云")
        cls.study.set_responsibles([cls.zhao])
        cls.plain = make_task(section=cls.section, position=2, text="报送材料", function="self")
        cls.plain.set_milestones([(date(2004, 6, 30), "半年小结")])
        cls.held = make_activity(township=cls.township, task=cls.study, on=date(2004, 4, 8))
        cls.enterClassContext(clock.at(DAY))

    def setUp(self):
        self.client.force_login(self.clerk)

    def board(self, view=""):
        return self.client.get(reverse("plans:board", args=[self.plan.pk]), {"view": view})

    def standings(self):
        plan = AnnualPlan.objects.visible_to(self.clerk).for_detail().get()
        return plan, standings(plan, self.clerk, DAY)


class ViewTests(BoardCase):
    def test_every_view_says_how_much_is_behind_and_the_table_what(self):
        for view in (*View.values, "nonsense"):
            page = self.board(view)

            self.assertContains(page, "落后的任务（1项）")
        self.assertContains(page, "6月30日“半年小结”没有记录")
        self.assertEqual(page.context["view"], View.TABLE)

    def test_a_plan_whose_year_has_not_begun_is_not_behind(self):
        plan = make_plan(township=self.plan.township, year=2005, status=Status.PUBLISHED)
        section = make_section(plan=plan)
        make_task(section=section, figure="studies", target=4)
        make_task(section=section, position=2)

        board = self.client.get(reverse("plans:board", args=[plan.pk]))
        page = self.client.get(plan.get_absolute_url())

        self.assertContains(board, "2005年还没有开始")
        self.assertNotContains(board, "没有落后的任务")
        self.assertNotContains(board, "记进展")
        self.assertContains(page, "<dt>目标</dt><dd>集中学习4次</dd>")
        self.assertNotContains(page, "还差4次")

    def test_a_plan_without_gaps_says_so(self):
        make_note(task=self.plain, on=date(2004, 6, 1))

        self.assertContains(self.board(), "✓ 没有落后的任务。")

    def test_a_task_stands_under_each_of_its_people_and_the_rest_under_nobody(self):
        xiao = make_membership(township=self.township, name="肖阳")
        self.study.set_responsibles([self.zhao, xiao])
        _, found = self.standings()

        groups = {g.heading: [one.task for one in g.standings] for g in by_person(found)}

        expected = {"赵云": [self.study], "肖阳": [self.study], "未定责任人": [self.plain]}
        self.assertEqual(groups, expected)

    def test_the_calendar_lays_days_and_activities_side_by_side(self):
        make_activity(township=self.township, on=date(2004, 12, 20), status="planned", theme="年会")
        make_activity(township=self.township, on=date(2004, 12, 21), status="cancelled")
        plan, found = self.standings()

        months = dict(by_month(plan, found, self.clerk))

        told = {
            name: [(one.on.day, one.what, one.word) for one in those]
            for name, those in months.items()
            if those
        }
        self.assertEqual(
            told,
            {
                "4月": [(8, "学习新修订的《政协章程》", "活动")],
                "6月": [(30, "上半年", "已办"), (30, "半年小结", "未办")],
                "12月": [(20, "年会", "活动"), (31, "下半年", "未到")],
            },
        )

    def test_a_member_has_the_days_and_the_deeds_of_the_own_tasks(self):
        _, found = self.standings()

        [(zhao, quarters), _] = by_member(found)

        self.assertEqual(zhao, "赵云")
        self.assertEqual(
            [[one.word for one in quarter] for quarter in quarters if quarter],
            [["已办", "已办"], ["未到"]],
        )

    def test_a_bar_ends_with_the_last_day_and_is_filled_as_far_as_the_work(self):
        _, found = self.standings()

        drawn = draw(found, 2004, DAY)

        self.assertEqual(
            [(bar.width, bar.done) for bar in drawn.bars],
            [("100.00%", "50.00%"), ("49.73%", "0.00%")],
        )
        self.assertEqual((drawn.today, drawn.months[6].at), ("77.05%", "50.00%"))
        self.assertEqual(draw(found, 2004, date(2005, 1, 3)).today, "")

    def test_no_view_costs_more_for_three_tasks_than_for_two(self):
        costs = []
        for place in (3, 4):
            with counted_queries() as queries:
                for view in View.values:
                    self.board(view)
            costs.append(len(queries))
            task = make_task(section=self.section, position=place, text="丙")
            task.set_responsibles([self.zhao])
            make_note(task=task)

        self.assertEqual(costs[0], costs[1])


class PlanPageTests(BoardCase):
    """The plan in force of this year says itself what is behind, and leads to the task."""

    def page(self, plan=None):
        return self.client.get((plan or self.plan).get_absolute_url())

    def test_the_gaps_stand_on_top_and_lead_to_their_tasks(self):
        page = self.page()

        self.assertContains(page, "落后的任务（1项）")
        self.assertContains(page, "6月30日“半年小结”没有记录")
        self.assertContains(page, f'<a href="#task-{self.plain.pk}">报送材料</a>')
        self.assertContains(page, f'id="task-{self.plain.pk}"')
        self.assertContains(self.board(), f'<a href="#task-{self.plain.pk}">报送材料</a>')

        make_note(task=self.plain, on=date(2004, 6, 28))

        self.assertContains(self.page(), "✓ 没有落后的任务。")

    def test_only_the_plan_by_which_this_year_is_worked_has_gaps(self):
        draft = make_plan(township=self.township, year=2005)
        make_task(section=make_section(plan=draft))
        revision = make_plan(
            township=self.township, revision=1, revises=self.plan, status=Status.APPROVED
        )
        make_task(section=make_section(plan=revision))

        for plan in (draft, revision):
            self.assertFalse(self.page(plan).context["shows_gaps"], plan)
        self.assertTrue(self.page().context["shows_gaps"])
        with clock.at(date(2005, 1, 3)):
            self.assertFalse(self.page().context["shows_gaps"])
        AnnualPlan.objects.filter(pk=revision.pk).update(status=Status.PUBLISHED)
        self.assertFalse(self.page().context["shows_gaps"])
        self.assertTrue(self.page(revision).context["shows_gaps"])

    def test_a_plan_without_tasks_has_no_gaps_to_tell(self):
        empty = make_plan(year=2004, township=make_user(role=Role.STAFF).acting.township)
        clerk = make_user(role=Role.STAFF, township=empty.township)
        AnnualPlan.objects.filter(pk=empty.pk).update(status=Status.PUBLISHED)
        self.client.force_login(clerk)

        self.assertNotContains(self.page(empty), "落后的任务")


class NoteTests(BoardCase):
    def post(self, task, **data):
        address = reverse("plans:note_create", args=[task.pk])
        data = {"on": "2004-06-28", "text": "已报送", **data}
        return self.client.post(address, data)

    def test_a_note_moves_the_task_and_leads_back_to_it(self):
        answer = self.post(self.plain)

        board = reverse("plans:board", args=[self.plan.pk])
        self.assertRedirects(answer, f"{board}#task-{self.plain.pk}")
        self.assertContains(self.board(), "✓ 没有落后的任务。")

    def test_a_day_ahead_or_of_another_year_is_refused_and_the_text_kept(self):
        for on, word in (("2004-10-09", "日期不能晚于今天。"), ("2003-12-31", "日期应在2004年内")):
            answer = self.post(self.plain, on=on, text="长长的经过")

            self.assertContains(answer, word)
            self.assertContains(answer, "长长的经过")
        self.assertEqual(TaskNote.objects.count(), 0)

    def test_of_several_days_a_note_may_name_the_one_it_keeps(self):
        address = reverse("plans:note_create", args=[self.plain.pk])
        self.assertNotContains(self.client.get(address), "办的是哪个节点")  # there is but one

        days = [(date(2004, 3, 31), "年初"), (date(2004, 6, 30), "半年小结")]
        self.plain.set_milestones(days)
        self.assertContains(self.client.get(address), "6月30日 半年小结")
        forged = self.post(self.plain, for_day="2004-05-01")
        self.assertContains(forged, "2004-05-01 不在可用的选项中")
        self.post(self.plain, for_day="2004-06-30")

        self.assertEqual(TaskNote.objects.get().for_day, date(2004, 6, 30))
        self.assertEqual([mark.state for mark in self.standings()[1][1].marks], ["未办", "已办"])

    def test_who_closes_a_task_says_what_shows_it(self):
        answer = self.post(self.plain, is_last="on")

        self.assertContains(answer, "全部完成的，请写明佐证")

    def test_before_its_approval_a_plan_takes_no_notes(self):
        AnnualPlan.objects.update(status=Status.DRAFT)

        self.assertEqual(self.post(self.plain).status_code, 403)

    def test_the_second_of_two_who_edit_a_note_sees_both_texts(self):
        note = make_note(task=self.plain)
        note.revise(by=self.clerk, text="同事的")

        address = reverse("plans:note_edit", args=[note.pk])
        answer = self.client.post(address, {"on": "2004-03-01", "text": "我的", "version": 1})

        self.assertContains(answer, "这份材料刚刚被同事改过")
        self.assertIn(("做了什么", "同事的", "我的"), answer.context["theirs"])
