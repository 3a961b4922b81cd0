"""Officers in one sentence, each with what became of them in brackets: "PC Ann Lee (dismissed, 3 May); PS Tom Moss (no action, 4 May)"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.list_lines import introduces, is_decided

_FEWEST: Final = 2
_LONGEST: Final = 200  # characters in brackets
_NEXT: Final = re.compile(r"(?:[;,.]|,? and\b|\s*\Z|\n)")


def bracketed(frame: Frame) -> list[Record]:
    """The officers of a line each of whom is followed by brackets that say how the case ended; empty for any other page."""
    text = frame.page.text
    if text.count("(") < _FEWEST:
        return []
    out: list[Record] = []
    for row in frame.rows:
        if text.count("(", row.start, row.end) < _FEWEST:
            continue
        out += _in_line(frame, row.body, row.end)
    heads = [h for r in out for h in r.heads]
    return out if len(out) >= _FEWEST and distinct(heads, text) == len(heads) else []


def _in_line(frame: Frame, start: int, end: int) -> list[Record]:
    """The officers of one line, if there are two or more and none of them goes without a verdict in brackets."""
    text = frame.page.text
    out: list[Record] = []
    for at in frame.heads.anchors():
        if not start <= at < end or (out and at < out[-1].end):
            continue
        head = frame.heads.read(at, end)
        if head is None or not head.strong or head.nameless:
            continue
        close = text.find(")", head.end, min(end, head.end + _LONGEST))
        if (
            not text.startswith(" (", head.end)
            or close == -1
            or not is_decided(frame, head.end, close)
            or not introduces(head, text)
            or _NEXT.match(text, close + 1) is None
        ):
            return []
        out.append(Record(at, close + 1, "run", [head], spans=[(at, close + 1)]))
    return out if len(out) >= _FEWEST else []
