"""A change after 审定: a numbered revision on the same road, while the approved plan holds."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from activities.models import Activity
from counties.roles import Role
from cppcc import clock
from cppcc.documents.words import text_of
from cppcc.workflow import StaleRecordError
from plans import services
from plans.models import AnnualPlan, Milestone, PlanTask
from plans.models.content import content_of, digest
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_line,
    make_membership,
    make_plan,
    make_proposal,
    make_revision,
    make_section,
    make_suggestion,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 5, 12)


class RevisionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(DAY))
        cls.township = make_township(name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.leader = make_user(role=Role.LEADER, township=cls.township, name="陈国安")
        cls.officer = make_user(role=Role.COUNTY, county=cls.township.county, name="黄强")
        cls.member = make_user(role=Role.MEMBER, township=cls.township)
        cls.plan = make_plan(township=cls.township, title="2004年计划")
        cls.section = make_section(plan=cls.plan)
        cls.task = make_task(section=cls.section, figure="studies", target=4)
        cls.task.set_milestones([(date(2004, 6, 30), "上半年")])
        cls.task.set_responsibles([make_membership(township=cls.township, name="赵云")])
        cls.other = make_task(section=cls.section, position=2, text="写好学习笔记")

    def setUp(self):
        self.client.force_login(self.clerk)

    def settle(self, plan, status=Status.PUBLISHED):
        for action, by in (
            ("submit", self.clerk),
            ("approve", self.leader),
            ("report", self.clerk),
        ):
            getattr(plan, action)(by=by)
        if status == Status.PUBLISHED:
            services.publish(plan, by=self.clerk)

    def begun(self):
        self.settle(self.plan)
        revision = services.begin_revision(self.plan, by=self.clerk)
        revision.revise(by=self.clerk, reason="县里推迟了学习。")
        return revision

    def revised(self, revision):
        task = PlanTask.objects.get(section__plan=revision, origin=self.task)
        task.set_milestones([(date(2004, 7, 15), "上半年")])
        task.revise(by=self.clerk, target=5)
        return task

    def in_force(self):
        return list(AnnualPlan.objects.visible_to(self.clerk).in_force())

    # ---- beginning

    def test_a_revision_begins_as_a_copy_of_everything(self):
        revision = self.begun()

        first, second = PlanTask.objects.filter(section__plan=revision)
        self.assertEqual(
            (revision.revision, revision.revises, revision.status), (1, self.plan, "draft")
        )
        self.assertEqual(str(revision), "2004年计划（第1次调整）")
        self.assertEqual(
            (first.text, first.figure, first.target, first.origin),
            ("每季度集中学习一次", "studies", 4, self.task),
        )
        self.assertEqual([str(one) for one in first.milestones.all()], ["2004-06-30 上半年"])
        self.assertEqual([str(one) for one in first.responsibles.all()], ["赵云"])
        self.assertEqual(second.origin, self.other)

    def test_only_the_office_begins_one_and_only_of_what_is_approved_and_in_force(self):
        with self.assertRaises(ValidationError):
            services.begin_revision(self.plan, by=self.clerk)
        self.settle(self.plan)
        for user in (self.leader, self.officer, self.member):
            self.assertFalse(self.plan.may_be_revised_by(user))
        services.begin_revision(self.plan, by=self.clerk)

        with self.assertRaises(ValidationError):
            services.begin_revision(self.plan, by=self.clerk)

    def test_the_database_refuses_a_second_revision_and_one_of_nothing(self):
        revision = self.begun()
        for fields in ({"revises": self.plan, "revision": 2}, {"revises": None, "revision": 2}):
            with self.assertRaises(IntegrityError), transaction.atomic():
                make_plan(township=self.township, **fields)

        revision.withdraw(by=self.clerk, note="不改了")
        again = services.begin_revision(self.plan, by=self.clerk)
        self.assertEqual(again.revision, 2)

    # ---- on the road

    def test_while_it_is_on_its_road_the_approved_plan_stays_in_force(self):
        revision = self.begun()
        self.revised(revision)
        self.assertEqual(self.in_force(), [self.plan])
        self.settle(revision, Status.REPORTED)
        self.assertEqual(self.in_force(), [self.plan])

        revision.return_plan(by=self.officer, note="说明原因")

        self.assertEqual(self.in_force(), [self.plan])
        self.assertEqual(revision.status, Status.DRAFT)
        tasks = PlanTask.objects.visible_to(self.clerk).in_force()
        self.assertEqual(list(tasks), [self.task, self.other])
        days = Milestone.objects.visible_to(self.clerk).in_force()
        self.assertEqual([one.due_on for one in days], [date(2004, 6, 30)])

    def test_without_a_reason_it_is_not_sent(self):
        self.settle(self.plan)
        revision = services.begin_revision(self.plan, by=self.clerk)

        with self.assertRaisesMessage(ValidationError, "请先在“修改”里写明调整原因"):
            revision.submit(by=self.clerk)

        self.assertEqual(AnnualPlan.objects.get(pk=revision.pk).status, Status.DRAFT)

    def test_once_published_it_is_in_force_and_records_follow_their_task(self):
        study = make_activity(township=self.township, task=self.task)
        revision = self.begun()
        task = self.revised(revision)

        self.settle(revision)

        self.assertEqual(self.in_force(), [revision])
        self.assertEqual(Activity.objects.get(pk=study.pk).task, task)
        stored = PlanTask.objects.get(pk=self.task.pk)
        self.assertEqual((stored.target, stored.section.plan), (4, self.plan))
        for user in (self.clerk, self.leader, self.officer, self.member):
            seen = AnnualPlan.objects.visible_to(user)
            self.assertEqual(set(seen), {self.plan, revision}, user.acting.role)

    def test_whatever_names_a_task_follows_it_and_the_neighbour_s_records_do_not(self):
        zhao = make_membership(township=self.township)
        elsewhere = make_task()
        records = [
            make_line("visits", membership=zhao, task=self.task),
            make_line("articles", township=self.township, task=self.task),
            make_proposal(proposer=zhao, task=self.task),
            make_suggestion(township=self.township, task=self.task),
            make_line("articles", township=elsewhere.township, task=elsewhere),
        ]
        revision = self.begun()
        new = self.revised(revision)

        self.settle(revision)

        for record in records:
            record.refresh_from_db()
        self.assertEqual([one.task for one in records], [new, new, new, new, elsewhere])

    def test_a_revision_is_not_public_before_the_plan_it_revises(self):
        self.settle(self.plan, Status.REPORTED)
        revision = services.begin_revision(self.plan, by=self.clerk)
        revision.revise(by=self.clerk, reason="原因")

        with self.assertRaisesMessage(ValidationError, "请先公布原计划"):
            self.settle(revision)

        with self.assertRaisesMessage(ValidationError, "这份计划正在调整"):
            self.plan.return_plan(by=self.officer, note="退回")

    def test_of_a_return_and_a_revision_at_once_one_waits_and_is_told(self):
        self.settle(self.plan, Status.REPORTED)
        moves = (
            lambda plan: services.begin_revision(plan, by=self.clerk),
            lambda plan: plan.return_plan(by=self.officer, note="退回"),
        )
        for first, second in (moves, moves[::-1]):
            plan, late = (AnnualPlan.objects.get(pk=self.plan.pk) for _ in range(2))
            with transaction.atomic():
                with counted_queries() as queries:
                    first(plan)
                with self.assertRaises((ValidationError, StaleRecordError)):
                    second(late)
                transaction.set_rollback(True)
            self.assertIn("FOR NO KEY UPDATE", queries[0])

    def test_a_note_and_the_publication_that_hands_it_over_wait_for_each_other(self):
        revision = self.begun()
        self.settle(revision, Status.REPORTED)
        self.client.force_login(self.clerk)
        address = reverse("plans:note_create", args=[self.task.pk])

        with counted_queries() as noting:
            self.client.post(address, {"on": "2004-05-12", "text": "办了一次"})
        with counted_queries() as publishing:
            services.publish(revision, by=self.clerk)

        self.assertEqual(sum("FOR NO KEY UPDATE" in sql for sql in noting), 1)
        self.assertIn("FOR NO KEY UPDATE", publishing[0])
        self.assertIn(f'"id" = {self.plan.pk}', publishing[0])

    def test_a_second_revision_follows_the_first(self):
        first = self.begun()
        self.settle(first)

        second = services.begin_revision(first, by=self.clerk)

        self.assertEqual((second.revision, second.revises), (2, first))
        self.assertFalse(self.plan.may_be_revised_by(self.clerk))

    # ---- what is kept

    def test_what_was_approved_stays_readable_after_the_county_has_returned_it(self):
        self.settle(self.plan, Status.REPORTED)
        self.plan.return_plan(by=self.officer, note="改目标")
        self.task.revise(by=self.clerk, text="改过的任务")

        sent, approved = self.plan.copies.all()
        paper = text_of(services.document_of_copy(approved))
        page = self.client.get(approved.get_absolute_url())

        self.assertEqual((sent.label, approved.label), ("送审稿", "审定稿"))
        self.assertIn("每季度集中学习一次", paper)
        self.assertNotIn("改过的任务", paper)
        self.assertContains(page, "每季度集中学习一次")

    # ---- approving what has changed

    def approve(self, user, **data):
        self.client.force_login(user)
        self.plan.refresh_from_db()
        seen = digest(content_of(self.plan))
        data = {"version": self.plan.version, "on": "2004-05-12", "seen": seen, **data}
        return self.client.post(reverse("plans:act", args=[self.plan.pk, "approve"]), data)

    def test_an_unchanged_plan_is_approved_with_one_press(self):
        self.plan.submit(by=self.clerk)

        self.approve(self.leader, note="同意")

        self.plan.refresh_from_db()
        self.assertEqual((self.plan.status, self.plan.approval.note), ("approved", "同意"))

    def test_who_approves_is_shown_first_what_changed_after_it_was_sent(self):
        self.plan.submit(by=self.clerk)
        self.task.set_milestones([(date(2004, 7, 15), "上半年")])

        refused = self.approve(self.leader)
        self.plan.refresh_from_db()
        self.assertEqual(self.plan.status, Status.SUBMITTED)
        self.approve(self.leader, has_read="on")

        self.assertContains(refused, "送审以后改动过")
        self.assertContains(refused, "<del>〔6月30日〕</del>", html=True)
        self.assertContains(refused, "<ins>【7月15日】</ins>", html=True)
        self.assertEqual(
            refused.context["form"].errors, {"has_read": ["请先看过改动，再勾选这一项。"]}
        )
        self.plan.refresh_from_db()
        self.assertEqual(self.plan.status, Status.APPROVED)

    def test_a_change_while_the_page_is_open_is_not_approved_unseen(self):
        self.plan.submit(by=self.clerk)
        seen = digest(content_of(self.plan))
        self.task.revise(by=self.clerk, text="悄悄改的")

        answer = self.approve(self.leader, seen=seen, note="同意")

        self.assertContains(answer, "您打开这一页以后，计划又有改动")
        self.assertContains(answer, "同意")
        with self.assertRaises(ValidationError):
            self.plan.approve(by=self.leader, seen=seen)
        self.plan.refresh_from_db()
        self.assertEqual(self.plan.status, Status.SUBMITTED)

    def test_a_plan_sent_again_is_shown_beside_what_was_sent_back(self):
        self.plan.submit(by=self.clerk)
        self.plan.send_back(by=self.leader, note="目标太低")
        self.task.revise(by=self.clerk, target=6)
        self.plan.submit(by=self.clerk)

        why, changes = services.changes_since_last_seen(self.plan)

        self.assertEqual(why, "退回后重新送审，与上次送审相比有改动")
        changed = [(one.name, one.kind) for one in changes if one.is_changed]
        self.assertEqual(changed, [("一、1", "修改")])

    def test_an_approval_on_paper_keeps_meeting_and_document(self):
        self.plan.submit(by=self.clerk)
        named_myself = self.approve(self.clerk, decided_by="李梅")
        self.approve(
            self.clerk,
            decided_by="陈国安",
            meeting="镇党委第3次会议",
            approval_paper="会议纪要〔2004〕3号",
        )

        self.assertEqual(
            named_myself.context["form"].errors,
            {"decided_by": ["计划由镇党委领导审定，请填写领导的姓名，不是您自己的。"]},
        )
        self.plan.refresh_from_db()
        self.assertEqual(
            (self.plan.status, self.plan.meeting, self.plan.approval_paper),
            ("approved", "镇党委第3次会议", "会议纪要〔2004〕3号"),
        )
        page = self.client.get(self.plan.get_absolute_url())
        self.assertContains(page, "镇党委第3次会议")


class ChangesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.revision = make_revision(township=cls.clerk.acting.township)
        cls.plan = cls.revision.revises
        old, new = make_section(plan=cls.plan), make_section(plan=cls.revision)
        type(new).objects.filter(pk=new.pk).update(origin=old)
        for place, (was, now) in enumerate(
            (("视察不少于两次", "视察不少于三次"), ("座谈会", None), ("写好笔记", "写好笔记")), 1
        ):
            task = make_task(section=old, position=place, text=was)
            if now:
                make_task(section=new, position=place, text=now, origin=task)
        make_task(section=new, position=4, text="慰问老人")

    def setUp(self):
        self.client.force_login(self.clerk)

    def test_every_part_stands_beside_what_it_was(self):
        found = services.revised_content(self.revision)

        self.assertEqual(
            [(one.kind, one.name) for one in found],
            [
                ("未变", "标题"),
                ("未变", "一"),
                ("修改", "一、1"),
                ("删去", "一、2"),
                ("移动", "一、3 → 一、2"),
                ("新增", "一、3"),
            ],
        )
        line = found[2].lines[0]
        self.assertEqual(
            [(r.text, r.is_changed) for r in line.old],
            [("视察不少于", False), ("两", True), ("次", False)],
        )
        self.assertEqual(
            [(r.text, r.is_changed) for r in line.new],
            [("视察不少于", False), ("三", True), ("次", False)],
        )

    def test_the_page_marks_words_in_text_and_not_by_colour_alone(self):
        page = self.client.get(reverse("plans:changes", args=[self.revision.pk]))

        self.assertContains(page, "<del>〔两〕</del>", html=True)
        self.assertContains(page, "<ins>【三】</ins>", html=True)
        self.assertNotContains(page, ">未变<")
        whole = self.client.get(reverse("plans:changes", args=[self.revision.pk]), {"all": ""})
        self.assertContains(whole, "未变")

    def test_a_plan_that_revises_nothing_has_no_such_page(self):
        answer = self.client.get(reverse("plans:changes", args=[self.plan.pk]))

        self.assertEqual(answer.status_code, 404)

    def test_the_explanation_says_why_and_lists_what_changed(self):
        lines = text_of(services.document_of_changes(self.revision)).splitlines()

        body = self.plan.township.body_name
        self.assertEqual(lines[0], f"关于{body}2004年度工作计划（第1次调整）的说明")
        self.assertEqual(lines[1], "县里调整了要求。")
        self.assertEqual(lines[2], f"《{body}2004年度工作计划》调整4处，具体如下：")
        self.assertEqual(
            lines[3:11],
            [
                "位置",
                "原计划",
                "调整为",
                "说明",
                "一、1",
                "任务：视察不少于两次",
                "任务：视察不少于三次",
                "修改",
            ],
        )

    def test_it_is_downloaded_as_pdf_and_word(self):
        pdf = self.client.get(reverse("plans:changes_pdf", args=[self.revision.pk]))
        docx = self.client.get(reverse("plans:changes_docx", args=[self.revision.pk]))

        self.assertEqual((pdf.content[:5], docx.content[:2]), (b"%PDF-", b"PK"))
