"""Meant in a list: the officers whom words outside their records mean by a letter, a number, a place or a group's heading."""

from __future__ import annotations

from bisect import bisect_right

from peelian.reading.footnotes import note_lines, signed
from peelian.reading.frame import Frame, Record
from peelian.reading.persons import Person, Topics
from peelian.reading.quantities import number
from peelian.reading.record_shares import NTH
from peelian.reading.record_words import (
    BY_PLACE,
    COUNTED,
    EXCEPT,
    FIRST_OR_LAST,
    HEADING,
    KEY,
    KEYS,
    MARKED_KEY,
    NTH_OFFICER,
    OWN_CLAUSE,
    REMARK,
    SMALL_KEY,
    SMALL_KEYS,
    THE_OTHERS,
)


class MeantInList:
    """The officers of a page's records, and which of them words outside the records mean.

    ``of_record`` gives the officers of each record, ``subjects`` all of them and those told of beside the list.
    """

    def __init__(
        self, frame: Frame, records: list[Record], of_record: list[tuple[Person, ...]], subjects: list[Person]
    ) -> None:
        self.frame, self.records, self.of_record, self.subjects = frame, records, of_record, subjects
        self.keys = {r.key: who for r, who in zip(records, of_record, strict=True) if r.key and who}
        self.signed = signed(frame, records, of_record)
        self.remarks = sorted((*self._remarks(), *note_lines(frame, self.signed)), key=lambda r: r[0])

    def _remarks(self) -> list[tuple[int, int, tuple[Person, ...]]]:
        """The lines outside the records that begin with the number of one: "42: after conviction at ...", "Note 7 - ..."."""
        text = self.frame.page.text
        numbered = {
            text[slice(*r.fields["number"])].strip(" ."): who
            for r, who in zip(self.records, self.of_record, strict=True)
            if "number" in r.fields and who
        }
        if len(numbered) < 2:
            return []
        inside = sorted((a, b) for r in self.records for a, b in r.spans)
        out = []
        for row in self.frame.rows:
            found = REMARK.match(text, row.start, row.end)
            n = bisect_right(inside, (row.start, len(text))) - 1
            if found is None or found.group(1) not in numbered or (n >= 0 and row.start < inside[n][1]):
                continue
            out.append((row.start, row.end, numbered[found.group(1)]))
        return out

    def remarked(self, at: int) -> tuple[Person, ...]:
        """The officers of the record to which the remark at ``at`` belongs."""
        n = bisect_right(self.remarks, at, key=lambda r: r[0]) - 1
        return self.remarks[n][2] if n >= 0 and at < self.remarks[n][1] else ()

    def excepted(self, start: int, end: int, here: list[tuple[int, Person]]) -> Topics:
        """A sentence about all but some: "In each case other than Sergeant Hall's", "except that of PC Hall, which was"."""
        low = self.frame.page.low
        found = EXCEPT.search(low, start, end)
        left_out = [(at, p) for at, p in here if found and found.end() <= at < found.end() + 60]
        if found is None or not left_out:
            return []
        rest = tuple(p for p in self.subjects if p.role == "subject" and p not in [q for _, q in left_out])
        clause = OWN_CLAUSE.search(low, left_out[-1][0], end)
        if clause is None:
            return [(start, end, rest)]
        return [(start, found.start(), rest), (found.start(), end, tuple(q for _, q in left_out))]

    def placed_last(self, start: int, end: int) -> list[tuple[int, Person]]:
        """The officer whom a sentence means by the place in the list: "in every case bar the last"."""
        found = BY_PLACE.search(self.frame.page.low, start, end)
        listed = [p for p in self.subjects if p.role == "subject"]
        if found is None or not listed:
            return []
        return [(found.start("which"), listed[0 if found.group("which") == "first" else -1])]

    def keyed(self, start: int, end: int) -> tuple[Person, ...]:
        """The officers whose roster letters open a sentence: "A and B all four standards breached ...", "Officer (3) has"."""
        if not self.keys:
            return ()
        text = self.frame.page.text
        small = all(key.islower() for key in self.keys if key.isalpha()) and any(map(str.isalpha, self.keys))
        found = (SMALL_KEYS if small else KEYS).match(text, start, end)
        letters = (SMALL_KEY if small else KEY).findall(found.group()) if found else []
        if not letters and (marked := MARKED_KEY.match(text, start, end)) is not None:
            found, letters = marked, [marked.group("key")]
            letters = letters if letters[0] in self.keys else [letters[0].swapcase()]
        if found and letters and letters[0].isdigit() and COUNTED.match(text, found.end(), end):
            return ()  # "2 days have been set aside"
        if not letters and end - start < HEADING and text[start:end].rstrip()[-1:] not in (".", ""):
            nth = NTH_OFFICER.search(text, start, end)  # "Allegation against the first officer"
            letters = [str(NTH[nth.group("nth").lower()] + 1)] if nth is not None else []
        people: list[Person] = []
        for letter in letters:
            if letter not in self.keys:
                return ()
            people += self.keys[letter]
        return tuple(people)

    def counted(self, start: int, end: int) -> tuple[Person, ...]:
        """The officers whom a sentence counts from the first or the last: "the first three officers"."""
        found = FIRST_OR_LAST.search(self.frame.page.low, start, end)
        if found is None:
            return ()
        people = tuple(p for p in self.subjects if p.role == "subject")
        n = number(found.group("n")) or 1
        if n >= len(people):
            return ()
        return people[:n] if found.group("which") == "first" else people[-n:]

    def the_others(self, start: int, end: int, named: tuple[Person, ...]) -> tuple[Person, ...]:
        """The officers of whom the sentence before did not tell: "The others were before a panel chaired by Ms Lee"."""
        if THE_OTHERS.match(self.frame.page.low, start, end) is None:
            return ()
        return tuple(p for p in self.subjects if p.role == "subject" and p not in named)

    def group(self, start: int, end: int) -> tuple[Person, ...]:
        """The officers of the records that a group's heading stands over ("Officers given written warnings were:")."""
        if self.frame.page.text[start:end].rstrip()[-1:] != ":":
            return ()
        people: list[Person] = []
        at = end
        for record, who in zip(self.records, self.of_record, strict=True):
            if record.start >= end:
                if record.start - at > 2:
                    break
                people += who
                at = record.end
        return tuple(people)
