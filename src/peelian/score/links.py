"""A folder of labelled links against a file of links: which mentions are one person, one case."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peelian.score.compare import figures

Mention = tuple[str, int]


@dataclass(frozen=True)
class LinkScore:
    """Pairwise figures for ``person`` and ``case`` over ``mentions``; mistakes as lines."""

    mentions: int
    levels: dict[str, dict[str, Any]]
    mistakes: list[str]


def score_links(folder: Path, path: Path) -> LinkScore:
    """Score the links in ``path`` against every links*.json in ``folder``, over all pairs of mentions."""
    want: dict[Mention, tuple[str, str]] = {}
    have: dict[Mention, tuple[str, str]] = {}
    for p in sorted(folder.glob("links*.json")):
        for entry in json.loads(p.read_text("utf-8")):
            for doc, i in entry["mentions"]:
                want[doc, i] = (f"{p.name}:{entry['person']}", f"{p.name}:{entry['case']}")
    for entry in json.loads(path.read_text("utf-8")):
        for doc, i in entry["mentions"]:
            have[doc, i] = (str(entry["person"]), str(entry["case"]))
    mentions, result, mistakes = sorted(want), {}, []
    for k, level in enumerate(("person", "case")):
        right = missed = wrong = 0
        for x in range(len(mentions)):
            for y in range(x + 1, len(mentions)):
                a, b = mentions[x], mentions[y]
                same = want[a][k] == want[b][k]
                said = a in have and b in have and have[a][k] == have[b][k]
                right += same and said
                missed += same and not said
                wrong += said and not same
                if same != said:
                    mistakes.append(f"{level}: {'missed' if same else 'FALSE MERGE'} {a} ~ {b}")
        got = figures({"x": Counter(right=right, missed=missed, wrong=wrong)})
        result[level] = {**got, "false_merges": wrong, "missed_pairs": missed}
    return LinkScore(len(mentions), result, mistakes)
