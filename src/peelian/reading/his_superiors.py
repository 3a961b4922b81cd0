"""Officers without names who are told of by whose sergeant, inspector or colleague they are, with an end of their own.

"His sergeant was also investigated and was found to have no case to answer", "No action was taken against a colleague
who was with him": a subject more beside the one named, and what is told there is not told of that one.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.further import overlaid
from peelian.reading.own_verdicts import OWN
from peelian.reading.page import Page
from peelian.reading.persons import Person, Topics
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import holds_any

_RANKS: Final = {
    "chief inspector": "chief_inspector",
    "superintendent": "superintendent",
    "inspector": "inspector",
    "sergeant": "sergeant",
    "probationer": "police_constable",
    "constable": "police_constable",
    "pcso": "pcso",
    "special constable": "special_constable",
    "special": "special_constable",
}
_ADJECTIVES: Final = r"(?:(?:own|former|ex|then|old|shift|line|custody|immediate|duty|response|section|acting|tutor|detective|police|student|patrol|team|relief|desk|traffic|station|fellow|male|female|senior|more senior|younger|older)[ -])*"
_NOUN: Final = r"(?P<noun>chief inspector|superintendent|inspector|sergeant|supervisor|tutor|crewmate|line manager|colleague|special constable|probationer|pcso|constable)"
_NEEDED: Final = (
    "his ", "her ", "their ", "colleague", " against a", " against the ", " respect of a", " respect of the ", " to a", " to the ",
)  # fmt: skip
_DONE_TO: Final = (
    r"(?: (?:also|later|then|since|himself|herself|subsequently|both|in turn))*"
    r" (?:was|is|has|had|will|received|receives|got|gets|accepted|faced|faces|must)\b"
)
# "His shift sergeant, who had known, |was ...", "A colleague who was with him |faces ..."
_OF_HIS: Final = re.compile(
    rf"(?:\A|[.;:\n\"] ?|, (?:and|but|while) |\b(?:but|while) )(?P<at>(?:his|her|their) {_ADJECTIVES}{_NOUN}|an? {_ADJECTIVES}colleague)\b(?!'s)"
    rf"(?:, [^.;\"]{{2,110}}?,| (?:who|whom) [^.;,\"]{{3,80}}?)?(?={_DONE_TO})"
)
# "His supervisor, an inspector, approved it. |She was given| ..."
_OPENS: Final = re.compile(
    rf"[\"']?(?P<at>(?:his|her|their) {_ADJECTIVES}{_NOUN})\b(?!'s)(?:, [^.;\"]{{2,60}}?,)? (?:had |has |also |then |later )*[a-z]+(?:ed|ew|aw|ote|ook|ent|aid|ould|id|ad)\b"
)
_THEN: Final = re.compile(
    rf"(?:he|she|that officer|that sergeant|that inspector|the (?:sergeant|inspector|supervisor)){_DONE_TO}"
)
# "No action was taken against |a probationer|", "a case to answer against |the custody sergeant|"
_AGAINST: Final = re.compile(
    r"(?:\bno (?:\w+ ){0,2}action (?:was|has been|will be|is being|is to be|had been) taken (?:against|in respect of)"
    r"|\bcase to answer(?: for (?:gross )?misconduct)?(?:,? and no more,?)? (?:against|in respect of)"
    r"|\b(?:warning|management (?:advice|action)|words of advice)(?: (?:was|were|has been|have been|had been))?(?: also| later)? (?:given|issued|handed) to)"
    rf" (?P<at>(?:an?|another|the|his|her|their) {_ADJECTIVES}{_NOUN})\b(?!'s)"
)
# Between somebody's words and the verdict: said by them, or done to another
_SPEAKS: Final = re.compile(
    r"\b(?:him|them|that (?:he|she|they|the)|said|told|says|recommend\w*|thought|believed|wanted|evidence against|asked to|called to|there when|present when)\b"
)
_MANNER: Final = frozenset({"left", "finding"})  # alone no end: to have left, "misconduct"
_REACH: Final = 260  # characters in which an end is told


def told_by_relation(
    page: Page, scan: Scan, persons: list[Person], found: tuple[list[Person], Topics]
) -> tuple[list[Person], Topics]:
    """The unnamed subjects ``found`` beside the named ``persons`` with their stretches, and those told of by whose they are."""
    if not holds_any(page.low, _NEEDED) or not scan.of("unnamed_verdict"):
        return found
    named = sorted(m.start for p in persons for m in p.mentions)
    ranks = {m.rank.value for p in persons for m in p.mentions if m.rank is not None}
    ranks |= {p.rank.value for p in (*persons, *found[0]) if p.rank is not None}
    several = sum(p.is_subject for p in persons) + len(found[0]) > 1
    people: list[Person] = []
    topics: Topics = []
    for at, noun, start, end in sorted({*_in_clauses(page, scan), *_in_two_sentences(page), *_objects(page)}):
        rank = _RANKS.get(noun)
        another = page.low.startswith(("a ", "an ", "another "), at) and noun != "colleague"
        if (rank in ranks and not another) or (rank is None and several) or page.quoted(at):
            continue
        if any(start <= name < end for name in named) or any(start <= p.anchor < end for p in found[0]):
            continue
        if topics and at < topics[-1][1]:
            continue
        verdicts = {h.value for h in scan.between("unnamed_verdict", start, end)}
        if not verdicts & (OWN - _MANNER):
            continue
        person = Person(anchor=at, role="subject")
        person.criminal = [(start, end)] if "crime" in verdicts else []
        held = _own_rank(scan, at, end, noun)
        person.rank = held
        people.append(person)
        ranks |= {held.value} if held is not None else set()
        several = True
        topics.append((start, end, (person,)))
    if not people:
        return found
    return sorted([*found[0], *people], key=lambda p: p.anchor), overlaid(found[1], topics)


_Passage = tuple[int, str, int, int]


def _noun(m: re.Match[str]) -> str:
    return m["noun"] or "colleague"


def _in_clauses(page: Page, scan: Scan) -> list[_Passage]:
    """Whoever is told of and dealt with in one clause: where their words begin, their noun, and the clause."""
    out = []
    for m in _OF_HIS.finditer(page.low):
        stop = page.sentence_at(m.start("at")).end
        end = min(stop, m.end() + _REACH)
        first = next((h.start for h in scan.between("unnamed_verdict", m.end(), end)), end)
        if _SPEAKS.search(page.low, m.end(), first) is None:
            out.append((m.start("at"), _noun(m), m.start("at"), end))
    return out


def _in_two_sentences(page: Page) -> list[_Passage]:
    """Whoever opens a sentence with what they did, where the next tells what came of it."""
    out = []
    for s, then in zip(page.sentences, page.sentences[1:], strict=False):
        if not page.low.startswith(("his ", "her ", "their ", '"his ', '"her '), s.start):
            continue
        m = _OPENS.match(page.low, s.start, s.end)
        if m is None or then.paragraph != s.paragraph or _SPEAKS.search(page.low, m.end(), s.end):
            continue
        same = "he " if page.low.startswith("his", m.start("at")) else "she "
        if page.low.startswith(same, then.start) and not page.low.startswith("their", m.start("at")):
            continue  # "His sergeant had countersigned it. He was warned": who was?
        if _THEN.match(page.low, then.start, then.end) and not _SPEAKS.search(page.low, then.start, then.end):
            out.append((m.start("at"), _noun(m), m.start("at"), min(then.end, then.start + _REACH)))
    return out


def _objects(page: Page) -> list[_Passage]:
    """Whoever an end is told against or given to."""
    out = []
    for m in _AGAINST.finditer(page.low):
        out.append((m.start("at"), _noun(m), m.start(), page.sentence_at(m.start("at")).end))
    return out


_APPOSED: Final = re.compile(r", (?:then |now |himself |herself )?(?:an?|the) (?:[\w-]+ ){0,2}")


def _own_rank(scan: Scan, at: int, end: int, noun: str) -> Hit | None:
    """The rank that somebody is called by, or that is told right after."""
    if noun in _RANKS:
        start = scan.page.low.find(noun, at)
        return Hit(start, start + len(noun), "rank", _RANKS[noun])
    head = scan.page.low.find(noun, at) + len(noun)
    near = scan.between("rank", head, min(end, head + 40))
    return near[0] if near and _APPOSED.fullmatch(scan.page.low, head, near[0].start) else None
