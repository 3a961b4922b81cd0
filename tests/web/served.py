"""A small casebook served as ``peelian serve`` does, in a process of its own: for tests from outside.

    python tests/web/served.py FOLDER PORT

Thirty invented cases are published in FOLDER; the first can be written about (it has a row of publication's).
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMES = ("Ada Thorne", "Bela Thorne", "Cato Marsh", "Dina Lowe", "Eve Quayle", "Fay Ashby")
FORCES = ("kent", "essex", "sussex", "surrey", "gwent")
CASES = 30


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server over a new casebook in a folder; it ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, __file__, str(folder / "casebook"), str(port)],
            stdout=out, stderr=out, env={**os.environ, "DJANGO_SETTINGS_MODULE": "peelian.server.settings"},
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            if process.poll() is not None:
                raise RuntimeError(log.read_text("utf-8"))
            try:
                urllib.request.urlopen(f"{address}/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def main(folder: str, port: int) -> None:
    """Fill the casebook and serve it until terminated."""
    os.environ["PEELIAN_CASEBOOK"] = folder
    import django
    from django.core.management import call_command
    from django.utils.timezone import now

    django.setup()
    call_command("migrate", verbosity=0)
    from published import case

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
    serve("127.0.0.1", port)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
