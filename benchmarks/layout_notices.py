"""Generated layouts: forms and notices, of one officer or one after the other, with labels, boxes to tick, letters."""

from __future__ import annotations

from layout_cast import OUTCOMES, Lot, Officer, layout


@layout()
def cases(lot: Lot) -> str:
    return f"{lot.force}\nProfessional Standards Department\n\n" + "".join(
        f"Case {i}\nOfficer: {o.long} {o.full}\nAllegation: {o.allegation}\nDate of hearing: {lot.cell(o)}\n"
        f"Outcome: {o.verdict}\n\n"
        for i, o in enumerate(lot.officers, 1)
    )


@layout()
def officers_counted(lot: Lot) -> str:
    return f"{lot.force}\nMisconduct hearings 2023\n\n" + "".join(
        f"Officer {i}: {o.long} {o.full}\nHearing: {lot.cell(o)}\nDecision: {o.verdict}\n\n"
        for i, o in enumerate(lot.officers, 1)
    )


@layout("rank force outcome finding date")
def labelled(lot: Lot) -> str:
    return f"{lot.force}\nMisconduct hearing outcomes\n\n" + "".join(
        f"{o.short} {o.number} {o.full}\nDate of hearing: {lot.cell(o)}\nFinding: {o.found}\nOutcome: {o.verdict}\n\n"
        for o in lot.officers
    )


@layout()
def memo(lot: Lot) -> str:
    told = "\n\n".join(f"{o.long} {o.full}\nHeard {lot.day(o)}. {o.verdict}." for o in lot.officers)
    return f"To: All staff\nFrom: Professional Standards, {lot.force}\n\nThe following misconduct hearings have concluded.\n\n{told}\n"


@layout()
def captions(lot: Lot) -> str:
    told = "\n".join(
        f"{o.full}\n{o.verdict}\nThe {o.long.lower()} faced a misconduct hearing on {lot.day(o)} over {o.allegation}.\n"
        for o in lot.officers
    )
    return f"{lot.force}\nWho was dealt with, and how\n\n{told}"


@layout()
def yaml(lot: Lot) -> str:
    rows = "".join(
        f"  - officer: {o.full}\n    rank: {o.long}\n    date: {o.day.isoformat()}\n    outcome: {o.verdict}\n"
        for o in lot.officers
    )
    return f"force: {lot.force}\nhearings:\n{rows}"


@layout()
def json_records(lot: Lot) -> str:
    rows = ",\n".join(
        f'  {{"name": "{o.full}", "rank": "{o.long}", "force": "{o.force_name}", "hearing_date": "{o.day.isoformat()}", '
        f'"outcome": "{o.verdict}"}}'
        for o in lot.officers
    )
    return f"[\n{rows}\n]\n"


@layout(joint=True)
def one_form_for_all(lot: Lot) -> str:
    names = ", ".join(f"{o.long} {o.full}" for o in lot.officers)
    ends = "; ".join(f"{o.full} - {o.verdict.lower()}" for o in lot.officers)
    return f"{lot.force}\nMisconduct hearings\n\nOfficer: {names}\nDate: {lot.day(lot.officers[0])}\nOutcome: {ends}\n"


@layout("rank force outcome date", officers=(1, 1, 2, 3))
def ticked(lot: Lot) -> str:
    mark, blank = lot.pick("[x] [ ]", "[X] [ ]", "☒ ☐", "☑ ☐", "(x) ( )").split(" ", 1)

    def form(o: Officer) -> str:
        boxes = "\n".join(f"{mark if key == o.outcome else blank} {cells[0]}" for key, cells, *_ in OUTCOMES)
        return f"Officer: {o.long} {o.full}\nForce: {o.force_name}\nDate of hearing: {lot.cell(o)}\nOutcome:\n{boxes}\n"

    return "Record of misconduct hearing\n\n" + "\n".join(form(o) for o in lot.officers)


@layout("rank force outcome date", officers=(1, 2))
def ticked_in_line(lot: Lot) -> str:
    mark, blank = lot.pick("[x] [ ]", "☒ ☐", "☑ ☐").split(" ", 1)

    def form(o: Officer) -> str:
        boxes = "  ".join(
            f"{mark if key == o.outcome else blank} {cells[0]}" for key, cells, *_ in OUTCOMES[:5]
        )
        return f"Name: {o.full}\nRank: {o.long}\nHearing date: {lot.cell(o)}\nDecision: {boxes}\n"

    for o in lot.officers:
        if o.outcome == OUTCOMES[5][0]:
            o.outcome = OUTCOMES[0][0]
    return f"{lot.force}\nMisconduct hearing outcome form\n\n" + "\n".join(form(o) for o in lot.officers)


