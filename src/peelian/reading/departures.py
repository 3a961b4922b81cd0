"""Departures: who was suspended, restricted, resigned, retired, or barred from policing."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.antecedents import spoken_of
from peelian.reading.cells import is_cell
from peelian.reading.dates import MODAL_MAY
from peelian.reading.departures_of_others import is_of_another
from peelian.reading.let_retire import is_let, let_retire
from peelian.reading.model import Cited, SubjectDraft
from peelian.reading.no_outcomes import OF_THOSE
from peelian.reading.outcomes import DISMISSALS
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.scan import Hit
from peelian.reading.shares import of_one

_SENTENCE_BEFORE: Final = re.compile(
    r"(?:\b(?:sentence[sd]?|imprisonment|prison|jail(?:ed)?|term|custody|detention|behind bars|order|licence|disqualif\w+|custodial|hearing|trial|case|inquest|hearings|it|proceedings|shifts?)(?:,| was| were| is| will be| to be| has been|, also|, which was|, both| would be|, but)*|\b(?:months?|weeks?|years?|inside)[,']*) ?\(?(?:be |fully |wholly |all )?\Z"
)
_TERM_AFTER: Final = re.compile(
    r" ?(?:prison|jail|sentences?|term|custodial|imprisonment|(?:the|his|her|their|that|this|each|both|all)(?: of the)?(?: (?:\w+-)+(?:month|week|year)s?| \w+ (?:months?|weeks?|years?)'?s?)?(?: prison| jail| custodial)? (?:terms?|sentences?|imprisonment|custody|detention)|for (?:a |an |one|two|three|\d+|six|nine|twelve|eighteen|twenty)[\w -]{0,18}(?:months?|years?|weeks?)|animation|ceiling|licence|order)\b"
)
_DENIED_BEFORE: Final = re.compile(
    r"\b(?:not|never|n't|neither|nor|without being|no|whether|if)(?: (?:been|be|being|to be|currently|to))* \Z"
)
# "a sergeant, since retired, ..."
_SOMEBODY: Final = re.compile(
    r"\b(?:an?|another|one) (?:[\w-]+ ){0,3}[\w-]+, (?:now|since|long)(?: since)? \Z"
)
# "improvements relating to officers suspended from duty"
_ANYBODY: Final = re.compile(
    r"\b(?:to|for|of|with|about|regarding|concerning|on) (?:officers|staff|those|people) \Z"
)
_HAD_NOT: Final = re.compile(r"\b(?:had|if) (?:[\w'-]+ ){0,8}not (?:already |since |first )?\Z")
_RETIRED_AFTER: Final = re.compile(
    r" (?:police |detective |chief |high |senior |circuit |member|officer|inspector|superintendent|sergeant|constable|teacher|judge|couple|man|woman|colonel|nurse|gp|doctor|head|solicitor|officers|to (?:consider|the jury|deliberate|his room))"
)
_OTHER_RESIGNED: Final = re.compile(
    r"\b(?:calls? for|required|requested|asked|told|forced|ordered|made to|requirement|refus\w+|offered|threaten\w+|whether|rather than|instead of|if|not|n't|did not|had not|"
    + MODAL_MAY
    + r"|could|might|would|should|without) (?:\w+ ){0,3}\Z"
)
_QUIT_AFTER: Final = re.compile(
    r"[.,;]|\Z| (?:the )?(?:[\w'-]+ ){1,4}(?:police|constabulary)\b| (?:the (?:force|police|met|job|service|constabulary)|(?:his|her|their) (?:job|post|role)|in |on |last|before|ahead|this|earlier|after|as (?:an? )?(?:officer|pc|police|special)|policing|while|when|under|[.,;]|rather|had|first|(?:just |only |some |a few |several |\w+ )?(?:hours|days|weeks|months|years) (?:before|after|later|ago|earlier|into)|(?:an?|the) (?:hour|day|week|fortnight|month|year) (?:before|after|later|ago|earlier)|(?:just|shortly|soon|immediately) (?:before|after)|and |but |amid|following|over |at |once |to avoid|voluntarily|yesterday|today|with (?:a|his|her|the|no) |without )"
)
# "I am told that she resigned": told of, not told to
_TOLD_THAT: Final = re.compile(
    r"\btold(?: [a-z]+)? that (?:(?:he|she|they|you) (?:has |have |had )?|(?:[\w'-]+ ){1,3}(?:has|have|had) )(?:also |since |now )?\Z"
)
_JURY: Final = re.compile(
    r"\b(?:jury|jurors|(?:the|a|her|his) (?:judges?|magistrates|justices|bench|panel|court))(?: (?:has|have|had|then|will|also|later|is|was))* \Z"
)
# "A retired inspector has been charged": who opens the story is its subject
_POLICE_AFTER: Final = re.compile(
    r" (?:[a-z-]+ ){0,3}?(?:officer|constable|sergeant|inspector|superintendent|detective|commander|policeman|policewoman|pc|pcso)\b"
)
_RESIGN_AFTER: Final = re.compile(
    r" (?:his|her|their) (?:council |parliamentary )?(?:seat|membership|directorship|chairmanship)\b| to (?:the|his|her|their|being|losing|having|an?|that|it|going|whatever|[a-z]+ing)\b| (?:from (?:the )?(?:labour|council|board|committee|chair|golf|bank|church)|as (?:a |an |its |the )?(?:[a-z]+ )?(?:councillor|governor|trustee|director|chair\w*|secretary|treasurer|captain|coach|president|representative|rep|spokes\w+|magistrate|mayor))"
)


def read_departures(prepared: Prepared, drafts: Drafts) -> None:
    """Fill ``suspended``, ``restricted``, ``resigned`` and ``barred``."""
    let_go = let_retire(prepared.page)
    for hit in sorted([*prepared.scan.of("departure"), *let_go]) if let_go else prepared.scan.of("departure"):
        if hit.value == "barred" and _of_the_dismissed(prepared, hit):
            continue  # (``bar_the_dismissed``)
        if hit.value in ("resigned", "retired") and _of_one_of_several(prepared, hit):
            continue
        who = spoken_of(prepared, hit.start)
        own = _beside_a_name(prepared, hit) if len(prepared.cast.subjects) > 1 else None
        if own is not None:
            who = (own,)
        elif len(who) > 1 and of_one(prepared, hit.start):
            continue
        if hit.value in ("resigned", "retired") and of_whoever_decided(prepared, hit):
            continue
        another = _OF_ANOTHER.search(prepared.page.low, max(0, hit.start - 100), hit.start) is not None
        for person in who:
            draft = drafts.get(person)
            if draft is None:
                continue
            told = bool(person.name or person.label)
            leaves = hit.value in ("resigned", "retired", "suspended") and own is None
            if leaves and is_of_another(prepared.page, hit.start, draft, told):
                continue
            if not (another and person.name):
                _fill(prepared, draft, hit)


def _beside_a_name(prepared: Prepared, hit: Hit) -> Person | None:
    """The one beside whose name a departure stands: "retired |Sgt Lee|", "|PC Lee|, who resigned in May"."""
    low = prepared.page.low
    for m, person in prepared.cast.subjects_in(hit.start - _REACH - _NAME, hit.end + 2):
        if low[hit.end : m.start] == " " or (
            0 < hit.start - m.end < _REACH and _WHO.fullmatch(low, m.end, hit.start)
        ):
            return person
    return None


def of_whoever_decided(prepared: Prepared, hit: Hit) -> bool:
    """Whether "who took the decision and has since retired" goes on about an official just named, and no subject."""
    sentence = prepared.page.near(hit.start)
    before = [
        (m.end, p.is_subject)
        for m, p in prepared.cast.named_in(sentence.start, hit.start)
        if m.end <= hit.start
    ]
    if not before:
        return False
    end, subject = max(before)
    if prepared.page.low.startswith("who ", hit.start):  # "Sgt Moss, |who retired| in May,"
        return not subject and not prepared.page.low[end : hit.start].strip(" ,")
    return not subject and _WHO_DID.fullmatch(prepared.page.low, end, hit.start) is not None


# "|, who took the decision and has since |"
_WHO_DID: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?, who(?!se) (?!(?:said|told|heard|found|ruled|accepted) )(?:[^.;,\"]{2,60} and )?(?:has |had |have |is |was |then |since |later |also |now |already )*"
)
# "one was given a warning and the other resigned": nobody whom the page names
_OF_ANOTHER: Final = re.compile(
    r"\b(?:the other|another|the rest|one of (?:them|those))(?: (?:has|had|have|then|later|since|also|already|was|is|who))* \Z"
    # "two have been dismissed and another would have been had she not |resigned|"
    r"|\b(?:the other|another|(?:a|the) (?:second|third|fourth|fifth))(?: officer| constable| sergeant)? would (?:also )?have been(?: dismissed| sacked| fired)?,? (?:had|if) (?:he|she|they)(?: had)?(?: not|n't)?(?: already| first)? \Z"
)
_REACH: Final = 30  # characters from a name to the verb of "who"
_NAME: Final = 200  # characters: no rank and name is longer
_WHO: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,(?: who(?= )| (?=now|since)) ?(?:has |had |have |is |was |now |then |since |later |also |already )*"
)


def _of_one_of_several(prepared: Prepared, hit: Hit) -> bool:
    """Whether words above all names say of one officer that he left, where the page names several.

    "PC jailed; sergeant who covered up for him resigns": which, the text below says.
    """
    subjects = [p for p in prepared.cast.subjects if p.name]
    if len(subjects) < 2 or hit.start >= min(p.anchor for p in subjects):
        return False
    if prepared.page.low.endswith("one ", 0, hit.start):
        return True  # "two officers, one retired"
    return _OF_MANY.search(prepared.page.low, max(0, hit.start - 40), hit.start) is None


_OF_MANY: Final = re.compile(
    r"\b(?:have|both|all|two|three|four|five|pair|duo|trio|officers|constables|detectives)\b[^.;]{0,30}\Z"
)


def _of_the_dismissed(prepared: Prepared, hit: Hit) -> bool:
    """Whether a bar is told of "those dismissed", whoever they are."""
    sentence = prepared.page.near(hit.start)
    gone = prepared.scan.between("outcome", sentence.start, hit.start)
    return any(OF_THOSE.search(prepared.page.low, sentence.start, h.start) for h in gone)


def _bounds(prepared: Prepared, hit: Hit) -> tuple[int, int]:
    sentence = prepared.page.near(hit.start)
    return sentence.start, sentence.end


def bar_the_dismissed(prepared: Prepared, drafts: Drafts) -> None:
    """Where a page says that "those dismissed" go on the barred list, so do all whom it tells as dismissed."""
    barred = [
        h for h in prepared.scan.of("departure") if h.value == "barred" and _of_the_dismissed(prepared, h)
    ]
    too = any("would have" in prepared.page.low[slice(*_bounds(prepared, h))] for h in barred)
    for person, draft in drafts.items() if barred else ():
        now = draft.proceeding
        if now is None or now.outcome is None or now.outcome.value not in DISMISSALS:
            continue
        # a list's "those dismissed" are also those who would have been
        if now.outcome.value != "would_have_been_dismissed" or too or person.region is not None:
            draft.barred = draft.barred or Cited(True, (barred[0].start, barred[0].end))


# "Barred list: No", a column of a table.
_NOT_BARRED: Final = re.compile(r"\W{1,4}(?:no|n/?a|not applicable|none|nil)\b")


def _fill(prepared: Prepared, draft: SubjectDraft, hit: Hit) -> None:
    page, low = prepared.page, prepared.page.low
    sentence = page.near(hit.start)
    before = low[max(sentence.start, hit.start - 60) : hit.start]
    after = low[hit.end : hit.end + 60]
    if hit.value == "resigned":
        after = low[hit.end : min(sentence.end, hit.end + 130)]
    span = (hit.start, hit.end)
    if hit.value == "suspended":
        if _NOT_SUSPENDED.match(after):
            return  # "on gardening leave, not suspended"
        on_duty = _is_suspension(before, after, low[hit.start : hit.end])
        if draft.suspended is None and (on_duty or _stands_alone(page.text, low, hit, before)):
            draft.suspended = Cited(True, span)
    elif hit.value == "restricted":
        if draft.restricted is None and not _DENIED_BEFORE.search(before):
            draft.restricted = Cited(True, span)
    elif hit.value == "barred":
        denied = _denied_bar(before) or _NOT_BARRED.match(after) is not None
        if draft.barred is None and not denied and _from_policing(low, hit):
            draft.barred = Cited(True, span)
    elif hit.value == "resigned":
        if draft.resigned is None and _is_resignation(before, after, low[hit.start : hit.end]):
            draft.resigned = Cited("resigned", span)
    elif (
        hit.value == "retired"
        and (draft.resigned is None)
        and (
            _is_retirement(before, after, low[hit.start : hit.end])
            or _opens_story(prepared, hit, before, after)
        )
    ):
        draft.resigned = Cited("retired", span)


def _stands_alone(text: str, low: str, hit: Hit, before: str) -> bool:
    """Whether "Suspended" is an entry of its own, in a table of officers, and no sentence's."""
    entry = is_cell(text, hit.start, hit.end) and low[hit.start : hit.end] == "suspended"
    return (
        entry
        and re.search(r"\b(?:months?|weeks?|years?|imprisonment|custody|jail\w*|prison)\b", before) is None
    )


