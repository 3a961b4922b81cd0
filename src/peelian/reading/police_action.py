"""Police action: "no further action" that police or prosecutors took on a crime, and that is the outcome of no officer."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

_POLICE_LAW: Final = re.compile(
    r"\b(?:cps|prosecut\w+|evidential|under caution|on suspicion|prospect of (?:a )?conviction|charge[sd]?|charging|criminal|offences?|allegations? of assault\w*|crown|court|arrest\w*|by (?:the )?police|by officers|insurers?|ambulance|coroner|procurator|magistrates|judge|(?:absolute|conditional) discharge)\b"
)
# "faces no further action, the allegation being excessive force during an arrest": the arrest that others were put under
_DEED_AT_ARREST: Final = re.compile(
    r"\b(?:force|violence|language|assault\w*|incivility|comments?|remarks?|misconduct|rude\w*) (?:used |made )?(?:during|in|while making|when making|on) (?:an?|the) (?:[\w-]+ )?arrest\b"
)
# "They took no further action regarding the alleged assault": police work, and nobody's outcome.
_TOOK: Final = re.compile(r"(?:took|take|taking) no further")
_ABOUT_A_REPORT: Final = re.compile(
    r"(?: action)? (?:regarding|about|on|over|in relation to|in respect of|concerning|with regard to) (?:the |this |that |these |her |his |their |any )*(?:alleged |reported |earlier |original )*"
    r"(?:assaults?|reports?|calls?|threats?|thefts?|burglary|harassment|stalking|rape|robbery|damage|sightings?|crimes?|offences?|man|woman|suspect|driver|disputes?|information|e-?mails?|messages?)\b"
)


def is_police_action(clause: str, low: str, at: int, after: str) -> bool:
    """Whether "no further action", told at ``at`` in ``clause``, is of a crime; ``after`` follows it."""
    return _POLICE_LAW.search(_DEED_AT_ARREST.sub(" ", clause)) is not None or (
        _TOOK.match(low, at) is not None and _ABOUT_A_REPORT.match(after) is not None
    )
