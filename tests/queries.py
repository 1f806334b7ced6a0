"""How many queries a page costs: session and user included, transaction marks not."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

MARKS = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT")


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """The SQL run inside the block, in a list that is filled when the block ends."""
    queries: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield queries
    queries += [q["sql"] for q in captured.captured_queries if not q["sql"].startswith(MARKS)]
