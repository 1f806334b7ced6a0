"""The papers of a proposal: words and order of each, and how records become words."""

from datetime import date

from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from counties.models import AnswerClass, Deadline, RefusalReason
from counties.roles import Role
from cppcc.audit import AuditEvent
from cppcc.documents.tree import Heading
from proposals.documents.assignment import Limits, assignment_document
from proposals.documents.form import blank_document, proposal_document
from proposals.documents.opinion import Survey, survey_document
from proposals.documents.reply import Letter, letter_document
from proposals.documents.words import ProposalText, Proposer, ReplyText
from proposals.models import Cosigner, Proposal
from proposals.papers import document_of, may_print, papers_of
from proposals.workflow import Paper, Status
from tests.factories import (
    make_county,
    make_membership,
    make_proposal,
    make_reply,
    make_township,
    make_unit,
    make_user,
)
from tests.wording import boxes, words

AT_UNIT = {Status.ASSIGNED, Status.SIGNED, Status.REPLIED}
REPLY = ReplyText(
    unit="县交通局",
    on=date(2004, 5, 20),
    letter="A",
    answer_class="A类（已解决或基本解决）",
    text="已经修好；\n请您查看",
    contact="孙工 6221234",
)


def make_text(**changes) -> ProposalText:
    values = {
        "body_name": "政协宜县委员会",
        "year": 2004,
        "number": 12,
        "serial": 35,
        "title": "关于整修里公路的提案。",
        "category": "经济",
        "proposer": Proposer("赵耒", "中共", "某厂厂长", "13000000001"),
        "submitted_on": date(2004, 3, 1),
        "is_public": True,
        "situation": "里公路多处塌方。",
        "advice": "列入今年计划。",
        "verdict": "立案",
        "handler": "县交通局",
        "assigned_on": date(2004, 3, 12),
        "due_on": date(2004, 6, 12),
    }
    return ProposalText(**values | changes)


