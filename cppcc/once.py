"""A form acts once: a second press of the same submit button leads to the result of the first."""

from functools import wraps
from uuid import UUID

from django.db import models, transaction
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect


class HandledForm(models.Model):
    """A form that has been carried out, by the key it was shown with, and where it led."""

    key = models.UUIDField(primary_key=True)
    user_id = models.BigIntegerField()
    location = models.CharField(max_length=500, blank=True)
    handled_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "已处理表单"

    def __str__(self):
        return str(self.key)


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("once", ""))
    except ValueError:
        return None


def acts_once(view):
    """Carry a submitted form out once.

    The key's row is inserted before the view runs, in the same transaction: a second request with
    the same key waits for the first to commit, finds the row, and is sent where the first was.
    A form that was refused (the view answers with a page, not a redirect) gives its key back.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs) -> HttpResponse:
        key = _key(request) if request.method == "POST" else None
        if key is None:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            handled, is_new = HandledForm.objects.get_or_create(
                key=key, defaults={"user_id": request.user.pk}
            )
            if not is_new and handled.user_id == request.user.pk:
                return HttpResponseRedirect(handled.location)
            response = view(request, *args, **kwargs)
            if response.status_code == 302:
                HandledForm.objects.filter(key=key).update(location=response.url)
            elif is_new:
                HandledForm.objects.filter(key=key).delete()
            return response

    return wrapper
