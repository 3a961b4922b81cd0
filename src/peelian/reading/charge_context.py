"""What the words around an offence or a frame say: somebody else's, a mere attribute, a panel's finding, a possibility."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import Token
from peelian.reading.page import Page, Sentence
from peelian.reading.possible import is_verb, only_possible
from peelian.reading.spans import holds_any

_NOT_GOVERNED: Final = re.compile(
    r"[;.]|\b(?:who|whose|whom|while|when|where|because|although|though|if|despite)\b"
    r"|\w (?:after|following|amid) (?:(?!trial|retrial|jury)[\w'-]+ ){0,3}(?<!of )(?<!for )(?<!to )\Z"  # "guilty of leaks after a murder"
)
_SOMEBODY_ELSES: Final = re.compile(
    r"(?:\b(?:victims?|survivors?|complainants?|witness(?:es)?|suspects?|report|reports|complaints?|allegations? by|(?<!on )(?<!stand )(?<!stands )(?<!standing )(?<!stood )(?<!awaiting )(?<!awaits )(?<!facing )(?<!faces )trial for the|case|cases|man|woman|people|men|women"
    r"|boy|girl|driver|suspected|(?<!was )(?<!were )(?<!been )reported|investigat(?:e|es|ed|ing) (?:a|an|the|reports? of)|handling|attended|attending|pleads? for"
    r"|response to|reporting|fight|tackle|tackling|prevent|preventing|combat|combating|end|ending|deal with|dealing with|reporter of)"
    r" (?:of |who alleged |alleging |accused of |over |involving |in |about |for )?(?:an? |the |his |her |alleged |suspected |domestic |possible )*\Z)"
)
# what a paper calls a force by when it says "the Kent man"
_SHIRES: Final = (
    "avon and somerset|bedfordshire|cambridgeshire|cheshire|city of london|cleveland|cumbria|derbyshire|devon and cornwall|dorset|durham|dyfed-powys|essex|gloucestershire|greater manchester|gwent|hampshire"
    "|hertfordshire|humberside|kent|lancashire|leicestershire|lincolnshire|merseyside|met|norfolk|north wales|north yorkshire|northamptonshire|northumbria|nottinghamshire|south wales|south yorkshire|staffordshire"
    "|suffolk|surrey|sussex|thames valley|warwickshire|west mercia|west midlands|west yorkshire|wiltshire|british transport|btp"
)
# "carried out a raid in connection with a series of |robberies|": somebody's, whom police looked for
_RAID_FOR: Final = re.compile(
    r"\b(?:raids?|search(?:es)?|operation|manhunt|hunt|warrants?|patrols?)\b[^.;,]{0,30}\b(?:in connection with|linked to|relating to|related to|over|after) (?:(?:an?|the|two|three|several|suspected|alleged|series|string|spate|number|of) ?)*\Z"
)
# An officer's own work: "did not supervise an investigation into an allegation of rape", "closed a report of".
_OWN_WORK: Final = re.compile(
    r"\b(?:investigat(?:ion|ing|e|ed)s?|inquir(?:y|ies)|enquir(?:y|ies)|log|crime report|incident|call) (?:into|of|about|from|for)?(?: an?| the| two| three| several| this| that| his| her)?(?: [\w-]+){0,2} (?:allegations?|reports?|complaints?|accusations?|offences?)(?: made)? (?:of|about|that) (?:an? |the )?\Z"
)
_HANDLED: Final = re.compile(
    r"\b(?:supervis\w+|oversee\w*|oversaw|conduct(?:ed|ing)?|carr(?:y|ied|ying) out|progress(?:ed|ing)?|complet(?:e|ed|ing)|fail\w*|neglect\w*|mishandl\w+|delay\w*|review\w*|clos(?:e|ed|ing)|finalis\w+|lead|led|leading|in charge of|responsible for|allocated|assigned)\b[^.;]{0,60}\Z"
)
_ATTRIBUTE: Final = re.compile(
    r"\A(?:'s?)?[ -](?:victims?|suspects?|squad|team|unit|division|command|branch|bureau|directorate|department|policing|helpline|complainant|complainants|survivors?|investigators?|detectives?|inquir(?:y|ies)"
    r"|investigations?|probes?|cases?|crisis|support|law|laws|legislation|services?|policy|file|files|allegations? against (?!him\b|her\b|them\b|the (?:officer|constable|sergeant|detective|inspector))|register|prevention|offenders? (?:register|order)|appeal)\b"
)
_STATUTE: Final = re.compile(
    r"\b(?:contrary to|under|in breach of|in contravention of|within the meaning of|an offence against)(?: the| section| s\.?| ?\d+[\w().]*| of| and)* ?\Z"
)
_COURT_WORDS: Final = re.compile(r"\b(?:verdict|sheriff|charges?|counts?|jury|jurors|court|judge|trial)\b")
_MISCONDUCT_WORDS: Final = re.compile(
    r"\b(?:misconduct(?! in (?:a )?public)|case to answer|disciplinary|reasonable (?:tribunal|panel)|professional behaviour)\b"
)
_PROSECUTION_WORDS: Final = re.compile(
    r"\b(?:crown prosecution|cps|prosecut\w+|jury|jurors|verdict|court|judge|trial|charges? of|charged)\b"
)
# A member of the public is the subject of the verb: "the man was arrested for", "a woman who had been charged with".
_CIVILIAN: Final = re.compile(
    r"\b(?:an?|the|one|another|this|that|his|her|their|two|three) (?:\d+-year-old |young |elderly |local |other |teenage |second |third |vulnerable |homeless )?"
    r"(?:man|woman|boy|girl|suspects?|driver|rider|passenger|teenager|youth|detainee|prisoner|complainant|victim|couple|men|women|male|female|child|civilian|husband|wife|partner|brother|sister|son|daughter|father|mother|friend|resident|householder|protester|student|civilians|boys|girls|teenagers|motorist|pedestrian|cyclist|attacker|offender|burglar|dealer)"
    r"(?:,? (?:who|whom|he|she|they))?(?: \w+){0,2}? (?:was|were|is|are|had|has|have|been|being|later|then|subsequently|already|also|would|could|pleaded|previously|who)(?: \w+){0,2} ?\Z"
)
# "gave evidence against a man |on trial for|", "guarded two women |accused of|": of whom the officer's work was about
_MAN_ON_TRIAL: Final = re.compile(
    r"\b(?:against|of|for|about|with|to|by|in|on|at|guard(?:ed|ing)|escort(?:ed|ing)|arrest(?:ed|ing)|interview(?:ed|ing)|defend(?:ed|ing)|befriend(?:ed|ing)|met|visit(?:ed|ing)|search(?:ed|ing)) (?:an?|the|two|three|four|five|another|some|several) (?!officer|constable)(?:[\w-]+ ){0,3}?"
    r"(?:man|men|woman|women|boy|boys|girl|teenager|teenagers|youths?|suspects?|prisoners?|people|person|gang|couple|husband|wife|father|mother|brothers|driver|dealers?|burglars?|robbers?|defendants?)(?: of \d\d)?,? (?:who (?:was|were|is|are|had been) |then |now |later )?\Z"
)
# "the officer arrested the man on suspicion of"
_ARRESTED_SOMEBODY: Final = re.compile(
    r"\barrest(?:ed|ing|s)? (?:him|her|them|mr \w+|(?:the|an?|two|three|four) (?!officer|constable|sergeant|inspector|detective|pc|former|serving|special)(?:[\w-]+ ){0,2}[\w-]+) ?\Z"
)
# "his association with a person |convicted of|", "lived with an individual |jailed for|": whose company an officer kept
_KEPT_COMPANY: Final = re.compile(
    r"\b(?:with|to|from|by|about|for|visit(?:ed|ing)|dat(?:ed|ing)|marri(?:ed|age to)|contact(?:ed|ing)?|know(?:n|s|ing)?|knew|harbour(?:ed|ing)) (?:an?|any|another|one|two|three|several|some|many|her|his|other|known|such)?(?: [\w-]+)?? ?"
    r"(?:someone|somebody|anyone|person|people|persons|individuals?|friends?|relatives?|associates?|acquaintances?|criminals?|prisoners?|family members?|members? of the public|man|men|woman|women|m(?:ale|en)|females?|boyfriend|girlfriend|partner|husband|wife|brother|sister|cousin)"
    r"(?:,? (?:who|whom|that|he|she|they|previously|recently|later|since|then|already|currently|himself|herself|known|believed|said|knew|knows|to|be|being|is|was|were|are|had|has|have|been))*,? \Z"
)
_COMPANY: Final = 110  # characters before the frame
# "persuaded prisoners to |admit| burglaries", "bullied a boy into |confessing|": what others were made to say
_MADE_OTHERS: Final = re.compile(
    r"\b(?:persuad\w+|encourag\w+|forc(?:ed|ing)|press(?:ed|ing|ur\w+)|induc\w+|coach\w+|trick\w+|bull(?:ied|ying)|cajol\w+|talk(?:ed|ing)|got|getting|paid|paying|allow\w+|invit\w+|coax\w+)"
    r" (?!him\b|her\b|himself|herself)[^.;,]{2,50}? (?:to|into) (?:falsely |wrongly |later )?\Z"
)


# "A shoplifter whom she arrested in 2018 was |jailed|": whoever he or she met, and not he or she
_WHOM_HE: Final = re.compile(
    r"(?:\A|[.;,] |\b(?:and|but|that|while|when|after|because) )(?:the|an?|another|one|two|three|his|her) (?!day\b|time\b|case\b|offence\b|year\b)(?:[\w'-]+ ){1,3}?(?:whom|who|that) (?:he|she) (?:[\w'-]+ ){1,8}?(?:was|were|has been|had been|had(?: himself| herself)? been)(?: \w+){0,2} \Z"
)


def of_whom_he(low: str, start: int, floor: int) -> bool:
    """Whether a verdict or a term at ``start`` is that of somebody told of by what the officer did to him or her."""
    return _WHOM_HE.search(low[max(floor, start - 150) : start]) is not None


_RESUMES: Final = ("will ", "won't ", "was ", "were ", "is ", "has ", "had ", "must ")


def of_company(low: str, start: int, floor: int) -> bool:
    """Whether a charge, a verdict or a term told at ``start`` is that of one with whom an officer kept company."""
    return _KEPT_COMPANY.search(low, max(floor, start - _COMPANY), start) is not None


_CIVILIAN_FIRST: Final = re.compile(
    r"(?:(?:in|on|at|during|after) [^,]{2,40}, )?(?:the|an?|another) (?!older |younger |elder )(?:(?!police\b|patrol\b|pursuit\b|response\b|off-duty\b)[\w-]+ ){0,2}(?:man|woman|boy|girl|suspect|driver|teenager|youth|victim|husband|partner)\b"
    r"(?:(?!\b(?:officers?|constable|constabulary|sergeant|inspector|detective|pc|he|she|police|pcso|you|special)\b)[^.])*\Z"
)
# "The CPS decided that the driver should be charged with": no mere possibility.
_DECIDED: Final = re.compile(
    r"\b(?:crown prosecution|cps|prosecut\w+|(?:i|we) (?:have )?(?:now |also |therefore )?)\b[^.;]*\b(?:decided|determined|directed|advised|concluded|ruled|said)\b[^.;]* (?:should|would) be \Z"
)
_CRIMINAL_WORDS: Final = re.compile(
    r"\b(?:crown prosecution|cps|criminal|arrest\w*|charg\w+|prosecut\w+|under caution|file|police investigation|detectives)\b"
)
_CRIMINAL: Final = (  # ... of which the pattern needs one
    "arrest", "charg", "prosecut", "crown pros", "cps", "criminal", "under caution", "file", "police inv", "detectives",
)  # fmt: skip
_PLAIN: Final = re.compile(
    r"(?:assault(?:ed|ing)? (?:on )?(?:a|his|her)\b|stole|stealing|stolen|(?:child |historic(?:al)? )?(?:sex|sexual|driving|drugs?|image|dishonesty|motoring|traffic) (?:offence|charge|crime)s?\b)"
)
_SAID_IN_COURT: Final = ("plead", "pled", "guilty", "entered", "plea", "but guilty", "and guilty", "then guilty", "instead guilty")  # fmt: skip


_BENCH: Final = re.compile(r"\b(?:judge|jury|jurors|magistrates?|bench|court|justices?|recorder|sheriff)\b")


def in_court(low: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` speaks of a court, a jury or a charge."""
    return _COURT_WORDS.search(low, start, end) is not None


