"""What waits for whom: exactly this person's, whatever the year, at a fixed number of queries."""

from datetime import date

from django.test import TestCase

from accounts.models import User
from activities.models import Attendance
from activities.workflow import Status as ActivityStatus
from counties.models import County
from counties.roles import Role
from cppcc import clock
from desk import todo
from plans.models import AnnualPlan, Milestone
from plans.workflow import Status as PlanStatus
from proposals.workflow import Status
from summaries.models import Report, ReportedCopy
from summaries.workflow import DutyStatus
from summaries.workflow import Status as ReportStatus
from tests.factories import (
    make_activity,
    make_attendance,
    make_check,
    make_county,
    make_county_paper,
    make_duty_sheet,
    make_follow_up,
    make_membership,
    make_plan,
    make_proposal,
    make_section,
    make_sheet,
    make_suggestion,
    make_task,
    make_township,
    make_unit,
    make_user,
)
from tests.queries import counted_queries

TODAY = date(2004, 12, 6)
PUBLIC = PlanStatus.PUBLISHED
OVER_NEW_YEAR = (date(2003, 12, 31), date(2004, 1, 1), date(2004, 1, 2))


def make_report(*, township, year=2004, status=ReportStatus.DRAFT, **fields) -> Report:
    if status != ReportStatus.DRAFT:
        fields = {"signed_by": "陈国安", "signed_on": date(year, 12, 1), **fields}
    report = Report.objects.create(
        county=township.county,
        township=township,
        year=year,
        title=f"{township.name}{year}年度工作总结",
        cutoff_on=date(year, 12, 1),
        status=status,
        **fields,
    )
    if status in {ReportStatus.REPORTED, ReportStatus.ACCEPTED}:
        ReportedCopy.objects.create(
            county=township.county,
            township=township,
            report=report,
            reported_on=date(year, 12, 2),
            text={},
            pdf=b"",
            sha256="",
        )
    return report


