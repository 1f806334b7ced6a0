"""Work groups and their own plan; a decision to commend makes an honour."""

from datetime import date
from io import BytesIO

from django.test import TestCase
from django.urls import reverse
from docx import Document as docx_document

from counties.roles import Role
from cppcc import clock
from members.models import Honour
from plans import services
from plans.models import AnnualPlan, Incentive, WorkGroup
from plans.workflow import Status
from tests.factories import (
    make_group,
    make_membership,
    make_plan,
    make_revision,
    make_section,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 5, 12)


class GroupCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.zhao = make_membership(township=cls.township, name="赵云")
        cls.xiao = make_membership(township=cls.township, name="肖阳")
        plan = make_plan(township=cls.township, status=Status.PUBLISHED)
        cls.task = make_task(section=make_section(plan=plan))
        cls.enterClassContext(clock.at(DAY))

    def setUp(self):
        self.client.force_login(self.clerk)

    def data(self, **changes):
        return {
            "name": "提案工作组",
            "head": self.zhao.pk,
            "people": [self.xiao.pk],
            "scheme": "五月调研，六月成稿。",
            **changes,
        }


class GroupTests(GroupCase):
    def test_a_group_is_founded_and_the_plan_decides_what_it_does(self):
        form = self.client.get(reverse("plans:group_create"))
        answer = self.client.post(reverse("plans:group_create"), self.data())

        group = WorkGroup.objects.get()
        self.assertRedirects(answer, group.get_absolute_url())
        self.assertEqual((group.year, group.head), (2004, self.zhao))
        told = "在年度计划里定：打开任务的“修改”，在“责任人”里勾选工作组。"
        self.assertContains(form, told)
        self.assertContains(self.client.get(group.get_absolute_url()), told)

    def test_its_page_tells_its_tasks_in_force_and_those_being_revised(self):
        group = make_group(head=self.zhao)
        make_task(section=self.task.section, position=2, text="别人的任务")
        self.task.set_responsibles([group])
        revision = services.begin_revision(self.task.section.plan, by=self.clerk)
        make_task(section=revision.sections.get(), position=3, text="新增的任务").set_responsibles(
            [group]
        )
        withdrawn = make_revision(township=self.township, year=2003, status=Status.WITHDRAWN)
        make_task(section=make_section(plan=withdrawn), text="撤下的").set_responsibles([group])

        page = self.client.get(group.get_absolute_url())

        told = [(task.section.plan.revision, task.text) for task in page.context["tasks"]]
        study = "每季度集中学习一次"
        self.assertEqual(told, [(0, study), (1, study), (1, "新增的任务")])
        self.assertContains(page, f"{self.task.section.plan}（已公布）")
        self.assertContains(page, f"{revision}（起草）")
        docx = self.client.get(reverse("plans:group_docx", args=[group.pk]))
        paper = [p.text for p in docx_document(BytesIO(docx.content)).paragraphs]
        told = paper.index("二、承担的任务")
        self.assertEqual(paper[told + 1 : told + 3], [f"1.{study}", "三、工作安排"])

    def test_the_county_does_not_read_there_what_was_not_reported(self):
        group = make_group(head=self.zhao)
        self.task.set_responsibles([group])
        AnnualPlan.objects.update(status=Status.APPROVED)
        officer = make_user(role=Role.COUNTY, county=self.township.county)
        self.client.force_login(officer)

        self.assertNotContains(self.client.get(group.get_absolute_url()), "每季度集中学习一次")

        AnnualPlan.objects.update(status=Status.REPORTED)
        self.assertContains(self.client.get(group.get_absolute_url()), "每季度集中学习一次")

    def test_editing_keeps_what_was_chosen_and_changes_the_rest(self):
        self.client.post(reverse("plans:group_create"), self.data())
        address = reverse("plans:group_edit", args=[WorkGroup.objects.get().pk])
        page = self.client.get(address)
        self.assertContains(page, f'value="{self.xiao.pk}" id="id_people_')

        self.client.post(address, self.data(people=[self.zhao.pk], version=1))

        group = WorkGroup.objects.get()
        self.assertEqual([one.membership for one in group.people.all()], [self.zhao])
        self.assertEqual(group.scheme, "五月调研，六月成稿。")

    def test_a_second_group_of_the_name_and_a_foreign_head_are_refused(self):
        make_group(head=self.zhao)
        stranger = make_membership(township=make_township(county=self.township.county))

        again = self.client.post(reverse("plans:group_create"), self.data())
        foreign = self.client.post(
            reverse("plans:group_create"), self.data(name="另一组", head=stranger.pk)
        )

        self.assertContains(again, "这一年已有同名的工作组。")
        self.assertContains(again, "五月调研，六月成稿。")
        self.assertEqual(list(foreign.context["form"].errors), ["head"])
        self.assertEqual(WorkGroup.objects.count(), 1)

    def test_its_plan_prints(self):
        self.client.post(reverse("plans:group_create"), self.data())
        pk = WorkGroup.objects.get().pk

        pdf = self.client.get(reverse("plans:group_pdf", args=[pk]))
        docx = self.client.get(reverse("plans:group_docx", args=[pk]))

        self.assertEqual((pdf.content[:5], docx.content[:2]), (b"%PDF-", b"PK"))

    def test_three_groups_cost_what_one_costs(self):
        costs = []
        for name in ("甲组", "乙组", "丙组"):
            make_group(head=make_membership(township=self.township), name=name)
            with counted_queries() as queries:
                page = self.client.get(reverse("plans:groups"))
            costs.append(len(queries))

        self.assertEqual(len(page.context["page"]), 3)
        self.assertEqual(costs, [costs[0]] * 3)


