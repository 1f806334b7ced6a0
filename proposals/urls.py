"""Addresses of proposals, suggestions and the follow-up list."""

from django.urls import path

from cppcc.converters import register_choices
from proposals.views import followup, paper, proposal, suggestion
from proposals.workflow import Action, ItemAction, Paper

register_choices("proposal_action", Action)
register_choices("item_action", ItemAction)
register_choices("proposal_paper", Paper)

app_name = "proposals"
urlpatterns = [
    path("", proposal.index, name="index"),
    path("new/", proposal.create, name="create"),
    path("<int:pk>/", proposal.detail, name="detail"),
    path("<int:pk>/edit/", proposal.edit, name="edit"),
    path("form.<paper_format:suffix>", paper.blank, name="blank"),
    path("<int:pk>/<proposal_paper:paper>.<paper_format:suffix>", paper.paper, name="paper"),
    path("<int:pk>/promise/", followup.promise, name="promise"),
    path("<int:pk>/<proposal_action:action>/", proposal.act, name="act"),
    path("suggestions/", suggestion.index, name="suggestions"),
    path("suggestions/new/", suggestion.create, name="suggestion_create"),
    path("suggestions/<int:pk>/", suggestion.detail, name="suggestion"),
    path("items/<int:pk>/<item_action:action>/", suggestion.item_act, name="item_act"),
    path("followups/", followup.index, name="followups"),
    path("followups/<int:pk>/progress/", followup.progress, name="progress"),
]
