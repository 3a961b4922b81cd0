"""A server in a process of its own on an address of this machine that no other process can take in between.

The test listens itself, hands what it listens on to the server, and closes its own end. Who connects before the server is
there waits; where the server ends before it answers, the connection breaks.
"""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

#: How long a server may take until its first answer: it makes a casebook first, on a machine that does other work.
BEGIN_SECONDS = 180


@contextmanager
def listening() -> Iterator[tuple[str, int]]:
    """An address, and the number of the file to hand to the server's process (``pass_fds``) within the block."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as held:
        yield f"http://127.0.0.1:{held.getsockname()[1]}", held.fileno()


def end(server: subprocess.Popen[bytes]) -> None:
    """End a server: it may finish what it does, for a while."""
    server.terminate()
    try:
        server.wait(30)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
