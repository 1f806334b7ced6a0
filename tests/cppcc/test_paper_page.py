"""The page of GB/T 9704-2012, measured in millimetres on the printed page."""

import itertools

import pymupdf
from django.test import SimpleTestCase
from PIL import Image, ImageChops

from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import (
    Addressee,
    Annex,
    Attachments,
    Attendees,
    Copies,
    Document,
    Heading,
    LetterHead,
    MinutesHead,
    Note,
    Photos,
    RedHead,
    Signature,
    Volume,
    paragraph,
)
from tests.cppcc.test_documents import (
    DAY,
    MM,
    PROSE,
    bare,
    body_lines,
    make_chart,
    make_photo,
    make_sheet,
    make_table,
)

DPI = 300
LEFT, TOP, RIGHT, BOTTOM = 28, 37, 184, 262  # the type area
CELL = 156 / 28
BODY = "清溪镇政协联工委"


def printed(title, *blocks, head=None):
    """The pages of a paper."""
    return list(opened(Document(title, blocks, BODY, DAY, head)))


def opened(paper):
    return pymupdf.open(stream=render_pdf(paper))


def ink(page, x0=0.0, y0=0.0, x1=210.0, y1=297.0, *, red=False):
    """Where there is ink within a part of the page: left, top, right, bottom; None if nowhere."""
    clip = pymupdf.Rect(x0 * MM, y0 * MM, x1 * MM, y1 * MM)
    drawn = page.get_pixmap(dpi=DPI, clip=clip)
    channels = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples).split()
    r, g, _ = channels
    if red:
        mask = ImageChops.darker(
            r.point(lambda v: 255 * (v > 150)), g.point(lambda v: 255 * (v < 110))
        )
    else:
        mask = r.point(lambda v: 255 * (v < 128))
    box = mask.getbbox()
    if box is None:
        return None
    left, top, right, bottom = (side * 25.4 / DPI for side in box)
    return x0 + left, y0 + top, x0 + right, y0 + bottom


def place(page, words):
    """The box of the first place where the words stand, in millimetres."""
    return tuple(side / MM for side in page.search_for(words)[0])


class MeasuredCase(SimpleTestCase):
    def assertMillimetres(self, measured, wanted, within=0.5):
        self.assertAlmostEqual(measured, wanted, delta=within)


