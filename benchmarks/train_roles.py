"""Train the weights of who is a subject (``src/peelian/reading/data/roles.json``) from labelled folders.

    python benchmarks/train_roles.py [FOLDER...] [--write] [--folds 5]

Without folders it takes the corpus and the practice documents, never those set aside. Prints accuracy, precision and recall of cross-validation by document, then with ``--write`` trains on
everything and writes the weights. Needs scikit-learn (the ``bench`` extra); using Peelian does not.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from peelian.reading.names import find_names
from peelian.reading.page import Page
from peelian.reading.prose_people import named_persons
from peelian.reading.role_cues import features
from peelian.reading.scan import Scan
from peelian.reading.surroundings import Surroundings
from training_documents import REPO, documents, folders

HOME = REPO / "src/peelian/reading/data/roles.json"
FOLDERS = folders("news", "notices", "hard", "mixed", "later", "wordings")


def words(name: str) -> list[str]:
    """A name's words, folded."""
    return "".join(
        c if c.isalnum() else " " for c in name.lower().replace("'", "").replace("\u2019", "")
    ).split()


def examples(folder: Path) -> list[tuple[str, dict[str, float], int, int]]:
    """Every named person of a folder's documents: (document, cues, is a subject, is background)."""
    out = []
    for text in documents(folder):
        gold = json.loads(text.with_suffix(".json").read_text("utf-8"))["subjects"]
        named = {tuple(words(s["name"] or s["label"])): s for s in gold if s["name"] or s["label"]}
        page = Page(text.read_text("utf-8"))
        scan = Scan(page)
        persons = named_persons(page, scan, find_names(page, scan))
        among = Surroundings(persons, page, scan)
        for person in persons:
            own = words(person.name or person.label or "")
            hit = next(
                (
                    s
                    for w, s in named.items()
                    if w == tuple(own)
                    or (w[-1:] == tuple(own[-1:]) and person.name and (len(own) == 1 or own[0] in w))
                ),
                None,
            )
            out.append(
                (
                    text.stem,
                    features(person, among),
                    int(hit is not None),
                    int(bool(hit and hit.get("background"))),
                )
            )
    return out


def main() -> None:
    """Cross-validate, and with ``--write`` write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--strength", type=float, default=3.0, help="inverse of the penalty on large weights")
    parser.add_argument("--leave-out", nargs="*", default=[], help="stems of documents not to train on")
    parser.add_argument("--threshold", type=float, default=-0.1, help="log-odds that a subject must reach")
    args = parser.parse_args()
    left_out = frozenset(args.leave_out)
    rows = [row for folder in args.folders for row in examples(folder) if row[0] not in left_out]
    vectors = DictVectorizer()
    x = vectors.fit_transform([r[1] for r in rows])
    groups = np.array([r[0] for r in rows])
    result = {}
    for name, column, keep in (
        ("subject", 2, np.ones(len(rows), bool)),
        ("background", 3, np.array([r[2] for r in rows], bool)),
    ):
        y = np.array([r[column] for r in rows])
        xs, ys, gs = x[keep], y[keep], groups[keep]
        odds = np.zeros(len(ys))
        for train, test in GroupKFold(args.folds).split(xs, ys, gs):
            model = LogisticRegression(C=args.strength, max_iter=2000).fit(xs[train], ys[train])
            odds[test] = model.decision_function(xs[test])
        said = odds > args.threshold
        right = int((said & (ys == 1)).sum())
        print(
            f"{name}: {len(ys)} people, {int(ys.sum())} positive; precision {right / max(1, said.sum()):.3f} recall {right / max(1, ys.sum()):.3f} accuracy {(said == ys).mean():.3f}"
        )
        model = LogisticRegression(C=args.strength, max_iter=2000).fit(xs, ys)
        table = {
            f: round(float(w), 3)
            for f, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
            if abs(w) >= 0.02
        }
        table["bias"] = round(table.get("bias", 0.0) + float(model.intercept_[0]) - args.threshold, 3)
        result[name] = dict(sorted(table.items()))
    if args.write:
        HOME.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"wrote {HOME}")


if __name__ == "__main__":
    main()
