"""A clerk imports the roster: two rows are wrong, are read about, mended, and imported again."""

import re

from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import (
    PASSWORD,
    make_county,
    make_membership,
    make_old_paper,
    make_term,
    make_township,
    make_user,
)
from tests.sheets import XLSX, workbook

HEAD = ["委员编号", "姓名*", "性别", "出生年月", "界别*", "单位及职务", "联系电话"]
ROWS = [
    ["0001", "阿依古丽·买买提", "女", "1965-08", "农业", "里溪村支书", "13812341234"],
    ["0002", "𬭎㛃堃", "男", "农历八月", "经济", "柑橘厂厂长", "13812341235"],
    ["0003", "赵　云", "男", "1970年1月", "教育", "中心小学校长", "138123412"],
    ["", "肖阳", "男", "1968-05", "医药卫生", "卫生院院长", "13812341237"],
]


def sheet(*rows) -> dict:
    return {"name": "清溪镇委员名册.xlsx", "mimeType": XLSX, "buffer": workbook(HEAD, *rows)}


class RosterStory(Story):
    @classmethod
    def set_scene(cls):
        county = make_county(name="宜县", body_name="政协宜县委员会")
        township = make_township(county=county, name="清溪镇")
        make_term(county=county)
        make_user(role=Role.STAFF, township=township, username="staff", name="李梅")
        make_user(role=Role.COUNTY, county=county, username="county", name="黄强")
        make_township(county=county, name="锦江镇")
        member = make_user(role=Role.MEMBER, township=township, username="member", name="何耒")
        make_membership(township=township, user=member, name="何耒")
        make_membership(township=township, name="肖阳", post="原粮站站长")
        make_old_paper(township=township, title="清溪镇政协工作总结（2001年）", text="整修里公路")

    def test_a_roster_with_two_wrong_rows_is_mended_and_imported(self):
        page = self.visit_as("staff", PASSWORD)
        page.get_by_role("link", name="委员", exact=True).click()
        page.get_by_role("link", name="导入").click()
        self.look(page, "roster-import")
        self.hand_in(page, *ROWS)
        expect(page.get_by_text("有2行不对，现在不能导入，名册没有改动。")).to_be_visible()
        expect(page.get_by_text("第3行 出生年月：请填公历，不要用农历和汉字数字。")).to_be_visible()
        expect(page.get_by_text("第4行 联系电话：手机号码应是11位，这里是9位。")).to_be_visible()
        self.look(page, "roster-wrong")
        self._mend(page)
        self._list(page)
        self._phone()

    def hand_in(self, page, *rows):
        page.get_by_label("表格文件").set_input_files(sheet(*rows))
        page.get_by_role("button", name="上传并预览").click()

    def _mend(self, page):
        good = [row[:] for row in ROWS]
        good[1][3], good[2][6] = "1972-09", "13812341236"
        self.hand_in(page, *good)
        expect(page.get_by_text("有1行说不准是哪一位，请在下面选好。")).to_be_visible()
        self.look(page, "roster-ask")
        page.get_by_label("是同名的另一个人，新登记").check()
        page.get_by_role("button", name="选好了，再看结果").click()
        expect(page.get_by_text("还没有导入。", exact=True)).to_be_visible()
        self.look(page, "roster-preview")
        page.get_by_role("button", name="确认导入").click()
        expect(page.get_by_text("已导入：新增4行，修改0行，0行没有变化。")).to_be_visible()
        self.look(page, "roster-list")
        page.get_by_role("link", name="导入").click()
        self.hand_in(page, *good)
        expect(page.get_by_text("表格和名册完全一样")).to_be_visible()
        page.get_by_role("button", name="返回").click()

    def _list(self, page):
        page.get_by_role("link", name="委员", exact=True).click()
        for name in ("阿依古丽·买买提", "𬭎㛃堃", "赵云"):
            expect(page.get_by_role("link", name=name)).to_be_visible()
        page.get_by_text("导出").click()
        self.look(page, "roster-export")
        page.get_by_role("link", name="换届").click()
        self.look(page, "roster-reelect")
        page.goto("/archive/?q=里公路")
        self.look(page, "archive")
        page.get_by_role("link", name="清溪镇政协工作总结（2001年）").click()
        self.look(page, "archive-paper")
        page.goto("/archive/new/")
        self.look(page, "archive-new")

    def _phone(self):
        """A member on a phone corrects the number; the office is told."""
        phone = self.visit_as("member", PASSWORD, width=390)
        phone.goto("/members/")
        phone.get_by_role("link", name="何耒").click()
        phone.get_by_role("link", name="更正联系电话").click()
        phone.get_by_label("联系电话").fill("13900001111")
        phone.get_by_role("button", name="保存电话").click()
        expect(phone.get_by_text("联系电话已保存。")).to_be_visible()
        self.look(phone, "roster-contact-phone")
        page = self.visit_as("staff", PASSWORD, width=390)
        page.goto("/members/")
        expect(page.get_by_text("13900001111")).to_be_visible()
        self.look(page, "roster-list-phone")
        page.get_by_role("link", name="何耒").click()
        self.look(page, "roster-detail-phone")
        page.goto("/members/import/")
        self.hand_in(page, *ROWS)
        expect(page.get_by_text(re.compile("第4行 联系电话"))).to_be_visible()
        wide = page.evaluate("document.documentElement.scrollWidth")
        self.assertLessEqual(wide, 390)
        self.look(page, "roster-wrong-phone")
        officer = self.visit_as("county", PASSWORD)
        officer.goto("/members/?q=何")
        officer.get_by_role("link", name="何耒").click()
        self.look(officer, "roster-detail")
        officer.get_by_role("link", name="办理调动").click()
        self.look(officer, "roster-transfer")
