"""Dropped cases: the ways a page tells that nothing came of a crime that somebody was suspected of or charged with.

"Prosecutors said there was not a realistic prospect of conviction", "the inquiry ended with no charge", "the CPS
ruled out a prosecution": words of denying beside a word of prosecuting, with others between them. Phrases without
such a gap stand in ``data/court.toml``.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.spans import find_all

# One of these stands in whatever is found: nothing else is looked at.
_WORDS: Final = (
    "charg",
    "prosecut",
    "further action",
    "of convict",
    "of a conviction",
    "criminal",
    "cps",
    "no evidence",
)
# What may stand between the denying word and the prosecution that there was none of.
_BETWEEN: Final = (
    r"(?:(?:be|been|being|to|in|for|of|a|an|any|the|that|there|was|were|is|face|facing|bring|lead|leading|led|result|resulting|end|ending|further|criminal|realistic"
    r"|reasonable|formal|formally|enough|sufficient|evidence|justify|support|lay|authorise|recommend|advise|seek|pursue|warrant|merit|followed|public|interest|call|it|he|she|they|should|would|could) ){0,6}"
)
_CAME: Final = r"(?:(?:criminal )?(?:charges?|charging|prosecution|prosecuting|proceedings)|further (?:police |criminal )?action|prospect of (?:a )?convict(?:ion|ing))"
_NOTHING: Final = re.compile(
    rf"\b(?:(?:without|no|not|never|ruled out|ruling out|rules out|advis\w+ against|recommend\w+ against|decid\w+ against|rather than|short of|n't)"
    rf"|(?:did|do|does|was|were|is|has|had|wo|would|should|could)n't) {_BETWEEN}{_CAME}\b"
    r"(?: (?:has|have)\b)?(?! (?:of cowardice|witness\w*|counsel|barrister|lawyer|case against|room|sheet|nurse))"
)
# Whose decision it is, and what they did with the case: "prosecutors dropped it", "detectives closed the file".
_MATTER: Final = r"(?:case|matter|file|files|inquiry|enquiry|investigation|prosecution|proceedings|charges?|counts?|allegations?|complaint)"
_ENDED: Final = re.compile(
    rf"\b(?:prosecutors?|prosecution|crown|cps|crown prosecution service|police|detectives|force)(?: (?:has|had|have|later|then|eventually|since|quietly|also))* (?:dropped|shelved|abandoned|closed|discontinued|withdrew) (?:it|them|this|that|(?:the|that|its|their|his|her)(?: (?:criminal|theft|rape|\w+ing))? {_MATTER})\b"
    rf"|\b(?:criminal|police) {_MATTER}(?: (?:into|of|against) (?:him|her|them|the (?:officer|pair|two)))?(?: (?:was|were|has|had|been|later|then|since|eventually|subsequently|quietly|also|to))* (?:closed|dropped|discontinued|shelved|abandoned|halted|went no further|came to nothing|go no further|was filed)\b"
    rf"|\ban? (?:charge|count|allegation)(?: (?:that|which|the (?:crown|prosecution|cps)))?(?: (?:was|has|had|been|later|then|since|subsequently))* (?:dropped|withdrawn|discontinued|abandoned)\b"
    r"|\b(?:crown prosecution service|cps|prosecutors?|crown)(?: \w+){0,3}? (?:said|found|decided|concluded|ruled|considered|judged|thought|felt|advised)(?: (?:that|there|the|it|was|were|is))* (?:evidence (?:was|is|were) (?:insufficient|too weak|not strong enough|inadequate|lacking)|insufficient evidence|too little evidence)\b"
    r"|\b(?:legal|evidential|full code|charging|cps) (?:test|threshold|standard)(?: for (?:a |any |bringing )?(?:charge|charges|prosecution|a prosecution|a charge))? (?:was|were|had|has|is)(?: not|n't)(?: been)? (?:met|passed|reached)\b"
    r"|\b(?:prosecution|charges?|proceedings) (?:for|of|under|over) [^.;,]{2,50}? (?:was|were|is|would be|would)(?: not|n't) (?:be )?(?:justified|warranted|merited|appropriate|possible|in the public interest)\b"
    r"|\b(?:prosecutions?|criminal charges?|criminal proceedings) (?:was|were|has|have|had)(?: not|n't)(?: (?:been|then|ever|subsequently))* (?:brought|pursued|begun|commenced|started|authorised|recommended|advised|taken forward)\b"
    r"|\bfound no evidence of (?:a |any )?(?:crime|criminality|criminal (?:offence|conduct|wrongdoing|act))\b"
    r"|\b(?:prosecutors?|the crown|the cps|prosecution) (?:is|are|was|were|would|will|do|does|did)(?: not|n't)(?: now)? (?:be )?(?:proceed\w*|pursu\w+|press\w*)(?: with| on with| ahead)?\b"
)
# "considered whether the sergeant should be charged with manslaughter, and decided that he should not"
_WHETHER: Final = re.compile(
    r"\bwhether [^.;]{3,60}?\b(?:charg|prosecut)\w*[^.;]{0,120}?\b(?P<not>(?:decided|concluded|ruled|determined|advised|thought)\b[^.;]{0,40}?(?:should|would|could|must)(?: not|n't)(?: be)?)(?=[.;,]|\s*\Z)"
)
# "had a charge of theft |dropped|", "saw both counts |thrown out by a judge|", "had a theft charge |left on file|"
_HAD_IT: Final = re.compile(
    r"(?P<had>had|has|have|having|saw|seen|sees|seeing) (?:an?|one|the|two|three|four|five|six|his|her|their|another|both|all|further|similar|\d+) (?:[\w'-]+ ){0,4}?(?:charges?|counts?)(?: (?:of|for|under|relating to|against) [^.;:]{2,70}?)?(?: against (?:him|her|them))? (?P<end>dropped|withdrawn|discontinued|thrown out|struck out|left (?:to lie )?on (?:the )?file|abandoned|stayed)\b"
)
_REACH: Final = 90  # characters before and after one of the words


def dropped(page: Page) -> list[Span]:
    """Where a page tells that there was no charge, no prosecution or no further criminal action; in order."""
    low = page.low
    out: dict[Span, None] = {}
    for word in _WORDS:
        at = low.find(word)
        while at >= 0:
            s = page.sentence_at(at)
            start, end = max(s.start, at - _REACH), min(s.end, at + _REACH)
            for pattern in (_NOTHING, _ENDED):
                for m in pattern.finditer(low, start, end):
                    out[m.span()] = None
            at = low.find(word, at + len(word))
    for at in find_all(low, ("whether ",)):
        weighed = _WHETHER.match(low, at, page.sentence_at(at).end)
        if weighed is not None:
            out[weighed.span("not")] = None
    return sorted(out)


_HAD: Final = ("had ", "has ", "have ", "having ", "saw ", "seen ", "sees ", "seeing ")


def had_dropped(page: Page) -> list[tuple[Span, Span]]:
    """Where somebody "|had| a charge of theft |dropped|": the verb, after which the charge stands, and how it ended; in order."""
    low = page.low
    out = []
    for at in find_all(low, _HAD):
        if at and low[at - 1].isalnum():
            continue
        found = _HAD_IT.match(low, at, page.sentence_at(at).end)
        if found is not None:
            out.append((found.span("had"), found.span("end")))
    return sorted(out)
