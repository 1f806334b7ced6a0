"""One paper, three renderings: the same words, on the page that GB/T 9704-2012 asks for."""

import datetime
import io
import itertools
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import docx as word
import pymupdf
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.test import SimpleTestCase
from PIL import Image

from cppcc import CHECKOUT
from cppcc.documents import measure, tree
from cppcc.documents.docx import render_docx, write
from cppcc.documents.html import page_html, render_html
from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import (
    Addressee,
    Annex,
    Attachments,
    Attendees,
    Cell,
    Chart,
    Copies,
    Document,
    FigureValue,
    Heading,
    Items,
    Note,
    Paragraph,
    Photo,
    Photos,
    RedHead,
    Sheet,
    Signature,
    Table,
    Volume,
    facts,
    label,
    paragraph,
)
from cppcc.documents.words import text_of
from cppcc.press.errors import MissingGlyphError
from cppcc.press.fonts import check_setup, require_glyphs

DAY = datetime.date(2025, 12, 6)
MM = 72 / 25.4
RARE = "𬭎㛃堃喆犇翀赟耒㐂䶮"
UNKNOWN = (TypeError, TemplateDoesNotExist)
PROSE = (
    "全年开展“委员大讲堂”4期、“有事好商量”协商议事11场，报送《社情民意信息》64条，办复率100%；"
    "协调解决饮水、道路、就医等问题29个（其中：饮水7个），群众满意度98.6%——较上年提高2.1个百分点。"
)


def make_table(*, rows=3):
    head = ("序号", "工作内容", "完成率")
    body = tuple((str(number), "委员提案（件）", "126.7%") for number in range(1, rows + 1))
    return Table(head, body, caption="表1 主要指标")


def make_photo(*, width=600, height=400, colour="#2f6f4f", caption="委员视察溪口段"):
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG")
    return Photo(file.getvalue(), caption, "/photo/")


def make_chart(**changes):
    values = {
        "caption": "图1 计划与完成",
        "labels": ("集中学习", "视察"),
        "values": (3, 2.5),
        "targets": (4, 2),
        "unit": "次",
    }
    return Chart(**values | changes)


def make_sheet():
    rows = (
        (label("姓名"), Cell("张建国"), label("届次"), Cell("十届"), Cell("照片", down=2)),
        (label("单位及职务"), Cell("清溪镇农技站站长", across=3)),
        (
            label("本人小结"),
            Cell("一是水源。\n二是管网。", across=4, lines=6, foot="（签名）　年　月　日"),
        ),
    )
    return Sheet((2, 3, 2, 3, 3), rows)


def make_paper(**changes):
    """A paper with every kind of block."""
    blocks = (
        Addressee("县政协："),
        paragraph(
            "全年集中学习", FigureValue("12次", "集中学习", "/figures/study/", 3), "。", PROSE
        ),
        Heading("一、主要工作"),
        Heading("（一）学习", 2),
        Heading("1.制度", 3),
        Heading("（1）讲堂", 4),
        Items((("一是坚持领导；",), ("二是办好", FigureValue("31件"), "提案。"))),
        make_table(),
        paragraph(f"委员张{'、张'.join(RARE)}。<b>&amp;"),
        make_chart(),
        make_chart(labels=("1月", "2月"), values=(1, 0), targets=(), is_trend=True),
        Photos((make_photo(), make_photo(caption="座谈"))),
        Attendees((("出席", "张建国、李秀英"), ("请假", "孙丽"))),
        Attachments(("委员名册", "提案纸")),
        Signature("清溪镇政协联工委", DAY),
        Note("联系人：李明"),
        make_sheet(),
        Annex("附件1", "委员名册", (make_table(), paragraph("以上属实。"))),
        Annex("附件2", "提案纸", (facts((("案由", "饮水"), ("内容", "一是水源。\n二是管网。"))),)),
        Copies("镇党委", "清溪镇政协联工委", DAY),
    )
    values = {
        "title": "清溪镇政协委员联络工作委员会关于2025年度工作总结的报告",
        "blocks": blocks,
        "author": "清溪镇政协联工委",
        "on": DAY,
        "head": RedHead("清溪镇政协联工委文件", "清政联〔2025〕18号", "张建国", "特急"),
    }
    return Document(**values | changes)


