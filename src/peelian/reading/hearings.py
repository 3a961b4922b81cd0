"""Hearings: every place where a page names a misconduct proceeding, and whether it is over or to come."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.cells import opens_cell
from peelian.reading.dates import MODAL_MAY
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import number
from peelian.reading.scan import Hit

# What stands just before a proceeding that is still to come.
_TO_COME_BEFORE: Final = re.compile(
    r"(?:\b(?:will|would|(?<!had )(?<!case )to|must|shall|"
    + MODAL_MAY
    + r"|could|should|might) (?:\w+ly )?(?:now |also |then |next |still |both |each |all |have to |be )*"
    r"(?:face|facing|attend|attending|appear (?:before|at)|go (?:before|to|through)|hold|holding|bring|convene|arrange|await|be (?:brought|held|dealt with|put|the subject|subject|decided|determined|settled|resolved|considered|heard|weighed|judged)"
    r"|by way of|subject|dealt with|the subject|move to|undergo|(?<!case to )answer|start|begin|instigate|institute|organise|take|go to|proceed to|stand before|chair|preside over|lead|oversee|conduct|sit on|be put before|be sent (?:to|before)|return to)\b[^.;\"]{0,40}"
    r"|\b(?:will|must|should|shall|is to|has to|had to|told (?:it|the force) to|direct(?:ed|s|ing) (?:it|the (?:force|constabulary)|[\w ]{3,24}? (?:police|constabulary)) to|order(?:ed|s) (?:it|the force|[\w ]{3,24}? police) to|instruct(?:ed|s) [\w ]{2,24}? to) (?:take|put|send|bring|refer|call) [^.;\"]{3,70}? (?:to|before|in front of) (?:an?|the|its|their) \Z"
    r"|\b(?:has|have|is|are) (?:now |since |also |already |formally )*(?:begun|started|launched|initiated|instituted|opened|commenced|beginning|starting|bringing|instigated)\b[^.;\"]{0,25}"
    r"|\b(?:has|have|had) (?:now |since |also |already |formally |therefore )*(?:arranged|listed|fixed|ordered|directed|scheduled|called for|sent (?:it|him|her|the case|the matter) to)(?: that)? (?:an?|the|his|her)\b[^.;\"]{0,25}"
    r"|\b(?:remit\w*|refer\w* (?:back|again)|return(?:ed|ing|s)?)\b[^.;\"]{0,60}\b(?:to|for|before) (?:an?|the) (?:fresh|new|second|further|differently|different)\b[^.;\"]{0,25}"
    r"|\b(?:order|direct|call|seek|await|expect|face|want)\w*(?: that)? (?:an? )?(?:fresh|new|second|further|another) "
    r"|\bdates? (?:has been|have been|had been|was|is|are|were|will be|has|have|had)(?: (?:not|yet|now|still))*(?: been| be)?(?: (?:given|set|fixed|announced|named|found|agreed))?(?: yet)?(?: (?:next|later this) (?:week|month|year)| in [a-z]+)? for (?:an?|the|his|her|their)\b[^.;\"]{0,25}"
    r"|\b(?:papers|notices?|paperwork) (?:has|have|had|were|was)(?: (?:now|also|already|since))*(?: been)? (?:served|issued|drawn up|sent out)(?: on [^.;,]{2,40}?)? (?:for|of) (?:an?|the|his|her)\b[^.;\"]{0,15}"
    r"|\bawait(?:s|ing)? (?:his|her|their) (?:fate|turn)(?: (?:at|before|in front of))?(?: an?| the)?\b[^.;\"]{0,15}"
    r"|\b(?:(?:matter|question|one|decision|issue) for|in the hands of|up to|now before|sent to|pass(?:ed|es) to) (?:an?|the force's|its|a police) \Z"
    r"|\b(?:said|confirmed|told|announced)\b[^.;]{0,60}\bfaced (?:an? |internal |further |separate )*\Z"
    r"|\bno (?:date|place|venue)\b[^.;\"]{0,30} for (?:an?|the|his|her|their)\b[^.;\"]{0,25}"
    r"|\bwants? (?:him|her|them|the officers?)\b[^.;\"]{0,25}\b(?:before|in front of|at|to face) (?:an?|the)\b[^.;\"]{0,15}"
    r"|\b(?:it|this|that|which) (?:will|would|is to) (?:now |then |instead |also )*(?:be|become) \Z"
    r"|\b(?:there )?(?:will|would) (?:now |then |also )?be (?:an?|the|his|her|some|by way of)\b[^.;\"]{0,25}"
    r"|\b(?:is|are|now|will be) up (?:before|in front of|for)(?: an?| the)?(?: own)?\b[^.;]{0,12}\Z|\b(?:faces|facing|face|awaits|awaiting|await|pending|(?:is|are|now|still|remains?) (?:the )?subject (?:of|to)|date for|dates? (?:of|for)(?: the| a| any)?|listed for|coming|forthcoming|upcoming|notice of|notification of"
    r"|possible|potential|due (?:at|before|in front of|to face|to attend|to appear (?:at|before))|goes before|go before|preparing for|face (?:internal|a)|ahead of|preparations for|moving to|with a view to|likely to face|one in the pipeline)"
    r" (?:an? |the |his |her |their |any |further |internal |separate |possible |police |force |public |full |joint )*)\Z"
)
_TO_COME_AFTER: Final = re.compile(
    r"[^.;\"]{0,90}?\bpostponed\b(?![^.;]{0,60}\b(?:took place|was held)\b)|(?: (?:for|of|into|against|concerning|involving) [^.;,]{3,70},)?,? (?:provisionally |now |now provisionally )?(?:set down|listed|fixed|arranged|scheduled|due|pencilled in|timetabled|slated|booked(?: in)?) (?:for|to|on|in)\b(?![^.;]{0,60}\bwas to have\b)|[^.;\"]{0,40}? had (?:now |already |since |also )*been (?:listed|fixed|scheduled|arranged|set down|timetabled|pencilled in) (?:for|to)\b(?![^.;]{0,90}\b(?:but|until|before)\b)|[^.;\"]{0,40}?\b(?:(?:opens|begins|starts|resumes|commences|takes place|gets under way)\b|(?:follows|sits|convenes|meets)(?= (?:on|in|to|next|later)\b))|[^.;\"]{0,70}?\b(?:will (?!have\b)|would \"?(?:be|follow|take|now|start|begin|come|sit|resume|open|reconvene|convene|proceed|go ahead|happen|hear)|can (?:now |then )?(?:be held|take place|begin|start)|must (?:now )?(?:look|decide|consider|reconsider|start|begin|be held|take place)|(?:was|were) (?:then |later |now )?(?:halted|adjourned|put off|put back|stood down)|(?:is|are) (?:next (?:week|month|year|spring|summer|autumn|winter)|this (?:week|month|spring|summer|autumn|winter)|in the (?:new year|spring|summer|autumn|winter)|coming up)|coming up|is(?: now| still| currently| also)* (?:due|set|likely|expected|scheduled|listed|to|coming|still to|yet to|now under|under way|being arranged|being planned|pending|planned|fixed|provisionally)"
    r"|are(?: now| still| currently| also)* (?:due|set|likely|expected|scheduled|listed|to|still to|yet to|under way|being|pending|ongoing|planned)|(?:has|have) (?:now |already |since |also )*(?:begun|started|been (?:begun|started|opened|launched|initiated|set in motion))|(?:is|are) (?:now |already )?in (?:train|progress|motion|hand)\b|(?:has|have) (?:yet|(?:not |still |now |yet to |to )*(?:been |be )?(?:listed|fixed|scheduled|arranged|set|adjourned|postponed|announced|confirmed|organised|pencilled in|timetabled|booked)\b)"
    r"|to (?:be held|follow|take place|come|begin|start)|lies? ahead|awaits|in due course|next (?:week|month|year)|later this|may (?:now )?(?:follow|be held|take)|was (?:now |then )?under way|were (?:now )?under way|in the pipeline)"
)
_ABSENT_BEFORE: Final = re.compile(
    r"\b(?:did not|didn't|not) (?:attend|appear (?:before|at)|turn up (?:to|at|for)|give evidence (?:to|at)) (?:the |an? |his |her |their |that )*\Z"
)
# A proceeding that is denied, or only weighed.
_DENIED_BEFORE: Final = re.compile(
    r"\b(?:no|not|without|cannot|neither|nor|whether|avoid(?:ed)?|instead of|rather than|never|any|justif\w+|warrant\w*|bringing of|nature of|status of|level of|decisions? (?:as to|about|on)|if|prior"
    r"|(?:any|an?|no) reasonable|reasonable|properly[- ]directed)"
    r" (?:the |an? |any |to |of |further |formal |face |hold |be |bringing |held |subject |there be |there should be |of bringing |justify |the bringing |properly directed )*\Z"
    r"|\b(?:neither|none|no (?:[\w-]+ )?(?:officers?|constables?|sergeants?|man|woman|one))(?: of)?(?: [\w'-]+){0,4}? (?:will|would|is|are|was|were|has|have|had|should)(?: \w+){0,2}? (?:face|faced|facing|be subject to|subject to|undergo|go before|appear before|attend|attended)(?: any| an?| the| further)* \Z"
    r"|\b(?:was|were|had been) (?:due |meant |set )?to have (?:faced|attended|gone before|appeared (?:at|before)|been (?:heard|dealt with) (?:at|by)) (?:an? |the |his |her |their )*\Z"
    r"|\bwould (?:\w+ly |also |still )?have (?:faced|attended|undergone|had|appeared (?:at|before)|been (?:put |brought |sent )?(?:before|to)) (?:an? |the |his |her |their |any )*\Z"
    r"|\b(?:not|n't|without) (?:require|need|necessitate|justify|warrant|merit|intend|intending|plan|planning|propose|proposing|the need for|recourse to|holding)\b[^.;\"]{0,40}\Z"
)
_DENIED_AFTER: Final = re.compile(
    r",? properly directed| (?:will|would|are to|is to|are being|is being) (?:now |then )?(?:be )?considered\b| to (?:find|conclude|determine)\b| (?:could|might|would|may) (?:then |reasonably |also )?(?:find|conclude|determine|decide|have found)\b|[^.;\"]{0,40}?\b(?:not (?:appropriate|necessary|needed|required|be (?:held|justified))|could not (?:take|proceed|be)|did not (?:go ahead|take place)|had been due|was to have|would be justified|was cancelled|was (?:abandoned|vacated)|could take place|should await|were not|was not needed)"
)
# "In view of the proceedings we will make no further comment": a court's, and no reason to expect others
_REASON_FOR_SILENCE: Final = re.compile(
    r"\b(?:in view of|in (?:the )?light of|given|because of|due to|owing to|out of respect for|so as not to prejudice|prejudice)(?: the| these| those| any| live| ongoing| active)* \Z"
)
_THEN_HELD: Final = re.compile(
    r"(?:(?! (?:over|into|about|concerning|after)\b)[^.;]){0,60}?,? (?:(?:at which|where|in which)(?! (?:he|she|they|it|the officer) (?:could|may|might|will|can|faces?)\b)|which (?:found|concluded|ended|finished|closed|took place|was (?:later |then )?held|decided)|and (?:the )?(?:misconduct|panel|allegations?|case) (?:was|were|found))\b"
)
_HELD_BEFORE: Final = re.compile(
    r"\b(?:at|after|following|by|before|attended|appeared (?:before|at)|held|from|of|during|faced|underwent|went (?:before|to)|had (?:an?|his|her)|subject (?:to|of)|told|through|brought|convened|in)"
    r" (?:an? |the |his |her |their |its |that |this |earlier |later |last |separate |same |special |independent |public |private |police |force |force's |full |internal |\w+day |\w+-day |\d+-day |staff |formal |two |three |january |february |march |april |may |june |july |august |september |october |november |december )*\Z"
)
_HELD_AFTER: Final = re.compile(
    r"[^.;\"]{0,60}?\b(?:was (?:held|told|chaired|heard|shown|led|overseen|headed|run|conducted|presided|convened)|were (?:held|told|chaired)|has (?:found|been told|heard|concluded|ruled|dismissed|taken|decided)|heard|found|ruled|took place|decided|concluded|ended|came to (?:an|its|a) (?:end|close)|drew to (?:an|its|a) (?:end|close)|finished|wound up|which (?:sat|found|heard|ended|concluded)|determined|held (?:on|at|in|last|today|yesterday|this|between|from)|on \d|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|said|dismissed|imposed|yesterday|today|last (?:week|month|year)|agreed)"
)

# "would face no charges, |and a |misconduct hearing| cleared them|": what that hearing did is done
_NEW_CLAUSE: Final = re.compile(r",? (?:and|but|while) (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}\Z")
_ACTED: Final = re.compile(
    r" (?:later |then |also |since |unanimously )?(?:cleared|exonerated|acquitted|sacked|dismissed|found|ruled|decided|gave|handed|warned)\b"
)
_IF: Final = re.compile(r"\b(?:whether|if)\b[^.;'\"\u2019]{0,45}\Z")


@dataclass(slots=True)
class Hearing:
    """A mention of a proceeding at ``[start, end)``.

    ``kind`` is the guide's id; ``full`` is false for a bare "hearing" or "panel". ``tense`` is ``held``,
    ``to_come``, ``denied`` or ``named`` (a title or label, which tells nothing of time).
    """

    start: int
    end: int
    kind: str
    full: bool
    tense: str
    who: tuple[Person, ...]
    sentence: int
    quoted: bool


def find_hearings(prepared: Prepared) -> list[Hearing]:
    """Every mention of a misconduct proceeding, in order, with its tense and the subjects it tells of."""
    scan = prepared.scan
    notice = prepared.masthead.kind == "hearing_notice"
    named = [
        h._replace(value="misconduct_hearing") if notice and h.value == "standing" else h
        for h in scan.of("proceeding")
    ]  # the heading of a list of hearings to come names their kind
    # where a claim of unfair dismissal is heard, "the tribunal" is that one
    employment = _EMPLOYMENT.search(prepared.page.low) is not None
    hits = [(h, True) for h in named if h.value != "standing"] + [(h, False) for h in scan.of("forum")]
    hits = [
        (h, full)
        for h, full in hits
        if full
        or not (
            _courtly(prepared, h)
            or _other_meeting(prepared, h)
            or _is_body_of_paper(prepared, h)
            or (employment and h.value == "tribunal")
        )
    ]
    hits += [(h, False) for h in _as_defendant(prepared)]
    hits.sort(key=lambda p: p[0].start)
    if counted := _counted_kinds(prepared):  # whose was which is not told
        hits = [(h, full) for h, full in hits if not any(a <= h.start < b for a, b in counted)]
    tribunal = any(h.value == "appeal_tribunal" for h, full in hits if full)
    listed = prepared.masthead.kind in ("hearing_outcome", "hearing_notice")
    out: list[Hearing] = []
    last = "misconduct_hearing"  # "the panel" is that of the proceeding named last
    last_who: set[Person] = set()
    last_of: dict[Person, str] = {}  # ... of the same entry, in a list
    for hit, full in hits:
        cell = (
            not full
            and (listed or in_own_entry(prepared, hit))
            and hit.value in ("hearing", "cell_meeting")
            and _is_entry(prepared.page.text, prepared.page.low, hit)
        )
        if hit.value == "cell_meeting" and not cell:
            continue
        meeting = hit.value in ("meeting", "some_meeting", "cell_meeting")
        kind = hit.value if full else "misconduct_meeting" if meeting else last
        who = _named_next(prepared, hit) or prepared.cast.who(hit.start)
        entry = len({p.region for p in who}) == 1 and who[0].region is not None
        if not full and not meeting and entry:
            kind = last_of.get(who[0], "misconduct_hearing")
        elif not full and not meeting and who and last_who and not set(who) & last_who:
            apart = all(p.region is not None for p in who)
            kind = "misconduct_hearing" if apart else kind  # "the others were before a panel"
        if kind == "misconduct_meeting" and not full and hit.value == "hearing":
            kind = "misconduct_hearing"  # "hers was a hearing, not a meeting"
        if not full and hit.value == "tribunal" and (tribunal or _on_appeal(prepared, hit)):
            kind, tribunal = "appeal_tribunal", True
        elif cell:
            kind = "misconduct_meeting" if meeting else "misconduct_hearing"
        if full and out and _is_panel_of_meeting(prepared, hit, out[-1]):
            kind = "misconduct_meeting"
        hearing = _hearing(prepared, hit, kind, full or cell or _is_formal(prepared, hit), who)
        if full and kind not in ("not_stated", "appeal_tribunal") and hearing.tense != "denied":
            last, last_who = kind, set(who)
            if entry:
                last_of[who[0]] = kind
        out.append(hearing)
    return out


_EMPLOYMENT: Final = re.compile(r"\b(?:employment|industrial) tribunal\b")
_NUMBER: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?)"
_COUNTED: Final = re.compile(
    rf"\b{_NUMBER} (?:gross )?misconduct hearings?,? and (?:an?|one|{_NUMBER}) misconduct meetings?\b"
    rf"|\b{_NUMBER} misconduct meetings?,? and (?:an?|one|{_NUMBER}) (?:gross )?misconduct hearings?\b"
)


def _counted_kinds(prepared: Prepared) -> list[tuple[int, int]]:
    """Where hearings and meetings of several kinds are only counted: "Three misconduct hearings and a misconduct meeting"."""
    low = prepared.page.low
    if " misconduct meeting" not in low or " misconduct hearing" not in low:
        return []
    return [m.span() for m in _COUNTED.finditer(low)]


def _is_panel_of_meeting(prepared: Prepared, hit: Hit, before: Hearing) -> bool:
    """Whether "the misconduct panel" is that of a meeting which the same sentence or the one before tells of as held."""
    if before.kind != "misconduct_meeting" or before.tense != "held":
        return False
    near = prepared.page.sentence_index(hit.start) - before.sentence <= 1
    return near and _MISCONDUCT_PANEL.fullmatch(prepared.page.low, hit.start, hit.end) is not None


_MISCONDUCT_PANEL: Final = re.compile(r"(?:misconduct|disciplinary) panel")
_TRIBUNAL_SUED: Final = re.compile(
    r"\bpolice appeals tribunal[\s)(-]{1,60}(?:first |1st )?(?:defendant|respondent)\b"
)
_THE_DEFENDANT: Final = re.compile(r"\bthe (?:defendant|respondent)\b(?!'s counsel)")


def _as_defendant(prepared: Prepared) -> list[Hit]:
    """Where a judgment that reviews a Police Appeals Tribunal's decision calls the tribunal by its part, "the Defendant"."""
    low = prepared.page.low
    sued = _TRIBUNAL_SUED.search(low, 0, 2000) if prepared.masthead.kind == "judgment" else None
    if sued is None:
        return []
    return [Hit(m.start(), m.end(), "forum", "tribunal") for m in _THE_DEFENDANT.finditer(low, sued.end())]


