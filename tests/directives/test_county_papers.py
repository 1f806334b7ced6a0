"""Papers of the county: drafted, handed down, signed for, withdrawn or replaced."""

import io
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import SimpleTestCase, TestCase
from django.urls import reverse
from docx import Document

from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from cppcc.documents.words import text_of
from cppcc.workflow import StaleRecordError
from directives import county_papers
from directives.forms.papers import CountyPaperForm, HandDownForm, PointsField
from directives.models import CountyPaper, KeyPoint, PaperFile, Receipt
from directives.workflow import PaperAction, PaperStatus, SheetStatus
from tests.factories import (
    make_county,
    make_county_paper,
    make_paper_file,
    make_receipt,
    make_township,
    make_user,
)
from tests.queries import counted_queries
from tests.sheets import upload

TODAY = date(2004, 1, 20)
PAGE = {"cancel_url": "/"}


class Papers(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county(name="宜县", body_name="政协宜县委员会")
        cls.here = make_township(county=cls.county, name="清溪镇")
        cls.there = make_township(county=cls.county, name="石桥镇")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county, name="黄强")
        cls.clerk = make_user(role=Role.STAFF, township=cls.here, name="李梅")

    def setUp(self):
        self.enterContext(clock.at(TODAY))

    def get(self, user, page: str, *args, **query):
        self.client.force_login(user)
        return self.client.get(reverse(f"county_papers:{page}", args=args), query)

    def post(self, user, page: str, *args, **data):
        self.client.force_login(user)
        return self.client.post(reverse(f"county_papers:{page}", args=args), data)

    def told(self, response) -> list[str]:
        return [str(message) for message in response.wsgi_request._messages]


class PointsTests(SimpleTestCase):
    def points(self, text: str) -> list[tuple[str, str]]:
        return PointsField().clean(text)

    def test_a_line_is_a_point_without_the_number_it_brings_along(self):
        self.assertEqual(
            self.points(
                "1. 组织委员学习\n\n2、视察两次\n（三）走访委员\n4) 2004年底总结\n3.5公里修路"
            ),
            [
                ("", "组织委员学习"),
                ("", "视察两次"),
                ("", "走访委员"),
                ("", "2004年底总结"),
                ("", "3.5公里修路"),
            ],
        )

    def test_a_numbered_heading_gathers_the_points_below_it(self):
        self.assertEqual(
            self.points("开好全会\n一、抓学习\n1. 集中学习\n2. 自学\n二、抓视察\n视察两次"),
            [
                ("", "开好全会"),
                ("抓学习", "集中学习"),
                ("抓学习", "自学"),
                ("抓视察", "视察两次"),
            ],
        )

    def test_where_every_line_has_a_chinese_number_the_lines_are_the_points(self):
        self.assertEqual(
            self.points("一、集中学习\n二、视察两次"), [("", "集中学习"), ("", "视察两次")]
        )

    def test_a_heading_needs_points_and_words(self):
        for text, told in (
            ("一、抓学习\n二、抓视察\n视察两次", "“一、抓学习”下面还没有要点。"),
            ("视察两次\n二、抓学习", "“二、抓学习”下面还没有要点。"),
            (f"一、{'学' * 61}\n集中学习", f"“一、{'学' * 18}”这个小标题要有1到60个字。"),
        ):
            with self.assertRaises(ValidationError) as caught:
                self.points(text)
            self.assertEqual(caught.exception.messages, [told])

    def test_a_number_alone_is_no_point(self):
        for text in ("1.\n2. 集中学习", "一、集中学习\n二、", "一、抓学习\n（1）"):
            with self.subTest(text=text), self.assertRaises(ValidationError) as caught:
                self.points(text)
            self.assertEqual(
                caught.exception.messages, ["有一行只有编号，没有要点，请写完或者删去这一行。"]
            )

    def test_no_paper_has_a_hundred_headings(self):
        lines = [f"一、部分{number}\n要点{number}" for number in range(100)]
        self.assertEqual(len(self.points("\n".join(lines[1:]))), 99)

        with self.assertRaises(ValidationError) as caught:
            self.points("\n".join(lines))

        self.assertEqual(caught.exception.messages, ["小标题不能超过99个。"])

    def test_what_a_form_shows_of_stored_points_is_read_back_as_they_are(self):
        stored = [("", "开好全会"), ("抓学习", "集中学习"), ("抓视察", "视察两次")]

        shown = PointsField().prepare_value(stored)

        self.assertEqual(shown, "开好全会\n一、抓学习\n集中学习\n二、抓视察\n视察两次")
        self.assertEqual(self.points(shown), stored)


