"""Which sentence or order each length, sum and number of hours belongs to, from the words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from peelian.reading.model import Span
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, Amount, Length, number
from peelian.reading.scan import Hit
from peelian.reading.spans import beginning_in

MONEY_CUES: Final = frozenset({"fine", "costs", "compensation", "surcharge", "forfeiture", "confiscation"})
_NO_LENGTH: Final = MONEY_CUES | {
    "unpaid_work",
    "caution",
    "absolute_discharge",
    "total",
    "consecutive",
    "concurrent",
    "not_passed",
    "spared",
    "none",
}

# "12 months' imprisonment", "a two-year restraining order", "17 months off the road"
_TO_NOUN: Final = re.compile(
    r"\A(?:'?s?'?)[ -]*(?:(?:of|in|under|a|an|the|immediate|full|interim|separate|driving|in a|youth|tagged|night-time|electronically|monitored|probation|total|behind|extended|determinate|standard"
    r"|prison|jail|custodial|long|strict|new|community|mandatory) ?){0,4}\Z"
)
# "disqualified for", "a restraining order which will last for", "sentenced to a total of"
_FROM_NOUN: Final = re.compile(
    r"\A(?:[ ,:(-]*+(?!(?:and|but|with|after|before|between|over|since|aged|who|during)\b)[\w']++){0,11}+[ ,:(-]*\Z"
)
_JUST_FOR: Final = re.compile(
    r"\A:?(?: requirements?| orders?| order\b.{0,24}?)?(?:,? (?:for|of|lasting|to last|which lasts|running for))? (?:a (?:period|term|total) of |a further |at least |the next |a |another )?\Z"
)
_SUSPENDED_FOR: Final = re.compile(
    r"\bsuspended,?(?: it| them| both| the (?:\w+ )?(?:sentence|term|sentences|terms))?(?: for)?(?: the next| a (?:further )?(?:period|term) of| a total of| up to| a)? ?\Z"
    r"|\b(?:operational period|suspension) of \Z|\boperational period:? \Z"
    r"|\b(?:hang(?:s|ing)? over (?:him|her|his head|her head|them)|held over|(?:not|only) (?:be |to be )?activated(?: unless [\w ]{3,30})?|susp(?:ended)?\.?) (?:for |within |in )(?:the next |a period of )?\Z|\bsusp\.? \Z"
)
_SUSPENDED_AFTER: Final = re.compile(
    r"\A[^.;]{0,44}?(?<!been )(?<!was )(?<!currently )\bsuspended\b(?! from| on full| since)|\A[^.;]{0,40}\bsuspended (?:prison|jail)? ?(?:sentence|term)"
)
_GIVEN: Final = re.compile(
    r"\b(?:given|gave (?:him|her|them|the \w+|\w+)|gets|got|received|receives|receiving|handed(?: down)?|handing (?:him|her)(?: down)?|imposed|imposes|imposing|passed|passing|serving|served|serve|begun|began|begin|begins|starts?"
    r"|starting|making(?: it)?|landed with|jails? \w+|spend|sentence (?:was|is|of)|(?:total|in all)(?: sentence| term)?(?: of| is| was| being)?(?: one| accordingly| therefore| now)?(?: of)?|substituted (?:one|a sentence|a term|terms|it with one) of|one of)(?: to| of| with)?(?: a| an| a total of| a consecutive| a concurrent| concurrent| another| just| the| him| her| a further| each| sentences of| sentence of| to)* ?\Z"
)
_MONEY_TO_NOUN: Final = re.compile(
    r"\A ?(?:(?:to pay in|in|towards?|for|of|to|as|by way of|prosecution|court|victim|victims'?|statutory|legal|the|a|an|his|her|full|each|is|must|will|be|repaid|paid|crown|cps|charity's|\w+'s|mandatory|government|total)[ -]?){0,5}\Z"
)
_MONEY_FROM_NOUN: Final = re.compile(
    r"\A(?: ?[:,-]| of| was| were| is| are| at| him| her| them| each| just| only| a| total| totalling| agreed| full| nominal| available| amounting to| to the tune of| in| the| sum| up| to| constable| pc| back| order| orders| for| with)* ?\Z"
)
# "12 months for theft and |eight months| for fraud"
_ALSO: Final = re.compile(
    r"(?:\band|,|\bplus|\bwith|\banother|\ba further|\ba consecutive|\ba concurrent) \Z"
)
_FOR_ANOTHER: Final = re.compile(
    r"\A'?,? (?:for|on|in respect of|consecutive|concurrent|to run|to be served)\b"
)
# "which they increased to five years"
_CHANGED_TO: Final = re.compile(
    r"\b(?:reduc(?:ed|es|ing)|cut(?:s|ting)?|increas(?:ed|es|ing)|rais(?:ed|es|ing)|lower(?:ed|s|ing)|shorten(?:ed|s|ing)|extend(?:ed|s|ing)|slash(?:ed|es|ing)|upped|substitut(?:ed|es|ing)|replac(?:ed|es|ing)|var(?:ied|ies))\b[^.;£]{0,40}(?: to| with| by| of)(?: one of| a term of)? ?\Z"
)
_FROM_TO: Final = re.compile(
    rf" to (?:just )?(?P<n>{NUMBER})(?P<half> and a half)?(?! (?:years?|months?|weeks?|days?))\b"
)
# "the four years passed on him in March"
_PASSED: Final = re.compile(
    r"\A(?: sentence| term)?,? (?:that was |which was |he was |she was )?(?:passed|imposed|handed down|meted out|handed to) (?:on|upon|by|in|to|at|him|her)\b"
)
# "On count 9, thirty months": a judge's own words.
_ON_COUNT: Final = re.compile(
    r"\b(?:on|for) (?:each of )?(?:counts? \d[\d, and-]{0,20}|each(?: count| charge| offence)?|the (?:other |remaining )?[a-z ]{3,30}),? ?[:,-] ?(?:there will be |the sentence is |i impose |you will serve |a sentence of |concurrently )?\Z"
)
_OTHER_CASE: Final = re.compile(
    r"\b(?:maximum|starting point|could (?:have|face|get|be)|would (?:otherwise )?have been \w+ (?:years|months)|in the case of|the case of|instead of the|not the|compared|contrasted|reduced from|other cases?|faces? up to|up to)\b"
)
# A case that a judge or counsel compares: "the case of a prison officer who received ..."
_PRECEDENT: Final = re.compile(
    r"\bin r v\b|\b(?:in |to |of )?(?:the|a|an?other) (?:recent |earlier |similar |reported )?case (?:of|in which|where|from)\b|\bwhat was done in\b|\bcontrasted\b|\bcompared\b"
)


@dataclass(slots=True)
class Term:
    """A cue (a sentence or an order) with the values that the words give it; ``who`` are the people concerned."""

    cue: str
    kind: str
    start: int
    end: int
    who: tuple[Person, ...]
    sentence: int
    length: Length | None = None
    indefinite: Hit | None = None
    amount: Amount | None = None
    hours: Amount | None = None
    suspended: Span | None = None
    suspended_for: Length | None = None
    each: bool = False
    total: bool = False
    extra: list[Span] = field(default_factory=list)


def pounds(value: float) -> float:
    """A sum as it is written: whole pounds as a whole number."""
    return int(value) if value == int(value) else value


def read_terms(prepared: Prepared, owners: Owners) -> list[Term]:
    """Every sentence and order told on the page, with the length, sum and hours that belong to each."""
    scan = prepared.scan
    marked: set[int] = set()
    for kind in ("penalty", "order"):
        marked.update(prepared.page.sentence_index(h.start) for h in scan.of(kind))
    marked.update(prepared.page.sentence_index(x.start) for x in prepared.lengths)
    out: list[Term] = []
    for index in sorted(marked):
        out += _sentence_terms(prepared, owners, index, prepared.page.sentences[index], out)
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
        Term("penalty", h.value, h.start, h.end, who(h.start), index)
        for h in dict.fromkeys(scan.between("penalty", s.start, s.end))
    ] + [
        Term("order", h.value, h.start, h.end, who(h.start), index)
        for h in dict.fromkeys(scan.between("order", s.start, s.end))
    ]
    cues = [c for c in cues if c.kind != "caution_word" or _alone_in_cell(prepared.page.low, c)]
    cues.sort(key=lambda c: (c.start, -c.end))
    lengths = [_new_term(prepared.page.low, s, x) for x in beginning_in(prepared.lengths, s.start, s.end)]
    extra: list[Term] = []
    for length in lengths:
        _place_length(prepared, owners, s, length, cues, extra, index, told)
    for hit in scan.between("life_long", s.start, s.end):
        _place_indefinite(prepared.page.low, s, hit, cues)
    for sum_ in beginning_in(prepared.money, s.start, s.end):
        _place_money(prepared.page.low, s, sum_, cues, extra)
    for work in beginning_in(prepared.hours, s.start, s.end):
        _place_hours(prepared, owners, work, cues, extra, index)
    _number_of_days(prepared.page.low, cues)
    _share(prepared.page.low, cues)
    _same_as_suspension(prepared.page.low, s, cues, told)
    out = [
        c
        for c in cues + extra
        if c.kind not in ("not_passed", "none", "total", "consecutive", "concurrent", "minimum") or c.length
    ]
    out.sort(key=lambda c: c.start)
    return out


# ---- lengths


def _new_term(low: str, s: Sentence, length: Length) -> Length:
    """ "Cut from three years to two": the two years, in the unit told once."""
    if not low.startswith("from ", max(0, length.start - 5)) or not length.value[1:-1].isdigit():
        return length
    found = _FROM_TO.match(low, length.end, min(s.end, length.end + 40))
    n = number(found.group("n")) if found is not None else None
    if found is None or n is None:
        return length
    unit = length.value[-1]
    value = f"P{n}Y6M" if found.group("half") and unit == "Y" else f"P{n}{unit}"
    return Length(found.start("n"), found.end(), value)


def _place_length(
    prepared: Prepared,
    owners: Owners,
    s: Sentence,
    length: Length,
    cues: list[Term],
    extra: list[Term],
    index: int,
    told: list[Term],
) -> None:
    low = prepared.page.low
    before = low[max(s.start, length.start - 60) : length.start]
    after = low[length.end : min(s.end, length.end + 60)]
    if _SUSPENDED_FOR.search(before):
        target = _suspended_term(cues, extra, length.start) or _told_before(told, owners, index, length.start)
        if target is None:
            return  # suspended from duty
        target.suspended = (length.start, length.end)
        target.suspended_for = length
        return
    if (
        after.startswith(
            ("-old", " old", " of age", " ago", " service", "' service", "'s service", " earlier", " later")
        )
        or before.endswith(("aged ", "within ", "inside ", "about "))
        or _IN_DEFAULT.search(before[-40:] + "#" + after[:32])
    ):
        return
    cue = _cue_for_length(low, s, length, cues)
    held = _held_over(low, length, cues)
    if held is not None:
        held.suspended, held.suspended_for = (length.start, length.end), length
        return
    if cue is None and re.match(r",? (?:imprisonment,? |custody,? )?suspended(?: for|,|\.|;|\))", after):
        cue = Term("penalty", "imprisonment", length.start, length.end, owners.term(length.start), index)
        extra.append(cue)
    if cue is None:
        remarks = prepared.masthead.kind == "judgment" and _ON_COUNT.search(before) is not None
        custody = any(t.kind in ("imprisonment", "suspended_sentence") for t in [*told[-12:], *cues])
        beside = any(
            t.length is not None and t.kind in ("imprisonment", "suspended_sentence")
            for t in [*_near(cues, length), *extra[-6:]]
        )
        given = (
            (beside and _ALSO.search(before) is not None and _FOR_ANOTHER.match(after) is not None)
            or (custody and _CHANGED_TO.search(before) is not None)
            or remarks
            or _GIVEN.search(before) is not None
            or _PASSED.match(after) is not None
        )
        if not given or _not_custody(after):
            return
        cue = Term("penalty", "imprisonment", length.start, length.end, owners.term(length.start), index)
        extra.append(cue)
    if cue.cue == "penalty" and (
        _OTHER_CASE.search(low, max(s.start, length.start - 70), length.start)
        or _PRECEDENT.search(low, max(s.start, length.start - 300), length.start)
    ):
        return
    if cue.length is not None and cue.kind in ("imprisonment", "suspended_sentence", "minimum"):
        cue = Term(cue.cue, cue.kind, length.start, length.end, owners.term(length.start), index)
        extra.append(cue)
    elif cue.length is not None:
        return
    cue.length = length
    if cue.kind in ("imprisonment", "suspended_sentence"):
        cue.who = owners.term(length.start)
        suspended = _SUSPENDED_AFTER.match(after)
        if suspended is not None and not re.search(
            r"\d|\b(?:months?|years?|weeks?)\b.*suspended", suspended.group().split("suspended")[0]
        ):
            cue.suspended = (length.end, length.end + suspended.end())
        cue.total = (
            re.search(r"\b(?:total|overall|altogether|in all)\b", before[-34:]) is not None
            or re.match(r"\A,? (?:in total|in all|altogether)", after) is not None
        )


# "or serve a year in default": only if a sum is not paid.
_IN_DEFAULT: Final = re.compile(
    r"#(?: imprisonment| in (?:prison|jail)| custody| more| extra)?,? (?:in default|if (?:he|she|it))\b|\b(?:in default|default (?:term|sentence|period) of|or (?:serve|face|spend|go to (?:prison|jail) for)(?: a further| another)?)(?: of)? #"
)


def _near(cues: list[Term], value: Length | Amount | Hit) -> Sequence[Term]:
    """The cues of a sentence that can have to do with a value: those a clause or two away."""
    return beginning_in(cues, value.start - 260, value.end + 200)


def _held_over(low: str, length: Length, cues: list[Term]) -> Term | None:
    """ "Suspended sentence: 6 months for 2 years": the term whose suspension the second length is."""
    for cue in _near(cues, length):
        if (
            cue.kind == "suspended_sentence"
            and cue.length is not None
            and cue.suspended_for is None
            and low[cue.length.end : length.start] == " for "
        ):
            return cue
    return None


_NOT_CUSTODY: Final = re.compile(
    r"\A(?:'?s?'?)[ -]*(?:\w+ ){0,3}?(?:warning|pay|salary|notice|service|leave|community|restraining|ban|disqualification|driving|order|supervision|register|probation period|trial|investigation|relationship|experience|marriage|hearing)"
)


def _not_custody(after: str) -> bool:
    return _NOT_CUSTODY.match(after) is not None


def _suspended_term(cues: list[Term], extra: list[Term], at: int) -> Term | None:
    """The custodial term that a period of suspension belongs to: the nearest before it, else after it."""
    terms = [
        c
        for c in [*beginning_in(cues, at - 400, at + 200), *extra[-6:]]
        if c.kind in ("imprisonment", "suspended_sentence")
        and (c.length is not None or c.kind == "suspended_sentence")
    ]
    before = [c for c in terms if (c.length.start if c.length else c.start) < at and c.suspended_for is None]
    if before:
        return max(before, key=lambda c: (c.length is not None, c.length.start if c.length else c.start))
    return terms[0] if terms else None


def _told_before(told: list[Term], owners: Owners, index: int, at: int) -> Term | None:
    """ "The judge suspended it for two years": the term told a sentence or two before of the same people."""
    who = owners.term(at)
    return next(
        (
            t
            for t in reversed(told[-8:])
            if t.kind in ("imprisonment", "suspended_sentence")
            and t.length is not None
            and t.suspended_for is None
            and index - t.sentence <= 2
            and (not who or set(t.who) & set(who))
        ),
        None,
    )


def _cue_for_length(low: str, s: Sentence, length: Length, cues: list[Term]) -> Term | None:
    able = [c for c in _near(cues, length) if c.kind not in _NO_LENGTH]
    nouns = [c for c in able if c.start > length.start and c.end > length.end and c.start - length.end < 60]
    if nouns and _TO_NOUN.match(low[length.end : nouns[0].start]):
        return nouns[0]
    before = [c for c in able if c.end <= length.start]
    if not before:
        return None
    cue = before[-1]
    gap = low[cue.end : length.start]
    if len(gap) > 90:
        return None
    if cue.kind == "imprisonment" and _not_custody(low[length.end : min(s.end, length.end + 40)]):
        return None
    if cue.kind in ("imprisonment", "minimum", "suspended_sentence"):
        known = _JUST_FOR.match(gap) or _SENTENCE_GAP.match(gap) or _PLACE_AND_DAY.match(gap)
        return cue if known else None
    return cue if _FROM_NOUN.match(gap) and _LASTING.search(gap) else None


# Anything short between the verb and its length: "him at Leeds Crown Court to", "both to a total of".
_SENTENCE_GAP: Final = re.compile(
    r"\A(?:[ ,]*+(?:for|just|over|more|than|[a-z]++(?:-[a-z]++)?|[\d'])){0,6}+[ ,]*\Z"
)
# "sentenced at the same court on Friday, 6 May, to"
_PLACE_AND_DAY: Final = re.compile(
    r"\A(?:(?: him| her| them)?,? (?:at|in|by|before|on|today|yesterday|earlier|last|this) [\w',. -]{2,70}?|,? today|,? yesterday),? to (?:a (?:total|term|period) of |serve |just |at least )?\Z"
)
_LASTING: Final = re.compile(
    r"(?:\A|\b(?:for|of|up to|lasting|last|lasts|period|next|runs?|running|expires?|stay|term|under|remain|be|is|was|will be|until|:|set at)[ :]?(?:(?:a|the|an|at least|further|of|next|another|period|total) ?){0,4})\Z|\A[ ,:-]{1,3}\Z"
)


def _place_indefinite(low: str, s: Sentence, hit: Hit, cues: list[Term]) -> None:
    able = [c for c in _near(cues, hit) if c.cue == "order" and c.kind not in _NO_LENGTH and c.length is None]
    nouns = [c for c in able if 0 <= c.start - hit.end < 12 and _TO_NOUN.match(low[hit.end : c.start])]
    if nouns:
        nouns[0].indefinite = hit
        return
    before = [c for c in able if c.end <= hit.start and hit.start - c.end < 100]
    if before and before[-1].indefinite is None:
        before[-1].indefinite = hit


# ---- money and hours


_TOTAL_AFTER: Final = re.compile(r",? (?:in total|in all|altogether)\b")
_PAY_TO: Final = re.compile(r"\A(?: back)?,? (?:to|between) (?:the|his|her|each|a|them|both)\b")


# "the court cut a compensation order of £10,000 to £4,000"
_CUT: Final = re.compile(
    r"\b(?:cut|cuts|reduc\w+|lower\w+|rais\w+|increas\w+|halv\w+|slash\w+|varied|changed|amended)\b"
)
_CUT_TO: Final = re.compile(r",? (?:down |up )?to (?:just |only )?")
# "£100, costs £85, surcharge £20": the sum that opens a list of sums is the fine.
_FINE_FIRST: Final = re.compile(
    r"(?: fine)?(?:,|;| /| plus| and| with)(?: and)? ?(?:£\d[\d,]* )?(?:prosecution |court |victim |a )*(?:costs|surcharge|victim)"
)
_OPENS: Final = re.compile(
    r"(?:[-\u2022*] ?)?(?:a |fine:? ?|penalty:? ?|result:? ?|outcome:? ?|sentence:? ?)*"
)


def _place_money(low: str, s: Sentence, amount: Amount, cues: list[Term], extra: list[Term]) -> None:
    able = [c for c in _near(cues, amount) if c.kind in MONEY_CUES]
    before = [c for c in able if c.end <= amount.start]
    after = [c for c in able if c.start >= amount.end]
    target: Term | None = None
    last = before[-1] if before else None
    in_total = last is not None and last.kind == "fine" and _TOTAL_AFTER.match(low, amount.end, amount.end + 14)
    changed = last is not None and last.amount and _CUT_TO.fullmatch(low, last.amount.end, amount.start)
    if in_total or changed:
        target = last
    elif before and _MONEY_FROM_NOUN.match(low[before[-1].end : amount.start]) and before[-1].amount is None:
        target = before[-1]
        if (
            after
            and _MONEY_TO_NOUN.match(low[amount.end : after[0].start])
            and target.kind != "fine"
            and low[target.end : amount.start].strip() not in ("", "of", ":")
        ):
            target = after[0]
    elif after and _MONEY_TO_NOUN.match(low[amount.end : after[0].start]):
        target = after[0]
    elif (
        before
        and before[-1].kind == "fine"
        and re.match(r"\A(?: and)? ?£?\Z|\A[^.;]{0,30}\band \Z", low[before[-1].end : amount.start])
        and re.match(r"\A (?:for|on) the\b", low[amount.end : amount.end + 9])
    ):
        target = before[-1]
    elif (
        not before
        and after
        and _FINE_FIRST.match(low, amount.end)
        and _OPENS.fullmatch(low, s.start, amount.start)
    ):
        extra.append(
            Term("penalty", "fine", amount.start, amount.end, after[0].who, after[0].sentence, amount=amount)
        )
        return
    elif _PAY_TO.match(low[amount.end : amount.end + 24]) and re.search(
        r"\bpay(?:ing)? \Z", low[max(s.start, amount.start - 8) : amount.start]
    ):
        extra.append(Term("order", "compensation", amount.start, amount.end, (), -1, amount=amount))
        return
    if target is None:
        return
    if target.amount is not None:
        if _CUT_TO.fullmatch(low, target.amount.end, amount.start) and _CUT.search(
            low, max(s.start, target.amount.start - 80), target.amount.start
        ):
            target.amount = amount
        elif target.kind == "fine":
            total = _TOTAL_AFTER.match(low[amount.end : amount.end + 14]) is not None
            extra.append(
                Term(
                    "penalty",
                    "fine",
                    amount.start,
                    amount.end,
                    target.who,
                    target.sentence,
                    amount=amount,
                    total=total,
                )
            )
        return
    target.amount = amount
    target.total = _TOTAL_AFTER.match(low[amount.end : amount.end + 14]) is not None
    target.each = re.match(r"\A (?:on|for) each\b", low[amount.end : amount.end + 12]) is not None


def _place_hours(
    prepared: Prepared, owners: Owners, work: Amount, cues: list[Term], extra: list[Term], index: int
) -> None:
    low = prepared.page.low
    if work.value < 20 or work.value > 400:
        return
    near = [
        c
        for c in _near(cues, work)
        if c.kind == "unpaid_work" and abs(c.start - work.end) < 70 and c.hours is None
    ]
    if near:
        near.sort(key=lambda c: abs(c.start - work.end))
        near[0].hours = work
        return
    if any(
        c.kind in ("community_order", "suspended_sentence") or c.suspended for c in _near(cues, work)
    ) and low[work.end : work.end + 9] not in (" of overt", "' overtim"):
        extra.append(
            Term("order", "unpaid_work", work.start, work.end, owners.term(work.start), index, hours=work)
        )


_NUMBER_BEFORE: Final = re.compile(r"\b(\d{1,2}) (?:days? of )?\Z")


def _number_of_days(low: str, cues: list[Term]) -> None:
    """ "25 rehabilitation days": the unit stands inside the cue."""
    for cue in cues:
        if cue.kind == "rehabilitation_activity" and cue.length is None:
            tail = low[cue.start : cue.end + 8]
            found = _NUMBER_BEFORE.search(low, max(0, cue.start - 12), cue.start)
            if found is not None and "day" in tail:
                cue.length = Length(found.start(), cue.end, f"P{int(found.group(1))}D")


# ---- lengths told once for two orders

_SAME: Final = re.compile(
    r"\b(?:the|for a|for the) (?:same|similar|corresponding|like) (?:period|time|length|term|duration)"
)
_JOINED: Final = re.compile(r"\A[^.;£]{0,60}\band\b[^.;£]{0,60}\Z")
_JOINABLE: Final = frozenset(
    {"sex_offender_notification", "shpo", "sopo", "restraining_order", "sex_offender_order"}
)


_WHOLE: Final = re.compile(
    r"\A[^.;,]{0,30}\b(?:for|throughout|during) (?:the )?(?:whole|duration|length|entire(?:ty)?|all|period|rest|same)?(?: of)? ?(?:that|the|this)(?: same| operational| whole)? (?:time|period|term|length|suspension|order)\b"
)


def _same_as_suspension(low: str, s: Sentence, cues: Sequence[Term], told: list[Term]) -> None:
    """ "Suspended it for two years with supervision for the whole of that time": the order lasts as long."""
    for cue in cues:
        if cue.cue != "order" or cue.kind in _NO_LENGTH or cue.length or cue.indefinite:
            continue
        if _WHOLE.match(low[cue.end : min(s.end, cue.end + 90)]):
            held = [
                t
                for t in [*told[-6:], *cues]
                if t.suspended_for is not None and t.sentence + 1 >= cue.sentence
            ]
            if held:
                cue.length = held[-1].suspended_for


def _share(low: str, cues: Sequence[Term]) -> None:
    orders = [c for c in cues if c.kind in _JOINABLE]
    for first, second in pairwise(orders):
        if (
            second.length is None
            and second.indefinite is None
            and first.length is not None
            and _SAME.search(low, second.end, second.end + 60)
        ):
            second.length = first.length
        elif (
            first.length is None and first.indefinite is None and (second.length is not None or second.indefinite is not None)
            and first.kind != second.kind and _JOINED.match(low[first.end : second.start])
            and (second.length is None or second.length.start > second.start)
        ):  # fmt: skip
            first.length, first.indefinite = second.length, second.indefinite
