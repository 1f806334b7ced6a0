"""How a person gets in: links that set a password, recovery codes, and where they are logged in."""

import hashlib
import secrets
from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models, transaction
from django.utils.crypto import salted_hmac

from accounts.models.users import User
from cppcc import audit, clock

RECOVERY_CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


def _hash(token: str) -> str:
    """256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet):
    def open(self, at: datetime):
        return self.filter(ended_at=None, expires_at__gt=at)

    def of_token(self, token: str):
        """The open link of this token; used, ended and unknown are all the same."""
        found = self.open(clock.now()).filter(token_hash=_hash(token), user__is_active=True)
        return found.select_related("user").first()

    def issue(self, *, user: User, by: User | None, lasts: timedelta | None = None) -> str:
        """A fresh link in place of any other; the token is nowhere but in the answer."""
        token = secrets.token_urlsafe(32)
        now = clock.now()
        lasts = lasts or timedelta(days=settings.INVITATION_DAYS)
        with transaction.atomic():
            User.objects.select_for_update().get(pk=user.pk)  # two at once would leave two links
            self.filter(user=user, ended_at=None).update(ended_at=now)
            self.create(user=user, token_hash=_hash(token), made_by=by, expires_at=now + lasts)
            audit.record("issue_link", by=by, target=user, person=user.name)
        return token


class Invitation(models.Model):
    """A link by which a person sets the password (邀请): works once, and not for long."""

    user = models.ForeignKey(User, on_delete=models.RESTRICT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.RESTRICT, null=True, related_name="+")
    expires_at = models.DateTimeField("有效期至")
    ended_at = models.DateTimeField("用过或作废", null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "登录链接"

    def __str__(self):
        return f"{self.user} {self.expires_at:%Y-%m-%d}"

    def take_up(self, password: str) -> bool:
        """Set the password and end the link and every session; False if it was just used."""
        with transaction.atomic():
            unused = Invitation.objects.open(clock.now()).filter(pk=self.pk)
            if not unused.update(ended_at=clock.now()):
                return False
            self.user.set_password(password)
            self.user.save(update_fields=["password"])
            LoginSession.objects.end(self.user)
            audit.record("set_password", by=self.user, target=self.user, how="link")
        return True


class RecoveryCodeQuerySet(models.QuerySet):
    def renew(self, user: User) -> list[str]:
        """Ten fresh codes in place of all others; shown once."""
        codes = ["".join(secrets.choice(LETTERS) for _ in range(10)) for _ in range(RECOVERY_CODES)]
        with transaction.atomic():
            self.filter(user=user).delete()
            self.bulk_create(RecoveryCode(user=user, code_hash=_keyed(code)) for code in codes)
        return codes

    def spend(self, user: User, code: str) -> bool:
        """Use a code up; of two at once one wins."""
        plain = code.strip().lower().replace(" ", "").replace("-", "")
        return self.filter(user=user, code_hash=_keyed(plain)).delete()[0] > 0


def _keyed(code: str) -> str:
    """49 random bits want a key that is not in the database."""
    return salted_hmac("accounts.recovery", code, algorithm="sha256").hexdigest()


class RecoveryCode(models.Model):
    """A code that stands in once for the phone of the second factor (备用码)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=64)

    objects = RecoveryCodeQuerySet.as_manager()

    class Meta:
        verbose_name = "备用码"

    def __str__(self):
        return f"{self.user}的备用码"


class LoginSessionManager(BaseSessionManager):
    def of(self, user: User):
        """Where a person is logged in now, the latest first."""
        live = self.filter(user_id=user.pk, expire_date__gt=clock.machine_time())
        return [one for one in live.order_by("-seen_at") if not one.has_ended(user)]

    def end(self, user: User, *, but: str | None = None, only: str | None = None) -> int:
        """Log a person out everywhere, but for one session or of one device only."""
        rows = self.filter(user_id=user.pk).exclude(session_key=but)
        if only is not None:
            rows = rows.filter(pk__in=[one.pk for one in rows if one.code == only])
        return rows.delete()[0]


class LoginSession(AbstractBaseSession):
    """A session, and for somebody logged in the device it is on (已登录的设备)."""

    user_id = models.BigIntegerField(null=True, db_index=True)
    device = models.CharField("设备", max_length=50, blank=True)
    address = models.CharField("网络地址", max_length=45, blank=True)
    is_remembered = models.BooleanField("30天免登录", default=False)
    began_at = models.DateTimeField("登录时间")
    seen_at = models.DateTimeField("最近使用")

    objects = LoginSessionManager()

    class Meta:
        verbose_name = "登录设备"

    @classmethod
    def get_session_store_class(cls):
        return import_module(settings.SESSION_ENGINE).SessionStore

    @property
    def code(self) -> str:
        """What a page may show of the key."""
        return _hash(self.session_key)[:16]

    def has_ended(self, user: User) -> bool:
        """Idle for too long, too old, or remembered for somebody who may no longer be."""
        now = clock.machine_time()
        if self.is_remembered:
            return not user.may_stay_logged_in
        idle, old = timedelta(minutes=user.idle_minutes), timedelta(hours=settings.SESSION_HOURS)
        return now - self.seen_at > idle or now - self.began_at > old

    def touch(self) -> None:
        """Note that the person is there; once a minute is often enough."""
        now = clock.machine_time()
        if now - self.seen_at > timedelta(minutes=1):
            LoginSession.objects.filter(pk=self.pk).update(seen_at=now)
