"""The exit codes of ``peelian``, and the error that carries one. Documented in docs/reference/cli.md."""

from __future__ import annotations

from typing import Final

import click

ALL_READ: Final = 0
SOME_NOT_READ: Final = 1
USAGE: Final = 2
NOTHING_READ: Final = 3
NOT_WRITTEN: Final = 4
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells have it
NOBODY_LISTENS: Final = 141  # 128 + SIGPIPE: what took our output has closed
TERMINATED: Final = 143  # 128 + SIGTERM


class Stop(click.ClickException):
    """The command cannot go on. ``message`` says why and what to do; ``exit_code`` is one of the above."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]  # Click has it on the class, ours differ
