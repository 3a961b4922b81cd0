"""Victims' anonymity, children, and details that identify only together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from peelian.casefile.facts import Party, Sensitive
from peelian.publication.context import Context, records_of, told_in
from peelian.publication.rules.orders import anonymous
from peelian.publication.rulings import Ruling
from peelian.publication.scanning import Pointer

A_CHILD: Final = "a child"
#: What each kind of detail weighs (publication rule 1.1): a tie or a workplace alone may identify.
WEIGHTS: Final = {
    "relationship": 3,
    "work_or_school": 3,
    "age": 1,
    "place": 1,
    "health": 1,
    "post": 1,
    "locality": 1,
    "dates": 1,
}
HOLD_AT: Final = 3
#: Days of what was done to somebody, and of when it was told: friends and colleagues of a victim know them.
CONDUCT_DAYS: Final = ("dates.conduct_from", "dates.conduct_to", "dates.reported", "dates.attention")
_KINDS: Final = {
    "victim_relationship": "relationship",
    "victim_age": "age",
    "child": "age",
    "victim_place": "place",
    "health": "health",
}
_FAMILY: Final = re.compile(
    r"family (?:member|child)|(?:child|adult) (?:family member|relative)", re.IGNORECASE
)


def span_target(item: Sensitive) -> str:
    """The place of words of a source."""
    return f"{item.source}@{item.start}:{item.end}"


def words_about_victims(context: Context) -> Iterator[Ruling]:
    """Mask every word marked as a victim's name, tie, age or place: by law after a sexual allegation, else by policy.

    Source: Sexual Offences (Amendment) Act 1992 ss.1-2.
    """
    rule = "victim_lifetime_anonymity" if context.protected else "victim_anonymity_policy"
    for item in context.sensitive:
        if item.kind == "victim_name":
            yield Ruling(rule="victim_name_never", target=span_target(item), effect="mask")
        if item.kind.startswith("victim_"):
            yield Ruling(rule=rule, target=span_target(item), effect="mask")


def children(context: Context) -> Iterator[Ruling]:
    """Say "a child" where a source tells a child's age or tie; never name a party who is under 18.

    Source: Children and Young Persons Act 1933 s.49; YJCEA 1999 ss.45, 45A; for life by policy.
    """
    for item in context.sensitive:
        if item.kind == "child":
            yield Ruling(rule="child", target=span_target(item), effect="generalise", value=A_CHILD)
    for party in context.case.parties:
        age = party.get("age")
        if isinstance(age, int | float) and age < 18:
            yield from anonymous(party, "child")


def jigsaw(context: Context) -> Iterator[Ruling]:
    """Where a victim is protected and the officer named, weigh the details that together may identify.

    At 3 the station, the town and the exact source titles go, and of the days of the conduct and of its report
    the year is left; a tie within the family told by an offence's
    own name ("sexual activity with a child family member") is told by the general name of the offence.
    The marked words themselves are masked anyhow, so a score of 5 (block, in publication rule 1.1) blocks no
    more than that: what is not marked and stands in no title or address is not seen.
    """
    if not context.protected:
        return
    for party in context.case.parties:
        score = jigsaw_score(context, party)
        if score >= HOLD_AT:
            yield Ruling(rule="jigsaw", target=f"{party.person}/posts", effect="withhold")
            yield Ruling(rule="jigsaw", target=f"{party.person}/residence", effect="withhold")
            for name in CONDUCT_DAYS:
                days = told_in(party.facts, name)
                if any(len(day) > 4 and not day.startswith("XXXX") for day in days):
                    yield Ruling(
                        rule="jigsaw", target=f"{party.person}/{name}", effect="generalise", value=days[0][:4]
                    )
        for record in party.offences:
            titles = told_in(record.facts, "title")
            if any(_FAMILY.search(title) for title in titles):
                yield Ruling(
                    rule="jigsaw",
                    target=f"{record.id}/title",
                    effect="generalise",
                    value=_FAMILY.sub("", titles[0]).strip(" ,-"),
                )
    pointer = _pointer(context)
    for source in context.case.sources:
        if pointer.ties(source.title):
            yield Ruling(rule="jigsaw", target=f"{source.id}/title", effect="mask")
        if pointer.ties(source.url):
            yield Ruling(rule="jigsaw", target=f"{source.id}/url", effect="withhold")


def jigsaw_score(context: Context, party: Party) -> int:
    """How much the record tells that could identify a victim together with a named officer.

    Counts each kind of detail once: those that point at the victim (tie 3, work or school 3, age, place,
    health 1 each) from marked words, titles and addresses; and, only if there is one of those, the
    officer's post, town and exact dates (1 each).
    """
    found = {_KINDS[item.kind] for item in context.sensitive if item.kind in _KINDS}
    pointer = _pointer(context)
    places = [item.quote for item in context.sensitive if item.kind == "victim_place"]
    titles = [text for source in context.case.sources for text in (source.title, source.url)]
    ties = set().union(*map(pointer.ties, titles))
    if "kin" in ties:
        found.add("relationship")
    if "work" in ties or any("work" in pointer.ties(place) for place in places):
        found.add("work_or_school")
    if not found:
        return 0
    if party.lists.get("posts"):
        found.add("post")
    if party.get("residence"):
        found.add("locality")
    if party.get("sentenced_on") or any(r.get("date") for r in records_of(party)):
        found.add("dates")
    return sum(WEIGHTS[kind] for kind in found)


def _pointer(context: Context) -> Pointer:
    names = [str(party.get("name")) for party in context.case.parties if party.get("name")]
    return Pointer(work=True, names=names)
