"""Generated layouts that tell of no individual: figures, policies, blank forms. Nobody may be read there."""

from __future__ import annotations

from layout_cast import OUTCOMES, RANKS, Lot, layout


@layout("", officers=(0,))
def counts_by_outcome(lot: Lot) -> str:
    rows = "".join(
        f"{cells[0]} | {lot.chance.randint(0, 9)} | {lot.chance.randint(0, 9)}\n" for _, cells, *_ in OUTCOMES
    )
    return f"{lot.force}\nOutcomes of misconduct hearings\n\nOutcome | 2022 | 2023\n{rows}"


@layout("", officers=(0,))
def counts_by_rank(lot: Lot) -> str:
    ranks = sorted({long for _, _, long in RANKS})
    rows = "".join(
        f"{rank} | {lot.chance.randint(1, 9)} | {lot.chance.randint(0, 5)} | {lot.chance.randint(0, 3)}\n"
        for rank in ranks
    )
    return f"{lot.force}: officers dealt with at hearings\n\nRank | Hearings | Dismissed | Final written warnings\n{rows}"


@layout("", officers=(0,))
def counted_sentences(lot: Lot) -> str:
    a, b, c = (lot.chance.randint(6, 30) for _ in range(3))
    return (
        f"{lot.force} has published its annual figures on misconduct.\n\nIn 2023 {a} officers were dismissed without notice, "
        f"{b} received final written warnings and {c} would have been dismissed had they not resigned. In the year before, "
        f"{a + 3} were dismissed. A third of those dismissed were constables.\n"
    )


@layout("", officers=(0,))
def counted_bullets(lot: Lot) -> str:
    numbers = [lot.chance.randint(2, 20) for _ in range(4)]
    return (
        f"{lot.force}\nHow many officers faced hearings in 2023?\n\n• {numbers[0]} police constables – dismissed\n"
        f"• {numbers[1]} sergeants – final written warning\n• {numbers[2]} inspectors – written warning\n"
        f"• {numbers[3]} PCSOs – no further action\n"
    )


@layout("", officers=(0,))
def percentages(lot: Lot) -> str:
    return (
        f"Misconduct at {lot.force}: the figures\n\n{lot.chance.randint(20, 60)}% of hearings ended in dismissal, "
        f"{lot.chance.randint(5, 19)}% in a final written warning. Discreditable conduct was the commonest breach.\n"
    )


@layout("", officers=(0,))
def policy(lot: Lot) -> str:
    return (
        f"{lot.force}\nPolicy on misconduct hearings\n\n1. A police constable who is found to have committed gross misconduct "
        f"may be dismissed without notice.\n\n2. A sergeant or inspector may be reduced in rank.\n\n3. An officer who resigns "
        f"may be told that they would have been dismissed.\n\nPolicy owner: Superintendent {lot.other()}\n"
    )


@layout("", officers=(0,))
def blank_form(lot: Lot) -> str:
    boxes = "\n".join(f"[ ] {cells[0]}" for _, cells, *_ in OUTCOMES)
    return f"{lot.force}\nRecord of misconduct hearing\n\nOfficer:\nRank:\nDate of hearing:\nOutcome:\n{boxes}\n\nChair: {lot.other()}\n"


@layout("", officers=(0,))
def monthly_numbers(lot: Lot) -> str:
    rows = "".join(
        f"{month}\t{lot.chance.randint(0, 6)}\t{lot.chance.randint(0, 4)}\t{lot.chance.randint(0, 4)}\n"
        for month in ("January", "February", "March", "April")
    )
    return f"{lot.force} – misconduct hearings by month\n\nMonth\tHearings held\tDismissals\tWritten warnings\n{rows}"


@layout("", officers=(0,))
def who_is_who(lot: Lot) -> str:
    return (
        f"{lot.force}\nChairs of misconduct hearings\n\n{lot.other()} – legally qualified chair\n{lot.other()} – independent "
        f"panel member\nSuperintendent {lot.other()} – panel member\n\nHead of Professional Standards: Detective "
        f"Superintendent {lot.other()}\n"
    )


@layout("", officers=(0,))
def glossary(lot: Lot) -> str:
    rows = "".join(f"{code}: {cells[0].lower()}\n" for _, cells, _, _, code in OUTCOMES)
    return f"{lot.force}\nAbbreviations used in our misconduct register\n\n{rows}"
