"""One's calendar: only what the person may see, behind an address that can be taken back."""

from datetime import date

from django.test import TestCase
from django.urls import reverse
from icalendar import Calendar

from accounts.models import Appointment, User
from counties.roles import Role
from cppcc import clock
from plans import services
from plans.models import AnnualPlan, CalendarFeed, PlanTask
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)
from tests.queries import counted_queries

DAY = date(2004, 6, 1)


class CalendarCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(name="清溪镇")
        cls.county = cls.township.county
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.add(cls.township, "本镇")
        cls.add(make_township(county=cls.county), "邻镇")
        make_activity(county=cls.county, on=date(2004, 6, 18), theme="县里的会", feeds="county")
        cls.enterClassContext(clock.at(DAY))

    def setUp(self):
        self.client.force_login(self.clerk)

    @classmethod
    def add(cls, township, word):
        plan = make_plan(township=township, status=Status.DRAFT)
        task = make_task(section=make_section(plan=plan))
        task.set_milestones([(date(2004, 6, 30), f"{word}节点")])
        fields = {"township": township, "on": date(2004, 6, 10), "place": "会议室"}
        make_activity(theme=f"{word}活动", **fields)

    def subscribe(self, user=None) -> str:
        self.client.force_login(user or self.clerk)
        page = self.client.post(reverse("plans:feed_renew"))
        self.client.logout()
        return page.context["address"]

    def told(self, address):
        feed = Calendar.from_ical(self.client.get(address).content)
        return [(str(e["summary"]), e["dtstart"].dt) for e in feed.walk("VEVENT")]


class FeedTests(CalendarCase):
    def test_without_a_login_the_address_gives_what_its_person_may_see(self):
        address = self.subscribe()

        self.assertEqual(
            self.told(address),
            [
                ("本镇活动（活动）", date(2004, 6, 10)),
                ("县里的会（县政协活动）", date(2004, 6, 18)),
                ("本镇节点（计划节点）", date(2004, 6, 30)),
            ],
        )

    def test_a_member_sees_no_days_of_a_plan_that_is_not_published(self):
        member = make_user(role=Role.MEMBER, township=self.township)

        told = [what for what, _ in self.told(self.subscribe(member))]

        self.assertEqual(told, ["本镇活动（活动）", "县里的会（县政协活动）"])

    def test_it_is_a_calendar_by_the_rules(self):
        response = self.client.get(self.subscribe())

        feed = Calendar.from_ical(response.content)
        [first, *_] = feed.walk("VEVENT")
        self.assertEqual(response["Content-Type"], "text/calendar; charset=utf-8")
        self.assertEqual(
            (str(feed["version"]), str(feed["x-wr-timezone"])), ("2.0", "Asia/Shanghai")
        )
        self.assertEqual(first["dtend"].dt, date(2004, 6, 11))
        self.assertEqual(str(first["location"]), "会议室")
        self.assertTrue(str(first["url"]).startswith("http://testserver/activities/"))
        self.assertEqual(feed.errors, [])
        self.assertTrue(all(len(line) <= 75 for line in response.content.split(b"\r\n")))

    def test_an_entry_keeps_its_name_through_an_edit_and_a_revision(self):
        plan = AnnualPlan.objects.get(township=self.township)
        address = self.subscribe()
        before = self.names(address)

        PlanTask.objects.get(section__plan=plan).set_milestones([(date(2004, 6, 30), "改过的")])
        for number in (1, 2):
            AnnualPlan.objects.filter(pk=plan.pk).update(status=Status.PUBLISHED)
            plan = services.begin_revision(AnnualPlan.objects.get(pk=plan.pk), by=self.clerk)
            PlanTask.objects.get(section__plan=plan).set_milestones(
                [(date(2004, 6, 30), f"第{number}次"), (date(2004, 7, 15), "新的")]
            )
            AnnualPlan.objects.filter(pk=plan.pk).update(status=Status.PUBLISHED)

        after = self.names(address)
        self.assertEqual(sorted(after), sorted([*before, *set(after) - set(before)]))
        self.assertEqual(
            [after[name] for name in after if name not in before], ["新的（计划节点）"]
        )
        self.assertIn("第2次（计划节点）", after.values())

    def names(self, address) -> dict:
        feed = Calendar.from_ical(self.client.get(address).content)
        return {str(one["uid"]): str(one["summary"]) for one in feed.walk("VEVENT")}

    def test_commas_lines_and_long_words_come_through(self):
        theme = "学习,讨论;总结\\" + "长" * 70
        make_activity(township=self.township, on=date(2004, 6, 2), theme=theme)

        body = self.client.get(self.subscribe()).content

        [first, *_] = Calendar.from_ical(body).walk("VEVENT")
        self.assertEqual(str(first["summary"]), f"{theme}（活动）")
        self.assertIn(b"SUMMARY:\xe5\xad\xa6\xe4\xb9\xa0\\,", body)
        self.assertLessEqual(max(map(len, body.split(b"\r\n"))), 75)

    def test_only_the_hash_of_the_address_is_kept(self):
        token = self.subscribe().rpartition("/")[2].removesuffix(".ics")

        self.assertGreaterEqual(len(token), 43)
        self.assertNotIn(token, str(vars(CalendarFeed.objects.get())))
        self.assertEqual(CalendarFeed.reader(token), self.clerk)

    def test_a_new_address_ends_the_old_one_and_a_revoked_one_is_gone(self):
        old = self.subscribe()
        new = self.subscribe()
        self.assertEqual(self.client.get(old).status_code, 404)
        self.assertEqual(self.client.get(new).status_code, 200)

        self.client.force_login(self.clerk)
        self.client.post(reverse("plans:feed_revoke"))
        self.client.logout()

        self.assertEqual(self.client.get(new).status_code, 404)
        self.assertEqual(self.client.get(reverse("plans:feed", args=["x" * 43])).status_code, 404)

    def test_it_ends_with_the_appointment_and_with_the_account(self):
        address = self.subscribe()
        User.objects.filter(pk=self.clerk.pk).update(is_active=False)
        self.assertEqual(self.client.get(address).status_code, 404)

        User.objects.filter(pk=self.clerk.pk).update(is_active=True)
        Appointment.objects.filter(user=self.clerk).update(last_on=date(2004, 5, 31))

        self.assertEqual(self.client.get(address).status_code, 404)

    def test_it_is_only_read(self):
        self.assertEqual(self.client.post(self.subscribe()).status_code, 405)

    def test_three_years_of_days_cost_what_one_day_costs(self):
        address = self.subscribe()
        costs = []
        for _ in range(2):
            with counted_queries() as queries:
                self.client.get(address)
            costs.append(len(queries))
            for day in range(1, 20):
                make_activity(township=self.township, on=date(2004, 7, day))

        self.assertEqual(costs[0], costs[1])


