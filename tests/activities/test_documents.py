"""The papers of an activity: words and order of each, and how records become words."""

from dataclasses import replace
from datetime import date

from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from activities.documents.before import (
    notice_document,
    rating_document,
    scheme_document,
    sign_in_document,
)
from activities.documents.report import inspection_document, minutes_document, report_document
from activities.documents.words import ActivityText, FindingText, PersonText
from activities.models import Activity, Attendance
from activities.papers import document_of, papers_of, text_of
from activities.workflow import Action, Paper, Status
from counties.roles import Role
from cppcc import clock
from cppcc.documents.tree import Attendees, RedHead
from matters.models import Progress
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_finding,
    make_follow_up,
    make_membership,
    make_township,
    make_user,
)
from tests.wording import table_of, words

BODY = "清溪镇政协联工委"
NAME = "清溪镇政协委员联络工作委员会"


def make_text(**changes) -> ActivityText:
    values = {
        "body_name": BODY,
        "signature": NAME,
        "county_body": "政协宜县委员会",
        "kind": "视察",
        "theme": "集镇污水处理",
        "on": date(2004, 4, 8),
        "noticed_on": date(2004, 4, 1),
        "reported_on": date(2004, 4, 12),
        "place": "污水处理站",
        "host": "陈国安",
        "guests": ("冯林（镇党委）",),
        "purpose": "了解管网接通情况。",
        "content": "查看出水口；\n入户座谈",
        "record": "出水达标。",
        "outcome": "镇里答应修好井盖",
    }
    return ActivityText(**values | changes)


