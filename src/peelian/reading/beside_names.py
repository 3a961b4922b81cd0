"""Officers without names beside named ones, in a report that tells of many: names and descriptions walk together.

"Sgt Tresco has a case to answer, as have two detention officers. A second constable ...": whoever is
named takes their turn like everybody else, so that "the sergeant" is Sgt Tresco and "the remaining two"
are counted without those who have a name.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.brought_in import person_of, with_rank_told
from peelian.reading.description import Description
from peelian.reading.descriptions import find_descriptions
from peelian.reading.distinct_officers import follows_name, is_distinct, named_later
from peelian.reading.further import further_officers, overlaid, ranks_told
from peelian.reading.kind import is_judgment
from peelian.reading.own_verdicts import AS_WITNESS
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person, Topics
from peelian.reading.scan import Scan
from peelian.reading.told_next import OBJECT, is_next
from peelian.reading.unnamed import JUDGED, NO_RANK, RANK_OF_STAFF, Referent, judged
from peelian.reading.walk import Walk
from peelian.reading.walked import rank_of
from peelian.reading.withheld_names import is_withheld

# "the custody sergeant, Sgt Tresco", "an officer from the same station, PC Moss": the name's own words.
_BEFORE_NAME: Final = re.compile(
    r"(?: (?:from|at|in|of|with|on) [^,.;]{3,50},)?(?:,|:| -| \u2013| \()? ?(?:then |now |former |acting |temporary |ex-)*"
)
_COUNTED: Final = re.compile(
    r"(?:the )?(?:two|three|four|five|both|another|an? (?:second|third|fourth|further|different))\b"
)
_NEAR: Final = 60  # characters from such words to the name
# "another officer, named only as W"
_NAMED_ONLY: Final = re.compile(r"[^.;]{0,30}\b(?:named|known|identified|referred to|called)\b")
_OWN: Final = frozenset({"outcome", "management", "no_case", "case", "finding", "crime"})


def unnamed_beside(
    page: Page, scan: Scan, persons: list[Person], reports: bool
) -> tuple[list[Person], Topics]:
    """The unnamed subjects of a page that names others; in the ``reports`` of an oversight body also those that
    only one walk with the names finds, where the stricter way finds nobody or those it adds are told by number.

    ``persons`` is everybody named. Returns as ``anonymous_cast`` does.
    """
    found = further_officers(page, scan, persons)
    if not scan.of("unnamed_role"):
        return found
    if not reports:
        return _with_more(found, _walked(page, scan, persons, strictly=True))
    together = _walked(page, scan, persons)
    if not found[0]:
        return together
    if _are_the_same(found[0], together[0]) and _told(together[1]) > _told(found[1]):
        return together  # the same people, of whom the walk with the names tells more
    known = {p.anchor for p in found[0]}
    more = [p for p in together[0] if p.anchor not in known]
    return together if more and all(_COUNTED.match(page.low, p.anchor) for p in more) else found


def _are_the_same(some: list[Person], others: list[Person]) -> bool:
    """Whether two readings found as many people, of the same ranks."""
    ranks = [sorted(p.rank.value if p.rank is not None else "" for p in people) for people in (some, others)]
    return ranks[0] == ranks[1]


def _told(topics: Topics) -> int:
    """How many characters are told of anybody."""
    return sum(end - start for start, end, who in topics if who)


def _with_more(
    found: tuple[list[Person], Topics], walked: tuple[list[Person], Topics]
) -> tuple[list[Person], Topics]:
    """``found`` with those of ``walked`` who can be none of them: of a rank that none of them holds."""
    ranks = {p.rank.value if p.rank is not None else None for p in found[0]}
    more = [p for p in walked[0] if (p.rank.value if p.rank is not None else None) not in ranks]
    if not more or (found[0] and None in ranks):
        return found
    told = [(start, end, who) for start, end, who in walked[1] if any(p in more for p in who)]
    people = sorted([*found[0], *more], key=lambda p: p.anchor)
    return people, overlaid(told, found[1]) if found[1] else told


def _walked(
    page: Page, scan: Scan, persons: list[Person], strictly: bool = False
) -> tuple[list[Person], Topics]:
    """Those of whom a verdict is told in one walk with the names, and who can be none of those named.

    ``strictly``: only those whose own first words put it beyond doubt, on a page that is no oversight body's.
    """
    subjects = [p for p in persons if p.is_subject and p.mentions]
    if not subjects or (
        strictly and (any(p.is_subject and not p.mentions for p in persons) or is_judgment(page, scan))
    ):
        return [], []
    descriptions = _descriptions(page, scan, persons, subjects)
    if strictly:
        apart = _Apart(page, scan, descriptions, persons, subjects)
        if not any(d.person is None and apart.may_be(d) for d in descriptions):
            return [], []  # most pages: the walk could bring in nobody
    walk = Walk(page, scan, True, descriptions=descriptions)
    walk.referents.people = [_bound(p) for p in subjects]
    walk.read()
    lettered = all(p.name is None for p in subjects)
    found: list[Person] = []
    own = _Apart(page, scan, walk.descriptions, persons, subjects)
    for r in judged(walk.referents.people):
        if r.person in subjects or r.level < JUDGED or not own.is_apart(r):
            continue
        if strictly and not own.is_plainly_apart(r):
            continue
        if lettered and r.roles <= {"officer", "staff"}:
            continue  # beside "Officer A" and "Officer B" a mere officer may be either
        if not _OWN & set(r.told) and not _faces(page, scan, r):
            continue
        r.person.role, r.person.anchor, r.person.rank = "subject", r.anchor, rank_of(walk, r)
        if r.person.rank is None and strictly and r.many == 1:
            ranked = with_rank_told(page, scan.once(find_descriptions), own.words[r.anchor])
            r.person.rank = person_of(ranked).rank
        r.person.criminal = [(start, end) for start, end, told in walk.criminal if r in told]
        found.append(r.person)
    known = {id(p) for p in (*found, *subjects)}
    topics: Topics = []
    at = 0
    for start, end, told in sorted(walk.topics, key=lambda t: t[0]):
        who = tuple(dict.fromkeys(r.person for r in told or () if id(r.person) in known))
        if end > at and any(p in found for p in who):
            topics.append((max(at, start), end, who))
        at = max(at, end)
    return found, topics


def _bound(p: Person) -> Referent:
    """The referent of somebody named: what they are called besides is their rank's word."""
    rank = p.rank or next((m.rank for m in p.mentions if m.rank is not None), None)
    staff = rank is not None and rank.value == RANK_OF_STAFF
    role = "staff" if staff else rank.value if rank is not None else "officer"
    return Referent(
        "staff" if staff else "officer", {role}, set(), p.anchor, rank, p, open=rank is None, definite=True
    )


