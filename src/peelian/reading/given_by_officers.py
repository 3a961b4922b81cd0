"""Advice and warnings that an officer gave to somebody at work: police work, and no end of a case.

"|gave the man words of advice|", "a case to answer for |giving her words of advice| instead of taking a statement".
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

_PUBLIC: Final = (
    r"(?:m[ae]n|wom[ae]n|boys?|girls?|suspects?|couple|drivers?|motorists?|youths?|teenagers?|complainants?|neighbours?|partner|ex-partner|husband|wife|ex-husband|ex-wife|people|occupants?"
    r"|part(?:y|ies)|son|daughter|brother|caller|offender|perpetrator|cyclist|landlord|members? of the public|father|mother|resident|tenant|shopkeeper|pair of them)"
)
_TO_THE_PUBLIC: Final = re.compile(
    rf"\b(?:giv(?:e|es|ing|en)|gave|issu(?:e|ed|ing)|offer(?:ed|ing)?|provid(?:ed|ing)) (?:the|a|an|both|that|this|his|her|their|one|two) (?:[\w-]+ ){{0,2}}?{_PUBLIC} (?:some |only |with |simply |verbal |strong |formal )*['\"\u2018\u201c]?\Z"
    rf"|\b(?:the|a|that|this|her|his|their) (?:[\w-]+ ){{0,2}}?{_PUBLIC} (?:was|were|had been|being) (?:then |only |simply |also |just )*(?:given|issued with|offered) (?:some |only |with |verbal |strong )*['\"\u2018\u201c]?\Z"
    # "a case to answer for |giving her |words of advice"
    r"|\bfor (?:simply |only |merely |just |having |inappropriately |wrongly )*(?:giving|given|issuing|offering) (?:him|her|them) (?:some |only |with )*['\"\u2018\u201c]?\Z"
    r"|\bcase to answer\b[^.;]{0,180} and (?:giving|issuing|offering) (?:him|her|them) (?:some |only |with )*['\"\u2018\u201c]?\Z"
)


def is_given_to_the_public(before: str) -> bool:
    """Whether what stands before advice or a warning says that somebody outside the police was given it."""
    return _TO_THE_PUBLIC.search(before) is not None
