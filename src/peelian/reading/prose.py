"""The cast of running prose: persons by name, their roles weighed from what is told of them, and whose turn it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading.names import Person, find_names, join
from peelian.reading.page import Page
from peelian.reading.roles import assign_roles
from peelian.reading.scan import Scan

_JOINT: Final = frozenset({"and", "&", ",", ", and", "and to", "and with", "or", "along with", "together with"})


def prose_persons(page: Page, scan: Scan, furniture: Sequence[tuple[int, int]] = ()) -> list[Person]:
    """Everybody named in the document, each with a role: subject, background or official."""
    mentions = find_names(page, scan)
    if furniture:
        mentions = [m for m in mentions if not any(a <= m.start < b for a, b in furniture)]
    persons = join(mentions, page.text)
    if persons:
        assign_roles(persons, page, scan)
    return persons


def prose_topics(page: Page, scan: Scan, persons: list[Person]) -> list[tuple[int, int, tuple[Person, ...]]]:
    """Stretches ``(start, end, subjects)``: whose turn it is at each offset of running prose.

    In a sentence that names one subject every word tells of that subject; where several are named, the
    words after each name tell of it. A sentence that names nobody goes on about the last subject, unless
    somebody else ("her partner", "the driver") has taken the floor.
    """
    subjects = [p for p in persons if p.role in ("subject", "background")]
    if not subjects:
        return []
    events: list[tuple[int, int, str, Person | None]] = []
    for p in persons:
        events += [(m.start, m.end, "subject" if p.role in ("subject", "background") else "official", p) for m in p.mentions]
    events += [(h.start, h.end, "other", None) for h in scan.of("other_person")]
    events += [(h.start, h.end, h.value, None) for h in scan.of("described")]
    events.sort(key=lambda e: (e[0], -e[1]))
    out: list[tuple[int, int, tuple[Person, ...]]] = []
    current: tuple[Person, ...] = (subjects[0],)
    i = 0
    for sentence in page.sentences:
        here = []
        while i < len(events) and events[i][0] < sentence.end:
            here.append(events[i])
            i += 1
        named = [e for e in here if e[2] == "subject"]
        turns = _turns(page.low, here, named, current, subjects)
        at = sentence.start
        for start, who in turns:
            if start > at:
                out.append((at, start, current))
                at = start
            current = who
        out.append((at, sentence.end, current))
        # the floor goes back to the last subject at a sentence's end
        if not current:
            last = [e[3] for e in named if e[3] is not None]
            current = (last[-1],) if last else _previous(out)
    return out


def _previous(out: list[tuple[int, int, tuple[Person, ...]]]) -> tuple[Person, ...]:
    return next((t[2] for t in reversed(out) if t[2]), ())


def _turns(
    low: str,
    here: list[tuple[int, int, str, Person | None]],
    named: list[tuple[int, int, str, Person | None]],
    current: tuple[Person, ...],
    subjects: list[Person],
) -> list[tuple[int, tuple[Person, ...]]]:
    """Where in a sentence the floor changes hands, and to whom."""
    turns: list[tuple[int, tuple[Person, ...]]] = []
    distinct = list(dict.fromkeys(id(e[3]) for e in named))
    who = current
    for start, end, kind, person in here:
        if kind == "subject" and person is not None:
            joint = False
            if turns and turns[-1][1] and person not in turns[-1][1]:
                last_end = max(e[1] for e in here if e[0] == turns[-1][0] or e[0] < start and e[2] == "subject")
                gap = low[last_end:start].strip()
                joint = gap in _JOINT or (gap.startswith(",") and gap.endswith(("and", ",")) and len(gap) < 12)
            who = (*turns[-1][1], person) if joint else (person,)
            first = start if turns or len(distinct) > 1 else here[0][0]
            turns.append((min(first, start), who))
        elif kind == "other":
            if len(named) == 0 or named[0][0] < start:
                who = ()
                turns.append((start, who))
        elif kind == "many":
            if len(subjects) > 1:
                who = tuple(s for s in subjects if s.role == "subject") if len(current) < 2 else current
                turns.append((start, who))
        elif kind in ("police", "defendant", "pronoun"):
            if not who and kind != "pronoun":
                who = current or (subjects[0],)
                turns.append((start, who))
    return turns