class WordsTests(SimpleTestCase):
    def test_a_sheet_has_a_box_for_every_fact_in_the_order_of_the_road(self):
        (sheet,) = proposal_document(make_text()).blocks

        self.assertEqual(
            boxes(sheet),
            [
                ("提案号", "第12号"),
                ("流水号", "2004-35"),
                ("类别", "经济"),
                ("案由", "关于整修里公路的提案。"),
                ("第一提案人", "赵耒"),
                ("界别", "中共"),
                ("单位及职务", "某厂厂长"),
                ("联系电话", "13000000001"),
                ("提交日期", "2004年3月1日"),
                ("联名委员", ""),
                ("建议承办单位", ""),
                ("是否同意公开", "同意"),
                ("情况与分析", "里公路多处塌方。"),
                ("具体建议", "列入今年计划。"),
                ("审查意见", "立案"),
                ("承办单位", "县交通局"),
                ("交办日期", "2004年3月12日"),
                ("答复期限", "2004年6月12日"),
            ],
        )

    def test_every_reply_follows_the_sheet_with_what_the_proposer_says_of_it(self):
        document = proposal_document(make_text(replies=(REPLY,)))

        _, heading, answer = document.blocks
        self.assertEqual(heading, Heading("办理答复"))
        self.assertEqual(
            boxes(answer),
            [
                ("承办单位", "县交通局"),
                ("答复日期", "2004年5月20日"),
                ("答复类别", "A类（已解决或基本解决）"),
                ("答复内容", "已经修好；\n请您查看"),
                ("联系人及电话", "孙工 6221234"),
                ("委员反馈", "未反馈"),
                ("反馈意见", "—"),
            ],
        )

    def test_an_empty_sheet_says_nothing_but_its_labels_and_boxes_to_tick(self):
        (sheet,) = blank_document("政协宜县委员会").blocks

        filled = [value for _, value in boxes(sheet) if value]
        self.assertEqual(filled, ["□同意　　□不同意"])

    def test_an_assignment_explains_the_due_day_and_what_the_reply_needs(self):
        limits = Limits(
            hand_back="5个工作日",
            hand_back_on=date(2004, 3, 19),
            reply="3个月",
            classes=("A类（解决）", "B类（列入计划）"),
            supervisor="县督查室",
        )

        document = assignment_document(make_text(cosigners=("肖阳",)), limits)

        self.assertEqual(
            words(document),
            [
                "政协宜县委员会提案交办单",
                *("提案编号", "2004年第12号", "提案类别", "经济"),
                *("案由", "关于整修里公路的提案。"),
                *("提案人", "赵耒、肖阳"),
                *("承办单位", "县交通局", "交办日期", "2004年3月12日"),
                *("答复期限", "2004年6月12日（自交办之日起3个月）"),
                "办理要求",
                "1.随单附送提案1件，收到后请即签收。不属于本单位职责范围的，于5个工作日内"
                "（截至2004年3月19日）说明理由，退回县政协另行交办，不得自行转办。",
                "2.办理中主动与提案人沟通，充分听取意见。",
                "3.在答复期限前办理完毕，书面答复提案人。不能按期答复的，期满前说明理由，"
                "报县政协同意。",
                "4.答复函由单位负责人签发，加盖公章，写明联系人和电话，首页右上角标明办理结果类别："
                "A类（解决）、B类（列入计划）。",
                "5.答复函附《提案办理情况征询意见表》送提案人，同时抄送县政协和县督查室。",
                "6.提案人对答复不满意的，重新办理，再次答复。",
                *("交办单位", "县政协", "（章）　年　月　日"),
                *("承办单位", "签收人", "年　月　日"),
            ],
        )

    def test_a_due_day_that_no_longer_follows_from_the_limit_stands_alone(self):
        limits = Limits("5个工作日", date(2004, 3, 19))

        self.assertIn("2004年6月12日", words(assignment_document(make_text(), limits)))

    def test_a_reply_is_a_letter_with_its_class_above_and_copies_below(self):
        document = letter_document(make_text(), Letter(REPLY, "15个工作日", "县督查室"))

        self.assertEqual(
            words(document),
            [
                *("A类", "县交通局"),
                "关于县政协2004年第12号提案的答复",
                "赵耒委员：",
                "您提出的《关于整修里公路的提案》收悉。现答复如下：",
                "已经修好；",
                "请您查看。",
                "随函附送《提案办理情况征询意见表》，请在收到本函后15个工作日内填写，送县政协。",
                "感谢您对我们工作的关心和支持！",
                *("县交通局", "2004年5月20日"),
                "（联系人及电话：孙工 6221234）",
                "抄送：政协宜县委员会，县督查室。",
            ],
        )

    def test_a_letter_that_the_unit_wrote_whole_is_not_opened_and_thanked_twice(self):
        reply = ReplyText("县交通局", date(2004, 5, 20), "A", "A类", "您的提案收悉。\n感谢支持！")

        document = letter_document(make_text(), Letter(reply, "15个工作日"))

        self.assertEqual(
            words(document)[3:7],
            [
                "赵耒委员：",
                "您的提案收悉。",
                "感谢支持！",
                "随函附送《提案办理情况征询意见表》，请在收到本函后15个工作日内填写，送县政协。",
            ],
        )

    def test_many_proposers_are_addressed_by_the_first_and_their_number(self):
        named = [
            make_text(cosigners=names).addressee for names in (("甲", "乙"), ("甲", "乙", "丙"))
        ]

        self.assertEqual(named, ["赵耒、甲、乙委员", "赵耒等4位委员"])

    def test_the_proposer_is_asked_in_the_countys_grades_and_answers_alone(self):
        survey = Survey(REPLY, ("满意", "不满意"), "15个工作日", date(2004, 6, 10))

        document = survey_document(make_text(), survey)

        self.assertEqual(
            words(document),
            [
                "提案办理情况征询意见表",
                *("提案编号", "2004年第12号", "答复日期", "2004年5月20日"),
                *("案由", "关于整修里公路的提案。"),
                *("提案人", "赵耒", "联系电话", "13000000001"),
                *("承办单位", "县交通局", "答复类别", "A类"),
                *("沟通方式", "□面谈 □座谈会 □电话 □邮件 □书信 □未沟通"),
                *("对办理结果", "的意见", "□满意　□不满意"),
                *("具体意见", "和建议"),
                *("提案人签名", "年　　月　　日"),
                "说明",
                "1.请在收到答复后15个工作日内（截至2004年6月10日）填写，在“□”内划“√”，签名后送县政协。",
                "2.联名提案由第一提案人填写，联名人可附意见。",
                "3.没有送回的记为“未反馈”；不满意的，承办单位重新办理。",
            ],
        )


class RecordTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county(body_name="政协宜县委员会")
        cls.township = make_township(county=cls.county)
        cls.member = make_user(role=Role.MEMBER, township=cls.township)
        cls.proposer = make_membership(township=cls.township, name="赵耒", user=cls.member)
        cls.unit = make_unit(county=cls.county, name="交通局")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)

    def make(self, **fields) -> Proposal:
        fields = {"handler": self.unit} | fields if fields.get("status") in AT_UNIT else fields
        proposal = make_proposal(proposer=self.proposer, **fields)
        return Proposal.objects.for_detail().get(pk=proposal.pk)

    def test_papers_come_as_the_proposal_goes_its_road(self):
        replied = self.make(status=Status.REPLIED)
        make_reply(proposal=replied)
        roads = [self.make(), self.make(status=Status.FILED), self.make(status=Status.SIGNED)]

        self.assertEqual(
            [papers_of(one) for one in (*roads, Proposal.objects.get(pk=replied.pk))],
            [
                [Paper.FORM],
                [Paper.FORM],
                [Paper.FORM, Paper.ASSIGNMENT],
                [Paper.FORM, Paper.ASSIGNMENT, Paper.LETTER, Paper.SURVEY],
            ],
        )

    def test_the_order_to_the_unit_is_no_paper_of_the_members(self):
        proposal = self.make(status=Status.SIGNED)
        people = {
            "member": self.member,
            "unit": make_user(role=Role.UNIT, unit=self.unit, county=self.county),
            "leader": make_user(role=Role.LEADER, township=self.township),
            "county": self.officer,
        }

        self.assertEqual(
            {
                who: [p for p in Paper if may_print(proposal, p, user)]
                for who, user in people.items()
            },
            {
                "member": [Paper.FORM, Paper.LETTER, Paper.SURVEY],
                "unit": list(Paper),
                "leader": [Paper.FORM, Paper.LETTER],
                "county": list(Paper),
            },
        )

    def test_the_reason_for_not_filing_stands_on_the_sheet(self):
        reason = RefusalReason.objects.get(county=self.county, name="不属于本级职权")
        proposal = self.make(status=Status.DECLINED, refusal=reason)

        self.assertIn(
            ("审查意见", "不予立案：不属于本级职权"),
            boxes(document_of(proposal, Paper.FORM, self.officer).blocks[0]),
        )

    def test_the_telephone_is_printed_for_who_may_know_it(self):
        self.proposer.member.phone = "13812341234"
        self.proposer.member.save()
        proposal = self.make(status=Status.SIGNED)
        reader = make_user(role=Role.LEADER, township=self.township)

        printed = [
            dict(boxes(document_of(proposal, Paper.FORM, user).blocks[0]))["联系电话"]
            for user in (self.officer, reader)
        ]

        self.assertEqual(printed, ["13812341234", "138****1234"])

    def test_the_limits_of_the_county_are_named_as_long_as_they_hold(self):
        proposal = self.make(status=Status.ASSIGNED)
        told = dict(boxes(document_of(proposal, Paper.ASSIGNMENT, self.officer).blocks[0]))
        Deadline.objects.filter(county=self.county, key="reply").update(amount=2)
        changed = dict(boxes(document_of(proposal, Paper.ASSIGNMENT, self.officer).blocks[0]))

        self.assertEqual(
            (told["答复期限"], changed["答复期限"]),
            ("2004年6月12日（自交办之日起3个月）", "2004年6月12日"),
        )

    def test_the_latest_reply_is_the_letter(self):
        proposal = self.make(status=Status.REPLIED)
        answers = AnswerClass.objects.filter(county=self.county).in_use()
        make_reply(proposal=proposal, text="先研究。", answer_class=answers[1])
        make_reply(proposal=proposal, on=date(2004, 6, 1), text="修好了。")
        Cosigner.objects.create(
            county=self.county,
            proposal=proposal,
            membership=make_membership(township=self.township, name="肖阳"),
        )
        proposal = Proposal.objects.for_detail().get(pk=proposal.pk)

        said = words(document_of(proposal, Paper.LETTER, self.officer))

        self.assertEqual(said[0], "A类")
        self.assertEqual(said[3:6], ["赵耒、肖阳委员：", said[4], "修好了。"])

    def test_a_download_is_named_after_paper_and_proposal_and_leaves_its_trace(self):
        proposal = self.make(status=Status.SIGNED)
        self.client.force_login(self.officer)

        response = self.client.get(
            reverse("proposals:paper", args=[proposal.pk, Paper.ASSIGNMENT, "docx"])
        )

        self.assertIn("%E4%BA%A4%E5%8A%9E%E5%8D%95", response["Content-Disposition"])
        trace = AuditEvent.objects.filter(action="download_docx").last()
        self.assertEqual(
            (trace.object_id, trace.detail),
            (proposal.pk, {"paper": f"交办单：{proposal.title}"}),
        )

    def test_the_page_offers_the_papers_there_are(self):
        proposal = self.make(status=Status.SIGNED)
        self.client.force_login(self.member)

        page = self.client.get(proposal.get_absolute_url())

        self.assertContains(page, reverse("proposals:paper", args=[proposal.pk, "form", "pdf"]))
        self.assertNotContains(page, "交办单")

    def test_an_empty_sheet_is_printed_for_who_writes_by_hand(self):
        self.client.force_login(self.member)

        page = self.client.get(reverse("proposals:index"))
        response = self.client.get(reverse("proposals:blank", args=["pdf"]))

        self.assertContains(page, reverse("proposals:blank", args=["pdf"]))
        self.assertEqual(response.content[:5], b"%PDF-")
