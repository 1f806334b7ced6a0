"""The yearly form of a member: its road, its reasons, its grade, its paper."""

import re
from datetime import date

import pymupdf
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from counties.models import DutyGrade
from counties.roles import Role
from cppcc import clock
from cppcc.documents.words import text_of
from summaries import sheets
from summaries.forms.sheet import DUTY_FORMS
from summaries.models import DutySheet
from summaries.workflow import DUTY_TRANSITIONS, DutyAction, DutyStatus
from tests.factories import (
    make_county,
    make_duty_sheet,
    make_line,
    make_membership,
    make_township,
    make_user,
)
from tests.queries import counted_queries


class SheetCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county, name="黄强")
        cls.user = make_user(role=Role.MEMBER, township=cls.township, name="赵云")
        cls.zhao = make_membership(township=cls.township, user=cls.user)
        cls.grade = DutyGrade.objects.get(county=cls.county, name="称职")

    def post(self, user, sheet, action, **data):
        self.client.force_login(user)
        sheet.refresh_from_db()
        address = reverse("summaries:sheet_act", args=[sheet.pk, action])
        return self.client.post(address, {"version": sheet.version, "on": "2004-12-16", **data})

    def text(self, sheet) -> str:
        fetched = DutySheet.objects.visible_to(self.clerk).for_detail().get(pk=sheet.pk)
        return text_of(sheets.document_of(fetched))


class RoadTests(SheetCase):
    def test_every_action_has_a_rule_and_a_form(self):
        self.assertEqual(set(DutyAction), set(DUTY_TRANSITIONS))
        self.assertEqual(set(DutyAction), set(DUTY_FORMS))

    def test_from_the_members_words_to_the_grade(self):
        self.client.force_login(self.user)
        create = reverse("summaries:sheet_create", args=[self.zhao.pk])
        self.client.post(create, {"own_summary": "提了两件提案。"})
        sheet = DutySheet.objects.get()
        self.assertEqual((sheet.year, sheet.township, sheet.status), (2004, self.township, "draft"))

        self.post(self.user, sheet, "submit")
        self.post(self.clerk, sheet, "send_back", note="请写学习情况")
        self.post(self.user, sheet, "submit")
        signed = {"office_opinion": "同意上报。", "signed_by": "陈国安"}
        self.post(self.clerk, sheet, "sign", **signed)
        self.post(self.officer, sheet, "hand_back", note="请核对次数")
        self.post(self.clerk, sheet, "sign", **signed)
        rated = {"grade": self.grade.pk, "county_opinion": "予以确认。", "rated_by": "主席会议"}
        self.post(self.officer, sheet, "rate", **rated)

        sheet.refresh_from_db()
        self.assertEqual((sheet.status, sheet.grade), (DutyStatus.RATED, self.grade))
        self.assertEqual(
            list(sheet.events.values_list("action", "actor_name", "decided_by", "note")),
            [
                ("submit", "赵云", "", ""),
                ("send_back", "李梅", "", "请写学习情况"),
                ("submit", "赵云", "", ""),
                ("sign", "李梅", "陈国安", ""),
                ("hand_back", "黄强", "", "请核对次数"),
                ("sign", "李梅", "陈国安", ""),
                ("rate", "黄强", "主席会议", ""),
            ],
        )

    def test_the_office_enters_it_for_a_member_and_names_who_said_so(self):
        self.client.force_login(self.clerk)
        create = reverse("summaries:sheet_create", args=[self.zhao.pk])
        self.client.post(create, {"own_summary": "口述代录。"})
        sheet = DutySheet.objects.get()

        refused = self.post(self.clerk, sheet, "submit")
        self.assertEqual(set(refused.context["form"].errors), {"decided_by"})
        self.post(self.clerk, sheet, "submit", decided_by="赵云")

        self.assertEqual(
            list(sheet.events.values_list("actor_name", "decided_by")), [("李梅", "赵云")]
        )

    def test_returning_needs_a_reason_and_a_grade_one_of_this_county(self):
        foreign = DutyGrade.objects.get(county=make_county(), name="称职")
        submitted = make_duty_sheet(membership=self.zhao, status=DutyStatus.SUBMITTED)
        signed = make_duty_sheet(
            membership=make_membership(township=self.township), status=DutyStatus.SIGNED
        )

        returned = self.post(self.clerk, submitted, "send_back")
        rated = self.post(self.officer, signed, "rate", grade=foreign.pk, county_opinion="好")

        self.assertEqual(returned.context["form"].errors, {"note": ["请填写。"]})
        self.assertEqual(set(rated.context["form"].errors), {"grade", "rated_by"})
        self.assertContains(rated, "好</textarea>")

    def test_a_retired_grade_is_not_offered(self):
        signed = make_duty_sheet(membership=self.zhao, status=DutyStatus.SIGNED)
        DutyGrade.objects.filter(pk=self.grade.pk).update(is_retired=True)
        self.client.force_login(self.officer)

        form = self.client.get(reverse("summaries:sheet_act", args=[signed.pk, "rate"])).context[
            "form"
        ]

        self.assertEqual(
            [grade.name for grade in form.fields["grade"].queryset], ["优秀", "基本称职", "不称职"]
        )

    def test_a_second_form_of_the_year_is_refused(self):
        make_duty_sheet(membership=self.zhao)
        self.client.force_login(self.user)
        create = reverse("summaries:sheet_create", args=[self.zhao.pk])

        shown = self.client.get(create)
        again = self.client.post(create, {"own_summary": "再写一份。"})

        self.assertRedirects(shown, DutySheet.objects.get().get_absolute_url())
        self.assertContains(again, "这位委员本年度的登记表已经有了。")
        self.assertContains(again, "再写一份。")
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_duty_sheet(membership=self.zhao)

    def test_an_empty_summary_is_no_form(self):
        self.client.force_login(self.user)
        page = self.client.post(
            reverse("summaries:sheet_create", args=[self.zhao.pk]), {"own_summary": " "}
        )

        self.assertEqual(page.context["form"].errors, {"own_summary": ["请填写。"]})
        self.assertEqual(DutySheet.objects.count(), 0)


