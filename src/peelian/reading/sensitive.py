"""Sensitive spans: words of a document that publication must weigh before it shows them.

Nothing is cut here: a span is marked with its kind and the rule that asks for care, and the gate of
publication decides. Marking too much costs a look, marking too little may expose a victim; so the
tests are wide where a victim, a child or a restriction is concerned.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final

from peelian import law
from peelian.reading import patterns as re
from peelian.reading.addresses import find_addresses
from peelian.reading.helplines import is_helpline, phones_on
from peelian.reading.model import Sensitive
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import WORD, number
from peelian.reading.scan import Hit

_LIFELONG: Final = (
    "Sexual Offences (Amendment) Act 1992 s.1: a victim of a sexual offence has lifelong anonymity; {}"
)
_POLICY: Final = "Victims are never identified, whatever the offence (jigsaw identification); {}"
_CHILD: Final = "A person under 18 is never identified (Youth Justice and Criminal Evidence Act 1999 ss.45, 45A; Children and Young Persons Act 1933 s.49)"
_RESTRICTED: Final = (
    "The document mentions a reporting restriction: check its terms and its end before anything is published"
)
_ANONYMITY: Final = "The document mentions anonymity granted or a name withheld (Police (Conduct) Regulations 2020 regs 39, 59): no name is published until the order is checked"
_HEALTH: Final = "Health is special category data (UK GDPR Article 9): leave out unless there is a reason that is written down"
_ADDRESS: Final = (
    "Never publish street or house: town and force suffice (publication rule 3.5, home address and family)"
)
_TELEPHONE: Final = (
    "A telephone number that is no helpline: leave out (data minimisation, UK GDPR Article 5(1)(c))"
)

_YEARS_OLD: Final = re.compile(rf"\b(\d{{1,2}}|{WORD})[- ]years?[- ]old")
_AGE_AFTER: Final = re.compile(
    r"(?:,? (?:who (?:is|was) )?(?:then |now |just |only )?(?:aged |of )|, ?(?:who (?:is|was) )?(?:then |now |just |only )?|\(|,? under (?:the age of )?)(\d{1,2})\b(?![\d:./%,]\d|[- ](?:year|month|week|day|hour|minute|mile)|(?:st|nd|rd|th|am|pm)\b| (?:january|february|march|april|may|june|july|august|september|october|november|december|years|months|weeks|days|hours|times|offences|counts|officers))"
)
_AGED: Final = re.compile(r"\baged (?:just |only |about |under )?(\d{1,2})\b(?! ?(?:to|and|-) ?\d)")
_WHERE_FROM: Final = re.compile(
    r"(?:,? from|,? of|,? who (?:is|was|comes|came) from|,? who lives? in| who lived in) ([A-Z][\w'\u2019-]*(?:[ -][A-Z][\w'\u2019-]*)*)"
)
_ALONE: Final = re.compile(
    r" ?(?:[.,;:)\n]|\Z|(?:who|was|had|has|is|said|told|from|at|with|and|in|by|on|after|when|to|could|were)\b)"
)


_OWN_ANONYMITY: Final = re.compile(r"\b(?:anonymity|waiv\w+)\b")


def find_sensitive(prepared: Prepared, furniture: bool = False) -> list[Sensitive]:
    """Every sensitive span of a document, in order of place: kind, offsets and the rule that asks for care.

    With "furniture", page furniture is looked into too.

    Kinds: ``victim_name``, ``victim_relationship``, ``victim_age``, ``victim_place``, ``child``,
    ``street_address``, ``telephone``, ``reporting_restriction``, ``anonymity_order``, ``health``.
    """
    marks = _Marks(prepared, furniture)
    marks.restrictions()
    marks.victims()
    marks.kin()
    marks.ages()
    marks.numbers()
    return marks.settled()


@cache
def _lifelong() -> frozenset[str]:
    """The guide's offence ids whose victims have lifelong anonymity (or may have: unknown counts as protected)."""
    return frozenset(
        str(term.extra.get("guide"))
        for term in law.vocabulary("offence_catalogue")
        if term.extra.get("victim_lifetime_anonymity") is not False
    )