class FormTests(Papers):
    words = {
        "kind": "key_points",
        "title": "2004年工作要点",
        "number": "宜政协发〔2004〕1号",
        "dated_on": "2004-01-05",
        "year": "2004",
        "text": "请对照制定计划。",
        "points": "集中学习\n视察两次",
    }

    def form(self, user=None, instance=None, **changes):
        data = self.words | changes
        return CountyPaperForm(data, user=user or self.officer, instance=instance, **PAGE)

    def test_the_county_drafts_a_paper_with_its_points(self):
        response = self.post(self.officer, "create", **self.words)

        paper = CountyPaper.objects.get()
        self.assertRedirects(response, f"/county-papers/{paper.pk}/")
        self.assertEqual((paper.county, paper.status), (self.county, PaperStatus.DRAFT))
        self.assertEqual([one.text for one in paper.points.all()], ["集中学习", "视察两次"])

    def test_points_belong_to_key_points_and_to_nothing_else(self):
        for changes, told in (
            ({"points": ""}, {"points": ["请写要点，一条一行。"]}),
            (
                {"kind": "notice"},
                {"points": ["只有工作要点分条写要点；别的文件请写在正文里。"]},
            ),
            ({"year": "1980"}, {"year": ["请填1990年到2100年之间的年度。"]}),
            (
                {"dated_on": "0204-01-05"},
                {"dated_on": ["成文日期应在1990年到2100年之间，请核对年份。"]},
            ),
        ):
            self.assertEqual(self.form(**changes).errors, told)

    def test_only_the_county_drafts(self):
        with self.assertRaises(PermissionDenied):
            self.form(user=self.clerk)

    def test_of_two_officers_the_second_is_told_what_the_first_wrote(self):
        paper = make_county_paper(county=self.county, status=PaperStatus.DRAFT, points=["学习"])
        first = self.form(instance=CountyPaper.objects.get(pk=paper.pk), version=1)
        self.assertTrue(first.is_valid())
        first.save()
        late = self.form(instance=paper, version=1, points="走访委员", number="")
        self.assertTrue(late.is_valid())

        with self.assertRaises(StaleRecordError):
            late.save()

        self.assertEqual(
            late.conflict(),
            [
                ("发文字号", "宜政协发〔2004〕1号", ""),
                ("要点", "集中学习\n视察两次", "走访委员"),
            ],
        )

    def test_a_paper_goes_to_no_township_of_another_county(self):
        paper = make_county_paper(county=self.county, status=PaperStatus.DRAFT)
        foreign = make_township()
        data = {"version": 1, "on": "2004-01-06", "townships": [foreign.pk]}

        form = HandDownForm(data, record=paper, action=PaperAction.HAND_DOWN, user=self.officer)

        self.assertEqual(list(form.errors), ["townships"])
        self.assertEqual(list(form.fields["townships"].queryset), [self.here, self.there])


