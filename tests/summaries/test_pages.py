"""The pages of the summary: who sees what, what is told when something goes wrong."""

import hashlib
from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from summaries import services
from summaries.forms.report import ACTION_FORMS
from summaries.models import Report
from summaries.workflow import TRANSITIONS, Action, Status
from tests.factories import make_activity, make_county, make_township, make_user
from tests.queries import counted_queries

DAY = date(2004, 12, 16)


class SummaryCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county, name="黄强")
        make_activity(township=cls.township)
        cls.enterClassContext(clock.at(DAY))

    def draft(self, township=None) -> Report:
        return services.draft(township or self.township, 2004, by=self.clerk_of(township))

    def clerk_of(self, township):
        return self.clerk if township is None else make_user(role=Role.STAFF, township=township)

    def reported(self, township=None) -> Report:
        clerk = self.clerk_of(township)
        report = services.draft(township or self.township, 2004, by=clerk)
        report.sign(by=clerk, signed_by="陈国安")
        services.report_to_county(report, by=clerk)
        return report


class RoadTests(SummaryCase):
    def test_every_action_has_a_rule_and_a_form(self):
        self.assertEqual(set(Action), set(TRANSITIONS))
        self.assertEqual(set(Action), set(ACTION_FORMS))

    def test_the_road_there_and_back_and_there_again(self):
        report = self.reported()
        report.send_back(by=self.officer, note="请补充视察")
        report.sign(by=self.clerk, signed_by="陈国安")
        services.report_to_county(report, by=self.clerk)
        report.accept(by=self.officer)

        self.assertEqual(report.status, Status.ACCEPTED)
        self.assertEqual(
            list(report.events.values_list("action", "actor_name")),
            [
                ("sign", "李梅"),
                ("report", "李梅"),
                ("send_back", "黄强"),
                ("sign", "李梅"),
                ("report", "李梅"),
                ("accept", "黄强"),
            ],
        )
        self.assertEqual(report.copies.count(), 2)

    def test_a_returned_report_has_no_signature(self):
        report = self.reported()

        report.send_back(by=self.officer, note="请补充视察")

        report.refresh_from_db()
        self.assertEqual((report.signed_by, report.signed_on), ("", None))


class GateTests(SummaryCase):
    def test_the_county_sees_a_summary_when_it_has_arrived_and_keeps_seeing_it(self):
        draft = self.draft()
        seen = Report.objects.visible_to(self.officer)
        self.assertEqual(list(seen), [])

        draft.sign(by=self.clerk, signed_by="陈国安")
        services.report_to_county(draft, by=self.clerk)
        self.assertEqual(list(seen.all()), [draft])

        draft.send_back(by=self.officer, note="请补充")
        self.assertEqual(list(seen.all()), [draft])

    def test_members_units_and_other_townships_see_none(self):
        self.reported()
        neighbour = make_township(county=self.county)

        for user in (
            make_user(role=Role.MEMBER, township=self.township),
            make_user(role=Role.UNIT, county=self.county),
            make_user(role=Role.STAFF, township=neighbour),
            make_user(role=Role.COUNTY),
            make_user(),
        ):
            self.assertEqual(list(Report.objects.visible_to(user)), [])

    def test_while_the_township_mends_it_the_county_reads_what_it_had_received(self):
        report = self.reported()
        report.send_back(by=self.officer, note="请补充")
        report.rewrite(
            by=self.clerk,
            version=report.version,
            title=report.title,
            cutoff_on=DAY,
            sections=[("", "只给自己看的草稿")],
        )

        def read_by(user):
            self.client.force_login(user)
            return self.client.get(report.get_absolute_url())

        self.assertNotContains(read_by(self.officer), "只给自己看的草稿")
        self.assertContains(read_by(self.clerk), "只给自己看的草稿")


