"""How a plan begins: the standard tasks, last year's plan, a neighbour's, or nothing."""

from datetime import date

from django.db import transaction
from django.test import TestCase

from counties.models import Target
from counties.roles import Role
from cppcc import clock
from plans import services
from plans.models import AnnualPlan, PlanTask
from plans.services import Source
from plans.workflow import Status
from proposals.workflow import Status as ProposalStatus
from tests.factories import (
    make_activity,
    make_follow_up,
    make_membership,
    make_note,
    make_plan,
    make_proposal,
    make_revision,
    make_section,
    make_task,
    make_township,
    make_user,
)


class StartingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 6)))
        cls.township = make_township(name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)

    def begin(self, source, model=None, year=2005):
        plan = AnnualPlan(county=self.township.county, township=self.township, year=year)
        return services.begin(plan, by=self.clerk, source=source, model=model)

    def tasks(self, plan):
        tasks = PlanTask.objects.filter(section__plan=plan)
        return [(task.section.heading, task.text, task.is_carried) for task in tasks]

    def test_the_standard_tasks_hold_every_obligation_of_the_year(self):
        plan = self.begin(Source.STANDARD)

        words = "".join(text for _, text, _ in self.tasks(plan))
        for told in (
            "每季度至少组织委员集中学习一次，全年不少于四次",
            "学习笔记",
            "学习体会",
            "一月一堂课",
            "视察重点工程和民生项目，全年不少于两次",
            "跟踪问效",
            "每名委员全年不少于两件",
            "社情民意",
            "协商",
            "民主监督",
            "提出意见建议",
            "走访每名委员",
            "结对帮扶",
            "企业座谈联谊",
            "文化活动",
            "公益慰问",
            "无故不缺席",
            "每次活动后及时上报文字材料",
            "半年有小结",
            "年终有总结",
            "每季度对照计划检查",
            "宣传政协工作",
        ):
            self.assertIn(told, words)

    def test_a_number_that_only_this_county_asks_becomes_a_task_too(self):
        Target.objects.create(
            county=self.township.county, year=2005, scope="body", figure="articles", number=5
        )

        plan = self.begin(Source.STANDARD)

        task = PlanTask.objects.get(section__plan=plan, figure="articles")
        self.assertEqual((task.text, task.target), ("宣传稿件数全年达到5篇。", 5))

    def last_year(self):
        plan = make_plan(township=self.township, year=2004, status=Status.PUBLISHED)
        section = make_section(plan=plan, heading="学习")
        short = make_task(section=section, figure="studies", target=4)
        make_task(section=section, position=2, text="视察一次", figure="inspections", target=1)
        make_task(section=section, position=3, text="写好学习笔记")
        make_activity(township=self.township, feeds="inspection")
        short.set_milestones([(date(2004, 2, 29), "第一次")])
        gone = make_membership(township=self.township, name="周平", left_on=date(2004, 12, 1))
        short.set_responsibles([gone, make_membership(township=self.township, name="赵云")])
        return plan

    def test_of_last_year_what_fell_short_is_marked(self):
        self.last_year()

        plan = self.begin(Source.LAST_YEAR)

        self.assertEqual(
            self.tasks(plan),
            [
                ("学习", "每季度集中学习一次", True),
                ("学习", "视察一次", False),
                ("学习", "写好学习笔记", True),
            ],
        )
        first = PlanTask.objects.filter(section__plan=plan).first()
        self.assertEqual([str(one) for one in first.milestones.all()], ["2005-02-28 第一次"])
        self.assertEqual([str(one) for one in first.responsibles.all()], ["赵云"])

    def test_what_no_figure_counts_is_marked_unless_its_records_show_it_done(self):
        plan = make_plan(township=self.township, year=2004, status=Status.PUBLISHED)
        section = make_section(plan=plan)
        half, year_end = (date(2004, 6, 30), "半年小结"), (date(2004, 12, 31), "年终总结")
        for place, (text, days, notes) in enumerate(
            (
                ("从来没有办", [], []),
                ("办过一次", [], [{}]),
                (
                    "两个节点都有",
                    [half, year_end],
                    [{"on": date(2004, 6, 28)}, {"on": date(2004, 12, 1)}],
                ),
                ("缺年终的", [half, year_end], [{"on": date(2004, 6, 28)}]),
                ("已全部完成", [half, year_end], [{"is_last": True, "evidence": "档案盒3"}]),
            ),
            1,
        ):
            task = make_task(section=section, position=place, text=text)
            task.set_milestones(days)
            for note in notes:
                make_note(task=task, **note)

        for on in (date(2004, 12, 6), date(2005, 1, 8)):
            with clock.at(on), transaction.atomic():
                begun = self.begin(Source.LAST_YEAR)
                marked = [text for _, text, is_carried in self.tasks(begun) if is_carried]
                transaction.set_rollback(True)

            self.assertEqual(marked, ["从来没有办", "缺年终的"], on)

    def test_an_activity_that_was_held_for_a_task_shows_it_done(self):
        plan = make_plan(township=self.township, year=2004, status=Status.PUBLISHED)
        section = make_section(plan=plan)
        visits = make_task(section=section, text="座谈联谊", function="exchange")
        make_task(section=section, position=2, text="文化活动", function="culture")
        make_activity(township=self.township, feeds="exchange", task=visits)

        begun = self.begin(Source.LAST_YEAR)

        self.assertEqual(
            [(text, is_carried) for _, text, is_carried in self.tasks(begun)],
            [("座谈联谊", False), ("文化活动", True)],
        )

    def test_last_year_means_the_revision_that_was_in_force(self):
        revision = make_revision(township=self.township, status=Status.PUBLISHED)
        make_task(section=make_section(plan=revision.revises), text="旧的")
        make_task(section=make_section(plan=revision), text="调整后的")

        plan = self.begin(Source.LAST_YEAR)

        self.assertEqual([text for _, text, _ in self.tasks(plan)], ["调整后的"])

    def test_a_promise_of_a_reply_that_is_not_kept_is_carried_over(self):
        for title, progress in (("整修里公路", "started"), ("装路灯", "done")):
            follow_up = make_follow_up(
                township=self.township, title=title, due_on=date(2005, 6, 30), progress=progress
            )
            make_proposal(
                township=self.township, status=ProposalStatus.REPLIED, follow_up=follow_up
            )
        make_follow_up(title="外镇的")

        plan = self.begin(Source.LAST_YEAR)

        self.assertEqual(self.tasks(plan), [("上年结转事项", "跟踪落实：整修里公路", True)])
        task = PlanTask.objects.get(section__plan=plan)
        self.assertEqual([str(one) for one in task.milestones.all()], ["2005-06-30 应办结"])

    def test_a_neighbours_plan_comes_without_its_people_and_with_ones_own_numbers(self):
        near = make_township(county=self.township.county)
        model = make_plan(township=near, status=Status.PUBLISHED)
        task = make_task(section=make_section(plan=model), figure="pairings", target=20)
        task.set_responsibles([make_membership(township=near)])
        make_membership(township=self.township, name="甲")
        make_membership(township=self.township, name="乙")

        plan = self.begin(Source.NEIGHBOUR, model)

        taken = PlanTask.objects.get(section__plan=plan)
        self.assertEqual((taken.target, taken.responsibles.count()), (2, 0))
        self.assertEqual(plan.title, f"{self.township.body_name}2005年度工作计划")

    def test_an_empty_plan_is_empty(self):
        self.assertEqual(self.tasks(self.begin(Source.EMPTY)), [])
