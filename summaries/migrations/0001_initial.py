import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("counties", "0001_initial"),
        ("members", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DutySheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
                ),
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="年度")),
                ("own_summary", models.TextField(verbose_name="本人小结")),
                (
                    "office_opinion",
                    models.TextField(blank=True, editable=False, verbose_name="联工委意见"),
                ),
                (
                    "county_opinion",
                    models.TextField(blank=True, editable=False, verbose_name="县政协意见"),
                ),
                (
                    "counted",
                    models.JSONField(editable=False, null=True, verbose_name="评定时的数字"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "本人填写"),
                            ("submitted", "待联工委签署"),
                            ("signed", "待县政协评定"),
                            ("rated", "已评定"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "grade",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.dutygrade",
                        verbose_name="等次",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="sheets",
                        to="members.membership",
                        verbose_name="委员",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "履职登记表",
            },
        ),
        migrations.CreateModel(
            name="DutySheetEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("action", models.CharField(max_length=20, verbose_name="动作")),
                ("actor_name", models.CharField(max_length=50, verbose_name="录入人姓名")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=50, verbose_name="实际决定人"),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("recorded_at", models.DateTimeField(verbose_name="录入时间")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                (
                    "actor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="events",
                        to="summaries.dutysheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "履职登记表流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("year_end", "年终总结")],
                        default="year_end",
                        editable=False,
                        max_length=20,
                        verbose_name="种类",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="年度")),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("cutoff_on", models.DateField(verbose_name="数据截至日")),
                (
                    "signed_by",
                    models.CharField(
                        blank=True, editable=False, max_length=50, verbose_name="签发人"
                    ),
                ),
                ("signed_on", models.DateField(editable=False, null=True, verbose_name="签发日期")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "起草"),
                            ("signed", "已签发"),
                            ("reported", "已上报"),
                            ("accepted", "已接收"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "年终总结",
            },
        ),
        migrations.CreateModel(
            name="ReportedCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reported_on", models.DateField(verbose_name="上报日期")),
                ("text", models.JSONField(verbose_name="正文")),
                ("pdf", models.BinaryField(verbose_name="PDF")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="copies",
                        to="summaries.report",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "上报稿",
            },
        ),
        migrations.CreateModel(
            name="FrozenFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=50, verbose_name="指标")),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                ("unit", models.CharField(max_length=10, verbose_name="单位")),
                ("explanation", models.TextField(verbose_name="说明")),
                ("shown", models.CharField(max_length=20, verbose_name="数值")),
                ("records", models.JSONField(verbose_name="依据")),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="figures",
                        to="summaries.reportedcopy",
                    ),
                ),
            ],
            options={
                "verbose_name": "上报指标",
            },
        ),
        migrations.CreateModel(
            name="ReportEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("action", models.CharField(max_length=20, verbose_name="动作")),
                ("actor_name", models.CharField(max_length=50, verbose_name="录入人姓名")),
                (
                    "decided_by",
                    models.CharField(blank=True, max_length=50, verbose_name="实际决定人"),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("recorded_at", models.DateTimeField(verbose_name="录入时间")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                (
                    "actor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="events",
                        to="summaries.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "总结流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("heading", models.CharField(blank=True, max_length=60, verbose_name="标题")),
                ("body", models.TextField(blank=True, verbose_name="正文")),
                (
                    "county",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.county",
                        verbose_name="县",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="summaries.report",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "总结部分",
                "ordering": ["position"],
            },
        ),
        migrations.AddIndex(
            model_name="dutysheet",
            index=models.Index(fields=["county", "year", "status"], name="dutysheet_by_year"),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="dutysheet_in_county"),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="dutysheet_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.UniqueConstraint(
                fields=("county", "membership", "year"),
                name="one_sheet_a_member_and_year",
                violation_error_message="这位委员本年度的登记表已经有了。",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("grade__isnull", False), ("status", "rated")),
                    models.Q(models.Q(("status", "rated"), _negated=True), ("grade__isnull", True)),
                    _connector="OR",
                ),
                name="rated_sheet_has_grade",
                violation_error_message="评定了的登记表有等次，没有评定的没有。",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="summaries_dutysheet_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=cppcc.tenancy.SameOwner(
                key="grade", name="summaries_dutysheet_grade_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheet",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="summaries_dutysheet_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="dutysheetevent",
            index=models.Index(fields=["county", "record", "on"], name="dutyevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="dutysheetevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="dutysheetevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutysheetevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="summaries_dutysheetevent_record_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["county", "year", "status"], name="report_by_year"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="report_in_county"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="report_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "kind", "year"),
                name="one_report_a_kind_and_year",
                violation_error_message="本年度的年终总结已经有了。",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "draft"),
                    models.Q(
                        models.Q(("signed_by", ""), _negated=True), ("signed_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="signed_report_names_its_signer",
                violation_error_message="签发的总结必须有签发人和日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="summaries_report_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="reportedcopy",
            index=models.Index(fields=["county", "report", "-id"], name="copy_by_report"),
        ),
        migrations.AddConstraint(
            model_name="reportedcopy",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="reportedcopy_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportedcopy",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="reportedcopy_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportedcopy",
            constraint=cppcc.tenancy.SameOwner(
                key="report",
                name="summaries_reportedcopy_report_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="reportedcopy",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="summaries_reportedcopy_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenfigure",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="frozenfigure_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenfigure",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="frozenfigure_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenfigure",
            constraint=models.UniqueConstraint(
                fields=("county", "copy", "key"), name="figure_frozen_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenfigure",
            constraint=cppcc.tenancy.SameOwner(
                key="copy",
                name="summaries_frozenfigure_copy_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenfigure",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="summaries_frozenfigure_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="reportevent",
            index=models.Index(fields=["county", "record", "on"], name="repevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="reportevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="reportevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record", name="summaries_reportevent_record_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="reportsection",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="reportsection_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportsection",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="reportsection_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportsection",
            constraint=models.UniqueConstraint(
                fields=("county", "report", "position"), name="report_position_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportsection",
            constraint=cppcc.tenancy.SameOwner(
                key="report",
                name="summaries_reportsection_report_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="reportsection",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="summaries_reportsection_township_id_same_county",
                owners=("county",),
            ),
        ),
    ]
