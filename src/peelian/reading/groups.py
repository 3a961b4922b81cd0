"""The cast of documents that tell of officers without names.

Oversight reports and many releases say "the officer", "one of the two sergeants", "three officers ...
one ... the other two". A subject is a person of whom a finding, case to answer, outcome, charge or
sentence is told (the labelling guide, "Reports of oversight investigations without names"); officers
whose acts are only narrated are none.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.bearers import bearer
from peelian.reading.beside_names import unnamed_beside
from peelian.reading.carrying import AGAINST_SOMEBODY
from peelian.reading.his_superiors import told_by_relation
from peelian.reading.hurt_by_others import opens_on_harm
from peelian.reading.model import Span
from peelian.reading.no_part import is_another, may_be_another
from peelian.reading.outsiders import opens_on_outsider, unnamed_officer_told
from peelian.reading.page import Page
from peelian.reading.pairs_beside import pairs_beside
from peelian.reading.persons import SENIOR, Mention, Person, Topics
from peelian.reading.recruits import find_recruit, with_recruit
from peelian.reading.role_signs import SPEAKS_OF_IT
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import holds_any
from peelian.reading.told_one_by_one import merge_lead
from peelian.reading.under_inquiry import under_inquiry
from peelian.reading.unnamed import MOST_TOLD_TOGETHER, NO_RANK, Referent, is_alike, judged
from peelian.reading.walk import MOST_INTRODUCED, Walk, rank_of


def anonymous_cast(
    page: Page, scan: Scan, named: list[Person], reports: bool = False
) -> tuple[list[Person], Topics]:
    """The unnamed subjects of a page and the stretches of text that tell of them.

    ``named`` is everybody found by name or label: where a subject is among them, only clearly distinct
    further officers are added; ``reports`` says that an oversight body tells of everybody. Returns ``(persons, topics)``: persons with
    ``name`` None and role ``subject``, in order of first mention, and ``[start, end)`` stretches with
    the persons each tells of, in order, covering no text twice.
    """
    _promote(scan, named)
    doubtful = _hardly_subjects(page, scan, named)
    if doubtful and scan.of("unnamed_role"):
        walk = Walk(page, scan, True)
        walk.read()
        found = _result(walk)
        if len(found[0]) > len(doubtful):  # as many: they may be those named
            for person in doubtful:
                person.role = "rival"
            return found
    told_apart = _hardly_told(page, named)
    if told_apart and scan.of("unnamed_role"):
        walk = Walk(page, scan, True)
        walk.read()
        found = _result(walk)
        if found[0] and all(_is_another(page, p, found[0][0]) for p in told_apart):
            for person in told_apart:
                person.role = "official"
            return found
    recalled = _only_recalled(page, named)
    if recalled and scan.of("unnamed_role"):
        walk = Walk(page, scan, True)
        walk.read()
        people, told = _result(walk)
        ranks = {p.rank.value for p in recalled if p.rank is not None}
        if people and all(p.rank is not None and p.rank.value not in ranks for p in people):
            for person in recalled:
                person.role, person.background = "background", True
            places = [m.start for p in recalled for m in p.mentions]
            return people, [t for t in told if not any(t[0] <= at < t[1] for at in places)]
    if any(p.is_subject for p in named):
        _tell_crimes_apart(page, scan, named)
        found = unnamed_beside(page, scan, named, reports)
        if reports:
            return found
        return told_by_relation(page, scan, named, pairs_beside(page, scan, named, found))
    found = [], []
    if _answers_questions(page) or (
        named and not reports and (opens_on_harm(page) or _is_outsiders(page, scan, named))
    ):
        return found
    if scan.of("unnamed_role") or scan.of("unnamed_set"):
        walk = Walk(page, scan, bool(named))
        walk.recruit = find_recruit(page, scan) if reports and not named else None
        walk.read()
        found = with_recruit(_result(walk), walk.recruit)
    if not found[0]:
        looked_into = under_inquiry(page, scan, named)
        if looked_into is not None:
            looked_into.role = "subject"
        else:
            _likeliest(page, scan, named)
    whose = bearer(page, scan, named, found[0][0]) if named and len(found[0]) == 1 and not reports else None
    if whose is not None:
        whose.role, whose.aside = "subject", False
        return unnamed_beside(page, scan, named, reports)
    return found


def _is_outsiders(page: Page, scan: Scan, named: list[Person]) -> bool:
    """Whether a page tells the case of somebody outside the police, and of no officer without a name."""
    return any(p.aside for p in named) and opens_on_outsider(page) and not unnamed_officer_told(page, scan)


def told_within(page: Page, scan: Scan, within: Span) -> tuple[list[Person], Topics]:
    """The unnamed subjects of one section of a page, read as a page of its own, and the stretches that tell of them."""
    walk = Walk(page, scan, within=within)
    walk.read()
    return _result(walk)


def _hardly_told(page: Page, named: list[Person]) -> list[Person]:
    """The subjects of a page by name, where none is plainly one and the words at every name may set its bearer apart."""
    subjects = [p for p in named if p.is_subject]
    if not all(p.name and p.mentions and p.score < _PLAINLY for p in subjects):
        return []
    return subjects if all(may_be_another(m, page) for p in subjects for m in p.mentions) else []


def _is_another(page: Page, person: Person, unnamed: Person) -> bool:
    """Whether everywhere the words at somebody's name tell that he or she is not the officer told of before without one."""
    told = unnamed.rank.value if unnamed.rank is not None else None
    start = page.sentence_at(unnamed.anchor).start
    return unnamed.anchor < person.anchor and all(is_another(m, page, told, start) for m in person.mentions)


