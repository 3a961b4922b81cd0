"""What the readers of records share: a page with its rows and heads, and the record that they make."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.captions import captions
from peelian.reading.general_rules import of_nobody
from peelian.reading.heads import Head, Heads
from peelian.reading.layout import Row, read_rows, spaced_on
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.scan import Scan


@dataclass(slots=True)
class Record:
    """One entry of a list, table or notice: what it tells is of the officers of its ``heads``.

    ``[start, end)`` is its extent, ``spans`` its own pieces where other lines (a repeated header)
    stand between them; ``above`` the words of a heading that tell of it and of others; ``key`` the letter or
    number by which a roster calls the officer later; ``fields`` gives the place of each labelled value by kind of
    label; ``form`` says which structure it comes from; ``columns`` that the fields are cells below headings.
    """

    start: int
    end: int
    form: str
    heads: list[Head] = field(default_factory=list)
    fields: dict[str, Span] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    above: list[Span] = field(default_factory=list)
    key: str = ""
    columns: bool = False


class Frame:
    """A page made ready for the readers of records."""

    __slots__ = ("heads", "page", "rows", "scan")

    def __init__(self, page: Page, scan: Scan, furniture: Sequence[Span] = ()) -> None:
        self.page, self.scan = page, scan
        self.rows: list[Row] = read_rows(page, scan.once(spaced_on))
        if scan.legend is not None:
            self.rows = [r for r in self.rows if not scan.legend.start <= r.start < scan.legend.end]
        if furniture:  # a menu or a list of other stories is no list of records
            self.rows = _outside(self.rows, furniture)
        self.rows = _outside(self.rows, scan.once(of_nobody))  # rules and counts are no entries
        parties = [party.start for party in scan.once(captions)]
        if parties:  # the heading of a court's paper is no list of cases
            self.rows = [r for r in self.rows if not any(r.start <= at < r.end for at in parties)]
        self.heads = Heads(page, scan)

    def heads_in(self, start: int, end: int, trusted: bool = False) -> list[Head]:
        """The head at ``start`` and those joined to it ("PC A and PC B", "(1) PS ... (2) PC ...")."""
        first = self.heads.read(start, end, trusted)
        if first is None:
            return []
        out, at = [first], first.end
        while len(out) < 6:
            noted = _NOTED.match(self.page.low, at, end)  # "OFFICER 1 (Police Sergeant), OFFICER 2 (...)"
            at = _past_joint(self.page.low, noted.end() if noted is not None else at, end)
            more = self.heads.read(at, end) if at >= 0 else None
            if more is None or not more.strong:
                return out
            out.append(more)
            at = more.end
        return out

    def value_of(self, i: int) -> Span:
        """The value of the label on row ``i``: the rest of its line, or the line below a label that stands alone."""
        row = self.rows[i]
        if not row.alone:
            return row.value, row.end
        if i + 1 < len(self.rows) and self.rows[i + 1].label is None:
            return self.rows[i + 1].start, self.rows[i + 1].end
        return row.end, row.end


def _outside(rows: list[Row], spans: Sequence[Span]) -> list[Row]:
    """The rows that begin in none of ``spans``."""
    if not spans:
        return rows
    ordered = sorted(spans)
    starts, ends = [start for start, _ in ordered], list(accumulate((end for _, end in ordered), max))
    return [r for r in rows if not ((i := bisect_right(starts, r.start)) and r.start < ends[i - 1])]


_NOTED: Final = re.compile(r" \([^()\n]{2,60}\)")


def _past_joint(low: str, at: int, end: int) -> int:
    """Past the words that join two heads, or -1; the first may end in a quotation mark."""
    if low[at : at + 1] in ("'", '"'):
        at += 1
    tail = low[at : min(end, at + 40)]
    for joint in (" and ", ", and ", " & ", "; ", ", ", " (2) ", " / "):
        if tail.startswith(joint):
            return at + len(joint)
    return -1


def distinct(heads: list[Head], text: str) -> int:
    """How many different people the heads mean, each nameless one counted for itself."""
    seen: set[str] = set()
    nameless = 0
    for head in heads:
        if head.name is not None:
            seen.add(
                text[head.name[0] : head.name[1]].lower().split()[-1]
                + str(head.rank.value if head.rank else "")
            )
        elif head.label is not None:
            seen.add("label " + "".join(head.label.codes))
        else:
            nameless += head.people
    return len(seen) + nameless
