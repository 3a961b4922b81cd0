"""The force that each subject served in: of all that a page names, the one told in the same breath, or the usual one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.held_against import held_against
from peelian.reading.model import Cited, Span
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.spans import holds_any

_FORCE_NOUN: Final = re.compile(
    r"(?:'s?)? ?(?:police |constabulary |force )?(?:officers?|pcs?|constables?|police|sergeants?|detectives?|inspectors?|superintendents?|pcsos?|special|force|constabulary|policeman|policewoman|call handlers?|dc|ds|sgt|cop|firearms)\b"
)
_OTHERS_PART: Final = re.compile(
    r"(?:(?:investigat|inquir|enquir(?!y (?:clerk|office|desk|assistant))|review|examin)\w*|arrested|stopped|cautioned|charged|bailed|detained|caught|interviewed|carried out|conducted|led|run|supervised|overseen) (?:\w+ ){0,2}by (?:officers |detectives |a team )?(?:from |of |at )?(?:the )?\Z"
    r"|(?:officers|detectives|patrol|colleagues|investigators|assistance|superintendent|inspector|constable) (?:from|at) (?:the )?\Z|case of \Z|transferred to (?:the )?\Z"
)
_OWN_FORCE: Final = re.compile(
    r"\b(?:officer|constable|pc|pcs|sergeant|sgt|detective|inspector|special|pcso|dismissed|sacked|fired|joined|served|serving|serves|worked|working|works|resigned|retired|suspended|employed|member|career|service|years|staff|stationed|force) "
    r"(?:with|from|by|for|in|at|of) (?:the )?\Z"
)


# "Office of the Police and Crime Commissioner for Durham": of the county's police
_HEADED_BY: Final = re.compile(
    r"\b(?:crime commissioner|deputy mayor for policing|(?:police|crime) panel|police authority|pcc|opcc) (?:for|of)(?: the| county)* \Z"
)


# "45, of Moor Lane, Windlesham, Surrey"
_HOME: Final = re.compile(
    r"(?:\d\d\)?,? (?:of|from)|, of|who lives in|, from)(?: [a-z0-9][\w'\u2019-]*){1,4},(?: [a-z][\w'\u2019-]*){0,3},? ?\Z"
)


# "The Suffolk detective brought in to investigate", "officers from Kent who led the inquiry"
_BROUGHT_IN: Final = re.compile(
    r"(?:'s?)?(?: police| constabulary)? (?:officers?|detectives?|inspector|superintendent|team)(?:,| who (?:was|were))? (?:(?:brought|called|drafted|sent) in\b|(?:asked|appointed) to (?:lead|investigate|review)|who (?:led|investigated|reviewed))"
)
# "dismissed by the Chief Constable of |Cheshire|": the last force served in; "became a constable in |Essex|": the first
_SENT_AWAY: Final = re.compile(
    r"\b(?:dismissed|sacked|fired|suspended)(?: [^.;,]{1,20})? by (?:the )?(?:then )?(?:chief constable of |commissioner of )?(?:the )?\Z"
)
# "was charged by |Sussex Police|": where the crime was, which need not be where the officer serves
_CHARGED_BY: Final = re.compile(r"\b(?:charged|bailed) by (?:the )?\Z")
_BEGAN: Final = re.compile(
    r"\b(?:became|began|started|started out)\b[^.;,]{0,40}\b(?:constable|pc|officer|career|service|life|beat|cadet) (?:in|with|at|for) (?:the )?\Z"
)
# What those words end with: most forces stand after others, and need no closer look.
_OTHERS_PART_ENDS: Final = ("by ", "from ", "of ", "at ", "the ", "to ", "officers ", "detectives ", "team ")
_OWN_FORCE_ENDS: Final = ("with ", "from ", "by ", "for ", "in ", "at ", "of ", "the ")
_HEADED_ENDS: Final = ("for ", "of ", "the ", "county ")
_BESIDE: Final = 16  # characters between a name and its force
_OF: Final = re.compile(r",?(?: then| formerly| late)? of (?:the )?")
_A: Final = re.compile(r", (?:an?|then an?|the) ")
_A_MAN: Final = re.compile(
    r" (?:man|woman|officer|policeman|policewoman|constable|sergeant|detective|inspector)\b"
)
_LEAST: Final = 0.4
# "Norfolk and Suffolk Constabularies", "Kent Police, Essex Police": two forces in one heading
_AND_FORCE: Final = re.compile(r"(?: police| constabulary)?(?:,? and|,| &| /|/) ?(?:the )?")
_SAME_BREATH: Final = 60  # characters between an officer and the force that tells whose he or she is


# "|Sergeant Lee|, a boxer, was sacked from |Kent Police|"
_LEFT_FROM: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?(?:, [^.;:\"]{2,80}?,)?(?: who)? (?:(?:was|has been|had been|is|later|also|then) ){0,3}(?:dismissed|sacked|fired|kicked out|thrown out|resigned|retired|suspended|booted out|drummed out)(?: (?:without notice|with immediate effect|in (?:19|20)\d\d|last (?:week|month|year)))? (?:from|by|of) (?:the )?"
)
_CLAUSE: Final = 150  # characters


# "her secondment to |the National Crime Agency|", "seconded to |the Met|": lent by the own force
_LENT: Final = re.compile(
    r"\b(?:secondments?|seconded|on loan|loaned|lent)(?: (?:as|of|for) [^.;,]{1,30})? (?:to|with|at) (?:the )?\Z"
)


def _lent(low: str, hit: Hit) -> bool:
    """Whether words just before a force say that somebody was there on secondment."""
    before = low[max(0, hit.start - 64) : hit.start]
    return holds_any(before, _LENT_WORDS) and _LENT.search(before) is not None


_LENT_WORDS: Final = ("second", "loan", "lent ")


class _Named(NamedTuple):
    """A force's name: whether it names one by itself or only a county ("Essex"), and what its own words give it."""

    hit: Hit
    strong: bool
    others_part: bool
    weight: float


