"""Who presided over the hearing that an officer's outcome came of."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.chair_fields import Chair
from peelian.reading.hearings import Hearing
from peelian.reading.model import Cited, ProceedingDraft
from peelian.reading.page import Page
from peelian.reading.scan import Scan
from peelian.reading.spans import holds_any
from peelian.reading.told import Side, Told


def preside(side: Side, out: ProceedingDraft, hearing: Hearing | None) -> None:
    """Fill the chair: a subject's own first, then one told for all, then the only one of a joint hearing.

    Where no hearing is told, one who is said to have dismissed the subject counts as chair.
    """
    told = side.told
    if hearing is None:
        own = [c for c in told.chairs.of(side.person) if len(c.who) == 1]
        if own:
            _set_chair(out, max(own, key=lambda c: (c.weight + (1.0 if c.name else 0.0), -c.at)), own)
        return
    candidates = told.chairs.of(side.person)
    if heard_alone(side):
        candidates = [c for c in candidates if len(c.who) == 1]
    elif not candidates:
        candidates = told.general_of(told.chairs, side.person)
    if (
        not any(c.name for c in candidates)
        and not heard_alone(side)
        and len(told.named_chairs) == 1
        and (_is_joint(side, hearing) or is_only(side) or _heard_together(side, hearing))
    ):
        candidates = candidates + [c for c in told.chairs.all if c.name and not _of_others(side, c, hearing)]
    candidates = [c for c in candidates if len(c.who) == 1 or _sat_in(told, c, hearing.kind)]
    if hearing.kind == "appeal_tribunal":
        others = any(
            h.full and h.kind not in ("not_stated", "appeal_tribunal") for h in told.hearings.all
        )  # a tribunal's own paper names no other hearing
        candidates = [
            c for c in candidates
            if c.field or _near_tribunal(told, c) or not (others or told.by_sentence.get(c.sentence))
        ]  # fmt: skip
    elif (
        hearing.kind == "not_stated" and hearing.tense == "to_come"
    ):  # nobody presides yet: a bench's chairman
        candidates = [c for c in candidates if c.field or abs(c.sentence - hearing.sentence) < 2]
    if not candidates:
        return
    best = max(
        candidates, key=lambda c: (c.weight + _told_with(told, c, hearing) + (1.0 if c.name else 0.0), -c.at)
    )
    _set_chair(out, best, candidates)


def _set_chair(out: ProceedingDraft, best: Chair, candidates: list[Chair]) -> None:
    """Fill the chair's fullest name and the role told of him or her."""
    role: Chair | None = best
    if best.name:
        surname = best.name.split()[-1]
        alike = [c for c in candidates if c.name and c.name.split()[-1] == surname]
        fullest = max(alike, key=lambda c: len(c.name or ""))
        if fullest.name and fullest.name_span:
            out.chair = Cited(fullest.name, fullest.name_span)
        role = best if best.role else next((c for c in alike if c.role), None)
    if role is not None and role.role and role.role_span:
        out.chair_role = Cited(role.role, role.role_span)


def _is_joint(side: Side, hearing: Hearing) -> bool:
    """Whether one hearing dealt with several subjects (not "hearings", of which a list may tell)."""
    plural = side.prepared.page.low[hearing.end - 1] == "s"
    return (
        (hearing.who != (side.person,) or same(side, hearing))
        and not plural
        and side.person.region is None
        and side.kind != "hearing_outcome"
    )


def _of_others(side: Side, chair: Chair, hearing: Hearing) -> bool:
    """Whether a chair is told of those alone with whom a subject shares no hearing, in a hearing that has its own people."""
    if not chair.who or side.person not in hearing.who or len(hearing.who) == 1:
        return False
    return not set(chair.who) & set(hearing.who)


def is_only(side: Side) -> bool:
    """Whether the page has no other subject, of this case or an older one."""
    return len(side.prepared.cast.subjects) == 1


def _heard_together(side: Side, hearing: Hearing) -> bool:
    """Whether all hearings of the page are one, told somewhere of several, and not of each apart."""
    plural = side.prepared.page.low[hearing.end - 1] == "s"
    told_of_all = any(len(h.who) > 1 and h.full for h in side.told.joint)
    alone = side.person.region is None and side.kind != "hearing_outcome"
    return told_of_all and alone and not plural and hearing in side.told.joint and not apart(side)


_APART: Final = re.compile(
    r"\b(?:differently[ -]constituted|an? (?:different|differently|separate)|another|some other|an earlier|a later|a previous) (?:[\w-]+ ){0,3}\Z"
)


# "The sergeant attended a separate meeting in May"
_A_SEPARATE_ONE: Final = re.compile(r"\b(?:separate|different|later|further) meeting\b")