_NOT_SUSPENDED: Final = re.compile(
    r",? (?:but |and )?(?:(?:was|is) )?(?:not|never|rather than|instead of being) (?:been )?suspended\b"
)
_BEEN: Final = re.compile(r"\b(?:(?:having|had|has) been|(?:who|he|she) was) \Z")
_SENTENCED: Final = re.compile(
    r"\b(?:months?|weeks?|days?|years?|sentence\w*|term|imprisonment|prison|jail\w*|custody|custodial|detention|licence|ban)\b"
)


_OFFICER_NEXT: Final = re.compile(
    r" (?:police )?(?:officer|constable|pc|pcso|sergeant|sgt|detective|inspector|superintendent)\b"
)


def _is_suspension(before: str, after: str, word: str) -> bool:
    """Whether "suspended" is about duty and not about a sentence, a licence or a hearing."""
    if _DENIED_BEFORE.search(before) or _SENTENCE_BEFORE.search(before) or _ANYBODY.search(before):
        return False
    if re.match(
        r" ?(?:prison|jail|sentence|term|custodial|imprisonment|animation|it\b|that for|the (?:sentence|term))",
        after,
    ):
        return False
    if _TERM_AFTER.match(after):
        if _BEEN.search(before) and not _SENTENCED.search(before):
            return True  # "returned to her duties, having been suspended for 13 months"
        return re.search(r"\b(?:from duty|on (?:full )?pay)\b", after) is not None
    if re.search(r"\b(?:imprisonment|sentence|prison|jailed|custody)\b", before) and not re.search(
        r"\b(?:he|she|they|who|officer|was|been|is|were)\b[^,;]{0,25}\Z", before
    ):
        return False
    if before.endswith("the ") and _OFFICER_NEXT.match(after):
        return True  # "The suspended officer, who is attached to the North Division, was arrested"
    return not re.search(r"(?:the|a|that|wholly) suspended\Z", before + word) or "duty" in after