# "Could not be proved", "not in the public interest": of a charge only where prosecutors or a court are spoken of.
_JUDGED: Final = ("be proved", "be proven", "public interest", "on the evidence", "by the evidence")
_BY_PROSECUTORS: Final = re.compile(r"\b(?:police|cps|crown|prosecut\w+|charg\w+|evidence offered|file)\b")


def by_a_panel(low: str, token: Token, sentence: Sentence) -> bool:
    """Whether "not proven", "insufficient evidence" or "did not agree" is said of misconduct and not in court."""
    words = low[token.start : token.end]
    if words.endswith(("not proven", "to answer")):
        return not in_court(low, sentence.start, sentence.end)
    if words.endswith(_JUDGED):
        start, end = max(sentence.start, token.start - 300), min(sentence.end, token.end + 100)
        return _PROSECUTION_WORDS.search(low, start, end) is None
    if words.startswith(("dismiss", "threw out", "throws out", "tossed out")):
        return _BENCH.search(low, max(sentence.start, token.start - 200), token.start) is None
    start, end = max(sentence.start, token.start - 200), min(sentence.end, token.end + 200)
    bar = low.find("|", token.end, end)
    end = end if bar < 0 else bar  # a cell of a table is looked at alone
    return (
        token.value != "acquitted"
        and _BY_PROSECUTORS.search(low, token.start, token.end) is None
        and _MISCONDUCT_WORDS.search(low, start, end) is not None
        and _PROSECUTION_WORDS.search(low, start, end) is None
    )


