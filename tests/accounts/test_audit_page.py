"""The audit trail as its administrator reads it."""

import csv
import re
from io import StringIO

from django.conf import settings
from django.test import TestCase
from django.urls import reverse

from accounts.audit_words import ACTS
from counties.roles import Role
from cppcc import audit
from cppcc.audit import AuditEvent
from tests.factories import make_plan, make_user
from tests.queries import counted_queries


class AuditPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.auditor = make_user(role=Role.AUDIT)
        cls.clerk = make_user(role=Role.STAFF, county=cls.auditor.acting.county, name="李梅")

    def setUp(self):
        self.client.force_login(self.auditor)

    def shown(self, query=""):
        page = self.client.get(reverse("accounts:audit") + query)
        return [(row["name"], row["act"], row["succeeded"]) for row in page.context["rows"]]

    def test_it_shows_the_county_s_acts_in_words_and_no_other_county_s(self):
        audit.record("enter", by=self.clerk, target=self.clerk.acting)
        audit.record("enter", by=make_user(role=Role.STAFF, name="外县的人"))

        self.assertEqual(self.shown(), [("李梅", "登记", "是")])

    def test_every_act_of_the_code_has_a_word(self):
        sources = (
            path.read_text(encoding="utf-8")
            for app in ("cppcc", "members", "plans", "activities", "proposals", "summaries", "desk")
            for path in (settings.BASE_DIR / app).rglob("*.py")
        )
        acts = {
            act
            for source in sources
            for act in re.findall(r"audit\.record(?:_all)?\(\s*\"(\w+)\"", source)
        }

        self.assertIn("view_person", acts)
        self.assertEqual(acts - ACTS.keys(), set())

    def test_a_move_is_called_as_on_the_record_and_a_field_as_on_its_form(self):
        plan = make_plan(township=self.clerk.acting.township)
        audit.record("submit", by=self.clerk, target=plan)
        audit.record("revise", by=self.clerk, target=self.clerk.acting.township, fields="phone")

        page = self.client.get(reverse("accounts:audit"))

        self.assertEqual(
            [(row["act"], row["kind"], row["detail"]) for row in page.context["rows"]],
            [("修改", "乡镇", "栏目：办公电话"), ("送审", "年度计划", "")],
        )

    def test_it_is_filtered_by_person_act_day_and_failure(self):
        audit.record("enter", by=self.clerk)
        audit.record("refused", by=self.clerk, succeeded=False)
        audit.record("enter", by=self.auditor)

        self.assertEqual(self.shown("?name=李梅&action=enter"), [("李梅", "登记", "是")])
        self.assertEqual(self.shown("?only_failed=on"), [("李梅", "被拒绝", "否")])
        self.assertEqual(self.shown("?last=2020-01-01"), [])
        self.assertEqual(len(self.shown("?first=2020-01-01")), 3)

    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        counts = []
        for rows in (1, 3):
            while AuditEvent.objects.count() < rows:
                audit.record("enter", by=self.clerk)
            with counted_queries() as queries:
                self.assertEqual(len(self.shown()), rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])

    def test_the_export_is_plain_text_for_a_spreadsheet_and_leaves_a_row(self):
        audit.record(
            "enter", by=make_user(role=Role.STAFF, county=self.clerk.acting.county, name="=1+1")
        )

        response = self.client.post(reverse("accounts:audit_export"))

        rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
        self.assertEqual([row[1] for row in rows], ["姓名", "'=1+1"])
        self.assertEqual(AuditEvent.objects.get(action="export_audit").detail, {"rows": "1"})
