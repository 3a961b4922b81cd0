"""Those who sit: chairs, counsel, and whoever the minutes call present; they are in the case but not its subject."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_words import PEERS
from peelian.reading.page import Page
from peelian.reading.persons import Mention
from peelian.reading.police_friends import is_police_friend
from peelian.reading.spans import holds_any

_CHAIR_LABEL: Final = re.compile(
    r"\b(?:chair(?:man|woman|person)?|chaired by|lqc)\s*[:|]\s*(?:lqc )?(?:the |an? )?(?:mr|mrs|ms|miss|dr|sir|dame|lady)?\.? ?\Z"
)
# "Misconduct panel chairman |Ann Lee| said", "the chair, |Ann Lee|,": the office stands before the name
_CHAIR_BEFORE: Final = re.compile(
    r"\b(?:(?:panel|hearing|tribunal|misconduct|independent|legally[ -]qualified)(?:'s)? (?:panel )?(?:chair(?:man|woman|person)?|lqc)|(?:chair(?:man|woman|person)?|head) of the (?:[\w-]+ )?(?:panel|hearing|tribunal)|(?:panel|lay|independent panel) (?:member|adviser|assessor)|(?:the|its|panel's) chair(?:man|woman|person)?(?=,)),? (?:mr|mrs|ms|miss|dr|sir|dame|lady)?\.? ?\Z"
)
_CHAIRED: Final = ("chair", "led by", "lqc", "member ", "adviser ", "assessor ")  # ... needs one of these
# "Ann Lee, the legally qualified chair who dismissed him"
_CHAIRS: Final = re.compile(
    r",? (?:who (?:is|was) )?(?:an?|the|its) (?:(?:independent|legally[ -]qualified|panel|lay|experienced|new) )*(?:(?:person|member)?chair(?:man|woman|person)?|lqc|panel member|adviser)\b(?! of the (?:police federation|federation|branch))"
    # "Ann Lee, chair, said", "Ann Lee (chair)", "before Ann Lee, legally qualified chair."
    r"|(?:, | \()(?:(?:legally[ -]qualified|panel|independent|tribunal) )?chair(?:man|woman|person)?[,.;)]"
    r"|(?:, | \()(?:independent )?(?:legally[ -]qualified (?:panel |misconduct )?(?:chair|person|member)|lqc\b)"
)
# "The trust's chief executive, |Ann Lee|, said": who answers for another body
_HOLDS_OFFICE: Final = re.compile(
    r"\b(?:chief executive|managing director|medical director|chair(?:man|woman)? of governors|ombudsman|lay observer|(?:police,? (?:fire,? )?(?:and|&) (?:fire,? (?:and|&) )?crime commissioner|\bd?pcc|pfcc|(?:deputy |metro )?mayor|home secretary|policing minister|(?:branch|federation) (?:chair\w*|secretary|lead|rep\w*))(?: (?:for|of) (?:the )?(?:[\w-]+ ){0,3}[\w-]+(?=,))?),? (?:mr|mrs|ms|miss|dr|sir|dame|lady|cllr|councillor)?\.? ?\Z"
)
# Who dismissed somebody: "the chief constable, Bill Orme, dismissed her".
_SAYS_BEFORE: Final = r"(?:,[^,.;\n]{0,50},|,)? (?:(?:has|had|then|also|later|today|yesterday|personally|himself|herself|who) )*"
_DISMISSES: Final = re.compile(
    _SAYS_BEFORE + r"(?:dismissed|sacked|fired|demoted|reinstated|suspended)"
    r" (?:him|her|them|(?:the|an?|another|two|three) (?:[\w-]+ ){0,3}?(?:officers?|constables?|sergeants?|detectives?|inspectors?|former|pair|two)\b|pc |sgt |ps |dc |ds |insp|mr |ms |mrs |miss )"
    rf"|{_SAYS_BEFORE}(?:(?:took|made|reached) the decision|decided|chose|was the one) (?:to|that) (?:dismiss|sack|suspend|discipline|demote|charge)"
)
#: What is said, and dismissed as wrong: "|the suggestion| that the force was slow", "|criticism| of the force"
SAYINGS: Final = (
    r"(?:(?:the|his|her|their|its|any|all|an?|such|these|those|that|some|as [\w-]+) )?(?:[\w'\u2019-]+ )?"
    r"(?:suggest\w+|claims?|ideas?|notions?|critici[sz]\w+|concerns?|calls|complaints?|rumours?|speculation|fears|talk|accusations?|comparisons?|worries|demands|objections?|grumbles|mutterings|theor(?:y|ies))\b"
)
# "Chief Constable Lee |dismissed the suggestion that the force|": what others say of the force, and not "claims that he lied"
_WAVES_AWAY: Final = re.compile(
    _SAYS_BEFORE
    + rf"(?:dismiss(?:ed|es)|reject(?:ed|s)|rubbish(?:ed|es)) {SAYINGS}(?!(?: that)? (?:he|she)\b)"
)
# "Chief Constable Lee |dismissed his explanation| and found misconduct"
_DISBELIEVES: Final = re.compile(
    _SAYS_BEFORE
    + r"(?:dismissed|rejected|disbelieved|did not (?:accept|believe)) (?:his|her|their|the (?:officer|constable|sergeant|inspector|detective)['\u2019]s) (?:[\w-]+ )?(?:explanations?|accounts?|versions?|evidence|defences?|excuses?|arguments?|stor(?:y|ies)|apolog(?:y|ies)|denials?)\b"
)
# Who decided: "Chief Constable Gwen Hale found that he had breached the standards".
_DECIDES: Final = re.compile(
    _SAYS_BEFORE + r"(?:found|ruled|decided|determined|concluded|held|directed|was satisfied)"
    r"(?:,? (?:on|at|in|last|this|after|following|during|yesterday|today|earlier)\b[^.;:\"]{0,50}?(?=,? that ),?)?"
    r" (?:that |against )?(?:he|she|they|his|her|their|him|them|the (?:officer|constable|sergeant|detective|inspector|former|conduct|breach|allegations?|case)|this|it|pc|sgt|ps|dc|ds|mr|ms|mrs|miss)\b"
    # "determined that, had the officer still been serving, he would have been dismissed", "concluded that dismissal was right"
    rf"|{_SAYS_BEFORE}(?:found|ruled|decided|determined|concluded|directed|stated|was satisfied) that,? (?:(?:had|if|were) (?:he|she|they|(?:the|this|that|either|both|all) (?:[\w-]+ )?(?:officer|constable|sergeant|detective|inspector|pcso|two|three|pair)s?|pc|sgt|ps|dc|ds|mr|ms|mrs|miss)|dismissal|(?:gross )?misconduct|no other)\b"
    # "Chief Constable Hale accepted that remorse had been shown", and not "accepted that she had lied"
    rf"|{_SAYS_BEFORE}(?:accepted|acknowledged|agreed|noted|recognised|rejected|stressed) (?:that |the )(?!(?:he|she|his|her|they|their|allegations?|charges?|breach\w*|findings?|facts|misconduct)\b)"
    rf"|{_SAYS_BEFORE[:-1]}?,? ?(?:delivering|announcing|giving|handing down) (?:his|her|the|its|a) (?:panel's )?(?:determination|decision|ruling|judge?ment|verdict|findings?|reasons)\b"
)
# "Panel head Ann Lee", "Deciding the case, Chief Constable Hale said": before the name
_DECIDES_BEFORE: Final = re.compile(
    r"\bpanel (?:head|leader|lead),? \Z"
    r"|\b(?:deciding|hearing|announcing|giving|delivering|chairing|summing up|handing down|closing|opening|considering|addressing) (?:on )?(?:(?:the|its) (?:panel's )?(?:case|hearing|decision|outcome|sanction|reasons|panel)|(?:the|his|her|its) (?:panel's )?(?:determination|ruling|findings?|judge?ment))(?: [^.,;\"]{1,40})?, (?:the |then |acting |temporary )*\Z"
)
_DECIDING: Final = (
    "panel ",
    "ing the ",
    "ing his ",
    "ing her ",
    "ing its ",
    "ing up ",
    "ing down ",
    "ing on ",
)  # ... needs one
# Who sits in judgement together, in the words after a verb of leading.
_PANEL: Final = (
    r"(?:misconduct |disciplinary |police |appeals? |special case |accelerated |independent |three-\w+ )*"
    r"(?:panel|hearing|tribunal|board|meeting|proceedings|adjudication)s?\b"
)
_TITLES: Final = (
    r"(?:(?:the|an?|then|force's|retired|former|acting|temporary|independent|legally|qualified|chair(?:man|woman|person)?"
    r"|barrister|solicitor|lawyer|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|judge|recorder|professor"
    r"|assistant|deputy|chief|senior|area|fire|ambulance|probation|officer|executive|director|manager)\b[., ]*)*"
)
# "a panel led by ACC Lee", "the hearing, which was presided over by Ms Lee", "under the chairmanship of"
_LED_BY: Final = re.compile(
    rf"\b{_PANEL},?(?: \([^)]{{1,20}}\))?(?: (?:which|that))?(?: (?:was|is|had been|has been|being|will be|to be))?"
    rf" (?:led|headed|chaired|presided over|overseen|convened|run|conducted|heard|directed|taken|held|handled|decided)(?: up)? by {_TITLES}\Z"
    rf"|\b(?:chaired|presided over) by {_TITLES}\Z|\bunder the (?:chair(?:man|woman)?ship|presidency|leadership) of {_TITLES}\Z"
    rf"|\b{_PANEL}(?: that| which)? (?:heard|decided|sat|sitting)[^.;]{{0,40}},? under (?:the |an? )?(?:independent |police |employment )*(?:barrister|solicitor|lawyer|chair\w*|lqc|judge) \Z"
    rf"|\b(?:appeal(?:ed)?|appeals) (?:was |were )?(?:made |taken |put )?to {_TITLES}\Z"
    rf"|\b{_PANEL} (?:sat |sitting )?under {_TITLES}\Z"
    rf"|\b{_PANEL} (?:comprised|consisted of|was made up of|members? (?:was|were|included))[^.;]{{0,60}}\Z"
)
# "She went before |Chief Constable Lee| at an accelerated hearing", "It took |ACC Lee| ten minutes to sack him"
_BEFORE_WHOM: Final = re.compile(r"\b(?:before|in front of|took) (?:the |then |acting |temporary )*\Z")
_AT_A_HEARING: Final = re.compile(
    rf"(?:,[^,.;\n]{{2,50}},)?(?: (?:just |only |barely )?[\w-]+ (?:minutes|hours))?(?: (?:on|yesterday|today|last) ?[^.;,]{{0,24}}?)? (?:at|for|in|during) (?:an?|the|his|her|their|yesterday's) {_PANEL}"
    r"|(?: (?:just |only |barely )?[\w-]+ (?:minutes|hours))\b[^.;]{0,60} to (?:sack|dismiss|fire|decide|rule|find)\b"
)
# "A misconduct hearing was held on 3 May before |Ann Lee|."
_HELD_BEFORE: Final = re.compile(
    rf"\b{_PANEL}\b(?:(?!\b(?:days?|weeks?|months?|years?|hours?|minutes|shortly|just|long|who|when|because)\b)[^.;:\n]){{0,70}}\b(?<!days )(?<!weeks )(?<!months )before {_TITLES}\Z"
)
_APART: Final = re.compile(r"(?: (?:kc|qc))?(?:[.,;(]|\s*\n|\s*\Z| \(| and | sitting\b| at | on )")
# ... and words of which it needs one: most names need no closer look
_LED_WORDS: Final = (
    " by ",
    " under ",
    "ship of ",
    "presidency of ",
    "comprised",
    "consisted",
    "made up",
    "appeal",
    "member",
)
# "The inquiry, which the IPCC supervised, was run by |Ann Lee|", "|DI Lee|, who led the investigation"
_INQUIRY_BY: Final = re.compile(
    r"\b(?:inquiry|enquiry|investigation|probe)(?:,[^.;\n]{0,90},| \([^)]{1,40}\))?(?: (?:which|that))?(?: (?:was|is|had been|has been|being))?"
    rf" (?:led|headed|overseen|run|conducted|directed|carried out|managed)(?: up)? by {_TITLES}\Z"
)
_RAN_INQUIRY: Final = re.compile(
    r"(?:,[^,.;\n]{0,50},|,)?(?: (?:has|had|was|also|who|and|then|later))* (?:led|leading|headed|heading|ran|oversaw|conducted|carried out|in charge of)"
    r" (?:the|an?|that|this) (?:[\w'-]+ ){0,3}?(?:inquiry|enquiry|investigation|probe) (?:into|for|on behalf|by|of)\b"
)
# "Ms Lee, who led the panel", "Ann Lee presided", "ACC Lee sat with a panel"
_LEADS: Final = re.compile(
    r"(?:,[^,.;\n]{0,50},|,| \([^)]{1,30}\))?(?: (?:has|had|was|is|also|who|and|then|later))*"
    r" (?:(?:led|leads|leading|headed|heads|heading|chaired|chairs|chairing|presid(?:ed|es|ing) over|oversaw|convened|ran|took|takes|taking|conducted|conducts|conducting|held|heard|adjudicated at"
    rf"|(?:sat|sits|sitting) (?:on|with|in|at|as chair of)|in charge of) (?:the|an?|his|her|their|that|this) {_PANEL}"
    r"|presid(?:ed|es|ing)\b|sat (?:alone|on (?:his|her) own)\b|sat as (?:the )?chair|took the chair|in the chair|(?:sat|sitting) (?:with|alongside|beside) (?:two|lay|mr|mrs|ms|miss|dr|supt|superintendent|ch supt|chief super\w+|cmdr|commander)\b)"
    # "Ann Lee's misconduct panel dismissed PC Moss"; not "Moss's misconduct panel found that she had lied"
    r"|['\u2019]s (?:misconduct |disciplinary |three-\w+ |independent )*(?:panel|tribunal|board) (?:has |had |then |also |unanimously )*(?:dismissed|sacked|fired|cleared|demoted|gave|reduced|told|required|reinstated) (?:former |ex-|the former )?(?:pcs?|ps|dcs?|ds|di|dci|sgt|insp|pcso|sergeant|inspector|constable|det\w*|police constable|chief inspector|superintendent|special constable)\b"
)
# "The Police Ombudsman, Mrs Lee,": who oversees is in no case.
_OVERSEES: Final = re.compile(
    r"\b(?:ombudsman|(?:review|complaints|ipcc|pirc) commissioner|iopc director[- ]general)(?: for [a-z ]{3,24})?,? (?:mr|mrs|ms|miss|dr|sir|dame|lady)?\.? ?\Z"
)
# "Ann Lee acted as counsel", "Ann Lee appeared for the force": who pleads in a case
_PLEADS: Final = re.compile(
    r"(?:,? \(?(?:of|from|instructed by) [^.;()\n]{3,60}\)?,?)?(?: and (?:[\w'-]+ ){1,3}?(?:[qk]c)?)?"
    r" (?:(?:has|had|also|both|who|then|[a-z]{3,14}ly) )*(?:(?:acted|acts|acting|instructed|appeared|appears|appearing) (?:as (?:junior |leading |lead )?counsel|for the (?:appropriate authority|force|chief constable|commissioner|iopc|officers?)|on behalf of)"
    r"|(?:represented|represents|representing|defended|defends|prosecuted) (?:the |an? |his |her |one of |two of |all |both |pc |dc |sgt |ps |mr |ms |mrs |insp)"
    r"|(?:was|were) (?:led|instructed) by|(?:drafted|settled) (?:the|his|her|their) (?:grounds|skeleton|submissions|appeal))"
)
# "Bill Orme KC and |Ann Lee|": whoever is named with King's Counsel in one breath pleads too
_WITH_COUNSEL: Final = re.compile(
    r" [qk]c(?: \([^)]{3,40}\))?,? (?:and|with|leading|&) (?:mr |ms |mrs |miss )?\Z"
)
# "was assisted by |Ann Lee|, of the Police Federation": who stands by an officer
_HELPED_BY: Final = re.compile(
    r"\b(?:assisted|represented|supported|accompanied|advised|defended) by(?: (?:the|his|her|their|a|an|[a-z]+)){0,4},? \Z"
)
# "Sgt Moss, who retired in the summer, |gave evidence on his behalf|"
_SPOKE_FOR: Final = re.compile(
    r"(?:, (?:who|a|an|the|his|her|then|now|of|from)\b[^.;\"]{2,70},)? (?:(?:also|then|had|later) )*(?:gave (?:character )?evidence (?:on (?:his|her|their) behalf|for (?:him|her|them)|in (?:his|her|their) (?:support|favour))|gave (?:him|her|them) an? (?:[\w-]+ )?reference|(?:spoke|vouched) for (?:him|her|them)|was (?:called as )?a character witness|provided a (?:character )?reference)\b"
)
_OF_FEDERATION: Final = re.compile(
    r",? (?:who is |who was )?(?:from|of|for|at|with) (?:the )?(?:[a-z]+ ){0,4}federation\b"
)
# "Chief Inspector Lee, |for the appropriate authority|, had asked for dismissal"
_FOR_THE_AUTHORITY: Final = re.compile(
    r",? (?:(?:who )?(?:appeared|appearing|acting|acted|presenting|presented(?: the case)?|speaking) )?(?:for|on behalf of) the (?:appropriate authority|force|chief constable|commissioner)\b"
)
_OVERSEERS: Final = ("ombudsman", "commissioner", "iopc director")  # ... needs one of these
_PRESENT: Final = re.compile(
    r"(?:(?:members |also |those |officers |councillors )?(?:present|attending|attendees|in attendance)|(?:committee |board |panel )?(?:councillors|cllrs)|apologies(?: for absence)?|minutes(?: taken)?(?: by)?|minute taker|note taker|(?:report |lead )?author)\b ?[:\u2013-]"
)
_IN_THE_CHAIR: Final = re.compile(
    r"[\[(][^\n\])]{3,60} in the chair[\])]|(?:councillors?|cllrs?\.?|alderm[ae]n) [^\n:]{3,60}\((?:in the |the )?(?:vice-? ?)?chair\w*\)"
)
# A line that says whose the paper or the question is: "Asked by", "Report prepared by: "
_PAPER_OF: Final = re.compile(
    r"(?:question |report )?(?:asked|answered|tabled|replied to|prepared|compiled|presented|authored) by:? "
)


# "Inspector Lee, of that charity": inspectors of others than the police
_INSPECTS_ELSEWHERE: Final = re.compile(
    r",? (?:of|from|with|for) (?:the |that |this )?(?:animal )?(?:charity|rspca|nspcc|ofsted|council|trading standards|health and safety|hse|hmic\w*|hmrc|border force|fire (?:service|brigade))\b"
)


def is_heard_before(low: str, start: int, end: int) -> bool:
    """Whether somebody named at ``[start, end)`` is whom a case came before at a hearing, and who decided it."""
    return (
        _BEFORE_WHOM.search(low, max(0, start - 30), start) is not None
        and _AT_A_HEARING.match(low, end) is not None
    )


# "Contact: |Inspector Lee|", "Our press officer is |Sergeant Moss|", "Policy owner: |Ann Lee|"
_TO_ASK: Final = re.compile(
    r"(?:\b(?:contacts?(?: person| officer| for [a-z ]{3,30})?|(?:media |press )?(?:enquiries|inquiries)(?: to)?|(?:policy |document |report )?(?:owner|author))\s*[:\u2013-]|\b(?:press|media|communications|liaison) officer(?: is|,|:)) ?(?:the )?\Z"
)


def _is_to_ask(m: Mention, page: Page) -> bool:
    """Whether a mention is only of whom readers or reporters may ask."""
    return _TO_ASK.search(page.low, max(0, m.start - 60), m.start) is not None


def _is_held_before(m: Mention, page: Page) -> bool:
    """Whether a hearing is said to have been held before somebody named."""
    start = max(page.sentence_at(m.start).start, m.start - 140)
    if " before " not in page.low[max(start, m.start - 40) : m.start] or not _APART.match(page.low, m.end):
        return False
    return _HELD_BEFORE.search(page.low, start, m.start) is not None


def sits_or_pleads(m: Mention, page: Page, decides: bool) -> bool:
    """Whether a mention is of somebody who chairs, pleads, only attends, or (``decides``: a rank that may) decides."""
    if _DISMISSES.match(page.low, m.end) or (decides and _DECIDES.match(page.low, m.end)):
        return True
    if decides and (
        _WAVES_AWAY.match(page.low, m.end)
        or _DISBELIEVES.match(page.low, m.end)
        or is_heard_before(page.low, m.start, m.end)
    ):
        return True
    if holds_any(page.low[max(0, m.start - 90) : m.start], _DECIDING) and _DECIDES_BEFORE.search(
        page.low, max(page.sentence_at(m.start).start, m.start - 90), m.start
    ):
        return True
    if page.low.startswith((" qc", " kc", ", qc", ", kc"), m.end):
        return True
    if _is_to_ask(m, page):
        return True
    if (decides or m.rank is None) and _is_held_before(m, page):
        return True
    if m.title in PEERS and m.rank is None:
        return True
    if _INSPECTS_ELSEWHERE.match(page.low, m.end):
        return True
    if _CHAIRS.match(page.low, m.end) or _leads_a_panel(m, page) or _is_counsel(m, page):
        return True
    if _stands_by(m, page) or _SPOKE_FOR.match(page.low, m.end):
        return True
    start = max(0, m.start - 60)
    before = page.low[start : m.start]
    if holds_any(before, _OVERSEERS) and _OVERSEES.search(page.low, start, m.start) is not None:
        return True
    if holds_any(before, _CHAIRED) and (
        _CHAIR_LABEL.search(page.low, max(0, m.start - 40), m.start) is not None
        or _CHAIR_BEFORE.search(page.low, start, m.start) is not None
    ):
        return True
    if m.rank is None and _HOLDS_OFFICE.search(page.low, start, m.start) is not None:
        return True
    line = page.low.rfind("\n", 0, m.start) + 1
    if m.start - line < 26 and _PAPER_OF.fullmatch(page.low, line, m.start) is not None:
        return True
    return in_attendance(page, m.start) and not page.low.startswith(
        (" (the officer", " (officer", " (subject"), m.end
    )


def led_the_inquiry(m: Mention, page: Page) -> bool:
    """Whether a mention is of who led an inquiry: in the case by office, unless the page tells something of them."""
    start = max(page.sentence_at(m.start).start, m.start - 170)
    before = page.low[start : m.start]
    if " by " in before and _INQUIRY_BY.search(page.low, start, m.start):
        return True
    return _RAN_INQUIRY.match(page.low, m.end) is not None


def _is_counsel(m: Mention, page: Page) -> bool:
    """Whether a mention without a rank is of a barrister: by what is said after it, or the King's Counsel before it."""
    if m.rank is not None:
        return False
    if _WITH_COUNSEL.search(page.low, max(0, m.start - 56), m.start):
        return True
    return _PLEADS.match(page.low, m.end) is not None


