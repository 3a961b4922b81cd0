"""Which sentence or order each sum of money and each number of hours or days belongs to."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import Amount, Length
from peelian.reading.terms import MONEY_CUES, Term, near

_MONEY_TO_NOUN: Final = re.compile(
    r"\A ?(?:(?:to pay in|in|towards?|for|of|to|as|by way of|prosecution|court|victim|victims'?|statutory|legal|the|a|an|his|her|full|each|is|must|will|be|repaid|paid|crown|cps|charity's|\w+'s|mandatory|government|total)[ -]?){0,5}\Z"
)
_MONEY_FROM_NOUN: Final = re.compile(
    r"\A(?: ?[:,(-]| of| was| were| is| are| at| him| her| them| each| just| only| a| total| totalling| agreed| full| nominal| available| amounting to| to the tune of| in| the|, too,|, also,| too| also|,? (?:which|that) (?:came|come|amount(?:ed|s)?|added up|ran) to|,? (?:which|that) (?:were|was|totalled)| came to| come to| amount(?:ed)? to|,? coming to| sum| up| to| constable| pc| back| order| orders| for| with| reduced| cut| increased| raised| lowered)* ?\Z"
)
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


_WHOM: Final = re.compile(
    r" (?:(?!(?:and(?! (?:cornwall|somerset)\b)|but|with|for|after|over)\b)(?:[a-z'-]+|\d\d-year-old),? ){1,8}(?:\(?\d\d\)?,? )?(?:of [a-z' ,-]{3,40}, )?(?:who (?!was\b|had\b)[^.;,\u00a3]{3,50}, )?"
)


def _reaches(low: str, cue: Term, amount: Amount) -> bool:
    """Whether nothing but small words, or whoever was fined, stands between a cue and a sum: "fined PC Stone £300"."""
    if _MONEY_FROM_NOUN.match(low[cue.end : amount.start]):
        return True
    fined = low[cue.start : cue.end].split(" ")[0] in ("fined", "fining")
    return fined and amount.start - cue.end < 90 and _WHOM.fullmatch(low, cue.end, amount.start) is not None


# "fined £1,250 for the harassment and £400 for the public order matter", "£500 and £200 respectively"
_AND_ANOTHER: Final = re.compile(
    r"(?: (?:for|on|over|in respect of) [^.;\u00a3]{2,70}?)?(?:,? and|,| plus|,? with)(?: a further| another| a fine of)? "
)
_FOR_WHAT: Final = re.compile(
    r" (?:(?:for|over|in respect of) (?!costs|the costs)|on (?:the|each|count)\b|respectively\b)"
)


# Words of which a sentence about ill-gotten gains needs one, and what is done with the sum.
_GAINS: Final = ("confiscation", "proceeds of crime", "benefit", "gains")
# "£63,950 within six months, |with eighteen months in default|", "by the end of May |or serve a further two years|"
_IN_DEFAULT: Final = re.compile(
    r"\b(?:with|or) [^.;]{0,40}\bin default\b|\b(?:or|otherwise|failing which he will|failing which she will) (?:will |he will |she will |must |to )?(?:serve|face|spend|go back|return to prison|do|have)\b[^.;]{0,40}\b(?:years?|months?|prison)\b"
)
_LEAST_GAINS: Final = 3000  # pounds: a smaller sum may be a fine's
_GIVEN_UP: Final = re.compile(
    r"\b(?:repay(?:ing)?|pay(?:ing)?(?: back)?|hand(?:ing)? (?:over|back)|surrender(?:ing)?|give (?:up|back)|return(?:ing)?|forfeit|stripped of|confiscation of|lose)"
    r"(?: (?:the|a|sum|of|further|just|only|some|more|than|nominal|him|all|but))* \Z"
)


def _as_gains(low: str, s: Sentence, amount: Amount) -> re.Match[str] | None:
    """The words by which a sum is taken as the proceeds of crime: "must |repay| £6,150 under a confiscation order"."""
    sentence = low[s.start : s.end]
    if not any(word in sentence for word in _GAINS) and not (
        amount.value >= _LEAST_GAINS and _IN_DEFAULT.search(low, amount.end, s.end)
    ):
        return None
    return _GIVEN_UP.search(low, max(s.start, amount.start - 60), amount.start)


def _take_gains(
    owners: Owners, amount: Amount, words: re.Match[str], able: list[Term], extra: list[Term], index: int
) -> None:
    """Give a sum taken as the proceeds of crime to the confiscation it belongs to, or make one of its own."""
    for cue in able:
        said = cue.kind == "confiscation" or (
            cue.kind == "compensation" and words.start() <= cue.start < amount.start
        )
        if said and cue.amount is None:
            cue.kind, cue.amount = "confiscation", amount
            return
    start, end = words.start(), words.start() + len(words.group().rstrip())
    extra.append(Term("order", "confiscation", start, end, owners.term(amount.start), index, amount=amount))


# "She was fined. |The amount was| £750", "He has to find |£900|"
_THE_AMOUNT: Final = re.compile(
    r"(?:\A|[.;] |\band )[\"']?(?:the|his|her) (?:amount|sum|figure|penalty|bill)(?: to (?:pay|be paid)| of (?:the|his|her) fine| payable| (?:he|she) must pay)?,? ?(?:was|is|came to|comes to|:)(?: set at| fixed at| put at)? ?(?:just |only |a |one of )?\Z"
    r"|(?:\A|[.;] )(?:he|she) (?:must|has to|had to|will have to|was told to|was ordered to|was given \d+ days to|has \d+ days to) (?:find|pay|cough up|stump up|hand over)(?: up)? (?:a (?:total|sum) of )?\Z"
)
_OF_SOMETHING: Final = re.compile(
    r"(?:(?!\band\b)[^.;,]){0,30}\b(?:costs?|compensation|surcharge|victim|legal|charge|expenses|fees?|damages|back|to (?:the|his|her) )"
)


def fine_told_before(low: str, s: Sentence, amount: Amount, told: list[Term], index: int) -> Term | None:
    """The fine told without a sum, a sentence or two before one that tells only how much it was."""
    fine = next((t for t in reversed(told[-8:]) if t.cue == "penalty"), None)
    if fine is None or fine.kind != "fine" or fine.amount is not None or index - fine.sentence > _BACK:
        return None
    if _THE_AMOUNT.search(low[max(s.start, amount.start - 70) : amount.start]) is None:
        return None
    return fine if _OF_SOMETHING.match(low, amount.end, s.end) is None else None


_BACK: Final = 2  # sentences


def place_money(
    low: str, owners: Owners, s: Sentence, amount: Amount, cues: list[Term], extra: list[Term], index: int
) -> None:
    """Give one sum to the fine or order it belongs to; sums without a cue go into ``extra``."""
    able = [c for c in near(cues, amount) if c.kind in MONEY_CUES]
    before = [c for c in able if c.end <= amount.start]
    after = [c for c in able if c.start >= amount.end]
    target: Term | None = None
    last = before[-1] if before else None
    in_total = (
        last is not None and last.kind == "fine" and _TOTAL_AFTER.match(low, amount.end, amount.end + 14)
    )
    gains = _as_gains(low, s, amount)
    named = (
        after and after[0].kind != "confiscation" and _MONEY_TO_NOUN.match(low[amount.end : after[0].start])
    )
    if gains is not None and not named:
        _take_gains(owners, amount, gains, able, extra, index)
        return
    changed = last is not None and last.amount and _CUT_TO.fullmatch(low, last.amount.end, amount.start)
    if in_total or changed:
        target = last
    elif before and before[-1].amount is None and _reaches(low, before[-1], amount):
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
        last is not None
        and last.kind == "fine"
        and last.amount is not None
        and _AND_ANOTHER.fullmatch(low, last.amount.end, amount.start)
        and _FOR_WHAT.match(low, amount.end, s.end)
    ):
        target = last
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
        who = owners.term(amount.start)
        extra.append(Term("order", "compensation", amount.start, amount.end, who, index, amount=amount))
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


def place_hours(
    prepared: Prepared, owners: Owners, work: Amount, cues: list[Term], extra: list[Term], index: int
) -> None:
    """Give a number of hours to the unpaid work it belongs to."""
    low = prepared.page.low
    if work.value < 20 or work.value > 400:
        return
    works = [
        c
        for c in near(cues, work)
        if c.kind == "unpaid_work" and abs(c.start - work.end) < 70 and c.hours is None
    ]
    if works:
        works.sort(key=lambda c: abs(c.start - work.end))
        works[0].hours = work
        return
    if any(
        c.kind in ("community_order", "suspended_sentence") or c.suspended for c in near(cues, work)
    ) and low[work.end : work.end + 9] not in (" of overt", "' overtim"):
        extra.append(
            Term("order", "unpaid_work", work.start, work.end, owners.term(work.start), index, hours=work)
        )


_NUMBER_BEFORE: Final = re.compile(r"\b(\d{1,2}) (?:days? of )?\Z")


def number_of_days(low: str, cues: list[Term]) -> None:
    """ "25 rehabilitation days": the unit stands inside the cue."""
    for cue in cues:
        if cue.kind == "rehabilitation_activity" and cue.length is None:
            tail = low[cue.start : cue.end + 8]
            found = _NUMBER_BEFORE.search(low, max(0, cue.start - 12), cue.start)
            if found is not None and "day" in tail:
                cue.length = Length(found.start(), cue.end, f"P{int(found.group(1))}D")
