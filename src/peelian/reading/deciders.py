"""Deciders: those who decided a case alone, by what is said of them or by what they say of themselves.

"ACC Larch terminated his service", "dismissed without notice by Chief Constable Roe", and in a quotation
"I sat at his hearing and it took me eleven minutes": the one who speaks decided.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.cells import is_cell
from peelian.reading.chair_names import (
    NAME,
    NO_PANEL,
    TITLE_WORD,
    name_span,
    past_lead,
    role_in,
    without_honours,
)
from peelian.reading.model import Span
from peelian.reading.page import Sentence
from peelian.reading.persons import SENIOR, Mention
from peelian.reading.prepared import Prepared
from peelian.reading.sitting import SAYINGS, is_heard_before

_DECIDES: Final = re.compile(
    r"(?:,[^.;\n]{0,90},|,)? (?:has |had |then |also |today |yesterday |himself |herself |who |duly |promptly |personally |formally |summarily |immediately |reluctantly )*"
    rf"(?:(?:dismissed|sacked|fired)(?!\s*(?:over|for|after|by|from|following|because|amid|when|as)\b|[.\n]| {SAYINGS})"
    r"|ruled|decided|found that|found (?:an? |several |two |three |\w+ )?breach\w*|found (?:him|her|the|his|that|he|she|they|pc|sgt|ps|dc|ds|mr|ms|mrs|insp|gross misconduct|misconduct)|held that|said (?:that )?(?:he|she|they) would have (?:been )?dismissed|imposed|determined|concluded|took the decision|(?:reached|made|returned|recorded) (?:an? |the |his |her )?(?:\w+ )?(?:findings?|conclusion|verdict|determination|decision)\b(?! to (?:refer|suspend|charge|investigate|publish|hold|resign|retire|name|leave|step|ask|invite|re))|terminated (?:his|her|the)|ended (?:his|her) (?:career|service|employment)|(?:kicked|threw|booted) (?:him|her) out|told (?:him|her) (?:he|she) was|handed (?:him|her) (?:a|his|her)|gave (?:him|her|them|both)(?: both)? (?:an? (?:final|written)|(?:his|her|their) (?:marching orders|cards)|the (?:sack|boot|push))|stripped (?:him|her)|[a-z]+ (?!that\b)[^.;\"]{0,90} and (?:then |so |duly )?(?:dismissed|sacked|fired|demoted) (?:him|her|them|both)|[a-z]+ [^.;\"]{0,90}, (?:handing|imposing on|issuing|giving|dismissing|sacking|demoting) (?:him|her|them)\b|presided|(?:will|was to|is to) (?:conduct|hold|hear|decide|determine|preside|take|consider)|conducted|(?:held|convened) an? (?:[\w-]+ ){0,3}hearing|sat alone|sat on (?:his|her) own|went ahead|was satisfied|dealt with (?:him|her|the)|(?:took|needed|required) (?:just |only |less than |barely )?[\w-]+ (?:minutes|hours)|heard (?:it|(?:his|her|their|the|this) (?:case|matter)) (?:under|using|by) the (?:accelerated|fast-track|special)|(?:showed|shown) (?:him|her|them) the (?:door|exit)|sent (?:him|her|them) packing|said (?:on \w+ |yesterday |today )?that (?:the panel|breaches|the officer had breached|he had breached|she had breached))\b"
)
_BY: Final = re.compile(
    r"\bby (?:the |then |then-|force's |acting |temporary |their |his |her |[\w' -]{0,30}'s (?:own )?)?\Z"
)
_SAID: Final = re.compile(
    r"\b(?:said|says|told|added|explained|insisted|wrote|remarked|:|announced|declared)"
)
_REACH: Final = 130


class Decider(NamedTuple):
    """One who decided: where it is told, the spans of name and role, and how firmly it is told."""

    at: int
    name: Span | None
    role: Span | None
    weight: float


def find_deciders(prepared: Prepared, mentions: list[Mention]) -> list[Decider]:
    """Every chief officer said to have decided a case, and everybody who says so of himself, in order."""
    out = _said_to(prepared, mentions)
    out += _say_so(prepared, mentions)
    out += _by_post(prepared, mentions)
    out.sort(key=lambda d: d.at)
    return out


# "by Ann Lee, then deputy chief constable": the rank after the name
_WHO_WAS: Final = re.compile(
    r",? \(?(?:who (?:was|is|had been) )?(?:(?:the|its|their|an?|then|now|at the time|force's|acting|temporary|county's) )*"
)


def _named_before(low: str, mentions: list[Mention], at: int) -> Mention | None:
    """The one named just before the rank at ``at``, whose rank it is."""
    i = bisect_right(mentions, at, key=lambda m: m.start) - 1
    if i < 0 or _WHO_WAS.fullmatch(low, mentions[i].end, at) is None:
        return None
    person = mentions[i].person
    return mentions[i] if person is None or not person.is_subject else None


def _said_to(prepared: Prepared, mentions: list[Mention]) -> list[Decider]:
    page, low = prepared.page, prepared.page.low
    bosses = [h for h in prepared.scan.of("chair_role") if h.value == "boss"]
    out = []
    for hit in sorted([h for h in prepared.scan.of("rank") if h.value in SENIOR] + bosses):
        if page.quoted(hit.start):
            continue
        sentence = page.near(hit.start)
        role = role_in(prepared, max(sentence.start, hit.start - 12), hit.end) or (hit.start, hit.end)
        near = NAME.match(
            page.text, past_lead(low, _past_force(prepared, hit.end), sentence.end), sentence.end
        )
        named = near is not None and TITLE_WORD.search(near.group(1)) is None
        name = without_honours(page.text, *near.span(1)) if near is not None and named else None
        end = name[1] if name is not None else hit.end
        if name and prepared.masthead.kind == "hearing_outcome" and is_cell(page.text, hit.start, end):
            out.append(Decider(hit.start, name, (hit.start, hit.end), 1.5))
        elif (
            _decides(low, end, sentence.end)
            or _dismissed_by(prepared, sentence.start, hit.start)
            or (name is not None and _decision_by(prepared, sentence, hit.start))
            or (name is not None and _in_deciding(low, sentence.start, hit.start, end, sentence.end))
            or (
                name is not None
                and _DETERMINED_BY.search(low, max(sentence.start, hit.start - 45), hit.start)
            )
            or (name is not None and _sat_at(prepared, sentence, hit.start, end))
            or (name is not None and is_heard_before(low, hit.start, end))
        ):
            out.append(Decider(hit.start, name, role, 1.5 if name else 0.4))
        elif (m := _named_before(low, mentions, hit.start)) is not None and _dismissed_by(
            prepared, sentence.start, m.start
        ):
            out.append(Decider(m.start, name_span(prepared, m), (hit.start, hit.end), 1.5))
    return out


# A paper's heading: "DETERMINATION OF |CHIEF CONSTABLE ROE|"
_DETERMINED_BY: Final = re.compile(
    r"\b(?:(?:written|final|full) )*(?:determination|decision|ruling|findings?|reasons|judgment)(?: and reasons)? of (?:the |acting |temporary |deputy |assistant |t/)*\Z"
)
# "|In determining that the officer should be dismissed,| Chief Constable Roe |said|"
_IN_DECIDING: Final = re.compile(
    r"\W*(?:in|when|while|on|after|by) (?:determining|deciding|concluding|ruling|finding|dismissing|imposing|sanctioning|reaching (?:his|her|the|a)|making (?:his|her|the) (?:decision|ruling|determination|finding)|giving (?:his|her|the) (?:decision|ruling|reasons|determination)|summing up|handing down)\b"
    r"(?:(?!\b(?:he|she|they) (?:said|told|was|were)\b)[^.;\"]){0,160}, (?:the |then |acting |temporary |deputy |assistant )*\Z"
)


def _in_deciding(low: str, start: int, at: int, end: int, stop: int) -> bool:
    """Whether a sentence opens with what the chief officer named at ``[at, end)`` did in deciding, and goes on with what was said."""
    return _SPOKE.match(low, end, stop) is not None and _IN_DECIDING.fullmatch(low, start, at) is not None


# "At an accelerated hearing, Chief Constable Roe told her", "a fast-track hearing, where Chief Constable Roe will decide"
_THEN_WHO: Final = re.compile(
    r"(?: (?:in|at|on|last|this|yesterday|held) [^.;,\"]{2,40})?,?(?: (?:where|at which|in which))?(?: the| his| her)?(?: then| acting| temporary| deputy| assistant)* \Z"
)
# "the panel, which sat at Whiteley under Assistant Chief Constable Roe"
_UNDER: Final = re.compile(
    r"[^.;\"]{0,90}\b(?:under|before|in front of|(?:taken|held|heard|run|convened|conducted|presided over) by)(?: the| his| her)?(?: then| acting| temporary| deputy| assistant)* \Z"
)
_AT_IT: Final = re.compile(r"\b(?:at|during) (?:the|an?|his|her|that|this) (?:[\w-]+ ){0,2}\Z")
_SPOKE: Final = re.compile(r" (?:said|told|ruled|added|remarked|commented)\b")
_ONLY_SPEAKS: Final = re.compile(
    r",? (?:who |has |had |also |later |afterwards |then )*(?:said|says|added|commented|apologised|thanked|praised|described|called|welcomed|warned|is|was not|wrote|attended|gave evidence|appealed|resigned|retired)\b"
)


def _sat_at(prepared: Prepared, sentence: Sentence, at: int, end: int) -> bool:
    """Whether a chief officer named at ``[at, end)`` is who sat at the hearing named before in the sentence."""
    low = prepared.page.low
    for hearing in prepared.scan.among(("proceeding", "forum"), max(sentence.start, at - 160), at):
        if hearing.value in ("standing", "not_stated", "appeal_tribunal", "tribunal", "cell_meeting"):
            continue
        if _UNDER.fullmatch(low, hearing.end, at):
            return True
        alone = hearing.value in ("special_case_hearing", "accelerated_hearing")
        if alone and _THEN_WHO.fullmatch(low, hearing.end, at):
            if _ONLY_SPEAKS.match(low, end, sentence.end) is None:
                return True  # whoever speaks at it, and not after it, sat
            lead = _AT_IT.search(low, max(sentence.start, hearing.start - 40), hearing.start)
            return lead is not None and _SPOKE.match(low, end, sentence.end) is not None
    return False


def _decides(low: str, end: int, stop: int) -> bool:
    """Whether the words after a chief officer's name say that he or she decided something."""
    if _DECIDES.match(low, end, stop) is None:
        return False
    return NO_PANEL.search(low, end, min(stop, end + 30)) is None