class BeforeTests(SimpleTestCase):
    def test_a_notice_says_when_where_what_and_who(self):
        self.assertEqual(
            words(notice_document(make_text())),
            [
                f"{BODY}关于视察集镇污水处理的通知",
                "各位委员：",
                "为了解管网接通情况，经研究，决定视察集镇污水处理。现将有关事项通知如下：",
                *("一、时间", "2004年4月8日（星期四）。"),
                *("二、地点", "污水处理站。"),
                *("三、内容", "查看出水口；", "入户座谈。"),
                *("四、参加人员", "全体委员。陪同人员：冯林（镇党委）。"),
                *("五、有关要求", f"请安排好工作，准时参加。因故不能参加的，请提前向{BODY}请假。"),
                *(NAME, "2004年4月1日"),
            ],
        )

    def test_a_notice_without_a_place_promises_one_and_a_long_purpose_has_its_own_part(self):
        long = "一是了解管网。二是了解处理站。"

        said = words(notice_document(make_text(place="", purpose=long)))

        self.assertEqual(
            said[2:8],
            [
                "经研究，决定视察集镇污水处理。现将有关事项通知如下：",
                *("一、目的", long),
                *("二、时间", "2004年4月8日（星期四）。", "三、地点"),
            ],
        )
        self.assertEqual(said[8], "另行通知。")

    def test_an_activity_is_called_what_one_does(self):
        called = {
            ("集中学习", "学习《政协章程》"): "学习《政协章程》",
            ("座谈联谊", "委员年终座谈会"): "召开委员年终座谈会",
            ("公益慰问", "关爱留守儿童活动"): "开展关爱留守儿童活动",
            ("专题讲座", "柑橘栽培技术"): "举办柑橘栽培技术专题讲座",
            ("民主评议", "镇直单位作风"): "民主评议镇直单位作风",
            ("视察", "视察污水处理情况"): "视察污水处理情况",
            ("县政协活动", "召开全县委员大会"): "召开全县委员大会",
            ("文化活动", "送春联"): "开展送春联活动",
        }

        self.assertEqual({key: make_text(kind=key[0], theme=key[1]).held for key in called}, called)

    def test_a_scheme_has_aim_time_content_people_and_duties(self):
        self.assertEqual(
            words(scheme_document(make_text(is_planned=True))),
            [
                f"{BODY}视察集镇污水处理工作方案",
                f"根据年度工作计划安排，{NAME}决定视察集镇污水处理。为做好这项工作，制定本方案。",
                *("一、视察目的", "了解管网接通情况。"),
                *("二、时间和地点", "时间：2004年4月8日（星期四）。", "地点：污水处理站。"),
                *("三、视察内容", "查看出水口；", "入户座谈。"),
                *("四、参加人员", "由陈国安带队，全体委员参加。陪同人员：冯林（镇党委）。"),
                "五、工作要求",
                "1.委员要提前了解情况，深入现场察看，如实反映问题。",
                "2.视察结束后形成书面报告，问题和建议逐条交责任单位办理，跟踪问效。",
                *(NAME, "2004年4月1日"),
            ],
        )

    def test_a_sign_in_sheet_names_members_and_guests_and_leaves_lines_for_others(self):
        roster = (PersonText("赵耒", "中共", "某厂厂长"),)

        table = table_of(sign_in_document(make_text(roster=roster)))

        self.assertEqual(table.head, ("序号", "姓名", "界别", "单位及职务", "签名"))
        self.assertEqual(
            table.rows,
            (
                ("1", "赵耒", "中共", "某厂厂长", ""),
                ("2", "冯林", "列席", "镇党委", ""),
                *((str(number), "", "", "", "") for number in range(3, 8)),
            ),
        )
        self.assertTrue(table.is_roomy)

    def test_a_sign_in_sheet_of_the_county_tells_the_townships_apart(self):
        roster = (PersonText("赵耒", "中共", "某厂厂长", "清溪镇"),)

        table = table_of(sign_in_document(make_text(roster=roster)))

        self.assertEqual(table.rows[0], ("1", "赵耒", "清溪镇", "中共", "某厂厂长", ""))
        self.assertEqual(table.rows[1], ("2", "冯林", "", "列席", "镇党委", ""))

    def test_a_rating_sheet_names_each_unit_once_and_has_room_for_more(self):
        findings = tuple(FindingText("问题", unit) for unit in ("水利站", "环保站", "水利站", ""))

        document = rating_document(make_text(kind="民主评议", findings=findings))

        table = table_of(document)
        self.assertEqual(document.title, "集镇污水处理民主评议测评表")
        self.assertEqual(table.head, ("序号", "评议对象", "满意", "基本满意", "不满意", "不了解"))
        self.assertEqual(
            [row[1] for row in table.rows], ["水利站", "环保站", "", "", "", "", "", ""]
        )
        self.assertEqual({row[2:] for row in table.rows}, {("□", "□", "□", "□")})


