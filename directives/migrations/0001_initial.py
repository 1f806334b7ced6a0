import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("counties", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CountyPaper",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "kind",
                    models.CharField(
                        choices=[("key_points", "工作要点"), ("notice", "通知"), ("other", "其他")],
                        default="notice",
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                ("dated_on", models.DateField(verbose_name="成文日期")),
                ("text", models.TextField(blank=True, verbose_name="正文")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "拟稿"),
                            ("handed_down", "已下发"),
                            ("withdrawn", "已撤回"),
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
                    "replaces",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="successors",
                        to="directives.countypaper",
                        verbose_name="代替的文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "上级文件",
            },
        ),
        migrations.CreateModel(
            name="CountyPaperEvent",
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
                        to="directives.countypaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "上级文件流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KeyPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("heading", models.CharField(blank=True, max_length=60, verbose_name="所属部分")),
                ("text", models.TextField(verbose_name="要点")),
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
                    "paper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="points",
                        to="directives.countypaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作要点条目",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="PaperFile",
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
                    "key",
                    models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="存放编号"),
                ),
                (
                    "file_name",
                    models.CharField(editable=False, max_length=100, verbose_name="文件名"),
                ),
                ("kind", models.CharField(editable=False, max_length=4, verbose_name="格式")),
                ("size", models.PositiveIntegerField(editable=False, verbose_name="大小")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="SHA-256")),
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
                    "paper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="files",
                        to="directives.countypaper",
                    ),
                ),
            ],
            options={
                "verbose_name": "上级文件附件",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "拟定中"),
                            ("handed_down", "已下达"),
                            ("received", "已签收"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                ("handed_on", models.DateField(editable=False, verbose_name="下发日期")),
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
                    "paper",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="receipts",
                        to="directives.countypaper",
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
                "verbose_name": "文件签收",
            },
        ),
        migrations.CreateModel(
            name="ReceiptEvent",
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
                        to="directives.receipt",
                    ),
                ),
            ],
            options={
                "verbose_name": "文件签收经过",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetSheet",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "拟定中"),
                            ("handed_down", "已下达"),
                            ("received", "已签收"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                ("text", models.TextField(blank=True, verbose_name="其他要求")),
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
                "verbose_name": "年度目标任务书",
            },
        ),
        migrations.CreateModel(
            name="TargetLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("body", "整个机构"), ("member", "每名委员")],
                        max_length=20,
                        verbose_name="由谁完成",
                    ),
                ),
                ("figure", models.SlugField(db_index=False, verbose_name="指标")),
                ("number", models.PositiveSmallIntegerField(verbose_name="目标数")),
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
                    "sheet",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="lines",
                        to="directives.targetsheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "下达的目标",
                "ordering": ["scope", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TargetSheetEvent",
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
                        to="directives.targetsheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "目标任务书流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="countypaper",
            index=models.Index(fields=["county", "-year"], name="countypaper_by_year"),
        ),
        migrations.AddConstraint(
            model_name="countypaper",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="countypaper_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="countypaper",
            constraint=models.UniqueConstraint(
                fields=("county", "replaces"), name="paper_replaced_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="countypaper",
            constraint=cppcc.tenancy.SameOwner(
                key="replaces",
                name="directives_countypaper_replaces_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="countypaperevent",
            index=models.Index(fields=["county", "record", "on"], name="paperevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="countypaperevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="countypaperevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="countypaperevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="directives_countypaperevent_record_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="keypoint",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="keypoint_in_county"),
        ),
        migrations.AddConstraint(
            model_name="keypoint",
            constraint=models.UniqueConstraint(
                fields=("county", "paper", "position"), name="point_position_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="keypoint",
            constraint=cppcc.tenancy.SameOwner(
                key="paper", name="directives_keypoint_paper_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="paperfile",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="paperfile_in_county"),
        ),
        migrations.AddConstraint(
            model_name="paperfile",
            constraint=cppcc.tenancy.SameOwner(
                key="paper", name="directives_paperfile_paper_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="receipt_in_county"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="receipt_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("county", "paper", "township"), name="one_receipt_a_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="directives_receipt_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=cppcc.tenancy.SameOwner(
                key="paper", name="directives_receipt_paper_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="receiptevent",
            index=models.Index(fields=["county", "record", "on"], name="receiptevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="receiptevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="receiptevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="receiptevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="directives_receiptevent_record_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="targetsheet_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="targetsheet_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year"),
                name="one_target_sheet_a_year",
                violation_error_message="这个乡镇这一年已有目标任务书。",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheet",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="directives_targetsheet_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="targetline_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="targetline_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.UniqueConstraint(
                fields=("county", "sheet", "scope", "figure"), name="one_line_a_figure"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0)), name="line_is_a_number_to_reach"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=cppcc.tenancy.SameOwner(
                key="sheet",
                name="directives_targetline_sheet_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="targetline",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="directives_targetline_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="targetsheetevent",
            index=models.Index(fields=["county", "record", "on"], name="sheetevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="targetsheetevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="targetsheetevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetsheetevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="directives_targetsheetevent_record_id_same_county",
                owners=("county",),
            ),
        ),
    ]
