"""The pages: lists, forms, moves and papers, and what happens when something goes wrong."""

from datetime import date

from django.contrib.messages import get_messages
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from counties.models import AnswerClass, ProposalCategory, RefusalReason
from counties.roles import Role
from cppcc import clock
from matters.models import FollowUp, FollowUpStep
from proposals.models import Cosigner, Proposal, Reply, Suggestion, SuggestionItem
from proposals.workflow import Status
from tests.factories import (
    grade,
    make_activity,
    make_follow_up,
    make_item,
    make_membership,
    make_proposal,
    make_reply,
    make_suggestion,
    make_township,
    make_unit,
    make_user,
)

TODAY = date(2004, 6, 14)


class ViewTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township(name="清溪镇")
        cls.county = cls.township.county
        cls.member = make_user(role=Role.MEMBER, township=cls.township, name="赵云")
        cls.own = make_membership(township=cls.township, user=cls.member, name="赵云")
        cls.clerk = make_user(role=Role.STAFF, township=cls.township, name="李梅")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county, name="黄强")
        cls.leader = make_user(role=Role.LEADER, township=cls.township, name="陈书记")
        cls.unit = make_unit(county=cls.county, name="交通局")
        cls.handler = make_user(role=Role.UNIT, unit=cls.unit, name="孙工")
        cls.stranger = make_user(role=Role.STAFF, county=cls.county)
        cls.category = ProposalCategory.objects.filter(county=cls.county).first()

    def setUp(self):
        at = clock.at(TODAY)
        at.__enter__()
        self.addCleanup(at.__exit__, None, None, None)

    def get(self, user, name, *args, **query):
        self.client.force_login(user)
        return self.client.get(reverse(f"proposals:{name}", args=args), query)

    def post(self, user, name, *args, **data):
        self.client.force_login(user)
        return self.client.post(reverse(f"proposals:{name}", args=args), data)

    def told(self, response):
        return [str(message) for message in get_messages(response.wsgi_request)]

    def proposal(self, status=Status.DRAFT, **fields):
        return make_proposal(proposer=self.own, status=status, **fields)

    def assert_same_queries(self, address, add):
        """The page takes as many queries for three rows as for one."""
        counts = []
        for rows in (1, 2):
            for _ in range(rows):
                add()
            with CaptureQueriesContext(
                connection,
            ) as queries:
                response = self.client.get(address)
            counts.append((response.context["page"].paginator.count, len(queries)))
        self.assertEqual(counts, [(1, counts[0][1]), (3, counts[0][1])])


