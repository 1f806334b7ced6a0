"""The office that chases proposals with the county's committee, named on their papers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0013_accounts")]

    operations = [
        migrations.AddField(
            "county",
            "supervisor",
            models.CharField(
                "提案督办单位", max_length=40, blank=True, default="县委、县政府督查室"
            ),
        )
    ]
