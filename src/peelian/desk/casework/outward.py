"""What goes out about a case: appeals for information on its public page, and statements to the media.

Both rest on the public form of the case that two people approved. A statement to the media is approved by two
people who did not draft it; if the public form changes meanwhile, it is drafted anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import Actor, record
from peelian.desk.casework.models import MediaStatement, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.papers import Line, Paper
from peelian.desk.casework.recording import plain_text
from peelian.desk.casework.withheld import withheld_in
from peelian.intake import appeals, helplines
from peelian.intake.models import AppealLink
from peelian.publication.models import Publication

#: How many people who did not draft a statement approve it.
APPROVALS: Final = 2
MOST_QUOTATIONS: Final = 6


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a named official said: the words, who, in what role, and where or to whom it was said."""

    words: str
    name: str
    role: str
    where: str = ""


# ---- appeals for information


def open_appeal(
    work: WorkedCase, asks: str, by: Actor, today: date, *, until: date | None, needs: Sequence[str]
) -> AppealLink:
    """Open an appeal on the public page of a case. Raises `NotPossible`.

    The case has to be public, and what is asked may hold nothing that is withheld. ``needs`` choose the
    helplines that stand beside it.
    """
    _public(work)
    asks = plain_text(asks)
    _nothing_withheld(work, asks)
    if until is None:
        raise NotPossible("Say until when: an appeal without an end is forgotten and stays.")
    try:
        return appeals.open_appeal(work.case.public_id, asks, by, today, until=until, needs=needs)
    except ValueError as refused:
        raise NotPossible(str(refused)) from refused


def close_appeal(work: WorkedCase, key: Any, by: Actor, today: date) -> None:
    """Close an appeal of this case. Raises `NotPossible` if it has no such open one."""
    found = AppealLink.internal.filter(pk=key, case_public_id=work.case.public_id, closed_on=None).first()
    if found is None:
        raise NotPossible("This case has no such open appeal.")
    appeals.close_appeal(found, by, today)


def appeals_of(work: WorkedCase, today: date) -> list[tuple[AppealLink, bool]]:
    """The appeals of a case, the newest first, each with whether it stands."""
    found = AppealLink.internal.filter(case_public_id=work.case.public_id).order_by("-opened_on", "-pk")
    standing = {one.pk for one in appeals.open_for(work.case.public_id, today)}
    return [(one, one.pk in standing) for one in found]


def needs() -> dict[str, str]:
    """The kinds of harm for which helplines are kept."""
    return helplines.needs()


# ---- statements to the media


def sentences(work: WorkedCase) -> list[str]:
    """Sentences that a statement may hold: the approved summary and events of the case. Raises `NotPossible`."""
    shown, _ = _public(work)
    found = [shown.summary] if shown.summary else []
    for event in shown.events:
        day = f"{event.date_label}: " if event.date_label else ""
        found.append(f"{day}{event.title}.")
    return list(dict.fromkeys(found))


def draft(
    work: WorkedCase, headline: str, facts: Sequence[str], quotations: Sequence[Quotation], by: Actor
) -> MediaStatement:
    """Draft a statement from approved facts. Raises `NotPossible` for what the public form does not say.

    Each quotation is given with who said it and in what role; words that are withheld are refused.
    """
    _, sha256 = _public(work)
    headline = plain_text(headline)
    quotations = [
        Quotation(*(plain_text(one) for one in (q.words, q.name, q.role, q.where))) for q in quotations
    ]
    if not headline:
        raise NotPossible("Give it a headline.")
    known = sentences(work)
    if strange := [one for one in facts if one not in known]:
        raise NotPossible(f"This is not in what was approved for the public: {strange[0][:80]!r}.")
    if not facts:
        raise NotPossible("Choose at least one fact.")
    if len(quotations) > MOST_QUOTATIONS:
        raise NotPossible(f"A statement holds {MOST_QUOTATIONS} quotations.")
    for one in quotations:
        if not (one.words.strip() and one.name.strip() and one.role.strip()):
            raise NotPossible("A quotation needs its words, who said them, and in what role.")
    _nothing_withheld(
        work, "\n".join([headline, *(f"{q.words} {q.name} {q.role} {q.where}" for q in quotations)])
    )
    with transaction.atomic():
        made = MediaStatement.internal.create(
            work=work, headline=headline.strip()[:200], facts=[one for one in known if one in facts],
            quotations=[{"words": q.words.strip(), "name": q.name.strip(), "role": q.role.strip(), "where": q.where.strip()} for q in quotations],
            case_sha256=sha256, by=by.name, at=timezone.now(),
        )  # fmt: skip
        record("casework.statement.drafted", work.case.public_id, by, {"statement": made.pk})
    return made


