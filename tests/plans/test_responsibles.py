"""Who is responsible for a task: members, staff or a work group, and never a mere name."""

from datetime import date

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from accounts.models import Appointment
from counties.roles import Role
from cppcc import clock
from plans import services
from plans.board import by_person
from plans.models import AnnualPlan, Responsible
from plans.models.content import content_of
from plans.services import Source
from plans.standing import standings
from plans.workflow import Status
from tests.factories import (
    make_appointment,
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


class ResponsibleCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF, name="李梅")
        cls.township = cls.clerk.acting.township
        cls.plan = make_plan(township=cls.township)
        cls.section = make_section(plan=cls.plan)
        cls.task = make_task(section=cls.section)
        cls.zhao = make_membership(township=cls.township, name="赵云")
        cls.group = make_group(head=cls.zhao)
        cls.enterClassContext(clock.at(DAY))

    def setUp(self):
        self.client.force_login(self.clerk)

    @classmethod
    def everybody(cls):
        return [cls.zhao, cls.clerk.acting, cls.group]

    def colleague(self, **fields) -> Appointment:
        user = make_user(name=fields.pop("name", "陈国安"))
        return make_appointment(user=user, role=Role.STAFF, township=self.township, **fields)

    def named(self, task) -> list[str]:
        return [str(one) for one in task.responsibles.all()]

    def words(self, plan) -> list[str]:
        [section] = content_of(plan)["sections"]
        return section["tasks"][0]["responsibles"]


class PartyTests(ResponsibleCase):
    def row(self, **party):
        place = {"county": self.township.county, "township": self.township, "task": self.task}
        with transaction.atomic():
            return Responsible.objects.create(**place, **party)

    def test_a_row_names_exactly_one(self):
        for party in ({}, {"membership": self.zhao, "group": self.group}):
            with self.assertRaisesMessage(IntegrityError, "responsible_is_one_party"):
                self.row(**party)

    def test_nobody_is_named_twice_for_a_task(self):
        self.task.set_responsibles(self.everybody())

        for kind, party in zip(
            ("membership", "appointment", "group"), self.everybody(), strict=True
        ):
            with self.assertRaises(IntegrityError):
                self.row(**{kind: party})

    def test_the_database_refuses_staff_and_groups_of_a_neighbour(self):
        near = make_township(county=self.township.county)
        theirs = make_user(role=Role.STAFF, township=near).acting
        group = make_group(head=make_membership(township=near))

        for party in ({"appointment": theirs}, {"group": group}):
            with self.assertRaisesMessage(IntegrityError, "same_township"):
                self.row(**party)


