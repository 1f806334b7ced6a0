"""Where a request comes from, and where an answer may lead."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks, as the nearest of our own proxies saw it.

    Each proxy adds the address it was asked from on the right of X-Forwarded-For; what stands
    further left was written by the client and is not believed.
    """
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.PROXIES and len(hops) >= settings.PROXIES and hops[-settings.PROXIES]:
        return hops[-settings.PROXIES]
    return request.META.get("REMOTE_ADDR", "")


def own_page(target: str, otherwise: str = "/") -> str:
    """`target` if it is the path of a page of ours, else `otherwise`.

    Not a check of hosts: an address with a host, even our own, is no path, and a path that no
    route answers is not followed.
    """
    is_path = target.startswith("/") and target.isprintable() and " " not in target
    if not is_path or not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return otherwise
    try:
        resolve(target.partition("?")[0].partition("#")[0])
    except Resolver404:
        return otherwise
    return target