def _dismissed_by(prepared: Prepared, start: int, at: int) -> bool:
    """Whether an outcome is said to have come from the one named at ``at`` ("dismissed without notice by")."""
    low = prepared.page.low
    by = _BY.search(low, max(start, at - 45), at)
    if by is None:
        return False
    outcomes = prepared.scan.between("outcome", max(start, by.start() - 60), by.start())
    return (
        bool(outcomes)
        and re.search(r"[.;]|\bfollowed\b|\bsupported\b", low[outcomes[-1].end : by.start()]) is None
    )


# "the chief constable| of Dorset|, Ann Lee": whose chief it is stands between the rank and the name
_OF_FORCE: Final = re.compile(r" (?:of|at|for) (?:the )?\Z")
_OF_THE_FORCE: Final = re.compile(
    r" of (?:the |his |her |their |its )?(?:force|constabulary|service|county force)\b"
)


def _past_force(prepared: Prepared, at: int) -> int:
    """Where the words "of the Dorset force" after a rank end, or ``at``."""
    low = prepared.page.low
    plain = _OF_THE_FORCE.match(low, at)
    if plain is not None:
        return plain.end()
    if not low.startswith((" of ", " at ", " for "), at):
        return at
    names = prepared.scan.among(("force", "force_weak"), at, at + 60)
    first = next((h for h in names if _OF_FORCE.match(low, at, h.start) is not None), None)
    return at if first is None else max(h.end for h in names if h.start == first.start)


