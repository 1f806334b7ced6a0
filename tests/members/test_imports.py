"""Import of the roster: what each row would do, who is meant by it, and all or nothing."""

import io
from datetime import date, timedelta

from django.test import TestCase
from django.urls import reverse
from openpyxl import load_workbook

from counties.models import Sector
from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from cppcc.imports.held import HeldSheet
from members.imports import RosterImport
from members.models import Member, Membership
from tests.factories import make_county, make_membership, make_term, make_township, make_user
from tests.queries import counted_queries
from tests.sheets import upload, workbook

HEAD = ["委员编号", "姓名", "性别", "出生年月", "界别", "单位及职务", "联系电话", "乡镇"]


class ImportTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.other = make_township(county=cls.county, name="锦江镇")
        make_term(county=cls.county)
        cls.staff = make_user(role=Role.STAFF, township=cls.township)

    def setUp(self):
        self.client.force_login(self.staff)

    def member(self, name="赵云", township=None, left_on=None, **person) -> Member:
        member = Member.objects.create(county=self.county, name=name, **person)
        make_membership(township=township or self.township, member=member, left_on=left_on)
        return member

    def hand_in(self, *rows, head=HEAD, merged=(), name="名册.xlsx", body=None):
        """The answer to handing in these rows under the header."""
        body = body or workbook(head, *rows, merged=merged)
        return self.client.post(reverse("members:import"), {"file": upload(body, name)})

    def preview(self, *rows, **options):
        response = self.hand_in(*rows, **options)
        self.assertEqual(response.status_code, 302, response.context and self.said(response))
        return self.client.get(response.url)

    def said(self, response) -> str:
        return "".join(response.context["form"].errors.get("file", []))

    def verdicts(self, *rows, **options) -> list[tuple]:
        """(row, what it would do, what is said of it), in the order of the rows."""
        shown = self.preview(*rows, **options).context["page"].object_list
        return [
            (one.line.number, one.kind.value, [*one.faults, *one.changes])
            for one in sorted(shown, key=lambda one: one.line.number)
        ]

    def faults(self, *rows, **options) -> list[str]:
        page = self.preview(*rows, **options).context["page"]
        return [fault for one in page for fault in one.faults]

    def confirm(self, page, **answers):
        data = {"digest": page.context["digest"]}
        data |= {f"answer-{number.removeprefix('row')}": who for number, who in answers.items()}
        return self.client.post(page.request["PATH_INFO"], data, follow=True)

    def roster(self) -> list[tuple]:
        rows = Membership.objects.filter(county=self.county).order_by(
            "township__name", "member__name"
        )
        return list(rows.values_list("township__name", "member__name", "member__born_in", "post"))


