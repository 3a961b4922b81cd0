"""What data/acts.yaml says: acts, particulars, which recorded day is which event. Read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from peelian import law
from peelian.law import RecordField


@dataclass(frozen=True, slots=True)
class Act:
    """Something recorded on a case beside its stages. ``event``: the name under which clocks know it, or ""."""

    id: str
    title: str
    group: str
    event: str
    record: tuple[RecordField, ...]
    source: str


@cache
def held() -> dict[str, Any]:
    """The whole of acts.yaml."""
    text = files("peelian.desk.casework").joinpath("data/acts.yaml").read_text("utf-8")
    return dict(yaml.safe_load(text))


@cache
def acts() -> dict[str, Act]:
    """The acts by id, in the file's order."""
    return {
        one["id"]: Act(
            one["id"],
            one["name"],
            one["group"],
            one.get("event", ""),
            tuple(field(name, name in one["required"]) for name in one["fields"]),
            one["source"],
        )
        for one in held()["acts"]
    }


@cache
def particulars() -> tuple[RecordField, ...]:
    """The particulars of a case, none of which must be there."""
    return tuple(field(name, False) for name in held()["particulars"])


@cache
def field(id: str, required: bool) -> RecordField:
    """A record field of this room's own, or of the law's. Raises ``UnknownTerm`` if there is none."""
    own = {one["id"]: one for one in held()["own"]}
    if id in own:
        entry = own[id]
        name, kind, source, choices = entry["name"], entry["kind"], entry["source"], entry.get("choices", ())
    else:
        term = law.term("record_fields", id)
        name, kind, source, choices = (
            term.name,
            term.extra["kind"],
            term.source,
            term.extra.get("choices", ()),
        )
    named = choices if isinstance(choices, str) else None
    listed = tuple(one.id for one in law.vocabulary(named)) if named else tuple(choices)
    return RecordField(id, name, kind, required, listed, named, source)