class IndexTests(ViewTests):
    def titles(self, user, **query):
        return [one.title for one in self.get(user, "index", **query).context["page"]]

    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        def add():
            proposal = make_proposal(township=self.township, status=Status.SIGNED)
            for _ in range(2):
                Cosigner.objects.create(
                    county=self.county,
                    proposal=proposal,
                    membership=make_membership(township=self.township),
                )

        self.client.force_login(self.clerk)
        self.assert_same_queries(reverse("proposals:index"), add)

    def test_filters_stand_in_the_address(self):
        other = make_unit(county=self.county)
        politics = ProposalCategory.objects.filter(county=self.county)[1]
        for title, status, fields in (
            ("草稿", Status.DRAFT, {}),
            ("政治类", Status.FILED, {"category": politics}),
            ("超期", Status.SIGNED, {"handler": self.unit, "due_on": date(2004, 6, 13)}),
            ("没超期", Status.SIGNED, {"handler": other, "due_on": TODAY}),
        ):
            self.proposal(status, title=title, **fields)

        for query, expected in (
            ({"status": "filed"}, ["政治类"]),
            ({"category": politics.pk}, ["政治类"]),
            ({"handler": self.unit.pk}, ["超期"]),
            ({"overdue": "1"}, ["超期"]),
            ({"q": "超期"}, ["没超期", "超期"]),
            ({"q": "超期", "handler": other.pk}, ["没超期"]),
            ({"status": "replied"}, []),
        ):
            self.assertEqual(self.titles(self.clerk, **query), expected, query)

    def test_what_is_no_choice_is_no_filter(self):
        self.proposal(title="草稿", is_by_office=True)
        foreign = make_unit()

        for query in (
            {"status": "nothing"},
            {"category": "1e999"},
            {"handler": foreign.pk},
            {"handler": 2**63},
            {"overdue": "-1"},
            {"q": "\x00"},
            {"page": "x"},
        ):
            self.assertEqual(self.titles(self.clerk, **query), ["草稿"], query)

    def test_only_the_county_chooses_a_township(self):
        make_township(county=self.county)
        names = {
            user.name: [one["name"] for one in self.get(user, "index").context["filters"]]
            for user in (self.officer, self.clerk, self.handler)
        }

        common = ["status", "category", "handler"]
        self.assertEqual(
            names,
            {
                "黄强": [*common, "township", "overdue"],
                "李梅": [*common, "overdue"],
                "孙工": [*common, "overdue"],
            },
        )

    def test_who_writes_proposals_is_offered_to(self):
        offered = {
            user.name: self.get(user, "index").context["may_create"]
            for user in (self.member, self.clerk, self.officer, self.handler, self.leader)
        }

        self.assertEqual(
            offered, {"赵云": True, "李梅": True, "黄强": False, "孙工": False, "陈书记": False}
        )

    def test_the_list_shows_the_working_year(self):
        self.proposal(Status.CLOSED, title="去年", year=2003, submitted_on=date(2003, 3, 1))
        self.proposal(Status.CLOSED, title="今年")

        self.assertEqual(self.titles(self.clerk), ["今年"])


class WriteTests(ViewTests):
    def data(self, **changes):
        return {
            "title": "关于整修里公路的建议",
            "situation": "多处塌方。",
            "advice": "请列入计划。",
            "category": self.category.pk,
            "is_public": "on",
            **changes,
        }

    def test_a_member_hands_it_in_with_one_button_and_is_told_its_number(self):
        response = self.post(self.member, "create", **self.data())

        proposal = Proposal.objects.get()
        self.assertRedirects(response, proposal.get_absolute_url())
        self.assertEqual(
            (proposal.status, proposal.serial, proposal.submitted_on, proposal.proposer),
            (Status.SUBMITTED, 1, TODAY, self.own),
        )
        self.assertEqual(self.told(response), ["提案已提交。"])
        page = self.client.get(proposal.get_absolute_url())
        self.assertContains(page, "流水号：2004年第1号。")
        self.assertContains(page, "接下来由县政协审查。")

    def test_a_draft_gets_no_number(self):
        response = self.post(self.member, "create", **self.data(advice="", draft="1"))

        proposal = Proposal.objects.get()
        self.assertEqual((proposal.status, proposal.serial), (Status.DRAFT, None))
        self.assertEqual(self.told(response), ["草稿已保存，还没有提交。"])

    def test_the_clerk_enters_it_for_a_member_with_the_day_of_the_paper(self):
        data = self.data(proposer=self.own.pk, handed_in_on="2004-06-01")

        self.post(self.clerk, "create", **data)

        proposal = Proposal.objects.get()
        event = proposal.events.get()
        self.assertEqual(
            (proposal.submitted_on, event.on, event.actor_name, event.decided_by),
            (date(2004, 6, 1), date(2004, 6, 1), "李梅", "赵云"),
        )

    def test_what_is_wrong_is_told_at_the_field_and_nothing_typed_is_lost(self):
        response = self.post(self.member, "create", **self.data(title="", advice="请修。"))

        self.assertEqual(response.context["form"].errors, {"title": ["请填写。"]})
        self.assertContains(response, "请修。")
        self.assertEqual(Proposal.objects.count(), 0)

    def test_pressing_twice_hands_in_once(self):
        data = self.data(once="6b0b1c1e-7a57-4c1c-8a0e-0c6b2f0d4a11")

        first, second = (self.post(self.member, "create", **data) for _ in range(2))

        self.assertEqual(first.url, second.url)
        self.assertEqual(Proposal.objects.count(), 1)

    def test_a_draft_is_finished_and_handed_in(self):
        proposal = self.proposal(advice="", year=2004)

        self.post(self.member, "edit", proposal.pk, **self.data(version=1, title="关于公路"))

        stored = Proposal.objects.get(pk=proposal.pk)
        self.assertEqual(
            (stored.title, stored.advice, stored.status, stored.serial),
            ("关于公路", "请列入计划。", Status.SUBMITTED, 1),
        )

    def test_of_two_who_edit_the_second_loses_nothing_and_overwrites_nothing(self):
        proposal = self.proposal()
        Proposal.objects.get(pk=proposal.pk).revise(by=self.clerk, title="同事写的")

        response = self.post(
            self.member, "edit", proposal.pk, **self.data(version=1, title="我写的", draft="1")
        )

        self.assertContains(response, "这份材料刚刚被同事改过")
        self.assertContains(response, "我写的")
        self.assertEqual(Proposal.objects.get(pk=proposal.pk).title, "同事写的")

    def test_earlier_proposals_are_shown_and_nothing_typed_is_lost(self):
        colleague = make_membership(township=self.township, name="肖阳")
        earlier = make_proposal(
            township=make_township(county=self.county), status=Status.REPLIED, number=7
        )
        make_reply(proposal=earlier, text="已报省里立项。")

        response = self.post(
            self.member,
            "create",
            **self.data(title="里公路整修", advice="", cosigners=[colleague.pk], earlier="1"),
        )

        self.assertEqual(response.context["form"].earlier, [earlier])
        self.assertContains(response, "关于整修里公路的建议（2004年第7号，已答复）")
        self.assertContains(response, "答复：已报省里立项。")
        form = response.context["form"]
        self.assertEqual(form.is_bound, False)
        kept = {name: form[name].value() for name in ("title", "situation", "advice")}
        self.assertEqual(kept, {"title": "里公路整修", "situation": "多处塌方。", "advice": ""})
        self.assertEqual(form["cosigners"].value(), [str(colleague.pk)])
        self.assertEqual(Proposal.objects.count(), 1)

    def test_who_may_not_write_one_is_refused(self):
        for user in (self.officer, self.handler, self.leader):
            self.assertEqual(self.get(user, "create").status_code, 403)


