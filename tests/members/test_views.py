"""The pages of the roster, as each role sees them."""

from datetime import date

from django.test import TestCase
from django.urls import reverse

from counties.models import Sector
from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from members.models import Member, Membership
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_line,
    make_membership,
    make_term,
    make_township,
    make_unit,
    make_user,
)
from tests.queries import counted_queries

PRIVATE = {"phone": "13812341234", "born_in": "1965-08", "party": "无党派", "nation": "汉族"}


class PageTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.township = make_township(county=cls.county, name="清溪镇")
        cls.other = make_township(county=cls.county, name="吕家坪镇")
        cls.staff = make_user(role=Role.STAFF, township=cls.township)

    def setUp(self):
        self.client.force_login(self.staff)

    @classmethod
    def membership(cls, township=None, name="赵云", user=None, **fields) -> Membership:
        person = Member.objects.create(county=cls.county, name=name, user=user, **PRIVATE)
        return make_membership(township=township or cls.township, member=person, **fields)

    def status(self, name, *args, user=None, post=False) -> int:
        if user:
            self.client.force_login(user)
        send = self.client.post if post else self.client.get
        return send(reverse(f"members:{name}", args=args)).status_code


class IndexTests(PageTestCase):
    def names(self, **query) -> list[str]:
        page = self.client.get(reverse("members:index"), query).context["page"]
        return [membership.member.name for membership in page]

    def test_the_roster_is_that_of_the_working_year(self):
        self.membership(name="赵云")
        self.membership(name="肖阳", joined_on=date(2004, 12, 31))
        self.membership(name="何耒", left_on=date(2004, 1, 1))
        self.membership(name="旧人", left_on=date(2003, 12, 31))
        self.membership(name="新人", joined_on=date(2005, 1, 1))
        self.membership(name="邻人", township=self.other)

        self.assertEqual(self.names(), ["何耒", "肖阳", "赵云"])
        self.client.post(reverse("year"), {"year": 2005})
        self.assertEqual(self.names(), ["新人", "肖阳", "赵云"])

    def test_sector_and_search_narrow_it_and_nonsense_does_not(self):
        sector = Sector.objects.filter(county=self.county).last()
        self.membership(name="赵云", sector=sector)
        self.membership(name="肖阳", post="某店店长")

        self.assertEqual(self.names(sector=sector.pk), ["赵云"])
        self.assertEqual(self.names(q="店长"), ["肖阳"])
        self.assertEqual(self.names(q="赵"), ["赵云"])
        self.assertEqual(self.names(sector="x", township="9" * 30, q="\x00"), ["肖阳", "赵云"])

    def test_the_county_reads_all_townships_and_may_choose_one(self):
        self.membership(name="赵云")
        self.membership(name="肖阳", township=self.other)
        make_membership(name="外县人")
        self.client.force_login(make_user(role=Role.COUNTY, county=self.county))

        self.assertEqual(self.names(), ["肖阳", "赵云"])  # by township, then by name
        self.assertEqual(self.names(township=self.township.pk), ["赵云"])
        self.assertContains(self.client.get(reverse("members:index")), "吕家坪镇")

    def test_a_member_reads_names_sectors_and_posts_only(self):
        self.membership(name="赵云", left_on=date(2004, 6, 1))
        self.client.force_login(make_user(role=Role.MEMBER, township=self.township))

        response = self.client.get(reverse("members:index"))

        self.assertContains(response, "某厂厂长")
        for hidden in ("2003年1月1日", "2004年6月1日", "13812341234", "1965-08"):
            self.assertNotContains(response, hidden)
        self.client.force_login(self.staff)
        self.assertContains(self.client.get(reverse("members:index")), "2004年6月1日离任")

    def test_a_unit_and_a_stranger_find_nobody(self):
        self.membership()
        for user in (make_user(role=Role.UNIT, unit=make_unit(county=self.county)), make_user()):
            self.client.force_login(user)
            self.assertEqual(self.names(), [])

    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        for role in (Role.STAFF, Role.COUNTY):
            self.client.force_login(
                make_user(
                    role=role,
                    county=self.county,
                    township=self.township if role == "staff" else None,
                )
            )
            Membership.objects.all().delete()
            counts = []
            for rows in (1, 3):
                while Membership.objects.count() < rows:
                    self.membership(name=f"赵云{Membership.objects.count()}")
                with counted_queries() as queries:
                    self.assertEqual(len(self.names()), rows)
                counts.append(len(queries))
            self.assertEqual(counts[0], counts[1], role)


