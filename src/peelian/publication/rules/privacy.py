"""Home addresses, telephone numbers, health, and people mentioned only beside the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from peelian.publication import rulebook
from peelian.publication.context import Context, told_in
from peelian.publication.rules.victims import span_target
from peelian.publication.rulings import Ruling

_POSTCODE: Final = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)


def town_of(residence: str) -> str | None:
    """The town of an address as written ("Bridge Lane, Selby" gives "Selby"), or None if no part is safely one.

    Of several parts the last is the town; an address of one part is one unless it has a number, a
    postcode, or ends in the word of a street or house.
    """
    parts = [_POSTCODE.sub("", part).strip(" .") for part in residence.split(",")]
    parts = [part for part in parts if part]
    if not parts or (len(parts) == 1 and _POSTCODE.search(residence)):
        return None
    last = parts[-1]
    if re.search(r"\d", last):
        return None
    if _street_like(last):
        return None
    return re.sub(r"^(?:near|in|of|from)\s+", "", last, flags=re.IGNORECASE)


def _street_like(part: str) -> bool:
    bits = re.findall(r"[\w'’-]+", part.casefold())
    return len(bits) > 1 and (bits[-1] in rulebook.words("street") or bits[0] in rulebook.words("street"))


def addresses(context: Context) -> Iterator[Ruling]:
    """Show a town at most of where an officer lives; mask every address in quoted words (publication rule 3.5)."""
    for party in context.case.parties:
        residences = told_in(party.facts, "residence")
        towns = [town_of(residence) for residence in residences]
        target = f"{party.person}/residence"
        if residences and towns[0] is None:
            yield Ruling(rule="street_address", target=target, effect="withhold")
        elif towns != residences:  # what other sources say goes with what is less exact
            yield Ruling(rule="street_address", target=target, effect="generalise", value=towns[0])
    for item in context.sensitive:
        if item.kind == "street_address":
            yield Ruling(rule="street_address", target=span_target(item), effect="mask")


def telephones_and_health(context: Context) -> Iterator[Ruling]:
    """Mask telephone numbers that are not helplines (the reader marks only those), and words about health."""
    for item in context.sensitive:
        if item.kind in ("telephone", "health"):
            yield Ruling(rule=item.kind, target=span_target(item), effect="mask")


def background(context: Context) -> Iterator[Ruling]:
    """Leave out people whom a source mentions only as background: another case, long before."""
    for party in context.case.parties:
        if party.background:
            yield Ruling(rule="third_party", target=party.person, effect="remove")
