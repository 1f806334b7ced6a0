"""The standard tasks, and the paper of a plan."""

from datetime import date

from django.core.exceptions import ValidationError
from django.test import TestCase

from counties.models import Target, Township
from counties.roles import Role
from cppcc import clock, figures
from cppcc.audit import AuditEvent
from cppcc.documents.tree import RedHead
from plans import services
from plans.models import AnnualPlan, Milestone, PlanTask
from tests.factories import (
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)


class StandardTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.plan = make_plan(township=cls.township)

    def targets(self):
        return dict(PlanTask.objects.with_target().values_list("figure", "target"))

    def test_the_obligations_of_the_year_have_their_targets(self):
        for name in ("赵云", "肖阳", "何耒"):
            make_membership(township=self.township, name=name)

        services.add_standard_tasks(self.plan, by=self.clerk)

        self.assertEqual(
            self.targets(),
            {
                "studies": 4,
                "lessons": 12,
                "inspections": 2,
                "proposals_per_member": 2,
                "visit_coverage": 100,
                "pairings": 3,
                "county_attendance_rate": 100,
            },
        )
        self.assertLessEqual(set(self.targets()), {key for key, _ in figures.choices("township")})

    def test_a_township_without_members_is_promised_no_number_of_them(self):
        services.add_standard_tasks(self.plan, by=self.clerk)

        self.assertNotIn("pairings", self.targets())
        self.assertEqual(len(self.targets()), 6)

    def test_they_promise_what_the_county_asks_in_words_and_numbers(self):
        asked = Target.objects.filter(county=self.township.county)
        asked.filter(figure="inspections").update(number=3)
        asked.filter(figure="proposals").update(number=1)
        asked.filter(figure="lessons").delete()

        services.add_standard_tasks(self.plan, by=self.clerk)

        told = PlanTask.objects.filter(function__in=["supervision", "participation", "self"])
        self.assertEqual(
            list(told.order_by("pk").values_list("text", "figure", "target")[:3]),
            [
                ("坚持一月一堂课，机关工作人员每月集中学习一次。", "", None),
                (
                    "组织委员视察重点工程和民生项目，全年不少于三次，写出视察报告，抓好跟踪问效。",
                    "inspections",
                    3,
                ),
                (
                    "深入调查研究，反映社情民意，积极撰写提案，每名委员全年不少于一件。",
                    "proposals_per_member",
                    1,
                ),
            ],
        )

    def test_every_day_lies_in_the_plans_year(self):
        services.add_standard_tasks(self.plan, by=self.clerk)

        self.assertEqual({one.due_on.year for one in Milestone.objects.all()}, {2004})
        studies = Milestone.objects.filter(task__figure="studies")
        self.assertEqual(
            [str(one) for one in studies],
            [
                "2004-03-31 第一季度集中学习",
                "2004-06-30 第二季度集中学习",
                "2004-09-30 第三季度集中学习",
                "2004-12-31 第四季度集中学习",
            ],
        )

    def test_sections_and_tasks_are_numbered_from_one(self):
        services.add_standard_tasks(self.plan, by=self.clerk)

        shape = [
            (section.position, [task.position for task in section.tasks.all()])
            for section in self.plan.sections.all()
        ]
        self.assertEqual(
            shape, [(1, [1, 2, 3]), (2, [1, 2, 3, 4]), (3, [1, 2, 3, 4, 5]), (4, [1, 2, 3, 4, 5])]
        )
        self.assertEqual(
            list(AuditEvent.objects.values_list("action", "object_id")),
            [("add_standard_tasks", self.plan.pk)],
        )

    def test_they_are_not_added_a_second_time(self):
        services.add_standard_tasks(self.plan, by=self.clerk)

        with self.assertRaises(ValidationError):
            services.add_standard_tasks(self.plan, by=self.clerk)

        self.assertEqual(PlanTask.objects.count(), 17)


class DocumentOfTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(full_name="清溪镇政协联络工作委员会", committee_name="镇党委")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.plan = make_plan(township=cls.township)

    def paper(self):
        plan = AnnualPlan.objects.for_detail().get(pk=self.plan.pk)
        with clock.at(date(2004, 5, 12)):
            return services.document_of(plan)

    def test_a_draft_is_dated_today_and_an_approved_plan_by_its_approval(self):
        self.assertEqual(self.paper().on, date(2004, 5, 12))

        self.plan.submit(by=self.clerk)
        self.plan.approve(by=self.clerk, decided_by="陈国安", on=date(2003, 12, 25))

        self.assertEqual(
            (self.paper().on, self.paper().author), (date(2003, 12, 25), "清溪镇政协联络工作委员会")
        )

    def test_a_returned_plan_forgets_the_day_of_its_approval(self):
        officer = make_user(role=Role.COUNTY, county=self.township.county)
        self.plan.submit(by=self.clerk)
        self.plan.approve(by=self.clerk, decided_by="陈国安", on=date(2003, 12, 25))
        self.plan.report(by=self.clerk)
        self.plan.return_plan(by=officer, note="缺视察任务")

        self.assertEqual(self.paper().on, date(2004, 5, 12))

    def test_a_body_with_a_red_head_leaves_room_for_the_number(self):
        self.assertIsNone(self.paper().head)

        Township.objects.filter(pk=self.township.pk).update(
            red_head="清溪镇政协联工委文件", number_code="清政联"
        )

        self.assertEqual(self.paper().head, RedHead("清溪镇政协联工委文件", "清政联〔2004〕　　号"))

    def test_a_target_is_told_with_the_name_and_unit_of_its_figure(self):
        task = make_task(
            section=make_section(plan=self.plan), figure="studies", target=4, helpers="党政办"
        )
        task.set_milestones([(date(2004, 3, 31), "第一季度")])
        task.set_responsibles([make_membership(township=self.township, name="赵云")])

        annex = self.paper().blocks[-1]

        self.assertEqual(
            annex.blocks[0].rows,
            (
                (
                    *("一、1", "每季度集中学习一次", "3月31日，第一季度"),
                    *("赵云；协助：党政办", "集中学习4次"),
                ),
            ),
        )
