"""The county's points of the year (县工作要点) in a township's plan."""

from django.db import transaction

from counties.models import Township
from cppcc import audit
from cppcc.order import next_position
from directives.models import KeyPoint
from plans.models import AnnualPlan, Function, PlanSection, PlanTask

# What a point is about, as its words tell; whoever takes it up may choose otherwise.
TOLD_BY = (
    (Function.STUDY, ("学习", "培训", "理论", "一堂课")),
    (Function.SUPERVISION, ("监督", "视察", "评议")),
    (Function.CONSULTATION, ("协商",)),
    (Function.PARTICIPATION, ("提案", "调研", "调查", "社情民意", "建言", "参政议政")),
    (Function.WELFARE, ("公益", "慰问", "扶贫", "助学")),
    (Function.MASSES, ("群众", "帮扶", "结对")),
    (Function.EXCHANGE, ("走访", "联谊", "团结", "统战", "交流")),
    (Function.CULTURE, ("文化", "文史")),
    (Function.PUBLICITY, ("宣传", "投稿", "稿件")),
    (Function.DEVELOPMENT, ("发展", "经济", "招商", "项目")),
)


def function_of(text: str) -> Function:
    """The function that the words of a point suggest."""
    named = (function for function, words in TOLD_BY if any(word in text for word in words))
    return next(named, Function.SELF)


def years_without_points(township: Township, years: list[int]) -> list[int]:
    """Those of the years for which the county has handed this township no points."""
    points = KeyPoint.objects
    return [year for year in years if not points.in_force(township, year).exists()]


def points_to_take_up(plan: AnnualPlan) -> list[KeyPoint]:
    """The points in force that no task of the plan took up. A point is known by its words, so
    that a paper which replaces another asks for nothing twice."""
    tasks = PlanTask.objects.filter(county=plan.county_id, section__plan=plan)
    taken = set(tasks.exclude(point=None).values_list("point__text", flat=True))
    points = KeyPoint.objects.in_force(plan.township, plan.year)
    return list({one.text: one for one in points if one.text not in taken}.values())


def take_up_points(plan: AnnualPlan, *, by) -> int:
    """Add a task for each of those points, under the heading of the county's; how many."""
    with transaction.atomic():
        points = points_to_take_up(plan)
        for point in points:
            section = _section(plan, point.heading or f"落实县政协{plan.year}年工作要点")
            PlanTask.objects.create(
                **plan.tenant,
                section=section,
                position=next_position(section.tasks),
                point=point,
                text=point.text,
                function=function_of(point.text),
            )
        if points:
            audit.record("take_up_points", by=by, target=plan, rows=len(points))
    return len(points)


def _section(plan: AnnualPlan, heading: str) -> PlanSection:
    return plan.sections.filter(heading=heading).first() or PlanSection.append(plan, heading)
