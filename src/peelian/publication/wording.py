"""Fields in words: headings, labels of values, why a value is preferred. Words only for what is handed in."""

from __future__ import annotations

from typing import Any, Final

from peelian.casefile.facts import Party, Record
from peelian.casefile.kinds import DATED, KINDS
from peelian.casefile.records import appealed_against, overtaken
from peelian.casefile.wording import (
    date_words,
    length_words,
    money_words,
    offence_words,
    offences_words,
    rank_words,
    sentence_words,
    term_name,
)
from peelian.publication import rulebook

WHY: Final = {
    "only": "One value is told.",
    "decision": "A person decided it.",
    "official": "An official source says it.",
    "later": "A later source says it.",
    "more_sources": "More sources say it.",
    "more_exact": "It is the more exact.",
    "first": "Nothing tells the values apart; the first is shown.",
}
_VOCABULARIES: Final = {
    "rank": "ranks",
    "force": "forces",
    "offence": "offences",
    "finding": "findings",
    "outcome": "outcomes",
    "standards": "standards",
    "investigation.mode": "modes",
}
_KIND_OF: Final = {"sentences": "sentences", "orders": "orders", "proceedings": "proceedings"}
STAGES: Final = {
    "alleged": "Alleged",
    "charged": "Charged",
    "convicted": "Convicted",
    "acquitted": "Acquitted",
    "discontinued": "Not taken further",
    "cautioned": "Cautioned",
}
BODIES: Final = {
    "ipcc": "Independent Police Complaints Commission (IPCC)",
    "iopc": "Independent Office for Police Conduct (IOPC)",
    "pca": "Police Complaints Authority",
    "pirc": "Police Investigations and Review Commissioner (PIRC)",
    "other": "another body",
}
APPEALED: Final = "Finding appealed against"
_DATES: Final = frozenset({"date", "sentenced_on", "joined"})
_LENGTHS: Final = frozenset({"length", "suspended_for"})


def heading(field: str) -> str:
    """What a field is called on a page."""
    known = rulebook.headings().get(field)
    if known is not None:
        return known
    if field in DATED:
        return KINDS[DATED[field]].title
    return field.rsplit(".", 1)[-1].replace("_", " ").capitalize()


def label(field: str, value: Any, kind: str = "") -> str:
    """A value in words. ``kind`` is the kind of record that holds the field ("offences"), "" for a party."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list | tuple):
        return ", ".join(label(field, one, kind) for one in value)
    if field in _DATES or field.startswith("dates."):
        return date_words(value).removeprefix("on ").removeprefix("in ") or str(value)
    if field in _LENGTHS:
        return length_words(value)
    if field == "amount":
        return money_words(value)
    if field == "rank":
        return rank_words(value)
    if field == "stage":
        return STAGES.get(str(value), str(value))
    if field == "investigation.oversight":
        return BODIES.get(str(value), str(value))
    if field == "kind" and kind in _KIND_OF:
        return term_name(_KIND_OF[kind], value)
    if field in _VOCABULARIES:
        return term_name(_VOCABULARIES[field], value)
    if field in ("kind", "result", "plea", "resigned"):
        return str(value).replace("_", " ").capitalize()
    return str(value)


def record_title(kind: str, record: Record, party: Party) -> str:
    """A record of a party in a few words: "Three counts of theft: convicted"; "Jailed for 18 months".

    What went with a conviction that was quashed says so.
    """
    if kind == "offences":
        told = offences_words(party.offences)
        # Offences that are not stated are told as one there: then each here for itself.
        words = (
            told[party.offences.index(record)] if len(told) == len(party.offences) else offence_words(record)
        )
        stage = record.get("stage")
        made = f"{words}: {label('stage', stage).casefold()}" if stage else words
    elif kind == "sentences":
        made = sentence_words(record)
    elif kind == "orders":
        made = label("kind", record.get("kind"), kind) or "Order"
        if record.get("length"):
            made += f", {length_words(record.get('length'))}"
        if record.get("amount") is not None:
            made += f", {money_words(record.get('amount'))}"
        if record.get("hours") is not None:
            made += f", {record.get('hours')} hours"
    elif kind == "proceedings":
        made = label("kind", record.get("kind"), kind) or "Misconduct proceedings"
    else:
        what = (
            "Criminal appeal" if record.get("kind") == "criminal" else "Appeal to the Police Appeals Tribunal"
        )
        made = f"{what}: {record.get('result')}" if record.get("result") else what
    if kind in ("sentences", "orders") and overtaken(party, record):
        made += " (the conviction was quashed)"
    return made[:1].upper() + made[1:]


def record_heading(name: str, record: Record, party: Party) -> str:
    """What a field of a record is called: under a tribunal that was won, a finding of misconduct is the hearing's."""
    if name == "finding" and appealed_against(party, record):
        return APPEALED
    return heading(name)


def days_words(shortest: int, longest: int) -> str:
    """A number of days in words: "212 days", "between 3 and 33 days"."""
    if shortest == longest:
        return f"{shortest:,} day{'' if shortest == 1 else 's'}"
    return f"between {shortest:,} and {longest:,} days"
