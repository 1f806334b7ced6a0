"""Sessions in the database that know whose they are and on which device (SESSION_ENGINE).

Django's own recipe for a session table with more columns. A session ends after idle minutes or
whole hours (`LoginSession.has_ended`, asked by the middleware), a remembered one after 30 days.
"""

from datetime import UTC, datetime, timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import transaction
from django.http import HttpRequest

from accounts.models import LoginSession, User
from cppcc import audit, clock
from cppcc.addresses import client_address

REMEMBERED = timedelta(days=30)
SYSTEMS = (
    ("HarmonyOS", "鸿蒙"),
    ("Android", "安卓手机"),
    ("iPhone", "苹果手机"),
    ("iPad", "苹果平板"),
    ("Windows", "Windows 电脑"),
    ("Macintosh", "苹果电脑"),
    ("Linux", "Linux 电脑"),
)
PROGRAMS = (
    ("MicroMessenger", "微信"),
    ("DingTalk", "钉钉"),
    ("QQBrowser", "QQ 浏览器"),
    ("Edg", "Edge 浏览器"),
    ("Firefox", "火狐浏览器"),
    ("Chrome", "谷歌内核浏览器"),
    ("Safari", "Safari 浏览器"),
)


class SessionStore(db.SessionStore):
    row = None  # the LoginSession that was read, with its times

    @classmethod
    def get_model_class(cls):
        return LoginSession

    def _get_session_from_db(self):
        self.row = super()._get_session_from_db()
        return self.row

    def create_model_instance(self, data):
        now = clock.machine_time()
        if data.get(SESSION_KEY):
            data.setdefault("began", now.timestamp())
        row = super().create_model_instance(data)
        row.user_id = data.get(SESSION_KEY)
        row.device, row.address = data.get("device", ""), data.get("address", "")
        row.is_remembered = data.get("remembered", False)
        row.began_at = datetime.fromtimestamp(data.get("began", now.timestamp()), UTC)
        row.seen_at = now
        return row


def begin(request: HttpRequest, user, *, remember: bool) -> bool:
    """Fill the session of somebody who has just logged in; whether the device is remembered."""
    agent = request.headers.get("User-Agent", "")
    is_remembered = remember and is_phone(agent) and user.may_stay_logged_in
    request.session.update(
        {
            "device": device_name(agent),
            "address": client_address(request)[:45],
            "began": clock.machine_time().timestamp(),
            "remembered": is_remembered,
        }
    )
    if is_remembered:
        request.session.set_expiry(REMEMBERED)
    audit.record("login", by=user, address=client_address(request), remembered=is_remembered)
    return is_remembered


def devices(user: User) -> list[LoginSession]:
    """Where a person is logged in now."""
    return LoginSession.objects.of(user)


def end(user: User, *, by: User, but: str | None = None, only: str | None = None) -> None:
    """Log a person out everywhere, but for one session or of one device only."""
    with transaction.atomic():
        number = LoginSession.objects.end(user, but=but, only=only)
        audit.record("end_sessions", by=by, target=user, person=user.name, number=number)


def is_phone(agent: str) -> bool:
    return "Mobile" in agent


def device_name(agent: str) -> str:
    """A browser as its owner would call it."""
    found = [
        next((name for mark, name in names if mark in agent), "") for names in (SYSTEMS, PROGRAMS)
    ]
    return " · ".join(filter(None, found)) or "未知设备"


def is_background(request: HttpRequest) -> bool:
    """Whether a script of ours asks by itself: that keeps nobody logged in."""
    return request.headers.get("X-Background") == "1"
