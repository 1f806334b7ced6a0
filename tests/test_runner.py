"""The template of the test databases is made anew when what it was made from changes."""

from django.conf import settings
from django.contrib import auth
from django.test import SimpleTestCase

from tests.runner import run_by_migrations


class TemplateTests(SimpleTestCase):
    def test_all_migrations_and_what_they_call_decide_which_template_is_taken(self):
        read = {path for path, _ in run_by_migrations()}

        ours = {settings.BASE_DIR / "cppcc" / name for name in ("tenancy.py", "database.py")}
        theirs = auth.__path__[0]
        self.assertLessEqual({*ours, settings.BASE_DIR / "plans/migrations/0001_initial.py"}, read)
        self.assertTrue(any(str(path).startswith(f"{theirs}/migrations/0001") for path in read))
