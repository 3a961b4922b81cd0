"""Parties: whom a decision, a judgment or a judge's remarks mean by "the claimant", "the appellant", "you".

The heading of such a paper prints each party's name with its part in the case. What the paper tells of that part
is told of that name, and of nobody who is only named on the way (who interviewed them, who sat, who was compared).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.captions import Party, called_by_number, captions
from peelian.reading.name_reasons import party
from peelian.reading.own_fates import DEALT_WITH
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Hit, Scan
from peelian.reading.unnamed import NO_RANK, RANK_OF_STAFF
from peelian.reading.victims import has_police_words

_HEADING: Final = 2000  # characters in which a paper names its parties
# The words for each part in a case, as the text calls it later.
_CALLED: Final = {
    "claimant": "claimant|applicant|appellant|complainant",
    "applicant": "applicant|claimant|appellant",
    "appellant": "appellant|applicant|officer",
    "defendant": "defendant|offender|accused|prisoner|appellant|applicant",
    "respondent": "respondent",
    "interested party": "interested party|officer",
}
# Between the part and the rank: "was a serving", "was employed by the respondent as an", ", then a".
_WAS: Final = re.compile(
    r"(?:,| \(|:)? ?(?:(?:both|all|each) of whom |who |had |has |in fact |at (?:the|that) (?:\w+ )?time,? |until [^.;]{0,40},? |from [^.;]{0,30},? |aged \d\d,? |is \d\d and |(?:now )?\d\d,? )*"
    r"(?:was|is|has been|had been|were|are|served|joined|worked|held|ended|finished|rose|retired|employed|then|an?|formerly|being|'s|'re)\b(?:(?!\bby\b|\bwith\b)[^.;]){0,70}\Z"
)
# "complains that she was unfairly dismissed from her employment as a": the work of which the paper is
_WORK_AS: Final = re.compile(
    r"[^.;]{0,110}?\b(?:employment|employed|role|post|position|job|duties|work(?:ed|ing)?|dismiss\w+) (?:(?:with|by|for|from|in) [^.;]{3,50} )?as (?:an? |the )?(?:[\w-]+ ){0,2}"
)
_EMPLOYED: Final = re.compile(r"\bemployed by (?:the )?\w+")
# "You were", "You too were", "you, Lee, were", "you were then, and had been since 2013,"
# "who was not a police officer"; not "is still, though not for much longer, an analyst"
_NOT_ONE: Final = re.compile(r"\b(?:not|never)(?: [a-z]+){0,3} ?\Z")
_YOU: Final = re.compile(
    r"\byou(?:,? (?:also|too|each|both|yourself|at (?:the|that) time|[a-z'\u2019-]+(?: [a-z'\u2019-]+)?(?=,)),?)?"
    r"(?P<verb>'re| were|'d been| had been| are| have been| joined| served| worked| held(?= the (?:rank|office|post) )| ended| finished(?= as)| rose| retired(?= as))\b"
    r"(?: then,? (?:and|as you) had been [^.;,]{0,30},)?"
)
_ALL_OF_YOU: Final = re.compile(
    r"\b(?:all (?:\w+ )?of you|both of you|each of you|you (?:two|three|both|each|all))\b"
    r"|\byou (?=(?:are|were|have been|had been)(?: then| at the time,?| once)? (?:both|each|all)\b)"
)
_ROLES: Final = ("rank", "rank_weak", "unnamed_role")
_FORCE_SIDE: Final = re.compile(
    r"\b(?:chief constable|commissioner|police|constabulary|authority|crown|rex|regina)\b"
)


def bind_parties(persons: list[Person], page: Page, scan: Scan) -> None:
    """Note on each person the part in which the heading prints them, and make the one with a police role the subject."""
    printed = scan.once(captions)
    for person in persons:
        place = _printed(person, printed)
        person.party = _side(person, page) if place is None else place.part
        person.party_number = None if place is None else place.number
    _without_counsel(persons, page)
    _tried_together(persons, page)
    parties = [p for p in persons if p.party is not None]
    coded = any(p.label is not None for p in persons)
    for person in parties:
        if person.rank is not None:
            continue
        rank = _role_told(person, parties, page, scan, coded)
        if rank is not None:
            if rank.value:
                person.rank = rank
            person.role, person.score = "subject", _PLAIN
    officers = [p for p in parties if _is_officer(p, page)]
    for person in parties:
        if officers and person not in officers and person.role == "subject" and person.score < _SURELY:
            person.role = "rival"  # tried beside an officer, and no officer
    if not officers:
        _leave_to_officers(persons, parties, page)
    if sum(p in officers for p in parties if p.party_number is not None) > 1:
        for person in persons:
            if person.party is None and person.role == "subject" and not _is_officer(person, page):
                person.role = "rival"  # an informant who was tried with the appellants
    if any(p.role == "subject" for p in parties):
        for person in persons:
            if person.party is None and person.mentions and person.mentions[0].cited:
                person.role, person.background = "background", True  # whoever an authority was about
        for person in persons:
            if (
                person.party is None
                and person.role in ("subject", "background")
                and not (person.mentions and person.mentions[0].cited)
                and _only_acts(person, page, scan)
            ):
                person.role = "official"


_NOT_CIVIL: Final = ("appeals tribunal", "misconduct panel", "regina", "criminal", "on the application")
_AGAINST_FORCE: Final = re.compile(
    r"\b(?:chief constable|commissioner of police)[^\n]{0,60}\s{1,4}(?:respondent|defendant)"
)


def _leave_to_officers(persons: list[Person], parties: list[Person], page: Page) -> None:
    """Take the case from a party of whom no police work is told, where the paper tells that of an officer beside.

    Whoever sues a force over what an officer did is none; before a police tribunal the appellant is one.
    """
    top = page.low[:_TOP]
    if any(word in top for word in _NOT_CIVIL) or not _AGAINST_FORCE.search(top):
        return
    beside = [
        p
        for p in persons
        if p.party is None and p.rank is not None and p.role in ("subject", "background") and p.score > 0
    ]
    told = [p for p in beside if not p.mentions[0].cited]
    if not told:
        return
    for person in parties:
        if person.role == "subject" and person.score < _SURELY and person.party in ("appellant", "claimant"):
            person.role = "rival"
    if not any(p.role == "subject" for p in persons):
        for person in told:
            person.role, person.background = "subject", False


_TOP: Final = 400  # characters


def _printed(person: Person, printed: list[Party]) -> Party | None:
    """Where the heading prints somebody as a party, if it does."""
    return next(
        (p for m in person.mentions for p in printed if p.start <= m.name_start and m.name_end <= p.end), None
    )


def _side(person: Person, page: Page) -> str | None:
    """The part in which the heading prints somebody, at whichever of the places where it names them."""
    for m in person.mentions:
        if m.start >= _HEADING:
            return None
        side = party(page.low, m.start, m.end)
        of_force = m.rank is None and _FORCE_SIDE.search(page.low, m.start, m.end) is not None
        if side is not None and not of_force and not _in_prose(page, m.start):
            return side
    return None


_COUNSEL: Final = re.compile(r"\n[^\S\n]*(?:representation|representatives?|represented by|appearances?)\b")


def _without_counsel(persons: list[Person], page: Page) -> None:
    """Take the part from whoever only appears for a party: "Claimant: Mr E Lowe (of counsel)" under "Representation"."""
    taken = {p.party for p in persons if p.party_number is not None}
    below = _COUNSEL.search(page.low, 0, _HEADING)
    for person in persons:
        if person.party is None or person.party_number is not None:
            continue
        first = person.mentions[0]
        if (
            person.party in taken
            or any(m.honours for m in person.mentions)
            or (below is not None and first.start > below.start() and person.rank is None)
        ):
            person.party = None


_JOINT: Final = re.compile(r"[\s(]*(?:-? ?and ?-?|&|,|\d\)|\(\d\)|[\s,])*\s*")

_ENDS_LINE: Final = re.compile(r"[ \t)]*(?:\n|\Z)")


def _tried_together(persons: list[Person], page: Page) -> None:
    """Give the names that a heading prints below a defendant's, line upon line, the same part."""
    spots = ((m.start, m.end, p) for p in persons for m in p.mentions if m.start < _HEADING)
    named = sorted(spots, key=lambda n: n[0])
    for (_, end, above), (start, stop, person) in pairwise(named):
        below = "\n" in page.text[end:start] and _JOINT.fullmatch(page.low, end, start)
        if above.party == "defendant" and person.party is None and below and _ENDS_LINE.match(page.low, stop):
            person.party = "defendant"