def _descriptions(page: Page, scan: Scan, persons: list[Person], subjects: list[Person]) -> list[Description]:
    """Descriptions of those without names, in order, with the names of the subjects among them."""
    named = sorted((m.start, m.end) for p in persons for m in p.mentions)
    own = sorted(m.start for p in subjects for m in p.mentions)
    first = min((m.start for p in subjects for m in p.mentions), default=0)
    ranks = {r for p in subjects for r in _bound(p).roles}
    out = [_name(m, p) for p in subjects for m in p.mentions]
    for d in scan.once(find_descriptions):
        if page.quoted(d.start) or _of_a_name(page, d, named) or _is_total(page, d, own):
            continue
        early = d.start < first and (d.generic or d.role in ranks)
        if early and (d.number is None or d.number <= len(subjects)):
            continue  # the opening tells of those whom the story names
        if early and d.generic and d.number is not None:
            d = replace(d, number=d.number - len(subjects))  # "three officers", of whom the story names two
        out.append(d)
    return sorted(out, key=lambda d: d.start)


def _name(m: Mention, p: Person) -> Description:
    role = m.rank.value if m.rank is not None else "officer"
    return Description(m.start, m.end, "officer", role, "known", 1, m.rank, person=p)


def _of_a_name(page: Page, d: Description, named: list[tuple[int, int]]) -> bool:
    """Whether words stand in a name, or just before or after one: "the custody sergeant, Sgt Tresco"."""
    i = bisect_left(named, (d.start, 0))
    after = named[i] if i < len(named) else None
    before = named[i - 1] if i else None
    return (
        (after is not None and after[0] < d.end)
        or (before is not None and d.start < before[1])
        or (
            after is not None
            and after[0] - d.end < _NEAR
            and d.number == 1
            and _BEFORE_NAME.fullmatch(page.low, d.end, after[0]) is not None
        )
        or follows_name(page, d, named)
        or (d.number == 1 and d.form != "known" and _NAMED_ONLY.match(page.low, d.end) is not None)
    )


def _is_total(page: Page, d: Description, own: list[int]) -> bool:
    """Whether the same sentence names as many subjects as the words count: "Two supervisors: Sgt Lee and Sgt Moss"."""
    if d.number is None or d.number < 2:
        return False
    end = page.sentence_at(d.start).end
    return bisect_left(own, end) - bisect_left(own, d.end) >= d.number


def _faces(page: Page, scan: Scan, r: Referent) -> bool:
    """Whether a hearing is told of after the words for somebody, in their own sentence."""
    end = page.sentence_at(r.anchor).end
    return any(h.value == "hearing" for h in scan.between("unnamed_verdict", r.anchor, end))


