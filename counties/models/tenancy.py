"""What every row of a county, and every row of a township, has in common."""

from django.db import models, transaction

from counties.roles import TOWNSHIP_ROLES, Role
from cppcc import audit
from cppcc.documents.tree import RedHead
from cppcc.tenancy import TenantKey
from cppcc.workflow import Versioned


class TenantQuerySet(models.QuerySet):
    """Rows of townships under the usual gate; records with a narrower one override it."""

    def visible_to(self, user):
        """The one gate: whatever is shown to `user` or changed for them starts here.

        A role that is not named sees nothing, so that a new role fails closed.
        """
        acting = user.acting
        match acting.role:
            case Role.COUNTY:
                return self.filter(county=acting.county_id)
            case Role.STAFF | Role.LEADER:
                return self.filter(county=acting.county_id, township=acting.township_id)
        return self.none()

    def in_township(self, pk: int):
        """One township's part of what a user sees."""
        return self.filter(township=pk)

    def for_list(self):
        """All that a row of the list shows, in one query however long the list."""
        return self

    def for_evidence(self):
        """All that a line in the list behind a figure shows."""
        return self.for_list()


class DictionaryQuerySet(models.QuerySet):
    """Rows that everybody in the county may read."""

    def visible_to(self, user):
        return self.filter(county=user.acting.county_id)


class CountyRecord(models.Model):
    """A row that belongs to one county."""

    ENTERED_BY = frozenset({Role.STAFF})  # the roles that enter and edit such records

    county = TenantKey("counties.County", verbose_name="县", editable=False)

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["county", "id"], name="%(class)s_in_county")]

    @classmethod
    def may_be_entered_by(cls, user) -> bool:
        """Whether `user` may enter a record of this kind for the body they act for."""
        return user.acting.role in cls.ENTERED_BY

    def is_editable_by(self, user) -> bool:
        """Whether `user` may edit this record: who may enter it, of the same body."""
        return self.role_here(user) in self.ENTERED_BY

    def role_here(self, user) -> str:
        """The role in which `user` acts in this record's county and township; "" for a stranger."""
        acting = user.acting
        in_township = acting.township_id == getattr(self, "township_id", None)
        is_here = acting.county_id == self.county_id and (
            acting.role not in TOWNSHIP_ROLES or in_township
        )
        return acting.role if is_here else ""


class Setting(Versioned):
    """What the county decides for itself; its trail keeps what stood there before and after."""

    MASKED = frozenset()  # the fields whose values stay out of the trail

    class Meta:
        abstract = True

    def revise(self, *, by, version: int | None = None, **changes) -> None:
        """Change fields as they stood at `version`, or raise StaleRecordError."""
        with transaction.atomic():
            before = type(self)._base_manager.filter(pk=self.pk).values(*changes).first()
            self._update(version, {}, changes)
            after = {name: getattr(self, self._meta.get_field(name).attname) for name in changes}
            told = {"before": self._told(before), "after": self._told(after)}
            audit.record("revise", by=by, target=self, **told)

    def _told(self, values: dict) -> str:
        """The values in one line, in the order of their names; what is masked is only named."""
        shown = {n: "***" if n in self.MASKED and v else v for n, v in sorted(values.items())}
        return "；".join(f"{name}={value}" for name, value in shown.items())


class CountySetting(CountyRecord, Setting):
    """A row that the county's officer keeps, and that everybody in the county may read."""

    ENTERED_BY = frozenset({Role.COUNTY})

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = CountyRecord.Meta.constraints


class Body(models.Model):
    """A body that issues papers under a head of its own: a county's, a township's."""

    red_head = models.CharField("发文机关标志（红头）", max_length=40, blank=True)
    number_code = models.CharField("机关代字", max_length=20, blank=True)

    class Meta:
        abstract = True

    def head(self, year: int, number: str = "") -> RedHead | None:
        """The red head of its papers, where it has one (发文机关标志).

        Without a number (发文字号) there is room to write it in: 宜政协发〔2026〕　　号.
        """
        if not self.red_head:
            return None
        room = f"{self.number_code}〔{year}〕　　号" if self.number_code else ""
        return RedHead(self.red_head, number or room)


class TownshipRecord(CountyRecord):
    """A row that belongs to one township (乡镇联工委) or other group of members."""

    township = TenantKey("counties.Township", verbose_name="乡镇", editable=False)

    objects = TenantQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["county", "id"], name="%(class)s_in_county"),
            models.UniqueConstraint(
                fields=["county", "township", "id"], name="%(class)s_in_township"
            ),
        ]

    @property
    def tenant(self) -> dict:
        """Whose this row is, for a row that hangs on it."""
        return {"county_id": self.county_id, "township_id": self.township_id}
