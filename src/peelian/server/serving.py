"""Serving the pages from one machine by gunicorn: ``peelian serve``."""

from __future__ import annotations

import errno
import socket
from typing import Any

from gunicorn.app.base import BaseApplication


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn with this project's application and no configuration file."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Take the options that were given."""
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The WSGI application."""
        from peelian.server.wsgi import application

        return application


def free(host: str, port: int) -> bool:
    """Whether nothing listens on the address yet. Raises `OSError` where this machine cannot listen on it at all."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
            raise
    return True


def serve(host: str, port: int, *, workers: int = 1, threads: int = 4) -> None:
    """Serve until interrupted. Nothing about visitors is logged."""
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    Server(
        {
            "bind": bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "accesslog": None,
            "errorlog": "-",
            "loglevel": "warning",
            "timeout": 60,
            "limit_request_line": 8190,
            "control_socket_disable": True,
        }
    ).run()
