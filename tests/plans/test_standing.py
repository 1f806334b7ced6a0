"""How tasks stand: states and gaps follow from figures, days, notes and activities."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from plans.agenda import done_for
from plans.board import by_member
from plans.diary import entries
from plans.models import AnnualPlan
from plans.standing import behind, standings
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_attendance,
    make_line,
    make_membership,
    make_note,
    make_plan,
    make_proposal,
    make_section,
    make_suggestion,
    make_task,
    make_user,
)
from tests.queries import counted_queries

QUARTERS = [(date(2004, 3, 31), ""), (date(2004, 6, 30), ""), (date(2004, 9, 30), "")]
QUARTERS += [(date(2004, 12, 31), "")]
OCTOBER = date(2004, 10, 8)


class StandingCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.section = make_section(plan=make_plan(township=cls.township))

    def setUp(self):
        self.client.force_login(self.clerk)

    @classmethod
    def task(cls, days=(), **fields):
        place = cls.section.tasks.count() + 1
        task = make_task(section=cls.section, position=place, **fields)
        task.set_milestones(days)
        return task

    def study(self, *days, **fields):
        for on in days:
            make_activity(township=self.township, on=on, **fields)

    def standings(self, on):
        plan = AnnualPlan.objects.visible_to(self.clerk).for_detail().get()
        return standings(plan, self.clerk, on)

    def told(self, on):
        return [(one.state.label, one.lacks) for one in self.standings(on)]


class FigureTests(StandingCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.task(QUARTERS, figure="studies", target=4)

    def test_a_quarter_without_a_study_is_told_in_plain_words(self):
        self.study(date(2004, 2, 10), date(2004, 5, 20))

        self.assertEqual(self.told(OCTOBER), [("逾期", "计划集中学习4次，已办2次；第三季度未办")])

    def test_before_its_first_day_nothing_is_late_on_the_day_itself_nor(self):
        self.assertEqual(self.told(date(2004, 3, 31)), [("未开始", "")])
        self.assertEqual(
            self.told(date(2004, 4, 1)), [("逾期", "计划集中学习4次，已办0次；第一季度未办")]
        )

    def test_in_time_it_is_under_way_and_reached_it_is_done(self):
        self.study(date(2004, 2, 10), date(2004, 5, 20), date(2004, 8, 1))
        self.assertEqual(self.told(OCTOBER), [("进行中", "")])

        self.study(date(2004, 10, 5))

        self.assertEqual(self.told(OCTOBER), [("已完成", "")])

    def test_two_in_one_quarter_do_not_hide_the_empty_one(self):
        self.study(date(2004, 2, 10), date(2004, 2, 20), date(2004, 5, 20))

        [one] = self.standings(OCTOBER)

        self.assertEqual(
            (one.state.label, one.lacks), ("进行中", "计划集中学习4次，已办3次；第三季度未办")
        )
        self.assertEqual([mark.state for mark in one.marks], ["已办", "已办", "未办", "未到"])
        self.assertTrue(one.is_slow)

    def test_after_the_year_what_is_short_is_late(self):
        self.study(date(2004, 2, 1), date(2004, 5, 1), date(2004, 8, 1))

        self.assertEqual(
            self.told(date(2005, 1, 3)), [("逾期", "计划集中学习4次，已办3次；第四季度未办")]
        )

    def test_on_the_last_day_of_the_year_there_is_still_that_day(self):
        self.study(date(2004, 2, 1), date(2004, 5, 1), date(2004, 8, 1))
        self.task()

        [study, plain] = self.standings(date(2004, 12, 31))

        self.assertEqual((study.state.label, study.is_slow), ("进行中", True))
        self.assertEqual(study.lacks, "计划集中学习4次，已办3次")
        self.assertEqual(study.marks[-1].state, "未到")
        self.assertEqual((plain.state.label, plain.lacks), ("未开始", ""))

    def test_half_years_are_told_as_half_years(self):
        self.task(
            [(date(2004, 6, 30), ""), (date(2004, 12, 15), "")], figure="inspections", target=2
        )

        self.assertEqual(self.told(OCTOBER)[1], ("逾期", "计划视察2次，已办0次；上半年未办"))

    def test_a_share_is_asked_for_at_the_last_of_its_days(self):
        make_membership(township=self.township)
        days = [(date(2004, 6, 30), ""), (date(2004, 11, 30), "")]
        self.task(days, figure="visit_coverage", target=100)

        self.assertEqual(self.told(OCTOBER)[1], ("未开始", ""))
        self.assertEqual(self.told(date(2004, 12, 1))[1], ("逾期", "计划走访覆盖率100%，已达0%"))

    def test_four_at_once_reach_the_number_and_leave_the_empty_quarters_empty(self):
        self.study(*[date(2004, 2, 10)] * 4)

        [one] = self.standings(OCTOBER)

        self.assertEqual((one.state.label, one.lacks), ("已完成", ""))
        self.assertEqual([mark.state for mark in one.marks], ["已办", "未办", "未办", "未到"])

    def test_without_days_it_is_slow_by_the_days_gone_and_late_after_the_year(self):
        self.task(figure="lessons", target=12)

        [_, june] = self.standings(date(2004, 6, 30))

        self.assertEqual((june.state.label, june.is_slow), ("未开始", True))
        self.assertEqual(june.lacks, "计划一月一堂课12次，已办0次")
        self.assertEqual(self.told(date(2005, 1, 1))[1][0], "逾期")


class AttendanceTests(StandingCase):
    """县政协活动无故不缺席: a rate that can fall until the year is over."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.task([(date(2004, 12, 31), "")], figure="county_attendance_rate", target=100)
        cls.zhao = make_membership(township=cls.township, name="赵云")

    def attend(self, status, on=date(2004, 5, 12)):
        event = make_activity(county=self.township.county, feeds="county", on=on)
        make_attendance(activity=event, membership=self.zhao, status=status)

    def test_without_an_event_there_is_nothing_to_miss(self):
        self.assertEqual(self.told(OCTOBER), [("未开始", "")])

    def test_who_came_or_had_leave_keeps_it_and_only_the_years_end_reaches_it(self):
        self.attend("present")
        self.attend("excused", date(2004, 6, 1))

        self.assertEqual(self.told(OCTOBER), [("进行中", "")])
        self.assertEqual(self.told(date(2004, 12, 31)), [("进行中", "")])
        self.assertEqual(self.told(date(2005, 1, 1)), [("已完成", "")])

    def test_one_absence_is_behind_at_once_and_stays(self):
        self.attend("present")
        self.attend("absent", date(2004, 6, 1))

        told = [("逾期", "计划县政协活动出席率100%，已达50%")]
        self.assertEqual(self.told(OCTOBER), told)
        self.assertEqual(self.told(date(2005, 1, 1)), told)


