"""The year's accepted summaries bound as one volume for the county."""

import pymupdf
from django.contrib.messages import get_messages
from django.urls import reverse

from counties.roles import Role
from cppcc.audit import AuditEvent
from cppcc.documents.tree import Annex, Signature
from summaries import services
from summaries.models import ReportSection
from summaries.volume import copies_of, volume_of
from tests.cppcc.test_documents import bare
from tests.factories import make_county, make_township, make_user
from tests.queries import counted_queries
from tests.summaries.test_pages import SummaryCase


class VolumeTests(SummaryCase):
    def accepted(self, **fields):
        report = self.reported(**fields)
        report.accept(by=self.officer)
        return report

    def volume(self):
        return volume_of(copies_of(self.officer, 2004), 2004, self.county)

    def test_it_binds_what_was_accepted_township_by_township(self):
        for name in ("石桥镇", "白水乡"):
            self.accepted(township=make_township(county=self.county, name=name))
        self.reported()

        volume = self.volume()

        self.assertEqual(volume.title, "2004年度乡镇政协工作总结\n合订本")
        self.assertEqual(volume.issuer, self.county.body_name)
        self.assertEqual(
            [paper.title for paper in volume.papers],
            ["白水乡政协联工委2004年度工作总结", "石桥镇政协联工委2004年度工作总结"],
        )

    def test_it_says_what_was_frozen_and_leaves_the_annexes_to_the_copies(self):
        report = self.accepted()
        ReportSection.objects.filter(report=report).update(body="后来改的")

        (paper,) = self.volume().papers

        self.assertNotIn("后来改的", str(paper))
        self.assertIsInstance(paper.blocks[-1], Signature)
        self.assertEqual([b for b in paper.blocks if isinstance(b, Annex)], [])

    def test_the_latest_copy_is_bound_where_one_was_returned(self):
        report = self.reported()
        report.send_back(by=self.officer, note="补写进度")
        report.rewrite(
            by=self.clerk,
            version=report.version,
            title="改过的总结",
            cutoff_on=report.cutoff_on,
            sections=[("", "改好了。")],
        )
        report.sign(by=self.clerk, signed_by="陈国安")
        services.report_to_county(report, by=self.clerk)
        report.accept(by=self.officer)

        self.assertEqual([paper.title for paper in self.volume().papers], ["改过的总结"])

    def test_another_county_binds_nothing_of_it(self):
        self.accepted()
        stranger = make_user(role=Role.COUNTY, county=make_county())

        self.assertEqual(copies_of(stranger, 2004), [])

    def test_one_copy_costs_as_many_queries_as_three(self):
        self.accepted()
        with counted_queries() as one:
            self.volume()
        for name in ("石桥镇", "白水乡"):
            self.accepted(township=make_township(county=self.county, name=name))
        with counted_queries() as three:
            self.volume()

        self.assertEqual(len(three), len(one))

    def test_the_county_downloads_it_and_the_trail_tells(self):
        self.accepted()
        self.client.force_login(self.officer)

        page = self.client.get(reverse("summaries:index"))
        response = self.client.get(reverse("summaries:volume", args=["pdf"]))

        self.assertContains(page, reverse("summaries:volume", args=["pdf"]))
        document = pymupdf.open(stream=response.content)
        self.assertIn("合订本", bare(document[0].get_text()))
        self.assertIn("清溪镇政协联工委2004年度工作总结", bare(document[1].get_text()))
        trace = AuditEvent.objects.filter(action="download_pdf").last()
        self.assertEqual(trace.detail, {"paper": "2004年度工作总结合订本"})

    def test_with_nothing_accepted_there_is_nothing_to_bind(self):
        self.reported()
        self.client.force_login(self.officer)

        page = self.client.get(reverse("summaries:index"))
        response = self.client.get(reverse("summaries:volume", args=["docx"]))

        self.assertNotContains(page, "合订本")
        self.assertRedirects(response, reverse("summaries:index"))
        self.assertEqual(
            [str(message) for message in get_messages(response.wsgi_request)],
            ["本年度还没有接收的年终总结，接收以后才能合订。"],
        )

    def test_a_volume_too_large_for_the_press_says_so_on_the_list(self):
        self.accepted()
        self.client.force_login(self.officer)
        copy = copies_of(self.officer, 2004)[0]
        copy.text["sections"] = [["", "总结全年工作。\n" * 60_000]]
        copy.save(update_fields=["text"])

        response = self.client.get(reverse("summaries:volume", args=["pdf"]))

        self.assertRedirects(response, reverse("summaries:index"))
        (message,) = get_messages(response.wsgi_request)
        self.assertIn("这份材料太大，无法排印", str(message))
