"""Whether words of misconduct say that it was found, or only what was alleged, weighed or asked."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import MODAL_MAY
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

# Who found: a proceeding, or those who investigated; or the officer admitted it, which a sanction makes a finding.
PANEL, INQUIRY, ADMITTED = 2, 1, 0

_FOUND_BEFORE: Final = re.compile(
    r"(?:\b(?:found|finds?|finding (?:was|is)? ?(?:one )?of|(?<=, )finding|by finding|(?:after|on|having) (?:finding|found)|findings? (?:of|in respect of|in relation to|against|for|re|regarding|concerning)|ruled|rules|ruling|decided|determined|concluded|judged|deemed|held|satisfied|agreed|amount(?:ed|s)? to|(?:came|added up|rose) to|constitut(?:ed|es)|guilty (?:of|to)|committ?ed|was|were|is|are|made out as|proven as|proved as|proven at|at the level of|to the level of|level of|resulted in|dismissed[^.;]{0,40} for|sacked for|fired for|sergeant for|constable for|inspector for|warning for|upheld|established|makes? (?:this|it|that)|called it|assessed as|serious enough to be|only be|to be|as|breaches? (?:was|were)|put at|put (?:it|them|this|that|(?:his|her|their|the) \w+)(?: all| both)? at|settled (?:on|for)|plumped for|came down (?:on the side of|for)|(?:call|label|brand|describ|class|grad|categoris|treat|record)(?:ed|led|ing|ling)(?: (?:it|them|this|that|(?:his|her|their|the) \w+)(?: all| both)?)?(?: as)?|reduced (?:it|this|that|them|the \w+) to|(?:that|this|it|which|conduct) being|overall:?)\b)[^.;]{0,70}?\Z"
)
_PROVEN_AFTER: Final = re.compile(
    r",? (?:the |a )?(?:panel|chair\w*|tribunal|hearing|he|she|it|they) (?:has |have |had |then |also |unanimously )*(?:ruled|found|concluded|decided|determined|held|said in its ruling)\b"
    r"|[^.;\n]{0,40}?\b(?:proven|proved|was found|were found|made out|established|was the finding|finding|upheld|to be proven|on the part of)\b"
)
_UNSURE: Final = re.compile(r"\b(?:if|not|n't|would|could)\b")
_MODIFIER_AFTER: Final = re.compile(
    r" (?:caution|hearing|hearings|meeting|proceedings|panel|notice|notices|interview|matter|investigation|finding|findings|outcome|outcomes|decision|regulations|allegations?|charges?|level|lead|case|process|in (?:a |)public)\b"
)
FIRM: Final = re.compile(
    r"(?<!if )\b(?:dismissed|sacked|found|ruled|decided|determined|concluded|amounted to|amounts to|came to|guilty of|committed|constituted|satisfied|made out|proven|proved|judged|dismissed for|sacked for|level of|being|this (?:was|is)|makes this|which (?:was|is))\b"
)
# Nothing before a finding in its sentence, or only a label: "Level: gross misconduct."
_BARE_LINE: Final = re.compile(
    r"[\s.;:|/(-]*(?:(?:the )?(?:panel'?s? )?(?:levels?|findings?|found|determination|result|conclusion|decision|verdict|severity)(?: of (?:breach|misconduct|panel))? ?[:\u2013-] ?)?\Z"
)
COURT: Final = re.compile(
    r"\b(?:jury|jurors|judge|trial|court|verdicts?|prosecut\w+|sheriff|recorder|magistrates?|crown|half-time)\b"
)
IF_PROVEN: Final = re.compile(
    r"\b(?:if|should it be) (?:so )?(?:proven|proved|found|upheld|admitted)\b[^.;]{0,40}\Z"
)
# "Accused of leaking a file ... The case against her was found not proven"
_AGAINST: Final = re.compile(
    r"\b(?:(?:case|allegations?|claims?|matters?|breach(?:es)?) (?:(?:of|against|that)\b[^.;]{0,80} )?(?:was|were|has been|have been)|misconduct (?:was|were))(?: (?:all|both|also|later|then|eventually|finally|now|unanimously))*(?: (?:found|held|ruled|judged))?(?: to be)? (?:not proven|not proved|unproven|not found proven|not made out|not substantiated)\b"
)


def told_alone(prepared: Prepared, start: int, end: int) -> bool:
    """Whether a sentence says, where no court is spoken of, that the case against an officer was not proven; no panel is named."""
    page = prepared.page
    if not _AGAINST.search(page.low, start, end):
        return False
    index = page.sentence_index(start)
    near = page.sentences[max(0, index - 3) : index + 2]
    first, last = near[0].start, near[-1].end
    return not COURT.search(page.low, first, last) and not prepared.scan.among(
        ("court", "offence"), first, last
    )


def then_sanctioned(prepared: Prepared, hit: Hit, before: str) -> bool:
    """Whether an outcome page says the sanction straight after the level, without a mark ("gross misconduct dismissed")."""
    if prepared.masthead.kind != "hearing_outcome" or _ALLEGED_WORDS.search(before):
        return False
    at = hit.end + 1
    if prepared.page.low.startswith(" would have been ", hit.end):
        at += len("would have been ")
    return any(h.start in (hit.end + 1, at) for h in prepared.scan.between("outcome", hit.end, at + 1))


def is_type(prepared: Prepared, hit: Hit) -> bool:
    """Whether a cell or a label's value says with "Misconduct" what kind of hearing it was."""
    cells = [p.fields["type"] for p in prepared.cast.who(hit.start) if "type" in p.fields]
    return any(hit.start == a and b - a < _LONGEST_TYPE for a, b in cells)


