# ruff: noqa: S608 (the SQL is put together from this file's own pieces only)

"""The cases of a casebook of any size: what `cases.cases` gives, for the persons of `large.link_table`.

Most people have one matter, and most documents one subject. Whether all dated mentions of a person tell of
one matter is asked in SQL; only people for whom it is not so, and documents with several subjects, are read
as mentions and decided by `cases`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from peelian.linking import cases, columns, large, scoring
from peelian.linking.cases import CaseWeights
from peelian.linking.mentions import Mention

Ints = npt.NDArray[np.int64]

#: So many mentions are read as such at once.
_AT_ONCE = 20_000


def cases_table(
    data: pa.Table, persons: pa.Table, *, weights: CaseWeights | None = None, memory: str = "2GB"
) -> pa.Table:
    """Return `id` and `case` (the first mention of the case in the table's order) of each mention.

    `data` is a flat table (`columns.FLAT`), `persons` that of `large.link_table` for it. Raises
    `ValueError` if a column that must be there is not, or the two tables do not tell of the same mentions.
    """
    weights = weights or cases.case_weights()
    ids = data.column("id").combine_chunks()
    if not persons.column("id").combine_chunks().equals(ids):
        raise ValueError(
            "the persons are not those of this table: the same mentions in the same order are needed"
        )
    if data.num_rows == 0:
        return pa.table({"id": ids, "case": ids})
    person = pc.index_in(persons.column("person"), value_set=ids).to_numpy().astype(np.int64)
    matter = person.copy()
    for members in _several(data, person, weights, memory):
        for group in members:
            matter[group] = group.min()
    return pa.table({"id": ids, "case": ids.take(pa.array(_joined(data, person, matter, weights)))})


def _several(data: pa.Table, person: Ints, weights: CaseWeights, memory: str) -> Iterator[list[Ints]]:
    """The matters, as places, of each person whose dated mentions may be of more than one."""
    ids = data.column("id").combine_chunks()
    doubtful = np.flatnonzero(np.isin(person, _in_doubt(data, person, weights, memory)))
    doubtful = doubtful[np.argsort(person[doubtful], kind="stable")]
    for part in _chunks(doubtful, person[doubtful]):
        found = large.mentions_at(data, part)
        keys = dict(zip(ids.take(pa.array(part)).to_pylist(), part.tolist(), strict=True))
        of: dict[int, list[Mention]] = {}
        for key in sorted(keys):
            of.setdefault(int(person[keys[key]]), []).append(found[key])
        for members in of.values():
            yield [np.array([keys[k] for k in group]) for group in cases._matters(members, weights.years)]


def _chunks(places: Ints, group: Ints) -> Iterator[Ints]:
    """Places in parts of about `_AT_ONCE` that keep equal (neighbouring) groups whole."""
    starts = np.append(np.flatnonzero(np.diff(group, prepend=-1)), len(places))
    at = 0
    while at < len(places):
        end = int(starts[np.searchsorted(starts, min(at + _AT_ONCE, len(places)))])
        yield places[at:end]
        at = end


def _in_doubt(data: pa.Table, person: Ints, weights: CaseWeights, memory: str) -> Ints:
    """The persons (by their first places) of whom two dated mentions are not of one matter for certain."""
    compared, _ = large._coded(columns.table(data))
    asked = "offences courts chair hearing_from hearing_to sentenced_from sentenced_to day".split()
    background = (
        pc.fill_null(data.column("background"), False)
        if "background" in data.column_names
        else pa.array(np.zeros(data.num_rows, np.bool_))
    )
    told = compared.select(asked).append_column("background", background)
    told = told.append_column("person", pa.array(person))
    years = f"{weights.years} * 366"
    own = "hearing_from is not null or sentenced_from is not null"
    # Dated only by its report, a mention is of the report's day.
    day = f"case when not ({own}) and not background then day end"
    gaps = [
        f"greatest(a.{x}_from - b.{y}_to, b.{y}_from - a.{x}_to, 0)"
        for x in ("hearing", "sentenced", "report")
        for y in ("hearing", "sentenced", "report")
    ]
    # Unlike `greatest`, a difference with nothing is nothing.
    gap = "least({})".format(
        ", ".join(
            f"case when a.{g[0]}_from is not null and b.{g[1]}_from is not null then {sql} end"
            for g, sql in zip(
                [
                    (x, y)
                    for x in ("hearing", "sentenced", "report")
                    for y in ("hearing", "sentenced", "report")
                ],
                gaps,
                strict=True,
            )
        )
    )
    one_matter = (
        "coalesce(list_has_any(a.offences, b.offences), false) or coalesce(list_has_any(a.courts, b.courts), false) "
        f"or coalesce(a.chair = b.chair, false) or coalesce({gap}, 0) <= case when a.offences is not null "
        f"and b.offences is not null then {years} / 2 else {years} end"
    )
    with scoring.connect() as connection:
        connection.execute(f"set memory_limit = '{memory}'; set preserve_insertion_order = false")
        connection.register("told", told)
        connection.execute(
            f"create table dated as select *, {day} as report_from, {day} as report_to, "
            f"row_number() over () as place from told where {own} or ({day}) is not null"
        )
        found = connection.execute(
            "select distinct a.person from dated a join dated b on a.person = b.person and a.place < b.place "
            f"where not ({one_matter})"
        ).to_arrow_table()
    people: Ints = found.column("person").to_numpy().astype(np.int64)
    return people


def _joined(data: pa.Table, person: Ints, matter: Ints, weights: CaseWeights) -> Ints:
    """The first place of each mention's case: matters that documents with several subjects show to be one."""
    of: dict[int, set[int]] = {}
    owner = dict(zip(matter.tolist(), person.tolist(), strict=True))
    for a, b in _shared(data, weights):
        one, other = int(matter[a]), int(matter[b])
        first, second = of.setdefault(one, {one}), of.setdefault(other, {other})
        if first is second:
            continue
        # A person's matters are never joined by a chain.
        held = {owner[m]: m for m in first}
        if any(held.get(owner[m], m) != m for m in second):
            continue
        merged = first | second
        for m in merged:
            of[m] = merged
    case = matter.copy()
    first_of = {m: min(group) for m, group in of.items()}
    joined = np.flatnonzero(np.isin(matter, np.array(sorted(first_of), np.int64)))
    case[joined] = [first_of[m] for m in matter[joined].tolist()]
    return case


def _shared(data: pa.Table, weights: CaseWeights) -> Iterator[tuple[int, int]]:
    """Places of two subjects of one document that share a matter, in the order of documents."""
    with scoring.connect() as connection:
        connection.register(
            "data", data.select(["document"]).append_column("place", pa.array(np.arange(data.num_rows)))
        )
        rows = connection.execute(
            "select place, dense_rank() over (order by document) as grp from data "
            "qualify count(*) over (partition by document) > 1 order by document, place"
        ).to_arrow_table()
    places = rows.column("place").to_numpy().astype(np.int64)
    group = rows.column("grp").to_numpy().astype(np.int64)
    ids = data.column("id").combine_chunks()
    for part in _chunks(places, group):
        keys = dict(zip(ids.take(pa.array(part)).to_pylist(), part.tolist(), strict=True))
        documents: dict[str, list[Mention]] = {}
        for m in large.mentions_at(data, part).values():
            documents.setdefault(m.document, []).append(m)
        for _, document in sorted(documents.items()):
            yield from _pairs(document, keys, weights)


def _pairs(document: list[Mention], keys: dict[str, int], weights: CaseWeights) -> Iterator[tuple[int, int]]:
    document.sort(key=lambda m: m.index)
    sharing: Sequence[Sequence[str]] = cases._sharing(document, weights)
    for group in sharing:
        for a, b in pairwise(group):
            yield keys[a], keys[b]
