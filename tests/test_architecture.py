"""Structure that checks itself: the rules of the house, read off the source and the database."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import SimpleTestCase, TestCase

from cppcc.workflow import WorkflowModel

ROOT = Path(settings.BASE_DIR)
ORDER = (
    "cppcc counties accounts members directives matters plans activities proposals summaries desk"
).split()
TOP_LEVEL = {
    "manage.py",
    *ORDER,
    *("templates", "static", "tests", "script", "docs", "requirements.in", "requirements.txt"),
    *("requirements-dev.in", "requirements-dev.txt", "pyproject.toml", "README.md"),
    *(".ci", ".gitignore", ".gitattributes"),
}
MADE_HERE = {".git", "var", ".ruff_cache", "__pycache__"}
VAGUE = {"utils", "helpers", "base", "common", "misc"}
LIMITS = {"models": 300, "views": 250, "forms": 300}
LONGEST = 350  # lines of any module
LARGEST = 0.22  # of the house's lines in one room
COUNTING = {"count", "aggregate", "annotate"}


@cache
def sources(app: str) -> list[tuple[Path, ast.Module]]:
    """The modules of an app, read once for all the rules."""
    paths = sorted((ROOT / app).rglob("*.py"))
    read = (path for path in paths if "migrations" not in path.parts)
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in read]


def is_kind(path: Path, kind: str) -> bool:
    """Whether a module is `<kind>.py` or stands in a package `<kind>/`."""
    return path.stem == kind or path.parent.name == kind


def imported(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node, node.module


def reached(tree: ast.AST, modules) -> set[str]:
    """Which of `modules` a module needs: a name taken from a package may be one of them."""
    found = set()
    for node, module in imported(tree):
        names = [f"{module}.{alias.name}" for alias in getattr(node, "names", ())]
        found |= {name if name in modules else module for name in names}
    return found & modules.keys()


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def length_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def templates() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield path, path.read_text(encoding="utf-8")


class SourceTests(SimpleTestCase):
    def found(self, faults) -> None:
        self.assertEqual(list(faults), [])

    def test_the_top_level_is_the_map_of_the_house(self):
        there = {path.name for path in ROOT.iterdir()} - MADE_HERE

        self.assertLessEqual(there, TOP_LEVEL)

    def test_apps_import_only_downwards(self):
        self.found(
            f"{path}:{node.lineno} imports {name}"
            for position, app in enumerate(ORDER)
            for path, tree in sources(app)
            for node, name in imported(tree)
            if name.split(".")[0] in ORDER[position + 1 :]
        )

    def test_no_modules_import_each_other_in_a_circle(self):
        modules = {module_name(path): tree for app in ORDER for path, tree in sources(app)}
        needs = {name: reached(tree, modules) - {name} for name, tree in modules.items()}
        while free := {name for name, others in needs.items() if not others & needs.keys()}:
            needs = {name: others for name, others in needs.items() if name not in free}

        self.assertEqual(sorted(needs), [])

    def test_no_room_is_too_large(self):
        lines = {app: sum(length_of(path) for path, _ in sources(app)) for app in ORDER}

        whole = sum(lines.values())
        self.found(app for app in ORDER if lines[app] > LARGEST * whole)

    def test_an_import_inside_a_function_gives_its_reason(self):
        self.found(
            f"{path}:{node.lineno}"
            for app in ORDER
            for path, tree in sources(app)
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            for node in ast.walk(function)
            if isinstance(node, ast.Import | ast.ImportFrom)
            and "#" not in path.read_text(encoding="utf-8").splitlines()[node.lineno - 1]
        )

    def test_views_and_forms_reach_records_through_the_gate(self):
        self.found(
            f"{path}:{node.lineno} objects.{node.attr}"
            for app in ORDER
            for path, tree in sources(app)
            if is_kind(path, "views") or is_kind(path, "forms")
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Attribute)
            and node.value.attr in {"objects", "_base_manager", "_default_manager"}
            and node.attr not in {"visible_to", "none"}
        )

    def test_views_and_forms_do_not_ask_for_a_role(self):
        self.found(
            f"{path}:{node.lineno}"
            for app in ORDER
            for path, tree in sources(app)
            if is_kind(path, "views") or is_kind(path, "forms")
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr == "role"
        )

    def test_views_and_documents_do_not_count(self):
        self.found(
            f"{path}:{node.lineno} .{node.func.attr}()"
            for app in ORDER
            for path, tree in sources(app)
            if is_kind(path, "views") or (is_kind(path, "documents") and app != "cppcc")
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in COUNTING
        )

    def test_views_move_nothing_by_hand(self):
        self.found(
            f"{path}:{node.lineno}"
            for app in ORDER
            for path, tree in sources(app)
            if is_kind(path, "views") or is_kind(path, "forms")
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign | ast.AugAssign)
            for target in getattr(node, "targets", None) or [node.target]
            if isinstance(target, ast.Attribute) and target.attr == "status"
        )

    def test_documents_ask_the_database_nothing(self):
        self.found(
            f"{path}:{node.lineno} .{node.attr}"
            for app in ORDER[1:]
            for path, tree in sources(app)
            if is_kind(path, "documents")
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr in {"objects", "filter", "update"}
        )

    def test_modules_and_functions_stay_small(self):
        for app in ORDER:
            for path, tree in sources(app):
                lines = length_of(path)
                self.assertLessEqual(lines, LONGEST, path)
                for kind, limit in LIMITS.items():
                    if is_kind(path, kind):
                        self.assertLessEqual(lines, limit, path)
                for node in ast.walk(tree):
                    if isinstance(node, ast.FunctionDef):
                        length = node.end_lineno - node.lineno + 1
                        self.assertLessEqual(length, 40, f"{path}:{node.lineno} {node.name}")

    def test_no_module_has_a_vague_name(self):
        self.found(str(path) for app in ORDER for path, _ in sources(app) if path.stem in VAGUE)

    def test_templates_are_small_and_hold_nothing_inline(self):
        inline = re.compile(r"""\sstyle\s*=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*["']""")
        for path, text in templates():
            self.assertLessEqual(len(text.splitlines()), 120, path)
            self.assertIsNone(inline.search(text), path)
            self.assertNotRegex(text, r"\|\s*safe|autoescape off|https?://", str(path))

    def test_no_code_trusts_markup(self):
        self.found(
            f"{path}:{node.lineno}"
            for app in ORDER
            for path, tree in sources(app)
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and node.id in {"mark_safe", "csrf_exempt", "RawSQL"}
            if path.parts[-2:] != ("documents", "html.py")  # joins what its templates escaped
        )

    def test_what_a_clerk_reads_has_chinese_punctuation(self):
        half_width = re.compile(r"[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]")
        for path, text in templates():
            self.assertIsNone(half_width.search(re.sub(r"\{#.*?#\}", "", text)), path)
        for app in ORDER:
            for path, tree in sources(app):
                for node in ast.walk(tree):
                    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
                    if is_text and "://" not in node.value:
                        self.assertIsNone(
                            half_width.search(node.value), f"{path}:{node.lineno} {node.value}"
                        )


