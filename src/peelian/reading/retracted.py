"""Retractions: what a document says that somebody said wrongly, or that those who know deny.

"An earlier version of this article said that PC Lee had been dismissed", "the force denied that she had
resigned", "rumours that he was convicted are untrue", "sacked, according to posts online. The force said
that this was wrong": the words name an end and do not tell it. They are taken out of the scan before
anything else is read, so that no correction repeats the wrong that it mends.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import holds_any

# The ends that a retraction may take back, by kind of hit. A charge is not among them: whoever is wrongly
# said to have been convicted was mostly charged.
_ENDS: Final = ("stage", "penalty", "outcome", "outcome_idiom", "finding", "departure")
_NO_END: Final = frozenset({"charged", "none"})

_WORDS: Final = (
    "wrongly", "falsely", "untru", "incorrect", "mistak", "inaccura", "erroneous", "version", "deni", "deny", "reject", "rumour",
    "contrary to", "report", "posts", "claim", "apolog", "correct", "wrote", "stated", "sorry", "error", "not true", "not the case", "tweet", "messages", "alleged", "suggest", "story", "article", "headline", "caption", "regret", "announc", "before her ", "before his ", "before their ", "before the ", "you describe", "you say", "you said", "you call",
)  # fmt: skip
_SAYS: Final = (
    r"(?:said|says|saying|stat(?:ed|es|ing)|report(?:ed|ing|s)|claim(?:ed|ing|s)|alleg(?:ed|ing)|suggest(?:ed|ing|s)|impl(?:ied|ying)"
    r"|told|named|describ(?:ed|ing)|announc(?:ed|ing|es)|confirm(?:ed|ing|s)|wrote|gave|had it|published|carried|read|called)"
)
_WRITING: Final = r"(?:versions?|reports?|articles?|edition|stor(?:y|ies)|headlines?|bulletins?|paper|page|captions?|standfirst|posts?|coverage|pieces?)"
_OF_WHAT: Final = r"(?: (?:of|on|in|about|from) [^.;,]{2,50}?)?"
# Words that say by themselves that what follows was said wrongly.
_ADVERBS: Final = (
    "wrongly",
    "falsely",
    "untruly",
    "incorrectly",
    "mistakenly",
    "inaccurately",
    "erroneously",
)
_WRONGLY: Final = re.compile(
    rf"(?<!who )(?<!he )(?<!had )\b(?:wrongly|falsely|untruly|incorrectly|mistakenly|inaccurately|erroneously) {_SAYS}\b(?! (?:the (?:court|coroner|police|officer)|police|officers|colleagues|her|him|them))"
    rf"|(?<!who )(?<!he )\b{_SAYS} (?:wrongly|falsely|untruly|incorrectly|mistakenly|inaccurately|erroneously)\b"
)
_NOT_TRUE: Final = re.compile(
    rf"\b(?:earlier|previous|original|first|print|online|yesterday's) {_WRITING}{_OF_WHAT} (?:had |also )?(?:wrongly |incorrectly )?{_SAYS}\b"
    rf"|\bas (?:first|originally|initially|previously) (?:published|printed|posted|worded),? (?:this|the|our|that) {_WRITING} (?:wrongly |incorrectly )?{_SAYS}\b"
    r"|\bcontrary to (?:what|reports?|rumours?|claims?|our|some|press|earlier|media|online)\b[^.;,]{0,30}\bthat\b"
    r"|\b(?:in error|by mistake),? (?:we )?(?:said|reported|stated|wrote)\b"
    r"|\b(?:(?:not true|untrue|false|incorrect|not the case|inaccurate)(?: to (?:say|suggest|claim|report))?|wrong to (?:say|suggest|claim|report)) that\b"
)
# Words that say it only where the document corrects itself.
_OURS: Final = re.compile(
    rf"\bour (?:(?:\d+ )?[a-z]+ )?{_WRITING}{_OF_WHAT}(?:,? headlined [^.;]{{2,40}})? (?:also )?{_SAYS}\b"
    r"|\b(?:we|which|that|story|report|article|paper|page) (?:first|originally|initially|previously) (?:said|reported|stated|wrote|published|carried)\b"
    r"|\bwe (?:wrote|stated|said|reported)\b"
    r"|\b(?:in (?:an?|its|the|that) (?:[\w-]+ ){0,2}(?:statement|release|tweet|post|notice|report)(?: (?:of|on|dated|issued) [^.;,]{2,30})?,? (?:it|the force) (?:had )?(?:said|stated|wrote|reported)|you (?:describe[ds]?|say|said|report(?:ed)?|state[ds]?|claim(?:ed)?|call(?:ed)?)(?: (?:me|him|her))?(?: as)?)\b"
    rf"|\b(?:headline|caption|standfirst)s?\b[^.;]{{0,50}}\b{_SAYS}\b"
)
_CORRECTS: Final = re.compile(
    r"\b(?:correct(?:ion|ions|ed|ing)|clarif\w+|apolog\w+|in fact|in error|in truth|mistake|mistaken|wrong(?:ly)?|inaccura\w+|amended|sorry|should have (?:said|read|been)"
    r"|not (?:true|the case|so|correct|accurate)|regrets?|(?:i|he|she) (?:was|did|had) not(?=[.,])|make clear|happy to (?:say|state|set)|set the record|untrue|incorrect(?:ly)?)\b"
)
# A column of corrections says so at its head.
_COLUMN: Final = re.compile(
    r"(?:^|\n)[^.\n]{0,30}\b(?:corrections?|clarifications?|apolog(?:y|ies)|errata|putting (?:it|things) right|we got wrong)\b[^.\n]{0,30}(?:\n|:|\Z)"
)
_HEAD: Final = 300  # characters
# "has denied that", "rejected reports that"; who denies and what is told: an officer's plea is asked elsewhere
_DENIED: Final = re.compile(
    r"\b(?:den(?:ied|ies|ying)|reject(?:ed|s|ing)|rubbish(?:ed|es)|scotch(?:ed|es)|rebutt?(?:ed|s)|dismiss(?:ed|es) as (?:untrue|false|nonsense|wrong)"
    r"|(?:quash|squash|scotch|quell|dispel|rubbish|play(?:ed)? down|poured? cold water on)(?:l?ed|es|s|l?ing)?(?= (?:[a-z]+ ){0,2}(?:rumour|report|claim|suggestion|speculation|stor|talk)))"
    r"(?: (?:(?:the|online|press|media|newspaper|social media|untrue|false|some|any) )*(?:reports?|rumours?|claims?|suggestions?|speculation|stor(?:y|ies)|talk|posts?))?(?: (?:online|in the press|on social media))? that\b"
)
_UNTRUE: Final = re.compile(
    r"\b(?:rumours?|suggestions?|claims?|reports?|stories|talk|word|posts|speculation)(?: (?:online|in the press|on social media|in [a-z ]{3,24}|by [a-z ]{3,24}))? that\b"
    r"|\b(?:alleged|claimed|rumoured|suggested|put about|reported|said) that\b"
)
_FALSE: Final = re.compile(
    r",?(?: which)? (?:are|were|is|was|had been) (?:simply |quite |completely |entirely |wholly |all )?(?:false|untrue|wrong|mistaken|not true|nonsense|unfounded|incorrect|baseless|inaccurate|not correct)\b"
)
# "confirmed his dismissal |before the hearing was over|": nobody had decided it
_TOO_SOON: Final = re.compile(
    r"\b(?:announc|confirm|report|said|stat(?:ed|ing)|told|publish|tweet|disclos|reveal|broke the news)\w*\b[^.;]{0,110}?(?P<soon>\bbefore (?:(?:his|her|their|the|its|any|a) )?(?:[\w-]+ ){0,2}(?:hearing|panel|meeting|tribunal|verdict|decision|ruling|case)"
    r" (?:(?:had|was|has|were|is)(?: even)? (?:ended|finished|over|concluded|closed|decided|ruled|reached|made|given|announced|complete\w*|heard|begun|started|retired)|(?:ended|finished|concluded|ruled|decided)))\b"
)
# Where what was said wrongly ends inside its sentence.
_TURN: Final = re.compile(
    r";|,? (?:but|whereas|when in fact|when,? in|rather than|instead of|in fact|in truth|and not|while in fact)\b|\u2014| \u2013 "
)
# What somebody only heard: "according to posts on social media", "was reported by the Echo to have been"
_HEARSAY: Final = re.compile(
    r"\b(?:according to (?:(?:some|the|a|an|local|press|media|newspaper|online|unconfirmed|early|several) )*(?:reports?|posts?|rumours?|messages?|social media|tweets?|newspapers?|websites?|bloggers?|claims|story|stories)"
    r"|(?:was|were|is|are|been) (?:widely |first |initially |wrongly )?(?:reported|rumoured)\b|(?:reported|rumoured|claimed|said) (?:online|on social media|on facebook)|rumours?\b|(?:posts|messages|users) (?:on|online)\b|social media|reportedly|it was reported)"
)
_DAILY: Final = re.compile(
    r"(?:\A|[.;:] )\W*(?:the )?(?:daily|evening|sunday|weekly|local|sun|mail|mirror|echo|post|news|gazette|herald|courier|chronicle|argus|paper|newspaper|website|blog)(?: [a-z]+){0,2} (?:reported|said|claimed|wrote|carried)\b"
    r"|(?:\A|[.;:] )\W*(?:an?|one|the|some|several|many) (?:[a-z]+ ){0,2}(?:tweets?|posts?|messages?|blogs?|leaflets?|emails?|videos?|users?|petitions?|letters?|comments?|threads?)(?: on [a-z]+| online)? (?:claimed|said|alleged|suggested|stated)\b"
)
# The next sentence says so: "The force said that was wrong", "This is not true"
_REFUTES: Final = re.compile(
    r"\b(?:this|that|it|these|those|they|the (?:report|claim|story|post|rumour|suggestion|account|posts|reports|claims|rumours))(?: (?:was|is|were|are)|'s) (?:simply |quite |completely |entirely |wholly |all )?(?:not (?:true|correct|accurate|the case|so)|untrue|false|wrong|incorrect|inaccurate|nonsense|mistaken|a mistake|unfounded|baseless)\b"
)
_STILL: Final = re.compile(
    r"\b(?:remains?|is still|was still|continues? to be|had remained) (?:a |an |in |employed|suspended|serving|on )"
)
_NOT_SO: Final = re.compile(
    r"\b(?:had|has|have|was|were|is)(?:n't| not| never)(?: yet| ever| in fact)?(?: been)? (?:dismissed|sacked|fired|convicted|jailed|sentenced|found guilty|resigned|retired|left|charged|cleared|acquitted|barred|struck off)\b"
)
_FAR: Final = 2  # sentences from what was heard to the denial of it
# A headline's words in quotation marks: what follows them is no part of them.
_QUOTED: Final = re.compile(r",? ?[\"\u201c][^\"\u201d\n]{3,160}[\"\u201d]")
_CONVICTED: Final = frozenset({"convicted", "guilty_plea"})
_WAS_TRIED: Final = re.compile(
    r"\b(?:acquitted|cleared|not guilty|trial|appeal|den(?:ies|ied) (?:all |both |the )*charges?|retrial)\b"
)
_ON_TRIAL: Final = 300  # characters from a conviction wrongly told to the words that tell of the trial
# What an officer denies before a panel, and the panel finds.
_OFTEN_DENIED: Final = frozenset({"finding"})
_HE_OR_SHE: Final = re.compile(r" (?:he|she|they|his|her)\b")
_DENIALS: Final = ("does", "appeal_word")  # the denial itself: "denied", "quash"


class _Stretch(NamedTuple):
    """Words taken back; ``any_end`` is false where they are only denied, and a panel may find what an officer denies."""

    start: int
    end: int
    any_end: bool = True
    denied_before: int = (
        0  # "denied reports that": a denial in front of this offset is no plea, and no appeal
    )


def retracted(page: Page, scan: Scan) -> tuple[list[Hit], list[tuple[Hit, Hit]]]:
    """The ends of a page that its own words take back, in no order; and convictions that were charges, each beside the charge.

    Somebody wrongly said to have been convicted was charged where the page goes on to the trial or to how they were cleared.
    """
    if not holds_any(page.low, _WORDS):
        return [], []
    spans = sorted(_stretches(page))
    if not spans:
        return [], []
    starts = [span.start for span in spans]
    lost, put_right = [], []
    for kind in _ENDS:
        for hit in scan.of(kind):
            i = bisect_right(starts, hit.start)
            if hit.value in _NO_END or not any(_holds(span, hit) for span in spans[max(0, i - 4) : i]):
                continue
            if hit.value in _CONVICTED and _WAS_TRIED.search(page.low, hit.end, hit.end + _ON_TRIAL):
                put_right.append((hit, hit._replace(value="charged")))
            else:
                lost.append(hit)
    for hit in scan.of("appeal"):  # "confirmed the dismissal"
        i = bisect_right(starts, hit.start + 1)
        if any(_holds(span, hit) and span.any_end for span in spans[max(0, i - 4) : i]):
            lost.append(hit)
    for span in spans:
        for kind in _DENIALS if span.denied_before else ():
            lost += scan.between(kind, span.start, span.denied_before)
    return lost, put_right


def _holds(span: _Stretch, hit: Hit) -> bool:
    return hit.start < span.end and (span.any_end or hit.kind not in _OFTEN_DENIED)


def _stretches(page: Page) -> list[_Stretch]:
    low = page.low
    out: list[_Stretch] = []
    wrongly = _WRONGLY.finditer(low) if holds_any(low, _ADVERBS) else ()
    for found in (*wrongly, *_NOT_TRUE.finditer(low)):
        s = page.near(found.start(), 400)
        stop = low.find(",", found.end(), s.end) if low.startswith("contrary", found.start()) else s.end
        out.append(_Stretch(found.end(), _end(low, found.end(), stop if stop > 0 else s.end)))
    corrects = _COLUMN.search(low, 0, _HEAD) is not None
    for found in _OURS.finditer(low):
        s = page.near(found.start(), 400)
        if corrects or _CORRECTS.search(low, max(0, found.start() - 200), min(len(low), s.end + 350)):
            out.append(_Stretch(found.end(), _end(low, found.end(), s.end)))
    for found in _TOO_SOON.finditer(low) if "before " in low else ():
        out.append(_Stretch(found.start(), found.start("soon")))
    for found in _DENIED.finditer(low):
        s = page.near(found.start(), 400)
        end = min(_end(low, found.end(), s.end), found.end() + 90)
        of_another = _HE_OR_SHE.match(low, found.end()) is None
        out.append(_Stretch(found.start(), end, False, found.end() if of_another else 0))
    for found in _UNTRUE.finditer(low):
        s = page.near(found.start(), 400)
        false = _FALSE.search(low, found.end(), min(s.end, found.end() + 160))
        if false is not None:
            out.append(_Stretch(found.end(), false.start()))
    out.extend(_refuted(page))
    return out


def _end(low: str, start: int, stop: int) -> int:
    quoted = _QUOTED.match(low, start, stop)
    turn = _TURN.search(low, start, quoted.end() if quoted is not None else stop)
    return turn.start() if turn is not None else quoted.end() if quoted is not None else stop


def _refuted(page: Page) -> list[_Stretch]:
    """What was only heard, in a sentence that one of the next takes back."""
    low, out = page.low, []
    for i, s in enumerate(page.sentences):
        heard = _HEARSAY.search(low, s.start, s.end) or _DAILY.match(low, s.start, s.end)
        if heard is None:
            continue
        if any(_takes_back(low, later) for later in page.sentences[i + 1 : i + 1 + _FAR]):
            out.append(_Stretch(s.start, s.end))
    return out


def _takes_back(low: str, later: Sentence) -> bool:
    return any(takes.search(low, later.start, later.end) is not None for takes in (_REFUTES, _STILL, _NOT_SO))
