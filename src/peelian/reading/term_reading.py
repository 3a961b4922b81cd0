"""Every sentence and order told on a page, with the length, sum and hours that the words give it."""

from __future__ import annotations

from peelian.reading.beside_others import beside_others
from peelian.reading.in_turn import elliptic, in_turn, number_alone
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.shared_terms import as_long_as, place_indefinite, same_as_suspension, share
from peelian.reading.spans import beginning_in
from peelian.reading.term_lengths import new_term, place_length
from peelian.reading.term_sums import fine_told_before, number_of_days, place_hours, place_money
from peelian.reading.terms import Term


def read_terms(prepared: Prepared, owners: Owners) -> list[Term]:
    """Every sentence and order told on the page, with the length, sum and hours that belong to each."""
    scan = prepared.scan
    marked: set[int] = set()
    for kind in ("penalty", "order"):
        marked.update(prepared.page.sentence_index(h.start) for h in scan.of(kind))
    marked.update(prepared.page.sentence_index(x.start) for x in prepared.lengths)
    if any(h.value == "fine" for h in scan.of("penalty")):
        marked.update(prepared.page.sentence_index(x.start) for x in prepared.money)
    for x in prepared.others_terms:  # "Obi got six years. PC Lee got three."
        index = prepared.page.sentence_index(x.start)
        marked.update(i for i in (index, index + 1) if i < len(prepared.page.sentences))
    out: list[Term] = []
    for index in sorted(marked):
        here = _sentence_terms(prepared, owners, index, prepared.page.sentences[index], out)
        out += here
        if here and index + 1 not in marked and index + 1 < len(prepared.page.sentences):
            then = prepared.page.sentences[index + 1]  # "She got three years. He got two."
            if then.end - then.start < 40:
                out += elliptic(prepared, owners, then, index + 1, here)
        if index + 1 not in marked and index + 1 < len(prepared.page.sentences):
            out += number_alone(prepared, owners, prepared.page.sentences[index + 1], index + 1, out[-6:])
    return out


def _alone_in_cell(low: str, cue: Term) -> bool:
    """Whether "Caution" is all that a table's cell or a line says; the term then is a caution."""
    before, after = low[max(0, cue.start - 2) : cue.start], low[cue.end : cue.end + 2]
    alone = before[-1:] in ("|", "\n", "") or before in ("  ", "| ", "/ ")
    cue.kind = "caution"
    return alone and (after[:1] in ("|", "\n", "") or after in ("  ", " |", " /"))


def _sentence_terms(
    prepared: Prepared, owners: Owners, index: int, s: Sentence, told: list[Term]
) -> list[Term]:
    scan, who = prepared.scan, owners.term
    cues = [
        Term("penalty", h.value, h.start, h.end, owners.object_of(h.start, h.end) or who(h.start), index)
        for h in dict.fromkeys(scan.between("penalty", s.start, s.end))
    ] + [
        Term("order", h.value, h.start, h.end, who(h.start), index)
        for h in dict.fromkeys(scan.between("order", s.start, s.end))
    ]
    cues = [c for c in cues if c.kind != "caution_word" or _alone_in_cell(prepared.page.low, c)]
    cues.sort(key=lambda c: (c.start, -c.end))
    lengths = [new_term(prepared.page.low, s, x) for x in beginning_in(prepared.lengths, s.start, s.end)]
    extra: list[Term] = []
    for length in lengths:
        place_length(prepared, owners, s, length, cues, extra, index, told)
    for hit in scan.between("life_long", s.start, s.end):
        place_indefinite(prepared.page.low, hit, cues)
    for sum_ in beginning_in(prepared.money, s.start, s.end):
        fine = fine_told_before(prepared.page.low, s, sum_, told, index) if told else None
        if fine is not None:
            fine.amount = sum_
            continue
        place_money(prepared.page.low, owners, s, sum_, cues, extra, index)
    for work in beginning_in(prepared.hours, s.start, s.end):
        place_hours(prepared, owners, work, cues, extra, index)
    number_of_days(prepared.page.low, cues)
    share(prepared.page.low, cues)
    same_as_suspension(prepared.page.low, s, cues, told)
    as_long_as(prepared.page.low, s, cues, told)
    out = [
        c
        for c in cues + extra
        if c.kind not in ("not_passed", "none", "total", "consecutive", "concurrent", "minimum") or c.length
    ]
    out = in_turn(prepared, owners, s, index, out)
    out += elliptic(prepared, owners, s, index, out)
    out += number_alone(prepared, owners, s, index, out)
    out += beside_others(prepared, s, index, out)
    out.sort(key=lambda c: c.start)
    return out
