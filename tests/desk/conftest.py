"""The desk's tests: a small casebook, people in each role, and the desk's own settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import Settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from tests.clippings import write
from tests.desk.live import Live, running

from peelian.casebook.adding import Place, add
from peelian.desk.accounts.configuration import SETTINGS

DESK = Path(__file__).parent.parent.parent / "src" / "peelian" / "desk"
PASSWORD = "seven grey geese walk home"


@pytest.fixture(autouse=True)
def desk_settings(folder: Path, settings: Settings) -> None:
    """A folder of its own for each test; the desk's settings, which the project's take over as they are."""
    for name, value in SETTINGS.items():
        setattr(settings, name, value)
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], DESK / "templates"]}
    ]


def fill(folder: Path) -> None:
    """Add three documents of two officers."""
    where = write(folder.parent / "clippings")
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


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A desk in a process of its own, one for the tests of a file."""
    with running(tmp_path_factory.mktemp("desk") / "casebook") as found:
        yield found
