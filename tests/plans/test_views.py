"""The pages of plans: who gets which answer, and what an unhappy path says."""

from datetime import date

from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from plans.models import AnnualPlan, PlanTask
from plans.models.content import content_of, digest
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_membership,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 5, 12)


class PageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(name="清溪镇")
        county = cls.township.county
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.leader = make_user(role=Role.LEADER, township=cls.township, name="陈国安")
        cls.officer = make_user(role=Role.COUNTY, county=county, name="黄强")
        cls.neighbour = make_user(role=Role.STAFF, township=make_township(county=county))
        cls.plan = make_plan(township=cls.township)
        cls.section = make_section(plan=cls.plan)
        cls.task = make_task(section=cls.section, figure="studies", target=4)
        cls.enterClassContext(clock.at(DAY))

    def setUp(self):
        self.client.force_login(self.clerk)

    def settle(self, status):
        AnnualPlan.objects.filter(pk=self.plan.pk).update(status=status)

    def said(self, response):
        return [str(message) for message in get_messages(response.wsgi_request)]

    def address(self, name, *args):
        return reverse(f"plans:{name}", args=args)

    def addresses_of_change(self):
        plan, section, task = self.plan.pk, self.section.pk, self.task.pk
        return [
            self.address("edit", plan),
            self.address("section_create", plan),
            self.address("task_create", plan),
            self.address("section_edit", section),
            self.address("section_delete", section),
            self.address("task_edit", task),
            self.address("task_delete", task),
        ]

    def presses(self):
        return [
            self.address("standard", self.plan.pk),
            self.address("section_move", self.section.pk, "up"),
            self.address("task_move", self.task.pk, "down"),
        ]

    def data(self, **changes):
        return {
            "section": self.section.pk,
            "text": "新的任务",
            "function": "study",
            "version": 1,
            **changes,
        }


class GateTests(PageTests):
    def test_a_neighbour_finds_nothing(self):
        self.settle(Status.PUBLISHED)
        self.client.force_login(self.neighbour)
        papers = [self.address(name, self.plan.pk) for name in ("detail", "pdf", "docx")]
        moves = [self.address("act", self.plan.pk, "submit")]

        for address in (*papers, *moves, *self.addresses_of_change()):
            self.assertEqual(self.client.get(address).status_code, 404, address)
        for address in (*self.presses(), *moves, *self.addresses_of_change()):
            self.assertEqual(self.client.post(address, {"version": 1}).status_code, 404, address)

    def test_the_county_finds_a_draft_nowhere(self):
        self.client.force_login(self.officer)

        for address in (self.address("detail", self.plan.pk), *self.addresses_of_change()):
            self.assertEqual(self.client.get(address).status_code, 404, address)

    def test_who_sees_but_may_not_change_is_refused(self):
        for user, status in ((self.leader, Status.DRAFT), (self.officer, Status.REPORTED)):
            self.settle(status)
            self.client.force_login(user)

            self.assertEqual(self.client.get(self.plan.get_absolute_url()).status_code, 200)
            for address in self.addresses_of_change():
                self.assertEqual(self.client.get(address).status_code, 403, address)
            for address in (*self.presses(), *self.addresses_of_change()):
                answer = self.client.post(address, self.data())
                self.assertEqual(answer.status_code, 403, address)
        self.assertEqual(PlanTask.objects.get().text, "每季度集中学习一次")

    def test_after_it_was_approved_the_office_changes_nothing(self):
        for status in (Status.APPROVED, Status.REPORTED, Status.PUBLISHED, Status.WITHDRAWN):
            self.settle(status)

            for address in (*self.presses(), *self.addresses_of_change()):
                answer = self.client.post(address, self.data())
                self.assertEqual(answer.status_code, 403, (status, address))

    def test_only_the_office_may_start_a_plan(self):
        for user in (self.leader, self.officer):
            self.client.force_login(user)

            self.assertEqual(self.client.get(self.address("create")).status_code, 403)

    def test_a_move_is_only_pressed(self):
        for address in self.presses():
            self.assertEqual(self.client.get(address).status_code, 405, address)

    def test_an_unknown_action_or_direction_is_no_page(self):
        for address in (
            f"/plans/{self.plan.pk}/explode/",
            f"/plans/tasks/{self.task.pk}/move/left/",
        ):
            self.assertEqual(self.client.post(address).status_code, 404, address)


