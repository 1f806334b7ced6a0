"""The road of a proposal and of an item: who may do what, and what each step leaves."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import SimpleTestCase, TestCase

from counties.models import AnswerClass, County, Deadline, RefusalReason
from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from cppcc.workflow import StaleRecordError
from matters.models import FollowUp, Progress
from proposals.forms.road import ACTION_FORMS
from proposals.forms.suggestion import ITEM_FORMS
from proposals.models import Cosigner, NumberCounter, Proposal, SuggestionItem
from proposals.workflow import ITEM_TRANSITIONS, TRANSITIONS, Action, ItemAction, ItemStatus, Status
from tests.factories import (
    grade,
    make_item,
    make_membership,
    make_proposal,
    make_reply,
    make_suggestion,
    make_township,
    make_unit,
    make_user,
)

DAY = date(2004, 3, 12)


class TableTests(SimpleTestCase):
    def test_every_action_has_a_rule_a_verb_and_a_form(self):
        tables = (
            (Proposal, Action, TRANSITIONS, ACTION_FORMS),
            (SuggestionItem, ItemAction, ITEM_TRANSITIONS, ITEM_FORMS),
        )
        for model, actions, rules, forms in tables:
            self.assertEqual(set(rules), set(actions))
            self.assertEqual(set(forms), set(actions))
            for action in actions:
                self.assertTrue(callable(getattr(model, action)), action)


class ProposalYearTests(SimpleTestCase):
    def years(self, *days, **fields):
        return [County(**fields).proposal_year(day) for day in days]

    def test_it_starts_on_the_first_of_december(self):
        days = (date(2004, 11, 30), date(2004, 12, 1), date(2004, 12, 31), date(2005, 1, 1))

        self.assertEqual(self.years(*days), [2004, 2005, 2005, 2005])

    def test_a_county_lets_it_start_on_another_day_or_with_the_calendar(self):
        days = (date(2004, 10, 31), date(2004, 11, 1), date(2005, 1, 1))

        self.assertEqual(self.years(*days, proposal_year_from="11-01"), [2004, 2005, 2005])
        self.assertEqual(self.years(*days, proposal_year_from="01-01"), [2004, 2004, 2005])


class People(TestCase):
    """A township with its clerk and a member, the county officer, and a unit."""

    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.county = cls.township.county
        cls.member = make_user(role=Role.MEMBER, township=cls.township, name="赵云")
        cls.proposer = make_membership(township=cls.township, user=cls.member, name="赵云")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county, name="黄强")
        cls.unit = make_unit(county=cls.county, name="交通局")
        cls.handler = make_user(role=Role.UNIT, unit=cls.unit, name="孙工")

    @classmethod
    def proposal(cls, status=Status.DRAFT, **fields):
        return make_proposal(proposer=cls.proposer, status=status, **fields)


class RoadTests(People):
    def test_a_proposal_goes_from_the_draft_to_the_accepted_answer(self):
        proposal = self.proposal()
        first_class = AnswerClass.objects.filter(county=self.county).first()

        proposal.submit(by=self.member, on=date(2004, 3, 1))
        proposal.file(by=self.officer, on=date(2004, 3, 10))
        proposal.assign(by=self.officer, on=DAY, handler=self.unit)
        proposal.sign(by=self.handler, on=date(2004, 3, 15))
        proposal.reply(
            by=self.handler,
            on=date(2004, 5, 20),
            answer_class=first_class,
            text="已列入计划。",
            contact="孙工 6221234",
        )
        proposal.accept(
            by=self.member,
            on=date(2004, 5, 25),
            satisfaction=grade(self.county, "基本满意"),
            comment="希望早日开工。",
        )

        stored = Proposal.objects.get(pk=proposal.pk)
        self.assertEqual(
            (stored.status, stored.year, stored.serial, stored.number, stored.submitted_on),
            (Status.CLOSED, 2004, 1, 1, date(2004, 3, 1)),
        )
        self.assertEqual(
            (stored.handler, stored.assigned_on, stored.due_on), (self.unit, DAY, date(2004, 6, 12))
        )
        reply = stored.replies.get()
        self.assertEqual(
            (reply.unit, reply.on, reply.answer_class, reply.text, reply.contact),
            (self.unit, date(2004, 5, 20), first_class, "已列入计划。", "孙工 6221234"),
        )
        self.assertEqual((reply.satisfaction.name, reply.comment), ("基本满意", "希望早日开工。"))
        self.assertEqual(
            [(event.action, event.actor_name, event.on.day) for event in stored.events.all()],
            [
                ("submit", "赵云", 1),
                ("file", "黄强", 10),
                ("assign", "黄强", 12),
                ("sign", "孙工", 15),
                ("reply", "孙工", 20),
                ("accept", "赵云", 25),
            ],
        )

    def test_who_is_not_satisfied_gets_a_second_answer_and_the_first_stays(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)
        first = make_reply(proposal=proposal)

        proposal.contest(by=self.member, comment="没有说什么时候修。", on=DAY)
        proposal.reply(
            by=self.handler, answer_class=first.answer_class, text="六月底前修好。", on=DAY
        )
        proposal.accept(by=self.member, satisfaction=grade(self.county), on=DAY)

        self.assertEqual(
            list(
                proposal.replies.order_by("pk").values_list("text", "satisfaction__name", "comment")
            ),
            [
                ("已列入今年的整修计划。", "不满意", "没有说什么时候修。"),
                ("六月底前修好。", "满意", ""),
            ],
        )

    def test_a_handed_back_proposal_waits_for_another_unit(self):
        proposal = self.proposal(Status.ASSIGNED, handler=self.unit)
        other = make_unit(county=self.county, name="水利局")

        proposal.hand_back(by=self.handler, note="不属本局职责。", on=DAY)
        self.assertEqual(
            (proposal.status, proposal.handler, proposal.due_on), (Status.FILED, None, None)
        )

        proposal.assign(by=self.officer, handler=other, on=DAY)
        self.assertEqual((proposal.status, proposal.handler), (Status.ASSIGNED, other))

    def test_a_declined_proposal_keeps_its_reason_and_gets_no_number(self):
        proposal = self.proposal(Status.SUBMITTED)
        reason = RefusalReason.objects.get(county=self.county, name="指名举报")

        proposal.decline(by=self.officer, refusal=reason, on=DAY)

        stored = Proposal.objects.get(pk=proposal.pk)
        self.assertEqual(
            (stored.status, stored.refusal, stored.number), (Status.DECLINED, reason, None)
        )
        self.assertEqual([event.note for event in stored.events.all()], ["指名举报"])

    def test_an_unfinished_draft_is_not_handed_in(self):
        proposal = self.proposal(advice="")

        with self.assertRaisesMessage(ValidationError, "提案还没有写完"):
            proposal.submit(by=self.member)

        self.assertEqual(Proposal.objects.get(pk=proposal.pk).status, Status.DRAFT)

    def test_it_belongs_to_the_proposal_year_of_the_day_it_was_handed_in(self):
        proposal = self.proposal(year=2004)

        proposal.submit(by=self.member, on=date(2004, 12, 1))

        stored = Proposal.objects.get(pk=proposal.pk)
        self.assertEqual((stored.year, stored.serial, stored.mark), (2005, 1, "流水号2005-1"))

    def test_the_second_of_two_people_is_told(self):
        proposal = self.proposal(Status.SUBMITTED)
        seen_by_a_colleague = Proposal.objects.get(pk=proposal.pk)
        proposal.file(by=self.officer)

        with self.assertRaises(StaleRecordError):
            seen_by_a_colleague.decline(
                by=self.officer, refusal=RefusalReason.objects.filter(county=self.county).first()
            )

    def test_the_limit_explains_itself_until_the_county_changes_it(self):
        proposal = self.proposal(Status.FILED)
        proposal.assign(by=self.officer, handler=self.unit, on=DAY)
        limit = Deadline.objects.get(county=self.county, key=Deadline.Key.REPLY)

        self.assertEqual(proposal.explain_due(), "交办 2004-03-12 + 3个月 = 2004-06-12")
        with clock.at(date(2004, 6, 14)):
            self.assertEqual(proposal.days_left, -2)

        Deadline.objects.filter(pk=limit.pk).update(amount=2)
        self.assertEqual((proposal.explain_due(), proposal.due_on), ("", date(2004, 6, 12)))


class WhoMayTests(People):
    def test_each_person_has_only_the_steps_that_are_theirs(self):
        other = make_user(role=Role.MEMBER, township=self.township)
        people = {
            "member": self.member,
            "clerk": self.clerk,
            "officer": self.officer,
            "unit": self.handler,
            "leader": make_user(role=Role.LEADER, township=self.township),
            "other": other,
            "elsewhere": make_user(role=Role.STAFF, county=self.county),
            "abroad": make_user(role=Role.COUNTY),
        }
        expected = {
            Status.DRAFT: {"member": {"submit"}, "clerk": {"submit"}},
            Status.SUBMITTED: {
                "member": {"withdraw"},
                "clerk": {"withdraw"},
                "officer": {"file", "decline"},
            },
            Status.FILED: {"officer": {"assign"}},
            Status.ASSIGNED: {"unit": {"hand_back", "sign"}, "officer": {"sign"}},
            Status.SIGNED: {"unit": {"reply"}, "officer": {"reply"}},
            Status.REPLIED: {
                "member": {"accept", "contest"},
                "clerk": {"accept", "contest"},
                "officer": {"accept"},
            },
            Status.CLOSED: {},
            Status.DECLINED: {},
            Status.WITHDRAWN: {},
        }
        for status in Status:
            handled = {Status.ASSIGNED, Status.SIGNED, Status.REPLIED, Status.CLOSED}
            fields = {"handler": self.unit} if status in handled else {}
            proposal = self.proposal(status, **fields)
            open_to = {who: set(proposal.actions_for(user)) for who, user in people.items()}
            self.assertEqual({k: v for k, v in open_to.items() if v}, expected[status], status)

    def test_a_unit_of_nothing_is_no_handler_of_an_unassigned_proposal(self):
        proposal = self.proposal(Status.FILED)

        self.assertEqual(proposal.parties(self.handler), set())

    def test_the_office_names_the_member_for_whom_it_enters_a_step(self):
        proposal = self.proposal()

        with self.assertRaises(ValidationError):
            proposal.submit(by=self.clerk, on=DAY)
        proposal.refresh_from_db()
        proposal.submit(by=self.clerk, on=DAY, decided_by="赵云")

        event = proposal.events.get()
        self.assertEqual((event.actor_name, event.decided_by), ("李梅", "赵云"))


class NumberTests(People):
    def test_numbers_follow_one_another_within_county_and_year(self):
        other_county = make_proposal(status=Status.SUBMITTED)
        numbers = []
        for year in (2004, 2004, 2005):
            proposal = self.proposal(Status.SUBMITTED, year=year)
            proposal.file(by=self.officer)
            numbers.append(proposal.number)
        other_county.file(by=make_user(role=Role.COUNTY, county=other_county.county))

        self.assertEqual([*numbers, other_county.number], [1, 2, 1, 1])

    def test_a_filing_that_fails_gives_its_number_again(self):
        stale = self.proposal(Status.SUBMITTED)
        Proposal.objects.filter(pk=stale.pk).update(version=7)

        with self.assertRaises(StaleRecordError):
            stale.file(by=self.officer)
        proposal = self.proposal(Status.SUBMITTED)
        proposal.file(by=self.officer)

        self.assertEqual(proposal.number, 1)
        counter = NumberCounter.objects.get(county=self.county, series="number", year=2004)
        self.assertEqual(counter.last, 1)

    def test_a_withdrawn_proposal_keeps_its_serial_number(self):
        first, second = self.proposal(), self.proposal()
        first.submit(by=self.member, on=DAY)
        first.withdraw(by=self.member, on=DAY)
        second.submit(by=self.member, on=DAY)

        self.assertEqual([first.serial, second.serial], [1, 2])

    def test_the_database_refuses_what_must_never_be(self):
        taken = self.proposal(Status.FILED, number=3, serial=4)
        faults = {
            "filed_proposal_has_number": {"status": Status.FILED},
            "assigned_proposal_has_handler": {"status": Status.ASSIGNED, "number": 9},
            "declined_proposal_has_reason": {"status": Status.DECLINED},
            "proposal_number_used_once": {"number": taken.number},
            "proposal_serial_used_once": {"serial": taken.serial},
        }
        for name, changes in faults.items():
            proposal = self.proposal()
            with self.assertRaisesMessage(IntegrityError, name), transaction.atomic():
                Proposal.objects.filter(pk=proposal.pk).update(**changes)

    def test_a_constraint_speaks_plainly(self):
        proposal = self.proposal()
        proposal.status = Status.FILED

        with self.assertRaises(ValidationError) as caught:
            proposal.validate_constraints()

        self.assertEqual(caught.exception.messages, ["立案的提案必须有提案号。"])


class CosignerTests(People):
    def test_those_who_sign_take_the_place_of_those_before(self):
        proposal = self.proposal()
        first, second = (make_membership(township=self.township, name=n) for n in ("肖阳", "何耒"))
        proposal.sign_jointly([first], by=self.member)

        proposal.sign_jointly([second], by=self.member)

        self.assertEqual(
            [one.membership for one in Cosigner.objects.filter(proposal=proposal)], [second]
        )
        acts = AuditEvent.objects.filter(action="sign_jointly", object_id=proposal.pk)
        self.assertEqual([act.actor_name for act in acts], ["赵云", "赵云"])


class PromiseTests(People):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.replied = cls.proposal(Status.REPLIED, handler=cls.unit)

    def test_it_stays_on_the_list_until_it_is_done(self):
        follow_up = self.replied.promise(by=self.clerk, due_on=date(2004, 10, 1))

        self.assertEqual(
            (follow_up.title, follow_up.unit_name, follow_up.due_on, follow_up.township),
            (self.replied.title, "交通局", date(2004, 10, 1), self.township),
        )
        self.assertEqual(Proposal.objects.get(pk=self.replied.pk).follow_up, follow_up)
        self.assertEqual(list(FollowUp.objects.open()), [follow_up])
        follow_up.move(by=self.clerk, progress=Progress.DONE, text="已通车。", on=DAY)
        self.assertEqual(list(FollowUp.objects.open()), [])

    def test_it_is_promised_once(self):
        self.replied.promise(by=self.officer)

        with self.assertRaises(StaleRecordError):
            self.replied.promise(by=self.officer)

        self.assertEqual(FollowUp.objects.count(), 1)

    def test_of_two_people_at_once_one_is_told_and_leaves_nothing(self):
        seen_by_a_colleague = Proposal.objects.get(pk=self.replied.pk)
        self.replied.promise(by=self.officer)

        with self.assertRaises(StaleRecordError):
            seen_by_a_colleague.promise(by=self.clerk)

        self.assertEqual(FollowUp.objects.count(), 1)

    def test_only_the_office_and_the_county_keep_it(self):
        for user in (self.member, self.handler, make_user(role=Role.STAFF)):
            with self.assertRaises(PermissionDenied):
                self.replied.promise(by=user)

    def test_nothing_is_promised_before_an_answer(self):
        signed = self.proposal(Status.SIGNED, handler=self.unit)

        with self.assertRaises(StaleRecordError):
            signed.promise(by=self.officer)


class ItemTests(People):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.leader = make_user(role=Role.LEADER, township=cls.township, name="陈书记")
        cls.item = make_item(township=cls.township)

    def test_an_item_goes_from_the_note_to_the_work(self):
        self.item.note_opinion(by=self.leader, note="请城管办研究。", on=DAY)
        self.item.assign(by=self.clerk, unit_name="城管办", on=DAY, decided_by="陈书记")
        self.item.adopt(by=self.leader, on=DAY)

        stored = SuggestionItem.objects.select_related("follow_up").get(pk=self.item.pk)
        self.assertEqual((stored.status, stored.unit_name), (ItemStatus.ADOPTED, "城管办"))
        follow_up = stored.follow_up
        self.assertEqual((follow_up.title, follow_up.unit_name), ("修建垃圾池", "城管办"))
        self.assertEqual(
            [(one.action, one.decided_by, one.note) for one in stored.events.all()],
            [
                ("note_opinion", "", "请城管办研究。"),
                ("assign", "陈书记", "城管办"),
                ("adopt", "", ""),
            ],
        )

    def test_what_is_partly_taken_up_is_followed_up_too(self):
        self.item.adopt_partly(by=self.leader, on=DAY, note="先修一处。")

        self.assertEqual(self.item.status, ItemStatus.PARTLY)
        self.assertEqual(FollowUp.objects.get().title, "修建垃圾池")

    def test_what_is_refused_tells_why_and_is_not_followed_up(self):
        self.item.refuse(by=self.leader, note="暂无经费。", on=DAY)

        stored = SuggestionItem.objects.get(pk=self.item.pk)
        self.assertEqual((stored.status, stored.follow_up), (ItemStatus.REFUSED, None))
        self.assertEqual([one.note for one in stored.events.all()], ["暂无经费。"])

    def test_every_item_of_a_paper_goes_its_own_way(self):
        suggestion = make_suggestion(township=self.township, items=("甲", "乙", "丙"))
        first, second, _ = suggestion.items.all()

        first.adopt(by=self.leader, on=DAY)
        second.refuse(by=self.leader, note="已经在办。", on=DAY)

        self.assertEqual(
            [(one.position, one.text, one.status) for one in suggestion.items.all()],
            [(1, "甲", "adopted"), (2, "乙", "refused"), (3, "丙", "sent")],
        )

    def test_neither_the_county_nor_another_town_answers_for_it(self):
        strangers = (self.officer, self.member, make_user(role=Role.LEADER, county=self.county))
        for user in strangers:
            self.assertEqual(self.item.actions_for(user), [])
            with self.assertRaises(PermissionDenied):
                self.item.adopt(by=user)
