"""The county's points of the year in the plans: begun from, taken up later, seen by the county."""

from datetime import date

from django.db import IntegrityError, transaction
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from counties.models import Target
from counties.roles import Role
from cppcc import clock
from cppcc.links import links_of
from directives.models import KeyPoint
from directives.workflow import PaperStatus
from plans import services
from plans.forms.plan import NewPlanForm
from plans.models import AnnualPlan, Function, PlanTask
from plans.services import Source
from plans.services.points import function_of
from plans.uptake import uptake
from plans.workflow import Status
from tests.factories import (
    make_county_paper,
    make_guiding_text,
    make_membership,
    make_plan,
    make_section,
    make_sheet,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

TODAY = date(2004, 1, 20)
POINTS = [("抓学习", "每季度集中学习一次"), ("抓学习", "写好学习笔记"), ("抓监督", "视察两次")]


class FunctionTests(SimpleTestCase):
    def test_the_words_of_a_point_suggest_its_function(self):
        for text, function in (
            ("每季度集中学习一次", Function.STUDY),
            ("视察重点工程，写出视察报告", Function.SUPERVISION),
            ("重大决策前组织委员协商", Function.CONSULTATION),
            ("提高提案质量，一事一案", Function.PARTICIPATION),
            ("走访每名委员", Function.EXCHANGE),
            ("每名委员结对帮扶一户", Function.MASSES),
            ("向报刊投稿", Function.PUBLICITY),
            ("按时上报材料", Function.SELF),
        ):
            self.assertEqual(function_of(text), function, text)


class Points(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(TODAY))
        cls.township = make_township(name="清溪镇")
        cls.county = cls.township.county
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        Target.objects.filter(county=cls.county).delete()

    def handed_down(self, points=POINTS, **fields):
        return make_county_paper(townships=[self.township], points=points, **fields)

    def begin(self, source=Source.COUNTY) -> AnnualPlan:
        plan = AnnualPlan(county=self.county, township=self.township, year=2004)
        return services.begin(plan, by=self.clerk, source=source)

    def tasks(self, plan) -> list[tuple[str, str, str]]:
        tasks = PlanTask.objects.filter(section__plan=plan).select_related("section")
        return [(one.section.heading, one.text, one.function) for one in tasks]

    def post(self, plan):
        self.client.force_login(self.clerk)
        return self.client.post(reverse("plans:points", args=[plan.pk]), follow=True)

    def page(self, plan):
        self.client.force_login(self.clerk)
        return self.client.get(reverse("plans:detail", args=[plan.pk]))


class BeginningTests(Points):
    def test_a_task_a_point_in_their_order_and_a_task_a_number(self):
        make_guiding_text(county=self.county, plan_text="以邓小平理论为指导")
        self.handed_down()
        make_sheet(
            township=self.township,
            status="handed_down",
            targets=[
                ("body", "inspections", 3),
                ("member", "pairings", 1),
                ("body", "articles", 5),
            ],
        )
        make_membership(township=self.township)

        plan = self.begin()

        self.assertEqual(plan.guiding, "以邓小平理论为指导")
        self.assertEqual(
            self.tasks(plan),
            [
                ("抓学习", "每季度集中学习一次", "study"),
                ("抓学习", "写好学习笔记", "study"),
                ("抓监督", "视察两次", "supervision"),
                (
                    "完成县政协下达的目标",
                    "组织委员视察重点工程和民生项目，全年不少于三次，写出视察报告，抓好跟踪问效。",
                    "supervision",
                ),
                (
                    "完成县政协下达的目标",
                    "每名委员结对帮扶一户困难户或专业户，察民情、听民意。",
                    "masses",
                ),
                ("完成县政协下达的目标", "宣传稿件数全年达到5篇。", "self"),
            ],
        )
        tasks = PlanTask.objects.filter(section__plan=plan)
        self.assertEqual([one.target for one in tasks], [None, None, None, 3, 1, 5])
        self.assertEqual([str(one.point or "") for one in tasks], [t for _, t in POINTS] + [""] * 3)

    def test_points_without_headings_stand_in_one_section(self):
        self.handed_down(["集中学习", "视察两次"])

        self.assertEqual(
            [(heading, text) for heading, text, _ in self.tasks(self.begin())],
            [("落实县政协2004年工作要点", "集中学习"), ("落实县政协2004年工作要点", "视察两次")],
        )

    def test_without_points_the_choice_says_so_and_the_numbers_alone_make_the_plan(self):
        Target.objects.create(
            county=self.county, year=2004, scope="body", figure="lessons", number=12
        )
        self.handed_down(year=2005)

        form = NewPlanForm(None, user=self.clerk, year=2004, cancel_url="/")
        told = dict(form.fields["source"].choices)[Source.COUNTY]
        plan = self.begin()

        self.assertEqual(
            told,
            "县政协本年度工作要点和下达的目标（县里还没有下发2004年工作要点，只按下达的目标）",
        )
        self.assertEqual(
            [(heading, text) for heading, text, _ in self.tasks(plan)],
            [
                (
                    "完成县政协下达的目标",
                    "坚持一月一堂课，机关工作人员每月集中学习一次，全年不少于十二次。",
                )
            ],
        )


class TakingUpTests(Points):
    def test_points_that_came_later_are_taken_up_once_with_one_press(self):
        plan = make_plan(township=self.township)
        make_section(plan=plan, heading="抓学习")
        self.handed_down(POINTS[:1])
        first = self.post(plan)
        self.handed_down(POINTS)
        self.assertContains(self.page(plan), "县政协下发的2004年工作要点，还有2条没有写进计划。")

        second = self.post(plan)
        third = self.post(plan)

        self.assertContains(first, "已加入县工作要点1条")
        self.assertContains(second, "已加入县工作要点2条")
        self.assertContains(third, "已加入县工作要点0条")
        self.assertEqual([(h, text) for h, text, _ in self.tasks(plan)], POINTS)
        self.assertNotContains(self.page(plan), "没有写进计划")

    def test_a_paper_that_replaces_another_asks_for_nothing_twice(self):
        plan = make_plan(township=self.township)
        old = self.handed_down(POINTS)
        services.take_up_points(plan, by=self.clerk)
        old.withdraw(by=self.officer, note="改了一条")
        self.handed_down([*POINTS[:2], ("抓监督", "视察三次")])

        points = services.points_to_take_up(plan)

        self.assertEqual([one.text for one in points], ["视察三次"])

    def test_a_plan_that_is_settled_offers_nothing(self):
        plan = make_plan(township=self.township, status=Status.PUBLISHED)
        self.handed_down()

        self.assertNotContains(self.page(plan), "没有写进计划")
        self.assertEqual(self.post(plan).status_code, 403)

    def test_a_revision_keeps_which_point_a_task_took_up(self):
        plan = make_plan(township=self.township, status=Status.PUBLISHED)
        self.handed_down(["视察两次"])
        make_task(section=make_section(plan=plan), point=KeyPoint.objects.get())

        revision = services.begin_revision(plan, by=self.clerk)

        self.assertEqual(services.points_to_take_up(revision), [])

    def test_a_task_takes_up_no_point_of_another_county(self):
        make_county_paper(townships=[make_township()], points=["外县的"])
        task = make_task(section=make_section(plan=make_plan(township=self.township)))

        with self.assertRaises(IntegrityError), transaction.atomic():
            PlanTask.objects.filter(pk=task.pk).update(point=KeyPoint.objects.get())

    def test_plan_and_board_name_the_points_of_the_county(self):
        plan = make_plan(township=self.township)
        self.handed_down(["视察两次"])
        services.take_up_points(plan, by=self.clerk)

        self.assertContains(self.page(plan), "县工作要点")
        board = self.client.get(reverse("plans:board", args=[plan.pk]))
        self.assertContains(board, "（县工作要点）")


class UptakeTests(Points):
    def rows(self, paper):
        return [
            (
                row.township.name,
                row.plan is not None,
                [cell.task.text if cell.task else "" for cell in row.cells],
                row.taken,
            )
            for row in uptake(paper, self.officer)
        ]

    def test_the_county_sees_which_plans_took_up_which_points(self):
        others = [make_township(county=self.county, name=name) for name in ("石桥镇", "白水乡")]
        paper = make_county_paper(townships=[self.township, *others], points=["学习", "视察"])
        reported = make_plan(township=self.township, status=Status.REPORTED)
        point = paper.points.get(text="视察")
        make_task(section=make_section(plan=reported), text="视察两次", point=point)
        draft = make_plan(township=others[0])
        make_task(section=make_section(plan=draft), point=point)

        self.assertEqual(
            self.rows(paper),
            [
                ("清溪镇", True, ["", "视察两次"], 1),
                ("白水乡", False, ["", ""], 0),
                ("石桥镇", False, ["", ""], 0),
            ],
        )

    def test_what_was_taken_up_from_the_paper_before_counts_where_the_words_are_the_same(self):
        old = self.handed_down(["学习", "视察"], status=PaperStatus.WITHDRAWN)
        plan = make_plan(township=self.township, status=Status.PUBLISHED)
        make_task(section=make_section(plan=plan), text="学习", point=old.points.get(text="学习"))
        new = self.handed_down(["视察三次", "学习"])

        self.assertEqual(self.rows(new), [("清溪镇", True, ["", "学习"], 1)])

    def test_the_table_costs_the_same_with_one_and_three_townships(self):
        counts = []
        for names in ("甲", "乙丙丁"):
            places = [make_township(county=self.county, name=f"{name}镇") for name in names]
            paper = make_county_paper(townships=places, points=list(names))
            for place in places:
                plan = make_plan(township=place, status=Status.REPORTED)
                make_task(section=make_section(plan=plan), point=paper.points.first())
            address = reverse("plans:uptake", args=[paper.pk])
            self.client.force_login(self.officer)
            self.client.get(address)
            with counted_queries() as queries:
                page = self.client.get(address)
            counts.append((len(queries), len(page.context["rows"])))

        self.assertEqual([rows for _, rows in counts], [1, 3])
        self.assertEqual(counts[0][0], counts[1][0])

    def test_the_papers_page_leads_the_county_there_once_it_is_handed_down(self):
        paper = self.handed_down()
        draft = make_county_paper(county=self.county, points=["学"], status=PaperStatus.DRAFT)
        notice = make_county_paper(townships=[self.township])

        found = [links_of(one, self.officer) for one in (paper, draft, notice)]

        self.assertEqual(
            [[one.url for one in links] for links in found],
            [[f"/plans/uptake/{paper.pk}/"], [], []],
        )
        self.assertEqual(links_of(paper, self.clerk), [])

    def test_the_table_is_taken_away_with_the_words_of_the_tasks(self):
        paper = self.handed_down(["学习"])
        plan = make_plan(township=self.township, status=Status.REPORTED)
        make_task(section=make_section(plan=plan), text="每季学习", point=paper.points.get())
        self.client.force_login(self.officer)

        table = self.client.get(reverse("plans:uptake", args=[paper.pk]), {"export": "csv"})

        self.assertEqual(
            table.content.decode().lstrip("\ufeff").splitlines(),
            ["乡镇,计划,1. 学习,列入条数", f"清溪镇,{plan.title},每季学习,1"],
        )
