"""Which sentence or order each length of time belongs to, from the words between them."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.bare_terms import is_custody, is_of_warning, is_suspended, not_custody
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, Length, number
from peelian.reading.spans import beginning_in
from peelian.reading.terms import CUSTODY, NO_LENGTH, Term, near

# "12 months' imprisonment", "a two-year restraining order", "17 months off the road"
TO_NOUN: Final = re.compile(
    r"\A(?:'?s?'?)[ -]*(?:(?:of|in|under|a|an|the|immediate|full|interim|separate|driving|in a|youth|tagged|night-time|electronically|monitored|probation|total|behind|extended|determinate|standard"
    r"|prison|jail|custodial|long|strict|new|community|mandatory) ?){0,4}\Z"
)
# "disqualified for", "a restraining order which will last for", "sentenced to a total of"
_FROM_NOUN: Final = re.compile(
    r"\A(?:[ ,:(\"'\u2019\u201d-]*+(?!(?:and|but|with|after|before|between|over|since|aged|who|during)\b)[\w']++){0,11}+[ ,:(-]*\Z"
)
_JUST_FOR: Final = re.compile(
    r"\A:?(?: requirements?| orders?| order\b.{0,24}?)?(?:,? (?:for|of|lasting|to last|which lasts|running for))? (?:a (?:period|term|total) of |a further |at least |the next |a |another )?\Z"
)
_SUSPENDED_FOR: Final = re.compile(
    r"\b(?:suspended|(?:i|we) (?:shall |will |can |am going to |propose to |am able to |intend to |have decided to )?suspend|deferred|s/s),?(?: ?[-:])?(?: it| them| both| (?:the|his|her|their|that) (?:[\w-]+ ){0,4}?(?:sentence|term|sentences|terms))?(?: for)?(?: the next| a (?:further )?(?:period|term) of| a total of| up to| a)? ?\Z"
    r"|\b(?:operational period|suspension) of \Z|\boperational period:? \Z"
    r"|\b(?:hang(?:s|ing)? over (?:him|her|his head|her head|them)|held over|(?:not|only) (?:be |to be )?activated(?: unless [\w ]{3,30})?|susp(?:ended)?\.?) (?:for |within |in )(?:the next |a period of )?\Z|\bsusp\.? \Z"
)
_SUSPENDED_AFTER: Final = re.compile(
    r"\A[^.;]{0,44}?(?<!been )(?<!was )(?<!currently )\b(?:suspended\b|(?:i|we) (?:shall |will |can |am going to |propose to |am able to |intend to |have decided to )?suspend\b)(?! from| on full| since)|\A[^.;]{0,40}\bsuspended (?:prison|jail)? ?(?:sentence|term)"
    r"|\A'?[ -]?[\w ]{0,24}\b(?:sentence|term|imprisonment|custody) (?:was|is|were|has been|had been|will be|could be) (?:then |also |however )?suspended\b(?! from| on full)"
)
_FROM_TO: Final = re.compile(
    rf" to (?:just )?(?P<n>{NUMBER})(?P<half> and a half)?(?! (?:years?|months?|weeks?|days?))\b"
)
# "reduced her sentence of |40 months| to 28", "his term of |18 months| for theft was reduced to 12"
_CHANGES: Final = re.compile(
    r"\b(?:reduc|cut|increas|rais|lower|shorten|extend|slash|trimm)\w* (?:the|his|her|their|that|an?)(?: [\w-]+)? (?:sentence|term)s? of \Z"
)
_OF_A_TERM: Final = re.compile(r"\b(?:sentence|term)s? of \Z")
_WAS_CUT: Final = re.compile(
    rf"(?: for [\w ]{{3,40}}?)? (?:was|were|is|has been|had been)(?: later| then)? (?:reduced|cut|increased|raised|lowered|shortened|extended|slashed|trimmed) to (?:just )?(?P<n>{NUMBER})(?P<half> and a half)?(?! (?:years?|months?|weeks?|days?))\b"
)
# What stands before a length that was not passed; a verb of passing one takes the story up again.
_OTHER_CASE: Final = re.compile(
    r"\b(?:(?:in the case of|the case of|not the|compared|contrasted|other cases?)\b.*"
    r"|reduced from (?:[\w-]+ ){0,3}"
    r"|(?:maximum|starting point|(?:could|might|should|ought to) (?:well |easily |still |also )?(?:have|face|get|be)|deserve[sd]?|would (?:otherwise |normally )?have (?:been \w+ (?:years|months)|received|got|been given|attracted|merited|meant|faced|been sentenced|been jailed|passed|imposed)|instead of|rather than|faces? up to|up to)\b"
    r"(?:(?!(?<!been )(?<!be )(?<!have )\b(?:but|imposed|gave|got|received|passed|handed|given|opted|settled)\b)[^;])*)\Z"
)
# "given the maximum sentence of |six months|": the law's and the court's
_MAXIMUM_PASSED: Final = re.compile(
    r"(?<!be )(?<!been )(?<!have )(?<!could )\b(?:given|gave (?:him|her)|got|received|imposed|passed|handed(?: down)?) the maximum(?: (?:possible|available|permitted|term|sentence|penalty|jail|prison|of|the magistrates could impose,?)){0,5} \Z"
)
# A case that a judge or counsel compares: "the case of a prison officer who received ..."
_PRECEDENT: Final = re.compile(
    r"\bin r v\b|\b(?:in |to |of )?(?:the|a|an?other) (?:recent |earlier |similar |reported )?case (?:of|in which|where|from)\b|\bwhat was done in\b|\bcontrasted\b|\bcompared\b"
    r"|\b(?:referred to|cited|pointed to|drew attention to|mentioned|highlighted) (?:an?|another|other|two|three|several|similar|recent) (?:[\w-]+ ){0,3}(?:officers?|cases?|constables?|sergeants?|detectives?|police\w*|colleagues?|sentences?)\b"
)


def new_term(low: str, s: Sentence, length: Length) -> Length:
    """ "Cut from three years to two", "reduced her term of 40 months to 28": the two years, in the unit told once."""
    if not length.value[1:-1].isdigit():
        return length
    found = None
    if low.startswith("from ", max(0, length.start - 5)) or _CHANGES.search(
        low, max(s.start, length.start - 60), length.start
    ):
        found = _FROM_TO.match(low, length.end, min(s.end, length.end + 40))
    if found is None and _OF_A_TERM.search(low, max(s.start, length.start - 40), length.start):
        found = _WAS_CUT.match(low, length.end, min(s.end, length.end + 100))
    n = number(found.group("n")) if found is not None else None
    if found is None or n is None:
        return length
    unit = length.value[-1]
    value = f"P{n}Y6M" if found.group("half") and unit == "Y" else f"P{n}{unit}"
    return Length(found.start("n"), found.end(), value)


# "The Crown has been given 14 days to decide": so long for something, and no term
_TO_DO: Final = re.compile(
    r"'?,? (?:in which )?to (?:decide|consider|appeal|pay|respond|apply|seek|say|lodge|reflect|find|raise|leave|vacate|prepare|tell|make|complete|challenge)\b(?! reparation)"
)


# "the start of four years |of inquiries|": so long a time of something, and no term
_OF_ANYTHING: Final = re.compile(
    r"'? of (?:the |his |her |its |their |a )?(?:[\w-]+ ){0,2}?(?:inquir|enquir|investigat|surveillance|work\b|service\b|marriage|waiting|delay|denial|lies\b|lying|abuse|evidence|hearings?\b|trials?\b|legal|campaign|harass|misery|hell\b|torment|undercover|training|friendship|limbo|planning|anguish|grief|policing|silence|uncertainty|texts|messages|stalking)"
)


# "will be sentenced in |two months' time|"
_IN_FUTURE: Final = re.compile(r"'? time\b(?! (?:in|behind|inside))")
# "over a |two-year| campaign", "after a |six-month| inquiry": as an adjective, a length is that of the noun behind it
_AS_ADJECTIVE: Final = re.compile(r"[\w-]+-(?:year|month|week|day)")
_OF_A_SENTENCE: Final = re.compile(
    r"(?:[ ,-]+[\w'-]+){0,5}?[ ,-]+(?:sentences?|terms?|jail|prison|custod\w+|imprison\w+|stretch|spell|detention|tariff|minimum|suspended|suspension|orders?|ones?)\b"
)
# "and |Moss was suspended for| 18 months": from duty, for people are not put off and sentences are
_PUT_OFF: Final = re.compile(
    r" (?:was|were|has been|had been|is)(?: then| also| later)? suspended for (?:a |the )?\Z"
)
# "jailed for two years and Moss |worked for| 18 months"
_OWN_VERB: Final = re.compile(r"\b(?:worked|lived|waited|married|joined|spent|been|had|has)\b[^.;]*\Z")


def _is_put_off_duty(prepared: Prepared, length: Length) -> bool:
    """Whether it is an officer by name who is said to have been suspended for so long."""
    found = _PUT_OFF.search(prepared.page.low, max(0, length.start - 50), length.start)
    return found is not None and any(
        m.end == found.start() for p in prepared.cast.subjects for m in p.mentions
    )


def place_length(
    prepared: Prepared,
    owners: Owners,
    s: Sentence,
    length: Length,
    cues: list[Term],
    extra: list[Term],
    index: int,
    told: list[Term],
) -> None:
    """Give one length of a sentence ``s`` to the cue it belongs to; custody told without a cue goes into ``extra``.

    ``told`` are the terms of the sentences before, ``index`` is the number of this one.
    """
    low = prepared.page.low
    before = low[max(s.start, length.start - 60) : length.start]
    after = low[length.end : min(s.end, length.end + 60)]
    if _EACH_SUSPENDED.search(before):
        for each in _custody_before(cues, extra, told, index, length.start):
            each.suspended, each.suspended_for = (length.start, length.end), length
        return
    if _is_put_off_duty(prepared, length):
        return
    if _SUSPENDED_FOR.search(before):
        target = _suspended_term(cues, extra, length.start) or _told_before(told, owners, index, length.start)
        if target is None:
            return  # suspended from duty
        target.suspended = (length.start, length.end)
        target.suspended_for = length
        return
    if (
        after.startswith(
            ("-old", " old", " of age", " ago", " service", "' service", "'s service", " earlier", " later")
        )
        or before.endswith(("aged ", "within ", "inside ", "about "))
        or _IN_DEFAULT.search(before[-40:] + "#" + after[:32])
    ):
        return
    if _TO_DO.match(after) or _OF_ANYTHING.match(after) or _IN_FUTURE.match(after):
        return
    cue = _cue_for_length(low, s, length, cues)
    held = _held_over(low, length, cues)
    if held is not None:
        held.suspended, held.suspended_for = (length.start, length.end), length
        return
    if cue is None and is_of_warning(before):
        return
    if cue is None and is_suspended(before, after):
        cue = Term("penalty", "imprisonment", length.start, length.end, owners.term(length.start), index)
        extra.append(cue)
    if cue is None:
        custody = any(t.kind in CUSTODY for t in [*told[-12:], *cues, *extra[-6:]])
        beside = any(t.length is not None and t.kind in CUSTODY for t in [*near(cues, length), *extra[-6:]])
        given = is_custody(prepared, s, length, custody=custody, beside=beside)
        if not given or not_custody(after):
            return
        cue = Term("penalty", "imprisonment", length.start, length.end, owners.term(length.start), index)
        extra.append(cue)
    if (
        cue.kind in CUSTODY
        and _AS_ADJECTIVE.fullmatch(low, length.start, length.end)
        and not _OF_A_SENTENCE.match(low, length.end, s.end)
    ):
        return
    if (
        cue.cue == "penalty"
        and (
            _OTHER_CASE.search(low, max(s.start, length.start - 70), length.start)
            or _PRECEDENT.search(low, max(s.start, length.start - 300), length.start)
        )
        and not _MAXIMUM_PASSED.search(low, max(s.start, length.start - 60), length.start)
    ):
        return
    if cue.length is not None and cue.kind in CUSTODY | {"minimum"}:
        if _OWN_VERB.search(low, cue.length.end, length.start):
            return
        cue = Term(cue.cue, cue.kind, length.start, length.end, owners.term(length.start), index)
        extra.append(cue)
    elif cue.length is not None:
        return
    cue.length = length
    if cue.kind in CUSTODY:
        cue.who = () if _jails_another(prepared, cue, length) else owners.term(length.start)
        suspended = _SUSPENDED_AFTER.match(after)
        if suspended is not None and not re.search(
            r"\d|\b(?:months?|years?|weeks?)\b.*suspended|\b(?:given|gets|handed|receives|wife|husband|girlfriend|boyfriend|breach\w*)\b",
            suspended.group().split("suspended")[0],  # "..., wife given suspended sentence"
        ):
            cue.suspended = (length.end, length.end + suspended.end())
            cue.suspended_for = _elliptic_suspension(low, s, length)
        cue.total = (
            re.search(r"\b(?:total|overall|altogether|in all|makes|comes to|adds up to)\b", before[-34:])
            is not None
            or re.match(r"\A'?(?: imprisonment| custody)?,? (?:in total|in all|altogether)", after)
            is not None
        )


# "had jailed |ringleader Dean Moss| for nine years"
_WHOM_ELSE: Final = re.compile(
    r" (?:(?!(?:by|at|in|on|from|before|with|for|to|and)\b)[a-z][a-z-]+ ){0,4}(?P<name>[A-Z][a-z'\u2019-]+(?: [A-Z][\w'\u2019-]+){1,2})(?:,? \(?\d\d\)?,?)? (?:for|to) (?:an? |just |at least )*"
)


def _jails_another(prepared: Prepared, cue: Term, length: Length) -> bool:
    """Whether the verb of a term has somebody else for its object, by name."""
    page = prepared.page
    if cue.end > length.start or not _PASSES.match(page.low, cue.start):
        return False
    found = _WHOM_ELSE.fullmatch(page.text, cue.end, length.start)
    if found is None:
        return False
    start, end = found.span("name")
    return not any(m.start < end and start < m.end for p in prepared.cast.subjects for m in p.mentions)


# "or serve a year in default": only if a sum is not paid.
_IN_DEFAULT: Final = re.compile(
    r"#(?: imprisonment| in (?:prison|jail)| custody| more| extra)?,? (?:in default|if (?:he|she|it))\b|\b(?:in default|default (?:term|sentence|period) of|or (?:serve|face|spend|go to (?:prison|jail) for)(?: a further| another)?)(?: of)? #"
)


# "two years, suspended for two", "ten months, suspended for the same period"
_SUSPENDED_ALIKE: Final = re.compile(
    rf"[^.;]{{0,44}}?\bsuspended for (?:(?P<same>the same (?:period|length|time|term|number|duration))|(?P<n>{NUMBER})(?=[.,;)]| and\b| with\b| plus\b|\s*\Z))"
)


def _elliptic_suspension(low: str, s: Sentence, length: Length) -> Length | None:
    """The operational period that is told only by "two" (of the term's unit) or "the same period"."""
    found = _SUSPENDED_ALIKE.match(low, length.end, min(s.end, length.end + 90))
    if found is None:
        return None
    if found.group("same"):
        return Length(found.start("same"), found.end("same"), length.value)
    n = number(found.group("n"))
    return Length(found.start("n"), found.end("n"), f"P{n}{length.value[-1]}") if n else None


def _held_over(low: str, length: Length, cues: list[Term]) -> Term | None:
    """ "Suspended sentence: 6 months for 2 years": the term whose suspension the second length is."""
    for cue in near(cues, length):
        if (
            cue.kind == "suspended_sentence"
            and cue.length is not None
            and cue.suspended_for is None
            and low[cue.length.end : length.start] in (" for ", " / ", "/", ", ")
        ):
            return cue
    return None


# "eight months for him and four for her, both suspended for a year"
_EACH_SUSPENDED: Final = re.compile(
    r"\b(?:both|all|each)\b[^.;]{0,24}\bsuspended (?:for|over) (?:a period of |a further )?\Z"
)


def _custody_before(cues: list[Term], extra: list[Term], told: list[Term], index: int, at: int) -> list[Term]:
    """The terms of custody told before ``at`` in the sentence, else in the sentence before it."""
    here = [*beginning_in(cues, at - 400, at), *extra[-12:]]
    near = [t for t in here if t.length is not None and t.length.start < at]
    near = near or [t for t in told[-12:] if t.sentence == index - 1]
    return [
        t for t in near
        if t.kind in CUSTODY and t.length is not None and t.suspended_for is None
    ]  # fmt: skip


def _suspended_term(cues: list[Term], extra: list[Term], at: int) -> Term | None:
    """The custodial term that a period of suspension belongs to: the nearest before it, else after it."""
    terms = [
        c
        for c in [*beginning_in(cues, at - 400, at + 200), *extra[-6:]]
        if c.kind in CUSTODY and (c.length is not None or c.kind == "suspended_sentence")
    ]
    before = [c for c in terms if (c.length.start if c.length else c.start) < at and c.suspended_for is None]
    if before:
        return max(before, key=lambda c: (c.length is not None, c.length.start if c.length else c.start))
    return terms[0] if terms else None


def _told_before(told: list[Term], owners: Owners, index: int, at: int) -> Term | None:
    """ "The judge suspended it for two years": the term told a sentence or two before of the same people."""
    who = owners.term(at)
    return next(
        (
            t
            for t in reversed(told[-8:])
            if t.kind in CUSTODY
            and t.length is not None
            and t.suspended_for is None
            and index - t.sentence <= 2
            and (not who or set(t.who) & set(who))
        ),
        None,
    )


def _cue_for_length(low: str, s: Sentence, length: Length, cues: list[Term]) -> Term | None:
    able = [c for c in near(cues, length) if c.kind not in NO_LENGTH]
    nouns = [c for c in able if c.start > length.start and c.end > length.end and c.start - length.end < 60]
    if nouns and TO_NOUN.match(low[length.end : nouns[0].start]):
        return nouns[0]
    before = [c for c in able if c.end <= length.start]
    if not before:
        return None
    cue = before[-1]
    gap = low[cue.end : length.start]
    if len(gap) > 90:
        return None
    if cue.kind in CUSTODY and not_custody(low[length.end : min(s.end, length.end + 40)]):
        return None
    if cue.kind in ("imprisonment", "minimum", "suspended_sentence"):
        known = (
            _JUST_FOR.match(gap)
            or _SENTENCE_GAP.match(gap)
            or _PLACE_AND_DAY.match(gap)
            or (_PASSES.match(low, cue.start) and _WHOM.match(gap))
        )
        return cue if known else None
    if cue.kind == "curfew":
        gap = _OF_THE_DAY.sub("", gap)
    return cue if _FROM_NOUN.match(gap) and _LASTING.search(gap) else None


# "a curfew |between 8pm and 6am| for eight weeks"
_OF_THE_DAY: Final = re.compile(
    r",? ?(?:between |from )?(?:the hours of )?\d[\d.:]{0,4} ?(?:am|pm|p\.m\.|a\.m\.)?(?: and | to | until | till |-| - )(?:\d[\d.:]{0,4} ?(?:am|pm|p\.m\.|a\.m\.)?|midnight|dawn),?"
)


# Anything short between the verb and its length: "him at Leeds Crown Court to", "both to a total of".
_SENTENCE_GAP: Final = re.compile(
    r"\A(?:[ ,]*+(?:for|just|over|more|than|[a-z]++(?:-[a-z]++)?|[\d'])){0,6}+[ ,]*\Z"
)
# "sentenced at the same court on Friday, 6 May, to"
_PLACE_AND_DAY: Final = re.compile(
    r"\A(?:(?: him| her| them)?,? (?:at|in|by|before|on|today|yesterday|earlier|last|this) [\w',. -]{2,70}?|,? today|,? yesterday),? to (?:a (?:total|term|period) of |serve |just |at least )?\Z"
)
# "jailed former Kent Police PC Ann Lee, 34, |for two years|"
_PASSES: Final = re.compile(r"(?:jail|imprison|gaol|cag|incarcerat|lock|sentenc(?:ed|ing))")
_WHOM: Final = re.compile(
    r"\A (?:(?!(?:and|but|with|for|to|from|after|over|who|was|were|is|has|had|on|as|while|when)\b)[\w'-]+,? ){1,10}(?:who [^.;,]{3,60}, )?"
    r"(?:for|to) (?:a (?:total|term|period) of |a total |just |at least )?\Z"
)
_LASTING: Final = re.compile(
    r"(?:\A|\b(?:for|of|up to|lasting|last|lasts|period|next|runs?|running|expires?|stay|term|under|remain|be|is|was|will be|until|:|set at)[ :]?(?:(?:a|the|an|at least|further|of|next|another|period|total) ?){0,4})\Z|\A[ ,:(-]{1,3}\Z"
)


# ---- lengths told once for two orders
