"""Let the web's database role work on the rows of every table that migrations make.

Before every other migration, so that it holds for the tables of Django's own apps, too.
"""

from django.conf import settings
from django.db import migrations

from cppcc.database import app_privileges_sql


class Migration(migrations.Migration):
    run_before = [
        ("contenttypes", "0001_initial"),
        ("auth", "0001_initial"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(app_privileges_sql(settings.DATABASE_APP_ROLE), migrations.RunSQL.noop)
    ]