_PLAINLY: Final = 4.0  # log-odds from which a person is a subject whatever the words beside the name


_QUESTIONS: Final = 4
# What the public asks of the law: "Can an officer who resigns be dismissed?", "What is gross misconduct?"
_IN_GENERAL: Final = re.compile(
    r"(?:(?:can|could|will|do|does|are|is|who|how many|how|what|when|why|should|may) )(?!.*\b(?:this|these|the (?:officer|sergeant|constable|inspector)s?|he|she|they|happened)\b)[^\n]{4,90}\?"
)


def _answers_questions(page: Page) -> bool:
    """Whether a page answers questions of the law in general, each a line of its own: "an officer" is then nobody."""
    asked = sum(_IN_GENERAL.fullmatch(page.low, line.start, line.end) is not None for line in page.lines)
    return asked >= _QUESTIONS


def _only_recalled(page: Page, named: list[Person]) -> list[Person]:
    """The subjects of a page, where each is only an older case that one paragraph below the opening recalls.

    A report that tells of officers without names recalls such a case: those whom it told of before are others.
    """
    subjects = [p for p in named if p.is_subject]
    paragraphs = {page.sentence_at(m.start).paragraph for p in subjects for m in p.mentions}
    recalled = all(p.recalled or p.background or _is_recalled(page, p) for p in subjects)
    recalled = recalled and len(paragraphs) == 1
    return subjects if recalled and min(paragraphs) >= _OPENING_PARAGRAPHS else []


def _is_recalled(page: Page, person: Person) -> bool:
    m = person.mentions[0] if person.mentions else None
    return m is not None and _RECALLED.search(page.low, page.sentence_at(m.start).start, m.start) is not None


_RECALLED: Final = re.compile(
    r"\b(?:cases? of|recall(?:s|ed)?|remember(?:s|ed)?|reminded (?:us )?of|lessons (?:of|from)|(?:jailing|conviction|dismissal|crimes|sentencing|trial) of|since)\b[^.;]{0,30}\Z"
)
_OPENING_PARAGRAPHS: Final = 3
_DOUBTFUL: Final = (
    3.0  # log-odds up to which a man convicted, with no police role told, may be another's attacker
)


