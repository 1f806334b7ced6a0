"""A person's calendar for other programs, behind a secret address that can be taken back."""

import hashlib
import secrets
from uuid import UUID

from django.db import models, transaction

from accounts.models import Appointment
from cppcc import audit, clock
from cppcc.tenancy import TenantKey


def _hashed(token: str) -> UUID:
    """128 bits of its SHA-256; a text as primary key would bring an index without the county."""
    return UUID(bytes=hashlib.sha256(token.encode()).digest()[:16])


class FeedQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The one of the appointment that `user` acts in."""
        return self.filter(county=user.acting.county_id, appointment=user.acting.pk)


class CalendarFeed(models.Model):
    """The subscription of one appointment (日历订阅); only the hash of its address is kept."""

    token_hash = models.UUIDField("地址摘要", primary_key=True)
    county = TenantKey("counties.County", verbose_name="县", editable=False)
    appointment = TenantKey("accounts.Appointment", verbose_name="任职")
    made_on = models.DateField("开通日期")

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = "日历订阅"
        constraints = [
            models.UniqueConstraint(
                fields=["county", "appointment"], name="one_feed_an_appointment"
            )
        ]

    def __str__(self):
        return f"{self.appointment_id}"

    @classmethod
    def renew(cls, *, by) -> str:
        """A new address for `by`, in the appointment acted in; the old one ends. Told once."""
        token = secrets.token_urlsafe(32)
        with transaction.atomic():
            cls.objects.visible_to(by).delete()
            cls.objects.create(
                token_hash=_hashed(token),
                county_id=by.acting.county_id,
                appointment=by.acting,
                made_on=clock.today(),
            )
            audit.record("renew_calendar", by=by)
        return token

    @classmethod
    def revoke(cls, *, by) -> None:
        with transaction.atomic():
            cls.objects.visible_to(by).delete()
            audit.record("revoke_calendar", by=by)

    @classmethod
    def reader(cls, token: str):
        """Who reads the calendar of this address, acting as they did when they made it; None for
        an unknown address, an account that is locked, or an appointment that has ended."""
        in_force = Appointment.objects.in_force(clock.today()).for_acting()
        made = cls.objects.filter(token_hash=_hashed(token)).values("appointment")
        own = in_force.filter(pk__in=made, user__is_active=True)
        found = own.select_related("county", "township", "unit", "user").first()
        if found is None:
            return None
        found.user.acting = found
        return found.user