def _in_prose(page: Page, at: int) -> bool:
    """Whether ``at`` lies in a sentence of the text and not in a heading: "relied on R v Lee, in which ..."."""
    s = page.sentence_at(at)
    words = page.low[s.start : s.end].rstrip()
    return words.endswith((".", ";")) and (s.end - s.start > _LINE or len(words.split()) > _WORDS)


# A longer line with a full stop is no line of a heading: characters, words.
_LINE: Final = 80
_WORDS: Final = 6


_PLAIN: Final = 3.0
_SURELY: Final = 6.0
_ACTS_BEFORE: Final = re.compile(
    r"\b(?:by|before|evidence (?:of|from)|statements? (?:of|from)|(?:letters?|references?|testimonials?|reports?|tributes?) (?:of|from|by|written by)|manager|supervisor|to|told|saw|with),? (?:his|her|their|the|a|an|then|line|manager|supervisor|now|acting|temporary|,| )*\Z"
)


def _as_rank(hit: Hit) -> Hit:
    """A rank as it is; police work without a rank as staff, or "" for "a police officer"."""
    if hit.kind != "unnamed_role":
        return hit
    family, _, role = hit.value.partition(".")
    value = RANK_OF_STAFF if family == "staff" and role not in NO_RANK and role != "pcso" else ""
    return hit._replace(kind="rank", value=value)


