"""Ends that a sentence tells of several: "Lee, who quit, and Moss, who retired, would both have been ...", "as was Moss"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.events import Event
from peelian.reading.inverted import so_was
from peelian.reading.name_lists import in_one_list
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Topic

# "Lee, who quit, and Moss, who retired, |would both| have been dismissed"
_BOTH_END: Final = re.compile(
    r"\b(?:would|were|was|have|had|are|will|must|should)(?: have| be| been)? (?:both|all|each)\b"
)
# "He was dismissed without notice|, as was |PC Moss"
_AS_WAS: Final = re.compile(
    r",? (?:and so|as|and as) (?:was|were|had|did|has|is) (?:the |former |fellow )*\Z"
)


def those_named(events: list[Event]) -> Topic:
    """The people of events, each once, in order."""
    return tuple(dict.fromkeys(e.person for e in events if e.person is not None))


def shared_ends(
    page: Page,
    events: list[Event],
    current: Topic,
    sentence: Sentence,
    named: list[Event],
    turns: list[tuple[int, Topic]],
) -> list[tuple[int, Topic]]:
    """The turns of a sentence whose end is told of several: "Lee, who quit, and Moss, who retired, would both have been ...".

    And of one whose telling another shares: "He was dismissed, as was Moss", "He was dismissed. So was Moss".
    """
    low = page.low
    if len(named) > 1 and (both := _BOTH_END.search(low, named[-1].end, sentence.end)) is not None:
        turns = [*(t for t in turns if t[0] < both.start()), (both.start(), those_named(named))]
    for k, event in enumerate(named):
        as_was = _AS_WAS.search(low, max(sentence.start, event.start - 24), event.start)
        if as_was is None or event.person is None:
            continue
        here = [t for t in turns if t[0] < as_was.start()]
        start, who = here[-1] if here else (sentence.start, current)
        too = _in_one_list(page.low, named[k:])
        if who and event.person not in who and k + len(too) == len(named):
            turns = [*here[:-1], (start, tuple(dict.fromkeys((*who, *too)))), (event.start, too)]
    found = so_was(page, sentence.end)
    if found is not None:
        after = next((e for e in events if e.start == found.end() and e.kind == "subject"), None)
        start, who = turns[-1] if turns else (sentence.start, current)
        if after is not None and after.person is not None and who and after.person not in who:
            turns = [*turns[:-1], (start, (*who, after.person))]
    return turns


def _in_one_list(low: str, named: list[Event]) -> Topic:
    """Those named first, as far as they stand in one list: "as were |PC Lee and PC Moss|"."""
    out = [named[0]]
    for event in named[1:]:
        if not in_one_list(low, out[-1].end, event.start):
            break
        out.append(event)
    return those_named(out)