def apart(side: Side) -> bool:
    """Whether a subject was heard by "a differently constituted panel", not by that of the others."""
    low = side.prepared.page.low
    return any(
        _APART.search(low, max(0, h.start - 50), h.start)
        or (h.who == (side.person,) and _A_SEPARATE_ONE.search(low, h.start, h.end))
        for h in side.hearings
    )


# "faced |a separate staff disciplinary hearing| in March", "was dealt with at |a meeting of her own|"
_A_SEPARATE: Final = re.compile(
    r"\b(?:a|her|his|their) (?:(?:wholly|quite|entirely) )?(?:separate|different) (?:[\w-]+ ){0,3}\Z"
)


# "PC Lee was |dealt with separately|, at a misconduct meeting"
_SEPARATELY: Final = re.compile(
    r"\b(?:dealt with|heard|considered|disciplined|proceeded against) separately\b|\bseparately (?:dealt with|heard|considered|disciplined)\b"
)


def heard_alone(side: Side) -> bool:
    """Whether one of several subjects is said to have had a separate hearing: what is told of the page's hearing in general is not theirs."""
    if is_only(side) or not side.prepared.scan.once(_tells_some_apart):
        return False
    page = side.prepared.page
    return any(
        h.who == (side.person,) and h.full and _A_SEPARATE.search(page.low, max(0, h.start - 50), h.start)
        for h in side.hearings
    ) or any(_SEPARATELY.search(page.low, m.end, page.sentence_at(m.start).end) for m in side.person.mentions)


def _tells_some_apart(page: Page, scan: Scan) -> bool:
    """Whether a page has the words without which nobody was heard apart: asked once, however many subjects it has."""
    return holds_any(page.low, ("separate", "different"))


def hearings_of(side: Side) -> list[Hearing]:
    """The hearings told of a subject and, unless theirs was a separate one, of the page in general."""
    if heard_alone(side):
        return [h for h in side.hearings if h.who == (side.person,)]
    return side.hearings + side.told.general_of(side.told.hearings, side.person)


def same(side: Side, hearing: Hearing) -> bool:
    """Whether it is "the same panel" as another's."""
    return side.prepared.page.low.endswith("same ", 0, hearing.start)


_ALL_OTHERS: Final = re.compile(
    r"\b(?:all (?:the )?(?:others?|remaining)|(?:the|any|every) (?:others?|rest|remainder|remaining)|others|in other (?:cases|hearings)|otherwise)\b[^.;]*\Z"
)
_JOINED: Final = re.compile(r",? (?:and|or|&)(?: the| all| any)? |, ")


def _sat_in(told: Told, chair: Chair, kind: str) -> bool:
    """Whether a chair told for several can be this kind's ("Chair of all special case hearings: ...").

    Of a sentence that tells of two kinds the one just before the chair counts; "all others" are those of none of
    the kinds told before.
    """
    page = told.prepared.page
    here = [h for h in told.by_sentence.get(chair.sentence, []) if h.full and h.kind != "not_stated"]
    start = page.sentences[chair.sentence].start
    rest = _ALL_OTHERS.search(page.low, start, chair.at)
    if rest is not None and not any(h.start > rest.start() for h in here):
        before = here or [h for h in told.by_sentence.get(chair.sentence - 1, []) if h.full]
        return kind not in {h.kind for h in before}
    run: list[Hearing] = []
    for h in reversed([h for h in here if h.start < chair.at]):
        if run and _JOINED.fullmatch(page.low, h.end, run[-1].start) is None:
            break
        run.append(h)
    # "save for PC Lee's, an accelerated hearing": of another's hearing
    kinds = {h.kind for h in run or here if not h.who or not chair.who or set(h.who) & set(chair.who)}
    return not kinds or kind in kinds


def _around(told: Told, chair: Chair) -> list[Hearing]:
    return [h for k in (-1, 0, 1) for h in told.by_sentence.get(chair.sentence + k, [])]


def _near_tribunal(told: Told, chair: Chair) -> bool:
    return any(h.kind == "appeal_tribunal" for h in _around(told, chair))


def _told_with(told: Told, chair: Chair, hearing: Hearing) -> float:
    """More for a chair told beside the kind of proceeding that counts, less beside a tribunal that does not."""
    here = told.by_sentence.get(chair.sentence, [])
    if hearing.kind == "appeal_tribunal" and any(h.kind == "appeal_tribunal" for h in here):
        return 1.5
    near = _around(told, chair)
    if any((h.kind == "appeal_tribunal") == (hearing.kind == "appeal_tribunal") for h in near):
        return 1.0
    return -2.0 if near else 0.0
