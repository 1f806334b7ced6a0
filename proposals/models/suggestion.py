"""Advice to the town's Party committee and government; each item goes its own way."""

from django.db import models, transaction
from django.db.models import Count, Q
from django.urls import reverse

from counties.models import CountyRecord, TownshipRecord
from counties.models.tenancy import TenantQuerySet
from counties.roles import Role
from cppcc import figures
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned, WorkflowEvent, WorkflowModel
from matters.models import FollowUp
from plans.models import FulfilsTask
from proposals import workflow
from proposals.workflow import ADOPTED, UNANSWERED, ItemAction, ItemStatus, Party


class SuggestionQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The usual gate; a member sees what came of visits to this member."""
        if user.acting.role == Role.MEMBER:
            own = {"visit__membership__member__user": user}
            return self.filter(county=user.acting.county_id, **own)
        return super().visible_to(user)

    def unanswered(self):
        """Papers with items that the town has not answered, and how many."""
        return self._with_items(UNANSWERED)

    def to_note(self):
        """Papers with items on which no leader has written anything, and how many."""
        return self._with_items({ItemStatus.SENT})

    def _with_items(self, statuses):
        items = Count("items", filter=Q(items__status__in=statuses))
        return self.annotate(waiting_count=items).filter(waiting_count__gt=0)

    def for_list(self):
        adopted = Count("items", filter=Q(items__status__in=ADOPTED))
        return (
            self.select_related("township")
            .annotate(item_count=Count("items"), adopted_count=adopted)
            .order_by("-on", "-pk")
        )

    def for_detail(self):
        return self.select_related("township", "source", "visit__membership__member")


class Suggestion(FulfilsTask, TownshipRecord, Versioned):
    """A paper of advice to the town (镇级意见建议), holding any number of items."""

    on = models.DateField("送出日期")
    addressee = models.CharField("主送", max_length=100)
    title = models.CharField("标题", max_length=100)
    source = TenantKey(
        "activities.Activity",
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name="来源活动",
        leaves_township=True,  # a county event
    )
    visit = TenantKey(
        "activities.Visit",
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name="来源走访",
    )

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = "意见建议"
        indexes = [models.Index(fields=["county", "township", "-on"], name="suggestion_by_day")]
        constraints = TownshipRecord.Meta.constraints

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("proposals:suggestion", args=[self.pk])

    def counted_by(self) -> set[str]:
        return figures.counting(SuggestionItem)

    def add_items(self, texts) -> None:
        """Enter the items of the paper, one a line, in order."""
        SuggestionItem.objects.bulk_create(
            SuggestionItem(
                **self.tenant,
                suggestion=self,
                position=position,
                text=text,
            )
            for position, text in enumerate(texts, start=1)
        )


class ItemQuerySet(TenantQuerySet):
    def visible_to(self, user):
        """The items of the papers that `user` sees."""
        papers = Suggestion.objects.visible_to(user)
        return self.filter(county=user.acting.county_id, suggestion__in=papers)

    def sent_in(self, first, last):
        return self.filter(suggestion__on__range=(first, last))

    def adopted(self):
        return self.filter(status__in=ADOPTED)

    def for_list(self):
        return self.select_related("suggestion", "follow_up").order_by(
            "-suggestion__on", "suggestion_id", "position"
        )

    def for_detail(self):
        """The items of one paper with what became of each."""
        return (
            self.select_related("suggestion", "follow_up")
            .prefetch_related("events", "follow_up__steps")
            .order_by("position")
        )


class SuggestionItem(TownshipRecord, WorkflowModel):
    """One piece of advice (一条建议), with its answer and what came of it."""

    TRANSITIONS = workflow.ITEM_TRANSITIONS
    Action = ItemAction

    suggestion = TenantKey("proposals.Suggestion", related_name="items")
    position = models.PositiveSmallIntegerField("序号")
    text = models.TextField("建议内容")
    unit_name = models.CharField("办理单位", max_length=50, blank=True, editable=False)
    follow_up = TenantKey(
        "matters.FollowUp", null=True, editable=False, related_name="suggestion_items"
    )
    status = models.CharField(
        "状态",
        max_length=20,
        choices=ItemStatus.choices,
        default=ItemStatus.SENT,
        editable=False,
    )

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "建议条目"
        ordering = ["position"]
        indexes = [models.Index(fields=["county", "township", "status"], name="item_by_status")]
        constraints = [
            *TownshipRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "suggestion", "position"], name="item_position_used_once"
            ),
            models.UniqueConstraint(fields=["county", "follow_up"], name="follow_up_of_one_item"),
        ]

    def __str__(self):
        return self.text[:40]

    @property
    def on(self):
        """The day that counts in figures."""
        return self.suggestion.on

    @property
    def headline(self) -> str:
        return f"{self}（{self.get_status_display()}）"

    def get_absolute_url(self):
        return f"{self.suggestion.get_absolute_url()}#item-{self.pk}"

    def parties(self, user) -> set[Party]:
        of_role = {Role.STAFF: {Party.OFFICE}, Role.LEADER: {Party.COMMITTEE}}
        return of_role.get(self.role_here(user), set())

    def may_be_followed_up_by(self, user) -> bool:
        """Whether `user` keeps the follow-up of what was taken up."""
        return Party.OFFICE in self.parties(user)

    def note_opinion(self, *, note, **act):
        """A leader's note (批示) on it."""
        self.advance(ItemAction.NOTE, note=note, **act)

    def assign(self, *, unit_name, **act):
        self.advance(ItemAction.ASSIGN, unit_name=unit_name, note=unit_name, **act)

    def adopt(self, **act):
        self._take_up(ItemAction.ADOPT, **act)

    def adopt_partly(self, **act):
        self._take_up(ItemAction.ADOPT_PARTLY, **act)

    def refuse(self, *, note, **act):
        """Not taken up; the reason is always told."""
        self.advance(ItemAction.REFUSE, note=note, **act)

    def _take_up(self, action, *, by, **act):
        """What is taken up goes on the follow-up list."""
        with transaction.atomic():
            follow_up = FollowUp(
                **self.tenant,
                title=self.text[:200],
                unit_name=self.unit_name,
            )
            follow_up.enter(by=by)
            self.advance(action, by=by, follow_up=follow_up, **act)


class SuggestionItemEvent(CountyRecord, WorkflowEvent):
    """One move of an item."""

    record = TenantKey("proposals.SuggestionItem", related_name="events")

    class Meta(WorkflowEvent.Meta):
        verbose_name = "建议流转"
        indexes = [models.Index(fields=["county", "record", "on"], name="itemevent_by_record")]
        constraints = CountyRecord.Meta.constraints