class _Marks:
    """The spans found so far, by kind."""

    __slots__ = ("found", "furniture", "mentions", "named", "page", "prepared", "protected", "scan", "starts")

    def __init__(self, prepared: Prepared, furniture: bool) -> None:
        self.furniture = furniture
        self.prepared, self.page, self.scan = prepared, prepared.page, prepared.scan
        self.mentions = sorted(
            ((m, p) for p in prepared.cast.persons for m in p.mentions), key=lambda pair: pair[0].start
        )
        self.starts = [m.start for m, _ in self.mentions]
        self.named: set[int] = set()  # persons whose every mention is marked already
        self.found: dict[str, list[tuple[int, int, str]]] = {}
        self.protected = bool(self.scan.of("protected")) or any(
            h.value in _lifelong() for h in self.scan.of("offence")
        )

    def add(self, kind: str, start: int, end: int, reason: str) -> None:
        """Mark ``[start, end)`` unless it is page furniture that is not asked for."""
        if self.furniture or not self.prepared.masthead.is_furniture(start):
            self.found.setdefault(kind, []).append((start, end, reason))

    def settled(self) -> list[Sensitive]:
        """The spans in order; those of one kind that touch or overlap are one."""
        out: list[Sensitive] = []
        for kind, spans in self.found.items():
            spans.sort()
            start, end, reason = spans[0]
            for a, b, why in spans[1:]:
                if a <= end:
                    end = max(end, b)
                else:
                    out.append(Sensitive(kind, start, end, reason))
                    start, end, reason = a, b, why
            out.append(Sensitive(kind, start, end, reason))
        out.sort(key=lambda x: (x.start, x.end, x.kind))
        return out

    def why(self, what: str) -> str:
        """The rule on victims that holds for this document, with what the words could do."""
        return (_LIFELONG if self.protected else _POLICY).format(what)

    def restrictions(self) -> None:
        """Restrictions and anonymity that the document speaks of: the whole sentence is marked. Health: the words."""
        for hit in self.scan.of("restriction"):
            s = self.page.sentence_at(hit.start)
            end = min(s.end, hit.end + 160)
            while end > hit.end and self.page.text[end - 1].isspace():
                end -= 1
            kind = "reporting_restriction" if hit.value == "reporting" else "anonymity_order"
            self.add(
                kind,
                max(s.start, hit.start - 160),
                end,
                _RESTRICTED if hit.value == "reporting" else _ANONYMITY,
            )
            if _OWN_ANONYMITY.search(self.page.low, max(s.start, hit.start - 40), hit.end):
                self._names_in(s.start, s.end)
        for hit in self.scan.of("health"):
            self.add("health", hit.start, hit.end, _HEALTH)

    def _names_in(self, start: int, end: int) -> None:
        """Mark whoever is named in ``[start, end)`` and is neither a subject nor an official, wherever named."""
        for m, person in self.mentions:
            if (
                start <= m.start < end
                and not person.is_subject
                and person.rank is None
                and m.title != "judge"
            ):
                self._name(person)

    def _name(self, person: Person) -> None:
        """Mark every mention of a person's name."""
        if id(person) not in self.named:
            self.named.add(id(person))
            for each in person.mentions:
                self.add(
                    "victim_name", each.name_start, each.name_end, self.why("the name may not be published")
                )

    def victims(self) -> None:
        """Ages, places and names beside the words for a victim; the names of those told of as harmed."""
        for person in self.prepared.cast.persons:
            if person.role == "victim":
                self._name(person)
        low = self.page.low
        for hit in self.scan.of("victim"):
            if hit.value == "adult" and not self._harmed(hit) and not self._the_one(hit):
                continue
            age = _AGE_AFTER.match(low, hit.end)
            if age:
                self._age(hit.start, age.end(1), age.group(1))
            self._lives(age.end() if age else hit.end)
            self._places(hit.end, 40)
            self._named(hit)

    def _the_one(self, hit: Hit) -> bool:
        """Whether "the woman" of a page on a sexual offence is spoken of: most likely the victim."""
        return self.protected and self.page.low.endswith("the ", 0, hit.start)

    def _harmed(self, hit: Hit) -> bool:
        """Whether the sentence tells of harm to the person that a word like "woman" means."""
        s = self.page.near(hit.start, 300)
        return bool(
            self.scan.between("harm", s.start, s.end) or self.scan.between("offence", s.start, s.end)
        ) or any(h.value == "victim" for h in self.scan.between("victim", s.start, s.end))

    def _named(self, hit: Hit) -> None:
        """A person named right after a word for a victim ("the victim, Ann Lee"), who is no subject and no official."""
        low = self.page.low
        if low[max(0, hit.start - 16) : hit.start].endswith(("of ", "of one ", "of the ", "of a ")):
            return  # "the daughter of one victim, Ann Lee" names the daughter
        if hit.value == "adult" and not self.scan.between("harm", max(0, hit.start - 40), hit.start):
            return
        at = bisect_left(self.starts, hit.end)
        if at == len(self.starts) or self.starts[at] > hit.end + 14:
            return
        m, person = self.mentions[at]
        if person.is_subject or person.rank is not None or m.title == "judge":
            return
        if low[hit.end : m.start].strip(" ,") in ("", "was", "is", "named", "called", "as", "named as"):
            self._name(person)

    def kin(self) -> None:
        """Ties to the officer that could tell who the victim is, with the age that stands before or after."""
        text, low = self.page.text, self.page.low
        for hit in self.scan.of("kin"):
            tie = _whose(text, low, hit)
            if tie is None or not (self.protected or self._harmed(hit)) or self._speaks(hit):
                continue
            start, end = tie
            self.add(
                "victim_relationship", start, end, self.why("a tie to the named officer could identify them")
            )
            told = _YEARS_OLD.search(low, start, hit.start)
            age = told or _AGE_AFTER.match(low, hit.end)
            if age:
                self._age(age.start(1), age.end(1) if age is not told else age.end(), age.group(1))
            if hit.value == "child" and not (age and _years(age.group(1)) >= _ADULT):
                self.add("child", start, end, _CHILD)
            self._places(end, 50)
            self._lives(age.end() if age is not None and age is not told else end)

    def _places(self, at: int, reach: int) -> None:
        """Schools and workplaces told of somebody in the words after ``at``, to the end of the sentence at most."""
        low = self.page.low
        reason = self.why("a school or workplace could identify them")
        for place in self.scan.between("school_or_work", at, at + reach):
            if "." not in low[at : place.start]:
                self.add("victim_place", place.start, _clause_end(low, place.end), reason)
        trade = _TRADE.match(self.page.text, at)
        if trade is not None:
            self.add("victim_place", trade.start(1), _clause_end(low, trade.end()), reason)

    def _lives(self, at: int) -> None:
        """Where somebody is from, told right after ``at`` (", of Rugby", "who lives in Selby")."""
        where = _WHERE_FROM.match(self.page.text, at)
        if where and not self.scan.between("force", where.start(1), where.end(1)):
            self.add("victim_place", where.start(1), where.end(1), self.why("a place could identify them"))

    def _speaks(self, hit: Hit) -> bool:
        """Whether the relative is one who speaks for the officer ("His wife, Ann, said ...")."""
        return any(h.value != "noise" for h in self.scan.between("speech", hit.end, hit.end + 30))

    def ages(self) -> None:
        """Ages of children, and of adults who are told of as victims."""
        low = self.page.low
        for hit in self.scan.of("age_word"):
            found = (
                _YEARS_OLD.search(low, max(0, hit.start - 16), hit.end)
                if hit.value == "old"
                else _AGED.match(low, hit.start)
            )
            if not found or self._of_subject(found.start()):
                continue
            start, end = found.start(1) if hit.value == "aged" else found.start(), found.end()
            young = _years(found.group(1)) < _ADULT
            near = self.scan.between("victim", hit.end, hit.end + 24)
            if young and hit.value == "old" and not near and not _ALONE.match(low, end):
                continue  # "a six-year-old car"
            if young:
                self.add("child", start, near[0].end if near else end, _CHILD)
                self.add("victim_age", start, end, self.why("an age could identify them"))
            elif near and self._harmed(near[0]):
                self.add("victim_age", start, near[0].end, self.why("an age could identify them"))
                self._lives(near[0].end)
                self._places(near[0].end, 40)

    def _age(self, start: int, end: int, number: str) -> None:
        if _years(number) < _ADULT:
            self.add("child", start, end, _CHILD)
        self.add("victim_age", start, end, self.why("an age could identify them"))

    def _of_subject(self, at: int) -> bool:
        """Whether an age stands right after a subject's name."""
        i = bisect_left(self.starts, at) - 1
        if i < 0:
            return False
        m, person = self.mentions[i]
        return person.is_subject and m.end <= at <= m.end + 8

    def numbers(self) -> None:
        """Street addresses of homes, and telephone numbers that are no helpline."""
        for start, end in find_addresses(self.prepared):
            self.add("street_address", start, end, _ADDRESS)
        for start, end in self.prepared.scan.once(phones_on):
            if not is_helpline(self.prepared, start):
                self.add("telephone", start, end, _TELEPHONE)


