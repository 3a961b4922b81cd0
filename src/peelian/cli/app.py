"""The group of commands, and what becomes of each error: a message, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from peelian import __version__
from peelian.cli import exits, refusals

# Each command and the module of this room that holds it, imported when it is asked for: Splink, Django
# and DuckDB cost a second that `peelian read` should not pay. The sentence is the one `--help` shows.
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("peelian.cli.read", "Read documents into facts that show their words."),
    "show": ("peelian.cli.show", "Show one document, its facts marked."),
    "schema": ("peelian.cli.schema", "Print the JSON Schema of a reading."),
    "link": ("peelian.cli.link", "Decide which mentions are one person and which case."),
    "score": ("peelian.cli.score", "Score readings or links against labels."),
    "add": ("peelian.cli.add", "Add documents to the casebook."),
    "cases": ("peelian.cli.cases", "List the cases of the casebook."),
    "case": ("peelian.cli.case", "Show one case: timeline, facts, conflicts, checks."),
    "check": ("peelian.cli.check", "Say what does not fit the process or the law."),
    "sources": ("peelian.cli.sources", "List sources; see which are still published."),
    "decide": ("peelian.cli.decide", "Decide on statements, persons and cases."),
    "rebuild": ("peelian.cli.rebuild", "Make persons, cases and facts again."),
    "audit": ("peelian.cli.audit", "List or verify the audit trail."),
    "backup": ("peelian.cli.backup", "Write the whole casebook to one verified file."),
    "restore": ("peelian.cli.restore", "Make a casebook from a backup."),
    "export": ("peelian.cli.export", "Export cases: CSV, JSON Lines, Parquet, SQLite, FollowTheMoney."),
    "publish": ("peelian.cli.publish", "Prepare, approve, withdraw and review what is public."),
    "desk": ("peelian.cli.desk", "The desk: accounts and invitations."),
    "corpus": ("peelian.cli.corpus", "Reviewed documents as labelled data."),
    "serve": ("peelian.cli.serve", "Serve the pages of a casebook."),
    "totals": ("peelian.cli.totals", "Load Home Office totals to compare with."),
    "alerts": ("peelian.cli.totals", "Mail what is new to confirmed saved searches."),
    "intake": ("peelian.cli.intake", "Receive reports in confidence: keys, reading, answering."),
    "demo": ("peelian.cli.serve", "Build a casebook from documents and serve it."),
}


class Peelian(click.Group):
    """The group. An output that nobody takes any more (``| head``) ends a command quietly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of work, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A closed pipe gives exit code 141 and no message."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            _silence(sys.stdout)
            raise click.exceptions.Exit(exits.NOBODY_LISTENS) from None
        except OSError as error:  # whatever a command opens it answers for itself: a full disk under stdout
            _silence(sys.stdout)
            told = (
                refusals.words(error)
                if error.filename
                else f"The output could not be written: {error.strerror or error}"
            )
            raise exits.Stop(f"{told}.", exits.NOT_WRITTEN) from error
        except Exception as error:
            if not refusals.of_database(error):
                raise
            raise exits.Stop(f"The database refused: {refusals.words(error)}.", exits.NOT_WRITTEN) from error


def _silence(stream: Any) -> None:
    """Send what is still to be flushed nowhere, so that Python does not complain as it ends."""
    with suppress(OSError, ValueError):  # a stream that is no file: a test's
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@click.group(cls=Peelian, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="peelian")
def cli() -> None:
    """Read published documents about police misconduct into facts that show their words.

    \b
    Examples:
      peelian read clippings/                       a table on the screen
      peelian read clippings/ --output facts.jsonl  a reading a line
      peelian show report.html                      one document, its facts marked
      peelian show report.html --html marked.html   the same as a page to look at

    Data goes to stdout, everything else to stderr. Exit codes: 0 all read, 1 some not read, 2 wrong
    usage, 3 nothing read, 4 not written, 130 interrupted. Nothing is fetched from the network but the
    addresses that you name, and those of sources by `peelian sources check`.
    """


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line on ``args`` (``sys.argv`` if None) and return the exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell: >&-
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that has no such letter shows its number
            stream.reconfigure(errors="backslashreplace")
    try:
        result = cli.main(
            args=None if args is None else list(args), prog_name="peelian", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return exits.INTERRUPTED
    return result if isinstance(result, int) else exits.ALL_READ
