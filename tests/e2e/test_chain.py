"""One study, entered once: attendance, figure, sentence of the draft, PDF in the county's hands."""

import hashlib
import re

import pymupdf
from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import (
    PASSWORD,
    make_county,
    make_guiding_text,
    make_membership,
    make_township,
    make_user,
)


class ChainStory(Story):
    @classmethod
    def set_scene(cls):
        county = make_county(name="宜县", body_name="政协宜县委员会")
        township = make_township(county=county, name="清溪镇")
        make_guiding_text(county=county)
        for name in ("赵云", "肖阳", "何耒"):
            make_membership(township=township, name=name)
        make_user(role=Role.STAFF, township=township, username="clerk", name="李梅")
        make_user(role=Role.COUNTY, county=county, username="county", name="黄强")

    def test_a_study_becomes_a_sentence_of_the_summary_that_the_county_downloads(self):
        clerk = self.visit_as("clerk", PASSWORD)
        self._enter_the_study(clerk)
        self._enter_who_came(clerk)
        self._compose_edit_and_report(clerk)

        officer = self.visit_as("county", PASSWORD)
        officer.get_by_role("link", name="年终总结").first.click()
        officer.get_by_role("link", name="清溪镇政协联工委2004年度工作总结").click()
        self.look(officer, "county-summary")
        pdf = self.download(officer, "下载 PDF")
        text = re.sub(r"\s", "", "".join(page.get_text() for page in pymupdf.open(stream=pdf)))
        self.assertIn("全年组织委员集中学习1次，委员出席2人次，活动出席率100%", text)
        self.assertIn("4月8日，在联工委办公室开展集中学习，学习新修订的《政协章程》", text)
        self.assertIn("在3名委员的支持配合下", text)
        expect(officer.get_by_text(hashlib.sha256(pdf).hexdigest())).to_be_visible()
        officer.get_by_role("link", name="接收", exact=True).click()
        officer.get_by_role("button", name="接收").click()
        expect(officer.get_by_text("已完成：接收")).to_be_visible()

    def _enter_the_study(self, clerk):
        clerk.get_by_role("link", name="活动").first.click()
        clerk.get_by_role("link", name="登记活动").first.click()
        clerk.get_by_label("类别").select_option(label="集中学习")
        clerk.get_by_label("主题").fill("学习新修订的《政协章程》")
        clerk.get_by_label("日期").fill("2004-04-08")
        clerk.get_by_label("地点").fill("联工委办公室")
        clerk.get_by_label("内容").fill("学习新修订的《政协章程》")
        clerk.get_by_role("button", name="保存活动").click()
        clerk.get_by_role("link", name="登记已举办").click()
        clerk.get_by_label("活动记录").fill("三位委员共同学习，作了讨论。")
        clerk.get_by_label("日期").fill("2004-04-08")
        clerk.get_by_role("button", name="登记已举办").click()
        expect(clerk.get_by_text("已完成：登记已举办")).to_be_visible()

    def _enter_who_came(self, clerk):
        clerk.get_by_role("link", name="填写出席情况").click()
        for name, status in (("赵云", "出席"), ("肖阳", "出席"), ("何耒", "请假")):
            clerk.get_by_label(f"{name}的出席情况").select_option(label=status)
        clerk.get_by_role("button", name="保存出席情况").click()
        expect(clerk.get_by_text("出席情况已保存")).to_be_visible()
        self.look(clerk, "activity")

    def _compose_edit_and_report(self, clerk):
        clerk.get_by_role("link", name="总结").first.click()
        clerk.get_by_role("button", name="一键起草年终总结").click()
        clerk.get_by_role("link", name="修改", exact=True).click()
        self.look(clerk, "summary-editor")
        clerk.get_by_role("button", name="保存").click()
        expect(clerk.get_by_text("总结已保存")).to_be_visible()
        clerk.locator(".crumbs").get_by_role("link", name="2004年度工作总结").click()
        clerk.get_by_role("link", name="签发", exact=True).click()
        clerk.get_by_label("签发人").fill("陈国安")
        clerk.get_by_role("button", name="签发").click()
        clerk.get_by_role("link", name="上报县政协").click()
        clerk.get_by_role("button", name="上报县政协").click()
        expect(clerk.get_by_text("已完成：上报县政协")).to_be_visible()
        self.look(clerk, "summary-reported")
