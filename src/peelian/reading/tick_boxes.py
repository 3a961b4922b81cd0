"""Boxes to tick: a form prints every answer that could be given, and only the ticked ones are told.

"[ ] Dismissed [x] Written warning", "☐ Gross misconduct ☒ Misconduct", "Written warning ☒": the words beside an empty
box are nobody's outcome, and a question whose "No" is ticked is denied.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Line, Page
from peelian.reading.spans import holds_any

_EMPTY: Final = "\u2610\u25a1\u274f\u2751\u25fb\u2b1c"
_TICKED: Final = "\u2611\u2612\u2713\u2714\u2717\u2718\u2705\u25a0\u25fc\u2b1b\u2327"
_BOX: Final = re.compile(
    rf"(?P<empty>[{_EMPTY}]|\[[ _]{{0,3}}\]|\([ _]{{1,3}}\))|(?P<ticked>[{_TICKED}]|[\[(] ?[xX{_TICKED}] ?[\])])"
)
_MARKS: Final = (*_EMPTY, *_TICKED, "[ ", "[]", "[_", "[x", "[X", "( ", "(_", "(x", "(X")
_ANSWER: Final = re.compile(r"[\s:.,|/-]*(?:yes|no|y|n)\b[\s:.,|/-]*\Z")
_NO: Final = re.compile(r"[\s:.,|/-]*(?:no|n)\b")
_LABEL: Final = re.compile(r"[^:?\n]{2,60}[:?] ?")
# What stands before the first box of a line: nothing, a bullet, a label, a gap; never the words of a sentence.
_OPENS: Final = re.compile(r"(?:\A|[:?|\t]|  )\s*(?:[-*\u2022\d.)]{1,3}\s+)?\Z")
_FEWEST: Final = 2  # boxes, of a form; "PC [ ] was dismissed" has one, for what is blotted out
_CROSSES: Final = ("\u2717", "\u2718")
_CHECKS: Final = ("\u2713", "\u2714", "\u2611", "\u2705")


def unticked(page: Page) -> list[Span]:
    """The words that stand beside empty boxes, and the questions that are answered with "No"; in order, apart."""
    if not holds_any(page.text, _MARKS):
        return []
    lines = [(line, list(_BOX.finditer(page.text, line.start, line.end))) for line in page.lines]
    if sum(len(boxes) for _, boxes in lines) < _FEWEST:
        return []
    crossed_out = holds_any(page.text, _CROSSES) and holds_any(page.text, _CHECKS)
    return [span for line, boxes in lines if boxes for span in _not_told(page, line, boxes, crossed_out)]


def _not_told(page: Page, line: Line, boxes: list[re.Match[str]], crossed_out: bool) -> list[Span]:
    """The parts of one line that its boxes do not tell; ``crossed_out`` where the page has both ticks and crosses."""
    text = page.text
    opens = _OPENS.search(text[line.start : boxes[0].start()]) is not None
    behind = not text[boxes[-1].end() : line.end].strip()
    if not opens and not behind:
        return []

    def is_empty(box: re.Match[str]) -> bool:
        return box["empty"] is not None or (crossed_out and holds_any(box.group(), _CROSSES))

    options: list[tuple[Span, bool]] = []
    if behind and text[line.start : boxes[0].start()].strip(
        " \t-*\u2022"
    ):  # "Dismissed [ ]  Written warning [x]"
        named = _LABEL.match(text, line.start, boxes[0].start())
        at = named.end() if named is not None and named.end() < boxes[0].start() else line.start
        for box in boxes:
            options.append(((at, box.start()), is_empty(box)))
            at = box.end()
    else:
        ends = [*(b.start() for b in boxes[1:]), line.end]
        options = [((b.end(), e), is_empty(b)) for b, e in zip(boxes, ends, strict=True)]
    options = [(span, empty) for span, empty in options if text[slice(*span)].strip()]
    answers = [_ANSWER.match(page.low, *span) is not None for span, _ in options]
    if options and all(answers):
        denied = any(_NO.match(page.low, *span) for span, empty in options if not empty)
        return [(line.start, line.end)] if denied or all(empty for _, empty in options) else []
    return [span for span, empty in options if empty]