class DetailTests(ViewTests):
    def test_a_draft_of_another_township_is_not_there(self):
        proposal = self.proposal()
        elsewhere = make_user(role=Role.MEMBER, township=self.township)

        for user in (self.stranger, elsewhere, self.officer, self.handler, self.leader):
            for name in ("detail", "edit", "promise"):
                self.assertEqual(self.get(user, name, proposal.pk).status_code, 404, name)
            for suffix in ("pdf", "docx"):
                paper = self.get(user, "paper", proposal.pk, "form", suffix)
                self.assertEqual(paper.status_code, 404, suffix)
            self.assertEqual(self.get(user, "act", proposal.pk, "submit").status_code, 404)

    def test_an_unknown_number_or_action_is_not_there(self):
        proposal = self.proposal()

        self.assertEqual(self.get(self.clerk, "detail", 2**63).status_code, 404)
        self.client.force_login(self.clerk)
        self.assertEqual(self.client.get(f"/proposals/{proposal.pk}/explode/").status_code, 404)

    def test_who_sees_but_may_not_is_told_so(self):
        submitted = self.proposal(Status.SUBMITTED)
        signer = make_user(role=Role.MEMBER, township=self.township)
        Cosigner.objects.create(
            county=self.county,
            proposal=submitted,
            membership=make_membership(township=self.township, user=signer),
        )

        self.assertEqual(self.get(signer, "detail", submitted.pk).status_code, 200)
        for user, action in (
            (signer, "withdraw"),
            (self.clerk, "file"),
            (self.member, "decline"),
            (self.officer, "withdraw"),
        ):
            response = self.post(user, "act", submitted.pk, action, version=1, on="2004-06-14")
            self.assertEqual(response.status_code, 403, action)
        self.assertEqual(self.get(self.member, "edit", submitted.pk).status_code, 403)
        self.assertEqual(Proposal.objects.get(pk=submitted.pk).status, Status.SUBMITTED)

    def test_the_reason_for_not_filing_is_always_shown(self):
        proposal = self.proposal(Status.SUBMITTED)
        reason = RefusalReason.objects.get(county=self.county, name="不属于本级职权")
        self.post(
            self.officer,
            "act",
            proposal.pk,
            "decline",
            version=1,
            on="2004-06-14",
            refusal=reason.pk,
            note="省道由省里负责。",
        )

        response = self.get(self.member, "detail", proposal.pk)

        self.assertContains(response, "不予立案，理由：不属于本级职权。")
        self.assertContains(response, "省道由省里负责。")

    def test_the_due_day_explains_itself_and_how_late_it_is(self):
        proposal = self.proposal(Status.SIGNED, handler=self.unit)

        response = self.get(self.handler, "detail", proposal.pk)

        self.assertContains(response, "交办 2004-03-12 + 3个月 = 2004-06-12")
        self.assertContains(response, "已过2天")

    def test_all_replies_stay_readable(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)
        make_reply(proposal=proposal, text="第一次答复", satisfaction=grade(self.county, "不满意"))
        make_reply(proposal=proposal, text="第二次答复")

        response = self.get(self.member, "detail", proposal.pk)

        self.assertContains(response, "第一次答复")
        self.assertContains(response, "第二次答复")
        self.assertContains(response, "<strong>委员反馈：</strong>不满意")

    def test_markup_is_shown_as_typed(self):
        proposal = self.proposal(situation="<b onclick=x>粗</b>")

        response = self.get(self.member, "detail", proposal.pk)

        self.assertContains(response, "&lt;b onclick=x&gt;粗&lt;/b&gt;")

    def test_papers_are_downloaded_under_the_name_of_the_matter(self):
        proposal = self.proposal(Status.FILED)

        pdf = self.get(self.member, "paper", proposal.pk, "form", "pdf")
        word = self.get(self.member, "paper", proposal.pk, "form", "docx")

        self.assertEqual((pdf.content[:5], word.content[:2]), (b"%PDF-", b"PK"))
        self.assertIn("%E5%85%B3%E4%BA%8E", pdf["Content-Disposition"])
        self.assertTrue(word["Content-Disposition"].startswith("attachment;"))

    def test_a_character_that_cannot_be_printed_is_named(self):
        proposal = self.proposal(situation="村名\U0001f600")

        response = self.get(self.member, "paper", proposal.pk, "form", "pdf")

        self.assertRedirects(response, proposal.get_absolute_url(), fetch_redirect_response=False)
        self.assertIn("\U0001f600", self.told(response)[0])