def bare(text):
    """The text without white space, which the renderings place differently."""
    return re.sub(r"\s+", "", text)


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        self.words.append(data)


def html_text(html):
    parser = Words()
    parser.feed(html)
    return bare("".join(parser.words))


def pdf_text(pdf, without="$"):
    """The words of a PDF without its page marks, and without what a pattern finds in its lines."""
    texts = [re.sub(without, "", page.get_text()) for page in pymupdf.open(stream=pdf)]
    pages = map(bare, texts)
    return "".join(re.sub(r"—\d+—$", "", page) for page in pages)


def docx_text(data):
    """The words of a Word file in the order they stand in it; tables cell by cell, and those of a
    chart from its description."""
    body = word.Document(io.BytesIO(data)).element.body
    texts = (
        node.text if node.tag.endswith("}t") else node.get("descr")
        for node in body.iter()
        if node.tag.endswith("}t") or node.get("name") == "图表"
    )
    return bare("".join(filter(None, texts)))


def body_lines(page):
    """The lines of 16 point characters within the type area: [(x, character, right edge)]."""
    rows = defaultdict(list)
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                if abs(span["size"] - 16) > 0.5:
                    continue
                for char in span["chars"]:
                    if char["c"].strip():
                        x, y = char["origin"]
                        rows[round(y * 2) / 2].append((x, char["c"], char["bbox"][2]))
    return [(y, sorted(rows[y])) for y in sorted(rows)]


class TreeTests(SimpleTestCase):
    def test_equal_papers_are_equal_values_with_one_hash(self):
        self.assertEqual(make_paper(), make_paper())
        self.assertEqual(hash(make_paper()), hash(make_paper()))
        self.assertNotEqual(make_paper(), make_paper(title="另一件"))

    def test_a_row_of_the_wrong_length_is_refused(self):
        with self.assertRaises(ValueError):
            Table(("一", "二"), (("只有一格",),))

    def test_a_heading_has_four_levels(self):
        with self.assertRaises(ValueError):
            Heading("五、", 5)

    def test_control_characters_pasted_from_word_are_no_words(self):
        paper = Document("题", (paragraph("一\x0b二\x07三"),))

        self.assertEqual(text_of(paper), "题\n一\n二三")

    def test_a_long_title_is_broken_before_about(self):
        lines = measure.title_lines(make_paper().title)

        self.assertEqual(lines, ("清溪镇政协委员联络工作委员会", "关于2025年度工作总结的报告"))

    def test_a_title_is_never_broken_inside_a_number(self):
        title = "政协委员视察农村人居环境整治与乡村振兴情况2025年度第18期通报材料汇编"

        lines = measure.title_lines(title)

        self.assertEqual("".join(lines), title)
        self.assertFalse(any(re.search(r"\d$", line) for line in lines[:-1]), lines)


class SameWordsTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paper = make_paper()
        cls.words = bare(text_of(cls.paper))

    def test_the_paper_has_every_block(self):
        used = {type(block) for block in self.paper.blocks}

        self.assertEqual(used, set(get_args(tree.Block)))

    def test_html_says_what_the_value_says(self):
        self.assertEqual(html_text(render_html(self.paper)), self.words)

    def test_pdf_says_what_the_value_says(self):
        self.assertEqual(pdf_text(render_pdf(self.paper)), self.words)

    def test_word_says_what_the_value_says(self):
        self.assertEqual(docx_text(render_docx(self.paper)), self.words)

    def test_a_changed_word_changes_every_rendering(self):
        other = make_paper(title="关于另一件事的报告")

        self.assertNotEqual(html_text(render_html(other)), self.words)
        self.assertNotEqual(pdf_text(render_pdf(other)), self.words)
        self.assertNotEqual(docx_text(render_docx(other)), self.words)

    def test_every_block_has_a_template_and_a_word_form(self):
        folder = settings.BASE_DIR / "templates" / "documents"
        blocks = (*get_args(tree.Block), *get_args(tree.Head), Document, Volume)

        self.assertEqual([b for b in blocks if b not in write.registry], [])
        self.assertEqual(
            [b for b in blocks if not (folder / f"{b.__name__.lower()}.html").exists()], []
        )

    def test_an_unknown_block_fails_in_every_rendering(self):
        paper = Document("题", (object(),))

        for render in (text_of, render_html, render_pdf, render_docx):
            with self.subTest(render.__name__), self.assertRaises(UNKNOWN):
                render(paper)


