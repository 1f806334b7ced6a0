"""What may be entered in the roster, and how it is told apart."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.forms.models import model_to_dict
from django.test import TestCase

from counties.models import Sector, Term
from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from cppcc.workflow import StaleRecordError
from members import logins
from members.forms.roster import PERSON, LeaveForm, MembershipForm
from members.models import Member, Membership
from tests.factories import make_county, make_membership, make_term, make_township, make_user


class RosterTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.township = make_township()
        cls.staff = make_user(role=Role.STAFF, township=cls.township)
        cls.term = make_term(county=cls.township.county)
        cls.sector = Sector.objects.filter(county=cls.township.county).first()

    def data(self, **typed) -> dict:
        return {
            "name": "赵云",
            "term": self.term.pk,
            "sector": self.sector.pk,
            "joined_on": "2003-01-01",
            **typed,
        }

    def form(self, instance=None, **typed) -> MembershipForm:
        return MembershipForm(self.data(**typed), user=self.staff, instance=instance)

    def edit(self, membership, **typed) -> MembershipForm:
        """The form as shown for this membership, with something typed over."""
        versions = {"version": membership.version, "person_version": membership.member.version}
        shown = model_to_dict(membership.member, PERSON) | {
            name: getattr(membership, name) or ""
            for name in ("post", "joined_on", "left_on", "left_why")
        }
        return self.form(Membership.objects.get(pk=membership.pk), **shown | versions | typed)


class EnterTests(RosterTestCase):
    def test_person_and_membership_are_entered_in_one_go(self):
        typed = {"sex": "m", "nation": "汉族", "party": "无党派", "phone": "13812341234"}
        typed["number"] = "0012"
        form = self.form(post="某厂厂长", born_in="1965-08", **typed)

        membership = form.save() if form.is_valid() else self.fail(form.errors)

        person = Member.objects.get()
        self.assertEqual(
            model_to_dict(person, [*PERSON, "user"]),
            {"name": "赵云", "born_in": "1965-08", "user": None, **typed},
        )
        self.assertEqual(
            (membership.member, membership.township, membership.county, membership.term),
            (person, self.township, self.township.county, self.term),
        )
        self.assertEqual(
            [(one.action, one.object_type) for one in AuditEvent.objects.order_by("pk")],
            [("enter", "members.member"), ("enter", "members.membership")],
        )

    def test_rare_and_long_names_come_back_as_typed(self):
        for name in ("𬭎㛃堃", "阿依古丽·买买提"):
            with self.subTest(name):
                form = self.form(name=name)
                membership = form.save() if form.is_valid() else self.fail(form.errors)

                self.assertEqual(Membership.objects.get(pk=membership.pk).member.name, name)

    def test_the_month_of_birth_is_kept_in_one_way_however_typed(self):
        wide = "１９６５．８"
        for typed in ("1965-08", "1965-8", "1965.08", "196508", "1965年8月", wide):
            with self.subTest(typed):
                form = self.form(born_in=typed)
                form.is_valid()

                self.assertEqual(form.cleaned_data.get("born_in"), "1965-08")

    def test_what_is_no_month_is_refused(self):
        for typed in ("65-08", "1965-13", "1965-00", "1965", "2005-01", "1899-12", "八月"):
            with self.subTest(typed):
                self.assertEqual(
                    self.form(born_in=typed).errors,
                    {"born_in": ["请按“年-月”填写出生年月，如 1965-08。"]},
                )

    def test_only_the_countys_sectors_and_the_terms_in_force_are_offered(self):
        make_term(
            county=self.township.county,
            name="第五届",
            first_on=date(1998, 1, 1),
            last_on=date(2002, 12, 31),
        )
        Sector.objects.filter(pk=self.sector.pk).update(is_retired=True)
        make_term(county=make_county())

        form = MembershipForm(user=self.staff)

        self.assertEqual(list(form.fields["term"].queryset), [self.term])
        self.assertEqual(form["term"].value(), self.term.pk)
        offered = list(form.fields["sector"].queryset)
        own = Sector.objects.filter(county=self.township.county).exclude(pk=self.sector.pk)
        self.assertEqual(offered, list(own))

    def test_a_forged_sector_or_term_of_another_county_is_refused(self):
        county = make_county()
        foreign_term = make_term(county=county)
        foreign_sector = Sector.objects.filter(county=county).first()

        form = self.form(term=foreign_term.pk, sector=foreign_sector.pk)

        self.assertEqual(set(form.errors), {"term", "sector"})

    def test_a_forged_township_changes_nothing(self):
        form = self.form(township=make_township(county=self.township.county).pk)

        membership = form.save() if form.is_valid() else self.fail(form.errors)

        self.assertEqual(membership.township, self.township)

    def test_only_the_townships_office_enters_members(self):
        for role in (Role.COUNTY, Role.MEMBER, Role.LEADER, Role.UNIT):
            user = make_user(role=role, county=self.township.county)
            with self.subTest(role), self.assertRaises(PermissionDenied):
                MembershipForm(self.data(), user=user)


class NamesakeTests(RosterTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.there = make_membership(township=cls.township, name="赵云", post="某厂厂长")

    def test_whoever_has_the_name_of_a_member_must_be_confirmed_to_be_another(self):
        form = self.form()

        self.assertEqual(
            form.errors,
            {"is_another": ["本乡镇已有同名的委员，请核对；确实是另一个人的，请勾选。"]},
        )
        hint = form.fields["is_another"].help_text
        self.assertIn(f'<a href="/members/{self.there.pk}/">赵云</a>', hint)
        self.assertIn(f"（{self.sector}，某厂厂长，2003年1月任职）", hint)

    def test_once_confirmed_both_are_there_as_two_people(self):
        form = self.form(is_another="on")

        membership = form.save() if form.is_valid() else self.fail(form.errors)

        self.assertNotEqual(membership.member, self.there.member)
        names = [one.member.name for one in Membership.objects.visible_to(self.staff)]
        self.assertEqual(names, ["赵云", "赵云"])

    def test_nothing_is_asked_of_another_name_or_of_one_of_another_township(self):
        make_membership(township=make_township(county=self.township.county), name="肖阳")

        self.assertNotIn("is_another", MembershipForm(user=self.staff).fields)
        for name in ("肖阳", "赵 云", "赵"):
            form = self.form(name=name)
            self.assertEqual((form.errors, "is_another" in form.fields), ({}, False))

    def test_a_namesake_who_was_confirmed_is_not_asked_about_at_every_edit(self):
        twin = make_membership(township=self.township, name="赵云")

        form = self.edit(twin, post="某店店长")

        self.assertEqual(form.errors, {})
        self.assertEqual(set(self.edit(twin, name="肖阳").errors), set())
        other = make_membership(township=self.township, name="肖阳")
        self.assertEqual(set(self.edit(other, name="赵云").errors), {"is_another"})


class EditTests(RosterTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.membership = make_membership(township=cls.township)

    def test_person_and_membership_are_changed_together(self):
        form = self.edit(self.membership, name="赵子龙", post="某店店长", phone="13900001111")

        form.save() if form.is_valid() else self.fail(form.errors)

        stored = Membership.objects.select_related("member").get()
        self.assertEqual(
            (stored.member.name, stored.member.phone, stored.post, stored.version),
            ("赵子龙", "13900001111", "某店店长", 2),
        )
        self.assertEqual(
            [
                (one.object_type, one.detail["fields"])
                for one in AuditEvent.objects.order_by("pk").filter(action="revise")
            ],
            [("members.member", "name, phone"), ("members.membership", "post")],
        )

    def test_an_edit_of_the_person_by_a_colleague_is_not_overwritten(self):
        form = self.edit(self.membership, phone="13900001111", post="某店店长")
        self.membership.member.revise(by=self.staff, phone="13700000000")
        self.assertEqual(form.errors, {})

        with self.assertRaises(StaleRecordError):
            form.save()

        stored = Membership.objects.select_related("member").get()
        self.assertEqual((stored.member.phone, stored.post), ("13700000000", "某厂厂长"))
        self.assertIn(("联系电话", "13700000000", "13900001111"), form.conflict())
        self.assertEqual(form.data["person_version"], 2)

    def test_a_term_and_a_sector_of_the_past_stay_with_the_record(self):
        past = make_term(
            county=self.township.county,
            name="第五届",
            first_on=date(1998, 1, 1),
            last_on=date(2002, 12, 31),
        )
        old = make_membership(township=self.township, name="肖阳", term=past)
        Sector.objects.filter(pk=old.sector_id).update(is_retired=True)

        form = self.edit(old, term=past.pk, sector=old.sector_id, post="某店店长")

        self.assertEqual(form.errors, {})

    def test_the_same_person_is_not_entered_twice_in_a_term(self):
        again = Membership(member=self.membership.member)

        self.assertEqual(
            self.form(again, name="赵云", person_version=1).errors,
            {"__all__": ["这位委员在本届本乡镇已经登记。"]},
        )

    def test_the_same_person_in_a_new_term_stays_one_person(self):
        term = make_term(
            county=self.township.county,
            name="第七届",
            first_on=date(2004, 12, 1),
            last_on=date(2009, 12, 31),
        )
        again = Membership(member=self.membership.member)
        form = self.form(again, term=term.pk, joined_on="2004-12-01", person_version=1)

        form.save() if form.is_valid() else self.fail(form.errors)

        self.assertEqual(Member.objects.count(), 1)
        self.assertEqual(
            list(Membership.objects.order_by("pk").values_list("term__name", flat=True)),
            ["第六届", "第七届"],
        )
        self.assertEqual(Term.objects.filter(county=self.township.county).count(), 2)


class LeaveTests(RosterTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.membership = make_membership(township=cls.township, joined_on=date(2004, 3, 1))

    def leave(self, left_on, left_why="调离本镇", **more) -> LeaveForm:
        typed = {"left_on": left_on, "left_why": left_why, "version": 1, **more}
        return LeaveForm(typed, instance=self.membership, user=self.staff)

    def test_the_day_and_the_reason_are_kept(self):
        form = self.leave("2004-03-01")

        form.save() if form.is_valid() else self.fail(form.errors)

        stored = Membership.objects.get()
        self.assertEqual((stored.left_on, stored.left_why), (date(2004, 3, 1), "调离本镇"))

    def test_the_login_stops_with_it_unless_the_office_lets_it_run(self):
        self.assertNotIn("stops_login", self.leave("2004-03-01").fields)  # there is none
        login = logins.invite_member(self.membership, by=self.staff)

        for ticked, is_stopped in (({}, False), ({"stops_login": "on"}, True)):
            form = self.leave("2004-03-01", version=self.membership.version, **ticked)
            form.save() if form.is_valid() else self.fail(form.errors)
            login.refresh_from_db()
            self.assertEqual(login.is_stopped, is_stopped)
            self.membership.refresh_from_db()

    def test_both_are_asked_for(self):
        self.assertEqual(
            self.leave("", "").errors, {"left_on": ["请填写。"], "left_why": ["请填写。"]}
        )

    def test_nobody_leaves_before_joining_or_after_today(self):
        self.assertEqual(
            self.leave("2004-02-29").errors, {"__all__": ["离任日期不能早于任职日期。"]}
        )
        self.assertEqual(self.leave("2004-12-17").errors, {"left_on": ["日期不能晚于今天。"]})

    def test_a_leaving_entered_by_mistake_is_taken_back_by_emptying_both(self):
        Membership.objects.filter(pk=self.membership.pk).update(
            left_on=date(2004, 6, 1), left_why="调离本镇"
        )
        left = Membership.objects.get()

        half = self.edit(left, left_on="")
        self.assertEqual(half.errors, {"left_why": ["清空了离任日期的，请同时清空离任原因。"]})
        form = self.edit(left, left_on="", left_why="")
        form.save() if form.is_valid() else self.fail(form.errors)

        stored = Membership.objects.get()
        self.assertEqual((stored.left_on, stored.left_why), (None, ""))
