"""What was typed is not lost when a session has ended: it waits until the person is back.

A form that arrives without a login is sealed into the login page (nothing is kept on the server
for somebody unknown), put into the session after the login, and shown again by the page it was
sent to: posted there with RETURNED, a form says that nothing has been saved yet.
"""

from django.core import signing
from django.http import HttpRequest

from cppcc.forms import RETURNED, SECRETS

SALT = "accounts.typed"
LASTS = 12 * 3600  # seconds
NEVER = {"csrfmiddlewaretoken", RETURNED} | SECRETS


def take(request: HttpRequest) -> dict | None:
    """What a request brings: where it was meant for, whose it was (if known), and the fields."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NEVER
    ]
    if not fields or request.POST.get("password") or "username" in request.POST:
        return None
    owner = getattr(request, "was_user", None) or request.user.pk
    return {
        "path": request.get_full_path(),
        "owner": owner,
        "fields": fields,
        "has_files": bool(request.FILES),
    }


def seal(typed: dict | None) -> str:
    return signing.dumps(typed, salt=SALT, compress=True) if typed else ""


def unseal(text: str) -> dict | None:
    try:
        return signing.loads(text, salt=SALT, max_age=LASTS) if text else None
    except signing.BadSignature:
        return None


def keep(request: HttpRequest, typed: dict | None) -> str:
    """Put it into the session of its owner; where to go then, or "" if it is somebody else's."""
    if typed is None or typed["owner"] not in (None, request.user.pk):
        return ""
    request.session["typed"] = typed
    return "/typed/"