def _from_policing(low: str, hit: Hit) -> bool:
    """Whether a bar on working is one on police work and not one on work with children."""
    words = low[hit.start : hit.end]
    if not words.endswith(("working", "serving", "joining")):
        return True
    return (
        re.match(r"(?! with)[^.;]{0,40}\b(?:polic|force|officer|constab)", low[hit.end : hit.end + 60])
        is not None
    )


def _denied_bar(before: str) -> bool:
    """Whether words of a bar are denied ("was not placed on", "removed from")."""
    return (
        re.search(
            r"\b(?:not (?:be |been )?(?:placed|added|put|entered|go|included)|no(?:t)? (?:on|to|name)|removed from|taken off|come off|off|(?:faces?|facing|could|may|might|risks?|risking) being)(?: \w+){0,6} \Z|(?:\bnot|n't|\bnever|\bcould|\bmight|\bwhether|\bif|\brisks?)(?: (?:yet|now|currently|also|be|been|being|have|he|she|they|is|was|placed|added|put|entered|included|end|go|up|on|to|onto|the))* \Z"
            r"|\b(?:said|says|say|saying|demand\w*|call\w*|argu\w+|insist\w*|believ\w+|wants?|wanted)(?: that)?(?: [\w']+){0,3} (?:should|ought to|must)\b(?![^.;]*\b(?:was|were|has|had|is)\b)[^.;]* \Z"
            r"|\A\W*(?:had|if|were|unless)\b(?![^.;]*\bnot\b)[^.;]*\bwould(?: (?:have|be|been|go|gone|ended?|placed|put|added|entered|up|also|then|now|on|onto|to|the))* \Z",
            before,
        )
        is not None
    )


