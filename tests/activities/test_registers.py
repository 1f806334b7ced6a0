"""The registers: one set of pages for every kind of simple dated record."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models
from django.test import TestCase
from django.urls import reverse

from activities.models import Article, StudyNote, Visit
from activities.registers import ALL, REGISTERS, kept_for
from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from cppcc.workflow import StaleRecordError
from members.models import Pairing
from members.models.ledger import LedgerRecord
from tests.factories import (
    make_activity,
    make_county,
    make_incentive,
    make_line,
    make_membership,
    make_suggestion,
    make_township,
    make_unit,
    make_user,
)
from tests.queries import counted_queries

PERSONAL = {"visits", "contacts", "notes", "honours", "pairings", "engagements"}
LASTING = {"pairings", "engagements", "talents"}
TYPED = {
    "visits": {"form": "call", "visitors": "李梅", "demand": "希望修好路"},
    "contacts": {"form": "talk", "whom": "清溪村三组村民", "demand": "希望装路灯"},
    "notes": {"title": "学习体会", "text": "章程是根本。"},
    "articles": {"title": "委员视察", "outlet": "宜县日报", "level": "county"},
    "attention": {"kind": "note", "who": "镇党委书记", "text": "请认真办理。"},
    "consultations": {"decision": "集镇规划", "asked_by": "镇党委"},
    "research": {"title": "柑橘销路调研", "authors": "赵云"},
    "honours": {"title": "优秀委员", "is_award": "on"},
    "pairings": {"household": "王大爷", "kind": "needy"},
    "engagements": {"appointing_body": "县法院", "post": "民主监督员"},
    "talents": {"name": "周桔", "trade": "柑橘种植", "recommended_for": "农技培训讲师"},
}


class RegisterTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.other = make_township(county=cls.county, name="吕家坪镇")
        cls.staff = make_user(role=Role.STAFF, township=cls.township)
        cls.user = make_user(role=Role.MEMBER, township=cls.township)
        cls.zhao = make_membership(township=cls.township, user=cls.user)
        cls.xiao = make_membership(township=cls.township, name="肖阳")
        cls.neighbour = make_membership(township=cls.other, name="何耒")

    def setUp(self):
        self.client.force_login(self.staff)

    def line(self, key: str, **fields):
        """A line of our township, about 肖阳 where it is about a member."""
        if key in PERSONAL:
            fields = {"membership": self.xiao, **fields}
        else:
            fields = {"township": self.township, **fields}
        return make_line(key, **fields)

    def typed(self, key: str, **fields) -> dict:
        member = {"membership": self.xiao.pk} if key in PERSONAL else {}
        return {"on": "2004-06-01", **TYPED[key], **member, **fields}

    def form(self, key: str, user=None, instance=None, **fields):
        data = self.typed(key, **fields)
        return REGISTERS[key].form(data, user=user or self.staff, instance=instance)

    def get(self, name: str, /, *args, **query):
        return self.client.get(reverse(f"activities:{name}", args=args), query)

    def post(self, name: str, /, *args, **data):
        return self.client.post(reverse(f"activities:{name}", args=args), data)


class DataTests(RegisterTestCase):
    def test_every_kind_of_record_has_one_register_under_its_own_key(self):
        kinds = {
            model
            for base in LedgerRecord.__subclasses__()
            for model in [base, *base.__subclasses__()]
            if not model._meta.abstract
        }

        self.assertEqual({one.key: one.model for one in ALL}, {m.REGISTER: m for m in kinds})
        self.assertEqual(len(ALL), 11)

    def test_what_a_register_lists_and_searches_exists(self):
        for register in ALL:
            with self.subTest(register.key):
                self.assertLessEqual(set(register.columns), set(register.form._meta.fields))
                record = self.line(register.key)
                found = register.find(register.model.objects.all(), "没有的字")
                self.assertEqual(list(found), [])
                self.assertIsInstance(record._meta.get_field("on"), models.DateField)

    def test_each_role_has_the_registers_that_are_kept_for_it(self):
        unit = make_unit(county=self.county)
        users = {
            "county": make_user(role=Role.COUNTY, county=self.county),
            "staff": self.staff,
            "leader": make_user(role=Role.LEADER, township=self.township),
            "member": self.user,
            "unit": make_user(role=Role.UNIT, unit=unit),
            "nobody": make_user(),
        }
        every = {one.key for one in ALL}

        kept = {role: {one.key for one in kept_for(user)} for role, user in users.items()}

        self.assertEqual(
            kept,
            {
                "county": every,
                "staff": every,
                "leader": every,
                "member": PERSONAL,
                "unit": set(),
                "nobody": set(),
            },
        )


class GateTests(RegisterTestCase):
    def test_every_role_sees_exactly_its_part(self):
        unit = make_unit(county=self.county)
        users = {
            "county": make_user(role=Role.COUNTY, county=self.county),
            "staff": self.staff,
            "leader": make_user(role=Role.LEADER, township=self.township),
            "member": self.user,
            "unit": make_user(role=Role.UNIT, unit=unit),
            "nobody": make_user(),
        }
        for key, register in REGISTERS.items():
            if key in PERSONAL:
                own = make_line(key, membership=self.zhao)
                theirs = make_line(key, membership=self.neighbour)
            else:
                own = self.line(key)
                theirs = make_line(key, township=self.other)
            ours = {own, self.line(key)}
            make_line(key)  # of another county
            expected = {
                "county": ours | {theirs},
                "staff": ours,
                "leader": ours,
                "member": {own} if key in PERSONAL else set(),
                "unit": set(),
                "nobody": set(),
            }
            seen = {
                role: set(register.model.objects.visible_to(user)) for role, user in users.items()
            }
            self.assertEqual(seen, expected, key)

    def test_the_boundary_days_of_the_year_belong_to_it(self):
        for key in REGISTERS:
            days = [date(2003, 12, 31), date(2004, 1, 1), date(2004, 12, 31), date(2005, 1, 1)]
            ended = [date(2003, 12, 31), None, None, None] if key in LASTING else []
            lines = [
                self.line(key, on=on, **({"ended_on": ended[i]} if ended else {}))
                for i, on in enumerate(days)
            ]

            page = self.get("ledger", key).context["page"]

            self.assertEqual(list(page), [lines[2], lines[1]], key)


class PageTests(RegisterTestCase):
    def test_every_register_is_entered_shown_edited_and_deleted(self):
        for key, register in REGISTERS.items():
            with self.subTest(key):
                self.assertContains(self.get("ledger_create", key), f"登记{register.title}")
                entered = self.post("ledger_create", key, **self.typed(key))
                record = register.model.objects.get(county=self.county)
                self.assertRedirects(entered, record.get_absolute_url())
                self.assertEqual(record.township, self.township)
                self.assertContains(self.client.get(entered.url), register.title)
                self.assertContains(self.get("ledger", key), record.get_absolute_url())

                change = self.typed(key, on="2004-07-01", version=1)
                self.post("ledger_edit", key, record.pk, **change)
                record.refresh_from_db()
                self.assertEqual((record.on, record.version), (date(2004, 7, 1), 2))

                self.assertContains(self.get("ledger_delete", key, record.pk), "删除这一条")
                self.assertEqual(register.model.objects.count(), 1)
                deleted = self.post("ledger_delete", key, record.pk, version=2)
                self.assertRedirects(deleted, reverse("activities:ledger", args=[key]))
                self.assertEqual(register.model.objects.count(), 0)
                self.assertEqual(self.get("ledger_detail", key, record.pk).status_code, 404)

    def test_a_deleted_line_is_told_by_the_audit_trail(self):
        visit = self.line("visits")

        visit.remove(by=self.staff)

        row = AuditEvent.objects.latest("pk")
        self.assertEqual(
            (row.action, row.object_type, row.object_id, row.actor_id, row.on, row.detail),
            (
                "remove",
                "activities.visit",
                visit.pk,
                self.staff.pk,
                visit.on,
                {"was": "走访肖阳"},
            ),
        )

    def test_a_line_that_a_colleague_has_just_changed_is_not_deleted(self):
        visit = self.line("visits")
        Visit.objects.get().revise(by=self.staff, promise="修路")

        response = self.post("ledger_delete", "visits", visit.pk, version=1)

        self.assertRedirects(response, visit.get_absolute_url())
        self.assertEqual(Visit.objects.get().promise, "修路")
        with self.assertRaises(StaleRecordError):
            visit.remove(by=self.staff)

    def test_a_line_that_another_record_came_of_stays_and_says_so(self):
        visit = self.line("visits")
        make_suggestion(township=self.township, visit=visit)
        honour = make_incentive(membership=self.xiao).honour
        removed = AuditEvent.objects.filter(action="remove")

        for key, line in (("visits", visit), ("honours", honour)):
            response = self.post("ledger_delete", key, line.pk, version=1)

            address = line.get_absolute_url()
            self.assertRedirects(response, address, fetch_redirect_response=False)
            told = self.client.get(address)
            self.assertContains(told, "有别的记录由这一条而来，不能删除；可以修改。")
        self.assertEqual((Visit.objects.count(), removed.count()), (1, 0))

    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        county = make_user(role=Role.COUNTY, county=self.county)
        for user in (self.staff, county):
            self.client.force_login(user)
            for key, register in REGISTERS.items():
                register.model.objects.all().delete()
                counts = []
                for rows in (1, 3):
                    while register.model.objects.count() < rows:
                        self.line(key)
                    with counted_queries() as queries:
                        page = self.get("ledger", key).context["page"]
                    self.assertEqual(len(page), rows)
                    counts.append(len(queries))
                self.assertEqual(counts[0], counts[1], key)

    def test_the_overview_shows_the_latest_lines_of_each_at_a_constant_price(self):
        counts = []
        for rows in (1, 4):
            for key, register in REGISTERS.items():
                while register.model.objects.count() < rows:
                    self.line(key, on=date(2004, 1, 1 + register.model.objects.count()))
            with counted_queries() as queries:
                ledgers = self.get("ledgers").context["ledgers"]
            counts.append(len(queries))

        days = {
            one["register"].key: [row["record"].on.day for row in one["rows"]] for one in ledgers
        }
        self.assertEqual(days, {key: [4, 3, 2] for key in REGISTERS})
        self.assertEqual(counts[0], counts[1])

    def test_a_search_finds_what_stands_in_a_line(self):
        found = self.line("visits", demand="希望修好进村的路")
        self.line("visits", demand="希望通自来水")
        by_name = make_line("visits", membership=self.zhao, demand="")

        self.assertEqual(list(self.get("ledger", "visits", q="进村").context["page"]), [found])
        self.assertEqual(list(self.get("ledger", "visits", q="赵云").context["page"]), [by_name])
        nothing = self.get("ledger", "visits", q="没有")
        self.assertContains(nothing, "没有符合条件的记录。")
        self.assertEqual(len(self.get("ledger", "visits", q="\x00 ").context["page"]), 3)

    def test_the_county_chooses_a_township_and_is_told_whose_line_it_is(self):
        ours = self.line("articles")
        make_line("articles", township=self.other)
        self.client.force_login(make_user(role=Role.COUNTY, county=self.county))

        response = self.get("ledger", "articles", township=self.township.pk)

        self.assertEqual(list(response.context["page"]), [ours])
        self.assertContains(response, '<td data-label="乡镇" class="short">清溪镇</td>', html=True)
        self.assertContains(self.client.get(ours.get_absolute_url()), "清溪镇")

    def test_an_unknown_register_is_no_page(self):
        self.assertEqual(self.client.get("/activities/registers/secrets/").status_code, 404)
        self.assertEqual(self.client.get("/activities/registers/visits/1/erase/").status_code, 404)

    def test_a_link_from_a_members_page_chooses_the_member(self):
        create = self.get("ledger_create", "honours", membership=self.xiao.pk)

        self.assertEqual(str(create.context["form"]["membership"].value()), str(self.xiao.pk))
        self.assertEqual(self.get("ledger_create", "honours", membership="x").status_code, 200)

    def test_the_address_of_an_article_is_a_link_and_its_text_no_markup(self):
        article = self.line("articles", link="https://example.org/a", title="<b>委员</b>")

        response = self.client.get(article.get_absolute_url())

        self.assertContains(response, 'href="https://example.org/a"')
        self.assertNotContains(response, "<b>")


class FormTests(RegisterTestCase):
    def test_a_forged_member_of_another_township_is_refused(self):
        for key in PERSONAL:
            for membership in (self.neighbour, make_membership()):
                form = self.form(key, membership=membership.pk)
                self.assertEqual(set(form.errors), {"membership"}, key)

    def test_a_forged_activity_of_another_township_is_refused(self):
        theirs = make_activity(township=self.other)
        ours = make_activity(township=self.township)
        county_event = make_activity(county=self.county)

        self.assertEqual(set(self.form("notes", activity=theirs.pk).errors), {"activity"})
        self.assertEqual(self.form("notes", activity=ours.pk).errors, {})
        self.assertEqual(self.form("notes", activity=county_event.pk).errors, {})
        research = make_activity(township=self.other, feeds="research")
        self.assertEqual(set(self.form("research", activity=research.pk).errors), {"activity"})

    def test_a_forged_township_changes_nothing(self):
        form = self.form("articles", township=self.other.pk)

        article = form.save() if form.is_valid() else self.fail(form.errors)

        self.assertEqual(article.township, self.township)

    def test_a_day_that_lies_ahead_is_no_fact(self):
        for key in REGISTERS:
            self.assertEqual(
                self.form(key, on="2004-12-17").errors.get("on"), ["日期不能晚于今天。"], key
            )
            self.assertEqual(self.form(key, on="2004-12-16").errors, {}, key)

    def test_a_visit_belongs_to_the_days_on_which_the_member_served(self):
        late = make_membership(
            township=self.township,
            name="关山",
            joined_on=date(2004, 3, 1),
            left_on=date(2004, 9, 30),
        )
        message = "这一天不在这位委员的任职期内（2004年3月1日至2004年9月30日），请核对日期和委员。"

        for on, errors in {
            "2004-02-29": {"on": [message]},
            "2004-03-01": {},
            "2004-09-30": {},
            "2004-10-01": {"on": [message]},
        }.items():
            self.assertEqual(self.form("visits", membership=late.pk, on=on).errors, errors, on)
        self.assertEqual(self.form("pairings", membership=late.pk, on="2004-02-29").errors, {})

    def test_nothing_ends_before_it_begins(self):
        for key in LASTING:
            form = self.form(key, ended_on="2004-05-31")
            self.assertEqual(form.errors, {"ended_on": ["结束日期不能早于开始日期。"]})
            self.assertEqual(self.form(key, ended_on="2004-06-01").errors, {})

    def test_namesakes_are_told_apart_in_the_choice_of_members(self):
        make_membership(township=self.township, name="赵云", post="", left_on=date(2004, 6, 1))

        labels = [
            label
            for _, label in REGISTERS["visits"].form(user=self.staff)["membership"].field.choices
        ]

        sector = self.zhao.sector
        self.assertEqual(
            labels[1:],
            [
                f"肖阳（第六届，{sector}，某厂厂长）",
                f"赵云（第六届，{sector}，某厂厂长）",
                f"赵云（第六届，{sector}，2004年6月1日离任）",
            ],
        )

    def test_rare_names_and_long_texts_come_back_as_typed(self):
        text = "𬭎㛃堃与阿依古丽·买买提" * 100
        form = self.form("notes", title="𬭎㛃堃", text=text)

        note = form.save() if form.is_valid() else self.fail(form.errors)

        stored = StudyNote.objects.get(pk=note.pk)
        self.assertEqual((stored.title, stored.text), ("𬭎㛃堃", text))

    def test_an_address_that_is_no_web_page_is_refused(self):
        self.assertEqual(set(self.form("articles", link="javascript:alert(1)").errors), {"link"})
        form = self.form("articles", link="example.org/a")
        self.assertEqual((form.errors, form.cleaned_data["link"]), ({}, "https://example.org/a"))


class RightsTests(RegisterTestCase):
    def statuses(self, user, record, key: str) -> list[int]:
        """list, create, detail, edit, delete (asked), delete (done)"""
        self.client.force_login(user)
        one = (key, record.pk)
        return [
            self.get("ledger", key).status_code,
            self.get("ledger_create", key).status_code,
            self.get("ledger_detail", *one).status_code,
            self.get("ledger_edit", *one).status_code,
            self.get("ledger_delete", *one).status_code,
            self.post("ledger_delete", *one, version=9).status_code,
        ]

    def test_who_may_not_is_refused_and_a_stranger_finds_nothing(self):
        unit = make_unit(county=self.county)
        users = {
            "county": make_user(role=Role.COUNTY, county=self.county),
            "leader": make_user(role=Role.LEADER, township=self.township),
            "colleague": self.user,
            "unit": make_user(role=Role.UNIT, unit=unit),
            "neighbour": make_user(role=Role.STAFF, township=self.other),
            "foreign county": make_user(role=Role.COUNTY),
        }
        for key in REGISTERS:
            record = self.line(key)
            writes = 200 if key == "notes" else 403
            self.assertEqual(
                {name: self.statuses(user, record, key) for name, user in users.items()},
                {
                    "county": [200, 403, 200, 403, 403, 403],
                    "leader": [200, 403, 200, 403, 403, 403],
                    "colleague": [200, writes, 404, 404, 404, 404],
                    "unit": [200, 403, 404, 404, 404, 404],
                    "neighbour": [200, 200, 404, 404, 404, 404],
                    "foreign county": [200, 403, 404, 404, 404, 404],
                },
                key,
            )
            self.assertEqual(REGISTERS[key].model.objects.count(), 1)

    def test_a_member_reads_the_own_lines_and_writes_only_the_own_notes(self):
        for key in PERSONAL:
            own = make_line(key, membership=self.zhao)
            rights = [200, 200, 200, 302] if key == "notes" else [403, 403, 403, 403]
            found = self.statuses(self.user, own, key)
            self.assertEqual([found[0], found[2]], [200, 200], key)
            self.assertEqual([found[1], *found[3:]], rights, key)

    def test_a_member_enters_a_note_of_the_own_and_none_of_a_colleague(self):
        form = REGISTERS["notes"].form(user=self.user)
        self.assertEqual(form["membership"].value(), self.zhao.pk)

        forged = self.form("notes", user=self.user, membership=self.xiao.pk)
        own = self.form("notes", user=self.user, membership=self.zhao.pk)
        note = own.save() if own.is_valid() else self.fail(own.errors)

        self.assertEqual(set(forged.errors), {"membership"})
        self.assertEqual((note.membership, note.township), (self.zhao, self.township))
        colleagues = self.line("notes")
        with self.assertRaises(PermissionDenied):
            REGISTERS["notes"].form(user=self.user, instance=colleagues)

    def test_an_article_and_a_pairing_are_no_business_of_a_member(self):
        for key, model in (("articles", Article), ("pairings", Pairing)):
            self.client.force_login(self.user)
            response = self.post("ledger_create", key, **self.typed(key))
            self.assertEqual((response.status_code, model.objects.count()), (403, 0))
