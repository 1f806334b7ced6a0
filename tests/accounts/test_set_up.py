"""Setting up a real county from a file."""

import tempfile
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command
from django.test import TestCase

from accounts.management.commands.set_up import EXAMPLE
from accounts.models import Appointment, User
from counties.models import County, Township
from tests.factories import PASSWORD


class SetUpTests(TestCase):
    def run_with(self, text: str) -> str:
        out = StringIO()
        with tempfile.NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            call_command("set_up", Path(file.name), stdout=out)
        return out.getvalue()

    def test_the_example_makes_a_county_whose_people_can_log_in(self):
        lines = self.run_with(EXAMPLE).splitlines()

        accounts = dict(line.split("\t") for line in lines if "\t" in line)
        self.assertEqual(set(accounts), {"黄强", "李梅"})
        for name, address in accounts.items():
            self.client.post(address, {"password": PASSWORD, "again": PASSWORD})
            response = self.client.post("/login/", {"username": name, "password": PASSWORD})
            self.assertEqual(response.url, "/")
            self.client.logout()
        self.assertEqual(
            set(Appointment.objects.values_list("role", "township__name")),
            {("county", None), ("staff", "清溪镇")},
        )

    def test_a_second_run_adds_only_what_is_missing_and_shows_no_old_password(self):
        self.run_with(EXAMPLE)

        again = self.run_with(
            EXAMPLE + '\n[[townships]]\nname = "石桥镇"\nbody_name = "石桥镇政协联工委"\n'
        )

        self.assertNotIn("\t", again)
        self.assertEqual(set(Township.objects.values_list("name", flat=True)), {"清溪镇", "石桥镇"})
        self.assertEqual((User.objects.count(), Appointment.objects.count()), (2, 2))

    def test_a_wrong_file_is_told_and_makes_nothing(self):
        for text, told in (
            (
                EXAMPLE.replace('township = "清溪镇"', 'township = "没有镇"'),
                "没有名为“没有镇”的乡镇",
            ),
            (EXAMPLE.replace('role = "staff"', 'role = "king"'), "没有建立任何内容"),
            (EXAMPLE.replace('township = "清溪镇"', ""), "这个身份必须属于一个乡镇。"),
            (EXAMPLE.replace("[term]", "[terms]"), "'term'"),
            ("这不是 TOML", "读不了文件"),
        ):
            with self.subTest(told=told), self.assertRaises(CommandError) as error:
                self.run_with(text)
            self.assertIn(told, str(error.exception))
        self.assertEqual((County.objects.count(), User.objects.count()), (0, 0))
