"""Fates of others: clauses whose officers are not those whom the page names ("Three of her colleagues were dismissed", "Her line manager received a warning").

Where a page names one officer, everything would else be told of that one. ``strangers`` finds who opens such a
clause, ``brought_in_next`` where one is named as one more ("Two officers resigned. |A third, PC Lee,| was cleared").
"""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.quantities import GROUPS
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any
from peelian.reading.told_with import coupled

_OFFICER: Final = (
    r"(?:officer|constable|pc|pcso|sergeant|inspector|superintendent|detective|special|policeman|policewoman)"
)
_AUX: Final = r"(?:was|were|has|had|have|is|are|will|would|been|be|being|also|later|then|since|both|all|each|already|now|\w+ly)"
# ("The sergeant found", "The superintendent dismissed": who decides, and no fate)
_BE: Final = (
    r" (?:was|were|is|are|been|be|being|got)(?: (?:both|all|each|also|then|later|since|already|now|\w+ly))*"
)
_FATE: Final = (
    rf"(?:(?: {_AUX})*?{_BE} (?:given|handed|issued|dismissed|sacked|fired|cleared|acquitted|demoted|reduced|reprimanded|warned|disciplined|suspended|required|fined|jailed|sentenced|exonerated|dealt with|spoken to|removed|found)"
    rf"|(?: {_AUX})* (?:receive[ds]?|got|gets|get|resign(?:ed)?|retired?|quit|left|kept|keep|lost|escaped|face[ds]?))\b"
)
_ASIDE: Final = r"(?:,? who [^.;,]{3,90},?|, [^.;,]{3,60},| (?:from|in|on|at|of|with|beside|alongside|under|around|near|behind|next to) [^.;,]{3,40})?"
_WHOSE: Final = rf"(?:his|her|their|the (?:\w+ )?{_OFFICER}'s|(?:(?:pc|pcso|dc|ps|sgt|mr|ms|sergeant|inspector) )?(?:[\w'-]+ )?[\w-]+'s)"
_KNOWN_BY: Final = (
    r"(?:line manager|manager|supervisor|boss|superior|superior officer|team leader|sergeant|inspector|chief inspector"
    r"|colleague|crewmate|crew-mate|co-driver|crew partner|patrol partner|duty sergeant|fellow officer|fellow constable)"
)
# "Her line manager, a detective sergeant, received ...", "Two of his colleagues resigned"
_BESIDE: Final = re.compile(
    rf"(?:(?:one|two|three|four|five|six|several|some|many|most|a number|both|all|another) of )?{_WHOSE} (?:then |own |shift |former |fellow |immediate |direct |police )*{_KNOWN_BY}s?\b{_ASIDE}{_FATE}"
    rf"|(?:an?|another|one) (?:former |female |male |senior |junior )?(?:colleague|crewmate|crew-mate|fellow officer|fellow constable)\b{_ASIDE}{_FATE}"
    rf"|(?:two|three|four|five|six|several|some|many) (?:other |further |of the other |more |fellow )*(?:colleagues|supervisors|line managers)\b{_ASIDE}{_FATE}"
)
_KNOWN_WORDS: Final = ("manager", "supervisor", "boss", "superior", "leader", "sergeant", "inspector", "colleague", "crew", "driver", "partner", "fellow")  # fmt: skip
# "Three officers have been dismissed", "Several constables resigned"
_COUNT: Final = (
    r"(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|many|a number of|other)"
)
_COUNTED: Final = re.compile(
    rf"{_COUNT} (?:other |more |further )*(?:[\w-]+ ){{0,4}}?{_OFFICER}s\b{_ASIDE}{_FATE}"
)
# "Kent Police has dismissed two officers"
_DONE_TO_THEM: Final = re.compile(
    rf"\b(?:dismissed|sacked|fired|cleared|disciplined|demoted) {_COUNT} (?:other |more )?(?:[\w-]+ ){{0,3}}?{_OFFICER}s\b"
)
# "The other officers were given advice", "Some officers have since resigned": not the one named before
_THE_OTHERS: Final = re.compile(
    rf"(?:the |two |three |four |five |some |several |many |all )?(?:(?:other|remaining) (?:[\w-]+ ){{0,3}}?|(?:(?<=some )|(?<=several )|(?<=many ))(?:[\w-]+ ){{0,3}}?){_OFFICER}s\b{_ASIDE}{_FATE}"
)
# "The sergeant in charge has been dismissed", "It comes months after an Essex sergeant was sacked": none of the named one's rank
_OF_RANK: Final = re.compile(
    r"(?:(?:it|this|that|which|the (?:case|hearing|news)) (?:comes|came|follows|followed)\b[^.;]{0,30}?(?: after| when)? |in (?:19|20)\d\d,? |last (?:week|month|year),? |earlier this (?:week|month|year),? )?"
    r"(?:an?|the|that|one) (?!(?:[\w'-]+ ){0,3}chief (?!inspector|superintendent))(?:[\w'-]+ ){0,4}?(?P<rank>constable|pc|pcso|sergeant|inspector|superintendent|member of (?:police |civilian )?staff|police staff member|call[ -]handler|detention officer)(?!')\b"
    rf"{_ASIDE}{_FATE}"
)
_RANK_WORDS: Final = (
    "constable", "pc ", "pcso", "sergeant", "inspector", "superintendent", "staff", "handler", "detention officer",
)  # fmt: skip
_STEMS: Final = {"pc": "constable", "constable": "constable", "pcso": "pcso", "sergeant": "sergeant", "inspector": "inspector", "superintendent": "superintendent"}  # fmt: skip
# "Another officer was sacked", once everybody named has been told of
_ANOTHER: Final = re.compile(
    rf"(?:another|a further|a different|yet another) (?:[\w'-]+ ){{0,3}}?{_OFFICER}\b(?!'){_ASIDE}{_FATE}"
)
# "The cases also included one of a police officer who was accused", "Other cases include an inspector who lied"
_A_CASE_OF: Final = re.compile(
    rf"\b(?:cases?|examples?|reports?|these|others?) (?:[\w'-]+ ){{0,5}}?(?:includ(?:ed?|es|ing)|was|were|is|of)(?: also)? (?:(?:one|that|those|the case) of |one (?:in which|where) )?(?:an?|another) (?:[\w'-]+ ){{0,3}}?{_OFFICER}\b(?!')(?: (?:who|whose|convicted|accused|jailed|sacked|dismissed|from)\b)"
)
# "a former constable had been jailed |over a similar matter|"
_OTHER_MATTER: Final = re.compile(
    r" (?:over|in|for|after|on) (?:an? )?(?:similar|separate|unrelated|different|earlier) (?:\w+ )?(?:case|matter|incident|offence|inquiry|investigation)s?\b"
)
_CLAUSE: Final = re.compile(
    r"[;:] |,? (?:and|but|while|whereas|although|that) |, (?:said|says|added|claimed) |\bsaid (?=an? (?:former |ex-|senior |serving )?[a-z]+ )"
)
_NEXT: Final = re.compile(
    r"\b(?:(?:another|the other|(?:an?|the) (?:second|third|fourth|fifth|sixth|seventh|other|further)|(?:an?|his|her|their) (?:former )?(?:colleague|crewmate))"
    rf"(?: (?:[\w-]+ ){{0,2}}?{_OFFICER})?|a fellow {_OFFICER}|one of (?:his|her|their) colleagues), (?:then |now |former |acting |temporary |a |an )*\Z"
)
_NEXT_WORDS: Final = ("other", "second", "third", "fourth", "fifth", "sixth", "seventh", "further", "colleague", "crewmate", "fellow")  # fmt: skip
# "A sergeant has been demoted |and a constable, |PC Lee"
_ONE_OTHER: Final = re.compile(
    rf"\W*(?:an?|one|two|three|the) (?:[\w-]+ ){{0,3}}?{_OFFICER}s?\b{_ASIDE}{_FATE}[^.;]*?(?P<and>,? (?:and|while|but|whereas)) (?:an?|one|the) (?:[\w-]+ ){{0,3}}?{_OFFICER}, (?:former )?\Z"
)
_OWN: Final = ("outcome", "finding", "departure")
_TO_COME: Final = re.compile(r"\b(?:will|is (?:due|set|to)|has yet to|faces|is facing|is accused|awaits)\b")