_LONGEST_TYPE: Final = 30  # characters: "Misconduct (private)"
_SHORT_ENTRY: Final = 400  # characters


def listed(prepared: Prepared, hit: Hit) -> bool:
    """Whether words stand in an outcome notice, or in a short entry of a list that tells of one officer."""
    if prepared.masthead.kind == "hearing_outcome":
        return True
    who = prepared.cast.who(hit.start)
    region = who[0].region if len(who) == 1 else None
    return region is not None and region[1] - region[0] < _SHORT_ENTRY


_PROSE: Final = 80  # characters; no cell of a list is as long, and ends like a sentence


def heads_prose(prepared: Prepared, hit: Hit) -> bool:
    """Whether "Misconduct" stands alone in a line between paragraphs: the heading of a section, and nobody's level."""
    low = prepared.page.low
    start, end = low.rfind("\n", 0, hit.start) + 1, low.find("\n", hit.end)
    if end < 0 or low[start:end].strip() != low[hit.start : hit.end]:
        return False
    after = low[end : end + 600].lstrip().split("\n", 1)[0].rstrip()
    before = low[max(0, start - 900) : start].rstrip().rsplit("\n", 1)[-1]
    return _is_prose(after) and (not before or _is_prose(before))


def _is_prose(line: str) -> bool:
    return len(line) > _PROSE and line.endswith((".", '"'))


_NEXT_CELL: Final = 18  # characters: "Would have been dismissed"


def in_row(prepared: Prepared, hit: Hit) -> bool:
    """Whether words in capitals stand in a row without marks between its cells ("... Soham Gross Misconduct Dismissed")."""
    text = prepared.page.text
    if not (text[hit.start].isupper() and any(p.region is not None for p in prepared.cast.who(hit.start))):
        return False
    ends = text[hit.end : hit.end + 1] in ("", "\n")
    after = text[hit.end + 1 : hit.end + 2].isupper()
    return ends or (after and bool(prepared.scan.between("outcome", hit.end + 1, hit.end + _NEXT_CELL)))


_CRIME_AFTER: Final = re.compile(
    r" (?:on|of|over)? ?(?:both|all|two|three|the|an?|one)? ?(?:counts?|charges?|offences?|criminal|rap|sex|assault|murder|manslaughter|theft|fraud)"
)