def linked(gap: str) -> bool:
    """Whether a frame reaches over ``gap``: no new clause and no new sentence begins in it."""
    return len(gap) < 220 and _NOT_GOVERNED.search(gap) is None


def breaks(low: str, start: int, end: int) -> bool:
    """Whether a clause that a frame does not govern begins in ``[start, end)``."""
    return _NOT_GOVERNED.search(low, start, end) is not None


# "Police officers ... have been found guilty of crimes ranging from |stalking| to |burglary|": a survey's, and nobody's
_OF_OFFICERS: Final = re.compile(
    r"(?:\A|[.\n] ?)(?:(?:hundreds|dozens|scores|thousands) of )?(?:police )?officers\b[^.;]{0,150}\b(?:crimes|offences|charges) ranging from [^.;]{0,60}\Z"
)


def only_named(low: str, start: int, end: int, floor: int) -> bool:
    """Whether an offence named at ``[start, end)`` is nobody's charge: "rape victims", "a report of burglary", "murder squad"."""
    if "ranging from" in low[max(0, start - 90) : start] and _OF_OFFICERS.search(
        low, max(0, start - 220), start
    ):
        return True
    return (
        _ATTRIBUTE.match(low[end : end + 24]) is not None
        or (
            _SOMEBODY_ELSES.search(low[max(floor, start - 48) : start]) is not None
            and _CONVICTED_MAN.search(low[max(floor, start - 90) : start]) is None
        )
        or _is_own_work(low, start)
        or _is_of_inquiry(low, start, floor)
        or _RAID_FOR.search(low, max(floor, start - 90), start) is not None
        or (
            low[start:end] == "false account" and _GIVEN_TO.search(low, max(0, start - 24), start) is not None
        )
    )


