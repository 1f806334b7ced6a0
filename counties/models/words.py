"""What all words of a county have in common: rows, never constants
(docs/domain.md, What differs)."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from counties.models.county import County
from counties.models.tenancy import CountySetting, DictionaryQuerySet
from cppcc.order import Part, next_position, remove_unused


class ReferredQuerySet(DictionaryQuerySet):
    """Rows that records of other kinds point at."""

    def with_use(self):
        """Each with `is_used`: whether any record points at it."""
        keys = [
            Exists(key.related_model._base_manager.filter(**{key.field.name: OuterRef("pk")}))
            for key in self.model._meta.get_fields(include_hidden=True)
            if key.auto_created and not key.concrete
        ]
        used = keys[0] if keys else models.Value(False)
        for key in keys[1:]:
            used |= key
        return self.annotate(is_used=used)


class WordQuerySet(ReferredQuerySet):
    def in_use(self):
        """Those that are offered for a choice."""
        return self.filter(is_retired=False)

    def offered(self, kept: int | None):
        """Those that are offered, and the one that a record keeps though it has been retired."""
        return self.filter(Q(is_retired=False) | Q(pk=kept))


class Word(CountySetting):
    """A word of the county's that records point at; one in use is retired, not deleted.

    `KEY` is the name under which the county's pages know this dictionary.
    """

    KEY = ""

    name = models.CharField("名称", max_length=50)
    is_retired = models.BooleanField("已停用", default=False, editable=False)

    objects = WordQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            *CountySetting.Meta.constraints,
            models.UniqueConstraint(
                fields=["county", "name"],
                name="%(class)s_named_once",
                violation_error_message="本县已有同名的一项；停用了的可以恢复使用。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("county:words", args=[self.KEY])

    def alternatives(self):
        """What could be chosen in its place; without one it can neither be retired nor deleted."""
        offered = type(self).objects.filter(county=self.county_id).in_use()
        return offered.exclude(pk=self.pk)

    def _require_alternative(self) -> None:
        if not self.is_retired and not self.alternatives().exists():
            raise ValidationError("至少要留一项可选的，请先添加别的。")

    def retire(self, *, by) -> None:
        """Take it out of the choices (停用); old records keep and show it."""
        self._require_alternative()
        self.revise(by=by, is_retired=True)

    def restore(self, *, by) -> None:
        """Offer it again (恢复使用)."""
        self.revise(by=by, is_retired=False)

    def remove(self, *, by, version: int) -> None:
        """Delete a word that no record points at, or raise ValidationError."""
        self._require_alternative()
        refusal = ValidationError("已有记录用到它，不能删除；不再使用的请停用。")
        remove_unused(self, by=by, version=version, refusal=refusal)


class Entry(Word, Part):
    """A word that stands in an order which the county makes by hand."""

    position = models.PositiveSmallIntegerField("次序", default=0, editable=False)

    class Meta(Word.Meta):
        abstract = True
        ordering = ["position", "pk"]

    def peers(self):
        return type(self)._base_manager.filter(county=self.county_id)

    def enter(self, *, by) -> None:
        """Put it behind the last."""
        with transaction.atomic():
            self._hold_order()
            self.position = next_position(self.peers())
            super().enter(by=by)

    def move(self, direction, *, by) -> None:
        with transaction.atomic():
            self._hold_order()
            self.refresh_from_db(fields=["position"])
            super().move(direction, by=by)

    def _hold_order(self) -> None:
        """One person at a time arranges a county's words."""
        County.objects.select_for_update().get(pk=self.county_id)
