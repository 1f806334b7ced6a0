"""Who sees which proposals and suggestions, and what stands in which list."""

from datetime import date

from django.test import SimpleTestCase, TestCase

from counties.roles import Role
from proposals.models import Cosigner, Proposal, Suggestion, SuggestionItem
from proposals.similar import alike
from proposals.workflow import Status
from tests.factories import (
    make_membership,
    make_proposal,
    make_suggestion,
    make_township,
    make_unit,
    make_user,
)


def titles(queryset):
    return sorted(queryset.values_list("title", flat=True))


class VisibilityTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.county = cls.township.county
        cls.neighbour = make_township(county=cls.county)
        cls.unit = make_unit(county=cls.county)
        cls.member = make_user(role=Role.MEMBER, township=cls.township)
        cls.colleague = make_user(role=Role.MEMBER, township=cls.township)
        proposer = make_membership(township=cls.township, user=cls.member)
        signer = make_membership(township=cls.township, user=cls.colleague, name="肖阳")
        for title, status, fields in (
            ("草稿", Status.DRAFT, {}),
            ("已提交", Status.SUBMITTED, {}),
            ("不立案", Status.DECLINED, {}),
            ("已立案", Status.FILED, {}),
            ("办理中", Status.SIGNED, {"handler": cls.unit}),
        ):
            make_proposal(proposer=proposer, title=title, status=status, **fields)
        make_proposal(proposer=proposer, title="代录草稿", is_by_office=True)
        joint = make_proposal(
            proposer=make_membership(township=cls.township), title="联名", status=Status.SUBMITTED
        )
        Cosigner.objects.create(county=cls.county, proposal=joint, membership=signer)
        make_proposal(township=cls.neighbour, title="邻镇草稿")
        make_proposal(township=cls.neighbour, title="邻镇", status=Status.FILED)
        make_proposal(title="邻县", status=Status.FILED)

    def seen_by(self, role, **place):
        return titles(Proposal.objects.visible_to(make_user(role=role, **place)))

    def test_the_county_sees_all_that_was_submitted(self):
        self.assertEqual(
            self.seen_by(Role.COUNTY, county=self.county),
            sorted(["已提交", "不立案", "已立案", "办理中", "联名", "邻镇"]),
        )

    def test_the_office_sees_its_township(self):
        self.assertEqual(
            self.seen_by(Role.STAFF, township=self.township),
            sorted(["代录草稿", "已提交", "不立案", "已立案", "办理中", "联名"]),
        )

    def test_a_member_sees_what_he_signed(self):
        self.assertEqual(
            titles(Proposal.objects.visible_to(self.member)),
            sorted(["草稿", "代录草稿", "已提交", "不立案", "已立案", "办理中"]),
        )
        self.assertEqual(titles(Proposal.objects.visible_to(self.colleague)), ["联名"])

    def test_a_unit_sees_what_it_handles(self):
        self.assertEqual(self.seen_by(Role.UNIT, unit=self.unit), ["办理中"])
        self.assertEqual(self.seen_by(Role.UNIT, unit=make_unit(county=self.county)), [])

    def test_a_leader_sees_what_was_filed_in_his_town(self):
        self.assertEqual(
            self.seen_by(Role.LEADER, township=self.township), sorted(["已立案", "办理中"])
        )

    def test_somebody_without_an_appointment_sees_nothing(self):
        self.assertEqual(titles(Proposal.objects.visible_to(make_user())), [])


class SuggestionVisibilityTests(TestCase):
    def test_the_town_and_the_county_read_them(self):
        township = make_township()
        own = make_suggestion(township=township)
        neighbours = make_suggestion(township=make_township(county=township.county))
        make_suggestion()
        people = {
            Role.COUNTY: {"county": township.county},
            Role.STAFF: {"township": township},
            Role.LEADER: {"township": township},
            Role.MEMBER: {"township": township},
            Role.UNIT: {"county": township.county},
        }
        seen = {Role.COUNTY: {own, neighbours}, Role.STAFF: {own}, Role.LEADER: {own}}

        for role, place in people.items():
            user = make_user(role=role, **place)
            self.assertEqual(set(Suggestion.objects.visible_to(user)), seen.get(role, set()), role)
            papers = {item.suggestion for item in SuggestionItem.objects.visible_to(user)}
            self.assertEqual(papers, seen.get(role, set()), role)


