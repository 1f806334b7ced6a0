"""A member on a phone reads the own duty file; a colleague's stays shut."""

from datetime import date

from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import (
    PASSWORD,
    make_activity,
    make_attendance,
    make_county,
    make_line,
    make_membership,
    make_proposal,
    make_township,
    make_user,
)


class DutyStory(Story):
    @classmethod
    def set_scene(cls):
        county = make_county(name="宜县", body_name="政协宜县委员会")
        township = make_township(county=county, name="清溪镇")
        member = make_user(role=Role.MEMBER, township=township, username="member", name="赵云")
        make_user(role=Role.STAFF, township=township, username="clerk", name="李梅")
        zhao = make_membership(township=township, user=member, name="赵云")
        cls.colleague = make_membership(township=township, name="肖阳").pk
        for month, status in ((2, "present"), (5, "present"), (8, "excused")):
            study = make_activity(township=township, on=date(2004, month, 8))
            make_attendance(activity=study, membership=zhao, status=status)
        make_proposal(proposer=zhao, status="submitted", submitted_on=date(2004, 3, 1))
        make_line("visits", membership=zhao)

    def test_the_own_file_on_a_phone_and_nobody_elses(self):
        member = self.visit_as("member", PASSWORD, width=390)
        member.get_by_text("更多", exact=True).click()
        member.get_by_role("link", name="履职档案").last.click()

        expect(member.get_by_role("heading", name="赵云履职档案")).to_be_visible()
        expect(member.get_by_role("link", name="2004年请假 1")).to_be_visible()
        self.assertLessEqual(member.evaluate("document.documentElement.scrollWidth"), 390)
        self.look(member, "member-duty")
        member.get_by_role("link", name="2004年集中学习 2").click()
        expect(member.get_by_text("集中学习出席人次：2人次")).to_be_visible()
        member.go_back()
        self.assertEqual(self.download(member, "下载 PDF")[:5], b"%PDF-")

        member.get_by_role("link", name="履职一览").click()
        expect(member.get_by_text("还差提案1件")).to_be_visible()
        expect(member.get_by_text("肖阳")).to_have_count(0)
        self.look(member, "member-board")

        refused = member.goto(f"/summaries/duty/{self.colleague}/")
        self.assertEqual(refused.status, 403)
        expect(member.get_by_text("肖阳")).to_have_count(0)

    def test_the_yearly_form_from_the_members_phone_to_the_offices_signature(self):
        member = self.visit_as("member", PASSWORD, width=390)
        member.goto("/summaries/sheets/")
        member.get_by_role("link", name="填写", exact=True).click()
        member.get_by_label("本人小结").fill("参加学习两次，提出提案一件。")
        member.get_by_role("button", name="保存").click()
        member.get_by_role("link", name="提交登记表").click()
        member.get_by_role("button", name="提交登记表").click()
        expect(member.locator(".page-state")).to_have_text("待联工委签署")
        self.look(member, "member-sheet")

        clerk = self.visit_as("clerk", PASSWORD)
        clerk.goto("/summaries/sheets/")
        clerk.get_by_role("link", name="查看").click()
        clerk.get_by_role("link", name="签署联工委意见").click()
        clerk.get_by_label("联工委意见").fill("情况属实，同意上报。")
        clerk.get_by_label("签署人").fill("陈国安")
        clerk.get_by_role("button", name="签署联工委意见").click()
        expect(clerk.locator(".page-state")).to_have_text("待县政协评定")
        expect(clerk.locator(".paper")).to_contain_text("签署人：陈国安")
        self.look(clerk, "clerk-sheet")