def _stands_by(m: Mention, page: Page) -> bool:
    """Whether a mention is of somebody who only helped an officer: by whom he was assisted, or of the Federation."""
    if (
        _OF_FEDERATION.match(page.low, m.end) is not None
        or _FOR_THE_AUTHORITY.match(page.low, m.end)
        or is_police_friend(m, page)
    ):
        return True
    before = max(page.sentence_at(m.start).start, m.start - 60)
    return (
        m.rank is None
        and page.low.find(" by", before, m.start) >= 0
        and _HELPED_BY.search(page.low, before, m.start) is not None
    )


def in_attendance(page: Page, at: int) -> bool:
    """Whether a line tells who sat at the meeting of which these are the minutes ("Present: ...", "[Ann Lee in the Chair]")."""
    line = page.low.rfind("\n", 0, at) + 1
    return _PRESENT.match(page.low, line) is not None or _IN_THE_CHAIR.match(page.low, line) is not None


# "chair |of the Devon branch|", "chairman |of the charity|": no panel
_OF_A_BODY: Final = re.compile(
    r" of (?:the |its |his |her |our )?(?!(?:[\w'&-]+ ){0,4}?(?:disciplin\w+|misconduct|hearing|conduct))(?:[\w'&-]+ ){0,4}?(?:branch|federation|association|council|charity|trust|company|club|union|party|network|committee|commission|inquiry|governors|trustees)\b"
)


def chairs_a_body(page: Page, end: int) -> bool:
    """Whether the words after "chair" tell that it is a branch, a charity or a council that is chaired."""
    return _OF_A_BODY.match(page.low, end) is not None


def _leads_a_panel(m: Mention, page: Page) -> bool:
    """Whether a mention's words make its bearer the one who led a panel, or one of those who sat with it."""
    start = max(page.sentence_at(m.start).start, m.start - 110)
    if holds_any(page.low[start : m.start], _LED_WORDS) and _LED_BY.search(page.low, start, m.start):
        return True
    return _LEADS.match(page.low, m.end) is not None
