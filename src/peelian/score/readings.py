"""A folder of labels against a file of readings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peelian.score.compare import Figures, Mistake, Tally, compare, evidence_check, figures, pairing
from peelian.score.items import CORE, Record, document_items, subject_items


class NotScored(Exception):
    """Labels or readings could not be used; the message says which file, and why."""


@dataclass(frozen=True)
class ReadingScore:
    """The score of readings against labels.

    ``documents`` were labelled, ``read`` of them have a reading; ``cited`` of ``citable`` read values
    carry words that lie in the text. ``texts`` and ``readings`` (by id) are kept for the report.
    """

    documents: int
    read: int
    tally: Tally
    mistakes: list[Mistake]
    cited: int
    citable: int
    texts: dict[str, str]
    readings: dict[str, Record]

    @property
    def core(self) -> Figures:
        """Precision, recall and F1 over the facts of the case."""
        return figures(self.tally, CORE)

    @property
    def all(self) -> Figures:
        """Precision, recall and F1 over every field."""
        return figures(self.tally)

    @property
    def fields(self) -> dict[str, Figures]:
        """The same for each field, in alphabetical order."""
        return {f: figures({f: self.tally[f]}) for f in sorted(self.tally)}

    def to_dict(self) -> dict[str, Any]:
        """The figures, ready for ``json.dumps``."""
        return {
            "documents": self.documents,
            "read": self.read,
            "core": self.core,
            "all": self.all,
            "evidence": round(self.cited / self.citable, 4) if self.citable else 0.0,
            "fields": self.fields,
        }


def labels(folder: Path) -> dict[str, Record]:
    """The labels of a folder by id: every NAME.json that has a NAME.txt beside it."""
    return {
        p.stem: _parse(p.read_bytes(), str(p))
        for p in sorted(folder.glob("*.json"))
        if not p.name.startswith(("links", "sources")) and p.with_suffix(".txt").exists()
    }


def load_readings(path: Path) -> dict[str, Record]:
    """The readings of a JSONL file by id.

    Raises NotScored if a line is not a reading.
    """
    got: dict[str, Record] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                where = f"{path}, line {number}"
                reading = _parse(line, where)
                if not isinstance(reading.get("id"), str):
                    raise NotScored(
                        f'{where}: it has no "id". Give one reading a line (peelian read --format jsonl)'
                    )
                got[reading["id"]] = reading
    return got


def _parse(data: bytes, where: str) -> Record:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotScored(f"{where}: not JSON ({error})") from error
    if not isinstance(value, dict):
        raise NotScored(f"{where}: a JSON object is needed, not a {type(value).__name__}")
    return value


def score_readings(folder: Path, path: Path) -> ReadingScore:
    """Score the readings in ``path`` (JSONL) against the labels in ``folder`` (NAME.txt with NAME.json).

    Raises NotScored if the folder has no labels, or if a file is not in the guide's shape.
    """
    gold = labels(folder)
    if not gold:
        raise NotScored(f"{folder}: no labels (NAME.json with NAME.txt beside it)")
    got = load_readings(path)
    tally: Tally = {}
    mistakes: list[Mistake] = []
    texts: dict[str, str] = {}
    cited = citable = 0
    for name, want in gold.items():
        have = got.get(name, {"subjects": []})
        texts[name] = (folder / f"{name}.txt").read_text("utf-8")
        try:
            _compare_document(name, want, have, tally, mistakes)
            a, b = evidence_check(have, texts[name])
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise NotScored(f"{name}: label or reading is not in the guide's shape ({error!r})") from error
        cited, citable = cited + a, citable + b
    return ReadingScore(
        len(gold),
        sum(n in got for n in gold),
        tally,
        mistakes,
        cited,
        citable,
        texts,
        {n: got[n] for n in gold if n in got},
    )


def mistakes_of(name: str, want: Record, have: Record) -> list[Mistake]:
    """Every value of one document's reading ``have`` that is wrong by its labels ``want``, and every one missed."""
    mistakes: list[Mistake] = []
    _compare_document(name, want, have, {}, mistakes)
    return mistakes


def _compare_document(name: str, want: Record, have: Record, tally: Tally, mistakes: list[Mistake]) -> None:
    compare(document_items(want), document_items(have), tally, mistakes, name, name)
    gold, read = want["subjects"], have.get("subjects") or []
    pairs, missed, extra = pairing(gold, read)
    for i, j in pairs:
        a, b = gold[i], read[j]
        if a.get("background"):  # only its name, force and outcome are scored, whatever the reading says
            b = {**b, "background": True}
        labelled, found = subject_items(a, f"/subjects/{i}"), subject_items(b, f"/subjects/{j}")
        compare(labelled, found, tally, mistakes, name, f"{name}/{i}")
    for i in missed:
        compare(subject_items(gold[i], f"/subjects/{i}"), [], tally, mistakes, name, f"{name}/{i}")
    for j in extra:
        compare([], subject_items(read[j], f"/subjects/{j}"), tally, mistakes, name, f"{name}/+{j}")
