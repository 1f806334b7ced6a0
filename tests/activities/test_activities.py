"""Activities: entered, held, attended; seen by the right people; nothing lost."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.test import TestCase
from django.urls import reverse

from activities.forms.activity import ACTION_FORMS, ActivityForm
from activities.models import Activity, Attendance
from activities.workflow import TRANSITIONS, Action, Status
from counties.models import ActivityKind
from counties.roles import Role
from cppcc import clock
from cppcc.workflow import StaleRecordError
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 4, 8)


class WorkflowTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township

    def test_every_action_has_a_rule_and_a_form(self):
        self.assertEqual(set(Action), set(TRANSITIONS))
        self.assertEqual(set(Action), set(ACTION_FORMS))

    def test_the_road_from_plan_to_report(self):
        activity = make_activity(township=self.township, status=Status.PLANNED)

        activity.notify(by=self.clerk, on=date(2004, 4, 5))
        activity.hold(by=self.clerk, on=DAY, record_text="三人到会。", outcome="有体会。")
        activity.report(by=self.clerk, on=date(2004, 4, 10))

        activity.refresh_from_db()
        self.assertEqual(
            (activity.status, activity.record_text, activity.outcome),
            (Status.REPORTED, "三人到会。", "有体会。"),
        )
        self.assertEqual(
            list(activity.events.values_list("action", "on")),
            [("notify", date(2004, 4, 5)), ("hold", DAY), ("report", date(2004, 4, 10))],
        )

    def test_what_was_held_can_no_longer_be_cancelled(self):
        activity = make_activity(township=self.township, status=Status.HELD)

        with self.assertRaises(StaleRecordError):
            activity.cancel(by=self.clerk, note="下雨")

    def test_whoever_organises_it_moves_it(self):
        county = self.township.county
        officer = make_user(role=Role.COUNTY, county=county)
        of_county = make_activity(county=county, status=Status.PLANNED)
        of_township = make_activity(township=self.township, status=Status.PLANNED)

        self.assertEqual(of_county.actions_for(self.clerk), [])
        self.assertEqual(of_township.actions_for(officer), [])
        with self.assertRaises(PermissionDenied):
            of_county.notify(by=self.clerk)
        of_county.notify(by=officer)

    def test_the_grid_is_saved_as_a_whole_and_again(self):
        activity = make_activity(township=self.township)
        first, second = (make_membership(township=self.township) for _ in range(2))
        present, excused = Attendance.Status.PRESENT, Attendance.Status.EXCUSED

        activity.record_attendance(
            by=self.clerk, statuses={first: (present, ""), second: (excused, "出差")}
        )
        activity.record_attendance(by=self.clerk, statuses={second: (present, "")})

        self.assertEqual(
            list(activity.attendances.order_by("pk").values_list("status", "leave_reason")),
            [("present", ""), ("present", "")],
        )

    def test_two_people_filling_the_grid_do_not_overwrite_each_other(self):
        activity = make_activity(township=self.township)
        member = make_membership(township=self.township)
        seen_by_a_colleague = Activity.objects.get(pk=activity.pk)
        status = Attendance.Status
        activity.record_attendance(by=self.clerk, statuses={member: (status.PRESENT, "")})

        with self.assertRaises(StaleRecordError):
            seen_by_a_colleague.record_attendance(
                by=self.clerk, statuses={member: (status.ABSENT, "")}
            )
        self.assertEqual(activity.attendances.get().status, "present")


class GateTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.here, cls.there = (make_township(county=cls.county) for _ in range(2))
        make_activity(township=cls.here, theme="本镇")
        make_activity(township=cls.there, theme="邻镇")
        make_activity(county=cls.county, theme="本县")
        make_activity(theme="邻县")

    def seen_by(self, role=None, **place):
        user = make_user(role=role, **place)
        return set(Activity.objects.visible_to(user).values_list("theme", flat=True))

    def test_every_role_sees_exactly_its_own(self):
        for role in (Role.STAFF, Role.LEADER, Role.MEMBER):
            self.assertEqual(self.seen_by(role, township=self.here), {"本镇", "本县"}, role)
        self.assertEqual(self.seen_by(Role.COUNTY, county=self.county), {"本镇", "邻镇", "本县"})
        self.assertEqual(self.seen_by(Role.UNIT, county=self.county), set())
        self.assertEqual(self.seen_by(), set())

    def test_a_member_sees_the_own_attendance_only(self):
        activity = make_activity(township=self.here)
        user = make_user(role=Role.MEMBER, township=self.here)
        own = make_attendance(
            activity=activity, membership=make_membership(township=self.here, user=user)
        )
        make_attendance(activity=activity, membership=make_membership(township=self.here))

        self.assertEqual(list(Attendance.objects.visible_to(user)), [own])


class FormTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.county = cls.clerk.acting.county
        kind = ActivityKind.objects.get(county=cls.county, name="集中学习")
        cls.data = {"kind": kind.pk, "theme": "学习", "on": "2004-04-08"}

    def form(self, **changes):
        return ActivityForm({**self.data, **changes}, user=self.clerk)

    def test_it_is_entered_for_the_own_township_whatever_is_sent(self):
        foreign = make_township(county=self.county)
        form = self.form(township=foreign.pk, county=foreign.county_id, status="reported")

        self.assertTrue(form.is_valid(), form.errors)
        activity = form.save()

        self.assertEqual(
            (activity.township, activity.status), (self.clerk.acting.township, Status.PLANNED)
        )

    def test_a_task_or_kind_of_somebody_else_is_no_choice(self):
        other_kind = ActivityKind.objects.filter(county=make_county()).first()
        foreign_task = make_task()

        form = self.form(kind=other_kind.pk, task=foreign_task.pk)

        self.assertEqual(set(form.errors), {"kind", "task"})

    def test_a_retired_kind_is_no_longer_offered(self):
        ActivityKind.objects.filter(pk=self.data["kind"]).update(is_retired=True)

        self.assertEqual(set(self.form().errors), {"kind"})

    def test_wrong_input_is_told_at_its_field(self):
        errors = self.form(theme="", on="农历三月初三").errors

        self.assertEqual(set(errors), {"theme", "on"})


class PageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township

    def setUp(self):
        self.client.force_login(self.clerk)
        session = self.client.session
        session["year"] = 2004
        session.save()

    def test_the_list_costs_the_same_however_long_it_is(self):
        counts = []
        for rows in (1, 3):
            while self.township.activity_set.count() < rows:
                activity = make_activity(township=self.township)
                make_attendance(
                    activity=activity, membership=make_membership(township=self.township)
                )
            with counted_queries() as queries:
                page = self.client.get(reverse("activities:index")).context["page"]
            self.assertEqual([a.present_count for a in page], [1] * rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])

    def test_the_list_is_of_the_working_year_and_narrowed_by_its_filters(self):
        make_activity(township=self.township, theme="去年", on=date(2003, 4, 8))
        make_activity(township=self.township, theme="学习", status=Status.PLANNED)
        make_activity(township=self.township, theme="视察", feeds="inspection")

        def themes(**query):
            page = self.client.get(reverse("activities:index"), query).context["page"]
            return {activity.theme for activity in page}

        self.assertEqual(themes(), {"学习", "视察"})
        self.assertEqual(themes(status="planned"), {"学习"})
        self.assertEqual(themes(feeds="inspection"), {"视察"})
        self.assertEqual(themes(status="nonsense", feeds="nonsense", page="x"), {"学习", "视察"})

    def test_the_attendance_grid_shows_every_member_and_saves_what_is_chosen(self):
        activity = make_activity(township=self.township)
        member = make_membership(township=self.township, name="阿依古丽·买买提")
        page = reverse("activities:attendance", args=[activity.pk])
        self.assertContains(self.client.get(page), "阿依古丽·买买提的出席情况")

        self.client.post(
            page,
            {f"status_{member.pk}": "excused", f"reason_{member.pk}": "生病", "version": 1},
        )

        self.assertEqual(
            list(activity.attendances.values_list("status", "leave_reason")), [("excused", "生病")]
        )

    def test_those_without_an_answer_can_be_entered_as_present_with_one_press(self):
        activity = make_activity(township=self.township)
        ill, present = (make_membership(township=self.township, name=n) for n in ("何耒", "肖阳"))
        page = reverse("activities:attendance", args=[activity.pk])
        typed = {f"status_{ill.pk}": "excused", f"status_{present.pk}": "pending", "version": 1}

        self.client.post(page, typed | {"rest": "1"})

        self.assertEqual(
            set(activity.attendances.values_list("membership__member__name", "status")),
            {("何耒", "excused"), ("肖阳", "present")},
        )

    def test_a_grid_that_comes_too_late_shows_both_answers_and_keeps_what_was_chosen(self):
        activity = make_activity(township=self.township)
        ill, present = (make_membership(township=self.township, name=n) for n in ("何耒", "肖阳"))
        page = reverse("activities:attendance", args=[activity.pk])
        came = Attendance.Status.PRESENT
        activity.record_attendance(by=self.clerk, statuses={ill: (came, ""), present: (came, "")})
        typed = {f"status_{ill.pk}": "excused", f"reason_{ill.pk}": "生病"}

        late = self.client.post(page, typed | {f"status_{present.pk}": "present", "version": 1})

        self.assertEqual(late.context["theirs"], [("何耒", "出席", "请假（生病）")])
        self.assertEqual(set(activity.attendances.values_list("status", flat=True)), {"present"})
        again = {field.name: field.value() or "" for field in late.context["form"]}
        self.client.post(page, again)
        self.assertEqual(
            set(activity.attendances.values_list("status", "leave_reason")),
            {("excused", "生病"), ("present", "")},
        )

    def test_an_edit_that_comes_too_late_shows_both_texts_and_keeps_what_was_typed(self):
        activity = make_activity(township=self.township, status=Status.PLANNED)
        activity.revise(by=self.clerk, theme="同事的主题")
        typed = {"kind": activity.kind_id, "on": "2004-04-08", "version": 1, "theme": "我的主题"}

        page = self.client.post(reverse("activities:edit", args=[activity.pk]), typed)

        self.assertContains(page, "同事的主题")
        self.assertContains(page, 'value="我的主题"')
        activity.refresh_from_db()
        self.assertEqual(activity.theme, "同事的主题")

        again = {**typed, "version": page.context["form"]["version"].value()}
        self.client.post(reverse("activities:edit", args=[activity.pk]), again)
        activity.refresh_from_db()
        self.assertEqual(activity.theme, "我的主题")

    def test_an_action_out_of_turn_tells_what_it_has_become(self):
        activity = make_activity(township=self.township, status=Status.PLANNED)
        colleague = make_user(role=Role.STAFF, township=self.township)
        activity.cancel(by=colleague, note="下雨")

        page = self.client.post(
            reverse("activities:act", args=[activity.pk, "notify"]),
            {"version": 1, "on": "2004-04-01"},
            follow=True,
        )

        self.assertContains(page, "现在是“已取消”")

    def test_a_day_that_has_not_come_is_refused_at_its_field(self):
        activity = make_activity(township=self.township, status=Status.PLANNED)
        with clock.at(DAY):
            page = self.client.post(
                reverse("activities:act", args=[activity.pk, "hold"]),
                {"version": 1, "on": "2004-04-09", "record_text": "写了很久的记录"},
            )

        self.assertEqual(page.context["form"].errors, {"on": ["日期不能晚于今天。"]})
        self.assertContains(page, "写了很久的记录")

    def test_an_unknown_action_is_not_found(self):
        activity = make_activity(township=self.township)

        address = f"/activities/{activity.pk}/explode/"

        self.assertEqual(self.client.get(address).status_code, 404)


class SuggestionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        section = make_section(plan=make_plan(township=cls.township))
        cls.spring = make_task(section=section, figure="studies", target=2, text="春季学习")
        cls.spring.set_milestones([(date(2004, 3, 31), "")])
        cls.autumn = make_task(
            section=section, position=2, figure="studies", target=2, text="秋季学习"
        )
        cls.autumn.set_milestones([(date(2004, 9, 30), "")])

    def setUp(self):
        self.client.force_login(self.clerk)

    def post(self, feeds="study", **data):
        kind = ActivityKind.objects.filter(county=self.township.county, feeds=feeds).first()
        data = {"kind": kind.pk, "theme": "学习", "on": "2004-05-12", **data}
        answer = self.client.post(reverse("activities:create"), data, follow=True)
        return answer, Activity.objects.latest("pk")

    def test_kind_and_day_suggest_the_task_and_the_page_says_so(self):
        answer, activity = self.post()

        self.assertEqual(activity.task, self.autumn)
        self.assertContains(answer, "已对应计划任务“秋季学习”；不对的话，可以在“修改”里换。")

    def test_a_task_that_was_chosen_stays(self):
        answer, activity = self.post(task=self.spring.pk)

        self.assertEqual(activity.task, self.spring)
        self.assertNotContains(answer, "已对应计划任务")

    def test_another_kind_or_year_suggests_nothing(self):
        for data in ({"feeds": "training"}, {"on": "2005-05-12"}):
            _, activity = self.post(**data)

            self.assertIsNone(activity.task)
