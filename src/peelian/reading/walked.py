"""What a walk found: the subjects without names, each with rank and first mention, and the stretches that tell of them."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.carrying import AGAINST_SOMEBODY
from peelian.reading.just_brought_in import MOST_INTRODUCED
from peelian.reading.persons import Person, Topics
from peelian.reading.scan import Hit
from peelian.reading.spans import holds_any
from peelian.reading.told_one_by_one import merge_lead
from peelian.reading.unnamed import NO_RANK, RANK_OF_STAFF, Referent, is_alike, judged
from peelian.reading.walk import Walk


def subjects_told(walk: Walk) -> tuple[list[Person], Topics]:
    """The subjects and the stretches that tell of them."""
    merge_lead(walk)
    found = judged(walk.referents.people)
    persons: list[Person] = []
    own_words: dict[int, int] = {}  # those who came in together stand in the order of their own words
    for r in found:
        person = r.person
        person.role = "subject"
        person.anchor, own_words[id(person)] = _first_mention(walk, r)
        person.rank = rank_of(walk, r)
        person.criminal = [(start, end) for start, end, told in walk.criminal if r in told]
        persons.append(person)
    if len(persons) == 1 and persons[0].criminal is not None:
        persons[0].criminal += _weighed_charges(walk)
    if len(persons) == 1 and persons[0].rank is None:
        persons[0].rank = _as_rank(walk)
    vague = {p.anchor for p in persons if own_words[id(p)] == p.anchor}
    persons.sort(key=lambda p: (p.anchor, 0 if p.anchor in vague else own_words[id(p)]))
    return persons, _stretches(walk, persons)


# "The Crown Prosecution Service |looked at a charge of theft, and decided against|": of the one officer of the page
_WEIGHED: Final = re.compile(
    r"\b(?:crown prosecution service|cps|prosecutors|director of public prosecutions)\b[^.;]{0,30}?\b(?:looked at|considered|weighed(?: up)?|reviewed|examined|pondered|(?:was|were) asked to consider|decided against|ruled out)\b[^.;]{0,40}\b(?:charg(?:e|es|ing)|prosecut(?:ion|ing))\b"
)


def _weighed_charges(walk: Walk) -> list[tuple[int, int]]:
    """Where prosecutors weigh a charge and the sentence names nobody, on a page of one officer."""
    page, out = walk.page, []
    if not holds_any(page.low, ("prosecut", "cps")):
        return []
    for found in _WEIGHED.finditer(page.low):
        s = page.sentence_at(found.start())
        somebody = walk.scan.among(("other_person", "civilian", "victim"), s.start, s.end)
        if not somebody and AGAINST_SOMEBODY.search(page.low, s.start, s.end) is None:
            out.append((s.start, s.end))
    return out


_HIS_WORK: Final = re.compile(
    r"\b(?:his|her|their) (?:duties|duty|role|work|employment|position|powers|service) \Z"
)


def _as_rank(walk: Walk) -> Hit | None:
    """The rank of the one officer of a report, told only as what they did: "in the course of his duties as a police constable"."""
    low = walk.page.low
    for hit in walk.scan.of("unnamed_role"):
        family, _, role = hit.value.partition(".")
        at = hit.start - len("as a ")
        if family != "officer" or role in NO_RANK or not low.startswith("as a ", max(0, at)):
            continue
        if _HIS_WORK.search(low, max(0, at - 30), at):
            return Hit(hit.start, hit.end, "rank", role)
    return None


def _first_mention(walk: Walk, r: Referent) -> tuple[int, int]:
    """Where the page first speaks of a person ("the custody sergeant" in the story), and first of them in their own words."""
    if r.placed:
        return r.anchor, r.anchor
    if r.whole:  # "one of the two constables": the two of whom the story told
        story = (
            d.start
            for d in walk.introduced
            if d.start < r.anchor and d.number == r.whole and d.role in r.roles
        )
        return next(story, r.anchor), r.anchor
    doing = _seen_doing(walk, r)
    if doing is not None:
        return doing, doing
    if not (r.definite or r.specialised):
        return r.anchor, r.anchor
    brought_in = _brought_in(walk, r)
    if brought_in is not None:
        return brought_in
    plain = r.roles <= {"officer", "staff"} and not r.telling
    later = r.ordinal is not None and r.ordinal > 1
    came_in_turn = later and any(d.start == r.anchor and d.ordinal == r.ordinal for d in walk.descriptions)
    for d in walk.descriptions[:MOST_INTRODUCED]:
        if d.start >= r.anchor and not r.specialised:
            break
        same_turn = plain or d.ordinal == r.ordinal or {d.ordinal, r.ordinal} <= {None, 1}
        if later and (r.specialised or came_in_turn):
            same_turn = d.ordinal == r.ordinal or (r.ordinal == _SECOND and d.form == "another")
        if d.number == 1 and r.deed and d.deed and not set(r.deed) & set(d.deed):
            continue  # "the officer driving" is not the one who kept the log
        if same_turn and d.form not in ("bare", "none") and is_alike(d, r):
            return min(d.start, r.anchor), d.start
    return r.anchor, r.anchor


_SECOND: Final = 2  # "another officer", told of before "the second officer"
_TELLS_APART: Final = 2  # words by which a deed is known again


def _seen_doing(walk: Walk, r: Referent) -> int | None:
    """Where the story tells of somebody's deed: "One fired his Taser. ... The officer who fired his Taser had a case to answer."."""
    if len(r.deed) < _TELLS_APART:
        return None
    page, low = walk.page, walk.low
    for sentence in page.sentences[:_STORY]:
        if sentence.start >= r.anchor:
            break
        at = low.find(r.deed[0], sentence.start, min(sentence.end, r.anchor))
        if at >= walk.within[0] and low.find(r.deed[1], at, at + _DEED_WITHIN) >= 0:
            return at
    return None


