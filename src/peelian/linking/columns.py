"""The table that is compared, made a column at a time: for casebooks of which no list of mentions fits in memory.

`mentions` and `model.row` say what is derived from a subject; here the same functions run once for each
different value, not once for each mention (a million mentions have some hundred forces and half as many
names). A test holds the two ways to the same result.

What goes in is flat: one row a subject, the columns of `generate.Generated.mentions`, values as readings
have them. `flat` makes it of readings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.linking import mentions as of
from peelian.linking import model, names

_SEPARATOR = "\x1f"
_LIST = pa.list_(pa.string())
_DATES = "published", "sentenced_on", "proceeding_date"
#: The columns of a flat table that linking looks at; those with ``True`` must be there.
FLAT: Mapping[str, bool] = {
    "id": True,
    "document": True,
    "subject_index": True,
    "published": True,
    "kind": False,
    "background": False,
    "name": True,
    "label": False,
    "rank": False,
    "collar_number": False,
    "age": False,
    "force": False,
    "posts": False,
    "residence": False,
    "offences": False,
    "courts": False,
    "sentences": False,
    "sentenced_on": False,
    "proceeding_kind": False,
    "proceeding_date": False,
    "finding": False,
    "outcome": False,
    "standards": False,
    "chair": False,
    "appeal": False,
}
_LISTS = frozenset(("posts", "offences", "courts", "sentences", "standards"))
_TYPES = {"subject_index": pa.int64(), "age": pa.int64(), "background": pa.bool_()}


def flat_schema() -> pa.Schema:
    """Return the columns and types of a flat table."""
    return pa.schema([(c, _TYPES.get(c, _LIST if c in _LISTS else pa.string())) for c in FLAT])


def flat(readings: Iterable[Any]) -> pa.Table:
    """Return readings (mappings in the guide's shape, or `Reading`s) as a flat table.

    Sentences become the text by which they are compared ("imprisonment 24m0d"). Raises `ValueError` for a
    reading without an id, and what Arrow or Python raise for one of another shape.
    """
    rows: list[dict[str, Any]] = []
    for reading in readings:
        raw = of._plain(reading)
        if not isinstance(raw.get("id"), str) or not raw["id"]:
            raise ValueError("a reading has no id")
        for index, s in enumerate(raw["subjects"]):
            proceeding = s.get("proceeding") or {}
            rows.append(
                {
                    **{c: s.get(c) for c in FLAT},
                    "id": of.key(raw["id"], index),
                    "document": raw["id"],
                    "subject_index": index,
                    "published": raw.get("published"),
                    "kind": raw.get("kind"),
                    "background": bool(s.get("background")),
                    "collar_number": None if s.get("collar_number") is None else str(s["collar_number"]),
                    "offences": [o["offence"] for o in s.get("offences") or ()],
                    "sentences": [of._sentence(x) for x in s.get("sentences") or ()],
                    "proceeding_kind": proceeding.get("kind"),
                    "proceeding_date": proceeding.get("date"),
                    "finding": proceeding.get("finding"),
                    "outcome": proceeding.get("outcome"),
                    "standards": proceeding.get("standards"),
                    "chair": proceeding.get("chair"),
                    "appeal": (s.get("appeal") or {}).get("kind"),
                }
            )
    return pa.Table.from_pylist(rows, schema=flat_schema())


def readings(table: pa.Table) -> Iterator[dict[str, Any]]:
    """Return the readings of a flat table, whose rows stand in the order of documents and places.

    They have what linking looks at; sentences, which a flat table holds as text, are left out.
    """
    made: dict[str, Any] | None = None
    for row in table.to_pylist():
        if made is None or made["id"] != row["document"]:
            if made is not None:
                yield made
            made = {k: row.get(k) for k in ("published", "kind")} | {"id": row["document"], "subjects": []}
        subject = {k: row.get(k) for k in "name label background rank collar_number age force posts".split()}
        subject |= {k: row.get(k) for k in "residence courts sentenced_on".split()}
        subject["offences"] = [{"offence": o} for o in row.get("offences") or ()]
        proceeding = {k: row.get(k) for k in ("outcome", "chair", "finding", "standards")}
        proceeding |= {"kind": row.get("proceeding_kind"), "date": row.get("proceeding_date")}
        told = any(value for value in proceeding.values())
        subject["proceeding"] = proceeding if told else None
        subject["appeal"] = {"kind": row["appeal"]} if row.get("appeal") else None
        made["subjects"].append(subject)
    if made is not None:
        yield made


def table(data: pa.Table) -> pa.Table:
    """Return the table of `model.table` for a flat table, row by row in the same order.

    Raises `ValueError` if a column that must be there is not.
    """
    missing = [c for c, needed in FLAT.items() if needed and c not in data.column_names]
    if missing:
        raise ValueError(f"the table of mentions lacks the columns {', '.join(missing)}")

    def told(column: str) -> pa.Array:
        if column not in data.column_names:
            return pa.nulls(data.num_rows, flat_schema().field(column).type)
        found = data.column(column)
        return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found

    name = _name_columns(told("name"))
    days = {column: _intervals(told(column)) for column in _DATES}
    report = _reports(told("document"), days)
    born = _births(told("age"), report)
    force, rank = _text(told("force")), _text(told("rank"))
    look_under = _place_force(told("document"), force)
    outcome = _text(told("outcome"))
    hearing, sentenced = _months(*days["proceeding_date"]), _months(*days["sentenced_on"])
    given, last, first = name["given"], name["surname_last"], name["surname_first"]
    initial = pc.utf8_slice_codeunits(given, 0, 1)
    full = pc.if_else(pc.greater(pc.utf8_length(given), 1), given, None)
    label = mapped(told("label"), of._label, pa.string())
    collar = mapped(told("collar_number"), lambda v: of._COLLAR.sub("", v.upper()) or None, pa.string())
    year = pc.utf8_slice_codeunits(_months(days["proceeding_date"][0], days["proceeding_date"][0]), 0, 4)
    columns = {
        **name,
        "unique_id": told("id"),
        "document": told("document"),
        "named": pc.cast(pc.is_valid(name["surname"]), pa.int32()),
        "forms": pc.if_else(pc.is_valid(full), name["forms"], pa.scalar(None, _LIST)),
        "born_from": born[0],
        "born_to": born[1],
        "force": force,
        "day": report[0],
        "rank": rank,
        "seniority": mapped(rank, lambda v: of._rank(v)[0], pa.int32()),
        "collar": collar,
        "posts": _lists(told("posts"), of._words),
        "homes": mapped(told("residence"), lambda v: list(of._words([v])) or None, _LIST),
        "offences": _lists(told("offences"), lambda v: sorted({o for o in v if o != "other"})),
        "courts": _lists(told("courts"), lambda v: sorted({of._court(c) for c in v})),
        "sentences": _lists(told("sentences"), lambda v: sorted(set(v))),
        "standards": _lists(told("standards"), sorted),
        "sentenced_from": days["sentenced_on"][0],
        "sentenced_to": days["sentenced_on"][1],
        "hearing_from": days["proceeding_date"][0],
        "hearing_to": days["proceeding_date"][1],
        "chair": mapped(told("chair"), of._chair, pa.string()),
        "tribunal": pc.cast(
            pc.fill_null(pc.equal(told("proceeding_kind"), "appeal_tribunal"), False), pa.int32()
        ),
        "outcome": mapped(outcome, lambda v: None if v in ("pending", "other") else v, pa.string()),
        "outcome_group": mapped(outcome, of._group, pa.string()),
        "label": label,
        "key_name": _joined(last, initial),
        "key_sound": _joined(mapped(last, names.sound, pa.string()), look_under),
        "key_part": _joined(first, look_under),
        "key_start": _joined(pc.utf8_slice_codeunits(name["surname"], 0, 3), initial, look_under),
        "key_tail": name["tail"],
        "key_given_hearing": _joined(full, look_under, hearing),
        "key_given_sentence": _joined(full, look_under, sentenced),
        "key_hearing": _joined(look_under, hearing),
        "key_sentence": _joined(look_under, sentenced),
        "key_collar": _joined(look_under, collar),
        "key_label": _joined(look_under, label, year),
    }
    wanted = model.schema()
    return pa.table([_cast(columns[field.name], field.type) for field in wanted], schema=wanted)


def _cast(column: pa.Array, to: pa.DataType) -> pa.Array:
    return column if column.type == to else column.cast(to)


def mapped(column: pa.Array, function: Callable[[str], Any], to: pa.DataType) -> pa.Array:
    """Return what a function makes of each text of a column; it runs once for each different text."""
    coded = column.dictionary_encode()
    made = pa.array([None if v is None else function(v) for v in coded.dictionary.to_pylist()], to)
    return made.take(coded.indices)


def _text(column: pa.Array) -> pa.Array:
    return mapped(column, lambda v: of._text(v), pa.string())


def _lists(column: pa.Array, function: Callable[[list[str]], Iterable[str]]) -> pa.Array:
    """Apply a function to each different list of texts; an empty list is none."""
    whole = pc.binary_join(column, _SEPARATOR)
    return mapped(
        pc.if_else(pc.greater(pc.list_value_length(column), 0), whole, None),
        lambda v: list(function(v.split(_SEPARATOR))) or None,
        _LIST,
    )


def _joined(*columns: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(*columns, "|", null_handling="emit_null")


def _name_columns(column: pa.Array) -> dict[str, pa.Array]:
    coded = _text(column).dictionary_encode()
    found = [None if v is None else names.parts(v) for v in coded.dictionary.to_pylist()]

    def taken(values: Iterable[Any], to: pa.DataType) -> pa.Array:
        return pa.array(list(values), to).take(coded.indices)

    text = pa.string()
    return {
        "surname": taken((p and p.surname for p in found), text),
        "surname_first": taken((p and p.first_part for p in found), text),
        "surname_last": taken((p and p.last_part for p in found), text),
        "tail": taken((p and p.tail for p in found), text),
        "given": taken((p and p.given for p in found), text),
        "middle": taken((p.middle[0] if p and p.middle else None for p in found), text),
        "forms": taken((p and list(p.forms) for p in found), _LIST),
    }


def _intervals(column: pa.Array) -> tuple[pa.Array, pa.Array]:
    """The first and last day that each date can mean."""
    coded = _text(column).dictionary_encode()
    found = [of.interval(v) for v in coded.dictionary.to_pylist()]
    return (
        pa.array([d and d[0] for d in found], pa.int32()).take(coded.indices),
        pa.array([d and d[1] for d in found], pa.int32()).take(coded.indices),
    )


def _reports(document: pa.Array, days: Mapping[str, tuple[pa.Array, pa.Array]]) -> tuple[pa.Array, pa.Array]:
    """When each document was published or, where it has no date, the last day it tells of and some time after."""
    first, last = days["published"]
    bare = pc.is_null(first)
    if not pc.any(bare).as_py():
        return first, last
    number = document.dictionary_encode().indices.to_numpy()
    nothing = np.iinfo(np.int64).min
    out = []
    for i, published in enumerate((first, last)):
        latest = np.full(int(number.max()) + 1, nothing)
        for column in ("sentenced_on", "proceeding_date"):
            known = pc.is_valid(days[column][i]).to_numpy(zero_copy_only=False)
            values = pc.fill_null(days[column][i], 0).to_numpy().astype(np.int64)
            np.maximum.at(latest, number[known], values[known])
        told = latest[number] + (400 if i else 0)
        out.append(pc.coalesce(published, pa.array(told, mask=latest[number] == nothing).cast(pa.int32())))
    return out[0], out[1]


def _births(age: pa.Array, report: tuple[pa.Array, pa.Array]) -> tuple[pa.Array, pa.Array]:
    """Days of birth from each age, once for each different age and day."""
    known = pc.and_(pc.is_valid(age), pc.is_valid(report[0]))
    places = np.flatnonzero(known.to_numpy(zero_copy_only=False))
    triples = np.stack(
        [c.take(pa.array(places)).to_numpy(zero_copy_only=False).astype(np.int64) for c in (age, *report)],
        axis=1,
    )
    unique, which = np.unique(triples, axis=0, return_inverse=True)
    found = [of._born(int(a), (int(d0), int(d1))) for a, d0, d1 in unique]
    out = []
    for i in range(2):
        values = np.array([np.nan if d is None else d[i] for d in found], float)
        whole = np.full(len(age), np.nan)
        whole[places] = values[which.ravel()] if len(values) else np.nan
        out.append(pc.cast(pa.array(whole, mask=np.isnan(whole)), pa.int32()))
    return out[0], out[1]


def _place_force(document: pa.Array, force: pa.Array) -> pa.Array:
    """The force to look under: the subject's own, else the only one of the document."""
    if force.null_count == 0:
        return force
    number = document.dictionary_encode().indices.to_numpy()
    coded = force.dictionary_encode()
    which = pc.fill_null(coded.indices, -1).to_numpy()
    known = which >= 0
    least = np.full(int(number.max()) + 1, len(coded.dictionary))
    most = np.full(len(least), -1)
    np.minimum.at(least, number[known], which[known])
    np.maximum.at(most, number[known], which[known])
    only = np.where(least == most, most, -1)[number]
    return coded.dictionary.take(pa.array(np.where(known, which, only), mask=~known & (only < 0)))


def _months(first: pa.Array, last: pa.Array) -> pa.Array:
    """The month of each date that is known to the month at least, as a text."""
    known = pc.if_else(pc.less_equal(pc.subtract(last, first), 31), first, None)
    # Arrow counts days from 1970, Python's ordinals from the year 1.
    days = pc.subtract(known, 719163).cast(pa.int32()).cast(pa.date32())
    return pc.strftime(days, format="%Y-%m")
