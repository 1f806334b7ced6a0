"""From draft to the county: what is reported is frozen, and stays as it was."""

import hashlib
import io
import re
from datetime import date

import pymupdf
from django.test import TestCase
from docx import Document as WordDocument
from docx.oxml.ns import qn

from activities.models import Activity
from counties.roles import Role
from cppcc import clock
from cppcc.documents.docx import render_docx
from cppcc.documents.html import render_html
from cppcc.workflow import StaleRecordError
from summaries import services
from summaries.models import Report, ReportedCopy
from summaries.workflow import Status
from tests.factories import (
    make_activity,
    make_attendance,
    make_membership,
    make_township,
    make_user,
)

DAY = date(2004, 12, 16)


def squeezed(text: str) -> str:
    """Text without white space and page marks."""
    return re.sub(r"—\s*\d+\s*—|\s", "", text)


class ReportTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        township = make_township(name="清溪镇", full_name="清溪镇政协联络工作委员会")
        cls.clerk = make_user(role=Role.STAFF, township=township, name="李梅")
        cls.officer = make_user(role=Role.COUNTY, county=township.county, name="黄强")
        cls.study = make_activity(township=township)
        for name in ("赵云", "肖阳", "何耒"):
            make_attendance(
                activity=cls.study, membership=make_membership(township=township, name=name)
            )
        with clock.at(DAY):
            cls.report = services.draft(township, 2004, by=cls.clerk)

    def reported(self) -> ReportedCopy:
        with clock.at(DAY):
            self.report.sign(by=self.clerk, signed_by="陈国安")
            return services.report_to_county(self.report, by=self.clerk)

    def test_the_draft_is_of_the_year_until_today(self):
        self.assertEqual(
            (self.report.title, self.report.cutoff_on, self.report.status),
            ("清溪镇政协联工委2004年度工作总结", DAY, Status.DRAFT),
        )

    def test_until_it_is_reported_the_figures_are_live(self):
        before = services.counted_figures(self.report, ["集中学习次数"])
        make_activity(township=self.report.township)

        after = services.counted_figures(self.report, ["集中学习次数"])

        self.assertEqual([before[0].shown, after[0].shown], ["1", "2"])

    def test_figures_stop_at_the_closing_day(self):
        make_activity(township=self.report.township, on=date(2004, 12, 17))

        (counted,) = services.counted_figures(self.report, ["集中学习次数"])

        self.assertEqual(counted.shown, "1")

    def test_reporting_freezes_text_figures_records_and_the_pdf(self):
        copy = self.reported()
        Activity.objects.filter(pk=self.study.pk).update(theme="后来改了的主题")
        make_activity(township=self.report.township)

        figure = copy.figures.get(key="studies")
        self.assertEqual(
            (figure.shown, figure.records), ("1", ["2004年4月8日 学习新修订的《政协章程》"])
        )
        text, counted = services.frozen(copy)
        self.assertEqual([one.shown for one in counted if one.key == "studies"], ["1"])
        self.assertEqual(text.body_name, "清溪镇政协联络工作委员会")
        self.assertEqual(copy.sha256, hashlib.sha256(copy.pdf).hexdigest())
        with pymupdf.open(stream=bytes(copy.pdf)) as pdf:
            self.assertIn("组织委员集中学习1次", squeezed("".join(p.get_text() for p in pdf)))

    def test_html_pdf_and_word_say_the_same(self):
        copy = self.reported()
        document = services.document_of(self.report, copy)

        with pymupdf.open(stream=bytes(copy.pdf)) as pdf:
            printed = squeezed("".join(page.get_text() for page in pdf))
        word = WordDocument(io.BytesIO(render_docx(document)))
        typed = squeezed("".join(node.text for node in word.element.body.iter(qn("w:t"))))
        screen = squeezed(re.sub(r"<[^>]+>", "", render_html(document)))

        self.assertEqual(printed, screen)
        self.assertEqual(typed, screen)
        self.assertIn("委员出席3人次，活动出席率100%", screen)

    def test_what_changes_while_the_paper_is_printed_is_not_frozen(self):
        with clock.at(DAY):
            self.report.sign(by=self.clerk, signed_by="陈国安")
        seen = Report.objects.get(pk=self.report.pk)
        self.report.reopen(by=self.clerk)

        with self.assertRaises(StaleRecordError):
            services.report_to_county(seen, by=self.clerk)
        self.assertEqual(ReportedCopy.objects.count(), 0)

    def test_the_copy_of_a_returned_report_stays_and_the_next_is_another(self):
        first = self.reported()
        self.report.send_back(by=self.officer, note="请补充视察情况。")
        make_activity(township=self.report.township, feeds="inspection")
        services.redraft(self.report, by=self.clerk, version=self.report.version)

        second = self.reported()

        self.assertEqual(self.report.copy, second)
        self.assertNotEqual(first.sha256, second.sha256)
        self.assertEqual(
            [name for name, _ in services.frozen(first)[0].sections],
            ["", "一、坚持抓好学习，提高委员综合素质"],
        )

    def test_the_same_report_prints_the_same_bytes(self):
        copy = self.reported()
        document = services.document_of(self.report, copy)

        self.assertEqual(hashlib.sha256(services.render_pdf(document)).hexdigest(), copy.sha256)