# "convicted the former Kent man of |theft|": whoever a court convicts is no victim, if the words make him an officer
_CONVICTED_MAN: Final = re.compile(
    r"\b(?:convict(?:ed|s|ing)|clear(?:ed|s|ing)|acquitt?(?:ed|s|ing)|found) the (?:ex-|(?:former|sacked|disgraced|retired|suspended|serving|off-duty|\d\d-year-old)\b|[\w-]+ (?:police|constabulary|force)\b|(?:"
    + _SHIRES
    + r")\b)[^.;,]{0,40}?\b(?:man|woman)(?: guilty)? of (?:an? )?\Z"
)
# "gave a false account of the arrest": words, and no books
_GIVEN_TO: Final = re.compile(
    r"\b(?:g[ai]v\w+|provid\w+|ma(?:de|king)|told|wr[io]t\w+|put forward) (?:an? |the )?\Z"
)


_INQUIRY: Final = (
    r"(?:[\w'-]+ ){0,3}?(?:investigations?|inquir(?:y|ies)|enquir(?:y|ies)|re-?investigation|manhunt|hunt|review|prosecution|trial) "
    r"(?:into|of|for|over|after|following) (?:[\w'-]+ ){0,4}\Z"
)
# "charged with lying |over the 1984 inquiry into the |murder of a schoolgirl": an officer's work, and not the crime
_OVER_INQUIRY: Final = re.compile(
    r"\b(?:over|about|relating to|related to|concerning|arising (?:from|out of)|in relation to) (?:the|his|her|their|its|an?) "
    + _INQUIRY
)
_CHARGED_AFTER_INQUIRY: Final = re.compile(
    r"\b(?:charged with|guilty (?:of|to)|convicted of|accused of|jailed for|cleared of|acquitted of|admit(?:s|ted|ting)?|den(?:ies|ied|ying)) "
    r"[^.;]{4,80}? (?:after|following|during|in|amid) (?:the|his|her|their|its|an?) " + _INQUIRY
)
_INQUIRIES: Final = ("inquir", "enquir", "investigation", "hunt", "review", "prosecution", "trial")


