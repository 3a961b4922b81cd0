"""Beside others: an officer's term told right behind that of somebody outside the police, with half of its words left out.

"Obi got two years and Lee, who served in Kent, got five", "Obi was jailed for ten years and PC Lee for three": the
term of Obi has been left out of the page's lengths, and only gives the unit.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, Length, number
from peelian.reading.spans import beginning_in
from peelian.reading.terms import Term

_TO_TERM: Final = (
    r"(?:,? \(?\d\d\)?,?)?(?:,? (?:of|from|with|who|an?|the|his|her|then|formerly)\b[^,;.]{2,70},?)??"
    r"(?P<verb> (?:was (?:jailed|imprisoned|locked up|sent (?:down|to (?:prison|jail))|put away) for|was (?:given|handed)|were given|got|gets|received|receives|to|for|went (?:down|to (?:prison|jail)) for|must serve))?(?: an?| another| just| only)? "
)
_HIS_NUMBER: Final = re.compile(
    rf"{_TO_TERM}(?!one\b)(?P<n>{NUMBER})(?=[.;,]|\s*\Z| and\b| at\b| by\b| on\b| in (?:prison|jail|custody)\b)"
)
_HIS_LENGTH: Final = re.compile(_TO_TERM + r"\Z")
_ENDS: Final = re.compile(r"[.;,]|\s*\Z| and\b| (?:at|for|in|on|after|when|by|with|imprisonment|behind)\b|'")
# ("PC Lee, five years in the job, said")
_ENDS_BARE: Final = re.compile(r"[.;]|\s*\Z| and\b| (?:at|for)\b")
_NEAR: Final = 130  # characters from somebody's name to the term
_PUNISHED: Final = re.compile(
    r"\b(?:jail\w*|imprison\w*|sent|sentenc\w*|got|gets|received|receives|given|handed|locked up|banged up|caged|put away|custody|prison)\b"
)


def beside_others(prepared: Prepared, s: Sentence, index: int, told: list[Term]) -> list[Term]:
    """The terms of officers that a sentence tells behind somebody else's, in it or in the sentence before."""
    page = prepared.page
    if not prepared.others_terms:
        return []
    floor = page.sentences[index - 1].start if index else s.start
    models = beginning_in(prepared.others_terms, floor, s.end)
    out: list[Term] = []
    for model in models:
        first = page.sentence_at(model.start)
        unit = model.value[-1]
        if unit not in "YMW" or not _PUNISHED.search(page.low, first.start, model.start):
            continue
        for m, person in prepared.cast.subjects_in(max(s.start, model.end), s.end):
            if "suspended" in page.low[model.end : m.start]:
                break
            term = _term(prepared, s, m.end, unit, index, person)
            if term is None or any(t.length is not None and t.length.start == term.start for t in told):
                continue
            if not any(set(t.who) & {person} and t.length is not None for t in out):
                out.append(term)
    return out


def _term(prepared: Prepared, s: Sentence, end: int, unit: str, index: int, person: Person) -> Term | None:
    low = prepared.page.low
    stop = min(s.end, end + _NEAR)
    for length in beginning_in(prepared.lengths, end, stop):
        told = _HIS_LENGTH.match(low[end : length.start])
        ends = _ENDS if told is not None and told["verb"] else _ENDS_BARE
        if told is not None and ends.match(low, length.end, s.end):
            at = length.start
            return Term("penalty", "imprisonment", at, length.end, (person,), index, length=length)
        break
    found = _HIS_NUMBER.match(low, end, stop)
    n = number(found["n"]) if found is not None else None
    if found is None or n is None:
        return None
    own = Length(*found.span("n"), f"P{n}{unit}")
    return Term("penalty", "imprisonment", own.start, own.end, (person,), index, length=own)
