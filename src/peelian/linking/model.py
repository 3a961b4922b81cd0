"""The model: which columns a mention has, which comparisons are made of two, and how pairs are found.

Written as Splink's settings in a form that both engines understand (DuckDB and Spark). All that needs
thought about a document is worked out in `mentions`; here are only comparisons of values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from peelian.linking.comparisons import COMPARISONS as COMPARISONS
from peelian.linking.comparisons import DIFFERS
from peelian.linking.comparisons import Comparison as Comparison
from peelian.linking.comparisons import Level as Level
from peelian.linking.mentions import Mention
from peelian.linking.names import sound
from peelian.linking.weights import Weights

if TYPE_CHECKING:
    import pyarrow as pa
    from splink import SettingsCreator
    from splink.internals.blocking_rule_creator import BlockingRuleCreator

#: Columns that have a table of frequencies: to share a rare surname says more than to share a common one.
FREQUENCY_COLUMNS = ("surname", "surname_last", "given", "force", "rank")

_TEXT = (
    "unique_id document surname surname_first surname_last tail given middle force rank collar chair outcome "
    "outcome_group label key_name key_sound key_part key_start key_tail key_given_hearing key_given_sentence "
    "key_hearing key_sentence key_collar key_label"
).split()
_NUMBERS = "born_from born_to day seniority sentenced_from sentenced_to hearing_from hearing_to named tribunal".split()
_LISTS = "forms posts homes offences courts sentences standards".split()

# Rules by which pairs are found: (column of keys, whether one of the two must be without a name).
_RULES: tuple[tuple[str, bool], ...] = (
    ("key_name", False),
    ("key_sound", False),
    ("key_start", False),
    ("key_part", False),
    ("key_tail", False),
    ("key_given_hearing", False),
    ("key_given_sentence", False),
    ("key_collar", False),
    ("key_hearing", True),
    ("key_sentence", True),
    ("key_label", True),
)
KEYS: tuple[str, ...] = tuple(column for column, _ in _RULES)


def row(mention: Mention) -> dict[str, Any]:
    """Return a mention as a row of the table that is compared."""
    p, force = mention.parts, mention.place_force
    given = p.given if p else None
    hearing = _month(mention.hearing)
    sentenced = _month(mention.sentenced)
    collar = mention.collar
    outcome = mention.outcome if mention.outcome not in ("pending", "other") else None
    year = _month((mention.hearing[0],) * 2) if mention.hearing else None
    return {
        "unique_id": mention.key,
        "document": mention.document,
        "named": int(not mention.anonymous),
        "surname": p.surname if p else None,
        "surname_first": p.first_part if p else None,
        "surname_last": p.last_part if p else None,
        "tail": p.tail if p else None,
        "given": given,
        "middle": p.middle[0] if p and p.middle else None,
        "forms": list(p.forms) if p and given and len(given) > 1 else None,
        "born_from": mention.born[0] if mention.born else None,
        "born_to": mention.born[1] if mention.born else None,
        "force": mention.force,
        "day": mention.day,
        "rank": mention.rank,
        "seniority": mention.seniority,
        "collar": collar,
        "posts": list(mention.posts) or None,
        "homes": list(mention.homes) or None,
        "offences": list(mention.offences) or None,
        "courts": list(mention.courts) or None,
        "sentences": list(mention.sentences) or None,
        "standards": list(mention.standards) or None,
        "sentenced_from": mention.sentenced[0] if mention.sentenced else None,
        "sentenced_to": mention.sentenced[1] if mention.sentenced else None,
        "hearing_from": mention.hearing[0] if mention.hearing else None,
        "hearing_to": mention.hearing[1] if mention.hearing else None,
        "chair": mention.chair,
        "tribunal": int(mention.hearing_kind == "appeal_tribunal"),
        "outcome": outcome,
        "outcome_group": mention.outcome_group,
        "label": mention.label,
        "key_name": _joined(p.last_part, given[0]) if p and given else None,
        "key_sound": _joined(sound(p.last_part), force) if p else None,
        "key_part": _joined(p.first_part, force) if p else None,
        "key_start": _joined(p.surname[:3], given[0], force) if p and given else None,
        "key_tail": _joined(p.tail) if p else None,
        "key_given_hearing": _joined(given, force, hearing) if given and len(given) > 1 else None,
        "key_given_sentence": _joined(given, force, sentenced) if given and len(given) > 1 else None,
        "key_hearing": _joined(force, hearing),
        "key_sentence": _joined(force, sentenced),
        "key_collar": _joined(force, collar),
        "key_label": _joined(force, mention.label, year[:4]) if year else None,
    }


def frequency_values(mention: Mention) -> dict[str, str | None]:
    """Return a mention's values in the columns that have frequencies."""
    p = mention.parts
    return {
        "surname": p.surname if p else None,
        "surname_last": p.last_part if p else None,
        "given": p.given if p else None,
        "force": mention.force,
        "rank": mention.rank,
    }


