"""Every address of the site; apps are named as strings."""

from django.urls import include, path

from cppcc import views

urlpatterns = [
    path("", include("desk.urls")),
    path("drafts/", views.keep_draft, name="drafts"),
    path("figures/<slug:key>/", views.figure, name="figure"),
    path("county/", include("counties.urls")),
    path("", include("accounts.urls")),  # login/, account/
    path("", include("members.urls")),  # accounts/, members/, archive/
    path("", include("directives.urls")),  # townships/, county-papers/
    path("plans/", include("plans.urls")),
    path("activities/", include("activities.urls")),
    path("proposals/", include("proposals.urls")),
    path("summaries/", include("summaries.urls")),
]
