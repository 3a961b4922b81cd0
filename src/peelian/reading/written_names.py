"""Names as lists and notices write them: after a number, in a column, stuck to the next label, in any order.

Unlike the names of running prose they need no reason but their place; what must be found is their end.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.given_words import given_words
from peelian.reading.layout import fold_label, label_kinds
from peelian.reading.name_words import (
    NOT_A_NAME,
    PARTICLE,
    POST_NOMINALS,
    TITLES,
    common_words,
    fold,
    given_names,
    listed,
    word_surnames,
)
from peelian.reading.page import CAPITALS, HYPHENS, Page

_TOKEN: Final = re.compile(
    rf"(?:[{CAPITALS}]\.(?:[A-Z]\.)*|[{CAPITALS}][\w\u0300-\u036f]*(?:['\u2019{HYPHENS}][\w\u0300-\u036f]+)*(?:(?<=\bSt)\.(?= [A-Z]))?|{PARTICLE}(?= (?:{PARTICLE} )?[A-Z]))"
)
_NICKNAME: Final = re.compile(r"['\"\u2018\u201c][A-Z][\w -]{1,18}['\"\u2019\u201d] (?=[A-Z])")
_JOINED: Final = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
_TWO_PART: Final = ("Mc", "Mac", "Fitz", "De", "Le", "La", "Du", "Van", "Von", "Al", "El", "Di", "Da", "O'")
_SURNAME_FIRST: Final = re.compile(
    r", (?=(?:[A-Z][\w'\u2019-]+|[A-Z]\.?)(?: [A-Z][\w'\u2019-]+)?(?: ?\(|$|[|\t\n]))"
)
# A given name, perhaps another, and a surname, which nothing follows.
_SURNAME_ENDS: Final = re.compile(
    rf"[{CAPITALS}][\w-]+ (?:[{CAPITALS}][\w-]* ){{0,1}}[{CAPITALS}][\w'\u2019-]+(?=\n|\Z| ?[|\t(]|  |, [a-z])"
)
_NO_CAPITAL: Final = re.compile(rf"[{CAPITALS}][\w'\u2019-]*(?:[ \u00a0][a-z(]|[,;.)](?: |\n|\Z))")
_BEHIND_INITIAL: Final = re.compile(
    rf"[{CAPITALS}][\w'\u2019-]*(?:[ \u00a0][a-z\d(/|\u2013-]|[,;.)/](?: |\n|\Z))"
)
# Words that never belong to a name in a flattened notice, beside the labels themselves.
_STOPS: Final = frozenset(
    """date dates type location venue chair rank time force allegation allegations hearing misconduct gross outcome
    finding standards conducted heard posting station collar number status based aged attached currently formerly
    former now and of at on in who was is has the a to be for with by from against will faces between monday tuesday
    wednesday thursday friday saturday sunday police constabulary division district unit team department directorate
    response local policing custody cid roads neighbourhood community crime serious organised force lpa bcu hq
    january february march april may june july august september october november december accelerated special
    case meeting notice ltd charged dismissed not final written would no""".split()
)
# What makes the words before it a post.
_UNIT: Final = re.compile(
    r" (?:teams?|unit|squad|response|cid|custody|neighbourhoods?|crime|command|directorate|department|branch|desk|group|control room|roads|policing|patrol|station|lpa|bcu|division|section)\b"
)
_LONE_SURNAME: Final = re.compile(
    r"\b(?:pc|ps|sgt|sergeant|constable|dc|ds|di|dci|inspector|insp|officer|pcso|mr|mrs|ms|miss|wpc|superintendent|supt|detective)"
    r"\.?\s([a-z\u00df-\u017f][\w'-]+)(?= ([\w'-]+)|)"
)


class WrittenNames:
    """Reads names at given places of one page."""

    __slots__ = ("_lone", "low", "text")

    def __init__(self, page: Page) -> None:
        self.text, self.low = page.text, page.low
        self._lone: dict[str, set[str]] | None = None

    def read(self, at: int, end: int, sure: bool) -> tuple[int, int] | None:
        """The name that begins at ``at``; ``sure``: what stands before leaves no doubt that one does."""
        text = self.text
        tokens: list[tuple[int, int]] = []
        while at < end and len(tokens) < 5:
            nick = _NICKNAME.match(text, at, end)
            if nick is not None and tokens:
                at = nick.end()
            found = _TOKEN.match(text, at, end)
            if found is None:
                break
            stop = found.end()
            joint = self._joint(found.group())
            if joint:
                stop = found.start() + joint
            word = fold(text[found.start() : stop])
            last = stop >= end or text[stop] not in " \u00a0" or joint > 0
            initial = stop - found.start() <= 2 and text[found.start()].isupper() and not last
            if not initial and self._ends_name(word, tokens, last, sure, found.start(), end):
                break
            tokens.append((found.start(), stop))
            if last and not (text[stop - 1] == "." and stop < end and text[stop].isupper()):
                break
            at = stop if text[stop : stop + 1].isupper() else stop + 1
        while len(tokens) > 1 and fold(text[slice(*tokens[-1])]) in POST_NOMINALS:
            tokens.pop()
        tokens = self._cut_place(tokens)
        if not tokens:
            return None
        start, stop = tokens[0][0], tokens[-1][1]
        if len(tokens) > 1 and text[tokens[0][1] - 2 : tokens[0][1]] in ("'s", "\u2019s"):
            return None  # "King's Lynn"
        first = fold(text[slice(*tokens[0])])
        if not sure and first not in given_names() and _UNIT.match(self.low, stop, end):
            return None  # "PC Selby Safer Neighbourhood Team": where, not who
        if text[stop - 2 : stop] in ("'s", "\u2019s"):
            stop -= 2
        words = [fold(text[a:b]) for a, b in tokens]
        if len(words) == 1:
            if len(words[0]) < 2 or (
                not sure
                and not self._is_called(words[0])
                and (words[0] in common_words() or not self._repeated(words[0], start))
            ):
                return None
            turned = _SURNAME_FIRST.match(text, stop, end) if sure else None
            if turned is not None and (given := _TOKEN.match(text, turned.end(), end)):
                return start, given.end()
            if sure and words[0] in NOT_A_NAME and words[0] in _STOPS:
                return None
        elif not sure and words[-1] in common_words() and words[0] in common_words() and len(words[0]) > 1:
            return None
        return start, stop

    def _joint(self, word: str) -> int:
        """Where a word that is joined to the next label ends ("HargestDate": 7), or 0."""
        for found in _JOINED.finditer(word):
            at = found.start()
            if word[:at] in _TWO_PART or at < 3 or word[at - 1] in "'-\u2019":
                continue
            rest = fold_label(word[at:])
            if (
                rest in label_kinds()
                or rest in _STOPS
                or any(rest.startswith(stop) for stop in ("police", "date", "rank", "force"))
            ):
                return at
        return 0

    def _ends_name(
        self, word: str, tokens: list[tuple[int, int]], last: bool, sure: bool, start: int, end: int
    ) -> bool:
        text, begun = self.text, bool(tokens)
        if last and sure and len(tokens) == 1:
            first = fold(text[slice(*tokens[0])])
            if first in given_names() or first in given_words():
                return False  # "PC Paul Court" and the line's end: any word may be the surname
        if (
            sure
            and not begun
            and not last
            and word in given_words()
            and _SURNAME_ENDS.match(text, start, end)
        ):
            return False  # "PC 1120 June Storm" and the line's end: no month
        if word in TITLES and not begun:
            return False
        if begun and not last and self._is_surname(word, tokens, start, end):
            return False
        if not begun and not sure and self._is_called(word):
            return False
        if word in _STOPS:
            # "Craig March": a month or a place may be the surname where nothing but the line's end follows it.
            return not (begun and last and sure and word in ("may", "march", "august", "april", "june"))
        if word in NOT_A_NAME:
            return not (begun and (last or sure)) or word in (
                "road",
                "street",
                "office",
                "centre",
                "court",
                "group",
                "statement",
                "room",
            )
        if (
            begun
            and not last
            and fold_label(text[start : min(end, start + 24)].split("  ")[0].split(" ")[0])
            in ("date", "venue", "location")
        ):
            return True
        return begun and not last and word in common_words() and not sure

    def _is_surname(self, word: str, tokens: list[tuple[int, int]], start: int, end: int) -> bool:
        """Whether an everyday word must be the surname: "PC Stephen |Green| admitted", behind a given name, or what is no other word, and before no other capital."""
        if word not in word_surnames() and word not in listed("places_in_names.txt"):
            return False
        first = fold(self.text[slice(*tokens[-1])])
        if first in given_names() and len(tokens) == 1:
            return True
        if len(first) == 1:  # "Chief Constable N |Love| (accelerated hearing)", "PC A. |Park| 4410"
            return _BEHIND_INITIAL.match(self.text, start, end) is not None
        named = first in given_names() or (word in word_surnames() and first not in common_words())
        return named and _NO_CAPITAL.match(self.text, start, end) is not None

    def _is_called(self, word: str) -> bool:
        """Whether the page calls somebody by an everyday word: "Mr West"."""
        return word in word_surnames() and any(
            f"{title} {word}" in self.low for title in ("mr", "mrs", "ms", "miss")
        )

    def _repeated(self, word: str, start: int) -> bool:
        """Whether a word stands elsewhere in the page too."""
        first = self.low.find(word)
        return first != start or self.low.find(word, start + len(word)) != -1

    def _cut_place(self, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Drop a post that runs on after a name ("Vivek Thornycroft Bolton"): the surname is the word used alone elsewhere."""
        if len(tokens) < 3:
            return tokens
        for k in range(1, len(tokens) - 1):
            word = self.low[slice(*tokens[k])]
            following = self.low[slice(*tokens[k + 1])]
            if any(after != following for after in self._lone_surnames().get(word, ())):
                return tokens[: k + 1]
        return tokens

    def _lone_surnames(self) -> dict[str, set[str]]:
        """Words that stand straight after a rank or title, each with the words that follow it."""
        if self._lone is None:
            self._lone = {}
            for found in _LONE_SURNAME.finditer(self.low):
                self._lone.setdefault(found.group(1), set()).add(found.group(2) or "")
        return self._lone