_LQC: Final = re.compile(
    r"\b(?:legally[- ]qualified|lqc|lqp|independent (?:legal )?chair\w*)\b|\bpanel (?:chair(?:ed)?|led|headed)\b"
)


_GROUP: Final = re.compile(
    r"\b(?:(?P<n>two|three|four|five|six)|both|the|several) (?:[\w-]+ ){0,3}(?:officers|constables|sergeants|inspectors|detectives|pcs|pcsos|specials|policemen|policewomen|regulars|men|women|pair|trio|colleagues)\b"
)


def _named_next(prepared: Prepared, hit: Hit) -> tuple[Person, ...]:
    """Those whom the rest of a paragraph names, where its sentence tells of a group: "Two officers face a hearing. PC Lee is ..., and PC Roe ..."."""
    page = prepared.page
    i = page.sentence_index(hit.start)
    s = page.sentences[i]
    if s.end - s.start > _PARAGRAPH:
        return ()
    people = [p for p in prepared.cast.subjects if p.role == "subject" and p.mentions]
    group = _GROUP.search(page.low, s.start, s.end) if len(people) > 1 else None
    if group is None:
        return ()
    end = s.end
    while i + 1 < len(page.sentences) and page.sentences[i + 1].paragraph == s.paragraph:
        i += 1
        end = page.sentences[i].end
        if end - s.start > _PARAGRAPH:
            break
    if any(_is_named(p, s.start, s.end) for p in people):
        return ()
    named = tuple(p for p in people if p.mentions[0].start >= s.end and _is_named(p, s.end, end))
    told = number(group.group("n")) if group.group("n") else None
    before = any(p.mentions[0].start < s.end and _is_named(p, s.end, end) for p in people)
    return named if len(named) > 1 and not before and told in (None, len(named)) else ()


