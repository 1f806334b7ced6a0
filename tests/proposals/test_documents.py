"""The form sheet of a proposal: the same words on the page, in the PDF and in the Word file."""

from datetime import date

from django.test import TestCase

from cppcc.documents.docx import render_docx
from cppcc.documents.html import render_html
from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import Heading, facts
from cppcc.documents.words import text_of
from members.models import RefusalReason
from proposals.documents import proposal_document
from proposals.models import Cosigner, Proposal
from proposals.workflow import Status
from tests.cppcc.test_documents import bare, docx_text, html_text, pdf_text
from tests.factories import (
    grade,
    make_county,
    make_membership,
    make_proposal,
    make_reply,
    make_township,
    make_unit,
)


def values_of(sheet):
    """What stands beside each label of a form sheet."""
    return {label.text: value.text for label, value in sheet.rows}


class PaperTests(TestCase):
    def setUp(self):
        self.county = make_county(body_name="政协宜县委员会")
        self.township = make_township(county=self.county)
        self.proposer = make_membership(township=self.township, name="赵耒")

    def paper(self, **fields):
        proposal = make_proposal(proposer=self.proposer, **fields)
        return proposal, lambda: proposal_document(
            Proposal.objects.for_detail().get(pk=proposal.pk), proposal.proposer.member.phone
        )

    def test_a_draft_is_a_sheet_with_its_empty_boxes(self):
        _, paper = self.paper()

        document = paper()

        self.assertEqual(document.title, "政协宜县委员会提案")
        (sheet,) = document.blocks
        self.assertEqual(
            tuple(values_of(sheet).items()),
            (
                ("编号", "—"),
                ("案由", "关于整修里公路的建议"),
                ("类别", "经济"),
                ("第一提案人", "赵耒"),
                ("界别", "中共"),
                ("单位及职务", "某厂厂长"),
                ("联系电话", "—"),
                ("联名委员", "—"),
                ("提交日期", "—"),
                ("是否同意公开", "同意"),
                ("情况与分析", "里公路多处塌方。"),
                ("具体建议", "请交通局列入今年计划。"),
                ("建议承办单位", "—"),
                ("审查结果", "—"),
                ("承办单位", "—"),
                ("交办日期", "—"),
                ("答复期限", "—"),
            ),
        )

    def test_every_reply_follows_the_sheet_with_what_the_proposer_says_of_it(self):
        unit = make_unit(county=self.county, name="交通局")
        proposal, paper = self.paper(status=Status.CLOSED, number=12, handler=unit)
        Cosigner.objects.create(
            county=self.county,
            proposal=proposal,
            membership=make_membership(township=self.township, name="肖阳"),
        )
        make_reply(
            proposal=proposal, satisfaction=grade(self.county, "不满意"), comment="没有时间。"
        )
        make_reply(proposal=proposal, on=date(2004, 6, 1), text="六月修。", contact="孙工")

        sheet, first_heading, first, second_heading, second = paper().blocks

        values = values_of(sheet)
        self.assertEqual(
            [values[label] for label in ("编号", "联名委员", "审查结果", "承办单位", "答复期限")],
            ["2004年第12号", "肖阳", "立案", "交通局", "2004年6月12日"],
        )
        self.assertEqual([first_heading, second_heading], [Heading("办理答复")] * 2)
        self.assertEqual(
            first,
            facts(
                (
                    ("承办单位", "交通局"),
                    ("答复日期", "2004年5月20日"),
                    ("答复类别", "A类（已解决或基本解决）"),
                    ("答复内容", "已列入今年的整修计划。"),
                    ("联系人及电话", "—"),
                    ("委员反馈", "不满意"),
                    ("反馈意见", "没有时间。"),
                )
            ),
        )
        self.assertEqual(values_of(second)["委员反馈"], "未反馈")

    def test_the_reason_for_not_filing_stands_on_it(self):
        reason = RefusalReason.objects.get(county=self.county, name="不属于本级职权")
        _, paper = self.paper(status=Status.DECLINED, refusal=reason)

        self.assertEqual(values_of(paper().blocks[0])["审查结果"], "不予立案：不属于本级职权")

    def test_page_pdf_and_word_file_have_the_same_words(self):
        proposal, paper = self.paper(
            status=Status.REPLIED, situation="一是塌方。\n二是积水。<b>&amp;"
        )
        make_reply(proposal=proposal)
        document = paper()
        words = bare(text_of(document))

        self.assertIn("二是积水。<b>&amp;", words)
        self.assertEqual(html_text(render_html(document)), words)
        self.assertEqual(pdf_text(render_pdf(document)), words)
        self.assertEqual(docx_text(render_docx(document)), words)
