"""``peelian intake``, each command a process of its own, on a true casebook folder: from the key to the rotation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSPHRASE = "seven small grey herons"
SEND = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "peelian.server.settings"
import django; django.setup()
from django.utils import timezone
from peelian.intake import submission
from peelian.intake.filetypes import TEXT
today = timezone.localdate()
draft = submission.hold([submission.Upload(b"MARKFILE", TEXT, "../note.txt")], today)
print(submission.submit(submission.Account("MARKACCOUNT \\x1b[31m"), today, draft=draft))
"""


class Place:
    """A folder with a casebook, keys and a passphrase."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "pass").write_text(PASSPHRASE + "\n")
        self.python(
            "import django; django.setup()\nfrom django.core.management import call_command\ncall_command('migrate', verbosity=0)"
        )

    @property
    def env(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "HOME": str(self.folder),
            "PEELIAN_CASEBOOK": str(self.folder / "casebook"),
            "DJANGO_SETTINGS_MODULE": "peelian.server.settings",
        }

    def python(self, code: str) -> str:
        return self._run([sys.executable, "-c", code], "", 0)[0]

    def peelian(self, *arguments: str, given: str = "", status: int = 0) -> tuple[str, str]:
        start = "from peelian.cli.intake import intake; intake(prog_name='peelian intake')"
        return self._run([sys.executable, "-c", start, *arguments], given, status)

    def _run(self, command: list[str], given: str, status: int) -> tuple[str, str]:
        done = subprocess.run(
            command,
            input=given,
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == status, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout, done.stderr

    def key(self, name: str) -> tuple[str, list[str]]:
        """A new key: its public part, and the options that use it."""
        path = str(self.folder / f"{name}.key")
        secret = ["--passphrase-file", str(self.folder / "pass")]
        public = self.peelian("keygen", "--out", path, *secret)[0].strip()
        return public, ["--key", path, *secret]


@pytest.mark.slow
def test_from_the_key_to_the_rotation(tmp_path: Path) -> None:
    place = Place(tmp_path)
    public, ruth = place.key("ruth")
    assert public.startswith("age1")
    assert "never overwritten" in place.peelian("keygen", "--out", ruth[1], *ruth[2:], status=2)[1]
    assert "PRIVATE" in place.peelian("add-recipient", "x", "--key", "AGE-SECRET-KEY-1X", status=2)[1]
    assert "before" not in place.peelian("add-recipient", "ruth", "--key", public)[1]  # nothing was
    assert "ruth\trecipient\t" in place.peelian("list", "--recipients")[0]
    code = place.python(SEND).strip()
    handle = place.peelian("list")[0].split("\t")[0]

    sealed = str(tmp_path / "sealed.zip")
    place.peelian("export", "--out", sealed)
    assert b"MARK" not in Path(sealed).read_bytes()
    out = str(tmp_path / "out")
    told, _ = place.peelian("read", "--bundle", sealed, *ruth, "--files", out)
    assert "MARKACCOUNT \N{REPLACEMENT CHARACTER}[31m" in told and handle in told
    (file,) = Path(out).iterdir()
    assert file.read_bytes() == b"MARKFILE" and file.name == f"{handle}-1-1.txt"
    assert "MARKACCOUNT" in place.peelian("read", handle.lower(), *ruth)[0]
    place.peelian("read", "R-000000", *ruth, status=3)
    place.peelian("read", "--bundle", str(tmp_path / "pass"), *ruth, status=3)

    place.peelian("reply", handle, given="We hear you.")
    place.peelian("reply", handle, given=" ", status=2)
    assert "in_talk" in place.peelian("list")[0]
    place.peelian("move", handle, "linked", status=2)
    place.peelian("move", handle, "referred")

    new, kim = place.key("kim")
    assert "stays sealed to the earlier keys" in place.peelian("add-recipient", "kim", "--key", new)[1]
    place.peelian("retire", "ruth")
    assert "last" in place.peelian("retire", "kim", status=2)[1]
    place.peelian("rotate", "--yes", *kim, status=1)  # kim's key opens nothing of what was before
    place.peelian("rotate", *ruth, given="n\n", status=2)
    place.peelian("rotate", status=2)
    work, done = str(tmp_path / "work.zip"), str(tmp_path / "done.zip")
    assert "3 to be sealed anew" in place.peelian("rotate", "--export", work)[1]
    assert new in place.peelian("reseal", work, *ruth, "--out", done, given="n\n", status=2)[1]
    assert "3 sealed anew" in place.peelian("reseal", work, *ruth, "--out", done, given="y\n")[1]
    assert "3 sealed anew" in place.peelian("rotate", "--import", done)[1]
    assert "0 sealed anew, 3 were right" in place.peelian("rotate", "--yes", *ruth)[1]
    told, _ = place.peelian("read", *kim)
    assert "MARKACCOUNT" in told and "We hear you." in told
    assert "MARKACCOUNT" not in place.peelian("read", *ruth)[0]
    assert "0 reports" in place.peelian("expire", "--compact")[1]
    for path in (tmp_path / "casebook").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"MARK" not in content and b"We hear you" not in content and code.encode() not in content


AGE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "peelian.server.settings"
import django; django.setup()
import datetime
from peelian.intake.models import Attachment, Message, Report
print(bytes(Message.internal.first().sealed)[300:340].hex(), bytes(Attachment.internal.first().sealed)[300:340].hex())
Report.internal.update(expires_on=datetime.date(2020, 1, 1))
"""


@pytest.mark.slow
def test_what_is_over_is_gone_from_the_files_too(tmp_path: Path) -> None:
    """Not even its ciphertext is left in SQLite's files, without the whole file being rewritten."""
    import pyrage

    place = Place(tmp_path)
    place.peelian("add-recipient", "ruth", "--key", str(pyrage.x25519.Identity.generate().to_public()))
    place.python(SEND)
    pieces = [bytes.fromhex(piece) for piece in place.python(AGE).split()]

    def left() -> list[Path]:
        files = [path for path in (tmp_path / "casebook").rglob("*") if path.is_file()]
        return [path for path in files if any(piece in path.read_bytes() for piece in pieces)]

    assert left(), "it was there before"
    assert "1 reports" in place.peelian("expire")[1]
    assert not left()


def test_a_folder_that_is_no_casebook_says_so(tmp_path: Path) -> None:
    place = Place.__new__(Place)
    place.folder = tmp_path
    assert "There is no casebook" in place.peelian("list", status=2)[1]
