"""Deeds pleaded to: "A clerk stole £70 from a charity box. |Pleaded guilty.|", where the deed alone names the crime.

"A sergeant stole £900 from a dead man, |a jury has found|." Courts' columns tell what somebody did and then the plea or the verdict, in a sentence that names no offence.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Charge
from peelian.reading.counts import Count
from peelian.reading.prepared import Prepared
from peelian.reading.spans import holds_any

_ENDS: Final = re.compile(
    r"(?:(?:he|she|the (?:officer|constable|defendant|clerk|pcso|sergeant)|[a-z'-]{3,20}) )?(?:had |has |also |later |then )?"
    r"(?:(?P<guilty>(?:pleaded|pled|pleads) guilty|(?:admitted|admits) (?:it|this|doing so|the (?:offence|charge)))"
    r"|(?P<denied>(?:pleaded|pled) not guilty|denied (?:it|this|the (?:offence|charge))|not guilty plea)"
    r"|(?P<convicted>(?:was )?(?:found guilty|convicted))|(?P<cleared>(?:was )?(?:cleared|acquitted|found not guilty)))\b(?! (?:of|to) (?!it\b|this\b|the (?:charge|offence)))"
)
_THEN: Final = re.compile(
    r"(?:,)? (?:and|but)(?: (?:he|she))? (?:was )?(?:later |then )?(?:(?P<convicted>(?:found guilty|convicted))|(?P<cleared>(?:cleared|acquitted|found not guilty)))\b(?! of\b)"
)

# "investigated a man who |stole| a jacket": somebody else's deed, or one only told of
_ANOTHERS: Final = re.compile(
    r"\b(?:who(?! (?:is|was|works|worked|serves|served)\b)|whom|whose|man|woman|accus\w+|investigat\w+|alleg\w+|claim\w+|said|says|told|whether|which|that|by|if|not|never|n't)\b|\b(?:was|were|been|being|got)(?: \w+)? \Z"
)


# "..., |a jury decided yesterday|."
_JURY: Final = r"(?:(?:a|the) (?:crown court )?jury|jurors|(?:the )?magistrates|(?:a|the) bench)(?: (?:has|have|had))?(?: unanimously| now)?"
_DECIDED: Final = r"(?:decided|found|ruled|concluded|agreed|determined)"
_AS_DECIDED: Final = re.compile(
    rf"[^.;:]{{0,120}}?, (?P<verdict>{_JURY} {_DECIDED})(?: (?:today|yesterday|unanimously|this \w+|last \w+|(?:on|at|in) [\w' ]{{3,40}}?|after [^.;,]{{3,50}}))*[.\n]"
)
# "|A jury decided that| a sergeant stole £900"
_DECIDED_THAT: Final = re.compile(rf"\b(?P<verdict>{_JURY} {_DECIDED}) that [^.;:]{{3,90}}\Z")
_NOT_DONE: Final = re.compile(
    r"\b(?:not|never|n't|no|nobody|neither|whether|if|could|may|might|accused|alleged\w*|who|inquest|civil|damages|compensation)\b"
)


_ONE: Final = re.compile(r" (?:an?|his|her|the) ?")


def settle_verdicts(prepared: Prepared, charges: list[Charge]) -> None:
    """Give a jury's word to the deed that it tells: "A detective assaulted a colleague, a jury decided"."""
    page, low = prepared.page, prepared.page.low
    if not holds_any(low, ("jury", "jurors", "magistrates", "bench")) or "inquest" in low:
        return
    for charge in charges:
        if (
            charge.stage not in (None, "charged")
            or charge.headline
            or len(charge.who) != 1
            or page.quoted(charge.start)
        ):
            continue
        s = page.sentences[charge.sentence]
        if _NOT_DONE.search(low, s.start, charge.start) is not None:
            continue
        found = _AS_DECIDED.match(low, charge.end, min(len(low), s.end + 1)) or _DECIDED_THAT.search(
            low, s.start, charge.start
        )
        if found is not None and _NOT_DONE.search(low, charge.end, s.end) is None:
            charge.put("convicted", found.span("verdict"))
            hung = any(h.value == "hung" for h in prepared.scan.of("stage"))
            if charge.count is None and hung and _ONE.search(low, charge.start, charge.end + 4) is not None:
                # of several counts one: on another the jury did not agree
                charge.count = Count(1, charge.start, charge.end)


def settle_deeds(prepared: Prepared, charges: list[Charge]) -> None:
    """Give the plea or verdict of the next sentence to a deed told alone, of somebody of whom no other crime is told."""
    page = prepared.page
    by_sentence: dict[int, list[Charge]] = {}
    for charge in charges:
        by_sentence.setdefault(charge.sentence, []).append(charge)
    for index, here in by_sentence.items():
        charge = here[0]
        if len(here) != 1 or charge.strong or charge.stage is not None or charge.headline:
            continue
        if len(charge.who) != 1 or index + 1 >= len(page.sentences) or index + 1 in by_sentence:
            continue
        if any(c is not charge and charge.who[0] in c.who and c.stage is not None for c in charges):
            continue
        if _ANOTHERS.search(page.low, page.sentences[index].start, charge.start) is not None:
            continue
        following = page.sentences[index + 1]
        if following.paragraph != page.sentences[index].paragraph or page.quoted(charge.start):
            continue
        found = _ENDS.match(page.low, following.start, following.end)
        if found is None or prepared.cast.who(found.end() - 1) != charge.who:
            continue
        _put(charge, found, _THEN.match(page.low, found.end(), following.end))


def _put(charge: Charge, found: re.Match[str], then: re.Match[str] | None) -> None:
    if found["guilty"] is not None:
        charge.put("guilty_plea", found.span("guilty"))
    elif found["convicted"] is not None:
        charge.put("convicted", found.span("convicted"))
    elif found["cleared"] is not None:
        charge.put("acquitted", found.span("cleared"))
    else:
        charge.put("denial", found.span("denied"))
    if then is not None:
        frame = "convicted" if then["convicted"] is not None else "acquitted"
        charge.put(frame, then.span("convicted" if then["convicted"] is not None else "cleared"))
