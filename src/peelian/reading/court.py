"""The family `court`: offences, courts, sentences and orders of each subject, and appeals in criminal cases."""

from __future__ import annotations

from peelian.reading.courts import read_courts, read_sentenced_on
from peelian.reading.model import Cited, Span
from peelian.reading.names import Person
from peelian.reading.offences import read_offences
from peelian.reading.orders import read_orders
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.sentences import read_sentences
from peelian.reading.terms import Term, read_terms


def read_court(prepared: Prepared, drafts: Drafts) -> None:
    """Fill ``offences``, ``courts``, ``sentenced_on``, ``sentences``, ``orders`` and a criminal ``appeal``."""
    terms = read_terms(prepared)
    sentenced, cautioned = _sentenced(terms)
    offences = read_offences(prepared, sentenced, cautioned)
    criminal = [p for p in drafts if offences.get(p)]
    for person, draft in drafts.items():
        if person.role == "background":
            continue
        draft.offences = offences.get(person, [])
        counts = {}
        for offence in draft.offences:
            ((start, end),) = offence.title.spans
            offence.title = Cited(prepared.page.text[start:end], (start, end))
            if offence.stage.value == "convicted":
                counts[offence.offence.value] = offence.count.value if offence.count is not None else 1
        draft.sentences = read_sentences(prepared, terms, person, counts)
        draft.orders = read_orders(prepared, terms, person)
        draft.courts = read_courts(prepared, person, criminal == [person])
        if draft.sentences or draft.orders:
            draft.sentenced_on = read_sentenced_on(prepared, person, terms)


def _sentenced(terms: list[Term]) -> tuple[dict[Person, Span], dict[Person, Span]]:
    """By which words each subject is told to have been sentenced, and cautioned."""
    sentenced: dict[Person, Span] = {}
    cautioned: dict[Person, Span] = {}
    for term in terms:
        if term.cue == "penalty" and term.kind != "minimum":
            for person in term.who:
                (cautioned if term.kind == "caution" else sentenced).setdefault(person, (term.start, term.end))
    return sentenced, cautioned
