"""The road of a plan: 起草 → 送审 → 审定 → 已报县 → 已公布, and the ways back."""

from datetime import date

from django.core.exceptions import ValidationError
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc.audit import AuditEvent
from cppcc.order import Direction
from cppcc.records import NoteForm
from cppcc.workflow import StaleRecordError
from plans.forms.act import ACTION_FORMS
from plans.models import AnnualPlan, PlanSection, PlanTask
from plans.workflow import STEPS, TRANSITIONS, Action, Party, Status
from tests.factories import (
    make_activity,
    make_line,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)


class TableTests(SimpleTestCase):
    def test_every_action_has_a_rule_a_verb_and_a_form(self):
        self.assertEqual(set(TRANSITIONS), set(Action))
        self.assertEqual(set(ACTION_FORMS), set(Action))
        for action in Action:
            self.assertTrue(callable(getattr(AnnualPlan, action)), action)

    def test_a_plan_that_goes_back_says_why(self):
        asking_why = {one for one, form in ACTION_FORMS.items() if issubclass(form, NoteForm)}

        self.assertEqual(asking_why, {Action.SEND_BACK, Action.RETURN, Action.WITHDRAW})

    def test_every_state_lies_on_the_road(self):
        self.assertEqual({*STEPS, Status.WITHDRAWN}, set(Status))


class RoadTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        county = cls.township.county
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.leader = make_user(role=Role.LEADER, township=cls.township, name="陈国安")
        cls.officer = make_user(role=Role.COUNTY, county=county, name="黄强")
        cls.member = make_user(role=Role.MEMBER, township=cls.township)
        cls.plan = make_plan(township=cls.township)

    def events(self):
        return list(self.plan.events.values_list("action", "actor_name", "decided_by", "on"))

    def test_the_road_from_the_desk_to_the_public(self):
        self.plan.submit(by=self.clerk, on=date(2003, 12, 20))
        self.plan.approve(by=self.leader, on=date(2003, 12, 25))
        self.plan.report(by=self.clerk, on=date(2003, 12, 28))
        self.plan.publish(by=self.clerk, on=date(2004, 1, 5))

        self.plan.refresh_from_db()
        self.assertEqual((self.plan.status, self.plan.version), (Status.PUBLISHED, 5))
        self.assertEqual(
            self.events(),
            [
                ("submit", "李梅", "", date(2003, 12, 20)),
                ("approve", "陈国安", "", date(2003, 12, 25)),
                ("report", "李梅", "", date(2003, 12, 28)),
                ("publish", "李梅", "", date(2004, 1, 5)),
            ],
        )

    def test_the_office_enters_the_leaders_approval_with_the_leaders_name(self):
        self.plan.submit(by=self.clerk)

        with self.assertRaises(ValidationError) as caught:
            self.plan.approve(by=self.clerk)
        self.plan.approve(by=self.clerk, decided_by="陈国安", on=date(2003, 12, 25))

        self.assertEqual(list(caught.exception.message_dict), ["decided_by"])
        self.assertEqual(self.events()[0], ("approve", "李梅", "陈国安", date(2003, 12, 25)))

    def test_the_committee_sends_back_and_the_draft_can_be_edited_again(self):
        self.plan.submit(by=self.clerk)

        self.plan.send_back(by=self.leader, note="目标太低")

        self.assertTrue(self.plan.is_editable_by(self.clerk))
        self.assertEqual(self.plan.latest_return.note, "目标太低")

    def test_the_county_returns_and_the_approval_no_longer_holds(self):
        self.plan.submit(by=self.clerk)
        self.plan.approve(by=self.leader, on=date(2003, 12, 25))
        self.assertEqual(self.plan.approval.on, date(2003, 12, 25))
        self.plan.report(by=self.clerk)

        self.plan.return_plan(by=self.officer, note="缺视察任务")

        self.assertEqual(self.plan.status, Status.DRAFT)
        self.assertIsNone(self.plan.approval)
        self.assertEqual(self.plan.latest_return.note, "缺视察任务")

    def test_a_draft_that_was_never_sent_has_no_reason_to_show(self):
        self.assertIsNone(self.plan.latest_return)

    def test_the_second_of_two_people_is_told(self):
        self.plan.submit(by=self.clerk)
        seen_by_the_leader = AnnualPlan.objects.get(pk=self.plan.pk)
        self.plan.send_back(by=self.clerk, decided_by="陈国安", note="目标太低")

        with self.assertRaises(StaleRecordError):
            seen_by_the_leader.approve(by=self.leader)

    def test_who_is_who_to_a_plan(self):
        strangers = make_user(role=Role.STAFF, township=make_township(county=self.township.county))
        foreign_officer = make_user(role=Role.COUNTY)

        self.assertEqual(self.plan.parties(self.clerk), {Party.OFFICE})
        self.assertEqual(self.plan.parties(self.leader), {Party.COMMITTEE})
        self.assertEqual(self.plan.parties(self.officer), {Party.COUNTY})
        for nobody in (self.member, strangers, foreign_officer, make_user()):
            self.assertEqual(self.plan.parties(nobody), set())

    def test_buttons_are_those_of_the_state_and_the_person(self):
        people = (self.clerk, self.leader, self.officer, self.member)
        offered = {}
        for status in Status:
            self.plan.status = status
            offered[status] = [self.plan.actions_for(user) for user in people]

        self.assertEqual(
            offered,
            {
                "draft": [["submit"], [], [], []],
                "submitted": [["approve", "send_back"], ["approve", "send_back"], [], []],
                "approved": [["report"], [], [], []],
                "reported": [["publish"], [], ["return_plan"], []],
                "published": [[], [], [], []],
                "withdrawn": [[], [], [], []],
            },
        )

    def test_only_the_office_edits_and_only_until_it_is_approved(self):
        section = make_section(plan=self.plan)
        task = make_task(section=section)
        for record in (self.plan, section, task):
            self.assertTrue(record.is_editable_by(self.clerk), record)
            for user in (self.leader, self.officer, self.member):
                self.assertFalse(record.is_editable_by(user), record)

        section.plan.status = Status.SUBMITTED
        self.assertTrue(task.is_editable_by(self.clerk))
        section.plan.status = Status.APPROVED

        self.assertFalse(section.is_editable_by(self.clerk))
        self.assertFalse(task.is_editable_by(self.clerk))


class OrderTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.plan = make_plan(township=cls.clerk.acting.township)
        cls.section = make_section(plan=cls.plan)
        cls.first, cls.second, cls.third = (
            make_task(section=cls.section, position=place, text=text)
            for place, text in enumerate(("甲", "乙", "丙"), 1)
        )

    def order(self):
        return list(self.section.tasks.values_list("text", "position"))

    def test_a_task_changes_places_with_its_neighbour(self):
        self.third.move(Direction.UP, by=self.clerk)
        self.assertEqual(self.order(), [("甲", 1), ("丙", 2), ("乙", 3)])

        self.first.move(Direction.DOWN, by=self.clerk)
        self.assertEqual(self.order(), [("丙", 1), ("甲", 2), ("乙", 3)])

    def test_at_the_end_of_the_row_nothing_happens(self):
        self.first.move(Direction.UP, by=self.clerk)
        self.third.move(Direction.DOWN, by=self.clerk)

        self.assertEqual(self.order(), [("甲", 1), ("乙", 2), ("丙", 3)])

    def test_a_section_moves_with_its_tasks(self):
        other = make_section(plan=self.plan, position=2, heading="其他")

        other.move(Direction.UP, by=self.clerk)

        headings = list(self.plan.sections.values_list("heading", flat=True))
        self.assertEqual(headings, ["其他", "抓好理论学习"])

    def test_moving_does_not_disturb_who_is_editing(self):
        self.third.move(Direction.UP, by=self.clerk)

        self.third.refresh_from_db()
        self.assertEqual(self.third.version, 1)

    def test_a_gap_left_by_a_deleted_task_is_passed_over(self):
        self.second.remove(by=self.clerk, version=1)

        self.third.move(Direction.UP, by=self.clerk)

        self.assertEqual(self.order(), [("丙", 1), ("甲", 3)])

    def test_a_task_that_changes_its_section_comes_last_there(self):
        other = make_section(plan=self.plan, position=2)
        make_task(section=other, position=1, text="丁")

        self.first.place_last(other)

        self.assertEqual(list(other.tasks.values_list("text", "position")), [("丁", 1), ("甲", 2)])


class ArrangeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.plan = make_plan(township=cls.clerk.acting.township)
        cls.here, cls.there = (make_section(plan=cls.plan, position=n) for n in (1, 2))
        cls.tasks = {
            text: make_task(section=section, position=place, text=text)
            for section, place, text in (
                (cls.here, 1, "甲"),
                (cls.here, 2, "乙"),
                (cls.here, 3, "丙"),
                (cls.there, 1, "丁"),
            )
        }

    def send(self, section, texts):
        self.client.force_login(self.clerk)
        tasks = [self.tasks[text].pk for text in texts]
        data = {"section": section.pk, "tasks": tasks}
        return self.client.post(reverse("plans:arrange", args=[self.plan.pk]), data)

    def order(self, section):
        return list(section.tasks.values_list("text", "position"))

    def test_dragged_tasks_stand_in_their_new_order(self):
        answer = self.send(self.here, "丙甲乙")

        self.assertEqual(answer.status_code, 204)
        self.assertEqual(self.order(self.here), [("丙", 1), ("甲", 2), ("乙", 3)])
        self.assertEqual(set(PlanTask.objects.values_list("version", flat=True)), {1})

    def test_a_task_is_dragged_into_another_part(self):
        self.send(self.there, "乙丁")

        self.assertEqual(self.order(self.there), [("乙", 1), ("丁", 2)])
        self.assertEqual(self.order(self.here), [("甲", 1), ("丙", 3)])

    def test_a_task_that_a_colleague_added_meanwhile_comes_behind(self):
        self.send(self.here, "丙甲")

        self.assertEqual(self.order(self.here), [("丙", 1), ("甲", 2), ("乙", 3)])

    def test_a_task_of_another_plan_cannot_be_smuggled_in(self):
        foreign = make_task(section=make_section(plan=make_plan()))
        self.tasks["外"] = foreign

        self.assertEqual(self.send(self.here, "外甲").status_code, 404)
        self.assertEqual(self.order(self.here), [("甲", 1), ("乙", 2), ("丙", 3)])


class RemoveTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.section = make_section(plan=make_plan(township=cls.township))
        cls.task = make_task(section=cls.section)

    def test_a_task_goes_with_its_days_and_people_and_leaves_an_audit_row(self):
        self.task.set_milestones([(date(2004, 3, 31), "第一季度")])
        self.task.set_responsibles([make_membership(township=self.township)])

        self.task.remove(by=self.clerk, version=1)

        self.assertEqual(PlanTask.objects.count(), 0)
        self.assertEqual(
            list(AuditEvent.objects.values_list("action", "object_type", "detail")),
            [("remove", "plans.plantask", {"text": "每季度集中学习一次"})],
        )

    def test_a_task_that_a_record_fulfils_stays_whole(self):
        self.task.set_milestones([(date(2004, 3, 31), "第一季度")])
        visited = make_section(plan=self.section.plan, position=2)
        of_visit = make_task(section=visited)
        make_activity(township=self.township, task=self.task)
        make_line("visits", membership=make_membership(township=self.township), task=of_visit)

        for task in (self.task, of_visit):
            with self.assertRaisesMessage(ValidationError, "记在这项任务名下，不能删除"):
                task.remove(by=self.clerk, version=1)

        self.assertEqual(self.task.milestones.count(), 1)
        self.assertEqual(AuditEvent.objects.count(), 0)

    def test_a_section_with_tasks_stays(self):
        with self.assertRaisesMessage(ValidationError, "这一部分里还有任务"):
            self.section.remove(by=self.clerk, version=1)

        self.task.remove(by=self.clerk, version=1)
        self.section.remove(by=self.clerk, version=1)
        self.assertEqual(PlanSection.objects.count(), 0)

    def test_what_a_colleague_has_just_edited_is_not_deleted(self):
        self.task.revise(by=self.clerk, text="改过的任务")

        with self.assertRaises(StaleRecordError):
            self.task.remove(by=self.clerk, version=1)

        self.assertEqual(PlanTask.objects.count(), 1)
