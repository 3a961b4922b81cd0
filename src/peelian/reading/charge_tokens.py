"""Tokens of a charge: offences, *frames* ("pleaded guilty to") and *references* ("both"), in a row as a sentence has them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import zip_longest
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.cautions_not_given import not_given
from peelian.reading.charge_context import breaks, is_plain, still_open
from peelian.reading.charges import NOUNS, Token
from peelian.reading.dropped import dropped, had_dropped
from peelian.reading.possible import only_possible
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.spans import holds_any
from peelian.reading.suspected_of import suspected_of

_OVERRULED: Final = re.compile(r"(?: plea)?(?: ?[-|/,;(]+| but| and)? ?(?:was |then |later )?")
# "He spoke only to say 'not guilty' three times": his own words, no verdict
_SPOKEN: Final = re.compile(
    r"\b(?:say|says|said|saying|answer\w*|repl\w+|whisper\w*|mumbl\w*|mutter\w*|mouth\w*|repeat\w*)(?: the words?| only| simply| firmly| quietly| clearly)?[,:]? [\"'\u2018\u201c]+\Z"
)
# "had charge of 14 investigations into rape": no charge
_IN_CHARGE: Final = re.compile(
    r"\b(?:had|has|have|having|took|take|takes|taking|in|given|giving|put in|shared|with) (?:overall |sole |day-to-day |temporary |joint )?\Z"
)
_BOTH_PEOPLE: Final = re.compile(
    r" (?:the |of the |of these |former |serving |police )*(?:officers|men|women|constables|sergeants|detectives|policemen|policewomen|defendants|accused|brothers|pcs|pcsos|inspectors)\b"
)
_PLEADS: Final = ("plead", "pled", "enter", "plea", "indicat")


def tokens_of(prepared: Prepared) -> list[Token]:
    """The offences, frames and references of a page, in order of their places."""
    scan, low = prepared.scan, prepared.page.low
    offences = [(h, True) for h in scan.of("offence")]
    offences += [(h, False) for h in scan.of("act")]
    offences.sort(key=lambda o: (o[0].start, -o[0].end, not o[1]))
    out: list[Token] = []
    end = 0
    for hit, strong in offences:
        if hit.start < end:
            if strong and out and out[-1].kind == "weak" and hit.end >= end:
                out.pop()  # the name in the catalogue is longer: "sexually |assaulting a child"
            else:
                continue
        out.append(
            Token(
                hit.start,
                hit.end,
                "strong" if strong and not is_plain(low, hit.start, hit.end) else "weak",
                hit.value,
            )
        )
        end = hit.end
    out = _whole_conspiracies(low, out)
    starts, ends = [t.start for t in out], [t.end for t in out]
    for kind in ("stage", "charge"):
        for hit in dict.fromkeys(scan.of(kind)):  # two templates may tell of one phrase
            if hit.value == "both" and _BOTH_PEOPLE.match(low, hit.end):
                hit = hit._replace(value="all")  # "found |both| officers not guilty": of every charge
            if hit.value == "discontinued" and still_open(prepared.page, hit.start, hit.end):
                continue
            if hit.value == "cautioned" and not_given(prepared.page, hit.start, hit.end):
                continue
            if hit.value == "charge_noun" and _IN_CHARGE.search(low, max(0, hit.start - 24), hit.start):
                continue
            i = bisect_right(starts, hit.start) - 1
            if i < 0 or hit.end > ends[i]:  # not a word inside an offence's name
                value = hit.value
                if value == "guilty_plea" and _only_offered(prepared, hit):
                    value = "charged"
                out.append(Token(hit.start, hit.end, "frame" if kind == "stage" else "ref", value))
    pleas = [p.fields["plea"] for p in prepared.cast.subjects if "plea" in p.fields]
    if pleas:  # "Plea: Not guilty" is no verdict
        out = [t for t in out if not any(a <= t.start < b for a, b in pleas)]
    if starts:
        out = _with_dropped(prepared, out)
        out += _with_charge_dropped(low, out)
        for verb, ended in had_dropped(prepared.page):
            if not any(t.kind == "frame" and t.start < verb[1] and verb[0] < t.end for t in out):
                out = [t for t in out if not (t.kind == "frame" and t.start < ended[1] and ended[0] < t.end)]
                out.append(Token(*verb, "frame", "discontinued"))
                out.append(Token(ended[1], ended[1], "frame", "none"))
    out += _with_name_between(low, out)
    if starts:
        out += suspected_of(prepared.page, out)
    out.sort(key=lambda t: (t.start, t.end))
    for _ in range(2):  # "counts 1 and 2 (|both| fraud)": with "both", the number goes too
        out = [
            t
            for t, then in zip_longest(out, out[1:])
            if not (_is_named_next(low, t, then) or _counts_next(low, t, then))
        ]
    return out


def _counts_next(low: str, token: Token, then: Token | None) -> bool:
    """Whether "both" or "all three" only counts the offence behind it: "guilty of |both| thefts" says nothing of the frauds."""
    return (
        token.kind == "ref"
        and token.value in ("both", "all")
        and then is not None
        and then.kind in ("strong", "weak")
        and low[token.end : then.start] in (" ", " of ", " of the ", " the ")
    )


# "indicated that he would |plead guilty|" is as good as the plea
_INDICATED: Final = ("indicat", "confirm", "said")


def _only_offered(prepared: Prepared, hit: Hit) -> bool:
    """Whether a plea of guilty is only to be expected, or asked back: whoever is to plead was charged."""
    low = prepared.page.low
    start = prepared.page.sentence_at(hit.start).start
    return only_possible(low, start, hit.start, hit.end) and not holds_any(
        low[max(start, hit.start - 60) : hit.start], _INDICATED
    )


# "found Lee |guilty| and Moss not guilty", "convicted of |it|"
_FOUND_GUILTY: Final = re.compile(
    r"\b(?:found|finding|find) (?!not |him not |her not )(?:one of (?:them|the \w+), )?[^.,;:\n]{3,40}?,?(?<! not) (?P<guilty>guilty)\b(?! of gross| pleas?| verdicts?)"
)
_IT_AFTER: Final = re.compile(r" (?P<it>it)(?=[.,;]| and\b| but\b| at\b| by\b| after\b|\s*\Z)")


def _with_name_between(low: str, known: list[Token]) -> list[Token]:
    """The word "guilty" where a name parts it from "found", and "it" where it is what somebody is convicted or cleared of."""
    out = []
    taken = [(t.start, t.end) for t in known]
    for found in (
        _FOUND_GUILTY.finditer(low) if ("found" in low or "find" in low) and " guilty" in low else ()
    ):
        start, end = found.span("guilty")
        if low.startswith(" of", end):
            end += 3
        if not any(a < end and start < b for a, b in taken) and not only_possible(
            low, max(0, found.start() - 110), found.start(), end
        ):
            out.append(Token(start, end, "frame", "convicted"))
    for token in known:
        if (
            token.kind == "frame"
            and token.value in ("convicted", "acquitted")
            and low.endswith(" of", token.start, token.end)
        ):
            it = _IT_AFTER.match(low, token.end)
            if it is not None:
                out.append(Token(*it.span("it"), "ref", "same"))
    return out


# "dropped the |manslaughter| charges": what was dropped stands between
_DROPS: Final = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|withdr[ae]w(?:s|n|ing)?|abandon(?:s|ed|ing)?|discontinued?)(?: (?:the|a|an|all|both|its|their|that|those|remaining|original|any|further))* \Z"
)
_CHARGE_AFTER: Final = re.compile(r" (?:charges?|counts?|case|prosecution|allegations?)\b")
_DROPS_NEAR: Final = 44  # characters


def _with_charge_dropped(low: str, known: list[Token]) -> list[Token]:
    """The frame of a charge that is named between the dropping and the word "charge"."""
    out: list[Token] = []
    for token in known:
        after = _CHARGE_AFTER.match(low, token.end) if token.kind != "frame" else None
        if after is not None:
            drops = _DROPS.search(low, max(0, token.start - _DROPS_NEAR), token.start)
            if drops is not None and not any(
                t.kind == "frame" and drops.start() <= t.start < drops.end() for t in known
            ):
                out.append(Token(drops.start(), drops.end() - 1, "frame", "discontinued"))
                out.append(Token(after.end(), after.end(), "frame", "none"))  # and no more than that one
    return out


# "counts 1| and 2 (both |fraud)": the number is the charge's own
_OWN_NUMBERS: Final = re.compile(
    r"(?:(?:, | and |, and |-| to )(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten))*,? ?[(:]? ?(?:both |all |each )?(?:of )?"
)


def _is_named_next(low: str, token: Token, after: Token | None) -> bool:
    """Whether "the same count" only leads to the offence's own name: "the same count of theft"."""
    if token.value in ("both", "all", "numbered") and after is not None and after.kind == "strong":
        gap = low[token.end : after.start]
        return gap == " " if token.value != "numbered" else _OWN_NUMBERS.fullmatch(gap) is not None
    return (
        token.value == "same"
        and after is not None
        and after.kind in ("strong", "weak")
        and low[token.end : after.start] in (" of ", ", ", " as to ", ": ")
    )


