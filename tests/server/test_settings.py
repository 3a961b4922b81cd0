"""Settings from the environment: each spelling means what the how-to says; and the how-to's unit runs the server."""

from __future__ import annotations

import os
import re
import runpy
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peelian import server

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "deploy.md"
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
    named = [made.get(f"{one}_COOKIE_NAME", "") for one in ("SESSION", "CSRF")]
    assert all(name.startswith("__Host-") is tls for name in named)


def test_djangos_own_check_names_nothing_unsafe(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PEELIAN_CASEBOOK": str(tmp_path),
        "PEELIAN_SECRET_KEY": secrets.token_urlsafe(64),
    }
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    command += ["--settings", "peelian.server.settings"]
    safe = subprocess.run(command, env={**environment, "PEELIAN_TLS": "1"}, capture_output=True, text=True)
    assert safe.returncode == 0, safe.stderr
    plain = subprocess.run(command, env={**environment, "PEELIAN_TLS": "0"}, capture_output=True, text=True)
    assert plain.returncode != 0 and "security.W" in plain.stderr


#: Linux's prctl for what systemd's MemoryDenyWriteExecute asks: no memory both written and run.
DENIED = """
import ctypes
assert ctypes.CDLL(None).prctl(65, 1, 0, 0, 0) == 0
from peelian.web.statistics.charts import bars
print(len(bars([("Kent Police", 1)], "cases")))
"""


def test_the_unit_of_the_how_to_does_not_end_the_server_at_its_first_chart() -> None:
    unit = re.search(r"\[Service\]\n(.*?)\n\n", HOW_TO.read_text("utf-8"), re.S)
    assert unit is not None and "ExecStart=" in unit[1]
    drawn = subprocess.run([sys.executable, "-c", DENIED], capture_output=True, text=True)
    if drawn.returncode != 0:  # as long as the charts need it
        assert "MemoryDenyWriteExecute" not in unit[1]
