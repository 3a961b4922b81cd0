"""Two lists of items matched field by field; subjects paired; figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypedDict

from peelian.score.items import Item, Record, alike, fold

#: For each field, how many items were ``right``, ``missed`` and ``wrong``.
Tally = dict[str, Counter[str]]


class Figures(TypedDict):
    """Precision, recall and F1 (0 to 1, four places) over ``items`` labelled items."""

    precision: float
    recall: float
    f1: float
    items: int


class Mistake(NamedTuple):
    """One value missed (``item`` is the label's) or wrong (``item`` is the reading's).

    ``document`` is the id; ``where`` names document and subject ("x/0" the first labelled subject,
    "x/+1" a read subject that no label has). ``at`` points into the labels or into the reading.
    """

    missed: bool
    item: Item
    document: str
    where: str

    def __str__(self) -> str:
        return f"{self.where}: {'missed' if self.missed else 'wrong '} {self.item.field} = {self.item.shown}"


def _same(want: Item, have: Item) -> bool:
    if want.text is not None and have.text is not None:
        return alike(want.text, have.text)
    return want.key == have.key and want.text is None and have.text is None


def compare(
    gold: Sequence[Item],
    got: Sequence[Item],
    tally: Tally,
    mistakes: list[Mistake],
    document: str,
    where: str,
) -> None:
    """Match two item lists field by field; add right, missed and wrong to ``tally`` and ``mistakes``."""
    for field in sorted({x.field for x in gold} | {x.field for x in got}):
        want = [x for x in gold if x.field == field]
        have = [x for x in got if x.field == field]
        counts = tally.setdefault(field, Counter())
        for item in list(want):
            hit = next((h for h in have if _same(item, h)), None)
            if hit is not None:
                want.remove(item)
                have.remove(hit)
                counts["right"] += 1
        counts["missed"] += len(want)
        counts["wrong"] += len(have)
        mistakes.extend(Mistake(True, x, document, where) for x in want)
        mistakes.extend(Mistake(False, x, document, where) for x in have)


def _agreement(a: Record, b: Record, alone: bool) -> float:
    """How well the name or label of a labelled subject agrees with that of a read one."""
    if a.get("name") and b.get("name"):
        x, y = fold(a["name"]).split(), fold(b["name"]).split()
        if x == y:
            return 3.0
        if x[-1:] == y[-1:]:
            return 2.0 + 0.1 * len(set(x) & set(y))
        return 1.0 if set(x) & set(y) else 0.0
    if a.get("label") and b.get("label"):
        return 3.0 if fold(a["label"]) == fold(b["label"]) else 0.0
    if not a.get("name") and not b.get("name"):
        return 0.5
    return 0.1 if alone else 0.0


def pairing(
    gold: Sequence[Record], got: Sequence[Record]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pair labelled subjects with read ones, best name (or label) agreement first.

    Gives the pairs of indexes, the labelled subjects left over, and the read ones left over.
    """
    alone = len(gold) == len(got) == 1
    pairs = sorted(
        ((_agreement(a, b, alone), -abs(i - j), i, j) for i, a in enumerate(gold) for j, b in enumerate(got)),
        reverse=True,
    )
    taken: set[int] = set()
    used: set[int] = set()
    out = []
    for value, _, i, j in pairs:
        if value > 0 and i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            out.append((i, j))
    return (
        out,
        [i for i in range(len(gold)) if i not in taken],
        [j for j in range(len(got)) if j not in used],
    )


def figures(tally: Mapping[str, Counter[str]], fields: Collection[str] | None = None) -> Figures:
    """Precision, recall and F1 over the fields named (all of them if none are)."""
    right, missed, wrong = (
        sum(c[k] for f, c in tally.items() if fields is None or f in fields)
        for k in ("right", "missed", "wrong")
    )
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "items": right + missed,
    }


def leaves(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every non-empty leaf of a record with its JSON Pointer."""
    if isinstance(value, dict):
        for k, v in value.items():
            yield from leaves(v, f"{at}/{k}")
    elif isinstance(value, list):
        for i, v in enumerate(value):
            yield from leaves(v, f"{at}/{i}")
    elif value not in (None, False):
        yield at, value


def evidence_check(reading: Record, text: str) -> tuple[int, int]:
    """How many read values carry evidence that lies in the text, and of how many."""
    evidence, good, total = reading.get("evidence") or {}, 0, 0
    body = {k: v for k, v in reading.items() if k in ("subjects", "speakers", "helplines")}
    for at, _ in leaves(body):
        if at.endswith(("/background", "/kind", "/former")):
            continue
        total += 1
        spans = evidence.get(at) or []
        good += bool(spans) and all(
            isinstance(a, int) and isinstance(b, int) and 0 <= a < b <= len(text) and text[a:b].strip()
            for a, b in spans
        )
    return good, total
