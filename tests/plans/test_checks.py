"""The quarterly check: a day's figures are frozen, what is behind gets a measure and a date."""

from dataclasses import replace
from datetime import date

import pymupdf
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from cppcc.documents.pdf import render_pdf
from cppcc.documents.prose import numeral
from cppcc.documents.tree import Table, paragraph
from plans import checking, services
from plans.documents.check import CheckText, LineText, check_document
from plans.models import AnnualPlan, Check, PlanTask
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_check,
    make_line,
    make_plan,
    make_section,
    make_task,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 4, 2)
FOLLOWS = "人手不足；四月补办（4月30日前）"


class CheckCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.officer = make_user(role=Role.COUNTY, county=cls.township.county)
        cls.plan = make_plan(township=cls.township, status=Status.PUBLISHED)
        cls.section = make_section(plan=cls.plan)
        cls.study = cls.task("studies", 4, "每季度集中学习一次")
        cls.inspect = cls.task("inspections", 2, "视察重点工程")
        cls.enterClassContext(clock.at(DAY))

    def setUp(self):
        self.client.force_login(self.clerk)

    @classmethod
    def task(cls, figure, target, text):
        place = cls.section.tasks.count() + 1
        task = make_task(
            section=cls.section, position=place, figure=figure, target=target, text=text
        )
        task.set_milestones([(date(2004, month, 28), "") for month in (3, 6, 9, 12)])
        return task

    @classmethod
    def hold(cls):
        make_activity(township=cls.township, on=date(2004, 3, 1))
        make_activity(township=cls.township, on=date(2004, 3, 1), feeds="inspection")

    def press(self, quarter=1, plan=None):
        address = reverse("plans:check_create", args=[(plan or self.plan).pk])
        return self.client.post(address, {"quarter": quarter})

    def fill(self, check, **changes):
        data = {"version": check.version}
        for line in check.lines.exclude(lacks=""):
            data |= {
                f"problem_{line.pk}": "人手不足",
                f"measure_{line.pk}": "四月补办",
                f"new_due_on_{line.pk}": "2004-04-30",
            }
        address = reverse("plans:check_edit", args=[check.pk])
        return self.client.post(address, data | changes)

    def said(self, response):
        return [str(message) for message in get_messages(response.wsgi_request)]


class OpenTests(CheckCase):
    def test_where_nothing_is_behind_one_press_is_enough(self):
        self.hold()

        answer = self.press()

        check = Check.objects.get()
        self.assertRedirects(answer, check.get_absolute_url())
        self.assertEqual((check.opened_on, check.finished_on), (DAY, DAY))
        self.assertEqual(
            list(check.lines.values_list("text", "reached", "state", "lacks")),
            [
                ("每季度集中学习一次", "1 / 4次", "进行中", ""),
                ("视察重点工程", "1 / 2次", "进行中", ""),
            ],
        )

    def test_what_is_behind_asks_for_problem_measure_and_date(self):
        answer = self.press()
        check = Check.objects.get()
        self.assertRedirects(answer, reverse("plans:check_edit", args=[check.pk]))
        self.assertIsNone(check.finished_on)

        self.assertRedirects(self.fill(check), check.get_absolute_url())

        check.refresh_from_db()
        self.assertEqual(check.finished_on, DAY)
        self.assertEqual(
            list(check.lines.values_list("lacks", "problem", "measure", "new_due_on")),
            [
                (
                    "计划集中学习4次，已办0次；第一季度未办",
                    "人手不足",
                    "四月补办",
                    date(2004, 4, 30),
                ),
                ("计划视察2次，已办0次；第一季度未办", "人手不足", "四月补办", date(2004, 4, 30)),
            ],
        )

    def test_what_happens_later_does_not_change_a_check(self):
        self.press()
        self.hold()

        lines = Check.objects.get().lines.values_list("reached", "state")

        self.assertEqual(list(lines), [("0 / 4次", "逾期"), ("0 / 2次", "未开始")])

    def test_a_second_press_finds_the_check_that_is_there(self):
        self.press()
        self.press()

        self.assertEqual(Check.objects.count(), 1)

    def test_a_quarter_that_has_not_begun_or_does_not_exist_is_not_checked(self):
        self.assertEqual(self.said(self.press(3)), ["这个季度还没有开始，不能自查。"])
        self.assertEqual(self.press(5).status_code, 404)
        self.assertEqual(self.press("x").status_code, 404)
        self.assertEqual(Check.objects.count(), 0)

    def test_a_draft_is_not_checked(self):
        AnnualPlan.objects.update(status=Status.DRAFT)

        self.assertEqual(self.press().status_code, 403)