def strangers(
    page: Page, scan: Scan, main: list[Person], persons: list[Person]
) -> list[tuple[int, int, str]]:
    """Who opens a clause that tells of officers the page does not name; in order."""
    if len(main) == 1:
        more = [*_of_an_officer(page, main[0]), *_some_of_them(page, main[0])]
        more += _before_named(page, main[0]) if main[0].mentions else []
    else:
        more = [
            *_of_another_number(page, len(main)),
            *_of_one_more(page, main),
            *_of_another_rank(page, main, persons),
        ]
    if len(main) == 2:
        return sorted(more)  # whom "his sergeant" means of two is asked elsewhere
    mentions = sorted((m.start, m.end) for p in persons for m in p.mentions)
    own, anchor = _is_told_alone(page, scan, main), main[0].anchor
    out: list[tuple[int, int, str]] = []
    for sentence in page.sentences:
        low = page.low[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
        asked = _worth_asking(low, len(main) == 1, own, sentence.start > anchor)
        for at in (0, *(m.end() for m in _CLAUSE.finditer(low))) if any(asked) else ():
            found = _opens_clause(page, low, at, main, asked)
            if found is None:
                continue
            start, end = sentence.start + found.start(), sentence.start + found.end()
            if at and coupled(page, start, start, main) is not None:
                continue  # "PC Lee and his sergeant were dismissed": of Lee too
            inside = [(a, b) for a, b in mentions if start <= a < end]
            if not inside or (len(inside) == 1 and inside[0][0] == start):  # "PC Lee's sergeant was cleared"
                out.append((start if at else sentence.start, end, "stranger"))
    return sorted([*out, *more])


# "her husband, |a chief inspector of the county force|. He was fined", before the only officer with a name, of another rank
_BROUGHT_IN: Final = re.compile(
    r"\b(?:husband|wife|partner|father|mother|brother|sister|son|daughter|boyfriend|girlfriend),? (?:who (?:is|was) )?an? (?:[\w'-]+ ){0,2}?(?P<rank>constable|sergeant|chief inspector|inspector|superintendent|pcso)\b(?!')"
)


def _before_named(page: Page, main: Person) -> list[tuple[int, int, str]]:
    """Where a page brings in somebody's kin, an officer without a name of another rank, before the one whom it names."""
    ranks = [main.rank, *(m.rank for m in main.mentions)]
    held = {rank.value.replace("_", " ") for rank in ranks if rank is not None}
    if not held:  # "The chief constable, Mr. |Lee|"
        beside = page.low[max(0, main.anchor - 40) : main.anchor]
        held = {beside} if holds_any(beside, _RANK_WORDS) else set()
    if not held:
        return []
    return [
        (found.start(), found.end(), "brought in")
        for found in _BROUGHT_IN.finditer(page.low, 0, main.anchor)
        if not any(found["rank"] in rank for rank in held)
    ]


# "Eleven officers of the squad were disciplined; |four of them were required to resign|"
_SOME_OF_THEM: Final = re.compile(
    rf"\W*(?:and |but |while )?(?:two|three|four|five|six|seven|eight|nine|ten|several|some|most|many|\d+) of (?:them|those|these|the (?:squad|team|unit|shift|officers|men|detectives|others|rest))\b{_ASIDE}{_FATE}"
)


# "Two of them were found |proven|": the allegations were
_OF_ALLEGATIONS: Final = re.compile(
    r" (?:to be |to have been |not )*(?:proven|proved|upheld|substantiated|made out)\b"
)


def _some_of_them(page: Page, main: Person) -> list[tuple[int, int, str]]:
    """Who opens a clause that tells of several, where the page names one officer."""
    out = []
    for sentence in page.sentences:
        if sentence.end <= main.anchor or (
            page.low.find(" of the", sentence.start - 1, sentence.end) < 0
            and page.low.find(" of tho", sentence.start, sentence.end) < 0
        ):
            continue
        low = page.low[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
        for at in (0, *(m.end() for m in _CLAUSE.finditer(low))):
            found = _SOME_OF_THEM.match(low, at)
            if found is not None and not _OF_ALLEGATIONS.match(low, found.end()):
                start, end = sentence.start + at, sentence.start + found.end()
                if not any(start <= m.start < end for m in main.mentions):
                    out.append((start if at else sentence.start, end, "stranger"))
    return out


# "The Sun says |a Met officer| will be charged with fraud", once the page's one officer has been named and told of
_AN_OFFICER: Final = re.compile(
    rf"\W*(?:(?:the )?[\w ]{{2,24}} (?:says?|said|reports?|reported|adds?|heard)(?: that)? )?an? (?:[\w'-]+ ){{0,3}}?officer\b(?!'){_ASIDE}(?:{_FATE}|(?: {_AUX})*? (?:be |been )?(?:charged|convicted|arrested|bailed|remanded|on trial)\b)"
)


def _of_an_officer(page: Page, main: Person) -> list[tuple[int, int, str]]:
    """Who opens a later sentence as "an officer", where the page's one officer was named in an earlier one."""
    named = page.sentence_index(main.anchor)
    out = []
    for s in page.sentences[named + 1 :]:
        if " officer" not in page.low[s.start : s.start + 90]:
            continue
        found = _AN_OFFICER.match(page.low, s.start, s.end)
        if found is not None:
            out.append((s.start, found.end(), "stranger"))
    return out


def _of_one_more(page: Page, main: list[Person]) -> list[tuple[int, int, str]]:
    """Who opens a sentence that tells of one more officer, after all of two or more whom the page names: "Another officer was sacked"."""
    last = max(p.anchor for p in main)
    out = []
    for sentence in page.sentences:
        if sentence.start < last:
            continue
        low = page.low[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
        found = _ANOTHER.match(low) if low.startswith(("another", "a ", "yet")) else None
        if found is None and holds_any(low, _CASE_WORDS):
            found = _A_CASE_OF.search(low)
        if found is not None:
            out.append((sentence.start, sentence.start + found.end(), "stranger"))
    return out


# "; and last year |a chief inspector resigned|", "In 2014 |an Essex sergeant was jailed|"
_WHEN: Final = r"(?P<when>(?:(?:in|by|since) (?:[a-z]+ )?(?:19|20)\d\d|(?:last|the same|that) (?:week|month|year|summer|autumn|winter|spring)|earlier (?:this|that) (?:week|month|year)|(?:two|three|four|five|six|a few|several) (?:years|months|weeks) (?:ago|earlier|before|later)|the year (?:before|after)|meanwhile|elsewhere),? )?"
_INDEFINITE: Final = re.compile(
    rf"\W*(?:and |but |while )?{_WHEN}(?:an?|another) (?:[\w'-]+ ){{0,3}}?(?P<rank>officer|constable|pc|pcso|sergeant|inspector|superintendent|detective)\b(?!')(?! [A-Z]){_ASIDE}{_FATE}"
)


def _of_another_rank(page: Page, main: list[Person], persons: list[Person]) -> list[tuple[int, int, str]]:
    """Who opens a clause, once all are named, that brings in "a chief inspector", of a rank or a time that is none of theirs."""
    last = max(p.anchor for p in main)
    ranks = {m.rank.value for p in main for m in p.mentions if m.rank is not None}
    ranks |= {p.rank.value for p in main if p.rank is not None}
    out = []
    for sentence in page.sentences:
        if sentence.end <= last:
            continue
        low = page.low[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
        for at in (0, *(m.end() for m in _CLAUSE.finditer(low))):
            found = _INDEFINITE.match(low, at) if sentence.start + at > last else None
            if found is None:
                continue
            start, end = sentence.start + found.start(), sentence.start + found.end()
            if any(start <= m.start < end for p in persons for m in p.mentions):
                continue  # "another officer, PC Lee, was sacked"
            word = "constable" if found["rank"] == "pc" else found["rank"]
            told = [r for r in ranks if word in r.replace("_", " ")]
            if found["when"] or (ranks and not told and word not in ("officer", "detective")):
                out.append((start, end, "stranger"))
    return out


_CASE_WORDS: Final = ("case", "example", "report", "these", "other")


# "|Two serving officers have been sacked, |and four former officers have been told| they would have been"
_SO_MANY: Final = re.compile(
    rf"\W*(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}) (?:[\w-]+ ){{0,3}}?{_OFFICER}s\b{_ASIDE} {_AUX}\b"
)
_TOLD_THEY: Final = r"(?:(?: also| been| later){0,2} (?:told|informed) (?:that )?they\b)?"
_AND_SO_MANY: Final = re.compile(
    rf",? (?:and|while|but|with) (?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}) (?:former|ex|retired|other|more|further|serving)[ -](?:[\w-]+ ){{0,2}}?(?:{_OFFICER}s|colleagues) (?:{_AUX}|received|resigned|got|faced)\b{_TOLD_THEY}"
)

# "Four former officers were also told"
_ALSO_SO_MANY: Final = re.compile(
    rf"\W*(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}}) (?:former|ex|retired|other|more|further|serving)[ -](?:[\w-]+ ){{0,2}}?(?:{_OFFICER}s|colleagues) (?:(?:have|had|were|are) )?also\b{_TOLD_THEY}"
)


def _of_another_number(page: Page, known: int) -> list[tuple[int, int, str]]:
    """Who opens the second half of a sentence whose first half tells of as many officers as the page names: another number of them."""
    out = []
    for sentence in page.sentences[:_OPENING]:
        also = _ALSO_SO_MANY.match(page.low, sentence.start, sentence.end)
        if also is not None and _number(also["n"]) != known:
            out.append((sentence.start, also.end(), "stranger"))
            continue
        first = _SO_MANY.match(page.low, sentence.start, sentence.end)
        if first is None or _number(first["n"]) != known:
            continue
        then = _AND_SO_MANY.search(page.low, first.end(), sentence.end)
        if then is not None and _number(then["n"]) != known:
            out.append((then.start("n"), then.end(), "stranger"))
    return out


_OPENING: Final = 8  # sentences of a page in which it counts those whom it goes on to name


def _number(word: str) -> int:
    return GROUPS.get(word) or int(word)


_LONGEST: Final = 600  # characters of a sentence that are looked at
_COUNTS: Final = ("two ", "three ", "four ", "five ", "six ", "several ", "some ", "many ", "number ")


class _Asked(NamedTuple):
    """Which patterns can find anything in a sentence, by the words that each needs."""

    beside: bool
    counted: bool
    others: bool
    of_rank: bool


def _worth_asking(low: str, alone: bool, own: bool, after: bool) -> _Asked:
    """``alone``: the page has one officer; ``own`` told as such; ``after``: the sentence comes after the page's own are named."""
    counts = alone and (own or after) and holds_any(low, _COUNTS)
    return _Asked(
        holds_any(low, _KNOWN_WORDS),
        alone and own and (counts or any(map(str.isdigit, low))),
        alone and after and (counts or "other " in low or "remaining " in low),
        alone and (after or own) and holds_any(low, _RANK_WORDS),
    )


def _opens_clause(page: Page, low: str, at: int, main: list[Person], asked: _Asked) -> re.Match[str] | None:
    """The words at ``at`` of a sentence by which it tells what became of others."""
    found = _BESIDE.match(low, at) if asked.beside else None
    if found is not None:
        return found
    if asked.counted:
        found = _COUNTED.match(low, at) or (_DONE_TO_THEM.search(low) if at == 0 else None)
        if found is not None and _are_more(found["n"], len(main)):
            return found
    if asked.others:
        found = _THE_OTHERS.match(low, at)
        if found is not None:
            return found
    if asked.of_rank:
        found = _OF_RANK.match(low, at)
        if found is not None and (
            not _can_hold(page, main[0], found["rank"]) or _OTHER_MATTER.search(low, found.end())
        ):
            return found
    return None


def _can_hold(page: Page, person: Person, word: str) -> bool:
    """Whether somebody may be meant by a word for a rank: one of theirs, or their rank is not told."""
    ranks = {m.rank.value for m in person.mentions if m.rank is not None}
    if person.rank is not None:
        ranks.add(person.rank.value)
    stem = _STEMS.get(word, "police_staff")
    # "PC Lee, then an acting sergeant,"
    also = any(word in page.low[m.end : m.end + _BESIDE_NAME].partition(".")[0] for m in person.mentions)
    return not ranks or also or any(stem in rank for rank in ranks)


_BESIDE_NAME: Final = 60  # characters after a name in which another rank of its bearer may stand


def _are_more(count: str, known: int) -> bool:
    """Whether so many are more officers than the page names."""
    n = GROUPS.get(count) or (int(count) if count.isdigit() else known + 1)
    return n > known


def _is_told_alone(page: Page, scan: Scan, main: list[Person]) -> bool:
    """Whether the sentence that brings in a page's only officer tells what became of that one, or that it is still to come."""
    if len(main) != 1:
        return False
    m = main[0].mentions[0]
    s = page.sentence_at(m.start)
    return (
        brought_in_next(page, main[0]) >= 0
        or bool(scan.among(_OWN, m.end, s.end))
        or _TO_COME.search(page.low, m.end, s.end) is not None
    )


def brought_in_next(page: Page, person: Person) -> int:
    """Where the words begin by which a page first names somebody as one more officer; -1 if it does not."""
    m = person.mentions[0]
    start = max(page.sentence_at(m.start).start, m.start - 110)
    low = page.low
    if holds_any(low[start : m.start], _NEXT_WORDS):
        found = _NEXT.search(low, start, m.start)
        if found is not None:
            return found.start()
    other = _ONE_OTHER.match(low, page.sentence_at(m.start).start, m.start)
    return other.start("and") if other is not None else -1