_PARAGRAPH: Final = 1200  # characters


def _is_named(person: Person, start: int, end: int) -> bool:
    """Whether somebody is named in ``[start, end)``."""
    i = bisect_left(person.mentions, start, key=lambda m: m.start)
    return i < len(person.mentions) and person.mentions[i].start < end


_APPEALED: Final = re.compile(
    r"\b(?:appeal(?:ed|s|ing)?|reinstat\w+|rescind\w*|overturn\w*|quash\w*|set aside|upheld|upholds?|restored?|annul\w*|reversed|substitut\w+|replac(?:ed|es))\b"
)
_OF_JOBS: Final = re.compile(
    r"\b(?:employment|unfair|industrial|claimant|discriminat\w+|crown court|court of appeal)\b"
)


def _on_appeal(prepared: Prepared, hit: Hit) -> bool:
    """Whether a bare "tribunal" is that of police appeals: what it does to a dismissal is told in its sentence."""
    s = prepared.page.near(hit.start)
    words = prepared.page.low[s.start : s.end]
    if _APPEALED.search(words) is None or _OF_JOBS.search(words) is not None:
        return False
    back = (
        "reinstat" in words or "substitut" in words
    )  # "A tribunal has reinstated PC Lee. He was dismissed last year"
    gone = any(h.start < hit.start or back for h in prepared.scan.of("outcome") if h.value != "reinstated")
    return gone or any(
        _A_DISMISSAL.search(prepared.page.low, h.start, h.end) for h in prepared.scan.of("appeal")
    )


