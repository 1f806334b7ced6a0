"""Who sees whom of the roster, and who serves on which day."""

from datetime import date

from django.test import TestCase

from counties.models import Term
from counties.roles import Role
from members.models import Honour, Member, Membership, Pairing
from tests.factories import (
    make_appointment,
    make_county,
    make_line,
    make_membership,
    make_term,
    make_township,
    make_unit,
    make_user,
)


class GateTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.ours = make_township(county=cls.county)
        cls.theirs = make_township(county=cls.county)
        cls.user = make_user(role=Role.MEMBER, township=cls.ours)
        cls.own = make_membership(township=cls.ours, name="赵云", user=cls.user)
        cls.colleague = make_membership(township=cls.ours, name="肖阳")
        cls.neighbour = make_membership(township=cls.theirs, name="何耒")
        cls.foreigner = make_membership(name="关山")

    def users(self) -> dict:
        unit = make_unit(county=self.county)
        return {
            "county": make_user(role=Role.COUNTY, county=self.county),
            "staff": make_user(role=Role.STAFF, township=self.ours),
            "leader": make_user(role=Role.LEADER, township=self.ours),
            "member": self.user,
            "unit": make_user(role=Role.UNIT, unit=unit),
            "nobody": make_user(),
        }

    def seen(self, queryset_of) -> dict:
        return {
            role: sorted(str(one) for one in queryset_of(user))
            for role, user in self.users().items()
        }

    def test_every_role_sees_exactly_its_part_of_the_roster(self):
        self.assertEqual(
            self.seen(Membership.objects.visible_to),
            {
                "county": ["何耒", "肖阳", "赵云"],
                "staff": ["肖阳", "赵云"],
                "leader": ["肖阳", "赵云"],
                "member": ["肖阳", "赵云"],
                "unit": [],
                "nobody": [],
            },
        )

    def test_a_member_sees_only_the_own_work(self):
        self.assertEqual(
            self.seen(lambda user: Membership.objects.visible_to(user).open_to(user)),
            {
                "county": ["何耒", "肖阳", "赵云"],
                "staff": ["肖阳", "赵云"],
                "leader": ["肖阳", "赵云"],
                "member": ["赵云"],
                "unit": [],
                "nobody": [],
            },
        )

    def test_persons_are_seen_by_the_offices_and_by_themselves(self):
        self.assertEqual(
            self.seen(Member.objects.visible_to),
            {
                "county": ["何耒", "肖阳", "赵云"],
                "staff": ["肖阳", "赵云"],
                "leader": [],
                "member": ["赵云"],
                "unit": [],
                "nobody": [],
            },
        )

    def test_records_about_a_person_are_seen_by_the_offices_and_the_member(self):
        for membership in (self.own, self.colleague, self.neighbour, self.foreigner):
            make_line("honours", membership=membership, title="优秀委员")

        self.assertEqual(
            self.seen(Honour.objects.visible_to),
            {
                "county": ["何耒：优秀委员", "肖阳：优秀委员", "赵云：优秀委员"],
                "staff": ["肖阳：优秀委员", "赵云：优秀委员"],
                "leader": ["肖阳：优秀委员", "赵云：优秀委员"],
                "member": ["赵云：优秀委员"],
                "unit": [],
                "nobody": [],
            },
        )

    def test_a_person_may_be_edited_by_the_office_of_a_township_they_belong_to(self):
        person = self.own.member
        theirs = make_user(role=Role.STAFF, township=self.theirs)

        may = {role: person.is_editable_by(user) for role, user in self.users().items()}

        self.assertEqual(
            may,
            {
                "county": False,
                "staff": True,
                "leader": False,
                "member": False,
                "unit": False,
                "nobody": False,
            },
        )
        self.assertFalse(person.is_editable_by(theirs))
        make_membership(township=self.theirs, member=person, term=self.own.term)
        self.assertTrue(person.is_editable_by(theirs))

    def test_whoever_acts_as_member_sees_the_own_work_in_the_township_they_act_for(self):
        elsewhere = make_membership(township=self.theirs, member=self.own.member)
        second = make_appointment(user=self.user, role=Role.MEMBER, township=self.theirs)
        seen = Membership.objects.visible_to(self.user).open_to(self.user)
        self.assertEqual(list(seen), [self.own])

        self.user.act_as(second.pk)

        seen = Membership.objects.visible_to(self.user).open_to(self.user)
        self.assertEqual(list(seen), [elsewhere])


class DayTests(TestCase):
    def serving(self, **fields) -> dict:
        membership = make_membership(**fields)
        years = {y: (date(y, 1, 1), date(y, 12, 31)) for y in (2003, 2004, 2005)}
        roster = Membership.objects.filter(pk=membership.pk)
        return {year: roster.serving(*days).exists() for year, days in years.items()}

    def test_the_boundary_days_of_the_year_belong_to_it(self):
        self.assertEqual(
            self.serving(joined_on=date(2004, 12, 31)), {2003: False, 2004: True, 2005: True}
        )
        self.assertEqual(
            self.serving(joined_on=date(2005, 1, 1)), {2003: False, 2004: False, 2005: True}
        )
        self.assertEqual(
            self.serving(joined_on=date(2003, 1, 1), left_on=date(2004, 1, 1)),
            {2003: True, 2004: True, 2005: False},
        )
        self.assertEqual(
            self.serving(joined_on=date(2003, 1, 1), left_on=date(2003, 12, 31)),
            {2003: True, 2004: False, 2005: False},
        )

    def test_a_member_serves_from_the_first_to_the_last_day(self):
        membership = make_membership(joined_on=date(2004, 3, 1), left_on=date(2004, 9, 30))
        days = [date(2004, 2, 29), date(2004, 3, 1), date(2004, 9, 30), date(2004, 10, 1)]

        self.assertEqual([membership.serves_on(on) for on in days], [False, True, True, False])

    def test_a_pairing_belongs_to_every_year_in_which_it_lasts(self):
        make_line("pairings", on=date(2003, 12, 31), ended_on=date(2005, 1, 1))
        years = range(2002, 2007)

        counted = [
            year
            for year in years
            if Pairing.objects.within(date(year, 1, 1), date(year, 12, 31)).exists()
        ]

        self.assertEqual(counted, [2003, 2004, 2005])

    def test_a_term_is_in_force_on_its_first_and_last_day(self):
        term = make_term(county=make_county())
        days = [date(2002, 12, 31), date(2003, 1, 1), date(2007, 12, 31), date(2008, 1, 1)]

        found = [list(Term.objects.filter(county=term.county).in_force(on)) for on in days]

        self.assertEqual(found, [[], [term], [term], []])


class PhoneTests(TestCase):
    def test_a_fellow_member_sees_the_beginning_and_the_end(self):
        numbers = ["13812341234", "5551234", ""]

        masked = [Member(phone=number).masked_phone for number in numbers]

        self.assertEqual(masked, ["138****1234", "555****", ""])
