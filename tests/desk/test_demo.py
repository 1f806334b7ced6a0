"""The demonstration county: entered as people do, and told by the program from the records."""

import json
import re
import tempfile
from datetime import date
from io import StringIO
from pathlib import Path

from django.contrib.auth import get_user, get_user_model
from django.core.management import call_command
from django.test import TestCase

from activities.models import Activity
from counties.models import Township
from counties.roles import Role
from cppcc.audit import AuditEvent
from desk.demo import real_township
from directives.models import CountyPaper
from members.models import Membership
from plans.models import AnnualPlan
from plans.standing import standings
from plans.uptake import uptake
from proposals.models import SuggestionItem
from summaries import services
from summaries.compose import compose
from summaries.models import Report, ReportedCopy
from summaries.workflow import Status

UNTIL = date(2004, 12, 16)
SOURCES = Path(real_township.__file__).parent


class DemonstrationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        call_command("load_demo", to=cls.folder, stdout=StringIO())
        cls.township = Township.objects.select_related("county").get(name="吕家坪镇")

    def text(self) -> str:
        return "\n".join(body for _, body in compose(self.township, 2004, UNTIL))

    def test_the_county_has_townships_of_three_eight_and_twenty_members(self):
        sizes = {
            township.name: Membership.objects.filter(township=township).count()
            for township in Township.objects.all()
        }

        self.assertEqual(sizes, {"吕家坪镇": 3, "石桥镇": 8, "城关镇": 20, "白水乡": 3})

    def test_the_countys_points_are_signed_for_and_stand_in_two_plans(self):
        officer = get_user_model().objects.get(username="huangqiang")
        points, notice = CountyPaper.objects.for_list(officer).order_by("dated_on")

        self.assertEqual(
            [
                (str(one.township), one.status)
                for one in (*points.seen_receipts, *notice.seen_receipts)
            ],
            [
                *((name, "received") for name in ("吕家坪镇", "城关镇", "白水乡", "石桥镇")),
                *((name, "received") for name in ("吕家坪镇", "城关镇")),
                ("白水乡", "handed_down"),
                ("石桥镇", "received"),
            ],
        )
        self.assertEqual(
            {str(row.township): row.taken for row in uptake(points, officer)},
            {"吕家坪镇": 0, "城关镇": 12, "白水乡": 0, "石桥镇": 12},
        )

    def test_the_draft_tells_the_year_of_the_real_report(self):
        text = self.text()

        for told in (
            "4月8日，在联工委办公室开展集中学习，学习党的十六大精神、十六届三中全会精神、中央1号文件",
            "赵云委员2003年提出的《关于里公路修路的提案》，4月15日，在上级领导的积极争取下，里公路正式动工",
            "关于在现有3个拦石坝的基础上再修建一座拦石坝",
            "11月25日，该项目已通过省国土资源厅立项",
            "赵云委员受聘为镇党委乡镇作风评议民主监督员",
            "何耒委员（科技界，矿地测科工程师）：技术过硬",
            "今年又被选为县青联的副主席",
        ):
            self.assertIn(told, text)

    def test_the_figures_of_the_summary_are_those_of_the_records(self):
        report = Report.objects.get(township=self.township)
        shown = {figure.name: figure.shown for figure in report.copy.figures.all()}

        self.assertEqual(report.status, Status.REPORTED)
        self.assertEqual(
            {
                name: shown[name]
                for name in ("委员人数", "集中学习次数", "集中学习出席人次", "出席率")
            },
            {"委员人数": "3", "集中学习次数": "4", "集中学习出席人次": "11", "出席率": "100"},
        )
        self.assertEqual(
            {
                name: shown[name]
                for name in ("视察次数", "民主监督次数", "建议采纳条数", "走访覆盖率")
            },
            {"视察次数": "2", "民主监督次数": "3", "建议采纳条数": "1", "走访覆盖率": "100"},
        )

    def test_the_plan_stands_where_a_count_by_hand_of_the_year_puts_it(self):
        """Every obligation of the real plan, counted in the report: four studies, two inspections
        (27 May, 12 August), each of the three members visited, one article, two county events
        with everybody there or on leave, supervised three times, one research report, two papers
        of advice, the plan and the summary; no new proposal, no household, no lesson, no half-year
        brief, no firms met, no rules made."""
        plan = AnnualPlan.objects.for_detail().get(township=self.township, year=2004)
        clerk = get_user_model().objects.get(username="limei")

        stands = [
            (one.task.text[:8], one.reached, one.state.label)
            for one in standings(plan, clerk, UNTIL)
        ]

        self.assertEqual(
            stands,
            [
                ("至少每季度组织委", "4 / 4次", "已完成"),
                ("做好理论学习笔记", "", "未开始"),
                ("走进基层，认真听", "", "未开始"),
                ("听取各部门工作汇", "", "进行中"),
                ("委员立足自身工作", "", "进行中"),
                ("组织委员对全镇重", "2 / 2次", "已完成"),
                ("每个委员至少提交", "0 / 2件", "逾期"),
                ("走访政协委员，一", "100 / 100%", "已完成"),
                ("开展联系专业户、", "0 / 3户", "逾期"),
                ("察民情、听民意，", "", "进行中"),
                ("组织镇内企业举行", "0 / 1个节点", "逾期"),
                ("强化责任管理，建", "", "未开始"),
                ("坚持一月一堂课，", "0 / 12次", "未开始"),
                ("充实活动内容，丰", "", "未开始"),
                ("按要求准时上报有", "", "未开始"),
                ("做到年初有计划，", "2 / 3个节点", "逾期"),
                ("积极参加县政协开", "100 / 100%", "进行中"),
                ("加强与新闻单位的", "1 / 1篇", "已完成"),
            ],
        )

    def test_one_study_less_and_one_outcome_changed_make_another_draft(self):
        before = self.text()
        april = Activity.objects.get(township=self.township, on=date(2004, 4, 8))
        april.attendances.all().delete()
        april.events.all().delete()
        april.delete()
        dam = SuggestionItem.objects.get(text__contains="拦石坝")
        step = dam.follow_up.steps.get()
        step.text = "省国土资源厅没有立项"
        step.save()

        after = self.text()

        self.assertIn("十六届三中全会精神", before)
        self.assertNotIn("十六届三中全会精神", after)
        self.assertNotIn("已通过省国土资源厅立项", after)
        self.assertIn("11月25日，省国土资源厅没有立项。", after)
        (studies,) = services.counted_figures(
            Report.objects.get(township=self.township), ["集中学习次数"]
        )
        self.assertEqual(studies.shown, "3")

    def test_the_data_hold_no_sentence_of_the_composer(self):
        composer = "".join(
            path.read_text(encoding="utf-8")
            for path in (SOURCES.parents[1] / "summaries" / "compose").glob("*.py")
        )
        data = "".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.*"))
        phrases = re.findall(r"[\u4e00-\u9fff]{7,}", composer)
        self.assertGreater(len(phrases), 20)

        self.assertEqual([phrase for phrase in phrases if phrase in data], [])

    def test_every_record_was_entered_by_somebody(self):
        entered = set(
            AuditEvent.objects.filter(
                action="enter", object_type="activities.activity"
            ).values_list("object_id", flat=True)
        )

        self.assertEqual(entered, set(Activity.objects.values_list("pk", flat=True)))

    def test_the_accounts_are_one_of_each_role_and_one_person_has_two(self):
        accounts = json.loads((self.folder / "accounts.json").read_text(encoding="utf-8"))

        self.assertEqual({account["role"] for account in accounts}, set(Role.values))
        self.assertEqual(
            {tuple(account) for account in accounts}, {("role", "username", "password")}
        )
        names = [account["username"] for account in accounts]
        self.assertEqual([name for name in set(names) if names.count(name) > 1], ["xiaoyang"])
        for account in accounts:
            client = self.client_class()
            client.post(
                "/login/", {"username": account["username"], "password": account["password"]}
            )
            self.assertEqual(get_user(client).username, account["username"])

    def test_a_second_run_changes_nothing(self):
        before = AuditEvent.objects.count(), (self.folder / "accounts.json").read_bytes()

        call_command("load_demo", to=self.folder, stdout=StringIO())

        after = AuditEvent.objects.count(), (self.folder / "accounts.json").read_bytes()
        self.assertEqual(before, after)
        self.assertEqual(Township.objects.count(), 4)

    def test_the_papers_are_those_the_county_received(self):
        copy = ReportedCopy.objects.get(township=self.township)

        self.assertEqual((self.folder / "year-end-summary.pdf").read_bytes(), bytes(copy.pdf))
        self.assertTrue((self.folder / "year-end-summary.docx").read_bytes().startswith(b"PK"))
        html = (self.folder / "year-end-summary.html").read_text(encoding="utf-8")
        self.assertIn("吕家坪镇政协联络工作委员会", html)