class IndexTests(PageTests):
    def index(self, user, **query):
        self.client.force_login(user)
        return self.client.get(self.address("index"), query)

    def shown(self, response):
        return [(plan.township_id, plan.year) for plan in response.context["page"]]

    def test_a_township_sees_all_its_years_and_starts_the_missing_one(self):
        make_plan(township=self.township, year=2003, status=Status.PUBLISHED)
        response = self.index(self.clerk)

        self.assertEqual(self.shown(response), [(self.township.pk, 2004), (self.township.pk, 2003)])
        self.assertIsNone(response.context["new_year"])
        for day in (date(2004, 10, 1), date(2005, 1, 3)):
            with clock.at(day):
                self.assertEqual(self.index(self.clerk).context["new_year"], 2005)
                self.assertIsNone(self.index(self.leader).context["new_year"])

    def test_the_county_sees_what_was_reported_for_the_working_year(self):
        self.settle(Status.REPORTED)
        make_plan(township=self.township, year=2003, status=Status.REPORTED)
        make_plan(township=make_township(county=self.township.county))

        self.assertEqual(self.shown(self.index(self.officer)), [(self.township.pk, 2004)])
        with clock.at(date(2003, 5, 12)):
            self.assertEqual(self.shown(self.index(self.officer)), [(self.township.pk, 2003)])

    def test_the_filter_stands_in_the_address(self):
        make_plan(township=self.township, year=2003, status=Status.PUBLISHED)

        found = self.shown(self.index(self.clerk, status="published"))

        self.assertEqual(found, [(self.township.pk, 2003)])
        self.assertEqual(len(self.shown(self.index(self.clerk, status="nonsense"))), 2)

    def test_three_rows_cost_what_one_costs(self):
        self.settle(Status.REPORTED)
        costs = []
        for _ in range(3):
            self.client.force_login(self.officer)
            with counted_queries() as queries:
                response = self.client.get(self.address("index"))
            costs.append((len(self.shown(response)), len(queries)))
            township = make_township(county=self.township.county)
            make_plan(township=township, status=Status.REPORTED)

        self.assertEqual(costs, [(1, costs[0][1]), (2, costs[0][1]), (3, costs[0][1])])

    def test_an_empty_list_says_so(self):
        fresh = make_user(role=Role.STAFF)

        self.assertContains(self.index(fresh), "起草年度计划")
        self.assertContains(self.index(self.officer), "还没有年度计划。")
        self.assertContains(self.index(self.clerk, status="published"), "没有这个状态的计划。")


class DetailTests(PageTests):
    def test_a_task_shows_how_far_it_has_come_with_a_link_to_the_records(self):
        make_activity(township=self.township)

        page = self.client.get(self.plan.get_absolute_url())

        [chapter] = page.context["chapters"]
        self.assertEqual(chapter.promises[0].progress.number, 1)
        self.assertContains(page, "一、抓好理论学习")
        self.assertContains(page, "还差3次")
        self.assertContains(page, f"/figures/studies/?level=township&amp;owner={self.township.pk}")

    def test_three_tasks_cost_what_one_costs(self):
        self.task.set_responsibles([make_membership(township=self.township)])
        costs = []
        for place in (2, 3, 4):
            with counted_queries() as queries:
                self.client.get(self.plan.get_absolute_url())
            costs.append(len(queries))
            task = make_task(section=self.section, position=place, figure="studies", target=4)
            task.set_responsibles([make_membership(township=self.township)])
            task.set_milestones([(DAY, "")])
            make_task(section=make_section(plan=self.plan, position=place))

        self.assertEqual(costs, [costs[0]] * 3)

    def test_a_plan_that_came_back_says_why(self):
        self.plan.submit(by=self.clerk)
        self.plan.send_back(by=self.leader, note="目标太低<b>")

        self.assertContains(self.client.get(self.plan.get_absolute_url()), "目标太低&lt;b&gt;", 2)

    def test_who_may_not_change_it_is_offered_no_button(self):
        address = self.address("task_edit", self.task.pk)
        self.assertContains(self.client.get(self.plan.get_absolute_url()), address)

        self.client.force_login(self.leader)

        self.assertNotContains(self.client.get(self.plan.get_absolute_url()), address)

    def test_an_empty_plan_offers_the_standard_tasks(self):
        empty = make_plan(township=self.township, year=2005)
        address = self.address("standard", empty.pk)
        self.assertContains(self.client.get(empty.get_absolute_url()), address)

        answer = self.client.post(address, follow=True)
        again = self.client.post(address)

        self.assertNotContains(answer, address)
        self.assertEqual(empty.sections.count(), 4)
        self.assertEqual(self.said(again)[-1:], ["计划里已经有内容，标准任务只能加到空的计划里。"])