class HtmlTests(SimpleTestCase):
    def test_a_figure_leads_to_its_records_on_screen_only(self):
        paper = Document("题", (paragraph(FigureValue("12次", "集中学习", "/f/")),))

        self.assertInHTML(
            '<a class="figure" href="/f/" title="集中学习">12次</a>', render_html(paper)
        )
        self.assertNotIn("href", page_html(paper))
        self.assertInHTML("<p>12次</p>", page_html(paper))

    def test_a_figure_without_records_is_no_link(self):
        html = render_html(Document("题", (paragraph(FigureValue("12次", "集中学习")),)))

        self.assertInHTML('<span class="figure" title="集中学习">12次</span>', html)

    def test_markup_in_the_words_is_shown_as_words(self):
        html = render_html(Document("<i>题</i>", (paragraph("<script>alert(1)</script>"),)))

        self.assertNotRegex(html, r"<(script|i)\b")
        self.assertIn("&lt;script&gt;", html)

    def test_nothing_is_styled_inline(self):
        self.assertNotIn("style=", page_html(make_paper()))

    def test_no_gap_opens_between_words_and_figures(self):
        paper = Document("题", (paragraph("学习", FigureValue("4次", "学习"), "，"),))

        self.assertIn("<p>学习4次，</p>", page_html(paper))


