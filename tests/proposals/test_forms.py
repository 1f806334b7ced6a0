"""The forms: who proposes, what a draft may lack, and what is refused at which field."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.test import TestCase

from counties.models import AnswerClass, ProposalCategory, RefusalReason
from counties.roles import Role
from cppcc import clock
from matters.forms import ProgressForm, PromiseForm
from proposals.forms.proposal import ProposalForm
from proposals.forms.road import ACTION_FORMS
from proposals.forms.suggestion import ITEM_FORMS, SuggestionForm
from proposals.models import Proposal
from proposals.workflow import Action, ItemAction, Status
from tests.factories import (
    grade,
    make_activity,
    make_county,
    make_follow_up,
    make_item,
    make_membership,
    make_proposal,
    make_township,
    make_unit,
    make_user,
)

TODAY = date(2004, 12, 16)


class FormTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.county = cls.township.county
        cls.member = make_user(role=Role.MEMBER, township=cls.township)
        cls.own = make_membership(township=cls.township, user=cls.member)
        cls.colleague = make_membership(township=cls.township, name="肖阳")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        cls.category = ProposalCategory.objects.filter(county=cls.county).first()
        cls.foreign_county = make_county()

    def setUp(self):
        at = clock.at(TODAY)
        at.__enter__()
        self.addCleanup(at.__exit__, None, None, None)

    def data(self, **changes):
        return {
            "title": "关于整修里公路的建议",
            "situation": "多处塌方。",
            "advice": "请列入计划。",
            "category": self.category.pk,
            "is_public": "on",
            **changes,
        }


class ProposalFormTests(FormTests):
    def test_a_member_proposes_in_the_own_name(self):
        form = ProposalForm(self.data(proposer=self.colleague.pk), user=self.member)

        self.assertEqual(form.errors, {})
        proposal = form.save()
        self.assertEqual(
            (proposal.proposer, proposal.township, proposal.year, proposal.status),
            (self.own, self.township, 2005, Status.DRAFT),
        )

    def test_somebody_who_is_no_member_now_cannot_propose(self):
        left = make_user(role=Role.MEMBER, township=self.township)
        make_membership(township=self.township, user=left, left_on=date(2004, 12, 15))

        with self.assertRaises(PermissionDenied):
            ProposalForm(user=left)

    def test_neither_county_nor_unit_nor_leader_writes_one(self):
        for role, place in (
            (Role.COUNTY, {"county": self.county}),
            (Role.UNIT, {"county": self.county}),
            (Role.LEADER, {"township": self.township}),
        ):
            with self.assertRaises(PermissionDenied):
                ProposalForm(user=make_user(role=role, **place))

    def test_the_office_chooses_among_the_serving_members_of_its_township(self):
        make_membership(township=self.township, name="离任", left_on=date(2004, 6, 1))
        make_membership(township=make_township(county=self.county), name="邻镇")

        form = ProposalForm(user=self.clerk)

        self.assertEqual(set(form.fields["proposer"].queryset), {self.own, self.colleague})

    def test_a_forged_proposer_of_another_township_is_refused(self):
        for township in (make_township(county=self.county), make_township()):
            foreign = make_membership(township=township)
            form = ProposalForm(self.data(proposer=foreign.pk), user=self.clerk)

            self.assertEqual(list(form.errors), ["proposer"])

    def test_forged_words_of_another_county_are_refused(self):
        foreign = {
            "category": ProposalCategory.objects.filter(county=self.foreign_county).first().pk,
            "suggested_unit": make_unit(county=self.foreign_county).pk,
            "cosigners": [make_membership(township=make_township()).pk],
        }

        form = ProposalForm(self.data(**foreign), user=self.member)

        self.assertEqual(set(form.errors), set(foreign))

    def test_a_draft_may_lack_its_text_but_what_is_handed_in_may_not(self):
        unfinished = self.data(situation="", advice="")

        handed_in = ProposalForm(unfinished, user=self.member)
        draft = ProposalForm({**unfinished, "draft": "1"}, user=self.member)

        self.assertEqual(handed_in.errors, {"situation": ["请填写。"], "advice": ["请填写。"]})
        self.assertEqual(draft.errors, {})

    def test_the_first_signer_does_not_sign_again(self):
        form = ProposalForm(
            self.data(proposer=self.own.pk, cosigners=[self.own.pk]), user=self.clerk
        )

        self.assertEqual(form.errors, {"cosigners": ["第一提案人不用再选为联名委员。"]})

    def test_those_who_sign_with_the_proposer_are_kept(self):
        form = ProposalForm(self.data(cosigners=[self.colleague.pk]), user=self.member)
        self.assertEqual(form.errors, {})

        proposal = form.save()

        self.assertEqual([c.membership for c in proposal.cosigners.all()], [self.colleague])
        again = ProposalForm(instance=proposal, user=self.member)
        self.assertEqual(again["cosigners"].initial, [self.colleague.pk])

    def test_a_paper_is_not_handed_in_tomorrow(self):
        data = self.data(proposer=self.own.pk, handed_in_on="2004-12-17")

        form = ProposalForm(data, user=self.clerk)

        self.assertEqual(form.errors, {"handed_in_on": ["日期不能晚于今天。"]})

    def test_the_office_hands_in_on_the_day_and_in_the_name_of_the_member(self):
        data = self.data(proposer=self.own.pk, handed_in_on="2004-11-30")
        form = ProposalForm(data, user=self.clerk)
        self.assertEqual(form.errors, {})
        form.save()

        self.assertEqual(
            form.handed_in(), {"on": date(2004, 11, 30), "decided_by": self.own.member.name}
        )

    def test_what_was_submitted_is_not_edited(self):
        proposal = make_proposal(proposer=self.own, status=Status.SUBMITTED)

        for user in (self.member, self.clerk, self.officer):
            with self.assertRaises(PermissionDenied):
                ProposalForm(instance=proposal, user=user)

    def test_of_two_who_edit_the_second_sees_both_texts(self):
        proposal = make_proposal(proposer=self.own)
        Proposal.objects.get(pk=proposal.pk).revise(by=self.clerk, title="关于里公路的建议")

        form = ProposalForm(
            self.data(title="关于公路的建议", version=1, draft="1"),
            instance=Proposal.objects.get(pk=proposal.pk),
            user=self.member,
        )

        self.assertEqual(form.errors, {})
        self.assertEqual(form.conflict()[0], ("案由", "关于里公路的建议", "关于公路的建议"))


class ActionFormTests(FormTests):
    def form(self, action, record, user, **data):
        data = {"version": record.version, "on": "2004-12-16", **data}
        forms = ACTION_FORMS if isinstance(action, Action) else ITEM_FORMS
        return forms[action](data, record=record, action=action, user=user)

    def test_words_of_another_county_are_refused(self):
        unit = make_unit(county=self.foreign_county)
        reason = RefusalReason.objects.filter(county=self.foreign_county).first()
        answer = AnswerClass.objects.filter(county=self.foreign_county).first()
        submitted = make_proposal(proposer=self.own, status=Status.SUBMITTED)
        filed = make_proposal(proposer=self.own, status=Status.FILED)
        signed = make_proposal(proposer=self.own, status=Status.SIGNED)
        cases = (
            (Action.DECLINE, submitted, {"refusal": reason.pk}),
            (Action.ASSIGN, filed, {"handler": unit.pk}),
            (Action.REPLY, signed, {"answer_class": answer.pk, "text": "已办。"}),
        )
        for action, record, data in cases:
            form = self.form(action, record, self.officer, decided_by="孙工", **data)
            self.assertEqual(list(form.errors), [next(iter(data))], action)

    def test_a_retired_reason_is_no_longer_offered(self):
        reason = RefusalReason.objects.filter(county=self.county).first()
        RefusalReason.objects.filter(pk=reason.pk).update(is_retired=True)
        record = make_proposal(proposer=self.own, status=Status.SUBMITTED)

        form = self.form(Action.DECLINE, record, self.officer, refusal=reason.pk)

        self.assertEqual(list(form.errors), ["refusal"])

    def test_who_accepts_is_not_unsatisfied(self):
        record = make_proposal(proposer=self.own, status=Status.REPLIED)
        values = (*(grade(self.county, n).pk for n in ("满意", "基本满意", "不满意")), "")

        accepted = [
            self.form(Action.ACCEPT, record, self.member, satisfaction=value).is_valid()
            for value in values
        ]

        self.assertEqual(accepted, [True, True, False, False])

    def test_who_is_not_satisfied_says_why(self):
        record = make_proposal(proposer=self.own, status=Status.REPLIED)

        form = self.form(Action.CONTEST, record, self.member)

        self.assertEqual(form.errors, {"comment": ["请填写。"]})

    def test_the_unit_the_proposer_had_in_mind_is_proposed(self):
        unit = make_unit(county=self.county)
        record = make_proposal(proposer=self.own, status=Status.FILED, suggested_unit=unit)

        form = ACTION_FORMS[Action.ASSIGN](record=record, action=Action.ASSIGN, user=self.officer)

        self.assertEqual(form["handler"].initial, unit.pk)

    def test_the_office_acts_in_the_name_of_the_proposer(self):
        record = make_proposal(proposer=self.own)

        form = ACTION_FORMS[Action.SUBMIT](record=record, action=Action.SUBMIT, user=self.clerk)
        own = ACTION_FORMS[Action.SUBMIT](record=record, action=Action.SUBMIT, user=self.member)

        self.assertEqual(form["decided_by"].initial, self.own.member.name)
        self.assertNotIn("decided_by", own.fields)

    def test_nothing_happens_tomorrow(self):
        record = make_proposal(proposer=self.own)

        form = self.form(Action.SUBMIT, record, self.member, on="2004-12-17")

        self.assertEqual(form.errors, {"on": ["日期不能晚于今天。"]})

    def test_a_note_and_a_refusal_say_what(self):
        item = make_item(township=self.township)
        leader = make_user(role=Role.LEADER, township=self.township)

        for action in (ItemAction.NOTE, ItemAction.REFUSE):
            form = self.form(action, item, leader, note="")
            self.assertEqual(form.errors, {"note": ["请填写。"]}, action)


class SuggestionFormTests(FormTests):
    def fill(self, **changes):
        data = {"title": "关于集镇的建议", "on": "2004-07-05", "addressee": "镇党委", **changes}
        return SuggestionForm(data, user=self.clerk)

    def test_every_line_is_an_item(self):
        form = self.fill(items="修建垃圾池\r\n\r\n  装路灯  \r\n清理河道\r\n")
        self.assertEqual(form.errors, {})

        suggestion = form.save()

        self.assertEqual(
            [(item.position, item.text, item.township) for item in suggestion.items.all()],
            [
                (1, "修建垃圾池", self.township),
                (2, "装路灯", self.township),
                (3, "清理河道", self.township),
            ],
        )

    def test_blank_lines_are_no_items(self):
        self.assertEqual(self.fill(items=" \n\n").errors, {"items": ["请填写。"]})

    def test_too_many_and_too_long_are_told_at_the_field(self):
        many, long = self.fill(items="条\n" * 51), self.fill(items="甲\n" + "字" * 2001)

        self.assertEqual(many.errors, {"items": ["一份最多50条，现在有51条，请分成几份。"]})
        self.assertEqual(long.errors, {"items": ["第2条超过2000字，请缩短。"]})

    def test_it_is_not_sent_tomorrow(self):
        form = self.fill(items="甲", on="2004-12-17")

        self.assertEqual(form.errors, {"on": ["日期不能晚于今天。"]})

    def test_a_source_of_another_township_is_refused(self):
        own = make_activity(township=self.township)
        neighbour = make_activity(township=make_township(county=self.county))

        self.assertEqual(self.fill(items="甲", source=own.pk).errors, {})
        self.assertEqual(list(self.fill(items="甲", source=neighbour.pk).errors), ["source"])

    def test_only_the_office_enters_them(self):
        leader = make_user(role=Role.LEADER, township=self.township)
        for user in (self.member, self.officer, leader):
            with self.assertRaises(PermissionDenied):
                SuggestionForm(user=user)


class ProgressFormTests(FormTests):
    def fill(self, **changes):
        data = {"version": 1, "progress": "under_way", "text": "已开工。", "on": "2004-12-16"}
        follow_up = make_follow_up(township=self.township)
        return ProgressForm({**data, **changes}, user=self.clerk, follow_up=follow_up)

    def test_a_project_of_a_higher_level_names_it(self):
        self.assertEqual(
            self.fill(progress="approved_above").errors,
            {"level": ["请填写由哪个上级单位立项。"]},
        )
        self.assertEqual(self.fill(progress="approved_above", level="县交通局").errors, {})

    def test_nothing_progresses_tomorrow(self):
        self.assertEqual(self.fill(on="2004-12-17").errors, {"on": ["日期不能晚于今天。"]})

    def test_a_promise_needs_no_day(self):
        self.assertEqual(PromiseForm({"due_on": ""}, user=self.clerk).errors, {})
        self.assertEqual(list(PromiseForm({"due_on": "明年"}, user=self.clerk).errors), ["due_on"])
