"""The model: which columns a mention has, which comparisons are made of two, and how pairs are found.

Written as Splink's settings in a form that both engines understand (DuckDB and Spark). All that needs
thought about a document is worked out in `mentions`; here are only comparisons of values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
_NUMBERS = (
    "born_from born_to day seniority sentenced_from sentenced_to hearing_from hearing_to named tribunal".split()
)
_LISTS = "forms posts homes offences courts sentences standards".split()


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a comparison: what it is called, and the condition in SQL (`_l` and `_r` columns).

    ``frequency`` is the column by whose frequency the weight is adjusted. ``kind`` "similar" and
    "shared" are levels that engines write differently: (column, least similarity or size).
    """

    label: str
    sql: str = ""
    frequency: str | None = None
    kind: str = "sql"
    column: str = ""
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared: a name, what nothing can be said of (``absent``), and the levels from best on."""

    name: str
    absent: str
    levels: tuple[Level, ...]


def _missing(*columns: str) -> str:
    return " or ".join(f"{c}_{side} is null" for c in columns for side in "lr")


def _overlap(name: str) -> str:
    return f"{name}_from_l <= {name}_to_r and {name}_from_r <= {name}_to_l"


def _same_day(name: str) -> str:
    return (
        f"{name}_from_l = {name}_from_r and {name}_from_l = {name}_to_l and {name}_from_r = {name}_to_r"
    )


def _apart(name: str, days: int) -> str:
    return f"greatest({name}_from_l - {name}_to_r, {name}_from_r - {name}_to_l) <= {days}"


_FULL = "length(given_l) > 1 and length(given_r) > 1"
_OTHER = Level("differs")

#: Every comparison of the model, in the order of a waterfall.
COMPARISONS: tuple[Comparison, ...] = (
    Comparison(
        "surname",
        _missing("surname"),
        (
            Level("same", "surname_l = surname_r or tail_l = tail_r", frequency="surname"),
            Level("spelt alike", kind="similar", column="surname", least=0.93),
            Level(
                "part of a double name",
                "surname_last_l = surname_last_r or surname_first_l = surname_first_r "
                "or surname_first_l = surname_last_r or surname_last_l = surname_first_r",
                frequency="surname_last",
            ),
            Level("spelt somewhat alike", kind="similar", column="surname", least=0.86),
            _OTHER,
        ),
    ),
    Comparison(
        "given name",
        _missing("given"),
        (
            Level(
                "first names same, middle names differ",
                f"given_l = given_r and {_FULL} and substr(middle_l, 1, 1) <> substr(middle_r, 1, 1)",
            ),
            Level(
                "first and middle names same",
                f"given_l = given_r and {_FULL} and substr(middle_l, 1, 1) = substr(middle_r, 1, 1)",
                frequency="given",
            ),
            Level("first name same", f"given_l = given_r and {_FULL}", frequency="given"),
            Level("initial fits", "substr(given_l, 1, 1) = substr(given_r, 1, 1) "
                  "and (length(given_l) = 1 or length(given_r) = 1)"),
            Level("nickname", kind="shared", column="forms", least=1),
            Level("spelt alike", kind="similar", column="given", least=0.88),
            Level("middle name used", "given_l = middle_r or middle_l = given_r"),
            _OTHER,
        ),
    ),
    Comparison(
        "birth",
        _missing("born_from"),
        (
            Level("ages fit", _overlap("born")),
            Level("a year out", _apart("born", 366)),
            Level("up to three years out", _apart("born", 3 * 366)),
            _OTHER,
        ),
    ),
    Comparison(
        "force", _missing("force"), (Level("same", "force_l = force_r", frequency="force"), _OTHER)
    ),
    Comparison(
        "rank",
        _missing("rank"),
        (
            Level("same", "rank_l = rank_r", frequency="rank"),
            Level("same level", "abs(seniority_l - seniority_r) <= 2"),
            Level(
                "later and higher",
                "(seniority_r - seniority_l between 1 and 25 and day_r >= day_l - 30) "
                "or (seniority_l - seniority_r between 1 and 25 and day_l >= day_r - 30)",
            ),
            _OTHER,
        ),
    ),
    Comparison("collar number", _missing("collar"), (Level("same", "collar_l = collar_r"), _OTHER)),
    Comparison(
        "post",
        _missing("posts"),
        (
            Level("two words shared", kind="shared", column="posts", least=2),
            Level("a word shared", kind="shared", column="posts", least=1),
            _OTHER,
        ),
    ),
    Comparison(
        "place of living", _missing("homes"), (Level("shared", kind="shared", column="homes", least=1), _OTHER)
    ),
    Comparison(
        "offences",
        _missing("offences"),
        (
            Level("two or more shared", kind="shared", column="offences", least=2),
            Level("one shared", kind="shared", column="offences", least=1),
            _OTHER,
        ),
    ),
    Comparison("court", _missing("courts"), (Level("shared", kind="shared", column="courts", least=1), _OTHER)),
    Comparison(
        "sentence",
        _missing("sentences"),
        (Level("same kind and length", kind="shared", column="sentences", least=1), _OTHER),
    ),
    Comparison(
        "day of sentence",
        _missing("sentenced_from"),
        (
            Level("same day", _same_day("sentenced")),
            Level("may be the same", _overlap("sentenced")),
            Level("within a month", _apart("sentenced", 31)),
            _OTHER,
        ),
    ),
    Comparison(
        "hearing",
        f"({_missing('hearing_from')}) and ({_missing('chair')})",
        (
            Level("same day and chair", f"{_same_day('hearing')} and chair_l = chair_r"),
            Level("same day", _same_day("hearing")),
            Level("same chair", "chair_l = chair_r"),
            Level("may be the same day", _overlap("hearing")),
            Level("within a month", _apart("hearing", 31)),
            Level(
                "a hearing, then a tribunal",
                "(tribunal_r - tribunal_l = 1 and hearing_from_r - hearing_to_l between 0 and 1100) "
                "or (tribunal_l - tribunal_r = 1 and hearing_from_l - hearing_to_r between 0 and 1100)",
            ),
            _OTHER,
        ),
    ),
    Comparison(
        "outcome",
        _missing("outcome"),
        (Level("same", "outcome_l = outcome_r"), Level("of one kind", "outcome_group_l = outcome_group_r"), _OTHER),
    ),
    Comparison(
        "standards",
        _missing("standards"),
        (
            Level("three or more shared", kind="shared", column="standards", least=3),
            Level("one or two shared", kind="shared", column="standards", least=1),
            _OTHER,
        ),
    ),
    Comparison("label", _missing("label"), (Level("same", "label_l = label_r"), _OTHER)),
    Comparison(
        "time of report",
        _missing("day"),
        (
            Level("within three months", "abs(day_l - day_r) <= 92"),
            Level("within fifteen months", "abs(day_l - day_r) <= 460"),
            Level("within four years", "abs(day_l - day_r) <= 1461"),
            _OTHER,
        ),
    ),
)

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
    import splink.comparison_library as cl
    from splink import SettingsCreator

    comparisons = [
        cl.CustomComparison(
            output_column_name=column_of(c.name),
            comparison_levels=[_null(c), *(_level(c, level, weights) for level in c.levels)],
        )
        for c in COMPARISONS
    ]
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=list(comparisons),
        blocking_rules_to_generate_predictions=list(blocking_rules()),
        probability_two_random_records_match=prior or (weights.prior if weights else 1e-4),
        retain_matching_columns=explain,  # the levels are told only with the values
        retain_intermediate_calculation_columns=explain,
        additional_columns_to_retain=[],
    )


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


def _level(comparison: Comparison, level: Level, weights: Weights | None) -> Any:
    import splink.comparison_level_library as cll

    made: Any
    if level is _OTHER:
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
    if weights is not None:
        m, u = weights.levels[comparison.name][level.label]
        made = made.configure(m_probability=m, u_probability=u)
    return made