class TypeAreaTests(MeasuredCase):
    def test_every_wrapped_line_ends_at_the_edge_also_with_punctuation_and_numbers(self):
        texts = (
            PROSE * 4,
            "“一”“二”（三）《四》——五……六、七；八：九？十！" * 12,
            "2025年12月6日，完成1,846件，占98.6%，其中A类126件、B类37件。" * 12,
            "阿依古丽·买买提、欧阳建国（女，土家族）等7名委员参加视察。" * 12,
        )
        pages = printed("题", *map(paragraph, texts))

        ends = [
            row[-1][2] / MM
            for page in pages
            for (_, row), (_, following) in itertools.pairwise(body_lines(page))
            if following[0][0] / MM < LEFT + 1  # the next line is not the first of a paragraph
        ]
        self.assertGreater(len(ends), 40)
        self.assertEqual([round(end, 2) for end in ends if abs(end - 183.9) > 0.6], [])

    def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(self):
        pages = printed("题", paragraph("“一”（二）《三》，四。五；六：七、八？九！" * 60))

        lines = ["".join(c for _, c, _ in row) for page in pages for _, row in body_lines(page)]
        self.assertGreater(len(lines), 30)
        self.assertEqual([line for line in lines if line[0] in "，。；：、？！”）》"], [])
        self.assertEqual([line for line in lines if line[-1] in "“（《"], [])

    def test_page_marks_stand_7_mm_below_one_character_from_the_outside(self):
        right, left = printed("题", paragraph(PROSE * 12))[:2]

        first, second = ink(right, y0=263), ink(left, y0=263)

        self.assertMillimetres(first[2], RIGHT - 14 / MM)
        self.assertMillimetres(second[0], LEFT + 14 / MM)
        dash = ink(right, place(right, "— 1 —")[0], 263, place(right, "— 1 —")[0] + 4, 290)
        self.assertMillimetres(dash[1], BOTTOM + 7)

    def test_a_heading_is_never_the_last_line_of_a_page(self):
        for count in range(18, 23):
            filler = paragraph("一二三四五六七" * (4 * count))
            pages = printed("题", filler, Heading("二、下步打算"), paragraph(PROSE))
            ends = [bare(page.get_text()).partition("—1—")[0][-6:] for page in pages]
            with self.subTest(lines=count):
                self.assertNotIn("二、下步打算", ends)

    def test_annexes_and_signature_take_words_of_the_body_along(self):
        for count in range(12, 22):
            body = paragraph("一二三四五六七" * (4 * count))
            last = printed(
                "题", body, Attachments(("甲表", "乙表")), Signature(BODY, DAY), Note("联系人")
            )[-1]
            with self.subTest(lines=count):
                words = bare(last.get_text())
                self.assertRegex(words, "[一二三四五六七]附件：1.甲表2.乙表" + BODY)

    def test_a_caption_stays_with_its_table(self):
        for count in range(14, 22):
            filler = paragraph("一二三四五六七" * (4 * count))
            for page in printed("题", filler, make_table(rows=30)):
                if place_of := page.search_for("表1 主要指标"):
                    with self.subTest(lines=count):
                        self.assertGreater(page.search_for("126.7%")[0].y0, place_of[0].y1)

    def test_two_photographs_fill_a_page(self):
        photos = Photos(tuple(make_photo(caption=f"照片{n}") for n in "甲乙丙"))

        pages = printed("题", paragraph("如下。"), Annex("附件", "照片", (photos,)))

        self.assertEqual(
            [sorted(set("甲乙丙") & set(page.get_text())) for page in pages],
            [[], sorted("甲乙"), ["丙"]],
        )

    def test_a_high_photograph_keeps_its_shape(self):
        page = printed("题", Photos((make_photo(width=300, height=600),)))[0]

        (image,) = page.get_image_info()
        x0, y0, x1, y1 = image["bbox"]
        self.assertMillimetres((y1 - y0) / MM, 78)
        self.assertMillimetres((x1 - x0) / MM, 39)