def _is_of_inquiry(low: str, start: int, floor: int) -> bool:
    """Whether an offence is what an inquiry was about over which somebody is charged with something else."""
    if not holds_any(low[max(floor, start - 60) : start], _INQUIRIES):
        return False
    return (
        _OVER_INQUIRY.search(low, max(floor, start - 120), start) is not None
        or _CHARGED_AFTER_INQUIRY.search(low, max(floor, start - 200), start) is not None
    )


def _is_own_work(low: str, start: int) -> bool:
    """Whether an offence is only what an officer should have looked into."""
    work = _OWN_WORK.search(low, max(0, start - 90), start)
    return work is not None and _HANDLED.search(low, max(0, work.start() - 90), work.start() + 1) is not None


def cites_statute(low: str, start: int, floor: int) -> bool:
    """Whether an offence's name is only the statute of the one before it ("contrary to section 1 of the ...")."""
    return _STATUTE.search(low[max(floor, start - 48) : start]) is not None


# "A |sergeant and his wife have| been charged with": both
_WITH_KIN: Final = re.compile(
    r"\b(?:officer|constable|pc|pcso|sergeant|inspector|detective|superintendent|policeman|policewoman)(?: [^.;,]{2,40})? and (?:his|her) (?:[\w-]+ ){0,2}?(?:wife|husband|partner|brother|sister|son|daughter|father|mother|friend)(?: \w+)? (?:have|were|are)\b[^.;]{0,40}\Z"
)