class DetailTests(PageTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.user = make_user(role=Role.MEMBER, township=cls.township)
        cls.zhao = cls.membership(name="赵云", user=cls.user)
        for register in ("honours", "pairings", "engagements"):
            make_line(register, membership=cls.zhao)

    def page(self, user):
        self.client.force_login(user)
        return self.client.get(reverse("members:detail", args=[self.zhao.pk]))

    def shown(self, user) -> dict:
        text = self.page(user).content.decode()
        marks = {
            "phone": "13812341234",
            "masked": "138****1234",
            "born": "1965-08",
            "party": "无党派",
            "joined": "2003年1月1日",
            "honour": "县优秀政协委员",
            "support": "王大爷（困难户）",
            "engagement": "县法院民主监督员",
            "rate": "出席率",
            "post": "某厂厂长",
        }
        return {name for name, mark in marks.items() if mark in text}

    def test_each_role_reads_as_much_as_it_needs(self):
        work = {"joined", "honour", "support", "engagement", "rate", "post"}
        private = {"phone", "born", "party"}
        leader = make_user(role=Role.LEADER, township=self.township)
        colleague = make_user(role=Role.MEMBER, township=self.township)

        self.assertEqual(self.shown(self.staff), work | private)
        self.assertEqual(
            self.shown(make_user(role=Role.COUNTY, county=self.county)), work | private
        )
        self.assertEqual(self.shown(self.user), work | private)
        self.assertEqual(self.shown(leader), work | {"masked"})
        self.assertEqual(self.shown(colleague), {"post", "masked"})

    def test_whoever_reads_what_is_private_leaves_a_row_in_the_audit_trail(self):
        colleague = make_user(role=Role.MEMBER, township=self.township)

        self.page(self.staff)
        self.page(colleague)

        rows = AuditEvent.objects.values_list("action", "actor_id", "object_id")
        self.assertEqual(list(rows), [("view_person", self.staff.pk, self.zhao.pk)])

    def test_the_figures_are_those_of_the_member_and_lead_to_their_records(self):
        study = make_activity(township=self.township)
        make_attendance(activity=study, membership=self.zhao)
        make_attendance(
            activity=make_activity(township=self.township),
            membership=self.zhao,
            status="absent",
        )
        make_line("visits", membership=self.zhao)
        make_line("visits", membership=self.membership(name="肖阳"))

        figures = self.page(self.staff).context["figures"]

        told = {one["name"]: (one["value"], one["unit"]) for one in figures}
        self.assertEqual(told["出席率"], ("50", "%"))
        self.assertEqual(told["走访委员次数"], ("1", "次"))
        url = next(one["url"] for one in figures if one["name"] == "走访委员次数")
        records = self.client.get(url).context["page"]
        self.assertEqual([visit.membership for visit in records], [self.zhao])
        visit = records[0]
        self.assertContains(self.client.get(url), f"/activities/registers/visits/{visit.pk}/")

    def test_only_records_of_the_working_year_are_shown(self):
        make_line("honours", membership=self.zhao, title="去年的荣誉", on=date(2003, 12, 31))
        make_line("pairings", membership=self.zhao, household="旧户", ended_on=date(2003, 12, 31))
        make_line("pairings", membership=self.zhao, household="新户", on=date(2003, 1, 1))

        context = self.page(self.staff).context

        self.assertEqual([one.title for one in context["honours"]], ["县优秀政协委员"])
        self.assertEqual([one.household for one in context["pairings"]], ["王大爷", "新户"])

    def test_the_number_of_queries_does_not_grow_with_the_records(self):
        counts = []
        for _ in range(2):
            with counted_queries() as queries:
                self.page(self.staff)
            counts.append(len(queries))
            for register in ("honours", "pairings", "engagements") * 2:
                make_line(register, membership=self.zhao)

        self.assertEqual(counts[0], counts[1])


class ChangeTests(PageTestCase):
    def data(self, **typed) -> dict:
        sector = Sector.objects.filter(county=self.county).first()
        term = make_term(county=self.county)
        return {
            "name": "阿依古丽·买买提",
            "term": term.pk,
            "sector": sector.pk,
            "joined_on": "2003-01-01",
            **typed,
        }

    def test_a_member_is_entered_and_pressing_twice_enters_one(self):
        data = self.data(once="6d6a4f0e-6f0e-4f4e-9a53-1b1c3a0f9d11")

        for _ in range(2):
            response = self.client.post(reverse("members:create"), data)

        membership = Membership.objects.get()
        self.assertRedirects(response, membership.get_absolute_url())
        self.assertContains(self.client.get(response.url), "阿依古丽·买买提")

    def test_nothing_typed_is_lost_when_something_is_wrong(self):
        response = self.client.post(
            reverse("members:create"), self.data(born_in="八月", post="𬭎㛃堃的厂")
        )

        self.assertContains(response, "请按“年-月”填写出生年月")
        self.assertContains(response, "𬭎㛃堃的厂")
        self.assertContains(response, 'value="八月"')
        self.assertEqual(Member.objects.count(), 0)

    def test_a_member_is_edited(self):
        membership = self.membership()
        data = self.data(name="赵子龙", version=1, person_version=1)

        response = self.client.post(reverse("members:edit", args=[membership.pk]), data)

        self.assertRedirects(response, membership.get_absolute_url())
        self.assertEqual(Member.objects.get(pk=membership.member_id).name, "赵子龙")

    def test_a_leaving_is_entered_and_shown(self):
        membership = self.membership()
        data = {"left_on": "2004-06-01", "left_why": "调离本镇", "version": 1}

        response = self.client.post(reverse("members:leave", args=[membership.pk]), data)

        page = self.client.get(response.url)
        self.assertContains(page, "已离任")
        self.assertContains(page, "调离本镇")

    def test_the_same_person_is_entered_for_a_new_term(self):
        former = self.membership(left_on=date(2004, 11, 30))
        term = make_term(
            county=self.county,
            name="第七届",
            first_on=date(2004, 12, 1),
            last_on=date(2009, 12, 31),
        )
        data = self.data(name="赵云", term=term.pk, joined_on="2004-12-01", person_version=1)

        response = self.client.post(reverse("members:renew", args=[former.pk]), data)

        new = Membership.objects.latest("pk")
        self.assertRedirects(response, new.get_absolute_url())
        self.assertEqual((new.member, new.term, former.pk == new.pk), (former.member, term, False))

    def test_who_may_not_change_the_roster_is_refused_and_a_stranger_finds_nothing(self):
        membership = self.membership()
        unit = make_unit(county=self.county)
        users = {
            "county": make_user(role=Role.COUNTY, county=self.county),
            "member": make_user(role=Role.MEMBER, township=self.township),
            "leader": make_user(role=Role.LEADER, township=self.township),
            "unit": make_user(role=Role.UNIT, unit=unit),
            "neighbour": make_user(role=Role.STAFF, township=self.other),
            "foreign county": make_user(role=Role.COUNTY),
        }
        found = {
            name: (
                self.status("create", user=user),
                [
                    self.status(page, membership.pk, user=user, post=post)
                    for page in ("edit", "renew", "leave")
                    for post in (False, True)
                ],
            )
            for name, user in users.items()
        }

        self.assertEqual(
            found,
            {
                "county": (403, [403] * 6),
                "member": (403, [403] * 6),
                "leader": (403, [403] * 6),
                "unit": (403, [404] * 6),
                "neighbour": (200, [404] * 6),
                "foreign county": (403, [404] * 6),
            },
        )

    def test_a_member_of_another_township_is_not_there(self):
        theirs = self.membership(township=self.other)

        self.assertEqual(self.status("detail", theirs.pk), 404)
        self.assertEqual(self.status("detail", 2**63), 404)
        self.assertEqual(self.status("index", post=True), 405)
