import re
from datetime import date
from members.roles import Role
from members.models import GuidingText
from tests.e2e.story import Story
from tests.factories import *


class LookStory(Story):
    today = "2004-05-12"
    databases = {"default"}

    @classmethod
    def set_scene(cls):
        county = make_county(name="宜县", body_name="政协宜县委员会")
        t = make_township(county=county, name="清溪镇")
        make_guiding_text(county=county, plan_text="以县政协《2004年工作要点》为指导，围绕中心、服务大局，团结和引导委员认真履行职能。")
        for name in ("赵云", "肖阳", "何耒"):
            make_membership(township=t, name=name)
        make_activity(township=t, on=date(2004, 3, 8))
        make_user(role=Role.STAFF, township=t, username="clerk", name="李梅")
        make_user(role=Role.COUNTY, county=county, username="county", name="黄强")

    def test_look(self):
        for width in (1280, 390):
            p = self.visit_as("clerk", PASSWORD, width=width)
            p.get_by_role("link", name="年度计划" if width > 1000 else "年度计划").first.click()
            self.look(p, f"plan-index-{width}")
            if width == 1280:
                p.get_by_role("link", name="起草2004年计划").click()
                self.look(p, f"plan-create-{width}")
                p.get_by_label("从标准任务开始").check()
                p.get_by_role("button", name="保存计划").click()
            else:
                p.get_by_role("link", name="工作计划").first.click()
            self.look(p, f"plan-detail-{width}")
            p.locator("article details.menu summary").first.click()
            p.screenshot(path=f"var/pictures/plan-menu-{width}.png")
            p.locator("article details.menu summary").first.click()
            p.get_by_role("link", name=re.compile("修改 *任务")).first.click()
            self.look(p, f"plan-task-{width}")
            p.get_by_label("时间节点").fill("2004-03-31 第一季度\n3月5日 学习")
            p.get_by_role("button", name="保存任务").click()
            self.look(p, f"plan-task-error-{width}")
            p.get_by_label("时间节点").fill("2004-03-31 第一季度")
            p.get_by_label("赵云").check()
            p.get_by_role("button", name="保存任务").click()
            p.goto(p.locator("a[href*=tasks][href$='/delete/']").first.get_attribute("href"))
            self.look(p, f"plan-delete-{width}")
            p.get_by_role("link", name="返回，不保存").click()
            p.screenshot(path=f"var/pictures/plan-back-{width}.png")
            if width == 1280:
                open("/tmp/plan.pdf", "wb").write(p.request.get(p.get_by_role("link", name="下载 PDF", include_hidden=True).get_attribute("href")).body())