def _with_dropped(prepared: Prepared, known: list[Token]) -> list[Token]:
    """With a frame for every case that came to nothing, where no phrase of the vocabulary has said so already."""
    out = known
    for start, end in dropped(prepared.page):
        within = [t for t in out if t.kind == "frame" and t.start < end and start < t.end]
        if any(t.value in ("discontinued", "acquitted") and not _met(prepared, t) for t in within):
            continue
        if not still_open(prepared.page, start, end):
            lost = {t for t in within if t.value in ("none", "discontinued", *NOUNS)}
            out = [t for t in out if t not in lost]
            out.append(Token(start, end, "frame", "discontinued"))
    return out


def _met(prepared: Prepared, token: Token) -> bool:
    """Whether a phrase says only that some test "was not met", not whose."""
    return prepared.page.low.endswith(" met", token.start, token.end)


# What stands between a conspiracy, an attempt or a help and the offence: "conspiracy to commit an offence of theft".
_OF_OFFENCE: Final = re.compile(
    r" (?:to commit |to )?(?:an? |the |two |three )?(?:offences? (?:of |under )?|acts? of )?"
)


def _whole_conspiracies(low: str, tokens: list[Token]) -> list[Token]:
    """One offence of "conspiracy to commit theft": a conspiracy takes the id of the offence that it names."""
    out: list[Token] = []
    for token in tokens:
        before = out[-1] if out else None
        if (
            before is not None
            and before.value == "conspiracy_other"
            and token.start - before.end < 40
            and _OF_OFFENCE.fullmatch(low, before.end, token.start)
        ):
            out[-1] = Token(before.start, token.end, "strong", token.value)
        else:
            out.append(token)
    return out


