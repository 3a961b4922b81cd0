"""Bearers: the one officer of whom a page tells without a name, and whose name it gives in the sentence beside.

"The panel found that the retired officer would have been dismissed. Former Superintendent Ann Lee had ...": nobody
else can be meant. Never where another officer is told of too, where the page keeps the name back, or where whoever
is named holds an office, found the matter out, or came to harm in it.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.descriptions import find_descriptions
from peelian.reading.no_part import ASIDE, can_be, stands_apart
from peelian.reading.page import Page
from peelian.reading.persons import INSPECTING, SENIOR, Mention, Person
from peelian.reading.scan import Scan
from peelian.reading.withheld_names import any_withheld

_OPENS_WITHIN: Final = 3  # characters before a name that opens a sentence
_NEAR: Final = 3  # sentences between the words for somebody and the name

# Somebody who answers for what he or she did: "Supt Lee|, of Kent Police, insists that he paid|".
_DEFENDS: Final = re.compile(
    ASIDE + r"(?: (?:has|had|have|always|still|is|was|strongly|repeatedly|consistently))*"
    r" (?:insist\w*|maintain\w*|den(?:y|ies|ied|ying)|protest(?:s|ed|ing)|admit\w*|accept(?:s|ed) (?:that (?:he|she)|(?:his|her)|misconduct|the (?:allegation|charge|breach))|disput\w+|contest\w*|plead\w*"
    r"|(?:claim|argue|say|explain)s? (?:that )?(?:he|she|it was|they were) (?:\w+ ){0,2}?(?:paid|did|only|not|had|never|thought|believed|meant|gave|kept|returned|forgot|repaid|his|her|a))\b"
)
# A verb of what the one named did or had done: "Sgt Lee| had run a website|", "Ex-Supt Lee| stepped down|".
_DID: Final = re.compile(
    ASIDE
    + r"(?: who)? (?:had (?!been (?:a victim|told of))|has \w|was \w|is \w|did|used|took|gave|sent|kept|ran|drove|stole|left|quit|went|wrote|made|let|got|lost|spent|sold|bought|put|[a-z]{3,14}ed\b|stepped|stood)"
)
# "said Sgt Lee", after words of one's own.
_SAID: Final = re.compile(r"\b(?:said|says|insisted|admitted|added|declared|protested) (?:the |former )*\Z")
_OF_ONESELF: Final = re.compile(
    r"\b(?:i (?:would|did|do|was|am|had|have|regret|never|only|made|lost|took|sent|thought|wish)|my (?:job|career|life|case|name|pension|mistake|dismissal|sacking|warning|wife|husband|family))\b|\bi'(?:m|d|ve)\b"
)
_I_WAS: Final = re.compile(r"\b(?:i was|i'm|i am|as) (?:only |just |still |then )?an? (?:[\w&'-]+ ){0,4}\Z")
# Others in the case: whoever is named next may be one of them.
_OTHERS: Final = re.compile(
    r"\b(?:colleagues?|fellow (?:officers?|constables?|pcs?)|another (?:officer|constable|pc|sergeant|inspector)|a second|crewmates?|junior officers?|co-workers?|subordinates?|supervisors?|two (?:officers|constables|sergeants|pcs)|three (?:officers|constables))\b"
)
_FORMER: Final = re.compile(
    r"(?:\b(?:former|retired|ex|one-time|then)[ -])(?:(?:temporary|acting) )?\Z|\b(?:former|ex-|retired)"
)
_GONE: Final = re.compile(r"\b(?:former|retired|ex-)")


def bearer(page: Page, scan: Scan, named: list[Person], unnamed: Person) -> Person | None:
    """Who of ``named``, nobody of whom is a subject yet, is the one officer ``unnamed`` of whom the page tells."""
    if any_withheld(page) and _KEPT_BACK.search(page.low):
        return None
    called = [p for p in named if p.name and any(_is_named_as(m, page, unnamed) for m in p.mentions)]
    if len(called) == 1:
        called[0].rank = called[0].rank or unnamed.rank
        return called[0]
    ranked = [p for p in named if p.name is not None and any(m.rank is not None for m in p.mentions)]
    fitting = [p for p in ranked if _fits(p, unnamed)]
    if len(fitting) != 1 or (unnamed.rank is None and len(ranked) > 1):
        return None if ranked else _speaks_of_own_work(page, named, unnamed)
    person = fitting[0]
    if any(stands_apart(m, page) and not _answers(m, page) for m in person.mentions):
        return None
    return person if any(_is_meant(m, page, scan, person, unnamed) for m in person.mentions) else None


# "A sergeant has been jailed. He was named in court as |Basil Thorne|": not "attacked by a man. He was named"
_NAMED_AS: Final = re.compile(
    r"(?:he|she|the (?:[\w-]+ )?(?:officer|constable|sergeant|inspector|superintendent|detective|pcso|policeman|policewoman)) (?:(?:was|is|has been|had been|can be|can now be|could be|may now be) )(?:\w+ )?(?:named|identified|revealed)(?: [a-z]+){0,4} (?:as|to be) (?:the )?\Z"
)
_ANOTHER_THERE: Final = re.compile(
    r"\b(?:man|woman|men|women|teenager|youth|boy|girl|driver|suspect|attacker|thug|prisoner|victim|burglar|gang|colleagues?|husband|wife|son|daughter|brother|sister)\b"
)


def _is_named_as(m: Mention, page: Page, unnamed: Person) -> bool:
    """Whether one of the next two sentences says what the officer told of is called."""
    index, told = page.sentence_index(m.start), page.sentence_index(unnamed.anchor)
    s, lead = page.sentences[index], page.sentences[told]
    return (
        told < index <= told + _NAMED_WITHIN
        and not page.quoted(m.start)
        and _NAMED_AS.fullmatch(page.low, s.start, m.start) is not None
        and _ANOTHER_THERE.search(page.low, lead.start, s.start) is None
    )


_NAMED_WITHIN: Final = 2  # sentences


# "would not name him", "whose name is withheld"
_KEPT_BACK: Final = re.compile(
    r"\b(?:not|never|refus\w+ to|declin\w+ to|without|un|cannot|can't)[ -]?(?:be |been |being )?(?:publicly )?(?:nam(?:e|ed|ing)|identif(?:y|ied|ying))\b|\banonym|\bname\b[^.;]{0,40}\b(?:withheld|kept|protected)|\bwithheld\b"
)


def _fits(person: Person, unnamed: Person) -> bool:
    """Whether somebody's rank is the one told of, or none is."""
    own = person.rank.value if person.rank is not None else None
    return can_be(own, unnamed.rank.value if unnamed.rank is not None else None)


