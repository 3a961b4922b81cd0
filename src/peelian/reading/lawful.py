"""Checks of one subject's facts against the law of their date.

Each check names its rule's source. Where the source has not been looked up (``verified`` false in the
law's data) the message says "may" and ``certain`` is false. Unknown dates prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peelian import law
from peelian.law.regimes import FORMER_OFFICERS_FROM
from peelian.reading.model import Inconsistency
from peelian.reading.settle import Evidence

_IOPC_FROM = "2018-01-08"
_ACCELERATED_FROM = "2020-02-01"
_DIRECTED_FROM = "2020-02-01"
_TAYLOR_FROM = "2008-12-01"


def against_the_law(
    subject: dict[str, Any], at: str, evidence: Evidence, published: str | None
) -> Iterator[Inconsistency]:
    """Every fact of a subject (plain dictionary at pointer ``at``) that the law of its date does not allow."""
    yield from _suspended_terms(subject, at, evidence, published)
    yield from _notification(subject, at, evidence)
    yield from _oversight(subject, at, evidence, published)
    yield from _proceeding(subject, at, evidence, published)


def _finding(
    rule: str, message: str, pointers: list[str], evidence: Evidence, source: str, certain: bool
) -> Inconsistency:
    spans = [span for p in pointers for span in evidence.get(p, [])]
    return Inconsistency(rule, message, [p for p in pointers if p in evidence], spans, source, certain)


def _suspended_terms(
    subject: dict[str, Any], at: str, evidence: Evidence, published: str | None
) -> Iterator[Inconsistency]:
    """A suspended term, or the time it hangs over the offender, over the most that the statute allowed then."""
    day = subject["sentenced_on"] or published
    if day is None or day.startswith("X"):
        return
    for k, sentence in enumerate(subject["sentences"]):
        if sentence["kind"] != "suspended_sentence":
            continue
        for field, limits, what in (
            ("length", law.longest_suspended_term(day), "term that could be suspended"),
            (
                "suspended_for",
                law.longest_operational_period(day),
                "time for which a term could be suspended",
            ),
        ):
            value = sentence[field]
            if (
                value is None
                or not limits
                or any(law.compare_lengths(value, x.length) in (-1, 0, None) for x in limits)
            ):
                continue
            limit = limits[-1]
            word = "is" if limit.verified else "may be"
            yield _finding(
                f"suspended_{field}_over_maximum",
                f"{value} {word} over the longest {what} on {day} ({limit.length}).",
                [f"{at}/sentences/{k}/{field}"],
                evidence,
                limit.source,
                limit.verified,
            )


def _notification(subject: dict[str, Any], at: str, evidence: Evidence) -> Iterator[Inconsistency]:
    """A register term that is not the one that the Sexual Offences Act 2003 s.82 ties to the sentence."""
    sentences = [s for s in subject["sentences"] if s["kind"] != "caution" or len(subject["sentences"]) == 1]
    if len(sentences) != 1:
        return
    sentence = sentences[0]
    if all(order["kind"] != "sex_offender_notification" for order in subject["orders"]):
        return
    try:
        lawful = law.notification_period(sentence["kind"], sentence["length"])
    except (law.LengthError, law.UnknownTerm):
        return
    for k, order in enumerate(subject["orders"]):
        if order["kind"] != "sex_offender_notification" or order["length"] is None or not lawful:
            continue
        if any(_same(order["length"], x.length) for x in lawful):
            continue
        limit = lawful[0]
        pointers = [
            f"{at}/orders/{k}/length",
            f"{at}/sentences/{subject['sentences'].index(sentence)}/length",
        ]
        told = " or ".join(dict.fromkeys(x.length for x in lawful))
        word = "is" if limit.verified else "may not be"
        yield _finding(
            "notification_is_not_the_statutes",
            f"The register term {order['length']} {word}{' not' if limit.verified else ''} the one that the statute ties to this sentence ({told}).",
            pointers,
            evidence,
            limit.source,
            limit.verified,
        )


def _same(a: str, b: str) -> bool:
    if "indefinite" in (a, b):
        return a == b
    return law.compare_lengths(a, b) in (0, None)


def _oversight(
    subject: dict[str, Any], at: str, evidence: Evidence, published: str | None
) -> Iterator[Inconsistency]:
    """A body or a mode that did not yet exist when the document was published."""
    if published is None or published.startswith("X"):
        return
    investigation = subject["investigation"]
    if investigation["oversight"] == "iopc" and law.before(published, _IOPC_FROM):
        yield _finding(
            "body_did_not_exist",
            f"The IOPC did not exist on {published}: it began on {_IOPC_FROM}.",
            [f"{at}/investigation/oversight"],
            evidence,
            "Police Reform Act 2002 s.9 as amended",
            True,
        )
    mode = investigation["mode"]
    if mode == "directed" and law.before(published, _DIRECTED_FROM):
        yield _finding(
            "mode_did_not_exist",
            f"Directed investigations began on {_DIRECTED_FROM}, after {published}.",
            [f"{at}/investigation/mode"],
            evidence,
            "SI 2020/5 reg. 2; Police Reform Act 2002 Sch. 3 para. 18 as amended",
            True,
        )


def _proceeding(
    subject: dict[str, Any], at: str, evidence: Evidence, published: str | None
) -> Iterator[Inconsistency]:
    """A kind of hearing, outcome or chair that was not there at its date, or that such a forum cannot give."""
    proceeding = subject["proceeding"]
    if proceeding is None:
        return
    kind, outcome = proceeding["kind"], proceeding["outcome"]
    day = proceeding["date"] if proceeding["date"] and not proceeding["date"].startswith("X") else None
    latest = day or published
    if latest is None or latest.startswith("X"):
        return
    first = {
        "accelerated_hearing": _ACCELERATED_FROM,
        "special_case_hearing": _TAYLOR_FROM,
        "misconduct_meeting": _TAYLOR_FROM,
    }.get(kind)
    if first is not None and law.before(latest, first):
        yield _finding(
            "hearing_of_another_regime",
            f"There was no {kind.replace('_', ' ')} on {latest}: it came on {first}.",
            [f"{at}/proceeding/kind", f"{at}/proceeding/date"],
            evidence,
            "SI 2020/4 Pt 5" if kind == "accelerated_hearing" else "SI 2008/2864",
            True,
        )
    role = (proceeding["chair_role"] or "").lower()
    if (
        kind == "misconduct_hearing"
        and "legally qualified" in role
        and "advis" not in role
        and day
        and law.before(day, "2016-01-01")
    ):
        yield _finding(
            "chair_of_another_time",
            f"Legally qualified chairs sat from 2016-01-01, after {day}.",
            [f"{at}/proceeding/chair_role", f"{at}/proceeding/date"],
            evidence,
            "SI 2015/626 reg. 5",
            True,
        )
    if outcome is None or outcome in ("pending", "other"):
        return
    if outcome == "would_have_been_dismissed" and law.before(latest, FORMER_OFFICERS_FROM):
        yield _finding(
            "outcome_did_not_exist",
            f"A former officer could not be found to be one who would have been dismissed on {latest}: that began on {FORMER_OFFICERS_FROM}.",
            [f"{at}/proceeding/outcome"],
            evidence,
            "SI 2017/1134 reg. 5",
            True,
        )
    if kind != "misconduct_meeting" or not outcome.startswith(("dismissed", "would_have")):
        return
    rules = [rule for r in law.regimes_on(latest) if (rule := law.outcomes_of(r.id, kind)) is not None]
    if rules:
        yield _finding(
            "outcome_beyond_its_forum",
            "A misconduct meeting cannot dismiss.",
            [f"{at}/proceeding/kind", f"{at}/proceeding/outcome"],
            evidence,
            rules[0].source,
            True,
        )
