"""The desk's tests: a small casebook, people in each role, and the desk's own settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import Settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client

from peelian.casebook.adding import Place, add
from peelian.desk.accounts.configuration import SETTINGS

DESK = Path(__file__).parent.parent.parent / "src" / "peelian" / "desk"
PASSWORD = "seven grey geese walk home"

JAILED = """Essex detective jailed for misuse of police computer

Published 4 March 2019

A detective constable has been jailed for eight months at Chelmsford Crown Court.

DC Orlando Feathers, 41, of Essex Police, pleaded guilty to three counts of computer misuse.
He was sentenced on 1 March 2019.

Deputy Chief Constable Wilma Ackroyd said: "Officers who misuse our systems will be found."
"""
DISMISSED = """Misconduct hearing outcome: DC Orlando Feathers

Published 20 May 2019

Essex Police

DC Orlando Feathers was dismissed without notice after an accelerated misconduct hearing on 16 May 2019.
The chair, Chief Constable Edmund Larkspur, found that his conduct amounted to gross misconduct in
respect of honesty and integrity. The former detective was 42.
"""
OTHER = """Kent constable given final written warning

Published 7 June 2021

PC Beatrix Holloway-Snell of Kent Police was given a final written warning after a misconduct hearing on
2 June 2021 found that she had breached the standards of use of force.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """The casebook's folder of this test; the desk's settings, which the project's take over as they are."""
    settings.CASEBOOK = tmp_path / "casebook"
    settings.ORIGINALS = settings.CASEBOOK / "originals"
    settings.CASEBOOK.mkdir()
    cache.clear()  # attempts of the test before are not counted
    for name, value in SETTINGS.items():
        setattr(settings, name, value)
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], DESK / "templates"]}
    ]
    return settings.CASEBOOK


def fill(folder: Path) -> None:
    """Add three documents of two officers."""
    where = folder.parent / "clippings"
    where.mkdir(exist_ok=True)
    for name, text in {"jailed": JAILED, "dismissed": DISMISSED, "other": OTHER}.items():
        (where / f"{name}.txt").write_text(text)
    add([Place(str(path)) for path in sorted(where.iterdir())])


@pytest.fixture
def filled(folder: Path, db: None) -> None:
    """A casebook with three documents."""
    fill(folder)


def account(name: str, *roles: str, factor: bool = True) -> Any:
    """An account with roles, and with a second factor unless said otherwise."""
    from allauth.mfa.models import Authenticator

    made, _ = get_user_model().objects.get_or_create(username=name)
    made.set_password(PASSWORD)
    made.save()
    made.groups.set(Group.objects.filter(name__in=roles))
    if factor:
        Authenticator.objects.get_or_create(user=made, type="totp", defaults={"data": {"secret": "none"}})
    return made


@pytest.fixture
def as_role(db: None) -> Callable[..., Client]:
    """A browser of somebody who holds these roles."""

    def made(*roles: str, name: str = "", factor: bool = True) -> Client:
        client = Client()
        client.force_login(
            account(name or "-".join(roles) or "nobody", *roles, factor=factor),
            backend="django.contrib.auth.backends.ModelBackend",
        )
        return client

    return made