def _hardly_subjects(page: Page, scan: Scan, named: list[Person]) -> list[Person]:
    """The subjects of a page, where each is only the likeliest of those named: no police role, named once.

    Somebody of whom a conviction and no discipline is told may be the man whom the police failed to stop.
    """
    subjects = [p for p in named if p.is_subject]
    unlikely = [
        p
        for p in subjects
        if p.name is not None
        and len(p.mentions) == 1
        and p.mentions[0].rank is None
        and (p.score <= 0 or (p.score <= _DOUBTFUL and _only_tried(page, scan, p.mentions[0])))
    ]
    return unlikely if len(unlikely) == len(subjects) else []


def _only_tried(page: Page, scan: Scan, m: Mention) -> bool:
    """Whether the sentence of a mention tells of a trial, and neither of discipline nor of police work."""
    end = page.sentence_at(m.start).end
    told = {h.value for h in scan.between("does", m.end, end)}
    return told == {"tried"} and not scan.among(("rank", "force"), m.end, end)


_HARDLY: Final = -4.0  # log-odds below which even the only officer named is no subject


_CASE: Final = ("offence", "outcome", "finding", "penalty", "stage")  # what a page on somebody's case tells


def _likeliest(page: Page, scan: Scan, named: list[Person]) -> None:
    """Where a page tells of nobody, the likeliest of the officers whom it names is its subject.

    Not where somebody else was tried, and nobody who only speaks of the case to the press.
    """
    if any(p.role in ("rival", "victim") for p in named) or not any(scan.of(kind) for kind in _CASE):
        return
    officers = [
        p
        for p in named
        if p.rank is not None and p.rank.value not in SENIOR and p.score > _HARDLY and p.name
        if not any(SPEAKS_OF_IT.match(page.low, m.end) for m in p.mentions)
    ]
    if officers:
        max(officers, key=lambda p: p.score).role = "subject"


def _promote(scan: Scan, named: list[Person]) -> None:
    """An oversight body gives letters to those whose conduct it looked at: where one is a subject, all are."""
    labelled = [p for p in named if p.label is not None and p.name is None]
    ours = scan.of("ours") or "investigator" in scan.page.low
    if len(labelled) > MOST_TOLD_TOGETHER or not ours:
        return
    if any(p.role == "subject" for p in labelled):
        for person in labelled:
            if _is_witness(scan, person):
                person.role = "official"
            elif person.role in ("official", "rival") and not person.aside:
                person.role = "subject"


# After a letter: "PC G, who had gone downstairs, |gave us a witness statement|"
_GAVE_EVIDENCE: Final = re.compile(
    r"[^.;]{0,120}?\b(?:(?:gave|provided|made|supplied) (?:us )?(?:with )?an? (?:[\w-]+ )?(?:witness statement|(?:statement|account) as an? (?:\w+ )?witness)"
    r"|(?:was|were) (?:only |also )?(?:treated|spoken to|interviewed|regarded|seen) (?:throughout |only )?as an? (?:\w+ )?witness)\b"
)


def _is_witness(scan: Scan, person: Person) -> bool:
    """Whether a report says that the bearer of a letter was a witness, and tells no verdict where the letter stands."""
    page = scan.page
    told = [page.sentence_at(m.start) for m in person.mentions]
    if not any(_GAVE_EVIDENCE.match(page.low, m.end) for m in person.mentions):
        return False
    return not any(scan.between("unnamed_verdict", s.start, s.end) for s in told)


def _tell_crimes_apart(page: Page, scan: Scan, named: list[Person]) -> None:
    """In an oversight report, an officer under a letter answers only for crimes told where the letter stands.

    The other crimes of such a report are those of the man whom the police had been called to.
    """
    subjects = [p for p in named if p.is_subject]
    if len(subjects) < 2 or any(p.name is not None for p in subjects) or not scan.of("ours"):
        return
    for person in subjects:
        person.criminal = []
        for m in person.mentions:
            sentence = page.sentence_at(m.start)
            told = scan.between("unnamed_verdict", sentence.start, sentence.end)
            if any(h.value == "crime" for h in told) or scan.between(
                "unnamed_prosecutor", sentence.start, sentence.end
            ):
                person.criminal.append((sentence.start, sentence.end))


def _result(walk: Walk) -> tuple[list[Person], Topics]:
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
