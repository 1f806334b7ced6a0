"""A demand of a visit becomes a suggestion, and both pages know of each other."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.roles import Role
from cppcc import clock, figures
from cppcc.links import Link, links_of
from proposals.models import Suggestion, SuggestionItem
from proposals.workflow import ItemStatus
from tests.factories import make_line, make_membership, make_suggestion, make_township, make_user

YEAR = date(2004, 1, 1), date(2004, 12, 31)


class DemandTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.township = make_township()
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.user = make_user(role=Role.MEMBER, township=cls.township)
        cls.zhao = make_membership(township=cls.township, user=cls.user)
        cls.xiao = make_membership(township=cls.township, name="肖阳")
        cls.visit = make_line("visits", membership=cls.zhao, demand="修好进村的路\n装路灯")
        cls.address = f"{reverse('proposals:suggestion_create')}?visit={cls.visit.pk}"

    def setUp(self):
        self.client.force_login(self.clerk)

    def paper(self, **fields) -> Suggestion:
        return make_suggestion(township=self.township, visit=self.visit, **fields)

    def test_the_visit_offers_to_make_a_suggestion_of_its_demand(self):
        page = self.client.get(self.visit.get_absolute_url())

        self.assertEqual(
            page.context["links"], [Link("把诉求转为意见建议", self.address, is_action=True)]
        )
        self.assertContains(page, "把诉求转为意见建议")

    def test_the_form_has_the_demand_in_it_and_keeps_the_link(self):
        form = self.client.get(self.address).context["form"]
        self.assertEqual(form["items"].value(), "修好进村的路\n装路灯")
        self.assertEqual(form["visit"].value(), self.visit.pk)

        self.client.post(
            self.address,
            {
                "title": "关于清溪村道路的建议",
                "on": "2004-06-02",
                "addressee": "镇党委",
                "items": "修好进村的路\n装路灯",
                "visit": self.visit.pk,
            },
        )

        paper = Suggestion.objects.get()
        self.assertEqual(paper.visit, self.visit)
        self.assertEqual([item.text for item in paper.items.all()], ["修好进村的路", "装路灯"])
        page = self.client.get(self.visit.get_absolute_url())
        self.assertContains(page, paper.get_absolute_url())
        self.assertContains(
            self.client.get(paper.get_absolute_url()), self.visit.get_absolute_url()
        )

    def test_a_visit_without_a_demand_offers_nothing(self):
        visit = make_line("visits", membership=self.zhao, demand="")

        self.assertEqual(links_of(visit, self.clerk), [])
        form = self.client.get(
            f"{reverse('proposals:suggestion_create')}?visit={visit.pk}"
        ).context["form"]
        self.assertEqual(form["visit"].value(), None)

    def test_a_foreign_visit_and_nonsense_are_no_visit(self):
        foreign = make_line("visits")
        for pk in (foreign.pk, 2**63, "１", "-1", "x"):
            with self.subTest(pk=pk):
                page = self.client.get(reverse("proposals:suggestion_create"), {"visit": pk})
                self.assertEqual(page.context["form"]["items"].value(), None)

    def test_a_forged_visit_is_refused(self):
        foreign = make_line("visits")
        page = self.client.post(
            self.address,
            {
                "title": "建议",
                "on": "2004-06-02",
                "addressee": "镇党委",
                "items": "修路",
                "visit": foreign.pk,
            },
        )

        self.assertEqual(set(page.context["form"].errors), {"visit"})

    def test_who_only_reads_the_visit_is_offered_nothing_but_sees_what_came_of_it(self):
        paper = self.paper()
        expected = [Link("意见建议：关于集镇管理的建议", paper.get_absolute_url())]
        county = make_user(role=Role.COUNTY, county=self.township.county)

        self.assertEqual(links_of(self.visit, county), expected)
        self.assertEqual(links_of(self.visit, self.user), expected)

    def test_a_member_sees_the_paper_that_came_of_the_own_visit_and_no_other(self):
        own = self.paper()
        make_suggestion(township=self.township)
        make_suggestion(township=self.township, visit=make_line("visits", membership=self.xiao))

        self.assertEqual(list(Suggestion.objects.visible_to(self.user)), [own])
        self.assertEqual(
            {item.suggestion for item in SuggestionItem.objects.visible_to(self.user)}, {own}
        )

    def test_its_items_count_for_the_member_who_asked(self):
        paper = self.paper()
        make_suggestion(township=self.township)
        first = paper.items.first()
        SuggestionItem.objects.filter(pk=first.pk).update(status=ItemStatus.ADOPTED)
        members = [self.zhao.pk, self.xiao.pk]

        counted = figures.measure(["suggestions", "suggestions_adopted"], "member", members, *YEAR)

        self.assertEqual(
            counted,
            {
                "suggestions": {self.zhao.pk: 2, self.xiao.pk: 0},
                "suggestions_adopted": {self.zhao.pk: 1, self.xiao.pk: 0},
            },
        )
