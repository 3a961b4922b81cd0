"""The Containerfile's health check passes in the ways that the how-to sets the server up."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CONTAINERFILE = Path(__file__).parents[2] / "Containerfile"
#: Asks the server's own application, in a process with the environment of the container.
ASK = """
import sys, urllib.request
import django
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)

def urlopen(request, timeout):
    asked = request if isinstance(request, urllib.request.Request) else urllib.request.Request(request)
    told = {"Host": "127.0.0.1:8000", **dict(asked.header_items())}
    answer = Client().get(asked.full_url.partition(":8000")[2], headers=told)
    assert answer.status_code == 200, answer.status_code

urllib.request.urlopen = urlopen
exec(sys.argv[1])
"""


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"PEELIAN_HOSTS": "localhost"},
        {
            "PEELIAN_HOSTS": "casebook.example.org, www.example.org",
            "PEELIAN_TLS": "1",
            "PEELIAN_PROXIES": "1",
        },
    ],
)
def test_the_health_check_passes(more: dict[str, str], tmp_path: Path) -> None:
    found = re.search(r"^HEALTHCHECK CMD (.*)$", CONTAINERFILE.read_text("utf-8"), re.M)
    assert found is not None
    program, option, code = json.loads(found[1])
    assert (program, option) == ("python", "-c")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PEELIAN_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "peelian.server.settings",
        "PEELIAN_CASEBOOK": str(tmp_path),
        "PEELIAN_SECRET_KEY": "only-for-tests",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK, code],
        env=environment | more, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
