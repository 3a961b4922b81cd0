"""A reviewed document in the labelling guide's shape, with what people decided applied to the reading."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from peelian.casebook.models import Reading
from peelian.desk.review import fields
from peelian.desk.review.document import Document, Fact, Subject, document

#: What a reading has beside the guide's shape.
_BESIDES: Final = ("evidence", "inconsistencies", "sensitive", "reader")
_RECORD: Final[dict[str, dict[str, Any]]] = {
    "offences": {"offence": None, "title": None, "count": None, "plea": None, "stage": None},
    "sentences": {"kind": None, "length": None, "suspended_for": None, "amount": None, "hours": None},
    "orders": {"kind": None, "length": None, "amount": None, "hours": None},
}
_GROUP: Final[dict[str, dict[str, Any]]] = {
    "investigation": {"bodies": [], "oversight": None, "mode": None},
    "proceeding": {
        "kind": "not_stated", "date": None, "chair": None, "chair_role": None, "venue": None, "finding": None,
        "outcome": None, "standards": [],
    },
    "appeal": {"kind": None, "result": None},
}  # fmt: skip
#: A record without this value is none.
_HEAD: Final = {"offences": "offence", "sentences": "kind", "orders": "kind"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document: its id, its text, its labels."""

    id: str
    text: str
    labels: dict[str, Any]


def reviewed() -> Iterator[Labelled]:
    """Every reviewed document, labelled, in the order of adding."""
    found = Reading.internal.filter(current=True).exclude(reviewed_at=None).order_by("source__pk")
    for source in found.values_list("source__public_id", flat=True).iterator():
        shown = document(source)
        yield Labelled(source, shown.text, labels(shown))


def labels(shown: Document) -> dict[str, Any]:
    """A reading's body in the guide's shape: corrected values in their places, rejected ones gone, added ones there.

    A rejected value of a single field becomes null; a record whose offence or kind was rejected goes; a
    proceeding whose kind was rejected is ``not_stated`` while anything else of it stands.
    """
    body = copy.deepcopy(dict(shown.reading.body))
    for name in _BESIDES:
        body.pop(name, None)
    body["id"] = shown.source.public_id
    for subject in shown.subjects:
        if subject.mention.index < len(body["subjects"]):
            _apply(body["subjects"][subject.mention.index], subject)
    return body


def write(folder: Path, found: Iterator[Labelled]) -> int:
    """Write ``<id>.txt`` and ``<id>.json`` for each; return how many. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for one in found:
        (folder / f"{one.id}.txt").write_text(one.text, "utf-8")
        told = json.dumps(one.labels, ensure_ascii=False, indent=1)
        (folder / f"{one.id}.json").write_text(told + "\n", "utf-8")
        count += 1
    return count


def _apply(told: dict[str, Any], subject: Subject) -> None:
    new: dict[str, dict[str, Any]] = {}
    for group in subject.groups:
        for fact in group.facts:
            if fact.by_person:
                if fact.status != "rejected":
                    _added(told, fact, new)
            elif fact.status == "corrected":
                _set(told, fact.pointer, fact.value)
            elif fact.status == "rejected":
                _set(told, fact.pointer, None)
    for pointer, record in sorted(new.items()):
        told[pointer.split("/")[1]].append(record)
    for name, head in _HEAD.items():
        told[name] = [record for record in told[name] if record and record.get(head) is not None]
    for name in ("posts", "courts"):
        told[name] = [value for value in told[name] if value is not None]
    for name, part in (("investigation", "bodies"), ("proceeding", "standards")):
        if told.get(name):
            told[name][part] = [value for value in told[name][part] if value is not None]
    _settle_proceeding(told)
    if told.get("appeal") and all(value is None for value in told["appeal"].values()):
        told["appeal"] = None


def _settle_proceeding(told: dict[str, Any]) -> None:
    record = told.get("proceeding")
    if not record:
        return
    if record["kind"] is None:
        record["kind"] = "not_stated"
    if record["kind"] == "not_stated" and not any(value for name, value in record.items() if name != "kind"):
        told["proceeding"] = None


def _added(told: dict[str, Any], fact: Fact, new: dict[str, dict[str, Any]]) -> None:
    record, _, part = fact.field.partition(".")
    if record in fields.RECORDS:
        place = "/".join(fact.pointer.split("/")[:3])
        if _has(told, fact.pointer):
            _set(told, fact.pointer, fact.value)
        else:
            new.setdefault(place, dict(_RECORD[record]))[part] = fact.value
    elif fact.field in ("posts", "courts"):
        told[fact.field].append(fact.value)
    elif part:
        group = told.get(record) or copy.deepcopy(_GROUP[record])
        told[record] = group
        if part in ("bodies", "standards"):
            group[part].append(fact.value)
        else:
            group[part] = fact.value
    else:
        told[fact.field] = fact.value


def _has(told: Mapping[str, Any], pointer: str) -> bool:
    match = re.match(r"/(\w+)/(\d+)/", pointer)
    return match is not None and int(match[2]) < len(told[match[1]])


def _set(told: dict[str, Any], pointer: str, value: Any) -> None:
    """Set the value at a pointer; a place that is not there (an older reader's) is passed over."""
    *way, last = pointer.strip("/").split("/")
    here: Any = told
    for step in way:
        if isinstance(here, list):
            if not step.isdigit() or int(step) >= len(here):
                return
            here = here[int(step)]
        elif isinstance(here, dict):
            here = here.get(step)
        if here is None:
            return
    if isinstance(here, list):
        if last.isdigit() and int(last) < len(here):
            here[int(last)] = value
    elif isinstance(here, dict) and last in here:
        here[last] = value
