"""What all processes remember together: a one-time code is used once whichever process sees it; nothing can be read there."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.desk.live import ROOT, Live, environment

from peelian.desk.accounts.memory import SharedMemory
from peelian.desk.models import Remembered


@pytest.mark.django_db
def test_what_is_kept_is_there_until_its_time_is_over() -> None:
    assert cache.add("code", "y", 30) and not cache.add("code", "y", 30)
    assert cache.get("code") == "y" and cache.get("other", "none") == "none"
    cache.set("tries", [1.5, 2.5], 30)
    cache.set("tries", [3.5], 30)
    assert cache.get("tries") == [3.5] and "tries" in cache
    assert cache.touch("tries", -1) and cache.get("tries") is None and not cache.touch("tries")
    assert cache.add("tries", 1) and cache.delete("tries") and not cache.delete("tries")
    cache.set("always", 1, None)
    assert cache.get("always") == 1
    cache.clear()
    assert not Remembered.internal.exists()


@pytest.mark.django_db
def test_what_is_over_goes_with_the_next_that_is_kept() -> None:
    cache.set("old", 1, -5)
    assert Remembered.internal.count() == 1
    assert cache.add("old", 2, 30) and cache.get("old") == 2 and Remembered.internal.count() == 1
    cache.set("older", 1, -5)
    assert cache.add("new", 1, 30) and Remembered.internal.count() == 2


@pytest.mark.django_db
def test_neither_addresses_nor_codes_can_be_read_in_the_database() -> None:
    cache.add("allauth.mfa.totp.used?user=7&code=123456", "y", 30)
    cache.add("allauth:rl:account:login_failed:20/m/ip:ip:203.0.113.9", True, 30)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM desk_remembered")
        told = repr(cursor.fetchall())
    assert "123456" not in told and "203.0.113.9" not in told and "allauth" not in told


def test_what_cannot_be_written_as_json_is_refused() -> None:
    with pytest.raises(TypeError):
        SharedMemory("", {}).set("x", object())


class Values(TestCase):
    """What JSON holds comes back as it was."""

    @given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
    def test_it_comes_back(self, value: object) -> None:
        cache.set("x", value, 30)
        assert cache.get("x", "lost") == value


_TRY = """
import sys, django
django.setup()
from allauth.mfa.models import Authenticator
one = Authenticator.objects.get(user__username="editor", type="totp").wrap()
print("ready", flush=True)
print(one.validate_code(sys.stdin.readline().strip()), flush=True)
"""


@pytest.mark.slow
def test_of_many_processes_one_takes_a_code_and_the_server_takes_it_no_more(live: Live) -> None:
    tries = [
        subprocess.Popen(
            [sys.executable, "-c", _TRY], cwd=ROOT, env=environment(live.folder), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]  # fmt: skip
    for one in tries:
        assert one.stdout is not None and one.stdout.readline() == "ready\n"
    code = live.code("editor")
    for one in tries:  # all of them wait for it
        assert one.stdin is not None
        one.stdin.write(code + "\n")
        one.stdin.flush()
    told = [one.communicate(timeout=60)[0] for one in tries]
    assert sorted(told) == ["False\n", "False\n", "False\n", "True\n"]
    assert [live.session("editor", code)[1] for _ in range(3)] == ["/accounts/2fa/authenticate/"] * 3
    assert live.session("editor")[1] == "/desk/"
