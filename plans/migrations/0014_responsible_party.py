"""Who is responsible for a task may be a member, one of the staff or a work group."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0015_appointment_in_township"),
        ("plans", "0013_task_details_in_an_annex"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="responsible",
            options={"ordering": ["pk"], "verbose_name": "责任人"},
        ),
        migrations.AlterField(
            model_name="responsible",
            name="membership",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="tasks",
                to="members.membership",
                verbose_name="委员",
            ),
        ),
        migrations.AddField(
            model_name="responsible",
            name="appointment",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="tasks",
                to="members.appointment",
                verbose_name="工作人员",
            ),
        ),
        migrations.AddField(
            model_name="responsible",
            name="group",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="tasks",
                to="plans.workgroup",
                verbose_name="工作组",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=models.UniqueConstraint(
                fields=("county", "task", "appointment"), name="responsible_staff_named_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=models.UniqueConstraint(
                fields=("county", "task", "group"), name="responsible_group_named_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("appointment", None), ("group", None), ("membership__isnull", False)),
                    models.Q(("appointment__isnull", False), ("group", None), ("membership", None)),
                    models.Q(("appointment", None), ("group__isnull", False), ("membership", None)),
                    _connector="OR",
                ),
                name="responsible_is_one_party",
                violation_error_message="责任人是一名委员、一名工作人员或一个工作组，只能是其中一个。",
            ),
        ),
    ]