class HeadTests(MeasuredCase):
    def test_the_red_mark_stands_35_mm_below_the_type_areas_edge(self):
        for head in (RedHead(f"{BODY}文件", "清政联〔2025〕18号"), MinutesHead(f"{BODY}会议纪要")):
            page = printed("关于工作的报告", paragraph(PROSE), head=head)[0]
            with self.subTest(type(head).__name__):
                self.assertMillimetres(ink(page, y0=37, y1=100, red=True)[1], TOP + 35)

    def test_the_red_rule_is_4_mm_below_the_number_and_as_wide_as_the_type_area(self):
        head = RedHead(f"{BODY}文件", "清政联〔2025〕18号")
        page = printed("关于工作的报告", paragraph(PROSE), head=head)[0]

        number = ink(page, y0=place(page, "清政联")[1], y1=place(page, "清政联")[3])
        rule = ink(page, y0=number[3], y1=number[3] + 8, red=True)

        self.assertMillimetres(rule[1] - number[3], 4)
        self.assertMillimetres(rule[0], LEFT, 0.2)
        self.assertMillimetres(rule[2], RIGHT, 0.2)
        self.assertMillimetres((number[0] + number[2]) / 2, (LEFT + RIGHT) / 2, 1)

    def test_two_lines_are_left_free_between_rule_and_title(self):
        head = RedHead(f"{BODY}文件", "清政联〔2025〕18号")
        page = printed("关于工作的报告", paragraph(PROSE), head=head)[0]

        rule = ink(page, y0=place(page, "清政联")[3] + 1, y1=place(page, "清政联")[3] + 8, red=True)
        title = ink(page, y0=rule[3] + 1, y1=place(page, "关于工作的报告")[3])

        self.assertMillimetres(title[1] - rule[3], 2 * 225 / 22 + 1.4, 1)

    def test_a_paper_that_goes_up_names_its_signer_at_the_right(self):
        head = RedHead(f"{BODY}文件", "清政联〔2025〕18号", "张建国", "特急")
        page = printed("关于工作的报告", paragraph(PROSE), head=head)[0]

        number, signer = place(page, "清政联〔2025〕18号"), place(page, "签发人：张建国")

        self.assertMillimetres(number[0], LEFT + CELL)
        self.assertMillimetres(signer[2], RIGHT - CELL)
        self.assertMillimetres(number[1], signer[1])
        self.assertMillimetres(place(page, "特急")[0], LEFT)
        self.assertMillimetres(ink(page, y1=60)[1], TOP + 2, 1)

    def test_minutes_name_who_was_there_with_names_below_names(self):
        names = "、".join(["张建国", "李秀英", "王建军", "刘志强"] * 2)
        page = printed(
            "会议纪要",
            paragraph("议定事项。"),
            Attendees((("出席", names), ("请假", "孙丽"))),
            head=MinutesHead(f"{BODY}会议纪要", "第3期", BODY, DAY),
        )[0]

        rows = [row for _, row in body_lines(page)]
        first = next(at for at, row in enumerate(rows) if row[0][1] == "出")

        self.assertMillimetres(rows[first][0][0] / MM, LEFT + 2 * CELL)
        self.assertMillimetres(rows[first + 1][0][0] / MM, LEFT + 5 * CELL)
        self.assertEqual(
            ["".join(c for _, c, _ in row) for row in rows[first : first + 3]],
            [
                "出席：张建国、李秀英、王建军、刘志强、张建国、",
                "李秀英、王建军、刘志强",
                "请假：孙丽",
            ],
        )
        self.assertMillimetres(place(page, "2025年12月6日")[2], RIGHT - CELL)


