"""The audit trail (审计): every act leaves one row, in the transaction of the act.

Rows are only ever added: the web's database role may not change or delete them, and a trigger
refuses it to every other role too. There is no foreign key, so that a row outlives what it names.
"""

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Now


class AuditEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who reads the trail of a county has no other work there (settings.AUDIT_READERS)."""
        return self.filter(county_id=user.acting.county_id) if is_read_by(user) else self.none()

    def matching(self, *, name="", action="", first=None, last=None, only_failed=False):
        """The acts of somebody, of one kind, of the days from `first` to `last`."""
        found = self.filter(actor_name=name) if name else self
        if action:
            found = found.filter(action=action)
        if first:
            found = found.filter(recorded_at__date__gte=first)
        if last:
            found = found.filter(recorded_at__date__lte=last)
        return found.filter(succeeded=False) if only_failed else found


def is_read_by(user) -> bool:
    return user.acting.role in settings.AUDIT_READERS


class AuditEvent(models.Model):
    """One act (审计记录): who did what to which record, in which role, and whether it succeeded."""

    county_id = models.BigIntegerField("县", null=True)
    recorded_at = models.DateTimeField("时间", db_default=Now())
    actor_id = models.BigIntegerField("人员", null=True)
    actor_name = models.CharField("姓名", max_length=50, blank=True)
    role = models.CharField("身份", max_length=20, blank=True)
    township_id = models.BigIntegerField("乡镇", null=True)
    action = models.CharField("动作", max_length=50)
    object_type = models.CharField("对象类型", max_length=50, blank=True)
    object_id = models.BigIntegerField("对象编号", null=True)
    on = models.DateField("事实日期", null=True)
    succeeded = models.BooleanField("成功", default=True)
    detail = models.JSONField("详情", default=dict)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = "审计记录"
        indexes = [
            models.Index(fields=["county_id", "-recorded_at"], name="audit_by_time"),
            models.Index(fields=["county_id", "object_type", "object_id"], name="audit_by_object"),
        ]

    def __str__(self):
        return f"{self.recorded_at:%Y-%m-%d %H:%M} {self.actor_name} {self.action}"


def record(action: str, **act) -> None:
    """Leave the row of one act. `detail` names what changed, never a whole text or a secret."""
    _row(action, **act).save(force_insert=True)


def record_all(action: str, *, by, targets: list, fields: list[str] | None = None) -> None:
    """Leave a row for each of many records that one act enters or changes."""
    rows = [
        _row(action, by=by, target=target, **({"fields": fields[place]} if fields else {}))
        for place, target in enumerate(targets)
    ]
    AuditEvent.objects.bulk_create(rows, batch_size=1000)


def _row(action: str, *, by=None, target=None, on=None, succeeded=True, **detail) -> AuditEvent:
    acting = by.acting if by is not None else None
    return AuditEvent(
        county_id=getattr(target, "county_id", None) or (acting and acting.county_id),
        actor_id=by and by.pk,
        actor_name=by.name if by else "",
        role=acting.role if acting else "",
        township_id=acting and acting.township_id,
        action=action,
        object_type=target._meta.label_lower if target is not None else "",
        object_id=target.pk if target is not None else None,
        on=on,
        succeeded=succeeded,
        detail={key: str(value)[:500] for key, value in detail.items()},
    )


def _told_path(request) -> str:
    """The path, without the secret that a link carries."""
    token = request.resolver_match.kwargs.get("token") if request.resolver_match else None
    return request.path.replace(token, "…") if token else request.path


def refusals(get_response):
    """Middleware: a refusal (403) is recorded after the rollback, in a transaction of its own."""

    def middleware(request):
        response = get_response(request)
        user = getattr(request, "user", None)
        if response.status_code == 403 and user is not None and user.is_authenticated:
            with transaction.atomic():
                record("refused", by=user, succeeded=False, path=_told_path(request))
        return response

    return middleware