def _opens_story(prepared: Prepared, hit: Hit, before: str, after: str) -> bool:
    """Whether "a retired inspector" opens the story of the page's only subject, and no other is named there."""
    return (
        re.search(r"\b(?:an?|the) \Z", before) is not None
        and (before.endswith("the ") or hit.start < prepared.cast.subjects[0].anchor)
        and _POLICE_AFTER.match(after) is not None
        and prepared.page.sentence_index(hit.start) < _LEAD
        and len(prepared.cast.subjects) == 1
        and prepared.cast.official_at(hit.end, hit.end + 90) is None
    )


_IN_A_YEAR: Final = re.compile(
    r",? (?:(?:in|on|since|from) )?(?:[0-3]?\d(?:st|nd|rd|th)? )?(?:[a-z]{3,9},? )?(?:19|20)\d\d\b|,? (?:shortly |just |long )?(?:before|prior to|ahead of) (?:the|his|her|any|their|an?) (?:\w+ ){0,2}(?:hearing|meeting|proceedings|panel|investigation)\b"
)
_LEAD: Final = 6  # sentences, with the headline, byline and date among them


# "had |considered| resigning", "the idea of |retiring|"
_ONLY_THOUGHT: Final = re.compile(
    r"\b(?:consider(?:ed|s|ing)?|contemplat(?:ed|es|ing)|(?:thought|thinking|talked|talking|spoke|spoken|dreamed) (?:of|about)|toy(?:ed|ing) with|idea of|ruled out|discuss(?:ed|es|ing)|suggest(?:ed|s|ing)|mentioned|den(?:ied|ies|ying)|plans? (?:on|for)|without|instead of|by not|against|stop(?:ped|s)?(?: (?:him|her|them))?(?: from)?|prevent(?:ed|s)?(?: (?:him|her|them))?(?: from)?|barred(?: (?:him|her|them))? from)(?: ever)? \Z"
)
# "tendered his |resignation| but the force refused to accept it"
_THEN_REFUSED: Final = re.compile(
    r"[^.;]{0,50}?\b(?:but|which|though|although|only for)\b[^.;]{0,50}?\b(?:refused|declined|rejected|blocked|(?:would|did|could) not (?:accept|let|allow)|(?:was|were) (?:not|never) (?:accepted|allowed)|turned (?:it|him|her|them) down|(?:was|were) turned down|withdr[ae]w\w*|took (?:it|that) back|changed (?:his|her|their) mind)\b"
)
# "withdrew her |resignation|", "his |resignation| was refused"
_TAKEN_BACK_BEFORE: Final = re.compile(
    r"\b(?:withdr[ea]w\w*|withdrawn|took back|rescinded|refused|rejected|declined|offered|tendered but withdrew)(?: (?:to accept|his|her|their|the|a|letter of|offer of))* \Z"
)
_TAKEN_BACK_AFTER: Final = re.compile(
    r" (?:was|were|had been|has been) (?:later |then |not )?(?:withdrawn|refused|rejected|rescinded|accepted until|turned down)\b"
)


