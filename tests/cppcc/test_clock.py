"""The day of the office: in its own time zone, and set by nobody in production."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime

from django.conf import settings
from django.test import SimpleTestCase, override_settings

from cppcc import clock, periods


class ClockTests(SimpleTestCase):
    @override_settings(CLOCK=datetime(2026, 12, 31, 16, 30, tzinfo=UTC))
    def test_half_past_midnight_of_new_year_is_the_new_year(self):
        self.assertEqual(clock.today(), date(2027, 1, 1))

    def test_it_can_be_another_day_inside_a_block(self):
        with clock.at(date(2004, 12, 16)):
            inside = clock.today()

        self.assertEqual((inside, clock.today() == inside), (date(2004, 12, 16), False))

    def test_a_set_clock_is_refused_where_https_is_on(self):
        run = subprocess.run(
            [sys.executable, "manage.py", "check"],
            cwd=settings.BASE_DIR,
            env=os.environ
            | {"CPPCC_NOW": "2004-12-16", "CPPCC_HTTPS": "1", "CPPCC_SECRET_KEY": "x" * 50},
            capture_output=True,
            text=True,
            check=False,
        )

        self.assertIn("CPPCC_NOW is refused", run.stderr)
        self.assertNotEqual(run.returncode, 0)


class PeriodTests(SimpleTestCase):
    def test_the_quarters_make_the_year(self):
        quarters = periods.quarters(2004)

        self.assertEqual(
            [(q.first, q.last) for q in quarters],
            [
                (date(2004, 1, 1), date(2004, 3, 31)),
                (date(2004, 4, 1), date(2004, 6, 30)),
                (date(2004, 7, 1), date(2004, 9, 30)),
                (date(2004, 10, 1), date(2004, 12, 31)),
            ],
        )

    def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(self):
        self.assertEqual(periods.add_months(date(2004, 3, 12), 3), date(2004, 6, 12))
        self.assertEqual(periods.add_months(date(2004, 11, 30), 3), date(2005, 2, 28))
        self.assertEqual(periods.add_months(date(2004, 1, 31), 1), date(2004, 2, 29))