def somebody_elses(low: str, floor: int, token: Token) -> bool:
    """Whether the words before a frame, in its sentence from ``floor`` on, make it a member of the public's or only a possibility."""
    before, frame = low[floor : token.start], token.value
    return (
        (_CIVILIAN.search(before[-90:]) is not None and not _WITH_KIN.search(before[-150:]))
        or (frame in ("charged", "accused") and _MAN_ON_TRIAL.search(before[-90:]) is not None)
        or _MADE_OTHERS.search(before[-90:]) is not None
        or (of_company(low, token.start, floor) and not _is_resumed(low, floor, token.start))
        or of_whom_he(low, token.start, floor)
        or (
            frame
            not in (
                "discontinued",
                "denial",
                "quashed",
                "hung",
            )  # "indicated that she would plead not guilty"
            and not low.startswith("plead", token.start)
            and is_verb(low, token.start, token.end)
            and only_possible(low, floor, token.start, token.end)
            and not _DECIDED.search(before[-170:])
        )
        or (frame in ("alleged", "charged") and _ARRESTED_SOMEBODY.search(before[-60:]) is not None)
        or (len(before) < 130 and _CIVILIAN_FIRST.match(before) is not None)
    )


def _is_resumed(low: str, floor: int, start: int) -> bool:
    """Whether a main clause goes on: "Lee, who was accused by a former partner, |will not be charged|"."""
    return low.startswith(_RESUMES, start) and low.endswith(", ", 0, start) and " who " in low[floor:start]


_SOUGHT: Final = re.compile(
    r"\b(?:fail\w*|unsuccessful\w*|bid\w*|attempt\w*|tr(?:y|ied|ies|ying)|sought|seek\w*|ask\w*|want\w*|hop(?:e|es|ed|ing)|refus\w+"
    r"|declin\w+|appl(?:y|ied|ies|ication)|appeal\w*|fight|fought|battle|challenge)\b[^.;,]{0,40}?"
    r"\bto (?:(?:have |get |see |be )?(?:(?:his|her|their|the|that|both|all|an?) )?(?:[\w'-]+ ){0,2}"
    r"|(?:have|get|see) (?:his|her|their|the|that|both|all) (?:[\w'-]+ ){0,4}convictions? for (?:[\w'-]+ ){1,6})\Z"
    r"|\b(?:wants?|wanted|wanting|would like|demand(?:s|ed|ing)?) (?:(?:his|her|their|the|that|both|all) (?:[\w'-]+ ){0,9})?\Z"
)
_WON: Final = re.compile(r"\b(?:won|wins|winning|succeed\w*|successful\w*)\b")


def only_sought(low: str, start: int, floor: int) -> bool:
    """Whether what begins at ``start`` is only asked for: "failed to have his |conviction overturned|"."""
    found = _SOUGHT.search(low, max(floor, start - 110), start)
    return found is not None and _WON.search(low, max(floor, found.start() - 30), start) is None


_SENTENCE_QUASHED: Final = re.compile(
    r"\b(?:quash\w*|set(?:ting)? aside) (?:(?:the|his|her|that|this|a|suspended|original|trial|judge's|whole|both|custodial|prison) ){0,4}(?:sentences?|terms?|disqualification|ban)\b"
    r"|\b(?:sentences?|terms?|disqualification|ban)(?: of [\w ]{3,30}| for (?:(?!\bconvict)[\w ]){3,40}?| (?:that |which )?(?:he|she|they) (?:was|were|had been) given[\w ,'-]{0,50}| (?:passed|imposed|given)[\w ,'-]{0,50})?,? (?:(?:is|was|were|be|been|are|must be) )?(?:therefore |accordingly )?(?:quashed|set aside)\b"
    r"|\bquash\w* (?:it|that|this|them),? (?:and |but )?(?:\w+ )?(?:impos|substitut|replac|pass)\w*\b"
)
_VERDICT_TOO: Final = re.compile(
    r"\b(?:convict\w*|guilty|verdicts?|unsafe|acquit\w*|cleared|freed|retrial|innocen\w+)\b"
)


def of_a_sentence(words: str) -> bool:
    """Whether what is quashed is a sentence alone: no conviction falls with it."""
    return _SENTENCE_QUASHED.search(words) is not None and _VERDICT_TOO.search(words) is None