class PageTests(SimpleTestCase):
    def test_a_page_has_22_lines_of_28_characters(self):
        sheet = 22 * 28
        paper = Document("题", (paragraph("政协委员联络工作委员会" * (4 * sheet // 11)),))
        document = pymupdf.open(stream=render_pdf(paper))

        for number in (1, 2):
            lines = body_lines(document[number])
            pitch = [b - a for (a, _), (b, _) in itertools.pairwise(lines)]
            with self.subTest(page=number + 1):
                self.assertEqual([len(row) for _, row in lines], [28] * 22)
                self.assertAlmostEqual(lines[0][1][0][0] / MM, 28.0, delta=0.3)
                self.assertLess(max(row[-1][2] for _, row in lines) / MM, 184.4)
                self.assertAlmostEqual(sum(pitch) / len(pitch), 225 * MM / 22, delta=0.1)

    def test_lines_with_punctuation_and_numbers_end_flush(self):
        document = pymupdf.open(stream=render_pdf(Document("题", (paragraph(PROSE * 6),))))

        ends = [round(row[-1][2] / MM, 1) for page in document for _, row in body_lines(page)]

        self.assertGreater(len(ends), 15)
        self.assertEqual([end for end in ends[:-1] if not 183.3 < end < 184.6], [])

    def test_page_marks_stand_outside(self):
        document = pymupdf.open(stream=render_pdf(Document("题", (paragraph(PROSE * 20),))))

        right = document[0].search_for("— 1 —")[0]
        left = document[1].search_for("— 2 —")[0]

        self.assertAlmostEqual(right.x1 / MM, 184 - 14 / MM, delta=1)
        self.assertAlmostEqual(left.x0 / MM, 28 + 14 / MM, delta=1)

    def test_a_signature_never_stands_alone_on_a_page(self):
        for count in range(16, 22):
            body = paragraph("一二三四五六七" * (4 * count))
            paper = Document("题", (body, Signature("清溪镇政协联工委", DAY)))
            last = list(pymupdf.open(stream=render_pdf(paper)))[-1].get_text()
            with self.subTest(lines=count):
                self.assertRegex(bare(last), "[一二三四五六七]{2}清溪镇政协联工委2025年12月6日")

    def test_the_date_starts_two_characters_right_of_the_body(self):
        paper = Document("题", (Signature("清溪镇政协委员联络工作委员会", DAY),))
        page = pymupdf.open(stream=render_pdf(paper))[0]

        body, day = page.search_for("清溪镇政协委员联络")[0], page.search_for("2025年12月")[0]

        self.assertAlmostEqual((day.x0 - body.x0) / 15.79, 2, delta=0.1)

    def test_the_end_mark_stands_at_the_foot_of_the_last_page(self):
        paper = Document("题", (paragraph(PROSE * 9), Copies("镇党委", "联工委", DAY)))
        document = pymupdf.open(stream=render_pdf(paper))

        printed = document[-1].search_for("2025年12月6日印发")[0]

        self.assertAlmostEqual(printed.y1 / MM, 262, delta=3)

    def test_an_annex_starts_on_a_page_of_its_own(self):
        paper = Document("题", (paragraph("正文。"), Annex("附件", "名册", (make_table(),))))
        document = pymupdf.open(stream=render_pdf(paper))

        self.assertEqual([bare(page.get_text())[:4] for page in document], ["题正文。", "附件名册"])

    def test_the_head_of_a_long_table_is_printed_on_every_page(self):
        document = pymupdf.open(stream=render_pdf(Document("题", (make_table(rows=60),))))

        self.assertGreater(len(document), 2)
        self.assertEqual([len(page.search_for("工作内容")) for page in document][:3], [1, 1, 1])


class PdfTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pdf = render_pdf(make_paper())
        cls.document = pymupdf.open(stream=cls.pdf)

    def test_only_our_fonts_are_embedded(self):
        names = {font[3].split("+")[-1] for page in self.document for font in page.get_fonts()}

        self.assertEqual(
            names, {f"Paper-{face}" for face in ("FangSong", "Hei", "Kai", "Rare", "Song", "Title")}
        )
        self.assertEqual({font[1] for page in self.document for font in page.get_fonts()}, {"ttf"})

    def test_no_character_prints_as_a_box(self):
        traces = [span for page in self.document for span in page.get_texttrace()]
        glyphs = [glyph for span in traces for _, glyph, *_ in span["chars"]]

        self.assertGreater(len(glyphs), 300)
        self.assertNotIn(0, glyphs)

    def test_rare_characters_in_names_print_and_can_be_searched(self):
        words = "".join(page.get_text() for page in self.document)

        for character in RARE:
            self.assertTrue(any(page.search_for(character) for page in self.document), character)
            self.assertIn(f"张{character}", bare(words))

    def test_it_is_an_archive_file_with_title_author_language_and_outline(self):
        xmp = self.document.get_xml_metadata()

        self.assertRegex(xmp, r'pdfaid:part(="|>)3')
        self.assertRegex(xmp, r'pdfaid:conformance(="|>)U')
        self.assertEqual(self.document.metadata["title"], make_paper().title)
        self.assertEqual(self.document.metadata["author"], "清溪镇政协联工委")
        self.assertIn("zh-CN", str(self.document.xref_get_key(self.document.pdf_catalog(), "Lang")))
        self.assertEqual(
            [(level, bare(title)) for level, title, _ in self.document.get_toc()],
            [
                (1, make_paper().title),
                (2, "一、主要工作"),
                (3, "（一）学习"),
                (4, "1.制度"),
                (1, "委员名册"),
                (1, "提案纸"),
            ],
        )

    def test_a_space_beside_a_rare_character_is_printed(self):
        pdf = render_pdf(Document("题", (paragraph("张𬭎 李㛃\u3000王䶮\u00a0a"),)))

        self.assertEqual(pdf_text(pdf), "题张𬭎李㛃王䶮a")

    def test_links_stay_out_of_the_paper(self):
        self.assertEqual([link for page in self.document for link in page.get_links()], [])


class SetupTests(SimpleTestCase):
    def test_a_character_no_font_has_is_named_and_refused(self):
        for text in ("委员😀", "委员\U0002f81a", "委员\ue123"):
            with self.subTest(text), self.assertRaises(MissingGlyphError) as caught:
                render_pdf(Document("题", (paragraph(text),)))
            self.assertEqual(caught.exception.characters, (text[-1],))
            self.assertIn(text[-1], str(caught.exception))

    def test_the_standard_characters_can_be_printed(self):
        gb2312 = bytes(range(0xA1, 0xFF))
        common = [bytes((a, b)) for a in range(0xB0, 0xF8) for b in gb2312]
        text = "".join(pair.decode("gb2312", "ignore") for pair in common)
        beyond = re.search(r'BEYOND = """(.*?)"""', fonts_script().read_text(), re.DOTALL)[1]

        self.assertEqual(len(text), 6763)
        self.assertIsNone(require_glyphs(text + beyond + RARE + "㎡℃①⑩％‰〔〕“”—…·×±≥"))

    def test_a_machine_without_fonts_or_libraries_is_told_what_to_run(self):
        with tempfile.TemporaryDirectory() as empty:
            lines = check_setup(Path(empty), {"libnothing.so.9": "libnothing9"})

        self.assertEqual(
            lines,
            [
                "缺少公文字体，请运行 The fonts are missing, run: script/fonts",
                "缺少排版组件，请运行 Libraries are missing, run: apt-get install libnothing9",
            ],
        )
        self.assertEqual(check_setup(), [])

    def test_fetching_the_fonts_again_has_nothing_to_do(self):
        command = [sys.executable, str(fonts_script())]

        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=True)

        self.assertEqual(done.stdout, "字体已就绪 fonts ready: var/fonts\n")


class WordTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.data = render_docx(make_paper())
        cls.file = word.Document(io.BytesIO(cls.data))

    def test_the_same_value_gives_the_same_bytes(self):
        self.assertEqual(render_docx(make_paper()), self.data)

    def test_the_page_is_the_standard_one(self):
        section = self.file.sections[0]
        sides = (section.top_margin, section.right_margin, section.bottom_margin)

        self.assertEqual((round(section.page_width.mm), round(section.page_height.mm)), (210, 297))
        self.assertEqual(
            [round(side.mm) for side in (*sides, section.left_margin)], [37, 26, 35, 28]
        )
        self.assertIn('w:linePitch="579"', self.part("word/document.xml"))
        self.assertIn("w:evenAndOddHeaders", self.part("word/settings.xml"))

    def test_faces_are_named_as_the_offices_have_them(self):
        styles = self.part("word/styles.xml")

        for face in ("仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"):
            self.assertIn(f'w:eastAsia="{face}"', styles)

    def test_the_file_carries_the_papers_own_date(self):
        self.assertEqual(self.file.core_properties.created.date(), DAY)
        self.assertEqual(self.file.core_properties.title, make_paper().title)

    def test_headings_are_headings(self):
        levels = {p.style.name: p.text for p in self.file.paragraphs if "级标题" in p.style.name}

        self.assertEqual(
            levels,
            {
                "一级标题": "一、主要工作",
                "二级标题": "（一）学习",
                "三级标题": "1.制度",
                "四级标题": "（1）讲堂",
            },
        )

    def part(self, name):
        return zipfile.ZipFile(io.BytesIO(self.data)).read(name).decode()


def fonts_script():
    return CHECKOUT / "script" / "fonts"


class CloserTests(SimpleTestCase):
    def test_an_empty_paper_is_still_a_page(self):
        paper = Document("", (Paragraph(()),))

        self.assertEqual(len(pymupdf.open(stream=render_pdf(paper))), 1)
        self.assertEqual(docx_text(render_docx(paper)), "")
