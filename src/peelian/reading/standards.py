"""Standards: which Standards of Professional Behaviour a page says were breached, or are alleged to be."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from peelian.reading.labels import Field
from peelian.reading.names import Person
from peelian.reading.prepared import Prepared

# Everyday phrases that name a standard only where a breach of standards is told.
_PLAIN: Final = frozenset({"use_of_force", "duties_and_responsibilities"})
_BREACH: Final = re.compile(r"\bstandards?\b|\bbreach\w*|\brules on\b|\bfailed in (?:terms|his|her|their)\b|\bprofessional behaviour|\bin respect of\b")
_CLEARED_BEFORE: Final = re.compile(
    r"\b(?:(?:did|do|does|was|were|had|has|is) not|didn't|n't|no (?:separate |)(?:finding|breach)|not find\w*|though not|but not|nor|cleared of|save for|except(?:ing)?|other than|rather than)\b[^.;]{0,80}\Z"
)
_CLEARED_AFTER: Final = re.compile(
    r"[^.;,]{0,40}?\b(?:(?:was|were|is|had been|:|had) not (?:been )?(?:proved|proven|breached|found|made out|upheld)|not (?:proved|proven|breached|made out)|which added nothing|had not been)\b|:? ?(?:not proved|not proven|not breached)"
)
_ALLEGED_BEFORE: Final = re.compile(
    r"\b(?:alleg\w+|faced|accused|contrary to|said to|it is said|charged|case is that|contends?|if proved|would amount|was put|case against)\b"
)


class Standard(NamedTuple):
    """A standard named at ``[start, end)``; ``found`` is false where it is only alleged."""

    value: str
    start: int
    end: int
    found: bool
    who: tuple[Person, ...]


def find_standards(prepared: Prepared, fields: list[Field]) -> list[Standard]:
    """Every standard that the page tells as breached or alleged to be, in order; cleared ones left out."""
    page, low = prepared.page, prepared.page.low
    out: list[Standard] = []
    last_end, last_paragraph = -1, -1
    for hit in prepared.scan.of("standard"):
        sentence = page.sentence_at(hit.start)
        line_start = sentence.start
        field = next((f for f in fields if f.name == "standards" and f.start <= hit.start < f.end), None)
        before = low[max(line_start, hit.start - 160) : hit.start]
        after = low[hit.end : min(sentence.end, hit.end + 70)]
        chained = hit.start - last_end < 12 and out and _joined(low[last_end : hit.start])
        if field is None and not chained:
            whole = low[sentence.start : sentence.end]
            listed = _list_under(low, sentence.start, hit)
            if not _BREACH.search(whole) and not (listed and last_paragraph >= 0 or listed and _introduced(prepared, sentence.line)):
                continue
        if _CLEARED_BEFORE.search(before[-90:]) and "only" not in before[-90:] or _CLEARED_AFTER.match(after):
            continue
        label = low[field.label_start : field.start] if field is not None else ""
        alleged = "alleged" in label or "said to" in label or bool(_ALLEGED_BEFORE.search(before)) and not re.search(
            r"\b(?:found|proven|proved|breached|upheld|amounted|satisfied|ruled)\b", before
        )
        last_end, last_paragraph = hit.end, sentence.paragraph
        out.append(Standard(hit.value, hit.start, hit.end, not alleged, prepared.cast.who(hit.start)))
    return out


def _joined(gap: str) -> bool:
    return re.fullmatch(r"[\s,;:&*\u2022-]*(?:(?:and|or|of|and of|on|and on|in|as well as)\b)?[\s,;:*\u2022-]*", gap) is not None


def _list_under(low: str, start: int, hit: object) -> bool:
    """Whether a standard stands alone on its line, as in a list."""
    at = getattr(hit, "start")
    end = getattr(hit, "end")
    stop = low.find("\n", end)
    rest = low[end : stop if stop != -1 else len(low)]
    return not low[start:at].strip(" -*\u2022>0123456789.()") and len(rest.strip(" .,;and")) == 0


def _introduced(prepared: Prepared, line: int) -> bool:
    """Whether a line above, across a list, speaks of standards or breaches."""
    lines, low = prepared.page.lines, prepared.page.low
    for i in range(line - 1, max(-1, line - 14), -1):
        words = low[lines[i].start : lines[i].end]
        if _BREACH.search(words):
            return True
        if len(words) > 70:
            return False
    return False
