"""Register terms ("the sex offenders register") that are not the ones that the statute ties to the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian.casefile.checks.registry import Finding, Subject, may, parts, rule
from peelian.casefile.facts import Record
from peelian.casefile.wording import joined, length_words
from peelian.law import LengthError, Limit, UnknownTerm, compare_lengths, notification_period
from peelian.law.lengths import INDEFINITE

_SOURCE: Final = "Sexual Offences Act 2003 s.82"


@rule("notification_not_the_statutes", "warning", "A register term that is not the statute's", _SOURCE)
def notification_not_the_statutes(subject: Subject) -> Iterator[Finding]:
    """A register term that none of the sentences told can carry, by the statute's own table."""
    lawful = _lawful(subject.party.sentences)
    if not lawful:
        return
    for record in subject.party.orders:
        told = record.get("length")
        if record.get("kind") != "sex_offender_notification" or not isinstance(told, str):
            continue
        if any(_same(told, one.length) for one in lawful):
            continue
        certain = all(one.verified for one in lawful) and len(subject.party.sentences) == 1
        periods = joined([length_words(one) for one in dict.fromkeys(limit.length for limit in lawful)])
        passed = tuple(
            part for sentence in subject.party.sentences for part in parts(sentence, "kind", "length")
        )
        yield Finding(
            f"The register term told, {length_words(told)}, {may(certain, 'is not', 'may not be')} the one that "
            f"the statute ties to the sentence ({periods}).",
            parts(record, "length") + passed,
            certain,
            source="; ".join(dict.fromkeys(one.source for one in lawful)),
        )


def _lawful(sentences: tuple[Record, ...]) -> list[Limit]:
    """Every period that one of the sentences can carry; empty where a sentence does not decide."""
    found: list[Limit] = []
    for record in sentences:
        kind = record.get("kind")
        if kind is None or (kind == "caution" and len(sentences) > 1):
            continue
        length = record.get("length")
        try:
            limits = notification_period(str(kind), length if isinstance(length, str) else None)
        except (LengthError, UnknownTerm):
            return []
        if not limits:
            return []
        found += limits
    return found


def _same(told: str, lawful: str) -> bool:
    if INDEFINITE in (told, lawful):
        return told == lawful
    try:
        return compare_lengths(told, lawful) in (0, None)
    except LengthError:
        return True
