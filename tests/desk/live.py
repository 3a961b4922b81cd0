"""A desk in a process of its own: a casebook with documents, an account for each role, sessions for many.

As a script, ``python -m tests.desk.live FOLDER REVIEWERS``: makes the casebook and prints what the tests need.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import requests
from tests.listening import BEGIN_SECONDS, end, listening

ROOT = Path(__file__).parent.parent.parent
PASSWORD = "seven grey geese walk home"


@dataclass(frozen=True)
class Live:
    """Where the desk runs, what is in it, how to sign in."""

    address: str
    folder: Path
    told: dict[str, Any]
    used: dict[str, int] = field(default_factory=dict)
    """The half minute whose code each account used last: a code is taken once only."""

    def code(self, name: str) -> str:
        """A code of an account's authenticator app that was not used before, with ten seconds left to type it in."""
        while (left := 30 - time.time() % 30) < 10 or int(time.time()) // 30 <= self.used.get(name, 0):
            time.sleep(left)
        self.used[name] = int(time.time()) // 30
        key = base64.b32decode(self.told["secrets"][name])
        digest = hmac.new(key, struct.pack(">Q", self.used[name]), hashlib.sha1).digest()
        at = digest[-1] & 15
        return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"

    def sign_in(self, page: Any, name: str, password: str = PASSWORD) -> None:
        """Sign in by the pages, with the code of the authenticator app where the account has one."""
        page.goto(self.address + "/desk/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        if name in self.told["secrets"]:
            page.wait_for_url("**/2fa/authenticate/**")
            page.locator("input[name=code]").fill(self.code(name))
            page.get_by_role("button", name="Sign in").first.click()
        page.wait_for_url(re.compile("/desk/$"))

    def session(self, name: str, code: str = "") -> tuple[requests.Session, str]:
        """Sign in without a browser, with the right code or another; the session, and the address where that ends."""
        session = requests.Session()
        session.trust_env = False
        steps = {"/accounts/login/?next=/desk/": {"login": name, "password": PASSWORD}}
        if name in self.told["secrets"]:
            steps["/accounts/2fa/authenticate/"] = {"code": code or self.code(name)}
        for path, form in steps.items():
            session.get(self.address + path)
            token = {"csrfmiddlewaretoken": session.cookies["csrftoken"]}
            last = session.post(self.address + path, {**form, **token})
        return session, last.url.removeprefix(self.address)


def environment(folder: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a process that works on the casebook of a folder has in its environment."""
    made = {
        **os.environ,
        "PEELIAN_CASEBOOK": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.desk.live_settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "PEELIAN_SECRET_KEY": "only-for-tests",
        **(more or {}),
    }
    made.pop("PEELIAN_CONFIGURED", None)
    return made


@contextmanager
def running(
    folder: Path, reviewers: int = 0, threads: int = 8, more: Mapping[str, str] | None = None
) -> Iterator[Live]:
    """Make the casebook, run gunicorn on it, and end it. ``more`` goes into its environment."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.desk.live", str(folder), str(reviewers)],
        cwd=ROOT, env=environment(folder, more), check=True, capture_output=True, text=True,
    )  # fmt: skip
    with serving(folder, threads, more) as address:
        yield Live(address, folder, json.loads(made.stdout.splitlines()[-1]))


@contextmanager
def serving(folder: Path, threads: int = 8, more: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run gunicorn on a casebook that is there; its address."""
    with listening() as (address, held):
        server = subprocess.Popen(
            [
                sys.executable, "-m", "gunicorn", "peelian.server.wsgi", "--bind", f"fd://{held}", "--workers", "2",
                "--threads", str(threads), "--log-level", "warning",
            ],
            cwd=ROOT, env=environment(folder, more), pass_fds=[held],
        )  # fmt: skip
    try:
        urllib.request.urlopen(address + "/accounts/login/", timeout=BEGIN_SECONDS).read()
        yield address
    finally:
        end(server)


def make(folder: Path, reviewers: int) -> dict[str, Any]:
    """Fill the casebook and make accounts. Return what the tests need."""
    import django

    folder.mkdir(parents=True, exist_ok=True)
    django.setup()
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator
    from tests.desk.conftest import fill

    from peelian.casebook.audit import Actor
    from peelian.casebook.models import Case, Mention, Pair, Person, Source
    from peelian.desk.accounts.roles import ROLES
    from peelian.desk.publishing import loosening
    from peelian.publication import requests, services

    fill(folder)
    told: dict[str, Any] = {"secrets": {}, "sessions": []}
    for role in ROLES.values():
        person = get_user_model().objects.create_user(role.name, f"{role.name}@example.org", PASSWORD)
        person.groups.set(Group.objects.filter(name=role.name))
        if role.second_factor:
            secret = base64.b32encode(os.urandom(20)).decode()
            told["secrets"][role.name] = secret
            data = {"secret": get_adapter().encrypt(secret)}
            Authenticator.objects.create(user=person, type="totp", data=data)
    for n in range(reviewers):
        person = get_user_model().objects.create_user(f"reviewer{n}", password=PASSWORD)
        person.groups.set(Group.objects.filter(name="caseworker"))
        session = SessionStore()
        session["_auth_user_id"] = str(person.pk)
        session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
        session["_auth_user_hash"] = person.get_session_auth_hash()
        session.save()
        told["sessions"].append(session.session_key)
    one, other = (
        Mention.internal.filter(name="Orlando Feathers")[0],
        Mention.internal.get(name__startswith="Beatrix"),
    )
    left, right = sorted((one.key, other.key))
    Pair.internal.update_or_create(
        left=left, right=right,
        defaults={
            "weight": 4.5, "band": "review",
            "waterfall": [{"comparison": "start", "level": "at random", "bits": -13.0, "frequency_bits": 0.0, "total": -13.0},
                          {"comparison": "rank", "level": "same", "bits": 17.5, "frequency_bits": 0.0, "total": 4.5}],
        },
    )  # fmt: skip
    kent = Case.internal.get(force="kent")
    services.prepare(kent.public_id, Actor("somebody"), "journalism")
    services.approve(kent.public_id, Actor("somebody else"))
    for name, by, reviewed in (("kent", "caseworker", 5), ("essex", "caseworker", 40)):
        of = Case.internal.get(force=name)
        places = loosening.places(of.casefile, services.preview(of.public_id).weighed.rulings)
        for place in places[:2]:  # of the first case one counts and is due, of the other some wait
            until = timezone.localdate() + timedelta(days=reviewed)
            row = loosening.ask(
                of.public_id, place.key, "The hearing was in public.", until, "cautious", Actor(by)
            )
            if name == "kent":
                loosening.grant(of.public_id, row.pk, Actor("editor"))
    loosening.refuse(of.public_id, row.pk, Actor("editor"), "Not without the court's word.")
    asked = requests.receive(kent.public_id, "correction", "The date is wrong.", "by letter")
    person = one.person
    assert isinstance(person, Person)
    return told | {
        "left": left,
        "right": right,
        "person": person.public_id,
        "case": Case.internal.get(force="essex").public_id,
        "public": kent.public_id,
        "reference": asked.reference,
        "sources": {(s.title or "").split()[0]: s.public_id for s in Source.internal.order_by("pk")},
    }


if __name__ == "__main__":
    print(json.dumps(make(Path(sys.argv[1]), int(sys.argv[2]))))
