"""Addresses of activities and registers."""

from django.urls import path

from activities.views import activity
from activities.workflow import Action
from cppcc.converters import register_choices

register_choices("activity_action", Action)

app_name = "activities"
urlpatterns = [
    path("", activity.index, name="index"),
    path("new/", activity.create, name="create"),
    path("<int:pk>/", activity.detail, name="detail"),
    path("<int:pk>/edit/", activity.edit, name="edit"),
    path("<int:pk>/attendance/", activity.attendance, name="attendance"),
    path("<int:pk>/<activity_action:action>/", activity.act, name="act"),
]
