"""Sentences that tell of nobody: the rules of a policy ("A constable who is found ... may be dismissed"), and counts in words.

"13 officers were dismissed, 22 received final written warnings and 12 would have been dismissed" counts cases; so does
a list whose lines each open with a number ("17 police constables – dismissed"). Who is named there is told of.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import CAPITALS, Page
from peelian.reading.quantities import number
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any

_RANK: Final = r"(?:officers?|constables?|sergeants?|inspectors?|superintendents?|pcs?|pcsos?|members? of (?:police )?staff|staff|employees?|specials?)"
# A rule: whoever it may be, and what may, must or can become of them.
_WHOEVER: Final = re.compile(
    rf"\W*(?:\d{{1,2}}(?:\.\d{{1,2}})?[.)]? )?(?:(?:an?|any|every|each|all|where an?|if an?|when an?) )?(?:(?:police|special|detective|serving|former|senior|chief) )*{_RANK}\b(?:,? (?:or|and) (?:an? )?(?:[a-z]+ )?{_RANK})*"
)
_RULES: Final = re.compile(
    r"\b(?:may|can|must|should|will|shall|cannot) (?:not |also |only |then |normally |usually |be |have |face |receive |appeal |attend |expect )"
)
_HAPPENED: Final = re.compile(
    r"\b(?:was|were|has|had|(?<!would )(?<!should )(?<!could )have been|yesterday|today|last|(?:19|20)\d\d|named|aged)\b"
)
_IN_GENERAL: Final = re.compile(
    r" who (?:is|are|commits?|resigns?|retires?|fails?|breach(?:es)?|does|do|wish(?:es)?|receives?|faces?|leaves?|has been found|have been found)\b"
)
_POLICY: Final = re.compile(
    r"\b(?:policy|policies|guidance|procedures?|guide to|code of|explained|frequently asked|faqs?|how (?:misconduct|we|complaints|the)|what happens|terms of reference)\b"
)
_TOP: Final = 240  # characters in which a page says that it is a policy
# Counts of cases in one sentence.
_SOME: Final = re.compile(
    rf"\b(?P<n>\d{{1,4}}|six|seven|eight|nine|ten|eleven|twelve|one|two|three|four|five)(?: (?:police |special |detective )*{_RANK})?(?: (?:also|then|later))?"
    r" (?:were|was|received|would have been|had been|got|resigned|retired|faced|left)\b"
)
_COUNTED_LINE: Final = re.compile(
    rf"\W*(?P<n>\d{{1,4}}) (?:x )?(?:(?:police|special|detective|chief|former) )*(?:{_RANK}|cases?|hearings?|community support officers)\b[^.\n]{{0,40}}?(?: -|:|,| were| was| received| dismissed)"
)
_NAMED: Final = re.compile(
    rf"\b(?:PC|PS|DC|DS|DI|DCI|PCSO|[Ss]gt|Insp|[Cc]onstable|[Ss]ergeant|[Ii]nspector|[Ss]uperintendent)\.? (?:\d+ )?[{CAPITALS}][a-z]"
)
_MANY: Final = 6  # officers: fewer are told of one by one
_FEWEST: Final = 3  # lines


def of_nobody(page: Page, _: Scan) -> list[Span]:
    """The sentences and lines that give rules or counts and tell of nobody, in order and apart."""
    out = [*_rules(page), *_counts(page), *_counted_lines(page)]
    out.sort()
    return [span for i, span in enumerate(out) if not i or span[0] >= out[i - 1][1]]


def _rules(page: Page) -> list[Span]:
    if not holds_any(page.low, (" may ", " must ", " can ", " should ", " will ", " shall ")):
        return []
    policy = _POLICY.search(page.low, 0, _TOP) is not None
    out = []
    for s in page.sentences:
        opened = _WHOEVER.match(page.low, s.start, s.end)
        if opened is None or not (policy or _IN_GENERAL.match(page.low, opened.end(), s.end)):
            continue
        if _RULES.search(page.low, opened.end(), s.end) and not _told(page, s.start, s.end):
            out.append((s.start, s.end))
    return out


def _told(page: Page, start: int, end: int) -> bool:
    """Whether a sentence says what did happen, or to whom."""
    return (
        _HAPPENED.search(page.low, start, end) is not None
        or _NAMED.search(page.text, start, end) is not None
        or page.quoted(start)
    )


def _counts(page: Page) -> list[Span]:
    out: list[Span] = []
    if len(list(islice(_SOME.finditer(page.low), 2))) < 2:
        return out
    for s in page.sentences:
        numbers = [_number(m["n"]) for m in _SOME.finditer(page.low, s.start, s.end)]
        many = len(numbers) > 1 and max(numbers) >= _MANY
        if many and _NAMED.search(page.text, s.start, s.end) is None:
            out.append((s.start, s.end))
    return out


def _number(word: str) -> int:
    return int(word) if word.isdigit() else number(word) or 0


def _counted_lines(page: Page) -> list[Span]:
    """The lines of a list each of which opens by counting, some of them more than are told of one by one."""
    out: list[Span] = []
    run: list[tuple[Span, int]] = []
    for line in page.lines:
        found = _COUNTED_LINE.match(page.low, line.start, line.end)
        if found is not None and _NAMED.search(page.text, line.start, line.end) is None:
            run.append(((line.start, line.end), int(found["n"])))
            continue
        out += _if_many(run)
        run = []
    return out + _if_many(run)


def _if_many(run: list[tuple[Span, int]]) -> list[Span]:
    many = len(run) >= _FEWEST and max(n for _, n in run) >= _MANY
    return [span for span, _ in run] if many else []