class ActTests(ViewTests):
    def move(self, user, proposal, action, **data):
        version = Proposal.objects.get(pk=proposal.pk).version
        data = {"version": version, "on": "2004-06-14", **data}
        return self.post(user, "act", proposal.pk, action, **data)

    def test_the_road_end_to_end_through_the_pages(self):
        proposal = self.proposal()
        answer = AnswerClass.objects.filter(county=self.county).first()
        steps = (
            (self.member, "submit", {}),
            (self.officer, "file", {}),
            (self.officer, "assign", {"handler": self.unit.pk}),
            (self.handler, "sign", {}),
            (self.handler, "reply", {"answer_class": answer.pk, "text": "列入计划。"}),
            (self.member, "contest", {"comment": "没有时间。"}),
            (self.handler, "reply", {"answer_class": answer.pk, "text": "六月修好。"}),
            (self.member, "accept", {"satisfaction": grade(self.county).pk}),
        )
        for user, action, data in steps:
            response = self.move(user, proposal, action, **data)
            self.assertRedirects(
                response, proposal.get_absolute_url(), fetch_redirect_response=False
            )
            self.assertEqual(self.get(user, "detail", proposal.pk).status_code, 200, action)

        stored = Proposal.objects.get(pk=proposal.pk)
        self.assertEqual((stored.status, stored.due_on), (Status.CLOSED, date(2004, 9, 14)))
        self.assertEqual(
            list(Reply.objects.order_by("pk").values_list("text", "satisfaction__name")),
            [("列入计划。", "不满意"), ("六月修好。", "满意")],
        )

    def test_every_action_shows_its_form(self):
        handled = {"handler": self.unit}
        for status, user, action, fields in (
            (Status.DRAFT, self.member, "submit", {}),
            (Status.SUBMITTED, self.clerk, "withdraw", {}),
            (Status.SUBMITTED, self.officer, "file", {}),
            (Status.SUBMITTED, self.officer, "decline", {}),
            (Status.FILED, self.officer, "assign", {}),
            (Status.ASSIGNED, self.handler, "hand_back", handled),
            (Status.ASSIGNED, self.officer, "sign", handled),
            (Status.SIGNED, self.handler, "reply", handled),
            (Status.REPLIED, self.clerk, "accept", handled),
            (Status.REPLIED, self.member, "contest", handled),
        ):
            proposal = self.proposal(status, **fields)
            response = self.get(user, "act", proposal.pk, action)
            self.assertEqual(response.context["form"].record, proposal, action)

    def test_an_unfinished_draft_is_not_handed_in_and_says_why(self):
        proposal = self.proposal(advice="")

        response = self.move(self.member, proposal, "submit")

        self.assertContains(response, "提案还没有写完")
        self.assertEqual(Proposal.objects.get(pk=proposal.pk).serial, None)

    def test_a_unit_that_hands_back_is_led_to_its_list(self):
        proposal = self.proposal(Status.ASSIGNED, handler=self.unit)

        response = self.move(self.handler, proposal, "hand_back", note="不属本局职责。")

        self.assertRedirects(response, reverse("proposals:index"))
        self.assertEqual(Proposal.objects.get(pk=proposal.pk).handler, None)

    def test_the_second_of_two_people_is_told_what_it_has_become(self):
        proposal = self.proposal(Status.SUBMITTED)
        colleague = make_user(role=Role.COUNTY, county=self.county)
        self.move(colleague, proposal, "file")

        response = self.post(self.officer, "act", proposal.pk, "file", version=1, on="2004-06-14")

        self.assertRedirects(response, proposal.get_absolute_url())
        self.assertEqual(Proposal.objects.get(pk=proposal.pk).number, 1)
        self.assertIn("现在是“已立案”", self.told(response)[-1])

    def test_the_office_names_the_member_for_whom_it_acts(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)
        make_reply(proposal=proposal)

        told = {"satisfaction": grade(self.county).pk}

        refused = self.move(self.clerk, proposal, "accept", **told)
        self.assertEqual(refused.context["form"].errors, {"decided_by": ["请填写。"]})
        self.move(
            self.clerk, proposal, "accept", satisfaction=grade(self.county).pk, decided_by="赵云"
        )

        event = Proposal.objects.get(pk=proposal.pk).events.get()
        self.assertEqual((event.actor_name, event.decided_by), ("李梅", "赵云"))

    def test_the_proposer_answers_with_one_tap_below_the_reply(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)
        make_reply(proposal=proposal)

        offered = {
            user.name: self.get(user, "detail", proposal.pk).context["rates"] != []
            for user in (self.member, self.clerk, self.officer, self.handler, self.leader)
        }

        self.assertEqual(
            offered, {"赵云": True, "李梅": False, "黄强": False, "孙工": False, "陈书记": False}
        )


