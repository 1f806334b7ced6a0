"""What a PostgreSQL database is made of, read from its catalogs, for script/checks/schema.

Each query gives rows of table, name and definition. The name tells where to look; what is
compared is the definition, so that it must say everything, and say no name that a rewrite of the
migrations may choose anew (those of constraints, indexes and sequences).
"""

import re
from collections import defaultdict

# Whose rows follow from the code and the migrations that ran, and are not compared.
BOOKKEEPING = {"django_migrations", "django_content_type", "auth_permission"}

OURS = """
    WITH ours AS (
        SELECT c.* FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (
            SELECT FROM pg_depend d
            WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
"""
QUERIES = {
    "relation": """
        SELECT relname, relname, concat_ws(' ', 'kind', relkind, relpersistence, relreplident,
            CASE WHEN relrowsecurity THEN 'row security' END,
            CASE WHEN relforcerowsecurity THEN 'forced' END, 'access ' || amname, reloptions,
            'tablespace ' || nullif(reltablespace, 0),
            'inherits ' || (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno)
                FROM pg_inherits WHERE inhrelid = ours.oid),
            pg_get_expr(relpartbound, ours.oid), pg_get_partkeydef(ours.oid),
            CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(ours.oid) END,
            'comment ' || obj_description(ours.oid, 'pg_class'))
        FROM ours LEFT JOIN pg_am ON pg_am.oid = relam WHERE relkind NOT IN ('i', 'I', 'S')
    """,
    "column": """
        SELECT relname, attname, concat_ws(' ', attname, format_type(atttypid, atttypmod),
            CASE WHEN attnotnull THEN 'NOT NULL' END,
            'default ' || pg_get_expr(adbin, adrelid),
            'identity ' || nullif(attidentity::text, ''),
            'generated ' || nullif(attgenerated::text, ''),
            'collate ' || (SELECT collname FROM pg_collation l
                WHERE l.oid = attcollation AND attcollation <> typcollation),
            CASE WHEN attstorage <> typstorage THEN 'storage ' || attstorage::text END,
            'compression ' || nullif(attcompression::text, ''), attoptions,
            'comment ' || col_description(attrelid, attnum))
        FROM ours JOIN pg_attribute ON attrelid = ours.oid JOIN pg_type t ON t.oid = atttypid
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relkind NOT IN ('i', 'I', 'S') AND attnum > 0 AND NOT attisdropped
    """,
    "constraint": """
        SELECT relname, conname, concat_ws(' ', pg_get_constraintdef(n.oid),
            CASE WHEN contype = 't' THEN conname END,
            'comment ' || obj_description(n.oid, 'pg_constraint'))
        FROM ours JOIN pg_constraint n ON conrelid = ours.oid WHERE contype <> 'n'
    """,  # n: NOT NULL, which its column tells on every version
    "index": """
        SELECT t.relname, ours.relname, concat_ws(' ',
            regexp_replace(pg_get_indexdef(ours.oid),
                '^CREATE (UNIQUE )?INDEX ("[^"]*"|[^ ]+) ON ', '\\1INDEX ON '),
            CASE WHEN NOT indisvalid THEN 'invalid' END, 'comment ' ||
            obj_description(ours.oid, 'pg_class'))
        FROM ours JOIN pg_index ON indexrelid = ours.oid JOIN pg_class t ON t.oid = indrelid
    """,
    "sequence": """
        SELECT coalesce(t.relname, ours.relname), ours.relname, concat_ws(' ',
            coalesce('of ' || attname || ' ' || deptype::text, 'named ' || ours.relname),
            format_type(seqtypid, NULL), 'start', seqstart, 'by', seqincrement, 'from', seqmin,
            'to', seqmax, 'cache', seqcache, 'cycle', seqcycle,
            'comment ' || obj_description(ours.oid, 'pg_class'))
        FROM ours JOIN pg_sequence ON seqrelid = ours.oid
        LEFT JOIN pg_depend ON classid = 'pg_class'::regclass AND objid = ours.oid
            AND refclassid = 'pg_class'::regclass AND refobjsubid > 0 AND deptype IN ('a', 'i')
        LEFT JOIN pg_class t ON t.oid = refobjid
        LEFT JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
    """,
    "trigger": """
        SELECT relname, tgname, concat_ws(' ', pg_get_triggerdef(g.oid),
            'enabled ' || tgenabled::text,
            'comment ' || obj_description(g.oid, 'pg_trigger'))
        FROM ours JOIN pg_trigger g ON tgrelid = ours.oid WHERE NOT tgisinternal
    """,
    "policy or rule": """
        SELECT relname, polname, concat_ws(' ', polname, polcmd, polpermissive, polroles::regrole[],
            pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
        FROM ours JOIN pg_policy ON polrelid = ours.oid
        UNION ALL
        SELECT relname, rulename, concat_ws(' ', pg_get_ruledef(r.oid), ev_enabled)
        FROM ours JOIN pg_rewrite r ON ev_class = ours.oid WHERE relkind NOT IN ('v', 'm')
    """,
    "owner and grants": """
        SELECT coalesce(t.relname, ours.relname), ours.relname, concat_ws(' ',
            CASE ours.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END,
            'of', ours.relowner::regrole,
            (SELECT string_agg(granted, '; ' ORDER BY granted) FROM (SELECT concat_ws(' ',
                CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
                string_agg(privilege_type || CASE WHEN is_grantable THEN '*' ELSE '' END, ','
                    ORDER BY privilege_type)) AS granted
                FROM aclexplode(coalesce(ours.relacl,
                    acldefault(CASE ours.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char",
                        ours.relowner)))
                GROUP BY grantee) a))
        FROM ours
        LEFT JOIN pg_depend ON classid = 'pg_class'::regclass AND objid = ours.oid
            AND refclassid = 'pg_class'::regclass AND refobjsubid > 0 AND deptype IN ('a', 'i')
            AND ours.relkind = 'S'
        LEFT JOIN pg_class t ON t.oid = refobjid
        WHERE ours.relkind NOT IN ('i', 'I')
        UNION ALL
        SELECT relname, attname, concat_ws(' ', 'column', attname, attacl)
        FROM ours JOIN pg_attribute ON attrelid = ours.oid WHERE attacl IS NOT NULL
    """,
    "function": """
        SELECT '', proname, concat_ws(' ', pg_get_functiondef(p.oid), 'of', proowner::regrole,
            proacl, 'comment ' || obj_description(p.oid, 'pg_proc'))
        FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind <> 'a'
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                AND d.objid = p.oid AND d.deptype = 'e')
    """,
    "type": """
        SELECT '', typname, concat_ws(' ', typname, typtype, format_type(typbasetype, typtypmod),
            typnotnull, typdefault,
            (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder)
                FROM pg_enum WHERE enumtypid = t.oid))
        FROM pg_type t WHERE typnamespace = 'public'::regnamespace AND typtype IN ('d', 'e', 'r')
    """,
    "schema, extension, default grants": """
        SELECT '', nspname, concat_ws(' ', 'schema', nspname, nspowner::regrole, nspacl)
        FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
        UNION ALL
        SELECT '', extname, concat_ws(' ', 'extension', extname, extversion,
            extnamespace::regnamespace)
        FROM pg_extension
        UNION ALL
        SELECT '', defaclobjtype::text, concat_ws(' ', 'default grants', defaclrole::regrole,
            nullif(defaclnamespace, 0)::regnamespace, defaclobjtype, defaclacl)
        FROM pg_default_acl
    """,
}

Facts = dict[tuple[str, str, str], list[str]]  # kind, table and definition → names


def read_facts(cursor, moved: dict[str, str]) -> Facts:
    """All that the database is made of, with its tables called by the names they moved to."""
    words = re.compile(r"\b(" + "|".join(map(re.escape, moved)) + r")\b")

    def told(text: str) -> str:
        return words.sub(lambda found: moved[found[0]], text) if moved else text

    facts = defaultdict(list)
    for kind, query in QUERIES.items():
        cursor.execute(OURS + query)
        for table, name, definition in cursor.fetchall():
            facts[kind, told(table), told(definition)].append(name)
    for table in tables(cursor) - BOOKKEEPING:
        cursor.execute(f'SELECT to_jsonb(t)::text FROM "{table}" t')
        for (row,) in cursor.fetchall():
            facts["row", told(table), row].append(table)
    return facts


def tables(cursor) -> set[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return {name for (name,) in cursor.fetchall()}