class WorkflowTests(SimpleTestCase):
    def test_every_action_has_a_rule_a_verb_and_a_choice(self):
        models = [m for m in apps.get_models() if issubclass(m, WorkflowModel)]
        self.assertGreater(len(models), 3)
        for model in models:
            self.assertEqual(set(model.TRANSITIONS), set(model.Action), model)
            statuses = {value for value, _ in model._meta.get_field("status").choices}
            for action, rule in model.TRANSITIONS.items():
                self.assertTrue(callable(getattr(model, action)), (model, action))
                self.assertLessEqual({*rule.sources, rule.target}, statuses)


def tenant_models():
    return [
        model
        for model in apps.get_models()
        if any(field.name == "county" for field in model._meta.fields)
    ]


class TenancyTests(TestCase):
    def rows(self, sql: str) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    def test_every_row_of_a_county_names_it(self):
        self.assertGreater(len(tenant_models()), 25)
        for model in tenant_models():
            self.assertFalse(model._meta.get_field("county").null, model)

    def test_every_index_of_a_tenant_table_starts_with_the_county(self):
        tables = {model._meta.db_table for model in tenant_models()}
        indexes = self.rows("SELECT tablename, indexname, indexdef FROM pg_indexes")
        faults = [
            name
            for table, name, definition in indexes
            if table in tables
            and not name.endswith("_pkey")
            and not re.search(r"\(county_id\b", definition)
        ]

        self.assertEqual(faults, [])

    def test_a_row_can_only_point_into_its_own_county(self):
        keys = self.rows(
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid)"
            " FROM pg_constraint WHERE contype = 'f'"
        )
        composite = {
            (table, match[1].split(", ")[-1])
            for table, definition in keys
            if (match := re.match(r"FOREIGN KEY \((county_id, .+?)\)", definition))
        }
        tenants = set(tenant_models())
        needed = {
            (model._meta.db_table, field.column)
            for model in tenants
            for field in model._meta.fields
            if field.is_relation and field.related_model in tenants
        }

        self.assertGreater(len(needed), 60)
        self.assertEqual(needed - composite, set())
