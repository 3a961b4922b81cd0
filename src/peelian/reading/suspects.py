"""What is held against those whom officers dealt with: suspects, prisoners, other defendants, a dead woman's lodger.

"A woman who had been arrested for being drunk", "a burglar with 30 convictions", "three other defendants were jailed for
supplying drugs": none of it is told of an officer.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kin import KIN
from peelian.reading.model import Span
from peelian.reading.others_crimes import DONE, ONE
from peelian.reading.page import Page
from peelian.reading.spans import holds_any

# "a burglar |with 30 convictions for theft| who had been jailed nine times"
_WITH_CONVICTIONS: Final = re.compile(
    r"\b(?:an?|the|his|her|another) (?:[\w-]+ ){0,3}?(?:man|woman|boy|girl|youth|teenager|burglar|thief|robber|dealer|criminal|offender|addict|user|drunk|motorist|driver|boyfriend|girlfriend|husband|wife|brother|friend|partner|prisoner|gangster|sex worker|informant),? "
    r"(?P<from>with (?:\d+|an?|two|three|four|five|six|ten|a dozen|dozens of|several|many|numerous|previous|a string of|a list of|a history of)(?: [\w-]+){0,3}? (?:convictions?|offences|crimes)\b(?: for [a-z' -]{3,40}?(?= who| and|[,.;]))?(?:,? who (?:had|has) (?:been|served)[^.;,]{2,40})?)"
)
# "a woman, Ms L, who had been arrested |for being drunk|", "a moped |suspected of having been used in a theft|", "a woman whose |burglary she was investigating|"
_HELD: Final = re.compile(
    rf"\b(?:when|that|of|with|to|by|from|where|after|stopped|found|met|saw) (?:an?|the|another|one) (?:[\w'-]+ ){{0,3}}?{ONE},? (?:(?:ms|mr|mrs|miss|known as) [^,.;]{{1,20}}, |[a-z]{{1,2}}, )?who (?:had been|was|were|is) (?:(?:also|later|earlier) )?(?:arrested|detained|suspected|accused|held) (?P<from>(?:for|of|on suspicion of|over)\b[^.,;]{{2,80}})"
    r"|\b(?:moped|car|van|vehicle|motorbike|motorcycle|bike|scooter|lorry|taxi)(?:,? (?:that|which))? (?:was |had been )?(?P<thing>(?:suspected|believed|thought|linked|reported|known) (?:of|to)\b[^.,;]{2,80})"
    r"|\bwhose (?P<whose>[a-z -]{4,24} (?:he|she|they) (?:was|were|had been|had|is) (?:investigat|handl|deal|look)\w+)"
)
# "the scene of a murder for which a man |is serving life imprisonment|"
_FOR_WHICH: Final = re.compile(
    r"\bfor which (?:an?|the|two|three|four|her|his|their) (?!(?:former |serving )?(?:officer|police|constable|sergeant|pc)\b)[\w' -]{2,40}? (?P<from>(?:is|are|was|were|has been|had been) (?:(?:now|later|since|then|currently) )?(?:serving|jailed|convicted|sentenced|imprisoned|given)\b[^.;,]*)"
)
_SPEEDING: Final = re.compile(
    r"\b(?:over|arising from|cancel(?:led|ling)|quash(?:ed|ing)) an? speeding (?:fine|ticket|notice)s?\b"
)
# "Three other defendants |were jailed for supplying drugs|"
_OTHER_DEFENDANTS: Final = re.compile(
    rf"[\"']?(?:(?:an?|one|two|three|four|five|six|seven|eight|several|the|another) )?(?:other|further|more) (?:[\w-]+ )?(?:defendants?|men|women|people|persons?|civilians?|accused)\b(?! officers?)(?: (?:at|in|before|from|who) [^.;,]{{3,50}}?)? (?P<from>{DONE})"
)
# "The couple's lodger, who was arrested for murder, |was released without charge|"
_SOMEBODYS: Final = re.compile(
    rf"(?:the (?:couple|victim|family|dead woman|dead man)'s|his|her|their) (?:[\w-]+ ){{0,2}}?(?:{KIN}|friend|colleague from [\w ]{{3,20}}|gardener|accountant|solicitor|business partner)(?:, [^.;,]{{3,40}})?,? (?P<from>who (?:was|were|had been|has been) (?:also |later |first |initially )?(?:arrested|charged|questioned|convicted|jailed|accused|cautioned)\b[^.;]*)"
)
# "His accountant, Leo Marks, |had already pleaded guilty and was given 18 months|"
_HIS_ASSOCIATE: Final = re.compile(
    rf"(?:his|her|their) (?:[\w-]+ ){{0,2}}?(?:{KIN}|friend|accountant|solicitor|business partner|associate|landlord|gardener|builder|dealer)(?:, (?!(?:and|who|also)\b)[a-z][\w'-]+(?: [a-z][\w'-]+){{1,2}}(?:, \d\d)?,)? (?P<from>(?:(?:had|has) )?(?:already |also |earlier |previously |later )?{DONE})"
)
_POLICE: Final = re.compile(
    r"\b(?:officers?|constables?|sergeants?|inspector|detectives?|pcs?|pcso|special|police (?:officer|staff|worker))\b"
)


def suspects(page: Page) -> list[Span]:
    """Where a page tells what suspects, prisoners and other defendants were arrested for or convicted of, in no order."""
    low, out = page.low, []
    if " with " in low:
        out += [m.span("from") for m in _WITH_CONVICTIONS.finditer(low)]
    if holds_any(low, (" who ", "suspected", "believed", "linked", "reported", "whose ")):
        out += [m.span(m.lastgroup or 0) for m in _HELD.finditer(low)]
    if "for which " in low:
        out += [m.span("from") for m in _FOR_WHICH.finditer(low)]
    if "speeding" in low:
        out += [m.span() for m in _SPEEDING.finditer(low)]
    for s in page.sentences:
        for shape in (_OTHER_DEFENDANTS, _SOMEBODYS, _HIS_ASSOCIATE):
            found = shape.match(low, s.start, s.end)
            if found is not None and _POLICE.search(low, s.start, found.end()) is None:
                out.append((found.start("from"), s.end))
    return out
