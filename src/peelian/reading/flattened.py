"""Flattened records: labels and values run together in lines, as a copied table or form leaves them.

"Name Sgt 1190 Paul Haye Place Ripon Date heard 8th Jan 2018 Before Mr R Kane Allegation That he ... Result Not
proven": no colons, lines broken anywhere. A record begins where the first label comes again with an officer
behind it; the other labels, which come again too, show that it is a label and no word of prose.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame, Record, distinct
from peelian.reading.heads import Head
from peelian.reading.layout import Row, fold_label, label_kinds
from peelian.reading.model import Span
from peelian.reading.spans import find_all
from peelian.reading.tables import closes

_LONGEST = 4  # words of a label
_FEWEST = 2
# Labels that are values as well: "Result Gross Misconduct Dismissed without notice".
_VALUES = frozenset({"misconduct", "proven", "proved", "found", "constable"})


def flattened(frame: Frame) -> list[Record]:
    """The records of a page whose labels stand between values without a colon; empty if it has none such."""
    label = _first_label(frame)
    if label is None:
        return []
    text = frame.page.text
    starts = _places(text, label)
    end = _end(frame, starts[-1])
    spans = list(pairwise([*starts, end]))
    inner = Counter(phrase for a, b in spans for phrase in _labels_in(text, a + len(label), b))
    if sum(1 for n in inner.values() if n >= _FEWEST) < _FEWEST:
        return []
    out: list[Record] = []
    for start, stop in spans:
        marks = sorted(
            (at, phrase) for phrase, at in _labels_in(text, start, stop, {**inner, label: len(spans)}).items()
        )
        fields: dict[str, Span] = {}
        for (at, phrase), limit in zip(marks, [*(m[0] for m in marks[1:]), stop], strict=True):
            fields.setdefault(label_kinds()[fold_label(phrase)], (at + len(phrase) + 1, limit))
        heads = frame.heads_in(*fields["name"], True) if "name" in fields else []
        out.append(Record(start, stop, "row", heads, fields, [(start, stop)], columns=True))
    heads = [h for r in out for h in r.heads]
    return out if distinct(heads, text) >= _FEWEST else []


def _first_label(frame: Frame) -> str | None:
    """The words, as written, of the label of a name with which two or more lines begin."""
    seen: Counter[str] = Counter()
    for row in frame.rows:
        words = _name_label(frame.page.text, row)
        if words is not None and _officer_after(frame, row, words) is not None:
            seen[words] += 1
    words, count = next(iter(seen.most_common(1)), (None, 0))
    return words if count >= _FEWEST else None


def _name_label(text: str, row: Row) -> str | None:
    """The label of a name that begins a line and runs into its value without a colon."""
    if row.label is not None and row.value < row.end and text[row.value - 1] != " ":
        return None
    first = text[row.start : row.end].split(" ", _LONGEST)
    if fold_label(first[0]) not in _first_words():
        return None
    for n in range(min(_LONGEST, len(first) - 1), 0, -1):
        words = " ".join(first[:n])
        if words[-1].isalpha() and label_kinds().get(fold_label(words)) == "name":
            return words
    return None


def _officer_after(frame: Frame, row: Row, words: str) -> Head | None:
    head = frame.heads.read(row.start + len(words) + 1, row.end, True)
    return head if head is not None and (head.strong or not head.nameless) else None


@cache
def _first_words() -> frozenset[str]:
    """The words with which labels of names begin."""
    return frozenset(phrase.split(" ")[0] for phrase, kind in label_kinds().items() if kind == "name")


def _places(text: str, label: str) -> list[int]:
    """Where the label stands at the beginning of a line or after a space."""
    return [at for at in find_all(text, (label + " ",)) if at == 0 or text[at - 1] in " \n"]


def _labels_in(text: str, start: int, end: int, known: dict[str, int] | None = None) -> dict[str, int]:
    """The labels that stand among the words of ``[start, end)`` with a capital, and where each first does.

    ``known``: only such as come in two records or more.
    """
    out: dict[str, int] = {}
    words: list[tuple[int, str]] = []
    at = start
    for word in text[start:end].replace("\n", " ").split(" "):
        words += _pieces(at, word)
        at += len(word) + 1
    for i, (place, word) in enumerate(words):
        if not word[:1].isupper():
            continue
        for n in range(min(3, len(words) - i), 0, -1):
            phrase = " ".join(w for _, w in words[i : i + n])
            if (
                phrase[-1:].isalpha()
                and (folded := fold_label(phrase)) in label_kinds()
                and folded not in _VALUES
            ):
                if known is None or known.get(phrase, 0) >= _FEWEST:
                    out.setdefault(phrase, place)
                break
    return out


_SEAM: Final = re.compile(r"(?<=[a-z0-9)])(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")


def _pieces(at: int, word: str) -> list[tuple[int, str]]:
    """A word, or the words that are stuck together in it ("FrostDate", "LQCFinding"), each with its place."""
    cuts = [0, *(m.start() for m in _SEAM.finditer(word)), len(word)]
    return [(at + a, word[a:b]) for a, b in pairwise(cuts)] if len(cuts) > 2 else [(at, word)]


def _end(frame: Frame, start: int) -> int:
    """The end of the last record: before a blank line or the words that come after a list."""
    end = start
    for row in frame.rows:
        if row.end <= start:
            continue
        if row.start > start and (row.blank_before or closes(frame.page.low, row.start)):
            break
        end = row.end
    return end
