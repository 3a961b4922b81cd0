"""A second look at what the rules of proceedings left out: learned weights of the words around a finding or a day.

The rules ask for words that they know. Where they read an outcome and no finding, or what was decided and no day, the
words around every candidate are weighed by a linear model (``data/second_look.json``, made by
``benchmarks/train_second_look.py``). It only fills what is empty, only from words that the cast gives to the subject,
and never against what the law allows.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left, bisect_right
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.argued import is_argued
from peelian.reading.asserted_findings import heads_prose
from peelian.reading.dates import Date
from peelian.reading.hearing_dates import with_year
from peelian.reading.model import Cited
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.told import Side

_WORDS: Final = 7  # words that are weighed on either side
_REACH: Final = 110  # characters in which they stand
_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[^\sa-z\d]")
_BEFORE, _AFTER = 120, 50  # characters beside a finding that can still deny it
_FAR: Final = 3  # sentences; further away is all the same
_MANY: Final = 40  # candidates: a page with more of them is a list, which its own rules read

# What the law allows beside each finding: no meeting finds gross misconduct, and nobody is dismissed for less.
_SANCTIONS: Final = {
    "gross_misconduct": frozenset(
        """dismissed dismissed_without_notice dismissed_with_immediate_effect dismissed_with_notice
        would_have_been_dismissed required_to_resign reduction_in_rank final_written_warning""".split()
    ),
    "misconduct": frozenset(
        "reduction_in_rank final_written_warning written_warning management_advice reflective_practice".split()
    ),
}
# What is alleged, denied, argued or still to be decided is no finding, however likely the words around it make one.
_NOT_FOUND: Final = re.compile(
    r"\b(?:alleg\w*|accus\w*|den(?:y|ies|ied|ying|ial)|fac(?:e|es|ed|ing)|charg\w*|claim\w*|argu\w*|submi\w+|suggest\w*|conten\w+|urg\w+|"
    r"recommend\w*|investigated|suspicion|suspect\w*|if|whether|could|may|might|would|potential\w*|possib\w*|capable|case to answer|"
    r"not|n't|never|no|neither|nor|rather than|instead|short of|less than|reduced|cleared|appeal\w*|notice\w* of)\b"
)
_CASE: Final = re.compile(r"\bcases? to answer\b(?![^.;]*\b(?:panel|hearing|meeting|tribunal)\b)")
# ... unless only what was done is told so: "dismissed without notice for".
_MANNER: Final = re.compile(r"\bwithout notice\b|\bwould have been dismissed\b|\bno (?:police )?officer\b")
# "at a |misconduct| hearing on 3 May": what is held, and not what is found
_NAMES_A_HEARING: Final = re.compile(
    r"[ -](?:hearing|meeting|panel|proceeding|outcome|tribunal|process|procedure|regime|regulation|result|figure|case|decision|sanction|list|record|register|statistic|total|file|round-?up)s?\b"
)
# How likely a finding, and a day, must be.
_FINDING: Final = 0.5
_DAY: Final = 0.55
_DECIDED: Final = frozenset({"gross_misconduct", "misconduct", "not_proven"})


@cache
def weights() -> dict[str, dict[str, float]]:
    """The trained weights: of a ``finding`` and of the ``date`` of a decision."""
    text = (resources.files("peelian.reading") / "data" / "second_look.json").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded


class _Mark(NamedTuple):
    """A stretch that counts as what it is, not as its letters: a person, a rank, a date, a force."""

    start: int
    end: int
    kind: str
    person: Person | None


class SecondLook:
    """One page looked at again; nothing is worked out until a subject needs it."""

    __slots__ = ("_mark_starts", "_marks", "_mentions", "_starts", "prepared")

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._marks: list[_Mark] | None = None
        self._mark_starts: list[int] = []
        self._mentions: list[tuple[int, Person]] = []
        self._starts: list[int] = []

    def over(self, side: Side) -> None:
        """Fill in the finding and the day of a proceeding that was decided, where the words around one are plain enough."""
        now = side.draft.proceeding
        if now is None or side.person.role != "subject" or now.kind.value == "appeal_tribunal":
            return
        outcome = now.outcome.value if now.outcome is not None else None
        if outcome in ("pending", "reinstated"):
            return
        if now.finding is None and outcome is not None:
            now.finding = self._finding(side.person, outcome, now.kind.value == "misconduct_meeting")
        decided = outcome is not None or (now.finding is not None and now.finding.value in _DECIDED)
        if now.date is None and decided:
            now.date = self._day(side.person)

    def _finding(self, person: Person, outcome: str, meeting: bool) -> Cited[str] | None:
        """The likeliest finding told of a subject, if it is likely and fits what came of it."""
        hits = self.findings(person)
        if not hits:
            return None
        likely, hit = max(
            ((self._likely("finding", person, h.start, h.end, h.value), h) for h in hits), key=lambda x: x[0]
        )
        fits = outcome in _SANCTIONS.get(hit.value, ()) and not (meeting and hit.value == "gross_misconduct")
        return (
            Cited(hit.value, (hit.start, hit.end))
            if fits and likely >= _FINDING and self._is_told(hit)
            else None
        )

    def _is_told(self, hit: Hit) -> bool:
        """Whether nothing in the sentence of a finding says that it is only alleged, denied or to come."""
        if heads_prose(self.prepared, hit):
            return False
        page = self.prepared.page
        s = page.near(hit.start)
        before = _MANNER.sub(" ", page.low[max(s.start, hit.start - _BEFORE) : hit.start])
        after = _MANNER.sub(" ", page.low[hit.end : min(s.end, hit.end + _AFTER)])
        denied = _NOT_FOUND.search(before) or _NOT_FOUND.search(after)
        if denied is None and _CASE.search(page.low, s.start, hit.start) is not None:
            return False  # "X had a case to answer for ..., and Y for misconduct"
        return denied is None and not is_argued(page, hit.start, hit.end)

    def _day(self, person: Person) -> Cited[str] | None:
        """The likeliest day of a subject's decision, if it is likely."""
        days = self.days(person)
        if not days:
            return None
        likely, day = max(
            ((self._likely("date", person, d.start, d.end, d.kind), d) for d in days), key=lambda x: x[0]
        )
        if likely < _DAY or day.edtf is None:
            return None
        return with_year(self.prepared, Cited(day.edtf, (day.start, day.end)), False)

    def findings(self, person: Person) -> list[Hit]:
        """The words of a finding that tell of a subject alone."""
        hits, text = self.prepared.scan.of("finding"), self.prepared.page.text
        who = self.prepared.cast.who
        if len(hits) > _MANY:
            return []
        return [
            h
            for h in hits
            if who(h.start) == (person,)
            and (h.end - h.start > 2 or text[h.start : h.end].isupper())
            and not (text[h.start - 1 : h.start] == "#" or _NAMES_A_HEARING.match(text, h.end))
        ]  # ("gm" in small letters is a weight)

    def days(self, person: Person) -> list[Date]:
        """The days, months and years told in words that tell of a subject."""
        dates = self.prepared.dates
        who = self.prepared.cast.who
        return [d for d in dates if d.edtf and person in who(d.start)] if len(dates) <= 2 * _MANY else []

    def _likely(self, of: str, person: Person, start: int, end: int, value: str) -> float:
        """How likely ``value`` holds of a subject, from 0 to 1."""
        table = weights()[of]
        odds = table["bias"] + sum([table.get(cue, 0.0) for cue in self.cues(person, start, end, value)])
        return 1 / (1 + math.exp(-odds))

    def _look(self) -> list[_Mark]:
        """Everything that stands for its kind, in order and apart."""
        if self._marks is not None:
            return self._marks
        prepared = self.prepared
        found = [_Mark(m.start, m.end, "", p) for p in prepared.cast.persons for m in p.mentions]
        self._mentions = sorted(((m.start, m.person) for m in found if m.person), key=lambda x: x[0])
        self._starts = [start for start, _ in self._mentions]
        found += [_Mark(h.start, h.end, "RANK", None) for h in prepared.scan.of("rank")]
        found += [_Mark(d.start, d.end, "DATE", None) for d in prepared.dates]
        found += [_Mark(h.start, h.end, "FORCE", None) for h in prepared.scan.of("force")]
        found.sort(key=lambda m: (m.start, -m.end))
        marks: list[_Mark] = []
        for mark in found:
            if not marks or mark.start >= marks[-1].end:
                marks.append(mark)
        self._marks, self._mark_starts = marks, [m.start for m in marks]
        return marks

    def _words(self, person: Person, start: int, end: int) -> list[str]:
        """The words of ``[start, end)``, what stands for its kind by its kind."""
        marks = self._look()
        out: list[str] = []
        low = self.prepared.page.low
        i = bisect_left(self._mark_starts, start)
        while i < len(marks) and marks[i].end <= end:
            mark = marks[i]
            out += _plain(low, start, mark.start)
            out.append(mark.kind or _who(mark.person, person))
            start = mark.end
            i += 1
        return out + _plain(low, start, end)

    def cues(self, person: Person, start: int, end: int, value: str) -> list[str]:
        """What there is to weigh of the words at ``[start, end)`` as words that tell ``value`` of a subject."""
        page = self.prepared.page
        index = page.sentence_index(start)
        s = page.sentences[index]
        left = self._words(person, max(s.start, start - _REACH), start)[-_WORDS:]
        if len(left) < _WORDS and start - s.start <= _REACH:
            left.insert(0, "<")
        right = self._words(person, end, min(s.end, end + _REACH))[:_WORDS]
        if len(right) < _WORDS and s.end - end <= _REACH:
            right.append(">")
        out = [f"L {w}" for w in left] + [f"R {w}" for w in right]
        out += [f"L {a} {b}" for a, b in pairwise(left)]
        out += [f"R {a} {b}" for a, b in pairwise(right)]
        out += [f"L{i} {w}" for i, w in enumerate(reversed(left[-3:]))]
        out += [f"R{i} {w}" for i, w in enumerate(right[:3])]
        out += [f"V {value}", f"place {5 * index // len(page.sentences)}"]
        out += [f"page {self.prepared.masthead.kind}", f"of {min(len(self.prepared.cast.subjects), 4)}"]
        if page.quoted(start):
            out.append("quoted")
        if not person.mentions:
            out.append("unnamed")
        if person.region is not None:
            out.append("entry" if person.region[0] <= start < person.region[1] else "beside entry")
        return out + self._company(person, start, index)

    def _company(self, person: Person, start: int, index: int) -> list[str]:
        """Who is named before, after and beside a place, and how the cast sees it."""
        page = self.prepared.page
        self._look()
        i = bisect_right(self._starts, start)
        out = []
        if i:
            at, who = self._mentions[i - 1]
            out.append(f"before {_who(who, person)} {min(index - page.sentence_index(at), _FAR)}")
        if i < len(self._mentions):
            at, who = self._mentions[i]
            out.append(f"after {_who(who, person)} {min(page.sentence_index(at) - index, _FAR)}")
        s = page.sentences[index]
        here = self._mentions[bisect_left(self._starts, s.start) : bisect_left(self._starts, s.end)]
        out.append("here " + " ".join(dict.fromkeys(_who(who, person) for _, who in here[:6])))
        topic = self.prepared.cast.who(start)
        out.append("told of " + ("self" if topic == (person,) else "several"))
        opens = self.prepared.cast.who(s.start)
        out.append(
            "opens on " + ("self" if opens == (person,) else "several" if person in opens else "others")
        )
        return out


def _plain(low: str, start: int, end: int) -> list[str]:
    return ["#" if w.isdigit() else w for w in _WORD.findall(low, start, end)]


def _who(who: Person | None, person: Person) -> str:
    """Who somebody named is to the subject."""
    if who is person:
        return "SELF"
    return "OTHER" if who is not None and who.is_subject else "PERSON"