# "The decision was taken by ACC Lee", "the verdict given to PC Moss, of Kent Police, by DCC Lee"
_DECISION_BY: Final = re.compile(
    r"\b(?:decisions?|verdict|ruling|outcome|sanction|penalty|punishment|judgment|determination|findings?|disciplinary action)"
    r"(?: (?:to (?:dismiss|sack|fire|demote|remove)(?: (?:him|her|them|the officers?))?|of dismissal|of the (?:panel|hearing|meeting)|on (?:sanction|outcome|penalty)))?"
    r"(?: [-\u2013\u2014] [^-.;\u2013\u2014]{3,60} [-\u2013\u2014])?,? (?:that )?(?:(?:was|were|is|are|has been|have been|had been|being) )?(?:\w+ly )?"
    r"(?:taken|made|given|handed (?:down|out)|delivered|reached|imposed|read out|passed|issued|pronounced)\b[^.;\"]{0,70}?\bby (?:the )?(?:then |force's |acting |temporary |[\w' -]{0,30}'s )?\Z"
)


def _decision_by(prepared: Prepared, sentence: Sentence, at: int) -> bool:
    """Whether a decision is said to have been taken or given by the one named at ``at``, at a hearing or after an outcome."""
    page = prepared.page
    if _DECISION_BY.search(page.low, max(sentence.start, at - 170), at) is None:
        return False
    if NO_PANEL.search(page.low, max(sentence.start, at - 170), at):
        return False
    before = page.sentences[max(0, page.sentence_index(at) - 1)]
    start = before.start if before.paragraph == page.sentence_at(at).paragraph else sentence.start
    hearings = prepared.scan.among(("proceeding", "forum"), sentence.start, sentence.end)
    return bool(hearings) or bool(prepared.scan.between("outcome", start, sentence.end))


