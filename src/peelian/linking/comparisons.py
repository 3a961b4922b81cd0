"""The comparisons: what of two mentions is compared, and in which levels. Data, in SQL that both engines read."""

from __future__ import annotations

from dataclasses import dataclass


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
    return f"{name}_from_l = {name}_from_r and {name}_from_l = {name}_to_l and {name}_from_r = {name}_to_r"


def _apart(name: str, days: int) -> str:
    return f"greatest({name}_from_l - {name}_to_r, {name}_from_r - {name}_to_l) <= {days}"


_FULL = "length(given_l) > 1 and length(given_r) > 1"
#: The last level of every comparison: said by both, and none of the levels above.
DIFFERS = Level("differs")

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
            DIFFERS,
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
            Level(
                "initial fits",
                "substr(given_l, 1, 1) = substr(given_r, 1, 1) "
                "and (length(given_l) = 1 or length(given_r) = 1)",
            ),
            Level("nickname", kind="shared", column="forms", least=1),
            Level("spelt alike", kind="similar", column="given", least=0.88),
            Level("middle name used", "given_l = middle_r or middle_l = given_r"),
            DIFFERS,
        ),
    ),
    Comparison(
        "birth",
        _missing("born_from"),
        (
            Level("ages fit", _overlap("born")),
            Level("a year out", _apart("born", 366)),
            Level("up to three years out", _apart("born", 3 * 366)),
            DIFFERS,
        ),
    ),
    Comparison("force", _missing("force"), (Level("same", "force_l = force_r", frequency="force"), DIFFERS)),
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
            DIFFERS,
        ),
    ),
    Comparison("collar number", _missing("collar"), (Level("same", "collar_l = collar_r"), DIFFERS)),
    Comparison(
        "post",
        _missing("posts"),
        (
            Level("two words shared", kind="shared", column="posts", least=2),
            Level("a word shared", kind="shared", column="posts", least=1),
            DIFFERS,
        ),
    ),
    Comparison(
        "place of living",
        _missing("homes"),
        (Level("shared", kind="shared", column="homes", least=1), DIFFERS),
    ),
    Comparison(
        "offences",
        _missing("offences"),
        (
            Level("two or more shared", kind="shared", column="offences", least=2),
            Level("one shared", kind="shared", column="offences", least=1),
            DIFFERS,
        ),
    ),
    Comparison(
        "court", _missing("courts"), (Level("shared", kind="shared", column="courts", least=1), DIFFERS)
    ),
    Comparison(
        "sentence",
        _missing("sentences"),
        (Level("same kind and length", kind="shared", column="sentences", least=1), DIFFERS),
    ),
    Comparison(
        "day of sentence",
        _missing("sentenced_from"),
        (
            Level("same day", _same_day("sentenced")),
            Level("may be the same", _overlap("sentenced")),
            Level("within a month", _apart("sentenced", 31)),
            DIFFERS,
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
            DIFFERS,
        ),
    ),
    Comparison(
        "outcome",
        _missing("outcome"),
        (
            Level("same", "outcome_l = outcome_r"),
            Level("of one kind", "outcome_group_l = outcome_group_r"),
            DIFFERS,
        ),
    ),
    Comparison(
        "standards",
        _missing("standards"),
        (
            Level("three or more shared", kind="shared", column="standards", least=3),
            Level("one or two shared", kind="shared", column="standards", least=1),
            DIFFERS,
        ),
    ),
    Comparison("label", _missing("label"), (Level("same", "label_l = label_r"), DIFFERS)),
    Comparison(
        "time of report",
        _missing("day"),
        (
            Level("within three months", "abs(day_l - day_r) <= 92"),
            Level("within fifteen months", "abs(day_l - day_r) <= 460"),
            Level("within four years", "abs(day_l - day_r) <= 1461"),
            DIFFERS,
        ),
    ),
)
