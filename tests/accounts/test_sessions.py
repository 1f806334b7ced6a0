"""Sessions: when they end, on which devices they are, and that nothing typed is lost with them."""

from datetime import timedelta
from io import StringIO

from django.contrib.auth import get_user
from django.core.management import call_command
from django.forms import PasswordInput
from django.test import Client, TestCase, override_settings

from accounts import sessions
from accounts.forms import own
from accounts.models import Invitation, LoginSession, User
from counties.roles import Role
from cppcc.audit import AuditEvent
from cppcc.forms import SECRETS
from cppcc.once import HandledForm
from proposals.models import Proposal
from tests.factories import PASSWORD, make_appointment, make_membership, make_township, make_user

PHONE = (
    "Mozilla/5.0 (Linux; Android 13; V2197A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49"
)
OFFICE = (
    "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/109.0.0.0 Safari/537.36"
)


def login(user, *, agent=OFFICE, client=None, **also):
    client = client or Client(headers={"User-Agent": agent})
    client.post("/login/", {"username": user.username, "password": PASSWORD, **also})
    return client


def is_in(client) -> bool:
    return client.get("/account/").status_code == 200


def age(**by) -> None:
    """Let the sessions have been begun and last used longer ago."""
    for row in LoginSession.objects.all():
        for name, minutes in by.items():
            setattr(row, name, getattr(row, name) - timedelta(minutes=minutes))
        LoginSession.objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in by})


class EndTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)

    def test_a_session_ends_after_thirty_idle_minutes(self):
        client = login(self.clerk)
        age(seen_at=29)
        self.assertTrue(is_in(client))

        age(seen_at=31)

        self.assertFalse(is_in(client))
        self.assertFalse(LoginSession.objects.filter(user_id=self.clerk.pk).exists())

    def test_an_administrator_s_ends_after_fifteen(self):
        client = login(make_user(role=Role.SECURITY))
        age(seen_at=14)
        self.assertTrue(is_in(client))

        age(seen_at=16)

        self.assertFalse(is_in(client))

    def test_work_extends_it_but_not_beyond_twelve_hours(self):
        client = login(self.clerk)
        for _ in range(4):
            age(seen_at=25, began_at=25)
            self.assertTrue(is_in(client))

        age(began_at=12 * 60)

        self.assertFalse(is_in(client))

    def test_what_a_page_asks_by_itself_does_not_extend_it(self):
        client = login(self.clerk)
        age(seen_at=20)
        client.get("/account/", headers={"X-Background": "1"})

        age(seen_at=15)

        self.assertFalse(is_in(client))

    @override_settings(IDLE_MINUTES=5)
    def test_how_long_is_a_setting(self):
        client = login(self.clerk)
        age(seen_at=6)

        self.assertFalse(is_in(client))

    def test_logout_ends_it_and_tells_the_browser_to_forget_the_pages(self):
        client = login(self.clerk)

        response = client.post("/logout/")

        self.assertEqual(response["Clear-Site-Data"], '"cache"')
        self.assertFalse(is_in(client))
        self.assertFalse(LoginSession.objects.filter(user_id=self.clerk.pk).exists())
        acts = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
        self.assertEqual(list(acts), ["login", "logout"])

    def test_every_page_has_a_visible_logout_and_is_kept_by_no_browser(self):
        client = login(self.clerk)
        for address in ("/", "/account/", "/members/", "/activities/create/", "/accounts/"):
            response = client.get(address)
            self.assertEqual(response["Cache-Control"], "no-store, private", address)
            if response.status_code == 200:
                self.assertContains(response, '<form class="top-logout"')
        self.assertEqual(Client().get("/login/")["Cache-Control"], "no-store, private")

    def test_a_new_password_ends_every_other_session(self):
        here, phone = login(self.clerk), login(self.clerk, agent=PHONE)
        data = {"current": PASSWORD, "password": "另一句密码2004", "again": "另一句密码2004"}

        here.post("/account/password/", data)

        self.assertEqual([is_in(here), is_in(phone)], [True, False])
        self.assertTrue(User.objects.get(pk=self.clerk.pk).check_password("另一句密码2004"))

    def test_the_old_password_is_asked_for(self):
        here = login(self.clerk)
        data = {"current": "不对", "password": "另一句密码2004", "again": "另一句密码2004"}

        self.assertContains(here.post("/account/password/", data), "现在的密码：密码不对。")

        self.assertTrue(User.objects.get(pk=self.clerk.pk).check_password(PASSWORD))


class DeviceTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)

    def setUp(self):
        self.here, self.phone = login(self.clerk), login(self.clerk, agent=PHONE)

    def test_the_account_names_each_device(self):
        login(make_user(role=Role.STAFF))  # somebody else's

        page = self.here.get("/account/")

        names = {one.device for one in page.context["sessions"]}
        self.assertEqual(names, {"Windows 电脑 · 谷歌内核浏览器", "安卓手机 · 微信"})
        self.assertContains(page, "正在用的这一台", count=1)
        self.assertNotContains(page, self.phone.session.session_key)

    def test_one_device_is_logged_out(self):
        tablet = login(self.clerk, agent="iPad Safari")
        row = LoginSession.objects.get(device__startswith="安卓")

        self.here.post("/account/sessions/", {"session": row.code})

        self.assertEqual(
            [is_in(one) for one in (self.here, self.phone, tablet)], [True, False, True]
        )

    def test_all_others_are_logged_out(self):
        self.here.post("/account/sessions/")

        self.assertEqual([is_in(self.here), is_in(self.phone)], [True, False])

    def test_nobody_logs_out_somebody_else(self):
        other = login(make_user(role=Role.STAFF))
        for row in LoginSession.objects.all():
            other.post("/account/sessions/", {"session": row.code})
        other.post("/account/sessions/", {"session": "nonsense"})

        self.assertEqual([is_in(self.here), is_in(self.phone)], [True, True])


class RememberedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.member = make_user(role=Role.MEMBER)
        cls.allow(True)

    @classmethod
    def allow(cls, allowed):
        county = cls.member.acting.county
        county.allows_long_login = allowed
        county.save()

    def test_a_member_s_own_phone_stays_logged_in_for_thirty_days(self):
        client = login(self.member, agent=PHONE, remember="1")
        self.assertAlmostEqual(client.cookies["sessionid"]["max-age"], 30 * 24 * 3600, delta=9)

        age(seen_at=29 * 24 * 60, began_at=29 * 24 * 60)
        self.assertTrue(is_in(client))

        LoginSession.objects.update(expire_date=sessions.clock.machine_time())
        self.assertFalse(is_in(client))

    def test_it_is_for_members_on_phones_where_the_county_allows_it(self):
        leader = make_user(role=Role.MEMBER, township=self.member.acting.township)
        make_appointment(user=leader, role=Role.LEADER, township=self.member.acting.township)
        stranger = make_user(role=Role.MEMBER)  # of a county that does not
        for user, agent in (
            (self.member, OFFICE),
            (leader, PHONE),
            (make_user(role=Role.STAFF, county=self.member.acting.county), PHONE),
            (stranger, PHONE),
        ):
            client = login(user, agent=agent, remember="1")
            self.assertEqual(client.cookies["sessionid"]["max-age"], "")
            self.assertContains(client.get("/"), "没有设为30天免登录")

    def test_a_county_that_changes_its_mind_ends_it_at_once(self):
        client = login(self.member, agent=PHONE, remember="1")
        age(seen_at=60)
        self.assertTrue(is_in(client))

        self.allow(False)

        self.assertFalse(is_in(client))

    def test_a_further_role_ends_it(self):
        client = login(self.member, agent=PHONE, remember="1")

        make_appointment(user=self.member, role=Role.LEADER, township=self.member.acting.township)

        self.assertFalse(is_in(client))

    def test_the_offer_is_made_only_where_a_county_allows_it(self):
        self.assertContains(Client().get("/login/"), "30天内不用再登录")
        self.allow(False)
        self.assertNotContains(Client().get("/login/"), "30天内不用再登录")