# "the tribunal was invited to |uphold dismissal|": what an appeal is against, told by the words that decide it
_A_DISMISSAL: Final = re.compile(r"\b(?:dismissal|sacking|requirement to resign)\b")


def is_lqc(role: str) -> bool:
    """Whether a chair's role is one that only a misconduct hearing has."""
    return _LQC.search(role.lower()) is not None


# "The panel, meeting in Kendal, ...": one that sat somewhere heard a case
_SAT_AT: Final = re.compile(
    r",? (?:which |that )?(?:sat|sitting|met|meeting|convened|gathered)(?: in (?:private|public))? (?:at|in) (?!(?:private|public|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b)"
)


def _is_formal(prepared: Prepared, hit: Hit) -> bool:
    """Whether a bare "hearing" or "panel" is a misconduct hearing by who chairs it: only such have a legally qualified chair."""
    if hit.value not in ("hearing", "panel") or prepared.page.low[hit.end - 1] == "s":
        return False
    if hit.value == "panel" and _SAT_AT.match(prepared.page.low, hit.end):
        return True
    s = prepared.page.near(hit.start, 200)
    return _LQC.search(prepared.page.low, s.start, s.end) is not None


_ENTRY_AFTER: Final = re.compile(r" *(?:[\n/|;:,.\t(]|  |of \d|on \d|\d|in private|in public|held|\Z)")