class LetterTests(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        head = LetterHead("清溪县交通运输局", "清交函〔2025〕37号", "A")
        blocks = (
            Addressee("张建国委员："),
            paragraph(PROSE * 6),
            Signature("清溪县交通运输局", DAY),
            Note("联系人：李明"),
            Copies("县政协提案委员会"),
        )
        cls.first, cls.second = printed("关于第37号提案答复的函", *blocks, head=head)

    def test_the_red_mark_stands_30_mm_below_the_edge_of_the_page(self):
        self.assertMillimetres(ink(self.first, y1=45, red=True)[1], 30)

    def test_double_rules_stand_below_the_mark_and_20_mm_above_the_lower_edge(self):
        mark = ink(self.first, 60, 20, 150, 41, red=True)
        above = ink(self.first, y0=mark[3] + 1, y1=50, red=True)
        below = ink(self.first, y0=265, red=True)

        self.assertMillimetres(above[1] - mark[3], 4)
        self.assertMillimetres(below[3], 277)
        for rule in (above, below):
            self.assertMillimetres(rule[0], 20, 0.2)
            self.assertMillimetres(rule[2], 190, 0.2)

    def test_the_thick_line_is_outside_on_both(self):
        column = self.first.get_pixmap(dpi=DPI, clip=pymupdf.Rect(70, 0, 71, 297 * MM))
        rows = [column.pixel(1, y)[1] < 110 for y in range(column.height)]
        runs = [len(list(run)) for is_red, run in itertools.groupby(rows) if is_red]

        self.assertEqual(len(runs), 4)
        self.assertGreater(runs[0], 2 * runs[1])
        self.assertGreater(runs[3], 2 * runs[2])

    def test_number_and_class_letter_end_at_the_right_edge(self):
        self.assertMillimetres(place(self.first, "清交函〔2025〕37号")[2], RIGHT)
        self.assertMillimetres(place(self.first, "A")[2], RIGHT)
        self.assertLess(place(self.first, "A")[3], 30)

    def test_the_first_page_has_no_page_mark_and_the_second_has(self):
        self.assertNotIn("— 1 —", self.first.get_text())
        self.assertIn("— 2 —", self.second.get_text())

    def test_the_second_page_has_no_rules(self):
        self.assertIsNone(ink(self.second, red=True))


class EndMarkTests(MeasuredCase):
    def test_it_ends_where_the_type_area_ends_and_is_as_wide(self):
        for copies in (Copies("镇党委", BODY, DAY), Copies("镇党委"), Copies("", BODY, DAY)):
            page = printed("题", paragraph(PROSE * 9), copies)[-1]
            box = ink(page, y0=230, y1=264)
            with self.subTest(copies):
                self.assertMillimetres(box[3], BOTTOM)
                self.assertMillimetres(box[0], LEFT, 0.2)
                self.assertMillimetres(box[2], RIGHT, 0.2)

    def test_a_page_that_holds_it_alone_is_counted(self):
        pages = printed("题", paragraph("一二三四五六七" * 79), Copies("镇党委", BODY, DAY))

        self.assertEqual([bare(page.get_text())[-3:] for page in pages], ["—1—", "—2—"])
        self.assertTrue(bare(pages[-1].get_text()).startswith("抄送"))

    def test_words_stand_one_character_inside(self):
        page = printed("题", paragraph("正文。"), Copies("镇党委", BODY, DAY))[-1]

        self.assertMillimetres(place(page, "抄送：")[0], LEFT + 14 / MM)
        self.assertMillimetres(place(page, "2025年12月6日印发")[2], RIGHT - 14 / MM)


class VolumeTests(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        papers = (
            Document("第一件", (paragraph(PROSE * 9), Signature(BODY, DAY))),
            Document("第二件", (paragraph(PROSE),), head=LetterHead("清溪县交通运输局")),
            Document("第三件", (make_sheet(), make_chart())),
        )
        cls.document = opened(Volume("2025年度工作总结合订本", papers, "政协清溪县委员会", DAY))
        cls.pages = [bare(page.get_text()) for page in cls.document]

    def test_cover_and_contents_carry_no_mark_and_the_first_paper_begins_on_page_1(self):
        self.assertEqual(
            self.pages[:2],
            [
                "2025年度工作总结合订本政协清溪县委员会2025年12月",
                self.pages[1],
            ],
        )
        self.assertNotIn("—", self.pages[1])
        self.assertTrue(self.pages[2].startswith("第一件") and self.pages[2].endswith("—1—"))

    def test_the_contents_name_the_page_of_each_paper(self):
        contents = self.pages[1].replace("…", "").replace(".", "").replace("·", "")

        starts = {
            title: next(n for n, words in enumerate(self.pages[2:], 1) if title in words)
            for title in ("第一件", "第二件", "第三件")
        }
        self.assertEqual(contents, "目录" + "".join(f"{t}{n}" for t, n in starts.items()))
        self.assertEqual(starts["第一件"], 1)
        self.assertGreater(starts["第二件"], 2)

    def test_the_letter_within_keeps_its_unmarked_first_page(self):
        (letter,) = [words for words in self.pages if "第二件" in words and "目录" not in words]

        self.assertNotRegex(letter, r"—\d—")

    def test_the_first_paper_begins_on_a_right_hand_page(self):
        self.assertMillimetres(ink(self.document[2], y0=263)[2], RIGHT - 14 / MM)

    def test_an_empty_page_before_the_first_paper_is_neither_marked_nor_counted(self):
        papers = tuple(Document(f"第{n}件", (paragraph("正文。"),)) for n in range(1, 26))

        pages = [bare(page.get_text()) for page in opened(Volume("合订本", papers, BODY, DAY))]

        self.assertEqual(pages[3:6], ["", "第1件正文。—1—", "第2件正文。—2—"])

    def test_it_has_one_outline(self):
        self.assertEqual(
            [(level, title) for level, title, _ in self.document.get_toc() if level == 1],
            [
                (1, "2025年度工作总结合订本"),
                (1, "目录"),
                (1, "第一件"),
                (1, "第二件"),
                (1, "第三件"),
            ],
        )
