"""Ways to spoil a database that script/checks/schema must notice, and ways that are free.

Each is a query that makes the statements to run, so that it needs no name of a table; the first
object that it finds is spoiled, and one must be found.
"""

CONSTRAINT = """
    FROM pg_constraint c WHERE connamespace = 'public'::regnamespace AND contype = '{}'
    ORDER BY conrelid::regclass::text, conname
"""
COLUMN = """
    FROM pg_attribute JOIN pg_class t ON t.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
        AND NOT attisdropped AND {}
    ORDER BY relname, attname
"""
DROP = "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname)"
AGAIN = """
    SELECT format('ALTER TABLE %1$s DROP CONSTRAINT %2$I, ADD CONSTRAINT %2$I %3$s',
        conrelid::regclass, conname, {})
"""
ALTER = "SELECT format('ALTER TABLE %s ALTER %I {}', attrelid::regclass, attname)"
INDEX = """
    FROM pg_index JOIN pg_class i ON i.oid = indexrelid
    WHERE i.relnamespace = 'public'::regnamespace AND {}
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) ORDER BY i.relname
"""
TRIGGER = "FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgrelid::regclass::text, tgname"
GRANTED = """
    FROM pg_class c, aclexplode(relacl) WHERE relnamespace = 'public'::regnamespace
    AND grantee <> relowner AND privilege_type = '{}' ORDER BY relname
"""
DEFINITION = "pg_get_constraintdef(c.oid)"

