"""``peelian intake``: keys, recipients, reading on one's own machine, replies, rotation, expiry.

keys     keygen, add-recipient, retire
reports  list, export, read, reply, move
upkeep   rotate, reseal, expire
opening  what they share
"""

from __future__ import annotations

import click

from peelian.cli.intake import keys, reports, upkeep


@click.group(short_help="Receive reports in confidence.")
def intake() -> None:
    """Receive reports in confidence: keys, recipients, reading, replies, rotation, expiry.

    \b
    Examples:
      peelian intake keygen --out ruth.key              on Ruth's own machine
      peelian intake add-recipient ruth --key age1...   on the server
      peelian intake export --out sealed.zip            on the server
      peelian intake read --bundle sealed.zip --key ruth.key   on Ruth's machine
    """


for _command in (
    keys.keygen, keys.add_recipient, keys.retire, reports.list_, reports.export, reports.read, reports.reply,
    reports.move, upkeep.rotate, upkeep.reseal, upkeep.expire,
):  # fmt: skip
    intake.add_command(_command)