def _is_officer(person: Person, page: Page) -> bool:
    """Whether a rank or police work is told of a party."""
    return (
        person.rank is not None
        or person.score == _PLAIN
        or any(has_police_words(m, page) for m in person.mentions)
    )


_ACTS_AFTER: Final = re.compile(
    r"(?:'s evidence|,? (?:his|her|the|their) (?:then )?(?:line )?(?:manager|supervisor)\b|(?:, [^,.;]{3,90},)? (?:then |later |first |also |had )?"
    r"(?:interviewed|arrested|questioned|spoke (?:to|with)|took (?:an?|the|his|her) (?:statement|account)|investigated|asked|searched|supervised|visited|cautioned|managed|reported|(?:conducted|carried out|undertook|led) (?:the|an|his|her) |took the decision|decided|chaired|heard (?:the|his|her|an) "
    r"|(?:dismissed|suspended|sacked) (?:him|her|the (?:claimant|appellant|applicant))|told (?:him|her|us|the)|gave evidence|signed|wrote|gave (?:him|her))\b)"
)


def _only_acts(person: Person, page: Page, scan: Scan) -> bool:
    """Whether somebody comes in as the one by whom or before whom a thing was done, and nothing became of them."""
    first = person.mentions[0]
    if not (
        _ACTS_BEFORE.search(page.low, max(0, first.start - 60), first.start)
        or _ACTS_AFTER.match(page.low, first.end)
    ):
        return False
    if any(scan.among(("outcome", "passive", "offence"), m.end, m.end + _NEAR) for m in person.mentions[1:]):
        return False
    return not any(_was_dealt_with(m.end, page, scan) for m in person.mentions)


# "PC Lee had himself been given", "Sergeant Lee, of the same section, who was in charge and who received"
_BECAME: Final = re.compile(
    r"(?:(?!\b(?:appellant|claimant|applicant|told|said|that|him|them|us)\b)[^.;]){0,110}?"
    r"\b(?:received|accepted|got|was|were|(?:had|has)(?: since| also| later| himself| herself)? (?:been|received|accepted))"
    r"(?: (?:himself|herself|himself been|later|also|given|handed|issued with|sanctioned with|dealt with by|an?|the|separately|only|merely))* \Z"
)