# "Plea: |not guilty|. Verdict: guilty"
_PLEA_LABEL: Final = re.compile(r"\b(?:plea|pleas|pleaded)\s*[:=|\u2013-]\s*\Z")
# "asked for |his plea to| four counts", "to enter |her plea to| theft": nothing is said of it yet
_ASKED_FOR: Final = re.compile(
    r"\b(?:ask\w*[^.;]{0,24} for|ask\w* to (?:give|enter)|(?:give|gave|giving|enter|hear|take|took|taking)) \Z"
)
_A_PLEA: Final = re.compile(r"(?:your|his|her|their) pleas? to")
# "admitted theft |in interview|", "confessed to theft |when he was arrested|": said to the police, and no plea
_TOLD_POLICE: Final = re.compile(
    r"[^.;]{0,70}?\b(?:(?:in|during|under|at) (?:an? |his |her |the |their )?(?:first |second |police |voluntary )*(?:interviews?|questioning|cross-examination)\b"
    r"|when (?:(?:he|she|they) (?:was|were) )?(?:first )?(?:arrested|interviewed|questioned|challenged|confronted)\b|(?:on|upon) (?:his |her )?arrest\b"
    r"|to (?:the )?(?:arresting|investigating|interviewing|police|detectives|officers|investigators|colleagues?|a colleague|his (?:wife|sergeant|inspector|boss|supervisor)|her (?:husband|sergeant|inspector|boss|supervisor))\b)"
)
_OWNS_UP: Final = ("admit", "confess", "own", "'fess", "fess", "cough", "put", "acknowledg", "conced")
_IN_COURT_TOO: Final = re.compile(
    r"\b(?:court|magistrates|justices|judge|jury|trial|convicted|guilty|jailed|fined|sentenced)\b"
)


def told_only_police(low: str, token: Token) -> bool:
    """Whether somebody only owned up to the police, or a plea was only asked for: no plea of guilty, and no conviction."""
    if token.value != "guilty_plea":
        return False
    if _A_PLEA.fullmatch(low, token.start, token.end):
        return _ASKED_FOR.search(low, max(0, token.start - 50), token.start) is not None
    if not low.startswith(_OWNS_UP, token.start):
        return False
    found = _TOLD_POLICE.match(low, token.end, token.end + 110)
    return found is not None and _IN_COURT_TOO.search(low, token.end, found.end()) is None


def as_pleas(low: str, tokens: list[Token]) -> list[Token]:
    """ "Pleaded guilty to one and not guilty to the other": the second "not guilty" is a plea, no verdict."""
    plea = False
    tokens = [
        Token(t.start, t.end, "frame", "none") if t.kind == "frame" and told_only_police(low, t) else t
        for t in tokens
    ]
    for i, token in enumerate(tokens):
        if token.kind != "frame":
            continue
        words = low[token.start : token.end]
        if token.value == "acquitted" and words == "not guilty":
            after = next((t for t in tokens[i + 1 :] if t.kind == "frame"), None)
            overruled = (  # a table's "Not guilty - convicted": plea and verdict
                after is not None
                and after.value in ("convicted", "sentenced")
                and _OVERRULED.fullmatch(low, token.end, after.start) is not None
            )
            spoken = _SPOKEN.search(low, max(0, token.start - 24), token.start) is not None
            labelled = _PLEA_LABEL.search(low, max(0, token.start - 16), token.start) is not None
            if plea or overruled or spoken or labelled or low.startswith(" to ", token.end):
                tokens[i] = Token(token.start, token.end, "frame", "denial")
        else:
            plea = token.value in ("guilty_plea", "denial") and words.startswith(_PLEADS)
    return tokens


def _on_counts(low: str, token: Token) -> bool:
    """Whether a frame is only "on three counts of"."""
    return low.startswith("on ", token.start) and low.endswith(" of", token.start, token.end)


def without_nouns(low: str, tokens: list[Token]) -> list[Token]:
    """Leave out "charges of", "on three counts of" where a verb governs them already ("pleaded guilty to two charges of")."""
    out: list[Token] = []
    for token in tokens:
        if token.kind == "frame" and (token.value in NOUNS or _on_counts(low, token)):
            verb = next((t for t in reversed(out) if t.kind == "frame"), None)
            near = verb is not None and token.start - verb.end < 220
            if near and verb is not None and verb.value != "none" and not breaks(low, verb.end, token.start):
                continue
        out.append(token)
    return out