class SuggestionTests(ViewTests):
    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        self.client.force_login(self.clerk)
        self.assert_same_queries(
            reverse("proposals:suggestions"), lambda: make_suggestion(township=self.township)
        )

    def test_the_number_of_queries_does_not_grow_with_the_items(self):
        counts = []
        for texts in (("甲",), ("甲", "乙", "丙")):
            suggestion = make_suggestion(township=self.township, items=texts)
            for item in suggestion.items.all():
                item.note_opinion(by=self.leader, note="请办。", on=TODAY)
                item.adopt(by=self.leader, on=TODAY)
                item.follow_up.move(by=self.clerk, progress="under_way", text="", on=TODAY)
            self.client.force_login(self.leader)
            with CaptureQueriesContext(connection) as queries:
                response = self.client.get(suggestion.get_absolute_url())
            self.assertEqual(len(response.context["rows"]), len(texts))
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])

    def test_the_clerk_enters_a_paper_item_by_item(self):
        response = self.post(
            self.clerk,
            "suggestion_create",
            title="关于集镇的建议",
            on="2004-06-10",
            addressee="镇党委",
            items="修建垃圾池\n装路灯",
        )

        suggestion = Suggestion.objects.get()
        self.assertRedirects(response, suggestion.get_absolute_url())
        self.assertEqual([item.text for item in suggestion.items.all()], ["修建垃圾池", "装路灯"])

    def test_the_form_offers_today_and_the_committee(self):
        form = self.get(self.clerk, "suggestion_create").context["form"]

        self.assertEqual((form["on"].value(), form["addressee"].value()), (TODAY, "镇党委"))

    def test_who_may_not_enter_one_is_refused(self):
        for user in (self.officer, self.leader, self.member, self.handler):
            self.assertEqual(self.get(user, "suggestion_create").status_code, 403)

    def test_a_paper_of_another_township_is_not_there(self):
        suggestion = make_suggestion(township=self.township)
        item = suggestion.items.first()

        for user in (self.stranger, self.member, self.handler):
            self.assertEqual(self.get(user, "suggestion", suggestion.pk).status_code, 404)
            self.assertEqual(self.get(user, "item_act", item.pk, "adopt").status_code, 404)

    def test_the_county_reads_it_and_does_not_answer_it(self):
        suggestion = make_suggestion(township=self.township)
        item = suggestion.items.first()

        response = self.get(self.officer, "suggestion", suggestion.pk)
        self.assertEqual([row["actions"] for row in response.context["rows"]], [[], []])
        self.assertEqual(self.get(self.officer, "item_act", item.pk, "adopt").status_code, 403)

    def test_an_item_goes_its_road_through_the_pages(self):
        item = make_item(township=self.township)
        for user, action, data in (
            (self.leader, "note_opinion", {"note": "请研究。"}),
            (self.clerk, "assign", {"unit_name": "城管办", "decided_by": "陈书记"}),
            (self.leader, "adopt_partly", {"note": "先修一处。"}),
        ):
            version = SuggestionItem.objects.get(pk=item.pk).version
            response = self.post(
                user, "item_act", item.pk, action, version=version, on="2004-06-14", **data
            )
            self.assertEqual(response.url, item.get_absolute_url(), action)

        page = self.get(self.clerk, "suggestion", item.suggestion_id)
        for text in ("请研究。", "办理单位：城管办", "先修一处。", "更新进展"):
            self.assertContains(page, text)