# "was cleared |of breaching the Standards of Professional Behaviour|": only a panel clears of that
_OF_A_BREACH: Final = re.compile(
    r" of (?:all |any |every |both |each )?(?:(?:alleged|the|two|three|four) )?(?:breaching|breach(?:es)?(?: of)?)(?: (?:the|any|all|force|police|professional|expected|of))* standards?\b"
)


def clearance(
    prepared: Prepared, hit: Hit, panel: bool, whole: str, before: str, after: str
) -> tuple[str, int] | None:
    """ "Cleared" or "exonerated", told of a panel and not of a court or a crime."""
    word = prepared.page.low[hit.start : hit.end]
    panel = panel or _OF_A_BREACH.match(prepared.page.low, hit.end) is not None
    if (
        COURT.search(whole)
        or not panel
        or re.search(r"\b(?:not|never|n't|to be|if|hopes?) (?:\w+ )?\Z", before)
    ):
        return None
    if word.startswith("clear"):
        if word in ("clearing", "clears") or _CRIME_AFTER.match(after):
            return None
        if re.match(
            r" (?:out|up|off|by (?!a panel|the panel|the hearing)|the (?!officer|pc|sergeant))", after
        ):
            return None
        active = re.search(
            r"\b(?:panel|hearing|tribunal|it|meeting|(?:the|a) (?:first|second|third|fourth|fifth|last|next|final))(?:, (?:on|in|at|held|sitting) [^.;,]{2,40},| (?:on|in) [a-z0-9 ]{3,20})? (?:has |had |then |also |later |today |unanimously )*\Z",
            before,
        )
        if (
            active is None
            and re.search(r"\b(?:was|were|been|and|but|is|are|be) (?:\w+ly )?\Z", before) is None
        ):
            return None
        stop = hit.end + 45
        if prepared.scan.between("offence", hit.end, stop):
            return None
    return "not_proven", PANEL


_COUNT: Final = re.compile(
    r"\b(?:counts?|charges?|offences?|convicted|sentenced for|jailed for) (?:\w+ )?of (?:\w+ )?\Z|\bpleaded guilty to \Z|\b(?:(?<!without )notices?|severity|caution|interviewed|definition|lead|allegations?) (?:of|for|about) \Z"
)
_REASONABLE: Final = re.compile(
    r"\b(?:reasonable|properly directed) (?:misconduct |disciplinary )?(?:tribunal|panel|meeting|hearing)\b|\bproperly directed\b"
)


def asserted(before: str, after: str, in_field: bool, low: str, start: int, hit: Hit) -> bool:
    """Whether "(gross) misconduct" is told as found, not as alleged or as the name of a thing."""
    if _LEVEL_OF_INQUIRY.search(before) or _WOULD_HAVE_FOUND.search(before) or _NOTIFIED.search(before):
        return False
    if _MIGHT_GO_FOR.search(before):
        return False
    if _AT_LEVEL.search(before) and after.startswith(" level"):
        return True
    if _MODIFIER_AFTER.match(after) and not after.startswith((" proven", " proved")):
        if _ALLEGATIONS.match(after) is None:
            return False
        upheld = _THEN_PROVEN.match(after) is not None and _OPEN.search(before) is None
        return upheld or _GUILTY_OF.search(before) is not None
    if _FOUND_TO_BE.search(before):
        return True
    if in_field:
        return not re.search(r"\b(?:not|no|if|alleg\w+)\b[^.;]{0,30}\Z", before)
    if re.match(r" (?:was |were |had been |has been |is |has |)?(?:not |n't )", after):
        return False
    proven = _PROVEN_AFTER.match(after)
    if proven is not None and not re.search(
        r"\b(?:if|alleged|whether|until|unless|potential|possible|suspected|indications? of)\b[^.;]{0,40}\Z"
        r"|\b(?:insufficient|not sufficient|not enough|no) (?:evidence|information)\b[^.;]{0,60}\Z",
        before,
    ):
        return not _UNSURE.search(after[: proven.end() + 8])
    if _REASONABLE.search(low, start, hit.start):
        return False
    if (
        _COMMITTED_COUNTS.search(before)
        and not after.startswith(" in ")
        and _SAT_ON_IT.search(low, start, hit.end + 90)
    ):
        return True
    if _COUNT.search(before) or re.search(
        r"\b(?:could|would|might|" + MODAL_MAY + r") (?:then |reasonably )?(?:find|conclude|determine)\b",
        before,
    ):
        return False
    if _BARE_LINE.match(low[start : hit.start]) and re.match(
        r"[ ]*(?:[.;,:|/\n(]|\Z|proved|proven|(?:again|too|also|as well|once more)[.;,:])",
        low[hit.end : hit.end + 12],
    ):
        return True  # an entry of a list or a table: "Gross misconduct. Dismissed."
    found = _FOUND_BEFORE.search(before)
    if found is None or IF_PROVEN.search(before):
        return False
    alleged = max((m.start() for m in _ALLEGED_WORDS.finditer(before)), default=-1)
    firm = max((m.start() for m in FIRM.finditer(before)), default=-1)
    return alleged == -1 or firm > alleged


