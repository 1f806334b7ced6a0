import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import counties.days
import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="County",
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
                    "red_head",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="发文机关标志（红头）"
                    ),
                ),
                (
                    "number_code",
                    models.CharField(blank=True, max_length=20, verbose_name="机关代字"),
                ),
                (
                    "name",
                    models.CharField(
                        error_messages={"unique": "已有同名的县。"},
                        max_length=30,
                        unique=True,
                        verbose_name="县名",
                    ),
                ),
                ("body_name", models.CharField(max_length=50, verbose_name="县政协全称")),
                (
                    "short_name",
                    models.CharField(default="县政协", max_length=20, verbose_name="简称"),
                ),
                (
                    "supervisor",
                    models.CharField(
                        blank=True,
                        default="县委、县政府督查室",
                        max_length=40,
                        verbose_name="提案督办单位",
                    ),
                ),
                (
                    "proposal_year_from",
                    counties.days.DayOfYearField(
                        default="12-01", max_length=5, verbose_name="提案年度起始日"
                    ),
                ),
                (
                    "proposals_counted",
                    models.CharField(
                        choices=[("submitted", "提交了就算"), ("filed", "立案了才算")],
                        default="submitted",
                        max_length=20,
                        verbose_name="每人应交的提案怎样算",
                    ),
                ),
                (
                    "plan_due",
                    counties.days.DayOfYearField(
                        default="01-01", max_length=5, verbose_name="年度计划上报截止日"
                    ),
                ),
                (
                    "late_entries_until",
                    counties.days.DayOfYearField(
                        default="01-31", max_length=5, verbose_name="上年补录截止日"
                    ),
                ),
                (
                    "allows_long_login",
                    models.BooleanField(
                        default=False, verbose_name="允许委员在本人手机上30天免登录"
                    ),
                ),
                (
                    "second_factor_roles",
                    models.JSONField(
                        blank=True, default=list, verbose_name="必须使用手机验证码的身份"
                    ),
                ),
            ],
            options={
                "verbose_name": "县",
            },
        ),
        migrations.CreateModel(
            name="Township",
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
                    "red_head",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="发文机关标志（红头）"
                    ),
                ),
                (
                    "number_code",
                    models.CharField(blank=True, max_length=20, verbose_name="机关代字"),
                ),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("body_name", models.CharField(max_length=50, verbose_name="机构简称")),
                ("full_name", models.CharField(blank=True, max_length=50, verbose_name="机构全称")),
                (
                    "head_title",
                    models.CharField(default="主任", max_length=20, verbose_name="负责人职务"),
                ),
                (
                    "committee_name",
                    models.CharField(default="镇党委", max_length=30, verbose_name="党委名称"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("township", "乡镇（街道）"), ("sector_group", "县直界别活动组")],
                        default="township",
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="办公电话")),
                ("address", models.CharField(blank=True, max_length=60, verbose_name="办公地点")),
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
                "verbose_name": "乡镇",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="GroupPost",
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
                        choices=[
                            ("a_head", "负责人"),
                            ("b_clerk", "工作人员"),
                            ("c_liaison", "联系县领导"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="姓名")),
                ("post", models.CharField(blank=True, max_length=50, verbose_name="职务")),
                ("first_on", models.DateField(verbose_name="开始日期")),
                ("last_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
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
                "verbose_name": "机构人员",
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
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
                "verbose_name": "承办单位",
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnswerClass",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
                    ),
                ),
                ("letter", models.CharField(max_length=1, verbose_name="字母")),
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
                "verbose_name": "答复类别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="answerclass_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="answerclass_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdoptionLevel",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
                "verbose_name": "采用级别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "id"), name="adoptionlevel_in_county"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="adoptionlevel_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActivityKind",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
                    ),
                ),
                (
                    "feeds",
                    models.CharField(
                        choices=[
                            ("study", "集中学习"),
                            ("training", "讲座培训"),
                            ("lesson", "机关学习"),
                            ("inspection", "视察"),
                            ("research", "调研考察"),
                            ("supervision", "民主监督"),
                            ("consultation", "协商议事"),
                            ("attended", "列席会议"),
                            ("exchange", "联谊交流"),
                            ("culture", "文化活动"),
                            ("welfare", "服务公益"),
                            ("county", "县政协活动"),
                        ],
                        max_length=20,
                        verbose_name="计入指标",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        default="通知、签到表、照片、活动记录、简报",
                        max_length=200,
                        verbose_name="应备材料",
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
                "verbose_name": "活动类别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="activitykind_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="activitykind_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
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
                    models.CharField(
                        choices=[
                            ("reply", "提案答复"),
                            ("extension", "提案延期答复"),
                            ("return", "申退"),
                            ("co_opinion", "会办意见"),
                            ("feedback", "委员反馈"),
                            ("township_comment", "联工委提出意见"),
                            ("activity_report", "活动材料上报"),
                        ],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                (
                    "amount",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(366),
                        ],
                        verbose_name="期限",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("days", "天"), ("working_days", "个工作日"), ("months", "个月")],
                        max_length=20,
                        verbose_name="单位",
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
                "verbose_name": "期限",
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="deadline_in_county"),
                    models.UniqueConstraint(fields=("county", "key"), name="deadline_set_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyGrade",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
                "verbose_name": "履职等次",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="dutygrade_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="dutygrade_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidingText",
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
                ("plan_text", models.TextField(blank=True, verbose_name="计划指导思想")),
                ("summary_text", models.TextField(blank=True, verbose_name="总结开头语")),
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
                "verbose_name": "年度指导思想",
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="guidingtext_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "year"), name="one_guiding_text_a_year"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposalCategory",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
                "verbose_name": "提案类别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "id"), name="proposalcategory_in_county"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="proposalcategory_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RefusalReason",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
                "verbose_name": "不予立案理由",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "id"), name="refusalreason_in_county"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="refusalreason_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Satisfaction",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
                    ),
                ),
                (
                    "is_satisfied",
                    models.BooleanField(default=True, verbose_name="评为这一等的，提案办结"),
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
                "verbose_name": "满意度",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="satisfaction_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="satisfaction_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sector",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
                "verbose_name": "界别",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="sector_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="sector_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupervisionForm",
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
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_retired",
                    models.BooleanField(default=False, editable=False, verbose_name="已停用"),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="次序"
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
                "verbose_name": "监督形式",
                "ordering": ["position", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "id"), name="supervisionform_in_county"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="supervisionform_named_once",
                        violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
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
            ],
            options={
                "verbose_name": "年度目标",
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="target_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "year", "scope", "figure"),
                        name="one_target_a_figure",
                        violation_error_message="这个指标在这一年已有目标。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gt", 0)),
                        name="target_is_a_number_to_reach",
                        violation_error_message="目标数要大于零；不设目标的，把它删掉。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
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
                ("name", models.CharField(max_length=20, verbose_name="届次")),
                ("first_on", models.DateField(verbose_name="开始日期")),
                ("last_on", models.DateField(verbose_name="结束日期")),
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
                "verbose_name": "届次",
                "ordering": ["-first_on"],
                "constraints": [
                    models.UniqueConstraint(fields=("county", "id"), name="term_in_county"),
                    models.UniqueConstraint(
                        fields=("county", "name"),
                        name="term_name_used_once",
                        violation_error_message="本县已有同名的届次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_on__gt", models.F("first_on"))),
                        name="term_ends_after_it_begins",
                        violation_error_message="届次的结束日期必须晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="township",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="township_in_county"),
        ),
        migrations.AddConstraint(
            model_name="township",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="township_name_used_once",
                violation_error_message="本县已有同名的乡镇。",
            ),
        ),
        migrations.AddIndex(
            model_name="grouppost",
            index=models.Index(fields=["county", "township", "kind"], name="grouppost_by_kind"),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="grouppost_in_county"),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="grouppost_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_on__isnull", True),
                    ("last_on__gte", models.F("first_on")),
                    _connector="OR",
                ),
                name="group_post_ends_after_it_begins",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="grouppost",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="counties_grouppost_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="unit_in_county"),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(
                fields=("county", "name"),
                name="unit_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ),
    ]
