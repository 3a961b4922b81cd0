"""Names made of words: "Det Con April May told", "Charity Case, 41, a constable", "Name: Sean Court".

Given names and surnames are months, counties, sanctions, courts and ranks too. Where a rank or a label stands before
such words, an age or a verb of speaking behind them, or the surname comes again alone as a person's, they name
somebody; what the scan took there for a month, a fine or a court is taken out before anything is read. One word at the
start of a sentence is a name only where such a full name stands in the page.
"""

from __future__ import annotations

import calendar
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.given_words import given_words
from peelian.reading.name_runs import COLLAR, RUN, plain_text
from peelian.reading.name_words import (
    ALSO_SURNAMES,
    COURT_TITLES,
    NOT_A_NAME,
    OPENERS,
    POST_NOMINALS,
    UNITS,
    aged,
    common_words,
    given_names,
    listed,
    word_surnames,
    words_of,
)
from peelian.reading.page import CAPITALS, Page
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import find_all

Word = tuple[int, int, str]


class Sure(NamedTuple):
    """A name whatever its words are: ``[start, end)``, without rank or title; ``full`` if more than a surname."""

    start: int
    end: int
    full: bool


# What only somebody does, or what is said of somebody, right behind the name.
_SPEAKS: Final = re.compile(
    r" (?:told|said|says|added|pleaded|admitted|admits|denied|denies|resigned|retired|joined|apologised|lied)\b|, who (?:is|was|has|had|joined|served|worked|[a-z]+ed)\b"
)
# ... and what may also stand behind a thing.
_TOLD: Final = re.compile(
    r" (?:was|were|had|has|is|did|will|must|could|would|should|served|worked|faces|faced|appeared|left|quit|remains|then|also|later|never|and (?:PC|PS|DC|DS|Sgt|Det|Insp|Mr|Ms|Mrs)\b)\b|, (?:who|of|from|now|then|a|an|the|formerly|whose|aged|both|\d\d[, ])|['\u2019]s [a-z]| \((?:aged )?\d\d\)"
)
_LABEL: Final = re.compile(
    r"(?:\A|\n)[ \t*\u2022-]{0,4}(?:(?:full |officer |officer['\u2019]s |subject |subject['\u2019]s )?name(?: of (?:the )?(?:officer|subject|person))?|(?:rank and |officer and )?name|officer|the officer|officer concerned|subject)[ \t]{0,3}[:|\t][ \t|]{0,6}\Z",
    re.IGNORECASE,
)
_LINE_ENDS: Final = re.compile(r"[ \t]*(?:\n|\Z|\|)")
_MONTH_BEFORE: Final = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|last|this|next|since|until|by|late|early|mid|from|of|during)) \Z"
)
# What an officer did, right behind rank and name.
_DID: Final = re.compile(
    r" (?:[a-z]{2,12}ed|kept|took|ran|drove|stole|spent|held|made|gave|got|sold|bought|began|went|came|knew|thought|saw|met|sent|wrote|lost|paid|hid|broke|shot|spoke)\b|, [a-z]"
)
_GENTLE: Final = ("mr", "mrs", "ms", "miss", "mx", "dr")
# "Mr |Judge|", "Ms L. |Street|"
_TITLED: Final = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:[{CAPITALS}]\.? )?\Z")
# "Mr |West| resigned", "Mrs |Lane|, told"; never "Mr West Yorkshire"
_CALLED: Final = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? ([{CAPITALS}][a-z]+)(?=['\u2019]s? |[ ][a-z]|[,;.)?!]|\n|\Z)"
)
# Words that make a house or a body of what stands before them, whatever its first word.
_BODIES: Final = NOT_A_NAME - word_surnames() - listed("places_in_names.txt")
_SMALL: Final = frozenset(
    "the a an on in at by for from with and but or if as it its he she they his her this that after when who".split()
)
_PLACES: Final = ("force", "force_weak", "court", "month", "place")


def sure_names(page: Page, scan: Scan) -> list[Sure]:
    """The names on a page that are words of another sense too, in order."""
    text = plain_text(page)
    found: dict[int, Sure] = {}
    maybe: list[list[Word]] = []
    ranks = {h.start: h.end for h in scan.of("rank")}
    rank_ends = set(ranks.values())
    titled = {m[1] for m in _CALLED.finditer(text) if m[1].lower() in word_surnames()}
    for run in RUN.finditer(text):
        start, end = run.span()
        if " " not in text[start:end] and (start < 2 or text[start - 2 : start - 1].isspace()):
            continue
        words = words_of(text, start, end)
        ranked, words = _behind_rank(text, words, ranks, rank_ends)
        if any(w[0] in ranks for w in words[1:-1]):
            continue  # "a warning for PC F. PC E was": the end of a sentence looks like an initial
        words = _until_body(scan, words)
        while words and words[-1][2] in POST_NOMINALS:
            words.pop()
        trade = bool(words) and _is_trade(scan, words[-1])
        if not words or len(words[-1][2]) < 2 or not (trade or any(_is_word(w[2]) for w in words)):
            continue
        stop = words[-1][1]
        if ranked:
            if _ranked(text, words, ranked > 1):
                _take(found, words)
            continue
        if len(words) < 2:
            continue
        if _labelled(text, start, stop, words):
            _take(found, words)
            continue
        for first in range(max(0, len(words) - 3), len(words) - 1):
            name = words[first:]
            if not (trade or any(_is_word(w[2]) for w in name)):
                break
            if name[0][2] in COURT_TITLES and not aged(text, stop):
                continue  # "Mr Justice North"
            short = text[name[0][0] : name[0][1]].isupper() and len(name[0][2]) < 4  # "DS Lane"
            called = text[name[-1][0] : name[-1][1]] in titled and not (short or _is_word(name[0][2]))
            if called or (_first(name[0][2]) and not _a_month(page, name[0])):
                if (
                    aged(text, stop)
                    or (
                        name[0][2] in given_names()
                        and name[-1][2] not in _BODIES
                        and _SPEAKS.match(text, stop)
                    )
                    or (
                        first
                        and words[first - 1][2] in _GENTLE
                        and (len(name) == 2 or not _is_word(name[-1][2]))
                    )
                ):
                    _take(found, name)
                elif name[-1][2] not in _BODIES and not _covered(scan, name):
                    maybe.append(name)
                break
    return _with_surnames(page, scan, text, found, maybe, rank_ends, titled)


def inside_names(page: Page, scan: Scan) -> list[Hit]:
    """What the scan took for anything else in a name made of words."""
    names = scan.once(sure_names)
    if not names:
        return []
    out: list[Hit] = []
    at = 0
    for hit in scan.hits:
        while at < len(names) and names[at].end <= hit.start:
            at += 1
        if at == len(names):
            break
        if names[at].start <= hit.start:
            out.append(hit)
    return out


def _is_word(word: str) -> bool:
    return word in NOT_A_NAME or word in OPENERS or word in common_words() or word in ALSO_SURNAMES


def _first(word: str) -> bool:
    return word in given_names() or word in given_words()


def _is_trade(scan: Scan, word: Word) -> bool:
    """Whether the scan takes a surname for a trade: "Mark Cook, 34, appealed"."""
    return any(h.end == word[1] for h in scan.between("civilian", word[0], word[1]))


def _initials(words: list[Word]) -> bool:
    """Whether a name is a surname behind two initials or more: "A B Carter"."""
    return len(words) > 2 and all(e - s == 1 for s, e, _ in words[:-1]) and words[-1][1] - words[-1][0] > 2


def _behind_rank(
    text: str, words: list[Word], ranks: dict[int, int], rank_ends: set[int]
) -> tuple[int, list[Word]]:
    """Whether the words, or what is left of them, stand behind a rank (2: with a number between)."""
    at = words[0][0] if words else 0
    for k, (start, _, _) in enumerate(words[:-1]):
        if start in ranks:
            end, n = ranks[start], k
            while True:
                while n < len(words) and words[n][0] < end:
                    n += 1
                if len(words) - n < 2 or words[n][0] not in ranks:
                    break
                end = ranks[words[n][0]]
            if n < len(words) and text[words[n][0] - 1] in " \u00a0":
                return 1, words[n:]
            return 0, []
        if _first(words[k][2]):
            break
    if at - 1 in rank_ends or (text[at - 2 : at] == ". " and at - 2 in rank_ends and text[at - 3].islower()):
        before = text[max(0, at - 12) : at - 1].split(" ")[-1]
        return (1, words) if before[:1].isupper() or text[at - 2 : at] != ". " else (0, words)
    if text[at - 2 : at - 1].isdigit() or text[at - 2 : at] == ") ":
        for back in range(at - 2, max(0, at - 14), -1):
            if back in rank_ends and (number := COLLAR.match(text, back)) and number.end() + 1 == at:
                return 2, words
    return 0, words


def _ranked(text: str, words: list[Word], numbered: bool) -> bool:
    """Whether the words behind a rank can only be a name."""
    stop = words[-1][1]
    if len(words) > 4 or words[-1][2] in UNITS or (len(words) > 2 and words[-1][2] in _BODIES):
        return False
    if any(w[2] in _SMALL for w in words[1:]):
        return False  # "PC Lee She said": a sentence without its stop
    if len(words) == 1:
        # ("PC G, who had", and "PC AB told": labels)
        return len(words[0][2]) > 2 and words[0][2] not in OPENERS and _SPEAKS.match(text, stop) is not None
    known = _first(words[0][2]) or _initials(words) or not _is_word(words[0][2])
    told = _SPEAKS.match(text, stop) is not None or _TOLD.match(text, stop) is not None or aged(text, stop)
    if not told and len(words) == 2 and _first(words[0][2]) and not words[1][2].endswith("ed"):
        told = _DID.match(text, stop) is not None
    return known and (told or (numbered and _LINE_ENDS.match(text, stop) is not None))


def _labelled(text: str, start: int, stop: int, words: list[Word]) -> bool:
    """Whether the words are all that stands behind a label such as "Name:"."""
    return (
        2 <= len(words) <= 4
        and _LINE_ENDS.match(text, stop) is not None
        and (_first(words[0][2]) or _initials(words) or not _is_word(words[0][2]))
        and words[-1][2] not in UNITS
        and _LABEL.search(text, max(0, start - 48), start) is not None
    )


def _a_month(page: Page, word: Word) -> bool:
    return _MONTH_BEFORE.search(page.low, max(0, word[0] - 8), word[0]) is not None


def _until_body(scan: Scan, words: list[Word]) -> list[Word]:
    """The words before a force, a court or a body of more words than one: "DC Fenwick / Durham Constabulary"."""
    for k, (start, end, _) in enumerate(words):
        if any(h.end > end for h in scan.among(("force", "court", "organisation"), start, end)):
            return words[:k]
    return words


def _covered(scan: Scan, name: list[Word]) -> bool:
    """Whether the whole is what the scan knows as a force, a court or a body."""
    return any(
        h.end >= name[-1][1] for h in scan.among(("force", "court", "organisation"), name[0][0], name[0][1])
    )


def _take(found: dict[int, Sure], words: list[Word]) -> None:
    found[words[0][0]] = Sure(words[0][0], words[-1][1], len(words) > 1)


def _with_surnames(
    page: Page,
    scan: Scan,
    text: str,
    found: dict[int, Sure],
    maybe: list[list[Word]],
    rank_ends: set[int],
    titled: set[str],
) -> list[Sure]:
    """The names found, those of ``maybe`` whose surname comes again as a person's, and each such surname."""
    sure = dict.fromkeys(text[s.start : s.end].rsplit(" ", 1)[-1] for s in found.values())
    sure |= dict.fromkeys(sorted(titled))
    told: dict[str, list[list[Word]]] = {surname: [] for surname in sure}
    for name in maybe:
        told.setdefault(text[name[-1][0] : name[-1][1]], []).append(name)
    for surname, names in told.items():
        if surname.isupper():
            continue
        places = _lone(page, scan, text, surname, rank_ends)
        if surname in titled:
            for name in names:
                _take(found, name)
        if surname not in sure:
            if not any(
                _SPEAKS.match(text, at + len(surname)) or _TOLD.match(text, at + len(surname))
                for at in places
            ):
                continue
            for name in names:
                _take(found, name)
        for at in places:
            found.setdefault(at, Sure(at, at + len(surname), False))
    out: list[Sure] = []
    for one in sorted(found.values()):
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


_NO_NAME_BEFORE: Final = re.compile(
    r"\b(?:the|an?|this|his|her|their|your|our|my|its|each|every|one|no|another|any|some|such|learned|trial|crown|high|magistrates|county|youth|police|chief|special|senior|detective|former|ex|said|first|second|last|next) \Z"
)
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|of|at|from|near|to|since|until|by|on|around|across|for|through|into|outside|during|late|early|mid|north|south|east|west|central) \Z"
)
# "in June |Baker| was fined", "on Tuesday |Cook| admitted"
_TIME_BEFORE: Final = re.compile(
    rf"\b(?:on|last|this|next|in|since|by) (?:{'|'.join([*calendar.day_name, *calendar.month_name[1:]])}|(?:19|20)\d\d),? \Z"
)
_CAPITAL_NEXT: Final = re.compile(rf"(?:['\u2019]s)? [{CAPITALS}0-9]|-")


