"""Whose anonymity the offence protects: victims by law for life, victims by policy, and children.

Source: Sexual Offences (Amendment) Act 1992 ss.1-2 (list seen in a vLex copy); publication rules,
section 1. `none` never means that a victim may be named: Peelian names no victim.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from peelian.law.vocabulary import ids, term

Level = Literal["lifetime_by_law", "by_policy", "none"]


@dataclass(frozen=True, slots=True)
class Protection:
    """How a victim is protected, which of the offences decide it, why, and the source.

    `children`: True if an offence is against a child by definition, None if it can be, else False.
    """

    level: Level
    offences: tuple[str, ...]
    children: bool | None
    why: str
    source: str
    verified: bool


_WHY: dict[Level, str] = {
    "lifetime_by_law": "the victim of such an offence, alleged or proved, has lifetime anonymity by law",
    "by_policy": "the victim of such an offence is protected by policy",
    "none": "no offence gives the victim anonymity by itself; victims are not named all the same",
}
_ACT = "Sexual Offences (Amendment) Act 1992 ss.1-2 [list seen: vLex copy]"


def victim_protection(offence_ids: Iterable[str], *, sexual_allegation: bool = False) -> Protection:
    """Return how the victim is protected by the offences of a case: by law for life, by policy, or not by these.

    Give every offence that was ever alleged, dropped, amended and acquitted counts too: anonymity
    begins with the allegation and no outcome ends it. `sexual_allegation`: the text alleges a sexual
    offence or abuse of position for a sexual purpose, whatever the charge (misconduct in public
    office). Ids are the guide's, or offence_catalogue's. An offence whose protection depends on
    another counts as protected by policy, and so does one that is not known surely.
    Source: 1992 Act ss.1-2; publication rules, section 1. Raises `UnknownTerm`.
    """
    offences = list(dict.fromkeys(offence_ids))
    held = [(one, *_protection(one)) for one in offences]
    by_law = [one for one in held if one[1] == "by_law"]
    by_policy = [one for one in held if one[1] in ("by_policy", "depends")]
    children = involves_children(offences)
    level: Level
    if by_law or sexual_allegation:
        level, deciding = "lifetime_by_law", by_law
    elif by_policy:
        level, deciding = "by_policy", by_policy
    else:
        level, deciding = "none", held
    source = "; ".join(dict.fromkeys(one[2] for one in deciding)) or (
        _ACT if sexual_allegation else "publication rules, section 1"
    )
    why = _WHY[level]
    if sexual_allegation and not by_law:
        why = "the text alleges a sexual offence: " + why
    return Protection(
        level, tuple(one[0] for one in deciding), children, why, source, all(one[3] for one in deciding)
    )


def _protection(offence: str) -> tuple[str, str, bool]:
    """Return (protection, source, verified) of one offence. Raises `UnknownTerm`."""
    if offence in ids("victim_anonymity"):
        entry = term("victim_anonymity", offence)
        return entry.extra["protection"], entry.source, entry.verified
    entry = term("offence_catalogue", offence)
    flag = entry.extra.get("victim_lifetime_anonymity")
    if flag:
        return "by_law", f"{_ACT}; offence_catalogue", True
    if flag is None:
        return "depends", "publication rules, section 1: follows the substantive offence", True
    guide = entry.extra["guide"]
    if guide is None:
        return "depends", "publication rules, section 1: follows the substantive offence", True
    held = term("victim_anonymity", guide)
    # The entry of the guide can be wider than this one offence: by law for the whole is policy for a part.
    protection = held.extra["protection"]
    return ("by_policy" if protection == "by_law" else protection), held.source, held.verified


def involves_children(offence_ids: Iterable[str]) -> bool | None:
    """Say whether an offence is against a child by definition (True), can be (None), or tells nothing of one (False).

    False never means that no child is concerned: read the text too. Raises `UnknownTerm`.
    """
    found: set[bool | None] = set()
    for offence in offence_ids:
        if offence in ids("victim_anonymity"):
            found.add(term("victim_anonymity", offence).extra["children"])
        else:
            found.add(term("offence_catalogue", offence).extra.get("category") == "sexual-child" or None)
    if True in found:
        return True
    return None if None in found else False
