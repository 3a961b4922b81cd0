"""Roles: groups of Django with permissions. One table; the permission matrix test reads it too.

Who runs the accounts sees no case, and who reads what witnesses tell in confidence is set apart: both get
more only by a second role, which the trail tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

_READ: Final = ("desk.enter", "desk.read_desk")
_WORK: Final = (
    *_READ, "desk.review", "desk.judge", "desk.work_cases", "desk.prepare", "desk.export_corpus",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """One role: its words, its permissions, and whether a second factor is asked of who holds it."""

    name: str
    title: str
    what: str
    permissions: tuple[str, ...]
    second_factor: bool = False


ROLES: Final[dict[str, Role]] = {
    role.name: role
    for role in (
        Role("reader", "Reader", "sees documents, persons and cases; decides nothing", _READ),
        Role("caseworker", "Caseworker", "reviews, decides who is who, carries cases, prepares", _WORK),
        Role(
            "editor", "Editor", "all that a caseworker does, and publishes what another prepared",
            (*_WORK, "desk.approve", "desk.withdraw", "desk.answer_requests"), second_factor=True,
        ),
        Role(
            "data_protection_lead", "Data-protection lead",
            "answers requests, withdraws cases, sees the audit trail, opens identities on request",
            (*_READ, "desk.withdraw", "desk.answer_requests", "desk.see_audit", "intake.custody_intake"),
            second_factor=True,
        ),
        Role(
            "administrator", "Administrator", "runs accounts and the audit trail; sees no case by that alone",
            ("desk.enter", "desk.manage_accounts", "desk.see_audit"), second_factor=True,
        ),
        Role(
            "intake_reader", "Intake reader", "reads what comes in confidence; nothing else by that alone",
            ("desk.enter", "intake.read_intake"), second_factor=True,
        ),
    )
}  # fmt: skip

#: Whoever holds one of these must have a second factor, by whatever role.
GUARDED: Final = frozenset(
    ("desk.approve", "desk.withdraw", "desk.see_audit", "desk.manage_accounts", "intake.read_intake",
     "intake.custody_intake")
)  # fmt: skip


def make_roles(using: str = "default") -> None:
    """Have the groups and their permissions be as the table says; nothing else of them is touched."""
    from django.apps import apps
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    for label in ("desk", "intake"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using)
        .filter(content_type__app_label__in=("desk", "intake"))
        .select_related("content_type")
    }
    for role in ROLES.values():
        group, _ = Group.objects.using(using).get_or_create(name=role.name)
        wanted = {known[name].pk for name in role.permissions if name in known}
        if set(group.permissions.values_list("pk", flat=True)) != wanted:
            group.permissions.set(wanted)


def roles_of(user: Any) -> list[str]:
    """The names of the roles that an account has, in the order of the table."""
    held = set(user.groups.values_list("name", flat=True))
    return [name for name in ROLES if name in held]
