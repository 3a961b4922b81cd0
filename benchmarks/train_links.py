"""Train the linking model: ``python benchmarks/train_links.py`` writes src/peelian/linking/data/weights.json.

Two sources, both in the repository. The generator (`peelian.linking.generate`) gives pairs in any number,
with guessed rates of noise. The labelled corpus gives few pairs, of real shape. The share of each level
among one person's pairs (m) is the corpus', steadied by the generator's as if that were so many more
pairs; among two persons' pairs (u) it is the mean of both, and for names the generator's alone, since
the corpus' names were invented to be odd. Documents in heldout.json are left out.

With ``--no-corpus`` the corpus' links are not used at all.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from peelian.linking import model, training
from peelian.linking.mentions import Mention, all_mentions
from peelian.linking.weights import Bands, Weights, save

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
TARGET = HERE.parent / "src/peelian/linking/data/weights.json"
NAMES = {"surname", "given name"}
#: How many pairs of the corpus the generator's shares are worth.
STRENGTH = 30.0
#: Chosen on the training documents and on generated mentions, where namesakes and co-accused reach 8.
BANDS = Bands(join=8.0, review=-2.0, margin=3.0)
PRIOR = 1e-4


def heldout() -> set[str]:
    """The documents that training must not see."""
    return set(json.loads((HERE / "heldout.json").read_text("utf-8"))["corpus"])


def corpus(leave_out: set[str]) -> tuple[list[Mention], dict[str, str], dict[str, str]]:
    """The corpus' mentions, and the person and the case of each, without some documents."""
    readings = [json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json"))]
    found = all_mentions(r for r in readings if r["id"] not in leave_out)
    person, case = {}, {}
    for path in sorted(CORPUS.glob("links-*.json")):
        for entry in json.loads(path.read_text("utf-8")):
            for document, index in entry["mentions"]:
                if document not in leave_out:
                    person[f"{document}#{index}"] = f"{path.stem}:{entry['person']}"
                    case[f"{document}#{index}"] = f"{path.stem}:{entry['case']}"
    return found, person, case


def generated(many: int, seed: int) -> tuple[list[Mention], dict[str, str]]:
    """Mentions of the generator, and the person of each."""
    from peelian.linking.generate import generate

    made = generate(many, seed=seed)
    readings: dict[str, dict[str, Any]] = {}
    for r in made.mentions.to_pylist():
        reading = readings.setdefault(
            r["document"],
            {"id": r["document"], "published": r["published"], "kind": r["kind"], "subjects": []},
        )
        reading["subjects"].append(
            {
                **{
                    k: r[k] for k in ("name", "label", "rank", "age", "force", "posts", "residence", "courts")
                },
                "collar_number": r["collar_number"],
                "offences": [{"offence": o} for o in r["offences"]],
                "sentenced_on": r["sentenced_on"],
                "proceeding": {
                    "kind": r["proceeding_kind"],
                    "date": r["proceeding_date"],
                    "outcome": r["outcome"],
                    "chair": r["chair"],
                },
            }
        )
    truth = made.truth.to_pylist()
    return all_mentions(readings.values()), {t["id"]: t["person"] for t in truth}


def train(
    leave_out: set[str], *, use_corpus: bool = True, many: int = 40_000, seed: int = 20261122
) -> Weights:
    """Count levels in both sources and make weights of them."""
    mentions, person = generated(many, seed)
    data, document = model.table(mentions), {m.key: m.document for m in mentions}
    same_g = training.count_levels(data, training.same_pairs(person, document))
    other_g = training.count_levels(data, training.other_pairs(person, document, 600_000, seed))
    about: dict[str, Any] = {"generated_mentions": len(mentions), "seed": seed}
    if use_corpus:
        real, real_person, _ = corpus(leave_out)
        table, home = model.table(real), {m.key: m.document for m in real}
        pairs = training.same_pairs(real_person, home)
        same_c = training.count_levels(table, pairs)
        other_c = training.count_levels(table, training.other_pairs(real_person, home, 200_000, seed))
        about |= {"corpus_mentions": len(real), "corpus_pairs": len(pairs)}
    levels: dict[str, dict[str, tuple[float, float]]] = {}
    for c in model.COMPARISONS:
        labels = [level.label for level in c.levels]
        m = training.shares(same_g[c.name], labels, None, 1.0)
        u = training.shares(other_g[c.name], labels, None, 1.0)
        if use_corpus:
            # The generator writes no standards and no sentences: there the corpus is alone.
            m = training.shares(same_c[c.name], labels, m, STRENGTH if same_g[c.name] else 3.0)
            if c.name not in NAMES:
                of_corpus = training.shares(other_c[c.name], labels, u, 10.0)
                told = bool(other_g[c.name])
                u = {
                    label: (u[label] + of_corpus[label]) / 2 if told else of_corpus[label] for label in labels
                }
        levels[c.name] = {label: (round(m[label], 6), round(u[label], 6)) for label in labels}
    frequencies, rare = {}, {}
    rows = data.to_pydict()
    one = {person[key]: i for i, key in enumerate(rows["unique_id"]) if rows["surname"][i]}
    for column in model.FREQUENCY_COLUMNS:
        values = rows[column] if column in ("force", "rank") else [rows[column][i] for i in one.values()]
        frequencies[column], rare[column] = training.frequencies(values)
    return Weights(PRIOR, BANDS, levels, frequencies, rare, about)


def train_cases(leave_out: set[str]) -> dict[str, Any]:
    """Fit what speaks for two subjects of a document sharing a matter (logistic regression).

    Series c is left out: its labeller gave each person a case of his own, co-accused too, which is not
    what the issue asks for.
    """
    from sklearn.linear_model import LogisticRegression

    from peelian.linking import cases

    mentions, _, case = corpus(leave_out)
    documents: dict[str, list[Mention]] = {}
    for m in mentions:
        if not m.document.startswith("c"):
            documents.setdefault(m.document, []).append(m)
    rows = [
        (cases.features(one, other, found), case[one.key] == case[other.key], 2 / len(found))
        for found in documents.values()
        for i, one in enumerate(found)
        for other in found[:i]
    ]
    names = sorted(set().union(*(features for features, _, _ in rows)))
    fitted = LogisticRegression(C=1.0, max_iter=2000).fit(
        [[float(name in features) for name in names] for features, _, _ in rows],
        [same for _, same, _ in rows],
        sample_weight=[weight for _, _, weight in rows],
    )
    return {
        "about": "What speaks for (above 0) and against two subjects of one document sharing a matter, as log odds. Made by benchmarks/train_links.py from the labelled corpus.",
        "pairs": len(rows),
        "start": round(float(fitted.intercept_[0]), 3),
        "features": {name: round(float(x), 3) for name, x in zip(names, fitted.coef_[0], strict=True)},
        "years": 3.0,
    }


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-corpus", action="store_true", help="use the generator alone")
    parser.add_argument("--output", type=Path, default=TARGET)
    given = parser.parse_args()
    made = train(heldout(), use_corpus=not given.no_corpus)
    save(made, given.output)
    if not given.no_corpus:
        path = given.output.with_name("cases.json")
        path.write_text(json.dumps(train_cases(heldout()), indent=1) + "\n", "utf-8")
    print(f"{given.output}: {made.about}")


if __name__ == "__main__":
    main()
