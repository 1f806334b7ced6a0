"""Who somebody is: a login name and a password, judged in the same time whether known or not."""

from datetime import timedelta

from axes.helpers import get_failure_limit
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.db.models import Sum

from accounts.models import User
from cppcc import audit, clock
from cppcc.texts import PLAIN_FIGURES, clean_text

SLOW = 30  # wrong passwords for one person from everywhere within an hour: no more are judged


class BoundedArgon2(Argon2PasswordHasher):
    """Argon2id with OWASP's 19 MiB and one lane.

    Django's 100 MiB and eight lanes took 2.6 GB for 32 logins at once.
    """

    time_cost, memory_cost, parallelism = 2, 19_456, 1


class LengthValidator(MinimumLengthValidator):
    """At least eight characters; Django 5.2 says so in English only."""

    def get_error_message(self) -> str:
        return f"密码太短了，至少要{self.min_length}位。"


def plain_name(text: str) -> str:
    """A login name as it was meant: without spaces, figures not full-width."""
    kept = clean_text(text).translate(PLAIN_FIGURES)
    bare = "".join(kept.split())
    return bare.replace("-", "") if bare.replace("-", "").isdigit() else bare


def typed_name(request, credentials=None) -> str:
    """What axes counts wrong passwords under: the name as it was typed."""
    typed = request.POST.get("username") if request is not None else None
    if typed is None and credentials:
        typed = credentials.get("username")
    return plain_name(typed or "")[:150]


class PersonBackend(ModelBackend):
    """By account number, phone number or name. One password is hashed whatever was typed."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username is None or password is None:
            return None
        name = plain_name(username)
        user = User.objects.logging_in_as(name)
        is_right = (user or _nobody()).check_password(password)
        if user is None or not is_right or _is_slowed(user, name):
            return None
        return user if self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user) -> bool:
        """Somebody whose every appointment is over or stopped does not come in."""
        return user.is_active and bool(user.current_appointments)

    def get_user(self, user_id):
        """Of a session: somebody whose appointments end while logged in sees an empty desk."""
        return User.objects.filter(pk=user_id, is_active=True).first()


def note_failure(typed: str, address: str) -> None:
    """Leave the row of a failed login, in the county of whom it was meant for, if anybody.

    What nobody does is asked for, too: a name that is known must not take longer.
    """
    user = User.objects.logging_in_as(plain_name(typed)) or User(pk=0)
    user.acting  # noqa: B018  # the query
    audit.record("login", by=user if user.pk else None, succeeded=False, address=address)


def _nobody() -> User:
    user = User()
    user.set_unusable_password()  # which is judged as slowly as a real one
    return user


def _names(user: User) -> set[str]:
    return {one for one in (user.username, user.phone, user.name) if one}


def _is_slowed(user: User, name: str) -> bool:
    since = clock.machine_time() - timedelta(hours=1)
    wrong = AccessAttempt.objects.filter(
        username__in=_names(user) | {name}, attempt_time__gte=since
    ).aggregate(number=Sum("failures_since_start"))
    return (wrong["number"] or 0) >= SLOW


def locked_names() -> set[str]:
    """The login names that are locked now, at whatever address."""
    since = clock.machine_time() - settings.AXES_COOLOFF_TIME
    locked = AccessAttempt.objects.filter(
        attempt_time__gte=since, failures_since_start__gte=get_failure_limit(None, None)
    )
    return set(locked.values_list("username", flat=True))


def is_locked(user: User) -> bool:
    return bool(_names(user) & locked_names())


def unlock(user: User) -> None:
    """Forget the wrong passwords of this person."""
    AccessAttempt.objects.filter(username__in=_names(user)).delete()
