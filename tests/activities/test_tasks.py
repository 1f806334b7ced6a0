"""Lines of the registers and activities name the task of the plan that they fulfil."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from activities.forms.activity import ActivityForm
from activities.models import Activity, Visit
from activities.registers import REGISTERS
from counties.models import ActivityKind
from counties.roles import Role
from cppcc import clock
from plans.models import AnnualPlan, PlanTask
from plans.workflow import Status
from tests.factories import (
    LINES,
    make_line,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)

TODAY = date(2004, 12, 16)
PROMISED = {  # which figure of a plan a line of each register is suggested for
    "visits": "visit_coverage",
    "contacts": "contacts",
    "articles": "articles",
    "attention": "guidance",
    "consultations": "prior_consultations",
    "research": "research_reports",
    "talents": "talents",
}
TYPED = {key: dict(LINES[key]) for key in PROMISED}
TYPED["visits"]["form"] = TYPED["contacts"]["form"] = "call"


class TaskCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(TODAY))
        cls.township = make_township(name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.zhao = make_membership(township=cls.township)
        cls.tasks = cls.plan(2004)

    def setUp(self):
        self.client.force_login(self.clerk)

    @classmethod
    def plan(cls, year) -> dict[str, PlanTask]:
        """A plan that promises something of every register, by the register's key."""
        plan = make_plan(township=cls.township, year=year, status=Status.PUBLISHED)
        section = make_section(plan=plan)
        return {
            key: make_task(
                section=section, position=place, figure=figure, target=1, text=f"{year}年{key}"
            )
            for place, (key, figure) in enumerate(PROMISED.items(), 1)
        }

    def typed(self, key, **fields):
        member = {"membership": self.zhao.pk} if key in {"visits", "contacts"} else {}
        return {"on": "2004-06-01", **TYPED[key], **member, **fields}

    def enter(self, key, **fields):
        address = reverse("activities:ledger_create", args=[key])
        return self.client.post(address, self.typed(key, **fields), follow=True)

    def opened(self, key="visits", record=None):
        name, more = ("ledger_edit", [record.pk]) if record else ("ledger_create", [])
        page = self.client.get(reverse(f"activities:{name}", args=[key, *more]))
        return page.context["form"]["task"]


class SuggestionTests(TaskCase):
    def test_a_line_gets_the_task_that_promises_what_it_counts_for(self):
        for key in PROMISED:
            answer = self.enter(key)

            record = REGISTERS[key].model.objects.get()
            self.assertEqual(record.task, self.tasks[key], key)
            self.assertContains(
                answer, f"已对应计划任务“2004年{key}”；不对的话，可以在“修改”里换。"
            )
            self.assertContains(answer, record.task.get_absolute_url())

    def test_an_attention_of_a_kind_that_nothing_counts_gets_none(self):
        answer = self.enter("attention", kind="note")

        self.assertIsNone(REGISTERS["attention"].model.objects.get().task)
        self.assertNotContains(answer, "对应计划任务")

    def test_the_open_form_says_which_task_a_line_of_today_gets(self):
        field = self.opened()

        self.assertEqual(
            field.help_text,
            "不选的，保存时按类别和日期自动对应，以后可以改。按今天算，对应“2004年visits”。",
        )
        self.assertEqual((field.field.empty_label, field.initial), ("按类别和日期自动对应", None))

    def test_a_line_of_last_year_gets_a_task_of_last_year(self):
        before = self.plan(2003)

        self.enter("visits", on="2003-06-01")

        self.assertEqual(Visit.objects.get().task, before["visits"])

    def test_a_line_moved_to_another_year_gets_a_task_of_that_year(self):
        before = self.plan(2003)
        visit = make_line("visits", membership=self.zhao, task=self.tasks["visits"])
        edit = reverse("activities:ledger_edit", args=["visits", visit.pk])
        moved = self.typed("visits", version=1, on="2003-06-01")

        refused = self.client.post(edit, moved | {"task": self.tasks["visits"].pk})
        self.client.post(edit, moved | {"task": ""})

        field = refused.context["form"]["task"]
        self.assertEqual(field.errors, ["这项任务不在2003年的计划里，请重新选。"])
        self.assertEqual(field.field.empty_label, "按类别和日期自动对应")
        visit.refresh_from_db()
        self.assertEqual((visit.on, visit.task), (date(2003, 6, 1), before["visits"]))

    def test_a_line_without_a_task_gets_one_when_it_moves_to_another_year(self):
        before = self.plan(2003)
        visit = make_line("visits", membership=self.zhao)
        edit = reverse("activities:ledger_edit", args=["visits", visit.pk])

        self.client.post(edit, self.typed("visits", version=1, on="2003-06-01", task=""))

        visit.refresh_from_db()
        self.assertEqual((visit.on, visit.task), (date(2003, 6, 1), before["visits"]))

    def test_a_task_that_was_chosen_stays_and_can_be_taken_away(self):
        self.enter("visits", task=self.tasks["contacts"].pk)
        visit = Visit.objects.get()
        self.assertEqual(visit.task, self.tasks["contacts"])
        self.assertEqual(self.opened(record=visit).field.empty_label, "不对应任务")

        edit = reverse("activities:ledger_edit", args=["visits", visit.pk])
        self.client.post(edit, self.typed("visits", version=1, task=""))

        visit.refresh_from_db()
        self.assertIsNone(visit.task)