def _is_entry(text: str, low: str, hit: Hit) -> bool:
    """Whether a bare "Hearing" is an entry of a list: "Hearing (private)", "Hearing of 6 to 9 March"."""
    return (
        opens_cell(text, hit.start)
        and low[hit.end : hit.end + 1] != ":"
        and _ENTRY_AFTER.match(low, hit.end) is not None
    )


_COURT: Final = re.compile(
    r"\b(?:crown court|magistrates|jury|jurors|sentenc\w+|prosecutor|bail|pleaded|defendant|court of appeal|old bailey|high court|county court|court martial|sheriff|inquest|coroner|proceeds of crime|confiscation)\b"
)
_CONDUCT: Final = re.compile(
    r"\b(?:panel|misconduct|disciplin\w+|dismissed|tribunal|sacked|breach\w*|legally qualified)\b"
)


def in_own_entry(prepared: Prepared, hit: Hit) -> bool:
    """Whether words stand in the entry of a list that is of the officers of whom they tell."""
    who = prepared.cast.who(hit.start)
    return any(p.region is not None and p.region[0] <= hit.start < p.region[1] for p in who)


def _courtly(prepared: Prepared, hit: Hit) -> bool:
    """Whether a bare "hearing" is a court's."""
    sentence = prepared.page.near(hit.start)
    words = prepared.page.low[sentence.start : sentence.end]
    return hit.value == "hearing" and _COURT.search(words) is not None and _CONDUCT.search(words) is None


