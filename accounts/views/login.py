"""Coming in: login, second factor, the link that sets a password, and what was typed meanwhile."""

import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import csrf
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import authentication, invitations, second_factor, sessions, typed
from accounts.forms.own import CodeForm, ForgottenForm, LoginForm, NewPasswordForm
from counties.models import County
from cppcc import audit, clock
from cppcc.addresses import client_address, own_page

HALF_LASTS = 300  # seconds between password and code
log = logging.getLogger(__name__)
MAILS = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


@sensitive_post_parameters("password", "typed")
@login_not_required
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Ask for a login name and a password; a locked name is answered by `locked`."""
    target = request.POST.get("next", request.GET.get("next", ""))
    if request.user.is_authenticated and request.method == "GET":
        return redirect(own_page(target))
    form = LoginForm(request, request.POST or None)
    if not form.is_valid():
        if form.is_bound:
            authentication.note_failure(request.POST.get("username", ""), client_address(request))
        return _login_page(request, form, target)
    user, remember = form.get_user(), form.cleaned_data["remember"]
    kept = typed.unseal(form.cleaned_data["typed"])
    if not second_factor.is_set_up(user):
        return _come_in(request, user, target, kept, remember=remember)
    request.session["half"] = {
        "user": user.pk,
        "at": clock.machine_time().timestamp(),
        "hash": user.get_session_auth_hash(),
        "target": target,
        "typed": kept,
    }
    return redirect("login_code")


def _login_page(request, form, target, *, sealed: str | None = None, **context) -> HttpResponse:
    status = context.pop("status", 200)
    sealed = request.POST.get("typed", "") if sealed is None else sealed
    context |= {
        "form": form,
        "next": target,
        "typed": sealed,
        "offers_long_login": County.any_allows_long_login(),
        "has_mail": bool(settings.EMAIL_HOST),
        "idle_minutes": settings.IDLE_MINUTES,
    }
    return render(request, "accounts/login.html", context, status=status)


def _come_in(request, user, target, kept, *, remember=False, verified=False) -> HttpResponse:
    auth.login(request, user, backend="accounts.authentication.PersonBackend")
    is_remembered = sessions.begin(request, user, remember=remember)
    request.session["second_factor"] = verified
    if remember and not is_remembered:
        messages.info(request, "没有设为30天免登录：只有委员在自己的手机上，并且县里允许，才可以。")
    if kept and not (back := typed.keep(request, kept)):
        messages.warning(request, "这台电脑上另一个人没有保存的内容，已经去掉。")
    return redirect(back if kept and back else own_page(target))


@login_not_required
@require_http_methods(["GET", "POST"])
def login_code(request: HttpRequest) -> HttpResponse:
    """After the password: the code from the phone, or a recovery code."""
    half = request.session.get("half")
    user = second_factor.half_way(half, HALF_LASTS)
    if user is None:
        messages.info(request, "请重新填写登录名和密码。")
        return redirect("login")
    form = CodeForm(
        request.POST or None,
        user=user,
        cancel_url=reverse("login"),
        hint="打开手机上的验证码程序，输入6位数字。手机不在身边的，输入一个备用码。",
    )
    if form.is_valid():
        if second_factor.accepts(user, form.cleaned_data["code"]):
            del request.session["half"]
            return _come_in(request, user, half["target"], half["typed"], verified=True)
        audit.record("login_code", by=user, succeeded=False, address=client_address(request))
        form.add_error("code", "验证码不对，或者已经用过。请等下一个验证码出来再试。")
    return render(request, "accounts/public_form.html", {"form": form, "heading": "输入验证码"})


def locked(request, response=None, credentials=None) -> HttpResponse:
    """Too many wrong passwords: said alike to everybody, whether the name is known or not."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return _login_page(
        request,
        LoginForm(request),
        request.POST.get("next", ""),
        status=429,
        locked_minutes=minutes,
    )


@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """Leave; the browser forgets the pages it has shown."""
    audit.record("logout", by=request.user)
    auth.logout(request)
    response = redirect("login")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@sensitive_post_parameters()
@login_not_required
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link: set the password. Looking uses nothing up, as chats look first."""
    invitation = invitations.of_token(token)
    if invitation is None:
        return render(request, "accounts/link_ended.html", status=404)
    person = invitation.user
    form = NewPasswordForm(request.POST or None, user=person, person=person)
    if form.is_valid():
        if not invitation.take_up(form.cleaned_data["password"]):
            return render(request, "accounts/link_ended.html", status=404)
        authentication.unlock(person)
        if request.user.is_authenticated:  # whoever used this computer before
            auth.logout(request)
        names = "或“".join(f"{name}”" for name in person.login_names)
        messages.success(request, f"密码已设好。请填“{names}，和刚设的密码，登录。")
        return redirect("login")
    context = {"form": form, "heading": f"{person.name}，您好", "person": person}
    return render(request, "accounts/welcome.html", context)


@login_not_required
@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Mail a link, where mail is configured; the answer is the same for every address."""
    if not settings.EMAIL_HOST:
        raise Http404
    form = ForgottenForm(request.POST or None, user=request.user, cancel_url=reverse("login"))
    if form.is_valid():
        site = request.build_absolute_uri("/")[:-1]
        _after_commit(invitations.send_link, form.cleaned_data["email"], site)
        messages.success(
            request, "这个邮箱有账号的，链接已经发出，1小时内有效。没收到的，请联系工作人员。"
        )
        return redirect("login")
    return render(request, "accounts/public_form.html", {"form": form, "heading": "忘记密码"})


def _after_commit(work, *arguments) -> None:
    """Beside the request, so that its time does not tell whether there was anything to do; one
    after the other, so that many requests do not mean many threads and connections."""

    def run():
        try:
            work(*arguments)
        except Exception:  # nobody waits for it: an error is told to the log or to nobody
            log.exception("a link could not be mailed")
        finally:
            connection.close()

    transaction.on_commit(partial(MAILS.submit, run))


# ---- what was typed when the session had ended


def with_what_was_typed(request: HttpRequest) -> HttpResponse | None:
    """The login page with a form that came too late sealed inside; None if nothing was typed."""
    kept = typed.take(request) if request.method == "POST" else None
    if kept is None:
        return None
    return _login_page(request, LoginForm(request), "", sealed=typed.seal(kept), has_typed=True)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of ours that stood open while somebody logged in again or out: nothing is lost.

    Only what certainly came from a page of ours: the browser says so (Origin).
    """
    if request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}":
        if request.path == reverse("login"):
            return redirect("login")
        kept = typed.take(request)
        if request.user.is_authenticated and kept:
            return redirect(typed.keep(request, kept | {"owner": request.user.pk}))
        if kept:
            return with_what_was_typed(request)
    return csrf.csrf_failure(request, reason)


@require_safe
def returned(request: HttpRequest) -> HttpResponse:
    """What was typed before the login, on its way back to the page it was sent to."""
    kept = request.session.get("typed")
    if kept is None:
        raise Http404
    return render(request, "accounts/returned.html", {"typed": kept})
