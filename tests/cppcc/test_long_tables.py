"""Long tables: quick, and on the page as the engine left alone would set them."""

import gc
import io
import itertools
import pickle
import subprocess
import sys

import docx as word
import pymupdf
from django.conf import settings
from django.test import SimpleTestCase

from cppcc.documents.docx import render_docx
from cppcc.documents.html import page_html, render_html
from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import Document, Table, paragraph, photos_of
from cppcc.press.client import ENVIRONMENT
from cppcc.press.engine import collector_paused
from tests.cppcc.test_documents import bare, docx_text, html_text, make_paper, pdf_text

HEAD = ("序号", "提案案由", "提案人", "承办单位", "办理情况", "满意度")
CAUSES = ("关于加快里公路道路维修改造的提案", "关于村卫生室药品配备的提案")


def ledger(rows, *, caption="表1 提案办理情况一览表"):
    """A table with short cells and long ones, numbers and sentences."""
    body = tuple(
        (str(number), CAUSES[number % 2], "张三四等5名委员", "县交通运输局", "A类", "满意")
        for number in range(1, rows + 1)
    )
    return Table(HEAD, body, caption=caption)


def pages(pdf):
    return list(pymupdf.open(stream=pdf))


SIDE_BY_SIDE = """
import pickle, sys
import pydyf
from weasyprint import HTML
from weasyprint.layout import block

def names():
    return block.block_container_layout, pydyf.zlib, HTML._ua_stylesheets

def set_names(layout, zlib, styles):
    block.block_container_layout, pydyf.zlib, HTML._ua_stylesheets = layout, zlib, styles

original = names()
from cppcc.press.engine import Engine

engine, boxes = Engine(), []
pages = pickle.load(sys.stdin.buffer)
ours, *others = names()

def noted(context, box, *args, **options):
    boxes.append(type(box).__name__)
    return ours(context, box, *args, **options)

set_names(noted, *others)
quick = [engine.press(*page) for page in pages]
set_names(*original)
alone = [engine.press(*page) for page in pages]
pickle.dump((quick, alone, boxes.count("TableCellBox")), sys.stdout.buffer)
"""


class SamePageTests(SimpleTestCase):
    """A private function of the engine that has changed shows here."""

    def test_pages_are_set_as_by_the_engine_left_alone(self):
        tall = Table(("情况",), (("里公路道路维修改造" * 260,),) * 2)  # a row is longer than a page
        papers = [Document("台账", (paragraph("如下。"), ledger(70), tall)), make_paper()]

        quick, alone, cells = self.side_by_side(papers)

        self.assertGreater(cells, 71 * 6)
        for ours, theirs in zip(quick, alone, strict=True):
            self.assertLess(len(ours), 1.04 * len(theirs))
            self.assertEqual(len(pages(ours)), len(pages(theirs)))
            for page, other in zip(pages(ours), pages(theirs), strict=True):
                self.assertEqual(page.get_text("rawdict"), other.get_text("rawdict"))
                self.assertLess(self.difference(page, other), 0.001)

    def side_by_side(self, papers):
        """The PDFs with what quick.py replaces and without it, and how many cells were laid out
        through the name that it replaces."""
        given = [(page_html(paper), [photo.data for photo in photos_of(paper)]) for paper in papers]
        done = subprocess.run(
            [sys.executable, "-c", SIDE_BY_SIDE],
            input=pickle.dumps([(str(html), photos) for html, photos in given]),
            capture_output=True,
            env=ENVIRONMENT,
            cwd=settings.BASE_DIR,
            check=True,
        )
        return pickle.loads(done.stdout)

    def difference(self, page, other):
        """The share of the pixels that differ: where rules meet, a few greys."""
        pictures = [each.get_pixmap(colorspace=pymupdf.csGRAY).samples for each in (page, other)]
        differing = sum(a != b for a, b in zip(*pictures, strict=True))
        return differing / len(pictures[0])

    def test_the_collector_is_on_again_after_a_failure(self):
        with self.assertRaises(ZeroDivisionError), collector_paused():
            self.assertFalse(gc.isenabled())
            1 / 0  # noqa: B018

        self.assertTrue(gc.isenabled())


class LongTableTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table = ledger(1000)
        cls.paper = Document("台账", (cls.table,))
        cls.pdf = render_pdf(cls.paper)
        cls.words = bare("台账" + cls.table.caption + "".join((*HEAD, *sum(cls.table.rows, ()))))

    def test_the_words_are_the_same_in_html_pdf_and_word(self):
        head = bare("".join(HEAD))
        printed = pdf_text(self.pdf)
        first = printed.index(head) + len(head)

        self.assertEqual(printed.count(head), len(pages(self.pdf)))
        self.assertEqual(printed[:first] + printed[first:].replace(head, ""), self.words)
        self.assertEqual(html_text(render_html(self.paper)), self.words)
        self.assertEqual(docx_text(render_docx(self.paper)), self.words)

    def test_it_is_one_table_on_the_screen_and_in_word(self):
        file = word.Document(io.BytesIO(render_docx(self.paper)))

        self.assertEqual(render_html(self.paper).count("<table"), 1)
        self.assertEqual([len(table.rows) for table in file.tables], [1001])

    def test_no_row_is_broken_and_the_caption_stays_with_the_head(self):
        rows = [page.find_tables().tables[0].extract() for page in pages(self.pdf)[:3]]
        numbers = [int(row[0]) for row in itertools.chain(*(each[1:] for each in rows))]

        self.assertEqual([bare("".join(each[0])) for each in rows], [bare("".join(HEAD))] * 3)
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        self.assertEqual(
            {bare("".join(row[1:])) for each in rows for row in each[1:]},
            {bare("".join(row[1:])) for row in self.table.rows[:2]},
        )
        self.assertIn(bare(self.table.caption + "".join(HEAD)), bare(pages(self.pdf)[0].get_text()))

    def test_no_row_stands_alone_on_the_last_page(self):
        """As many rows as just pass a page: one would go over, so that the row before goes too."""
        on_the_first = len(pages(self.pdf)[0].find_tables().tables[0].extract()) - 1
        paper = Document("台账", (ledger(on_the_first + 1),))

        shared = [
            len(page.find_tables().tables[0].extract()) - 1 for page in pages(render_pdf(paper))
        ]

        self.assertEqual(shared, [on_the_first - 1, 2])