class _Apart:
    """Tells who without a name can be none of those who have one."""

    def __init__(
        self, page: Page, scan: Scan, found: list[Description], persons: list[Person], subjects: list[Person]
    ) -> None:
        self.page, self.scan, self.persons = page, scan, persons
        self.named = sorted((m.start, m.end) for p in persons for m in p.mentions)
        self.words = {d.start: d for d in found}
        ranks = {m.rank.value for p in persons for m in p.mentions if m.rank is not None}
        ranks |= {p.rank.value for p in subjects if p.rank is not None}
        told, self.all_ranked = ranks_told(page, found, self.named, subjects)
        self.ranks = ranks | told

    def is_apart(self, r: Referent) -> bool:
        """Whether their own first words say so: of a rank that nobody named holds, another, one of several."""
        d = self.words.get(r.anchor)
        if d is None:
            return False
        several = r.many > 1 or r.apart or r.ordinal is not None or d.form == "part"
        return several or is_distinct(d, self.ranks, self.all_ranked) or is_withheld(self.page, d, self.named)

    def is_plainly_apart(self, r: Referent) -> bool:
        """Whether they are brought in by an article or a number, at the head of a clause, with a rank that nobody named holds."""
        d = self.words[r.anchor]
        if r.many > _MOST_BESIDE:
            return False
        if d.form in ("part", "other") and len(r.roles) == 1:  # "two sergeants ... one of them ... the other"
            whom = replace(d, form="new", number=1, family=r.family, role=next(iter(r.roles)))
            return self._is_brought_in(d, whom)
        return self._is_brought_in(d, d)

    def may_be(self, d: Description) -> bool:
        """Whether anybody whom these words bring in may be plainly apart, whoever else the page tells of."""
        return d.form in ("part", "other") or self._is_brought_in(d, d)

    def _is_brought_in(self, d: Description, whom: Description) -> bool:
        """``whom`` is what ``d`` means: somebody of a rank told before."""
        page, sentence = self.page, self.page.sentence_at(d.start)
        if named_later(d, self.persons):
            return False
        if AS_WITNESS.search(page.low, d.end, sentence.end):
            return False
        told_here = any(
            h.value in _OWN | {"left", "hearing"}
            for h in self.scan.between("unnamed_verdict", d.end, sentence.end)
        )
        if not told_here and OBJECT.search(page.low, d.end, sentence.end):
            return False  # "A sergeant noticed the money. He was warned": who was?
        if is_withheld(page, d, self.named):
            return True
        if whom.form not in ("new", "known", "another", "ordinal"):
            return False
        if not is_distinct(whom, self.ranks, self.all_ranked) or (whom.role in NO_RANK and not is_next(whom)):
            return False
        if _FOUND_OUT.match(page.low, d.end) or _DECIDES.match(page.low, d.end):
            return False
        first = self._first_of_several(whom)
        return (
            first.start - sentence.start < _OPENS
            or _HEADS.search(page.low, sentence.start, first.start) is not None
        )

    def _first_of_several(self, d: Description) -> Description:
        """Whoever opens the row in which somebody is brought in: "|A sergeant| and two constables"."""
        words = sorted((x for x in self.words.values() if x.end <= d.start), key=lambda x: x.end)
        for x in reversed(words):
            if x.form != "new" or _ROW.fullmatch(self.page.low, x.end, d.start) is None:
                break
            d = x
        return d


#: A group beside names is taken for so many at most: where its end is another's, each of them gets it wrong.
_MOST_BESIDE: Final = 2
_ROW: Final = re.compile(r",? and |, ")
# "a civilian in the pay office, who queried them twice, has been promoted"
_FOUND_OUT: Final = re.compile(
    r"[^.,;]{0,40},? who (?:had |has |first |later )?(?:queried|challenged|flagged|noticed|spotted|discovered|refused|warned|objected|stopped|intervened)\b"
)
# "The inspector dismissed Sergeant Lee", "A superintendent decided": whose decision it was
_DECIDES: Final = re.compile(
    r"(?: (?:then|also|later|who [^.,;]{3,50},?))? (?:(?:found|dismissed|sacked|warned|cleared)(?! (?:guilty|not|to have|for|after|over|on|in|without|with|by|from|of)\b)|decided|ruled|concluded|determined|imposed|gave|directed|ordered|said|told|upheld|heard|accepted that|rejected|considered|assessed|announced|confirmed|agreed)\b"
)
_OPENS: Final = 4  # characters before the words that open a sentence
# "In June a sergeant ...", "... and |a sergeant|", "said that a sergeant": who has a clause of their own
_HEADS: Final = re.compile(
    r"(?:[;:] |, (?:and|but|while|whereas) |\b(?:said|says|heard|found|confirmed|that|in (?:january|february|march|april|may|june|july|august|september|october|november|december|19\d\d|20\d\d)),? )(?:also |later |then )?\Z"
)