class RoadTests(Papers):
    def draft(self, **fields) -> CountyPaper:
        return make_county_paper(county=self.county, status=PaperStatus.DRAFT, **fields)

    def status(self, township) -> str:
        return Receipt.objects.get(township=township).status

    def test_the_road_of_a_paper_to_the_receipt(self):
        paper = self.draft(points=["集中学习"])
        both = [self.here.pk, self.there.pk]

        self.post(
            self.officer, "act", paper.pk, "hand_down", version=1, on="2004-01-06", townships=both
        )
        receipt = Receipt.objects.get(township=self.here)
        self.assertEqual(receipt.handed_on, date(2004, 1, 6))
        response = self.post(self.clerk, "receive", receipt.pk, version=1, on="2004-01-08")

        self.assertRedirects(response, f"/county-papers/{paper.pk}/")
        receipt = Receipt.objects.for_list().get(pk=receipt.pk)
        self.assertEqual(receipt.status, SheetStatus.RECEIVED)
        self.assertEqual((receipt.received.on.day, county_papers.signed_by(receipt)), (8, "李梅"))
        self.assertEqual(self.status(self.there), SheetStatus.HANDED_DOWN)
        acts = AuditEvent.objects.filter(action__in=("hand_down", "receive")).order_by("pk")
        self.assertEqual([one.actor_name for one in acts], ["黄强", "李梅"])

    def test_nobody_signs_before_it_was_handed_down(self):
        receipt = make_county_paper(townships=[self.here]).receipts.get()

        early = self.post(self.clerk, "receive", receipt.pk, version=1, on="2004-01-05")

        self.assertEqual(
            early.context["form"].errors,
            {"on": ["文件2004年1月6日才下发，签收日期不能更早。"]},
        )
        self.assertEqual(self.status(self.here), SheetStatus.HANDED_DOWN)

    def test_the_county_enters_the_receipt_and_names_who_signed(self):
        paper = make_county_paper(townships=[self.here])
        receipt = paper.receipts.get()

        nameless = self.post(self.officer, "receive", receipt.pk, version=1, on="2004-01-08")
        self.assertContains(nameless, "请填写。")
        self.post(
            self.officer, "receive", receipt.pk, version=1, on="2004-01-08", decided_by="李梅"
        )

        receipt = Receipt.objects.for_list().get(pk=receipt.pk)
        told = (county_papers.signed_by(receipt), county_papers.entered_by(receipt))
        self.assertEqual(told, ("李梅", "黄强"))

    def test_a_paper_is_handed_down_to_somebody(self):
        paper = self.draft()

        with self.assertRaises(ValidationError):
            paper.hand_down(by=self.officer, townships=[])

        paper.refresh_from_db()
        self.assertEqual(paper.status, PaperStatus.DRAFT)

    def test_it_goes_to_further_townships_until_all_have_it(self):
        paper = make_county_paper(townships=[self.here])
        self.assertEqual(paper.actions_for(self.officer), ["extend", "withdraw"])

        self.post(
            self.officer,
            "act",
            paper.pk,
            "extend",
            version=1,
            on="2004-01-10",
            townships=[self.there.pk],
        )

        paper.refresh_from_db()
        self.assertEqual(paper.actions_for(self.officer), ["withdraw"])
        self.assertEqual(paper.receipts.get(township=self.there).handed_on, date(2004, 1, 10))

    def test_a_draft_is_deleted_with_its_points_and_files_unless_it_was_edited(self):
        paper = self.draft(points=["集中学习"])
        file = make_paper_file(paper=paper)
        paper.revise(by=self.officer, title="工作要点（二稿）")

        late = self.post(self.officer, "delete", paper.pk, version=1)
        self.assertEqual(self.told(late), ["没有删除：同事刚刚改过这一份，请核对后再删。"])
        self.assertEqual((paper.points.count(), paper.files.count()), (1, 1))
        with self.captureOnCommitCallbacks(execute=True):
            response = self.post(self.officer, "delete", paper.pk, version=2)

        self.assertRedirects(response, "/county-papers/")
        self.assertFalse(CountyPaper.objects.exists() or KeyPoint.objects.exists())
        self.assertFalse(file.path.exists())

    def test_what_was_handed_down_is_neither_edited_nor_given_another_file(self):
        paper = make_county_paper(townships=[self.here], points=["学习"])
        file = make_paper_file(paper=paper)

        with self.assertRaises(PermissionDenied):
            CountyPaperForm({}, user=self.officer, instance=paper, **PAGE)
        with self.assertRaises(PermissionDenied):
            paper.remove(by=self.officer, version=1)
        with self.assertRaises(PermissionDenied):
            file.remove(by=self.officer)
        self.assertEqual(self.post(self.officer, "file_create", paper.pk).status_code, 403)

    def test_a_withdrawn_paper_stays_readable_and_is_not_signed_for_any_more(self):
        paper = make_county_paper(townships=[self.here])
        receipt = paper.receipts.get()

        without = self.post(self.officer, "act", paper.pk, "withdraw", version=1, on="2004-01-09")
        self.assertContains(without, "请填写。")
        paper.withdraw(by=self.officer, note="日期写错了。", on=date(2004, 1, 9))
        late = self.post(self.clerk, "receive", receipt.pk, version=1, on="2004-01-10")

        self.assertEqual(self.told(late), ["县政协已经撤回这份文件，不用签收了。"])
        self.assertContains(self.get(self.clerk, "detail", paper.pk), "日期写错了。")
        self.assertEqual(self.status(self.here), SheetStatus.HANDED_DOWN)
        with self.assertRaises(PermissionDenied):
            Receipt.objects.get().receive(by=self.clerk)

    def test_a_paper_that_replaces_another_withdraws_it_when_it_is_handed_down(self):
        old = make_county_paper(
            townships=[self.here], title="工作要点", points=[("抓学习", "集中学习")]
        )

        response = self.post(self.officer, "replace", old.pk)
        again = self.post(self.officer, "replace", old.pk)

        new = CountyPaper.objects.get(replaces=old)
        self.assertRedirects(response, f"/county-papers/{new.pk}/")
        self.assertEqual(again.url, response.url)
        self.assertEqual(
            [(one.heading, one.text) for one in new.points.all()], [("抓学习", "集中学习")]
        )
        old.refresh_from_db()
        self.assertEqual(old.status, PaperStatus.HANDED_DOWN)
        new.hand_down(by=self.officer, townships=[self.here])
        old.refresh_from_db()
        self.assertEqual(old.status, PaperStatus.WITHDRAWN)
        self.assertEqual(old.events.get().note, "由《工作要点》代替。")
        page = self.get(self.clerk, "detail", old.pk)
        self.assertEqual(page.context["successor"], new)
        self.assertContains(page, f'现在执行的是<a href="/county-papers/{new.pk}/">')

    def test_the_points_of_a_draft_and_of_a_withdrawn_paper_do_not_hold(self):
        for status in PaperStatus:
            make_county_paper(townships=[self.here], status=status, points=[status.label])
        make_county_paper(townships=[self.there], points=["外镇的"])
        make_county_paper(townships=[self.here], points=["明年的"], year=2005)

        points = KeyPoint.objects.in_force(self.here, 2004)

        self.assertEqual([one.text for one in points], ["已下发"])


