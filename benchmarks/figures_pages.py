"""The figures as Markdown: the tables that ``report.py`` writes into the documentation."""

from __future__ import annotations

import re
from typing import Any, Final

Figures = dict[str, Any]
_MARKED: Final = re.compile(r"(<!-- figures:start(?: (\w+))? -->\n).*?(<!-- figures:end -->)", re.S)
_ROWS: Final = (
    ("corpus", "held out", "Corpus, set aside"),
    ("corpus", "development", "Corpus, open while rules were written"),
    ("practice", "unseen", "Practice pages of all kinds: only scored"),
    ("practice", "siblings", "Practice siblings of the corpus, even numbers: only scored"),
    ("practice", "pages", "Practice pages of news, even numbers: only scored"),
    ("practice", "wordings", "Practice wordings, every fourth: only scored"),
    ("real", "held out", "Real reports, set aside"),
    ("real", "development", "Real reports, open"),
    ("baseline", "held out", "*Plain baseline*, corpus set aside"),
    ("baseline", "development", "*Plain baseline*, corpus open"),
)


def filled(page: str, figures: Figures) -> str:
    """``page`` with the table between each pair of markers written anew.

    ``<!-- figures:start -->`` takes the summary, ``<!-- figures:start speed -->`` the table of speed.
    """
    made = {
        None: summary,
        "summary": summary,
        "speed": speed,
        "tally": tally,
        "fields": fields,
        "robustness": robustness,
    }
    return _MARKED.sub(lambda m: f"{m[1]}\n{made[m[2]](figures)}\n\n{m[3]}", page)


def _table(head: list[str], rows: list[list[str]]) -> str:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def summary(figures: Figures) -> str:
    """Core and all by part: what is measured first."""
    rows = []
    for group, part, name in _ROWS:
        if f := figures.get(group, {}).get(part):
            core = [f"{f['core'][k]:.3f}" for k in ("precision", "recall", "f1")]
            rows.append([name, str(f["documents"]), *core, f"{f['all']['f1']:.3f}", f"{f['evidence']:.1%}"])
    head = ["", "documents", "core precision", "core recall", "core F1", "all F1", "values with their words"]
    return _table(head, rows)


def fields(figures: Figures) -> str:
    """F1 and number of items of each field, by part."""
    chosen = [(g, p, n) for g, p, n in _ROWS if g != "baseline" and figures.get(g, {}).get(p)]
    names = sorted({f for g, p, _ in chosen for f in figures[g][p]["fields"]})
    rows = []
    for name in names:
        row = [f"`{name}`"]
        for group, part, _ in chosen:
            f = figures[group][part]["fields"].get(name)
            row += [f"{f['f1']:.3f} ({f['items']})" if f and f["items"] else "–"]
        rows.append(row)
    return _table(["field: F1 (items)", *(n for _, _, n in chosen)], rows)


def speed(figures: Figures) -> str:
    """What ``speed.py`` measured, in words."""
    found = figures.get("speed")
    if not found:
        return "Speed has not been measured on this version yet (`make bench`)."
    rows = []
    if peer := found.get("peer"):
        ours, theirs = peer["peelian ms a document"], peer["spacy ms a document"]
        rows.append([
            f"Against spaCy's small pipeline, one core, {peer['documents']} documents",
            f"{peer['times as fast']} times as fast ({ours} ms against {theirs} ms a document)",
        ])  # fmt: skip
    if two := found.get("processes"):
        rows.append([f"Two processes against one, {two['documents']:,} documents", f"{two['times']} times"])
    rows += [[f"Memory: {name}", f"{mb}"] for name, mb in found.get("memory", {}).items()]
    if ordinary := found.get("length", {}).get("ordinary"):
        told = ", ".join(f"{size}: {us}" for size, us in ordinary.items())
        rows.append(["Microseconds a character, by characters of the text (ordinary text)", told])
        hostile = {k: v for k, v in found["length"].items() if k != "ordinary"}
        if hostile:
            kind, row = max(hostile.items(), key=lambda kv: list(kv[1].values())[-1])
            size, us = list(row.items())[-1]
            rows.append([f"The same, worst hostile text (“{kind}”, {size} characters)", f"{us}"])
    if start := found.get("start"):
        rows.append(["`peelian --help`", f"{start['help s']} s"])
    return _table(["measured", "result"], rows)


def robustness(figures: Figures) -> str:
    """How many mistakes the reader makes on pages that are changed without telling anything else."""
    found = figures.get("robustness")
    if not found:
        return "Changed pages have not been measured on this version yet (`python benchmarks/robustness.py`)."
    rows = [[f["change"], *(str(f[k]) for k in ("documents", "before", "after"))] for f in found]
    return _table(["change", "documents changed", "mistakes before", "mistakes after"], rows)


def tally(figures: Figures) -> str:
    """The outcomes read in all real reports."""
    found = figures.get("tally")
    if not found:
        return "The real reports were not there when this was written."
    text = f"{found['read']} of {found['reports']} reports were read without an error; {found['with a subject']} tell of a subject.\n\n"
    return text + _table(
        ["outcome read", "subjects"], [[f"`{k}`", str(v)] for k, v in found["outcomes"].items()]
    )


def full(figures: Figures) -> str:
    """The page of all figures."""
    return f"""# All figures

Written by `benchmarks/report.py`; do not edit. Reader version {figures["version"]}.
What the parts are, and what the figures do not say: [the benchmark](benchmark.md).

## Core and all

{summary(figures)}

## By field

Which fields are core is said in [the benchmark](benchmark.md#core-and-all). A dash:
no such value in that part.

{fields(figures)}

## Outcomes in the real reports

{tally(figures)}

## Changed pages

{robustness(figures)}

## Speed

{speed(figures)}
"""