class IncentiveTests(GroupCase):
    def post(self, **changes):
        data = {
            "kind": "commend",
            "membership": self.zhao.pk,
            "title": "优秀政协委员",
            "on": "2004-05-10",
            "decided_by": "镇党委",
            "document": "清党发〔2004〕8号",
            "text": "提案两件被采纳。",
            **changes,
        }
        return self.client.post(reverse("plans:incentive_create"), data)

    def test_a_decision_makes_an_honour_that_the_register_shows(self):
        self.assertRedirects(self.post(), reverse("plans:incentives"))

        honour = Honour.objects.get()
        self.assertEqual(
            (honour.membership, honour.on, honour.title, honour.text, honour.is_award),
            (self.zhao, date(2004, 5, 10), "优秀政协委员", "提案两件被采纳。", True),
        )
        self.assertEqual(Incentive.objects.get().honour, honour)
        register = self.client.get(reverse("activities:ledger", args=["honours"]))
        self.assertContains(register, "优秀政协委员")
        self.assertContains(self.client.get(reverse("plans:incentives")), "清党发〔2004〕8号")

    def edit(self, **changes):
        made = Incentive.objects.get()
        address = reverse("plans:incentive_edit", args=[made.pk])
        shown = self.client.get(address).context["form"]
        data = {field.html_name: field.value() for field in shown}
        return self.client.post(address, data | changes)

    def test_a_mistake_is_mended_in_the_decision_and_in_the_honour(self):
        self.post()

        self.assertRedirects(
            self.edit(document="清党发〔2004〕9号", title="先进政协委员"),
            reverse("plans:incentives"),
        )

        made = Incentive.objects.get()
        self.assertEqual((made.document, made.kind), ("清党发〔2004〕9号", "commend"))
        self.assertEqual(
            (made.honour.title, made.honour.membership, made.honour.text),
            ("先进政协委员", self.zhao, "提案两件被采纳。"),
        )

    def test_who_edits_what_a_colleague_has_just_changed_sees_both(self):
        self.post()
        old = Honour.objects.get().version
        Honour.objects.get().revise(by=self.clerk, title="同事改的")

        answer = self.edit(title="我改的", deed_version=old)

        self.assertIn(("名称", "同事改的", "我改的"), answer.context["theirs"])
        self.assertEqual(Honour.objects.get().title, "同事改的")

    def test_the_decisions_are_taken_away_as_a_table(self):
        self.post()

        table = self.client.get(reverse("plans:incentives"), {"export": "csv"}).content.decode()

        self.assertIn("赵云,表彰,优秀政协委员,镇党委,清党发〔2004〕8号", table)

    def test_a_day_ahead_or_outside_the_term_is_refused(self):
        for on, word in (
            ("2004-05-13", "日期不能晚于今天。"),
            ("2002-12-31", "这一天不在这位委员的任职期内，请核对。"),
        ):
            self.assertContains(self.post(on=on), word)
        self.assertEqual((Honour.objects.count(), Incentive.objects.count()), (0, 0))

    def test_three_decisions_cost_what_one_costs(self):
        costs = []
        for _ in range(3):
            self.post()
            with counted_queries() as queries:
                page = self.client.get(reverse("plans:incentives"))
            costs.append(len(queries))

        self.assertEqual(len(page.context["page"]), 3)
        self.assertEqual(costs, [costs[0]] * 3)
