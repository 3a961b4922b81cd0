"""Fines of one subject: those of a court, each sum once, or what an appeal left of one."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.cells import cell_end, cell_start
from peelian.reading.model import Cited, SentenceDraft
from peelian.reading.not_passed import of_them_all, only_feared
from peelian.reading.prepared import Prepared
from peelian.reading.terms import CHANGED, Term, pounds

_NEAR: Final = 300  # characters of a sentence that can have to do with a term
# Until 1999 a disciplinary board could fine an officer; a court's fine stands with a court, a plea or an offence.
_BOARD: Final = re.compile(
    r"\b(?:disciplin\w+|board|panel|misconduct|tribunal|chief constable|superintendent|days?'? pay|pay of|reprimand\w*|discipline (?:code|offence)|neglect of duty|discreditable|regulations|standards?)\b"
)
_OF_PAY: Final = re.compile(
    r"fin(?:ed|e of|ing)(?: (?:him|her|them|both|each|the \w+))? (?:[\w-]+ ){0,2}(?:days?|weeks?|months?)['\u2019]?s?['\u2019]? (?:of )?pay\b"
)
_BY_COURT: Final = re.compile(
    r"\b(?:court|magistrates|justices|bench|judge|recorder|sheriff|jury|convict\w*|plead\w*|pled|admitted|costs|surcharge|driving|licence|penalty points)\b"
)


def _by_a_board(prepared: Prepared, term: Term) -> bool:
    """Whether a fine is told with a disciplinary board, or with pay, and with no court."""
    page = prepared.page
    if _OF_PAY.match(page.low, term.start):
        return True
    s = page.sentences[term.sentence]
    before = page.sentences[max(0, term.sentence - 1)]
    start = before.start if before.paragraph == s.paragraph else s.start
    start, end = max(start, term.start - _NEAR), min(s.end, term.end + _NEAR)
    cell = cell_start(page.text, term.start)
    if cell > start:  # "Drunk and disorderly | Fined £120 | Misconduct meeting": a cell of its own
        start, end = cell, min(end, cell_end(page.text, term.end))
    return _BOARD.search(page.low, start, end) is not None and not _BY_COURT.search(page.low, start, end)


def read_fines(prepared: Prepared, own: list[Term], counts: dict[str, int]) -> list[SentenceDraft]:
    low = prepared.page.low
    fines = [t for t in own if t.kind == "fine" and not _by_a_board(prepared, t)]
    summed = [t for t in fines if t.amount is not None]
    out: list[SentenceDraft] = []
    total = next((t for t in summed if t.total), None)
    if total is not None:
        summed = [total]
    changed = [
        t
        for t in summed
        if t.amount is not None
        and CHANGED.search(
            low, max(prepared.page.sentences[t.sentence].start, t.amount.start - 70), t.amount.start
        )
    ]
    summed = changed[-1:] or summed  # "the fine was reduced to £200"
    if summed:
        seen: set[float] = set()
        for term in summed:
            amount = term.amount
            assert amount is not None
            value = amount.value
            if term.each and len(counts) == 1:
                value *= next(iter(counts.values()))
            if value not in seen:
                seen.add(value)
                out.append(
                    SentenceDraft(
                        Cited("fine", (term.start, term.end)),
                        amount=Cited(pounds(value), (amount.start, amount.end)),
                    )
                )
        return out
    verb = next(
        (
            t
            for t in fines
            if low.startswith("fined", t.start) and not only_feared(prepared, t) and of_them_all(prepared, t)
        ),
        None,
    )
    return [SentenceDraft(Cited("fine", (verb.start, verb.end)))] if verb is not None else []