class PageTests(SummaryCase):
    def setUp(self):
        super().setUp()
        self.client.force_login(self.clerk)

    def test_one_press_composes_the_draft_and_a_second_leads_to_it(self):
        first = self.client.post(reverse("summaries:create"))
        second = self.client.post(reverse("summaries:create"))

        report = Report.objects.get()
        self.assertEqual((first.url, second.url), (report.get_absolute_url(),) * 2)
        self.assertEqual(report.version, 2)

    def test_the_county_s_list_costs_the_same_however_long_it_is(self):
        self.client.force_login(self.officer)
        counts = []
        for rows in (1, 3):
            while Report.objects.count() < rows:
                self.reported(make_township(county=self.county))
            with counted_queries() as queries:
                page = self.client.get(reverse("summaries:index")).context["page"]
            self.assertEqual(len(page.object_list), rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])

    def edit(self, report, **changes):
        data = {
            "version": report.version,
            "title": report.title,
            "cutoff_on": "2004-12-16",
            "heading_0": "",
            "body_0": "开头",
            "heading_1": "一、学习",
            "body_1": "学习〔集中学习次数〕。",
        }
        return self.client.post(
            reverse("summaries:edit", args=[report.pk]), {**data, **changes}, follow=True
        )

    def test_the_text_is_saved_and_its_figures_are_links(self):
        report = self.draft()

        page = self.edit(report)

        self.assertEqual(
            list(report.sections.values_list("heading", "body")),
            [("", "开头"), ("一、学习", "学习〔集中学习次数〕。")],
        )
        self.assertContains(page, "/figures/studies/?level=township")
        self.assertContains(page, "1次</a>。")

    def test_a_figure_that_does_not_exist_is_told_at_its_part_and_nothing_is_lost(self):
        report = self.draft()
        before = list(report.sections.values_list("body", flat=True))

        page = self.edit(report, body_1="写了很久，喝茶〔喝茶次数〕。")

        self.assertContains(page, "没有名为〔喝茶次数〕的指标")
        self.assertContains(page, "写了很久，喝茶〔喝茶次数〕。")
        self.assertEqual(list(report.sections.values_list("body", flat=True)), before)

    def test_a_closing_day_of_another_year_is_refused(self):
        report = self.draft()

        page = self.edit(report, cutoff_on="2005-01-10")

        self.assertContains(page, "数据截至日应在2004年内。")

    def test_an_edit_that_comes_too_late_shows_both_texts(self):
        report = self.draft()
        Report.objects.get(pk=report.pk).rewrite(
            by=self.clerk,
            version=report.version,
            title=report.title,
            cutoff_on=DAY,
            sections=[("", "同事写的开头")],
        )

        page = self.edit(report, body_0="我写的开头")

        self.assertContains(page, "同事写的开头")
        self.assertContains(page, "我写的开头")
        self.assertEqual(list(report.sections.values_list("body", flat=True)), ["同事写的开头"])

    def test_a_name_that_no_font_has_stops_the_report_and_is_named(self):
        report = self.draft()
        self.edit(report, body_0="委员\U0001f600的事迹")
        report.refresh_from_db()
        report.sign(by=self.clerk, signed_by="陈国安")

        page = self.client.post(
            reverse("summaries:act", args=[report.pk, "report"]),
            {"version": report.version, "on": "2004-12-16"},
        )

        self.assertContains(page, "字库中没有这些字")
        report.refresh_from_db()
        self.assertEqual(report.status, Status.SIGNED)

    def test_the_county_returns_it_only_with_a_reason(self):
        report = self.reported()
        self.client.force_login(self.officer)
        address = reverse("summaries:act", args=[report.pk, "send_back"])
        data = {"version": report.version, "on": "2004-12-16"}

        page = self.client.post(address, data)
        self.assertEqual(page.context["form"].errors, {"note": ["请填写。"]})

        self.client.post(address, {**data, "note": "请补充视察情况。"})
        report.refresh_from_db()
        self.assertEqual(report.status, Status.DRAFT)

    def test_the_downloaded_pdf_is_the_frozen_one_and_is_recorded(self):
        report = self.reported()
        self.client.force_login(self.officer)

        response = self.client.get(reverse("summaries:pdf", args=[report.pk]))

        self.assertEqual(hashlib.sha256(response.content).hexdigest(), report.copy.sha256)
        self.assertIn("2004", response["Content-Disposition"])
        self.assertEqual(
            AuditEvent.objects.filter(action="download_pdf").values_list("actor_id", "object_id")[
                0
            ],
            (self.officer.pk, report.pk),
        )

    def test_the_second_press_of_report_is_no_surprise(self):
        report = self.draft()
        report.sign(by=self.clerk, signed_by="陈国安")
        address = reverse("summaries:act", args=[report.pk, "report"])
        data = {"version": report.version, "on": "2004-12-16"}
        self.client.post(address, data)

        page = self.client.post(address, data, follow=True)

        self.assertContains(page, "已完成：上报县政协")
        self.assertEqual(report.copies.count(), 1)