FAULTS = {
    "a check is dropped": DROP + CONSTRAINT.format("c"),
    "a check is weaker": AGAIN.format("'CHECK (true)'") + CONSTRAINT.format("c"),
    "a unique constraint is dropped": DROP + CONSTRAINT.format("u"),
    "a foreign key is dropped": DROP + CONSTRAINT.format("f"),
    "a primary key is dropped": DROP + CONSTRAINT.format("p"),
    "a foreign key deletes": AGAIN.format(
        f"replace({DEFINITION}, ' DEFERRABLE', ' ON DELETE CASCADE DEFERRABLE')"
    )
    + CONSTRAINT.format("f"),
    "a foreign key is not deferrable": AGAIN.format(
        f"regexp_replace({DEFINITION}, ' DEFERRABLE.*', '')"
    )
    + CONSTRAINT.format("f"),
    "a foreign key is not validated": AGAIN.format(f"{DEFINITION} || ' NOT VALID'")
    + CONSTRAINT.format("f"),
    "a column may be null": ALTER.format("DROP NOT NULL")
    + COLUMN.format(
        "attnotnull AND attidentity = '' AND NOT EXISTS (SELECT FROM pg_index "
        "WHERE indrelid = attrelid AND indisprimary AND attnum = ANY (indkey))"
    ),
    "a column may not be null": ALTER.format("SET NOT NULL") + COLUMN.format("NOT attnotnull"),
    "a default is lost": ALTER.format("DROP DEFAULT") + COLUMN.format("adbin IS NOT NULL"),
    "a default is new": ALTER.format("SET DEFAULT ''''") + COLUMN.format("atttypid = 1043"),
    "a text may be longer": ALTER.format("TYPE varchar(999)") + COLUMN.format("atttypid = 1043"),
    "a number is smaller": ALTER.format("TYPE smallint") + COLUMN.format("atttypid = 23"),
    "a collation is changed": "SELECT format('ALTER TABLE %s ALTER %I TYPE %s COLLATE \"POSIX\"', "
    "attrelid::regclass, attname, format_type(atttypid, atttypmod))"
    + COLUMN.format("atttypid = 1043"),
    "a column is dropped": "SELECT format('ALTER TABLE %s DROP %I CASCADE', attrelid::regclass, "
    "attname)" + COLUMN.format("attname <> 'id'"),
    "a column is new": "SELECT format('ALTER TABLE %s ADD one_more int', attrelid::regclass)"
    + COLUMN.format("attname = 'id'"),
    "an identity is lost": ALTER.format("DROP IDENTITY") + COLUMN.format("attidentity <> ''"),
    "an identity counts otherwise": ALTER.format("SET INCREMENT BY 2")
    + COLUMN.format("attidentity <> ''"),
    "an index is dropped": "SELECT format('DROP INDEX %s', indexrelid::regclass)"
    + INDEX.format("true"),
    "an index is unique no more": "SELECT format('DROP INDEX %s; %s', indexrelid::regclass, "
    "replace(pg_get_indexdef(indexrelid), ' UNIQUE', ''))" + INDEX.format("indisunique"),
    "an index holds for all rows": "SELECT format('DROP INDEX %s; %s', indexrelid::regclass, "
    "regexp_replace(pg_get_indexdef(indexrelid), ' WHERE .*', ''))"
    + INDEX.format("indpred IS NOT NULL"),
    "an index is of another method": "SELECT format('DROP INDEX %s; CREATE INDEX ON %s USING "
    "hash (id)', indexrelid::regclass, indrelid::regclass)" + INDEX.format("NOT indisunique"),
    "a trigger is dropped": "SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass)"
    + TRIGGER,
    "a trigger fires not always": "SELECT format('ALTER TABLE %s ENABLE TRIGGER %I', "
    "tgrelid::regclass, tgname)" + TRIGGER,
    "a trigger's function does nothing": "SELECT regexp_replace(pg_get_functiondef(tgfoid), "
    "'BEGIN.*END', 'BEGIN RETURN NULL; END')" + TRIGGER,
    "a table is dropped": "SELECT format('DROP TABLE %s CASCADE', attrelid::regclass)"
    + COLUMN.format("attname = 'id'"),
    "a grant is lost": "SELECT format('REVOKE DELETE ON %s FROM %s', c.oid::regclass, "
    "grantee::regrole)" + GRANTED.format("DELETE"),
    "a grant is new": "SELECT format('GRANT TRUNCATE ON %s TO %s', c.oid::regclass, "
    "grantee::regrole)" + GRANTED.format("DELETE"),
    "a grant to everybody": "SELECT format('GRANT SELECT ON %s TO PUBLIC', c.oid::regclass)"
    + GRANTED.format("DELETE"),
    "a grant on a column": "SELECT format('GRANT UPDATE (%I) ON %s TO PUBLIC', attname, "
    "attrelid::regclass)" + COLUMN.format("attname <> 'id'"),
    "a sequence is not granted": "SELECT format('REVOKE ALL ON SEQUENCE %s FROM %s', "
    "c.oid::regclass, grantee::regrole)" + GRANTED.format("USAGE"),
    "a default grant is lost": "SELECT format('ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE "
    "ALL ON TABLES FROM %s', grantee::regrole)" + GRANTED.format("DELETE"),
    "a comment is new": "SELECT format('COMMENT ON TABLE %s IS ''new''', attrelid::regclass)"
    + COLUMN.format("attname = 'id'"),
    "a function is new": "SELECT 'CREATE FUNCTION one_more() RETURNS int LANGUAGE sql AS "
    "''SELECT 1'''",
    "a view is new": "SELECT 'CREATE VIEW one_more AS SELECT 1 AS one'",
    "a type is new": "SELECT 'CREATE TYPE one_more AS ENUM (''one'')'",
    "row security is on": "SELECT format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', "
    "attrelid::regclass)" + COLUMN.format("attname = 'id'"),
    "a table is unlogged": "SELECT 'CREATE UNLOGGED TABLE one_more ()'",
    "a row is left": "SELECT 'INSERT INTO django_session VALUES (''a'', ''b'', now())'",
}
FREE = {
    "a constraint of another name": "SELECT format('ALTER TABLE %s RENAME CONSTRAINT %I TO other',"
    " conrelid::regclass, conname)" + CONSTRAINT.format("c"),
    "an index of another name": "SELECT format('ALTER INDEX %s RENAME TO other', "
    "indexrelid::regclass)" + INDEX.format("true"),
    "a sequence of another name": "SELECT format('ALTER SEQUENCE %s RENAME TO other', "
    "pg_get_serial_sequence(attrelid::regclass::text, attname))"
    + COLUMN.format("attidentity <> ''"),
    "columns in another order": "SELECT format('ALTER TABLE %1$s RENAME %2$I TO other; "
    "ALTER TABLE %1$s ADD %2$I %3$s; ALTER TABLE %1$s DROP other', attrelid::regclass, attname, "
    "format_type(atttypid, atttypmod))"
    + COLUMN.format(
        "NOT attnotnull AND adbin IS NULL AND NOT EXISTS (SELECT FROM pg_depend "
        "WHERE refobjid = attrelid AND refobjsubid = attnum)"
    ),
}


def execute_made(cursor, query: str) -> None:
    """Run what the first row of `query` says."""
    cursor.execute(query)
    row = cursor.fetchone()
    assert row is not None, f"nothing to spoil: {query}"
    cursor.execute(row[0])
