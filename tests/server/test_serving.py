"""Whether an address can be listened on is told before the server starts."""

from __future__ import annotations

import socket

import pytest

from peelian.server.serving import free


def test_an_address_in_use_is_not_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        assert not free("127.0.0.1", port)
    assert free("127.0.0.1", port)


def test_an_address_of_another_machine_is_an_error_of_its_own() -> None:
    with pytest.raises(OSError, match="assign"):
        free("192.0.2.1", 8000)
