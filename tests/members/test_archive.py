"""The archive of old papers: what is put in, who finds it, and by which words."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from cppcc.attachments import clean_name
from cppcc.audit import AuditEvent
from members.models import OldPaper
from tests.factories import make_county, make_old_paper, make_township, make_user
from tests.queries import counted_queries
from tests.sheets import rezipped, upload, word


class ArchiveTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.here = make_township(county=cls.county, name="清溪镇")
        cls.there = make_township(county=cls.county, name="锦江镇")
        cls.staff = make_user(role=Role.STAFF, township=cls.here)
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)

    def setUp(self):
        self.client.force_login(self.staff)

    def titles(self, **query) -> list[str]:
        page = self.client.get(reverse("archive:index"), query).context["page"]
        return [paper.title for paper in page]

    def put(self, body=None, name="2001年总结.docx", **typed):
        data = {"year": 2001, "sort": "summary", "title": "", **typed}
        data["file"] = upload(word("整修里公路") if body is None else body, name)
        return self.client.post(reverse("archive:create"), data, follow=True)


class KeepTests(ArchiveTestCase):
    def test_a_paper_is_kept_as_it_came_and_its_words_are_found(self):
        body = word("整修里公路")

        page = self.put(body)

        self.assertContains(page, "整修里公路")
        paper = OldPaper.objects.get()
        self.assertEqual(
            (paper.title, paper.file_name, paper.kind, paper.township, paper.text, paper.size),
            ("2001年总结", "2001年总结.docx", "docx", self.here, "整修里公路", len(body)),
        )
        response = self.client.get(reverse("archive:file", args=[paper.pk]))
        self.assertEqual(response.content, body)
        self.assertEqual(
            {
                name: response[name]
                for name in ("X-Content-Type-Options", "Content-Security-Policy")
            },
            {
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "default-src 'none'; sandbox",
            },
        )
        self.assertIn("attachment", response["Content-Disposition"])
        self.assertEqual(paper.path.stat().st_mode & 0o777, 0o640)
        self.assertEqual(AuditEvent.objects.latest("pk").action, "download_file")

    def test_what_may_not_be_kept_is_told_at_the_file(self):
        macro = rezipped(word("总结"), {"word/vbaProject.bin": b"x"})
        for body, name, words in (
            (macro, "总结.docx", "宏"),
            (b"MZ", "总结.exe", "只能上传"),
            (b"<html>", "总结.pdf", "网页改了扩展名"),
            (b"", "总结.pdf", "文件是空的"),
        ):
            with self.subTest(words):
                errors = self.put(body, name).context["form"].errors
                self.assertIn(words, errors["file"][0])
        self.assertEqual(OldPaper.objects.count(), 0)

    def test_a_year_to_come_is_refused(self):
        errors = self.put(year=2005).context["form"].errors

        self.assertEqual(errors, {"year": ["请填1990年到今年之间的年度。"]})

    def test_the_county_says_whose_paper_it_is_and_a_clerk_cannot(self):
        self.put(township=self.there.pk)
        self.assertEqual(OldPaper.objects.get().township, self.here)
        self.client.force_login(self.officer)

        self.put(township=self.there.pk, title="锦江镇总结")
        self.put(title="县政协总结")

        rows = OldPaper.objects.order_by("pk").values_list("title", "township__name")
        self.assertEqual(
            list(rows),
            [("2001年总结", "清溪镇"), ("锦江镇总结", "锦江镇"), ("县政协总结", None)],
        )

    def test_a_paper_is_mended_and_deleted_with_its_file(self):
        paper = make_old_paper(township=self.here)
        data = {"year": 2002, "sort": "ledger", "title": "2002年台账", "version": 1}
        self.client.post(reverse("archive:edit", args=[paper.pk]), data)
        paper.refresh_from_db()
        self.assertEqual((paper.year, paper.title, paper.version), (2002, "2002年台账", 2))

        stale = self.client.post(
            reverse("archive:delete", args=[paper.pk]), {"version": 1}, follow=True
        )
        self.assertContains(stale, "没有删除：同事刚刚改过这一份")
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(reverse("archive:delete", args=[paper.pk]), {"version": 2})

        self.assertEqual((OldPaper.objects.count(), paper.path.exists()), (0, False))

    def test_a_files_name_is_cleaned(self):
        for given, kept in (
            ("../../etc/总结.pdf", "总结.pdf"),
            ("..\\总结\0\r\n.pdf", "总结.pdf"),
            ("总\u202e结fdp.pdf", "总结fdp.pdf"),
            (".pdf", "文件.pdf"),
            ('<总"结>.pdf', "总结.pdf"),
        ):
            self.assertEqual(clean_name(given), kept)


class FindTests(ArchiveTestCase):
    def test_the_countys_own_papers_are_for_all_offices_a_townships_for_its_own(self):
        make_old_paper(township=self.here, title="清溪镇总结")
        make_old_paper(township=self.there, title="锦江镇总结")
        make_old_paper(county=self.county, title="县政协总结")
        make_old_paper(county=make_county(), title="外县总结")
        own = ["县政协总结", "清溪镇总结"]

        self.assertEqual(self.titles(), own)
        self.client.force_login(make_user(role=Role.LEADER, township=self.here))
        self.assertEqual(self.titles(), own)
        self.client.force_login(self.officer)
        self.assertEqual(self.titles(), ["县政协总结", "清溪镇总结", "锦江镇总结"])
        self.assertEqual(self.titles(township=self.there.pk), ["锦江镇总结"])
        for role in (Role.MEMBER, Role.UNIT):
            self.client.force_login(make_user(role=role, county=self.county))
            self.assertEqual(self.titles(), [])

    def test_words_are_looked_for_in_titles_and_texts_and_shown_in_their_place(self):
        make_old_paper(
            township=self.here, title="1998年总结", text="甲" * 60 + "整修里公路。", year=1998
        )
        make_old_paper(township=self.here, title="公路台账", text="", year=2000, sort="ledger")
        make_old_paper(township=self.here, title="别的", text="种柑橘")

        self.assertEqual(self.titles(q="公路"), ["公路台账", "1998年总结"])
        self.assertEqual(self.titles(q="公路 整修"), ["1998年总结"])
        self.assertEqual(self.titles(q="公路", sort="ledger"), ["公路台账"])
        self.assertEqual(self.titles(year=1998, township="x"), ["1998年总结"])
        page = self.client.get(reverse("archive:index"), {"q": "里公路"})
        self.assertContains(page, f"…{'甲' * 38}整修里公路。")

    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        counts = []
        for rows in (1, 3):
            while OldPaper.objects.count() < rows:
                make_old_paper(township=self.here)
            with counted_queries() as queries:
                self.assertEqual(len(self.titles()), rows)
            counts.append(len(queries))
        self.assertEqual(counts[0], counts[1])
