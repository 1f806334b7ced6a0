"""The words and the order of a plan as an official paper."""

import dataclasses
from datetime import date

from django.test import SimpleTestCase

from cppcc.documents.docx import render_docx
from cppcc.documents.html import render_html
from cppcc.documents.pdf import render_pdf
from cppcc.documents.prose import numeral
from cppcc.documents.tree import Annex, Heading
from cppcc.documents.words import text_of
from plans.documents.plan import PlanText, SectionText, TaskText, plan_document
from tests.cppcc.test_documents import bare, docx_text, html_text, pdf_text

STUDY = TaskText(
    text="每季度集中学习一次，\n检查学习效果。",
    milestones=((date(2004, 3, 31), "第一季度"), (date(2004, 6, 30), "")),
    responsibles=("赵云", "肖阳"),
    helpers="党政办",
    target="集中学习4次",
)
PLAN = PlanText(
    title="清溪镇政协联工委2004年度工作计划",
    guiding="以《工作要点》为指导。\n\n围绕中心工作。",
    goals="学习有成效。",
    sections=(
        SectionText("抓好理论学习", "学习《宪法》。", (STUDY, TaskText("写好学习笔记。"))),
        SectionText("加强自身建设", ""),
    ),
    body_name="清溪镇政协联工委",
    dated_on=date(2003, 12, 25),
)


class PlanDocumentTests(SimpleTestCase):
    def test_the_words_stand_in_their_order(self):
        self.assertEqual(
            text_of(plan_document(PLAN)).splitlines(),
            [
                "清溪镇政协联工委2004年度工作计划",
                "指导思想：以《工作要点》为指导。",
                "围绕中心工作。",
                "总体目标：学习有成效。",
                "一、抓好理论学习",
                "学习《宪法》。",
                "1.每季度集中学习一次，检查学习效果。",
                "2.写好学习笔记。",
                "二、加强自身建设",
                "附件：年度任务分解表",
                "清溪镇政协联工委",
                "2003年12月25日",
                "附件",
                "年度任务分解表",
                *("序号", "任务", "时间节点", "责任人", "目标"),
                *("一、1", "每季度集中学习一次，检查学习效果"),
                "3月31日，第一季度；6月30日",
                *("赵云、肖阳；协助：党政办", "集中学习4次"),
                *("一、2", "写好学习笔记", "—", "—", "—"),
            ],
        )

    def test_without_an_annex_each_task_says_itself_what_it_asks_for(self):
        paper = plan_document(dataclasses.replace(PLAN, is_annexed=False))

        told = text_of(paper).splitlines()

        self.assertEqual(
            told[6:],
            [
                "1.每季度集中学习一次，检查学习效果（时间节点：3月31日，第一季度；6月30日。"
                "责任人：赵云、肖阳。协助：党政办。目标：集中学习4次）。",
                "2.写好学习笔记。",
                "二、加强自身建设",
                "清溪镇政协联工委",
                "2003年12月25日",
            ],
        )

    def test_without_a_task_there_is_no_annex(self):
        empty = SectionText("抓好理论学习", "")

        blocks = plan_document(dataclasses.replace(PLAN, sections=(empty,))).blocks

        self.assertEqual([block for block in blocks if isinstance(block, Annex)], [])
        self.assertNotIn("附件", text_of(plan_document(dataclasses.replace(PLAN, sections=()))))

    def test_an_empty_plan_is_a_title_and_a_signature(self):
        empty = dataclasses.replace(PLAN, guiding="", goals="", sections=())

        self.assertEqual(
            text_of(plan_document(empty)).splitlines(),
            ["清溪镇政协联工委2004年度工作计划", "清溪镇政协联工委", "2003年12月25日"],
        )

    def test_section_headings_are_headings_of_the_first_level(self):
        headings = [block for block in plan_document(PLAN).blocks if isinstance(block, Heading)]

        self.assertEqual(headings, [Heading("一、抓好理论学习"), Heading("二、加强自身建设")])

    def test_page_pdf_and_word_say_the_same(self):
        paper = plan_document(PLAN)
        words = bare(text_of(paper))

        self.assertEqual(html_text(render_html(paper)), words)
        self.assertEqual(pdf_text(render_pdf(paper)), words)
        self.assertEqual(docx_text(render_docx(paper)), words)

    def test_numerals_go_on_after_ten(self):
        numbers = (1, 9, 10, 11, 19, 20, 21, 99, 100)

        self.assertEqual(
            [numeral(number) for number in numbers],
            ["一", "九", "十", "十一", "十九", "二十", "二十一", "九十九", "100"],
        )
