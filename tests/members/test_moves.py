"""Transfer, the next term, the member's own correction, the photo."""

import io
from datetime import date

from django.db import transaction
from django.test import TestCase
from django.urls import reverse
from PIL import Image

from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from members.models import Correction, Member, Membership, Portrait
from tests.factories import (
    make_activity,
    make_attendance,
    make_county,
    make_membership,
    make_portrait,
    make_proposal,
    make_term,
    make_township,
    make_unit,
    make_user,
)
from tests.queries import counted_queries
from tests.sheets import upload


def picture() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (1200, 1600), "red").save(written, "JPEG")
    return written.getvalue()


class MoveTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.enterClassContext(clock.at(date(2004, 12, 16)))
        cls.county = make_county()
        cls.here = make_township(county=cls.county, name="清溪镇")
        cls.there = make_township(county=cls.county, name="锦江镇")
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        cls.staff = make_user(role=Role.STAFF, township=cls.here)
        cls.user = make_user(role=Role.MEMBER, township=cls.here)
        cls.person = Member.objects.create(
            county=cls.county, name="赵云", phone="13812341234", user=cls.user
        )
        cls.zhao = make_membership(township=cls.here, member=cls.person)

    def post(self, route: str, user, *args, **data):
        self.client.force_login(user)
        return self.client.post(reverse(f"members:{route}", args=args), data, follow=True)

    def errors(self, response) -> dict:
        return {name: list(words) for name, words in response.context["form"].errors.items()}


class TransferTests(MoveTestCase):
    def transfer(self, on="2004-07-01", **typed):
        data = {"township": self.there.pk, "on": on, "sector": self.zhao.sector_id}
        data |= {"post": "锦江镇某厂厂长", "version": 1, **typed}
        return self.post("transfer", self.officer, self.zhao.pk, **data)

    def test_the_old_membership_ends_and_a_new_one_begins(self):
        self.assertContains(self.transfer(), "调动已办理。")

        fields = ("township__name", "term__name", "post", "joined_on", "left_on", "left_why")
        self.assertEqual(
            list(self.person.memberships.order_by("pk").values_list(*fields)),
            [
                ("清溪镇", "第六届", "某厂厂长", date(2003, 1, 1), date(2004, 6, 30), "调到锦江镇"),
                ("锦江镇", "第六届", "锦江镇某厂厂长", date(2004, 7, 1), None, ""),
            ],
        )

    def test_each_office_sees_its_own_part_and_what_was_done_stays_where_it_was_done(self):
        study = make_activity(township=self.here)
        make_attendance(activity=study, membership=self.zhao)
        self.transfer()
        new = self.person.memberships.latest("pk")

        self.assertEqual(list(Membership.objects.visible_to(self.staff)), [self.zhao])
        theirs = make_user(role=Role.STAFF, township=self.there)
        self.assertEqual(list(Membership.objects.visible_to(theirs)), [new])
        self.assertEqual([one.membership for one in study.attendances.all()], [self.zhao])

    def test_the_login_goes_along(self):
        self.transfer(on="2004-12-16")

        rows = self.user.appointments.order_by("pk").values_list("township__name", "last_on")
        self.assertEqual(list(rows), [("清溪镇", date(2004, 12, 15)), ("锦江镇", None)])

    def test_a_login_opened_since_the_day_of_the_transfer_goes_along_as_a_whole(self):
        for first in (date(2004, 7, 1), date(2004, 12, 1)):
            with self.subTest(first), transaction.atomic():
                self.user.appointments.update(first_on=first)
                self.transfer(on="2004-07-01")

                rows = self.user.appointments.values_list("township__name", "first_on", "last_on")
                self.assertEqual(list(rows), [("锦江镇", first, None)])
                transaction.set_rollback(True)

    def test_a_stopped_login_stays_stopped_in_the_new_township(self):
        self.user.appointments.update(is_stopped=True)
        self.transfer()

        rows = self.user.appointments.order_by("pk").values_list("township__name", "is_stopped")
        self.assertEqual(list(rows), [("清溪镇", True), ("锦江镇", True)])

    def test_a_day_that_cannot_be_is_refused_at_its_field(self):
        cases = {"2003-01-01": "要晚于在清溪镇任职的第一天。", "2004-12-17": "日期不能晚于今天。"}
        for on, words in cases.items():
            with self.subTest(on):
                self.assertEqual(self.errors(self.transfer(on=on)), {"on": [words]})
        self.assertEqual(Membership.objects.count(), 1)

    def test_the_second_of_two_officers_is_told_and_nobody_is_in_two_places(self):
        self.transfer()

        again = self.transfer(on="2004-08-01")

        self.assertContains(again, "这位委员已经离任，不能再办理调动。")
        Membership.objects.filter(pk=self.zhao.pk).update(left_on=None, version=7)
        self.assertContains(self.transfer(), "还没有保存")
        self.assertEqual(Membership.objects.count(), 2)

    def test_who_was_moved_away_may_come_back(self):
        self.transfer()
        new = self.person.memberships.latest("pk")
        data = {"township": self.here.pk, "on": "2004-09-01", "sector": new.sector_id}

        self.post("transfer", self.officer, new.pk, **data, post="", version=1)

        self.assertEqual(self.person.memberships.count(), 3)


