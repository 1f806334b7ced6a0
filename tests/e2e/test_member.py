"""A member's proposal: written on a phone, filed and assigned, answered, and accepted."""

import re

import pymupdf
from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import (
    PASSWORD,
    make_county,
    make_membership,
    make_proposal,
    make_reply,
    make_township,
    make_unit,
    make_user,
)


class MemberStory(Story):
    today = "2004-03-12"

    @classmethod
    def set_scene(cls):
        county = make_county(name="宜县", body_name="政协宜县委员会")
        township = make_township(county=county, name="清溪镇")
        unit = make_unit(county=county, name="县交通局")
        member = make_user(role=Role.MEMBER, township=township, username="member", name="赵云")
        make_membership(township=township, user=member, name="赵云")
        make_membership(township=township, name="肖阳")
        make_user(role=Role.COUNTY, county=county, username="county", name="黄强")
        make_user(role=Role.UNIT, unit=unit, username="unit", name="孙工")
        earlier = make_proposal(
            township=make_township(county=county, name="锦江镇"),
            title="关于整修里公路锦江段的提案",
            status="closed",
            year=2003,
            number=31,
            handler=unit,
        )
        make_reply(proposal=earlier, text="锦江段已于去年修好。")

    def test_a_proposal_from_the_phone_to_the_accepted_answer(self):
        member = self.visit_as("member", PASSWORD, width=390)
        self._write(member)
        officer = self.visit_as("county", PASSWORD)
        self._file_and_assign(officer)
        self._sign_and_reply(self.visit_as("unit", PASSWORD))

        member.reload()
        expect(member.get_by_text("已列入今年整修计划，六月底前完工。")).to_be_visible()
        self.look(member, "member-reply")
        member.get_by_role("button", name="满意", exact=True).click()
        expect(member.get_by_text("已完成：认可答复")).to_be_visible()
        self.look(member, "member-closed")

        officer.reload()
        expect(officer.locator(".page-state")).to_have_text("已办结")
        self.look(officer, "county-proposal")
        pdf = self.download(officer, "提案纸 PDF")
        text = re.sub(r"\s", "", "".join(page.get_text() for page in pymupdf.open(stream=pdf)))
        self.assertIn("政协宜县委员会提案提案号第1号流水号2004-1类别", text)
        self.assertIn("案由关于整修里公路清溪段的建议", text)
        self.assertIn("委员反馈满意", text)

    def _write(self, member):
        member.get_by_role("link", name="写提案").click()
        member.get_by_label("案由").fill("关于整修里公路清溪段的建议")
        member.get_by_role("button", name="查查以前有没有同样的提案").click()
        expect(member.get_by_text("锦江段已于去年修好。")).to_be_visible()
        self.assertEqual(member.get_by_label("案由").input_value(), "关于整修里公路清溪段的建议")
        self.look(member, "member-earlier")
        member.get_by_label("情况与分析").fill("清溪段多处塌方，雨天不能通车。")
        member.get_by_label("具体建议").fill("请交通局今年整修。")
        member.get_by_label("建议承办单位").select_option(label="县交通局")
        member.get_by_text("与别的委员联名").click()
        member.get_by_label("肖阳").check()
        self._fits(member)
        member.get_by_role("button", name="提交提案").click()
        expect(member.get_by_text("类别：请选择。")).to_be_visible()
        self.look(member, "member-form")
        member.get_by_label("类别").select_option(label="经济")
        member.get_by_role("button", name="提交提案").click()
        expect(member.get_by_text("流水号：2004年第1号。")).to_be_visible()
        expect(member.get_by_text("接下来由县政协审查。")).to_be_visible()
        self._fits(member)
        self.look(member, "member-submitted")

    def _fits(self, page):
        """Nothing sticks out of the phone."""
        wide = page.evaluate("document.documentElement.scrollWidth")
        self.assertLessEqual(wide, 390)

    def _file_and_assign(self, officer):
        officer.get_by_role("link", name="提案", exact=True).first.click()
        self.look(officer, "county-proposals")
        officer.get_by_role("link", name="关于整修里公路清溪段的建议").click()
        officer.get_by_role("link", name="立案", exact=True).click()
        officer.get_by_role("button", name="立案", exact=True).click()
        expect(officer.get_by_text("提案号：2004年第1号。")).to_be_visible()
        officer.get_by_role("link", name="交办", exact=True).click()
        officer.get_by_role("button", name="交办", exact=True).click()  # the suggested unit
        expect(officer.get_by_text("交办 2004-03-12 + 3个月 = 2004-06-12")).to_be_visible()
        self.look(officer, "county-assigned")

    def _sign_and_reply(self, unit):
        unit.get_by_role("link", name="提案", exact=True).first.click()
        unit.get_by_role("link", name="关于整修里公路清溪段的建议").click()
        unit.get_by_role("link", name="签收").click()
        unit.get_by_role("button", name="签收").click()
        unit.get_by_role("link", name="填写答复").click()
        unit.get_by_label("答复类别").select_option(label="B类（正在解决或列入计划）")
        unit.get_by_label("答复内容").fill("已列入今年整修计划，六月底前完工。")
        unit.get_by_label("联系人及电话").fill("孙工 6221234")
        self.look(unit, "unit-reply")
        unit.get_by_role("button", name="填写答复").click()
        expect(unit.get_by_text("已完成：填写答复")).to_be_visible()