class TypedTests(TestCase):
    """A form that is sent after the session has ended comes back after the login."""

    LONG = "清溪段多处塌方，雨天不能通车。\n“请今年整修”<b>&amp;\n" * 200

    @classmethod
    def setUpTestData(cls):
        cls.member = make_user(role=Role.MEMBER, name="赵云")
        make_membership(township=cls.member.acting.township, user=cls.member)
        cls.form = {"title": "关于修路的提案", "situation": cls.LONG, "advice": "请整修。"}

    def setUp(self):
        self.client = login(self.member)

    def expire(self):
        age(seen_at=31)

    def login_again(self, page, user=None):
        user = user or self.member
        data = {"username": user.username, "password": PASSWORD, "typed": page.context["typed"]}
        return self.client.post("/login/", {**data, "next": page.context["next"]}, follow=True)

    def post(self):
        return self.client.post("/proposals/new/", self.form)

    def give_back(self, page):
        """What the page's own form sends."""
        typed = page.context["typed"]
        return self.client.post(typed["path"], {**dict(typed["fields"]), "returned": "1"})

    def test_everything_typed_is_in_the_form_again_and_nothing_is_saved(self):
        self.expire()
        asked = self.post()
        self.assertContains(asked, "刚才填的内容都还在")

        form = self.give_back(self.login_again(asked))

        self.assertContains(form, "您登录前填的内容都在下面，还没有保存。")
        self.assertEqual(form.context["form"]["title"].value(), "关于修路的提案")
        self.assertEqual(form.context["form"]["situation"].value(), self.LONG)
        self.assertFalse(Proposal.objects.exists())
        self.assertNotIn("typed", self.client.session)

    def test_a_wrong_password_in_between_keeps_it(self):
        self.expire()
        asked = self.post()
        data = {"username": self.member.username, "password": "不对"}

        wrong = self.client.post("/login/", {**data, "typed": asked.context["typed"]})

        self.assertEqual(self.login_again(wrong).context["typed"]["path"], "/proposals/new/")

    def test_somebody_else_who_logs_in_does_not_get_it(self):
        self.expire()
        asked = self.post()
        other = make_user(role=Role.MEMBER)

        page = self.login_again(asked, other)

        self.assertContains(page, "另一个人没有保存的内容，已经去掉")
        self.assertNotContains(page, "关于修路")
        self.assertEqual(self.client.get("/typed/").status_code, 404)

    def test_a_forged_seal_is_nothing(self):
        self.client.logout()
        data = {"username": self.member.username, "password": PASSWORD, "typed": "eyJwYXRoIjo:x:y"}

        self.assertEqual(self.client.post("/login/", data).url, "/")

    def test_passwords_are_never_sealed(self):
        self.expire()
        data = {"current": "旧密码", "password": "新密码12345", "again": "新密码12345"}

        response = self.client.post("/account/password/", data)

        self.assertRedirects(response, "/login/")

    def test_of_a_form_with_a_password_the_rest_comes_back(self):
        self.expire()
        data = {"phone": "13812341234", "email": "", "current": PASSWORD, "again": PASSWORD}

        back = self.login_again(self.client.post("/account/contact/", data))

        self.assertEqual(back.context["typed"]["fields"], [["phone", "13812341234"], ["email", ""]])

    def test_every_field_for_a_password_is_among_those_never_sealed(self):
        forms = [form for form in vars(own).values() if hasattr(form, "base_fields")]
        secret = {
            name
            for form in forms
            for name, field in form.base_fields.items()
            if isinstance(field.widget, PasswordInput)
        }

        self.assertEqual(secret, {"password", "current", "again"})
        self.assertEqual(SECRETS, secret | {"code"})

    def test_a_page_that_stood_open_while_one_logged_in_elsewhere_loses_nothing(self):
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = self.client.cookies
        form = {**self.form, "csrfmiddlewaretoken": "a" * 64}
        ours = {"Origin": "http://testserver"}

        back = strict.post("/proposals/new/", form, headers=ours, follow=True)
        foreign = strict.post("/proposals/new/", form, headers={"Origin": "https://evil.example"})

        self.assertEqual(dict(back.context["typed"]["fields"])["title"], "关于修路的提案")
        self.assertContains(foreign, "页面放得太久了", status_code=403)
        self.assertFalse(Proposal.objects.exists())

    def test_no_more_than_a_login_is_asked_of_a_button_without_text(self):
        self.expire()

        self.assertRedirects(self.client.post("/year/"), "/login/")


class CleanUpTests(TestCase):
    def test_what_has_served_its_time_goes_and_the_rest_stays(self):
        user = make_user(role=Role.STAFF, township=make_township())
        login(user)
        login(user)
        now = sessions.clock.machine_time()
        old = LoginSession.objects.first()
        LoginSession.objects.filter(pk=old.pk).update(expire_date=now - timedelta(days=1))
        for days in (6, 8):
            HandledForm.objects.create(
                key=f"00000000-0000-0000-0000-00000000000{days}",
                user_id=user.pk,
                handled_at=now - timedelta(days=days),
            )
        for days in (29, 31):
            Invitation.objects.issue(user=user, by=None, lasts=timedelta(days=-days))

        call_command("clean_up", verbosity=0, stdout=StringIO())

        self.assertEqual(
            (LoginSession.objects.count(), HandledForm.objects.count(), Invitation.objects.count()),
            (1, 1, 1),
        )
        self.assertEqual(get_user(self.client).is_authenticated, False)
