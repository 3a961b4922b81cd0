"""Terms and what they were for: "four years for fraud", "a community order on PC Lee for assault"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Charge
from peelian.reading.dates import MODAL_MAY
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.spans import beginning_in

_FOR: Final = (" for ", " for the ", " for an ", " for a ", " for his ", " for her ", " for each ")
_PASSED: Final = frozenset(
    {
        "imprisonment",
        "suspended_sentence",
        "community_order",
        "fine",
        "conditional_discharge",
        "absolute_discharge",
        "hospital_order",
        "life",
    }
)
# From a term to the offence it was passed for: "two years, to run alongside, |for| theft".
_TO_OFFENCE: Final = re.compile(
    r"'?(?: (?:in prison|in jail|in custody|imprisonment|custody|behind bars|inside|each|apiece))?"
    r"(?:,? (?:to run|running|to be served|which runs?)? ?(?:concurrent|consecutive|alongside|together|on top|at the same time|suspended)(?:ly)?,?)?"
    r"(?: (?:on|upon|to|at|in|by) [\w' -]{2,50})? for (?:what (?:he|she|they|[\w' -]{3,30}) (?:called|described as|said (?:was|were|had been)|termed|branded|condemned as) )?(?:the |an? |his |her |each )?(?:[\w-]+ )?"
)
# "three years |for what he called a cynical| fraud"
_CALLED: Final = re.compile(
    r" for what (?:he|she|they|[\w' -]{3,30}) (?:called|described as|said (?:was|were|had been)|termed|branded|condemned as) (?:an? |the )?(?:[\w-]+ ){0,2}\Z"
)
_NOT_PASSED: Final = re.compile(
    rf"\b(?:maximum|starting point|faces?|facing|could|{MODAL_MAY}|might|up to|guidelines?|suspended (?:on|from|since)|if convicted|sentencing range|tariffs?|asked|request\w*|expects?|investigat\w+)\b"
)


def sentenced_for(prepared: Prepared, owners: Owners, charge: Charge, sentence: Sentence) -> bool:
    """Note the conviction of whoever is told to have been sentenced for a charge, right before it; whether it is so."""
    low = prepared.page.low
    first = charge.count.start if charge.count is not None else charge.start
    if not low.endswith(_FOR, max(0, first - 12), first) and not _CALLED.search(
        low, max(sentence.start, first - 90), first
    ):
        return False
    before = max(sentence.start, first - 90)
    ends = [x.end for x in beginning_in(prepared.lengths, before, first)]
    ends += [h.end for h in prepared.scan.between("penalty", before, first) if h.value in _PASSED]
    ends = [end for end in ends if end <= first]
    if not ends or _NOT_PASSED.search(low, max(sentence.start, first - 200), first):
        return False
    if _TO_OFFENCE.fullmatch(low, max(ends), first) is None or not set(owners.term(first)) & set(charge.who):
        return False
    charge.put("sentenced", (max(ends), charge.end))
    return True
