"""Addresses of proposals, suggestions and the follow-up list."""

from django.urls import path

from cppcc.converters import register_choices
from proposals.views import followup, proposal, suggestion
from proposals.workflow import Action, ItemAction

register_choices("proposal_action", Action)
register_choices("item_action", ItemAction)

app_name = "proposals"
urlpatterns = [
    path("", proposal.index, name="index"),
    path("new/", proposal.create, name="create"),
    path("<int:pk>/", proposal.detail, name="detail"),
    path("<int:pk>/edit/", proposal.edit, name="edit"),
    path("<int:pk>/document.pdf", proposal.pdf, name="pdf"),
    path("<int:pk>/document.docx", proposal.docx, name="docx"),
    path("<int:pk>/promise/", followup.promise, name="promise"),
    path("<int:pk>/<proposal_action:action>/", proposal.act, name="act"),
    path("suggestions/", suggestion.index, name="suggestions"),
    path("suggestions/new/", suggestion.create, name="suggestion_create"),
    path("suggestions/<int:pk>/", suggestion.detail, name="suggestion"),
    path("items/<int:pk>/<item_action:action>/", suggestion.item_act, name="item_act"),
    path("followups/", followup.index, name="followups"),
    path("followups/<int:pk>/progress/", followup.progress, name="progress"),
]
