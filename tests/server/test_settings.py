"""Settings from the environment: each spelling means what the how-to says."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from peelian import server

SETTINGS = Path(server.__file__).with_name("settings.py").as_posix()


def settings_of(monkeypatch: pytest.MonkeyPatch, folder: Path, **environment: str) -> dict[str, Any]:
    """The settings module as it is for some environment, the one that runs the tests left alone."""
    monkeypatch.setenv("PEELIAN_CASEBOOK", str(folder))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(SETTINGS)


@pytest.mark.parametrize(
    ("url", "host", "port", "user", "password", "starttls", "ssl"),
    [
        ("smtp://mail.example", "mail.example", 587, "", "", True, False),
        ("smtp://ada:secret@mail.example:2525", "mail.example", 2525, "ada", "secret", True, False),
        ("smtp://ada%40mail.example:p%2F%3A%40s@mail.example:587", "mail.example", 587, "ada@mail.example", "p/:@s", True, False),
        ("smtps://ada:secret@mail.example:465", "mail.example", 465, "ada", "secret", False, True),
        ("smtps://mail.example", "mail.example", 465, "", "", False, True),
    ],
)  # fmt: skip
def test_a_mail_address_is_read_as_it_is_written(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    url: str,
    host: str,
    port: int,
    user: str,
    password: str,
    starttls: bool,
    ssl: bool,
) -> None:
    made = settings_of(monkeypatch, tmp_path, PEELIAN_MAIL_URL=url)
    told = [
        made[f"EMAIL_{name}"] for name in ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_TLS", "USE_SSL")
    ]
    assert told == [host, port, user, password, starttls, ssl]
    assert "EMAIL_BACKEND" not in made


def test_without_a_mail_address_nothing_leaves_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PEELIAN_MAIL_URL", raising=False)
    made = settings_of(monkeypatch, tmp_path)
    assert made["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    assert Path(made["EMAIL_FILE_PATH"]).parent == tmp_path


@pytest.mark.parametrize("tls", [True, False])
def test_behind_tls_all_that_needs_it_is_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tls: bool
) -> None:
    made = settings_of(monkeypatch, tmp_path, PEELIAN_TLS="1" if tls else "0")
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_PRELOAD"):
        assert made[name] is tls
    assert bool(made["SECURE_HSTS_SECONDS"]) is tls
