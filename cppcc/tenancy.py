"""What keeps one county's rows apart from another's, in the database itself.

Every tenant table has a `county`; a row may only point at rows of the same county and, where both
have one, of the same township. Django's foreign key checks one column; a `TenantKey` brings the
composite key beside it (`SameOwner`), which migrations find in the model's constraints.
"""

from collections.abc import Iterable

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.backends.ddl_references import Columns, Statement, Table
from django.db.models.constraints import BaseConstraint

OWNERS = ("county", "township")
LONGEST_NAME = 63  # bytes of an identifier in PostgreSQL


class SameOwner(BaseConstraint):
    """What `key` points at has the same `owners` as the row itself.

    A composite foreign key onto the parent's unique (county, id) or (county, township, id). A row
    without a township points into its county only.
    """

    def __init__(self, *, key: str, owners: Iterable[str], name: str):
        super().__init__(name=name)
        self.key, self.owners = key, tuple(owners)

    def create_sql(self, model, schema_editor) -> str:
        """Put off until the migration's tables are all there: the parent's unique key may not be
        made yet, because CreateModel absorbs the constraints that are added after it.

        What Django is answered does nothing: it may keep the answer for the end, None included.
        """
        field = model._meta.get_field(self.key)
        keys = [model._meta.get_field(name).column for name in self.owners]
        parent, quote = field.related_model._meta, schema_editor.quote_name
        schema_editor.deferred_sql.append(
            Statement(
                schema_editor.sql_create_fk,
                table=Table(model._meta.db_table, quote),
                name=quote(self.name),
                column=Columns(model._meta.db_table, [*keys, field.column], quote),
                to_table=Table(parent.db_table, quote),
                to_column=Columns(parent.db_table, [*keys, parent.pk.column], quote),
                deferrable=" DEFERRABLE INITIALLY IMMEDIATE",
            )
        )
        return "SELECT 1"

    def constraint_sql(self, model, schema_editor):
        """No part of CREATE TABLE."""
        self.create_sql(model, schema_editor)

    def remove_sql(self, model, schema_editor):
        return schema_editor._delete_fk_sql(model, self.name)

    def validate(self, model, instance, exclude=None, using="default") -> None:
        """Forms offer only what `visible_to` shows; what slips through the database refuses."""

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"key": self.key, "owners": self.owners}

    def __eq__(self, other):
        return isinstance(other, SameOwner) and self.deconstruct() == other.deconstruct()

    __hash__ = None  # type: ignore[assignment]  # like Django's own constraints


class TenantKey(models.ForeignKey):
    """A foreign key between tenant tables, with the composite key that keeps it in its county.

    Unless it says otherwise, nothing it points at is ever deleted from under it, and its index is
    one that starts with the county (declared in Meta, never on one column). `leaves_township` says
    that rows of one township may point at another's, of the same county.
    """

    def __init__(self, to, on_delete=models.RESTRICT, *, leaves_township: bool = False, **options):
        self.leaves_township = leaves_township
        super().__init__(to, on_delete, **{"db_index": False} | options)

    def do_related_class(self, other, cls):
        """Both models are there: add the constraints that they need."""
        super().do_related_class(other, cls)
        here, there = ({f.name: f for f in model._meta.fields} for model in (cls, other))
        owners = [name for name in OWNERS if name in here and name in there]
        if self.leaves_township:
            owners = owners[:1]
        if owners:
            self._bind(cls, owners)
            if here[owners[-1]].null:  # an empty column switches the whole key off
                self._bind(cls, owners[:1])

    def _bind(self, model, owners: list[str]) -> None:
        options = model._meta
        name = f"{options.db_table}_{self.column}_same_{owners[-1]}"
        if len(name) > LONGEST_NAME:
            raise ImproperlyConfigured(f"The database would cut {name}: shorten the table's name.")
        if name not in {one.name for one in options.constraints}:
            options.constraints.append(SameOwner(key=self.name, owners=owners, name=name))
        # Migrations read the constraints of a model that names some itself.
        options.original_attrs.setdefault("constraints", options.constraints)

    def clone(self):
        """What `deconstruct` leaves out goes along."""
        copy = super().clone()  # type: ignore[misc]  # Django's own
        copy.leaves_township = self.leaves_township
        return copy

    def deconstruct(self):
        """As Django's own: what is more about it stands in the constraint."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs
