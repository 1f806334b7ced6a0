"""What else is kept of a person: a portrait, and what they corrected themselves."""

from django.db import models, transaction

from counties.models.tenancy import CountyRecord, DictionaryQuerySet
from counties.roles import Role
from cppcc import audit, clock
from cppcc.attachments import Attachment, Checked
from cppcc.tenancy import TenantKey
from members.models.membership import KEEPERS
from members.models.people import Member


class CorrectionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who keeps the roster is told; the member reads the own."""
        acting = user.acting
        if acting.role in KEEPERS:
            people = Member.objects.visible_to(user).values("pk")
            return self.filter(county=acting.county_id, member__in=people)
        if acting.role == Role.MEMBER:
            return self.filter(county=acting.county_id, member__user=user)
        return self.none()

    def since(self, on):
        return self.filter(corrected_at__date__gte=on)

    def for_list(self):
        return self.select_related("member").order_by("-corrected_at", "-pk")


class Correction(CountyRecord):
    """A phone number that a member corrected (更正联系电话): who, when, before and after."""

    member = TenantKey("members.Member", related_name="corrections", verbose_name="委员")
    before = models.CharField("原来", max_length=20, blank=True)
    after = models.CharField("更正为", max_length=20, blank=True)
    actor_name = models.CharField("更正人", max_length=50)
    corrected_at = models.DateTimeField("时间")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "更正记录"
        indexes = [
            models.Index(fields=["county", "member", "corrected_at"], name="correction_by_member")
        ]
        constraints = CountyRecord.Meta.constraints

    def __str__(self):
        return f"{self.member}：{self.before or '空'} → {self.after or '空'}"

    @classmethod
    def make(cls, member: Member, *, by, version: int, phone: str) -> None:
        """Correct the number as it stood at `version`, and keep what it was."""
        with transaction.atomic():
            before = Member.objects.values_list("phone", flat=True).get(pk=member.pk)
            member.revise(by=by, version=version, phone=phone)
            cls.objects.create(
                county_id=member.county_id,
                member=member,
                before=before,
                after=phone,
                actor_name=by.name,
                corrected_at=clock.now(),
            )


class PortraitQuerySet(DictionaryQuerySet):
    def visible_to(self, user):
        """Those of the people whose personal data `user` may see."""
        return self.filter(
            county=user.acting.county_id, member__in=Member.objects.visible_to(user).values("pk")
        )


class Portrait(CountyRecord, Attachment):
    """A member's photo (照片), where there is one."""

    member = TenantKey("members.Member", related_name="portraits", verbose_name="委员")

    objects = PortraitQuerySet.as_manager()

    class Meta:
        verbose_name = "委员照片"
        constraints = [
            *CountyRecord.Meta.constraints,
            models.UniqueConstraint(fields=["county", "member"], name="one_portrait_a_member"),
        ]

    def __str__(self):
        return f"{self.member}的照片"

    @classmethod
    def replace(cls, member: Member, file: Checked | None, *, by) -> None:
        """Keep this photo in place of the one before; without a file only remove that."""
        with transaction.atomic():
            for former in cls.objects.filter(county=member.county_id, member=member):
                former.delete()
                transaction.on_commit(former.discard)
            if file is not None:
                portrait = cls(county_id=member.county_id, member=member)
                portrait.take(file)
                portrait.save()
            audit.record("portrait", by=by, target=member, is_kept=file is not None)