# "by Mrs Ann Lee, |Director of Resources| at": who may dismiss for a force without being an officer
_POST_AFTER: Final = re.compile(
    r", (?:the |its |their |the force's )?(?P<post>(?:(?:deputy|assistant|interim|acting|executive|corporate) )*(?:director|head|chief executive|chief (?:finance|operating|people) officer)(?: (?!at\b|for\b|with\b)[\w&-]+){0,6})"
)


def _by_post(prepared: Prepared, mentions: list[Mention]) -> list[Decider]:
    """Those of no rank by whom a decision is said to have been taken, told with the post in which they took it."""
    out = []
    for m in mentions:
        if m.rank is not None or (m.person is not None and m.person.is_subject):
            continue
        sentence = prepared.page.near(m.start)
        post = _POST_AFTER.match(prepared.page.low, m.end, sentence.end)
        if post is not None and _decision_by(prepared, sentence, m.start):
            out.append(Decider(m.start, name_span(prepared, m), post.span("post"), 1.5))
    return out


def _say_so(prepared: Prepared, mentions: list[Mention]) -> list[Decider]:
    """Those who say "I sat at his hearing" or "I dismissed him" in a quotation."""
    page = prepared.page
    out = []
    quotes = page.quotes
    for hit in prepared.scan.of("i_decided"):
        i = bisect_right(quotes, hit.start, key=lambda q: q[0]) - 1
        if i < 0 or hit.start >= quotes[i][1]:
            continue
        mention = _speaker(prepared, mentions, quotes[i][0], quotes[i][1])
        if mention is None or (mention.person is not None and mention.person.is_subject):
            continue
        rank = mention.rank
        role = role_in(prepared, mention.start, mention.name_start) or (
            (rank.start, rank.end) if rank else None
        )
        if role is not None:
            out.append(Decider(hit.start, name_span(prepared, mention), role, 2.5))
    return out


_SIGNED: Final = re.compile(r"[\"\u201d.]*\s*[-\u2013\u2014(]?\s*")


def _speaker(prepared: Prepared, mentions: list[Mention], start: int, end: int) -> Mention | None:
    """Who speaks the quotation ``[start, end)``: the one named before or after it beside a word of saying, or who signs it."""
    low = prepared.page.low
    first = bisect_right(mentions, end - 1, key=lambda m: m.start)
    if first < len(mentions) and _SIGNED.fullmatch(low, end, mentions[first].start) is not None:
        rank = mentions[first].rank
        if rank is not None and rank.value in SENIOR:
            return mentions[first]
    i = bisect_right(mentions, start, key=lambda m: m.start) - 1
    if i >= 0 and start - mentions[i].end < _REACH and _SAID.search(low, mentions[i].end, start):
        return mentions[i]
    if i + 1 < len(mentions) and mentions[i + 1].start - end < 60:
        m = mentions[i + 1] if mentions[i + 1].start >= end else None
        if m is not None and _SAID.search(low, end, min(len(low), m.end + 60)):
            return m
    return None
