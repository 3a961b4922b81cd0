"""The pages of accounts: one's own, everybody's, and the way in by invitation."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from peelian.desk.access import actor_of, allowed
from peelian.desk.accounts import invitations, people, second_factor
from peelian.desk.accounts.forms import InviteForm, JoinForm
from peelian.desk.accounts.roles import ROLES, roles_of
from peelian.desk.models import Invitation


@allowed("desk.enter")
@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """One's own account: roles, password, second factor."""
    return render(
        request,
        "desk/account.html",
        {
            "roles": [ROLES[name] for name in roles_of(request.user)],
            "has_factor": second_factor.has(request.user),
            "must": second_factor.must_have(request.user),
            "sessions": people.sessions_of(request.user, request.session.session_key or ""),
            "section": "account",
        },
    )


@allowed("desk.enter")
@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth has no types
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign oneself out everywhere else; asked once more who one is."""
    ended = people.end_other_sessions(request.user, request.session.session_key or "")
    messages.success(
        request, f"Signed out elsewhere: {ended}." if ended else "You are signed in nowhere else."
    )
    return redirect("desk:account")


@allowed("desk.manage_accounts")
@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody's account, and who is invited."""
    return _accounts(request, InviteForm())


def _accounts(request: HttpRequest, form: InviteForm, link: str = "", status: int = 200) -> HttpResponse:
    everyone = [
        (
            account,
            [ROLES[name] for name in roles_of(account)],
            second_factor.has(account),
            second_factor.must_have(account),
        )
        for account in people.everyone()
    ]
    open_ = [
        (i, [ROLES[name].title for name in i.roles if name in ROLES])
        for i in Invitation.invitations.filter(used_at=None, withdrawn_at=None)
        if i.open
    ]
    context = {
        "everyone": everyone, "invitations": open_, "form": form, "link": link, "roles": ROLES.values(),
        "section": "accounts", "days": invitations.DAYS,
    }  # fmt: skip
    return render(request, "desk/accounts.html", context, status=status)


@allowed("desk.manage_accounts")
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Make an invitation; its link is shown on this answer alone."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _accounts(request, form, status=422)
    data = form.cleaned_data
    try:
        secret = invitations.invite(data["username"], data["roles"], actor_of(request), data["email"])
    except invitations.InvitationRefused as refusal:
        form.add_error(None, str(refusal))
        return _accounts(request, form, status=422)
    link = request.build_absolute_uri(reverse("desk:join", args=[secret]))
    if data["email"]:
        send_mail(
            "You are invited to a casebook",
            f"Follow this link to set your password. It works once, for {invitations.DAYS} days:\n\n{link}\n",
            settings.DEFAULT_FROM_EMAIL,
            [data["email"]],
            fail_silently=True,
        )
    return _accounts(request, InviteForm(), link)


@allowed("desk.manage_accounts")
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw an open invitation."""
    try:
        invitations.withdraw(pk, actor_of(request))
    except invitations.InvitationRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:accounts")


@allowed("desk.manage_accounts")
@require_POST
def change(request: HttpRequest, username: str) -> HttpResponse:
    """Change an account: roles, mail address, closed or open, second factors taken off."""
    act, actor = request.POST.get("act"), actor_of(request)
    try:
        if act == "roles":
            people.set_roles(username, request.POST.getlist("roles"), actor)
        elif act in ("close", "open"):
            people.set_open(username, act == "open", actor)
        elif act == "email":
            people.set_email(username, request.POST.get("email", ""), actor)
        elif act == "factors":
            people.take_factors(username, actor)
        else:
            raise people.ChangeRefused("There is no such change.")
        messages.success(request, f"{username}: changed.")
    except people.ChangeRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:accounts")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """The way in by an invitation: set a password, then sign in. The one page of the desk that needs no account."""
    try:
        invitation = invitations.find(secret)
    except invitations.InvitationRefused as refusal:
        return render(request, "desk/join_refused.html", {"why": str(refusal)}, status=410)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitations.accept(secret, form.cleaned_data["password"])
        except ValidationError as error:
            form.add_error("password", error)
        except invitations.InvitationRefused as refusal:
            return render(request, "desk/join_refused.html", {"why": str(refusal)}, status=410)
        else:
            messages.success(request, "Your account is there. Sign in with your new password.")
            return redirect("account_login")
    return render(
        request,
        "desk/join.html",
        {"form": form, "invitation": invitation},
        status=422 if form.errors else 200,
    )
