"""The guard of all other tests does bite: see MIDDLEWARE in tests/settings.py."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.test import TestCase, override_settings
from django.urls import path
from zeal import NPlusOneError

from members.models import Membership
from tests.factories import make_membership


@login_not_required
def careless(request):
    return HttpResponse("、".join(one.member.name for one in Membership.objects.all()))


urlpatterns = [path("", careless)]


@override_settings(ROOT_URLCONF=__name__)
class RepeatedLoadTests(TestCase):
    def test_a_page_that_asks_for_each_row_anew_fails(self):
        make_membership(name="赵云")
        make_membership(name="肖阳")

        with self.assertLogs("django.request", "ERROR"):
            with self.assertRaisesMessage(NPlusOneError, "members.Membership.member"):
                self.client.get("/")