class ReelectionTests(MoveTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.xiao = make_membership(township=cls.here, name="肖阳", post="某村支书")
        make_membership(township=cls.there, name="何耒")
        cls.seventh = make_term(
            county=cls.county,
            name="第七届",
            first_on=date(2004, 12, 1),
            last_on=date(2009, 12, 31),
        )

    def reelect(self, *staying, user=None, **typed):
        data = {"term": self.seventh.pk, "on": "2004-12-10", "is_agreed": "on"}
        data |= {"staying": [one.pk for one in staying], **typed}
        return self.post("reelect", user or self.staff, **data)

    def rows(self) -> list[tuple]:
        fields = ("member__name", "term__name", "post", "joined_on", "left_on", "left_why")
        return list(Membership.objects.order_by("pk").values_list(*fields))

    def test_who_is_ticked_serves_on_and_the_others_end(self):
        self.assertContains(self.reelect(self.zhao), "换届已办理：连任1人，离任1人。")

        first, eve = date(2003, 1, 1), date(2004, 12, 9)
        self.assertEqual(
            self.rows(),
            [
                ("赵云", "第六届", "某厂厂长", first, eve, "换届，连任"),
                ("肖阳", "第六届", "某村支书", first, eve, "换届"),
                ("何耒", "第六届", "某厂厂长", first, None, ""),
                ("赵云", "第七届", "某厂厂长", date(2004, 12, 10), None, ""),
            ],
        )

    def test_the_file_of_the_last_term_stays_readable_and_leads_to_the_new_one(self):
        self.reelect(self.zhao)

        page = self.client.get(self.zhao.get_absolute_url())

        self.assertContains(page, "第六届")
        self.assertContains(page, self.person.memberships.latest("pk").get_absolute_url())

    def test_a_second_time_nothing_is_left_to_do(self):
        self.reelect(self.zhao)
        new = self.person.memberships.latest("pk")

        again = self.reelect(new)

        self.assertEqual(set(self.errors(again)), {"term", "staying"})
        self.assertEqual(Membership.objects.count(), 4)

    def test_whoever_does_not_agree_or_gives_a_day_that_cannot_be_is_told(self):
        self.assertEqual(
            self.errors(self.reelect(is_agreed="")), {"is_agreed": ["请核对名单后勾选这一项。"]}
        )
        self.assertEqual(
            self.errors(self.reelect(on="2004-01-01")),
            {"on": ["第七届从2004年12月1日开始，请核对。"]},
        )

    def test_a_member_of_another_township_cannot_be_slipped_in(self):
        foreign = Membership.objects.get(member__name="何耒")

        self.assertEqual(set(self.errors(self.reelect(foreign))), {"staying"})

    def test_the_county_first_says_which_township(self):
        self.client.force_login(self.officer)
        page = self.client.get(reverse("members:reelect"))
        self.assertContains(page, f"?township={self.there.pk}")

        form = self.client.get(reverse("members:reelect"), {"township": self.there.pk}).context[
            "form"
        ]

        self.assertEqual([str(one) for one in form.serving], ["何耒"])


class PersonalDataTests(MoveTestCase):
    def correct(self, phone: str, user=None, version=1):
        return self.post("contact", user or self.user, self.zhao.pk, phone=phone, version=version)

    def test_a_correction_is_kept_and_shown_to_the_office(self):
        self.correct("１３９ 0000 1111")

        self.person.refresh_from_db()
        self.assertEqual(self.person.phone, "13900001111")
        (kept,) = Correction.objects.all()
        self.assertEqual(
            (kept.before, kept.after, kept.actor_name), ("13812341234", "13900001111", "张三")
        )
        self.client.force_login(self.staff)
        for page in (reverse("members:index"), self.zhao.get_absolute_url()):
            text = self.client.get(page).content.decode()
            self.assertIn("<del>13812341234</del> → <ins>13900001111</ins>", text)
            self.assertIn("张三，2004年12月16日", text)

    def test_what_is_no_number_or_is_no_change_leaves_nothing(self):
        self.assertEqual(self.errors(self.correct("138")), {"phone": ["不是电话号码，请核对。"]})
        self.correct("13812341234")
        self.assertEqual(Correction.objects.count(), 0)

    def test_a_number_that_the_office_has_just_changed_is_not_overwritten(self):
        self.person.revise(by=self.staff, phone="13700000000")

        page = self.correct("13900001111")

        self.assertContains(page, "13700000000")
        self.person.refresh_from_db()
        self.assertEqual(self.person.phone, "13700000000")
        self.assertContains(self.correct("13900001111", version=2), "联系电话已保存")

    def test_nobody_else_reads_of_it(self):
        self.correct("13900001111")
        for user in (
            make_user(role=Role.MEMBER, township=self.here),
            make_user(role=Role.LEADER, township=self.here),
            make_user(role=Role.STAFF, township=self.there),
            make_user(role=Role.COUNTY),
        ):
            self.assertEqual(list(Correction.objects.visible_to(user)), [])
        self.assertEqual(Correction.objects.visible_to(self.user).count(), 1)

    def test_only_the_unit_that_handles_the_proposal_reads_the_full_number(self):
        unit, other = make_unit(county=self.county), make_unit(county=self.county)
        proposal = make_proposal(proposer=self.zhao, status="assigned", handler=unit)
        users = {
            "unit": make_user(role=Role.UNIT, unit=unit, county=self.county),
            "staff": self.staff,
            "county": self.officer,
            "self": self.user,
            "leader": make_user(role=Role.LEADER, township=self.here),
        }
        shown = {name: proposal.proposer_phone_for(user) for name, user in users.items()}

        full, masked = "13812341234", "138****1234"
        self.assertEqual(
            shown, {**dict.fromkeys(["unit", "staff", "county", "self"], full), "leader": masked}
        )
        stranger = make_user(role=Role.UNIT, unit=other, county=self.county)
        self.assertEqual(proposal.proposer_phone_for(stranger), masked)
        for name, words in (("unit", full), ("leader", masked)):
            self.client.force_login(users[name])
            page = self.client.get(proposal.get_absolute_url())
            self.assertContains(page, words)
        self.assertNotContains(page, full)

    def test_a_photo_is_put_in_and_taken_out(self):
        self.assertContains(self.send_photo(upload(picture(), "照片.jpg")), "照片已保存。")

        (portrait,) = Portrait.objects.all()
        response = self.client.get(reverse("members:portrait", args=[self.zhao.pk]))
        with Image.open(io.BytesIO(response.content)) as shown:
            self.assertEqual((shown.format, shown.size), ("JPEG", (600, 800)))
        headers = {name: response[name] for name in ("Content-Security-Policy", "Content-Type")}
        self.assertEqual(
            headers,
            {
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Content-Type": "image/jpeg",
            },
        )
        self.assertEqual(portrait.path.stat().st_mode & 0o777, 0o640)
        with self.captureOnCommitCallbacks(execute=True):
            self.send_photo(None, is_removed="on")
        self.assertEqual((Portrait.objects.count(), portrait.path.exists()), (0, False))

    def send_photo(self, file, **data):
        given = {"file": file} if file else {}
        return self.post("portrait_edit", self.staff, self.zhao.pk, **given, **data)

    def test_what_is_no_photo_is_told_at_the_field(self):
        self.assertEqual(self.errors(self.send_photo(None)), {"file": ["请选择照片。"]})
        answer = self.send_photo(upload(b"%PDF-1.4", "照片.jpg"))
        self.assertIn("内容是PDF 文件", self.errors(answer)["file"][0])

    def test_whoever_takes_the_photo_leaves_a_row_in_the_audit_trail(self):
        make_portrait(member=self.person)
        self.client.force_login(self.staff)

        self.client.get(reverse("members:portrait", args=[self.zhao.pk]))

        row = AuditEvent.objects.latest("pk")
        self.assertEqual((row.action, row.object_type), ("download_file", "members.portrait"))

    def test_namesakes_are_told_apart_by_their_months(self):
        Member.objects.update(born_in="1965-08")
        twin = Member.objects.create(county=self.county, name="赵云", born_in="1970-01")
        make_membership(township=self.here, member=twin)
        self.client.force_login(self.staff)

        page = self.client.get(reverse("members:index"))

        for month in ("（1965-08）", "（1970-01）"):
            self.assertContains(page, month)
        self.client.force_login(self.user)
        self.assertNotContains(self.client.get(reverse("members:index")), "1970-01")

    def test_a_members_page_costs_the_same_however_much_there_is(self):
        self.client.force_login(self.staff)
        counts = []
        for rows in (1, 3):
            while Correction.objects.count() < rows:
                number = f"1390000111{Correction.objects.count()}"
                self.person.refresh_from_db()
                Correction.make(
                    self.person, by=self.user, version=self.person.version, phone=number
                )
                make_membership(township=self.here, member=self.person, left_on=date(2004, 1, 1))
            with counted_queries() as queries:
                self.client.get(self.zhao.get_absolute_url())
            counts.append(len(queries))
        self.assertEqual(counts[0], counts[1])
