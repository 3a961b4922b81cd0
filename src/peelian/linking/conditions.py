# ruff: noqa: S608 (the SQL is put together from this file's own pieces only)

"""What `constraints` asks of two mentions, as SQL over the coded table of `large`: the columns of one with
`_l`, of the other with `_r`. Each condition is named after its function there, and a test holds them to it.
"""

from __future__ import annotations

import re


def _any(column: str) -> str:
    return f"coalesce(list_has_any({column}_l, {column}_r), false)"


def _same(column: str) -> str:
    return f"coalesce({column}_l = {column}_r, false)"


def _differ(column: str) -> str:
    return f"coalesce({column}_l <> {column}_r, false)"


def _within(column: str, days: int) -> str:
    return f"coalesce(greatest({column}_from_l - {column}_to_r, {column}_from_r - {column}_to_l) <= {days}, false)"


def _both(column: str) -> str:
    return f"({column}_l is not null and {column}_r is not null)"


def _meet(column: str) -> str:
    return f"({_within(column, 0)} and {column}_to_l - {column}_from_l <= 31 and {column}_to_r - {column}_from_r <= 31)"


def _day(column: str) -> str:
    return (
        f"coalesce({column}_from_l = {column}_from_r and {column}_to_l = {column}_to_r "
        f"and {column}_from_l = {column}_to_l, false)"
    )


#: One of the two has no name.
UNNAMED = "(named_l = 0 or named_r = 0)"
_MOVED = (
    f"({_same('collar')} or {_meet('sentenced')} or {_meet('hearing')} or {_any('homes')} or {_any('posts')} "
    f"or ({_any('offences')} and ({_any('courts')} or {_same('chair')})))"
)
OPPOSED = (
    f"(({_both('born_from')} and not {_within('born', 3 * 366)}) or ({_differ('force')} and not {_MOVED}) "
    f"or ({_same('force')} and {_differ('collar')}) "
    f"or ({UNNAMED} and ({_differ('force')} or coalesce(abs(seniority_l - seniority_r) > 2, false) or {_differ('sworn')} "
    f"or ({_differ('label')} and {_meet('hearing')}))))"
)
_NAMES_AGREE = (
    "(surname_l is null or surname_r is null or (surname_l = surname_r "
    "and (given_l is null or given_r is null or given_l = given_r "
    "or ((length(given_l) = 1 or length(given_r) = 1) and substr(given_l, 1, 1) = substr(given_r, 1, 1)) "
    f"or {_any('forms')}) "
    "and (middle_l is null or middle_r is null or middle_l = middle_r "
    "or ((length(middle_l) = 1 or length(middle_r) = 1) and substr(middle_l, 1, 1) = substr(middle_r, 1, 1)))))"
)
#: Nothing speaks against two mentions, for certain (where it is false, something may).
CLEAR = f"(document_l <> document_r and {_NAMES_AGREE} and not {OPPOSED})"
_AGREES = (
    f"({_any('offences')} or {_any('courts')} or {_within('sentenced', 31)} or {_within('hearing', 31)} "
    f"or {_same('chair')})"
)
_TOLD = f"({_both('offences')} or {_both('courts')} or {_both('sentenced_from')} or {_both('hearing_from')})"
_TRIBUNAL_AFTER = (
    "coalesce((tribunal_l = 0 and tribunal_r = 1 and hearing_from_r - hearing_to_l between 0 and 1100) "
    "or (tribunal_r = 0 and tribunal_l = 1 and hearing_from_l - hearing_to_r between 0 and 1100), false)"
)
_MAN_FITS = f"({_within('born', 366)} or {_same('collar')} or {_any('posts')} or {_any('homes')})"
_CONDUCT = (
    f"({_any('offences')} or (({_day('sentenced')} or {_day('hearing')}) and ("
    f"(outcome_group_l is not null and {_same('outcome')}) "
    f"or ({_same('chair')} and not {_differ('outcome_group')}) "
    "or coalesce(len(list_intersect(standards_l, standards_r)) > 1, false))))"
)
#: What two mentions need to be joined by their own weight.
SUPPORTED = (
    f"(case when {UNNAMED} then {_same('force')} and ({_meet('sentenced')} or {_meet('hearing')}) and {_CONDUCT} "
    f"else not {_TOLD} or {_AGREES} or {_TRIBUNAL_AFTER} or {_MAN_FITS} end)"
)
_BESIDE = "offences courts sentenced_from hearing_from chair born_from collar posts homes".split()
#: One of the two could be several people's.
VAGUE = "({})".format(
    " or ".join(
        f"coalesce(length(given_{side}), 0) < 2 or ({' and '.join(f'{c}_{side} is null' for c in _BESIDE)})"
        for side in "lr"
    )
)
_ASKED = (
    "document named surname given middle forms born_from born_to force sworn seniority collar posts homes offences "
    "courts standards sentenced_from sentenced_to hearing_from hearing_to chair tribunal outcome outcome_group label"
).split()


def of_two(pairs: str, *asked: str) -> str:
    """SQL for what is asked of both mentions of each pair of a table (l, r, ...)."""
    shown = ", ".join(
        f"a.{c} as {c}_l, b.{c} as {c}_r"
        for c in _ASKED
        if any(re.search(rf"\b{c}_[lr]\b", sql) for sql in asked)
    )
    return f"(select p.*, {shown} from {pairs} p join mentions a on p.l = a.unique_id join mentions b on p.r = b.unique_id)"
