"""People at work in the demonstration: they fill in forms and press buttons, each on its day."""

from datetime import date

from django.db import models

from cppcc import clock
from members.models import Appointment, Term, Unit, User
from members.roles import Role


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
    """One person in one role, who enters records through forms and moves them through verbs."""

    def __init__(self, *, username: str, name: str, role: Role, place=None, since: date):
        """`place` is the township or unit the role belongs to; else the role is the county's."""
        county = place.county if place is not None else None
        self.user = User.objects.create_user(username, name)
        self.roles = []
        if county:
            self.appoint(role, place=place, since=since)

    def appoint(self, role: Role, *, since: date, place=None, county=None):
        owner = {"unit" if isinstance(place, Unit) else "township": place} if place else {}
        Appointment.objects.create(
            user=self.user, role=role, county=county or place.county, first_on=since, **owner
        )
        self.roles.append(role)
        return self

    def enter(self, form_class, on: date, *, instance=None, **data):
        """Fill in a form on a day and save it."""
        with clock.at(on):
            options = {"instance": instance} if instance is not None else {}
            form = form_class(
                {name: typed(value) for name, value in data.items()}, user=self.user, **options
            )
            if not form.is_valid():
                raise FormRefusedError(f"{form_class.__name__} {data}: {form.errors.as_text()}")
            return form.save()

    def act(self, record, verb: str, on: date, **details) -> None:
        """Move a record on a day, as the button of that name does."""
        with clock.at(on):
            getattr(record, verb)(by=self.user, on=on, **details)


def make_term(county, name: str, first_on: date, last_on: date) -> Term:
    return Term.objects.create(county=county, name=name, first_on=first_on, last_on=last_on)