class GateTests(Papers):
    def test_every_role_sees_exactly_what_is_for_it(self):
        papers = {
            status: make_county_paper(
                county=self.county,
                townships=[] if status == PaperStatus.DRAFT else [self.here],
                status=status,
                title=status.label,
            )
            for status in PaperStatus
        }
        make_county_paper(townships=[self.there], title="外镇的")
        make_county_paper(townships=[make_township()], title="外县的")
        for paper in papers.values():
            make_paper_file(paper=paper)
        people = {
            "county": self.officer,
            "staff": self.clerk,
            "leader": make_user(role=Role.LEADER, township=self.here),
            "member": make_user(role=Role.MEMBER, township=self.here),
            "unit": make_user(role=Role.UNIT, county=self.county),
        }

        def seen(queryset):
            return {role: queryset.visible_to(user) for role, user in people.items()}

        self.assertEqual(
            {role: {str(one) for one in rows} for role, rows in seen(CountyPaper.objects).items()},
            {
                "county": {"拟稿", "已下发", "已撤回", "外镇的"},
                "staff": {"已下发", "已撤回"},
                "leader": {"已下发", "已撤回"},
                "member": {"已下发"},
                "unit": set(),
            },
        )
        self.assertEqual(
            {r: {str(one.paper) for one in rows} for r, rows in seen(PaperFile.objects).items()},
            {
                "county": {"拟稿", "已下发", "已撤回"},
                "staff": {"已下发", "已撤回"},
                "leader": {"已下发", "已撤回"},
                "member": {"已下发"},
                "unit": set(),
            },
        )
        self.assertEqual(
            {role: rows.count() for role, rows in seen(Receipt.objects).items()},
            {"county": 3, "staff": 2, "leader": 2, "member": 0, "unit": 0},
        )

    def test_a_township_does_not_learn_who_else_has_signed(self):
        paper = make_county_paper(townships=[self.here, self.there])

        page = self.get(self.clerk, "detail", paper.pk)

        self.assertEqual([str(one.township) for one, _ in page.context["receipts"]], ["清溪镇"])
        self.assertNotContains(page, "石桥镇")
        self.assertContains(self.get(self.officer, "detail", paper.pk), "石桥镇")


