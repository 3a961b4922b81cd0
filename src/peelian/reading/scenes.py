"""Sentences that only set the scene of a hearing: "A panel chaired by ACC Ann Moss sat on 3 and 4 February." Whose hearing it is, is told elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.events import Event
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Topic
from peelian.reading.scan import Scan

_OPENS: Final = re.compile(
    r"(?P<the>the |that |a |an |one |this )?(?:[\w'-]+ ){0,3}?(?:panel|hearing|proceedings|board|inquiry|misconduct meeting)\b"
)
_SITS: Final = re.compile(
    r"\b(?:sat|met|convened|took place|was held|were held|was heard|were heard|took|lasted|ran|was chaired|were chaired|chaired by|presided|finished|ended|concluded|began|opened|was convened|in private|in public)\b"
)
_TOLD: Final = ("outcome", "finding", "outcome_idiom", "departure", "offence")
_PERSONAL: Final = frozenset(
    {"subject", "pronoun", "police", "many", "bearer", "aged", "colleague", "other", "defendant"}
)


def sets_scene(page: Page, scan: Scan, sentence: Sentence, here: list[Event]) -> bool:
    """Whether a sentence that opens its paragraph tells of a hearing or panel, and of nobody's case."""
    inside = sentence.start > 0 and page.sentence_at(sentence.start - 1).paragraph == sentence.paragraph
    if inside or any(e.kind in _PERSONAL for e in here):
        return False
    opens = _OPENS.match(page.low, sentence.start, min(sentence.end, sentence.start + 60))
    return (
        opens is not None
        and _SITS.search(page.low, opens.start(), sentence.end) is not None
        and not scan.among(_TOLD, sentence.start, sentence.end)
    )


def whose_scene(page: Page, sentence: Sentence, events: list[Event], all_of_them: Topic) -> Topic:
    """Whose hearing such a sentence tells of: those named in the rest of its paragraph, or all of a page that tells of them together.

    ``all_of_them`` is empty where the page does not. An empty topic says that nothing tells.
    """
    first = bisect_left(events, sentence.end, key=lambda e: e.start)
    named: Topic = ()
    for event in events[first:]:
        if page.sentence_at(event.start).paragraph != sentence.paragraph:
            break
        if event.kind == "subject" and event.person is not None and event.person not in named:
            named = (*named, event.person)
    if len(named) > 1:
        return named
    last = sentence.end >= len(page.text) or page.sentence_at(sentence.end).paragraph != sentence.paragraph
    return all_of_them if last and not named else ()
