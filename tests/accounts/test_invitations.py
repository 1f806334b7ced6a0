"""Inviting: who may invite whom, what a link is worth, and that it is worth it once."""

import hashlib
import re
from datetime import date
from io import StringIO
from threading import current_thread

from django.contrib.auth import get_user
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.test import Client, TestCase, override_settings
from django.urls import reverse

from accounts import invitations
from accounts.models import Appointment, Invitation, User
from accounts.views import login as account_login
from counties.models import County
from counties.roles import ADMINISTRATORS, Role
from cppcc import clock
from cppcc.audit import AuditEvent
from members import logins
from tests.factories import (
    PASSWORD,
    make_appointment,
    make_county,
    make_membership,
    make_township,
    make_unit,
    make_user,
)
from tests.queries import counted_queries

TODAY = date(2004, 12, 16)


def link_on(response) -> str:
    return re.search(r"/welcome/[\w-]+/", response.content.decode())[0]


def password(text=PASSWORD, **also):
    return {"password": text, "again": text, **also}


class MemberTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.township = cls.clerk.acting.township
        cls.member = make_membership(township=cls.township, name="赵云")
        cls.member.member.phone = "13800001234"
        cls.member.member.save()

    def setUp(self):
        self.client.force_login(self.clerk)

    def invite(self):
        return self.client.post(reverse("accounts:invite_member", args=[self.member.pk]))

    def test_a_member_sets_the_password_and_logs_in_to_their_own_page(self):
        slip = self.invite()
        self.client.logout()

        self.client.post(link_on(slip), password())
        self.client.post("/login/", {"username": "13800001234", "password": PASSWORD})

        user = get_user(self.client)
        self.member.refresh_from_db()
        self.assertEqual((user.name, user), ("赵云", self.member.member.user))
        self.assertEqual((user.acting.role, user.acting.township), (Role.MEMBER, self.township))

    def test_a_slip_has_the_address_as_text_and_as_a_picture_drawn_here(self):
        response = self.invite()

        self.assertContains(response, 'src="data:image/svg+xml')
        self.assertContains(response, "赵云，您好！请在")
        self.assertContains(response, "http://testserver/welcome/")

    def test_a_link_works_once(self):
        address = link_on(self.invite())
        self.client.logout()
        self.client.get(address)  # a chat looks at it first
        self.client.post(address, password())

        for method in (self.client.get, self.client.post):
            again = method(address, password("另外一个密码1"))
            self.assertContains(again, "这个链接不能用了", status_code=404)
        self.assertTrue(User.objects.get(name="赵云").check_password(PASSWORD))

    def test_used_ended_expired_and_invented_links_answer_alike(self):
        with clock.at(TODAY):
            used, ended = link_on(self.invite()), link_on(self.invite())
            self.client.post(link_on(self.invite()), password())
            self.client.force_login(self.clerk)
            pk = Appointment.objects.get(role=Role.MEMBER).pk
            expired = link_on(self.client.post(reverse("accounts:link", args=[pk])))
        self.client.logout()

        with clock.at(date(2004, 12, 24)):
            pages = {
                self.client.get(address).content
                for address in (used, ended, expired, "/welcome/invented/")
            }

        self.assertEqual(len(pages), 1)
        with clock.at(date(2004, 12, 22)):
            self.assertEqual(self.client.get(expired).status_code, 200)

    def test_the_database_holds_no_token(self):
        token = link_on(self.invite()).split("/")[2]

        self.assertEqual(
            Invitation.objects.get().token_hash, hashlib.sha256(token.encode()).hexdigest()
        )
        trail = str(list(AuditEvent.objects.values()))
        self.assertIn("issue_link", trail)
        self.assertNotIn(token, trail)

    def test_the_trail_and_the_log_of_a_refusal_hold_no_token(self):
        link = link_on(self.invite())
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(self.clerk)

        with self.assertNoLogs(level="WARNING"):
            refused = strict.post(link, password())

        self.assertEqual(refused.status_code, 403)
        paths = AuditEvent.objects.filter(action="refused").values_list("detail__path", flat=True)
        self.assertEqual(list(paths), ["/welcome/…/"])

    def test_a_new_link_ends_the_one_before(self):
        first, second = link_on(self.invite()), link_on(self.invite())

        self.assertEqual([self.client.get(one).status_code for one in (first, second)], [404, 200])

    def test_a_weak_or_mistyped_password_is_told_and_leaves_the_link(self):
        address = link_on(self.invite())
        for data, told in (
            (password("12345678"), "密码"),
            (password("short1"), "密码"),
            ({"password": PASSWORD, "again": "别的密码123"}, "两次输入的不一样"),
            ({"password": "", "again": ""}, "请填写。"),
        ):
            self.assertContains(self.client.post(address, data), told)
        self.assertFalse(User.objects.get(name="赵云").has_usable_password())

    def test_nobody_logs_in_before_the_password_is_set(self):
        self.invite()
        self.client.logout()

        for typed in ("", "赵云", "13800001234", "!"):
            self.client.post("/login/", {"username": "赵云", "password": typed})

        self.assertFalse(get_user(self.client).is_authenticated)

    def test_all_without_an_account_are_invited_at_once(self):
        make_membership(township=self.township, name="肖阳")
        make_membership(name="别镇的人")
        self.invite()

        page = self.client.post(reverse("accounts:invite_all"))

        self.assertEqual([slip.name for slip in page.context["slips"]], ["肖阳"])

    def test_a_deputy_mayor_keeps_the_account_and_gets_the_role(self):
        leader = make_user(role=Role.LEADER, township=self.township, name="赵云")
        self.member.member.user = leader
        self.member.member.save()

        response = self.invite()

        self.assertRedirects(response, reverse("accounts:index"))
        roles = leader.appointments.order_by("pk").values_list("role", flat=True)
        self.assertEqual(list(roles), ["leader", "member"])
        self.assertFalse(Invitation.objects.exists())

    def test_who_may_not_be_invited_is_named_and_the_others_are_invited(self):
        make_membership(township=self.township, name="文书", user=self.clerk)
        auditor = make_user(role=Role.AUDIT, county=self.township.county)
        make_membership(township=self.township, name="审计", user=auditor)

        page = self.client.post(reverse("accounts:invite_all"))

        self.assertEqual([slip.name for slip in page.context["slips"]], ["赵云"])
        self.assertContains(page, "没有邀请文书：不能邀请自己，请同事办理。")
        self.assertContains(page, "没有邀请审计：管理员不能有别的身份")

    def test_a_stopped_account_is_not_said_to_be_ready(self):
        self.member.member.user = make_user(role=Role.MEMBER, township=self.township)
        self.member.member.save()
        self.member.member.user.appointments.update(is_stopped=True)

        page = self.client.post(
            reverse("accounts:invite_member", args=[self.member.pk]), follow=True
        )

        self.assertContains(page, "没有邀请赵云：这个身份已停用。")
        self.assertNotContains(page, "登录后就能看到新的身份")

    def test_somebody_of_another_township_is_not_there_to_invite(self):
        foreign = make_membership(township=make_township(county=self.township.county))

        response = self.client.post(reverse("accounts:invite_member", args=[foreign.pk]))

        self.assertEqual(response.status_code, 404)
        self.assertFalse(Invitation.objects.exists())

    def test_the_list_says_how_far_each_account_is(self):
        with clock.at(TODAY):
            self.invite()
            for name in ("钱一", "孙二", "李三"):
                one = make_membership(township=self.township, name=name)
                one.member.user = make_user(role=Role.MEMBER, township=self.township, name=name)
                one.member.save()
            make_membership(township=self.township, name="周四")
            Appointment.objects.filter(user__name="李三").update(is_stopped=True)
            User.objects.filter(name="孙二").update(last_login="2004-12-01T00:00Z")

            page = self.client.get(reverse("accounts:index"))

        shown = {
            str(one): account.state["label"] if account else "没有账号"
            for one, account in page.context["members"]
        }
        self.assertEqual(
            shown,
            {
                "赵云": "已邀请（12月23日前有效）",
                "钱一": "从未登录",
                "孙二": "已启用",
                "李三": "已停用",
                "周四": "没有账号",
            },
        )

    def test_the_account_of_a_member_who_left_is_still_there_to_be_stopped(self):
        with clock.at(TODAY):
            self.invite()
            type(self.member).objects.filter(pk=self.member.pk).update(left_on=date(2004, 6, 30))

            page = self.client.get(reverse("accounts:index"))

        ((membership, account),) = page.context["members"]
        self.assertEqual((membership, account.user.name), (None, "赵云"))
        self.assertContains(page, "已离任的，请点姓名停用")
        self.assertContains(self.client.post(reverse("accounts:invite_all"), follow=True), "赵云")

    def test_the_number_of_queries_does_not_grow_with_the_list(self):
        counts = []
        for rows in (1, 3):
            while len(logins.members_of(self.clerk)) < rows:
                logins.invite_member(
                    make_membership(township=self.township), by=User.objects.get(pk=self.clerk.pk)
                )
            with counted_queries() as queries:
                page = self.client.get(reverse("accounts:index"))
            self.assertEqual(len(page.context["members"]), rows)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])


class CountyTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        cls.township = make_township(county=cls.county)
        cls.unit = make_unit(county=cls.county)

    def setUp(self):
        self.client.force_login(self.officer)

    def invite(self, **fields):
        data = {"name": "孙工", "phone": "", "role": "unit", "unit": self.unit.pk, **fields}
        return self.client.post(reverse("accounts:invite"), data)

    def test_staff_units_and_leaders_are_invited_with_their_place(self):
        self.invite()
        self.invite(name="李梅", role="staff", township=self.township.pk, unit="")
        self.invite(
            name="陈书记", role="leader", township=self.township.pk, phone="１３８０００００００１"
        )

        made = Appointment.objects.exclude(user=self.officer).order_by("pk")
        self.assertEqual(
            list(made.values_list("user__name", "role", "township", "unit", "user__phone")),
            [
                ("孙工", "unit", None, self.unit.pk, None),
                ("李梅", "staff", self.township.pk, None, None),
                ("陈书记", "leader", self.township.pk, None, "13800000001"),
            ],
        )

    def test_every_mistake_is_told_at_its_field_and_nothing_is_made(self):
        make_user(role=Role.UNIT, unit=self.unit, phone="13800000001")
        make_user(role=Role.STAFF, phone="13800000002")  # of another county
        for changes, told in (
            ({"name": ""}, "请填写姓名。"),
            ({"role": "county"}, "county 不在可用的选项中"),
            ({"role": "member", "township": self.township.pk}, "member 不在可用的选项中"),
            ({"role": "security"}, "security 不在可用的选项中"),
            ({"unit": ""}, "承办单位身份必须指明单位。"),
            ({"role": "staff", "township": ""}, "这个身份必须属于一个乡镇。"),
            ({"role": "staff", "township": make_township().pk}, "该选择不在可用的选项中"),
            ({"phone": "1380000"}, "请填写11位手机号码。"),
            ({"phone": "13800000001"}, "请在下面“已有账号的人”里选这个人"),
            ({"phone": "13800000002"}, "这个手机号已有人用来登录"),
        ):
            with self.subTest(told=told):
                before = (User.objects.count(), Appointment.objects.count())
                response = self.invite(**changes)
                self.assertContains(response, told)
                self.assertEqual((User.objects.count(), Appointment.objects.count()), before)

    def test_somebody_known_gets_a_further_role_and_no_link(self):
        clerk = make_user(role=Role.STAFF, township=self.township)

        self.invite(existing=clerk.pk, name="", role="leader", township=self.township.pk)

        roles = clerk.appointments.order_by("pk").values_list("role", flat=True)
        self.assertEqual(list(roles), ["staff", "leader"])
        self.assertFalse(Invitation.objects.exists())

    def test_the_same_role_twice_is_refused(self):
        clerk = make_user(role=Role.STAFF, township=self.township)

        response = self.invite(existing=clerk.pk, role="staff", township=self.township.pk, unit="")

        self.assertContains(response, "这个人已经有这个身份了。")

    def test_the_list_names_whom_one_looks_after_and_costs_the_same_for_three(self):
        make_user(role=Role.STAFF, township=self.township, name="李梅")
        make_user(role=Role.STAFF, name="外县的人")
        make_user(role=Role.COUNTY, county=self.county, name="同事")
        counts = []
        for rows in (1, 3):
            while Appointment.objects.visible_to(self.officer).count() < rows:
                make_user(role=Role.UNIT, unit=self.unit, name="孙工")
            with counted_queries() as queries:
                page = self.client.get(reverse("accounts:index"))
            counts.append(len(queries))
            self.assertEqual(len(page.context["page"].object_list), rows)

        self.assertEqual(counts[0], counts[1])
        self.assertEqual({one.user.name for one in page.context["page"]}, {"李梅", "孙工"})

    def test_the_list_is_filtered_by_role_and_name(self):
        make_user(role=Role.STAFF, township=self.township, name="李梅")
        make_user(role=Role.UNIT, unit=self.unit, name="孙工")

        for query, names in (
            ("?role=unit", ["孙工"]),
            ("?q=李", ["李梅"]),
            ("?role=king", ["孙工", "李梅"]),
        ):
            page = self.client.get(reverse("accounts:index") + query)
            self.assertEqual(sorted(one.user.name for one in page.context["page"]), names)


