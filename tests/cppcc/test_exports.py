"""Lists as files: the same rows as on the screen, text as text, and a row in the audit trail."""

import csv
import io
from datetime import date

from django.test import TestCase
from django.urls import reverse
from openpyxl import load_workbook

from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from members.models import Member
from plans.models import AnnualPlan, WorkGroup
from tests.factories import (
    make_activity,
    make_county,
    make_follow_up,
    make_group,
    make_incentive,
    make_line,
    make_membership,
    make_old_paper,
    make_plan,
    make_proposal,
    make_suggestion,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

EVIL = "=1+1"


class ExportTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.staff = make_user(role=Role.STAFF, township=cls.township)

    def setUp(self):
        self.client.force_login(self.staff)

    def member(self, name="赵云", **fields):
        person = Member.objects.create(county=self.county, name=name, phone="13812341234")
        return make_membership(township=self.township, member=person, **fields)

    def csv(self, address: str, **query) -> list[list[str]]:
        body = self.client.get(address, {"export": "csv", **query}).content
        self.assertTrue(body.startswith(b"\xef\xbb\xbf"))
        return list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))

    def xlsx(self, address: str, **query):
        body = self.client.get(address, {"export": "xlsx", **query}).content
        return load_workbook(io.BytesIO(body)).active

    def test_the_filter_of_the_screen_holds_and_all_pages_are_there(self):
        for number in range(35):
            self.member(name=f"赵{chr(0x4E00 + number)}", post="厂长")
        self.member(name="肖阳", post="店长")
        page = reverse("members:index")

        self.assertEqual(len(self.csv(page, page=2)), 37)
        self.assertEqual([row[1] for row in self.csv(page, q="店长")], ["姓名", "肖阳"])
        self.assertEqual([cell.value for cell in self.xlsx(page, q="店长")["B"]], ["姓名", "肖阳"])

    def test_a_cell_that_begins_like_a_formula_does_nothing(self):
        evil = ["=1+1", "+1", "-1", "@SUM(A1)"]
        for post in evil:
            self.member(name="赵云", post=post)
        page = reverse("members:index")

        self.assertEqual([row[7] for row in self.csv(page)[1:]], [f"'{post}" for post in evil])
        cells = self.xlsx(page)["H"][1:]
        self.assertEqual(
            [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells],
            [(post, "s", True) for post in evil],
        )

    def test_each_role_takes_away_what_it_may_read(self):
        self.member()
        page = reverse("members:index")
        self.assertIn("13812341234", str(self.csv(page)))
        for role in (Role.LEADER, Role.MEMBER):
            self.client.force_login(make_user(role=role, township=self.township))
            with self.subTest(role):
                told = str(self.csv(page))
                self.assertIn("138****1234", told)
                for private in ("13812341234", "出生年月", "委员编号"):
                    self.assertNotIn(private, told)

    def test_every_export_is_in_the_audit_trail(self):
        self.member()

        self.csv(reverse("members:index"), q="赵")

        row = AuditEvent.objects.latest("pk")
        self.assertEqual((row.action, row.actor_id), ("export", self.staff.pk))
        self.assertEqual(
            row.detail,
            {
                "list": "2004年委员名册",
                "kind": "csv",
                "rows": "1",
                "filter": "q=%E8%B5%B5",
                "has_phones": "True",
            },
        )

    def test_an_unknown_kind_is_the_page(self):
        response = self.client.get(reverse("members:index"), {"export": "exe"})

        self.assertTemplateUsed(response, "members/index.html")

    def test_every_list_can_be_taken_away_with_as_many_queries_for_more_rows(self):
        task = make_task()
        plan = task.section.plan
        lists = {
            "activities:index": lambda: make_activity(township=self.township, theme=EVIL),
            "proposals:index": lambda: make_proposal(
                township=self.township, status="filed", title=EVIL
            ),
            "proposals:suggestions": lambda: make_suggestion(township=self.township, title=EVIL),
            "activities:ledger": lambda: make_line("honours", township=self.township, title=EVIL),
            "plans:index": lambda: make_plan(
                township=self.township, title=EVIL, year=2004 + AnnualPlan.objects.count()
            ),
            "plans:groups": lambda: make_group(
                head=self.member(), name=EVIL + "组" * WorkGroup.objects.count()
            ),
            "plans:incentives": lambda: make_incentive(membership=self.member(), document=EVIL),
            "proposals:followups": lambda: make_follow_up(township=self.township, title=EVIL),
            "archive:index": lambda: make_old_paper(township=self.township, title=EVIL),
        }
        for route, make in lists.items():
            page = reverse(route, args=["honours"] if route.endswith("ledger") else [])
            counts = []
            for rows in (1, 2):
                make()
                with self.subTest(route), counted_queries() as queries:
                    cells = self.csv(page)
                self.assertEqual(len(cells), rows + 1)
                self.assertIn("'=1+1", cells[1])
                counts.append(len(queries))
            self.assertEqual(counts[0], counts[1], route)
        self.client.force_login(make_user(role=Role.STAFF, township=plan.township))
        self.assertEqual(self.csv(plan.get_absolute_url())[1][1], "每季度集中学习一次")

    def test_the_board_and_the_accounts_can_be_taken_away(self):
        self.member()
        officer = make_user(role=Role.COUNTY, county=self.county, name="黄强")
        make_user(role=Role.LEADER, township=self.township, name="陈国安")

        board = self.csv(reverse("summaries:board"))
        self.client.force_login(officer)
        accounts = self.csv(reverse("accounts:index"))

        self.assertEqual(
            board[0],
            [
                *("委员", "集中学习（应4次）", "提案（应2件）", "接受走访（应1次）"),
                *("帮扶对象（应1户）", "还差什么"),
            ],
        )
        self.assertEqual(board[1][:5], ["赵云", "0", "0", "0", "0"])
        self.assertEqual(
            [row[:2] for row in accounts[1:]],
            [["张三", "联工委工作人员"], ["陈国安", "镇党委领导"]],
        )

    def test_the_countys_table_can_be_taken_away(self):
        self.client.force_login(make_user(role=Role.COUNTY, county=self.county))

        told = self.csv(reverse("desk:overview"))

        self.assertEqual([row[0] for row in told], ["乡镇", "清溪镇", "全县"])
