"""People at work in the demonstration: they fill in forms and press buttons, each on its day."""

from datetime import date

from django.db import models

from accounts.models import Appointment, User
from counties.models import Unit
from counties.roles import Role
from cppcc import clock


class FormRefusedError(Exception):
    """A form of the application did not accept what the demonstration typed."""


def typed(value):
    """A value as a browser sends it."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [typed(one) for one in value]
    return value


class Actor:
    """A person in one role, who enters records through forms and moves them through verbs."""

    def __init__(self, username: str, name: str, role: Role, *, county, place=None, since: date):
        """`place` is the township or unit the role belongs to; the county's officer has none."""
        self.role = role
        self.user = User.objects.create_user(username, name)
        self.appoint(role, county=county, place=place, since=since)

    def appoint(self, role: Role, *, county, place=None, since: date) -> None:
        """Give the person a role; one beyond the first is chosen after login."""
        owner = {"unit" if isinstance(place, Unit) else "township": place} if place else {}
        Appointment.objects.create(
            user=self.user, role=role, county=county, first_on=since, **owner
        )

    def enter(self, form_class, entered_on: date, about: dict | None = None, **data):
        """Fill in a form on a day and save it; `about` is what its page hands the form."""
        with clock.at(entered_on):
            posted = {name: typed(value) for name, value in data.items()}
            form = form_class(posted, user=self.user, **(about or {}))
            if not form.is_valid():
                raise FormRefusedError(f"{form_class.__name__} {data}\n{form.errors.as_text()}")
            return form.save()

    def edit(self, form_class, on: date, about: dict, **changes):
        """Open a form on a day as its page shows it, and save it with these changes."""
        with clock.at(on):
            shown = form_class(user=self.user, **about)
            posted = {field.name: field.value() for field in shown}
        return self.enter(form_class, on, about, **posted | changes)

    def act(self, record, verb: str, on: date, **details) -> None:
        """Move a record on a day, as the button of that name does."""
        with clock.at(on):
            getattr(record, verb)(by=self.user, on=on, **details)