def _was_dealt_with(at: int, page: Page, scan: Scan) -> bool:
    """Whether the sentence goes on from a name to say what became of its bearer."""
    end = min(page.sentence_at(at - 1).end, at + 160)
    if DEALT_WITH.match(page.low, at, end):
        return True
    return any(
        _BECAME.fullmatch(page.low, at, hit.start) is not None for hit in scan.between("outcome", at, end)
    )


_NEAR: Final = 24  # characters


def addressed(parties: list[Person], at: int) -> Person | None:
    """The party to whom a judge's "you" at ``at`` is said: the one named with it ("You, Lee, ..."), or the one named last."""
    for p in parties:
        if any(0 < m.start - at <= _BESIDE_YOU for m in p.mentions):
            return p
    named = [(m.start, p) for p in parties for m in p.mentions if m.start < at]
    return max(named, key=lambda n: n[0])[1] if named else None


_BESIDE_YOU: Final = 8  # characters: "you, Mr Lee"


def _role_told(person: Person, parties: list[Person], page: Page, scan: Scan, coded: bool) -> Hit | None:
    """The rank or work that the paper gives a party by the party's part: "The claimant was a police constable"."""
    low = page.low
    spots: list[int] = []
    if sum(p.party == person.party for p in parties) == 1:
        words = _CALLED[person.party or ""]
        if coded and person.label is None:
            words = words.removesuffix("|officer")  # "the officer" is whoever the paper calls by a letter
        called = re.compile(rf"\bthe (?:{words})\b")
        spots += [m.end() for m in called.finditer(low)]
        spots += [m.end for m in person.mentions]
    elif person.party_number is not None:  # "Lee was a detective inspector"; "the appellants were constables"
        spots += [m.end for m in person.mentions if m.start > _last_printed(parties)]
        for _, end, part, n in called_by_number(page):
            called_so = (
                _PART_WORD.match(low, end) if part == person.party and n == person.party_number else None
            )
            spots += [called_so.end()] if called_so is not None else []
        plural = "|".join(
            w.removesuffix("y") + "ies" if w.endswith("y") else f"{w}s"
            for w in _CALLED.get(person.party or "", person.party or "").split("|")
        )
        together = re.compile(rf"\b(?:the|these|both|both the|all the) (?:{plural})\b")
        spots += [m.end() for m in (*together.finditer(low), *_ALL_OF_YOU.finditer(low))]
    if person.party == "defendant":
        spots += [_before_verb(m) for m in _YOU.finditer(low) if addressed(parties, m.end()) is person]
    for at in sorted([*spots, *_gone_on(spots, page)]):
        if page.quoted(at):
            continue
        end = min(page.sentence_at(at).end, at + 140)
        for kind in _ROLES:
            for hit in scan.between(kind, at, end):
                between = _EMPLOYED.sub("", low[at : hit.start])
                civil = low.endswith("private ", 0, hit.start) or _NOT_ONE.search(between) is not None
                if not civil and (_WAS.fullmatch(between) or _WORK_AS.fullmatch(between)):
                    return _as_rank(hit)
    return None


_SINCE: Final = re.compile(r" then,? (?:and|as you) had been ")


def _before_verb(you: re.Match[str]) -> int:
    """Where the verb after a judge's "you" stands, or the end of the words that only say since when."""
    if _SINCE.search(you.group()) is not None:
        return you.end()
    return you.start("verb")


def _last_printed(parties: list[Person]) -> int:
    """Where the last name of the heading's parties stands."""
    return max(p.mentions[0].end for p in parties if p.party_number is not None)


def _gone_on(spots: list[int], page: Page) -> list[int]:
    """Where the sentence after one about a party goes on with "he" or "she": "The appellant is 38. He had been a constable"."""
    out = []
    for at in spots:
        i = page.sentence_index(at) + 1
        if i < len(page.sentences):
            found = _PRONOUN.match(page.low, page.sentences[i].start)
            out += [found.end()] if found is not None else []
    return out


_PART_WORD: Final = re.compile(
    r"(?:-named)? (?:appellant|claimant|applicant|defendant|respondent|offender|interested party)\b"
)
_PRONOUN: Final = re.compile(r"\W*(?:he|she)\b")
