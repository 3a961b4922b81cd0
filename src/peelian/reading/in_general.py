"""Verdicts told in general or of somebody else by the way: "officers convicted of theft are sacked", "the pub was fined"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.scan import Hit

# "Anyone |convicted|", "officers |dismissed|" before what happens to all of them, "an officer found to have committed |gross misconduct|"
_ANYONE: Final = re.compile(
    r"(?:\b(?:anyone|anybody|whoever|any (?:[\w-]+ )?(?:officer|constable|person|member of staff)|an? (?:police )?officer)|(?:\A|[.,;:] |\b(?:that|if|when|because|all|since \d{4}) )(?:police )?officers)"
    r"(?: (?:who|is|are|was|were|has|have|been|be|being|found|to|guilty|commits?|committed|of|then|later))* \Z"
)
# "A surgeon who is |acquitted| of manslaughter may still be struck off"
_WHO_IS: Final = re.compile(
    r"\b(?:an?|any|every) (?:[\w-]+ ){1,2}(?:who|that) (?:is|has been) (?:then |later |found )?(?:not )?\Z"
)
_MAY_STILL: Final = re.compile(
    r"[^.;,]{0,50} (?:may|can|might|should|must|could|will (?:still|always|usually|normally|often)) "
)
_HAPPENS: Final = re.compile(
    r"[^.;,]{0,40}? (?:(?:are|is) (?:usually|always|often|normally|routinely|generally|automatically|likely)|will|would|can|could|may|might|should|must|faces?|risks?|(?:have|has) been (?:put|placed|added|barred))\b"
)
_USUALLY: Final = re.compile(
    r"\b(?:are|is|be) (?:usually|always|often|normally|routinely|generally|automatically|likely to be) \Z"
    # "dishonesty will almost always lead to |dismissal|"
    r"|\b(?:will|would|should|must|can|ought to) (?:almost |nearly )?(?:always|usually|often|normally|invariably|inevitably|generally|ordinarily) (?:lead to|mean|result in|be met with|be met by|warrant|attract|merit|end in|bring) (?:\w+ )?\Z"
)
# "the number of police officers |dismissed|", "In numbers: officers |dismissed|"
_NUMBERS: Final = re.compile(
    r"\b(?:numbers?|figures?|proportion|percentage|share|how many|lists?|database|register|hundreds?|thousands?|total)(?:: | of | for | on )?(?:the )?(?:[\w-]+ ){0,3}?officers(?: who)?(?: (?:were|had been|have been|are|being))? \Z"
    r"|\bhundred(?: and [\w-]+)? (?:police )?officers (?:were|had been|have been) \Z"
)
# "a |conviction for| theft would mean", "the maximum |sentence for| theft"
_AS_A_RULE: Final = re.compile(r"\b(?:maximum|minimum|typical|usual|likely|average|possible|starting) \Z")
_ANY: Final = re.compile(r"(?:\A|(?<!\bonly)\W)(?:an?|any) \Z")
_WOULD_MEAN: Final = re.compile(r"[^.;,]{0,40}? (?:would|could|will|can|may|might|means?|leads?|carries)\b")
_ASKED: Final = re.compile(r"\b(?:(?<!as )if|whether)\b[^.;,]{0,60} \Z")
_FEARED: Final = re.compile(r"\b(?:fears?|feared|worries|worried|afraid) (?:that )?[^.;,]{0,50}\Z")
# "The pub where he drank was |fined|", "a neighbour was |fined|", "the trial of a man |jailed for|"
_OTHERS: Final = re.compile(
    r"(?:\A|[.;,] (?:and |but |while )?|\bthat )(?:the|an?|his|her|their|another) (?:[\w'-]+ )?(?:pub|force|company|club|firm|council|landlord|bar|constabulary|neighbour|newspaper|employer|hospital|school|shop|bank|website|broadcaster|burglar|robber|thief|dealer|gang)"
    r"(?: (?:who|where|that|which) [^.;,]{2,40})? (?:was|were|has been|had been)(?: later| also| then)? \Z"
    r"|\b(?:trial|case|arrest|prosecution|conviction) of an? (?!police|former|serving|officer)(?:[\w-]+ )?(?:man|woman|dealer|burglar|robber|thief|driver|youth|teenager|couple|gang)(?: (?:later|since|who was|who had been))? \Z"
)
_BY_A_CLUB: Final = re.compile(
    r" (?:£[\d,]+ )?by (?:his|her|their|the) (?:[\w-]+ )?(?:club|team|league|employer|bank|landlord|school)\b"
)
# "sacked |as a bouncer|": from other work; "the previous constable was |sacked|"
_OTHER_WORK: Final = re.compile(
    r" (?:as an? (?:[\w-]+ )?(?:bouncer|doorman|barman|barmaid|waiter|waitress|teacher|soldier|nurse|cashier|driver|guard|labourer|salesman|chef|cook|lifeguard|steward|porter|builder|plumber|mechanic)\b"
    r"|from (?:the (?:army|navy|raf|marines)|an? (?:shop|pub|bar|supermarket|restaurant|bank))\b)"
)
_PREVIOUS: Final = re.compile(
    r"\b(?:previous|last) (?:officer|constable|sergeant|inspector|superintendent|detective|incumbent)(?: (?:who )?(?:was|had been))? \Z"
)


# "officers have been |found guilty| of crimes ranging from stalking to burglary": a survey's, and nobody's
_ALL_SORTS: Final = re.compile(
    r"(?: (?:of|for|over|with))?[^.;,]{0,40}\b(?:crimes?|offences|charges) (?:ranging|that range|as (?:serious|varied|diverse) as|from [\w ]{3,40} to)\b"
)


def is_general(low: str, start: int, hit: Hit, stop: int) -> bool:
    """Whether a verdict at ``hit`` is a rule, a question, a fear, or somebody else's; its sentence is ``[start, stop)`` of the text."""
    before = low[start : hit.start]
    if "officers" in before and _ALL_SORTS.match(low, hit.end, stop):
        return True
    if hit.kind == "finding":
        asked = _ASKED.search(before) is not None
        return asked or (
            _ANYONE.search(before) is not None and _HAPPENS.match(low, hit.end, stop) is not None
        )
    if _ANYONE.search(before) and (_HAPPENS.match(low, hit.end, stop) or " any" in f" {before}"):
        return True
    if _WHO_IS.search(before) and _MAY_STILL.match(low, hit.end, stop):
        return True
    if _USUALLY.search(before) or _FEARED.search(before):
        return True
    if hit.kind == "outcome":
        if "officers" in before and _NUMBERS.search(before):
            return True
        return _OTHER_WORK.match(low, hit.end, stop) is not None or _PREVIOUS.search(before) is not None
    if _AS_A_RULE.search(before) or (_ANY.search(before) and _WOULD_MEAN.match(low, hit.end, stop)):
        return True
    return _OTHERS.search(before) is not None or _BY_A_CLUB.match(low, hit.end, stop) is not None
