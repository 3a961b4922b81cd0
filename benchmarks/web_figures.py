"""The figures of ``web_speed.py`` in words: what stands between the markers of docs/explanation/web-speed.md."""

from __future__ import annotations

import re
from typing import Any, Final

GOAL_MS: Final = 100
GOAL_BYTES: Final = 150_000
_KINDS: Final = (("all", "All"), ("search", "Search"), ("case", "Case"))
_MARKED: Final = re.compile(r"(<!-- figures:start -->\n).*?(<!-- figures:end -->)", re.S)


def filled(page: str, found: dict[str, Any]) -> str:
    """``page`` with what stands between its markers written anew. Raises ``ValueError`` if it has none."""
    if not _MARKED.search(page):
        raise ValueError("the page has no <!-- figures:start --> and <!-- figures:end -->")
    return _MARKED.sub(lambda match: f"{match[1]}\n{words(found)}\n\n{match[2]}", page)


def words(found: dict[str, Any]) -> str:
    """The tables and sentences for some figures."""
    ours, theirs = found["peelian"], found.get("datasette")
    told = [
        f"{found['cases']:,} cases, {found['rate_per_second']:g} questions a second for {found['seconds']} seconds, "
        f"{found['cores']} cores. {_verdict(ours)}",
        _table(ours, theirs, found.get("ratio")),
        '"Failed" counts answers other than 200 or too late. The page is the middle answer\'s size before compression, '
        "without style and type.",
    ]
    if "alone" in ours:
        told += ["One question at a time, nothing else asked of the server:"]
        told += [_table(ours["alone"], theirs["alone"] if theirs else None, found.get("ratio_alone"))]
    if theirs is None:
        told += ["Datasette was not measured in this run."]
    if weights := ours.get("weights"):
        heaviest = max(weights.values())
        met = "Every page type is under" if heaviest < GOAL_BYTES else "**Not every page type is under**"
        listed = ", ".join(f"{kind} {size / 1000:.0f}" for kind, size in weights.items())
        told += [
            f"{met} {GOAL_BYTES // 1000} kB with its style and script, uncompressed, without images and type. In kB: {listed} "
            "(of 200 cases the heaviest)."
        ]
    load = [one["load_before"] for one in (ours, theirs) if one and "load_before" in one]
    load = load or [found[name] for name in ("load_before", "load_between") if name in found]
    told += [
        "The machine's load before each server was measured: "
        + "; ".join(", ".join(f"{one:g}" for one in three) for three in load)
        + " (1, 5 and 15 minutes). The program that asks runs on the same cores. Other machines give other figures."
    ]
    return "\n\n".join(told)


def _verdict(ours: dict[str, Any]) -> str:
    slowest = max(ours[kind].get("p95_ms", float("inf")) for kind in ("search", "case"))
    failed = ours["all"]["failed"]
    met = slowest < GOAL_MS and not failed
    return "**The goal is met in this run.**" if met else "**The goal is not met in this run.**"


def _table(ours: dict[str, Any], theirs: dict[str, Any] | None, ratio: dict[str, Any] | None) -> str:
    head = ["Milliseconds", "Peelian p50", "p95", "p99", "failed", "page"]
    rule = ["---"] + ["---:"] * 5
    if theirs:
        head += ["Datasette p50", "p95", "failed", "p95 is so many times Peelian's"]
        rule += ["---:"] * 4
    rows = [head, rule]
    for kind, name in _KINDS:
        one = ours[kind]
        row = [name, *(_ms(one, p) for p in ("p50_ms", "p95_ms", "p99_ms")), _failed(one)]
        row += [f"{one.get('middle_bytes', 0) / 1000:.0f} kB"]
        if theirs:
            times = (ratio or {}).get(kind, {}).get("p95_ms")
            row += [_ms(theirs[kind], "p50_ms"), _ms(theirs[kind], "p95_ms"), _failed(theirs[kind])]
            row += ["–" if times is None else f"{times:g}"]
        rows.append(row)
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _ms(one: dict[str, Any], name: str) -> str:
    return f"{one[name]:,.1f}" if name in one else "–"


def _failed(one: dict[str, Any]) -> str:
    return f"{one['failed']} of {one['asked']}"
