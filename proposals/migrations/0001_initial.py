import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cppcc.tenancy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("activities", "0001_initial"),
        ("counties", "0001_initial"),
        ("matters", "0001_initial"),
        ("members", "0001_initial"),
        ("plans", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
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
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="提案年度")),
                ("title", models.CharField(max_length=100, verbose_name="案由")),
                ("situation", models.TextField(verbose_name="情况与分析")),
                ("advice", models.TextField(verbose_name="具体建议")),
                ("is_public", models.BooleanField(default=True, verbose_name="同意公开")),
                (
                    "is_by_office",
                    models.BooleanField(default=False, editable=False, verbose_name="代录"),
                ),
                (
                    "serial",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="流水号"),
                ),
                (
                    "number",
                    models.PositiveIntegerField(editable=False, null=True, verbose_name="提案号"),
                ),
                (
                    "submitted_on",
                    models.DateField(editable=False, null=True, verbose_name="提交日期"),
                ),
                (
                    "assigned_on",
                    models.DateField(editable=False, null=True, verbose_name="交办日期"),
                ),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="答复期限")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("submitted", "已提交"),
                            ("withdrawn", "已撤案"),
                            ("declined", "不予立案"),
                            ("filed", "已立案"),
                            ("assigned", "已交办"),
                            ("signed", "办理中"),
                            ("replied", "已答复"),
                            ("closed", "已办结"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.proposalcategory",
                        verbose_name="类别",
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
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="proposals",
                        to="matters.followup",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="counties.unit",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "proposer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="proposals",
                        to="members.membership",
                        verbose_name="第一提案人",
                    ),
                ),
                (
                    "refusal",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.refusalreason",
                        verbose_name="不予立案理由",
                    ),
                ),
                (
                    "suggested_unit",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="counties.unit",
                        verbose_name="建议承办单位",
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
                "verbose_name": "提案",
            },
        ),
        migrations.CreateModel(
            name="Cosigner",
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
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cosigned",
                        to="members.membership",
                        verbose_name="联名委员",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cosigners",
                        to="proposals.proposal",
                    ),
                ),
            ],
            options={
                "verbose_name": "联名",
            },
        ),
        migrations.CreateModel(
            name="ProposalEvent",
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
                        to="proposals.proposal",
                    ),
                ),
            ],
            options={
                "verbose_name": "提案流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="答复日期")),
                ("text", models.TextField(verbose_name="答复内容")),
                (
                    "contact",
                    models.CharField(blank=True, max_length=50, verbose_name="联系人及电话"),
                ),
                ("comment", models.TextField(blank=True, verbose_name="反馈意见")),
                (
                    "answer_class",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.answerclass",
                        verbose_name="答复类别",
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
                    "proposal",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="replies",
                        to="proposals.proposal",
                    ),
                ),
                (
                    "satisfaction",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.satisfaction",
                        verbose_name="委员反馈",
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
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        to="counties.unit",
                        verbose_name="承办单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "答复",
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
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
                ("on", models.DateField(verbose_name="送出日期")),
                ("addressee", models.CharField(max_length=100, verbose_name="主送")),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
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
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="suggestions",
                        to="activities.activity",
                        verbose_name="来源活动",
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
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="suggestions",
                        to="activities.visit",
                        verbose_name="来源走访",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见建议",
            },
        ),
        migrations.CreateModel(
            name="SuggestionItem",
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
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("text", models.TextField(verbose_name="建议内容")),
                (
                    "unit_name",
                    models.CharField(
                        blank=True, editable=False, max_length=50, verbose_name="办理单位"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("sent", "已送"),
                            ("noted", "已批示"),
                            ("assigned", "已交办"),
                            ("adopted", "采纳"),
                            ("partly", "部分采纳"),
                            ("refused", "未采纳"),
                        ],
                        default="sent",
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
                    "follow_up",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="suggestion_items",
                        to="matters.followup",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="items",
                        to="proposals.suggestion",
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
                "verbose_name": "建议条目",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="SuggestionItemEvent",
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
                        to="proposals.suggestionitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "建议流转",
                "ordering": ["on", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NumberCounter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("series", models.CharField(max_length=20, verbose_name="序列")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="最后编号")),
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
                "verbose_name": "编号",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("county", "id"), name="numbercounter_in_county"
                    ),
                    models.UniqueConstraint(
                        fields=("county", "series", "year"), name="one_counter_a_series"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["county", "township", "-year"], name="proposal_by_year"),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(
                fields=["county", "proposer", "submitted_on"], name="proposal_by_member"
            ),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["county", "handler", "status"], name="proposal_by_handler"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="proposal_in_county"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="proposal_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("county", "year", "number"), name="proposal_number_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("county", "year", "serial"), name="proposal_serial_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("county", "follow_up"), name="follow_up_of_one_proposal"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status__in", ["assigned", "closed", "filed", "replied", "signed"]),
                        _negated=True,
                    ),
                    ("number__isnull", False),
                    _connector="OR",
                ),
                name="filed_proposal_has_number",
                violation_error_message="立案的提案必须有提案号。",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status__in", ["assigned", "closed", "replied", "signed"]), _negated=True
                    ),
                    models.Q(("due_on__isnull", False), ("handler__isnull", False)),
                    _connector="OR",
                ),
                name="assigned_proposal_has_handler",
                violation_error_message="已交办的提案必须有承办单位和答复期限。",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "declined"), _negated=True),
                    ("refusal__isnull", False),
                    _connector="OR",
                ),
                name="declined_proposal_has_reason",
                violation_error_message="不予立案必须给出理由。",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="proposer",
                name="proposals_proposal_proposer_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="category",
                name="proposals_proposal_category_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="suggested_unit",
                name="proposals_proposal_suggested_unit_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="handler", name="proposals_proposal_handler_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="refusal", name="proposals_proposal_refusal_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="follow_up",
                name="proposals_proposal_follow_up_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="proposals_proposal_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="proposals_proposal_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="cosigner",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="cosigner_in_county"),
        ),
        migrations.AddConstraint(
            model_name="cosigner",
            constraint=models.UniqueConstraint(
                fields=("county", "proposal", "membership"), name="cosigner_signs_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="cosigner",
            constraint=cppcc.tenancy.SameOwner(
                key="membership",
                name="proposals_cosigner_membership_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="cosigner",
            constraint=cppcc.tenancy.SameOwner(
                key="proposal",
                name="proposals_cosigner_proposal_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="proposalevent",
            index=models.Index(fields=["county", "record", "on"], name="propevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="proposalevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="proposalevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposalevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="proposals_proposalevent_record_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="reply",
            index=models.Index(fields=["county", "proposal", "on"], name="reply_by_proposal"),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.UniqueConstraint(fields=("county", "id"), name="reply_in_county"),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="reply_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=cppcc.tenancy.SameOwner(
                key="proposal",
                name="proposals_reply_proposal_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=cppcc.tenancy.SameOwner(
                key="unit", name="proposals_reply_unit_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=cppcc.tenancy.SameOwner(
                key="answer_class",
                name="proposals_reply_answer_class_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=cppcc.tenancy.SameOwner(
                key="satisfaction",
                name="proposals_reply_satisfaction_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=cppcc.tenancy.SameOwner(
                key="township", name="proposals_reply_township_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(fields=["county", "township", "-on"], name="suggestion_by_day"),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="suggestion_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="suggestion_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=cppcc.tenancy.SameOwner(
                key="source", name="proposals_suggestion_source_id_same_county", owners=("county",)
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=cppcc.tenancy.SameOwner(
                key="visit",
                name="proposals_suggestion_visit_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=cppcc.tenancy.SameOwner(
                key="task",
                name="proposals_suggestion_task_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestion",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="proposals_suggestion_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="suggestionitem",
            index=models.Index(fields=["county", "township", "status"], name="item_by_status"),
        ),
        migrations.AddConstraint(
            model_name="suggestionitem",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="suggestionitem_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestionitem",
            constraint=models.UniqueConstraint(
                fields=("county", "township", "id"), name="suggestionitem_in_township"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestionitem",
            constraint=models.UniqueConstraint(
                fields=("county", "suggestion", "position"), name="item_position_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestionitem",
            constraint=models.UniqueConstraint(
                fields=("county", "follow_up"), name="follow_up_of_one_item"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestionitem",
            constraint=cppcc.tenancy.SameOwner(
                key="suggestion",
                name="proposals_suggestionitem_suggestion_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestionitem",
            constraint=cppcc.tenancy.SameOwner(
                key="follow_up",
                name="proposals_suggestionitem_follow_up_id_same_township",
                owners=("county", "township"),
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestionitem",
            constraint=cppcc.tenancy.SameOwner(
                key="township",
                name="proposals_suggestionitem_township_id_same_county",
                owners=("county",),
            ),
        ),
        migrations.AddIndex(
            model_name="suggestionitemevent",
            index=models.Index(fields=["county", "record", "on"], name="itemevent_by_record"),
        ),
        migrations.AddConstraint(
            model_name="suggestionitemevent",
            constraint=models.UniqueConstraint(
                fields=("county", "id"), name="suggestionitemevent_in_county"
            ),
        ),
        migrations.AddConstraint(
            model_name="suggestionitemevent",
            constraint=cppcc.tenancy.SameOwner(
                key="record",
                name="proposals_suggestionitemevent_record_id_same_county",
                owners=("county",),
            ),
        ),
    ]
