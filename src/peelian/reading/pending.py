"""Pending: a proceeding that is still to come, and one that was planned and never held."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.awaited_days import awaited_day
from peelian.reading.begun import date_begun
from peelian.reading.findings import Finding
from peelian.reading.hearing_dates import with_year
from peelian.reading.hearings import Hearing
from peelian.reading.model import Cited, ProceedingDraft, Span
from peelian.reading.occasions import same_hearing, set_date, set_venue
from peelian.reading.presiding import preside
from peelian.reading.standards import settle_standards
from peelian.reading.told import Side

_NEVER_HELD: Final = re.compile(
    r"\b(?:will (?:not|no longer|now not)(?: now)? (?:go ahead|take place|be held|proceed)"
    r"|(?:did not|could not|cannot|can no longer|could no longer) (?:go ahead|take place|be held|proceed)"
    r"|(?:will|would|does|do|shall|need) not (?:now )?(?:have to )?(?:face|be (?:facing|subject to|before)|attend|appear|answer)|faces? no (?:further |misconduct |disciplinary )*(?:proceedings|hearing|action|charges?)"
    r"|(?:could|can) ?not (?:face|be (?:subject|brought|put|dealt))|no (?:misconduct |disciplinary |further )?(?:proceedings|hearing|action) (?:could|was possible|were possible|can|is possible)"
    r"|no (?:misconduct |disciplinary |formal |further )?(?:proceedings|hearing|meeting) (?:was|were) (?:brought|taken|held|convened)"
    r"|before (?:the|any|a) (?:\w+ ){0,2}(?:hearing|meeting|proceedings) (?:could|took place|was held|were held)"
    r"|(?:left|resigned|retired) (?:\w+ ){0,4}before (?:the|his|her|their|any|a) (?:own )?(?:\w+ ){0,2}(?:hearing|meeting|proceedings)\b"
    r"|before (?:it|they|one) (?:could|was (?:held|to|due)|were (?:held|to|due)|took place|came|began|started)|(?:was|were) never (?:held|convened|brought|listed)|never took place|(?:therefore|so) (?:did not take|never took) place"
    r"|cannot be made subject|was (?:cancelled|vacated|abandoned)|before (?:he|she|they) (?:was|were) (?:due|to)|had been due"
    r"|(?:days?|weeks?|months?|hours?) before (?:the|his|her|a|he was|she was))\b"
)


def read_to_come(side: Side, case: Finding | None) -> None:
    """Fill the proceeding of a subject of whom nothing is decided yet; ``case`` is a case to answer, if told.

    A case to answer alone has finding ``pending`` and no outcome. A hearing that was held, with no
    result told, keeps its kind alone; so does one that was planned and never held because the
    subject left.
    """
    chosen = _to_come(side)
    draft = side.draft
    left = (draft.resigned is not None or _is_former(side)) and side.kind != "hearing_notice"
    if left and chosen is None and (still := _held_all_the_same(side)) is not None:
        draft.proceeding = coming(side, still)
        return
    if left and (chosen is None or chosen.kind == "not_stated"):
        planned = _planned(side)
        if planned is not None:
            draft.proceeding = ProceedingDraft(Cited(planned.kind, (planned.start, planned.end)))
        never = _never_held(side, case)
        named = _named_kind(side) or _heard_never(side, _BEFORE)
        if planned is None and never and named is not None:
            draft.proceeding = ProceedingDraft(Cited(named.kind, (named.start, named.end)))
        if planned is not None or never:
            return
    if chosen is None and case is not None:
        since = _held_since(side, case)
        if since is not None:
            draft.proceeding = _held(side, since)
            return
        words = (case.start, case.end)
        draft.proceeding = ProceedingDraft(Cited("not_stated", words), finding=Cited("pending", words))
        return
    if chosen is None and (awaited := _still_to_come(side)) is not None:
        draft.proceeding = coming(side, awaited)
        return
    if chosen is None and (waits := _says_only_pending(side)) is not None:
        pending = Cited("pending", waits)
        draft.proceeding = ProceedingDraft(Cited("not_stated", waits), finding=pending, outcome=pending)
        return
    if chosen is None:
        held = _told_of(side, left)
        if held is not None:
            draft.proceeding = _begun(side, held) if held.full and _under_way(side) else _held(side, held)
        return
    words = (chosen.start, chosen.end)
    off = (left and _never_held(side, case) and not _goes_on(side, chosen)) or _called_off(side, chosen)
    if chosen.kind != "not_stated" and off:
        draft.proceeding = ProceedingDraft(Cited(chosen.kind, words))
        return
    draft.proceeding = coming(side, chosen)


def _held_since(side: Side, case: Finding) -> Hearing | None:
    """The hearing of a subject alone that a page says was held after a case to answer was found."""
    for h in side.hearings if side.kind != "judgment" else ():  # which may tell of one that was quashed
        own = h.tense == "held" and h.full and h.kind not in ("not_stated", "appeal_tribunal")
        if own and len(h.who) == 1 and h.start > case.end and h.sentence != case.sentence:
            return h
    return None


# An entry of a list whose hearing was put off, or has no result yet: "Adjourned to 16/05/2022", "Outcome: TBC".
_NO_RESULT_YET: Final = re.compile(
    r"\b(?:adjourned|postponed|re-?listed|re-?scheduled|put (?:off|back))\b[^.;\n]{0,40}?\b(?:to|until|till|for|on)\b"
    r"|\b(?:hearing|meeting)(?: (?:is|was|has been|had been|remains?|still|currently|now))* (?:stayed|adjourned|postponed|awaited|pending|outstanding|deferred|on hold"
    r"|(?:yet |still )?to be (?:arranged|fixed|listed|held|heard)|not yet (?:arranged|fixed|listed|held|heard))\b(?! (?:the )?(?:outcome|result|decision))"
    r"|\b(?:outcome|result|decision|status|finding)(?:[:\t|]| -| \u2013) ?(?:tbc|tba|to be (?:confirmed|announced|decided)|pending|awaited|not yet known)\b"
)


# A cell of an outcome that is nothing else, and an entry that says so of proceedings of no kind.
_PENDING_CELL: Final = re.compile(
    r"\W*(?:still |currently |is |proceedings |decision |outcome |investigation )*(?:pending|awaited|outstanding|tbc|to be (?:confirmed|decided)|ongoing|to follow|not yet known)\W*"
)
_PROCEEDINGS_TO_FOLLOW: Final = re.compile(
    r"(?:(?<=[.;,:|\t\n] )|(?<=[|\t\n:]))(?:(?:internal|misconduct|disciplinary|conduct) )?proceedings (?:are |still |now )*(?:pending|awaited|outstanding|ongoing|to follow|yet to be (?:held|heard|arranged))\b"
)


def _says_only_pending(side: Side) -> Span | None:
    """The words of an entry of a list by which its outcome is still to come, with no hearing named."""
    region = side.person.region
    if region is None or side.told.parts is None or side.hearings:
        return None
    low = side.prepared.page.low
    cell = side.person.fields.get("outcome")
    if cell is not None and _PENDING_CELL.fullmatch(low, *cell):
        return cell
    found = _PROCEEDINGS_TO_FOLLOW.search(low, *region)
    return None if found is None else found.span()


def _still_to_come(side: Side) -> Hearing | None:
    """The hearing of an entry of a list which says that it was put off, or that its result is awaited."""
    region = side.person.region
    if (
        region is None
        or side.told.parts is None
        or _NO_RESULT_YET.search(side.prepared.page.low, *region) is None
    ):
        return None
    own = [
        h for h in side.hearings if h.kind not in ("not_stated", "appeal_tribunal") and h.tense != "denied"
    ]
    return next((h for h in own if h.full), own[0] if own else None)


# "A hearing which had been arranged for next month will not now go ahead"
_CALLED_OFF: Final = re.compile(
    r"[^.;\"]{0,120}?\b(?:(?:will|would) (?:not(?: now)?|no longer|now not)(?: now)? (?:go ahead|take place|be held|proceed)"
    r"|(?:has|have|had) (?:now |since |therefore )?been (?:cancelled|abandoned|called off|scrapped)|(?:was|were) (?:then |later )?(?:cancelled|called off|scrapped))\b"
)


# ... and in the sentence after it: "It will not now be held", "That has been cancelled"
_IT_IS_OFF: Final = re.compile(
    r"(?:but |now |however,? )?(?:it|that|this|(?:the|that|this) (?:misconduct |disciplinary )?(?:hearing|meeting|panel|proceedings)|(?:the )?proceedings)\b(?:(?!\b(?:until|if|unless|because)\b)[^.;\"]){0,30}? ?"
    r"(?:(?:will|would) (?:not(?: now)?|no longer|now not|never)(?: now)? (?:go ahead|take place|be (?:held|heard)|proceed|happen|sit)|(?:has|have|had|is|was|were) (?:now |since |therefore |been |being )*(?:cancelled|abandoned|called off|scrapped|vacated|dropped|discontinued)|(?:is|are|was) off\b)"
)
# An entry of a list of hearings: "Tuesday 18 March - CANCELLED", "The allegations have been withdrawn"; not "adjourned".
_ENTRY_OFF: Final = re.compile(
    r"(?:^|[-\u2013\u2014:(\[|*\t] ?)(?:now )?(?:cancelled|vacated|withdrawn|discontinued)\b"
    r"|\bhearing (?:has been |was |is )?(?:now )?(?:cancelled|vacated|withdrawn|discontinued)\b"
    r"|\b(?:hearing|it) (?:will|would) (?:no longer|not(?: now)?|now not) (?:be (?:held|going ahead)|take place|go ahead|proceed)\b"
    r"|\b(?:allegations?|proceedings) (?:has|have|had|was|were) (?:now |since )?been (?:withdrawn|discontinued)\b",
    re.MULTILINE,
)
_MOVED: Final = re.compile(
    r"\b(?:new date|adjourned|postponed|re-?listed|re-?arranged|re-?scheduled|put (?:back|off)|will now (?:be held|take place|start|begin))\b"
)


def _called_off(side: Side, hearing: Hearing) -> bool:
    """Whether the sentence of a hearing to come, or the entry of a list, says that it will not be held."""
    page = side.prepared.page
    region = side.person.region
    if region is not None and side.told.parts is not None and _ENTRY_OFF.search(page.low, *region):
        return _MOVED.search(page.low, *region) is None
    if _CALLED_OFF.match(page.low, hearing.end, page.sentence_at(hearing.start).end) is not None:
        return True
    index = page.sentence_index(hearing.start) + 1
    if index >= len(page.sentences):
        return False
    after = page.sentences[index]
    return _IT_IS_OFF.match(page.low, after.start, after.end) is not None and not _MOVED.search(
        page.low, after.start, after.end
    )


_BEFORE: Final = re.compile(
    r"\bbefore (?:the|his|her|their|an?) (?:\w+ ){0,2}\Z"
    r"|\b(?:was|were|had been) (?:due |meant |supposed )?to (?:have )?(?:faced?|attend(?:ed)?|appear(?:ed)?(?: at| before)?|gone? before|be(?:en)? (?:heard|dealt with) (?:at|by)) (?:an?|the|his|her|their) (?:\w+ ){0,2}\Z"
    r"|\bwould (?:\w+ly |also |still )?have (?:faced|attended|had|appeared (?:at|before)|been (?:put |brought |sent )?(?:before|to)) (?:the|his|her|their|an?) \Z"
)


def _planned(side: Side) -> Hearing | None:
    """The hearing of an officer "who retired before the misconduct hearing could take place"; none of a member of staff."""
    return _heard_never(side, _BEFORE, "denied")


_NOT_NOW: Final = re.compile(
    r"\bnot (?:now |have to )*(?:face|attend|appear (?:at|before)) (?:an?|the|his|her|their) \Z"
)


def _named_kind(side: Side) -> Hearing | None:
    """The hearing that an officer who left "will not now face"; none of a member of staff."""
    return _heard_never(side, _NOT_NOW)


def _heard_never(side: Side, before: re.Pattern[str], tense: str | None = None) -> Hearing | None:
    """The first hearing of an officer that these words stand ``before`` (and of this ``tense``); none of a member of staff."""
    rank = side.draft.rank
    if rank is not None and rank.value in ("police_staff", "pcso"):
        return None
    low = side.prepared.page.low
    return next(
        (
            h for h in side.hearings
            if h.full and tense in (None, h.tense) and h.kind not in ("not_stated", "appeal_tribunal")
            and before.search(low, max(0, h.start - 60), h.start)
        ),
        None,
    )  # fmt: skip


def coming(side: Side, chosen: Hearing) -> ProceedingDraft:
    """A hearing to come: finding and outcome pending, with its date, place, chair and what is alleged."""
    words = (chosen.start, chosen.end)
    out = ProceedingDraft(
        Cited(chosen.kind, words), finding=Cited("pending", words), outcome=Cited("pending", words)
    )
    mentions = [h for h in same_hearing(side, chosen) if h.tense != "held"]
    set_date(side, out, [(h.start, h.end, 4.0 if h.full else 3.0) for h in mentions], True)
    if out.date is None and (awaited := awaited_day(side)) is not None:
        out.date = with_year(side.prepared, awaited, True)
    if out.date is None and _under_way(side):
        out.date = date_begun(side.prepared, [(h.start, h.end) for h in same_hearing(side, chosen)])
    set_venue(side, out, mentions)
    preside(side, out, chosen)
    out.standards = settle_standards(side.standards, False, True)
    return out


def _told_of(side: Side, left: bool) -> Hearing | None:
    """The hearing of a subject that a page tells of without a result: one named in full before a bare "hearing".

    Of one who ``left``, only one told in full and as held: the others may never have been.
    """
    own = [
        h for h in side.hearings
        if h.tense in ("held", "named") and h.kind not in ("not_stated", "appeal_tribunal")
    ]  # fmt: skip
    full = next((h for h in own if h.full), None)
    if full is not None or left or side.draft.courts or side.draft.offences:
        return full
    breached = any(s.state == "found" for s in side.standards)
    return next((h for h in own if breached or _of_conduct(side, h)), None)


_CONDUCT: Final = re.compile(
    r"\b(?:misconduct|disciplin\w+|dismiss\w*|tribunal|sack\w*|breach\w*|legally[- ]qualified|lqc|gross|professional standards|standards of)\b"
)


def _of_conduct(side: Side, hearing: Hearing) -> bool:
    """Whether a bare "hearing" or "panel" is told of beside words of police discipline: no court's, council's or car's."""
    page = side.prepared.page
    first = page.sentences[max(0, hearing.sentence - 1)]
    last = page.sentences[min(hearing.sentence + 1, len(page.sentences) - 1)]
    start, end = max(first.start, hearing.start - 400), min(last.end, hearing.end + 400)
    return _CONDUCT.search(page.low, start, end) is not None


