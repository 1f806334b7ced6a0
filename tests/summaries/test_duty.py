"""The duty file: derived from the figures registry, each number with its records, gated."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from activities.models import Article, Attendance
from counties.roles import Role
from cppcc import clock, figures, periods
from cppcc.audit import AuditEvent
from cppcc.documents.words import text_of
from proposals.models import Cosigner
from proposals.workflow import Status
from summaries import duty
from summaries.documents.duty import duty_document
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_line,
    make_membership,
    make_proposal,
    make_suggestion,
    make_term,
    make_township,
    make_user,
)
from tests.queries import counted_queries

TODAY = date(2004, 12, 16)
PRESENT, EXCUSED, ABSENT = (Attendance.Status(s) for s in ("present", "excused", "absent"))


class DutyCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(TODAY))
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.user = make_user(role=Role.MEMBER, township=cls.township)
        cls.zhao = make_membership(township=cls.township, user=cls.user)
        cls.xiao = make_membership(township=cls.township, name="肖阳")

    def attend(self, status, feeds="study", on=date(2004, 4, 8), who=None, **fields):
        activity = make_activity(township=self.township, feeds=feeds, on=on, theme=f"{feeds}{on}")
        return make_attendance(
            activity=activity, membership=who or self.zhao, status=status, **fields
        )

    def file(self, user=None, *, whole=False, year=2004, membership=None):
        membership = membership or self.zhao
        spans = duty.periods_of(membership, TODAY)
        told = duty.told_of(spans, year, whole=whole)
        return duty.file_of(membership, spans, told, user or self.clerk)

    def numbers(self, file, period="2004年") -> dict:
        """Every number of the file that is not nothing, by its name."""
        return {
            number.name: shown
            for chapter in file.chapters
            for number in chapter.numbers
            for name, shown, _ in number.cells
            if name == period and shown not in ("0", "—")
        }


class FileTests(DutyCase):
    def make_year(self):
        """A year of 赵云, counted by hand below; the same of 肖阳 must change nothing."""
        self.attend(PRESENT)
        self.attend(EXCUSED, on=date(2004, 7, 8), leave_reason="出差")
        self.attend(ABSENT, "inspection", on=date(2004, 9, 8))
        self.attend(PRESENT, "inspection", on=date(2003, 9, 8))
        first = make_proposal(proposer=self.zhao, status=Status.FILED)
        joint = make_proposal(proposer=self.xiao, status=Status.SUBMITTED, title="关于路灯的建议")
        for proposal, signer in ((joint, self.zhao), (first, self.xiao)):
            Cosigner.objects.create(county=self.county, proposal=proposal, membership=signer)
        visit = make_line("visits", membership=self.zhao)
        make_suggestion(township=self.township, visit=visit)
        for key in ("notes", "contacts", "pairings", "engagements", "honours"):
            make_line(key, membership=self.zhao)
            make_line(key, membership=self.xiao)
        make_line("honours", membership=self.zhao, is_award=False, title="捐资修路")

    def test_every_number_is_what_a_hand_counts(self):
        self.make_year()

        self.assertEqual(
            self.numbers(self.file()),
            {
                "帮扶对象": "1",
                "荣誉": "1",
                "事迹": "1",
                "受聘职务": "1",
                "出席活动": "1",
                "请假": "1",
                "缺席": "1",
                "出席率": "50",
                "集中学习": "1",
                "学习笔记": "1",
                "接受走访": "1",
                "联系群众": "1",
                "提案": "1",
                "联名提案": "1",
                "提案立案": "1",
                "意见建议": "2",
            },
        )

    def test_the_years_and_the_term_stand_beside_each_other(self):
        self.make_year()

        attended = next(one for one in self.file().chapters if one.title == "出席").numbers
        cells = {one.name: [(period, shown) for period, shown, _ in one.cells] for one in attended}

        self.assertEqual(cells["出席活动"], [("2003年", "1"), ("2004年", "1"), ("本届", "2")])
        self.assertEqual(cells["出席率"], [("2003年", "100"), ("2004年", "50"), ("本届", "66")])

    def test_the_records_stand_below_with_leave_apart(self):
        self.make_year()

        attended = next(one for one in self.file().chapters if one.title == "出席").entries

        self.assertEqual(
            [(one.on, one.text, one.counted_in) for one in attended],
            [
                (date(2004, 4, 8), "出席：study2004-04-08", ("出席活动", "集中学习")),
                (date(2004, 7, 8), "请假（出差）：study2004-07-08", ("请假",)),
                (date(2004, 9, 8), "缺席：inspection2004-09-08", ("缺席",)),
            ],
        )

    def test_a_joint_proposal_stands_beside_the_own_ones(self):
        self.make_year()

        chapter = next(one for one in self.file().chapters if one.title == "提案")

        self.assertEqual(
            [(one.text, one.counted_in) for one in chapter.entries],
            [
                ("《关于整修里公路的建议》（已立案）", ("提案", "提案立案")),
                ("《关于路灯的建议》（已提交）", ("联名提案",)),
            ],
        )

    def test_the_whole_term_lists_the_records_of_all_its_years(self):
        self.make_year()

        entries = next(one for one in self.file(whole=True).chapters if one.title == "出席").entries

        self.assertEqual([one.on.year for one in entries], [2003, 2004, 2004, 2004])

    def test_a_new_record_joins_when_a_figure_for_it_is_registered(self):
        self.assertNotIn("宣传稿件", [*self.file().blank])
        make_line("articles", township=self.township)
        figure = figures.Figure(
            key="articles_of_a_member",
            name="委员宣传稿件数",
            unit="篇",
            explanation="测试用。",
            records=Article.objects.within,
            paths={"member": "township__membership"},
        )
        figures.register(figure)
        self.addCleanup(figures.REGISTRY.pop, figure.key)

        chapter = next(one for one in self.file().chapters if one.title == "宣传稿件")

        self.assertEqual(self.numbers(self.file()), {"委员宣传稿件数": "1"})
        self.assertEqual(
            [one.text for one in chapter.entries], ["《清溪镇委员视察污水处理》（宜县日报）"]
        )

    def test_what_is_missing_is_named_in_one_line(self):
        self.attend(PRESENT)

        file = self.file()

        self.assertEqual([one.title for one in file.chapters], ["出席"])
        self.assertEqual(
            file.blank,
            ("帮扶", "事迹与荣誉", "聘任", "学习笔记", "走访", "联系群众", "提案", "建议条目"),
        )

    def test_the_file_ends_with_the_term_or_the_service(self):
        left = make_membership(
            township=self.township, joined_on=date(2003, 5, 1), left_on=date(2003, 9, 1)
        )
        old = make_membership(
            township=self.township,
            term=make_term(
                county=self.county,
                name="第五届",
                first_on=date(1998, 1, 1),
                last_on=date(2002, 12, 31),
            ),
            joined_on=date(2001, 3, 1),
        )

        names = [[one.name for one in duty.periods_of(who, TODAY)] for who in (left, old)]

        self.assertEqual(names, [["2003年", "本届"], ["2001年", "2002年", "本届"]])
        self.assertEqual(
            duty.told_of(duty.periods_of(old, TODAY), 2004, whole=False).name, "2002年"
        )

    def test_the_paper_has_the_same_numbers_and_records(self):
        self.make_year()

        text = text_of(duty_document(self.file(), TODAY))

        for words in (
            "赵云",
            "一、帮扶",
            "请假（次）",
            "请假（出差）：study2004-07-08",
            "联名提案",
        ):
            self.assertIn(words, text)
        self.assertTrue(text.endswith("清溪镇政协联工委\n2004年12月16日"))


class PageTests(DutyCase):
    def get(self, name="duty", membership=None, **query):
        address = reverse(f"summaries:{name}", args=[(membership or self.zhao).pk])
        return self.client.get(address, query)

    def test_each_number_leads_to_as_many_records(self):
        self.attend(PRESENT)
        self.attend(PRESENT, on=date(2004, 5, 8))
        self.client.force_login(self.user)

        chapter = self.get().context["file"].chapters[0]
        _, shown, url = next(n for n in chapter.numbers if n.name == "出席活动").cells[1]

        self.assertEqual(shown, "2")
        self.assertEqual(len(self.client.get(url).context["page"].object_list), 2)
        self.assertContains(self.get(), url.replace("&", "&amp;"))

    def test_a_member_opens_the_own_file_and_no_colleagues(self):
        self.client.force_login(self.user)

        self.assertEqual(self.get().status_code, 200)
        self.assertEqual(self.get(membership=self.xiao).status_code, 403)
        own = self.client.get(reverse("summaries:duty_own"))
        self.assertRedirects(own, reverse("summaries:duty", args=[self.zhao.pk]))

    def test_a_record_the_reader_may_not_see_is_counted_and_not_listed(self):
        neighbour = make_membership(township=make_township(county=self.county), name="何耒")
        theirs = make_proposal(proposer=neighbour, status=Status.SUBMITTED, title="邻镇的提案")
        Cosigner.objects.create(county=self.county, proposal=theirs, membership=self.zhao)

        seen = {
            who: [one.text for one in self.file(user).chapters[0].entries]
            for who, user in (("clerk", self.clerk), ("member", self.user))
        }

        self.assertEqual(seen, {"clerk": [], "member": ["《邻镇的提案》（已提交）"]})
        self.assertEqual(self.numbers(self.file()), {"联名提案": "1"})

    def test_opening_and_downloading_it_leaves_a_trace(self):
        self.client.force_login(self.clerk)

        self.get()
        self.assertEqual(self.get("duty_paper").status_code, 200)
        pdf, docx = self.get("duty_pdf", period="term"), self.get("duty_docx")

        self.assertEqual(pdf.content[:5], b"%PDF-")
        self.assertEqual(docx.content[:2], b"PK")
        rows = AuditEvent.objects.filter(object_type="members.membership").order_by("pk")
        self.assertEqual(
            list(rows.values_list("action", "object_id")),
            [
                (action, self.zhao.pk)
                for action in ("view_duty_file", "view_duty_file", "download_pdf", "download_docx")
            ],
        )

    def test_the_number_of_queries_does_not_grow_with_the_records(self):
        self.client.force_login(self.clerk)
        counts = []
        for rows in (1, 3):
            while self.zhao.attendances.count() < rows:
                made = self.zhao.attendances.count()
                self.attend(PRESENT, on=date(2004, 4 + made, 8))
                make_proposal(proposer=self.zhao, status=Status.SUBMITTED)
                for key in ("visits", "notes", "contacts", "pairings", "honours", "engagements"):
                    make_line(key, membership=self.zhao)
            with counted_queries() as queries:
                file = self.get().context["file"]
            self.assertEqual([len(one.entries) for one in file.chapters], [rows] * 8)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])


class PeriodTests(DutyCase):
    def test_several_periods_are_counted_in_one_query(self):
        self.attend(PRESENT, on=date(2004, 2, 8))
        self.attend(PRESENT, on=date(2004, 12, 8), who=self.xiao)
        quarters = [(one.first, one.last) for one in periods.quarters(2004)]
        members = [self.zhao.pk, self.xiao.pk]

        with self.assertNumQueries(1):
            counted = figures.REGISTRY["present"].in_periods("member", members, quarters)

        self.assertEqual([list(of.values()) for of in counted], [[1, 0], [0, 0], [0, 0], [0, 1]])
        self.assertEqual(
            figures.REGISTRY["attendance_rate"].in_periods("member", members, quarters)[3],
            {self.zhao.pk: None, self.xiao.pk: 100},
        )
        self.assertEqual(figures.REGISTRY["present"].in_periods("member", [], quarters), [{}] * 4)
