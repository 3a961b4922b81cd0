"""Digests in running sentences: "A PC based at Holt was dismissed for ... A PC from Cromer was given ... A DC (Fakenham) ...".

Each sentence that opens on another officer without a name, and says what became of him or her, is an entry; the
sentences after it that go on with "he" or "she" belong to it. Three such sentences running are a digest; in a
story "the officer" follows "a constable".
"""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.frame import Frame, Record
from peelian.reading.heads import Head
from peelian.reading.lists import introduces
from peelian.reading.page import Sentence

_FEWEST: Final = 3
_ENDS: Final = ("outcome", "finding", "departure")
# "A", "An", "One", "Two": no "the", which points back.
_NEW: Final = re.compile(r"(?:\W|\d)*(?P<head>(?:an?|one|two|three|another|a (?:second|third|further)) )")
_AND_ANOTHER: Final = re.compile(r",? and (?P<head>(?:an?|one|two|three|another) )")
_GOES_ON: Final = re.compile(
    r"\W*(?:he|she|they|his|her|their|both|this|that|it|the (?:matter|case|hearing|panel))\b"
)


def rank_sentences(frame: Frame) -> list[Record]:
    """The entries of such a digest; empty for any other page."""
    records: list[Record] = []
    run: list[Record] = []
    for sentence in frame.page.sentences:
        heads = _opened_by(frame, sentence)
        if heads:
            spans = [(sentence.start, sentence.end)]
            run.append(Record(sentence.start, sentence.end, "item", heads, spans=spans))
        elif run and _GOES_ON.match(frame.page.low, sentence.start, sentence.end):
            run[-1].end = sentence.end
            run[-1].spans = [(run[-1].start, sentence.end)]
        elif sentence.end - sentence.start > _HEADING:
            records += run if len(run) >= _FEWEST else []
            run = []
    return records + (run if len(run) >= _FEWEST else [])


_HEADING: Final = 60  # a shorter line between the entries only heads the next of them


def _opened_by(frame: Frame, sentence: Sentence) -> list[Head]:
    """The officers without names on whom a sentence opens ("One PC and one PCSO"), if it says what became of them."""
    out: list[Head] = []
    found = _NEW.match(frame.page.low, sentence.start, sentence.end)
    while found is not None:
        head = frame.heads.read(found.start("head"), sentence.end)
        if head is None or not head.nameless or head.rank is None or not introduces(head, frame.page.text):
            break
        out.append(head)
        found = _AND_ANOTHER.match(frame.page.low, head.end, sentence.end)
    return out if out and frame.scan.among(_ENDS, out[-1].end, sentence.end) else []
