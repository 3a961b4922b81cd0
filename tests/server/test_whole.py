"""The rooms together: what one room does, another finds whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import Settings
from django.test import Client

from peelian.casebook import audit
from peelian.casebook.adding import Place, add
from peelian.casebook.audit import Actor
from peelian.cli.app import cli
from peelian.publication import services

SAMPLES = Path(__file__).parents[2] / "samples"
ONE, TWO = Actor("R. Fairlight"), Actor("O. Quill")


@pytest.fixture
def case_id(tmp_path: Path, settings: Settings) -> str:
    settings.CASEBOOK = tmp_path / "casebook"  # with a file of its own for the trail's hashes
    settings.ORIGINALS = settings.CASEBOOK / "originals"
    settings.CASEBOOK.mkdir()
    add([Place(str(SAMPLES / "okonjo-marsh-dismissed.txt"))])
    (found,) = services.case_ids()
    return str(found)


@pytest.mark.django_db(transaction=True)
def test_the_trail_is_whole_after_publishing_and_withdrawing(case_id: str) -> None:
    services.prepare(case_id, ONE)
    services.approve(case_id, TWO)
    services.withdraw(case_id, ONE, "a test")
    assert list(audit.verify()) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("nobody", ["", "  "])
def test_nobody_can_prepare_approve_or_withdraw(case_id: str, nobody: str) -> None:
    with pytest.raises(services.Refused, match="who acts"):
        services.prepare(case_id, Actor(nobody))
    services.prepare(case_id, ONE)
    with pytest.raises(services.Refused, match="who acts"):
        services.approve(case_id, Actor(nobody))
    with pytest.raises(services.Refused, match="who acts"):
        services.withdraw(case_id, Actor(nobody), "a test")


@pytest.mark.django_db
def test_nobody_makes_an_account_for_himself(client: Client) -> None:
    given = {
        "username": "mallory",
        "password1": "seven grey geese walk",
        "password2": "seven grey geese walk",
    }
    client.post("/accounts/signup/", given)
    from django.contrib.auth import get_user_model

    assert not get_user_model().objects.filter(username="mallory").exists()


def test_a_demonstration_takes_no_casebook_that_is_not_one(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("a casebook of somebody's")
    result = CliRunner().invoke(cli, ["demo", str(SAMPLES), "--casebook", str(tmp_path), "--no-serve"])
    assert result.exit_code != 0 and "Name another folder" in result.output


@pytest.mark.parametrize("marked", [True, False])
def test_the_casebook_of_a_demonstration_says_so_whoever_serves_it(tmp_path: Path, marked: bool) -> None:
    if marked:
        (tmp_path / "demonstration").write_text("Made by `peelian demo`.")
    told = subprocess.run(
        [sys.executable, "-c", "from peelian.server import settings; print(settings.FICTIONAL)"],
        env={**os.environ, "PEELIAN_CASEBOOK": str(tmp_path), "PEELIAN_FICTIONAL": ""},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == str(marked)


@pytest.mark.parametrize("command", ["prepare", "approve"])
def test_no_day_but_today_can_be_chosen_for_what_goes_public(command: str) -> None:
    group = cli.get_command(None, "publish")  # type: ignore[arg-type]
    options = {option for parameter in group.commands[command].params for option in parameter.opts}  # type: ignore[union-attr]
    assert "--on" not in options