class PowerTests(TestCase):
    """A link can be used by whoever holds it: nobody gets one for more than they look after."""

    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.township = make_township(county=cls.county)
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        cls.security = make_user(role=Role.SECURITY, county=cls.county)
        cls.member = make_user(role=Role.MEMBER, township=cls.township)

    def link(self, by, appointment) -> int:
        self.client.force_login(by)
        return self.client.post(reverse("accounts:link", args=[appointment.pk])).status_code

    def test_staff_do_not_reach_the_deputy_mayor_through_the_member(self):
        member = self.member.appointments.get()
        self.assertEqual(self.link(self.clerk, member), 200)
        make_appointment(user=self.member, role=Role.LEADER, township=self.township)

        self.assertEqual(self.link(self.clerk, member), 403)
        self.assertEqual(self.link(self.officer, member), 200)

    def test_a_person_of_two_counties_is_beyond_each(self):
        make_appointment(user=self.member, role=Role.STAFF, township=make_township())

        self.assertEqual(self.link(self.security, self.member.appointments.first()), 403)

    def test_a_foreign_township_is_not_there(self):
        foreign = make_user(role=Role.MEMBER, township=make_township(county=self.county))

        self.assertEqual(self.link(self.clerk, foreign.appointments.get()), 404)
        self.assertFalse(Invitation.objects.exists())

    def test_nobody_grants_a_role_to_themselves_or_one_they_may_not_give(self):
        for by, user, role in (
            (self.security, self.security, Role.COUNTY),
            (self.officer, self.clerk, Role.COUNTY),
            (self.officer, self.member, Role.SECURITY),
            (self.clerk, self.member, Role.STAFF),
            (self.security, self.clerk, Role.STAFF),
            (self.member, self.clerk, Role.MEMBER),
        ):
            with self.subTest(by=by.acting.role, role=role), self.assertRaises(PermissionDenied):
                appointment = Appointment(user=user, county=self.county, role=role)
                appointment.township = self.township
                invitations.appoint(appointment, by=by)

    def test_only_the_security_administrator_grants_county_and_administrator_roles(self):
        self.client.force_login(self.security)
        for role in ("county", "system", "security", "audit"):
            self.client.post(reverse("accounts:invite"), {"name": f"人{role}", "role": role})

        made = Appointment.objects.filter(user__name__startswith="人").values_list(
            "role", flat=True
        )
        self.assertEqual(sorted(made), ["audit", "county", "security", "system"])

    def test_administrators_exclude_each_other_and_every_other_role(self):
        for held in (*ADMINISTRATORS, Role.COUNTY):
            person = make_user(role=held, county=self.county)
            for role in ADMINISTRATORS:
                with self.subTest(held=held, role=role), self.assertRaises(ValidationError):
                    appointment = Appointment(user=person, county=self.county, role=role)
                    invitations.appoint(appointment, by=self.security)
        auditor = make_user(role=Role.AUDIT, county=self.county)
        with self.assertRaises(ValidationError):
            invitations.appoint(
                Appointment(user=auditor, county=self.county, role=Role.COUNTY), by=self.security
            )

    def test_one_stops_nobody_else_s_and_not_one_s_own(self):
        for by, appointment, status in (
            (self.security, self.security.appointments.get(), 403),
            (self.clerk, self.clerk.appointments.get(), 404),
            (self.officer, self.security.appointments.get(), 404),
        ):
            self.client.force_login(by)
            response = self.client.post(reverse("accounts:act", args=[appointment.pk, "stop"]))
            self.assertEqual(response.status_code, status)
        self.assertFalse(Appointment.objects.filter(is_stopped=True).exists())


class StopTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        cls.member = make_user(role=Role.MEMBER, township=cls.clerk.acting.township)
        cls.appointment = cls.member.appointments.get()

    def act(self, action):
        self.client.force_login(self.clerk)
        self.client.post(reverse("accounts:act", args=[self.appointment.pk, action]))

    def test_a_role_taken_away_is_gone_with_the_next_request_and_can_come_back(self):
        phone = self.client_class()
        phone.force_login(self.member)
        self.assertEqual(phone.get("/account/").status_code, 200)

        self.act("stop")

        self.assertEqual(phone.get("/account/").url, "/login/?next=/account/")
        phone.post("/login/", {"username": self.member.username, "password": PASSWORD})
        self.assertFalse(get_user(phone).is_authenticated)
        self.act("restore")
        phone.post("/login/", {"username": self.member.username, "password": PASSWORD})
        self.assertEqual(get_user(phone), self.member)

    def test_what_the_county_stopped_the_township_does_not_bring_back(self):
        officer = make_user(role=Role.COUNTY, county=self.clerk.acting.county)
        address = reverse("accounts:act", args=[self.appointment.pk, "restore"])
        page = reverse("accounts:detail", args=[self.appointment.pk])
        invitations.stop(self.appointment, by=officer)
        self.client.force_login(self.clerk)

        self.assertEqual(self.client.post(address).status_code, 403)
        self.assertContains(self.client.get(page), "由县政协工作人员停用，只能由他们恢复。")
        self.client.force_login(officer)
        self.client.post(address)

        self.appointment.refresh_from_db()
        self.assertEqual((self.appointment.is_stopped, self.appointment.stopped_as), (False, ""))

    def test_what_was_done_stays_and_the_trail_says_who_stopped_it(self):
        self.act("stop")

        self.assertEqual(Appointment.objects.get(pk=self.appointment.pk).user, self.member)
        event = AuditEvent.objects.get(action="stop_account")
        self.assertEqual(
            (event.actor_id, event.object_id, event.detail),
            (self.clerk.pk, self.appointment.pk, {"person": "张三"}),
        )

    def test_an_open_link_of_somebody_stopped_is_ended(self):
        token = Invitation.objects.issue(user=self.member, by=self.clerk)

        self.act("stop")

        self.client.logout()
        self.assertEqual(self.client.get(reverse("welcome", args=[token])).status_code, 404)


class MailTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user(role=Role.STAFF, name="李梅", email="limei@example.cn")

    def test_a_link_by_mail_sets_a_new_password_and_ends_the_sessions(self):
        self.client.force_login(self.user)

        invitations.send_link("LiMei@example.cn", "https://zx.example.cn")

        (letter,) = mail.outbox
        self.assertEqual(letter.to, ["limei@example.cn"])
        address = re.search(r"https://zx.example.cn(/welcome/\S+)", letter.body)[1]
        phone = self.client_class()
        phone.post(address, password("另一句密码2004"))
        self.assertTrue(User.objects.get(pk=self.user.pk).check_password("另一句密码2004"))
        self.assertEqual(self.client.get("/account/").status_code, 302)

    def test_nothing_is_sent_to_strangers_nor_twice_in_an_hour(self):
        make_user(role=Role.STAFF, email="twice@example.cn")
        make_user(role=Role.STAFF, email="twice@example.cn")

        for address in (
            "limei@example.cn",
            "limei@example.cn",
            "nobody@example.cn",
            "twice@example.cn",
        ):
            invitations.send_link(address, "")

        self.assertEqual(len(mail.outbox), 1)

    def test_the_answer_is_the_same_for_every_address(self):
        with override_settings(EMAIL_HOST="mail.example.cn"):
            pages = [
                self.client.post(reverse("forgotten"), {"email": email}, follow=True)
                for email in ("limei@example.cn", "nobody@example.cn")
            ]

        texts = [page.content.decode().split("<h1>")[1] for page in pages]
        self.assertEqual(texts[0], texts[1])
        self.assertIn("这个邮箱有账号的，链接已经发出", texts[0])

    def test_many_requests_share_one_thread_and_a_failure_is_in_the_log(self):
        names = []
        with self.assertLogs("accounts.views.login", "ERROR"):
            with self.captureOnCommitCallbacks(execute=True):
                for _ in range(3):
                    account_login._after_commit(lambda: names.append(current_thread().name))
                account_login._after_commit(lambda: 1 / 0)
            account_login.MAILS.submit(int).result()  # the others stand before it

        self.assertEqual(names, [names[0]] * 3)

    def test_without_mail_the_page_is_not_there(self):
        self.assertEqual(self.client.get(reverse("forgotten")).status_code, 404)


class CreateAdminTests(TestCase):
    def run_it(self, *arguments):
        out = StringIO()
        call_command("createadmin", *arguments, stdout=out)
        return out.getvalue()

    def test_the_first_account_is_a_security_administrator_without_a_password(self):
        line = self.run_it("宜县", "王安").splitlines()[0]

        user = User.objects.get()
        self.assertEqual((user.name, user.has_usable_password()), ("王安", False))
        self.assertEqual(user.acting.role, Role.SECURITY)
        self.client.post(line.split("\t")[1], password())
        self.client.post("/login/", {"username": "王安", "password": PASSWORD})
        self.assertEqual(get_user(self.client), user)

    def test_a_second_one_comes_by_invitation_only(self):
        self.run_it("宜县", "王安")

        with self.assertRaises(CommandError) as refusal:
            self.run_it("宜县", "李四")

        self.assertIn("宜县已有安全管理员", str(refusal.exception))
        self.assertEqual((County.objects.count(), User.objects.count()), (1, 1))
