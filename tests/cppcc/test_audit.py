"""The audit trail is only ever added to, whoever asks."""

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import audit
from cppcc.audit import AuditEvent
from tests.factories import make_activity, make_township, make_user


class AppendOnlyTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        audit.record("look", by=cls.clerk, target=cls.clerk.acting.township, fields="theme")

    def refused(self, statement: str) -> str:
        with self.assertRaises(DatabaseError) as refusal, transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(statement)
        return str(refusal.exception).splitlines()[0]

    def test_not_even_the_owner_of_the_tables_changes_or_deletes_a_row(self):
        for statement in (
            "UPDATE cppcc_auditevent SET action = 'nothing'",
            "DELETE FROM cppcc_auditevent",
            "TRUNCATE cppcc_auditevent",
        ):
            self.assertIn("append-only", self.refused(statement))

        self.assertEqual(AuditEvent.objects.get().action, "look")

    def test_the_role_of_the_web_may_add_and_read_only(self):
        with connection.cursor() as cursor:
            cursor.execute(f'SET LOCAL ROLE "{settings.DATABASE_APP_ROLE}"')
        audit.record("look again", by=self.clerk)

        self.assertEqual(AuditEvent.objects.count(), 2)
        self.assertIn("permission denied", self.refused("DELETE FROM cppcc_auditevent"))


class RefusalTests(TestCase):
    def test_a_refusal_is_recorded_though_the_request_is_rolled_back(self):
        leader = make_user(role=Role.LEADER)
        activity = make_activity(township=leader.acting.township)
        self.client.force_login(leader)

        response = self.client.get(reverse("activities:edit", args=[activity.pk]))

        self.assertEqual(response.status_code, 403)
        event = AuditEvent.objects.get()
        self.assertEqual(
            (event.action, event.actor_id, event.succeeded, event.detail),
            ("refused", leader.pk, False, {"path": f"/activities/{activity.pk}/edit/"}),
        )

    def test_a_record_of_another_township_does_not_exist(self):
        clerk = make_user(role=Role.STAFF)
        foreign = make_activity(township=make_township(county=clerk.acting.county))
        self.client.force_login(clerk)

        self.assertEqual(self.client.get(foreign.get_absolute_url()).status_code, 404)