_DEED_WITHIN: Final = 40  # characters in which a deed is told
_STORY: Final = 60  # sentences of a story that are looked through


def _brought_in(walk: Walk, r: Referent) -> tuple[int, int] | None:
    """Where the story brought in the only person, or the only group, of a role: "a custody sergeant and two detention officers"."""
    if r.roles <= NO_RANK | {"staff"}:
        return None
    story = [d for d in walk.introduced if d.role in r.roles and not (d.agent or d.witness)]
    if len(story) != 1 or story[0].start >= r.anchor or r.telling - story[0].telling:
        return None
    d, turn = story[0], r.ordinal or 1
    if d.number is None or turn > d.number or (d.number > 1 and r.ordinal is None):
        return None
    return d.start, d.start + turn


def _stretches(walk: Walk, persons: list[Person]) -> Topics:
    """Told clauses with their people; words that tell of nobody go on with those before them."""
    if not persons:
        return []
    known = {id(p) for p in persons}
    alone: tuple[Person, ...] = (persons[0],) if len(persons) == 1 else ()
    out: Topics = []
    at, last = walk.within
    who = alone
    for start, end, told in sorted(walk.topics, key=lambda t: t[0]):
        if start > at:
            out.append((at, start, who))
        if told is None:  # of somebody with no police role
            at = max(at, end)
            continue
        who = tuple(dict.fromkeys(r.person for r in told if id(r.person) in known)) or alone
        if end > at:
            out.append((max(at, start), end, who))
            at = end
    if at < last:
        out.append((at, last, who))
    return [t for t in out if t[2]]


def rank_of(walk: Walk, r: Referent) -> Hit | None:
    """The words of a person's rank, where a page tells one."""
    if r.family == "staff" and r.head is not None:
        return Hit(r.head.start, r.head.end, "rank", RANK_OF_STAFF)
    if r.head is not None:
        for role in sorted(r.roles):
            if role not in NO_RANK:
                return Hit(r.head.start, r.head.end, "rank", role)
    if "custody" in r.telling:
        for d in walk.descriptions:
            if d.role == "sergeant" and "custody" in d.telling and d.head is not None:
                return Hit(d.head.start, d.head.end, "rank", "sergeant")
    return None