_IN_OFFICE: Final = re.compile(
    r"\b(?:councillor|mp|mayor|magistrate|governor|minister|peer|trustee)s? (?:has |have )?\Z"
)


_STOOD_ASIDE: Final = re.compile(r"\b(?:was|were|been|being|be|is) (?:\w+ )?\Z")
_FROM_FORCE: Final = re.compile(
    r" (?:the )?(?:(?:his|her|their) (?:post|role|job|position)(?! as (?:chair|captain))|force\b|police\b|service\b|job\b|met\b|specials?\b|(?:[\w&-]+ ){1,4}(?:police|constabulary)\b)"
)
_STOPPED: Final = re.compile(
    rf"(?!,? (?:as|from)\b)|,? from{_FROM_FORCE.pattern}|,? as (?:(?:an?|the|his|her|their) )?(?:(?!of\b)[\w'-]+ ){{0,4}}?(?:constable|officer|pc|pcso|sergeant|inspector|superintendent|detective|commander|commissioner|special|chief)\b(?! of)"
)


def _is_resignation(before: str, after: str, word: str) -> bool:
    counterfactual = _HAD_NOT.search(before) is not None
    if _TAKEN_BACK_BEFORE.search(before) or _TAKEN_BACK_AFTER.match(after) or _ONLY_THOUGHT.search(before):
        return False
    if _THEN_REFUSED.match(after):
        return False
    if word.startswith("resigned") and _TOLD_THAT.search(before):
        return _RESIGN_AFTER.match(after) is None
    if (_OTHER_RESIGNED.search(before) and not counterfactual) or _RESIGN_AFTER.match(after):
        return False
    if _IN_OFFICE.search(before):
        return False  # "Councillor quits"
    if word.startswith("quit"):
        return _QUIT_AFTER.match(after) is not None and not re.match(r" (?:smoking|drinking)", after)
    if word.startswith("stepped down"):  # "from his duties", "as chair of the federation": still an officer
        return _STOPPED.match(word.removeprefix("stepped down") + after) is not None
    if word == "stood down from":  # "was stood down from firearms duties"
        return _STOOD_ASIDE.search(before) is None and _FROM_FORCE.match(after) is not None
    if word.startswith(("gave", "giving")) and "notice" in word:
        return "evidence" not in after
    return True