class FollowUpTests(ViewTests):
    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        def add():
            follow_up = make_follow_up(township=self.township)
            self.proposal(Status.CLOSED, follow_up=follow_up)
            make_item(township=self.township, follow_up=make_follow_up(township=self.township))

        self.client.force_login(self.clerk)
        counts = []
        for rows in (1, 2):
            for _ in range(rows):
                add()
            with CaptureQueriesContext(connection) as queries:
                response = self.client.get(reverse("proposals:followups"))
            counts.append((len(response.context["rows"]), len(queries)))
        self.assertEqual(counts, [(2, counts[0][1]), (6, counts[0][1])])

    def test_open_ones_of_any_year_lead_to_their_source(self):
        late = make_follow_up(township=self.township, title="公路", due_on=date(2003, 12, 31))
        road = self.proposal(Status.CLOSED, follow_up=late, year=2003)
        item = make_item(
            township=self.township, follow_up=make_follow_up(township=self.township, title="垃圾池")
        )
        done = make_follow_up(township=self.township, title="已办完", progress="done")
        self.proposal(Status.CLOSED, follow_up=done)
        make_follow_up(township=make_township(county=self.county), title="邻镇")

        response = self.get(self.clerk, "followups")

        self.assertEqual(
            [(row["follow_up"].title, row["source"]) for row in response.context["rows"]],
            [("公路", road), ("垃圾池", item)],
        )
        self.assertContains(response, "已超期", count=1)
        self.assertContains(response, f'href="{item.get_absolute_url()}"')

    def test_what_an_inspection_found_leads_to_it(self):
        activity = make_activity(township=self.township, feeds="inspection")
        follow_up = make_follow_up(township=self.township)
        activity.findings.create(
            county=self.county, township=self.township, text="漏水", follow_up=follow_up
        )

        response = self.get(self.clerk, "followups")
        self.assertEqual([row["source"] for row in response.context["rows"]], [activity])
        self.assertEqual(self.get(self.clerk, "progress", follow_up.pk).status_code, 200)
        self.assertEqual(self.get(self.officer, "progress", follow_up.pk).status_code, 403)

    def test_the_office_puts_a_promise_on_the_list(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)

        response = self.post(self.clerk, "promise", proposal.pk, due_on="2004-10-01")

        self.assertRedirects(response, proposal.get_absolute_url())
        follow_up = FollowUp.objects.get()
        self.assertEqual((follow_up.due_on, follow_up.unit_name), (date(2004, 10, 1), "交通局"))
        again = self.post(self.clerk, "promise", proposal.pk, due_on="")
        self.assertEqual(FollowUp.objects.count(), 1)
        self.assertIn("已经在跟踪", self.told(again)[-1])

    def test_a_day_that_is_none_is_told(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)

        response = self.post(self.clerk, "promise", proposal.pk, due_on="年底")

        self.assertEqual(list(response.context["form"].errors), ["due_on"])

    def test_neither_proposer_nor_unit_puts_it_there(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)

        for user in (self.member, self.handler, self.leader):
            self.assertEqual(self.post(user, "promise", proposal.pk).status_code, 403)
        self.assertEqual(FollowUp.objects.count(), 0)

    def test_progress_is_entered_and_leads_back_to_the_source(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)
        follow_up = proposal.promise(by=self.clerk)

        response = self.post(
            self.officer,
            "progress",
            follow_up.pk,
            version=1,
            progress="approved_above",
            level="省发改委",
            text="已立项。",
            on="2004-06-10",
        )

        self.assertRedirects(response, proposal.get_absolute_url(), fetch_redirect_response=False)
        step = FollowUpStep.objects.get()
        self.assertEqual(
            (step.on, step.progress, step.level, step.text, step.entered_by),
            (date(2004, 6, 10), "approved_above", "省发改委", "已立项。", "黄强"),
        )
        page = self.get(self.member, "detail", proposal.pk)
        self.assertContains(page, "省发改委")
        self.assertNotContains(page, "更新进展")

    def test_of_two_who_enter_progress_the_second_is_told(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)
        follow_up = proposal.promise(by=self.clerk)
        data = {"version": 1, "progress": "under_way", "text": "开工。", "on": "2004-06-10"}
        self.post(self.officer, "progress", follow_up.pk, **data)

        response = self.post(self.clerk, "progress", follow_up.pk, **data)

        self.assertIn("同事刚刚登记过进展", self.told(response)[-1])
        self.assertEqual(FollowUpStep.objects.count(), 1)

    def test_who_keeps_it_enters_progress(self):
        proposal = self.proposal(Status.REPLIED, handler=self.unit)
        of_proposal = proposal.promise(by=self.clerk)
        of_item = make_follow_up(township=self.township)
        make_item(township=self.township, follow_up=of_item)
        codes = {
            user.name: tuple(
                self.get(user, "progress", one.pk).status_code for one in (of_proposal, of_item)
            )
            for user in (self.clerk, self.officer, self.leader, self.member, self.handler)
        }

        self.assertEqual(
            codes,
            {
                "李梅": (200, 200),
                "黄强": (200, 403),
                "陈书记": (403, 403),
                "赵云": (404, 404),
                "孙工": (404, 404),
            },
        )
        self.assertEqual(self.get(self.stranger, "progress", of_item.pk).status_code, 404)
