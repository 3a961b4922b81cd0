"""Culprits: what a court gave "the offender" or "the killer" on a page on which no officer was in court.

"PC Lee was warned for losing the film. The offender got 12 years": those years are nobody's whom the page reads.
Where an officer was tried, "the defendant" may well be that officer, and nothing is taken out.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page
from peelian.reading.spans import holds_any

_WHO: Final = (
    r"(?:offenders?|culprits?|perpetrators?|defendants?|accused|suspects?|gunm[ae]n|knifem[ae]n|killers?|murderers?|kidnappers?|rapists?|attackers?|assailants?"
    r"|abusers?|stalkers?|arsonists?|robbers?|burglars?|thie(?:f|ves)|fraudsters?|paedophiles?|dealers?|smugglers?|fugitives?|hit-and-run driver"
    r"|(?:person|man|woman|men|people|youths?|teenagers?|individuals?|those|pair|gang) (?:responsible|behind it|he was chasing|who (?!was\b|were\b|is\b|had been\b)(?:had )?(?:killed|murdered|attacked|stabbed|shot|raped|abused|assaulted|robbed|injured|did it|took|hit|struck|kidnapped|stalked|hurt)(?: (?:her|him|them|it|the [\w-]+|mr? [\w-]+|ms [\w-]+|[\w-]+'s [\w-]+))?))"
)
_SOMEBODY: Final = re.compile(
    rf"\b(?:the|an?|one|both|all|two|three|four|her|his|their|that|[\w-]+['\u2019]s|those) (?:(?!officer\b|police\b|constable\b|for\b|to\b)[\w-]+ ){{0,2}}?{_WHO}\b(?!['\u2019-])(?! (?:officer|constable|sergeant|police|pc|inspector|detective))"
)
_ADVERBS: Final = r"(?:(?:also|later|then|now|since|subsequently|eventually|himself|herself|ultimately|initially|already|finally|both|all|each|caught|traced|arrested|identified|and) )*"
_TERM: Final = r"(?:an? |the |at least |up to |more than )?(?:[\w-]+ ){0,3}?(?:years?|months?|weeks|life|sentences?|terms?|order|orders|custody|detention)\b|(?:an? )?\w+-(?:year|month|week)\b"
_FATE: Final = re.compile(
    r"(?:,(?P<called> [^.;,]{2,50}(?:, (?:aged )?\d\d)?),)?(?:,? (?:who|whose) [^.;,]{2,70},?)?,? "
    rf"(?P<from>(?:(?:was|were|has|have|had|been|is|are) {_ADVERBS})*{_ADVERBS}"
    rf"(?:jailed|imprisoned|convicted|sentenced|remanded|charged|prosecuted|acquitted|cleared|fined|cautioned|bailed|found (?:not )?guilty|locked up|sent (?:down|to prison)|put behind bars|detained (?:under|indefinitely|at|for|in a)"
    rf"|serving|pleaded (?:not )?guilty|pleads guilty|admit(?:s|ted)|den(?:ies|ied)|(?:given|handed|got|received|receives|serves|served) {_TERM}))"
)
_POLICE: Final = re.compile(
    r"\b(?:officers?|pcs?|ps|dc|dci|di|ds|dcs|sgt|insp|constables?|sergeants?|inspectors?|superintendent|detectives?|policem[ae]n|policewom[ae]n|pcsos?|special|commander|force|police staff|call handlers?|cops?)\b"
)
# An officer may be the one who was tried.
_TRIED: Final = re.compile(
    r"\b(?:(?:is|was|were|been|be|being|and|officer|officers|pc|ex-officer) (?:\w+ )?(?:charged|arrested|convicted|jailed|sentenced|prosecuted|remanded|fined|acquitted|imprisoned|locked up)|pleaded|pleads|pleading|(?:not )?guilty (?:to|of(?! (?:gross )?misconduct\b(?! in)))"
    r"|(?:on|stand|stands|stood|for) trial|dock|in court|before (?:the )?(?:court|magistrates)|(?:crown|magistrates['\u2019]?) court|jury|charges?|behind bars|prison|jail|criminal (?:charge|court|trial|prosecution|offence|investigation|inquiry)\w*|admitted (?!gross|misconduct(?! in public)|failing|that|he|she|not|breach|to)|accused of (?!gross|misconduct|failing|not|breach))\b"
)
_WORDS: Final = ("offender", "culprit", "perpetrator", "defendant", "accused", "suspect", "gunm", "knifem", "killer", "murderer", "kidnapper", "rapist", "attacker", "assailant", "abuser", "stalker", "arsonist", "robber", "burglar", "thie", "fraudster", "paedophile", "dealer", "smuggler", "fugitive", "hit-and-run", " responsible", " who ", "behind it", "chasing")  # fmt: skip
_BACK: Final = re.compile(
    r",? (?:but|while|and|whereas) (?:both |the (?:[\w-]+ ){0,2}?(?:officer|constable|sergeant|inspector|detective)s?\b|pcs? |sgt |ps |dc |ds |di |insp\w* |sergeant |constable |he |she |they )"
)

# A name or a word for somebody, and a comma; a time or a place before a comma leaves the sentence open
_IN_APPOSITION: Final = re.compile(
    r"\b(?!(?:january|february|march|april|may|june|july|august|september|october|november|december|later|then|trial|court|hearing|year|month|week|day|though|although|however)\b)[a-z'\u2019-]+, \Z"
)


def culprits(page: Page, others: list[Span]) -> list[Span]:
    """Where a page tells what a court did to whoever committed the crime, and no officer is told to have been tried.

    ``others`` are the places where it tells of the crimes of other civilians.
    """
    if not holds_any(page.low, _WORDS):
        return []
    found: list[Span] = []
    for s in page.sentences:
        end = s.start
        for m in _SOMEBODY.finditer(page.low, s.start, s.end):
            if _IN_APPOSITION.search(page.low, max(s.start, m.start() - 60), m.start()) is not None:
                continue  # "her boyfriend, |a drug dealer| serving 12 years, has been jailed": she has
            fate = _FATE.match(page.low, m.end(), s.end) if m.start() >= end else None
            if fate is None or _POLICE.search(page.low, m.end(), fate.start("from")) is not None:
                continue
            back = _BACK.search(page.low, fate.end(), s.end)
            end = back.start() if back is not None else s.end
            found.append((fate.start("from"), end))
    if not found or _tried(page, [*found, *others]):
        return []
    first = _POLICE.search(page.low)
    return [span for span in found if first is not None and first.start() < span[0]]


def _tried(page: Page, others: list[Span]) -> bool:
    """Whether the page tells of a trial anywhere else than in ``others``."""
    return any(
        not any(start <= m.start() < end or start <= m.end() - 1 < end for start, end in others)
        for m in _TRIED.finditer(page.low)
    )