def _is_former(side: Side) -> bool:
    """Whether an oversight report says that a subject had left ("The officer left the force before ...")."""
    former = side.draft.former
    return side.kind == "oversight_release" and former is not None and former.value


def _under_way(side: Side) -> bool:
    """Whether the page says that a hearing has begun and is not over."""
    prepared = side.prepared
    return any(
        side.person in prepared.cast.who(h.start)
        or not prepared.cast.who(h.start)
        or h.start - prepared.page.sentence_at(h.start).start
        < 8  # "The hearing continues", whoever was spoken of last
        for h in prepared.scan.of("under_way")
        if not prepared.page.quoted(h.start)
    )


def _begun(side: Side, hearing: Hearing) -> ProceedingDraft:
    """A hearing that has begun and is not over: everything about it is pending, its date the day it began."""
    words = (hearing.start, hearing.end)
    out = ProceedingDraft(
        Cited(hearing.kind, words), finding=Cited("pending", words), outcome=Cited("pending", words)
    )
    mentions = same_hearing(side, hearing)
    out.date = date_begun(side.prepared, [(h.start, h.end) for h in mentions])
    preside(side, out, hearing)
    set_venue(side, out, mentions)
    out.standards = settle_standards(side.standards, False, True)
    return out


def _held(side: Side, hearing: Hearing) -> ProceedingDraft:
    """A hearing that was held, with no result told: its kind, and what else is told of it."""
    out = ProceedingDraft(Cited(hearing.kind, (hearing.start, hearing.end)))
    mentions = same_hearing(side, hearing)
    preside(side, out, hearing)
    set_venue(side, out, mentions)
    out.standards = settle_standards([s for s in side.standards if s.state != "alleged"], True, False)
    if out.standards or side.draft.resigned is None:
        set_date(side, out, [(h.start, h.end, 4.0 if h.full else 3.0) for h in mentions], False)
    return out