class ListTests(TestCase):
    def test_the_list_of_a_year_hides_nothing_that_waits(self):
        proposer = make_membership()
        for title, status, fields in (
            ("当年", Status.CLOSED, {"year": 2004}),
            ("十二月提交", Status.CLOSED, {"year": 2005, "submitted_on": date(2004, 12, 1)}),
            ("去年未办结", Status.REPLIED, {"year": 2003, "submitted_on": date(2003, 3, 1)}),
            ("去年已办结", Status.CLOSED, {"year": 2003, "submitted_on": date(2003, 3, 1)}),
            ("明年", Status.CLOSED, {"year": 2005, "submitted_on": date(2005, 1, 1)}),
            ("草稿", Status.DRAFT, {"year": 2005}),
        ):
            make_proposal(proposer=proposer, title=title, status=status, **fields)

        self.assertEqual(
            titles(Proposal.objects.of_year(2004)),
            sorted(["当年", "十二月提交", "去年未办结", "草稿"]),
        )

    def test_a_reply_is_overdue_the_day_after_it_was_due(self):
        due = {"due_on": date(2004, 6, 12)}
        late = make_proposal(status=Status.SIGNED, **due)
        make_proposal(status=Status.REPLIED, **due)

        self.assertEqual(list(Proposal.objects.overdue(date(2004, 6, 12))), [])
        self.assertEqual(list(Proposal.objects.overdue(date(2004, 6, 13))), [late])

    def test_what_has_no_number_yet_stands_first(self):
        proposer = make_membership()
        first = make_proposal(proposer=proposer, status=Status.FILED, number=1)
        second = make_proposal(proposer=proposer, status=Status.FILED, number=2)
        submitted = make_proposal(proposer=proposer, status=Status.SUBMITTED)

        self.assertEqual(list(Proposal.objects.for_list()), [submitted, second, first])


class EarlierTests(TestCase):
    def test_only_filed_and_public_ones_of_the_own_county_are_shown(self):
        township = make_township()
        member = make_user(role=Role.MEMBER, township=township)
        neighbour = make_township(county=township.county)
        shown = make_proposal(
            township=neighbour, status=Status.CLOSED, title="关于整修里公路的提案"
        )
        make_proposal(township=neighbour, status=Status.CLOSED, title="关于修建水库的提案")
        make_proposal(township=neighbour, status=Status.SUBMITTED, title="关于里公路的提案")
        make_proposal(
            township=neighbour, status=Status.FILED, title="关于里公路的建议", is_public=False
        )
        make_proposal(status=Status.FILED, title="关于整修里公路的提案")

        self.assertEqual(Proposal.earlier_on("关于里公路塌方整修的建议", member), [shown])

    def test_nothing_is_like_nothing(self):
        make_proposal(status=Status.CLOSED)

        self.assertEqual(Proposal.earlier_on("", make_user(role=Role.MEMBER)), [])


class AlikeTests(SimpleTestCase):
    def test_the_words_that_every_title_has_do_not_count(self):
        others = [(1, "关于加强学校管理的建议"), (2, "关于进一步加强环境保护的提案")]

        self.assertEqual(alike("关于加强交通安全的提案", others), [])

    def test_the_likest_comes_first_and_five_are_enough(self):
        others = [(n, "整修公路") for n in range(1, 7)] + [(9, "整修里公路塌方")]

        self.assertEqual(alike("里公路塌方整修", others), [9, 1, 2, 3, 4])