def _lone(page: Page, scan: Scan, text: str, surname: str, rank_ends: set[int]) -> list[int]:
    """Where a surname stands alone as somebody's."""
    out: list[int] = []
    low = page.low
    for at in find_all(text, (surname,)):
        end = at + len(surname)
        beside = text[at - 1 : at] + text[end : end + 1] if at else text[end : end + 1]
        if any(c.isalnum() or c in "-_" for c in beside) or _CAPITAL_NEXT.match(text, end):
            continue
        if at - 1 in rank_ends or _TITLED.search(text, max(0, at - 9), at):
            out.append(at)
            continue
        told = _SPEAKS.match(text, end) or _TOLD.match(text, end)
        before = text[max(0, at - 24) : at]
        last = before.split()[-1] if before.split() else ""
        opens = (
            not before
            or before[-1] in '\n"\u201c\u2018'
            or before[-2:] in (". ", '" ', "! ", "? ", "\u201d ")
        )
        if opens:
            if told:
                out.append(at)
            continue
        if before[-1] != " " or _NO_NAME_BEFORE.search(low, max(0, at - 16), at):
            continue
        a_place = surname.lower() in NOT_A_NAME or any(scan.between(kind, at, end) for kind in _PLACES)
        if a_place and last.lower() == "and" and not told:
            continue
        placed = a_place and (_PLACE_BEFORE.search(low, max(0, at - 12), at) or last[-1:] in ",0123456789")
        if placed and not (last[-1:] == "," and _SPEAKS.match(text, end)):
            continue
        if told and not a_place and _TIME_BEFORE.search(text, max(0, at - 24), at):
            out.append(at)
            continue
        listed = last[-1:] in ",;" and last[:1].islower()
        if listed or (last.isalpha() and (last.islower() or (last.lower() in OPENERS and last.istitle()))):
            out.append(at)
    return out
