"""Forms of plans: what they take, what they refuse and how they say so."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import QueryDict
from django.test import SimpleTestCase, TestCase

from counties.roles import Role
from cppcc import figures
from plans.forms.milestones import MilestonesField
from plans.forms.plan import NewPlanForm, PlanForm
from plans.forms.task import SectionForm, TaskForm
from plans.models import AnnualPlan, PlanSection, PlanTask
from plans.workflow import Status
from tests.factories import (
    make_guiding_text,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)


class PlanFormTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(name="清溪镇")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)

    def form(self, data=None, user=None):
        if data is not None:
            data = {"year": 2004, "source": "empty", **data}
        return NewPlanForm(data, user=user or self.clerk, year=2004, cancel_url="/plans/")

    def begun(self, **data):
        form = self.form(data)
        self.assertTrue(form.is_valid(), form.errors)
        return form.save()

    def test_it_starts_with_the_countys_own_words_of_the_year(self):
        make_guiding_text(county=self.township.county, year=2003, plan_text="去年的话")
        make_guiding_text(county=self.township.county, plan_text="以《工作要点》为指导")
        make_guiding_text(county=make_township().county, plan_text="别县的话")

        plan = self.begun()

        self.assertEqual(
            (plan.year, plan.title, plan.guiding),
            (2004, "清溪镇政协联工委2004年度工作计划", "以《工作要点》为指导"),
        )

    def test_where_the_county_has_said_nothing_nothing_is_invented(self):
        self.assertEqual(self.begun().guiding, "")

    def test_a_second_plan_of_the_year_is_refused_in_plain_words(self):
        make_plan(township=self.township)

        form = self.form({})

        self.assertEqual(
            form.fields["year"].choices, [(2004, "2004年（已有计划）"), (2005, "2005年")]
        )
        self.assertEqual(form.errors, {"__all__": ["本年度的计划已经有了，请在原计划上修改。"]})

    def test_a_forged_township_is_ignored_and_a_forged_year_refused(self):
        foreign = make_township(county=self.township.county)

        plan = self.begun(township=foreign.pk, county=foreign.county_id)

        self.assertEqual(
            (plan.township_id, plan.county_id), (self.township.pk, self.township.county_id)
        )
        self.assertEqual(list(self.form({"year": 1999}).errors), ["year"])

    def test_an_empty_plan_is_empty_and_one_from_the_standard_has_tasks(self):
        self.assertEqual(self.begun(source="empty").sections.count(), 0)
        self.assertEqual(self.begun(source="standard", year=2005).sections.count(), 4)

    def test_a_neighbours_plan_has_to_be_named_and_published_in_the_own_county(self):
        near = make_township(county=self.township.county)
        published = make_plan(township=near, status=Status.PUBLISHED)
        draft = make_plan(township=near, year=2003)
        abroad = make_plan(status=Status.PUBLISHED)
        own = make_plan(township=self.township, year=2003, status=Status.PUBLISHED)

        offered = set(self.form().fields["model"].queryset)

        self.assertEqual(offered, {published})
        self.assertEqual(
            self.form({"source": "neighbour"}).errors, {"model": ["请选择照哪个乡镇的计划。"]}
        )
        for plan in (draft, abroad, own):
            form = self.form({"source": "neighbour", "model": plan.pk})
            self.assertEqual(list(form.errors), ["model"])

    def test_only_the_office_starts_a_plan(self):
        for role in (Role.LEADER, Role.MEMBER):
            with self.assertRaises(PermissionDenied):
                self.form(user=make_user(role=role, township=self.township))
        with self.assertRaises(PermissionDenied):
            self.form(user=make_user(role=Role.COUNTY, county=self.township.county))

    def test_an_edit_keeps_the_year(self):
        plan = make_plan(township=self.township)

        form = PlanForm(
            {"title": "新标题", "year": 1999, "version": 1},
            instance=plan,
            user=self.clerk,
            cancel_url="/",
        )
        self.assertTrue(form.is_valid(), form.errors)
        form.save()

        stored = AnnualPlan.objects.get()
        self.assertEqual((stored.title, stored.year, stored.version), ("新标题", 2004, 2))


class SectionFormTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.plan = make_plan(township=cls.clerk.acting.township)

    def form(self, heading):
        return SectionForm({"heading": heading}, user=self.clerk, plan=self.plan)

    def test_a_typed_number_goes_because_the_place_gives_it(self):
        for typed in ("一、抓好学习", "十二、 抓好学习", "（三）抓好学习", "抓好学习"):
            form = self.form(typed)

            self.assertTrue(form.is_valid(), form.errors)
            self.assertEqual(form.cleaned_data["heading"], "抓好学习")

    def test_a_heading_that_begins_with_a_numeral_stays(self):
        form = self.form("一心一意抓学习")

        self.assertTrue(form.is_valid())
        self.assertEqual(form.cleaned_data["heading"], "一心一意抓学习")

    def test_a_number_alone_is_no_heading(self):
        self.assertEqual(self.form("二、").errors, {"heading": ["编号后面还要写标题。"]})

    def test_a_new_section_comes_last(self):
        make_section(plan=self.plan, position=3)
        form = self.form("新的部分")
        self.assertTrue(form.is_valid())

        section = form.save()

        self.assertEqual((section.position, section.township_id), (4, self.plan.township_id))

    def test_one_of_a_plan_that_was_sent_on_is_not_edited(self):
        section = make_section(
            plan=make_plan(township=self.plan.township, year=2003, status="reported")
        )

        with self.assertRaises(PermissionDenied):
            SectionForm(user=self.clerk, plan=section.plan, instance=section)


class MilestonesFieldTests(SimpleTestCase):
    def setUp(self):
        self.field = MilestonesField(year=2004, required=False)

    def errors(self, text):
        with self.assertRaises(ValidationError) as caught:
            self.field.clean(text)
        return caught.exception.messages

    def test_each_line_is_a_day_and_what_is_done_by_then(self):
        found = self.field.clean("2004-06-30 半年小结\n\n 2004-3-31　第一季度集中学习 \n2004/9/30")

        self.assertEqual(
            found,
            [
                (date(2004, 3, 31), "第一季度集中学习"),
                (date(2004, 6, 30), "半年小结"),
                (date(2004, 9, 30), ""),
            ],
        )

    def test_days_are_understood_as_people_write_them(self):
        wide = "".join(chr(ord(c) + 0xFEE0) for c in "2004-03-31")
        for typed in (wide, "2004年3月31日", "3月31日", "2004.3.31", "03-31", "2004 年 3 月 31 日"):
            self.assertEqual(
                self.field.clean(f"{typed}，学习"), [(date(2004, 3, 31), "学习")], typed
            )

    def test_nothing_typed_is_no_milestone(self):
        self.assertEqual(self.field.clean(" \n "), [])

    def test_every_wrong_line_is_named(self):
        self.assertEqual(
            self.errors("2004-03-31 学习\n三月底 视察\n2004-02-30 座谈\n2003-06-30 小结"),
            [
                "第2行“三月底 视察”：开头要写日期，如“2004-03-31 第一季度集中学习”。",
                "第3行“2004-02-30 座谈”：没有这一天，请核对日期。",
                "第4行“2003-06-30 小结”：日期应在2004年内。",
            ],
        )

    def test_one_day_twice_is_refused_at_the_second_line(self):
        self.assertEqual(
            self.errors("2004-03-31 学习\n2004-3-31 视察"),
            ["第2行“2004-3-31 视察”：前面已有同一天的时间节点，请合并成一行。"],
        )

    def test_a_text_that_is_too_long_is_refused_not_cut(self):
        self.assertEqual(self.field.clean("3月31日 " + "学" * 60), [(date(2004, 3, 31), "学" * 60)])
        self.assertEqual(
            self.errors("3月31日 " + "学" * 61),
            [f"第1行“3月31日 {'学' * 14}…”：日期后面的文字不能超过60个字。"],
        )

    def test_a_recurring_day_stands_for_all_its_days(self):
        quarters = self.field.clean("每季度 集中学习")
        months = self.field.clean("每月 一堂课")

        self.assertEqual(
            quarters,
            [
                (date(2004, 3, 31), "第一季度集中学习"),
                (date(2004, 6, 30), "第二季度集中学习"),
                (date(2004, 9, 30), "第三季度集中学习"),
                (date(2004, 12, 31), "第四季度集中学习"),
            ],
        )
        self.assertEqual(
            [on.day for on, _ in months], [31, 29] + [31, 30] * 2 + [31, 31, 30, 31, 30, 31]
        )
        self.assertEqual(months[1], (date(2004, 2, 29), "2月一堂课"))
        self.assertEqual(
            self.field.clean("每半年，小结"),
            [(date(2004, 6, 30), "上半年小结"), (date(2004, 12, 31), "下半年小结")],
        )
        self.assertEqual(
            self.field.clean("每月１５日 一堂课")[11], (date(2004, 12, 15), "12月一堂课")
        )

    def test_a_recurring_day_that_is_none_is_named(self):
        self.assertEqual(
            self.errors("每月32日 学习\n每季度5日 学习\n2004-06-30 小结\n每半年 小结"),
            [
                "第1行“每月32日 学习”：没有这一天，请核对日期。",
                "第2行“每季度5日 学习”：只有“每月”后面可以写几日，如“每月15日”。",
                "第4行“每半年 小结”：前面已有同一天的时间节点，请合并成一行。",
            ],
        )

    def test_a_date_that_is_none_is_not_guessed(self):
        for typed in ("2004-13-01 学习", "04-03-31 学习", "2004-3-310 学习", "99999-1-1"):
            self.assertEqual(len(self.errors(typed)), 1, typed)


class TaskFormTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.plan = make_plan(township=cls.township)
        cls.section = make_section(plan=cls.plan)
        cls.member = make_membership(township=cls.township, name="赵云")

    def form(self, instance=None, **data):
        data = {
            "section": self.section.pk,
            "text": "每季度集中学习一次",
            "function": "study",
            "version": instance.version if instance else "",
            **data,
        }
        return TaskForm(data, user=self.clerk, plan=self.plan, instance=instance)

    def test_a_task_is_saved_with_its_days_and_people(self):
        form = self.form(
            figure="studies",
            target="4",
            helpers="党政办",
            milestones="2004-03-31 第一季度\n2004-06-30 第二季度",
            members=[self.member.pk],
        )
        self.assertTrue(form.is_valid(), form.errors)

        task = form.save()

        stored = PlanTask.objects.values_list("figure", "target", "helpers", "position").get()
        self.assertEqual(stored, ("studies", 4, "党政办", 1))
        self.assertEqual(
            list(task.milestones.values_list("due_on", "text")),
            [(date(2004, 3, 31), "第一季度"), (date(2004, 6, 30), "第二季度")],
        )
        self.assertEqual([one.membership for one in task.responsibles.all()], [self.member])

    def test_an_edit_shows_and_replaces_days_and_people(self):
        other = make_membership(township=self.township, name="肖阳")
        task = make_task(section=self.section)
        task.set_milestones([(date(2004, 3, 31), "第一季度")])
        task.set_responsibles([self.member])

        shown = TaskForm(user=self.clerk, plan=self.plan, instance=task)
        self.assertEqual(shown["milestones"].value(), "2004-03-31 第一季度")
        self.assertEqual(shown["members"].value(), [self.member.pk])
        form = self.form(task, milestones="2004-12-31 全年", members=[other.pk])
        self.assertTrue(form.is_valid(), form.errors)
        form.save()

        task = PlanTask.objects.get()
        self.assertEqual(task.version, 2)
        self.assertEqual([str(one) for one in task.milestones.all()], ["2004-12-31 全年"])
        self.assertEqual([str(one) for one in task.responsibles.all()], ["肖阳"])

    def test_a_figure_without_a_target_is_refused(self):
        expected = {"target": ["选了指标就要填大于 0 的目标数。"]}

        self.assertEqual(self.form(figure="studies").errors, expected)
        self.assertEqual(self.form(figure="studies", target="0").errors, expected)

    def test_a_share_above_all_is_refused(self):
        errors = self.form(figure="visit_coverage", target="101").errors

        self.assertEqual(errors, {"target": ["“走访覆盖率”是百分比，最多填 100。"]})
        self.assertEqual(self.form(figure="visit_coverage", target="100").errors, {})
        self.assertEqual(self.form(figure="studies", target="101").errors, {})

    def test_a_target_without_a_figure_is_refused(self):
        self.assertEqual(
            self.form(target="4").errors, {"figure": ["填了目标数，请选它是哪个指标的。"]}
        )

    def test_only_figures_of_a_township_can_be_chosen(self):
        choices = [key for key, _ in self.form().fields["figure"].choices]

        self.assertEqual(choices, ["", *(key for key, _ in figures.choices("township"))])
        self.assertIn("studies", choices)
        self.assertEqual(list(self.form(figure="nonsense", target="1").errors), ["figure"])

    def test_a_section_of_another_plan_and_a_stranger_cannot_be_chosen(self):
        last_year = make_section(plan=make_plan(township=self.township, year=2003))
        stranger = make_membership(township=make_township(county=self.township.county))

        form = self.form(section=last_year.pk, members=[stranger.pk])

        self.assertEqual(list(form.errors), ["section", "members"])

    def test_members_of_the_year_are_offered_and_who_was_named_stays(self):
        make_membership(township=self.township, name="前任", left_on=date(2003, 6, 30))
        named = make_membership(township=self.township, name="周平", left_on=date(2003, 6, 30))
        left_in_may = make_membership(township=self.township, name="何耒", left_on=date(2004, 5, 1))
        task = make_task(section=self.section)
        task.set_responsibles([named])

        offered = TaskForm(user=self.clerk, plan=self.plan, instance=task).fields["members"]

        self.assertEqual(set(offered.queryset), {self.member, named, left_in_may})

    def test_who_left_before_the_year_is_refused_with_the_day(self):
        gone = make_membership(township=self.township, name="周平", left_on=date(2003, 6, 30))
        data = QueryDict(mutable=True)
        data.update({"section": str(self.section.pk), "text": "任务", "function": "study"})
        data.setlist("members", [str(self.member.pk), str(gone.pk)])

        form = TaskForm(data, user=self.clerk, plan=self.plan)

        self.assertEqual(
            form.errors, {"members": ["周平已不在任（2003年6月30日离任），请另选责任人。"]}
        )
        self.assertEqual(form["members"].value(), [str(self.member.pk), str(gone.pk)])

    def test_who_leaves_within_the_year_is_offered_with_the_day(self):
        label = self.form().fields["members"].label_from_instance
        leaving = make_membership(township=self.township, name="何耒", left_on=date(2004, 5, 1))

        self.assertEqual(label(leaving), "何耒（某厂厂长，2004年5月1日离任）")

    def test_a_target_that_is_no_number_is_told_so(self):
        errors = self.form(figure="studies", target="四次").errors

        self.assertEqual(errors, {"target": ["请填写整数，如 4。"]})

    def test_two_of_one_name_are_told_apart_by_their_post(self):
        label = self.form().fields["members"].label_from_instance

        self.assertEqual(label(self.member), "赵云（某厂厂长）")

    def test_a_task_that_changes_its_section_comes_last_there(self):
        other = make_section(plan=self.plan, position=2)
        make_task(section=other, position=1)
        task = make_task(section=self.section)

        form = self.form(task, section=other.pk)
        self.assertTrue(form.is_valid(), form.errors)
        form.save()

        task.refresh_from_db()
        self.assertEqual((task.section, task.position), (other, 2))

    def test_what_a_colleague_saved_is_shown_beside_what_was_typed(self):
        task = make_task(section=self.section)
        form = self.form(task, milestones="2004-12-31", members=[self.member.pk], text="我的")
        self.assertTrue(form.is_valid(), form.errors)
        stored = PlanTask.objects.get()
        stored.set_milestones([(date(2004, 3, 31), "")])
        stored.revise(by=self.clerk, text="同事的")

        self.assertEqual(
            form.conflict(),
            [
                ("任务", "同事的", "我的"),
                ("时间节点", "2004-03-31", "2004-12-31"),
                ("责任人", "", "赵云（某厂厂长）"),
            ],
        )
        self.assertEqual(PlanSection.objects.count(), 1)