class EditTests(PageTests):
    def test_a_second_plan_of_the_year_keeps_what_was_typed(self):
        answer = self.client.post(self.address("create"), {"year": "2004", "source": "last_year"})

        self.assertContains(answer, "本年度的计划已经有了，请在原计划上修改。")
        self.assertContains(answer, 'value="last_year" id="id_source_2" required checked')
        self.assertEqual(AnnualPlan.objects.count(), 1)

    def test_the_year_that_a_reminder_names_is_chosen(self):
        self.client.force_login(make_user(role=Role.STAFF))
        with clock.at(date(2004, 10, 8)):
            for query, year in (
                ("", 2004),
                ("?year=2005", 2005),
                ("?year=1999", 2004),
                ("?year=x", 2004),
            ):
                page = self.client.get(self.address("create") + query)

                self.assertEqual(page.context["form"].fields["year"].initial, year, query)

    def test_a_form_sent_twice_makes_one_plan(self):
        key = {"year": "2005", "source": "standard", "once": "5e1fbb1c-1a2b-4c3d-8e4f-0123456789ab"}
        with clock.at(date(2005, 1, 3)):
            first = self.client.post(self.address("create"), key)
            second = self.client.post(self.address("create"), key)

        self.assertEqual((first.status_code, second.url), (302, first.url))
        self.assertEqual(AnnualPlan.objects.filter(year=2005).count(), 1)

    def test_a_task_is_added_to_the_section_where_the_button_was_pressed(self):
        address = self.address("task_create", self.plan.pk)
        page = self.client.get(address, {"section": self.section.pk})
        self.assertContains(page, f'<option value="{self.section.pk}" selected>')

        answer = self.client.post(address, self.data(milestones="3月31日 学习"))

        task = PlanTask.objects.get(text="新的任务")
        self.assertRedirects(answer, f"{self.plan.get_absolute_url()}#task-{task.pk}")
        self.assertEqual(self.client.get(address, {"section": "x'"}).status_code, 200)

    def test_a_wrong_line_is_named_and_nothing_typed_is_lost(self):
        answer = self.client.post(
            self.address("task_edit", self.task.pk), self.data(milestones="三月底 视察")
        )

        self.assertContains(answer, "第1行“三月底 视察”", 2)
        self.assertContains(answer, "新的任务")
        self.assertEqual(PlanTask.objects.get().version, 1)

    def test_the_second_of_two_who_edit_a_task_sees_both_texts(self):
        self.client.post(self.address("task_edit", self.task.pk), self.data(text="同事的"))

        answer = self.client.post(
            self.address("task_edit", self.task.pk), self.data(text="我的", milestones="3月31日")
        )

        self.assertContains(answer, "这份材料刚刚被同事改过")
        self.assertIn(("任务", "同事的", "我的"), answer.context["theirs"])
        self.assertEqual(PlanTask.objects.get().text, "同事的")
        self.assertEqual(PlanTask.objects.get().milestones.count(), 0)

    def test_nobody_sends_the_plan_on_while_a_task_is_saved(self):
        address = self.address("task_edit", self.task.pk)
        locks = []
        for visit in (self.client.get, self.client.post):
            with counted_queries() as queries:
                visit(address, self.data())
            locks.append(sum("FOR NO KEY UPDATE" in sql for sql in queries))

        self.assertEqual(locks, [0, 1])

    def test_a_section_is_entered_and_edited(self):
        created = self.client.post(
            self.address("section_create", self.plan.pk), {"heading": "二、加强自身建设"}
        )
        section = self.plan.sections.last()
        self.assertRedirects(created, f"{self.plan.get_absolute_url()}#section-{section.pk}")

        self.client.post(
            self.address("section_edit", section.pk), {"heading": "自身建设", "version": 1}
        )

        self.assertEqual(
            list(self.plan.sections.values_list("heading", "position", "version")),
            [("抓好理论学习", 1, 1), ("自身建设", 2, 2)],
        )
        self.plan.refresh_from_db()
        self.assertEqual(self.plan.version, 1)

    def test_a_task_is_deleted_after_the_question_was_asked(self):
        address = self.address("task_delete", self.task.pk)
        self.assertContains(self.client.get(address), "删除后不能恢复")

        answer = self.client.post(address, {"version": 1})

        self.assertRedirects(answer, self.plan.get_absolute_url())
        self.assertEqual(PlanTask.objects.count(), 0)

    def test_a_section_with_tasks_is_not_deleted_and_says_why(self):
        address = self.address("section_delete", self.section.pk)

        self.assertContains(self.client.post(address, {"version": 1}), "这一部分里还有任务")

        PlanTask.objects.all().delete()
        self.client.post(address, {"version": 1})
        self.assertEqual(self.plan.sections.count(), 0)

    def test_a_task_edited_meanwhile_is_not_deleted(self):
        self.task.revise(by=self.clerk, text="改过的")

        answer = self.client.post(self.address("task_delete", self.task.pk), {"version": 1})

        self.assertEqual(self.said(answer), ["没有删除：同事刚刚改过这一项，请核对后再决定。"])
        self.assertEqual(PlanTask.objects.count(), 1)

    def test_a_task_moves_by_a_press(self):
        other = make_task(section=self.section, position=2, text="乙")

        answer = self.client.post(self.address("task_move", other.pk, "up"))

        self.assertRedirects(answer, f"{self.plan.get_absolute_url()}#task-{other.pk}")
        texts = list(self.section.tasks.values_list("text", flat=True))
        self.assertEqual(texts, ["乙", "每季度集中学习一次"])


class ActTests(PageTests):
    def act(self, user, action, **data):
        self.client.force_login(user)
        self.plan.refresh_from_db()
        seen = digest(content_of(self.plan))
        data = {"version": self.plan.version, "on": "2004-05-12", "seen": seen, **data}
        return self.client.post(self.address("act", self.plan.pk, action), data)

    def test_the_road_through_the_pages(self):
        self.act(self.clerk, "submit")
        self.act(self.clerk, "approve", decided_by="陈国安")
        self.act(self.clerk, "report")
        self.act(self.clerk, "publish")

        self.plan.refresh_from_db()
        self.assertEqual(self.plan.status, Status.PUBLISHED)
        self.assertEqual(
            list(self.plan.events.values_list("action", "decided_by")),
            [("submit", ""), ("approve", "陈国安"), ("report", ""), ("publish", "")],
        )

    def test_an_approval_entered_for_the_leader_asks_for_the_name(self):
        self.act(self.clerk, "submit")

        answer = self.act(self.clerk, "approve")

        self.assertEqual(answer.context["form"].errors, {"decided_by": ["请填写。"]})

    def test_a_plan_is_not_sent_back_without_a_word(self):
        self.act(self.clerk, "submit")

        answer = self.act(self.leader, "send_back")

        self.assertEqual(answer.context["form"].errors, {"note": ["请填写。"]})

    def test_a_plan_the_county_returns_leaves_its_sight(self):
        self.settle(Status.REPORTED)

        answer = self.act(self.officer, "return_plan", note="缺视察任务")

        self.assertRedirects(answer, self.address("index"))
        self.plan.refresh_from_db()
        self.assertEqual(self.plan.status, Status.DRAFT)

    def test_who_may_not_act_is_refused(self):
        for user, action in ((self.clerk, "return_plan"), (self.leader, "submit")):
            self.assertEqual(self.act(user, action).status_code, 403, action)

    def test_the_second_of_two_is_told_what_the_plan_has_become(self):
        self.act(self.clerk, "submit")
        self.act(self.leader, "approve")

        answer = self.act(self.clerk, "send_back", decided_by="陈国安", note="目标太低")

        self.assertRedirects(answer, self.plan.get_absolute_url())
        self.assertEqual(
            self.said(answer)[-1:],
            ["没有执行“退回修改”：这份材料刚刚有变化，现在是“审定”，请核对后再操作。"],
        )


class PaperTests(PageTests):
    def test_the_paper_is_downloaded_as_pdf_and_word(self):
        pdf = self.client.get(self.address("pdf", self.plan.pk))
        docx = self.client.get(self.address("docx", self.plan.pk))

        self.assertEqual((pdf["Content-Type"], pdf.content[:5]), ("application/pdf", b"%PDF-"))
        self.assertEqual(docx.content[:2], b"PK")
        self.assertIn(".docx", docx["Content-Disposition"])

    def test_a_character_no_font_has_is_named_on_the_plans_page(self):
        self.task.revise(by=self.clerk, text="集中学习😀")

        answer = self.client.get(self.address("pdf", self.plan.pk))

        self.assertRedirects(answer, self.plan.get_absolute_url())
        self.assertIn("😀", self.said(answer)[0])
