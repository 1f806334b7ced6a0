"""A row points into its own county and township only; Django's migrations keep the keys for it."""

from django.db import IntegrityError, connection, models
from django.db.migrations.writer import MigrationWriter
from django.test import SimpleTestCase, TestCase

from accounts.models import Appointment
from activities.models import Activity, Attendance
from cppcc.tenancy import SameOwner, TenantKey
from members.models import Membership
from plans.models import WorkGroupMember
from tests.factories import make_group, make_membership, make_township


def keys_of(model, name: str) -> list[SameOwner]:
    keys = [one for one in model._meta.constraints if isinstance(one, SameOwner)]
    return [one for one in keys if one.key == name]


def key_of(model, name: str) -> SameOwner | None:
    return next(iter(keys_of(model, name)), None)


def composite_keys(model) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE contype = 'f' AND conrelid = %s::regclass ORDER BY 1",
            [model._meta.db_table],
        )
        return [text for (text,) in cursor.fetchall() if "county_id, " in text]


class KeyTests(SimpleTestCase):
    def test_a_key_binds_the_owners_that_both_rows_have(self):
        self.assertEqual(key_of(WorkGroupMember, "membership").owners, ("county", "township"))
        self.assertEqual(key_of(Membership, "township").owners, ("county",))

    def test_a_row_that_may_lack_a_township_is_bound_to_its_county_then(self):
        owners = [key.owners for key in keys_of(Activity, "task")]

        self.assertEqual(owners, [("county", "township"), ("county",)])

    def test_a_row_of_a_county_event_may_leave_its_township(self):
        self.assertEqual(key_of(Attendance, "activity").owners, ("county",))

    def test_the_county_itself_and_people_need_none(self):
        self.assertIsNone(key_of(Membership, "county"))
        self.assertIsNone(key_of(Appointment, "user"))

    def test_migrations_hold_a_plain_key_and_the_constraint(self):
        _, path, _, _ = Membership._meta.get_field("term").deconstruct()
        text, imports = MigrationWriter.serialize(key_of(Membership, "term"))

        self.assertEqual(path, "django.db.models.ForeignKey")
        self.assertIn("cppcc.tenancy.SameOwner", text)
        self.assertEqual(imports, {"import cppcc.tenancy"})

    def test_a_copy_of_the_model_is_bound_once(self):
        names = [one.name for one in Membership._meta.constraints]

        self.assertEqual(len(names), len(set(names)))
        self.assertIsInstance(Membership._meta.get_field("term").clone(), TenantKey)


class DatabaseTests(TestCase):
    def test_a_member_of_another_township_is_refused(self):
        group = make_group()
        stranger = make_membership(township=make_township(county=group.county))
        owner = {"county": group.county, "township": group.township}

        with self.assertRaisesMessage(IntegrityError, "membership_id_same_township"):
            WorkGroupMember.objects.create(**owner, group=group, membership=stranger)

    def test_a_later_migration_may_take_a_key_away_and_add_it(self):
        before, key = composite_keys(Membership), key_of(Membership, "term")

        with connection.schema_editor() as editor:
            editor.remove_constraint(Membership, key)
        without = composite_keys(Membership)
        with connection.schema_editor() as editor:
            editor.add_constraint(Membership, key)

        self.assertEqual(len(without), len(before) - 1)
        self.assertEqual(composite_keys(Membership), before)

    def test_it_asks_the_database_nothing_while_a_form_is_judged(self):
        membership = make_membership()

        with self.assertNumQueries(0):
            key_of(Membership, "term").validate(Membership, membership)

    def test_what_it_points_at_is_never_deleted_from_under_it(self):
        membership = make_membership()

        with self.assertRaises(models.RestrictedError):
            membership.term.delete()