_AGAINST_SENTENCE: Final = re.compile(
    r"\b(?:appeal(?:s|ed|ing)?|leave to appeal|application for leave)[^.;]{0,60}? against (?:(?:his|her|their|the|that|this|total|length of|severity of|its) ){0,3}sentences?\b"
)
_AGAINST_CONVICTION: Final = re.compile(
    r"\bagainst (?:(?:his|her|their|the|that|both|these|this|all) ){0,2}convictions?\b|\bconvictions? (?:and sentence )?(?:is|are|was|were|must be|cannot|is not)\b"
)


def appealed_for_sentence_alone(low: str) -> bool:
    """Whether the only criminal appeal that a page tells of is against sentence: "allowed" then leaves the conviction."""
    return _AGAINST_SENTENCE.search(low) is not None and _AGAINST_CONVICTION.search(low) is None


def of_no_conviction(low: str, token: Token, sentence: Sentence) -> bool:
    """Whether what "was overturned" or "quashed" is a sanction or a sentence, and no conviction."""
    words = low[max(sentence.start, token.start - 200) : min(sentence.end, token.end + 60)]
    overturned = low.endswith("overturned", token.start, token.end) and "convict" not in words
    return overturned or of_a_sentence(words) or _OF_A_SANCTION.match(low, token.end) is not None


# "We set aside the dismissal", "quashed the panel's decision", "the Tribunal's finding of gross misconduct"
_OF_A_SANCTION: Final = re.compile(
    r" (?:(?:the|his|her|that|its|panel's|tribunal's|hearing's|chief constable's|misconduct|disciplinary|original|sanction|outcome|decision|finding)(?: and (?:the )?| of (?:the )?| ))*(?:dismissal|sanction|outcome|decision|determination|requirement to resign|gross misconduct|reduction in rank|final written warning)\b"
)


def needs_court(low: str, start: int, frame: str) -> bool:
    """Whether a verb may as well be said to a panel or in an interview ("admitted", "denied")."""
    return frame in ("guilty_plea", "denial", "accused") and not low.startswith(_SAID_IN_COURT, start)


def mere_allegation(words: str) -> bool:
    """Whether a sentence with an "allegation of" something tells of no criminal inquiry and no prosecutor."""
    criminal = holds_any(words, _CRIMINAL) and _CRIMINAL_WORDS.search(words) is not None
    return not criminal or "not been arrested" in words


def table_gap(gap: str) -> bool:
    """Whether ``gap`` parts two cells of a table."""
    return len(gap) < 80 and ("|" in gap or "   " in gap or "\n" in gap)


def is_plain(low: str, start: int, end: int) -> bool:
    """Whether a name in the catalogue is only a plain word for the deed ("assaulting a man"), not the charge itself."""
    return _PLAIN.match(low, start, end) is not None and "beating" not in low[start:end]


# "He has not been charged", told of somebody on bail or of an inquiry that goes on: nothing is decided.
_NOT_YET: Final = re.compile(
    r"\b(?:no (?:criminal )?charges? (?:has|have)|(?:has|have) (?:not |n't |yet )*(?:been )?|hasn't (?:yet )?(?:been )?|haven't (?:yet )?(?:been )?|yet to be )\Z"
)
_GOES_ON: Final = re.compile(
    r"\b(?:released (?:under|pending|while)|under (?:criminal )?investigation|on (?:police |conditional |unconditional )?bail|bailed|(?:inquir(?:y|ies)|enquir(?:y|ies)|investigations?|detectives) (?:\w+ ){0,3}(?:continu\w+|ongoing|remain\w*|go(?:es)? on)|ongoing|yet\b|at this stage|so far)\b"
)


def still_open(page: Page, start: int, end: int) -> bool:
    """Whether words such as "no charges have been brought" tell only of the time so far."""
    low = page.low
    words = low[start:end]
    perfect = words.startswith(("no charge", "no criminal charge")) and words.endswith((" has", " have"))
    if not perfect and _NOT_YET.search(low, max(0, start - 30), start) is None:
        return False
    index = page.sentence_index(start)
    first = page.sentences[max(0, index - 2)]
    last = page.sentences[min(index + 1, len(page.sentences) - 1)]
    return _GOES_ON.search(low, max(first.start, start - 400), min(last.end, end + 300)) is not None
