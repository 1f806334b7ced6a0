"""What somebody is typing is kept on the server, for them alone, until the form is saved.

A draft belongs to a user and the address of a form. It is shown again when they come back to that
form, with the version they had read: if a colleague has saved meanwhile, both texts are shown.
"""

from datetime import datetime, timedelta

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from cppcc import clock
from cppcc.forms import SECRETS

KEPT_FOR = timedelta(days=30)
LONGEST = 200_000  # characters of one form
NEVER = {"csrfmiddlewaretoken", "once", "address", "discard"} | SECRETS


class DraftQuerySet(models.QuerySet):
    def expired(self):
        return self.filter(saved_at__lt=clock.now() - KEPT_FOR)

    def kept(self):
        return self.filter(saved_at__gte=clock.now() - KEPT_FOR)


class FormDraft(models.Model):
    """A form as it was last typed (草稿)."""

    user_id = models.BigIntegerField()
    address = models.CharField(max_length=300)
    fields = models.JSONField()
    saved_at = models.DateTimeField()

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = "草稿"
        constraints = [
            models.UniqueConstraint(fields=["user_id", "address"], name="one_draft_a_form")
        ]

    def __str__(self):
        return self.address


def _own(user, address: str):
    return FormDraft.objects.filter(user_id=user.pk, address=address)


def keep(user, address: str, typed) -> datetime | None:
    """Keep what was typed in the form at `address`; None if it is too much for a form."""
    kept = [
        [name, value] for name, values in typed.lists() for value in values if name not in NEVER
    ]
    if len(address) > 300 or sum(len(value) for _, value in kept) > LONGEST:
        return None
    now = clock.now()
    FormDraft.objects.update_or_create(
        user_id=user.pk, address=address, defaults={"fields": kept, "saved_at": now}
    )
    return timezone.localtime(now)


def restore(request: HttpRequest, form) -> datetime | None:
    """Fill an untouched form with its draft, and say from when that is."""
    draft = _own(request.user, request.get_full_path()).kept().first()
    if draft is None:
        return None
    typed: dict[str, list[str]] = {}
    for name, value in draft.fields:
        typed.setdefault(name, []).append(value)
    for name, field in form.fields.items():
        if not field.disabled:
            form.initial[name] = _initial(field, typed.get(name, []))
    return timezone.localtime(draft.saved_at)


def _initial(field, values: list[str]):
    """What the field shows: several values where it takes several, else the last one."""
    if getattr(field.widget, "allow_multiple_selected", False):
        return values
    return field.widget.value_from_datadict({"it": values[-1]} if values else {}, {}, "it")


def forget(request: HttpRequest, address: str = "") -> None:
    """The form was saved, or the draft is not wanted."""
    _own(request.user, address or request.get_full_path()).delete()
