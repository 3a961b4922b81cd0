"""Digests in running sentences: "A PC based at Holt was dismissed for ... A PC from Cromer was given ... A DC (Fakenham) ...".

Each sentence that opens on another officer without a name, and says what became of him or her, is an entry; the
sentences after it that go on with "he" or "she" belong to it. Three such sentences running are a digest; in a
story "the officer" follows "a constable". Minutes and written answers count such officers off ("The first, a
sergeant at Yarm, ... The second was a PCSO, who ...") or date them ("In May a constable, for theft. In June ..."), and
say once for all of them how they ended ("Four officers have been dismissed, as follows").
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.counted_off import COUNTED, NTH, NTHS
from peelian.reading.frame import Frame, Record
from peelian.reading.heads import Head
from peelian.reading.list_lines import introduces
from peelian.reading.model import Span
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import holds_any
from peelian.reading.unnamed import RANK_OF_STAFF

_FEWEST: Final = 3
_FEWEST_COUNTED: Final = 2
_ENDS: Final = ("outcome", "finding", "departure")
# "A", "An", "One", "Two": no "the", which points back.
_NEW: Final = re.compile(r"(?:\W|\d)*(?P<head>(?:an?|one|two|three|another|a (?:second|third|further)) )")
# "The third and fourth, |both detective constables|"
_PAIR: Final = re.compile(rf"\W*the {NTH} and {NTH}(?: \w+)?,? (?:were |are )?(?P<head>both )")
# "In May 2016 |a constable|", "Also in June, |an inspector|", "On 3 July |two PCs|"
_DATED: Final = re.compile(
    r"\W*(?:also |then |later |and )?(?:in|on|during|at the end of|earlier in|later in) (?=[^.;:]{0,22}(?:january|february|march|april|may|june|july|august|september|october|november|december|month|year|(?:19|20)\d\d))"
    r"[^.;:,]{3,34}?,? (?P<head>(?:an?|one|two|three|another) )"
)
# ... with which it opens, if with a letter
_DATES_OPEN: Final = ("in ", "on ", "during ", "at ", "earlier ", "later ", "also ", "then ", "and ")
_AND_ANOTHER: Final = re.compile(r",? and (?P<head>(?:an?|one|two|three|another) )")
_GOES_ON: Final = re.compile(
    r"\W*(?:he|she|they|his|her|their|both|this|that|it|the (?:matter|case|hearing|panel))\b"
)
# A later sentence of the same paragraph that speaks of whoever was brought in.
_OF_THEM: Final = re.compile(r"\b(?:he|she|they|him|her|his|them|their)\b")
# "Four officers have been dismissed, as follows": how all of them ended.
_ALL_ENDED: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?|the following|the) (?:[\w-]+ ){0,3}?(?:officers?|constables?|staff|members?|people|individuals?|men)\b[^.?;]{0,60}?\b(?:been|were|was) (?:so )?(?P<how>dismissed|sacked|required to resign)\b"
)
# A count that begins so has told of the others in other words ("One of the three was dismissed. ... The third, a sergeant, ...").
_NOT_FROM_ONE: Final = re.compile(r"\b(?:third|fourth|fifth|sixth|seventh|eighth)\b")
_BACK: Final = 400  # characters before the entries in which that is said
_HEADING: Final = 60  # a shorter line between the entries only heads the next of them
_OFFICER: Final = re.compile(r"an? (?:[\w-]+ ){0,2}(?:officer|detective)\b")
# "The first, |a statement taker| at Poole": a job of staff that no vocabulary lists
_JOB_OF_STAFF: Final = re.compile(
    r"an? (?P<job>[a-z-]+(?: [a-z-]+){0,3}?)(?= (?:at|in|on|of|based|who|with|from|for|was|working|employed|had|has)\b|[,.;(])"
)
_STAFF: Final = re.compile(
    r"\b(?:police staff|civilian (?:employees?|staff|workers?)|members? of staff|support staff|staff members?|(?:police|force) employees)\b"
)
# A case that has no end yet: "is still to be heard", "awaits a hearing".
_PENDING: Final = re.compile(
    r"\b(?:(?:still|yet|due|waiting) to be|awaits?|awaiting|pending|outstanding|adjourned|(?:will|to) be heard|faces|under investigation)\b"
)


def rank_sentences(frame: Frame) -> list[Record]:
    """The entries of such a digest; empty for any other page."""
    records: list[Record] = []
    run: list[Record] = []
    counted = False
    paragraph = -1
    for sentence in frame.page.sentences:
        heads, by_turn = _opened_by(frame, sentence)
        if heads:
            spans = [(sentence.start, sentence.end)]
            run.append(Record(sentence.start, sentence.end, "sentence", heads, spans=spans))
            counted = counted or by_turn
            paragraph = sentence.paragraph
        elif run and _goes_on(frame, sentence, paragraph):
            run[-1].end = sentence.end
            run[-1].spans = [(run[-1].start, sentence.end)]
        elif sentence.end - sentence.start > _HEADING:
            records += _ended(frame, run, counted)
            run, counted = [], False
    return records + _ended(frame, run, counted)


def _goes_on(frame: Frame, sentence: Sentence, paragraph: int) -> bool:
    """Whether a sentence goes on about the officer of the entry before it, whose last sentence stood in ``paragraph``."""
    low = frame.page.low
    if _GOES_ON.match(low, sentence.start, sentence.end):
        return True
    return (
        sentence.paragraph == paragraph
        and _OF_THEM.search(low, sentence.start, min(sentence.end, sentence.start + _BACK)) is not None
    )


def _ended(frame: Frame, run: list[Record], counted: bool) -> list[Record]:
    """The entries of a run, if there are enough of them and each says how it ended, or a sentence before them does of all."""
    if len(run) < (_FEWEST_COUNTED if counted else _FEWEST):
        return []
    if counted and _NOT_FROM_ONE.search(frame.page.low, run[0].start, run[0].heads[0].start):
        return []
    told = [bool(frame.scan.among(_ENDS, r.heads[-1].end, r.end)) for r in run]
    if all(told):
        return run
    verdict = _verdict_on_all(frame, run[0].start)
    if verdict is None and not (counted and sum(told) > len(run) // 2):
        return []
    for record, own in zip(run, told, strict=True):
        if own:
            continue
        if verdict is not None:
            record.above.append(verdict)
        elif not _PENDING.search(frame.page.low, record.start, record.end):
            record.heads = []  # somebody of whom the list tells no end
    return run


def _verdict_on_all(frame: Frame, stop: int) -> Span | None:
    """The word before the entries that says how all of them ended."""
    found = list(_ALL_ENDED.finditer(frame.page.low, max(0, stop - _BACK), stop))
    return found[-1].span("how") if found else None


def _opened_by(frame: Frame, sentence: Sentence) -> tuple[list[Head], bool]:
    """The officers without names on whom a sentence opens ("One PC and one PCSO"), and whether it counts or dates them."""
    low, out = frame.page.low, []
    start, end = sentence.start, sentence.end
    turn = None
    if holds_any(low[start:end], NTHS):
        turn = COUNTED.match(low, start, end) or _PAIR.match(low, start, end)
    if turn is None and (low.startswith(_DATES_OPEN, start) or not low[start : start + 1].isalpha()):
        turn = _DATED.match(low, start, end)
    found = turn or _NEW.match(low, sentence.start, sentence.end)
    while found is not None:
        head = _head(frame, found.start("head"), sentence.end, turn is not None)
        if head is None or not head.nameless or not introduces(head, frame.page.text):
            break
        out.append(head)
        found = _AND_ANOTHER.match(low, head.end, sentence.end)
    if not out or turn is not None:
        return out, turn is not None
    return (out, False) if frame.scan.among(_ENDS, out[-1].end, sentence.end) else ([], False)


def _head(frame: Frame, at: int, end: int, by_turn: bool) -> Head | None:
    """The head at ``at``; one of no rank ("a response officer") only where an officer is counted off."""
    if frame.page.low.startswith("both ", at):
        return frame.heads.both(at, end)
    head = frame.heads.read(at, end)
    if head is not None and head.rank is not None:
        return head
    if not by_turn:
        return None
    plain = _OFFICER.match(frame.page.low, at, end)
    if plain is not None:
        return Head(at, plain.end(), None, None, None, None, False, 1, False)
    job = _JOB_OF_STAFF.match(frame.page.low, at, end) if frame.scan.once(_of_staff) else None
    if job is None:
        return None
    rank = Hit(job.start("job"), job.end("job"), "rank", RANK_OF_STAFF)
    return Head(at, job.end(), rank, None, None, None, False, 1, False)


def _of_staff(page: Page, _: Scan) -> bool:
    """Whether a page says that it tells of staff: whoever it counts off has a job of theirs, known or not."""
    return _STAFF.search(page.low) is not None