def _to_come(side: Side) -> Hearing | None:
    """The proceeding to come: one whose form is told before one whose form is not."""
    every = side.hearings + side.told.hearings.general
    notice = side.kind == "hearing_notice"
    coming = [h for h in every if h.tense == "to_come" and (h.full or notice)]
    named = [h for h in every if h.full and h.tense in ("held", "named") and h.kind != "not_stated"]
    own = [h for h in side.hearings if h.full and h.tense in ("to_come", "named", "held")]
    if notice and not coming:
        coming = named
    elif notice and side.person.region is not None and side.told.parts is not None and own:
        alone = [h for h in own if h.who == (side.person,)]
        coming = alone or own  # what the entry says, not the heading over all
    forms = [h for h in coming if h.kind not in ("not_stated", "appeal_tribunal")]
    tribunals = [h for h in coming + named if h.kind == "appeal_tribunal" and h.full]
    if notice and tribunals and (not forms or tribunals[0].start <= min(h.start for h in forms)):
        return tribunals[0]
    if forms:
        return _made_quick(forms)
    loose = [h for h in coming if h.kind == "not_stated" and h.who]
    loose += [h for h in side.hearings if h.tense == "to_come" and not h.full and h.kind != "appeal_tribunal"]
    return loose[0] if loose else None


