"""Labelled ends: "Dismissed: PC Lee and PC Moss; final written warning: Sgt Bell" in running text, each end for those named behind it.

Elsewhere what stands before a name is told of whoever was named before; here it is a label of what follows.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.events import Event
from peelian.reading.name_lists import in_one_list
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person, Topic
from peelian.reading.spans import holds_any

_END: Final = (
    r"(?:(?:summarily |immediately )?dismissed(?: (?:without notice|with notice|with immediate effect|for gross misconduct))?|dismissals?(?: without notice)?|sacked|fired|struck off|(?:final )?(?:written )?warnings?|warned|final written|(?:given )?(?:a )?(?:final |written |final written )warnings?"
    r"|management (?:advice|action)|words of advice|no (?:further )?action|no case to answer|resigned(?: before (?:the |his |her )?hearing)?|retired(?: before (?:the |his |her )?hearing)?|cleared|demoted|reduced in rank|reduction in rank|reflective practice|required to resign|would have been dismissed|jailed|suspended|reinstated)"
)
# The label of an end, and the mark behind it; no verb, so that no clause is taken for a label.
_LABEL: Final = re.compile(
    _END + r"(?P<mark>: ?| ?[-\u2013\u2014] | were | was |, | \()(?:former |ex-)?(?=[a-z0-9])"
)
_WORDS: Final = ("dismiss", "sacked", "fired", "struck", "warn", "final written", "management", "advice", "action", "no case", "resign", "retired", "cleared", "demoted", "rank", "reflective", "jailed", "suspended", "reinstated")  # fmt: skip
_BEFORE: Final = ("; ", ". ", ": ", ", ", "\n", "- ", "\u2013 ", ") ", "* ", "\u2022 ")
_NAMED: Final = frozenset({"subject", "official", "victim", "rival", "police"})


def labelled_ends(
    page: Page, events: list[Event], sentence: Sentence, turns: list[tuple[int, Topic]]
) -> list[tuple[int, Topic]]:
    """The turns of a sentence, with the words of each label given to the people named right behind it.

    A comma or a bracket makes a label only beside another one in the sentence ("dismissed, PC Lee; warned, PC Moss").
    """
    low = page.low
    if not holds_any(low[sentence.start : sentence.end], _WORDS):
        return turns
    labels: list[tuple[int, Topic]] = []
    weak = 0
    for found in _LABEL.finditer(low, sentence.start, sentence.end):
        opens = found.start() == sentence.start or low.endswith(_BEFORE, sentence.start, found.start())
        if not opens or page.quoted(found.start()):
            continue
        people = _named_behind(page, events, found.end(), sentence.end)
        if people is not None:
            labels.append((found.start(), people))
            weak += found["mark"] in (", ", " (")
    if not labels or (weak and len(labels) < _SEVERAL):
        return turns
    first = labels[0][0]
    return [*(t for t in turns if t[0] < first), *labels]


_SEVERAL: Final = 2


def _named_behind(page: Page, events: list[Event], at: int, stop: int) -> Topic | None:
    """The subjects of the list of names that begins at ``at``: nobody where those named are no subjects, None where nobody is named."""
    i = bisect_left(events, at, key=lambda e: e.start)
    people: list[Event] = []
    while i < len(events) and events[i].start < stop:
        event = events[i]
        i += 1
        if event.person is None or event.kind not in _NAMED:
            continue
        if people and not in_one_list(page.low, people[-1].end, event.start):
            break
        if not people and event.start > at + _NEAR:
            return None
        people.append(event)
    if not people:
        return None
    return tuple(dict.fromkeys(e.person for e in people if e.kind == "subject" and e.person is not None))


_NEAR: Final = 24  # characters of a rank and a number before the name


_STRONG: Final = re.compile(
    r"(?:\A|(?<=[;.:] )|(?<=\n))" + _END + r"(?:: ?| ?[-\u2013\u2014] )(?:former |ex-)?\Z"
)
_LONGEST: Final = 60


def stands_behind_label(person: Person, page: Page) -> bool:
    """Whether an officer of a rank is named right behind a label that says how the case ended: "; dismissed: PC Lee"."""
    return any(
        m.rank is not None
        and not page.quoted(m.start)
        and _STRONG.search(page.low, max(0, m.start - _LONGEST), m.start) is not None
        for m in person.mentions
    )