class ChoiceTests(TaskCase):
    def offered(self, field):
        return [task.text for task in field.field.queryset]

    def test_the_choices_are_those_of_the_plan_in_force_of_the_year_of_the_line(self):
        self.plan(2003)
        make_task(section=make_section(plan=make_plan(year=2004)), text="邻镇")
        revision = make_plan(
            township=self.township,
            revision=1,
            revises=AnnualPlan.objects.get(township=self.township, year=2004),
        )
        make_task(section=make_section(plan=revision), text="还在调整")
        late = make_line("visits", membership=self.zhao, on=date(2003, 12, 30))

        self.assertEqual(self.offered(self.opened()), [f"2004年{key}" for key in PROMISED])
        self.assertEqual(
            self.offered(self.opened(record=late)), [f"2003年{key}" for key in PROMISED]
        )

    def test_a_task_of_another_year_or_township_is_told_at_the_field_and_nothing_is_lost(self):
        foreign = make_task(section=make_section(plan=make_plan(year=2003)))
        for task in (self.tasks["visits"], foreign):
            answer = self.enter("visits", on="2003-06-01", task=task.pk, promise="修路")

            self.assertEqual(
                answer.context["form"].errors,
                {"task": ["这项任务不在2003年的计划里，请重新选。"]},
            )
            self.assertContains(answer, "修路")
        self.assertEqual(Visit.objects.count(), 0)

    def test_a_day_that_is_none_is_told_and_the_choices_are_those_of_today(self):
        answer = self.enter("visits", on="去年", task=self.tasks["visits"].pk)

        self.assertEqual(set(answer.context["form"].errors), {"on"})

    def test_the_county_is_not_asked_and_its_event_fulfils_no_township_s_task(self):
        make_task(
            section=make_section(plan=make_plan(township=self.township, year=2005)),
            figure="studies",
            target=1,
        )
        officer = make_user(role=Role.COUNTY, county=self.township.county)
        kind = ActivityKind.objects.get(county=self.township.county, feeds="study")
        data = {"kind": kind.pk, "theme": "全县学习", "on": "2005-01-10"}

        form = ActivityForm(data | {"task": self.tasks["visits"].pk}, user=officer)
        self.assertTrue(form.is_valid(), form.errors)
        form.save()

        self.assertNotIn("task", form.fields)
        self.assertIsNone(Activity.objects.get().task)


class LinkTests(TaskCase):
    def test_who_may_not_see_the_plan_does_not_see_the_task(self):
        AnnualPlan.objects.update(status=Status.DRAFT)
        user = make_user(role=Role.MEMBER, township=self.township)
        own = make_membership(township=self.township, user=user, name="肖阳")
        visit = make_line("visits", membership=own, task=self.tasks["visits"])

        self.assertContains(self.client.get(visit.get_absolute_url()), "对应计划任务")
        self.client.force_login(user)
        self.assertNotContains(self.client.get(visit.get_absolute_url()), "对应计划任务")
        AnnualPlan.objects.update(status=Status.PUBLISHED)
        self.assertContains(self.client.get(visit.get_absolute_url()), "对应计划任务")
