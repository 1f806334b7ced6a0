"""Moves and edits: one of two people wins, the other is told, and every act leaves its rows."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase

from activities.models import Activity
from activities.workflow import Status
from counties.roles import Role
from cppcc.audit import AuditEvent
from cppcc.workflow import StaleRecordError
from plans.models import AnnualPlan
from tests.factories import make_activity, make_township, make_user


class AdvanceTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF, name="李梅")
        cls.township = cls.clerk.acting.township
        cls.activity = make_activity(township=cls.township, status=Status.PLANNED)

    def test_a_move_leaves_its_event_and_its_audit_row(self):
        self.activity.hold(by=self.clerk, on=date(2004, 4, 8), record_text="三人到会。")

        self.activity.refresh_from_db()
        self.assertEqual((self.activity.status, self.activity.version), (Status.HELD, 2))
        self.assertEqual(
            list(self.activity.events.values_list("action", "actor_name", "on", "decided_by")),
            [("hold", "李梅", date(2004, 4, 8), "")],
        )
        self.assertEqual(
            list(AuditEvent.objects.values_list("action", "actor_id", "object_id", "succeeded")),
            [("hold", self.clerk.pk, self.activity.pk, True)],
        )

    def test_the_second_of_two_people_is_told(self):
        seen_by_a_colleague = Activity.objects.get(pk=self.activity.pk)
        self.activity.notify(by=self.clerk)

        with self.assertRaises(StaleRecordError):
            seen_by_a_colleague.cancel(by=self.clerk, note="下雨")

    def test_a_move_from_a_page_that_is_out_of_date_is_refused(self):
        self.activity.revise(by=self.clerk, theme="改了主题")

        with self.assertRaises(StaleRecordError):
            self.activity.notify(by=self.clerk, version=1)

    def test_an_edit_of_what_a_colleague_has_just_changed_is_refused(self):
        seen_by_a_colleague = Activity.objects.get(pk=self.activity.pk)
        self.activity.revise(by=self.clerk, theme="第一个人改的")

        with self.assertRaises(StaleRecordError):
            seen_by_a_colleague.revise(by=self.clerk, theme="第二个人改的")

        self.activity.refresh_from_db()
        self.assertEqual(self.activity.theme, "第一个人改的")

    def test_the_clerk_of_another_township_may_not(self):
        stranger = make_user(role=Role.STAFF, township=make_township(county=self.township.county))

        with self.assertRaises(PermissionDenied):
            self.activity.notify(by=stranger)
        self.assertEqual(self.activity.actions_for(stranger), [])


class OnBehalfTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF, name="李梅")
        township = cls.clerk.acting.township
        cls.plan = AnnualPlan.objects.create(
            county=township.county, township=township, year=2004, title="计划", status="submitted"
        )

    def test_a_step_entered_for_a_leader_names_the_leader(self):
        with self.assertRaises(ValidationError):
            self.plan.approve(by=self.clerk)

        self.plan.approve(by=self.clerk, decided_by="陈国安")

        self.assertEqual(
            list(self.plan.events.values_list("actor_name", "decided_by")), [("李梅", "陈国安")]
        )

    def test_the_leader_decides_without_naming_anybody(self):
        leader = make_user(role=Role.LEADER, township=self.plan.township, name="陈国安")

        self.plan.approve(by=leader)

        self.assertEqual(
            list(self.plan.events.values_list("actor_name", "decided_by")), [("陈国安", "")]
        )