class CarryOutTests(ImportTestCase):
    def test_a_table_is_shown_first_and_then_entered_as_a_whole(self):
        rows = (
            ["0012", "阿依古丽·买买提", "女", "1965年8月", "农业", "某村支书", "138 1234 1234", ""],
            ["", "𬭎㛃堃䶮㐂", "男", date(1970, 1, 5), "农业界", "厂长", 13812341235, "清溪镇"],
        )

        page = self.preview(*rows)

        self.assertEqual(Membership.objects.count(), 0)
        self.assertContains(page, "还没有导入。")
        done = self.confirm(page)
        self.assertContains(done, "已导入：新增2行，修改0行，0行没有变化。")
        fields = ("number", "name", "sex", "born_in", "phone")
        self.assertEqual(
            list(Member.objects.order_by("number", "name").values_list(*fields)),
            [
                ("", "𬭎㛃堃䶮㐂", "m", "1970-01", "13812341235"),
                ("0012", "阿依古丽·买买提", "f", "1965-08", "13812341234"),
            ],
        )
        terms = Membership.objects.values_list("term__name", "joined_on", "sector__name", "version")
        self.assertEqual(set(terms), {("第六届", date(2003, 1, 1), "农业", 1)})
        self.assertEqual(HeldSheet.objects.count(), 0)

    def test_every_row_that_is_entered_and_the_import_are_in_the_audit_trail(self):
        self.confirm(self.preview(["", "赵云", "", "", "农业", "", "", ""]))

        rows = AuditEvent.objects.order_by("pk").values_list("action", "object_type")
        self.assertEqual(list(rows), [("enter", "members.membership"), ("import", "")])
        detail = AuditEvent.objects.get(action="import").detail
        self.assertEqual(
            {key: detail[key] for key in ("list", "new", "changed", "same")},
            {"list": "roster", "new": "1", "changed": "0", "same": "0"},
        )

    def test_the_same_table_a_second_time_changes_nothing(self):
        rows = (
            ["0012", "赵云", "男", "1965-08", "农业", "厂长", "13812341234", ""],
            ["", "肖阳", "", "1970-01", "经济", "", "", ""],
            ["", "肖阳", "", "1971-01", "经济", "", "", ""],
        )
        self.confirm(self.preview(*rows))
        before = list(Membership.objects.order_by("pk").values())

        page = self.preview(*rows)

        self.assertContains(page, "表格和名册完全一样")
        self.assertEqual([kind.name for kind, _ in page.context["counts"]], ["SAME"])
        self.confirm(page)
        self.assertEqual(list(Membership.objects.order_by("pk").values()), before)
        self.assertEqual(Member.objects.count(), 3)

    def test_a_change_is_shown_cell_by_cell_and_an_empty_cell_changes_nothing(self):
        self.member(born_in="1965-08", phone="13812341234", party="无党派", sex="m")
        row = ["0012", "赵云", "", "1965-08", "农业", "新厂长", "", ""]

        page = self.preview(row)

        changes = [
            ("委员编号", "空", "0012"),
            ("界别", "中共", "农业"),
            ("单位及职务", "某厂厂长", "新厂长"),
        ]
        self.assertEqual(page.context["page"][0].changes, changes)
        self.confirm(page)
        person = Member.objects.get()
        self.assertEqual(
            (person.number, person.phone, person.party, person.sex, person.version),
            ("0012", "13812341234", "无党派", "m", 2),
        )
        membership = Membership.objects.get()
        self.assertEqual((membership.post, membership.version), ("新厂长", 2))

    def test_one_wrong_row_holds_all_back(self):
        page = self.preview(
            ["", "赵云", "", "", "农业", "", "", ""], ["", "肖阳", "", "夏天", "农业", "", "", ""]
        )

        self.assertContains(page, "有1行不对，现在不能导入，名册没有改动。")
        self.assertContains(
            page, "第3行 出生年月：“夏天”看不出是哪一天。请按“年-月”填写，如 1965-08。"
        )
        self.confirm(page)
        self.assertEqual(Member.objects.count(), 0)

    def test_if_the_roster_has_changed_since_the_preview_it_is_shown_again(self):
        row = ["", "赵云", "", "1965-08", "农业", "新厂长", "", ""]
        page = self.preview(row)
        self.member(born_in="1965-08")

        again = self.confirm(page)

        self.assertContains(again, "名册刚刚有变化")
        self.assertEqual([kind.value for kind, _ in again.context["counts"]], ["有变化"])
        self.assertEqual([one[3] for one in self.roster()], ["某厂厂长"])
        self.confirm(again)
        self.assertEqual([one[3] for one in self.roster()], ["新厂长"])

    def test_pressing_twice_imports_once(self):
        page = self.preview(["", "赵云", "", "", "农业", "", "", ""])
        data = {"digest": page.context["digest"], "once": page.context["once"]}

        for _ in range(2):
            response = self.client.post(page.request["PATH_INFO"], data)

        self.assertRedirects(response, reverse("members:index"))
        self.assertEqual(Member.objects.count(), 1)

    def test_the_preview_is_its_owners_only_and_ends_after_an_hour(self):
        response = self.hand_in(["", "赵云", "", "", "农业", "", "", ""])
        colleague = make_user(role=Role.STAFF, township=self.township)
        self.client.force_login(colleague)
        self.assertEqual(self.client.get(response.url).status_code, 404)
        self.client.force_login(self.staff)
        self.assertEqual(self.client.get(response.url).status_code, 200)

        HeldSheet.objects.update(held_at=clock.now() - timedelta(minutes=61))

        self.assertContains(
            self.client.get(response.url, follow=True), "预览已超过一小时，没有导入"
        )
        self.assertEqual(HeldSheet.objects.count(), 0)

    def test_what_is_not_wanted_is_thrown_away(self):
        page = self.preview(["", "赵云", "", "", "农业", "", "", ""])

        response = self.client.post(page.request["PATH_INFO"], {"discard": "1"})

        self.assertRedirects(response, reverse("members:import"))
        self.assertEqual((HeldSheet.objects.count(), Member.objects.count()), (0, 0))

    def test_the_number_of_queries_does_not_grow_with_the_table(self):
        counts = []
        for start, rows in ((0, 1), (10, 3)):
            table = [
                [f"{number:04}", f"赵{chr(0x4E00 + number)}", "", "1965-08", "农业", "", "", ""]
                for number in range(start, start + rows)
            ]
            with counted_queries() as queries:
                self.confirm(self.preview(*table))
            counts.append(len(queries))
        self.assertEqual(Member.objects.count(), 4)
        self.assertEqual(counts[0], counts[1])