# "Mrs G. |Kent|", "Ms Ruth |Kent|": a name before the county that somebody is called by
_NAMED_SO: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?:[A-Z][\w.'\u2019-]* ){0,2}\Z")


def _is_surname(text: str, hit: Hit, named: list[Span]) -> bool:
    """Whether a county is a surname, or a part of one: "PC Tamsin |Kent|", "G. |Kent|-Olawale"; ``named`` are the names, in order."""
    i = bisect_right(named, hit.start, key=itemgetter(0))
    return (
        (i > 0 and hit.end <= named[i - 1][1])
        or (text[hit.end : hit.end + 1] == "-" and text[hit.end + 1 : hit.end + 2].isupper())
        or _NAMED_SO.search(text, max(0, hit.start - 40), hit.start) is not None
    )


class ServedForces:
    """The forces that a page names, weighed once by the words around each; ``of`` chooses among them for a person."""

    __slots__ = ("_held", "_named", "_of_two", "_prepared", "_usual")

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        low, found = prepared.page.low, [(h, True) for h in prepared.scan.of("force")]
        named = sorted((m.name_start, m.name_end) for p in prepared.cast.persons for m in p.mentions)
        for hit in prepared.scan.of(
            "force_weak"
        ):  # a bare county counts where an officer or the police follow
            if _is_surname(prepared.page.text, hit, named):
                continue
            headed = (
                low.endswith(_HEADED_ENDS, 0, hit.start)
                and _HEADED_BY.search(low, max(0, hit.start - 40), hit.start) is not None
            )
            strong = headed or _FORCE_NOUN.match(low, hit.end) is not None
            if not strong and _HOME.search(low, max(0, hit.start - 60), hit.start):
                continue  # the county of a home says nothing of the force
            found.append((hit, strong and not low[max(0, hit.start - 4) : hit.start].endswith(" in ")))
        found.sort()
        own = [f for f in found if not low.startswith(" federation", f[0].end)]
        found = own or found  # whose branch of the Federation speaks or helps says little beside a force
        found = [f for f in found if not _lent(low, f[0])] or found
        parts = [_others_part(low, hit) for hit, _ in found]
        self._usual = usual = _usual(found, parts)
        self._named = [
            _Named(hit, strong, part, self._weight(hit, strong, part, usual))
            for (hit, strong), part in zip(found, parts, strict=True)
        ]
        self._of_two = self._heading_names_two()
        self._held = held_against(prepared.page, prepared.cast.subjects)

    def of(self, person: Person) -> Cited[str] | None:
        """The force that the person served in: the one told in the same breath, else the page's usual one."""
        named = self._named
        if not named or self._only_of_others(person):
            return None
        own = self._beside_name(person) or self._sacked_from(person)
        if own is not None:
            return Cited(own.value, (own.start, own.end))
        if self._of_two and not person.mentions:
            named = [n for n in named if self._in_one_breath(person, n)]
            if not named:
                return None  # either force's
        strong_values = {n.hit.value for n in named if n.strong}
        if len({n.hit.value for n in named}) == 1 or (len(strong_values) == 1 and person.region is None):
            best = next((n for n in named if n.strong), named[0])
            only = (
                len(named) == 1 and _CHARGED_BY.search(self._prepared.page.low, 0, best.hit.start) is not None
            )
            if not (best.others_part and (only or len(named) > 1)) and not self._own_county(person, best):
                return Cited(best.hit.value, (best.hit.start, best.hit.end))
        spots = [m.start for m in person.mentions] or [person.anchor]
        weight, _, hit = max(
            (n.weight + self._nearness(person, n, spots), -n.hit.start, n.hit) for n in named
        )
        if (
            not person.mentions
            and person not in self._prepared.cast.who(hit.start)
            and self._is_round_up(person)
        ):
            return None  # "Another officer was dismissed", after others of two forces
        if weight <= _LEAST:  # of an officer without a name no force is told again: it is the page's
            usual = next((n.hit for n in named if n.strong and n.hit.value == self._usual), None)
            listed = any(p.region is not None for p in self._prepared.cast.subjects)
            if usual is None or person.mentions or listed:
                return None
            hit = usual
        return Cited(hit.value, (hit.start, hit.end))

    def _is_round_up(self, person: Person) -> bool:
        """Whether a page tells of others by name, each in the words of another force: it has no force of its own."""
        who = self._prepared.cast.who
        theirs = {
            n.hit.value
            for n in self._named
            if n.strong
            and not n.others_part
            and any(p is not person and p.mentions for p in who(n.hit.start)[:2])
        }
        return len(theirs) > 1 and not any(n.strong and not who(n.hit.start) for n in self._named)

    def _heading_names_two(self) -> bool:
        """Whether an oversight body's report is headed by two forces: an officer of "the force" may be either's."""
        masthead, low = self._prepared.masthead, self._prepared.page.low
        if masthead.kind != "oversight_release" or masthead.title is None:
            return False
        start, end = masthead.title.spans[0]
        heading = [n.hit for n in self._named if start <= n.hit.start < end]
        return any(
            a.value != b.value and _AND_FORCE.fullmatch(low, a.end, b.start) for a, b in pairwise(heading)
        )

    def _in_one_breath(self, person: Person, named: _Named) -> bool:
        """Whether a force stands in words told of an officer without a name, or right beside what he or she is called."""
        at = named.hit.start
        return person in self._prepared.cast.who(at) or (
            abs(person.anchor - at) < _SAME_BREATH
            and self._prepared.page.sentence_index(at) == self._prepared.page.sentence_index(person.anchor)
        )

    def _beside_name(self, person: Person) -> Hit | None:
        """The force told in the words of a ranked name: "Detective Inspector Lee |of West Mercia|", "PC Lee, |a Humberside man|"."""
        low = self._prepared.page.low
        for m in person.mentions:
            for hit in (
                n.hit for n in self._named if m.rank is not None and m.end < n.hit.start < m.end + _BESIDE
            ):
                gap = low[m.end : hit.start]
                if _OF.fullmatch(gap) or (_A.fullmatch(gap) and _A_MAN.match(low, hit.end)):
                    return hit
        return None

    def _sacked_from(self, person: Person) -> Hit | None:
        """The force that the sentence of a name says somebody was dismissed from: "Sergeant Lee, a boxer, was sacked from |Kent Police|"."""
        page = self._prepared.page
        for m in person.mentions:
            if m.rank is None or page.quoted(m.start):
                continue
            end = min(page.sentence_at(m.start).end, m.end + _CLAUSE)
            hit = next((n.hit for n in self._named if n.strong and m.end < n.hit.start < end), None)
            if hit is None or _LEFT_FROM.fullmatch(page.low, m.end, hit.start) is None:
                continue
            if not self._prepared.cast.named_in(m.end + 1, hit.start):
                return hit
        return None

    def _own_county(self, person: Person, only: _Named) -> bool:
        """Whether the words about a person name a county as the force that dismissed them, and the page's one force elsewhere."""
        who = self._prepared.cast.who
        if person in who(only.hit.start) and not self._of_an_official(only.hit):
            return False
        low = self._prepared.page.low
        return any(
            n.hit.value != only.hit.value
            and not n.others_part
            and who(n.hit.start) == (person,)
            and _OWN_FORCE.search(low, max(0, n.hit.start - 30), n.hit.start) is not None
            for n in self._named
        )

    def _of_an_official(self, hit: Hit) -> bool:
        """Whether the sentence of a force names somebody else before it: "Inspector Lee, who came from the Met"."""
        sentence = self._prepared.page.sentence_at(hit.start)
        return self._prepared.cast.official_at(sentence.start, hit.start) is not None

    def _only_of_others(self, person: Person) -> bool:
        """Whether every force stands in the entries of other officers of a list: it says nothing of this one's."""
        if person.region is None:
            return False
        others = [p.region for p in self._prepared.cast.subjects if p.region not in (None, person.region)]
        return bool(others) and all(
            any(r is not None and r[0] <= n.hit.start < r[1] for r in others) for n in self._named
        )

    def _weight(self, hit: Hit, strong: bool, others_part: bool, usual: str | None) -> float:
        """What speaks for or against a force whosever it is."""
        page = self._prepared.page
        weight = 0.0 if strong else -0.6
        if others_part:
            weight -= 5.0
        if hit.value == usual:
            weight += 1.0
        if _FORCE_NOUN.match(page.low, hit.end):
            weight += 0.6
        start = max(0, hit.start - 30)
        if page.low.endswith(_OWN_FORCE_ENDS, start, hit.start) and _OWN_FORCE.search(
            page.low, start, hit.start
        ):
            weight += 1.2
            if _SENT_AWAY.search(page.low, max(0, hit.start - 60), hit.start):
                weight += 2.0
            elif _BEGAN.search(page.low, max(0, hit.start - 70), hit.start):
                weight -= 2.0
        sentence = page.sentence_at(hit.start)
        if self._prepared.cast.official_at(max(sentence.start, hit.start - 50), hit.start):
            weight -= 0.6
        if page.quoted(hit.start):
            weight -= 0.2
        return weight

    def _nearness(self, person: Person, named: _Named, spots: list[int]) -> float:
        """What speaks for a force being one person's: words told of them, their part of a list, the distance."""
        at = named.hit.start
        weight = 0.0
        who = self._prepared.cast.who(at)
        if who == (person,):
            weight += 1.5
        elif person in who:
            weight += 0.8
        elif who and (person.region is None or any(p.region != person.region for p in who)):
            weight -= 1.5  # unless they share an entry, and what stands at its head
        if person.region is not None and person.region[0] - 60 <= at < person.region[1]:
            weight += 1.5 if named.strong else 1.0
        near = min(abs(s - at) for s in spots)
        if (
            person.mentions
            and person.role != "background"
            and any(h.start <= at < self._prepared.page.sentence_at(h.start).end for h in self._held)
        ):
            weight -= 3.0  # the force of an officer whose case is held against this one
        return weight + (1.2 if near < 60 else 0.7 if near < 150 else 0.2 if near < 400 else 0.0)


def _usual(found: list[tuple[Hit, bool]], others_parts: list[bool]) -> str | None:
    """The force that the page names most, without other forces' part in the investigation."""
    counts: Counter[str] = Counter()
    for (hit, strong), others_part in zip(found, others_parts, strict=True):
        if strong and not others_part:
            counts[hit.value] += 2 if hit.start < 300 else 1
    return counts.most_common(1)[0][0] if counts else None


def _others_part(low: str, hit: Hit) -> bool:
    """Whether the words before a force tell of its part in the case of another force's officer."""
    if _BROUGHT_IN.match(low, hit.end):
        return True
    start = max(0, hit.start - 56)
    return (
        low.endswith(_OTHERS_PART_ENDS, start, hit.start)
        and _OTHERS_PART.search(low, start, hit.start) is not None
    )