def approve(statement: MediaStatement, by: Actor) -> MediaStatement:
    """Approve a statement, as one of two people who did not draft it. Raises `NotPossible`."""
    with transaction.atomic():
        row = MediaStatement.internal.select_for_update().select_related("work__case").get(pk=statement.pk)
        if row.state != MediaStatement.State.DRAFT:
            raise NotPossible(f"This statement is {row.get_state_display()} already.")
        if row.by == by.name:
            raise NotPossible("You drafted it: two other people approve it.")
        if any(one["by"] == by.name for one in row.approvals):
            raise NotPossible("You approved it already: another person has to.")
        _, sha256 = _public(row.work)
        if sha256 != row.case_sha256:
            raise NotPossible("What the public sees of the case has changed since: draft the statement anew.")
        _nothing_withheld(row.work, text(row))
        row.approvals = [*row.approvals, {"by": by.name, "at": timezone.now().isoformat(timespec="seconds")}]
        if len(row.approvals) >= APPROVALS:
            row.state = MediaStatement.State.APPROVED
        row.save(update_fields=["approvals", "state"])
        record(
            "casework.statement.approved",
            row.work.case.public_id,
            by,
            {"statement": row.pk, "sha256": _hash(text(row))},
        )
    return row


def withdraw(statement: MediaStatement, by: Actor) -> None:
    """Withdraw a statement, approved or not."""
    with transaction.atomic():
        MediaStatement.internal.filter(pk=statement.pk).update(state=MediaStatement.State.WITHDRAWN)
        record("casework.statement.withdrawn", statement.work.case.public_id, by, {"statement": statement.pk})


def current(statement: MediaStatement) -> bool:
    """Whether the statement may go out now: approved, and the public form is still the one that it rests on."""
    if statement.state != MediaStatement.State.APPROVED:
        return False
    try:
        _, sha256 = _public(statement.work)
        _nothing_withheld(statement.work, text(statement))
    except NotPossible:
        return False
    return sha256 == statement.case_sha256


def paper(statement: MediaStatement) -> Paper:
    """The statement as a paper."""
    warning = "" if current(statement) else f"Not to go out: {statement.get_state_display()}."
    said = tuple(
        Line(
            "Quotation",
            f"“{one['words']}”",
            (f"{one['name']}, {one['role']}" + (f", {one['where']}" if one.get("where") else ""),),
        )
        for one in statement.quotations
    )
    facts = tuple(Line("", words) for words in statement.facts)
    sections = [("What is known", facts)] + ([("What was said", said)] if said else [])
    return Paper(statement.headline, warning, (), tuple(sections))


def text(statement: MediaStatement) -> str:
    """All words of a statement."""
    said = [
        f"{one['words']} {one['name']} {one['role']} {one.get('where', '')}" for one in statement.quotations
    ]
    return "\n".join([statement.headline, *statement.facts, *said])


def _public(work: WorkedCase) -> tuple[Any, str]:
    """What the public sees of the case, and its hash. Raises `NotPossible` where it sees nothing."""
    row = Publication.internal.filter(case_id=work.case.public_id).first()
    shown = None if row is None else row.published
    if row is None or shown is None:
        raise NotPossible("This case is not public: two people publish it first.")
    return shown, _hash(row.body)


def _nothing_withheld(work: WorkedCase, words: str) -> None:
    if found := withheld_in(work.case.public_id, words):
        raise NotPossible(
            "This holds what may not be shown: " + ", ".join(f"“{one}”" for one in found[:5]) + "."
        )


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
