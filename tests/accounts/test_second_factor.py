"""The second factor: set up, asked for, never taken twice, and required where a county says so."""

import time

from django.contrib.auth import get_user
from django.test import Client, TestCase
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import RecoveryCode
from counties.roles import Role
from cppcc.audit import AuditEvent
from tests.factories import PASSWORD, make_user


def code_of(device, *, later=0) -> str:
    """What the phone shows now, or some steps later."""
    return f"{totp(device.bin_key, drift=later):06}"


class SecondFactorTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user(role=Role.STAFF, username="limei")

    def setUp(self):
        self.client.force_login(self.user)

    def set_up(self):
        self.client.get("/account/second-factor/")
        device = TOTPDevice.objects.get(user_id=self.user.pk)
        page = self.client.post("/account/second-factor/", {"code": code_of(device)})
        device.refresh_from_db()
        return device, page.context["codes"]

    def password(self, client=None, name="limei"):
        client = client or Client()
        response = client.post("/login/", {"username": name, "password": PASSWORD})
        return client, response

    def code(self, client, code):
        return client.post("/login/code/", {"code": code})

    def forget_time(self, device):
        """As if the last code had been long ago and no wrong one been tried."""
        TOTPDevice.objects.filter(pk=device.pk).update(
            last_t=-1, throttling_failure_count=0, throttling_failure_timestamp=None
        )

    def test_it_is_set_up_by_a_picture_and_the_first_code(self):
        page = self.client.get("/account/second-factor/")
        self.assertContains(page, 'src="data:image/svg+xml')
        wrong = self.client.post("/account/second-factor/", {"code": "12345"})
        self.assertContains(wrong, "验证码：验证码不对。")
        self.assertFalse(TOTPDevice.objects.filter(confirmed=True).exists())
        self.forget_time(TOTPDevice.objects.get())

        device, codes = self.set_up()

        self.assertTrue(device.confirmed)
        self.assertEqual(len(set(codes)), 10)
        stored = list(RecoveryCode.objects.values_list("code_hash", flat=True))
        self.assertFalse(set(codes) & set(stored))

    def test_a_password_alone_does_not_log_in(self):
        device, _ = self.set_up()
        client, response = self.password()
        self.assertRedirects(response, "/login/code/")
        self.assertEqual(client.get("/account/").status_code, 302)

        self.code(client, code_of(device, later=1))

        self.assertEqual(get_user(client), self.user)

    def test_a_code_is_never_taken_twice(self):
        device, _ = self.set_up()
        self.forget_time(device)
        code = code_of(device)
        first, _ = self.password()
        second, _ = self.password()

        self.code(first, code)
        refused = self.code(second, code)

        self.assertEqual([get_user(c).is_authenticated for c in (first, second)], [True, False])
        self.assertContains(refused, "验证码不对，或者已经用过。")

    def test_wrong_codes_are_slowed_down(self):
        device, _ = self.set_up()
        self.forget_time(device)
        client, _ = self.password()
        for _ in range(4):
            self.code(client, "000000")

        self.code(client, code_of(device))

        self.assertFalse(get_user(client).is_authenticated)

    def test_a_recovery_code_works_once_however_it_is_typed(self):
        _, codes = self.set_up()
        typed = f" {codes[0][:5]}-{codes[0][5:].upper()} "
        first, _ = self.password()
        second, _ = self.password()

        self.code(first, typed)
        self.code(second, codes[0])

        self.assertEqual([get_user(c).is_authenticated for c in (first, second)], [True, False])
        self.assertEqual(RecoveryCode.objects.count(), 9)

    def test_the_page_of_the_code_wants_the_password_first_and_not_long_ago(self):
        device, _ = self.set_up()
        stranger = Client()
        self.assertRedirects(stranger.get("/login/code/"), "/login/")
        client, _ = self.password()
        session = client.session
        session["half"] = {**session["half"], "at": time.time() - 301}
        session.save()

        response = self.code(client, code_of(device, later=1))

        self.assertRedirects(response, "/login/")
        self.assertFalse(get_user(client).is_authenticated)

    def test_a_password_changed_in_between_is_asked_for_again(self):
        device, _ = self.set_up()
        client, _ = self.password()
        self.user.change_password("另一句密码2004")

        self.code(client, code_of(device, later=1))

        self.assertFalse(get_user(client).is_authenticated)

    def test_setting_it_up_ends_the_other_sessions(self):
        other = Client()
        other.force_login(self.user)

        self.set_up()

        self.assertEqual(other.get("/account/").status_code, 302)
        self.assertEqual(self.client.get("/account/").status_code, 200)

    def test_a_county_requires_it_of_a_role(self):
        county = self.user.acting.county
        security = make_user(role=Role.SECURITY, county=county)
        admin = Client()
        admin.force_login(security)
        rules = {"second_factor_roles": ["staff"], "allows_long_login": ""}
        admin.post(reverse("accounts:rules"), rules)

        self.assertRedirects(self.client.get("/members/"), "/account/second-factor/")
        self.assertRedirects(self.client.post("/activities/new/"), "/account/second-factor/")
        self.assertEqual(admin.get("/accounts/").status_code, 200)

        self.set_up()

        self.assertEqual(self.client.get("/members/").status_code, 200)
        self.assertEqual(self.client.get("/account/second-factor/drop/").status_code, 404)
        self.assertEqual(
            AuditEvent.objects.get(action="revise", actor_id=security.pk).detail,
            {
                "before": "allows_long_login=False；second_factor_roles=[]",
                "after": "allows_long_login=False；second_factor_roles=['staff']",
            },
        )

    def test_another_phone_wants_the_password(self):
        first, _ = self.set_up()
        self.client.get("/account/second-factor/")
        second = TOTPDevice.objects.exclude(pk=first.pk).get()

        refused = self.client.post("/account/second-factor/", {"code": code_of(second)})
        self.assertEqual(list(refused.context["form"].errors), ["current"])
        self.assertTrue(TOTPDevice.objects.get(pk=first.pk).confirmed)
        typed = {"code": code_of(second), "current": PASSWORD}
        self.client.post("/account/second-factor/", typed)

        self.assertEqual(list(TOTPDevice.objects.filter(confirmed=True)), [second])

    def test_two_tabs_that_prepare_it_at_once_leave_a_page_that_works(self):
        for _ in range(2):
            TOTPDevice.objects.create(user_id=self.user.pk, confirmed=False, name="phone")
        first = TOTPDevice.objects.order_by("pk").first()
        self.client.get("/account/second-factor/")

        self.client.post("/account/second-factor/", {"code": code_of(first)})

        self.assertEqual(TOTPDevice.objects.get(confirmed=True), first)
        self.assertEqual(TOTPDevice.objects.count(), 1)

    def test_who_need_not_have_it_may_drop_it_with_the_password(self):
        self.set_up()

        self.client.post("/account/second-factor/drop/", {"current": "不对"})
        self.assertTrue(TOTPDevice.objects.exists())
        self.client.post("/account/second-factor/drop/", {"current": PASSWORD})

        self.assertEqual((TOTPDevice.objects.count(), RecoveryCode.objects.count()), (0, 0))

    def test_a_lost_phone_is_forgotten_by_whoever_looks_after_the_account(self):
        self.set_up()
        officer = make_user(role=Role.COUNTY, county=self.user.acting.county)
        county = Client()
        county.force_login(officer)

        county.post(reverse("accounts:act", args=[self.user.acting.pk, "drop_second_factor"]))

        self.assertEqual(self.client.get("/account/").status_code, 302)
        client, _ = self.password()
        self.assertEqual(get_user(client), self.user)
