"""Addresses of what the county decides for itself; `of_townships` joins those of `townships/` in
directives."""

from django.urls import path

from counties.dictionaries import by_key
from counties.views import county, dictionaries, townships
from cppcc.converters import register_choices

register_choices("dictionary", by_key)

WORD = "<dictionary:dictionary>/<int:pk>"
of_townships = [
    path("new/", townships.create, name="create"),
    path("<int:pk>/edit/", townships.edit, name="edit"),
    path("<int:pk>/contact/", townships.contact, name="contact"),
    path("<int:pk>/people/new/", townships.post_create, name="post_create"),
    path("people/<int:pk>/edit/", townships.post_edit, name="post_edit"),
]

app_name = "county"
urlpatterns = [
    path("", dictionaries.index, name="index"),
    path("settings/", county.settings, name="settings"),
    path("deadlines/", county.deadlines, name="deadlines"),
    path("deadlines/<int:pk>/edit/", county.deadline_edit, name="deadline_edit"),
    path("guiding/", county.guiding, name="guiding"),
    path("targets/", county.targets, name="targets"),
    path("words/<dictionary:dictionary>/", dictionaries.words, name="words"),
    path("words/<dictionary:dictionary>/new/", dictionaries.create, name="word_create"),
    path(f"words/{WORD}/edit/", dictionaries.edit, name="word_edit"),
    path(f"words/{WORD}/delete/", dictionaries.delete, name="word_delete"),
    path(f"words/{WORD}/retire/", dictionaries.retire, {"is_retired": True}, name="word_retire"),
    path(f"words/{WORD}/restore/", dictionaries.retire, {"is_retired": False}, name="word_restore"),
    path(f"words/{WORD}/<direction:direction>/", dictionaries.move, name="word_move"),
]
