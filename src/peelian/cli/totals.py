"""``peelian totals`` and ``peelian alerts``: official totals beside the statistics; mail about saved searches."""

from __future__ import annotations

from pathlib import Path

import click

from peelian.cli import exits
from peelian.cli.casebook import casebook_option, open_casebook
from peelian.cli.words import many


@click.command(short_help="Load Home Office totals to compare with.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@casebook_option
def totals(file: Path, folder: Path) -> None:
    """Load official totals from a CSV file: year, measure, value, source, and force if not all.

    The statistics page then says what share of them the casebook covers. Measures: meetings, hearings,
    accelerated_hearings.

    \b
    Examples:
      peelian totals home-office-2025.csv

    \b
    Exit codes:
      0  loaded    2  no casebook, or the file does not fit
    """
    open_casebook(folder)
    from peelian.web.statistics.official import TotalsError, load

    try:
        count = load(file)
    except TotalsError as error:
        raise exits.Stop(f"{error}.", exits.USAGE) from error
    click.echo(f"{many(count, 'total')} loaded.", err=True)


@click.command(short_help="Mail what is new to confirmed saved searches.")
@casebook_option
@click.option("--site", required=True, help="The public address, with https:// and a slash at its end.")
def alerts(folder: Path, site: str) -> None:
    """Send the mails of saved searches: run it once a day. Addresses nobody confirmed are forgotten.

    \b
    Examples:
      peelian alerts --site https://casebook.example.org/

    \b
    Exit codes:
      0  done    2  no casebook    4  the mail could not be sent
    """
    open_casebook(folder)
    from peelian.web.alerts.sending import send_all

    if not site.startswith(("http://", "https://")) or not site.endswith("/"):
        raise exits.Stop("--site must begin with https:// and end with a slash.", exits.USAGE)
    try:
        sent, forgotten = send_all(site)
    except OSError as error:
        raise exits.Stop(f"The mail could not be sent: {error}.", exits.NOT_WRITTEN) from error
    click.echo(f"{many(sent, 'mail')} sent; unconfirmed addresses forgotten: {forgotten}.", err=True)
