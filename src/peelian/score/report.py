"""What a person reads of a score: the table by field, and the mistakes beside the words concerned."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from peelian.score.compare import Figures, Mistake
from peelian.score.items import CORE, Record
from peelian.score.readings import ReadingScore

#: How many characters of the text are shown on each side of the words concerned.
CONTEXT = 60
_SHOWN = 3  # places in the text shown for one missed value
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def table(score: ReadingScore, fields: Collection[str] | None = None) -> str:
    """The figures by field (of ``fields``, if given), then core, all, and how many values carry words."""
    lines = [f"{'field':24} {'P':>7} {'R':>7} {'F1':>7} {'items':>6}"]
    for field, f in score.fields.items():
        if fields is None or field in fields:
            lines.append(_row(field + (" *" if field in CORE else ""), f))
    lines += [_row("CORE", score.core), _row("ALL", score.all)]
    cited = score.cited / score.citable if score.citable else 0.0
    lines.append(
        f"read {score.read} of {score.documents} documents; evidence given for {cited:.1%} of values (* = core)"
    )
    return "\n".join(lines)


def _row(name: str, f: Figures) -> str:
    return f"{name:24} {f['precision']:7.3f} {f['recall']:7.3f} {f['f1']:7.3f} {f['items']:6}"


def mistakes(score: ReadingScore, fields: Collection[str] | None = None) -> Iterator[str]:
    """Each missed and wrong value as lines, grouped by field: its words, with some of the text around.

    A wrong value is shown with the words that its evidence cites; a missed one with the places where
    the text says it, if words for it are found there.
    """
    groups: dict[str, list[Mistake]] = {}
    for mistake in score.mistakes:
        if fields is None or mistake.item.field in fields:
            groups.setdefault(mistake.item.field, []).append(mistake)
    for field, group in sorted(groups.items()):
        missed = sum(m.missed for m in group)
        yield f"{field}: {missed} missed, {len(group) - missed} wrong"
        for mistake in group:
            shown = mistake.item.shown or "(a subject)"
            if mistake.item.field == "subject":
                shown = mistake.item.words or "(a subject with no name or label)"
            yield f"  {mistake.where}  {'missed' if mistake.missed else 'wrong '}  {shown}"
            yield from (f"      {line}" for line in _words_concerned(mistake, score))
        yield ""


def _words_concerned(mistake: Mistake, score: ReadingScore) -> list[str]:
    text = score.texts[mistake.document]
    if mistake.missed:
        if mistake.document not in score.readings:
            return ["the document was not read"]
        places = occurrences(mistake.item.words or mistake.item.shown, text)
        return [f"text: {_around(text, a, b)}" for a, b in places] or ["no words for it found in the text"]
    spans = _cited(score.readings.get(mistake.document, {}), mistake.item.at, len(text))
    return [f"cited: {_around(text, a, b)}" for a, b in spans] or ["cites no words"]


def _cited(reading: Record, at: str, length: int) -> list[tuple[int, int]]:
    """The spans cited at a pointer, or, for a record, those of its parts, that lie in the text."""
    evidence = reading.get("evidence") or {}
    spans = evidence.get(at)
    if spans is None:
        spans = [s for p, found in evidence.items() if at and p.startswith(f"{at}/") for s in found][:_SHOWN]
    return sorted({(a, b) for a, b in spans if 0 <= a < b <= length})


def occurrences(value: str, text: str) -> list[tuple[int, int]]:
    """Where the text says ``value`` (an id, a date, a length, a number, or words), at most three places."""
    found: list[tuple[int, int]] = []
    for words in _sayings(value):
        pattern = r"\b" + r"[\s\-]+".join(re.escape(w) for w in words.split()) + r"\b"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found.append(match.span())
            if len(found) == _SHOWN:
                return found
        if found:
            return found
    return found


def _sayings(value: str) -> Sequence[str]:
    """How a text may write a value: exact forms first."""
    value = value.strip()
    if date := re.fullmatch(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?", value):
        year, month, day = date.groups()
        if month is None:
            return [year]
        name = _MONTHS[(int(month) - 1) % 12]
        if day is None:
            return [f"{name} {year}", name]
        return [f"{int(day)} {name}", f"{int(day)}{_ordinal(int(day))} {name}", f"{name} {int(day)}", name]
    if re.fullmatch(r"P(?:\d+[YMWD])+", value):
        parts = re.findall(r"(\d+)([YMWD])", value)
        return [
            say
            for n, unit in parts
            for number in _number(n)
            for say in (f"{number} {_UNITS[unit]}s", f"{number} {_UNITS[unit]}")
        ]
    if re.fullmatch(r"\d+(?:\.0)?", value):
        return _number(value.removesuffix(".0"))
    spaced = value.replace("_", " ").replace("-", " ")
    return [spaced] if spaced else []


def _number(figures: str) -> list[str]:
    n = int(figures)
    grouped = [f"{n:,}"] if n > 999 else []
    return [str(n), *grouped, *([_NUMBERS[n]] if n < len(_NUMBERS) else [])]


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _around(text: str, start: int, end: int) -> str:
    """The words with some text around, on one line, between angle quotes."""
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before = ("…" if left else "") + text[left:start]
    after = text[end:right] + ("…" if right < len(text) else "")
    return printable(" ".join(f"{before}»{text[start:end]}«{after}".split()))


def printable(text: str) -> str:
    """``text`` with every control character made harmless to a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
