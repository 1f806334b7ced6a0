import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("counties", "0001_initial"),
        ("matters", "0001_initial"),
        ("members", "0001_initial"),
        ("plans", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Activity",
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
                ("theme", models.CharField(max_length=100, verbose_name="主题")),
                ("on", models.DateField(verbose_name="日期")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("host", models.CharField(blank=True, max_length=50, verbose_name="主持人")),
                ("purpose", models.TextField(blank=True, verbose_name="目的")),
                ("content", models.TextField(blank=True, verbose_name="内容")),
                ("campaign", models.CharField(blank=True, max_length=50, verbose_name="专项活动")),
                ("record_text", models.TextField(blank=True, verbose_name="活动记录")),
                ("outcome", models.TextField(blank=True, verbose_name="成效")),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[("together", "集中"), ("alone", "自学")],
                        max_length=20,
                        verbose_name="学习形式",
                    ),
                ),
                ("handouts", models.CharField(blank=True, max_length=200, verbose_name="发放资料")),
                ("check_of_effect", models.TextField(blank=True, verbose_name="学习效果检查")),
                (
                    "stage",
                    models.CharField(
                        blank=True,
                        choices=[("before", "事前"), ("during", "事中"), ("after", "事后")],
                        max_length=20,
                        verbose_name="监督阶段",
                    ),
                ),
                (
                    "guests",
                    models.CharField(blank=True, max_length=200, verbose_name="列席及陪同人员"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "计划"),
                            ("notified", "已通知"),
                            ("held", "已举办"),
                            ("reported", "已上报"),
                            ("cancelled", "已取消"),
                        ],
                        default="planned",
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
                    "form",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.supervisionform",
                        verbose_name="监督形式",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.activitykind",
                        verbose_name="类别",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "活动",
            },
        ),
        migrations.CreateModel(
            name="ActivityEvent",
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
                        to="activities.activity",
                    ),
                ),
            ],
            options={
                "verbose_name": "活动流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Article",
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
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("outlet", models.CharField(max_length=50, verbose_name="刊发单位")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("township", "镇级"),
                            ("county", "县级"),
                            ("city", "市级"),
                            ("province", "省级"),
                            ("nation", "国家级"),
                        ],
                        max_length=20,
                        verbose_name="级别",
                    ),
                ),
                ("author", models.CharField(blank=True, max_length=50, verbose_name="作者")),
                ("link", models.URLField(blank=True, verbose_name="网址")),
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
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
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
                "verbose_name": "宣传稿件",
            },
        ),
        migrations.CreateModel(
            name="Attendance",
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
                            ("pending", "待回复"),
                            ("asked", "请假待批"),
                            ("excused", "请假"),
                            ("present", "出席"),
                            ("absent", "缺席"),
                        ],
                        default="pending",
                        max_length=20,
                        verbose_name="出席情况",
                    ),
                ),
                (
                    "leave_reason",
                    models.CharField(blank=True, max_length=50, verbose_name="请假事由"),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="attendances",
                        to="activities.activity",
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
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="attendances",
                        to="members.membership",
                        verbose_name="委员",
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.township",
                        verbose_name="乡镇",
                    ),
                ),
            ],
            options={
                "verbose_name": "出席",
            },
        ),
        migrations.CreateModel(
            name="Attention",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("discussed", "专题研究"),
                            ("note", "领导批示"),
                            ("topic", "交办课题"),
                            ("facility", "经费、用房、设备"),
                            ("guidance", "县领导来镇指导"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("who", models.CharField(max_length=50, verbose_name="单位或领导")),
                ("text", models.TextField(verbose_name="内容")),
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
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
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
                "verbose_name": "党委重视与阵地",
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("call", "入户走访"),
                            ("talk", "座谈"),
                            ("reception", "接待来访"),
                            ("phone", "电话、网络"),
                            ("service", "帮办实事"),
                        ],
                        default="call",
                        max_length=20,
                        verbose_name="形式",
                    ),
                ),
                ("whom", models.CharField(max_length=100, verbose_name="联系对象")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("demand", models.TextField(blank=True, verbose_name="群众反映")),
                ("result", models.TextField(blank=True, verbose_name="办理情况")),
                ("is_done", models.BooleanField(default=False, verbose_name="已办结")),
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
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="%(class)ss",
                        to="members.membership",
                        verbose_name="委员",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
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
                "verbose_name": "联系群众",
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                ("text", models.TextField(verbose_name="问题和建议")),
                (
                    "activity",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="findings",
                        to="activities.activity",
                        verbose_name="活动",
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
                    "follow_up",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="findings",
                        to="matters.followup",
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
                "verbose_name": "发现的问题和建议",
            },
        ),
        migrations.CreateModel(
            name="PriorConsultation",
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
                ("asked_by", models.CharField(max_length=50, verbose_name="征求意见的单位")),
                ("decision", models.CharField(max_length=100, verbose_name="准备作出的决策")),
                ("opinions", models.TextField(blank=True, verbose_name="委员意见")),
                ("taken_up", models.TextField(blank=True, verbose_name="采纳情况")),
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
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
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
                "verbose_name": "会前征求意见",
            },
        ),
        migrations.CreateModel(
            name="ResearchReport",
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
                ("title", models.CharField(max_length=100, verbose_name="题目")),
                ("authors", models.CharField(max_length=100, verbose_name="作者")),
                ("text", models.TextField(blank=True, verbose_name="主要内容")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reports",
                        to="activities.activity",
                        verbose_name="所属调研",
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
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
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
                "verbose_name": "调研报告",
            },
        ),
        migrations.CreateModel(
            name="StudyNote",
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
                ("title", models.CharField(max_length=100, verbose_name="题目")),
                ("text", models.TextField(blank=True, verbose_name="内容")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="notes",
                        to="activities.activity",
                        verbose_name="所属学习",
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
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="%(class)ss",
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
                "verbose_name": "学习笔记",
            },
        ),
        migrations.CreateModel(
            name="Talent",
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
                ("name", models.CharField(max_length=50, verbose_name="姓名")),
                ("trade", models.CharField(max_length=100, verbose_name="行业专长")),
                ("contact", models.CharField(blank=True, max_length=50, verbose_name="联系方式")),
                ("recommended_for", models.CharField(max_length=100, verbose_name="推荐用途")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="移出日期")),
                ("text", models.TextField(blank=True, verbose_name="主要情况")),
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
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
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
                "verbose_name": "人才名册",
            },
        ),
        migrations.CreateModel(
            name="Visit",
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
                ("visitors", models.CharField(max_length=100, verbose_name="走访人")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("call", "走访"),
                            ("phone", "电话"),
                            ("talk", "座谈"),
                            ("reception", "接访"),
                        ],
                        default="call",
                        max_length=20,
                        verbose_name="形式",
                    ),
                ),
                ("situation", models.TextField(blank=True, verbose_name="思想、工作、生活情况")),
                ("demand", models.TextField(blank=True, verbose_name="诉求")),
                ("promise", models.TextField(blank=True, verbose_name="答应的事")),
                ("is_done", models.BooleanField(default=False, verbose_name="已办到")),
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
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="%(class)ss",
                        to="members.membership",
                        verbose_name="委员",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="plans.plantask",
                        verbose_name="对应计划任务",
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
                "verbose_name": "走访",
            },
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["county", "township", "-on"], name="activity_by_day"),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["county", "kind", "on"], name="activity_by_kind"),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="activity_in_county"),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="activity_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_activity_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=cppcc.tenancy.SameOwner(
                key="kind", name="activities_activity_kind_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=cppcc.tenancy.SameOwner(
                key="form", name="activities_activity_form_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_activity_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=cppcc.tenancy.SameOwner(
                key="task", name="activities_activity_task_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="activityevent",
            index=models.Index(fields=["county", "record", "on"], name="actevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="activityevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="activityevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="activityevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="activities_activityevent_record_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["county", "township", "-on"], name="article_by_day"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="article_in_county"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="article_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_article_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_article_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="attendance",
            index=models.Index(fields=["county", "membership"], name="attendance_by_member"),
        ),
        migrations.AddIndex(
            model_name="attendance",
            index=models.Index(
                fields=["county", "township", "status"], name="attendance_by_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="attendance_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("county", "activity", "membership"), name="attendance_once_a_member"
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_attendance_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="activities_attendance_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=cppcc.tenancy.SameOwner(
                key="activity",
                name="activities_attendance_activity_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="attention",
            index=models.Index(fields=["county", "township", "-on"], name="attention_by_day"),
        ),
        migrations.AddConstraint(
            model_name="attention",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="attention_in_county"),
        ),
        migrations.AddConstraint(
            model_name="attention",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="attention_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="attention",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_attention_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="attention",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_attention_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["county", "township", "-on"], name="contact_by_day"),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="contact_in_county"),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="contact_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_contact_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_contact_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="activities_contact_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(fields=["county", "activity"], name="finding_by_activity"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="finding_in_county"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="finding_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(
                fields=("county", "follow_up"), name="follow_up_of_one_finding"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=cppcc.tenancy.SameOwner(
                key="activity",
                name="activities_finding_activity_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=cppcc.tenancy.SameOwner(
                key="follow_up",
                name="activities_finding_follow_up_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_finding_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="priorconsultation",
            index=models.Index(fields=["county", "township", "-on"], name="priorconsult_by_day"),
        ),
        migrations.AddConstraint(
            model_name="priorconsultation",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="priorconsultation_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="priorconsultation",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="priorconsultation_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="priorconsultation",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_priorconsultation_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="priorconsultation",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_priorconsultation_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="researchreport",
            index=models.Index(fields=["county", "township", "-on"], name="research_by_day"),
        ),
        migrations.AddConstraint(
            model_name="researchreport",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="researchreport_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="researchreport",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="researchreport_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="researchreport",
            constraint=cppcc.tenancy.SameOwner(
                key="activity",
                name="activities_researchreport_activity_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="researchreport",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_researchreport_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="researchreport",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_researchreport_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="studynote",
            index=models.Index(fields=["county", "township", "-on"], name="studynote_by_day"),
        ),
        migrations.AddConstraint(
            model_name="studynote",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="studynote_in_county"),
        ),
        migrations.AddConstraint(
            model_name="studynote",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="studynote_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="studynote",
            constraint=cppcc.tenancy.SameOwner(
                key="activity",
                name="activities_studynote_activity_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="studynote",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="activities_studynote_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="studynote",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="activities_studynote_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="talent",
            index=models.Index(fields=["county", "township", "-on"], name="talent_by_day"),
        ),
        migrations.AddConstraint(
            model_name="talent",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="talent_in_county"),
        ),
        migrations.AddConstraint(
            model_name="talent",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="talent_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="talent",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="activities_talent_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="talent",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_talent_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["county", "township", "-on"], name="visit_by_day"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="visit_in_county"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="visit_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="activities_visit_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="activities_visit_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="activities_visit_membership_id_same_township",
                owners=("county", "township"),
            ),
        ),
    ]
