"""What the records of other apps do for a plan: each may name the task that it fulfils."""

from datetime import date

from django.db import models

from counties.roles import Role
from cppcc import figures
from cppcc.tenancy import TenantKey
from plans.models.task import PlanTask


class FulfilsTask(models.Model):
    """A record that may name the task it fulfils (对应计划任务), one of its own day's year.

    It has a `county`, a `township` (none for the county's own records), and a day `on`.
    """

    task = TenantKey("plans.PlanTask", null=True, blank=True, verbose_name="对应计划任务")

    class Meta:
        abstract = True

    @staticmethod
    def task_is_chosen_by(user) -> bool:
        """Whether `user` says which task it is: the office, whose plan it is. Nobody else is asked;
        their records get the task that is suggested."""
        return user.acting.role == Role.STAFF

    def counted_by(self) -> set[str]:
        """The figures that count this record: a task that promises one of them is suggested."""
        return figures.counting(type(self))

    def task_of(self, on: date | None) -> PlanTask | None:
        """The task that was chosen, if it is one of that day's year; else the one suggested."""
        chosen = self.task
        if on is None or (chosen and chosen.section.plan.year == on.year):
            return chosen
        own = PlanTask.objects.filter(county=self.county_id, township=self.township_id)
        return own.suggested_for(self.counted_by(), on)

    def task_for(self, user) -> PlanTask | None:
        """Its task, if `user` may see the plan."""
        return PlanTask.objects.visible_to(user).filter(pk=self.task_id).for_choice().first()
