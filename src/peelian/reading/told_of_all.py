"""What a story tells of all its officers above and below the list of them: "The officers were all convicted of ...".

"Six former constables have been sentenced ... The six were sentenced as follows: (a line for each). All but Lee had
pleaded guilty."
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.entry_lines import Entry
from peelian.reading.frame import Frame
from peelian.reading.name_words import fold
from peelian.reading.page import Sentence
from peelian.reading.persons import Person, Topics

_TITLE: Final = re.compile(r"(?:(?:former|ex|retired|pc|mr|sgt|constable|sergeant|officer|meanwhile,?)[ -])*")
_HE: Final = ("he ", "she ", "his ", "her ")
_NUMBER: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CALLED: Final = r"(?:(?:former|ex|retired|serving|sacked|disgraced|dismissed|police|met)[ -])*"
_THEY: Final = rf"(?:(?:former |ex-|retired )*(?:{_NUMBER} )?{_CALLED}(?:officers|men|women|constables|detectives|policemen|group|pair|trio|defendants|friends|colleagues|{_NUMBER}))\b"
_OF_ALL: Final = re.compile(
    rf"\W*(?:they\b|(?:the|all|these|those|both|all of the|both of the|each of the) {_THEY}|(?:all|both|each)(?: of them| {_NUMBER})? (?:were|was|had|have|has|admitted|denied|pleaded|served|retired|resigned|appeared|will|must)\b)"
)
# "All but Lee had admitted it", "All except Moss and Lee pleaded guilty"
_ALL_BUT: Final = re.compile(
    r"\W*(?:all|each|everyone|every one)(?: of (?:them|the \w+))? (?:but|except(?: for)?|apart from|bar|save(?: for)?)(?: the)? (?P<who>[^.;,]{2,60}?) (?:had|have|has|pleaded|admitted|denied|were|was|accepted)\b"
)


def _opener(low: str, named_at: dict[int, Person], s: Sentence) -> Person | None:
    """Whoever opens a sentence by name, with no more than a title before it."""
    title = _TITLE.match(low, s.start, s.end)
    return named_at.get(title.end() if title is not None else s.start) or named_at.get(s.start)


def told_of_all(frame: Frame, entries: list[Entry], owners: list[Person | None]) -> Topics:
    """The sentences above the first entry, and below the last one's own line, that tell of everybody listed."""
    page = frame.page
    everyone = tuple(p for p in owners if p is not None)
    if len(everyone) < 2 or len(everyone) < len(owners):
        return []
    last = next((r.end for r in frame.rows if r.start <= entries[-1].start < r.end), entries[-1].end)
    out: Topics = []
    named_at = {m.start: p for p in everyone for m in p.mentions}
    one: tuple[Person, ...] = ()
    for s in page.sentences:
        if entries[0].start <= s.start < last:
            continue
        opens = _opener(page.low, named_at, s)
        if opens is not None or (one and page.low.startswith(_HE, s.start)):
            one = (opens,) if opens is not None else one  # "Lee, who set up the group, ... He was fined too"
            out.append((s.start, s.end, one))
            continue
        one = ()
        but = _ALL_BUT.match(page.low, s.start, s.end)
        if but is not None:
            named = {fold(w) for w in but.group("who").split()}
            rest = tuple(p for p in everyone if fold((p.name or "").split(" ")[-1]) not in named)
            if len(rest) < len(everyone):
                out.append((s.start, s.end, rest))
        elif _OF_ALL.match(page.low, s.start, s.end) and not page.quoted(s.start):
            out.append((s.start, s.end, everyone))
    return out
