"""What the registers add to the year: one record moves the figures of member, township, county."""

from datetime import date

from django.test import TestCase

from activities.models import Attendance
from cppcc import figures
from tests.factories import (
    make_activity,
    make_attendance,
    make_line,
    make_membership,
    make_township,
)

YEAR = date(2004, 1, 1), date(2004, 12, 31)


class FigureTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.township = make_township()
        cls.zhao = make_membership(township=cls.township)
        cls.xiao = make_membership(township=cls.township, name="肖阳")

    def township_counts(self, *keys) -> dict:
        counted = figures.measure(keys, "township", [self.township.pk], *YEAR)
        return {key: of[self.township.pk] for key, of in counted.items()}

    def member_counts(self, key: str) -> dict:
        pks = [self.zhao.pk, self.xiao.pk]
        counted = figures.measure([key], "member", pks, *YEAR)[key]
        return {"赵云": counted[pks[0]], "肖阳": counted[pks[1]]}

    def test_a_visit_moves_the_visits_and_the_coverage(self):
        keys = ("visits", "members_visited", "visit_coverage")
        self.assertEqual(
            self.township_counts(*keys), {"visits": 0, "members_visited": 0, "visit_coverage": 0}
        )

        make_line("visits", membership=self.zhao)
        make_line("visits", membership=self.zhao)

        self.assertEqual(
            self.township_counts(*keys), {"visits": 2, "members_visited": 1, "visit_coverage": 50}
        )
        self.assertEqual(self.member_counts("visits"), {"赵云": 2, "肖阳": 0})

    def test_the_year_begins_on_its_first_day_and_ends_on_its_last(self):
        days = [date(2003, 12, 31), date(2004, 1, 1), date(2004, 12, 31), date(2005, 1, 1)]
        counted = {
            "visits": "visits",
            "notes": "study_notes",
            "articles": "articles",
            "attention": "guidance",
            "consultations": "prior_consultations",
            "research": "research_reports",
            "honours": "honours",
        }
        for register, figure in counted.items():
            for on in days:
                if register in ("visits", "notes", "honours"):
                    make_line(register, membership=self.zhao, on=on)
                else:
                    make_line(register, township=self.township, on=on)

            self.assertEqual(self.township_counts(figure), {figure: 2}, register)

    def test_leave_is_no_absence(self):
        statuses = Attendance.Status
        for status in (statuses.PRESENT, statuses.EXCUSED, statuses.ASKED, statuses.PENDING):
            make_attendance(
                activity=make_activity(township=self.township),
                membership=self.zhao,
                status=status,
            )
        self.assertEqual(self.township_counts("attendance_rate"), {"attendance_rate": 100})

        make_attendance(
            activity=make_activity(township=self.township),
            membership=self.zhao,
            status=statuses.ABSENT,
        )

        self.assertEqual(self.township_counts("attendance_rate"), {"attendance_rate": 50})
        self.assertEqual(self.member_counts("attendance_rate"), {"赵云": 50, "肖阳": None})

    def test_a_deed_without_an_award_is_no_honour(self):
        make_line("honours", membership=self.zhao, is_award=False)
        make_line("honours", membership=self.zhao)

        self.assertEqual(self.member_counts("honours"), {"赵云": 1, "肖阳": 0})

    def test_a_pairing_counts_while_it_lasts(self):
        make_line("pairings", membership=self.zhao, on=date(2003, 1, 1), ended_on=date(2004, 1, 1))
        make_line("pairings", membership=self.zhao, on=date(2004, 12, 31))
        make_line(
            "pairings", membership=self.zhao, on=date(2003, 1, 1), ended_on=date(2003, 12, 31)
        )
        make_line("pairings", membership=self.zhao, on=date(2005, 1, 1))

        self.assertEqual(self.member_counts("pairings"), {"赵云": 2, "肖阳": 0})

    def test_leave_and_absence_are_counted_apart(self):
        statuses = Attendance.Status
        for feeds, status in (
            ("study", statuses.PRESENT),
            ("study", statuses.EXCUSED),
            ("inspection", statuses.PRESENT),
            ("inspection", statuses.ABSENT),
            ("county", statuses.EXCUSED),
            ("county", statuses.ABSENT),
        ):
            make_attendance(
                activity=make_activity(township=self.township, feeds=feeds),
                membership=self.zhao,
                status=status,
            )

        keys = ("present", "excused", "absent", "studies_attended", "inspections_attended")
        counted = {key: self.member_counts(key)["赵云"] for key in keys}

        self.assertEqual(
            counted,
            {
                "present": 2,
                "excused": 2,
                "absent": 2,
                "studies_attended": 1,
                "inspections_attended": 1,
            },
        )
        self.assertEqual(self.member_counts("absent_from_county"), {"赵云": 1, "肖阳": 0})
        self.assertEqual(self.member_counts("county_attendance_rate"), {"赵云": 0, "肖阳": None})

    def test_a_contact_with_the_masses_counts_for_its_member(self):
        make_line("contacts", membership=self.zhao)
        make_line("contacts", membership=self.zhao, on=date(2003, 12, 31))

        self.assertEqual(self.member_counts("contacts"), {"赵云": 1, "肖阳": 0})
        self.assertEqual(self.township_counts("contacts"), {"contacts": 1})

    def test_two_households_of_one_member_cover_one_member(self):
        make_line("pairings", membership=self.zhao)
        make_line("pairings", membership=self.zhao)
        make_line(
            "pairings", membership=self.xiao, on=date(2003, 1, 1), ended_on=date(2003, 12, 31)
        )

        self.assertEqual(
            self.township_counts("pairings", "paired_members", "pairing_coverage"),
            {"pairings": 2, "paired_members": 1, "pairing_coverage": 50},
        )

    def test_deeds_posts_and_talents_are_counted(self):
        make_line("honours", membership=self.zhao, is_award=False)
        make_line("honours", membership=self.zhao)
        make_line("engagements", membership=self.zhao)
        make_line("engagements", membership=self.zhao, on=date(2005, 1, 1))
        make_line("talents", township=self.township, on=date(2002, 5, 1))
        make_line("talents", township=self.township, on=date(2002, 5, 1), ended_on=YEAR[0])
        make_line(
            "talents", township=self.township, on=date(2002, 5, 1), ended_on=date(2003, 12, 31)
        )

        self.assertEqual(
            self.township_counts("deeds", "honours", "engagements", "talents"),
            {"deeds": 1, "honours": 1, "engagements": 1, "talents": 2},
        )

    def test_a_record_of_another_township_moves_nothing_here(self):
        make_line("visits", membership=make_membership(name="何耒"))

        self.assertEqual(
            self.township_counts("visits", "visit_coverage"), {"visits": 0, "visit_coverage": 0}
        )
