"""`script/bench`: measure the parts that are named, on a database of their own."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import django
from django.conf import settings
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment


@dataclass(frozen=True)
class Measured:
    """One figure: what it took (None: not here), whether that holds the target if there is one."""

    part: str
    name: str
    value: float | None
    unit: str
    target: float | None = None
    holds: bool | None = None


def parts() -> dict[str, Callable[[], Iterator[tuple]]]:
    from tests.bench import papers, plan, roster, summary  # after django.setup()

    return {
        "papers": papers.measure,
        "plan": plan.measure,
        "roster": roster.measure,
        "summary": summary.measure,
    }


def run(names: list[str]) -> list[Measured]:
    """Each part yields (name, value, unit, target)."""
    known = parts()
    return [
        measured(part, *row)  # a part may take minutes
        for part in names or known
        for row in known[part]()
    ]


def measured(
    part: str, name: str, value: float | None, unit: str, target: float | None
) -> Measured:
    print(f"{part}: {name}", file=sys.stderr, flush=True)
    if value is None:
        return Measured(part, name, None, unit)
    holds = None if target is None else value <= target
    return Measured(part, name, round(value, 4), unit, target, holds)


def table(rows: list[Measured]) -> str:
    lines = [f"{'part':<10} {'value':>10} {'unit':<4} {'target':>8}  holds  name"]
    for row in rows:
        holds = {True: "yes", False: "NO", None: "-"}[row.holds]
        target = "-" if row.target is None else f"{row.target:g}"
        value = "-" if row.value is None else f"{row.value:.4f}"
        lines.append(
            f"{row.part:<10} {value:>10} {row.unit:<4} {target:>8}  {holds:<5}  {row.name}"
        )
    return "\n".join(lines)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cppcc.settings")
    django.setup()
    arguments = argparse.ArgumentParser(prog="script/bench")
    arguments.add_argument("part", nargs="*", choices=[[], *parts()], default=[])
    arguments.add_argument("--json", action="store_true")
    given = arguments.parse_args()
    settings.DATABASES["default"]["TEST"]["NAME"] = f"bench_cppcc_{os.getpid()}"
    setup_test_environment()
    name = settings.DATABASES["default"]["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        rows = run(given.part)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        teardown_test_environment()
    print(
        json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2)
        if given.json
        else table(rows)
    )
    sys.exit(any(row.holds is False for row in rows))


if __name__ == "__main__":
    main()
