"""linking: readings go in; persons, cases, and the reason of each pair come out. Pure: no store, no clock.

    mentions     a subject of a reading, in forms that can be compared
    names        surnames, given names, nicknames, and what conflicts
    comparisons  what of two mentions is compared, level by level
    model        the table of mentions, and how pairs are found (Splink's settings)
    weights      the weights that ship, and a casebook's own
    scoring      pairs with match weights, on DuckDB (``spark``: the same on Spark)
    constraints  what must not be joined, and what people decided
    clusters     the persons that pairs and decisions make, in which nothing of that is broken
    cases        which mentions tell of one matter
    canonical    ids that stay through reruns, merges and splits
    explain      why a pair was joined or not
    links        all at once
    increment    new documents into a casebook that is linked already
    columns      the compared table made a column at a time, of flat tables of readings
    large        persons of a casebook of any size, as tables (``large_cases``: its cases; ``conditions``: SQL;
                 ``large_links``: both, in the shape of ``links``)
    training     weights from labelled pairs, or from a large casebook
    generate     fictional mentions with the truth kept, to train and measure with

Names are imported on first use: Splink and DuckDB take a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peelian.linking.canonical import Assignment, Trail, assign
    from peelian.linking.constraints import Decision, DecisionError
    from peelian.linking.increment import Store, link_new
    from peelian.linking.large import Large, link_table
    from peelian.linking.large_cases import cases_table
    from peelian.linking.links import Links, Previous, link, link_mentions
    from peelian.linking.mentions import Mention, all_mentions, mentions_of
    from peelian.linking.training import retrain
    from peelian.linking.weights import Weights, WeightsError, load, save

_HOMES = {
    "Assignment": "canonical",
    "Trail": "canonical",
    "assign": "canonical",
    "Decision": "constraints",
    "DecisionError": "constraints",
    "Store": "increment",
    "link_new": "increment",
    "Large": "large",
    "link_table": "large",
    "cases_table": "large_cases",
    "Links": "links",
    "Previous": "links",
    "link": "links",
    "link_mentions": "links",
    "Mention": "mentions",
    "all_mentions": "mentions",
    "mentions_of": "mentions",
    "retrain": "training",
    "Weights": "weights",
    "WeightsError": "weights",
    "load": "weights",
    "save": "weights",
}
__all__ = [
    "Assignment",
    "Decision",
    "DecisionError",
    "Large",
    "Links",
    "Mention",
    "Previous",
    "Store",
    "Trail",
    "Weights",
    "WeightsError",
    "all_mentions",
    "assign",
    "cases_table",
    "link",
    "link_mentions",
    "link_new",
    "link_table",
    "load",
    "mentions_of",
    "retrain",
    "save",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its file when it is first asked for."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"peelian.linking.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'peelian.linking' has no attribute {name!r}")
