"""Generated layouts: pages that tell of several officers in sentences."""

from __future__ import annotations

import textwrap
from typing import Final

from layout_cast import Lot, Officer, layout

ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")


def listed(words: list[str]) -> str:
    """``a, b and c``."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


@layout()
def paragraphs(lot: Lot) -> str:
    told = "\n\n".join(
        f"{o.long} {o.full} {o.verb} on {lot.day(o)} after a misconduct hearing heard of {o.allegation}."
        for o in lot.officers
    )
    return f"{lot.force} officers before misconduct hearings\n\n{told}\n"


@layout()
def minutes(lot: Lot) -> str:
    told = "".join(
        f"{i}.1 The Panel noted that at a misconduct hearing on {lot.day(o)} {o.short} {o.full} of {lot.force} {o.verb}, "
        f"the allegation being {o.allegation}.\n\n"
        for i, o in enumerate(lot.officers, 4)
    )
    return f"Police and Crime Panel\nMinutes of the professional standards report\n\n{told}"


@layout()
def request_answered(lot: Lot) -> str:
    told = " ".join(
        f"{o.short} {o.full} attended on {lot.day(o)} ({o.allegation}) and {o.verb}." for o in lot.officers
    )
    return (
        f"Freedom of information response\n{lot.force}\n\nQ. Which officers attended misconduct hearings and with what "
        f"outcome?\n\nA. {told}\n"
    )


@layout(joint=True, officers=(2, 3))
def respectively(lot: Lot) -> str:
    ends = (("written_warning", "a written warning"), ("final_written_warning", "a final written warning"))
    for i, o in enumerate(lot.officers):
        o.outcome = ends[i % 2][0]
    names = listed([f"{o.short} {o.full}" for o in lot.officers])
    told = listed([ends[i % 2][1] for i in range(len(lot.officers))])
    held = lot.day(lot.officers[0])
    return f"{lot.force} officers disciplined\n\nAt a misconduct hearing on {held} {names} were given {told} respectively.\n"


@layout()
def ordinals(lot: Lot) -> str:
    told = " ".join(
        f"The {nth} concerned {o.long} {o.full}, who {o.verb} on {lot.day(o)}."
        for nth, o in zip(ORDINALS, lot.officers, strict=False)
    )
    return f"{lot.force} has published the outcome of {len(lot.officers)} misconduct hearings. {told}\n"


@layout(joint=True)
def news(lot: Lot) -> str:
    told = "".join(f"{o.long} {o.full}, {25 + i * 4}, {o.verb}.\n\n" for i, o in enumerate(lot.officers))
    return (
        f"Officers disciplined by {lot.force}\n\nA misconduct hearing has ruled on {len(lot.officers)} {lot.force} "
        f"officers.\n\n{told}The hearing ended on {lot.day(lot.officers[0])}.\n"
    )


@layout()
def news_of_several(lot: Lot) -> str:
    first, *more = lot.officers
    leads = ("In a second case", "In another case", "Separately", "Finally")
    told = "".join(
        f"{lead}, {o.long} {o.full} {o.verb} on {lot.day(o)}.\n\n"
        for lead, o in zip(leads, more, strict=False)
    )
    return (
        f"{lot.force} officers disciplined after misconduct hearings\n\n{first.long} {first.full} {first.verb} on "
        f"{lot.day(first)}, a misconduct hearing was told.\n\n{told}"
    )


@layout()
def hard_wrapped(lot: Lot) -> str:
    """Lines cut at a width, with words divided at their ends."""
    told = " ".join(
        f"{o.long} {o.full} {o.verb} on {lot.day(o)} after a misconduct hearing into {o.allegation}."
        for o in lot.officers
    )
    return f"{lot.force}\nMisconduct hearings\n\n" + _divided(textwrap.wrap(told, 46)) + "\n"


def _divided(lines: list[str]) -> str:
    """Move the head of a long common word from each second line's begin to the end of the line before it."""
    for i in range(1, len(lines), 2):
        head, _, rest = lines[i].partition(" ")
        if head.isalpha() and head.islower() and len(head) > 7:
            lines[i - 1] += f" {head[:4]}-"
            lines[i] = f"{head[4:]} {rest}"
    return "\n".join(lines)


@layout(joint=True, officers=(2,))
def while_the_other(lot: Lot) -> str:
    a, b = lot.officers
    return (
        f"Two {lot.force} officers have appeared at a misconduct hearing.\n\n{a.short} {a.full} {a.verb} on "
        f"{lot.day(a)}, while {b.short} {b.full} {b.verb}.\n"
    )


@layout(joint=True, officers=(2,))
def former_and_latter(lot: Lot) -> str:
    a, b = lot.officers
    return (
        f"{lot.force} officers at misconduct hearing\n\n{a.long} {a.full} and {b.long} {b.full} appeared at a misconduct "
        f"hearing on {lot.day(a)}. The former {a.verb}; the latter {b.verb}.\n"
    )