@layout("rank force outcome finding date", officers=(1,))
def one_form(lot: Lot) -> str:
    (o,) = lot.officers
    return (
        f"MISCONDUCT HEARING OUTCOME\n\nForce: {lot.force}\nName: {o.full}\nRank: {o.long}\nCollar number: {o.number}\n"
        f"Date of hearing: {lot.cell(o)}\nChair: {lot.other()}\nAllegation: {o.allegation.capitalize()}\n"
        f"Finding: {o.found}\nOutcome: {o.verdict}\n"
    )


@layout("rank force outcome finding date", officers=(1,))
def one_form_stacked(lot: Lot) -> str:
    (o,) = lot.officers
    return (
        f"{lot.force}\nNotice of outcome\n\nOfficer\n{o.long} {o.full}\n\nHearing date\n{lot.day(o)}\n\nLegally qualified "
        f"chair\n{lot.other()}\n\nPanel members\nSuperintendent {lot.other()}\n{lot.other()} (independent)\n\nFinding\n{o.found}"
        f"\n\nOutcome\n{o.verdict}\n"
    )


@layout("rank force outcome finding date", officers=(1,))
def in_the_matter_of(lot: Lot) -> str:
    (o,) = lot.officers
    found = {"gross_misconduct": "gross misconduct", "misconduct": "misconduct"}.get(o.finding)
    ruled = f"found {found} proven" if found else "found the allegation not proven"
    return (
        f"IN THE MATTER OF THE POLICE (CONDUCT) REGULATIONS 2020\n\nAND IN THE MATTER OF {o.short.upper()} {o.number} "
        f"{o.full.upper()}\n\n{lot.force.upper()}\n\nDECISION\n\n1. A misconduct hearing was held on {lot.day(o)} before "
        f"{lot.other()}, legally qualified chair.\n\n2. The panel {ruled}.\n\n3. The officer {o.verb}.\n"
    )


@layout(officers=(1,))
def one_letter(lot: Lot) -> str:
    (o,) = lot.officers
    return (
        f"{lot.force}\nProfessional Standards\n\nDear Ms {lot.other().split()[1]}\n\nI write about your complaint against "
        f"{o.long} {o.full}. At a misconduct hearing on {lot.day(o)} the officer {o.verb}.\n\nYours sincerely\n\n"
        f"{lot.other()}\nDetective Inspector\n"
    )


@layout("rank force outcome finding date", officers=(1,))
def questions(lot: Lot) -> str:
    (o,) = lot.officers
    found = {"gross_misconduct": "Gross misconduct.", "misconduct": "Misconduct."}.get(
        o.finding, "Not proven."
    )
    return (
        f"{lot.force}: hearing outcome\n\nWho was the officer?\n{o.long} {o.full}\n\nWhen was the misconduct hearing?\n"
        f"{lot.day(o)}\n\nWho chaired it?\n{lot.other()}\n\nWhat did the panel find?\n{found}\n\nWhat was the outcome?\n"
        f"{o.verdict}.\n"
    )


@layout("rank force date", either="outcome finding", officers=(1, 2, 3))
def to_come(lot: Lot) -> str:
    """Hearings that are still to be held: no outcome but that it is pending."""
    for o in lot.officers:
        o.bent = {"outcome": "pending", "finding": "pending"}
    notices = "\n".join(
        f"Officer: {o.long} {o.full}\nDate of hearing: {lot.cell(o)}\nAllegation: {o.allegation}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nForthcoming misconduct hearings\n\nThe following hearings will be held in public.\n\n{notices}"


@layout("rank force outcome date", officers=(2, 3))
def numbered_officers(lot: Lot) -> str:
    for i, o in enumerate(lot.officers, 1):
        o.name, o.label = None, f"Officer {i}"
    told = "\n".join(
        f"{o.label}\nRank: {o.long}\nHearing date: {lot.cell(o)}\nOutcome: {o.verdict}\n"
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearings held in private\n\n{told}"


@layout("rank force outcome date", officers=(1, 2))
def barred_list(lot: Lot) -> str:
    """Entries of a list of dismissed officers: what the heading says is told of each."""
    for o in lot.officers:
        o.outcome = "dismissed"
    rows = "".join(
        f"Name: {o.full}\nRank: {o.long}\nForce: {o.force_name}\nDate of dismissal: {lot.day(o)}\n\n"
        for o in lot.officers
    )
    return f"Officers dismissed from the police\n\n{rows}"
