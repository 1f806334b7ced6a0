"""A form acts once, however often its button is pressed."""

from uuid import uuid4

from django.test import TestCase
from django.urls import reverse

from activities.models import Activity
from counties.models import ActivityKind
from counties.roles import Role
from tests.factories import make_user


class DoublePressTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF)
        kind = ActivityKind.objects.filter(county=cls.clerk.acting.county).first()
        cls.form = {"kind": kind.pk, "theme": "第一季度学习", "on": "2004-02-10"}

    def setUp(self):
        self.client.force_login(self.clerk)

    def press(self, **changes):
        return self.client.post(reverse("activities:create"), {**self.form, **changes})

    def test_the_second_press_leads_to_what_the_first_made(self):
        key = str(uuid4())

        first, second = self.press(once=key), self.press(once=key)

        activity = Activity.objects.get()
        self.assertEqual((first.url, second.url), (activity.get_absolute_url(),) * 2)

    def test_a_refused_form_can_be_sent_again_with_the_same_key(self):
        key = str(uuid4())

        self.press(once=key, theme="")
        self.press(once=key)

        self.assertEqual(Activity.objects.get().theme, "第一季度学习")

    def test_another_key_is_another_act(self):
        self.press(once=str(uuid4()))
        self.press(once=str(uuid4()))

        self.assertEqual(Activity.objects.count(), 2)
