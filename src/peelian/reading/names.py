"""Names of people: where they stand, with the rank or title before them, and which of them are one person.

A run of capitalised words is a person's name only with a reason: a rank or title before it, an age
after it, a label such as ``Name:``, or the surname used again on its own. Places, courts, forces and
units are capitalised too.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.apposed_ranks import rank_before, rank_next
from peelian.reading.bare_names import take_bare
from peelian.reading.captions import captions
from peelian.reading.name_runs import (
    AFTER_RANK,
    COLLAR,
    RUN,
    are_words,
    glued,
    is_the_word,
    plain_text,
    shouted,
)
from peelian.reading.name_words import (
    ALSO_SURNAMES,
    COURT_TITLES,
    GIVEN_TOO,
    NOT_A_NAME,
    OPENERS,
    POST_NOMINALS,
    TITLES,
    UNITS,
    aged,
    common_words,
    cut_to_name,
    describes,
    fold,
    given_names,
    is_common,
    is_participle,
    one_word_openers,
    words_of,
)
from peelian.reading.page import Page
from peelian.reading.persons import Mention
from peelian.reading.scan import Hit, Scan
from peelian.reading.sure_names import sure_names

# "On 8 September Bradstock was", "In March Bradstock was", "on Tuesday Bradstock": no first names.
_OF_DATE: Final = re.compile(
    r"\b(?:on|last|this|next|until|since|by|from|late|early) (?:mon|tues|wednes|thurs|fri|satur|sun)day\Z"
    r"|(?:\d(?:st|nd|rd|th)?|\b(?:in|last|since|until|by|late|early|mid)) (?:january|february|march|april|may|june|july|august|september|october|november|december)\Z"
)
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)

# How words end that say what somebody is like: "frisky", "red-faced", "cheating", "shameless".
_LIKE: Final = re.compile(r"(?:[a-z]{3}y|ed|ing|less|ous|ful)\Z")

# A rank that may take a point: "Sgt. Lee", and neither "a constable." nor "a PC."
_SHORTENED: Final = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bthe )\b(?:(?!the |an )[a-z]{2,5}[ .]{1,2}){0,2}[a-z]{2,5}\Z"
)


def find_names(page: Page, scan: Scan) -> list[Mention]:
    """Every mention of a person by name, in order, joined to no one yet."""
    return _Finder(page, scan).find()


_MOST_RANKS: Final = 6  # words of rank in a row before a name
_LONGEST: Final = 200  # characters of a name, and of what may stand around it


class _Finder:
    """One search for names in one page."""

    __slots__ = (
        "bare",
        "blocked",
        "found",
        "lines",
        "low",
        "page",
        "parties",
        "ranks",
        "sure",
        "text",
        "told",
    )

    def __init__(self, page: Page, scan: Scan) -> None:
        self.text = plain_text(page)
        self.page, self.lines, self.low = page, page.text, page.low
        self.ranks: dict[int, Hit] = {}
        for hit in scan.of("rank"):
            self.ranks[hit.start] = hit
        for hit in scan.of("rank_weak"):
            if self.text[hit.start].isupper():
                self.ranks.setdefault(hit.start, hit)
        self.blocked = sorted(
            (h.start, h.end) for kind in ("court", "force", "organisation") for h in scan.of(kind)
        )
        # "DC Lee Honesty and Integrity": a name ends where what runs on begins
        self.told = {
            h.start
            for kind in ("standard", "proceeding", "offence", "outcome")
            for h in scan.of(kind)
            if " " in self.text[h.start : h.end] and self.text[h.start].isupper()
        }
        self.parties = [(p.start, p.end) for p in scan.once(captions)]
        self.sure = {name.start: name for name in scan.once(sure_names)}
        self.found: list[Mention] = []
        self.bare: list[tuple[int, int, tuple[str, ...]]] = []

    def find(self) -> list[Mention]:
        taken = 0
        for hit in sorted(self.ranks.values()):
            if hit.start >= taken:
                taken = max(taken, self._after_rank(hit))
        self._take_sure()
        spans = sorted((m.start, m.end) for m in self.found)
        s = b = 0
        text, opens = self.text, one_word_openers()
        for run in RUN.finditer(text):
            start, end = run.span()
            if end - start < 12 and text[start:end] in opens:
                continue  # most runs are the first word of a sentence
            while s < len(spans) and spans[s][1] <= start:
                s += 1
            if s < len(spans) and spans[s][0] < end:
                if spans[s][0] > start:
                    self._free(start, spans[s][0])
                if spans[s][1] >= end:
                    continue
                start = spans[s][1]
            while b < len(self.blocked) and self.blocked[b][1] <= start:
                b += 1
            if b < len(self.blocked) and self.blocked[b][0] < end:
                if self.blocked[b][0] > start:
                    self._free(start, self.blocked[b][0])
                start = self.blocked[b][1]
            self._free(start, end)
        take_bare(self.text, self.page, self.ranks, self.parties, self.found, self.bare)
        self.found = [m for m in self.found if not (shouted(self.lines, m) or glued(self.text, m))]
        self.found.sort(key=lambda m: m.start)
        return self.found

    def _after_rank(self, hit: Hit) -> int:
        """Take the name that follows a rank, if one does; returns where the search goes on."""
        text = self.text
        at, rank, collar = hit.end, hit, None
        if at < len(text) and text[at] == ".":
            if not _SHORTENED.search(self.low, max(0, hit.start - 4), at):
                return hit.end  # "was a detective constable. Ann Lee": the sentence ends
            at += 1
        for _ in range(_MOST_RANKS):  # "Temporary Detective Sergeant", "former PC", "PC Constable"
            more = self.ranks.get(at + 1) if at < len(text) and text[at] in " \u00a0" else None
            if more is None or not self._goes_on(more.end) or text[more.start : more.end] == "Di":
                break  # "PC Di Wells"
            rank, at = more, more.end
        number = COLLAR.match(text, at)
        if number is not None:
            collar = (number.start(1), number.end(1))
            at = number.end()
        if at < len(text) and text[at] == "," and collar is None:
            return hit.end
        if at >= len(text) or text[at] not in " \u00a0":
            return hit.end
        run = AFTER_RANK.match(text, at + 1, at + _LONGEST)
        if run is None:
            return hit.end
        sure = self.sure.get(run.start())
        if sure is not None:
            words = words_of(text, sure.start, sure.end)
            tokens = tuple(w[2] for w in words)
            self.found.append(
                Mention(hit.start, sure.end, sure.start, sure.end, tokens, rank, None, 3, None, False, collar)
            )
            return sure.end
        words = words_of(text, run.start(), run.end())
        title = None
        while len(words) > 1 and words[0][2] in TITLES:
            title = words.pop(0)[2]
        honours = False
        words = cut_to_name(self._until_told(words), after_rank=True)
        while words and words[-1][2] in POST_NOMINALS:
            words.pop()
            honours = True
        if not words or (len(words) == 1 and (len(words[0][2]) == 1 or words[0][1] - words[0][0] == 1)):
            return hit.end
        if (
            rank.kind == "rank_weak"
            and words[0][2] in common_words()
            and is_the_word(self.text, rank, words[0])
        ):
            return hit.end  # (but "DI Hunt has")
        if len(words) == 1 and words[0][2] not in ALSO_SURNAMES and is_the_word(self.text, rank, words[0]):
            return hit.end
        if len(words) > 1 and (words[-1][2] in UNITS or are_words(words)):
            return hit.end
        if len(words) == 1 and self.text[words[0][0] : words[0][1]].isupper() and len(words[0][2]) < 5:
            return hit.end
        if collar is not None and collar[1] - collar[0] <= 2 and words[0][2] in _MONTHS:
            return hit.end  # "before Chief Constable 30 May 2013"
        i = bisect_right(self.blocked, (words[0][0], len(text))) - 1
        if i >= 0 and words[-1][1] <= self.blocked[i][1]:
            return hit.end  # "PC 3381, Kent Police"
        mention = Mention(
            hit.start,
            words[-1][1],
            words[0][0],
            words[-1][1],
            tuple(w[2] for w in words),
            rank,
            title,
            3,
            None,
            honours,
            collar,
        )
        self.found.append(mention)
        return mention.end

    def _take_sure(self) -> None:
        """Take the names made of words that no rank stands before, each with the title before it."""
        taken = {m.name_start for m in self.found}
        for name in self.sure.values():
            if name.start in taken:
                continue
            tokens = tuple(w[2] for w in words_of(self.text, name.start, name.end))
            first, title = self._title_before(name.start)
            rank = None
            if name.full and title is None:
                rank = rank_before(self.low, self.ranks, name.start) or rank_next(
                    self.text, self.lines, self.ranks, name.start, name.end
                )
            reasons = 4 if name.full else 3 if title is not None else 1
            self.found.append(Mention(first, name.end, name.start, name.end, tokens, rank, title, reasons))

    def _title_before(self, start: int) -> tuple[int, str | None]:
        """The title that stands before a name, and where the two begin."""
        before = (
            words_of(self.text, self.text.rfind(" ", 0, max(0, start - 1)) + 1, start - 1) if start else []
        )
        word = before[-1][2] if before and self.text[start - 1] == " " else ""
        if word in TITLES and "\n" not in self.text[before[-1][0] : start]:
            return before[-1][0], word
        if word in COURT_TITLES and self.text[before[-1][0]].isupper():
            return before[-1][0], "judge" if word not in ("councillor", "cllr", "commissioner") else word
        return start, None

    def _goes_on(self, at: int) -> bool:
        """Whether a name may follow at ``at``: a second rank word with nothing after it is a surname."""
        text = self.text
        return (
            at + 1 < len(text)
            and text[at] in " \u00a0"
            and (text[at + 1].isupper() or text[at + 1].isdigit() or text[at + 1] in "(")
        )

    def _free(self, start: int, end: int) -> None:
        """A run of capitals with no rank before it: a titled name, or a bare one to be settled later."""
        text = self.text
        while start < end and text[start] in " \u00a0'\u2019s.-" and not text[start].isupper():
            start += 1
        if " " not in text[start:end]:
            word = fold(text[start:end])
            if not word or word in OPENERS or word in NOT_A_NAME:
                return
        words = words_of(text, start, end)
        before_age = bool(words) and aged(text, words[-1][1])
        title: str | None = None
        first = start
        while words:
            word = words[0][2]
            if before_age and word in GIVEN_TOO:
                break
            if word in TITLES or word in COURT_TITLES:
                if len(words) > 1 and title is None:
                    first = words[0][0]
                title = (
                    "judge"
                    if word in COURT_TITLES and word not in ("councillor", "cllr", "commissioner")
                    else title
                    if title == "judge"
                    else word
                )
                words.pop(0)
            elif (
                word in OPENERS
                or (word in NOT_A_NAME and len(words) != 2)
                or (len(words) == 2 and _OF_DATE.search(self.low, max(0, words[0][0] - 8), words[0][1]))
                or describes(word)
                or (len(words) > 1 and is_participle(word) and not before_age)
                or (len(words) > 2 and is_common(word) and word not in given_names())
                or (len(words) > 2 and self._describes(words[0], words[1]))
            ):
                title = None
                words.pop(0)
                first = words[0][0] if words else end
            elif (
                len(words) > 2
                and 2 < len(word) <= 6
                and text[words[0][0] : words[0][1]].isupper()
                and not text[words[1][0] : words[1][1]].isupper()
            ):
                words.pop(0)  # "IOPC Regional Director Ann Lee"
                first = words[0][0]
            else:
                break
        honours = False
        while words and words[-1][2] in POST_NOMINALS:
            words.pop()
            honours = True
        words = cut_to_name(self._until_told(words), before_age=before_age)
        if not words:
            return
        tokens = tuple(w[2] for w in words)
        if (
            title is not None
            and len(tokens) <= 4
            and not (len(tokens) == 1 and (len(tokens[0]) == 1 or tokens[0] in common_words()))
        ):
            self.found.append(
                Mention(first, words[-1][1], words[0][0], words[-1][1], tokens, None, title, 3, None, honours)
            )
        elif honours and len(tokens) > 1:
            self.found.append(
                Mention(
                    words[0][0], words[-1][1], words[0][0], words[-1][1], tokens, None, None, 3, None, True
                )
            )
        else:
            self.bare.append((words[0][0], words[-1][1], tokens))

    def _until_told(self, words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """The words before the first at which a standard, a hearing, an offence or an outcome begins."""
        stop = next((k for k, w in enumerate(words) if k and w[0] in self.told), len(words))
        return words[:stop]

    def _describes(self, first: tuple[int, int, str], second: tuple[int, int, str]) -> bool:
        """Whether a sentence opens on a word for what somebody is like, before the name: "Frisky Garth Lee, 43, switched"."""
        return (
            _LIKE.search(first[2]) is not None
            and first[2] not in given_names()
            and second[2] in given_names()
            and (
                first[0] == 0
                or self.lines[first[0] - 1] == "\n"
                or self.lines[first[0] - 2 : first[0]] == ". "
            )
        )
