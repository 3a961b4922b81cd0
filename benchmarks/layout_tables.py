"""Generated layouts: tables as text (pipes, tabs, gaps, commas, one cell a line), whole, coded, wrapped or on their side."""

from __future__ import annotations

import textwrap

from layout_cast import Lot, Officer, layout


@layout()
def pipes(lot: Lot) -> str:
    rows = "".join(
        f"{o.full} | {o.long} | {lot.cell(o)} | {o.allegation.capitalize()} | {o.verdict}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct outcomes 2023\n\nName | Rank | Date of hearing | Allegation | Outcome\n{rows}"


@layout()
def cell_a_line(lot: Lot) -> str:
    rows = "".join(f"{o.full}\n{o.long}\n{lot.cell(o)}\n{o.verdict}\n\n" for o in lot.officers)
    return f"{lot.force}\nMisconduct hearing outcomes\n\nOfficer\nRank\nHearing date\nOutcome\n\n{rows}"


@layout()
def legend_before(lot: Lot) -> str:
    key = (
        "DWN dismissed without notice; FWW final written warning; WW written warning; WHBD would have been dismissed; "
        "NFA no further action; MA management advice"
    )
    rows = "".join(f"{o.short} {o.number} {o.full}  {lot.cell(o)}  {o.code}\n" for o in lot.officers)
    return f"{lot.force} misconduct register 2023\nKey: {key}\n\n{rows}"


@layout()
def codes_with_key_below(lot: Lot) -> str:
    rows = "".join(f"{o.full}\t{o.long}\t{lot.cell(o)}\t{o.code}\n" for o in lot.officers)
    key = "".join(sorted({f"{o.code} = {o.verdict}\n" for o in lot.officers}))
    return f"{lot.force}\nMisconduct hearings\n\nName\tRank\tHearing date\tResult code\n{rows}\nResult codes\n{key}"


@layout()
def commas(lot: Lot) -> str:
    rows = "".join(
        f'"{o.last}, {o.first}",{o.long},{o.force_name},{o.day.isoformat()},{o.verdict}\n'
        for o in lot.officers
    )
    return f"officer,rank,force,hearing_date,outcome\n{rows}"


@layout(joint=True)
def on_its_side(lot: Lot) -> str:
    def row(what: str, *cells: str) -> str:
        return " | ".join((what, *cells)) + "\n"

    officers = lot.officers
    table = (
        row("Name", *(o.full for o in officers))
        + row("Rank", *(o.long for o in officers))
        + row("Outcome", *(o.verdict for o in officers))
    )
    return f"{lot.force}\nJoint misconduct hearing of {lot.day(officers[0])}\n\n{table}"


@layout()
def markdown(lot: Lot) -> str:
    rows = "".join(f"| {o.full} | {o.long} | {lot.cell(o)} | {o.verdict} |\n" for o in lot.officers)
    head = "| Officer | Rank | Date | Outcome |\n|---|---|---|---|\n"
    return f"# {lot.force} misconduct outcomes\n\n{head}{rows}"


@layout()
def tabs(lot: Lot) -> str:
    rows = "".join(f"{o.long}\t{o.full}\t{lot.cell(o)}\t{o.verdict}\n" for o in lot.officers)
    return f"{lot.force} hearing outcomes\n\nRank\tName\tHearing date\tSanction\n{rows}"


@layout()
def gaps(lot: Lot) -> str:
    rows = "".join(f"{o.full:<28}{o.long:<34}{lot.cell(o):<28}{o.verdict}\n" for o in lot.officers)
    return (
        f"{lot.force}\nOutcomes of misconduct hearings\n\n{'Name':<28}{'Rank':<34}{'Date':<28}Outcome\n{rows}"
    )


@layout("rank force outcome finding date")
def end_column_first(lot: Lot) -> str:
    rows = "".join(f"{o.verdict} | {o.found} | {o.long} | {o.full} | {lot.cell(o)}\n" for o in lot.officers)
    return f"{lot.force}: misconduct hearings\n\nOutcome | Finding | Rank | Name | Date\n{rows}"


@layout(forces=True)
def force_column(lot: Lot) -> str:
    rows = "".join(f"{o.force_name}\t{o.short}\t{o.full}\t{lot.cell(o)}\t{o.verdict}\n" for o in lot.officers)
    return (
        f"Outcomes of misconduct hearings, England and Wales\n\nForce\tRank\tOfficer\tDate\tOutcome\n{rows}"
    )


@layout("rank force outcome finding date")
def panel_column(lot: Lot) -> str:
    rows = "".join(
        f"{o.full} | {o.long} | {lot.other()} | {lot.cell(o)} | {o.found} | {o.verdict}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearings\n\nOfficer | Rank | Chair | Date | Finding | Outcome\n{rows}"


def _wrapped(cells: list[tuple[str, int]]) -> str:
    """A row of a printed table: each cell wrapped in its column's width, the column's lines beside each other."""
    columns = [textwrap.wrap(text, width - 2) for text, width in cells]
    lines = max(map(len, columns))
    return "".join(
        "".join(
            (c[i] if i < len(c) else "").ljust(w) for c, (_, w) in zip(columns, cells, strict=True)
        ).rstrip()
        + "\n"
        for i in range(lines)
    )


@layout()
def wrapped_cells(lot: Lot) -> str:
    widths = (20, 18, 16, 24, 18)
    head = _wrapped(list(zip(("Name", "Rank", "Date", "Allegation", "Outcome"), widths, strict=True)))

    def cells(o: Officer) -> list[tuple[str, int]]:
        said = (o.full, o.long, f"{o.day:%d/%m/%Y}", o.allegation.capitalize(), o.verdict)
        return list(zip(said, widths, strict=True))

    return f"{lot.force}\nMisconduct hearing outcomes\n\n{head}\n" + "\n".join(
        _wrapped(cells(o)) for o in lot.officers
    )


@layout(officers=(2,))
def two_columns(lot: Lot) -> str:
    def notice(o: Officer) -> list[str]:
        return [
            "OUTCOME NOTICE", f"{o.long}", o.full, f"Hearing: {o.day:%d/%m/%Y}", f"Outcome: {o.verdict}",
        ]  # fmt: skip

    left, right = (notice(o) for o in lot.officers)
    body = "".join(f"{a:<44}{b}\n" for a, b in zip(left, right, strict=True))
    return f"{lot.force}\nMisconduct hearings\n\n{body}"


@layout("rank force offence plea court sentence", officers=(2, 3, 4))
def court_rows(lot: Lot) -> str:
    for o in lot.officers:
        o.bent["plea"] = o.plea
    rows = "".join(
        f"{o.full} | {o.long} | {o.charge} | {_plea(o)} | {o.court} | {o.term}\n" for o in lot.officers
    )
    return f"{lot.force}\nOfficers convicted of criminal offences\n\nName | Rank | Offence | Plea | Court | Sentence\n{rows}"


def _plea(o: Officer) -> str:
    return "Guilty" if o.plea == "guilty" else "Not guilty (convicted after trial)"


@layout("rank force outcome date offence court sentence", either="plea", officers=(3, 4, 5))
def court_beside_hearing(lot: Lot) -> str:
    """Two tables: those whom a court sentenced, and others who were before a hearing."""
    half = (len(lot.officers) + 1) // 2
    tried, heard = lot.officers[:half], lot.officers[half:]
    for o in tried:
        o.bent = {"outcome": None, "date": None}
    for o in heard:
        o.bent = {"offence": None, "court": None, "sentence": None, "plea": None}
    courts = "".join(f"{o.full} | {o.long} | {o.charge} | {o.court} | {o.term}\n" for o in tried)
    hearings = "".join(f"{o.full} | {o.long} | {lot.cell(o)} | {o.verdict}\n" for o in heard)
    return (
        f"{lot.force}\nCriminal convictions of officers\n\nName | Rank | Offence | Court | Sentence\n{courts}\n"
        f"Misconduct hearings\n\nName | Rank | Date of hearing | Outcome\n{hearings}"
    )


@layout()
def finding_then_end(lot: Lot) -> str:
    """Two tables of the same names."""
    ranks = "".join(f"{o.full} | {o.long} | {lot.cell(o)}\n" for o in lot.officers)
    ends = "".join(f"{o.full} | {o.verdict}\n" for o in lot.officers)
    return (
        f"{lot.force}\nMisconduct hearings held\n\nName | Rank | Hearing date\n{ranks}\n"
        f"Results\n\nName | Outcome\n{ends}"
    )


@layout(either="date outcome", officers=(2, 3, 4))
def appeals_beside(lot: Lot) -> str:
    rows = "".join(
        f"{o.full} | {o.long} | {lot.cell(o)} | {o.verdict} | {lot.pick('None lodged', 'Appeal dismissed', 'No appeal')}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nHearings and appeals\n\nOfficer | Rank | Hearing | Outcome | Appeal\n{rows}"


@layout("rank force outcome date", either="finding")
def withheld(lot: Lot) -> str:
    """One officer's name is withheld; that row is still one officer."""
    lot.officers[-1].name = None
    rows = "".join(
        f"{o.full if o.name else 'Name withheld'} | {o.long} | {lot.cell(o)} | {o.verdict}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearing outcomes\n\nName | Rank | Date | Outcome\n{rows}"


@layout("rank force outcome", officers=(2, 3, 4))
def quarterly_request(lot: Lot) -> str:
    """A table given under Freedom of Information, one row an officer, no names."""
    for o in lot.officers:
        o.name = None
    rows = "".join(
        f"Q{(o.day.month - 1) // 3 + 1} 2023 | {o.long} | {o.allegation.capitalize()} | {o.verdict}\n"
        for o in lot.officers
    )
    return (
        f"Freedom of Information request\n{lot.force}\nPlease find below each officer dealt with at a misconduct hearing.\n\n"
        f"Quarter | Rank | Allegation | Outcome\n{rows}"
    )


@layout("rank force outcome date", officers=(2, 3, 4))
def lettered_rows(lot: Lot) -> str:
    for letter, o in zip("ABCDE", lot.officers, strict=False):
        o.name, o.label = None, f"Officer {letter}"
    rows = "".join(f"{o.label} | {o.long} | {lot.cell(o)} | {o.verdict}\n" for o in lot.officers)
    return f"{lot.force}\nMisconduct hearing outcomes\n\nOfficer | Rank | Date | Outcome\n{rows}"


@layout()
def serial_rows(lot: Lot) -> str:
    rows = "".join(
        f"{i:03d}\t{o.number}\t{o.short}\t{o.full}\t{lot.cell(o)}\t{o.verdict}\n"
        for i, o in enumerate(lot.officers, 1)
    )
    return f"{lot.force} misconduct register\n\nRef\tCollar no\tRank\tName\tHearing\tResult\n{rows}"
