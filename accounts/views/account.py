"""Who I am here: the appointment I act in, the year I work in, my password and my devices."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import second_factor as factor
from accounts import sessions
from accounts.forms.own import (
    AnotherPhoneForm,
    ChangePasswordForm,
    CodeForm,
    ConfirmForm,
    ContactForm,
)
from accounts.models import User
from cppcc import audit
from cppcc.addresses import own_page
from cppcc.clock import FIRST_YEAR, LAST_YEAR


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Http404
    return int(text)


@require_POST
def acting(request: HttpRequest) -> HttpResponse:
    """Act in another of one's own appointments from now on."""
    chosen = _number(request, "appointment")
    if not request.user.act_as(chosen):
        raise Http404
    request.session["appointment"] = chosen
    audit.record("act_as", by=request.user)
    return HttpResponseRedirect("/")


@require_POST
def year(request: HttpRequest) -> HttpResponse:
    """Work in another year from now on, on the same page."""
    chosen = _number(request, "year")
    if not FIRST_YEAR <= chosen <= LAST_YEAR:
        raise Http404
    request.session["year"] = chosen
    return HttpResponseRedirect(own_page(request.POST.get("next", "")))


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """My account: my roles, how I log in, where I am logged in."""
    user = request.user
    context = {
        "sessions": sessions.devices(user),
        "this_session": request.session.session_key,
        "has_second_factor": factor.is_set_up(user),
        "login_names": user.login_names,
        "idle_minutes": user.idle_minutes,
        "hours": settings.SESSION_HOURS,
    }
    return render(request, "accounts/account.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change my password; every other device is logged out."""
    user = request.user
    form = ChangePasswordForm(
        request.POST or None,
        user=user,
        person=user,
        submit="修改密码",
        cancel_url=reverse("account"),
    )
    if form.is_valid():
        user.change_password(form.cleaned_data["password"])
        update_session_auth_hash(request, user)
        sessions.end(user, by=user, but=request.session.session_key)
        messages.success(request, "密码已修改，别的设备上都已退出。")
        return redirect("account")
    context = {"form": form, "heading": "修改密码"}
    return render(request, "components/form.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """Change the phone number and e-mail address by which I log in."""
    form = ContactForm(
        request.POST or None,
        instance=User.objects.visible_to(request.user).get(pk=request.user.pk),
        user=request.user,
        cancel_url=reverse("account"),
    )
    if form.is_valid():
        form.save()
        audit.record("change_contact", by=request.user, fields=", ".join(form.changed_data))
        messages.success(request, "已保存。")
        return redirect("account")
    context = {"form": form, "heading": "登录用的手机号和邮箱"}
    return render(request, "components/form.html", context)


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Log out one device (its code), or every other one."""
    code = request.POST.get("session")
    here = request.session.session_key
    sessions.end(request.user, by=request.user, but=here, only=code)
    messages.success(request, "已退出。" if code else "别的设备上都已退出。")
    return redirect("account")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Set up the code from the phone; a second time, another phone in place of the first."""
    user, device = request.user, factor.prepare(request.user)
    form = (AnotherPhoneForm if factor.is_set_up(user) else CodeForm)(
        request.POST or None,
        user=user,
        submit="开始使用",
        cancel_url=reverse("account"),
        hint="扫码以后，手机上会出现6位数字，30秒换一次。",
    )
    if form.is_valid():
        if codes := factor.set_up(user, device, form.cleaned_data["code"], request.session):
            return render(request, "accounts/recovery_codes.html", {"codes": codes})
        form.add_error("code", "验证码不对。请核对手机的时间，等下一个验证码出来再试。")
    context = {
        "form": form,
        "picture": factor.picture(device),
        "secret": factor.secret(device),
        "is_required": user.needs_second_factor and not factor.is_set_up(user),
    }
    return render(request, "accounts/second_factor.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def drop_second_factor(request: HttpRequest) -> HttpResponse:
    """Do without the second factor again, where no county requires it."""
    user = request.user
    if user.needs_second_factor or not factor.is_set_up(user):
        raise Http404
    form = ConfirmForm(
        request.POST or None, user=user, submit="不再使用手机验证码", cancel_url=reverse("account")
    )
    if form.is_valid():
        factor.drop(user, by=user, but=request.session.session_key)
        messages.success(request, "以后登录只用密码。")
        return redirect("account")
    context = {"form": form, "heading": "不再使用手机验证码"}
    return render(request, "components/form.html", context)
