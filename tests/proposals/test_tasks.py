"""Proposals and suggestions fulfil a task of the plan, from the day they are handed in."""

from datetime import date

from plans.workflow import Status as PlanStatus
from proposals.models import Proposal, Suggestion
from tests.factories import make_plan, make_section, make_task
from tests.proposals.test_views import ViewTests


class TaskTests(ViewTests):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.tasks = {year: cls.promise(year) for year in (2003, 2004)}
        cls.per_member, cls.carried_out, cls.advice = cls.tasks[2004]

    @classmethod
    def promise(cls, year):
        plan = make_plan(township=cls.township, year=year, status=PlanStatus.PUBLISHED)
        section = make_section(plan=plan)
        keys = ("proposals_per_member", "proposals_carried_out", "suggestions")
        tasks = [
            make_task(section=section, position=place, figure=key, target=2, text=f"{year}年{key}")
            for place, key in enumerate(keys, 1)
        ]
        tasks[1].set_milestones([(date(year, 6, 30), "")])  # nearer, yet counts later
        return tasks

    def write(self, user, **fields):
        data = {
            "title": "关于整修里公路的建议",
            "situation": "多处塌方。",
            "advice": "请列入计划。",
            "category": self.category.pk,
            "is_public": "on",
            **fields,
        }
        answer = self.post(user, "create", **data)
        return answer, Proposal.objects.latest("pk")

    def test_a_member_is_not_asked_and_the_proposal_gets_its_task_when_it_is_handed_in(self):
        self.assertNotContains(self.get(self.member, "create"), "对应计划任务")

        _, draft = self.write(self.member, draft="1", task=self.advice.pk)
        self.assertIsNone(draft.task)
        draft.submit(by=self.member)

        draft.refresh_from_db()
        self.assertEqual(draft.task, self.per_member)

    def test_the_office_chooses_and_a_task_that_was_chosen_stays(self):
        self.assertContains(self.get(self.clerk, "create"), "按类别和日期自动对应")

        _, first = self.write(self.clerk, proposer=self.own.pk)
        _, second = self.write(self.clerk, proposer=self.own.pk, task=self.advice.pk)

        self.assertEqual((first.task, second.task), (self.per_member, self.advice))

    def test_the_year_is_that_of_the_day_on_which_it_was_handed_in(self):
        data = {"title": "关于路灯", "handed_in_on": "2003-12-30", "task": self.advice.pk}
        refused = self.post(self.clerk, "create", **data)
        _, late = self.write(self.clerk, proposer=self.own.pk, handed_in_on="2003-12-30")

        self.assertEqual(
            refused.context["form"].errors["task"], ["这项任务不在2003年的计划里，请重新选。"]
        )
        self.assertEqual(late.task, self.tasks[2003][0])

    def test_a_draft_that_waited_over_the_new_year_fulfils_the_new_plan(self):
        _, draft = self.write(self.clerk, proposer=self.own.pk, draft="1", task=self.advice.pk)
        Proposal.objects.update(task=self.tasks[2003][2])
        draft.refresh_from_db()

        draft.submit(by=self.clerk, decided_by="赵云")

        draft.refresh_from_db()
        self.assertEqual(draft.task, self.per_member)

    def test_a_suggestion_fulfils_the_task_that_promises_suggestions(self):
        data = {"title": "集镇", "on": "2004-06-10", "addressee": "镇党委", "items": "装路灯"}

        answer = self.post(self.clerk, "suggestion_create", **data)

        paper = Suggestion.objects.get()
        self.assertEqual(paper.task, self.advice)
        page = self.client.get(answer.url)
        self.assertContains(page, "已对应计划任务“2004年suggestions”")
        self.assertContains(page, self.advice.get_absolute_url())

    def test_the_page_names_the_task_to_who_may_see_the_plan_and_no_unit(self):
        _, proposal = self.write(self.clerk, proposer=self.own.pk)
        proposal.file(by=self.officer)
        proposal.assign(by=self.officer, handler=self.unit)

        told = {
            user.name: self.per_member.get_absolute_url()
            in self.get(user, "detail", proposal.pk).content.decode()
            for user in (self.clerk, self.member, self.officer, self.handler)
        }

        self.assertEqual(told, {"李梅": True, "赵云": True, "黄强": True, "孙工": False})
