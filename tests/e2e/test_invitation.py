"""A member comes in by invitation, on a phone; and what is typed outlives a session."""

import re

from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import PASSWORD, make_membership, make_township, make_user

NEW = "溪口的桥修好了2004"


class InvitationStory(Story):
    @classmethod
    def set_scene(cls):
        township = make_township(name="清溪镇")
        make_user(role=Role.STAFF, township=township, username="clerk", name="李梅")
        make_membership(township=township, name="赵云")
        member = make_user(role=Role.MEMBER, township=township, username="member", name="肖阳")
        make_membership(township=township, user=member, name="肖阳")

    def phone(self):
        context = self.browser.new_context(
            base_url=self.address, viewport={"width": 390, "height": 800}, locale="zh-CN"
        )
        self.addCleanup(context.close)
        page = context.new_page()
        page.on("pageerror", lambda error: self.fail(f"script error: {error}"))
        return page

    def fits(self, page):
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 390)

    def test_a_member_is_invited_sets_a_password_and_sees_the_own_file(self):
        clerk = self.visit_as("clerk", PASSWORD)
        clerk.get_by_role("link", name="账号").first.click()
        self.look(clerk, "accounts-members")
        clerk.get_by_role("button", name="邀请赵云").click()
        expect(clerk.get_by_alt_text("赵云的二维码")).to_be_visible()
        self.look(clerk, "accounts-slip")
        text = clerk.get_by_label("发给本人的文字").input_value()
        link = re.search(r"http\S+", text)[0]

        phone = self.phone()
        phone.goto(link)
        self.look(phone, "accounts-welcome")
        self.fits(phone)
        phone.get_by_label("新密码", exact=True).fill(NEW)
        phone.get_by_label("再输一遍新密码").fill(NEW)
        phone.get_by_role("button", name="设置密码").click()
        expect(phone.get_by_text("密码已设好。")).to_be_visible()
        self.look(phone, "accounts-login")
        phone.get_by_label("用户名").fill("赵云")
        phone.get_by_label("密码").fill(NEW)
        phone.get_by_role("button", name="登录").click()
        expect(phone).to_have_url(f"{self.address}/")
        phone.locator(".side-more summary").click()
        phone.locator(".side-more").get_by_role("link", name="履职档案").click()
        expect(phone.get_by_role("heading", name="赵云履职档案")).to_be_visible()
        self.fits(phone)
        phone.locator(".side-more summary").click()
        phone.locator(".side-more").get_by_role("link", name="我的账号").click()
        expect(phone.get_by_text("正在用的这一台")).to_be_visible()
        self.look(phone, "accounts-mine")
        self.fits(phone)
        phone.get_by_role("button", name="退出", exact=True).click()
        expect(phone.get_by_role("heading", name="登录")).to_be_visible()

        phone.goto(link)
        expect(phone.get_by_role("heading", name="这个链接不能用了")).to_be_visible()
        self.look(phone, "accounts-link-ended")
        clerk.goto("/accounts/")
        expect(clerk.get_by_role("row", name="赵云")).to_contain_text("已启用")

    def test_what_was_typed_is_there_again_after_the_login(self):
        member = self.visit_as("member", PASSWORD, width=390)
        member.get_by_role("link", name="写提案").click()
        member.get_by_label("案由").fill("关于整修里公路清溪段的建议")
        member.get_by_label("情况与分析").fill("清溪段多处塌方，\n雨天不能通车。")
        member.get_by_label("类别").select_option(label="经济")
        member.context.clear_cookies(name="sessionid")  # as if it had ended
        member.get_by_role("button", name="保存草稿").click()
        expect(member.get_by_text("刚才填的内容都还在")).to_be_visible()
        self.look(member, "accounts-typed-login")
        member.get_by_label("用户名").fill("肖阳")
        member.get_by_label("密码").fill(PASSWORD)
        member.get_by_role("button", name="登录").click()

        expect(member.get_by_text("还没有保存。请看一遍，再提交。").first).to_be_visible()
        self.look(member, "accounts-typed")
        self.assertEqual(member.get_by_label("案由").input_value(), "关于整修里公路清溪段的建议")
        self.assertEqual(
            member.get_by_label("情况与分析").input_value(), "清溪段多处塌方，\n雨天不能通车。"
        )
        member.get_by_role("button", name="保存草稿").click()
        expect(member.get_by_text("关于整修里公路清溪段的建议").first).to_be_visible()
        expect(member.locator(".page-state")).to_have_text("草稿")
