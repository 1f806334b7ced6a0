"""What the year counts: by the day of submission, of sending, of the step; boundary days too."""

from datetime import date

from django.test import TestCase

from counties.models import County
from counties.roles import Role
from cppcc import figures
from matters.models import Progress
from proposals.models import Cosigner, SuggestionItem
from proposals.workflow import ItemStatus, Status
from tests.factories import (
    make_follow_up,
    make_membership,
    make_proposal,
    make_suggestion,
    make_township,
    make_user,
)

FIRST, LAST = date(2004, 1, 1), date(2004, 12, 31)


class ProposalFigureTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.proposer = make_membership(township=cls.township)
        cls.other = make_membership(township=cls.township, name="肖阳")

    def number(self, key, level="township", owner=None):
        owner = owner or self.township.pk
        return figures.measure([key], level, [owner], FIRST, LAST)[key][owner]

    def proposal(self, status, on, **fields):
        return make_proposal(proposer=self.proposer, status=status, submitted_on=on, **fields)

    def test_the_first_and_the_last_day_of_the_year_count(self):
        inside = [self.proposal(Status.SUBMITTED, day) for day in (FIRST, LAST)]
        for day in (date(2003, 12, 31), date(2005, 1, 1)):
            self.proposal(Status.SUBMITTED, day)

        self.assertEqual(self.number("proposals"), 2)
        evidence = figures.REGISTRY["proposals"].evidence("township", self.township.pk, FIRST, LAST)
        self.assertEqual(set(evidence), set(inside))
        self.assertEqual(
            figures.lines(evidence.for_evidence()),
            ["2004年12月31日 关于整修里公路的建议", "2004年1月1日 关于整修里公路的建议"],
        )

    def test_the_calendar_counts_and_not_the_proposal_year(self):
        self.proposal(Status.SUBMITTED, date(2004, 12, 16), year=2005)

        self.assertEqual(self.number("proposals"), 1)

    def test_drafts_and_withdrawn_ones_do_not_count_and_declined_ones_do(self):
        make_proposal(proposer=self.proposer)
        self.proposal(Status.WITHDRAWN, FIRST)
        self.proposal(Status.DECLINED, FIRST)

        self.assertEqual((self.number("proposals"), self.number("proposals_filed")), (1, 0))

    def test_a_signature_beside_the_first_counts_apart(self):
        one, two = (self.proposal(Status.SUBMITTED, day) for day in (FIRST, LAST))
        draft = make_proposal(proposer=self.proposer)
        third = make_membership(township=self.township, name="何耒")
        for proposal, signer in ((one, self.other), (one, third), (two, third), (draft, third)):
            Cosigner.objects.create(county=proposal.county, proposal=proposal, membership=signer)
        members = [self.proposer.pk, self.other.pk, third.pk]

        counted = figures.measure(
            ["proposals", "proposals_cosigned"], "member", members, FIRST, LAST
        )

        self.assertEqual(
            {key: list(of.values()) for key, of in counted.items()},
            {"proposals": [2, 0, 0], "proposals_cosigned": [0, 1, 2]},
        )
        signed = figures.REGISTRY["proposals_cosigned"].evidence("member", third.pk, FIRST, LAST)
        self.assertEqual(set(signed), {one, two})

    def test_filed_ones_are_those_the_county_took_up(self):
        for status in (Status.SUBMITTED, Status.FILED, Status.SIGNED, Status.CLOSED):
            self.proposal(status, LAST)

        self.assertEqual((self.number("proposals"), self.number("proposals_filed")), (4, 3))

    def test_where_the_county_says_so_only_filed_ones_count(self):
        self.proposal(Status.SUBMITTED, FIRST)
        self.proposal(Status.FILED, FIRST)
        County.objects.filter(pk=self.township.county_id).update(proposals_counted="filed")

        self.assertEqual(self.number("proposals"), 1)

    def test_a_joint_one_counts_for_its_first_signer_only(self):
        joint = self.proposal(Status.FILED, FIRST)
        Cosigner.objects.create(county=self.township.county, proposal=joint, membership=self.other)

        counted = figures.measure(
            ["proposals"], "member", [self.proposer.pk, self.other.pk], FIRST, LAST
        )
        self.assertEqual(counted, {"proposals": {self.proposer.pk: 1, self.other.pk: 0}})
        self.assertEqual(self.number("proposals_per_member"), 0.5)

    def test_one_is_carried_out_in_the_year_of_its_step_whenever_it_was_submitted(self):
        clerk = make_user(role=Role.STAFF, township=self.township)
        for on, progress in (
            (LAST, Progress.DONE),
            (FIRST, Progress.UNDER_WAY),
            (date(2005, 1, 1), Progress.DONE),
            (date(2003, 12, 31), Progress.DONE),
            (LAST, Progress.PLANNED),
        ):
            follow_up = make_follow_up(township=self.township)
            follow_up.move(by=clerk, progress=progress, text="", on=on)
            self.proposal(Status.CLOSED, date(2003, 3, 1), follow_up=follow_up)

        self.assertEqual(self.number("proposals_carried_out"), 2)

    def test_two_steps_of_one_year_are_one_proposal_carried_out(self):
        clerk = make_user(role=Role.STAFF, township=self.township)
        follow_up = make_follow_up(township=self.township)
        follow_up.move(by=clerk, progress=Progress.UNDER_WAY, text="", on=FIRST)
        follow_up.move(by=clerk, progress=Progress.DONE, text="", on=LAST)
        self.proposal(Status.CLOSED, FIRST, follow_up=follow_up)

        self.assertEqual(self.number("proposals_carried_out"), 1)


class SuggestionFigureTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()

    def numbers(self):
        keys = ("suggestions", "suggestions_adopted", "adoption_rate")
        counted = figures.measure(keys, "township", [self.township.pk], FIRST, LAST)
        return tuple(counted[key][self.township.pk] for key in keys)

    def test_items_count_by_the_day_on_which_the_paper_was_sent(self):
        for day in (date(2003, 12, 31), FIRST, LAST, date(2005, 1, 1)):
            make_suggestion(township=self.township, on=day, items=("甲", "乙"))

        self.assertEqual(self.numbers(), (4, 0, 0))

    def test_partly_adopted_is_adopted(self):
        paper = make_suggestion(township=self.township, items=("甲", "乙", "丙", "丁"))
        statuses = (
            ItemStatus.ADOPTED,
            ItemStatus.PARTLY,
            ItemStatus.REFUSED,
            ItemStatus.ASSIGNED,
        )
        for item, status in zip(paper.items.all(), statuses, strict=True):
            SuggestionItem.objects.filter(pk=item.pk).update(status=status)
        make_suggestion()  # of another county

        self.assertEqual(self.numbers(), (4, 2, 50))

    def test_without_items_there_is_no_rate(self):
        self.assertEqual(self.numbers(), (0, 0, None))
