"""The family `court`: offences, courts, sentences and orders of each subject, and appeals in criminal cases."""

from __future__ import annotations

from peelian.reading.appeals import read_criminal_appeal
from peelian.reading.courts import court_before, read_courts, read_sentenced_on
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
        convicted = any(o.stage.value == "convicted" for o in draft.offences)
        draft.appeal = read_criminal_appeal(
            prepared, person, convicted or any(o.stage.value == "acquitted" for o in draft.offences)
        )
        if draft.appeal is not None and draft.appeal.result.value == "allowed":
            for offence in draft.offences:
                if offence.stage.value == "convicted":
                    offence.stage = Cited("acquitted", *draft.appeal.result.spans)
            convicted = False
        draft.sentences = read_sentences(prepared, terms, person, counts)
        draft.orders = read_orders(prepared, terms, person)
        draft.courts = read_courts(prepared, person, criminal == [person])
        if not draft.courts and draft.offences and any(o.stage.value != "alleged" for o in draft.offences):
            draft.courts = court_before(prepared, min(o.title.spans[0][0] for o in draft.offences))
        if (
            draft.offences
            and not convicted
            and draft.appeal is not None
            and draft.appeal.result.value == "allowed"
        ):
            draft.sentences, draft.orders = [], []  # a quashed conviction leaves nothing of the sentence
        if draft.sentences or draft.orders:
            draft.sentenced_on = read_sentenced_on(prepared, person, terms)


def _sentenced(terms: list[Term]) -> tuple[dict[Person, Span], dict[Person, Span]]:
    """By which words each subject is told to have been sentenced, and cautioned."""
    sentenced: dict[Person, Span] = {}
    cautioned: dict[Person, Span] = {}
    for term in sorted(terms, key=lambda t: len(t.who)):  # what is told of one person alone comes first
        if term.cue == "penalty" and term.kind not in ("minimum", "spared"):
            for person in term.who:
                (cautioned if term.kind == "caution" else sentenced).setdefault(
                    person, (term.start, term.end)
                )
    return sentenced, cautioned
