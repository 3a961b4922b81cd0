"""law: the vocabularies and rules of police misconduct in England and Wales, as data with its sources.

Stands under every other room and imports none of them. Nothing is loaded when it is imported: each
vocabulary is read on first use. Data are in `data/*.yaml`, compiled by `python -m peelian.law.compile`.
"""

from peelian.law.dates import (
    DateError,
    after,
    before,
    compatible,
    contains,
    edtf,
    parse_date,
    weekday_on_or_after,
    weekday_on_or_before,
)
from peelian.law.lengths import LengthError, compare_lengths, length, months_between
from peelian.law.limits import (
    Limit,
    Window,
    longest_magistrates_term,
    longest_operational_period,
    longest_suspended_term,
    notification_period,
    warning_length,
    window,
)
from peelian.law.money import money
from peelian.law.names import fold_name, name, same_name
from peelian.law.numbers import number
from peelian.law.ranks import fits_force, is_constable, leading_rank, rank, seniority
from peelian.law.regimes import (
    Regime,
    Rule,
    bodies_on,
    chairs_on,
    hearing_kinds,
    in_public,
    modes_on,
    outcomes_of,
    possible_outcome,
    regime_on,
    regimes_on,
)
from peelian.law.vocabulary import (
    NAMES,
    Term,
    UnknownTerm,
    case_matters,
    fold,
    ids,
    index,
    lookup,
    term,
    vocabulary,
)

__all__ = [
    "NAMES",
    "DateError",
    "LengthError",
    "Limit",
    "Regime",
    "Rule",
    "Term",
    "UnknownTerm",
    "Window",
    "after",
    "before",
    "bodies_on",
    "case_matters",
    "chairs_on",
    "compare_lengths",
    "compatible",
    "contains",
    "edtf",
    "fits_force",
    "fold",
    "fold_name",
    "hearing_kinds",
    "ids",
    "in_public",
    "index",
    "is_constable",
    "leading_rank",
    "length",
    "longest_magistrates_term",
    "longest_operational_period",
    "longest_suspended_term",
    "lookup",
    "modes_on",
    "money",
    "months_between",
    "name",
    "notification_period",
    "number",
    "outcomes_of",
    "parse_date",
    "possible_outcome",
    "rank",
    "regime_on",
    "regimes_on",
    "same_name",
    "seniority",
    "term",
    "vocabulary",
    "warning_length",
    "weekday_on_or_after",
    "weekday_on_or_before",
    "window",
]
