"""Logging in: by which name, what a wrong one learns, what a lock holds, where one goes then."""

from axes.models import AccessAttempt
from django.contrib.auth import get_user
from django.contrib.auth.hashers import identify_hasher
from django.test import RequestFactory, TestCase, override_settings
from django.urls import reverse

from accounts import authentication
from accounts.models import Invitation, User
from counties.roles import Role
from cppcc.addresses import client_address, own_page
from cppcc.audit import AuditEvent
from tests.factories import PASSWORD, make_appointment, make_user

EVIL = (
    *("https://evil.example/", "http://evil.example", "//evil.example", "///evil.example"),
    *("/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil"),
    *(
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
    ),
    *("//evil.example/%2e%2e", "/%09/evil.example", "/%5cevil.example", "https:evil.example"),
    *("https:/evil.example", "http:///evil.example", "//user@evil.example", "//[::1]/", "//127.1"),
    *("/login/@evil.example", "evil.example", "www.evil.example/plans/", "./plans/", "../plans/"),
    *("/plans/\r\nSet-Cookie: a=b", "/plans/\0", " /plans/", "/plans/ ", "/no/such/page/"),
    *("http://testserver/plans/", "//testserver/plans/", "ftp://testserver/", "?next=//evil"),
    *("#//evil.example", "/plans/‮/", "//evil。example", "/／evil.example", "", "/plans"),
)


class CountedHasher(authentication.BoundedArgon2):
    """The hasher of the product; it counts what takes time: a wall clock would measure the day."""

    hashed = 0

    def encode(self, password, salt):
        CountedHasher.hashed += 1
        return super().encode(password, salt)

    def verify(self, password, encoded):
        CountedHasher.hashed += 1
        return super().verify(password, encoded)


class LoginNameTests(TestCase):
    def login(self, name, password=PASSWORD):
        return self.client.post(reverse("login"), {"username": name, "password": password})

    def test_a_person_is_known_by_name_phone_number_and_account_number(self):
        user = make_user(role=Role.MEMBER, name="赵云", phone="13800001234", username="384215")
        make_user(role=Role.MEMBER, name="肖阳", phone="13900001234")

        for typed in (
            "赵云",
            " 赵 云 ",
            "13800001234",
            "138 0000 1234",
            "１３８００００１２３４",
            "384215",
        ):
            with self.subTest(typed=typed):
                self.login(typed)
                self.assertEqual(get_user(self.client), user)
                self.client.logout()

    def test_a_name_of_two_people_is_nobody_and_their_phone_numbers_tell_them_apart(self):
        first = make_user(role=Role.MEMBER, name="赵云", phone="13800001234")
        second = make_user(role=Role.MEMBER, name="赵云", phone="13900001234")
        self.assertEqual(first.login_names, ["13800001234"])

        answer = self.login("赵云")
        self.assertContains(answer, "有同名的人，请改用手机号登录")
        self.assertFalse(get_user(self.client).is_authenticated)

        self.login("13900001234")
        self.assertEqual(get_user(self.client), second)

    def test_every_refusal_reads_the_same(self):
        make_user(role=Role.STAFF, username="limei")
        make_user(role=Role.STAFF, username="off", is_active=False)
        make_user(username="nothing")  # no appointment
        stopped = make_user(role=Role.STAFF, username="stopped")
        stopped.appointments.update(is_stopped=True)
        User.objects.create_user("invited", "李四")
        names = [
            ("limei", "不对"),
            *((n, PASSWORD) for n in ("off", "nothing", "stopped", "invited")),
        ]

        answers = [self.login(*typed) for typed in [("nobody", PASSWORD), *names]]

        pages = {
            answer.content.replace(name.encode(), b"").split(b"<form")[1].split(b"value=", 2)[2]
            for answer, (name, _) in zip(answers, [("nobody", ""), *names], strict=True)
        }
        self.assertEqual({answer.status_code for answer in answers}, {200})
        self.assertEqual(len(pages), 1, pages)
        self.assertContains(answers[0], "登录名或者密码不对。")

    @override_settings(PASSWORD_HASHERS=["tests.accounts.test_login.CountedHasher"])
    def test_one_password_is_hashed_whatever_name_was_typed(self):
        make_user(role=Role.STAFF, username="limei")
        User.objects.create_user("invited", "李四")
        backend, hashed = authentication.PersonBackend(), {}

        for name in ("limei", "nobody", "invited"):
            before = CountedHasher.hashed
            self.assertIsNone(backend.authenticate(None, name, "不对"))
            hashed[name] = CountedHasher.hashed - before

        self.assertEqual(hashed, {"limei": 1, "nobody": 1, "invited": 1})

    def test_hashing_a_password_takes_bounded_memory(self):
        user = make_user()
        user.set_password(PASSWORD)

        decoded = identify_hasher(user.password).decode(user.password)

        self.assertEqual(
            (decoded["variety"], decoded["memory_cost"], decoded["parallelism"]),
            ("argon2id", 19456, 1),
        )


class LockTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user(role=Role.STAFF, username="limei", name="李梅")

    def login(self, password, name="limei", address="192.0.2.1"):
        data = {"username": name, "password": password}
        return self.client.post(reverse("login"), data, REMOTE_ADDR=address)

    def test_after_five_wrong_passwords_the_right_one_is_refused_for_a_quarter_of_an_hour(self):
        statuses = [self.login("不对").status_code for _ in range(5)]

        refused = self.login(PASSWORD)

        self.assertEqual(statuses, [200, 200, 200, 200, 429])
        self.assertEqual(refused.status_code, 429)
        self.assertContains(refused, "请等15分钟再试", status_code=429)
        self.assertFalse(get_user(self.client).is_authenticated)

        later = AccessAttempt.objects.get().attempt_time - authentication.settings.AXES_COOLOFF_TIME
        AccessAttempt.objects.update(attempt_time=later)
        self.assertEqual(self.login(PASSWORD).status_code, 302)

    def test_a_lock_says_the_same_of_a_name_that_nobody_has(self):
        for name in ("limei", "nobody"):
            for _ in range(5):
                self.login("不对", name=name)

        pages = [
            self.login(PASSWORD, name=name).content.replace(name.encode(), b"").split(b"<h1>")[1]
            for name in ("limei", "nobody")
        ]

        self.assertEqual(pages[0], pages[1])

    def test_it_holds_at_one_address_only(self):
        for _ in range(5):
            self.login("不对")

        self.assertEqual(self.login(PASSWORD, address="192.0.2.2").status_code, 302)

    def test_wrong_passwords_from_everywhere_slow_one_person_down(self):
        for number in range(30):
            name = ("limei", "李梅")[number % 2]
            self.login("不对", name=name, address=f"198.51.100.{number}")

        self.assertEqual(self.login(PASSWORD, address="192.0.2.9").status_code, 200)
        self.assertFalse(get_user(self.client).is_authenticated)

    def test_the_trail_keeps_logins_and_failures_but_no_password(self):
        self.login("不对")
        self.login(PASSWORD)

        self.login("不对", name="nobody")

        acts = AuditEvent.objects.order_by("pk").values_list("action", "succeeded", "actor_id")
        self.assertEqual(
            list(acts),
            [
                ("login", False, self.user.pk),
                ("login", True, self.user.pk),
                ("login", False, None),
            ],
        )
        kept = "".join(AccessAttempt.objects.values_list("post_data", flat=True))
        self.assertNotIn("不对", kept + str(list(AuditEvent.objects.values())))

    def test_a_new_link_opens_the_lock(self):
        for _ in range(5):
            self.login("不对")
        token = Invitation.objects.issue(user=self.user, by=None)

        self.client.post(
            reverse("welcome", args=[token]),
            {"password": "另一句密码2004", "again": "另一句密码2004"},
        )

        self.assertEqual(self.login("另一句密码2004").status_code, 302)

    def test_whoever_looks_after_the_account_unlocks_it(self):
        for _ in range(5):
            self.login("不对")
        officer = make_user(role=Role.COUNTY, county=self.user.acting.county)
        pk = self.user.acting.pk
        self.client.force_login(officer)
        self.assertContains(self.client.get(reverse("accounts:detail", args=[pk])), "解除锁定")

        self.client.post(reverse("accounts:act", args=[pk, "unlock"]))

        self.client.logout()
        self.assertEqual(self.login(PASSWORD).status_code, 302)


class AddressTests(TestCase):
    def seen(self, proxies, forwarded):
        request = RequestFactory().get(
            "/", headers={"X-Forwarded-For": forwarded} if forwarded else {}
        )
        with override_settings(PROXIES=proxies):
            return client_address(request)

    def test_an_address_is_what_our_own_proxy_saw(self):
        self.assertEqual(self.seen(0, "203.0.113.7"), "127.0.0.1")
        self.assertEqual(self.seen(1, "6.6.6.6, 203.0.113.7"), "203.0.113.7")
        self.assertEqual(self.seen(2, "6.6.6.6, 203.0.113.7, 10.0.0.1"), "203.0.113.7")
        self.assertEqual(self.seen(1, ""), "127.0.0.1")


class NextTests(TestCase):
    def test_a_login_leads_to_pages_of_ours_only(self):
        user = make_user(role=Role.STAFF, username="limei")
        self.assertGreaterEqual(len(EVIL), 40)
        for target in EVIL:
            with self.subTest(target=target):
                data = {"username": user.username, "password": PASSWORD, "next": target}
                self.assertEqual(self.client.post(reverse("login"), data).url, "/")
                self.assertEqual(
                    self.client.post(reverse("year"), {"year": "2004", "next": target}).url, "/"
                )
                self.client.logout()

    def test_a_page_of_ours_with_its_query_is_followed(self):
        self.assertEqual(own_page("/members/?q=赵云&page=2"), "/members/?q=赵云&page=2")


class SwitchTests(TestCase):
    def test_the_page_of_the_account_shows_every_role_and_changes_it(self):
        user = make_user(role=Role.MEMBER, name="肖阳")
        leader = make_appointment(user=user, role=Role.LEADER, township=user.acting.township)
        self.client.force_login(user)
        self.assertContains(self.client.get(reverse("account")), "换成这个身份", count=1)

        self.client.post(reverse("acting"), {"appointment": leader.pk})

        page = self.client.get(reverse("account"))
        self.assertEqual(page.wsgi_request.user.acting, leader)
        self.assertContains(page, "镇党委领导")
