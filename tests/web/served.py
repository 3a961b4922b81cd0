"""A small casebook served as ``peelian serve`` does, in a process of its own: for tests from outside.

    python -m tests.web.served FOLDER FILE

FILE is the number of an open file that listens (`tests.listening`).
Thirty invented cases are published in FOLDER; the first can be written about (it has a row of publication's).
"""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.listening import BEGIN_SECONDS, end, listening

ROOT = Path(__file__).parents[2]
NAMES = ("Ada Thorne", "Bela Thorne", "Cato Marsh", "Dina Lowe", "Eve Quayle", "Fay Ashby")
FORCES = ("kent", "essex", "sussex", "surrey", "gwent")
CASES = 30


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server over a new casebook in a folder; it ends with the block."""
    log = folder / "server.log"
    with listening() as (address, held), log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.web.served", str(folder / "casebook"), str(held)],
            stdout=out, stderr=out, env={**os.environ, "DJANGO_SETTINGS_MODULE": "peelian.server.settings"},
            cwd=ROOT, pass_fds=[held],
        )  # fmt: skip
    try:
        try:
            urllib.request.urlopen(f"{address}/health", timeout=BEGIN_SECONDS).close()
        except OSError as error:
            raise RuntimeError(log.read_text("utf-8")) from error
        yield address
    finally:
        end(process)


def main(folder: str, held: int) -> None:
    """Fill the casebook and serve it until terminated, on what is held open (as systemd hands a socket to a service)."""
    os.dup2(held, 3)
    os.environ |= {"PEELIAN_CASEBOOK": folder, "LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
    import django
    from django.core.management import call_command
    from django.utils.timezone import now

    django.setup()
    call_command("migrate", verbosity=0)
    from tests.web.published import case

    from peelian.publication.exports import export
    from peelian.publication.models import PublishedRow
    from peelian.server.serving import serve
    from peelian.web import index

    cases = [case(n, NAMES[(n - 1) % 6], FORCES[(n - 1) % 5]) for n in range(1, CASES + 1)]
    index.rebuild(cases)
    PublishedRow.public.create(
        case_id=cases[0].id, policy="cautious", title=cases[0].title, first_published=now(), updated=now(),
        body=cases[0].to_json().decode(),
    )  # fmt: skip
    export(cases, Path(folder) / "public-export", approved=True)
    serve("127.0.0.1", 0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