@layout(joint=True, officers=(2, 3))
def all_alike(lot: Lot) -> str:
    for o in lot.officers:
        o.outcome = lot.officers[0].outcome = "dismissed_without_notice"
    names = listed([f"{o.short} {o.full}" for o in lot.officers])
    word = "both" if len(lot.officers) == 2 else "all"
    return f"{names} of {lot.force} were {word} dismissed without notice at a misconduct hearing on {lot.day(lot.officers[0])}.\n"


@layout(joint=True, officers=(2, 3, 4))
def names_first_ends_after(lot: Lot) -> str:
    names = listed([f"{o.long} {o.full}" for o in lot.officers])
    told = " ".join(f"{o.short} {o.last} {o.verb}." for o in lot.officers)
    return f"{lot.force} news\n\n{names} appeared before a misconduct hearing which ended on {lot.day(lot.officers[0])}.\n\n{told}\n"


@layout(joint=True, officers=(2, 3, 4))
def quoted_chief(lot: Lot) -> str:
    told = "\n\n".join(f"{o.long} {o.full} {o.verb}." for o in lot.officers)
    role = lot.pick("Deputy Chief Constable", "Assistant Chief Constable", "Detective Superintendent")
    speaker = lot.other()
    return (
        f"Outcome of misconduct hearing\n\n{lot.force} held a misconduct hearing which concluded on "
        f"{lot.day(lot.officers[0])}.\n\n{told}\n\n{role} {speaker} said: “We expect the highest standards. Anyone who "
        f"falls below them will be dismissed.”\n"
    )


@layout()
def each_with_chair(lot: Lot) -> str:
    told = "\n\n".join(
        f"At a misconduct hearing on {lot.day(o)}, chaired by {lot.other()}, {o.long} {o.full} {o.verb} for {o.allegation}."
        for o in lot.officers
    )
    return f"{lot.force}: misconduct outcomes\n\n{told}\n"


@layout(forces=True)
def forces_in_sentences(lot: Lot) -> str:
    told = "\n\n".join(
        f"{lot.pick('At', 'In')} {o.force_name}, {o.long} {o.full} {o.verb} at a misconduct hearing on {lot.day(o)}."
        for o in lot.officers
    )
    return f"Round-up of police misconduct hearings\n\n{told}\n"


@layout("rank force finding outcome date")
def story_then_end(lot: Lot) -> str:
    told = "\n\n".join(_story(lot, o) for o in lot.officers)
    return f"{lot.force} – recent misconduct hearings\n\n{told}\n"


def _story(lot: Lot, o: Officer) -> str:
    found = {
        "gross_misconduct": "The panel found gross misconduct.",
        "misconduct": "The panel found misconduct.",
        "not_proven": "The panel found the allegation not proven.",
    }[o.finding]
    return (
        f"{o.full}\n\nThe {o.long.lower()} was accused of {o.allegation}. A misconduct hearing was held on {lot.day(o)}. "
        f"{found} The officer {o.verb}."
    )


@layout("rank force offence court sentence", either="plea", officers=(2, 3))
def court_sentences(lot: Lot) -> str:
    told = "\n\n".join(
        f"{o.long} {o.full}, of {lot.force}, was sentenced at {o.court} to {_term(o)} for {o.charge.lower()}."
        for o in lot.officers
    )
    return f"Officers before the courts\n\n{told}\n"


def _term(o: Officer) -> str:
    return {
        "fine 500": "a fine of £500",
        "community_order P12M": "a 12-month community order",
    }.get(o.sentence, o.term.replace("'", "’"))


@layout("rank force outcome date", officers=(2, 3, 4))
def lettered_in_prose(lot: Lot) -> str:
    for letter, o in zip("ABCDE", lot.officers, strict=False):
        o.name, o.label = None, f"Officer {letter}"
    told = " ".join(
        f"{o.label}, a {o.long.lower()}, {o.verb} at a misconduct hearing on {lot.day(o)}."
        for o in lot.officers
    )
    return f"{lot.force}: hearings held in private\n\n{told}\n"


@layout("rank force outcome", either="date", officers=(2, 3))
def by_rank_only(lot: Lot) -> str:
    ranks = ("police_constable", "Police Constable"), ("sergeant", "Sergeant"), ("inspector", "Inspector")
    for o, (rank, long) in zip(lot.officers, ranks, strict=False):
        o.name, o.rank, o.long = None, rank, long
    told = " ".join(f"{_a(o.long)} {o.verb} on {lot.day(o)} for {o.allegation}." for o in lot.officers)
    return f"{lot.force} has released the results of misconduct hearings.\n\n{told}\n"


def _a(rank: str) -> str:
    return f"An {rank.lower()}" if rank[0] in "AEIOU" else f"A {rank.lower()}"
