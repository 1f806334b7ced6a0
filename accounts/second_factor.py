"""The second factor (手机验证码): time-based codes (RFC 6238), and recovery codes."""

from base64 import b32encode

import segno
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import LoginSession, RecoveryCode, User
from cppcc import audit, clock


def is_set_up(user: User) -> bool:
    return TOTPDevice.objects.filter(user=user.pk, confirmed=True).exists()


def accepts(user: User, code: str) -> bool:
    """Judge a code. The device's row is locked: of one code sent twice at once, one is refused."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=user.pk, confirmed=True).first()
        if device is None:
            return False
        if code.isascii() and code.isdigit():
            return device.verify_token(code)
        if not device.verify_is_allowed()[0]:
            return False
        is_right = RecoveryCode.objects.spend(user, code)
        if not is_right:
            device.throttle_increment()
        return is_right


def half_way(half: dict | None, lasts: int) -> User | None:
    """Who has given the right password just now, and not changed it since."""
    if not half or clock.machine_time().timestamp() - half["at"] > lasts:
        return None
    user = User.objects.filter(pk=half["user"], is_active=True).first()
    if user is None or not user.current_appointments:
        return None
    is_same = constant_time_compare(half["hash"], user.get_session_auth_hash())
    return user if is_same else None


def prepare(user: User) -> TOTPDevice:
    """The secret to be scanned; it counts once a code from it has come back."""
    waiting = TOTPDevice.objects.filter(user_id=user.pk, confirmed=False).order_by("pk")
    # Two tabs at once may have made two: the first counts, `set_up` removes the other.
    return waiting.first() or TOTPDevice.objects.create(
        user_id=user.pk, confirmed=False, name="phone"
    )


def picture(device: TOTPDevice) -> str:
    return segno.make(device.config_url, error="m").svg_data_uri(scale=4, border=2)


def set_up(user: User, device: TOTPDevice, code: str, session) -> list[str]:
    """Confirm the device by its first code; the recovery codes, or [] if it is wrong."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        if not (code.isascii() and code.isdigit() and device.verify_token(code)):
            return []
        TOTPDevice.objects.filter(user=user.pk).exclude(pk=device.pk).delete()
        TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
        LoginSession.objects.end(user, but=session.session_key)
        session["second_factor"] = True
        audit.record("set_up_second_factor", by=user, target=user)
        return RecoveryCode.objects.renew(user)


def secret(device: TOTPDevice) -> str:
    """The secret as it is typed where nothing can be scanned, in groups of four."""
    letters = b32encode(device.bin_key).decode()
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def drop(person: User, *, by: User, but: str | None = None) -> None:
    """Forget the phone, lost or not wanted; the password alone lets in again."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=person.pk).delete()
        RecoveryCode.objects.filter(user=person.pk).delete()
        LoginSession.objects.end(person, but=but)
        audit.record("drop_second_factor", by=by, target=person, person=person.name)