_MADE_TO: Final = re.compile(r"\b(?:told|ordered|made|forced|instructed|required) to \Z")


def _is_retirement(before: str, after: str, word: str) -> bool:
    if _JURY.search(before) or _ONLY_THOUGHT.search(before):
        return False
    if word == "retired" and _IN_A_YEAR.match(after):
        return _OTHER_RESIGNED.search(before) is None  # "Sgt Lee: retired 2013"
    if word.startswith(("hang ", "retire")) and _MADE_TO.search(before):
        return False  # "was told to hang up his uniform": somebody else's decision
    if word in ("retired", "retiring"):
        if re.match(r" police\b", after) or (
            _RETIRED_AFTER.match(after)
            or re.search(r"\b(?:an?|the|other|of) \Z", before)
            or (
                _OTHER_RESIGNED.search(before)
                and not _HAD_NOT.search(before)
                and not _TOLD_THAT.search(before)
            )
        ):
            return False
        if before.endswith(", since ") or _SOMEBODY.search(before):
            return False
        if before.rstrip().endswith(("(", ":", "-", ";")):
            return False
        if re.match(r"[)\]]", after) and not before.endswith(("now ", "since ", "has ", "had ")):
            return False
    if word.endswith(" retire"):
        return is_let(before)
    if "retirement" in word:
        return (
            re.match(r" (?:do|party|age|home|drinks|celebration|present|gift)", after) is None
            and "colleague" not in before[-15:]
        )
    return True