class IdentityTests(ImportTestCase):
    def row(self, number="", born="", phone="", name="赵云", township="", post=""):
        return [number, name, "", born, "中共", post, phone, township]

    def kinds(self, *rows) -> list[str]:
        return [kind for _, kind, _ in self.verdicts(*rows)]

    def test_the_number_decides_whatever_else_changed(self):
        self.member(number="0012", born_in="1965-08")

        self.assertEqual(
            self.verdicts(self.row("0012", "1965-08", name="赵芸")),
            [(2, "有变化", [("姓名", "赵云", "赵芸")])],
        )
        self.assertEqual(
            self.faults(self.row("0012", "1970-01", name="肖阳")),
            [
                "第2行 委员编号：这个编号是赵云（编号0012，1965年8月生，清溪镇 某厂厂长）的，"
                "和这一行不是同一个人。"
            ],
        )

    def test_name_and_month_decide_where_there_is_no_number_and_name_and_phone_after_them(self):
        self.member(born_in="1965-08")
        self.member(name="肖阳", phone="13812341234")

        self.assertEqual(
            self.kinds(self.row(born="1965-08"), self.row(name="肖阳", phone="13812341234")),
            ["没有变化", "没有变化"],
        )

    def test_a_name_alone_is_never_enough(self):
        known = self.member(born_in="1965-08")

        page = self.preview(self.row())

        (asked,) = page.context["asked"]
        self.assertEqual(
            asked.options,
            [
                (str(known.pk), "就是赵云（1965年8月生，清溪镇 某厂厂长）"),
                ("new", "是同名的另一个人，新登记"),
            ],
        )
        self.assertContains(self.confirm(page), "名册刚刚有变化")
        self.assertEqual(Member.objects.count(), 1)

    def test_who_is_asked_decides_and_sees_the_result_first(self):
        for answer, expected, people in (("self", "没有变化", 1), ("new", "新增", 2)):
            with self.subTest(answer):
                Membership.objects.all().delete()
                Member.objects.all().delete()
                known = self.member(born_in="1965-08")
                page = self.preview(self.row(born="1956-08" if answer == "new" else ""))

                chosen = answer if answer == "new" else str(known.pk)
                again = self.confirm(page, row2=chosen)

                (verdict,) = again.context["page"]
                self.assertEqual((verdict.kind.value, Member.objects.count()), (expected, 1))
                self.confirm(again)
                self.assertEqual(Member.objects.count(), people)

    def test_a_namesake_in_another_township_is_another_person_unless_the_month_is_the_same(self):
        self.client.force_login(make_user(role=Role.COUNTY, county=self.county))
        self.member(township=self.other, born_in="1965-08")

        rows = (self.row(born="1970-01", township="清溪镇"),)
        self.assertEqual(self.kinds(*rows), ["新增"])
        self.assertEqual(self.kinds(self.row(born="1965-08", township="清溪镇")), ["请您确认"])

    def test_who_serves_elsewhere_is_moved_by_the_county_not_by_a_table(self):
        self.member(number="0012", township=self.other)
        fault = "第2行 委员编号：这个编号已经用在别的乡镇的委员身上。调动请由县政协办理。"

        self.assertEqual(self.faults(self.row("0012")), [fault])
        self.client.force_login(make_user(role=Role.COUNTY, county=self.county))
        self.assertEqual(
            self.faults(self.row("0012", township="清溪镇")),
            ["第2行：本届已在锦江镇任职，调到这里的请由县政协办理调动。"],
        )

    def test_a_person_of_an_earlier_term_stays_one_person(self):
        person = self.member(number="0012", left_on=date(2003, 6, 30))
        make_term(
            county=self.county, name="第五届", first_on=date(1998, 1, 1), last_on=date(2002, 12, 31)
        )
        Membership.objects.update(term=make_term(county=self.county, name="第五届"))

        page = self.preview(self.row("0012"))

        self.assertIn("已有此人", page.context["page"][0].note)
        self.confirm(page)
        self.assertEqual(Member.objects.count(), 1)
        terms = person.memberships.order_by("pk").values_list("term__name", flat=True)
        self.assertEqual(list(terms), ["第五届", "第六届"])

    def test_rows_that_say_the_same_twice_are_wrong(self):
        double = "重复，或者分不清是不是同一个人：重复的请删去，同名的请填委员编号或出生年月。"

        self.assertEqual(
            self.faults(
                self.row(born="1965-08"), self.row(born="1965-08"), self.row(born="1966-08"),
                self.row("0012", name="肖阳"), self.row("0012", name="何耒"),
            ),
            [f"第3行 姓名：和第2行{double}", "第6行 委员编号：和第5行的编号相同，请核对。"],
        )  # fmt: skip

    def test_a_member_number_is_free_in_another_county(self):
        make_membership(township=make_township())
        Member.objects.exclude(county=self.county).update(number="0012")

        self.assertEqual(self.kinds(self.row("0012")), ["新增"])