_ADULT: Final = 18
# Whose kin: "his 19-year-old niece", "the officer's then wife", "his wife's niece"; "the daughter of Inspector Lee".
_POSSESSOR: Final = re.compile(
    r"\b(?:his|her|their|(?:the |an? )?[\w-]+['\u2019]s?)(?: (?!(?:the|a|an|and|or|was|is|had|has|were|to|that|who|with|on|in|for|as|by)\b)[\w'\u2019-]+){0,3}[ -](?:ex-)?\Z"
)
_INDEFINITE: Final = re.compile(
    r"\b(?:an?|one|another) (?:(?:former|ex|then|old|close|elderly|young|female|male|\d\d-year-old)[ -])*\Z"
)
_OF_OFFICER: Final = re.compile(
    r" of (?:his|her|their|the (?:officer|constable|sergeant|inspector|defendant|detective)|an? (?:\w+ )?(?:officer|colleague|friend|neighbour|inspector|sergeant|constable)|[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)*)(?: [a-z-]+\b)?"
)
# A trade with a place: "the victim, a netball coach at Saltmarsh Ladies", "a woman he met on duty, a carer at Elm House".
_TRADE: Final = re.compile(
    r"[^.,;:\n]{0,30},? (?:who (?:is|was) )?((?:an?|the) [a-z][a-z -]{2,40}\b(?:at|in|for|with|of) (?:the )?(?=[A-Z]))"
)


def _years(word: str) -> int:
    """The age that figures or words name."""
    return number(word) or 0


def _whose(text: str, low: str, hit: Hit) -> tuple[int, int] | None:
    """The words that tell whose kin somebody is, with the word for the tie; None if they say nobody's."""
    owner = _POSSESSOR.search(low, max(0, hit.start - 60), hit.start)
    if owner is not None:
        return owner.start(), hit.end
    of = _OF_OFFICER.match(text, hit.end)
    if of is not None:
        return hit.start, of.end()
    some = _INDEFINITE.search(low, max(0, hit.start - 40), hit.start)
    if some is not None and (
        hit.value == "household"
        or low[hit.start : hit.end].startswith("ex")
        or "former" in some.group()
        or "ex" in some.group()
    ):
        return some.start(), hit.end
    return None


def _clause_end(low: str, at: int) -> int:
    """Where the clause that goes on at ``at`` ends, at most a line's length on."""
    stop = at
    while stop < len(low) and stop - at < 60 and low[stop] not in '.,;:\n()"':
        stop += 1
    return stop
