"""A row points into its own county and township only; Django's migrations keep the keys for it."""

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, models
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from django.test import SimpleTestCase, TestCase

from accounts.models import Appointment
from activities.models import Activity, Attendance
from counties.models import TownshipRecord
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


def forget(*names: str) -> None:
    """Models of a test alone."""
    for name in names:
        apps.all_models["counties"].pop(name, None)
    apps.clear_cache()


class KeyTests(SimpleTestCase):
    def tearDown(self):
        forget("note", "long")

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
        copy = Attendance._meta.get_field("activity").clone()
        self.assertIsInstance(copy, TenantKey)
        self.assertTrue(copy.leaves_township)

    def test_what_migrations_render_again_has_the_same_keys(self):
        state = ProjectState.from_apps(apps)

        for model in (Attendance, Activity, Membership):
            again = state.apps.get_model(model._meta.label)
            names = [sorted(c.name for c in one._meta.constraints) for one in (model, again)]
            self.assertEqual(names[0], names[1])

    def test_a_model_that_inherits_all_its_constraints_has_keys_in_migrations(self):
        class Note(TownshipRecord):
            class Meta:
                app_label = "counties"

        state = ModelState.from_model(Note)

        keys = [one.key for one in state.options["constraints"] if isinstance(one, SameOwner)]
        self.assertEqual(keys, ["township"])

    def test_a_name_that_the_database_would_cut_is_refused(self):
        with self.assertRaisesMessage(ImproperlyConfigured, "shorten the table's name"):

            class Long(TownshipRecord):
                class Meta:
                    app_label = "counties"
                    db_table = "a_table_with_a_name_of_" + "x" * 30


class DatabaseTests(TestCase):
    def tearDown(self):
        forget("counted")

    def test_a_table_whose_column_has_a_default_of_the_database_is_made(self):
        class Counted(TownshipRecord):
            number = models.IntegerField(db_default=0)

            class Meta(TownshipRecord.Meta):
                app_label = "counties"

        with connection.schema_editor() as editor:
            editor.create_model(Counted)

        self.assertEqual(len(composite_keys(Counted)), 1)

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