class RevisionTests(CheckCase):
    """While a revision is on its road the plan is checked; once it is public, the revision is."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.hold()
        cls.revision = services.begin_revision(cls.plan, by=cls.clerk)
        cls.revision.revise(by=cls.clerk, reason="县里推迟了学习。")

    def settle(self):
        leader = make_user(role=Role.LEADER, township=self.township)
        self.revision.submit(by=self.clerk)
        self.revision.approve(by=leader)

    def publish(self):
        self.settle()
        self.revision.report(by=self.clerk)
        services.publish(self.revision, by=self.clerk)

    def of(self, plan):
        return self.client.get(reverse("plans:checks", args=[plan.pk]))

    def test_an_approved_revision_that_is_not_public_is_neither_checked_nor_noted(self):
        self.settle()
        task = PlanTask.objects.filter(section__plan=self.revision).first()

        self.assertEqual(self.press(plan=self.revision).status_code, 403)
        note = self.client.get(reverse("plans:note_create", args=[task.pk]))
        self.assertEqual(note.status_code, 403)
        self.assertContains(self.of(self.revision), f">{self.plan}</a>。")
        self.assertNotContains(self.of(self.revision), "自查第一季度")
        self.assertContains(self.of(self.plan), "自查第一季度")

    def test_a_plan_that_was_replaced_is_neither_checked_nor_noted(self):
        self.publish()

        self.assertEqual(self.press().status_code, 403)
        note = self.client.get(reverse("plans:note_create", args=[self.study.pk]))
        self.assertEqual(note.status_code, 403)
        self.assertContains(self.of(self.plan), f">{self.revision}</a>。")
        self.assertEqual(self.press(plan=self.revision).status_code, 302)

    def test_a_quarter_that_was_checked_stays_checked_in_the_revision(self):
        self.press()
        before = self.frozen()

        self.publish()
        self.press(plan=self.revision)

        check = Check.objects.get()
        self.assertEqual((check.plan, self.frozen()), (self.plan, before))
        page = self.of(self.revision)
        self.assertContains(page, f'<a href="{check.get_absolute_url()}">第一季度</a>')
        self.assertNotContains(page, "自查第一季度")
        self.assertNotContains(self.client.get("/"), "第一季度的计划还没有自查")
        self.client.force_login(self.officer)
        overview = self.client.get(reverse("desk:overview"))
        self.assertContains(overview, f'<a href="{check.get_absolute_url()}">第一季度</a>')

    def frozen(self):
        lines = Check.objects.get().lines
        return list(lines.values_list("task", "text", "reached", "state", "lacks"))

    def test_the_database_refuses_a_second_check_of_the_quarter(self):
        self.press()
        task = PlanTask.objects.filter(section__plan=self.revision).first()

        with self.assertRaises(IntegrityError), transaction.atomic():
            make_check(task=task)

    def test_the_next_quarter_is_checked_by_the_revision(self):
        self.press()
        self.publish()

        self.press(2, plan=self.revision)

        checked = Check.objects.order_by("quarter").values_list("quarter", "plan")
        self.assertEqual(list(checked), [(1, self.plan.pk), (2, self.revision.pk)])


class FillTests(CheckCase):
    def setUp(self):
        super().setUp()
        self.press()
        self.check = Check.objects.get()
        self.line = self.check.lines.exclude(lacks="").first()

    def test_an_empty_measure_and_an_early_date_are_named_and_the_rest_is_kept(self):
        name = self.line.pk
        answer = self.fill(
            self.check,
            **{
                f"measure_{name}": "",
                f"new_due_on_{name}": "2004-04-01",
                f"problem_{name}": "长篇",
            },
        )

        self.assertEqual(
            answer.context["form"].errors,
            {
                f"measure_{name}": ["请填写（一、1 每季度集中学习一次）。"],
                f"new_due_on_{name}": ["新的期限不能早于自查那一天。"],
            },
        )
        self.assertContains(answer, "长篇")
        self.assertIsNone(Check.objects.get().finished_on)

    def test_the_second_of_two_sees_both_texts(self):
        self.fill(self.check)

        answer = self.fill(self.check, **{f"problem_{self.line.pk}": "我的话"})

        self.assertContains(answer, "这份材料刚刚被同事改过")
        self.assertIn((f"{self.line}：存在问题", "人手不足", "我的话"), answer.context["theirs"])

    def test_the_county_sees_it_when_it_is_finished(self):
        self.client.force_login(self.officer)
        self.assertEqual(self.client.get(self.check.get_absolute_url()).status_code, 404)

        self.client.force_login(self.clerk)
        self.fill(self.check)
        self.client.force_login(self.officer)

        self.assertContains(self.client.get(self.check.get_absolute_url()), "四月补办")
        overview = self.client.get(reverse("desk:overview"))
        self.assertContains(overview, f'<a href="{self.check.get_absolute_url()}">第一季度</a>')

    def test_the_desk_reminds_until_it_is_finished(self):
        self.assertContains(self.client.get("/"), "2004年第一季度的计划还没有自查")

        self.fill(self.check)

        self.assertNotContains(self.client.get("/"), "2004年第一季度的计划还没有自查")

    def test_in_january_the_desk_asks_for_the_last_quarter_of_the_old_year(self):
        self.fill(self.check)
        for quarter in (2, 3):
            make_check(task=self.study, quarter=quarter, is_finished=True)
        with clock.at(date(2005, 1, 5)):
            self.assertContains(self.client.get("/"), "2004年第四季度的计划还没有自查")


class PaperTests(CheckCase):
    def plain(self, text):
        place = self.section.tasks.count() + 1
        make_task(section=self.section, position=place, figure="articles", target=1, text=text)

    def paper(self, tasks):
        """The paper of a check of so many tasks, two of them behind."""
        for number in range(tasks - 2):
            self.plain(f"第{number}项宣传任务，向上级政协和报刊投稿，宣传政协工作和委员事迹")
        self.press()
        self.fill(Check.objects.get())
        return checking.document_of(Check.objects.for_detail().get())

    def test_it_prints_on_one_page_with_every_task(self):
        paper = self.paper(12)

        [table] = (block for block in paper.blocks if isinstance(block, Table))
        self.assertEqual(len(table.rows), 12)
        self.assertEqual(
            [table.rows[0], table.rows[2]],
            [
                ("一、1 每季度集中学习一…", "0 / 4次", "逾期", FOLLOWS),
                ("一、3 第0项宣传任务，…", "0 / 1篇", "未开始", "—"),
            ],
        )
        self.assertEqual(pages(render_pdf(paper)), 1)

    def test_where_not_all_fit_the_table_tells_those_behind_and_a_sentence_the_rest(self):
        self.plain("写稿")
        make_line("articles", township=self.township, on=date(2004, 2, 1))

        paper = self.paper(40)

        lead, table, rest, _ = paper.blocks
        self.assertEqual(lead, paragraph("截至2004年4月2日，计划共41项任务，落后2项："))
        self.assertEqual(
            table.rows,
            (
                ("一、1 每季度集中学习一次", "0 / 4次", "逾期", FOLLOWS),
                ("一、2 视察重点工程", "0 / 2次", "未开始", FOLLOWS),
            ),
        )
        self.assertEqual(rest, paragraph("其余39项没有落后：已完成39项（一、3—41）。"))
        self.assertEqual(pages(render_pdf(paper)), 1)

    def test_the_quarters_of_a_plan_cost_the_same_however_many_are_checked(self):
        costs = []
        for quarter in (1, 2):
            self.press(quarter)
            with counted_queries() as queries:
                self.client.get(reverse("plans:checks", args=[self.plan.pk]))
            costs.append(len(queries))

        self.assertEqual(costs[0], costs[1])


class OnePageTests(SimpleTestCase):
    """Measured on the page: as long as what is behind allows it, a check is one page."""

    def paper(self, tasks, behind=0):
        states = ("进行中", "已完成", "未开始")
        text = "组织委员视察重点工程和民生项目，全年不少于两次，写出视察报告，抓好跟踪问效。"
        lines = [
            LineText(f"{numeral(n // 6 + 1)}、{n % 6 + 1}", text, "1 / 2次", states[n % 3])
            for n in range(tasks)
        ]
        lines[:behind] = [
            replace(
                line,
                state="逾期",
                problem="上半年因防汛工作紧，视察没有按计划组织。",
                measure="与县交通局商定行程，补办一次视察",
                due_on=date(2004, 10, 31),
            )
            for line in lines[:behind]
        ]
        return check_document(
            CheckText(
                year=2004,
                quarter="第三季度",
                body_name="吕家坪镇政协联络工作委员会",
                lines=tuple(lines),
                frozen_on=date(2004, 10, 8),
                dated_on=date(2004, 10, 9),
            )
        )

    def test_nineteen_and_forty_tasks_are_one_page_with_five_behind(self):
        for tasks, behind in ((16, 0), (12, 2), (19, 0), (19, 6), (40, 0), (40, 5)):
            with self.subTest(tasks=tasks, behind=behind):
                self.assertEqual(pages(render_pdf(self.paper(tasks, behind))), 1)

    def test_every_task_is_told_once(self):
        lead, rest = self.paper(19).blocks[0], self.paper(19, 2).blocks[2]

        self.assertEqual(
            lead,
            paragraph(
                "截至2004年10月8日，计划共19项任务，没有落后的任务："
                "进行中7项（一、1、4；二、1、4；三、1、4；四、1），"
                "已完成6项（一、2、5；二、2、5；三、2、5），"
                "未开始6项（一、3、6；二、3、6；三、3、6）。"
            ),
        )
        self.assertEqual(
            rest,
            paragraph(
                "其余17项没有落后：未开始6项（一、3、6；二、3、6；三、3、6），"
                "进行中6项（一、4；二、1、4；三、1、4；四、1），"
                "已完成5项（一、5；二、2、5；三、2、5）。"
            ),
        )


def pages(pdf: bytes) -> int:
    with pymupdf.open(stream=pdf) as paper:
        return paper.page_count