class NoteTests(StandingCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        days = [(date(2004, 6, 30), "半年小结"), (date(2004, 12, 16), "年终总结")]
        cls.plain = cls.task(days)

    def test_each_day_asks_for_a_record_of_its_own_span(self):
        self.assertEqual(self.told(date(2004, 7, 1)), [("逾期", "6月30日“半年小结”没有记录")])

        make_note(task=self.plain, on=date(2004, 6, 28))

        self.assertEqual(self.told(date(2004, 7, 1)), [("进行中", "")])
        self.assertEqual(self.told(date(2004, 12, 17)), [("逾期", "12月16日“年终总结”没有记录")])

    def test_a_late_record_still_counts_for_its_day_but_not_for_two(self):
        make_note(task=self.plain, on=date(2004, 7, 20))

        self.assertEqual(self.told(date(2004, 12, 17)), [("逾期", "12月16日“年终总结”没有记录")])

    def test_two_records_of_one_span_do_not_keep_the_next_day(self):
        for on in (date(2004, 5, 1), date(2004, 6, 1)):
            make_note(task=self.plain, on=on)

        self.assertEqual(self.told(date(2004, 12, 16)), [("进行中", "")])
        self.assertEqual(self.told(date(2004, 12, 17)), [("逾期", "12月16日“年终总结”没有记录")])

    def test_a_note_may_name_the_day_that_it_keeps(self):
        late = make_note(task=self.plain, on=date(2004, 12, 10), for_day=date(2004, 12, 16))

        [one] = self.standings(date(2004, 12, 20))
        self.assertEqual([mark.state for mark in one.marks], ["未办", "已办"])

        late.for_day = date(2004, 11, 1)  # a day that the plan does not know any more
        late.save()
        [one] = self.standings(date(2004, 12, 20))
        self.assertEqual([mark.state for mark in one.marks], ["已办", "未办"])

    def test_an_activity_that_was_held_for_it_is_a_record_a_planned_one_is_not(self):
        self.study(date(2004, 5, 1), task=self.plain, status="planned")
        self.assertEqual(self.told(date(2004, 7, 1))[0][0], "逾期")

        self.study(date(2004, 5, 2), task=self.plain)

        [one] = self.standings(date(2004, 7, 1))
        self.assertEqual(one.state.label, "进行中")
        self.assertEqual(
            [(deed.on, deed.what) for deed in one.deeds],
            [(date(2004, 5, 2), "学习新修订的《政协章程》")],
        )

    def test_a_visit_that_names_it_is_a_record_too(self):
        make_line("visits", township=self.township, on=date(2004, 6, 2), task=self.plain)

        [one] = self.standings(date(2004, 7, 1))

        self.assertEqual((one.state.label, one.reached), ("进行中", "1 / 2个节点"))
        self.assertEqual([deed.what for deed in one.deeds], ["走访赵云"])

    def test_the_last_note_closes_it(self):
        make_note(task=self.plain, on=date(2004, 5, 1), is_last=True, evidence="档案盒3")

        self.assertEqual(self.told(date(2004, 12, 17)), [("已完成", "")])

    def test_without_days_something_in_the_year_is_enough(self):
        idle, busy = self.task(), self.task()
        make_note(task=busy)

        self.assertEqual(self.told(OCTOBER)[1:], [("未开始", ""), ("进行中", "")])
        self.assertEqual(
            self.told(date(2005, 1, 1))[1:], [("逾期", "全年没有记录"), ("已完成", "")]
        )
        self.assertEqual(idle.notes.count(), 0)


class DeedTests(StandingCase):
    """What was done for a task, whichever app keeps it."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.visiting = cls.task(figure="visit_coverage", target=100)
        cls.proposing = cls.task(figure="proposals_per_member", target=2)
        cls.zhao = make_membership(township=cls.township)

    def visits(self, *days):
        for on in days:
            make_line("visits", membership=self.zhao, on=on, task=self.visiting)

    def test_every_kind_of_record_that_names_a_task_is_a_deed_of_it(self):
        self.visits(date(2004, 3, 5))
        for key in ("contacts", "articles", "attention", "consultations", "research", "talents"):
            make_line(key, township=self.township, task=self.visiting)
        self.study(date(2004, 2, 1), task=self.visiting)
        self.study(date(2004, 2, 2), task=self.visiting, status="planned")
        make_suggestion(township=self.township, task=self.visiting)

        [visiting, _] = self.standings(OCTOBER)

        self.assertEqual(
            [(deed.on.month, deed.what) for deed in visiting.deeds],
            [
                (2, "学习新修订的《政协章程》"),
                (3, "走访赵云"),
                (6, "赵云联系清溪村三组村民"),
                (6, "《清溪镇委员视察污水处理》（宜县日报）"),
                (6, "县政协主席：来镇指导联工委工作"),
                (6, "集镇规划"),
                (6, "《关于柑橘销路的调研》"),
                (6, "周桔（柑橘种植）"),
                (7, "关于集镇管理的建议"),
            ],
        )

    def test_a_proposal_is_a_deed_from_its_submission_until_it_is_withdrawn(self):
        fields = {"proposer": self.zhao, "task": self.proposing}
        for status in ("draft", "submitted", "withdrawn", "declined", "closed"):
            make_proposal(status=status, title=status, **fields)
        make_proposal(title="by office", is_by_office=True, **fields)

        [_, proposing] = self.standings(OCTOBER)

        self.assertEqual(
            [deed.what for deed in proposing.deeds], ["submitted", "declined", "closed"]
        )

    def test_everybody_sees_the_deeds_that_they_may_see(self):
        self.visits(date(2004, 3, 5))
        make_proposal(proposer=self.zhao, task=self.proposing, status="submitted", title="新的")
        make_proposal(proposer=self.zhao, task=self.proposing, status="filed", title="立案的")
        AnnualPlan.objects.update(status=Status.PUBLISHED)
        leader = make_user(role=Role.LEADER, township=self.township)
        member = make_user(role=Role.MEMBER, township=self.township)
        told = {}
        for user in (self.clerk, leader, member):
            plan = AnnualPlan.objects.visible_to(user).for_detail().get()
            found = standings(plan, user, OCTOBER)
            told[user.acting.role] = [deed.what for one in found for deed in one.deeds]

        self.assertEqual(
            told,
            {
                "staff": ["走访赵云", "新的", "立案的"],
                "leader": ["走访赵云", "立案的"],
                "member": [],
            },
        )

    def test_a_task_stands_the_same_whoever_looks(self):
        calling = self.task([(date(2004, 6, 30), "")])
        make_line("visits", membership=self.zhao, on=date(2004, 6, 2), task=calling)
        AnnualPlan.objects.update(status=Status.PUBLISHED)
        told = {}
        for role in (Role.STAFF, Role.LEADER, Role.MEMBER):
            user = make_user(role=role, township=self.township)
            plan = AnnualPlan.objects.visible_to(user).for_detail().get()
            one = standings(plan, user, OCTOBER)[-1]
            told[role] = (one.state.label, one.reached, len(one.deeds))

        self.assertEqual(
            told,
            {
                "staff": ("已完成", "1 / 1个节点", 1),
                "leader": ("已完成", "1 / 1个节点", 1),
                "member": ("已完成", "1 / 1个节点", 0),
            },
        )

    def test_the_latest_few_are_named_and_the_figure_leads_to_the_rest(self):
        self.visits(*(date(2004, 3, day) for day in range(1, 8)))

        page = self.client.get(reverse("plans:board", args=[self.section.plan_id]))

        [visiting, _] = page.context["standings"]
        self.assertEqual(len(visiting.deeds), 7)
        self.assertEqual([deed.on.day for deed in visiting.few], [3, 4, 5, 6, 7])
        url = visiting.progress.url.replace("&", "&amp;")
        self.assertContains(page, f'<a href="{url}">等7项</a>', count=1)

    def test_few_enough_are_all_named(self):
        self.visits(*(date(2004, 3, day) for day in range(1, 6)))

        page = self.client.get(reverse("plans:board", args=[self.section.plan_id]))

        self.assertEqual(len(page.context["standings"][0].few), 5)
        self.assertNotContains(page, "等5项")

    def test_a_quarter_of_a_member_names_the_latest_few_too(self):
        self.visiting.set_responsibles([self.zhao])
        self.visits(*(date(2004, 3, day) for day in range(1, 8)), date(2004, 5, 1))

        [(_, quarters), _] = by_member(self.standings(OCTOBER))

        self.assertEqual(
            [[one.what for one in quarter] for quarter in quarters if quarter],
            [["走访赵云", "走访赵云", "走访覆盖率等7项"], ["走访赵云"]],
        )

    def test_deeds_stand_in_no_calendar(self):
        self.visits(date(2004, 3, 5))
        make_proposal(proposer=self.zhao, task=self.proposing, status="filed")
        self.study(date(2004, 3, 8), task=self.visiting)

        found = entries(self.clerk, date(2004, 3, 1), date(2004, 3, 31))

        self.assertEqual([one.what for one in found], ["学习新修订的《政协章程》"])


class ListTests(StandingCase):
    def test_the_late_stand_before_the_slow(self):
        slow = self.task(figure="lessons", target=12)
        self.task(figure="articles", target=1)
        late = self.task(QUARTERS, figure="studies", target=4)

        found = behind(self.standings(OCTOBER))

        self.assertEqual([one.task for one in found], [late, slow])

    def cost(self) -> int:
        with counted_queries() as queries:
            found = self.standings(OCTOBER)
        [str(deed) for one in found for deed in one.few]
        return len(queries)

    def test_one_three_and_two_hundred_records_of_each_kind_cost_the_same(self):
        task = self.task(figure="visit_coverage", target=100)
        zhao = make_membership(township=self.township)
        place = {"township": self.township, "task": task}
        costs, there = [], 0
        for records in (1, 3, 200):
            for _ in range(records - there):
                make_line("visits", membership=zhao, task=task)
                if records < 200:
                    make_proposal(proposer=zhao, task=task, status="filed")
                    make_suggestion(**place)
                    make_line("contacts", membership=zhao, task=task)
                    for key in ("articles", "attention", "consultations", "research", "talents"):
                        make_line(key, **place)
                    make_activity(**place)
            there = records
            costs.append(self.cost())

        [one] = self.standings(OCTOBER)
        self.assertEqual(len(one.deeds), 200 + 9 * 3)
        self.assertEqual(costs, [costs[0]] * 3)

    def test_a_line_that_fulfils_nothing_is_not_fetched(self):
        task = self.task(figure="visit_coverage", target=100)
        make_line("visits", township=self.township)

        self.assertEqual(done_for([task], self.clerk), [])

    def test_records_are_found_by_the_indexes_of_their_township(self):
        task = self.task()

        with counted_queries() as queries:
            done_for([task], self.clerk)

        for sql in queries:
            self.assertIn(f'"township_id" IN ({self.township.pk})', sql)
            self.assertIn(f'"county_id" IN ({self.township.county_id})', sql)

    def test_forty_tasks_and_two_hundred_records_cost_what_one_costs(self):
        first = self.task(QUARTERS, figure="studies", target=4)
        first.set_responsibles([make_membership(township=self.township)])
        with counted_queries() as one:
            self.standings(OCTOBER)
        keys = ("studies", "lessons", "visit_coverage", "proposals_per_member", "articles", "")
        for number in range(39):
            figure = keys[number % len(keys)]
            task = self.task(QUARTERS, figure=figure, target=4 if figure else None)
            task.set_responsibles([make_membership(township=self.township)])
            make_note(task=task)
            self.study(*[date(2004, 5, day) for day in range(1, 6)], task=task)

        with counted_queries() as forty:
            found = self.standings(OCTOBER)

        self.assertEqual(len(found), 40)
        self.assertEqual(sum(len(one.deeds) for one in found), 39 * 6)
        self.assertEqual(len(forty), len(one))
