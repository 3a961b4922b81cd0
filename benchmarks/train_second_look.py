"""Train the weights of the second look at proceedings (``src/peelian/reading/data/second_look.json``) from labelled folders.

    python benchmarks/train_second_look.py [FOLDER...] [--write] [--folds 5] [--leave-out STEM...]

Without folders it takes the corpus and the practice documents, never those set aside. A candidate is a phrase of a
finding, or a date, in words that the reader gives to a subject; it is right if its value is the label's. Prints how well
the weights do on documents that they were not trained on (cross-validation by document), then with ``--write`` trains on
everything and writes the weights. Needs scikit-learn (the ``bench`` extra); using Peelian does not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from peelian.documents import load
from peelian.reading.prepared import prepare
from peelian.reading.second_look import SecondLook
from peelian.score.compare import pairing
from training_documents import REPO, documents, folders

HOME = REPO / "src/peelian/reading/data/second_look.json"
FOLDERS = folders("news", "notices", "hard", "mixed", "later", "wordings", "genres", "kin", "siblings")
SEEN_IN = 3  # documents: a cue of fewer is chance


class Row(NamedTuple):
    """One candidate: its document, what it is a candidate for, its cues, and whether it is right."""

    document: str
    of: str
    cues: list[str]
    right: bool


def examples(path: Path) -> Iterator[Row]:
    """Every candidate of a document."""
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))["subjects"]
    document = load(path)
    prepared = prepare(document.text, document.published, document.publisher, document.title)
    people = [p for p in prepared.cast.subjects if p.role == "subject"]
    pairs, _, _ = pairing(gold, [{"name": p.name, "label": p.label} for p in people])
    labels = {j: gold[i].get("proceeding") or {} for i, j in pairs}
    look = SecondLook(prepared)
    for j, person in enumerate(people):
        told = labels.get(j, {})
        for h in look.findings(person):
            cues = look.cues(person, h.start, h.end, h.value)
            yield Row(path.stem, "finding", cues, told.get("finding") == h.value)
        for d in look.days(person):
            cues = look.cues(person, d.start, d.end, d.kind)
            yield Row(path.stem, "date", cues, told.get("date") == d.edtf)


def train(rows: list[Row], strength: float, folds: int) -> dict[str, float]:
    """The weights of one kind of candidate; prints what cross-validation says of them."""
    seen = Counter(cue for _, cue in {(r.document, c) for r in rows for c in r.cues})
    vectors = DictVectorizer()
    x = vectors.fit_transform([{c: 1.0 for c in r.cues if seen[c] >= SEEN_IN} for r in rows])
    y = np.array([r.right for r in rows], int)
    odds = np.zeros(len(y))
    for known, new in GroupKFold(folds).split(x, y, np.array([r.document for r in rows])):
        odds[new] = (
            LogisticRegression(C=strength, max_iter=3000).fit(x[known], y[known]).decision_function(x[new])
        )
    for likely in (0.5, 0.6, 0.7, 0.8):
        said = odds > np.log(likely / (1 - likely))
        print(
            f"  likely {likely}: precision {y[said].mean():.3f} recall {said[y == 1].mean():.3f}"
            if said.any()
            else f"  likely {likely}: none"
        )
    model = LogisticRegression(C=strength, max_iter=3000).fit(x, y)
    table = {
        cue: round(float(weight), 3)
        for cue, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= 0.02
    }
    return {"bias": round(float(model.intercept_[0]), 3), **dict(sorted(table.items()))}


def main() -> None:
    """Cross-validate, and with ``--write`` write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--to", type=Path, default=HOME, help="where the weights are written")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--strength", type=float, default=0.3, help="inverse of the penalty on large weights")
    parser.add_argument(
        "--leave-out", nargs="*", default=[], help="beginnings of the stems of documents not to train on"
    )
    args = parser.parse_args()
    left_out = tuple(args.leave_out)
    rows = [
        row
        for folder in args.folders
        for path in documents(folder)
        if not left_out or not path.stem.startswith(left_out)
        for row in examples(path)
    ]
    result = {}
    for of in ("finding", "date"):
        own = [r for r in rows if r.of == of]
        print(f"{of}: {len(own)} candidates, {sum(r.right for r in own)} right")
        result[of] = train(own, args.strength, args.folds)
    if args.write:
        args.to.write_text(json.dumps(result, indent=0, ensure_ascii=False) + "\n", "utf-8")
        print(f"wrote {args.to}")


if __name__ == "__main__":
    main()
