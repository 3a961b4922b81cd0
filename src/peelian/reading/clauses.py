"""Clauses: a sentence cut where one unnamed person's verdict ends and another's begins.

"One officer was cleared, and the panel found misconduct for the other two" is two clauses; "the
constable and the sergeant had a case to answer" is one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.by_part import CREW
from peelian.reading.description import Description
from peelian.reading.page import Sentence
from peelian.reading.parted import parted_at
from peelian.reading.scan import Hit, Scan
from peelian.reading.unnamed import INTERVIEWED, UNDER_NOTICE

# Where the reasons of a verdict begin: whoever stands in them is not judged there.
_REASON: Final = re.compile(
    r" (?:for (?:the |an? |any |allegedly |not |potentially |apparently )*(?:fail\w*|not|(?!remaining)[a-z]+ing|his|her|their|breach\w*)\b"
    r"|in (?:relation|respect|regards?) (?:of|to) (?:the |their |his |her |an? )*(?:fail\w*|allegations? that|[a-z]+ing|how)\b"
    r"|by (?:not |failing |having |allegedly )*(?:fail\w*|[a-z]+ing)\b"
    r"|because |after |when |whose |where |despite |before )"
)
# What whoever decides did next, of somebody else: "and found misconduct proven in the case of the other",
# "and rejected it in the case of the others", "and has given the sergeants words of advice".
_DECIDES: Final = (
    r"(?:rejected it |disagreed |accepted |(?:(?:has|have|had|also|then|later) )*(?:found|ruled|decided|imposed|gave|given|issued"
    r"|dismissed|cleared|took (?:no|any|the same)|taken (?:no|any)|held|reprimanded|disciplined|sanctioned) )"
)
# "... dismissed the serving officer and said she would have dismissed the other two"
_WOULD: Final = r"(?:said |added |ruled )?(?:that )?(?:(?:he|she|it|they) )?would (?:also )?have "
_BOUNDARY: Final = re.compile(
    r"; |, (?:and|but|while|whereas|with) | and that |, that | while | whereas | but |, (?=(?:one|two|three|the other|another|a) )"
    r"|,? and none for (?=an? |the |either )|,? (?:and|but|with) (?=no case to answer (?:for|against|in respect|in relation))"
    rf"| and (?=the |a |one |two |three |four |another |neither |both |{_DECIDES}|{_WOULD}|\w+ (?:with )?the (?:other|remaining) )"
)
# Charges may be told before the person charged: "authorised a charge against the officer".
_BROUGHT: Final = ("authoris", "bring", "brought", "advis", "charg", "criminal", "a charge")
# "passed it on to the custody officer" tells nothing of the custody officer; "notices to the officers" does.
_RECEIVER: Final = re.compile(r"(\w+) to \Z")
_TOOK_FROM: Final = re.compile(
    r"\b(?:and|also|,) (?:took|obtained|gathered|taking|obtaining) (?:witness )?(?:statements?|accounts?|evidence) from (?:\w+ ){0,2}\Z"
)
_TOLD_TO: Final = frozenset(
    """relation respect regard regards notice notices investigation advice action guidance apply applied issued warning
    warnings given""".split()
)
# "We did not identify any evidence that the officers had breached ..." finds nothing.
_NOTHING_FOUND: Final = re.compile(
    r"\b(?:(?:not|never) (?:identify|find|found|uncover|see) any|no (?:objective |clear )?(?:evidence|indication)) "
)
# "We investigated and obtained statements from the officer" puts nobody under notice.
_NO_OBJECT: Final = re.compile(r",? and (?:obtained|took|spoke|gathered|viewed|reviewed|secured|examined)\b")
_CONDUCT: Final = re.compile(
    r"\b(?:misconduct|disciplinary|behaved|breach\w*|offence|conduct|gbh|abh|assault\w*|force)\b"
)
_CPS_WITHIN: Final = 80  # characters before whom it charged
_WHO_CHARGED: Final = re.compile(
    r"\b(?:crown prosecution service|cps)(?: \(cps\))?,? (?:which|who|and)(?: then| later| subsequently| duly| has| had)* charged (?:only )?\Z"
)
# "insufficient evidence to charge the officer": a prosecutor's
_NOT_CHARGED: Final = re.compile(
    r"\b(?:insufficient|not (?:enough|sufficient)) evidence (?:to|for|of) (?:(?:a|an|any|bring|support|justify|criminal|the) )*(?:charg|prosecut|convict|realistic prospect)"
    r"(?![^.;]{0,120}\b(?:misconduct|disciplinary|case to answer)\b)"
)
_NOT_AMOUNT: Final = re.compile(
    r"(?:\bnot|n't|\brather than) (?:\w+ ){0,4}?amount(?:ed|ing|s)? to (?:gross )?misconduct\b(?![^.;]{0,80}\bcase to answer)"
)
_NOTHING_SHOWN: Final = re.compile(
    r"\b(?:did|does|do|could) not (?:show|suggest|indicate|support|establish|demonstrate|disclose|reveal)\b[^.;,]{0,80} (?:justify|misconduct|disciplinary|breach|failings?\b|wrongdoing)"
)
# "had done nothing that called for disciplinary proceedings", "poor, but not to a degree that would justify ..."
_NOT_CALLED_FOR: Final = re.compile(
    r"(?:\bnothing (?:that |which |to )?(?:\w+ ){0,2}?|(?:\bnot|n't) (?:to|of|at|reach|in) (?:an?|the|such an?|any) (?:degree|extent|level|threshold|seriousness|way|manner)(?: \w+){0,3}? )"
    r"(?:call(?:s|ed|ing)? for|justif\w+|warrant\w*|merit\w*|requir\w+|need\w*) (?:\w+ ){0,3}?(?:disciplinary|misconduct|proceedings)\b"
)
_WHO_DID: Final = re.compile(
    r",? (?:who|that) (?:(?:had|has|was|were|also|then|directly) )*(?:accused of |alleged to have |said to have )?(?!and|or)\w+(?: (?!and|or)\w+)? "
)
# "The evidence did not show that they had a case to answer."
_NOT_SHOWN: Final = re.compile(
    r"\b(?:did|does|do|could) not (?:show|suggest|indicate|support|establish|demonstrate|disclose|reveal|believe|consider|think|feel)\b[^.;,]{0,60} case to answer\b"
)
# "One officer received advice after a meeting, as did the supervisor."
_AS_DID: Final = re.compile(r"\b(?:as|so) (?:did|was|were|had|has|will|would) \Z")
# "The sergeant had a case to answer; the constable did not."
_DID_NOT: Final = re.compile(r" (?:did|does|do|had|has|have|was|were|would|should) not\s*(?:[.;,]|\Z)")
_NOT_THE_OTHER: Final = "not the other"
# "two constables for failing to search, and an inspector for failing to review the log": each with a reason
_AND_ONE: Final = re.compile(r"(?:,|;|,? and) \Z")
_BUT_NOT: Final = re.compile(r",? but not (?:for |against |in the case of |in respect of )?")


_DECIDES_NEXT: Final = re.compile(rf"{_DECIDES}|{_WOULD}")
# "... accepted it in the constable's case and rejected it in the case of the others, who were given advice"
_DECIDED_APART: Final = ("rejected it ", "disagreed ", "accepted ")
_OF_WHOM: Final = re.compile(r"\bof whom\b[^.;,]{0,30}\Z")


@dataclass(slots=True)
class Clause:
    """One clause ``[start, end)``: the ``verdicts`` it tells and the descriptions that it may tell them of.

    ``notice`` is how far under investigation it puts them; ``elsewhere`` says that what it tells is
    told of somebody with no police role; ``released`` that whoever was under notice became a mere witness;
    ``charges_another`` that a crime told there is not the officers' ("the arrest of a man, who was convicted");
    ``of_group`` that it tells of some of those on whom the sentence opened ("two were tried; one was cleared").
    """

    start: int
    end: int
    targets: list[Description]
    verdicts: frozenset[str]
    notice: int
    elsewhere: bool = False
    released: bool = False
    charges_another: bool = False
    of_group: bool = False


def clauses_of(scan: Scan, sentence: Sentence, here: list[Description]) -> list[Clause]:
    """The clauses of a sentence in order; ``here`` are its descriptions."""
    s, e = sentence.start, sentence.end
    low = scan.page.low
    cuts = [s]
    parted = parted_at(low, here) if len(here) > 2 else None
    for m in _BOUNDARY.finditer(low, s, e) if len(here) > 1 else ():
        if parted is not None and cuts[-1] < parted <= m.start():
            cuts.append(parted)
        if parted is not None and m.start() < parted:
            continue
        if _parts(low, _clause(scan, cuts[-1], m.start(), here), _clause(scan, m.start(), e, here), m):
            cuts.append(m.start())
    cuts.append(e)
    out = [_clause(scan, a, b, here) for a, b in pairwise(cuts)]
    for clause in out:
        clause.of_group = parted is not None and clause.start >= parted
    for before, after in pairwise(out):
        if after.targets and (
            low.startswith(_NOT_THE_OTHER, after.targets[0].start)
            or low.startswith(_NONE_FOR, after.start)
            or (
                not after.verdicts
                and "case" in before.verdicts
                and _HAD_NONE.search(low, after.start, after.end)
            )
            or (not after.verdicts and _BUT_NOT.fullmatch(low, after.start, after.targets[0].start))
            or (not after.verdicts and did_not(low, after.targets[-1]))
        ):
            after.verdicts = frozenset({"no_case"})  # "one of them had a case to answer, but not the other"
        elif not after.verdicts:
            after.verdicts = before.verdicts
    return out


_NONE_FOR: Final = (" and none for ", ", and none for ")


def _parts(low: str, left: Clause, right: Clause, boundary: re.Match[str]) -> bool:
    """Whether both sides of a conjunction tell something of their own people."""
    apart = boundary.group() == " and " and low.startswith(_DECIDED_APART, boundary.end())
    if left.targets and right.targets and left.notice and right.notice and _cautioned_apart(low, left, right):
        return True
    if not left.targets or not right.targets or not (left.verdicts or apart):
        return False
    first = right.targets[0]
    beside = left.targets[-1].end == boundary.start() and boundary.group() == " and "
    if beside and left.verdicts <= {"hearing", "case"} and first.start <= boundary.end() + 2:
        return False  # "After misconduct proceedings a sergeant and a PC were dismissed"
    if boundary.group() in _NONE_FOR or low.startswith("no case to answer ", boundary.end()):
        return True
    if boundary.group() == " and " and first.start > boundary.end() + 2 and first.form != "other":
        return _DECIDES_NEXT.match(low, boundary.end()) is not None and bool(right.verdicts)
    if boundary.group() == ", " and first.start > boundary.end() + 2:
        return False
    return (
        bool(right.verdicts)
        or ("case" in left.verdicts and _HAD_NONE.search(low, right.start, right.end) is not None)
        or boundary.group() == "; "
        or low.startswith(_NOT_THE_OTHER, first.start)
        or _BUT_NOT.fullmatch(low, boundary.start(), first.start) is not None
        or did_not(low, first)
    )


def _cautioned_apart(low: str, left: Clause, right: Clause) -> bool:
    """ "We interviewed two officers under criminal caution, and a call taker under the misconduct caution"."""
    return all(" caution" in low[c.targets[-1].end : c.end] for c in (left, right))


def did_not(low: str, d: Description) -> bool:
    """Whether "did not" and no more follows ("the third did not": the verb may stand in the description)."""
    return _DID_NOT.match(low, d.end) is not None or (
        d.family == "any" and _DID_NOT.match(low, low.rfind(" ", 0, d.end)) is not None
    )


def _clause(scan: Scan, s: int, e: int, here: list[Description]) -> Clause:
    inside = [d for d in here if s <= d.start < e]
    bystanders = [
        h.start
        for h in scan.between("unnamed_bystander", s, e)
        if not any(
            _WHO_DID.fullmatch(scan.page.low, d.end, h.start)
            or (d.generic and scan.page.low[d.end : h.start] in _IS_ONE)
            for d in inside
        )
    ]  # not in "the constable who struck the man was charged"
    hits = scan.between("unnamed_verdict", s, e)
    verdicts = {h.value for h in hits if _is_theirs(scan.page.low, h, inside, bystanders)}
    if "case" in verdicts and _NOT_AMOUNT.search(scan.page.low, s, e):
        verdicts.discard("case")
    if "case" in verdicts and _NOT_SHOWN.search(scan.page.low, s, e):
        verdicts = (verdicts - {"case"}) | {"no_case"}
    elif not verdicts and _NOTHING_SHOWN.search(scan.page.low, s, e):
        verdicts.add("no_case")
    uncalled = _NOT_CALLED_FOR.search(scan.page.low, s, e) is not None
    if uncalled:
        verdicts = (verdicts - {"case"}) | {"no_case"}
    if any(_charges_one(scan.page.low, h, inside) for h in scan.between("unnamed_prosecutor", s, e)) or any(
        scan.page.low.endswith("charged ", s, d.start)
        and _WHO_CHARGED.search(scan.page.low, max(s, d.start - _CPS_WITHIN), d.start)
        for d in inside
    ):
        verdicts.add("crime")
    notices = scan.between("unnamed_notice", s, e)
    justified = [h for h in notices if h.value == "justified"]
    if not uncalled and any(
        not any(j.start <= h.start < j.end for j in justified) for h in scan.between("proceeding", s, e)
    ):
        verdicts.add("hearing")
    if "no_case" in verdicts and _NOT_CHARGED.search(scan.page.low, s, e):
        verdicts = (verdicts - {"no_case"}) | {"crime"}
    if verdicts & {"finding", "crime"} and _NOTHING_FOUND.search(scan.page.low, s, e):
        verdicts -= {"finding", "crime"}
    notice = 0
    for hit in notices:
        if _NO_NOTICE.search(scan.page.low, max(s, hit.start - 22), hit.start):
            continue  # "was not under investigation"
        if scan.page.low.startswith("indication", hit.start) and not _CONDUCT.search(scan.page.low, s, e):
            continue
        if hit.value == "investigated" and _NO_OBJECT.match(scan.page.low, hit.end):
            continue
        weak = hit.value == "considered" or (
            hit.value == "interviewed" and "caution" not in scan.page.low[s:e]
        )
        notice = max(notice, INTERVIEWED if weak else UNDER_NOTICE)
    elsewhere = bool(bystanders) and not inside and _is_another(s, hits, bystanders)
    if elsewhere and verdicts <= _ANOTHERS:
        verdicts = set()  # "The nurse resigned before any misconduct proceedings could be brought"
    elsewhere = elsewhere and not verdicts
    released = bool(scan.between("unnamed_released", s, e))
    notice = 0 if released else notice
    targets = _targets(scan.page.low, e, inside, notice)
    another = "crime" not in verdicts and any(h.value == "crime" for h in hits)
    return Clause(s, e, targets, frozenset(verdicts), notice, elsewhere, released, another)


def _charges_one(low: str, hit: Hit, inside: list[Description]) -> bool:
    """ "The Crown Prosecution Service charged the call handler with ..."."""
    return low.endswith("charged", 0, hit.end) and any(hit.end <= d.start <= hit.end + 4 for d in inside)


def _is_another(s: int, hits: list[Hit], bystanders: list[int]) -> bool:
    """Whether a clause without officers tells a crime of somebody else, or at its head that they left ("The nurse resigned")."""
    head = min(bystanders) - s < 4
    return any(h.value == "crime" or (h.value == "left" and head) for h in hits)


def _is_theirs(low: str, hit: Hit, inside: list[Description], bystanders: list[int]) -> bool:
    """Whether a verdict may be an officer's: a charge or a sentence is the nearest person's before it."""
    if hit.value == "appropriate":
        return _NOT_DONE.search(low, max(0, hit.start - 18), hit.start) is None
    if hit.value not in ("crime", "left", "outcome"):
        return True
    if low.startswith("charge of", hit.start) and low.endswith("in ", 0, hit.start):
        return False  # "who was in charge of the case"
    if hit.value == "left" and _RETIRED_ONES.match(low, hit.start):
        return False
    if hit.value == "left" and _OF_WHOM.search(low, max(0, hit.start - 45), hit.start):
        return False  # "seven officers, five of whom had retired"
    before = max((d.start for d in inside if d.start < hit.start), default=-1)
    if max((b for b in bystanders if b < hit.start), default=-1) > before and (
        hit.value != "left" or before < 0
    ):
        return False  # what an officer did about somebody does not hide that the officer resigned
    # "he was convicted of assaulting an officer"
    return hit.value != "crime" or before >= 0 or not inside or low.startswith(_BROUGHT, hit.start)


def _targets(low: str, e: int, inside: list[Description], notice: int) -> list[Description]:
    """Those of whom a clause tells, not those who only stand in its reasons or did it to them."""
    candidates: list[Description] = []
    for d in inside:
        if (d.agent and not notice) or d.witness or d.form == "bare":
            continue
        if (
            notice
            and _TOOK_FROM.search(low, max(0, d.start - 50), d.start)
            and " caution" not in low[d.end : e]
        ):
            continue  # "interviewed the driver under caution and took statements from three officers"
        to = _RECEIVER.search(low, max(0, d.start - 24), d.start)
        if candidates and to is not None and to.group(1) not in _TOLD_TO:
            continue
        if candidates and _WHO_DID.fullmatch(low, candidates[-1].end, d.start):
            continue  # "the sergeant who supervised the officer had a case to answer"
        candidates.append(d)
    reason = _REASON.search(low, candidates[0].end, e) if candidates else None
    return [
        d
        for d in candidates
        if reason is None
        or d.start < reason.start()
        or low.endswith(", nor ", 0, d.start)
        or (_REASON.match(low, d.end) is not None and _AND_ONE.search(low, max(0, d.start - 6), d.start))
        or _AS_DID.search(low, max(0, d.start - 12), d.start)
    ]


_ANOTHERS: Final = frozenset({"left", "case", "hearing"})
# "may not have |complied with| policy"
_NOT_DONE: Final = re.compile(r"\b(?:not|never|n't|failed to)(?: always| fully| have)* \Z")
_NO_NOTICE: Final = re.compile(r"\b(?:not|never|n't)(?: been| ever| himself| herself| formally| being)* \Z")
# "that there was |none| for the third", "had a case to answer, but his colleague had |none|"
_HAD_NONE: Final = re.compile(r"\bthere (?:was|were) none (?:for|against|in)\b|\b(?:had|has|have) none\b")
# "two retired and serving officers": no end of anybody's case
_RETIRED_ONES: Final = re.compile(
    r"retired (?:and \w+ |or \w+ )?(?:police )?(?:officer|constable|sergeant|inspector|detective|superintendent)"
)
_IS_ONE: Final = (", ", ", a ", ", the ")  # "another, a woman,": no bystander
_AMONG_THEM: Final = re.compile(r",? \(?(?:among (?:them|whom)|including|one of (?:them|whom))\b")


def _of_total(d: Description, total: Description) -> Description:
    """ "Four officers ...: |the two who came first|, the arresting officer and the sergeant": the two are officers."""
    if d.family != "any":
        return d
    return replace(d, family=total.family, role=total.role, form="known", of=None, counting=False)


def without_totals(scan: Scan, here: list[Description]) -> list[Description]:
    """ "Two officers ...: the response officer ... and the inspector": the parts stand for the total."""
    low = scan.page.low
    if parted_at(low, here) is not None:
        return here  # "two constables: one ... and the other ..."
    for i, total in enumerate(here):
        if total.number is None or total.number < 2:
            continue
        inside = [d for d in here[i + 1 :] if d.number is not None and d.form == "new"]
        if inside and _AMONG_THEM.match(low, total.end, inside[0].start):
            rest = total.number - sum(d.number or 0 for d in inside)
            return [replace(d, number=rest) if d is total else d for d in here] if rest > 0 else here
        parts: list[Description] = []
        sum_ = 0
        for d in here[i + 1 :]:
            if (
                d.agent
                or d.number is None
                or not (
                    total.generic or d.generic or d.role == total.role or d.role in CREW
                )  # "two call handlers, a sergeant and ..."
                or (not parts and not re.search(r"[:-]|, (?:a|an|one|the) ", low[total.end : d.start + 4]))
            ):
                continue
            parts.append(d)
            sum_ += d.number
            if sum_ >= total.number:
                break
        gap = low[total.end : parts[0].start] if parts else ""
        told_itself = ":" not in gap and scan.between("unnamed_verdict", total.end, total.end + len(gap))
        if len(parts) > 1 and sum_ == total.number and not told_itself:
            left = total.form == "other"  # "the remaining two, a sergeant and a constable"
            own = [replace(_of_total(d, total), left=left) if d in parts else d for d in here]
            return [d for d, was in zip(own, here, strict=True) if was is not total]
    return here