class MonthTests(CalendarCase):
    def test_a_day_of_the_plan_says_to_which_task_it_belongs(self):
        page = self.client.get(reverse("plans:calendar"), {"month": "2004-06"})
        empty = self.client.get(reverse("plans:calendar"), {"month": "2004-02"})

        told = [e.of for _, week in page.context["weeks"] for _, those in week for e in those]
        task = PlanTask.objects.visible_to(self.clerk).get()
        self.assertEqual(told, ["", "", f"计划：{task.text}"])
        self.assertNotContains(page, "这个月没有安排。")
        self.assertContains(empty, "这个月没有安排。")

    def test_a_month_shows_what_belongs_to_its_days(self):
        page = self.client.get(reverse("plans:calendar"), {"month": "2004-06"})

        days = {
            day.day: [e.what for e in those]
            for _, week in page.context["weeks"]
            for day, those in week
            if those
        }
        self.assertEqual(days, {10: ["本镇活动"], 18: ["县里的会"], 30: ["本镇节点"]})
        self.assertNotContains(page, "邻镇")

    def test_an_administrator_is_offered_nothing_that_is_refused(self):
        addresses = [reverse(f"plans:{name}") for name in ("calendar_pdf", "feed_renew")]
        offered = []
        for user in (self.clerk, make_user(role=Role.SYSTEM, county=self.county)):
            self.client.force_login(user)
            page = self.client.get(reverse("plans:calendar")).content.decode()
            offered.append([address in page for address in addresses])

        self.assertEqual(offered, [[True, True], [False, False]])

    def test_an_address_that_is_no_month_is_no_page(self):
        for month in ("2004-13", "2004-6", "1800-01", "２００４-06", "x"):
            answer = self.client.get(reverse("plans:calendar"), {"month": month})
            self.assertEqual(answer.status_code, 404, month)

    def test_the_sheet_prints(self):
        for month in ("2004-06", "2003-01"):
            pdf = self.client.get(reverse("plans:calendar_pdf"), {"month": month})
            self.assertEqual(pdf.content[:5], b"%PDF-")