# "admitted that what he had done was |gross misconduct|", "pleaded guilty to |misconduct|"
_ADMITTED: Final = re.compile(
    r"(?<!not )(?<!n't )(?<!never )(?<!if )\b(?:admit(?:s|ted|ting)|accept(?:s|ed|ing)|acknowledg(?:es|ed|ing)|conced(?:es|ed|ing)|plead(?:s|ed|ing)? guilty to|pled guilty to|owned up to)"
    r"(?: (?:that|his|her|their|the|it|this|conduct|behaviour|actions?|deeds?|what|he|she|they|had|did|done|was|were|amount(?:ed|s)?|to|as|being|of|committing|charges?|allegations?|both|all|an?|one|two|three|four|counts?|breach(?:es|ing)?|and|level|at|that))* \Z"
)


def admitted(before: str, after: str) -> bool:
    """Whether misconduct is told as what an officer admitted, and not as part of a name ("misconduct hearing")."""
    return _ADMITTED.search(before) is not None and _MODIFIER_AFTER.match(after) is None


# "The chairman |would have| gone further and |found| gross misconduct"
_WOULD_HAVE_FOUND: Final = re.compile(
    r"\bwould (?:\w+ )?have (?:gone (?:further|on) and )?(?:found|ruled|held|decided|concluded|judged|preferred)\b(?:(?!\b(?:but|however|dismissed|sacked)\b)[^.;]){0,70}\Z"
)
# "the breaches were found proved |at| gross misconduct |level|"
_AT_LEVEL: Final = re.compile(
    r"(?<!if )\b(?:(?:found|were|was|all|both|been) (?:all |both |to be )?prove[dn]|made out|upheld|established)(?: by the panel)? at (?:the )?\Z"
)
# "was being investigated at the level of gross misconduct", "served with a notice at the level of"
_LEVEL_OF_INQUIRY: Final = re.compile(
    r"\b(?:investigat(?:ed|ion)|notices?|cautions?|interviewed)\b[^.;]{0,80}\bat the level of \Z"
)
# "was found guilty of |four| gross misconduct |allegations|"
_GUILTY_OF: Final = re.compile(
    r"(?<!if )(?<!not )(?<!n't )\b(?:found|ruled|judged|held|been|was|were) (?:to be )?guilty of (?:(?:all|both|each|the|two|three|four|five|six|seven|eight|nine|ten|\d\d?|several|multiple|a|one|of|series|number|his|her|their|further|separate) )*\Z"
)
# "could result in him being dismissed |for| gross misconduct", "faces being sacked |for|"
_MIGHT_GO_FOR: Final = re.compile(
    r"\b(?:could|might|can|risks?|risked|face[sd]?|facing|"
    + MODAL_MAY
    + r")\b(?:(?!\b(?:found|ruled|panel|and|after|but)\b)[^.;]){0,80}\b(?:dismissed|sacked|fired|dismissal|sack|sacking|struck off)\b[^.;]{0,40} for (?:an act of |alleged )?\Z"
)
# "committed two counts of |misconduct|", as a panel says: no court counts so
_COMMITTED_COUNTS: Final = re.compile(
    r"(?<!if )(?<!not )\b(?:committed|guilty of) (?:(?:a|one|two|three|four|five|six|several|multiple|further|separate|\d\d?) )*(?:counts?|acts?|instances?) of (?:serious )?\Z"
)
_SAT_ON_IT: Final = re.compile(
    r"\b(?:misconduct|disciplinary|police|the) (?:panel|hearing|meeting|tribunal)\b|\bpanel\b"
)
_ALLEGATIONS: Final = re.compile(r" (?:allegations?|charges?|case)\b(?! of criminal)")
# "have had gross misconduct allegations |proven| against them"
_THEN_PROVEN: Final = re.compile(
    r" (?:allegations?|charges?|case)(?: against (?:him|her|them|the (?:officers?|two|pair|former officers?)|both|(?:pc|ps|dc|ds|sgt|mr|ms) [\w'-]+))?(?: (?:was|were|is|are|has been|have been|had been|being|all|both|each|then|later|since|also))*(?: (?:found|held|ruled|judged)(?: to be)?)? (?:proven|proved|upheld|made out|established|substantiated)\b"
)
_OPEN: Final = re.compile(
    r"\b(?:if|whether|unless|until|no|not|n't|none|neither|nor|should|could|would|deny|denies|denied)\b[^.;]{0,40}\Z"
)
# "The chair found the allegations of drug abuse |as| gross misconduct": what was alleged is what was found
_FOUND_TO_BE: Final = re.compile(
    r"(?<!whether )\b(?:panel|chair\w*|tribunal|hearing|board|constable|commissioner|they|he|she|it|and) (?:has |had |have |then |also |unanimously )*(?:found|ruled|judged|held|determined|concluded)(?: that)? (?:the|his|her|their|these|those|all|both) (?:\w+ )?(?:allegations?|breach(?:es)?|charges?|matters?)\b(?:(?!\b(?:not|n't|no|could|would|might|if|but|whether|insufficient)\b)[^.;]){0,80}\b(?:as|to be|to amount to|amount(?:ed)? to|to constitute|constituted?|at the level of) \Z"
)
# "was notified that the matters amounted to", "is under notice of": what a notice says is alleged
_NOTIFIED: Final = re.compile(
    r"\b(?:notified|notification|(?<!without )(?<!with )notices? (?:of|that|alleging|under|which|informing)|served (?:with|on)|under notice|being looked at as|treated (?:by [\w ]{3,40} )?as potential)\b(?:(?!\b(?:found|ruled|decided|concluded|determined|judged|held|panel|proven|proved|guilty|dismissed|sacked|outcome|result|and|after|following)\b)[^.;]){0,110}\Z"
)
_ALLEGED_WORDS: Final = re.compile(
    r"\b(?:alleg(?:ed|es|ing)|allegations? (?:of|that)|accused|accusations?|if (?:proven|proved|found|true)|could|would|"
    + MODAL_MAY
    + r"|might|face[sd]?|facing|charged with|pending|awaiting|investigat(?:ed|ing|ion) (?:(?:him|her|them|this|the [a-z]+|an? [a-z]+) )?(?:for|into|of)|suspicion|suspected|indications?|potential(?:ly)?|(?<!without )(?<!with )notices?|whether|possible|admit(?:s|ted|ting)?|plead(?:ed|s|ing)?|den(?:ies|ied|ying)|case to answer|contends?|contended|claims?|claimed|should|capable of|put as|not|n't|contested|complaints? of|to answer|assessment|(?:in)?sufficient evidence|no evidence|definition|subjects?'? of|our (?:investigation|opinion|view))\b"
)
