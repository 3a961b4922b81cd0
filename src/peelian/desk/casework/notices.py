"""Drafts of the hearing notice and of the outcome notice, from facts that publication's gate shows.

Nothing else goes in: of what was recorded at the stages only days and kinds of a fixed choice. What a person
still has to write stands in square brackets. A person reads it before it goes out; it is a draft.
"""

from __future__ import annotations

from typing import Literal

from peelian import law
from peelian.casebook.models import Case
from peelian.casefile.wording import opening
from peelian.desk.casework.papers import Line, Paper
from peelian.desk.casework.recording import say_date
from peelian.desk.casework.standing import Standing, whole
from peelian.publication import services
from peelian.publication.assembling import NotPublishable
from peelian.publication.shapes import PublishedCase, PublishedParty, PublishedRecord

Which = Literal["hearing", "outcome"]
DRAFT = "Draft. A person checks it before it goes out."
UNWEIGHED = "Documents do not tell of this case, so publication has not weighed its facts: nothing of it is written here."


class NoNotice(ValueError):
    """No such notice is published after, or before, these proceedings. The message says why."""


def draft(case: Case, now: Standing, which: Which) -> Paper:
    """The draft of a notice. Raises `NoNotice` where the proceedings are in private, or the case may not be shown."""
    kind = now.kind
    on = now.tracks["misconduct"].on if "misconduct" in now.tracks else None
    if kind is not None and on and law.in_public(kind, on) is False:
        raise NoNotice(
            f"{opening(law.term('proceedings', kind).name.lower())} is in private: no notice is published."
        )
    shown = _shown(case)
    if shown is not None and shown.held:
        raise NoNotice("This case may not be shown at present: " + " ".join(shown.holds))
    what = law.term("proceedings", kind).name if kind else "[kind of proceedings]"
    title = f"Notice of {what.lower()}" if which == "hearing" else f"Outcome of {what.lower()}"
    lead = [] if shown is not None else [UNWEIGHED]
    if shown is not None:
        lead += shown.notices
    parties = [party for party in (shown.parties if shown else ()) if not party.background]
    sections = [_party(party, now, which) for party in parties] or [_empty(now, which)]
    sections.append(("The proceedings", _proceedings(now, kind, which)))
    return Paper(title, DRAFT, tuple(lead), tuple(sections))


def _shown(case: Case) -> PublishedCase | None:
    try:
        return services.preview(case.public_id, "cautious").case
    except NotPublishable:
        return None


def _party(party: PublishedParty, now: Standing, which: Which) -> tuple[str, tuple[Line, ...]]:
    lines = [Line("Officer", party.display)]
    for name, head in (("rank", "Rank"), ("force", "Force")):
        if label := party.label(name):
            lines.append(Line(head, label))
    held = _held(party, now.kind)
    if which == "hearing":
        lines.append(Line("Allegation", "[what is alleged, in short; no name of a victim or witness]"))
        lines += _standards(held, "Standards that the officer may have breached")
        return "Who the hearing is about", tuple(lines)
    lines += _outcome(held)
    lines += _standards(held, "Standards breached")
    return "What was decided", tuple(lines)


def _held(party: PublishedParty, kind: str | None) -> PublishedRecord | None:
    """What a notice is of: the last proceedings of the kind recorded, else the last that are no appeal."""
    of_kind = [one for one in party.proceedings if kind and one.get("kind") == kind]
    found = of_kind or [one for one in party.proceedings if one.get("kind") != "appeal_tribunal"]
    return found[-1] if found else None


def _outcome(held: PublishedRecord | None) -> list[Line]:
    lines = []
    for name, head in (
        ("finding", "Finding"),
        ("outcome", "Outcome"),
        ("date", "Decided on"),
    ):
        label = held.label(name) if held is not None else ""
        if label:
            lines.append(Line(head, label))
    if not any(line.margin == "Outcome" for line in lines):
        lines.append(Line("Outcome", "[the outcome: not in the facts that may be shown]"))
    return lines


def _standards(held: PublishedRecord | None, head: str) -> list[Line]:
    label = held.label("standards") if held is not None else ""
    return [Line("Standards", f"{head}: {label}")] if label else []


def _empty(now: Standing, which: Which) -> tuple[str, tuple[Line, ...]]:
    lines = [Line("Officer", "[name, unless the chair has directed otherwise]"), Line("Force", "[force]")]
    if which == "outcome":
        lines.append(Line("Outcome", "[the outcome]"))
    return ("Who the hearing is about" if which == "hearing" else "What was decided"), tuple(lines)


def _proceedings(now: Standing, kind: str | None, which: Which) -> tuple[Line, ...]:
    lines = []
    for stage in (
        "proceedings_set",
        "hearing",
        "special_case",
        "accelerated",
        "outcome",
        "outcome_published",
    ):
        found = [one for one in now.stage_entries if one.id == stage]
        if found and found[-1].on:
            lines.append(Line(say_date(found[-1].on), law.stage(stage).title))
    if which == "hearing":
        sitting = str(now.recorded("sitting_dates") or now.recorded("hearing_on") or "")
        read = law.parse_date(sitting) if sitting else None
        lines.append(Line("When", say_date(read) if read else "[days of the hearing]"))
        lines.append(Line("Where", "[venue]"))
        lines.append(Line("Attending", "[how to attend, and the chair's conditions, if any]"))
        return tuple(lines)
    published = whole(str(now.recorded("published_on") or ""))
    if published is not None:
        until = law.shown_until("outcome_report", published)
        lines.append(
            Line(
                "Shown",
                f"until {say_date(until.isoformat())} at least (28 days from {say_date(published.isoformat())})",
            )
        )
    else:
        lines.append(Line("Shown", "for at least 28 days from the day on which it is put up"))
    return tuple(lines)
