"""The county's officer sets up a county's own words, numbers and townships from nothing."""

import re

from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import PASSWORD, make_county, make_user


class CountyStory(Story):
    today = "2026-01-05"

    @classmethod
    def set_scene(cls):
        county = make_county(name="宜县", body_name="政协宜县委员会")
        make_user(role=Role.COUNTY, county=county, username="county", name="黄强")

    def test_a_new_county_gets_its_words_its_numbers_and_its_first_township(self):
        officer = self.visit_as("county", PASSWORD)
        self._add_the_term(officer)
        self._arrange_and_retire(officer)
        self._shorten_a_limit(officer)
        self._raise_a_target(officer)
        self._write_the_guiding_text(officer)
        self._enter_the_township(officer)
        self._hand_down_its_targets(officer)
        self._hand_down_the_points_of_the_year(officer)

    def _settings(self, officer, link: str):
        officer.get_by_role("link", name="本县设置").first.click()
        officer.get_by_role("link", name=link, exact=True).click()

    def _add_the_term(self, officer):
        self._settings(officer, "届次")
        officer.get_by_role("link", name="添加第一项").click()
        officer.get_by_label("届次").fill("第七届")
        officer.get_by_label("开始日期").fill("2026-01-01")
        officer.get_by_label("结束日期").fill("2025-12-31")
        officer.get_by_role("button", name="保存").click()
        expect(officer.get_by_text("届次的结束日期必须晚于开始日期。").first).to_be_visible()
        officer.get_by_label("结束日期").fill("2030-12-31")
        officer.get_by_role("button", name="保存").click()
        expect(officer.get_by_role("rowheader", name="第七届")).to_be_visible()

    def _arrange_and_retire(self, officer):
        self._settings(officer, "提案类别")
        officer.get_by_role("link", name="添加提案类别").click()
        officer.get_by_label("名称").fill("统战")
        officer.get_by_role("button", name="保存").click()
        officer.get_by_role("button", name=re.compile("上移.*统战")).click()
        rows = officer.get_by_role("rowheader")
        expect(rows).to_have_text(["经济", "政治", "文化", "社会", "生态文明建设", "统战", "其他"])
        officer.get_by_role("button", name=re.compile("停用.*其他")).click()
        expect(officer.get_by_text("其他：已停用，旧记录照样显示它。")).to_be_visible()
        officer.get_by_role("link", name=re.compile("删除.*政治")).click()
        officer.get_by_role("button", name="删除“政治”").click()
        expect(officer.get_by_text("已删除：政治。")).to_be_visible()
        self.look(officer, "county-words")

    def _shorten_a_limit(self, officer):
        self._settings(officer, "期限")
        expect(officer.get_by_text("交办 2026-01-05 + 3个月 = 2026-04-05")).to_be_visible()
        officer.get_by_role("link", name=re.compile("修改.*提案答复")).click()
        officer.get_by_label("期限").fill("2")
        officer.get_by_role("button", name="保存").click()
        expect(officer.get_by_text("交办 2026-01-05 + 2个月 = 2026-03-05")).to_be_visible()

    def _raise_a_target(self, officer):
        self._settings(officer, "2026年目标")
        officer.get_by_label("视察次数（次）").fill("3")
        officer.get_by_label("指标").select_option(label="宣传稿件数（篇）")
        officer.get_by_label("目标数").fill("5")
        officer.get_by_role("button", name="保存").click()
        expect(officer.get_by_label("宣传稿件数（篇）")).to_have_value("5")
        self.look(officer, "county-targets")

    def _write_the_guiding_text(self, officer):
        self._settings(officer, "2026年指导思想")
        officer.get_by_label("计划指导思想").fill("围绕中心，服务大局。")
        officer.get_by_role("button", name="保存").click()
        expect(officer.get_by_label("计划指导思想")).to_have_value("围绕中心，服务大局。")

    def _enter_the_township(self, officer):
        self._settings(officer, "乡镇和活动组")
        officer.get_by_role("link", name="登记第一个乡镇").click()
        officer.get_by_label("名称", exact=True).fill("清溪镇")
        officer.get_by_label("机构简称").fill("清溪镇政协联工委")
        officer.get_by_role("button", name="保存").click()
        officer.get_by_role("link", name="登记人员").click()
        officer.get_by_label("类别").select_option(label="联系县领导")
        officer.get_by_label("姓名").fill("王长生")
        officer.get_by_label("职务").fill("县政协副主席")
        officer.get_by_label("开始日期").fill("2026-01-01")
        officer.get_by_role("button", name="保存").click()
        expect(officer.get_by_role("cell", name="县政协副主席")).to_be_visible()
        self.look(officer, "county-township")

    def _hand_down_its_targets(self, officer):
        officer.get_by_role("button", name="拟定目标任务书").click()
        expect(officer.get_by_role("cell", name="5篇")).to_be_visible()
        officer.get_by_role("link", name="下达", exact=True).click()
        officer.get_by_role("button", name="下达").click()
        expect(officer.get_by_text("已完成：下达")).to_be_visible()
        self.look(officer, "county-target-sheet")

    def _hand_down_the_points_of_the_year(self, officer):
        officer.get_by_role("link", name="下发文件").first.click()
        officer.get_by_role("link", name="起草第一份").click()
        officer.get_by_label("类别").select_option(label="工作要点")
        officer.get_by_label("标题").fill("政协宜县委员会2026年工作要点")
        officer.get_by_label("成文日期").fill("2026-01-05")
        officer.get_by_role("button", name="保存").click()
        expect(officer.get_by_text("请写要点，一条一行。").first).to_be_visible()
        officer.locator("#id_points").fill("1. 每季度集中学习一次\n2. 视察两次")
        officer.get_by_role("button", name="保存").click()
        officer.get_by_role("link", name="下发", exact=True).click()
        expect(officer.get_by_label("清溪镇")).to_be_checked()
        officer.get_by_role("button", name="下发").click()
        officer.get_by_role("link", name="代录签收").click()
        officer.get_by_label("实际决定人").fill("李梅")
        officer.get_by_role("button", name="签收").click()
        expect(officer.get_by_text("1个乡镇全部签收。")).to_be_visible()
        self.look(officer, "county-paper")
