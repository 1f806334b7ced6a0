"""What an inspection or a supervision found, and how it gets on the follow-up list."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from activities.forms.finding import FindingForm
from activities.models import Finding
from activities.workflow import Status
from counties.roles import Role
from cppcc import clock
from matters.models import FollowUp, Progress
from tests.factories import (
    make_activity,
    make_county,
    make_finding,
    make_follow_up,
    make_township,
    make_unit,
    make_user,
)
from tests.queries import counted_queries

TEXT = "污水管网没有接通，建议年内接通。"


class FindingTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.township = make_township(county=cls.county)
        cls.staff = make_user(role=Role.STAFF, township=cls.township)
        cls.activity = make_activity(township=cls.township, feeds="inspection")

    def setUp(self):
        self.client.force_login(self.staff)

    def enter(self, activity=None, **typed):
        url = reverse("activities:finding_create", args=[(activity or self.activity).pk])
        return self.client.post(url, {"text": TEXT, **typed})

    def edit(self, finding, **typed):
        url = reverse("activities:finding_edit", args=[finding.pk])
        return self.client.post(url, {"text": TEXT, "version": finding.version, **typed})

    def page(self, user=None):
        self.client.force_login(user or self.staff)
        return self.client.get(self.activity.get_absolute_url())


class EnterTests(FindingTestCase):
    def test_a_finding_without_unit_and_date_is_only_written_down(self):
        response = self.enter()

        finding = Finding.objects.get()
        self.assertEqual(response.url, f"/activities/{self.activity.pk}/#finding-{finding.pk}")
        self.assertEqual(
            (finding.text, finding.activity, finding.township, finding.follow_up),
            (TEXT, self.activity, self.township, None),
        )
        self.assertContains(self.page(), "没有列入跟踪落实。")

    def test_with_a_unit_or_a_date_it_is_on_the_follow_up_list(self):
        self.enter(unit_name="镇建设办", due_on="2005-03-01")
        self.enter(unit_name="镇水务所")
        self.enter(due_on="2005-06-30")

        rows = FollowUp.objects.order_by("pk").values_list(
            "title", "unit_name", "due_on", "progress", "findings__activity"
        )
        self.assertEqual(
            list(rows),
            [
                (TEXT, "镇建设办", date(2005, 3, 1), Progress.STUDYING, self.activity.pk),
                (TEXT, "镇水务所", None, Progress.STUDYING, self.activity.pk),
                (TEXT, "", date(2005, 6, 30), Progress.STUDYING, self.activity.pk),
            ],
        )
        self.assertContains(self.page(), "镇建设办")
        self.assertContains(self.page(), "2005年3月1日(周二)")

    def test_a_text_is_asked_for_and_nothing_typed_is_lost(self):
        response = self.enter(text="  ", unit_name="镇建设办")

        self.assertContains(response, "请填写。")
        self.assertContains(response, 'value="镇建设办"')
        self.assertEqual((Finding.objects.count(), FollowUp.objects.count()), (0, 0))

    def test_findings_are_of_inspections_and_supervisions_that_took_place_or_will(self):
        kinds = {
            feeds: self.enter(make_activity(township=self.township, feeds=feeds)).status_code
            for feeds in ("inspection", "supervision", "study", "research")
        }
        cancelled = make_activity(
            township=self.township, feeds="inspection", status=Status.CANCELLED
        )
        reported = make_activity(township=self.township, feeds="inspection", status=Status.REPORTED)

        self.assertEqual(
            kinds, {"inspection": 302, "supervision": 302, "study": 403, "research": 403}
        )
        self.assertEqual(self.enter(cancelled).status_code, 403)
        self.assertEqual(self.enter(reported).status_code, 302)

    def test_pressing_twice_enters_one(self):
        for _ in range(2):
            self.enter(unit_name="镇建设办", once="6d6a4f0e-6f0e-4f4e-9a53-1b1c3a0f9d11")

        self.assertEqual((Finding.objects.count(), FollowUp.objects.count()), (1, 1))


class EditTests(FindingTestCase):
    def test_the_text_is_changed_there_and_on_the_list(self):
        self.enter(unit_name="镇建设办")
        finding = Finding.objects.get()

        self.edit(finding, text="管网已查明。", unit_name="镇水务所", due_on="2005-03-01")

        finding.refresh_from_db()
        follow_up = FollowUp.objects.get()
        self.assertEqual((finding.text, finding.version), ("管网已查明。", 2))
        self.assertEqual(
            (follow_up.title, follow_up.unit_name, follow_up.due_on, follow_up.version),
            ("管网已查明。", "镇水务所", date(2005, 3, 1), 2),
        )

    def test_a_finding_gets_on_the_list_later(self):
        finding = make_finding(activity=self.activity)

        self.edit(finding, due_on="2005-03-01")

        finding.refresh_from_db()
        self.assertEqual(finding.follow_up, FollowUp.objects.get())

    def test_what_is_on_the_list_keeps_a_unit_or_a_date(self):
        follow_up = make_follow_up(township=self.township)
        finding = make_finding(activity=self.activity, follow_up=follow_up)

        form = FindingForm(
            {"text": TEXT, "version": 1},
            instance=finding,
            user=self.staff,
            activity=self.activity,
        )

        self.assertEqual(
            form.errors,
            {"unit_name": ["这一条已列入跟踪落实，责任单位和完成期限请至少留一项。"]},
        )

    def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(self):
        self.enter(unit_name="镇建设办")
        finding = Finding.objects.get()
        Finding.objects.get().revise(by=self.staff, text="同事写的")

        response = self.edit(finding, text="我写的", unit_name="镇水务所")

        self.assertContains(response, "这份材料刚刚被同事改过")
        self.assertContains(response, "同事写的")
        self.assertContains(response, "我写的")
        self.assertEqual(Finding.objects.get().text, "同事写的")
        self.assertEqual(FollowUp.objects.get().unit_name, "镇建设办")


class RightsTests(FindingTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        follow_up = make_follow_up(township=cls.township)
        cls.finding = make_finding(activity=cls.activity, follow_up=follow_up)

    def test_who_may_not_is_refused_and_a_stranger_finds_nothing(self):
        unit = make_unit(county=self.county)
        neighbour = make_township(county=self.county)
        users = {
            "staff": self.staff,
            "county": make_user(role=Role.COUNTY, county=self.county),
            "leader": make_user(role=Role.LEADER, township=self.township),
            "member": make_user(role=Role.MEMBER, township=self.township),
            "unit": make_user(role=Role.UNIT, unit=unit),
            "neighbour": make_user(role=Role.STAFF, township=neighbour),
            "foreign county": make_user(role=Role.COUNTY),
        }
        found = {}
        for name, user in users.items():
            self.client.force_login(user)
            found[name] = [
                self.client.get(reverse("activities:finding_create", args=[self.activity.pk])),
                self.client.get(reverse("activities:finding_edit", args=[self.finding.pk])),
            ]

        self.assertEqual(
            {name: [one.status_code for one in pages] for name, pages in found.items()},
            {
                "staff": [200, 200],
                "county": [403, 403],
                "leader": [403, 403],
                "member": [403, 404],
                "unit": [404, 404],
                "neighbour": [404, 404],
                "foreign county": [404, 404],
            },
        )

    def test_the_office_adds_to_no_event_of_the_county(self):
        event = make_activity(county=self.county, feeds="inspection")

        self.assertEqual(self.enter(event).status_code, 403)

    def test_the_township_and_the_county_read_them_and_members_do_not(self):
        county = make_user(role=Role.COUNTY, county=self.county)
        leader = make_user(role=Role.LEADER, township=self.township)
        member = make_user(role=Role.MEMBER, township=self.township)
        edit = reverse("activities:finding_edit", args=[self.finding.pk])

        shown = {}
        for name, user in {
            "staff": self.staff,
            "county": county,
            "leader": leader,
            "member": member,
        }.items():
            text = self.page(user).content.decode()
            shown[name] = (self.finding.text in text, edit in text)

        self.assertEqual(
            shown,
            {
                "staff": (True, True),
                "county": (True, False),
                "leader": (True, False),
                "member": (False, False),
            },
        )

    def test_the_number_of_queries_does_not_grow_with_the_findings(self):
        counts = []
        for rows in (1, 3):
            while Finding.objects.count() < rows:
                follow_up = make_follow_up(township=self.township)
                follow_up.move(by=self.staff, progress=Progress.UNDER_WAY, text="已进场")
                make_finding(activity=self.activity, follow_up=follow_up)
            with counted_queries() as queries:
                self.assertEqual(len(self.page().context["findings"]), rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])
        self.assertContains(self.page(), "已进场")