class TodoTests(TestCase):
    maxDiff = None

    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.foreign = make_township(county=cls.county, name="石羊镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        cls.leader = make_user(role=Role.LEADER, township=cls.township)
        cls.user = make_user(role=Role.MEMBER, township=cls.township, name="赵云")
        cls.member = make_membership(township=cls.township, user=cls.user)
        cls.unit = make_unit(county=cls.county, name="交通局")
        cls.handler = make_user(role=Role.UNIT, unit=cls.unit, county=cls.county)

    def waiting(self, user, on=TODAY) -> list[str]:
        with clock.at(on):
            return [one.what for one in todo.waiting_for(user, on)]

    def settle(self) -> None:
        """The plans of this year and the next, and the summary, are done: none of them waits."""
        for year in (2004, 2005):
            make_plan(township=self.township, year=year, status=PlanStatus.PUBLISHED)
        make_report(township=self.township, status=ReportStatus.ACCEPTED)

    def test_a_new_township_in_december_lacks_its_plans_and_its_summary(self):
        with clock.at(TODAY):
            waiting = todo.waiting_for(self.clerk, TODAY)

        self.assertEqual(
            [(one.what, one.url, one.until) for one in waiting],
            [
                ("2004年度工作计划还没有制定", "/plans/new/?year=2004", date(2004, 1, 1)),
                ("2004年年终总结还没有起草", "/summaries/", date(2004, 12, 31)),
                ("2005年度工作计划还没有制定", "/plans/new/?year=2005", date(2005, 1, 1)),
            ],
        )

    def test_next_years_plan_is_asked_for_from_autumn_until_somebody_begins_it(self):
        make_plan(township=self.township, status=PlanStatus.PUBLISHED)
        make_plan(township=self.foreign, year=2005)
        told = ["2005年度工作计划还没有制定"]

        self.assertEqual(self.waiting(self.clerk, date(2004, 9, 30)), [])
        self.assertEqual(self.waiting(self.clerk, date(2004, 10, 1)), told)

        make_plan(township=self.township, year=2005, title="2005年计划")

        self.assertEqual(self.waiting(self.clerk, date(2004, 10, 1)), ["2005年计划还没有送审"])

    def test_quarters_that_nobody_checked_wait_until_the_next_year_has_its_own(self):
        task = make_task(
            section=make_section(plan=make_plan(township=self.township, status=PUBLIC))
        )
        make_plan(township=self.township, year=2005, status=PUBLIC)
        make_check(task=task, quarter=2, is_finished=True)
        make_check(task=task, quarter=3)
        told = {
            on: [what for what in self.waiting(self.clerk, on) if "自查" in what]
            for on in (
                date(2004, 3, 31),
                date(2004, 4, 1),
                date(2004, 10, 1),
                date(2005, 1, 1),
                date(2005, 3, 31),
                date(2005, 4, 1),
            )
        }

        old_year = ["2004年第一季度、第三季度、第四季度的计划还没有自查"]
        self.assertEqual(
            list(told.values()),
            [
                [],
                ["2004年第一季度的计划还没有自查"],
                ["2004年第一季度、第三季度的计划还没有自查"],
                old_year,
                old_year,
                [],
            ],
        )

    def test_a_plan_that_is_not_approved_is_not_asked_to_be_checked(self):
        make_task(section=make_section(plan=make_plan(township=self.township)))

        told = [what for what in self.waiting(self.clerk, date(2004, 7, 1)) if "自查" in what]

        self.assertEqual(told, [])

    def test_a_plan_is_owed_until_the_countys_day(self):
        County.objects.filter(pk=self.county.pk).update(plan_due="12-20")
        make_plan(township=self.township, title="2004年计划")
        make_plan(township=self.township, year=2005, status=PUBLIC)
        make_report(township=self.township, status=ReportStatus.ACCEPTED)

        with clock.at(TODAY):
            (plan,) = todo.waiting_for(User.objects.get(pk=self.clerk.pk), TODAY)

        self.assertEqual(
            (plan.what, plan.until, plan.left), ("2004年计划还没有送审", date(2004, 12, 20), 14)
        )

    def test_targets_that_were_handed_down_wait_for_the_receipt(self):
        self.settle()
        for place in (self.township, self.foreign):
            make_sheet(township=place, status="handed_down")
        make_sheet(township=self.township, year=2005)

        self.assertEqual(self.waiting(self.clerk), ["清溪镇2004年度目标任务书已下达"])

    def test_papers_of_the_county_wait_for_the_receipt_as_long_as_they_hold(self):
        self.settle()
        for title, fields in (("通知", {}), ("旧通知", {"status": "withdrawn"})):
            make_county_paper(townships=[self.township], title=title, **fields)
        signed = make_county_paper(townships=[self.township, self.foreign])
        signed.receipts.get(township=self.township).receive(by=self.clerk)

        (line,) = todo.waiting_for(self.clerk, TODAY)

        self.assertEqual(
            (line.what, line.since, line.button),
            ("县政协下发《通知》", date(2004, 1, 6), "去签收"),
        )

    def test_nothing_waits_when_all_is_done(self):
        self.settle()

        self.assertEqual(self.waiting(self.clerk), [])

    def test_in_october_no_summary_is_asked_for(self):
        for year in (2004, 2005):
            make_plan(township=self.township, year=year, status=PUBLIC)

        self.assertEqual(self.waiting(self.clerk, date(2004, 10, 31)), [])

    def test_in_january_the_summary_of_a_year_with_activities_is_overdue(self):
        make_plan(township=self.township, year=2005, status=PlanStatus.PUBLISHED)
        make_activity(township=self.township, status=ActivityStatus.REPORTED)
        make_activity(township=self.foreign)

        with clock.at(date(2005, 1, 10)):
            waiting = todo.waiting_for(self.clerk, date(2005, 1, 10))

        self.assertEqual(
            [(one.what, one.until, one.left) for one in waiting],
            [("2004年年终总结还没有起草", date(2004, 12, 31), -10)],
        )

    def test_the_office_sees_its_activities_and_when_the_material_is_due(self):
        self.settle()
        for place in (self.township, self.foreign):
            make_activity(township=place, theme="走访企业", on=date(2004, 12, 1), status="notified")
            make_activity(township=place, theme="视察公路", on=date(2004, 12, 2))
            held = make_activity(township=place, theme="学习章程", on=date(2004, 11, 25))
            make_attendance(activity=held, membership=make_membership(township=place))
            make_activity(township=place, theme="明天的会", on=date(2004, 12, 7), status="planned")
            make_activity(township=place, theme="机关课", on=date(2004, 12, 3), feeds="lesson")
        make_activity(county=self.county, theme="县里的会", on=date(2004, 12, 1))

        with clock.at(TODAY):
            waiting = todo.waiting_for(self.clerk, TODAY)

        self.assertEqual(
            [(one.what, one.since, one.until, one.left, one.button) for one in waiting],
            [
                (
                    "学习章程：活动材料还没有上报",
                    date(2004, 11, 25),
                    date(2004, 12, 2),
                    -4,
                    "去上报",
                ),
                (
                    "视察公路：还没有登记出席情况",
                    date(2004, 12, 2),
                    date(2004, 12, 9),
                    3,
                    "填写出席",
                ),
                (
                    "走访企业：活动日已过，还没有登记是否举办",
                    date(2004, 12, 1),
                    None,
                    None,
                    "登记已举办",
                ),
            ],
        )

    def test_the_office_sees_proposals_that_only_it_can_carry_on(self):
        self.settle()
        alone = make_membership(township=self.township, name="何耒")
        make_proposal(proposer=alone, title="修路", is_by_office=True)
        make_proposal(proposer=self.member, title="自己会写的")
        make_proposal(proposer=self.member, title="建桥", status=Status.REPLIED)
        make_proposal(township=self.foreign, title="别镇的", status=Status.REPLIED)

        self.assertEqual(
            self.waiting(self.clerk),
            ["提案《修路》（何耒）还没有提交", "提案《建桥》已答复，请提醒或代录"],
        )

    def test_the_office_sees_unanswered_advice_and_overdue_promises_of_any_year(self):
        self.settle()
        for place in (self.township, self.foreign):
            make_suggestion(township=place, title="集镇管理", on=date(2003, 7, 5))
            make_follow_up(township=place, title="修水渠", due_on=date(2003, 9, 1))
            make_follow_up(township=place, title="已修好", due_on=date(2003, 9, 1), progress="done")
            make_follow_up(township=place, title="不急的", due_on=TODAY)

        self.assertEqual(
            self.waiting(self.clerk),
            ["跟踪落实：修水渠（交通局）", "《集镇管理》还有2条没有答复"],
        )

    def test_days_of_the_plan_wait_for_a_fortnight_unless_the_target_is_reached(self):
        self.settle()
        section = make_section(plan=AnnualPlan.objects.get(year=2004))
        open_task = make_task(section=section, position=1, figure="studies", target=2)
        for quarter in (1, 2, 3):
            make_check(task=open_task, quarter=quarter, is_finished=True)
        reached = make_task(section=section, position=2, figure="studies", target=1)
        make_activity(township=self.township, status=ActivityStatus.REPORTED)
        for task, day, text in (
            (open_task, 20, "第四次学习"),
            (open_task, 21, "太远的"),
            (open_task, 5, "过去的"),
            (reached, 19, "已经够了"),
        ):
            Milestone.objects.create(
                county=self.county,
                township=self.township,
                task=task,
                due_on=date(2004, 12, day),
                text=text,
            )

        self.assertEqual(self.waiting(self.clerk), ["计划节点：第四次学习"])

    def test_a_returned_plan_says_why(self):
        make_plan(township=self.township, year=2005, status=PUBLIC)
        plan = make_plan(township=self.township, title="2004年计划", status=PlanStatus.REPORTED)
        make_report(township=self.township, status=ReportStatus.ACCEPTED)
        plan.return_plan(by=self.officer, note="缺少视察安排")

        self.assertEqual(self.waiting(self.clerk), ["2004年计划，退回修改：缺少视察安排"])

    def test_a_returned_summary_says_why(self):
        for year in (2004, 2005):
            make_plan(township=self.township, year=year, status=PUBLIC)
        report = make_report(township=self.township, status=ReportStatus.REPORTED)
        report.send_back(by=self.officer, note="补充数字")

        self.assertEqual(
            self.waiting(self.clerk), ["清溪镇2004年度工作总结：县政协退回修改：补充数字"]
        )

    def test_the_county_sees_plans_that_reached_it_and_who_owes_one(self):
        make_township(county=self.county, name="白水乡")
        make_plan(township=self.township, title="清溪计划", status=PlanStatus.REPORTED)
        make_plan(township=self.foreign, title="石羊计划", status=PlanStatus.APPROVED)
        make_plan(township=self.township, year=2003, title="旧计划", status=PUBLIC)
        owed, read = "白水乡、石羊镇还没有上报{}年度工作计划", "清溪计划已上报，还没有公布"
        lines = {on: self.waiting(self.officer, on) for on in OVER_NEW_YEAR}
        for name in ("东坪镇", "西坪镇"):
            make_township(county=self.county, name=name)

        self.assertEqual(
            list(lines.values()),
            [[owed.format(year), read] for year in (2003, 2004, 2004)],
        )
        self.assertEqual(
            self.waiting(self.officer)[0],
            "东坪镇、白水乡、石羊镇等4个乡镇还没有上报2004年度工作计划",
        )

    def test_the_county_sees_what_has_reached_it_and_its_own_events(self):
        for place in (self.township, self.foreign):
            make_plan(township=place, status=PUBLIC)
        make_report(township=self.township, status=ReportStatus.REPORTED)
        make_report(township=self.foreign, status=ReportStatus.SIGNED)
        make_proposal(proposer=self.member, title="草稿")
        make_proposal(proposer=self.member, title="新交的", status=Status.SUBMITTED)
        make_proposal(proposer=self.member, title="已立的", status=Status.FILED)
        make_proposal(proposer=self.member, title="逾期的", status=Status.SIGNED, handler=self.unit)
        make_activity(county=self.county, theme="县里的会", on=date(2004, 12, 1), status="notified")
        make_activity(township=self.township, theme="镇里的会", on=date(2004, 12, 1))

        self.assertEqual(
            self.waiting(self.officer),
            [
                "提案《逾期的》交通局逾期未答复",
                "清溪镇2004年度工作总结已上报，等待接收",
                "提案《新交的》等待审查立案",
                "提案《已立的》已立案，还没有交办",
                "县里的会：活动日已过，还没有登记是否举办",
            ],
        )

    def test_a_member_sees_the_own_proposals_and_nobody_else_s(self):
        colleague = make_membership(township=self.township, name="肖阳")
        for proposer, name in ((self.member, "我的"), (colleague, "同事的")):
            make_proposal(proposer=proposer, title=f"{name}草稿")
            make_proposal(proposer=proposer, title=f"{name}提案", status=Status.REPLIED)
        make_activity(
            township=self.township, theme="学习", on=date(2004, 12, 9), status="notified", place=""
        )
        make_activity(township=self.township, theme="未通知", on=TODAY, status="planned")
        make_activity(township=self.foreign, theme="别镇", on=TODAY, status="notified")

        self.assertEqual(
            self.waiting(self.user),
            ["参加活动：学习", "提案《我的草稿》还是草稿", "提案《我的提案》已答复，请您反馈"],
        )

    def test_the_yearly_form_of_a_member_waits_for_whoever_has_the_next_step(self):
        draft = make_duty_sheet(membership=self.member)
        submitted = make_duty_sheet(membership=self.member, year=2003, status=DutyStatus.SUBMITTED)
        signed = make_duty_sheet(membership=self.member, year=2002, status=DutyStatus.SIGNED)
        make_duty_sheet(membership=self.member, year=2001, status=DutyStatus.RATED)
        make_duty_sheet(status=DutyStatus.SUBMITTED)  # of another county

        found = {
            "member": list(todo.reports.own_duty_sheets(self.user, TODAY)),
            "staff": list(todo.reports.duty_sheets_to_sign(self.clerk, TODAY)),
            "county": list(todo.reports.duty_sheets_to_rate(self.officer, TODAY)),
        }

        self.assertEqual(
            {who: [(one.what, one.url) for one in lines] for who, lines in found.items()},
            {
                "member": [("赵云2004年度履职登记表等待提交", draft.get_absolute_url())],
                "staff": [("赵云2003年度履职登记表等待签署意见", submitted.get_absolute_url())],
                "county": [("赵云2002年度履职登记表等待评定等次", signed.get_absolute_url())],
            },
        )

    def test_a_unit_sees_what_it_handles(self):
        other = make_unit(county=self.county)
        for unit, name in ((self.unit, "本局"), (other, "外局")):
            make_proposal(
                proposer=self.member, title=f"{name}新办", status=Status.ASSIGNED, handler=unit
            )
            make_proposal(
                proposer=self.member,
                title=f"{name}在办",
                status=Status.SIGNED,
                handler=unit,
                due_on=date(2005, 1, 1),
            )
            make_proposal(
                proposer=self.member, title=f"{name}办完", status=Status.CLOSED, handler=unit
            )

        self.assertEqual(
            self.waiting(self.handler),
            ["提案《本局新办》已交办，等待签收", "提案《本局在办》等待答复"],
        )

    def test_a_leader_approves_the_plan_and_notes_the_advice_of_the_own_town(self):
        for place in (self.township, self.foreign):
            make_plan(township=place, title=f"{place}计划", status=PlanStatus.SUBMITTED)
            make_plan(township=place, year=2003, status=PlanStatus.DRAFT)
            make_suggestion(township=place, title=f"{place}建议")

        self.assertEqual(
            self.waiting(self.leader), ["清溪镇计划等待审定", "《清溪镇建议》有2条等待批示"]
        )

    def test_somebody_without_an_appointment_has_nothing_to_do(self):
        make_proposal(proposer=self.member)

        self.assertEqual(self.waiting(make_user()), [])

    def test_the_first_page_costs_the_same_with_one_and_three_of_each(self):
        everybody = (self.clerk, self.officer, self.user, self.handler, self.leader)
        plan = make_plan(township=self.township, status=PlanStatus.SUBMITTED)
        self.section = make_section(plan=plan)
        self.add_one_of_each(1)
        with clock.at(TODAY):
            before = {user.pk: self.cost(user) for user in everybody}
        self.add_one_of_each(2)
        self.add_one_of_each(3)

        with clock.at(TODAY):
            after = {user.pk: self.cost(user) for user in everybody}

        self.assertEqual(after, before)

    def cost(self, user) -> int:
        self.client.force_login(user)
        self.client.get("/")
        with counted_queries() as queries:
            response = self.client.get("/")
        self.assertEqual(response.status_code, 200)
        return len(queries)

    def add_one_of_each(self, number: int) -> None:
        place = {"township": self.township}
        make_activity(**place, on=date(2004, 12, 1), status="notified")
        make_activity(**place, on=date(2004, 12, 2))
        held = make_activity(**place, on=date(2004, 12, 3))
        make_attendance(activity=held, membership=self.member, status=Attendance.Status.PRESENT)
        make_activity(**place, on=date(2004, 12, 15), status="notified")
        make_activity(county=self.county, on=date(2004, 12, 2))
        for status in Status:
            make_proposal(proposer=self.member, status=status, handler=self.unit)
        make_proposal(proposer=make_membership(**place))
        make_suggestion(**place)
        make_follow_up(**place, due_on=date(2004, 1, 1))
        task = make_task(section=self.section, position=number, figure="studies", target=9)
        Milestone.objects.create(
            county=self.county, township=self.township, task=task, due_on=date(2004, 12, 18)
        )
        make_report(**place, year=2004 - number, status=ReportStatus.REPORTED)
        make_report(**place, year=1990 + number)
        make_plan(**place, year=1990 + number)
