"""Entries that answer the same questions again and again: "What happened? A sergeant ... What did the panel say? ..."."""

from __future__ import annotations

from collections import Counter
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.list_lines import introduces
from peelian.reading.tables import closes

_PROMPT: Final = re.compile(r"[A-Z][^?\n.:]{4,48}\?[ \t]+(?=[A-Z])")
_FEWEST: Final = 2


def prompted(frame: Frame) -> list[Record]:
    """An entry from each line that opens with the first question that comes again, to the next or to words that answer none."""
    text, low, rows = frame.page.text, frame.page.low, frame.rows
    if text.count("?") < 2 * _FEWEST:
        return []
    asked = [m.end() if (m := _PROMPT.match(text, r.start, r.end)) else 0 for r in rows]
    words = [text[r.start : end].strip() for r, end in zip(rows, asked, strict=True) if end]
    seen = Counter(words)
    first = next((w for w in words if seen[w] >= _FEWEST), None)
    if first is None:
        return []
    starts = [i for i, r in enumerate(rows) if asked[i] and text.startswith(first, r.start)]
    out: list[Record] = []
    for n, i in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else len(rows)
        j = i + 1
        while j < stop and (asked[j] or not rows[j].blank_before) and not closes(low, rows[j].start):
            j += 1
        head = frame.heads.read(asked[i], rows[i].end)
        heads = [head] if head is not None and introduces(head, text) else []
        start, end = rows[i].start, rows[j - 1].end
        out.append(Record(start, end, "section", heads, spans=[(start, end)]))
    found = [h for r in out for h in r.heads]
    return out if distinct(found, text) >= _FEWEST and len(found) * 2 >= len(out) else []
