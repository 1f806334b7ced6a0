"""The accounts somebody looks after: who has one, inviting, stopping, helping."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import authentication, invitations, sessions
from accounts import second_factor as factor
from accounts.forms.accounts import InviteForm, LoginRulesForm
from accounts.models import Appointment
from counties.models import County
from cppcc import audit, clock
from cppcc.exports import Field, exported
from cppcc.texts import clean_text

ACCOUNT_FIELDS = (
    Field("姓名", lambda one: one.user.name),
    Field("身份", lambda one: one.get_role_display()),
    Field("所在", lambda one: one.place, 24),
    Field("职务", lambda one: one.post, 20),
    Field("账号", lambda one: one.state["label"], 24),
    Field("开始日期", lambda one: one.first_on),
    Field("结束日期", lambda one: one.last_on),
)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The accounts `user` looks after. When somebody logged in is nobody's business, and not
    shown."""
    if not Appointment.are_kept_by(request.user):
        raise PermissionDenied
    found = Appointment.objects.visible_to(request.user).not_over(clock.today()).for_accounts()
    role, q = request.GET.get("role", ""), clean_text(request.GET.get("q", "")).strip()[:50]
    roles = Appointment.kept_roles(request.user)
    if role in {one.value for one in roles}:
        found = found.filter(role=role)
    if q:
        found = found.find(q)
    if table := exported(request, "账号", ACCOUNT_FIELDS, found):
        return table
    context = {
        "page": Paginator(found, 50).get_page(request.GET.get("page")),
        "filters": [
            {
                "name": "role",
                "label": "身份",
                "choices": [(one.value, one.label) for one in roles],
                "selected": role,
            }
        ],
        "q": q,
        "clear": request.path if role or q else "",
        "keeps_rules": request.user.acting.county.login_rules_are_kept_by(request.user),
    }
    return render(request, "accounts/accounts.html", context)


@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Give somebody a role; a new person gets a slip, one who has an account has it at once."""
    form = InviteForm(request.POST or None, user=request.user, cancel_url=reverse("accounts:index"))
    if form.is_valid():
        try:
            appointment = form.save()
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return after_inviting(request, [appointment])
    context = {"form": form, "heading": "邀请"}
    return render(request, "components/form.html", context)


def after_inviting(request: HttpRequest, appointments: list[Appointment]) -> HttpResponse:
    """Slips for whoever has no password; the others find the new role when they log in."""
    slips = [_slip(request, one) for one in appointments if not one.user.has_usable_password()]
    if slips:
        return render(request, "accounts/slips.html", {"slips": slips})
    messages.success(request, "已有账号，登录后就能看到新的身份，不用再发邀请。")
    return redirect("accounts:index")


def _slip(request: HttpRequest, appointment: Appointment) -> invitations.Slip:
    site = request.build_absolute_uri("/")[:-1]
    return invitations.hand_link(appointment, by=request.user, site=site)


def _kept(request: HttpRequest, pk: int) -> Appointment:
    return get_object_or_404(Appointment.objects.visible_to(request.user).for_accounts(), pk=pk)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    appointment = _kept(request, pk)
    context = {
        "appointment": appointment,
        "may_stop": appointment.is_kept_by(request.user),
        "may_restore": appointment.may_be_restored_by(request.user),
        "may_get_link": appointment.may_get_link_from(request.user),
        "is_locked": authentication.is_locked(appointment.user),
        "has_second_factor": factor.is_set_up(appointment.user),
        "others": appointment.others_of_person(),
    }
    return render(request, "accounts/detail.html", context)


@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link that sets the password, to hand over: the invitation again, or a lost password."""
    return render(request, "accounts/slips.html", {"slips": [_slip(request, _kept(request, pk))]})


@require_POST
def act(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Stop or restore a role, unlock a login, log out everywhere, forget a lost phone."""
    appointment = _kept(request, pk)
    person = appointment.user
    if not appointment.is_kept_by(request.user):
        raise PermissionDenied
    if action == "stop":
        invitations.stop(appointment, by=request.user)
    elif action == "restore":
        invitations.restore(appointment, by=request.user)
    elif action == "unlock":
        authentication.unlock(person)
        audit.record("unlock", by=request.user, target=person, person=person.name)
    elif action == "end_sessions":
        sessions.end(person, by=request.user)
    else:
        if not appointment.may_get_link_from(request.user):
            raise PermissionDenied
        factor.drop(person, by=request.user)
    messages.success(request, f"已完成：{ACTIONS[action]}。")
    return redirect("accounts:detail", pk=pk)


ACTIONS = {
    "stop": "停用",
    "restore": "恢复使用",
    "unlock": "解除登录锁定",
    "end_sessions": "在所有设备上退出",
    "drop_second_factor": "清除手机验证码",
}


@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest) -> HttpResponse:
    """How the county's people log in."""
    county = get_object_or_404(County.objects.visible_to(request.user))
    form = LoginRulesForm(
        request.POST or None,
        instance=county,
        user=request.user,
        cancel_url=reverse("accounts:index"),
    )
    if form.is_valid():
        form.save()
        messages.success(request, "登录规定已保存。")
        return redirect("accounts:index")
    return render(request, "components/form.html", {"form": form, "heading": "登录规定"})
