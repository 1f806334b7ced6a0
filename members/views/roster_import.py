"""Import of the roster: hand in a table, read what it would do, confirm; and the template."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cppcc.imports.pages import preview_page, template_response, upload_page
from cppcc.once import acts_once
from members.imports import RosterImport


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    return upload_page(request, RosterImport)


@acts_once
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, key: UUID) -> HttpResponse:
    return preview_page(request, RosterImport, key)


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    return template_response(request, RosterImport)
