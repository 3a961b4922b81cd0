"""The restore drill: the server is lost; from last night's backup and the key a new one goes on as before."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from tests.desk.live import ROOT, Live, environment, running, serving

pytestmark = pytest.mark.slow
ACTOR = ("--actor", "drill")


def peelian(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "peelian.cli", *arguments, "--casebook", str(folder)],
        cwd=ROOT, env=environment(folder), capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def signed_in(live: Live, name: str) -> requests.Session:
    session, where = live.session(name)
    assert where == "/desk/"
    return session


def page(live: Live, session: requests.Session, path: str) -> str:
    """A page's words, without what differs from session to session."""
    answer = session.get(live.address + path)
    assert answer.status_code == 200, path
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|127\.0\.0\.1:\d+', "", answer.text)


def test_what_was_there_is_there_again(tmp_path: Path) -> None:
    lost, back, made = tmp_path / "lost", tmp_path / "back", tmp_path / "night.zip"
    with running(lost) as before:
        told, source = before.told, before.told["sources"]["Kent"]
        cara = signed_in(before, "caseworker")
        form = cara.get(f"{before.address}/desk/documents/{source}/").text
        version = re.search(r'name="version" value="([^"]+)"', form)
        assert version
        given = {"act": "accept_all", "version": version[1], "csrfmiddlewaretoken": cara.cookies["csrftoken"]}
        assert cara.post(f"{before.address}/desk/documents/{source}/decide/", given).status_code == 200
        work = f"/desk/casework/{told['case']}/"
        took = cara.post(f"{before.address}{work}open/", {"csrfmiddlewaretoken": cara.cookies["csrftoken"]})
        assert took.status_code == 200
        paths = [
            f"/desk/documents/{source}/", work, f"/desk/persons/{told['person']}/", f"/desk/publication/{told['public']}/",
            "/desk/review/done/", "/desk/casework/",
        ]  # fmt: skip
        seen = [page(before, cara, path) for path in paths]
        public = page(before, requests.Session(), f"/cases/{told['public']}/")
        peelian(lost, "backup", str(made), *ACTOR)
    for file in lost.rglob("*"):
        if file.is_file():
            file.unlink()
    peelian(back, "restore", str(made), *ACTOR)
    assert "are as they were written" in peelian(back, "audit", "verify", "--originals")
    with serving(back) as address:
        after = Live(address, back, told, before.used)
        cara = signed_in(after, "caseworker")  # the password holds
        assert [page(after, cara, path) for path in paths] == seen
        assert page(after, requests.Session(), f"/cases/{told['public']}/") == public
        signed_in(after, "editor")  # and the second factor, under the key that was kept apart
