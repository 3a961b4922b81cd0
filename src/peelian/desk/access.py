"""Access: one decorator for every view of the desk.

    @allowed("desk.read_desk", reads="document", target="source")
    def page(request, source): ...

Signed in; a second factor where the account's permissions ask for one; the permission; never kept by a
browser; nothing posted in an error report. With ``reads`` a page that was shown is told in the audit trail
as ``<reads>.viewed`` with the address's ``target`` (a public id or key, never a name); one that was refused as
``access.refused`` with the address's name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from peelian.casebook.audit import Actor, record
from peelian.desk.accounts import second_factor

View = Callable[..., HttpResponse]


def allowed(permission: str, *, reads: str = "", target: str = "") -> Callable[[View], View]:
    """Guard a view (see above). ``permission`` is what the account must hold; ``reads`` what is looked at.

    Anonymous: sent to sign in. Second factor missing: sent to set it up. Not permitted: 403.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if second_factor.missing(request.user):
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
            if not request.user.has_perm(permission):
                return _refused(request, permission)
            try:
                answer = view(request, *args, **kwargs)
            except PermissionDenied:
                return _refused(request, "")
            if reads and request.method == "GET" and answer.status_code == 200:
                record(f"{reads}.viewed", str(kwargs.get(target, ""))[:120], actor_of(request))
            return answer

        safe = never_cache(sensitive_post_parameters()(guarded))
        safe.desk_permission = permission  # type: ignore[attr-defined]  # the permission matrix test asks for it
        return cast(View, safe)

    return decorate


def actor_of(request: HttpRequest) -> Actor:
    """Who acts, for the trail and the decisions."""
    return Actor.of(request.user)


def may(request: HttpRequest, permission: str) -> bool:
    """Whether the account holds a permission."""
    return bool(request.user.has_perm(permission))


def _refused(request: HttpRequest, permission: str) -> HttpResponse:
    match = request.resolver_match
    record("access.refused", match.view_name if match else "", actor_of(request), {"permission": permission})
    return render(request, "desk/refused.html", {"permission": _words(permission)}, status=403)


def _words(permission: str) -> str:
    from peelian.desk.accounts.permissions import PERMISSIONS

    return dict(PERMISSIONS).get(permission.removeprefix("desk."), permission)
