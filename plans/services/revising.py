"""A change after 审定: a revision begins as a copy, and in the end takes the plan's place."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cppcc import audit
from plans.changes import Change, compare
from plans.models import AnnualPlan, CheckLine, Milestone, PlanSection, PlanTask, Responsible
from plans.models.content import content_of
from plans.workflow import Action, Status

OWN = {Milestone, PlanTask, Responsible}  # what a task consists of; anything else refers to it
FROZEN = {CheckLine}  # what was said of a task on a day stays with that task


def begin_revision(plan: AnnualPlan, *, by) -> AnnualPlan:
    """Copy an approved plan into its next revision, a draft; the plan itself stays in force."""
    with transaction.atomic():
        if not plan.hold().may_be_revised_by(by):
            raise ValidationError("这份计划现在不能调整：还没有审定，或者已经在调整。")
        latest = AnnualPlan.objects.filter(
            county=plan.county_id, township=plan.township_id, year=plan.year
        ).order_by("-revision")[0]
        revision = AnnualPlan(
            **plan.tenant,
            year=plan.year,
            title=plan.title,
            guiding=plan.guiding,
            goals=plan.goals,
            is_annexed=plan.is_annexed,
            revision=latest.revision + 1,
            revises=plan,
        )
        revision.enter(by=by)
        for section in plan.sections.all():
            copy_section(section, revision, origin=section)
    return revision


def copy_section(section: PlanSection, plan: AnnualPlan, *, origin=None) -> PlanSection:
    """Copy a section with its tasks, days and people into a revision."""
    made = PlanSection.objects.create(
        **plan.tenant,
        plan=plan,
        origin=origin,
        position=section.position,
        heading=section.heading,
        text=section.text,
    )
    tasks = section.tasks.prefetch_related("milestones", "responsibles")
    for task in tasks:
        copy = PlanTask.objects.create(
            **plan.tenant,
            section=made,
            origin=task,
            position=task.position,
            is_carried=task.is_carried,
            point_id=task.point_id,
            **worded(task),
        )
        copy.set_milestones((one.due_on, one.text) for one in task.milestones.all())
        copy.set_responsibles(one.party for one in task.responsibles.all())
    return made


def worded(task: PlanTask) -> dict:
    """What a task says by itself."""
    names = ("text", "function", "helpers", "figure", "target", "evidence")
    return {name: getattr(task, name) for name in names}


def publish(plan: AnnualPlan, **act) -> None:
    """Make a plan public. A revision takes the place of the plan it revises: whatever names one of
    the old tasks (an activity, a note) names its successor from now on."""
    if not plan.revision:
        plan.publish(**act)
        return
    if plan.revises.status != Status.PUBLISHED:
        raise ValidationError("请先公布原计划，再公布这次调整。")
    with transaction.atomic():
        plan.revises.hold()  # a note of progress is written before this, or not at all
        plan.publish(**act)
        for task in PlanTask.objects.filter(section__plan=plan).exclude(origin=None):
            _hand_over(task)
        audit.record("take_effect", by=act["by"], target=plan)


def _hand_over(task: PlanTask) -> None:
    for relation in PlanTask._meta.related_objects:
        if relation.related_model not in OWN | FROZEN:
            name = relation.field.attname
            rows = relation.related_model._base_manager.filter(**task.tenant)
            rows.filter(**{name: task.origin_id}).update(**{name: task.pk})


def revised_content(plan: AnnualPlan) -> list[Change]:
    """A revision beside the plan it revises."""
    return compare(content_of(plan.revises), content_of(plan))


def changes_since_last_seen(plan: AnnualPlan) -> tuple[str, list[Change]]:
    """What the approver has not read yet: what was edited after 送审, else what differs from the
    text that was sent back before. ("" and nothing for a plan as it was first sent.)"""
    now = content_of(plan)
    sent = list(plan.copies.filter(event__action=Action.SUBMIT))
    for copy in reversed(sent):
        if copy.content != now:
            why = "送审以后改动过" if copy == sent[-1] else "退回后重新送审，与上次送审相比有改动"
            return why, [one for one in compare(copy.content, now) if one.is_changed]
    return "", []