class PaperTests(SheetCase):
    def test_the_numbers_are_live_until_the_grade_keeps_them(self):
        sheet = make_duty_sheet(membership=self.zhao, status=DutyStatus.SIGNED)
        make_line("visits", membership=self.zhao)
        self.assertIn("接受走访\n1次", self.text(sheet))

        rated = {"grade": self.grade.pk, "county_opinion": "", "rated_by": "主席会议"}
        self.post(self.officer, sheet, "rate", **rated)
        make_line("visits", membership=self.zhao)
        kept = self.text(sheet)
        self.post(self.officer, sheet, "reopen", note="次数有误")

        self.assertIn("接受走访\n1次", kept)
        self.assertTrue(kept.endswith("等次\n称职"))
        self.assertIn("主席会议", kept)
        again = self.text(sheet)
        self.assertIn("接受走访\n2次", again)
        self.assertNotIn("称职", again)

    def test_the_paper_names_who_signed_and_when(self):
        sheet = make_duty_sheet(membership=self.zhao, status=DutyStatus.SUBMITTED)
        signed = {"office_opinion": "同意上报。", "signed_by": "陈国安", "on": "2004-12-15"}

        self.post(self.clerk, sheet, "sign", **signed)

        self.assertIn("同意上报。\n签署人：陈国安　2004年12月15日", self.text(sheet))

    def test_the_blank_form_is_printed_with_room_for_the_pen(self):
        make_line("visits", membership=self.zhao)
        self.client.force_login(self.clerk)

        pdf = self.client.get(reverse("summaries:sheet_blank", args=[self.zhao.pk])).content
        text = "".join(page.get_text() for page in pymupdf.open(stream=pdf))

        words = re.sub(r"\s", "", text)
        for part in ("2004年度政协委员履职登记表", "赵云", "本人小结", "联工委意见", "等次"):
            self.assertIn(part, words)
        self.assertEqual(DutySheet.objects.count(), 0)

    def test_it_is_downloaded_as_pdf_and_word(self):
        sheet = make_duty_sheet(membership=self.zhao, status=DutyStatus.RATED)
        self.client.force_login(self.user)

        pdf = self.client.get(reverse("summaries:sheet_pdf", args=[sheet.pk])).content
        docx = self.client.get(reverse("summaries:sheet_docx", args=[sheet.pk])).content

        self.assertEqual((pdf[:5], docx[:2]), (b"%PDF-", b"PK"))


class ListTests(SheetCase):
    def rows(self, user, **query):
        self.client.force_login(user)
        context = self.client.get(reverse("summaries:sheets"), query).context
        return [(str(one), sheet and sheet.get_status_display()) for one, sheet in context["rows"]]

    def test_who_has_written_and_who_has_not(self):
        xiao = make_membership(township=self.township, name="肖阳")
        neighbour = make_membership(township=make_township(county=self.county), name="何耒")
        make_duty_sheet(membership=self.zhao, status=DutyStatus.SUBMITTED)
        make_duty_sheet(membership=xiao, year=2003)
        make_duty_sheet(membership=neighbour, status=DutyStatus.SIGNED)
        leader = make_user(role=Role.LEADER, township=self.township)

        self.assertEqual(self.rows(self.clerk), [("肖阳", None), ("赵云", "待联工委签署")])
        self.assertEqual(self.rows(self.user), [("赵云", "待联工委签署")])
        self.assertEqual(self.rows(leader), [])
        county = [("肖阳", None), ("赵云", None), ("何耒", "待县政协评定")]
        self.assertCountEqual(self.rows(self.officer), county)
        self.assertEqual(
            self.rows(self.officer, township=neighbour.township_id), [("何耒", "待县政协评定")]
        )

    def test_the_number_of_queries_does_not_grow_with_the_members(self):
        self.client.force_login(self.clerk)
        make_duty_sheet(membership=self.zhao)
        counts = []
        for rows in (1, 3):
            while self.township.membership_set.count() < rows:
                make_duty_sheet(membership=make_membership(township=self.township))
            with counted_queries() as queries:
                page = self.client.get(reverse("summaries:sheets"))
            self.assertEqual(len(page.context["rows"]), rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])
