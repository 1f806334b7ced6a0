"""What everybody of the county reads of a plan, and the plan of studies drawn from it."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from cppcc.documents.tree import Table
from plans import studies
from plans.models import AnnualPlan
from plans.workflow import Status
from tests.factories import (
    make_activity,
    make_county,
    make_plan,
    make_section,
    make_task,
    make_township,
    make_user,
)


class ReadTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(name="清溪镇")
        cls.county = cls.township.county
        cls.plan = make_plan(township=cls.township, status=Status.PUBLISHED, goals="办好实事。")
        make_task(section=make_section(plan=cls.plan))
        cls.address = reverse("plans:read", args=[cls.plan.pk])
        cls.enterClassContext(clock.at(date(2004, 5, 1)))

    def get(self, user, address=None):
        self.client.force_login(user)
        return self.client.get(address or self.address)

    def test_whoever_works_in_the_county_reads_it(self):
        away = make_township(county=self.county)
        everybody = [
            make_user(role=r, township=away) for r in (Role.STAFF, Role.MEMBER, Role.LEADER)
        ]
        everybody += [make_user(role=r, county=self.county) for r in (Role.COUNTY, Role.UNIT)]

        for user in everybody:
            page = self.get(user)

            self.assertContains(page, "总体目标：办好实事。")
            self.assertContains(page, "每季度集中学习一次")
            listed = self.get(user, reverse("plans:published"))
            self.assertContains(listed, self.address)

    def test_another_county_and_nobody_find_nothing(self):
        for user in (make_user(role=Role.COUNTY, county=make_county()), make_user()):
            self.assertEqual(self.get(user).status_code, 404)
            listed = self.get(user, reverse("plans:published"))
            self.assertEqual(list(listed.context["page"]), [])

    def test_until_it_is_published_nobody_reads_it_here(self):
        staff = make_user(role=Role.STAFF, township=self.township)
        for status in set(Status) - {Status.PUBLISHED}:
            AnnualPlan.objects.update(status=status)

            self.assertEqual(self.get(staff).status_code, 404, status)


class StudyTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        section = make_section(plan=make_plan(township=cls.township))
        cls.task = make_task(section=section)
        cls.task.set_milestones([(date(2004, 3, 31), "学习《宪法》"), (date(2004, 6, 30), "")])
        other = make_task(section=section, position=2, function="self")
        other.set_milestones([(date(2004, 5, 31), "不是学习")])

    def rows(self):
        plan = AnnualPlan.objects.visible_to(self.clerk).for_detail().get()
        paper = studies.document_of(plan, self.clerk)
        [table] = [block for block in paper.blocks if isinstance(block, Table)]
        return list(table.rows)

    def test_the_days_of_the_study_tasks_stand_in_order(self):
        self.assertEqual(
            self.rows(),
            [("3月31日", "学习《宪法》", "", ""), ("6月30日", "每季度集中学习一次", "", "")],
        )

    def test_a_study_that_is_set_down_takes_the_place_of_its_day(self):
        make_activity(
            township=self.township,
            task=self.task,
            on=date(2004, 3, 12),
            theme="学习章程",
            host="陈国安",
            mode="together",
            status="planned",
        )

        self.assertEqual(
            self.rows(),
            [("3月12日", "学习章程", "陈国安", "集中"), ("6月30日", "每季度集中学习一次", "", "")],
        )

    def test_it_is_downloaded_as_pdf_and_word(self):
        self.client.force_login(self.clerk)
        plan = AnnualPlan.objects.get()

        pdf = self.client.get(reverse("plans:study_pdf", args=[plan.pk]))
        docx = self.client.get(reverse("plans:study_docx", args=[plan.pk]))

        self.assertEqual((pdf.content[:5], docx.content[:2]), (b"%PDF-", b"PK"))