class AfterTests(SimpleTestCase):
    def test_minutes_tell_what_was_agreed_and_who_was_there(self):
        text = make_text(
            kind="协商议事",
            theme="集镇停车协商会",
            present=("赵耒", "肖阳"),
            excused=("何林",),
            absent=("周强",),
        )

        document = minutes_document(text)

        self.assertEqual(
            words(document),
            [
                f"{BODY}会议纪要",
                *(NAME, "2004年4月12日"),
                "集镇停车协商会纪要",
                f"2004年4月8日，{BODY}在污水处理站召开集镇停车协商会，由陈国安主持。"
                "现将有关情况纪要如下：",
                *("一、会议内容", "查看出水口；", "入户座谈。"),
                *("二、会议情况", "出水达标。"),
                *("三、议定事项", "镇里答应修好井盖。"),
                *("出席：赵耒、肖阳", "请假：何林", "列席：冯林（镇党委）"),
            ],
        )

    def test_minutes_of_nobody_known_have_no_list(self):
        document = minutes_document(make_text(guests=()))

        self.assertEqual([b for b in document.blocks if isinstance(b, Attendees)], [])

    def test_a_report_counts_leave_apart_from_absence(self):
        text = make_text(
            kind="集中学习",
            theme="学习《政协章程》",
            purpose="",
            handouts="《章程》每人1册",
            check_of_effect="写笔记1篇",
            present=("赵耒", "肖阳"),
            excused=("何林",),
        )

        self.assertEqual(
            words(report_document(text)),
            [
                f"{BODY}关于学习《政协章程》情况的报告",
                "政协宜县委员会：",
                "现将有关情况报告如下：",
                "一、基本情况",
                f"2004年4月8日（星期四），{BODY}在污水处理站学习《政协章程》，由陈国安主持。",
                "应到委员3名，出席2名，请假1名。列席人员：冯林（镇党委）。",
                *("二、主要内容", "查看出水口；", "入户座谈。", "出水达标。"),
                "发放学习资料：《章程》每人1册。",
                *("三、学习效果", "写笔记1篇。"),
                *("四、主要成效", "镇里答应修好井盖。"),
                "特此报告。",
                *(NAME, "2004年4月12日"),
            ],
        )

    def test_an_inspection_tells_whose_each_finding_is_and_how_far_it_has_come(self):
        findings = (
            FindingText("井盖破损", "村建站", date(2004, 6, 30), "已完成", is_done=True),
            FindingText("管网未接通。", "村建站", None, "研究中"),
            FindingText("建议公布结果"),
        )

        document = inspection_document(make_text(findings=findings))

        self.assertEqual(
            table_of(document).rows,
            (
                ("1", "井盖破损。", "村建站", "2004年6月30日", "已完成"),
                ("2", "管网未接通。", "村建站", "—", "研究中"),
                ("3", "建议公布结果。", "—", "—", "—"),
            ),
        )
        self.assertEqual(
            words(document)[-6:],
            [
                "四、成效和跟踪落实",
                "镇里答应修好井盖。",
                "已交责任单位办理2条，已落实1条。没有落实的继续跟踪问效，直到落实。",
                "特此报告。",
                *(NAME, "2004年4月12日"),
            ],
        )
        self.assertEqual(
            words(document)[4],
            f"为了解管网接通情况，2004年4月8日（星期四），{BODY}在污水处理站视察集镇污水处理，"
            "由陈国安带队。",
        )

    def test_an_inspection_that_found_nothing_has_no_table(self):
        said = words(inspection_document(make_text(findings=(), outcome="")))

        self.assertEqual([line for line in said if line.startswith(("三", "四"))], [])

    def test_what_is_left_empty_leaves_no_hole(self):
        bare = replace(
            make_text(), place="", host="", guests=(), purpose="", content="", record="", outcome=""
        )

        self.assertEqual(
            words(report_document(bare)),
            [
                f"{BODY}关于视察集镇污水处理情况的报告",
                "政协宜县委员会：",
                "现将有关情况报告如下：",
                *("一、基本情况", f"2004年4月8日（星期四），{BODY}视察集镇污水处理。"),
                "特此报告。",
                *(NAME, "2004年4月12日"),
            ],
        )


class RecordTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county(body_name="政协宜县委员会")
        cls.township = make_township(
            county=cls.county, name="清溪镇", body_name=BODY, full_name=NAME
        )
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.member = make_membership(township=cls.township, name="赵耒")
        make_membership(township=make_township(county=cls.county, name="石桥镇"), name="肖阳")

    def make(self, **fields) -> Activity:
        activity = make_activity(**{"township": self.township} | fields)
        return Activity.objects.for_list().get(pk=activity.pk)

    def test_papers_come_with_kind_and_state(self):
        before = [Paper.NOTICE, Paper.SCHEME, Paper.SIGN_IN]
        expected = {
            ("study", Status.PLANNED): [Paper.NOTICE, Paper.SIGN_IN],
            ("study", Status.HELD): [Paper.NOTICE, Paper.SIGN_IN, Paper.MINUTES, Paper.REPORT],
            ("study", Status.CANCELLED): [],
            ("inspection", Status.REPORTED): [*before, Paper.MINUTES, Paper.INSPECTION],
            ("supervision", Status.NOTIFIED): [*before, Paper.RATING],
        }

        self.assertEqual(
            {key: papers_of(self.make(feeds=key[0], status=key[1])) for key in expected}, expected
        )

    def test_the_county_reports_to_nobody_and_calls_members_of_all_townships(self):
        activity = self.make(township=None, county=self.county, feeds="county")

        self.assertEqual(papers_of(activity), [Paper.NOTICE, Paper.SIGN_IN, Paper.MINUTES])
        self.assertEqual(
            [(one.name, one.township) for one in text_of(activity).roster],
            [("赵耒", "清溪镇"), ("肖阳", "石桥镇")],
        )

    def test_records_become_words(self):
        activity = self.make(feeds="inspection", guests="冯林（镇党委）、陈明。", place="处理站。")
        make_attendance(activity=activity, membership=self.member)
        excused = make_membership(township=self.township, name="何林")
        make_attendance(activity=activity, membership=excused, status=Attendance.Status.EXCUSED)
        make_membership(township=self.township, name="旧委员", left_on=date(2003, 12, 31))
        follow_up = make_follow_up(
            township=self.township, unit_name="水利站", progress=Progress.DONE
        )
        make_finding(activity=activity, text="管网未接通", follow_up=follow_up)

        text = text_of(activity)

        self.assertEqual(
            (text.body_name, text.signature, text.county_body), (BODY, NAME, "政协宜县委员会")
        )
        self.assertEqual(text.guests, ("冯林（镇党委）", "陈明"))
        self.assertEqual((text.place, text.present, text.excused), ("处理站", ("赵耒",), ("何林",)))
        self.assertEqual([one.name for one in text.roster], ["何林", "赵耒"])
        self.assertEqual(
            text.findings, (FindingText("管网未接通", "水利站", None, "已完成", is_done=True),)
        )

    def test_papers_that_go_out_carry_the_red_head_of_the_body_that_has_one(self):
        self.township.red_head, self.township.number_code = f"{BODY}文件", "清政联"
        self.township.save()
        activity = self.make(feeds="inspection")
        heads = {paper: document_of(activity, paper).head for paper in papers_of(activity)}

        red = RedHead(f"{BODY}文件", "清政联〔2004〕　　号")
        self.assertEqual(
            [paper for paper, head in heads.items() if head == red],
            [Paper.NOTICE, Paper.SCHEME, Paper.INSPECTION],
        )
        self.assertIsNone(heads[Paper.SIGN_IN])

    def test_a_paper_is_dated_by_the_step_it_belongs_to(self):
        activity = self.make(status=Status.PLANNED)
        activity.notify(by=self.clerk, on=date(2004, 4, 2))
        with clock.at(date(2004, 4, 20)):
            text = text_of(activity)

        self.assertEqual((text.noticed_on, text.reported_on), (date(2004, 4, 2), date(2004, 4, 20)))
        self.assertEqual(activity.events.get().action, Action.NOTIFY)
        self.assertEqual(document_of(activity, Paper.NOTICE).blocks[-1].on, date(2004, 4, 2))

    def test_the_page_offers_the_papers_there_are_to_who_may_print_them(self):
        activity = self.make()
        reader = make_user(role=Role.MEMBER, township=self.township)
        shown = {}
        for user in (self.clerk, reader):
            self.client.force_login(user)
            page = self.client.get(activity.get_absolute_url()).content.decode()
            shown[user.acting.role] = [
                paper.label
                for paper in Paper
                if reverse("activities:paper", args=[activity.pk, paper, "pdf"]) in page
            ]

        self.assertEqual(
            shown, {"staff": ["活动通知", "签到表", "纪要", "情况报告"], "member": ["活动通知"]}
        )

    def test_a_sheet_is_downloaded(self):
        self.client.force_login(self.clerk)
        for suffix, start in (("pdf", b"%PDF-"), ("docx", b"PK")):
            address = reverse("activities:paper", args=[self.make().pk, Paper.SIGN_IN, suffix])
            with self.subTest(suffix):
                self.assertTrue(self.client.get(address).content.startswith(start))
