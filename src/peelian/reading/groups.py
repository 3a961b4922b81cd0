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
from peelian.reading.scan import Scan
from peelian.reading.under_inquiry import under_inquiry
from peelian.reading.unnamed import MOST_TOLD_TOGETHER
from peelian.reading.walk import Walk
from peelian.reading.walked import subjects_told


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
        found = subjects_told(walk)
        if len(found[0]) > len(doubtful):  # as many: they may be those named
            for person in doubtful:
                person.role = "rival"
            return found
    told_apart = _hardly_told(page, named)
    if told_apart and scan.of("unnamed_role"):
        walk = Walk(page, scan, True)
        walk.read()
        found = subjects_told(walk)
        if found[0] and all(_is_another(page, p, found[0][0]) for p in told_apart):
            for person in told_apart:
                person.role = "official"
            return found
    recalled = _only_recalled(page, named)
    if recalled and scan.of("unnamed_role"):
        walk = Walk(page, scan, True)
        walk.read()
        people, told = subjects_told(walk)
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
        found = with_recruit(subjects_told(walk), walk.recruit)
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
    return subjects_told(walk)


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
