"""The draft tells what the records say, and nothing else."""

from datetime import date

from django.test import TestCase

from activities.models import Activity, Attention, Visit
from activities.workflow import Status
from members.models import Honour, Pairing
from plans.models import AnnualPlan, PlanSection, PlanTask
from proposals.models import Suggestion
from summaries.compose import compose
from tests.factories import (
    make_activity,
    make_attendance,
    make_guiding_text,
    make_membership,
    make_township,
    make_user,
)

UNTIL = date(2004, 12, 16)


class ComposeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(name="清溪镇")
        cls.place = {"county": cls.township.county, "township": cls.township}
        cls.member = make_membership(township=cls.township, name="赵云")

    def draft(self) -> dict[str, str]:
        return dict(compose(self.township, 2004, UNTIL))

    def text(self) -> str:
        return "\n".join(body for _, body in compose(self.township, 2004, UNTIL))

    def test_a_year_without_records_is_an_opening_and_nothing_invented(self):
        sections = compose(self.township, 2004, UNTIL)

        self.assertEqual([heading for heading, _ in sections], [""])
        self.assertIn("清溪镇", sections[0][1])

    def test_the_opening_speaks_the_countys_words_of_the_year(self):
        make_guiding_text(county=self.township.county, summary_text="以考核办法为蓝本")

        self.assertIn("以考核办法为蓝本，在镇党委的正确领导下", self.draft()[""])
        self.assertIn("在〔委员人数〕委员的支持配合下", self.draft()[""])

    def test_the_headings_are_numbered_without_a_gap(self):
        make_activity(**self.place, feeds="study")
        Honour.objects.create(
            **self.place, membership=self.member, on=UNTIL, title="先进", text="带头建沼气池"
        )

        self.assertEqual(
            list(self.draft()),
            ["", "一、坚持抓好学习，提高委员综合素质", "二、鼓励建功立业，展示委员风采"],
        )

    def test_a_study_is_told_with_its_day_place_and_matter_and_its_number_is_a_token(self):
        study = make_activity(**self.place, on=date(2004, 4, 8), content="学习《政协章程》")
        make_attendance(activity=study, membership=self.member)

        body = self.draft()["一、坚持抓好学习，提高委员综合素质"]

        self.assertIn("组织委员集中学习〔集中学习次数〕", body)
        self.assertIn("4月8日，在联工委办公室开展集中学习，学习《政协章程》。", body)

    def test_one_study_less_and_the_draft_is_another(self):
        for day in (5, 6):
            make_activity(**self.place, on=date(2004, 4, day), content=f"学习第{day}课")
        before = self.text()
        self.assertIn("学习第5课", before)

        Activity.objects.get(on=date(2004, 4, 5)).delete()

        self.assertNotIn("学习第5课", self.text())
        self.assertIn("学习第6课", self.text())

    def test_what_came_of_a_suggestion_is_told_as_it_stands_on_the_closing_day(self):
        clerk = make_user(township=self.township, role="staff")
        suggestion = Suggestion.objects.create(
            **self.place, on=date(2004, 8, 20), addressee="镇党委", title="治理尾砂"
        )
        suggestion.add_items(["再修建一座拦石坝", "公开摊位招租"])
        dam, _ = suggestion.items.all()
        self.assertNotIn("拦石坝", self.text())
        dam.adopt(by=clerk, on=date(2004, 9, 1), decided_by="陈国安")
        dam.follow_up.move(
            by=clerk, progress="approved_above", text="省国土资源厅立项", on=date(2004, 11, 25)
        )
        dam.follow_up.move(by=clerk, progress="under_way", text="动工", on=date(2004, 12, 20))

        text = self.text()

        self.assertIn("关于再修建一座拦石坝的建议。11月25日，省国土资源厅立项。", text)
        self.assertNotIn("动工", text)
        self.assertNotIn("摊位", text)

    def test_a_change_of_outcome_changes_the_draft(self):
        inspection = make_activity(**self.place, feeds="inspection", outcome="问题已经返工")
        self.assertIn("问题已经返工", self.text())

        Activity.objects.filter(pk=inspection.pk).update(outcome="问题还在整改")

        self.assertIn("问题还在整改", self.text())
        self.assertNotIn("返工", self.text())

    def test_only_this_township_this_year_and_what_was_held_is_told(self):
        neighbour = make_township(county=self.township.county)
        make_activity(township=neighbour, content="邻镇的学习")
        make_activity(**self.place, on=date(2003, 12, 31), content="去年的学习")
        make_activity(**self.place, on=date(2004, 12, 17), content="截止以后的学习")
        make_activity(**self.place, status=Status.CANCELLED, content="取消了的学习")
        Visit.objects.create(
            county=neighbour.county,
            township=neighbour,
            membership=make_membership(township=neighbour),
            on=UNTIL,
            visitors="李梅",
        )

        self.assertEqual(list(self.draft()), [""])

    def test_what_the_plan_promised_and_the_year_did_not_bring_is_a_shortfall(self):
        plan = AnnualPlan.objects.create(**self.place, year=2004, title="计划", status="published")
        section = PlanSection.objects.create(**self.place, plan=plan, position=1, heading="一")
        for position, (figure, target) in enumerate((("studies", 1), ("lessons", 12))):
            PlanTask.objects.create(
                **self.place,
                section=section,
                position=position,
                text=f"做好{figure}",
                function="self",
                figure=figure,
                target=target,
            )
        make_activity(**self.place)

        draft = self.draft()

        self.assertIn(
            "以下任务没有达到目标：计划一月一堂课次数12次，实际〔一月一堂课次数〕。",
            draft["二、存在的不足"],
        )
        self.assertEqual(draft["三、下一步打算"], "继续落实没有完成的任务：做好lessons。")

    def test_guidance_and_pairings_are_told_by_name(self):
        Attention.objects.create(
            **self.place, on=date(2004, 3, 18), kind="guidance", who="黄副主席", text="视察政协工作"
        )
        Pairing.objects.create(
            **self.place, membership=self.member, on=UNTIL, kind="needy", household="王家冲王大爷"
        )

        text = self.text()

        self.assertIn("县领导来镇指导〔县领导来镇指导次数〕：3月18日，黄副主席视察政协工作。", text)
        self.assertIn("委员结对帮扶〔帮扶对象数〕：赵云委员帮扶王家冲王大爷。", text)