class TellingTests(ResponsibleCase):
    """Page, copies, papers, table, changes and board name the same people in the same order."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.task.set_responsibles(cls.everybody())

    def test_the_plans_words_name_all_of_them(self):
        self.assertEqual(self.words(self.plan), ["赵云", "李梅", "提案工作组"])

    def test_the_page_the_paper_and_the_table_say_the_same(self):
        page = self.client.get(self.plan.get_absolute_url())
        table = self.client.get(self.plan.get_absolute_url(), {"export": "csv"})
        paper = str(services.document_of(self.plan))

        for told in (page.content.decode(), table.content.decode("utf-8-sig"), paper):
            self.assertIn("赵云、李梅、提案工作组", told)

    def test_a_revision_begins_with_all_of_them_and_tells_who_went(self):
        AnnualPlan.objects.update(status=Status.PUBLISHED)
        revision = services.begin_revision(AnnualPlan.objects.get(), by=self.clerk)
        self.assertEqual(self.words(revision), ["赵云", "李梅", "提案工作组"])
        copy = revision.sections.get().tasks.get()

        copy.set_responsibles([self.zhao, self.clerk.acting])

        [change] = [one for one in services.revised_content(revision) if one.is_changed]
        [line] = [line for line in change.lines if line.is_changed]
        self.assertEqual(line.label, "责任人")
        self.assertEqual([run.text for run in line.old if run.is_changed], ["、提案工作组"])
        self.assertEqual(self.named(self.task), ["赵云", "李梅", "提案工作组"])

    def test_two_members_of_one_name_are_told_apart_by_their_posts(self):
        twin = make_membership(township=self.township, name="赵云", post="某村支书")
        before = content_of(self.plan)

        self.task.set_responsibles([twin])

        self.assertEqual(self.words(self.plan), ["赵云（某村支书）"])
        self.assertNotEqual(before, content_of(self.plan))

    def test_a_name_that_a_neighbour_has_too_stands_alone(self):
        make_membership(township=make_township(county=self.township.county), name="赵云")

        self.assertEqual(self.words(self.plan)[0], "赵云")


class BoardTests(ResponsibleCase):
    def headings(self):
        plan = AnnualPlan.objects.visible_to(self.clerk).for_detail().get()
        found = by_person(standings(plan, self.clerk, DAY))
        return [(group.heading, len(group.standings)) for group in found]

    def test_people_stand_before_staff_before_groups_before_nobody(self):
        second = make_task(section=self.section, position=2)
        make_task(section=self.section, position=3)
        self.task.set_responsibles([self.group, self.clerk.acting])
        second.set_responsibles([self.group, self.zhao])

        told = [("赵云", 1), ("李梅", 1), ("提案工作组", 2), ("未定责任人", 1)]
        self.assertEqual(self.headings(), told)

    def test_two_of_one_name_are_two(self):
        twin = make_membership(township=self.township, name="赵云", post="某村支书")
        other = make_task(section=self.section, position=2)
        self.task.set_responsibles([self.zhao, self.colleague(name="赵云")])
        other.set_responsibles([twin])

        told = [("赵云（某厂厂长）", 1), ("赵云（某村支书）", 1), ("赵云", 1)]
        self.assertEqual(self.headings(), told)

    def test_two_of_the_staff_of_one_name_are_told_apart_by_their_posts(self):
        two = [self.colleague(name="何耒", post=post) for post in ("秘书", "")]
        self.task.set_responsibles(two)

        self.assertEqual(self.headings(), [("何耒（秘书）", 1), ("何耒（工作人员）", 1)])

    def test_no_page_costs_more_for_three_tasks_of_everybody_than_for_one(self):
        costs = []
        for place in (2, 3, 4):
            self.task.set_responsibles(self.everybody())
            with counted_queries() as queries:
                self.client.get(self.plan.get_absolute_url())
                self.client.get(self.group.get_absolute_url())
                self.client.get(reverse("plans:group_docx", args=[self.group.pk]))
                for view in ("table", "person", "members"):
                    board = reverse("plans:board", args=[self.plan.pk])
                    self.client.get(board, {"view": view})
            costs.append(len(queries))
            self.task = make_task(section=self.section, position=place)

        self.assertEqual(costs, [costs[0]] * 3)


class NextYearTests(ResponsibleCase):
    def test_who_still_serves_and_the_group_of_the_same_name_are_taken_over(self):
        AnnualPlan.objects.update(status=Status.PUBLISHED)
        gone = make_membership(township=self.township, name="周平", left_on=date(2004, 12, 1))
        over = self.colleague(name="周正", last_on=date(2004, 12, 31))
        stopped = self.colleague(name="周停", is_stopped=True)
        last = make_group(head=self.zhao, name="视察工作组")
        named = [self.zhao, gone, self.clerk.acting, over, stopped, self.group, last]
        self.task.set_responsibles(named)
        heir = make_group(head=self.zhao, name="提案工作组", year=2005)
        plan = AnnualPlan(county=self.township.county, township=self.township, year=2005)

        services.begin(plan, by=self.clerk, source=Source.LAST_YEAR)

        taken = plan.sections.get().tasks.get()
        parties = [one.party for one in taken.responsibles.all()]
        self.assertEqual(parties, [self.zhao, self.clerk.acting, heir])


class TaskFormTests(ResponsibleCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.address = reverse("plans:task_edit", args=[cls.task.pk])

    def post(self, **data):
        typed = {
            "section": self.section.pk,
            "text": "我改的任务",
            "function": "study",
            "version": self.task.version,
        }
        return self.client.post(self.address, {**typed, **data})

    def test_each_kind_has_its_boxes_and_all_are_saved(self):
        page = self.client.get(self.address)
        for legend in ("委员", "工作人员", "工作组"):
            self.assertContains(page, f"<legend>{legend}<span")

        self.post(members=[self.zhao.pk], staff=[self.clerk.acting.pk], groups=[self.group.pk])

        self.assertEqual(self.named(self.task), ["赵云", "李梅", "提案工作组"])
        form = self.client.get(self.address).context["form"]
        chosen = {name: form[name].value() for name in ("members", "staff", "groups")}
        self.assertEqual(
            chosen,
            {
                "members": [self.zhao.pk],
                "staff": [self.clerk.acting.pk],
                "groups": [self.group.pk],
            },
        )

    def test_what_there_is_none_of_is_not_asked_for(self):
        clerk = make_user(role=Role.STAFF)
        section = make_section(plan=make_plan(township=clerk.acting.township))
        self.client.force_login(clerk)

        page = self.client.get(reverse("plans:task_create", args=[section.plan_id]))

        fields = page.context["form"].fields
        asked = [name for name in ("members", "staff", "groups") if name in fields]
        self.assertEqual(asked, ["staff"])
        self.assertNotContains(page, "工作组")

    def test_a_group_of_another_year_a_neighbours_staff_and_another_role_are_not_offered(self):
        make_group(head=self.zhao, name="去年的组", year=2003)
        near = make_township(county=self.township.county)
        theirs = make_user(role=Role.STAFF, township=near).acting
        leader = make_user(role=Role.LEADER, township=self.township).acting

        form = self.client.get(self.address).context["form"]
        answer = self.post(staff=[theirs.pk], members=[self.zhao.pk])

        self.assertEqual(list(form.fields["groups"].queryset), [self.group])
        self.assertEqual(list(form.fields["staff"].queryset), [self.clerk.acting])
        self.assertEqual(list(answer.context["form"].errors), ["staff"])
        self.assertContains(answer, "我改的任务")
        self.assertEqual(list(self.post(staff=[leader.pk]).context["form"].errors), ["staff"])
        self.assertEqual(self.named(self.task), [])

    def test_staff_who_left_before_the_year_or_were_stopped_are_refused_in_words(self):
        over = self.colleague(name="周正", last_on=date(2003, 6, 30))
        stopped = self.colleague(name="周停", is_stopped=True)
        chosen = [self.clerk.acting.pk, over.pk, stopped.pk]

        answer = self.post(staff=chosen, groups=[self.group.pk])

        form = answer.context["form"]
        told = "周停已不在任（账号已停用）；周正已不在任（2003年6月30日离任），请另选责任人。"
        self.assertEqual(form.errors, {"staff": [told]})
        self.assertEqual(form["staff"].value(), [str(pk) for pk in chosen])
        self.assertEqual(form["groups"].value(), [str(self.group.pk)])
        self.assertContains(answer, "我改的任务")

    def test_staff_who_were_named_and_left_stay_with_their_day(self):
        over = self.colleague(name="周正", last_on=date(2003, 6, 30), post="秘书")
        self.task.set_responsibles([over])

        page = self.client.get(self.address)
        self.post(staff=[over.pk])

        self.assertContains(page, "周正（秘书，2003年6月30日离任）")
        self.assertEqual(self.named(self.task), ["周正"])

    def test_an_address_typed_by_hand_is_no_error_of_the_program(self):
        for pk in ("9" * 30, "-1", "x", "１"):
            answer = self.post(members=[pk], staff=[pk], groups=[pk])

            self.assertEqual(list(answer.context["form"].errors), ["members", "staff", "groups"])

    def test_the_second_of_two_sees_whom_the_colleague_chose(self):
        self.task.set_responsibles([self.group])
        self.task.revise(by=self.clerk, text="同事的")

        answer = self.post(members=[self.zhao.pk], staff=[self.clerk.acting.pk], version=1)

        rows = answer.context["theirs"]
        self.assertIn(("责任人", "提案工作组", "赵云（某厂厂长）、李梅"), rows)
        self.assertEqual(self.named(self.task), ["提案工作组"])


class SubmitTests(ResponsibleCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.address = reverse("plans:act", args=[cls.plan.pk, "submit"])

    def send(self, **data):
        return self.client.post(self.address, {"version": 1, "on": "2004-05-12", **data})

    def status(self):
        return AnnualPlan.objects.get().status

    def test_who_has_left_is_named_with_the_task_and_the_sender_confirms(self):
        gone = make_membership(township=self.township, name="周平", left_on=date(2004, 5, 11))
        over = self.colleague(name="周正", last_on=date(2004, 5, 11))
        stopped = self.colleague(name="周停", is_stopped=True, last_on=date(2005, 1, 1))
        self.task.set_responsibles([self.zhao, gone, over, stopped, self.group])

        page = self.client.get(self.address)
        refused = self.send()

        told = ["周平（2004年5月11日离任）", "周正（2004年5月11日离任）", "周停（账号已停用）"]
        departed = [f"{one}（{one.departure}）" for one in page.context["form"].departed]
        self.assertEqual(departed, told)
        link = f'<a href="{reverse("plans:task_edit", args=[self.task.pk])}">每季度集中学习一次</a>'
        for one in told:
            self.assertContains(page, f"<li>{one}：{link}</li>", html=True)
        self.assertEqual(
            refused.context["form"].errors, {"has_checked": ["请先改选责任人，或勾选这一项。"]}
        )
        self.assertEqual(self.status(), Status.DRAFT)

        self.assertRedirects(self.send(has_checked="on"), self.plan.get_absolute_url())
        self.assertEqual(self.status(), Status.SUBMITTED)

    def test_on_the_last_day_nobody_has_left(self):
        leaving = make_membership(township=self.township, name="周平", left_on=DAY)
        over = self.colleague(last_on=DAY)
        self.task.set_responsibles([leaving, over])

        page = self.client.get(self.address)

        self.assertNotContains(page, "以下责任人已离任")
        self.assertNotIn("has_checked", page.context["form"].fields)
        self.send()
        self.assertEqual(self.status(), Status.SUBMITTED)

    def test_who_left_and_stands_in_another_plan_disturbs_nobody(self):
        gone = make_membership(township=self.township, name="周平", left_on=date(2004, 5, 11))
        other = make_plan(township=self.township, year=2003)
        make_task(section=make_section(plan=other)).set_responsibles([gone])

        self.assertNotContains(self.client.get(self.address), "周平")

    def test_three_who_left_cost_what_one_costs(self):
        costs = []
        for place in (2, 3, 4):
            gone = make_membership(township=self.township, left_on=date(2004, 5, 11))
            self.task.set_responsibles([gone])
            with counted_queries() as queries:
                page = self.client.get(self.address)
            costs.append(len(queries))
            self.task = make_task(section=self.section, position=place)

        self.assertEqual(len(page.context["form"].departed), 3)
        self.assertEqual(costs, [costs[0]] * 3)
