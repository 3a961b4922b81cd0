"""Outcomes: every place where a page tells what became of a subject, and in which frame it is told."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.anothers import has_another_object
from peelian.reading.antecedents import given_to, spoken_of, told_for
from peelian.reading.cells import cell_end, cell_start
from peelian.reading.dates import MODAL_MAY
from peelian.reading.decreed import is_decreed
from peelian.reading.dismissal_manner import manner_of_dismissal
from peelian.reading.dismissal_words import WOULD_HAVE, is_dismissal, would_have
from peelian.reading.findings import Finding
from peelian.reading.given_by_officers import is_given_to_the_public
from peelian.reading.given_now import is_extended, is_past, plainly
from peelian.reading.hearings import Hearing
from peelian.reading.in_turn import outcomes_in_turn
from peelian.reading.labels import Field, field_at
from peelian.reading.no_outcomes import is_discharge, is_none
from peelian.reading.objects import dealt_with_by_name, named_among
from peelian.reading.one_of_them import of_one_or_the_other
from peelian.reading.only_answers import is_left_open, is_only_answer, takes_effect, would_have_been
from peelian.reading.only_weighed import had_it_been_proved, is_not_imposed
from peelian.reading.others import tells_of_others
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.police_action import is_police_action
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.shares import of_one, share_of
from peelian.reading.tribunals import UNGIVEN
from peelian.reading.wishes import is_of_anybody, is_wish
from peelian.reading.would_be import is_supposed, would_have_led

DISMISSALS: Final = frozenset(
    """dismissed dismissed_without_notice dismissed_with_immediate_effect dismissed_with_notice
    would_have_been_dismissed""".split()
)
# Outcomes that a supervisor gives without any panel.
INFORMAL: Final = frozenset({"management_advice", "reflective_practice", "no_action", "other"})

_WEIGHED_BEFORE: Final = re.compile(
    r"\b(?:could|"
    + MODAL_MAY
    + r"|might|can|cannot|whether|unless|until|threat of|risks?|risked|risking|faces?|facing|faced|avoid(?:ed|s)?|escap(?:ed|es)|spared|rather than|instead of|alternatives? to|in lieu of|in place of|as opposed to|other than|short of|lesser than"
    r"|than|not|never|no|without|nobody|neither|nor|call(?:s|ed)? for|calling for|expects?|expected|likely|believes?|believed|justif(?:y|ies|ied)|warrant(?:s|ed)?|merit(?:s|ed)?|demand(?:s|ed|ing)?|fast[- ]track(?:ing)?|expedite"
    r"|want(?:s|ed)?|had he been|had she been|has he been|if he (?:is|was|were)|if she (?:is|was|were)|if (?:not|they (?:are|were))|will be|would be|(?:will|would) (?:\w+ ){1,2}be|'d be|to be|for|against|resigned before being|before being|before he could be|before she could be|appeal(?:s|ed|ing)? against|overturn|n't)"
    r"(?: (?:be|been|being|to|the|his|her|their|face|he|she|they|is|are|was|were|should|would|could|can|must|ought|necessarily|simply|just|have|an?|having|lose|immediate|outright))*(?: \w+)? \Z"
)
# "must decide |whether PC Lee is dismissed, warned or exonerated|", a page on a hearing to come
_WHETHER: Final = re.compile(
    r"\b(?:decid\w*|determin\w*|consider\w*|rul\w*|say|know|clear|learn|discover|ask\w*|question|choose)(?: (?:on|about|the question of))? whether (?:[\w'.-]+ ){1,5}?(?:is|are|was|were|will be|would be|should be|has been|had been|gets|got|to be) (?:[\w, -]{0,60} )?\Z"
)
# "I have given |final written warnings| to friends": what somebody gave
_GAVE: Final = re.compile(
    r"\b(?:i|he|she|who)(?: (?:has|had|have|once|also|later|himself|herself|personally))* (?:given|gave|handed(?: out| down)?|issued|dished out|doled out|imposed)(?: (?:an?|the|several|many|two|three|out))? \Z"
)
# "The person who disagreed would have |dismissed| him": a minority
_MINORITY: Final = re.compile(
    r"\b(?:(?:dissenting|minority|outvoted) (?:\w+ )?(?:member|panellist|view|opinion)|(?:member|person|one|panellist|superintendent|chair) (?:of (?:it|them|the panel|us) )?who (?:disagreed|dissented|was outvoted))\b[^.;]{0,40} would (?:\w+ )?have [^.;]{0,24}\Z"
)
_DOUBTED: Final = re.compile(
    r"\b(?:could|might|whether|unless|rather than|instead of|other than|short of|than|not|never|no|nor|neither|n't|seeking|sought|faces?|if)(?: (?:be|been|to be|have been|the|an?|his|her|their|given|receive|received|get|just|only|with|by|issued|warrant|merit))* (?:\w+ )?\Z"
)
_WOULD_HAVE_HAD: Final = re.compile(r"\bwould have (?:been|had|received|benefit\w*)\b[^.;]{0,50}\Z")
_ELSEWHERE: Final = re.compile(
    r" (?:for|over|in|on) (?:an?|another|other|separate|unrelated)(?: \w+)?(?: \w+)? (?:matters?|cases?|incidents?|reasons?|misconduct|conduct|issues?|offences?)\b"
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|himself|herself|got) (?:\w+ )?\Z")
_OLD: Final = re.compile(
    r"\b(?:previous(?:ly)?|already (?:on|under|subject to|had|has|serving|held)|earlier (?:final|written)|existing|live (?!with)|breach of(?! [\w ]*\bmisconduct )|while (?:on|under|subject to)|history of|had once|prior|extension of|extended|extending|on top of|was on a|been on a|current|under a|serving a)"
    r" (?:(?!was |were )\w+ ){0,4}\Z"
)
# "a second officer had already had management advice": early, and still what came of it
_HAD_ALREADY: Final = re.compile(r"\b(?:had|has|have) already (?:been |had |received )(?:given |offered )?\Z")
# "was not dismissed until 11 January": dismissed, and late
_NOT_YET: Final = re.compile(r"\b(?:was|were)(?:n't| not) (?:(?:finally|formally|actually|officially) )?\Z")
# "was a sergeant until his dismissal on 5 February"
_UNTIL_DISMISSAL: Final = re.compile(r"\b(?:until|before|up to) (?:his|her|their) \Z")
# "was a sergeant until he was dismissed"
_UNTIL_GONE: Final = re.compile(
    r"\b(?:until|till) (?:he|she|they|both|the two|the pair) (?:both )?(?:was|were|had been|got) \Z"
)
_DATED: Final = re.compile(r" (?:from [\w ]{3,30} )?(?:on|in|last|this|earlier|yesterday|by|for)\b")
_UNTIL: Final = re.compile(r"(?: from [a-z' ]{3,24})? until\b(?! (?:he|she|they|it|his|her|their)\b)")
# "was suspended, then reinstated": back from a suspension, not from a dismissal
# "We agreed that this could be dealt with as a performance matter": what was settled on.
_AGREED: Final = re.compile(
    r"\b(?:agreed|accepted|decided|determined|concluded) that\b(?!.*\b(?:no|not|n't|whether)\b)"
)
# "The call handler had already terminated his employment": he left.
_HIMSELF: Final = re.compile(
    r"\b(?:he|she|they|handler|officer|constable|sergeant|operator|dispatcher|member of (?:police )?staff)(?: (?:had|has|have|already|since|then|also))* \Z"
)
_SUSPENDED: Final = re.compile(r"\bsuspen\w+\b(?:(?!\b(?:dismiss|sack|fired)\w*)[^.;])*\Z")
_ORDERED_BACK: Final = re.compile(
    r"\b(?:order(?:ed|s)|direct(?:ed|s)|told|tells|requir(?:ed|es)|instruct(?:ed|s)|forced|compelled|must|had|has|agreed|decided|ruled)\b(?:(?!\b(?:not|never|refus\w+|declin\w+|if|whether)\b)[^.;]){0,60} (?:to|must|should)(?: now)?(?: be)? \Z"
)
# "said that she |should| get her job back": a wish
_SHOULD_BE_BACK: Final = re.compile(
    r"\b(?:should|ought to|deserv(?:es?|ed) to|must|wants?|wanted|hopes?|hoped|hoping|seeks?|seeking|bid (?:for|to)|ask(?:s|ed|ing)? for|appl(?:y|ies|ying) for|tr(?:y|ies|ying) to|campaign\w* (?:for|to)|demand(?:s|ing)?)\b[^.;]{0,30}\Z"
)
_WILL_LOSE: Final = re.compile(
    r"\b(?:would|will|could|might|may|should|must)(?: (?:\w+ly|now|also|almost|likely|probably))* \Z"
)
# "no further action |was taken| against PC Lee"
_TAKEN_AGAINST: Final = re.compile(
    r"(?: (?:was|were|is|will be|would be|has been|to be))* taken(?= against )"
)
_PROPOSED_BEFORE: Final = re.compile(
    r"\b(?:recommend(?:ed|ing|s|ation)?(?: that| the)?|suggest(?:ed|s)?|argued for|asked for|urged|sought|submitted|seeking|hoping for|proposing|pressed for|considered)\b(?:(?!\bimposed\b|\bgave\b|\breceived\b|\bgiven\b)[^.;]){0,60}\Z"
)


@dataclass(slots=True)
class Outcome:
    """What became of somebody, told at ``[start, end)`` (``spans`` holds all words it rests on).

    ``weight`` says how firmly it is told: a panel's decision or a field of a notice weighs most, words
    in a quotation or a proposal least. An ``idiom`` only makes a dismissal plain. ``part`` is how many of
    several it is told of, where that is fewer than all of them, else 0.
    """

    value: str
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    weight: float
    who: tuple[Person, ...]
    sentence: int
    idiom: bool = False
    part: int = 0


def find_outcomes(prepared: Prepared, hearings: list[Hearing], fields: list[Field]) -> list[Outcome]:
    """Every outcome that the page tells as decided (also what would have been decided), in order."""
    heard = {h.sentence for h in hearings if h.tense in ("held", "named")}
    out = []
    for hit in prepared.scan.of("outcome"):
        outcome = _outcome(prepared, hit, heard, fields)
        if outcome is not None:
            out.append(outcome)
    for hit in prepared.scan.of("outcome_idiom"):
        outcome = _idiom(prepared, hit)
        if outcome is not None:
            out.append(outcome)
    for spot in would_have_been(prepared.page):
        index = prepared.page.sentence_index(spot[0])
        who = spoken_of(prepared, spot[0])
        out.append(Outcome("would_have_been_dismissed", *spot, (spot,), 1.0, who, index))
    out.sort(key=lambda o: o.start)
    outcomes_in_turn(prepared, out)
    _narrow(out)
    return [o for o in out if not _is_either(prepared, o)]


def _is_either(prepared: Prepared, o: Outcome) -> bool:
    """Whether an outcome told of several with names is that of one of them, and nothing says whose."""
    if len(o.who) < 2 or any(p.name is None or p.region is not None for p in o.who):
        return False
    page = prepared.page
    return of_one_or_the_other(page.low, page.sentences[o.sentence].start, o.start)


def _narrow(outcomes: list[Outcome]) -> None:
    """Take an outcome told of some of a group ("two of them were sacked") from the others, where the page says elsewhere who they are."""
    for o in outcomes:
        if len(o.who) < 3 or not 0 < o.part < len(o.who):
            continue
        family = DISMISSALS if o.value in DISMISSALS else {o.value}
        told = {p for x in outcomes if x.value in family and len(x.who) < len(o.who) for p in x.who}
        them = tuple(p for p in o.who if p in told)
        if len(them) == o.part:
            o.who = them


_GOES_ON: Final = re.compile(
    r"(?:it|this|that|the (?:matter|case|force|two (?:were|are|have|had|will|both|each|received)))\b"
)


def carried_on(prepared: Prepared, outcomes: list[Outcome], findings: list[Finding]) -> list[Outcome]:
    """The outcomes, where "It is to be met with management action" goes on about whose case was told just before."""
    page = prepared.page
    for o in outcomes:
        s = page.sentences[o.sentence]
        if o.value not in INFORMAL or not _GOES_ON.match(page.low, s.start):
            continue
        if prepared.scan.between("unnamed_role", s.start, o.start):
            continue  # "It told us that the inspector would be given advice"
        i = bisect_left(findings, s.start, key=lambda f: f.start) - 1
        if i < 0 or findings[i].sentence != o.sentence - 1 or not findings[i].who:
            continue
        if page.sentences[findings[i].sentence].paragraph == s.paragraph:
            o.who = findings[i].who
    return outcomes


# "he must go to prison" is no dismissal
_TO_PRISON: Final = re.compile(
    r" (?:back |straight )?(?:to (?:prison|jail|court|custody|trial|hospital)|on trial|before|through|into custody)\b"
)


def _idiom(prepared: Prepared, hit: Hit) -> Outcome | None:
    """Words that make a dismissal plain without naming it ("no job to go back to"), told weakly."""
    page, low = prepared.page, prepared.page.low
    index = page.sentence_index(hit.start)
    sentence = page.near(hit.start)
    before = low[max(sentence.start, hit.start - 80) : hit.start]
    value = hit.value
    if low.startswith(" in all but name", hit.end) or before.endswith(("as good as ", "all but ")):
        return None
    if would_have(before, sentence, low, hit) or would_have_led(before):
        value = "would_have_been_dismissed"
    elif _WEIGHED_BEFORE.search(before) or _DOUBTED.search(before) or _TO_PRISON.match(low, hit.end):
        return None
    spans: tuple[tuple[int, int], ...] = ((hit.start, hit.end),)
    manner = manner_of_dismissal(prepared, hit, sentence) if value == "dismissed" else None
    if manner is not None:  # "must go without notice"
        value, spans = manner.value, (*spans, (manner.start, manner.end))
    return Outcome(value, hit.start, hit.end, spans, 0.2, spoken_of(prepared, hit.start), index, idiom=True)


def _outcome(prepared: Prepared, hit: Hit, heard: set[int], fields: list[Field]) -> Outcome | None:
    page = prepared.page
    low = page.low
    index = page.sentence_index(hit.start)
    sentence = page.near(hit.start)
    opening = max(sentence.start, cell_start(low, hit.start))  # of another cell nothing is said here
    before = low[max(opening, hit.start - 80) : hit.start]
    after = low[hit.end : min(sentence.end, hit.end + 90)]
    field = field_at(fields, hit.start)
    value = hit.value
    spans = [(hit.start, hit.end)]
    own = low[max(opening, hit.start - 200) : hit.start]
    if is_not_imposed(value, own, after) or _WHETHER.search(own) or _MINORITY.search(own):
        return None
    if _GAVE.search(before) and not given_to(prepared, hit.end):
        return None
    if value in INFORMAL and is_given_to_the_public(own):
        return None
    listed = named_among(prepared, hit) if value in DISMISSALS else ()
    if not listed and (
        is_none(value, own, after, low[hit.start : hit.end])
        or (low.startswith("terminat", hit.start) and _HIMSELF.search(before))
    ):
        return None
    if value in ("dismissed", "dismissed_without_notice") and is_discharge(
        low[sentence.start : min(sentence.end, hit.end + 200)]
    ):
        value = "other"
    if value in ("dismissed", "required_to_resign", "reduction_in_rank"):
        only = False
        hypothetical = would_have(before, sentence, low, hit) or is_supposed(before, after)
        if hypothetical and (
            had_it_been_proved(low[sentence.start : sentence.end]) or is_left_open(prepared, hit)
        ):
            return None
        if is_of_anybody(low[sentence.start : hit.start]):
            return None
        if value == "dismissed":
            only = is_only_answer(prepared, hit)
            if not (hypothetical or only) and not is_dismissal(prepared, hit, before, after):
                return None
            manner = manner_of_dismissal(prepared, hit, sentence) or takes_effect(prepared, hit)
            if manner is not None:
                value = manner.value
                spans.append((manner.start, manner.end))
            if hypothetical:
                value = "would_have_been_dismissed"
        elif hypothetical and value == "reduction_in_rank":
            value = "other"  # "he would have been demoted": no demotion, and what was decided
        elif hypothetical:
            return None
        if low.startswith("lose ", hit.start) and _WILL_LOSE.search(before) and not hypothetical:
            return None  # "would inevitably lose his job": what somebody foresees
        decreed = only or is_decreed(
            prepared, sentence, hit, before, own, after, index in heard, len(spans) > 1
        )
        if not (hypothetical or decreed) and is_wish(before, low[opening : hit.start], after):
            return None
        at_last = _NOT_YET.search(before) is not None and _UNTIL.match(after) is not None
        dated = _UNTIL_GONE.search(before) is not None or (
            _UNTIL_DISMISSAL.search(before) is not None and _DATED.match(after) is not None
        )
        if not (hypothetical or decreed or at_last or dated) and _WEIGHED_BEFORE.search(before):
            return None
    elif value == "no_action":
        cell = max(opening, hit.start - 110)
        cell = hit.start if low.endswith(" - ", cell, hit.start) else cell
        clause = low[cell : min(sentence.end, hit.end + 60, cell_end(low, hit.end))]
        if is_police_action(clause, low, hit.start, after):
            return None
    elif value == "reinstated":
        if _DOUBTED.search(before) or UNGIVEN.search(before) or _SUSPENDED.search(before):
            return None
        if low.startswith("returned to", hit.start) and not _PASSIVE.search(before):
            return None  # "later returned to the force as an investigator"
        if "uniform" in low[hit.start : hit.end] and not _was_gone(prepared):
            return None  # "taken off the squad and put back in uniform"
        if _SHOULD_BE_BACK.search(before) and not _ORDERED_BACK.search(before):
            return None
        if low.startswith("reinstate ", hit.start) and not _ORDERED_BACK.search(before):
            return None
    elif value == "final_written_warning" and (is_extended(before, after)):
        pass  # what is extended stands
    elif is_past(prepared, hit, sentence, own, after) or (
        (_OLD.search(before) and not (value in INFORMAL and _HAD_ALREADY.search(before)))
        or (_DOUBTED.search(plainly(before)) and not (value in INFORMAL and _AGREED.search(own)))
        or _WOULD_HAVE_HAD.search(before)
    ):
        return None
    who = spoken_of(prepared, hit.start, _PASSIVE.search(before) is not None)
    named = dealt_with_by_name(prepared, hit) if value in DISMISSALS else None
    who = (named,) if named is not None else who
    who = listed or given_to(prepared, hit.end) or who
    if value == "no_action" and (taken := _TAKEN_AGAINST.match(low, hit.end)) is not None:
        who = told_for(prepared, taken.end()) or who
    if value in DISMISSALS and has_another_object(prepared, who, sentence.start, hit.start, hit.end):
        return None
    if value == "no_action" and all(p.mentions for p in who) and tells_of_others(prepared, sentence):
        return None
    if len(who) > 1 and of_one(prepared, hit.start):
        who = who[:1]  # as a rule the one whom the page then names first
    share = share_of(_since_last(prepared, sentence, hit), len(who)) if len(who) > 1 else 1.0
    if share <= 0.5:
        return None
    weight = share  # 1, or less for a part of the group
    if field is not None and field.name in ("outcome", "finding"):
        weight += 4
    if index in heard:
        weight += 2
    if page.quoted(hit.start):
        weight -= 3
    if _PROPOSED_BEFORE.search(before):
        weight -= 1.5
    if (
        value in DISMISSALS
        and _ELSEWHERE.match(after)
        and re.search(r"another|unrelated|separate|other", after[:40])
    ):
        weight -= 4
    if _OLD.search(before):
        weight -= 2
    if value in DISMISSALS and re.search(
        r"\breinstat\w+ after (?:being|he was|she was|having been) \Z", before
    ):
        weight -= 4
    part = round(share * len(who)) if share < 1 else 0
    return Outcome(value, hit.start, hit.end, tuple(spans), weight, who, index, part=part)


def _was_gone(prepared: Prepared) -> bool:
    """Whether the page tells of a dismissal or of an appeal against one at all."""
    return bool(prepared.scan.of("appeal")) or any(
        h.value in DISMISSALS or h.value == "required_to_resign" for h in prepared.scan.of("outcome")
    )


def _since_last(prepared: Prepared, sentence: Sentence, hit: Hit) -> str:
    """The words before an outcome, another's aside: "dismissed one officer and |would have| dismissed two others"."""
    low, start = prepared.page.low, max(sentence.start, hit.start - 80)
    would = WOULD_HAVE.search(low, start, hit.start)
    if would is not None and prepared.scan.between("outcome", start, would.start()):
        start = would.start()
    return low[start : hit.start]
