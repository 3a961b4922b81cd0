"""Generated layouts: pages with more than one structure, orders that surprise, and people who are in no case."""

from __future__ import annotations

from html import escape

from layout_cast import MONTHS, Lot, Officer, layout
from layout_files import page
from layout_lists import grouped

FINDING_IN_WORDS = {
    "gross_misconduct": "gross misconduct",
    "misconduct": "misconduct",
    "not_proven": "not proven",
}


@layout(forces=True)
def decimal_numbers(lot: Lot) -> str:
    parts = (
        f"{i}. {o.force_name}\n{i}.1 {o.long} {o.full}\n{i}.2 Hearing: {lot.day(o)}\n{i}.3 Outcome: {o.verdict}\n\n"
        for i, o in enumerate(lot.officers, 1)
    )
    return "Misconduct hearings reported by forces\n\n" + "".join(parts)


@layout()
def known_codes(lot: Lot) -> str:
    for o in lot.officers:
        if o.code in ("MA", "WW"):
            o.code = "Written Warning" if o.code == "WW" else "Management Advice"
    rows = "".join(f"{o.short} {o.full} | {lot.cell(o)} | {o.code}\n" for o in lot.officers)
    return f"{lot.force}\nMisconduct hearings\n\nOfficer | Date of hearing | Outcome\n{rows}"


@layout(suffix=".html")
def html_folded(lot: Lot) -> str:
    entries = "".join(
        f"<details><summary>{o.long} {escape(o.full)}</summary><p>Date of hearing: {lot.day(o)}</p>"
        f"<p>Outcome: {o.verdict}</p></details>"
        for o in lot.officers
    )
    return page(f"{lot.force}: misconduct hearing outcomes", entries)


@layout(suffix=".html")
def html_nested_list(lot: Lot) -> str:
    entries = "".join(
        f"<li>{o.short} {escape(o.full)}<ul><li>Hearing date: {lot.day(o)}</li><li>Outcome: {o.verdict}</li></ul></li>"
        for o in lot.officers
    )
    return page(f"{lot.force} misconduct hearings", f"<ul>{entries}</ul>")


@layout(suffix=".html")
def html_month_rows(lot: Lot) -> str:
    rows = "<tr><th>Name</th><th>Rank</th><th>Date</th><th>Outcome</th></tr>"
    by_month = grouped(sorted(lot.officers, key=lambda o: o.day), lambda o: MONTHS[o.day.month - 1])
    for month, of in by_month.items():
        rows += f"<tr><td colspan=4>{month} 2023</td></tr>" + "".join(
            f"<tr><td>{escape(o.full)}</td><td>{o.long}</td><td>{lot.cell(o)}</td><td>{o.verdict}</td></tr>"
            for o in of
        )
    return page(f"{lot.force}: hearings month by month", f"<table>{rows}</table>")


@layout()
def semicolon_values(lot: Lot) -> str:
    rows = "".join(f"{o.full};{o.long};{o.force_name};{lot.cell(o)};{o.verdict}\n" for o in lot.officers)
    return f"Name;Rank;Force;Hearing date;Outcome\n{rows}"


@layout(either="date", joint=True)
def ditto(lot: Lot) -> str:
    first, *more = lot.officers
    rows = f"{lot.cell(first)} | {first.full} | {first.long} | {first.verdict}\n" + "".join(
        f'" | {o.full} | {o.long} | {o.verdict}\n' for o in more
    )
    return f"{lot.force}\nMisconduct hearings\n\nDate | Name | Rank | Outcome\n{rows}"


@layout(joint=True, officers=(2, 3))
def numbers_given_to_names(lot: Lot) -> str:
    who = "\n".join(f"Officer {i}: {o.long} {o.full}" for i, o in enumerate(lot.officers, 1))
    ends = "\n\n".join(f"Officer {i} {o.verb}." for i, o in enumerate(lot.officers, 1))
    return f"{lot.force}\nMisconduct hearing of {lot.day(lot.officers[0])}\n\n{who}\n\nDecision\n\n{ends}\n"