_DECIDED: Final = ("outcome", "finding", "presides", "standard")
_SOCIAL: Final = re.compile(
    r"\b(?:council|residents|public meeting|federation|community|town hall|committee|aa|union)\b"
)


def _other_meeting(prepared: Prepared, hit: Hit) -> bool:
    """Whether "a meeting" is some other than a misconduct meeting: nothing is decided in its sentence."""
    if hit.value != "some_meeting":
        return False
    s = prepared.page.near(hit.start, 200)
    if _SOCIAL.search(prepared.page.low, s.start, s.end):
        return True
    return not prepared.scan.among(_DECIDED, s.start, s.end)


# The committee whose paper this is, as its heading names it: "Performance and Accountability Board", "Ethics Panel"
_BODY: Final = re.compile(r"^[^\n.;]{0,60}\b(board|panel)(?: (?:meeting|minutes)[^\n]{0,30})?[^\S\n]*$", re.M)
# ... and what such a body does: "The Panel noted the report", "the Board is invited to comment"
_BODY_DOES: Final = re.compile(
    r" (?:members? )?(?:(?:is|are|was|were) (?:asked|invited|recommended|requested|reminded|advised|informed|thanked)|(?:will|may|might) (?:recall|remember|note|wish|be aware|know)|(?:noted?|notes|resolved|received?|receives|welcomed|thanked|commended|congratulated|asked for|discussed|queried|sought))\b"
)