def keys(mention: Mention) -> list[str]:
    """Return the keys under which a casebook finds a mention again ("key_name:holt|m", ...)."""
    values = row(mention)
    return [f"{column}:{values[column]}" for column in KEYS if values[column] is not None]


def needs_unnamed(key: str) -> bool:
    """Say whether a key of `keys` pairs two mentions only if one of them has no name."""
    return dict(_RULES)[key.partition(":")[0]]


def table(mentions: Iterable[Mention]) -> pa.Table:
    """Return mentions as the Arrow table that both engines compare."""
    import pyarrow as pa

    return pa.Table.from_pylist([row(m) for m in mentions], schema=schema())


def schema() -> pa.Schema:
    """Return the columns and types of the table that is compared."""
    import pyarrow as pa

    return pa.schema(
        [(name, pa.string()) for name in _TEXT]
        + [(name, pa.int32()) for name in _NUMBERS]
        + [(name, pa.list_(pa.string())) for name in _LISTS]
    )


def _month(days: tuple[int, int] | None) -> str | None:
    """The month of a date that is known to the month at least."""
    if days is None or days[1] - days[0] > 31:
        return None
    from datetime import date

    return date.fromordinal(days[0]).strftime("%Y-%m")


def _joined(*values: object) -> str | None:
    return None if any(v is None for v in values) else "|".join(str(v) for v in values)


def settings(weights: Weights | None, *, explain: bool = True, prior: float | None = None) -> SettingsCreator:
    """Return Splink's settings: the comparisons, with their weights if given, and the blocking rules.

    With `explain`, the result has the weight of each comparison beside each pair.
    """
    from splink import SettingsCreator

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=splink_comparisons(COMPARISONS, weights.levels if weights else None),
        blocking_rules_to_generate_predictions=list(blocking_rules()),
        probability_two_random_records_match=prior or (weights.prior if weights else 1e-4),
        retain_matching_columns=explain,  # the levels are told only with the values
        retain_intermediate_calculation_columns=explain,
        additional_columns_to_retain=[],
    )


def splink_comparisons(
    comparisons: Iterable[Comparison], levels: Mapping[str, Mapping[str, tuple[float, float]]] | None
) -> list[Any]:
    """Return comparisons as Splink has them, with the (m, u) of each level if they are given."""
    import splink.comparison_library as cl

    return [
        cl.CustomComparison(
            output_column_name=column_of(c.name),
            comparison_levels=[_null(c), *(_level(c, level, levels) for level in c.levels)],
        )
        for c in comparisons
    ]


def column_of(comparison: str) -> str:
    """Return a comparison's name as a column's: "day of sentence" -> "day_of_sentence"."""
    return comparison.replace(" ", "_")


def blocking_rules() -> list[BlockingRuleCreator]:
    """Return the rules by which pairs are found. A rule for the unnamed asks that one of two has no name."""
    from splink.internals.blocking_rule_library import CustomRule

    return [
        CustomRule(
            f"l.{column} = r.{column} and l.document <> r.document"
            + (" and l.named + r.named < 2" if unnamed else ""),
            sql_dialect="duckdb",
        )
        for column, unnamed in _RULES
    ]


def _null(comparison: Comparison) -> Any:
    import splink.comparison_level_library as cll

    return cll.CustomLevel(comparison.absent, "not said by both", "duckdb").configure(is_null_level=True)


def _level(
    comparison: Comparison, level: Level, levels: Mapping[str, Mapping[str, tuple[float, float]]] | None
) -> Any:
    import splink.comparison_level_library as cll

    made: Any
    if level.label == DIFFERS.label:
        made = cll.ElseLevel()
    elif level.kind == "similar":
        made = cll.JaroWinklerLevel(level.column, level.least)
    elif level.kind == "shared":
        made = cll.ArrayIntersectLevel(level.column, min_intersection=int(level.least))
    else:
        made = cll.CustomLevel(level.sql, level.label, "duckdb")
    made = made.configure(label_for_charts=level.label)
    if level.frequency is not None:
        made = made.configure(tf_adjustment_column=level.frequency, disable_tf_exact_match_detection=True)
    if levels is not None:
        m, u = levels[comparison.name][level.label]
        made = made.configure(m_probability=m, u_probability=u)
    return made
