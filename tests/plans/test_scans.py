"""What was decided on paper is entered with its scan, at once or later, for who sees the plan."""

import io
from datetime import date

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse
from PIL import Image

from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from plans.models import PlanCopy, PlanScan
from plans.models.content import content_of, digest
from plans.workflow import Status
from tests.factories import make_plan, make_scan, make_township, make_user
from tests.queries import counted_queries
from tests.sheets import upload, word

LATER = "补传审定扫描件"
AGAIN = "如果刚才选过文件，请重新选择扫描件：浏览器不会替您留着。"


def photo() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(written, "PNG")
    return written.getvalue()


class ScanCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 1, 6)))
        cls.township = make_township(name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.leader = make_user(role=Role.LEADER, township=cls.township, name="陈国安")
        cls.plan = make_plan(township=cls.township, status=Status.SUBMITTED)

    def setUp(self):
        self.client.force_login(self.clerk)

    def act(self, action, **data):
        self.plan.refresh_from_db()
        data = {
            "version": self.plan.version,
            "on": "2004-01-05",
            "seen": digest(content_of(self.plan)),
            "decided_by": "陈国安",
            **data,
        }
        return self.client.post(reverse("plans:act", args=[self.plan.pk, action]), data)

    def bring(self, **data):
        address = reverse("plans:scan_create", args=[self.plan.pk])
        return self.client.post(address, data, follow=True)

    def page(self):
        return self.client.get(self.plan.get_absolute_url())


class WithDecisionTests(ScanCase):
    def test_the_scan_of_an_approval_is_kept_and_handed_out(self):
        form = self.client.get(reverse("plans:act", args=[self.plan.pk, "approve"]))
        self.assertContains(form, 'enctype="multipart/form-data"')
        self.assertNotContains(form, AGAIN)

        self.act("approve", meeting="镇党委第3次会议", scan=upload(photo(), "批件.png"))

        scan = PlanScan.objects.get()
        self.assertEqual(
            (scan.event, scan.file_name, scan.kind, scan.township),
            (self.plan.events.get(), "批件.jpg", "jpg", self.township),
        )
        self.assertContains(self.page(), f'<a href="{scan.get_absolute_url()}">审定扫描件</a>')
        self.assertNotContains(self.page(), LATER)
        answer = self.client.get(scan.get_absolute_url())
        self.assertEqual((answer["Content-Type"], answer.content[:2]), ("image/jpeg", b"\xff\xd8"))
        acts = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
        self.assertEqual(list(acts)[-3:], ["approve", "keep_scan", "download_file"])

    def test_a_plan_sent_back_on_paper_may_have_its_scan_too(self):
        self.act("send_back", note="目标太低", scan=upload(photo(), "批示.png"))

        self.assertEqual(str(PlanScan.objects.get()), "退回修改扫描件")
        self.assertContains(self.page(), "退回修改扫描件")
        self.assertNotContains(self.page(), LATER)

    def test_the_leader_decides_without_paper(self):
        self.client.force_login(self.leader)

        form = self.client.get(reverse("plans:act", args=[self.plan.pk, "approve"]))

        self.assertNotContains(form, "扫描件")
        self.act("approve")
        self.client.force_login(self.clerk)
        self.assertNotContains(self.page(), "扫描件")

    def test_another_error_says_that_the_file_has_to_be_chosen_again(self):
        answer = self.act(
            "approve", decided_by="", meeting="第3次会议", scan=upload(photo(), "a.png")
        )

        self.assertEqual(answer.context["form"].errors, {"decided_by": ["请填写。"]})
        self.assertContains(answer, AGAIN)
        self.assertContains(answer, "第3次会议")
        self.assertEqual(PlanScan.objects.count(), 0)

    def test_what_is_no_scan_is_told_at_the_file_and_nothing_is_approved(self):
        answer = self.act("approve", scan=upload(b"<html>", "批件.pdf"))

        self.assertEqual(list(answer.context["form"].errors), ["scan"])
        self.assertNotContains(answer, AGAIN)
        self.plan.refresh_from_db()
        self.assertEqual(self.plan.status, Status.SUBMITTED)

    def test_a_word_file_is_no_scan(self):
        answer = self.act("approve", scan=upload(word("同意。"), "批件.docx"))

        errors = answer.context["form"].errors
        self.assertEqual(errors, {"scan": ["请上传扫描件或照片（PDF、JPG、PNG）。"]})


class LaterTests(ScanCase):
    def test_a_scan_may_come_later_once(self):
        self.act("approve")
        self.assertContains(self.page(), LATER)

        empty = self.bring()
        kept = self.bring(scan=upload(photo(), "批件.png"))
        again = self.bring(scan=upload(photo(), "另一份.png"))

        self.assertEqual(empty.context["form"].errors, {"scan": ["请选择。"]})
        self.assertContains(kept, "扫描件已保存。")
        self.assertContains(again, "这份计划现在没有缺扫描件的审定。")
        self.assertEqual(PlanScan.objects.get().file_name, "批件.jpg")

    def test_the_database_refuses_a_second_scan_of_one_step(self):
        scan = make_scan(plan=self.plan)

        with self.assertRaises(IntegrityError), transaction.atomic():
            scan.pk = None
            scan.save(force_insert=True)

    def test_it_is_there_for_whom_the_plan_is_there(self):
        county = self.township.county
        near = make_user(role=Role.STAFF, township=make_township(county=county))
        officer = make_user(role=Role.COUNTY, county=county)
        member = make_user(role=Role.MEMBER, township=self.township)
        seen = {}
        readers = (self.clerk, self.leader, officer, member, near)
        roads = (Status.APPROVED, Status.REPORTED, Status.PUBLISHED)
        for year, status in enumerate(roads, 2005):
            scan = make_scan(plan=make_plan(township=self.township, year=year, status=status))
            seen[status] = [scan in PlanScan.objects.visible_to(one) for one in readers]

        self.assertEqual(
            seen,
            {
                Status.APPROVED: [True, True, False, False, False],
                Status.REPORTED: [True, True, True, False, False],
                Status.PUBLISHED: [True, True, True, True, False],
            },
        )

    def test_members_see_what_was_approved_and_not_what_was_sent_or_returned(self):
        member = make_user(role=Role.MEMBER, township=self.township)
        plan = make_plan(township=self.township, year=2005)
        plan.submit(by=self.clerk)
        self.client.post(
            reverse("plans:act", args=[plan.pk, "send_back"]),
            {"version": plan.version, "note": "重写", "decided_by": "陈国安", "on": "2004-01-06"}
            | {"scan": upload(photo(), "退回.png")},
        )
        kept = make_scan(plan=plan)
        type(plan).objects.filter(pk=plan.pk).update(status=Status.PUBLISHED)

        seen = {
            user.name: (
                [str(one.label) for one in PlanCopy.objects.visible_to(user).of_plan(plan)],
                [str(one) for one in PlanScan.objects.visible_to(user).of_plan(plan)],
            )
            for user in (self.clerk, member)
        }

        self.assertEqual(
            seen,
            {
                "李梅": (["送审稿", "审定稿"], ["审定扫描件", "退回修改扫描件"]),
                member.name: (["审定稿"], [str(kept)]),
            },
        )

    def test_three_scans_cost_what_one_costs(self):
        costs = []
        for _ in range(3):
            make_scan(plan=self.plan)
            with counted_queries() as queries:
                page = self.page()
            costs.append((len(page.context["scans"]), len(queries)))

        self.assertEqual(costs, [(1, costs[0][1]), (2, costs[0][1]), (3, costs[0][1])])
