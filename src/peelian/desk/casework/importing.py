"""Import of a spreadsheet of existing cases: columns matched to fields, a dry run, then all in one transaction.

Each row becomes a case by hand. What it says is what a person said: its decision names the spreadsheet by its
hash, and the row. A stage is taken up; what the spreadsheet does not say of it is flagged as not recorded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from peelian import law
from peelian.casebook.audit import Actor, record
from peelian.desk.casework import moving, recording, sheets, work
from peelian.desk.casework.models import SpreadsheetDraft, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.recording import NotRecorded
from peelian.desk.casework.rules import particulars
from peelian.law import RecordField
from peelian.law.dates import earliest

#: Fields that a column can hold beside the particulars of a case.
MORE: Final = {
    "reference": "Your reference",
    "stage": "Stage",
    "stage_date": "Date of the stage",
    "note": "Note",
}
_GUESSES: Final = {
    "reference": ("reference", "ref", "case number", "case ref", "case no"), "subject": ("name", "officer", "subject", "full name"),
    "force": ("force", "police force"), "rank": ("rank",), "status": ("status",), "former": ("former", "has left"),
    "attention_date": ("attention date", "date received", "received", "came to attention"), "stage": ("stage", "current stage"),
    "stage_date": ("stage date", "date of stage", "date"), "note": ("note", "notes", "comments"),
    "offence_words": ("allegation", "alleged", "summary"),
}  # fmt: skip


@dataclass(slots=True)
class Row:
    """One row as it would be imported: particulars, the rest, and what is wrong with it."""

    number: int
    told: dict[str, Any] = field(default_factory=dict)
    more: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def fields() -> dict[str, str]:
    """What a column can be matched to: id and words."""
    return {**MORE, **{one.id: one.title for one in particulars()}}


def take(data: bytes, name: str, by: Actor) -> SpreadsheetDraft:
    """Keep a spreadsheet as a draft, with a guess at its columns. Raises ``NoSheet``."""
    heads, rows = sheets.read(data)
    with transaction.atomic():
        SpreadsheetDraft.internal.filter(by=by.name).delete()
        draft = SpreadsheetDraft.internal.create(
            name=name[:120], sha256=hashlib.sha256(data).hexdigest(), columns=heads, rows=rows, mapping=guess(heads),
            by=by.name, at=timezone.now(),
        )  # fmt: skip
        record("casework.spreadsheet.taken", "", by, {"sha256": draft.sha256, "rows": len(rows)})
    return draft


def guess(heads: Sequence[str]) -> dict[str, str]:
    """For each column (by number) the field that its head names, if any; no field twice, no date of a stage without one."""
    found: dict[str, str] = {}
    words = {name: (*_GUESSES.get(name, ()), title.casefold(), name) for name, title in fields().items()}
    for n, head in enumerate(heads):
        plain = " ".join(head.casefold().replace("_", " ").split())
        for name, known in words.items():
            if plain in known and name not in found.values():
                found[str(n)] = name
                break
    staged = "stage" in found.values()
    return {n: name for n, name in found.items() if staged or name != "stage_date"}


def dry_run(draft: SpreadsheetDraft, mapping: Mapping[str, str], today: date) -> list[Row]:
    """Every row as it would be imported, with its problems. Stores nothing. Raises `NotPossible` for the mapping."""
    wanted = {column: name for column, name in mapping.items() if name}
    if len(set(wanted.values())) != len(wanted):
        raise NotPossible("Two columns are matched to one field.")
    if not {"subject", "reference"} & set(wanted.values()):
        raise NotPossible("Match a column to the person or to your reference: a case needs one of them.")
    known = dict(WorkedCase.internal.exclude(reference="").values_list("reference", "case__public_id"))
    seen: dict[str, int] = {}
    found = []
    for n, cells in enumerate(draft.rows, 2):
        row = Row(n)
        given = {name: cells[int(column)] for column, name in wanted.items() if cells[int(column)]}
        row.more = {name: value for name, value in given.items() if name in MORE}
        _particulars(row, given)
        _stage(row, today)
        _reference(row, known, seen)
        if not row.told.get("subject") and not row.more.get("reference"):
            row.problems.append("Neither a person nor a reference is given.")
        found.append(row)
    return found


def bring_in(
    draft: SpreadsheetDraft, mapping: Mapping[str, str], by: Actor, today: date, *, skip: bool = False
) -> list[str]:
    """Import in one transaction, and return the ids of the cases. Raises `NotPossible` if a row has a problem.

    ``skip`` leaves out rows with problems. The draft is gone afterwards.
    """
    rows = dry_run(draft, mapping, today)
    if any(row.problems for row in rows) and not skip:
        raise NotPossible("Some rows have problems: nothing was imported.")
    made = []
    with transaction.atomic():
        for row in rows:
            if not row.problems:
                made.append(_bring(row, draft, by, today))
        record("casework.spreadsheet.imported", "", by, {"sha256": draft.sha256, "cases": len(made)})
        draft.delete()
    return made


def _bring(row: Row, draft: SpreadsheetDraft, by: Actor, today: date) -> str:
    said = {"spreadsheet": draft.sha256, "row": row.number}
    there = moving.new_case(
        by, row.told, origin=WorkedCase.Origin.SPREADSHEET, reference=row.more.get("reference", ""), said=said
    )
    if stage := row.more.get("stage"):
        target = law.stage(stage)
        given = {"date": row.more["stage_date"]} | {
            name: row.told[name] for name in ("force", "attention_date") if name in row.told
        }
        reason = f"Taken over from a spreadsheet ({draft.name}, row {row.number})."
        lacking = recording.missing(target.record, given)
        moving.move(there.case, stage, given, by, exception=reason if lacking else "", today=today)
    if note := row.more.get("note"):
        work.add_note(there, note, by)
    return there.case.public_id


def _particulars(row: Row, given: Mapping[str, str]) -> None:
    for one in particulars():
        if one.id not in given:
            continue
        try:
            row.told |= recording.check([one], {one.id: _id_of(one, given[one.id])})
        except NotRecorded as refused:
            row.problems.append(f"{one.title}: {refused.problems[one.id]}")


def _stage(row: Row, today: date) -> None:
    if not (told := row.more.get("stage")):
        return
    found = [one.id for one in law.stages() if told.casefold() in (one.id, one.title.casefold())]
    if not found:
        row.problems.append(f"Stage: {told[:60]!r} is no stage of the process.")
        return
    row.more["stage"] = found[0]
    day = row.more.get("stage_date", "")
    try:
        read = law.parse_date(day) if day else None
    except law.DateError:
        read = None
    first = earliest(read) if read is not None else None
    if read is None or first is None:
        row.problems.append("Date of the stage: a stage needs its date, as far as known, with the year.")
        return
    row.more["stage_date"] = read
    if first > today:
        row.problems.append("Date of the stage: it lies in the future.")


def _reference(row: Row, known: Mapping[str, str], seen: dict[str, int]) -> None:
    reference = row.more.get("reference", "")[:80]
    if not reference:
        return
    if reference in known:
        row.problems.append(f"Your reference: {reference} is case {known[reference]} already.")
    elif reference in seen:
        row.problems.append(f"Your reference: {reference} stands in row {seen[reference]} too.")
    seen.setdefault(reference, row.number)


def _id_of(one: RecordField, text: str) -> str:
    """The id of a choice from its words; other values as they are."""
    if one.kind == "yes_no":
        return {"y": "yes", "n": "no", "true": "yes", "false": "no"}.get(text.casefold(), text)
    if one.kind != "choice":
        return text
    low = text.casefold()
    for id_, words in recording.choices(one):
        if low in (id_.casefold(), words.casefold()):
            return id_
    if one.vocabulary:
        found = law.lookup(one.vocabulary, text)
        if len(found) == 1:
            return found[0]
    return text
