"""Whom the words of a structured page tell of: each record's officers within it, and between records whoever is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.footnotes import all_but_signed
from peelian.reading.frame import Frame, Record
from peelian.reading.meant_in_list import MeantInList
from peelian.reading.persons import Mention, Person, Topics
from peelian.reading.record_shares import shared_out, turns_of
from peelian.reading.record_words import (
    ALL_LISTED,
    ASKS_OR_EXPLAINS,
    FURTHER_CASE,
    GOES_ON,
    HE_OR_SHE,
    HEADING,
    heads_what_follows,
)

# Forms of record that stand in running text, where others than those listed may be told of too.
BESIDE_PROSE: Final = ("item", "section", "paragraph", "day", "sentence")


# Labels whose values those share who were heard together.
_OF_HEARING: Final = frozenset("date time type chair chair_role venue".split())
_SAME: Final = re.compile(
    r"(?:(?:at |in |the |heard at |heard in ){0,2}same (?:hearing|meeting|panel|proceedings|day|date|case)|(?:hearing |date |panel |chair )?(?:as above|as before)|ditto|heard together with|joint hearing with)\b"
)


class RecordTopics(MeantInList):
    """Shares out a page among the officers of its records."""

    def __init__(
        self, frame: Frame, records: list[Record], of_record: list[tuple[Person, ...]], subjects: list[Person]
    ) -> None:
        super().__init__(frame, records, of_record, subjects)
        self.ranked = Counter(p.rank.value for p in subjects if p.rank is not None)
        self.older: list[tuple[int, Person]] = []
        self.further: list[
            tuple[int, int]
        ] = []  # outside a list: "one further case, in which a constable ..."
        first = next((r for r in frame.rows if r.start == records[0].start), None)
        marker = first.marker if first is not None else ""
        self.items = [(r.start, r.end) for r in frame.rows if r.marker == marker and marker]

    def stretches(self) -> Topics:
        """Who is told of where: each record's officers within it, and between records whoever is named there, or all."""
        out: Topics = []
        self.older = sorted(
            ((m.start, p) for p in self.subjects if p.role == "background" for m in p.mentions),
            key=lambda x: x[0],
        )
        shared = self._same_hearings()
        for n, (record, people) in enumerate(zip(self.records, self.of_record, strict=True)):
            if people:
                out += [
                    t
                    for a, b in record.spans
                    for start, end, who in shared_out(self.frame.page.low, a, b, people)
                    for c, d, them in self._by_name(record, start, end, who)
                    for x, y, z in self._carved(c, d, them)
                    for t in self._of_several(x, y, z, shared.get(n, ()))
                ]
        above: dict[tuple[int, int], tuple[Person, ...]] = {}
        for record, people in zip(self.records, self.of_record, strict=True):
            for span in record.above:
                above[span] = (*above.get(span, ()), *people)
        out += [(start, end, people) for (start, end), people in above.items()]
        covered = sorted([*(span for r in self.records for span in r.spans), *above])
        out += self._between(covered)
        out.sort(key=lambda t: t[0])
        return out

    def _same_hearings(self) -> dict[int, tuple[Person, ...]]:
        """By the index of a record: the officers of later records which say that theirs was the same hearing."""
        starts = [r.start for r in self.records]
        same = set()
        for row in self.frame.rows:
            at = row.value if row.label in _OF_HEARING else row.body
            n = bisect_right(starts, row.start) - 1
            if n > 0 and row.start < self.records[n].end and _SAME.match(self.frame.page.low, at, row.end):
                same.add(n)
        out: dict[int, tuple[Person, ...]] = {}
        first = 0
        for n, people in enumerate(self.of_record):
            if n in same:
                out[first] = (*out.get(first, ()), *people)
            else:
                first = n
        return out

    def _of_several(self, start: int, end: int, who: tuple[Person, ...], more: tuple[Person, ...]) -> Topics:
        """A record's stretch in which the lines that tell when, where and before whom belong to ``more`` too."""
        if not more:
            return [(start, end, who)]
        out: Topics = []
        for row in self.frame.rows:
            if row.label in _OF_HEARING and start <= row.start and row.end <= end:
                out += [(start, row.start, who), (row.start, row.end, (*who, *more))]
                start = row.end
        out.append((start, end, who))
        return [t for t in out if t[0] < t[1]]

    def _by_name(self, record: Record, start: int, end: int, people: tuple[Person, ...]) -> Topics:
        """An entry of several officers, shared out where a sentence after its heading names one of them.

        "In PC Lee's case it is also said ..." is of PC Lee; so is "He ..." just after. Where a sentence names none, or
        all, it tells of all.
        """
        if record.form not in BESIDE_PROSE or len(people) < 2 or not all(p.mentions for p in people):
            return [(start, end, people)]
        page = self.frame.page
        heading = max(h.end for h in record.heads)
        places = sorted((m.start, p) for p in people for m in p.mentions if heading <= m.start < end)
        out: Topics = []
        at, who = start, people
        for sentence in page.sentences[page.sentence_index(start) :]:
            if sentence.start >= end:
                break
            here = [(x, p) for x, p in places if sentence.start <= x < sentence.end]
            if sentence.start < heading or (not here and page.low.startswith(HE_OR_SHE, sentence.start)):
                continue
            turns = turns_of(page.low, max(start, sentence.start), here) if here else []
            if not here and who is people:
                continue
            out.append((at, max(start, sentence.start), who))
            at, who = max(start, sentence.start), people
            for begins, own in turns:
                out.append((at, begins, who))
                at, who = begins, own
        out.append((at, end, who))
        return [t for t in out if t[0] < t[1]]

    def _carved(self, start: int, end: int, people: tuple[Person, ...]) -> Topics:
        """A record's stretch without the sentences that tell of an older case's officer."""
        out: Topics = []
        for at, person in self.older[bisect_left(self.older, start, key=lambda x: x[0]) :]:
            if at >= end:
                break
            if start <= at:
                sentence = self.frame.page.sentence_at(at)
                if sentence.start > start:
                    out.append((start, sentence.start, people))
                out.append((max(start, sentence.start), min(end, sentence.end), (person,)))
                start = min(end, sentence.end)
        if start < end:
            out.append((start, end, people))
        return out

    def _between(self, covered: list[tuple[int, int]]) -> Topics:
        """Outside the records: the officers whom a sentence names, each from their name on; else all, in a roster's page."""
        page, everyone = self.frame.page, tuple(p for p in self.subjects if p.role == "subject")
        roster = sum(b - a for a, b in covered) * 2 < len(page.text) and self.records[0].form != "sentence"
        form = self.records[0].form
        prose = form in BESIDE_PROSE
        mentions = sorted(
            ((m.start, p) for p in self.subjects for m in (*p.mentions, *self._described(p))),
            key=lambda x: x[0],
        )
        out: Topics = []
        current: tuple[Person, ...] = everyone
        paragraph, after_colon, reached, led = -1, False, 0, -1
        places = [at for at, _ in mentions]
        for sentence in page.sentences:
            while reached < len(covered) and covered[reached][1] <= sentence.start:
                reached += 1
            after = covered[reached] if reached < len(covered) else (len(page.text), len(page.text))
            if after[0] <= sentence.start:
                current, paragraph = everyone, -1
                continue
            end = min(sentence.end, after[0])
            here = mentions[bisect_left(places, sentence.start) : bisect_left(places, end)]
            above = end <= covered[0][0] and self._announces(sentence.start, end)
            item = self._item_at(sentence.start)
            counted = self._summed_up(sentence.start) if item is not None and above else 0
            if counted:
                out.append((sentence.start, end, everyone[:counted]))
                continue
            if item is not None:
                whole = mentions[bisect_left(places, item[0]) : bisect_left(places, item[1])]
                if not here and not (
                    whole and whole[0][0] < sentence.start
                ):  # before or without any name in its item
                    current = tuple(dict.fromkeys(p for _, p in whole))
                    out.append((sentence.start, end, current))
                    continue
            signed_off = all_but_signed(self.frame, (sentence.start, end), self.signed, everyone)
            if signed_off:
                out += signed_off
                continue
            if not prose and not here and ASKS_OR_EXPLAINS.search(page.low, sentence.start, end):
                out.append((sentence.start, end, ()))
                continue
            if not prose and not here and FURTHER_CASE.search(page.low, sentence.start, end):
                current, paragraph = (), sentence.paragraph
                out.append((sentence.start, end, current))
                self.further.append((sentence.start, self._end_of_paragraph(sentence.start, after[0])))
                continue
            keyed = (
                self.keyed(sentence.start, end)
                or self.counted(sentence.start, end)
                or self.remarked(sentence.start)
                or (self.the_others(sentence.start, end, current) if not here else ())
            )
            if keyed:
                current = keyed
                out.append((sentence.start, end, keyed))
            elif self._shared(sentence.start, end) and (
                but := self.excepted(sentence.start, end, here or self.placed_last(sentence.start, end))
            ):
                out += [(x, y, who or everyone) for x, y, who in but]
            elif here:
                turns = turns_of(page.low, sentence.start, here)
                out += [
                    (a, b, who) for (a, who), b in zip(turns, [*(t[0] for t in turns[1:]), end], strict=True)
                ]
                current = turns[-1][1]
                led = sentence.paragraph if len({p for _, p in here}) == 1 else -1
            elif self._shared(sentence.start, end) or self.group(sentence.start, end) or above:
                out.append((sentence.start, end, self.group(sentence.start, end) or everyone))
            elif prose and self._of_somebody_else(sentence.start):
                current = ()
            elif prose and led == sentence.paragraph and len(current) == 1:
                out.append((sentence.start, end, current))  # "And Sgt Lee: ..." below a list
            elif roster and form != "day":
                if not prose and not (
                    sentence.paragraph == paragraph
                    or after_colon
                    or page.low.startswith(GOES_ON, sentence.start)
                ):
                    current = everyone
                out.append((sentence.start, end, current))
            words = page.text[sentence.start : end].rstrip()
            heads = (
                (bool(keyed) or (bool(here) and self._heads_below(sentence.start, end)))
                and len(words) < HEADING
                and not words.endswith((".", ";"))
            )
            after_colon = heads or words.endswith(":") or (after_colon and not here)
            paragraph = sentence.paragraph
        return out

    def _end_of_paragraph(self, at: int, limit: int) -> int:
        page = self.frame.page
        own = page.sentence_at(at).paragraph
        i = page.sentence_index(at)
        while i + 1 < len(page.sentences) and page.sentences[i + 1].paragraph == own:
            i += 1
        return min(page.sentences[i].end, limit)

    def _item_at(self, at: int) -> tuple[int, int] | None:
        """The list item that holds ``at`` in a page whose records are such items too: it tells only of those it names."""
        if self.records[0].form != "item":
            return None
        n = bisect_right(self.items, (at, len(self.frame.page.text))) - 1
        return self.items[n] if n >= 0 and at < self.items[n][1] else None

    def _summed_up(self, at: int) -> int:
        """How many officers the list's item at ``at`` opens by counting ("4.1 Four officers appeared ..."); 0 for any other."""
        row = next((r for r in self.frame.rows if r.start <= at < r.end), None)
        head = self.frame.heads.read(row.body, row.end) if row is not None else None
        return head.people if head is not None and head.people > 1 else 0

    def _heads_below(self, start: int, end: int) -> bool:
        """Whether a line names an officer and tells nothing itself: what stands in the lines below is told of that officer."""
        if heads_what_follows(self.frame.page.low, start, end):
            return True
        head = self.frame.heads.read(start, end)
        words = self.frame.page.text[start:end].rstrip(" :")
        return head is not None and head.name is not None and head.end - start == len(words)

    def _described(self, person: Person) -> list[Mention]:
        """Where an officer without a name is meant again by rank ("the call handler"), if no other in the page has that rank."""
        if person.name is not None or person.label is not None or person.rank is None:
            return []
        if self.ranked[person.rank.value] != 1:
            return []
        return [
            Mention(h.start, h.end, h.start, h.end, ())
            for kind in ("rank", "rank_weak")
            for h in self.frame.scan.of(kind)
            if h.value == person.rank.value and self.frame.page.low.endswith("the ", 0, h.start)
        ]

    def _of_somebody_else(self, start: int) -> bool:
        """Whether a sentence opens with somebody who has no police role ("The man, who was not charged")."""
        return bool(self.frame.scan.between("other_person", start, start + 12))

    def _announces(self, start: int, end: int) -> bool:
        """Whether words above the records say what proceedings they were, and nothing of how any ended."""
        scan = self.frame.scan
        if end - start < HEADING and "barred list" in self.frame.page.low[start:end]:
            return True  # a register of those on it
        return bool(scan.among(("proceeding", "forum"), start, end)) and not scan.among(
            ("outcome", "finding", "departure", "passive"), start, end
        )

    def _shared(self, start: int, end: int) -> bool:
        """Whether words outside the records tell of every officer in them."""
        low = self.frame.page.low
        words = f" {low[start:end]} "
        return ALL_LISTED.match(low, start) is not None or any(
            cue in words
            for cue in (
                " each ",
                " all ",
                " both ",
                " every case",
                " in each",
                " the officers ",
                " hearings were ",
                " hearings are ",
                " hearings took place ",
                " hearings sat ",
            )
        )