def _is_body_of_paper(prepared: Prepared, hit: Hit) -> bool:
    """Whether "the Board", "the Panel" is the committee that a paper was written for, and heard nobody's case."""
    low = prepared.page.low
    word = low[hit.start : hit.end]
    if word not in ("board", "panel") or prepared.masthead.kind != "other":
        return False
    named = any(m.group(1) == word for m in _BODY.finditer(low, 0, _HEAD_OF_PAPER))
    return named and (word == "board" or _BODY_DOES.match(low, hit.end) is not None)


_HEAD_OF_PAPER: Final = 400  # characters


def _hearing(prepared: Prepared, hit: Hit, kind: str, full: bool, who: tuple[Person, ...]) -> Hearing:
    page = prepared.page
    index = page.sentence_index(hit.start)
    return Hearing(
        hit.start,
        hit.end,
        kind,
        full,
        _tense(prepared, hit),
        who,
        index,
        page.quoted(hit.start),
    )


def _tense(prepared: Prepared, hit: Hit) -> str:
    low = prepared.page.low
    sentence = prepared.page.near(hit.start)
    before = low[max(sentence.start, hit.start - 120) : hit.start]
    after = low[hit.end : min(sentence.end, hit.end + 110)]
    if _ABSENT_BEFORE.search(before):
        return "held"
    if _DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after):
        return "denied"
    if _REASON_FOR_SILENCE.search(before) and low[hit.start : hit.end] in ("the proceedings", "proceedings"):
        return "denied"
    weighed = _IF.search(before)
    if weighed is not None and not ("," in weighed.group() and _HELD_AFTER.match(after)):
        return "denied"  # but "had they stayed, if only a week, a panel found": the panel was held
    if _NEW_CLAUSE.search(before) and _ACTED.match(after):
        return "held"
    if _TO_COME_BEFORE.search(before):
        return "held" if _THEN_HELD.match(after) else "to_come"
    if _HELD_BEFORE.search(before):
        return "to_come" if _TO_COME_AFTER.match(after[:45]) else "held"
    if _TO_COME_AFTER.match(after):
        return "to_come"
    if _HELD_AFTER.match(after):
        return "held"
    return "named"
