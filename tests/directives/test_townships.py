"""A township's page, its people, and the targets that the county hands down to it."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase
from django.urls import reverse

from counties import targets
from counties.models import County, GroupPost, Target, Township
from counties.roles import Role
from counties.targets import Targets
from cppcc import clock
from cppcc.audit import AuditEvent
from cppcc.documents.tree import RedHead
from cppcc.documents.words import text_of
from cppcc.workflow import StaleRecordError
from desk.overview import table
from directives import asked, sheets
from directives.forms.sheets import SHEET_FORMS
from directives.models import TargetSheet
from directives.workflow import SheetAction, SheetStatus
from tests.factories import (
    make_county,
    make_group_post,
    make_membership,
    make_sheet,
    make_township,
    make_user,
)
from tests.queries import counted_queries

TODAY = date(2004, 1, 20)


class Groups(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county(name="宜县", body_name="政协宜县委员会")
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county, name="黄强")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        Target.objects.filter(county=cls.county).update(year=2004)

    def get(self, user, page: str, *args):
        self.client.force_login(user)
        with clock.at(TODAY):
            return self.client.get(reverse(f"townships:{page}", args=args))

    def post(self, user, page: str, *args, **data):
        self.client.force_login(user)
        with clock.at(TODAY):
            return self.client.post(reverse(f"townships:{page}", args=args), data)

    def told(self, response) -> list[str]:
        return [str(message) for message in response.wsgi_request._messages]


class TownshipTests(Groups):
    names = {
        "name": "石桥镇",
        "kind": "township",
        "body_name": "石桥镇政协联工委",
        "full_name": "",
        "head_title": "主任",
        "committee_name": "镇党委",
    }

    def test_the_county_enters_and_renames_a_township(self):
        self.post(self.officer, "create", **self.names)
        township = Township.objects.get(county=self.county, name="石桥镇")
        renamed = self.names | {"name": "石桥街道", "committee_name": "街道党工委"}

        response = self.post(self.officer, "edit", township.pk, **renamed, version=1)

        self.assertRedirects(response, f"/townships/{township.pk}/")
        township.refresh_from_db()
        self.assertEqual((township.name, township.committee_name), ("石桥街道", "街道党工委"))

    def test_a_name_is_used_once_in_a_county(self):
        response = self.post(self.officer, "create", **self.names | {"name": "清溪镇"})

        self.assertContains(response, "本县已有同名的乡镇。")

    def test_the_offices_own_staff_change_how_to_reach_it_and_nothing_else(self):
        page = self.get(self.clerk, "contact", self.township.pk)
        self.assertEqual(
            [field.name for field in page.context["form"].visible_fields()], ["phone", "address"]
        )

        self.post(self.clerk, "contact", self.township.pk, phone="6221234", name="别的", version=1)

        self.township.refresh_from_db()
        self.assertEqual((self.township.phone, self.township.name), ("6221234", "清溪镇"))
        (row,) = AuditEvent.objects.filter(action="revise")
        self.assertEqual(row.detail, {"before": "phone=", "after": "phone=***"})

    def test_whoever_has_a_township_is_led_to_its_page(self):
        own = f"/townships/{self.township.pk}/"

        for role in (Role.STAFF, Role.MEMBER, Role.LEADER):
            user = make_user(role=role, township=self.township)
            response = self.get(user, "index")
            self.assertRedirects(response, own, fetch_redirect_response=False)

    def test_the_list_names_who_serves_today(self):
        make_group_post(township=self.township, name="陈国安")
        make_group_post(
            township=self.township,
            name="前任",
            last_on=date(2003, 12, 31),
            first_on=date(2000, 1, 1),
        )
        make_group_post(township=self.township, kind="c_liaison", name="王副主席")

        (row,) = self.get(self.officer, "index").context["rows"]

        self.assertEqual(row["posts"], {"负责人": ["陈国安"], "联系县领导": ["王副主席"]})

    def test_the_list_costs_the_same_with_one_and_three_townships(self):
        counts = []
        for names in ("", "甲乙"):
            for name in names:
                place = make_township(county=self.county, name=f"{name}镇")
                make_group_post(township=place)
                make_sheet(township=place)
            self.get(self.officer, "index")
            with counted_queries() as queries:
                page = self.get(self.officer, "index")
            counts.append(len(queries))

        self.assertEqual(len(page.context["rows"]), 3)
        self.assertEqual(counts[0], counts[1])


class GroupPostTests(Groups):
    def test_a_new_head_follows_the_former_and_both_stay_readable(self):
        former = make_group_post(township=self.township, name="陈国安")
        person = {
            "kind": "a_head",
            "name": "周立新",
            "post": "镇人大主席",
            "first_on": "2004-01-10",
        }

        self.post(
            self.officer,
            "post_edit",
            former.pk,
            kind="a_head",
            name="陈国安",
            first_on="2003-01-01",
            last_on="2004-01-09",
            version=1,
        )
        self.post(self.officer, "post_create", self.township.pk, **person)

        page = self.get(self.clerk, "detail", self.township.pk)
        self.assertEqual(
            [(one.name, one.last_on, serves) for one, serves in page.context["posts"]],
            [("周立新", None, True), ("陈国安", date(2004, 1, 9), False)],
        )

    def test_nobody_ends_before_beginning(self):
        response = self.post(
            self.officer,
            "post_create",
            self.township.pk,
            kind="b_clerk",
            name="李梅",
            first_on="2004-01-10",
            last_on="2004-01-09",
        )

        self.assertContains(response, "结束日期不能早于开始日期。")
        self.assertFalse(GroupPost.objects.exists())

    def test_every_role_sees_exactly_its_own_townships_people(self):
        own = make_group_post(township=self.township)
        make_group_post(township=make_township(county=self.county))
        member = make_user(role=Role.MEMBER, township=self.township)
        unit = make_user(role=Role.UNIT, county=self.county)

        seen = {
            user.acting.role: GroupPost.objects.visible_to(user)
            for user in (self.clerk, member, unit)
        }

        self.assertEqual(
            {role: list(rows) for role, rows in seen.items()},
            {"staff": [own], "member": [own], "unit": []},
        )
        self.assertEqual(len(GroupPost.objects.visible_to(self.officer)), 2)


class SheetTests(Groups):
    def numbers(self, sheet) -> Targets:
        return targets.of_rows(sheet.lines.all())

    def draft(self) -> TargetSheet:
        return sheets.draft(self.township, 2004, by=self.officer)

    def test_a_draft_has_the_countys_numbers_and_does_not_count_yet(self):
        self.post(self.officer, "sheet_create", self.township.pk)
        sheet = TargetSheet.objects.get()
        sheets.rewrite(sheet, [("body", "studies", 6)], by=self.officer, version=1)

        self.assertEqual(self.numbers(sheet), Targets({"studies": 6}))
        self.assertEqual(
            asked.of_township(self.township, 2004), targets.of_county(self.county.pk, 2004)
        )

    def test_a_second_draft_is_the_first(self):
        self.assertEqual(self.draft(), self.draft())

    def test_what_is_handed_down_is_what_the_township_is_measured_by(self):
        other = make_township(county=self.county, name="石桥镇")
        sheet = make_sheet(township=self.township, targets=[("body", "studies", 6)])

        sheet.hand_down(by=self.officer, on=TODAY)
        Target.objects.filter(county=self.county).update(number=9)

        self.assertEqual(asked.of_township(self.township, 2004), Targets({"studies": 6}))
        self.assertEqual(asked.of_township(other, 2004).body["studies"], 9)
        self.assertEqual(asked.of_township(self.township, 2005).body["studies"], 9)

    def test_the_countys_table_judges_each_township_by_its_own_number(self):
        other = make_township(county=self.county, name="石桥镇")
        make_sheet(township=self.township, status=SheetStatus.RECEIVED)

        found = table(self.officer, 2004, date(2004, 12, 31))

        self.assertEqual(found.columns[0][1], 4)
        self.assertEqual(
            {row.name: row.cells[0].target for row in found.rows},
            {self.township.name: 6, other.name: None},
        )

    def test_the_road_of_a_sheet_with_who_received_it(self):
        sheet = self.draft()

        self.post(self.officer, "sheet_act", sheet.pk, "hand_down", version=1, on="2004-01-15")
        self.post(self.clerk, "sheet_act", sheet.pk, "receive", version=2, on="2004-01-18")

        sheet.refresh_from_db()
        self.assertEqual(sheet.status, SheetStatus.RECEIVED)
        self.assertEqual(
            [(one.action, one.actor_name, one.on.day) for one in sheet.events.all()],
            [("hand_down", "黄强", 15), ("receive", "李梅", 18)],
        )

    def test_the_county_enters_the_receipt_for_the_one_who_signed(self):
        sheet = make_sheet(township=self.township, status=SheetStatus.HANDED_DOWN)

        with self.assertRaises(ValidationError):
            sheet.receive(by=self.officer, on=TODAY)
        sheet.receive(by=self.officer, on=TODAY, decided_by="李梅")

        (event,) = sheet.events.all()
        self.assertEqual((event.actor_name, event.decided_by), ("黄强", "李梅"))

    def test_what_was_handed_down_is_not_edited_but_called_back_with_a_reason(self):
        sheet = make_sheet(township=self.township, status=SheetStatus.RECEIVED)
        self.assertEqual(self.get(self.officer, "sheet_edit", sheet.pk).status_code, 403)
        with self.assertRaises(PermissionDenied):
            sheet.recall(by=self.clerk, note="不行")

        self.post(
            self.officer,
            "sheet_act",
            sheet.pk,
            "recall",
            version=1,
            on="2004-01-20",
            note="数字有误",
        )

        self.assertEqual(self.get(self.officer, "sheet_edit", sheet.pk).status_code, 200)
        self.assertEqual(self.get(self.clerk, "sheet", sheet.pk).status_code, 404)

    def test_the_second_of_two_who_edit_is_told(self):
        sheet = self.draft()
        sheets.rewrite(sheet, [("body", "studies", 6)], by=self.officer, version=1, text="早动手")
        seen = {"seen": targets.of_county(self.county.pk, 2004).told(), "version": 1}

        with self.assertRaises(StaleRecordError):
            sheets.rewrite(sheet, [], by=self.officer, version=1)
        response = self.post(
            self.officer, "sheet_edit", sheet.pk, **seen, **{"body-studies": "8"}, text="抓紧"
        )

        self.assertEqual(
            response.context["theirs"],
            [("集中学习次数（次）", 6, 8), ("其他要求", "早动手", "抓紧")],
        )
        self.assertEqual(self.numbers(sheet), Targets({"studies": 6}))

    def test_all_sheets_are_drafted_and_handed_down_at_once(self):
        make_township(county=self.county, name="石桥镇")
        make_sheet(township=make_township(county=make_county()))
        make_sheet(township=self.township)
        foreign = TargetSheet.objects.exclude(county=self.county)

        drafted = self.post(self.officer, "sheet_create_all")
        handed = self.post(self.officer, "sheet_hand_down_all")

        self.assertIn("已拟定1份", self.told(drafted)[0])
        self.assertIn("已下达2份", self.told(handed)[-1])
        self.assertEqual(
            set(TargetSheet.objects.filter(county=self.county).values_list("status", flat=True)),
            {SheetStatus.HANDED_DOWN},
        )
        self.assertEqual(foreign.get().status, SheetStatus.DRAFT)

    def test_every_role_sees_exactly_its_sheets(self):
        draft = make_sheet(township=self.township, year=2005)
        handed = make_sheet(township=self.township, status=SheetStatus.HANDED_DOWN)
        make_sheet(township=make_township(county=self.county), status=SheetStatus.HANDED_DOWN)
        member = make_user(role=Role.MEMBER, township=self.township)
        leader = make_user(role=Role.LEADER, township=self.township)

        self.assertEqual(list(TargetSheet.objects.visible_to(self.clerk)), [handed])
        self.assertEqual(list(TargetSheet.objects.visible_to(leader)), [handed])
        self.assertEqual(list(TargetSheet.objects.visible_to(member)), [])
        self.assertEqual(len(TargetSheet.objects.visible_to(self.officer)), 3)
        self.assertIn(draft, TargetSheet.objects.visible_to(self.officer))


class PaperTests(Groups):
    def test_the_paper_says_who_has_to_reach_what_and_who_received_it(self):
        County.objects.filter(pk=self.county.pk).update(red_head="政协宜县委员会文件")
        make_membership(township=self.township)
        sheet = make_sheet(
            township=self.township,
            number="宜政协发〔2004〕1号",
            text="年底前报总结。",
            targets=[("body", "studies", 6), ("member", "proposals", 2)],
        )
        sheet.hand_down(by=self.officer, on=date(2004, 1, 15))
        sheet.receive(by=self.officer, on=date(2004, 1, 18), decided_by="李梅")

        paper = sheets.document_of(TargetSheet.objects.for_list().get(pk=sheet.pk))

        self.assertEqual(paper.head, RedHead("政协宜县委员会文件", "宜政协发〔2004〕1号"))
        self.assertEqual(
            text_of(paper).splitlines(),
            [
                "政协宜县委员会文件",
                "宜政协发〔2004〕1号",
                "2004年度工作目标任务书",
                "清溪镇政协联工委：",
                "现将2004年度工作目标下达给你们，请认真落实。",
                *("序号", "由谁完成", "指标", "目标"),
                *("1", "整个机构", "集中学习次数", "6次"),
                *("2", "每名委员", "提案件数", "2件"),
                "年底前报总结。",
                "附件：签收回执",
                "政协宜县委员会",
                "2004年1月15日",
                "附件",
                "签收回执",
                *("签收单位", "清溪镇政协联工委", "签收人", "李梅", "签收日期", "2004年1月18日"),
            ],
        )

    def test_it_is_downloaded_as_pdf_and_word(self):
        sheet = make_sheet(township=self.township, status=SheetStatus.HANDED_DOWN)

        pdf, word = (self.get(self.clerk, page, sheet.pk) for page in ("sheet_pdf", "sheet_docx"))

        self.assertEqual((pdf.content[:5], word.content[:2]), (b"%PDF-", b"PK"))


class RuleTests(TestCase):
    def test_every_action_has_a_form(self):
        self.assertEqual(set(SHEET_FORMS), set(SheetAction))
