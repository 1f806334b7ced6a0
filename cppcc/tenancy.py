"""What keeps one county's rows apart from another's, in the database itself.

Every tenant table has a `county`; a row may only point at rows of the same county (and, where
both have one, the same township). Django's foreign key checks one column, so each migration adds
the composite key beside it with the functions here, and an index that starts with the county
takes the place of Django's single-column one.
"""

from django.db import migrations, models


def tenant_key(to: str, **options) -> models.ForeignKey:
    """A foreign key between tenant tables: nothing it points at is ever deleted from under it,
    and its index is one that starts with the county (declared in Meta, never on one column)."""
    options.setdefault("on_delete", models.RESTRICT)
    return models.ForeignKey(to, db_index=False, **options)


def _composite(columns: tuple[str, ...], parents: tuple[str, ...], table: str, parent: str):
    name = f"{table}_{columns[-1]}_same_{parents[-2].removesuffix('_id')}"[:63]
    return migrations.RunSQL(
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY ({", ".join(columns)}) '
        f'REFERENCES "{parent}" ({", ".join(parents)}) DEFERRABLE INITIALLY IMMEDIATE',
        f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"',
    )


def same_county(table: str, column: str, parent: str) -> migrations.RunSQL:
    """Refuse a row whose `column` points at a `parent` of another county."""
    return _composite(("county_id", column), ("county_id", "id"), table, parent)


def same_township(table: str, column: str, parent: str) -> migrations.RunSQL:
    """Refuse a row whose `column` points at a `parent` of another township."""
    columns = ("county_id", "township_id", column)
    return _composite(columns, ("county_id", "township_id", "id"), table, parent)
