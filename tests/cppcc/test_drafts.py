"""What is being typed is kept for its writer, shown again, and gone once it is saved."""

from datetime import date
from io import StringIO

from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from counties.roles import Role
from cppcc import clock
from cppcc.drafts import LONGEST, FormDraft
from cppcc.forms import SECRETS
from plans.models import PlanTask
from tests.factories import make_membership, make_plan, make_section, make_task, make_user


class DraftTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 5, 12)))
        cls.clerk = make_user(role=Role.STAFF)
        cls.colleague = make_user(role=Role.STAFF, township=cls.clerk.acting.township)
        plan = make_plan(township=cls.clerk.acting.township)
        cls.section = make_section(plan=plan)
        cls.task = make_task(section=cls.section)
        cls.members = [make_membership(township=plan.township, name=name) for name in "赵何"]
        cls.address = reverse("plans:task_edit", args=[cls.task.pk])

    def setUp(self):
        self.client.force_login(self.clerk)

    def typed(self, **changes):
        return {
            "version": 1,
            "section": self.section.pk,
            "text": "还没有写完",
            "function": "culture",
            "members": [member.pk for member in self.members],
            **changes,
        }

    def keep(self, **changes):
        data = {"address": self.address, **self.typed(**changes)}
        return self.client.post(reverse("drafts"), data)

    def form(self):
        return self.client.get(self.address).context["form"]

    def test_a_draft_is_kept_and_shown_again_with_every_choice(self):
        told = self.keep().json()["saved"]
        saved_at = timezone.localtime(FormDraft.objects.get().saved_at)

        page = self.client.get(self.address)

        self.assertEqual(told, f"草稿已保存 {saved_at:%H:%M}")

        form = page.context["form"]
        shown = [form[name].value() for name in ("text", "function", "members")]
        chosen = [str(member.pk) for member in self.members]
        self.assertEqual(shown, ["还没有写完", "culture", chosen])
        self.assertContains(page, "没有保存完的草稿，接着写就行")
        self.assertEqual(PlanTask.objects.get().text, "每季度集中学习一次")

    def test_a_choice_that_was_taken_back_stays_taken_back(self):
        self.task.set_responsibles(self.members)

        self.keep(members=[])

        self.assertEqual(self.form()["members"].value(), [])

    def test_nobody_else_sees_it(self):
        self.keep()
        self.client.force_login(self.colleague)

        self.assertEqual(self.form()["text"].value(), "每季度集中学习一次")

    def test_once_saved_it_is_gone(self):
        self.keep()

        self.client.post(self.address, self.typed())

        self.assertEqual(FormDraft.objects.count(), 0)
        self.assertEqual(PlanTask.objects.get().text, "还没有写完")

    def test_it_is_dropped_on_demand(self):
        self.keep()

        answer = self.client.post(reverse("drafts"), {"address": self.address, "discard": "1"})

        self.assertRedirects(answer, self.address)
        self.assertEqual(self.form()["text"].value(), "每季度集中学习一次")

    def test_a_draft_older_than_a_colleagues_text_overwrites_nothing(self):
        self.keep()
        self.task.revise(by=self.colleague, text="同事的")
        version = self.form()["version"].value()

        answer = self.client.post(self.address, self.typed(version=version))

        self.assertIn(("任务", "同事的", "还没有写完"), answer.context["theirs"])
        self.assertEqual(PlanTask.objects.get().text, "同事的")
        self.assertEqual(FormDraft.objects.count(), 1)

    def test_two_who_edit_different_tasks_both_save(self):
        other = make_task(section=self.section, position=2, text="另一项")
        self.client.post(self.address, self.typed(text="我的"))
        self.client.force_login(self.colleague)
        address = reverse("plans:task_edit", args=[other.pk])

        answer = self.client.post(address, self.typed(text="同事的"))

        self.assertEqual(answer.status_code, 302)
        self.assertEqual(list(PlanTask.objects.values_list("text", flat=True)), ["我的", "同事的"])

    def test_it_is_kept_for_thirty_days_and_no_longer(self):
        self.keep()

        for on, left in ((date(2004, 6, 11), 1), (date(2004, 6, 12), 0)):
            with clock.at(on):
                shown = self.form()["text"].value()
                call_command("clean_up", verbosity=0, stdout=StringIO())

            self.assertEqual(shown, "还没有写完" if left else "每季度集中学习一次")
            self.assertEqual(FormDraft.objects.count(), left)

    def test_what_is_no_form_or_too_long_is_refused(self):
        for address in ("", "https://example.org/", "//example.org/x", "x"):
            answer = self.client.post(reverse("drafts"), {"address": address, "discard": "1"})
            self.assertEqual(answer.status_code, 404, address)

        self.assertEqual(self.keep(text="字" * (LONGEST + 1)).status_code, 400)
        self.assertEqual(FormDraft.objects.count(), 0)

    def test_a_password_is_never_kept(self):
        self.keep(text="我的", **dict.fromkeys(SECRETS, "春江水暖"))

        self.assertNotIn("春江水暖", str(FormDraft.objects.get().fields))
