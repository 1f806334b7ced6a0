import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("counties", "0001_initial"),
        ("directives", "0001_initial"),
        ("members", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnualPlan",
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
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("guiding", models.TextField(blank=True, verbose_name="指导思想")),
                ("goals", models.TextField(blank=True, verbose_name="总体目标")),
                (
                    "is_annexed",
                    models.BooleanField(default=True, verbose_name="任务分解表作为附件"),
                ),
                (
                    "revision",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="第几次调整"
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="调整原因")),
                (
                    "meeting",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="审定会议"
                    ),
                ),
                (
                    "approval_paper",
                    models.CharField(
                        blank=True, editable=False, max_length=100, verbose_name="审定文件"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "起草"),
                            ("submitted", "送审"),
                            ("approved", "审定"),
                            ("reported", "已报县"),
                            ("published", "已公布"),
                            ("withdrawn", "调整已撤销"),
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
                    "revises",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="revisions",
                        to="plans.annualplan",
                        verbose_name="原计划",
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
                "verbose_name": "年度计划",
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "token_hash",
                    models.UUIDField(primary_key=True, serialize=False, verbose_name="地址摘要"),
                ),
                ("made_on", models.DateField(verbose_name="开通日期")),
                (
                    "appointment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="accounts.appointment",
                        verbose_name="任职",
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
            ],
            options={
                "verbose_name": "日历订阅",
            },
        ),
        migrations.CreateModel(
            name="Check",
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
                ("quarter", models.PositiveSmallIntegerField(verbose_name="季度")),
                ("opened_on", models.DateField(verbose_name="数据截至")),
                ("finished_on", models.DateField(blank=True, null=True, verbose_name="完成日期")),
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
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="checks",
                        to="plans.annualplan",
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
                "verbose_name": "季度自查",
            },
        ),
        migrations.CreateModel(
            name="Incentive",
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
                        choices=[("commend", "表彰"), ("reward", "奖励")],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("decided_by", models.CharField(max_length=60, verbose_name="决定单位")),
                ("document", models.CharField(max_length=100, verbose_name="依据（文件或会议）")),
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
                    "honour",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="incentives",
                        to="members.honour",
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
                "verbose_name": "激励决定",
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
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
                        to="plans.annualplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "计划流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.JSONField(verbose_name="内容")),
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
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="copies",
                        to="plans.annualplan",
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
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="copies",
                        to="plans.planevent",
                    ),
                ),
            ],
            options={
                "verbose_name": "计划留存稿",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PlanScan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="scans",
                        to="plans.planevent",
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
                "verbose_name": "计划扫描件",
            },
        ),
        migrations.CreateModel(
            name="PlanSection",
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
                ("heading", models.CharField(max_length=60, verbose_name="标题")),
                ("text", models.TextField(blank=True, verbose_name="正文")),
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
                    "origin",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="copies",
                        to="plans.plansection",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="sections",
                        to="plans.annualplan",
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
                "verbose_name": "计划部分",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="PlanTask",
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
                ("is_carried", models.BooleanField(default=False, verbose_name="上年结转")),
                ("text", models.TextField(verbose_name="任务")),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("study", "学习培训"),
                            ("consultation", "政治协商"),
                            ("supervision", "民主监督"),
                            ("participation", "参政议政"),
                            ("development", "服务发展"),
                            ("masses", "联系群众"),
                            ("exchange", "团结联谊"),
                            ("culture", "文化交流"),
                            ("self", "自身建设"),
                            ("publicity", "宣传"),
                            ("welfare", "公益"),
                        ],
                        max_length=20,
                        verbose_name="职能",
                    ),
                ),
                ("helpers", models.CharField(blank=True, max_length=100, verbose_name="协助")),
                ("figure", models.CharField(blank=True, max_length=50, verbose_name="指标")),
                (
                    "target",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="目标数"),
                ),
                ("evidence", models.CharField(blank=True, max_length=100, verbose_name="应留依据")),
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
                    "origin",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="copies",
                        to="plans.plantask",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="tasks",
                        to="directives.keypoint",
                        verbose_name="县工作要点",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="tasks",
                        to="plans.plansection",
                        verbose_name="所属部分",
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
                "verbose_name": "计划任务",
                "ordering": ["section__position", "position"],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="时间节点")),
                ("text", models.CharField(blank=True, max_length=60, verbose_name="内容")),
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
                    "task",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="milestones",
                        to="plans.plantask",
                    ),
                ),
            ],
            options={
                "verbose_name": "时间节点",
                "ordering": ["due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CheckLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=20, verbose_name="序号")),
                ("text", models.TextField(verbose_name="任务")),
                ("reached", models.CharField(blank=True, max_length=40, verbose_name="完成情况")),
                ("state", models.CharField(max_length=10, verbose_name="状态")),
                ("lacks", models.CharField(blank=True, max_length=200, verbose_name="落后情况")),
                ("problem", models.TextField(blank=True, verbose_name="存在问题")),
                ("measure", models.TextField(blank=True, verbose_name="整改措施")),
                ("new_due_on", models.DateField(blank=True, null=True, verbose_name="新的期限")),
                (
                    "check_of",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="lines",
                        to="plans.check",
                        verbose_name="自查",
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
                (
                    "task",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="check_lines",
                        to="plans.plantask",
                    ),
                ),
            ],
            options={
                "verbose_name": "自查项目",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TaskNote",
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
                ("on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(verbose_name="做了什么")),
                ("evidence", models.TextField(blank=True, verbose_name="佐证")),
                ("for_day", models.DateField(blank=True, null=True, verbose_name="办的是哪个节点")),
                ("is_last", models.BooleanField(default=False, verbose_name="这项任务已全部完成")),
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
                    "task",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="notes",
                        to="plans.plantask",
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
                "verbose_name": "进展记录",
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="WorkGroup",
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
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("scheme", models.TextField(blank=True, verbose_name="工作方案")),
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
                    "head",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="headed_groups",
                        to="members.membership",
                        verbose_name="组长",
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
                "verbose_name": "工作组",
            },
        ),
        migrations.CreateModel(
            name="Responsible",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="tasks",
                        to="accounts.appointment",
                        verbose_name="工作人员",
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
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="tasks",
                        to="members.membership",
                        verbose_name="委员",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="responsibles",
                        to="plans.plantask",
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
                    "group",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="tasks",
                        to="plans.workgroup",
                        verbose_name="工作组",
                    ),
                ),
            ],
            options={
                "verbose_name": "责任人",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="WorkGroupMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "group",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="people",
                        to="plans.workgroup",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="groups",
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
                "verbose_name": "工作组成员",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="annualplan_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="annualplan_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year", "revision"),
                name="one_plan_a_year",
                violation_error_message="本年度的计划已经有了，请在原计划上修改。",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "withdrawn"), _negated=True),
                fields=("county", "revises"),
                name="one_revision_at_a_time",
                violation_error_message="这份计划正在调整，请在那份调整上修改。",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revises", None), ("revision", 0)),
                    models.Q(("revises__isnull", False), ("revision__gt", 0)),
                    _connector="OR",
                ),
                name="revision_names_what_it_revises",
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=cppcc.tenancy.SameOwner(
                key="revises",
                name="plans_annualplan_revises_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="annualplan",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_annualplan_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarfeed",
            constraint=models.UniqueConstraint(
                fields=("county", "appointment"), name="one_feed_an_appointment"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarfeed",
            constraint=cppcc.tenancy.SameOwner(
                key="appointment",
                name="plans_calendarfeed_appointment_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="check_in_county"),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="check_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year", "quarter"),
                name="one_check_a_quarter",
                violation_error_message="这个季度已经自查过了。",
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(("quarter__range", (1, 4))), name="quarter_is_of_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=cppcc.tenancy.SameOwner(
                key="plan", name="plans_check_plan_id_same_township", owners=("county", "township")
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_check_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="incentive",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="incentive_in_county"),
        ),
        migrations.AddConstraint(
            model_name="incentive",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="incentive_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="incentive",
            constraint=models.UniqueConstraint(
                fields=("county", "honour"), name="one_decision_an_honour"
            ),
        ),
        migrations.AddConstraint(
            model_name="incentive",
            constraint=cppcc.tenancy.SameOwner(
                key="honour",
                name="plans_incentive_honour_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="incentive",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_incentive_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="planevent",
            index=models.Index(fields=["county", "record", "on"], name="planevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="planevent",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="planevent_in_county"),
        ),
        migrations.AddConstraint(
            model_name="planevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record", name="plans_planevent_record_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="plancopy_in_county"),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="plancopy_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=models.UniqueConstraint(
                fields=("county", "plan", "event"), name="one_copy_an_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=cppcc.tenancy.SameOwner(
                key="plan",
                name="plans_plancopy_plan_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=cppcc.tenancy.SameOwner(
                key="event", name="plans_plancopy_event_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="plancopy",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_plancopy_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="planscan",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="planscan_in_county"),
        ),
        migrations.AddConstraint(
            model_name="planscan",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="planscan_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="planscan",
            constraint=models.UniqueConstraint(
                fields=("county", "event"),
                name="one_scan_an_event",
                violation_error_message="这一步的扫描件已经有了。",
            ),
        ),
        migrations.AddConstraint(
            model_name="planscan",
            constraint=cppcc.tenancy.SameOwner(
                key="event", name="plans_planscan_event_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="planscan",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_planscan_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="plansection",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="plansection_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansection",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="plansection_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansection",
            constraint=models.UniqueConstraint(
                fields=("county", "plan", "position"), name="section_position_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="plansection",
            constraint=cppcc.tenancy.SameOwner(
                key="plan",
                name="plans_plansection_plan_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="plansection",
            constraint=cppcc.tenancy.SameOwner(
                key="origin",
                name="plans_plansection_origin_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="plansection",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_plansection_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="plantask_in_county"),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="plantask_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=models.UniqueConstraint(
                fields=("county", "section", "position"), name="task_position_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("figure", ""),
                    models.Q(("target__gt", 0), ("target__isnull", False)),
                    _connector="OR",
                ),
                name="task_with_figure_has_target",
                violation_error_message="选了指标就要填大于 0 的目标数。",
            ),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=cppcc.tenancy.SameOwner(
                key="section",
                name="plans_plantask_section_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=cppcc.tenancy.SameOwner(
                key="origin",
                name="plans_plantask_origin_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=cppcc.tenancy.SameOwner(
                key="point", name="plans_plantask_point_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="plantask",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_plantask_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="milestone",
            index=models.Index(fields=["county", "township", "due_on"], name="milestone_by_day"),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="milestone_in_county"),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="milestone_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(
                fields=("county", "task", "due_on"),
                name="milestone_day_used_once",
                violation_error_message="这个任务在这一天已有时间节点。",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="plans_milestone_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_milestone_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="checkline_in_county"),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="checkline_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=models.UniqueConstraint(
                fields=("county", "check_of", "task"), name="task_checked_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=cppcc.tenancy.SameOwner(
                key="check_of",
                name="plans_checkline_check_of_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_checkline_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="checkline",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="plans_checkline_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="tasknote",
            index=models.Index(fields=["county", "task", "on"], name="tasknote_by_task"),
        ),
        migrations.AddConstraint(
            model_name="tasknote",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="tasknote_in_county"),
        ),
        migrations.AddConstraint(
            model_name="tasknote",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="tasknote_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="tasknote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_last", False), models.Q(("evidence", ""), _negated=True), _connector="OR"
                ),
                name="completion_has_evidence",
                violation_error_message="全部完成的，请写明佐证：文件、照片、记录放在哪里。",
            ),
        ),
        migrations.AddConstraint(
            model_name="tasknote",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="plans_tasknote_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="tasknote",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_tasknote_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="workgroup_in_county"),
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="workgroup_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "year", "name"),
                name="one_group_of_a_name",
                violation_error_message="这一年已有同名的工作组。",
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=cppcc.tenancy.SameOwner(
                key="head",
                name="plans_workgroup_head_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroup",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_workgroup_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="responsible_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="responsible_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=models.UniqueConstraint(
                fields=("county", "task", "membership"), name="responsible_named_once"
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
        migrations.AddConstraint(
            model_name="responsible",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="plans_responsible_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="plans_responsible_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=cppcc.tenancy.SameOwner(
                key="appointment",
                name="plans_responsible_appointment_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=cppcc.tenancy.SameOwner(
                key="group",
                name="plans_responsible_group_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="responsible",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="plans_responsible_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="workgroupmember_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="workgroupmember_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=models.UniqueConstraint(
                fields=("county", "group", "membership"), name="once_in_a_group"
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=cppcc.tenancy.SameOwner(
                key="group",
                name="plans_workgroupmember_group_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="plans_workgroupmember_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="workgroupmember",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="plans_workgroupmember_township_id_same_county",
                owners=("county",),
            ),
        ),
    ]
