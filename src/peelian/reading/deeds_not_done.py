"""Deeds not done: a panel's verdict told by what it found that an officer had not done ("ruled that he had not struck the boy").

Only misdeeds count: "found that she had not told the truth" is a breach, and no denial of one.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.antecedents import spoken_of
from peelian.reading.asserted_findings import PANEL
from peelian.reading.findings import Finding
from peelian.reading.prepared import Prepared
from peelian.reading.spans import find_all

_PANEL: Final = r"(?:panel|chair\w*|hearing|tribunal|board|meeting|adjudicator|lqc|it|they|members|which)"
_FOUND: Final = r"(?:found|finds|ruled|rules|decided|decides|concluded|concludes|determined|held|accepted|agreed|(?:was|were) (?:satisfied|sure|persuaded|convinced)|announced|declared)"
_VERDICT: Final = (
    r"(?:verdict|ruling|decision|conclusion|finding|findings|determination|judgment|upshot|answer|result)"
)
_MISDEED: Final = (
    r"(?:touch\w*|push\w*|struck|strike|hit|punch\w*|kick\w*|slap\w*|assault\w*|beat\w*|grab\w*|grope\w*|kiss\w*|molest\w*|harass\w*|bull(?:y|ied|ying)|abus\w+|insult\w*|sw(?:ear|orn|ore)|threaten\w*|intimidat\w+|stalk\w*|spat|spit"
    r"|st(?:ole|eal|olen)|taken? (?:the|any|a) (?:money|cash|bribe)\w*|pocket\w*|lied|lie|lying|mis(?:led|lead|used?|using|handled|behaved|conducted)|deceiv\w+|cheat\w*|fabricat\w+|invent\w*|forg(?:ed?|ing)|falsif\w+|tamper\w*|planted|destroy\w*|deleted?|leak\w*|disclos\w+|passed (?:on|information)|snoop\w*"
    r"|used? (?:[\w-]+ )?(?:excessive|unlawful|unreasonable|unnecessary|disproportionate|any|racist|offensive|abusive|foul|the) (?:force|language|word|words|term|slur)|(?:act|behav)\w+ (?:dishonestly|improperly|unlawfully|inappropriately|corruptly|wrongly|unreasonably|with (?:malice|racial))"
    r"|commit\w*|breach\w*|broken? (?:any|the)|be(?:en|haved)? (?:dishonest|racist|sexist|violent|drunk|abusive|rude|aggressive|corrupt|motivated|asleep)|dishonest|racist|sexist|violent|drunk|abusive|rude|aggressive|corrupt|motivated by|asleep|intend\w* to|meant to|mocked?|made (?:the|any|a) (?:remark|comment|joke|threat|racist)\w*|sen[dt] (?:the|any|a)|slept|had sex|racially|discriminat\w+|targeted|taunt\w*|chok\w*|strangl\w*|dragg\w*|tripp\w*|fail(?:ed)? in|neglect\w*|accepted? (?:a|any|the) (?:bribe|gift|money)\w*|cover\w* up|turned? a blind eye)"
)
_NOT: Final = r"(?:had|did|was|has|were|have)(?: not|n't| never)(?: \w+ly| ever| in fact| been)*|(?:had|has|have) (?:neither|at no time)|never"
_DENIED: Final = re.compile(
    rf"\b(?:{_PANEL}(?:,? [^.;]{{1,40}}?)? {_FOUND}(?: \w+ly| on \w+| yesterday| today| at last)?,? (?:\w+ )?that|{_VERDICT}(?:,| was| is| being)*(?: (?:unanimous(?:ly)?|therefore|clear))?,? that)"
    rf" (?P<who>[^.;,]{{2,60}}?(?:, (?:of|from|who|a|an|aged) [^.;,]{{2,40}},)?) (?P<what>(?:{_NOT}) {_MISDEED}\b)"
)
# "had not struck him |but had| pushed him": something was found
_BUT: Final = re.compile(
    r"[^.;]{0,80}?(?:\b(?:but|although|though|yet|while|whereas)\b|\band (?:that )?(?:\w+ ){0,3}?(?:breach\w*|proved|proven|upheld|guilty|amounted|fell|failed))\b"
)
_COURT: Final = re.compile(
    r"\b(?:jury|jurors|judge|trial|court|prosecut\w+|sheriff|magistrates?|crown|inquest|coroner|ipcc|iopc|investigat\w+|tribunal of fact)\b"
)
_PUT: Final = re.compile(
    r"\b(?:told|heard|asked|urged|submitted|argued|insisted|claimed|claims|if|whether|says|said)\b"
)


def deeds_not_done(prepared: Prepared, heard: set[int]) -> list[Finding]:
    """Verdicts of a panel by which an officer had not done what was alleged, in order."""
    page, low = prepared.page, prepared.page.low
    if not heard or prepared.masthead.kind == "oversight_release":
        return []
    out: list[Finding] = []
    for index in sorted(
        {
            page.sentence_index(at)
            for at in find_all(low, (" not ", " never ", "n't ", " neither ", " at no time "))
        }
    ):
        if not heard & {index, index - 1, index - 2}:
            continue
        s = page.sentences[index]
        found = _DENIED.search(low, s.start, s.end)
        if found is None or page.quoted(found.start("what")) or _COURT.search(low, s.start, s.end):
            continue
        start, end = found.span("what")
        if _BUT.match(low, end, s.end) or _PUT.search(low, found.start(), found.start("who")):
            continue
        out.append(Finding("not_proven", start, end, PANEL, spoken_of(prepared, start), index))
    return out