# "It will be an accelerated one, |in his absence|", "The hearing |will go ahead| without her"
_WITHOUT_THEM: Final = re.compile(
    r"\b(?:in (?:his|her|their|the officer's) absence|without (?:him|her|them)\b|in absentia|whether or not (?:he|she|they)|will (?:still|nevertheless|nonetheless|go ahead|proceed|be held|take place)|(?:anyway|regardless|all the same)(?=[.,;]))"
)


def _goes_on(side: Side, hearing: Hearing) -> bool:
    """Whether a hearing to come of one who has left is said to be held all the same."""
    page = side.prepared.page
    index = page.sentence_index(hearing.start)
    s, last = page.sentences[index], page.sentences[min(index + 1, len(page.sentences) - 1)]
    found = _WITHOUT_THEM.search(page.low, s.start, last.end)
    return hearing.tense == "to_come" and found is not None


_WILL_BE: Final = re.compile(
    r"\b(?:will|is to|is due to|is expected to)\b[^.;]{0,60}\b(?:in (?:his|her|their|the officer's) absence|without (?:him|her|them)\b|in absentia|go ahead|proceed)\b"
)


def _held_all_the_same(side: Side) -> Hearing | None:
    """The hearing of one who has left that its sentence or the next says will be held in his absence."""
    page = side.prepared.page
    for h in side.hearings:
        if not h.full or h.kind in ("not_stated", "appeal_tribunal") or h.quoted:
            continue
        s, last = page.sentences[h.sentence], page.sentences[min(h.sentence + 1, len(page.sentences) - 1)]
        found = _WILL_BE.search(page.low, h.end, min(last.end, h.end + 250))
        if found is not None and _NOT.search(found.group()) is None and s.paragraph == last.paragraph:
            return h
    return None


_NOT: Final = re.compile(r"\b(?:not|no longer|never|n't)\b")


def _made_quick(forms: list[Hearing]) -> Hearing:
    """The first of the proceedings to come, or what the same words or the next sentence say that it will be: "it will now be an accelerated one"."""
    first = forms[0]
    if first.kind != "misconduct_hearing":
        return first
    quick = [
        h for h in forms[1:]
        if h.full and h.kind in ("accelerated_hearing", "special_case_hearing") and h.who == first.who
        and h.sentence - first.sentence <= 1 and not h.quoted
    ]  # fmt: skip
    return quick[0] if quick else first


def _never_held(side: Side, case: Finding | None) -> bool:
    """Whether proceedings against one who has left are said not to have been held, or not to be possible."""
    page = side.prepared.page
    told = {h.sentence for h in side.hearings}
    if case is not None:
        told |= set(range(case.sentence, min(case.sentence + 3, len(page.sentences))))
    for left in (side.draft.resigned, side.draft.former):
        told |= {page.sentence_index(start) for start, _ in left.spans} if left is not None else set()
    spots = [page.sentences[i] for i in told]
    return any(_NEVER_HELD.search(page.low, s.start, min(s.end, s.start + 2000)) for s in spots)
