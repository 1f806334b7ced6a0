"""What holds for every request: how long a session lasts, who must log in, in which role."""

from django.contrib.auth import logout
from django.contrib.auth import middleware as auth
from django.shortcuts import redirect

from accounts.sessions import is_background
from accounts.views import login as account_login
from cppcc.forms import RETURNED

WITHOUT_SECOND_FACTOR = {"second_factor", "logout", "acting", "login", "login_code", "welcome"}


def session_limits(get_response):
    """End a session that is over, note that its owner is there, and let no browser keep a page."""

    def middleware(request):
        row = getattr(request.session, "row", None) if request.user.is_authenticated else None
        if row and row.has_ended(request.user):
            request.was_user = request.user.pk
            logout(request)
        elif row and not is_background(request):
            row.touch()
        if RETURNED in request.POST and request.user.is_authenticated:
            request.session.pop("typed", None)
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware


class LoginRequired(auth.LoginRequiredMiddleware):
    """Closed unless a view opts out; what somebody typed after their session ended is kept."""

    def handle_no_permission(self, request, view_func):
        if request.method in {"GET", "HEAD"} or is_background(request):
            return super().handle_no_permission(request, view_func)
        return account_login.with_what_was_typed(request) or redirect("login")


def acting(get_response):
    """Tell the user the appointment chosen in the session; one that has ended is passed over."""

    def middleware(request):
        chosen = request.session.get("appointment")
        if chosen is not None and request.user.is_authenticated:
            request.user.act_as(chosen)
        return get_response(request)

    return middleware


def second_factor(get_response):
    """Lead whoever needs a second factor and has none to the page that sets it up."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view_func, *_):
        user = request.user
        if not user.is_authenticated or request.session.get("second_factor"):
            return None
        if request.resolver_match.view_name in WITHOUT_SECOND_FACTOR:
            return None
        return redirect("second_factor") if user.needs_second_factor else None

    middleware.process_view = process_view
    return middleware
