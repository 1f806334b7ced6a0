"""Logging in, acting in one of one's roles, and the year one works in."""

from datetime import date

from django.contrib.auth import get_user
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import TestCase
from django.urls import reverse

from accounts.models import Appointment
from counties.roles import Role
from cppcc import clock
from tests.factories import PASSWORD, make_appointment, make_township, make_user


class ActingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.user = make_user(role=Role.MEMBER, township=cls.township, name="肖阳")
        cls.leader = make_appointment(user=cls.user, role=Role.LEADER, township=cls.township)

    def role_now(self) -> str:
        return self.client.get("/").wsgi_request.user.acting.role

    def test_a_person_acts_in_the_first_role_until_another_is_chosen(self):
        self.client.force_login(self.user)
        self.assertEqual(self.role_now(), Role.MEMBER)

        self.client.post(reverse("acting"), {"appointment": self.leader.pk})

        self.assertEqual(self.role_now(), Role.LEADER)

    def test_nobody_acts_in_a_role_of_somebody_else(self):
        other = make_user(role=Role.COUNTY, county=self.township.county)
        self.client.force_login(self.user)

        response = self.client.post(
            reverse("acting"), {"appointment": other.current_appointments[0].pk}
        )

        self.assertEqual(response.status_code, 404)

    def test_a_role_that_has_ended_is_not_acted_in(self):
        self.client.force_login(self.user)
        self.client.post(reverse("acting"), {"appointment": self.leader.pk})

        Appointment.objects.filter(pk=self.leader.pk).update(last_on=date(2004, 1, 1))

        self.assertEqual(self.role_now(), Role.MEMBER)

    def test_a_role_begins_and_ends_on_its_days(self):
        Appointment.objects.filter(pk=self.leader.pk).update(
            first_on=date(2004, 1, 1), last_on=date(2004, 6, 30)
        )

        def roles_on(day):
            with clock.at(day):
                user = type(self.user).objects.get(pk=self.user.pk)
                return [one.role for one in user.current_appointments]

        self.assertEqual(roles_on(date(2003, 12, 31)), ["member"])
        self.assertEqual(roles_on(date(2004, 6, 30)), ["member", "leader"])
        self.assertEqual(roles_on(date(2004, 7, 1)), ["member"])

    def test_what_is_wrong_with_a_password_is_said_in_chinese(self):
        with self.assertRaises(ValidationError) as refused:
            validate_password("123")

        self.assertEqual(
            refused.exception.messages,
            ["密码太短了，至少要8位。", "这个密码太常见了。", "密码只包含数字。"],
        )

    def test_somebody_without_a_role_sees_an_empty_desk_and_nothing_else(self):
        self.client.force_login(make_user())

        self.assertEqual(self.client.get("/").status_code, 200)
        self.assertEqual(self.client.get(reverse("activities:create")).status_code, 403)


class LoginTests(TestCase):
    def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(self):
        make_user(role=Role.STAFF, username="limei")

        answers = [
            self.client.post(reverse("login"), {"username": name, "password": password})
            for name, password in (("limei", "不对"), ("nobody", PASSWORD))
        ]

        errors = [answer.context["form"].non_field_errors() for answer in answers]
        self.assertEqual(errors[0], errors[1])
        self.assertEqual([answer.status_code for answer in answers], [200, 200])

    def test_login_goes_on_to_the_page_that_was_asked_for_and_nowhere_else(self):
        make_user(role=Role.STAFF, username="limei")
        data = {"username": "limei", "password": PASSWORD}

        ours = self.client.post(f"{reverse('login')}?next=/activities/", data)
        self.client.logout()
        evil = self.client.post(f"{reverse('login')}?next=https://evil.example/", data)

        self.assertEqual((ours.url, evil.url), ("/activities/", "/"))

    def test_an_account_that_is_switched_off_does_not_log_in(self):
        user = make_user(role=Role.STAFF)
        user.is_active = False
        user.save()

        self.client.post(reverse("login"), {"username": user.username, "password": PASSWORD})

        self.assertFalse(get_user(self.client).is_authenticated)


class YearTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(role=Role.STAFF))

    def test_the_year_is_kept_and_marked_when_it_is_not_this_one(self):
        self.client.post(reverse("year"), {"year": "2003", "next": "/activities/"})

        self.assertContains(self.client.get("/activities/"), "2003年活动")
        self.assertContains(self.client.get("/activities/"), "不是今年的")

    def test_nonsense_and_strange_addresses_are_refused(self):
        for year in ("0", "9999", "二〇〇四", "-2004", "1e3", ""):
            self.assertEqual(
                self.client.post(reverse("year"), {"year": year}).status_code, 404, year
            )
        response = self.client.post(
            reverse("year"), {"year": "2004", "next": "https://evil.example/"}
        )
        self.assertEqual(response.url, "/")