class PageTests(Papers):
    def test_the_list_is_of_the_working_year_and_costs_the_same_with_one_and_three(self):
        make_county_paper(townships=[self.here], year=2003)
        counts = {self.officer: [], self.clerk: []}
        for number in (1, 2):
            for _ in range(number):
                make_county_paper(townships=[self.here, self.there])
            for user, found in counts.items():
                self.get(user, "index")
                with counted_queries() as queries:
                    page = self.get(user, "index")
                found.append(len(queries))
                self.assertEqual(len(page.context["rows"]), 2 * number - 1)

        for found in counts.values():
            self.assertEqual(found[0], found[1])

    def test_the_page_costs_the_same_with_one_and_three_receipts_and_points(self):
        counts = []
        for places, points in (([self.here], "甲"), ([self.here, self.there], "甲乙丙")):
            third = [make_township(county=self.county)] if len(points) == 3 else []
            paper = make_county_paper(townships=places + third, points=list(points))
            for receipt in paper.receipts.all():
                receipt.receive(by=self.officer, decided_by="某人")
            self.get(self.officer, "detail", paper.pk)
            with counted_queries() as queries:
                page = self.get(self.officer, "detail", paper.pk)
            counts.append((len(queries), len(page.context["receipts"])))

        self.assertEqual([rows for _, rows in counts], [1, 3])
        self.assertEqual(counts[0][0], counts[1][0])

    def test_the_county_sees_who_has_signed_and_who_has_not(self):
        paper = make_county_paper(townships=[self.here, self.there])
        paper.receipts.get(township=self.here).receive(by=self.clerk, on=date(2004, 1, 8))

        page = self.get(self.officer, "detail", paper.pk)
        table = self.get(self.officer, "detail", paper.pk, export="csv").content.decode()

        self.assertContains(page, "2个乡镇，已签收1个，还没有签收的：石桥镇。")
        self.assertEqual(
            table.lstrip("\ufeff").splitlines(),
            [
                "乡镇,签收,签收人,签收日期,代录人",
                "清溪镇,已签收,李梅,2004-01-08,",
                "石桥镇,未签收,,,",
            ],
        )

    def test_the_papers_of_one_kind(self):
        make_county_paper(townships=[self.here], title="关于开会的通知")
        make_county_paper(townships=[self.here], points=["学习"])

        page = self.get(self.clerk, "index", kind="notice")

        self.assertEqual([str(row["paper"]) for row in page.context["rows"]], ["关于开会的通知"])

    def test_a_file_is_added_to_the_draft_and_taken_from_it(self):
        paper = make_county_paper(county=self.county, status=PaperStatus.DRAFT)
        document, written = Document(), io.BytesIO()
        document.add_paragraph("考核办法")
        document.save(written)
        given = upload(written.getvalue(), "考核办法.docx")

        self.post(self.officer, "file_create", paper.pk, file=given)

        file = paper.files.get()
        answer = self.get(self.officer, "file", file.pk)
        self.assertEqual((str(file), answer.content), ("考核办法.docx", written.getvalue()))
        with self.captureOnCommitCallbacks(execute=True):
            self.post(self.officer, "file_delete", file.pk)
        self.assertEqual((paper.files.count(), file.path.exists()), (0, False))


class PrintedTests(Papers):
    def test_the_paper_says_its_text_and_its_numbered_points(self):
        paper = make_county_paper(
            townships=[self.here],
            text="请对照制定计划。",
            points=[("抓学习", "集中学习"), ("抓视察", "视察两次"), ("抓视察", "走访委员")],
        )
        make_paper_file(paper=paper)

        told = text_of(county_papers.document_of(paper))

        for words in (
            "2004年工作要点",
            "请对照制定计划。",
            "一、抓学习",
            "1. 集中学习。",
            "二、抓视察",
            "3. 走访委员。",
            "附件：考核办法",
            "政协宜县委员会",
            "2004年1月5日",
        ):
            self.assertIn(words, told)

    def test_the_list_of_receipts_leaves_room_for_those_who_have_not_signed(self):
        paper = make_county_paper(townships=[self.here], number="宜政协发〔2004〕1号")
        make_receipt(paper=paper, township=self.there)
        paper.receipts.get(township=self.here).receive(by=self.clerk, on=date(2004, 1, 8))
        seen = CountyPaper.objects.visible_to(self.officer).for_detail(self.officer).get()

        (table,) = [b for b in county_papers.receipts_of(seen).blocks if hasattr(b, "rows")]

        self.assertEqual(
            table.rows,
            (("1", "清溪镇", "李梅", "2004年1月8日", ""), ("2", "石桥镇", "", "", "")),
        )
