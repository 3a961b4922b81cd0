"""Verdicts that are named and not told: "neither man was dismissed", "they could have been jailed". (What was said wrongly: ``retracted``.)

Such words are taken out of what the page tells before anything else is read, so that no denial becomes a conviction,
a sentence, a dismissal or a finding.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.argued import is_prosecutors_word
from peelian.reading.in_general import is_general
from peelian.reading.page import Page
from peelian.reading.possible import foreseen, only_possible
from peelian.reading.scan import Hit, Scan

# Which verdicts: by kind of hit, their values. Where they are denied in words that the vocabulary holds as a whole
# ("not gross misconduct"), the longer phrase has taken their place already.
_VERDICTS: Final = {
    "stage": frozenset({"convicted", "sentenced", "acquitted"}),
    "penalty": frozenset(
        {
            "imprisonment",
            "suspended_sentence",
            "community_order",
            "fine",
            "life",
            "conditional_discharge",
            "absolute_discharge",
        }
    ),
    "outcome": frozenset(
        {"dismissed", "dismissed_without_notice", "required_to_resign", "reduction_in_rank"}
    ),
    "finding": frozenset({"gross_misconduct", "misconduct"}),
}
# A denial needs one of these: most verdicts need no closer look.
_WORDS: Final = (
    "neither", "none", "nobody", "no one", "no-one", " no ", "no officer", "not", "n't", "never", "far from", "could", "might", "may ",
    "should", "would have", "had ", "if ", "want", "call", "demand", "campaign", "push", "hop", "like", "spared", "escap", "avoid",
)  # fmt: skip
_BREAK: Final = r"(?!(?:and|but|who|whose|whom|which|that|both|where|when|while|as|before|after|other|except|save|apart|bar|than|only)\b)"
_NO_ONE: Final = (
    r"\b(?:neither|none|nobody|no[ -]one|no (?:[\w-]+ )?(?:officers?|constables?|sergeants?|detectives?|man|men|woman|women|person|people|staff|individual|member|defendants?))\b"
    rf"(?: {_BREAK}[\w'-]+){{0,5}}?"
)
_BEEN: Final = (
    r"(?: (?:was|were|is|are|has been|have been|had been|will be|would be|has|have|had|face[ds]?|received|got|lost|ended|walked)"
    r"(?: (?:ever|yet|since|actually|being|been|to be|later|in fact))*)"
)
_NOT: Final = (
    r"|\b(?:was|were|is|are|has|have|had|did|does|do|will|would|could)(?:n't| not| never)(?: (?:been|be|being|yet|ever|actually|even|in fact|to be|later|then))*"
    r"|(?<!whether or )\b(?:not|never)(?: been| be| being)?|\bfar from (?:having been|being|getting)|\b(?:spared|escap(?:ed|es|ing)|avoid(?:ed|s|ing)|evad(?:ed|ing)) (?:being |getting )?"
)
_WANTED: Final = (
    r"|\b(?:wants?|wanted|call(?:ed|s|ing)? for|demand(?:ed|s|ing)?|campaign(?:ed|ing)? for|push(?:ed|ing)? for|hop(?:ed|es|ing) to see|like to see)"
    rf"(?: {_BREAK}[\w'-]+){{1,3}}?(?: to be| to get| be)?"
)
_IF: Final = r"|(?:\A|[,;] )had (?:[\w'-]+ ){1,2}been|\b(?<!as )(?<!even )if(?: [\w'-]+){0,4}"
_DENIED: Final = re.compile(rf"(?:{_NO_ONE}{_BEEN}{_NOT}{_WANTED}{_IF}) ?\Z")
# "neither |lost his job|": the phrase brings its own verb
_OWN_VERB: Final = re.compile(rf"{_NO_ONE} \Z")
_VERBS: Final = ("lost ", "kicked ", "thrown ", "got ", "given ", "was ", "were ")
# What a court says "should" or "would" be is passed: "the judge said that he would be jailed for two years".
_DECIDES: Final = re.compile(
    r"\b(?:judge|recorder|bench|magistrates?|sheriff|justice|court)\b.*\b(?:should|would)\b"
)
# "is likely to be |sentenced| in June": that there was a conviction is told
_TO_BE_SENTENCED: Final = re.compile(r"sentenc|convictions?\b")
_FOUND_IN: Final = re.compile(
    rf"{_NO_ONE}(?: (?:had|has|have|was|were))?(?: (?:committed|guilty of|breached|been|found|shown|to have|amounted to))* \Z"
    r"|\b(?:did|has|had|have|could)(?:n't| not) (?:find|found|conclude\w*|accept\w*|rule\w*|establish\w*|prove\w*)\b(?:(?! (?:but|and)\b)[^.;,]){0,50}\Z"
    r"|\bwas not found (?:against|in)[^.;,]{0,30}\Z"
)
_NOT_FOUND: Final = re.compile(
    r" (?:was|were|has|had|have) (?:not|never|n't) (?:been )?(?:found|proved|proven|established|made out)\b"
)
_UNTIL: Final = re.compile(r"[^.;]{0,60}\buntil\b|,? (?:but|only) (?:for|after|when|by)\b")
_REACH: Final = 110
_PLEADS: Final = re.compile(r"(?:(?:is|am|are) )?(?:not guilty|innocent)\b(?! (?:verdict|by|in) )")
_IS: Final = (" is ", " am ", " are ", "'m ", "'s ", " he ", " she ", " i ", '"he ', '"she ', '"i ')


def negated(page: Page, scan: Scan) -> list[Hit]:
    """The verdicts of a page that its own words deny, wish for or only imagine, in no order."""
    low, out = page.low, []
    for kind, values in _VERDICTS.items():
        for hit in scan.of(kind):
            if hit.value not in values:
                continue
            s = page.sentence_at(hit.start)
            start = max(s.start, hit.start - _REACH)
            before = low[start : hit.start]
            if (
                hit.value == "acquitted"
                and page.quoted(hit.start)
                and _PLEADS.match(low, hit.start)
                and before.endswith(_IS)
            ):
                out.append(hit)  # "He is |not guilty|," said his barrister: no verdict
                continue
            if before[-1:].isalnum():
                continue  # a table's cell, stuck to the one before it
            if (
                (any(word in before for word in _WORDS) and _is_denied(low, start, hit, s.end))
                or _is_possible(low, start, hit, s.end)
                or is_general(low, start, hit, s.end)
                or (kind == "stage" and is_prosecutors_word(low, s.start, hit.start))
                or (kind == "finding" and _NOT_FOUND.match(low, hit.end, s.end))
            ):
                out.append(hit)
    return out


def _is_denied(low: str, start: int, hit: Hit, stop: int) -> bool:
    if _UNTIL.match(low, hit.end, stop):
        return False
    before = low[start : hit.start]
    if hit.kind == "finding":
        return _FOUND_IN.search(before) is not None
    if hit.value == "acquitted":
        return False
    if _DENIED.search(before):
        return True
    return low.startswith(_VERBS, hit.start) and _OWN_VERB.search(before) is not None


def _is_possible(low: str, start: int, hit: Hit, stop: int) -> bool:
    """Whether a verdict or a term is only possible; an outcome is asked for that where it is read."""
    if hit.kind not in ("stage", "penalty") or _TO_BE_SENTENCED.match(low, hit.start):
        return False
    if hit.kind == "penalty" and foreseen(low, hit.end, stop):
        return True
    return only_possible(low, start, hit.start, hit.end) and not _DECIDES.search(low[start : hit.start])
