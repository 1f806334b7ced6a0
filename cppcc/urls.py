"""Every address of the site; apps are named as strings."""

from django.urls import include, path

from cppcc import views

urlpatterns = [
    path("", include("desk.urls")),
    path("drafts/", views.keep_draft, name="drafts"),
    path("figures/<slug:key>/", views.figure, name="figure"),
    path("members/", include("members.urls")),
    path("townships/", include("members.township_urls")),
    path("county/", include("members.county_urls")),
    path("archive/", include("members.archive_urls")),
    path("county-papers/", include("members.paper_urls")),
    path("plans/", include("plans.urls")),
    path("activities/", include("activities.urls")),
    path("proposals/", include("proposals.urls")),
    path("summaries/", include("summaries.urls")),
    path("", include("members.account_urls")),
]
