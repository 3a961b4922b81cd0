"""Surroundings: the people of a page beside each other, and what several readers of roles ask about each name.

Who is named next, what is told until then, and whether a police role is told: worked out once for all who ask.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_lists import follows_officers, in_one_list
from peelian.reading.no_part import dealt_with_it
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.role_story import opening_of, places
from peelian.reading.scan import Scan
from peelian.reading.sexes import sexes
from peelian.reading.spans import holds_any
from peelian.reading.victims import has_police_words

_NEVER_WAS: Final = re.compile(r"\b(?:never|not|n't)\b")
_STEPS_IN: Final = re.compile(
    r"[.;:]|(?<!employed)(?<!served)(?<!serves)(?<!worked)(?<!works)(?<!serving)(?<!working)(?<!been) (?:that the|said|told|by|against|with|alongside|assaulted|attacked) "
)
_ROLE: Final = ("rank", "joined", "force")
# Between a name and the force that somebody works for: "Lee, 29, of Skipton, are both employed by".
_WORKS_FOR: Final = re.compile(
    r"[^.;]{0,70}\b(?:employed|work(?:s|ed|ing)?|serv(?:es|ed|ing)|(?:has|had) been|was|is) (?:by|for|with|in|at|as (?:an? )?[^.,;]{3,40} (?:for|with|at|in|by|of)) (?:the )?"
)
# Before the force that somebody was an officer of: "wore the uniform of", "spent nine years with". Not "claimed that he was in".
_SERVED_IN: Final = re.compile(
    r"\b(?:(?:wore|wearing|worn) (?:the|a) (?:\w+ )?uniform of|(?:served|serving) (?:[\w-]+ ){0,5}(?:with|in|as an officer (?:in|with|of))|(?:patrolled|walked|pounded|investigated|caught|policed|guarded|protected)(?: [\w'-]+){1,5} (?:for|with)"
    r"|(?:spent|gave|put in) (?:[\w-]+ ){1,4}(?:years|decades?|months|career)(?: of (?:his|her) life)? (?:with|in|to|at)|career (?:with|in|at)|in the (?:ranks|service) of|on the (?:strength|payroll|books) of|signed up (?:with|to)|passed out (?:of|with)|been (?:with|in)|warrant card (?:of|from)) (?:the )?\Z"
)
_PRETENDS: Final = re.compile(
    r"\b(?:pretend|claim|pos(?:ed|ing|es)\b|(?:said|told [^.;]{2,20}) (?:that )?s?he|impersonat|falsely|father|mother|brother|husband|wife|partner|ex-boyfriend|son|daughter|victim|never)"
)
SERVED_REACH: Final = 70  # characters before a force


def served_in(low: str, start: int, force: int) -> bool:
    """Whether the words in ``[start, force)`` before a force say that somebody served in it: "wore the uniform of"."""
    return _SERVED_IN.search(low, start, force) is not None and _PRETENDS.search(low, start, force) is None


# Between a name and what its bearer is: "Lee, 41, of Selby, was then a", "Lee, who served as a". Not "Lee hit a".
_IS_ONE: Final = re.compile(
    r"(?:'s)?(?:,? \(?(?:aged )?\d\d\)?)?(?:,? (?:of|from|formerly of) [^,.;:]{2,40}(?:, [^,.;:]{2,25})?)?,?(?: \(| -|:)? ?(?:who |and )?"
    r"(?:(?:is|was|were|are|has been|had been|became|serves?|served|serving|works?|worked|working|retired|then|now|also|still|both|once|formerly|previously|himself|herself|as|at the time|in|for|with|to)\b,? ?)*"
    r"(?:(?:an?|the|his|her|their|its|another|former|ex|serving|retired|two)[ -](?:[\w'&/-]+,? ){0,5})?"
    r"|[^.;]{0,60}\b(?:as|was|is|became|been|latterly|years|rank of|career as) (?:an?|the|his|her|their|our) (?:[\w'-]+ ){0,4}"
)
# "Ian Lee |(DOB: 3/9/1979)|, a former special constable"
_BORN: Final = re.compile(r" \((?:dob|d\.o\.b|date of birth|born)\b[^()\n]{2,30}\)")
_THE_FORMER: Final = re.compile(
    r"the (?:[\w'-]+ ){0,2}?(?:former|ex|serving|disgraced|shamed|married|then|now)[ -]"
)
# "The 41-year-old Selby constable had ...", straight after a sentence that names one person
_THE_AGED: Final = re.compile(r"(?:the|a) \d\d-year-old (?:[\w'-]+ ){0,3}?(?:former |ex-)?")
_A_RANK: Final = re.compile(r"an? (?:[\w'-]+ ){0,3}")


# What the next sentences say of whoever alone was named: "He was the exhibits sergeant", "She did it for Kent Police"
_HE_WAS: Final = re.compile(
    r"(?:he|she) (?:(?:had|has|also|then|later|once|still|already) )*(?:was|is|been|became|served as|worked as|retired as|rose to (?:be|become)) (?:an?|the|one of (?:the|its|[\w']+)) (?:[\w'-]+ ){0,4}"
)
_HE_SERVED: Final = re.compile(
    r"(?:he|she) (?:(?:had|has|also|then|once) )*(?:been |was )?(?:(?:serv|work|employ)ed|joined|did (?:it|so|this|that))(?: [^.;,]{1,40})?(?: (?:for|with|in|at|by))?(?: the)? "
)
_THE_FORCE: Final = re.compile(
    r"\b(?:the|her|his) (?:force|constabulary) (?:has |had |have )?(?:then |later |since |also |finally )?(?:sacked|dismissed|fired|suspended|reinstated) (?:him|her)\b"
)
_FORCES: Final = (" force ", " constabulary ")
_REACH: Final = 3  # sentences after a name in which "he" is still its bearer, as long as nobody else is named


# "Humberside Police |sacked Ann Lee": what a force does to its own
_BY_ITS_FORCE: Final = re.compile(
    r"(?: (?:force|bosses|chiefs))? (?:has |have |had )?(?:then |later |also |finally |wrongly )?(?:sacked|dismissed|fired|suspended|reinstated|demoted|disciplined|kicked out|threw out|booted out) "
)


class Surroundings:
    """Everybody named on one page.

    ``deeds`` counts for each how many mentions are soon followed by what they did or suffered; ``most`` is the
    greatest number of mentions; ``ranked`` says that somebody's name has a rank, but for those who made the arrest
    or the inquiry.
    """

    __slots__ = (
        "_after",
        "_lists",
        "_others",
        "_police",
        "_sexes",
        "_starts",
        "_whose",
        "_words",
        "deeds",
        "most",
        "opening",
        "page",
        "persons",
        "ranked",
        "scan",
        "turns",
    )

    def __init__(self, persons: list[Person], page: Page, scan: Scan) -> None:
        self.persons, self.page, self.scan = persons, page, scan
        named = sorted(((m.start, p) for p in persons for m in p.mentions), key=lambda spot: spot[0])
        self._lists = _runs(persons, page)
        self._starts = [start for start, _ in named]
        self._whose = [person for _, person in named]
        self._after = _changes(self._whose)
        self._others: dict[Person, list[int]] = {}
        self._police: dict[int, bool] = {}
        self._words: dict[int, bool] = {}
        self._sexes: dict[Person, bool] | None = None
        self.most = max((len(p.mentions) for p in persons), default=0)
        self.ranked = any(
            m.rank is not None and not dealt_with_it(m, page) for p in persons for m in p.mentions
        )
        self.opening = opening_of(page, scan, persons[0].anchor if persons else 0)
        self.turns = places(persons, self.opening)
        self.deeds = {person: self._deeds(person) for person in persons}

    def others(self, person: Person) -> list[int]:
        """Where anybody else is named, in order."""
        known = self._others.get(person)
        if known is None:
            spots = zip(self._starts, self._whose, strict=True)
            known = self._others[person] = [start for start, who in spots if who is not person]
        return known

    def _next_of(self, m: Mention) -> int:
        """Where somebody else than the bearer of a mention is next named."""
        i = bisect_right(self._starts, m.start)
        if i and i < len(self._starts) and self._whose[i] is self._whose[i - 1]:
            i = self._after[i]
        return self._starts[i] if i < len(self._starts) else len(self.page.text)

    def list_of(self, m: Mention) -> tuple[Mention, ...]:
        """The mentions of the list of names in which a mention stands, itself among them; itself alone if in none."""
        return self._lists.get(id(m), (m,))

    def next_other(self, person: Person, at: int) -> int:
        """Where somebody else is next named after offset ``at``; the text's end if nobody is."""
        i = bisect_right(self._starts, at)
        if i < len(self._starts) and self._whose[i] is person:
            i = self._after[i]
        return self._starts[i] if i < len(self._starts) else len(self.page.text)

    def named_in(self, start: int, end: int) -> bool:
        """Whether anybody is named between two offsets."""
        i = bisect_right(self._starts, start - 1)
        return i < len(self._starts) and self._starts[i] < end

    def who_in(self, start: int, end: int) -> list[Person]:
        """Whoever is named between two offsets, in order, as often as they are."""
        first = bisect_left(self._starts, start)
        return self._whose[first : bisect_left(self._starts, end, first)]

    def sexes(self) -> dict[Person, bool]:
        """Of whom it is known: True for "she", False for "he"."""
        if self._sexes is None:
            self._sexes = sexes(self.page, self.persons)
        return self._sexes

    def is_police(self, m: Mention) -> bool:
        """Whether a mention carries a rank, or a rank or police work is told of it in the same breath ("..., a sergeant")."""
        known = self._police.get(id(m))
        if known is None:
            known = self._police[id(m)] = self._told_police(m, self._next_of(m))
        return known

    def has_words(self, m: Mention) -> bool:
        """Whether the words beside a mention give a police role (see ``victims.has_police_words``)."""
        known = self._words.get(id(m))
        if known is None:
            known = self._words[id(m)] = has_police_words(m, self.page)
        return known

    def has_role(self, person: Person) -> bool:
        """Whether the words around any mention of a person, up to the next name, give a police role."""
        return bool(person.label) or any(self.has_words(m) or self.is_police(m) for m in person.mentions)

    def sacked_by_force(self, m: Mention) -> bool:
        """Whether a force is said to have dismissed, suspended or taken back whoever a mention names."""
        start = max(0, m.start - 70)
        forces = self.scan.between("force", start, m.start)
        return any(_BY_ITS_FORCE.fullmatch(self.page.low, h.end, m.start) for h in forces)

    def _told_police(self, m: Mention, stop: int) -> bool:
        if m.rank is not None or m.collar is not None or self._then_ranked(m) or self._told_next(m, stop):
            return True
        low = self.page.low
        if self.sacked_by_force(m):
            return True
        listed = self.list_of(m)
        if len(listed) > 1 and follows_officers(low, listed[0].name_start):
            return True  # "two former colleagues, Ann Lee and Tom Moss"
        born = _BORN.match(low, m.end) if low.startswith(" (", m.end) else None
        at = born.end() if born is not None else m.end
        end = min(self.page.sentence_at(m.start).end, at + 80, stop)
        return any(
            not _STEPS_IN.search(low, at, hit.start)
            and (
                hit.kind == "joined"
                or (_WORKS_FOR if hit.kind == "force" else _IS_ONE).fullmatch(low, at, hit.start)
                or (hit.kind == "force" and served_in(low, at, hit.start))
            )
            and not (hit.kind == "joined" and _NEVER_WAS.search(low, at, hit.start))
            for hit in self.scan.among(_ROLE, at, end)
        )

    def _then_ranked(self, m: Mention) -> bool:
        """Whether the sentence after one that names nobody else says what rank: "Ann Lee, 30. A serving PC, she ..."."""
        page = self.page
        index = page.sentence_index(m.start)
        if index + 1 == len(page.sentences):
            return False
        then = page.sentences[index + 1]
        if then.paragraph != page.sentences[index].paragraph or self._next_of(m) < then.start:
            return False
        opens = m.start - page.sentences[index].start <= 3
        return any(
            _THE_AGED.fullmatch(page.low, then.start, h.start)
            or (opens and _THE_FORMER.fullmatch(page.low, then.start, h.start))
            or (
                opens
                and _A_RANK.fullmatch(page.low, then.start, h.start)
                and page.low.startswith((", he ", ", she "), h.end)
            )
            for h in self.scan.between("rank", then.start, then.start + 40)
        )

    def _told_next(self, m: Mention, stop: int) -> bool:
        """Whether the sentences after a name, until the next one, tell of its bearer as police: "He was the custody sergeant"."""
        page, low = self.page, self.page.low
        index = page.sentence_index(m.start)
        for then in page.sentences[index + 1 : index + 1 + _REACH]:
            if then.end > stop + 1:
                return False
            if low.startswith(("he ", "she "), then.start):
                near = self.scan.among(("rank", "force"), then.start, min(then.end, then.start + 90))
                for hit in near:
                    told = _HE_WAS if hit.kind == "rank" else _HE_SERVED
                    if told.fullmatch(low, then.start, hit.start):
                        return True
            if holds_any(low[then.start : then.end], _FORCES) and _THE_FORCE.search(
                low, then.start, then.end
            ):
                return True
        return False

    def _deeds(self, person: Person) -> int:
        """How many mentions are soon followed, in their sentence, by what somebody did or suffered."""
        page, scan = self.page, self.scan
        return sum(
            1
            for m in person.mentions
            if not page.quoted(m.end)
            and scan.between("does", m.end, min(page.sentence_at(m.start).end, m.end + 80))
        )


def _changes(whose: list[Person]) -> list[int]:
    """For each mention the place of the next one that is somebody else's (their number, where none is)."""
    out = [len(whose)] * len(whose)
    for i in range(len(whose) - 2, -1, -1):
        out[i] = out[i + 1] if whose[i + 1] is whose[i] else i + 1
    return out


def _runs(persons: list[Person], page: Page) -> dict[int, tuple[Mention, ...]]:
    """For each mention in a list of names ("Lee, 40, and Moss, 43, deny") all the mentions of that list."""
    mentions = sorted((m for p in persons for m in p.mentions), key=lambda m: m.start)
    out: dict[int, tuple[Mention, ...]] = {}
    i = 0
    while i < len(mentions):
        j = i + 1
        while j < len(mentions) and in_one_list(page.low, mentions[j - 1].end, mentions[j].start):
            j += 1
        if j - i > 1:
            run = tuple(mentions[i:j])
            out.update((id(m), run) for m in run)
        i = j
    return out
