"""Work groups take on tasks by their own plan; a decision to commend makes an honour."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from cppcc import clock
from members.models import Honour
from members.roles import Role
from plans.board import by_person
from plans.models import AnnualPlan, Incentive, WorkGroup
from plans.standing import standings
from plans.workflow import Status
from tests.factories import (
    make_group,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 5, 12)


class GroupCase(TestCase):
    def setUp(self):
        self.clerk = make_user(role=Role.STAFF)
        self.township = self.clerk.acting.township
        self.zhao = make_membership(township=self.township, name="赵云")
        self.xiao = make_membership(township=self.township, name="肖阳")
        plan = make_plan(township=self.township, status=Status.PUBLISHED)
        self.task = make_task(section=make_section(plan=plan))
        self.client.force_login(self.clerk)
        self.enterContext(clock.at(DAY))

    def data(self, **changes):
        return {
            "name": "提案工作组",
            "head": self.zhao.pk,
            "people": [self.xiao.pk],
            "tasks": [self.task.pk],
            "scheme": "五月调研，六月成稿。",
            **changes,
        }


class GroupTests(GroupCase):
    def test_a_group_takes_on_a_task_and_stands_on_the_board(self):
        answer = self.client.post(reverse("plans:group_create"), self.data())

        group = WorkGroup.objects.get()
        self.assertRedirects(answer, group.get_absolute_url())
        self.assertEqual((group.year, group.head), (2004, self.zhao))
        plan = AnnualPlan.objects.for_detail().get()
        [owner] = by_person(standings(plan, self.clerk, DAY))
        self.assertEqual(owner.heading, "提案工作组")

    def test_editing_keeps_what_was_chosen_and_changes_the_rest(self):
        self.client.post(reverse("plans:group_create"), self.data())
        address = reverse("plans:group_edit", args=[WorkGroup.objects.get().pk])
        page = self.client.get(address)
        self.assertContains(page, f'value="{self.xiao.pk}" id="id_people_')

        self.client.post(address, self.data(people=[self.zhao.pk], tasks=[], version=1))

        group = WorkGroup.objects.get()
        self.assertEqual([one.membership for one in group.people.all()], [self.zhao])
        self.assertEqual(group.tasks.count(), 0)

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
