"""The cast of running prose: persons by name, their roles weighed from what is told of them, and whose turn it is.
"""

from __future__ import annotations

from typing import Final

from peelian.reading.names import Mention, Person, find_names, join
from peelian.reading.page import Page
from peelian.reading.scan import Hit, Scan

SENIOR: Final = frozenset(
    """superintendent detective_superintendent chief_superintendent detective_chief_superintendent commander
    assistant_chief_constable deputy_assistant_commissioner deputy_chief_constable assistant_commissioner
    deputy_commissioner chief_constable commissioner""".split()
)
_JOINT: Final = frozenset({"and", "&", ",", ", and", "and to", "and with", "or", "along with", "together with"})


def prose_persons(page: Page, scan: Scan) -> list[Person]:
    """Everybody named in the document, each with a role and a score (above 0: a subject)."""
    persons = join(find_names(page, scan), page.text)
    for person in persons:
        person.score = _score(person, page, scan)
        person.role = "subject" if person.score > 0 else "official"
    return persons


def _score(person: Person, page: Page, scan: Scan) -> float:
    """How much the document tells of this person's own conduct, against how much they speak or decide."""
    low = page.low
    score = 0.0
    ranked = any(m.rank is not None for m in person.mentions)
    senior = any(m.rank is not None and m.rank.value in SENIOR for m in person.mentions)
    if ranked and not senior:
        score += 1.0
    if senior:
        score -= 1.5
    if any(m.title == "judge" or m.honours for m in person.mentions):
        score -= 5.0
    if any(m.title in ("commissioner", "councillor", "cllr", "professor", "prof", "dr") for m in person.mentions):
        score -= 3.0
    title_line = page.lines[0] if page.lines else None
    for m in person.mentions:
        sentence = page.sentence_at(m.start)
        after = min(sentence.end, m.end + 90)
        nxt = next((x for x in scan.between("does", m.end, after)), None)
        says = next((x for x in scan.between("speaks", m.end, min(after, m.end + 60))), None)
        if nxt is not None and not (says is not None and says.start < nxt.start) and not page.quoted(nxt.start):
            score += 2.0
        if says is not None and (nxt is None or says.start < nxt.start) and not page.quoted(m.start):
            score -= 1.2
        if scan.between("passive", max(sentence.start, m.start - 40), after):
            score += 0.7
        for hit in scan.between("official", max(sentence.start, m.start - 30), min(sentence.end, m.end + 45)):
            between = low[min(hit.end, m.end) : max(hit.start, m.start)]
            if "." not in between:
                score -= 2.0
                break
        before = low[max(sentence.start, m.start - 12) : m.start]
        if before.endswith((" by ", "chaired by ")):
            score -= 1.5
        if before.endswith(("said ", "added ")):
            score -= 2.0
        if low[m.end : m.end + 2] == ", " and low[m.end + 2 : m.end + 4].isdigit():
            score += 1.0
        if title_line is not None and m.start < title_line.end and nxt is None and says is None:
            score += 0.5
        if page.quoted(m.start):
            score += 0.8
    return score


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