def _is_meant(m: Mention, page: Page, scan: Scan, person: Person, unnamed: Person) -> bool:
    """Whether the words at a name tell of the one officer of whom the sentences beside tell without it."""
    low = page.low
    index, told = page.sentence_index(m.start), page.sentence_index(unnamed.anchor)
    sentence = page.sentences[index]
    opens = m.start - sentence.start <= _OPENS_WITHIN and not page.quoted(m.start)
    if opens and index + 1 == told and _is_known(page, scan, unnamed) and _DID.match(low, m.end):
        return True  # "Sgt Lee struck his wife. The Kent officer was jailed"
    if not told < index <= told + _NEAR:
        return False
    rank = person.rank.value if person.rank is not None else ""
    same = unnamed.rank is not None
    if _SAID.search(low, max(0, m.start - 24), m.start):
        words = low[sentence.start : m.start]
        return same and _OF_ONESELF.search(words) is not None
    if not opens:
        return False
    if same and _DEFENDS.match(low, m.end):
        return True
    start = page.sentences[max(0, told - 1)].start
    if _OTHERS.search(low, start, sentence.end) or _DID.match(low, m.end) is None:
        return False
    both_gone = (
        _GONE.search(low, unnamed.anchor, page.sentences[told].end) is not None
        and _FORMER.search(low, max(sentence.start, m.start - 16), m.name_start) is not None
    )
    return both_gone or same or (rank not in SENIOR and rank not in INSPECTING)


def _answers(m: Mention, page: Page) -> bool:
    """Whether whoever is named speaks for himself or herself."""
    said = _SAID.search(page.low, max(0, m.start - 24), m.start)
    return said is not None or _DEFENDS.match(page.low, m.end) is not None


def _is_known(page: Page, scan: Scan, unnamed: Person) -> bool:
    """Whether the first words for somebody take up one told of before: "the Kent officer"."""
    return any(d.start == unnamed.anchor and d.form == "known" for d in scan.once(find_descriptions))


def _speaks_of_own_work(page: Page, named: list[Person], unnamed: Person) -> Person | None:
    """The only one named, who says in the first person of what rank he or she was: '"I was a Kent PC," she said'."""
    people = [p for p in named if p.name is not None]
    if len(people) != 1 or not page.quoted(unnamed.anchor):
        return None
    person = people[0]
    if any(m.title not in (None, "mr", "mrs", "ms", "miss") or m.honours for m in person.mentions):
        return None
    start = page.sentence_at(unnamed.anchor).start
    rank = unnamed.rank
    at = rank.start if rank is not None else unnamed.anchor
    if _I_WAS.search(page.low, start, at) is None or not person.mentions[0].start < unnamed.anchor:
        return None
    person.rank = person.rank or rank
    return person