class CellTests(ImportTestCase):
    def cell(self, title: str, value, **others) -> list:
        """What is said of one cell in an otherwise good row: its faults, else its value."""
        head = ["姓名", "界别", *[t for t in (title, *others) if t not in ("姓名", "界别")]]
        cells = {"姓名": "赵云", "界别": "农业", **others, title: value}
        (verdict,) = self.preview([cells[t] for t in head], head=head).context["page"]
        names = {column.title: column.name for column in RosterImport(self.staff).columns()}
        return verdict.faults or [verdict.line.values[names[title]]]

    def test_days_and_months_are_read_however_they_are_written(self):
        for typed in (
            "2003-3-5",
            "2003.03.05",
            "2003/3/5",
            "2003年3月5日",
            "20030305",
            "２００３．３．５",
            date(2003, 3, 5),
        ):
            with self.subTest(typed):
                self.assertEqual(self.cell("任职日期", typed), [date(2003, 3, 5)])
        for typed in (
            "1965-8",
            "1965.08",
            "１９６５年８月",
            "196508",
            196508,
            date(1965, 8, 17),
            "1965-08-17",
        ):
            with self.subTest(typed):
                self.assertEqual(self.cell("出生年月", typed), ["1965-08"])

    def test_nobody_leaves_before_they_joined_whichever_day_is_in_the_row(self):
        self.member("赵云", born_in="1965-08")
        self.member("马超", born_in="1966-08", left_on=date(2004, 3, 1))
        head = ["姓名", "出生年月", "界别", "任职日期", "离任日期", "离任原因"]

        faults = self.faults(
            ["赵云", "1965-08", "农业", "", "2002-12-31", "调走"],
            ["马超", "1966-08", "农业", "2004-03-02", "", ""],
            ["黄忠", "1967-08", "农业", "", "2002-12-31", "调走"],
            ["魏延", "1968-08", "农业", "2004-05-02", "2004-05-01", "调走"],
            head=head,
        )

        self.assertEqual(
            faults,
            [
                "第2行 离任日期：早于任职日期（2003-01-01），请核对。",
                "第3行 任职日期：晚于已登记的离任日期（2004-03-01），请核对。",
                "第4行 离任日期：早于任职日期（2003-01-01），请核对。",
                "第5行 离任日期：早于任职日期（2004-05-02），请核对。",
            ],
        )

    def test_what_is_no_day_is_told_at_its_cell(self):
        day, month = "请按“年-月-日”填写，如 2021-11-30。", "请按“年-月”填写，如 1965-08。"
        cases = [
            ("任职日期", "2003-02-30", "没有“2003-02-30”这一天，请核对。"),
            ("任职日期", "去年春天", f"“去年春天”看不出是哪一天。{day}"),
            ("任职日期", "农历二月初二", f"请填公历，不要用农历和汉字数字。{day}"),
            ("任职日期", 37685, f"“37685”是没有设成日期格式的数字。{day}"),
            ("任职日期", "2099-01-01", "晚于第六届结束的日期，请核对。"),
            ("出生年月", "一九六五年八月", f"请填公历，不要用农历和汉字数字。{month}"),
            ("出生年月", "1965.1", "“1965.1”分不清是1月还是10月，请写成 1965-01 或 1965-10。"),
            ("出生年月", "65-08", f"“65-08”看不出是哪一天。{month}"),
            ("出生年月", "2065-08", "“2065-08”不对，请核对年份。"),
        ]
        for title, typed, why in cases:
            with self.subTest(typed):
                self.assertEqual(self.cell(title, typed), [f"第2行 {title}：{why}"])

    def test_names_are_kept_as_they_are_but_for_blanks_that_only_align(self):
        for typed, kept in (
            ("赵　云 ", "赵云"),
            ("阿依古丽•买买提", "阿依古丽·买买提"),
            ("𬭎 㛃", "𬭎㛃"),
            ("John Smith", "John Smith"),
        ):
            with self.subTest(typed):
                (verdict,) = self.preview([typed, "农业"], head=["姓名", "界别"]).context["page"]
                self.assertEqual(verdict.line.values["name"], kept)

    def test_other_cells_say_what_is_wrong_with_them(self):
        cases = [
            ("姓名", "", "请填写。"),
            ("姓名", "赵云1", "姓名里有数字或符号，请核对。"),
            ("姓名", "#REF!", "公式出错（#REF!），请改成文字。"),
            ("联系电话", "138123412", "手机号码应是11位，这里是9位。"),
            ("联系电话", "没有", "不是电话号码，请核对。"),
            ("性别", "男性", "没有“男性”这个性别。可填：男、女。"),
            ("委员编号", "第十二号", "只能是字母、数字和“-”，最多20位。"),
            ("单位及职务", "厂" * 101, "太长了（101字），最多100字。"),
            ("乡镇", "锦江镇", "只能导入清溪镇的委员；别的乡镇的请删去这一行。"),
            ("届次", "第九届", "没有“第九届”这个届次。可填：第六届。"),
            ("离任原因", "调离", "离任日期和离任原因要么都填，要么都空着。"),
        ]
        for title, typed, why in cases:
            with self.subTest(f"{title} {typed}"):
                self.assertEqual(self.cell(title, typed), [f"第2行 {title}：{why}"])
        late = self.cell("离任日期", "2005-01-01", 离任原因="调离")
        self.assertEqual(late, ["第2行 离任日期：不能晚于今天。"])

    def test_full_width_digits_and_trailing_blanks_are_read(self):
        self.assertEqual(self.cell("联系电话", "１３８１２３４１２３４ "), ["13812341234"])
        self.assertEqual(self.cell("委员编号", "００１２ "), ["0012"])

    def test_a_nul_is_told_at_its_cell(self):
        body = "姓名,界别\n赵\0云,农业\n".encode()

        self.assertEqual(
            self.faults(body=body, name="名册.csv"),
            ["第2行 姓名：含有看不见的字符（如 NUL），请删掉这一格，重新输入。"],
        )

    def test_a_retired_sector_is_kept_where_it_stands_and_taken_by_nobody_new(self):
        known = self.member(born_in="1965-08")
        old = known.memberships.get().sector
        Sector.objects.filter(pk=old.pk).update(is_retired=True)
        rows = (["赵云", "1965-08", old.name], ["肖阳", "1970-01", old.name])

        self.assertEqual(
            self.verdicts(*rows, head=["姓名", "出生年月", "界别"]),
            [(2, "没有变化", []), (3, "有错", ["第3行 界别：“中共”已停用，请换一个界别。"])],
        )


