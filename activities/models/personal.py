"""Registers of one member's work: study notes, visits, contacts with the masses."""

from django.db import models

from counties.roles import Role
from cppcc.tenancy import TenantKey
from members.models.ledger import PersonalQuerySet, PersonalRecord
from plans.models import FulfilsTask


class StudyNote(PersonalRecord):
    """A member's study note or reflection (学习笔记、学习体会); the member may enter the own."""

    REGISTER = "notes"
    ENTERED_BY = frozenset({Role.STAFF, Role.MEMBER})

    on = models.DateField("日期")
    activity = TenantKey(
        "activities.Activity",
        null=True,
        blank=True,
        related_name="notes",
        verbose_name="所属学习",
        leaves_township=True,  # a county event
    )
    title = models.CharField("题目", max_length=100)
    text = models.TextField("内容", blank=True)

    objects = PersonalQuerySet.as_manager()

    class Meta:
        verbose_name = "学习笔记"
        indexes = [models.Index(fields=["county", "township", "-on"], name="studynote_by_day")]
        constraints = PersonalRecord.Meta.constraints

    def __str__(self):
        return f"{self.membership}：{self.title}"

    @property
    def headline(self) -> str:
        return f"《{self.title}》"

    def is_editable_by(self, user) -> bool:
        return super().is_editable_by(user) and self.membership.is_open_to(user)


class VisitQuerySet(PersonalQuerySet):
    def with_demand(self):
        """Visits in which the member asked for something."""
        return self.exclude(demand="")


class Visit(FulfilsTask, PersonalRecord):
    """A visit to a member (走访): how they are, what they ask, what was promised."""

    REGISTER = "visits"

    class Form(models.TextChoices):
        CALL = "call", "走访"
        PHONE = "phone", "电话"
        TALK = "talk", "座谈"
        RECEPTION = "reception", "接访"

    on = models.DateField("日期")
    visitors = models.CharField("走访人", max_length=100)
    form = models.CharField("形式", max_length=20, choices=Form.choices, default=Form.CALL)
    situation = models.TextField("思想、工作、生活情况", blank=True)
    demand = models.TextField("诉求", blank=True)
    promise = models.TextField("答应的事", blank=True)
    is_done = models.BooleanField("已办到", default=False)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "走访"
        indexes = [models.Index(fields=["county", "township", "-on"], name="visit_by_day")]
        constraints = PersonalRecord.Meta.constraints

    def __str__(self):
        return f"{self.get_form_display()}{self.membership}"

    @property
    def headline(self) -> str:
        return f"{self.get_form_display()}（{self.visitors}）"


class Contact(FulfilsTask, PersonalRecord):
    """A member's contact with the masses (联系群众): what they asked, and what became of it.

    Whom they saw may be a person, a household or a whole hamlet.
    """

    REGISTER = "contacts"

    class Form(models.TextChoices):
        CALL = "call", "入户走访"
        TALK = "talk", "座谈"
        RECEPTION = "reception", "接待来访"
        PHONE = "phone", "电话、网络"
        SERVICE = "service", "帮办实事"

    on = models.DateField("日期")
    form = models.CharField("形式", max_length=20, choices=Form.choices, default=Form.CALL)
    whom = models.CharField("联系对象", max_length=100)
    place = models.CharField("地点", max_length=100, blank=True)
    demand = models.TextField("群众反映", blank=True)
    result = models.TextField("办理情况", blank=True)
    is_done = models.BooleanField("已办结", default=False)

    objects = PersonalQuerySet.as_manager()

    class Meta:
        verbose_name = "联系群众"
        indexes = [models.Index(fields=["county", "township", "-on"], name="contact_by_day")]
        constraints = PersonalRecord.Meta.constraints

    def __str__(self):
        return f"{self.membership}联系{self.whom}"

    @property
    def headline(self) -> str:
        return f"{self.get_form_display()}：{self.whom}"
