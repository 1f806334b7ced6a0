"""The obligation board: who still lacks what, by the county's targets; nobody is ranked."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from activities.models import Attendance
from counties.models import Target
from counties.roles import Role
from cppcc import clock
from members.models import Membership
from proposals.workflow import Status
from summaries.obligations import board
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_line,
    make_membership,
    make_proposal,
    make_township,
    make_user,
)
from tests.queries import counted_queries

PRESENT = Attendance.Status.PRESENT


class BoardCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.zhao = make_membership(township=cls.township)
        cls.xiao = make_membership(township=cls.township, name="肖阳")
        cls.studies = [
            make_activity(township=cls.township, on=date(2004, month, 8)) for month in (2, 5, 8, 11)
        ]

    def attend(self, membership, *quarters, status=PRESENT):
        for quarter in quarters:
            make_attendance(
                activity=self.studies[quarter - 1], membership=membership, status=status
            )

    def board(self, on, year=2004):
        members = Membership.objects.filter(township=self.township).for_list()
        return board(self.township, members, year, on)

    def row(self, on, name="赵云"):
        return next(row for row in self.board(on).rows if str(row.membership) == name)

    def shown(self, row) -> dict:
        return {cell.duty.name: (cell.shown, cell.tone) for cell in row.cells}


class CountTests(BoardCase):
    def test_the_columns_are_the_countys_targets_of_a_member(self):
        self.assertEqual(
            [(duty.name, duty.target, duty.unit) for duty in self.board(date(2004, 6, 1)).duties],
            [
                ("集中学习", 4, "次"),
                ("提案", 2, "件"),
                ("接受走访", 1, "次"),
                ("帮扶对象", 1, "户"),
            ],
        )

        Target.objects.filter(county=self.county, figure="proposals").update(number=3)
        Target.objects.filter(county=self.county, figure="visits").delete()

        self.assertEqual(
            [(duty.name, duty.target) for duty in self.board(date(2004, 6, 1)).duties],
            [("集中学习", 4), ("提案", 3), ("帮扶对象", 1)],
        )

    def test_what_is_lacking_is_said_in_words(self):
        self.attend(self.zhao, 1, 2, 3, 4)
        make_proposal(proposer=self.zhao, status=Status.SUBMITTED)
        make_line("pairings", membership=self.zhao)

        row = self.row(date(2004, 12, 16))

        self.assertEqual(row.lacks, ["还差提案1件", "还差接受走访1次"])
        self.assertEqual(
            self.shown(row),
            {
                "集中学习": ("4/4", "done"),
                "提案": ("1/2", ""),
                "接受走访": ("0/1", ""),
                "帮扶对象": ("1/1", "done"),
            },
        )
        self.assertEqual(row.cells[1].title, "提案1件，应2件，还在年内，还差提案1件")

    def test_with_the_year_over_what_is_lacking_is_not_reached(self):
        self.attend(self.zhao, 1, 2, 3, 4)

        row = self.row(date(2005, 1, 1))

        self.assertEqual([cell.tone for cell in row.cells], ["done", "late", "late", "late"])
        self.assertEqual(row.cells[1].title, "提案0件，应2件，未达标，还差提案2件")

    def test_a_study_is_owed_in_every_quarter(self):
        self.attend(self.zhao, 1)
        extra = make_activity(township=self.township, on=date(2004, 1, 20))
        make_attendance(activity=extra, membership=self.zhao)

        tones = {
            on.month: self.row(on).cells[0].tone for on in (date(2004, 6, 30), date(2004, 7, 1))
        }

        self.assertEqual(tones, {6: "", 7: "soon"})
        self.assertEqual(self.row(date(2004, 7, 1)).lacks[0], "还差第二、三、四季度集中学习")

    def test_four_studies_in_one_quarter_are_not_one_in_each(self):
        for day in (1, 2, 3, 4):
            study = make_activity(township=self.township, on=date(2004, 1, day))
            make_attendance(activity=study, membership=self.zhao)

        cell = self.row(date(2005, 1, 1)).cells[0]

        self.assertEqual((cell.shown, cell.tone), ("4/4", "late"))
        self.assertEqual(cell.lack, "还差第二、三、四季度集中学习")

    def test_leave_is_no_study(self):
        self.attend(self.zhao, 1, status=Attendance.Status.EXCUSED)

        self.assertEqual(self.row(date(2004, 4, 1)).cells[0].shown, "0/4")

    def test_who_came_late_owes_only_the_quarters_of_the_service(self):
        make_membership(township=self.township, name="何耒", joined_on=date(2004, 8, 1))

        cell = self.row(date(2004, 12, 16), "何耒").cells[0]

        self.assertEqual((cell.shown, cell.lack), ("0/2", "还差第三、四季度集中学习"))

    def test_all_members_cost_as_many_queries_as_one(self):
        counts = []
        for rows in (2, 20):
            while Membership.objects.filter(township=self.township).count() < rows:
                make_membership(township=self.township)
            with counted_queries() as queries:
                self.assertEqual(len(self.board(date(2004, 6, 1)).rows), rows)
            counts.append(len(queries))

        self.assertEqual(counts, [7, 7])  # the members, two for targets, each of four figures


class PageTests(BoardCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.neighbour = make_township(county=cls.county, name="锦江镇")
        cls.theirs = make_membership(township=cls.neighbour, name="何耒")

    def names(self, user, **query) -> list[str] | None:
        self.client.force_login(user)
        context = self.client.get(reverse("summaries:board"), query).context
        found = context.get("board")
        return [str(row.membership) for row in found.rows] if found else None

    def test_each_role_sees_its_part_in_the_order_of_names(self):
        member = make_user(role=Role.MEMBER, township=self.township)
        self.zhao.member.user = member
        self.zhao.member.save()
        staff = make_user(role=Role.STAFF, township=self.township)
        leader = make_user(role=Role.LEADER, township=self.township)
        officer = make_user(role=Role.COUNTY, county=self.county)
        unit = make_user(role=Role.UNIT, county=self.county)

        self.assertEqual(self.names(staff), ["肖阳", "赵云"])
        self.assertEqual(self.names(member), ["赵云"])
        self.assertEqual(self.names(leader), [])
        self.assertEqual(self.names(unit), None)
        self.assertEqual(self.names(officer), None)
        self.assertEqual(self.names(officer, township=self.neighbour.pk), ["何耒"])
        self.assertEqual(self.names(staff, township=self.neighbour.pk), ["肖阳", "赵云"])

    def test_a_number_leads_to_its_records_and_a_name_to_the_file(self):
        self.attend(self.zhao, 1, 2)
        self.client.force_login(make_user(role=Role.STAFF, township=self.township))

        page = self.client.get(reverse("summaries:board"))
        cell = next(row for row in page.context["board"].rows if row.membership == self.zhao).cells[
            0
        ]

        self.assertEqual(cell.shown, "2/4")
        self.assertEqual(len(self.client.get(cell.url).context["page"].object_list), 2)
        self.assertContains(page, reverse("summaries:duty", args=[self.zhao.pk]))
        self.assertContains(page, "集中学习2次，应4次，慢于进度，还差第三、四季度集中学习")

    def test_the_page_costs_as_much_for_three_as_for_one(self):
        self.client.force_login(make_user(role=Role.STAFF, township=self.township))
        Membership.objects.filter(pk=self.xiao.pk).update(left_on=date(2003, 12, 31))
        counts = []
        for rows in (1, 3):
            while len(self.board(date(2004, 12, 16)).rows) - 1 < rows:
                make_membership(township=self.township)
            with counted_queries() as queries:
                page = self.client.get(reverse("summaries:board"))
            self.assertEqual(len(page.context["board"].rows), rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])
