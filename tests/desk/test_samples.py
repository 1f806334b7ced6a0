"""Sample papers: the same words in every rendering, and nothing in them that should not be."""

import re

import pymupdf
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc.documents.docx import render_docx
from cppcc.documents.html import render_html
from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import Volume
from cppcc.documents.words import text_of
from desk.samples import GROUPS, SAMPLES
from tests.cppcc.test_documents import bare, docx_text, html_text, pdf_text
from tests.factories import make_user

FAULTS = re.compile(r"None|nan|[，。；：、！？]{2,}|（）|《》|[,;:!?]|  |\d{4}-\d\d-\d\d")
ONE_PAGE = ("assignment", "letter", "survey", "notice", "scheme", "sign_in", "rating", "report")


class SameWordsTests(SimpleTestCase):
    def test_every_rendering_of_every_sample_says_the_same(self):
        self.assertGreater(len(SAMPLES), 15)
        for slug, sample in SAMPLES.items():
            paper = sample.make()
            words = bare(text_of(paper))
            with self.subTest(slug):
                self.assertEqual(html_text(render_html(paper)), words)
                self.assertEqual(docx_text(render_docx(paper)), words)
                if not isinstance(paper, Volume):  # its contents are followed by page numbers
                    self.assertEqual(pdf_text(render_pdf(paper)), words)

    def test_no_sample_has_holes_or_doubled_stops(self):
        found = {
            slug: match.group()
            for slug, sample in SAMPLES.items()
            if (match := FAULTS.search(text_of(sample.make())))
        }

        self.assertEqual(found, {})

    def test_the_faults_would_be_found(self):
        for text in ("电话：None", "修好了。。", "通知，。", "委员（）", "2004-03-12", "好,的"):
            with self.subTest(text):
                self.assertRegex(text, FAULTS)

    def test_a_sheet_and_a_short_paper_fit_on_their_page(self):
        pages = {
            slug: len(pymupdf.open(stream=render_pdf(SAMPLES[slug].make()))) for slug in ONE_PAGE
        }
        blank = pymupdf.open(stream=render_pdf(SAMPLES["blank"].make()))

        self.assertEqual(pages, dict.fromkeys(ONE_PAGE, 1))
        self.assertEqual(len(blank), 2)

    def test_a_sample_is_the_same_value_each_time(self):
        for slug, sample in SAMPLES.items():
            with self.subTest(slug):
                self.assertEqual(sample.make(), sample.make())

    def test_every_sample_has_an_address_of_its_own(self):
        slugs = [sample.slug for group in GROUPS for sample in group.samples]

        self.assertEqual(len(slugs), len(set(slugs)))
        self.assertEqual(set(slugs), set(SAMPLES))


class PageTests(TestCase):
    def open(self, role, name, *args):
        self.client.force_login(make_user(role=role))
        return self.client.get(reverse(name, args=args))

    def test_the_list_leads_to_every_sample(self):
        page = self.open(Role.STAFF, "desk:samples")

        for slug, sample in SAMPLES.items():
            self.assertContains(page, f'<a href="/papers/{slug}/">{sample.name}</a>', html=True)

    def test_a_sample_is_shown_and_comes_as_a_file(self):
        page = self.open(Role.COUNTY, "desk:sample", "letter")
        pdf = self.client.get(reverse("desk:sample_file", args=["letter", "pdf"]))
        word = self.client.get(reverse("desk:sample_file", args=["letter", "docx"]))

        self.assertContains(page, "关于县政协2026年第12号提案的答复")
        self.assertEqual((pdf.content[:5], word.content[:2]), (b"%PDF-", b"PK"))

    def test_the_picture_of_a_sample_is_our_own_static_file(self):
        page = self.open(Role.STAFF, "desk:sample", "blocks").content.decode()

        self.assertEqual(
            len(re.findall(r'<img src="/static/img/sample-photo[.\w]*\.jpg"', page)), 2
        )

    def test_an_unknown_sample_is_not_there(self):
        self.client.force_login(make_user(role=Role.STAFF))

        self.assertEqual(self.client.get("/papers/nothing/").status_code, 404)

    def test_the_first_page_leads_the_offices_to_the_samples_and_nobody_else(self):
        link = reverse("desk:samples")

        self.assertContains(self.open(Role.STAFF, "desk:home"), link)
        self.assertNotContains(self.open(Role.MEMBER, "desk:home"), link)