@layout("rank force outcome finding date")
def end_label_first(lot: Lot) -> str:
    blocks = (
        f"Outcome: {o.verdict}\nFinding: {o.found}\nOfficer: {o.long} {o.full}\nHearing date: {lot.cell(o)}\n\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearings\n\n" + "".join(blocks)


@layout()
def blocks_without_gaps(lot: Lot) -> str:
    blocks = (
        f"Name: {o.full}\nRank: {o.long}\nHearing: {lot.cell(o)}\nOutcome: {o.verdict}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearings\n\n" + "".join(blocks)


@layout()
def blocks_between_rules(lot: Lot) -> str:
    blocks = (f"{o.long} {o.full}\n{lot.day(o)}\n{o.verdict}\n" for o in lot.officers)
    return f"{lot.force}\nMisconduct hearing outcomes\n\n" + "-----\n".join(blocks)


@layout()
def table_with_total(lot: Lot) -> str:
    rows = "".join(
        f"{i} | {o.full} | {o.long} | {lot.cell(o)} | {o.verdict}\n" for i, o in enumerate(lot.officers, 1)
    )
    total = f"Total | {len(lot.officers)} | | |\n"
    return f"{lot.force}\nMisconduct hearings\n\nNo | Name | Rank | Date | Outcome\n{rows}{total}"


@layout()
def verdict_in_heading(lot: Lot) -> str:
    parts = (
        f"{o.short} {o.full} – {o.verdict}\n\nThe hearing on {lot.day(o)} heard an allegation of {o.allegation}.\n\n"
        for o in lot.officers
    )
    return f"{lot.force}: outcomes of misconduct hearings\n\n" + "".join(parts)


@layout()
def days_in_one_sentence(lot: Lot) -> str:
    told = "; ".join(f"on {lot.day(o)}, {o.short} {o.full} {o.verb}" for o in lot.officers)
    return f"{lot.force} held {len(lot.officers)} misconduct hearings: {told}.\n"


@layout("rank force outcome date", either="finding", officers=(3, 4, 5))
def decided_and_to_come(lot: Lot) -> str:
    half = (len(lot.officers) + 1) // 2
    done, ahead = lot.officers[:half], lot.officers[half:]
    for o in ahead:
        o.bent["outcome"] = "pending"
    was = "".join(f"{o.long} {o.full}: {o.verdict.lower()} ({lot.day(o)})\n" for o in done)
    will = "".join(f"{o.long} {o.full}: to be heard on {lot.day(o)}\n" for o in ahead)
    return f"{lot.force}\n\nMisconduct hearings concluded\n{was}\nMisconduct hearings to come\n{will}"


@layout(joint=True, officers=(2, 3))
def a_witness_too(lot: Lot) -> str:
    told = "\n\n".join(f"{o.long} {o.full} {o.verb}." for o in lot.officers)
    return (
        f"{lot.force} officers at misconduct hearing\n\nThe hearing ended on {lot.day(lot.officers[0])}.\n\n{told}\n\n"
        f"PC {lot.other()}, who reported them, told the panel what she had seen.\n"
    )


@layout()
def spoken_between(lot: Lot) -> str:
    told = "\n\n".join(
        f"{o.short} {o.full} {o.verb} at a misconduct hearing on {lot.day(o)}.\n\nSuperintendent {lot.other()} said: "
        "“This conduct has no place in policing.”"
        for o in lot.officers
    )
    return f"{lot.force}: misconduct outcomes\n\n{told}\n"


@layout()
def on_its_side_with_days(lot: Lot) -> str:
    def row(what: str, cells: list[str]) -> str:
        return " | ".join((what, *cells)) + "\n"

    return f"{lot.force}\nMisconduct hearings\n\n" + "".join(
        (
            row("Officer", [o.full for o in lot.officers]),
            row("Rank", [o.long for o in lot.officers]),
            row("Hearing date", [lot.cell(o) for o in lot.officers]),
            row("Outcome", [o.verdict for o in lot.officers]),
        )
    )


@layout(joint=True, officers=(3,))
def both_and_one(lot: Lot) -> str:
    a, b, c = lot.officers
    a.outcome, b.outcome, c.outcome = (
        "final_written_warning",
        "final_written_warning",
        "dismissed_without_notice",
    )
    return (
        f"{lot.force}\n\nAt a misconduct hearing on {lot.day(a)}, {a.short} {a.full} and {b.short} {b.full} were both given "
        f"final written warnings. {c.short} {c.full} was dismissed without notice.\n"
    )


@layout("rank force outcome finding date")
def finding_and_end_in_one(lot: Lot) -> str:
    rows = "".join(
        f"{o.full} | {o.long} | {lot.cell(o)} | {FINDING_IN_WORDS[o.finding].capitalize()} – {o.verdict.lower()}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearings\n\nOfficer | Rank | Hearing date | Finding and outcome\n{rows}"


@layout("rank force outcome date offence court sentence", either="plea", officers=(2, 3))
def court_and_hearing_in_one(lot: Lot) -> str:
    def block(o: Officer) -> str:
        return (
            f"Officer: {o.long} {o.full}\nOffence: {o.charge}\nCourt: {o.court}\nSentence: {o.term}\n"
            f"Misconduct hearing: {lot.cell(o)}\nOutcome: {o.verdict}\n"
        )

    return f"{lot.force}\nOfficers convicted and dealt with\n\n" + "\n".join(block(o) for o in lot.officers)


@layout()
def rank_in_brackets(lot: Lot) -> str:
    rows = "".join(f"{o.full.upper()} ({o.long})\n{lot.day(o)}: {o.verdict}.\n\n" for o in lot.officers)
    return f"{lot.force}\nMisconduct hearing outcomes\n\n{rows}"


@layout("", officers=(0,))
def blank_table(lot: Lot) -> str:
    return (
        f"{lot.force}\nMisconduct hearings in July\n\nName | Rank | Date | Outcome\nNone\n\nThere were no hearings. Contact: "
        f"Inspector {lot.other()}\n"
    )


@layout("", officers=(0,))
def staff_notice(lot: Lot) -> str:
    return (
        f"{lot.force}\nHow we hold misconduct hearings\n\nHearings are chaired by the Chief Constable, {lot.other()}. Officers "
        f"can be dismissed without notice or given a written warning. Our press officer is Sergeant {lot.other()}.\n"
    )