class FileTests(ImportTestCase):
    def test_a_title_above_the_header_and_columns_in_any_order_are_fine(self):
        body = workbook(["清溪镇委员名册"], [], ["界 别", "备注", "姓名（必填）", "电话"],
                        ["农业", "好", "赵云", "13812341234"], merged=["A1:D1"])  # fmt: skip

        self.assertEqual(self.verdicts(body=body), [(4, "新增", [])])

    def test_what_is_wrong_with_the_whole_is_said_at_the_file(self):
        cases = [
            ({"head": ["姓名", "性别"]}, "没有找到“界别”这一列。请下载模板，照模板的表头填写。"),
            ({"head": ["姓名", "界别", "姓名"]}, "第1行表头里“姓名”出现了两次，请只留一列。"),
            ({"head": ["姓名", "界别"]}, "表头下面没有内容，请填好再上传。"),
            (
                {"head": ["姓名", "界别", "电话"], "merged": ["A1:A2"]},
                "第1行的表头是合并的单元格，请取消合并，一列只写一个名称。",
            ),
            (
                {"body": b"<html>"},
                "这是网页改了扩展名，不是能打开的文件。请用 Office 或 WPS 打开，另存后再上传。",
            ),
        ]
        for options, words in cases:
            with self.subTest(words):
                rows = [["赵云", "农业", "x"]] if "表头下面" not in words else []
                self.assertEqual(self.said(self.hand_in(*rows, **options)), words)
        self.assertEqual(HeldSheet.objects.count(), 0)

    def test_joined_cells_below_the_header_are_told_row_by_row(self):
        rows = (["赵云", "农业"], ["肖阳", None])

        self.assertEqual(
            self.faults(*rows, head=["姓名", "界别"], merged=["B2:B3"]),
            [
                "第2行 界别：这里是合并的单元格，请取消合并，每一行都填上。",
                "第3行 界别：这里是合并的单元格，请取消合并，每一行都填上。",
            ],
        )

    def test_a_large_file_is_refused_by_its_size(self):
        response = self.hand_in(body=b"0" * (9 << 20))

        self.assertEqual(self.said(response), "文件超过8MB，请删去多余的内容或者分成几个文件。")

    def test_nothing_handed_in_is_said_at_the_field(self):
        response = self.client.post(reverse("members:import"), {})

        self.assertEqual(self.said(response), "请选择。")

    def test_the_template_is_a_table_that_can_be_handed_in(self):
        body = self.client.get(reverse("members:import_template")).content
        book = load_workbook(io.BytesIO(body))
        sheet = book.worksheets[0]

        heads = [cell.value for cell in sheet[1]]
        self.assertEqual(heads[:4], ["委员编号", "姓名*", "性别", "民族"])
        rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
        self.assertEqual(rules["C2:C2000"].formula1, "选项!$C$2:$C$3")
        self.assertEqual([cell.value for cell in book["选项"]["C"][:3]], ["性别", "男", "女"])
        self.assertIn("同名的委员靠它分清", sheet["E1"].comment.text)
        sheet["B2"], sheet["G2"] = "赵云", "农业"
        filled = io.BytesIO()
        book.save(filled)
        self.assertEqual(self.verdicts(body=filled.getvalue()), [(2, "新增", [])])

    def test_the_export_can_be_handed_in_again_and_changes_nothing(self):
        self.member(number="0012", born_in="1965-08", phone="+8613812341234", sex="m")
        for kind in ("xlsx", "csv"):
            with self.subTest(kind):
                body = self.client.get(reverse("members:index"), {"export": kind}).content
                self.assertEqual(
                    self.verdicts(body=body, name=f"名册.{kind}"), [(2, "没有变化", [])]
                )
