"""Offences told again in short: "denied six counts of sexual assault of a child ... convicted of four of sexual assault".

The verdict is on the charge that was told in full, if its name begins with the short one and no other does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading.charges import Charge
from peelian.reading.scan import Scan

_ENDS: Final = ("convicted", "acquitted", "discontinued")
_REACH: Final = 8  # sentences


def settle_short_names(low: str, scan: Scan, charges: Sequence[Charge]) -> None:
    """Give verdicts told under the beginning of a charge's name that charge's offence."""
    told = [c for c in charges if c.strong and not c.headline]
    for charge in told:
        if charge.stage not in _ENDS or charge.plea is not None:
            continue
        before = [c for c in told if c.start < charge.start and set(c.who) & set(charge.who)]
        name = low[charge.start : charge.end]
        full = [c for c in before if low.startswith(name + " ", c.start, c.end)]
        if (
            full
            and len({c.offence for c in full}) == 1
            and 0 < charge.sentence - full[-1].sentence <= _REACH
            and all(c.stage in ("charged", "alleged") for c in full)
            and not any(c.offence == charge.offence for c in before)
            and not any(h.value == charge.offence for h in scan.between("offence", full[0].end, charge.start))
        ):
            charge.offence = full[0].offence
