"""Next year's plan: begun with a few clicks, returned once, approved, received, carried out by a
study that moves its task's bar, and revised."""

import re

from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import PASSWORD, make_county, make_membership, make_township, make_user

COUNT_CLICKS = """addEventListener("click", () => {
    sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0)
}, true)"""


class PlanRoadStory(Story):
    today = "2025-12-08"

    @classmethod
    def set_scene(cls):
        county = make_county(name="宜县", body_name="政协宜县委员会")
        township = make_township(county=county, name="清溪镇", body_name="清溪镇政协联工委")
        for name in ("赵云", "肖阳", "何耒"):
            make_membership(township=township, name=name)
        make_user(role=Role.STAFF, township=township, username="clerk", name="李梅")
        make_user(role=Role.LEADER, township=township, username="leader", name="陈国安")
        make_user(role=Role.COUNTY, county=county, username="county", name="黄强")

    def test_a_plan_is_made_sent_returned_approved_received_carried_out_and_revised(self):
        clerk = self.visit_as("clerk", PASSWORD)
        leader = self.visit_as("leader", PASSWORD)
        officer = self.visit_as("county", PASSWORD)
        self._make_and_send(clerk)
        self._return_once(leader)
        self._type_and_come_back(clerk)
        self._mend_and_send_again(clerk)
        self._approve(leader)
        self._report(clerk)
        self._receive(officer)
        self._hold_a_study(clerk)
        self._revise(clerk)

    def _press(self, page, action):
        page.get_by_role("link", name=action, exact=True).click()
        page.get_by_role("button", name=action, exact=True).click()
        expect(page.get_by_text(f"已完成：{action}")).to_be_visible()

    def _make_and_send(self, clerk):
        """From the first page to the leader's desk in under ten clicks."""
        clerk.context.add_init_script(COUNT_CLICKS)
        clerk.goto("/")
        clerk.get_by_role("link", name="年度计划", exact=True).first.click()
        clerk.get_by_role("link", name="起草年度计划").click()
        clerk.get_by_label("2026年", exact=True).check()
        self.look(clerk, "plan-start")
        clerk.get_by_role("button", name="开始编写").click()
        expect(
            clerk.get_by_role("heading", name="清溪镇政协联工委2026年度工作计划")
        ).to_be_visible()
        expect(clerk.get_by_text("应于2026年1月1日前上报")).to_be_visible()
        self.look(clerk, "plan-draft")
        self._press(clerk, "送审")
        self.assertLess(int(clerk.evaluate("sessionStorage.clicks")), 10)

    def _return_once(self, leader):
        leader.goto("/plans/")
        leader.get_by_role("link", name=re.compile("2026年度")).click()
        leader.get_by_role("link", name="退回修改").click()
        leader.get_by_label("原因").fill("视察安排在农闲的时候。")
        leader.get_by_role("button", name="退回修改").click()
        expect(leader.get_by_text("已完成：退回修改")).to_be_visible()

    def _task(self, page, text):
        return page.locator("article", has_text=text)

    def _type_and_come_back(self, clerk):
        """What is typed and not saved is there again."""
        clerk.goto("/plans/")
        clerk.get_by_role("link", name=re.compile("2026年度")).click()
        expect(clerk.get_by_text("视察安排在农闲的时候。").first).to_be_visible()
        self._task(clerk, "视察重点工程").get_by_role("link", name="修改").click()
        clerk.get_by_label("时间节点").fill("2026-07-15 上半年视察\n2026-11-30 下半年视察")
        expect(clerk.get_by_text(re.compile(r"草稿已保存 \d\d:\d\d"))).to_be_visible()
        clerk.on("dialog", lambda dialog: dialog.accept())
        clerk.reload()
        expect(clerk.get_by_text("没有保存完的草稿")).to_be_visible()
        expect(clerk.get_by_label("时间节点")).to_have_value(re.compile("2026-07-15"))
        self.look(clerk, "plan-task-draft")

    def _mend_and_send_again(self, clerk):
        clerk.get_by_role("button", name="保存任务").click()
        expect(clerk.get_by_text("7月15日")).to_be_visible()
        study = self._task(clerk, "每季度至少组织委员集中学习一次")
        handle = self._task(clerk, "开展自学").locator(".drag")
        study.scroll_into_view_if_needed()
        start, goal = handle.bounding_box(), study.bounding_box()
        clerk.mouse.move(start["x"] + 20, start["y"] + 20)
        clerk.mouse.down()
        with clerk.expect_navigation(timeout=15_000):
            clerk.mouse.move(goal["x"] + 60, goal["y"] + goal["height"] / 2, steps=12)
            clerk.mouse.move(goal["x"] + 60, goal["y"] + 8, steps=12)
            clerk.mouse.up()
        expect(clerk.locator("article").first).to_contain_text("开展自学")
        self._press(clerk, "送审")

    def _approve(self, leader):
        leader.get_by_role("link", name="年度计划").first.click()
        leader.get_by_role("link", name=re.compile("2026年度")).click()
        leader.get_by_role("link", name="审定", exact=True).click()
        expect(leader.get_by_text("退回后重新送审，与上次送审相比有改动")).to_be_visible()
        expect(leader.locator("ins").first).to_have_text("【7月15日】")
        self.look(leader, "plan-approve")
        leader.get_by_label("我已看过上面的改动").check()
        leader.get_by_label("批示").fill("同意。")
        leader.get_by_role("button", name="审定", exact=True).click()
        expect(leader.get_by_text("已完成：审定")).to_be_visible()

    def _report(self, clerk):
        clerk.reload()
        self._press(clerk, "上报县政协")
        self._press(clerk, "公布")

    def _receive(self, officer):
        officer.goto("/plans/")
        officer.get_by_text("2025年", exact=True).first.click()
        officer.get_by_role("button", name="2026年").click()
        officer.get_by_role("link", name=re.compile("2026年度工作计划")).click()
        expect(officer.get_by_text("已公布").first).to_be_visible()

    def _study_bar(self, clerk):
        """How far the study task has come on the board: in figures, and as its bar is drawn."""
        clerk.goto("/plans/")
        clerk.get_by_role("link", name=re.compile("2026年度")).click()
        clerk.get_by_role("link", name="看进度").click()
        clerk.get_by_role("link", name="进度图").click()
        row = clerk.get_by_role("row", name=re.compile("每季度至少组织委员集中学习一次"))
        bar = (
            clerk.locator(".bars g", has_text="每季度至少组织委员集中学习一次")
            .locator("rect")
            .nth(1)
        )
        return row.locator(".share").inner_text(), bar.bounding_box()["width"]

    def _hold_a_study(self, clerk):
        self.on_day("2026-02-10")
        told, width = self._study_bar(clerk)
        self.assertEqual((told.strip(), width), ("0 / 4次", 0))
        clerk.get_by_role("link", name="活动", exact=True).first.click()
        clerk.get_by_role("link", name="登记活动").first.click()
        clerk.get_by_label("类别").select_option(label="集中学习")
        clerk.get_by_label("主题").fill("学习全会精神")
        clerk.get_by_label("日期").fill("2026-02-10")
        clerk.get_by_role("button", name="保存活动").click()
        clerk.get_by_role("link", name="登记已举办").click()
        clerk.get_by_label("活动记录").fill("三位委员共同学习，作了讨论。")
        clerk.get_by_role("button", name="登记已举办").click()
        told, width = self._study_bar(clerk)
        self.assertEqual(told.strip(), "1 / 4次")
        self.assertGreater(width, 0)
        self.look(clerk, "plan-bars-moved")
        clerk.get_by_role("link", name="看计划").click()

    def _revise(self, clerk):
        clerk.get_by_role("button", name="调整计划").click()
        expect(clerk.get_by_text("这是第1次调整的稿子")).to_be_visible()
        clerk.get_by_role("link", name="修改", exact=True).first.click()
        clerk.get_by_label("调整原因").fill("县里推迟了视察。")
        clerk.get_by_role("button", name="保存计划").click()
        self._task(clerk, "视察重点工程").get_by_role("link", name="修改").click()
        clerk.get_by_label("时间节点").fill("2026-09-20 上半年视察\n2026-11-30 下半年视察")
        clerk.get_by_role("button", name="保存任务").click()
        clerk.get_by_role("link", name="看调整了什么").click()
        expect(clerk.locator("del")).to_have_text("〔7月15日〕")
        expect(clerk.locator("ins")).to_have_text("【9月20日】")
        self.look(clerk, "plan-changes")
        clerk.set_viewport_size({"width": 390, "height": 844})
        self.look(clerk, "plan-changes-phone")
