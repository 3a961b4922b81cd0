"""Generated layouts: lists, one entry an officer (``layout_cast`` says what a layout is)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from layout_cast import MONTHS, Lot, Officer, layout

ROMAN: Final = ("i", "ii", "iii", "iv", "v")
LETTERS: Final = "abcdefgh"


def grouped(officers: Iterable[Officer], by: Callable[[Officer], str]) -> dict[str, list[Officer]]:
    """The officers under the same heading together, headings in order of first need."""
    found: dict[str, list[Officer]] = {}
    for o in officers:
        found.setdefault(by(o), []).append(o)
    return found


@layout(joint=True)
def letters(lot: Lot) -> str:
    names = "\n".join(f"({LETTERS[i]}) {o.long} {o.full}" for i, o in enumerate(lot.officers))
    ends = "\n".join(f"({LETTERS[i]}) {o.verdict.lower()}" for i, o in enumerate(lot.officers))
    held = lot.day(lot.officers[0])
    return f"{lot.force}\nJoint misconduct hearing held on {held}\n\nOfficers\n{names}\n\nOutcome\n{ends}\n"


@layout()
def by_outcome(lot: Lot) -> str:
    parts = [
        f"{end}\n" + "".join(f"- {o.short} {o.full}, {lot.day(o)}: {o.allegation}\n" for o in of)
        for end, of in grouped(lot.officers, lambda o: o.verdict).items()
    ]
    return f"{lot.force}: misconduct hearings in 2023\n\n" + "\n".join(parts)


@layout()
def by_rank(lot: Lot) -> str:
    parts = [
        f"{rank}s\n"
        + "".join(f"{o.full} - {o.allegation} - {o.verdict.lower()} ({lot.day(o)})\n" for o in of)
        for rank, of in grouped(lot.officers, lambda o: o.long).items()
    ]
    return f"{lot.force}\nOutcomes of misconduct hearings, 2023\n\n" + "\n".join(parts)


@layout()
def thread(lot: Lot) -> str:
    posts = "".join(
        f"{i}/ {o.short} {o.full}: {o.allegation}. {o.verdict}, {lot.day(o)}.\n\n"
        for i, o in enumerate(lot.officers, 1)
    )
    return f"{lot.force} @force\n{len(lot.officers)} officers have faced misconduct hearings. A thread\n\n{posts}"


@layout()
def surname_first(lot: Lot) -> str:
    return f"{lot.force}\nMisconduct outcomes\n\n" + "".join(
        f"{o.last.upper()}, {o.first} ({o.long}). Hearing: {lot.day(o)}. Result: {o.verdict}.\n"
        for o in lot.officers
    )


@layout()
def end_first(lot: Lot) -> str:
    return f"{lot.force}\nMisconduct hearings\n\n" + "".join(
        f"{o.verdict}: {o.short} {o.full}, for {o.allegation}, {lot.day(o)}\n" for o in lot.officers
    )


@layout()
def diary(lot: Lot) -> str:
    entries = (
        f"{lot.day(o)}\n{o.short} {o.full}\n{o.allegation.capitalize()}. {o.verdict}.\n\n"
        for o in sorted(lot.officers, key=lambda o: o.day)
    )
    return f"{lot.force}\nDiary of hearings 2023\n\n" + "".join(entries)


@layout()
def in_brackets(lot: Lot) -> str:
    told = "; ".join(f"{o.short} {o.full} ({o.verdict.lower()}, {lot.day(o)})" for o in lot.officers)
    return f"{lot.force}\nOutcomes, misconduct hearings\n\n{told}.\n"


@layout()
def mail(lot: Lot) -> str:
    rows = "".join(
        f"* {o.full} ({o.short} {o.number}) - hearing {lot.day(o)} - {o.verdict}\n" for o in lot.officers
    )
    return (
        f"From: news@force.example\nSubject: {lot.force}: misconduct hearing outcomes\n\nDear all,\n\n"
        f"Please see below the outcomes:\n\n{rows}\nKind regards\nCommunications\n"
    )


@layout()
def day_end_name(lot: Lot) -> str:
    return f"{lot.force}: hearings\n\n" + "".join(
        f"{lot.day(o)} - {o.verdict} - {o.short} {o.full}\n" for o in lot.officers
    )


@layout()
def numbered(lot: Lot) -> str:
    return f"{lot.force}\nMisconduct hearings\n\n" + "".join(
        f"{i}. {o.short} {o.full} {o.verb} on {lot.day(o)} following a misconduct hearing into {o.allegation}.\n"
        for i, o in enumerate(lot.officers, 1)
    )


@layout()
def roman(lot: Lot) -> str:
    return f"{lot.force}\nDecisions of misconduct hearings\n\n" + "".join(
        f"({ROMAN[i]}) {o.long} {o.full} ({lot.day(o)}): {o.verdict.lower()}\n"
        for i, o in enumerate(lot.officers)
    )


@layout()
def dashes(lot: Lot) -> str:
    return f"{lot.force}\nMisconduct hearing outcomes\n\n" + "".join(
        f"{o.full}, {o.long} – {o.allegation} – {o.verdict} – {lot.day(o)}\n" for o in lot.officers
    )


@layout()
def semicolons(lot: Lot) -> str:
    told = "; ".join(f"{o.long} {o.full}, {o.verdict.lower()} on {lot.day(o)}" for o in lot.officers)
    return f"Officers of {lot.force} dealt with at misconduct hearings: {told}.\n"


@layout()
def capitals(lot: Lot) -> str:
    return f"{lot.force}\nMisconduct outcomes\n\n" + "".join(
        f"{o.verdict.upper()}\n{o.short} {o.full} – hearing on {lot.day(o)}\n\n" for o in lot.officers
    )


@layout(forces=True)
def by_force(lot: Lot) -> str:
    mark = lot.pick("- ", "• ", "")
    entries = (
        f"{o.force_name}\n{mark}{o.short} {o.full}: {o.verdict.lower()} on {lot.day(o)} after {o.allegation}\n\n"
        for o in lot.officers
    )
    return "Misconduct hearings across the country: round-up\n\n" + "".join(entries)


@layout()
def by_month(lot: Lot) -> str:
    parts = []
    for month, of in grouped(
        sorted(lot.officers, key=lambda o: o.day), lambda o: MONTHS[o.day.month - 1]
    ).items():
        rows = "".join(f"{o.day.day} {month}: {o.long} {o.full}. {o.verdict}.\n" for o in of)
        parts.append(f"{month} 2023\n{rows}")
    return f"{lot.force}\nMisconduct hearing outcomes month by month\n\n" + "\n".join(parts)


@layout(forces=True)
def force_then_month(lot: Lot) -> str:
    parts = (
        f"{o.force_name}\n  {MONTHS[o.day.month - 1]} 2023\n    - {o.short} {o.full} ({lot.day(o)}): {o.verdict}\n"
        for o in lot.officers
    )
    return "Police misconduct hearings: outcomes by force and month\n\n" + "".join(parts)


@layout(joint=True)
def footnotes(lot: Lot) -> str:
    rows = "".join(f"{o.long} {o.full} [{i}]\n" for i, o in enumerate(lot.officers, 1))
    notes = "".join(f"[{i}] {o.verdict}.\n" for i, o in enumerate(lot.officers, 1))
    held = lot.day(lot.officers[0])
    return f"{lot.force}\nOfficers before the misconduct hearing of {held}\n\n{rows}\nNotes\n{notes}"


@layout()
def asterisks(lot: Lot) -> str:
    stars = {end: "*" * (i + 1) for i, end in enumerate(grouped(lot.officers, lambda o: o.verdict))}
    rows = "".join(f"{o.short} {o.full}{stars[o.verdict]}, {lot.day(o)}\n" for o in lot.officers)
    key = "".join(f"{star} {end}\n" for end, star in stars.items())
    return f"{lot.force}\nOfficers who attended misconduct hearings in 2023\n\n{rows}\n{key}"


@layout("rank force outcome finding date")
def bullets_below(lot: Lot) -> str:
    entries = (
        f"{o.full}, {o.long}\n  • Hearing date: {lot.cell(o)}\n  • Finding: {o.found}\n  • Sanction: {o.verdict}\n\n"
        for o in lot.officers
    )
    return f"{lot.force} – misconduct hearing results\n\n" + "".join(entries)


@layout("rank force outcome finding date")
def markdown_nested(lot: Lot) -> str:
    entries = (
        f"- **{o.short} {o.full}**\n  - heard: {lot.day(o)}\n  - found: {o.found.lower()}\n"
        f"  - outcome: {o.verdict.lower()}\n"
        for o in lot.officers
    )
    return f"## {lot.force}: misconduct hearings\n\n" + "".join(entries)


@layout()
def slide(lot: Lot) -> str:
    rows = "".join(f"► {o.short} {o.last} – {o.verdict} – {lot.cell(o)}\n" for o in lot.officers)
    for o in lot.officers:
        o.name = o.last
    return f"{lot.force} Professional Standards\nMisconduct hearings this year\n\n{rows}"


@layout()
def former(lot: Lot) -> str:
    rows = "".join(
        f"{i}. Former {o.long} {o.full} – {o.verdict} – hearing concluded {lot.day(o)}\n"
        for i, o in enumerate(lot.officers, 1)
    )
    return f"{lot.force}\nHearings concerning former officers\n\n{rows}"


@layout()
def name_then_lines(lot: Lot) -> str:
    entries = (f"{o.full}\n{o.long}, {o.force_name}\n{o.verdict} – {lot.day(o)}\n\n" for o in lot.officers)
    return "Police misconduct hearing outcomes\n\n" + "".join(entries)


@layout()
def chaired_entries(lot: Lot) -> str:
    entries = (
        f"{o.long} {o.full}\nDate: {lot.day(o)}\nChair: {lot.other()}\nOutcome: {o.verdict}\n\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearing outcomes\n\n" + "".join(entries)


@layout()
def chair_in_row(lot: Lot) -> str:
    rows = "".join(
        f"• {lot.day(o)}: {o.short} {o.full} before {lot.pick('ACC', 'legally qualified chair', 'Chief Constable')} "
        f"{lot.other()} – {o.verdict.lower()}\n"
        for o in lot.officers
    )
    return f"{lot.force}: accelerated misconduct hearings\n\n{rows}"


@layout("rank force outcome date")
def hashtags(lot: Lot) -> str:
    rows = "".join(f"🔹 {o.short} {o.full} | {o.verdict} | {lot.cell(o)} #misconduct\n" for o in lot.officers)
    return f"{lot.force}\nMisconduct hearing results ⬇️\n\n{rows}"


@layout(joint=True)
def counted_groups(lot: Lot) -> str:
    words = ("no", "One", "Two", "Three", "Four", "Five")
    parts = [
        f"{words[len(of)]} – {end.lower()}: " + ", ".join(f"{o.short} {o.full}" for o in of) + "\n"
        for end, of in grouped(lot.officers, lambda o: o.verdict).items()
    ]
    held = lot.day(lot.officers[0])
    return f"{lot.force}\nMisconduct hearing concluded {held}: results\n\n" + "".join(parts)
