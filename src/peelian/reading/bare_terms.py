"""Lengths that no word of punishment governs, and that are terms of custody by the words around them: "He got |three years|"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import Length
from peelian.reading.sentence_lists import stands_behind_a_dash

_GIVEN: Final = re.compile(
    r"\b(?:given|gave (?:him|her|them|the \w+|\w+)|gets|got|received|receives|receiving|handed(?: down)?|handing (?:him|her)(?: down)?|imposed|imposes|imposing|passed|passing|serving|(?<!had )(?<!has )(?<!have )(?<!having )served|serve|begun|began|begin|begins|starts?"
    r"|starting|making(?: it)?|landed with|jails? \w+|spend|sentence (?:was|is|of)|(?:that|which|this|it) (?:makes|comes to|adds up to)|(?:total|in all)(?: sentence| term)?(?: of| is| was| being)?(?: one| accordingly| therefore| now)?(?: of|:)?|yours(?:, [a-z' -]{2,30},)? is|substituted (?:one|a sentence|a term|terms|it with one) of|one of|settled on|opted for|decided (?:on|upon)|gave (?:(?:former|ex|disgraced|corrupt|the|police|pc|dc|sgt|sergeant|constable|inspector|detective|special|officer|sir|mr|ms|mrs)[ -]){1,4}(?:[\w'-]+ ){0,2}[\w'-]+)(?: to| of| with)?(?: a| an| a total of| a (?:term|sentence|stretch|spell|period) of| the next| a consecutive| a concurrent| concurrent| another| just| the| him| her| a further| each| sentences of| sentence of| to)* ?\Z"
)
# "locked Lee up |for two years|"
_PUT_AWAY: Final = re.compile(
    r"\b(?:(?:lock(?:ed|s|ing)?|bang(?:ed|s)?) (?:[\w'-]+ ){1,6}(?:up|away)|(?:put|puts|putting|sent|sends|sending) (?!(?:his|her|their|the) )(?:[\w'-]+ ){1,6}(?:away|down|behind bars|inside|to (?:prison|jail))) for (?:a |the next |at least )?\Z"
)
# "the |nine-month| term hanging over him", "|15 months| immediate"
_TERM_NOUN: Final = re.compile(
    r"'?[ -](?:(?:prison|jail|custodial|determinate|concurrent|consecutive) )?(?:terms?|stretch)\b(?!,? (?:as|of (?!imprisonment)|in (?:office|post|charge)|on the|limit))"
    r"|'?,? immediate(?:ly)?\b(?! (?:before|after|preced|follow|prior|family|area|effect|superv))"
)
# "|Three years| was the judge's answer"; "|Fifteen months|," said the judge.
_WAS_THE: Final = re.compile(
    r"'? (?:is|was|will be|would be) (?:the|his|her|their) (?:[\w']+ ){0,2}(?:answer|sentence|verdict|outcome|result|price|punishment|penalty)\b(?! for)"
)
_SAYS: Final = re.compile(
    r"[,.]\" (?:said|declared|announced|ruled|was the)\b[^.;]{0,30}\b(?:judge|recorder|court|sentence|verdict)\b"
)
# "12 months for theft and |eight months| for fraud"
_ALSO: Final = re.compile(
    r"(?:\band|,|\bplus|\bwith|\banother|\ba further|\ba consecutive|\ba concurrent) \Z"
)
_FOR_ANOTHER: Final = re.compile(
    r"\A'?,? (?:for|on|in respect of|consecutive|concurrent|to run|to be served)\b"
)
# "which they increased to five years"
_CHANGED_TO: Final = re.compile(
    r"\b(?:reduc(?:ed|es|ing)|cut(?:s|ting)?|increas(?:ed|es|ing)|rais(?:ed|es|ing)|lower(?:ed|s|ing)|shorten(?:ed|s|ing)|extend(?:ed|s|ing)|slash(?:ed|es|ing)|upped|substitut(?:ed|es|ing)|replac(?:ed|es|ing)|var(?:ied|ies)|halved|doubled|trebled|quadrupled|(?:knocked|brought|scaled) [^.;£]{0,30}(?:down|back)|new (?:one|term|sentence))\b[^.;£]{0,40}(?: to| with| by| of)(?: one of| a term of)? ?\Z"
)
# "the four years passed on him in March"
_PASSED: Final = re.compile(
    r"\A(?: sentence| term)?,? (?:that was |which was |he was |she was )?(?:passed|imposed|handed down|meted out|handed to) (?:on|upon|by|in|to|at|him|her)\b"
)
# "Eighteen months was substituted"
PUT_IN_PLACE: Final = re.compile(
    r"'?(?: imprisonment| custody| in prison)? (?:was|were|has been|is) (?:now |instead )?(?:substituted|(?:put|passed|imposed) (?:instead|in (?:its|their) (?:place|stead)))\b"
)
# "Her |nine months| were suspended for two years"
_HER_TERM: Final = re.compile(
    r"(?:\b(?:his|her|their|the|that|those|these)(?: (?:term|sentence) of)?|\w'?s) \Z|(?:\A|[.;] )\Z"
)
_WERE_SUSPENDED: Final = re.compile(
    r" (?:was|were|is|are|will be|would be|could be|can be) (?:also |then |both )?suspended for\b"
)
# "On count 9, thirty months": a judge's own words.
_ON_COUNT: Final = re.compile(
    r"\b(?:on|for) (?:each of )?(?:counts? \d[\d, and-]{0,20}|each(?: count| charge| offence)?|the (?:other |remaining )?[a-z ]{3,30}),? ?[:,-] ?(?:there will be |the sentence is |i impose |you will serve |a sentence of |concurrently )?\Z"
)
# "For perverting the course of justice, two years consecutive", "That is eight years in all"
_OPENS_ON_CRIME: Final = re.compile(r"(?:\A|[.;:] )\W*(?:and |then )?(?:for|on) (?!\d)[^.;]{3,56}?[ ,:-]+\Z")
_RUNS: Final = re.compile(
    r"'?(?: imprisonment| custody| in prison| detention)?(?:,? (?:consecutive|concurrent|to run|to be served)|[.;]|\s*\Z)"
)
_IN_ALL: Final = re.compile(r"'?(?: imprisonment| custody)?,? (?:in total|in all|altogether)\b")


# "has a written warning |for 18 months| hanging over her": how long a warning lasts, and no term
_OF_WARNING: Final = re.compile(
    r"\b(?:warning|advice|notice|reprimand|improvement plan|development plan|probation)(?: (?:of|for|lasting|lasts|to|last|that|which|will|would|run|runs|stay|stays|remain|remains|live|on|in|her|his|their|file|record|force|place|valid|the|next|a|full|and|is))* \Z"
)


def is_of_warning(before: str) -> bool:
    """Whether a length with the words ``before`` it is that of a warning."""
    return _OF_WARNING.search(before) is not None


def is_suspended(before: str, after: str) -> bool:
    """Whether the words around a length make it a term that was suspended: "her |nine months| were suspended for two years"."""
    return (_WERE_SUSPENDED.match(after) is not None and _HER_TERM.search(before) is not None) or (
        _SUSPENDED.match(after) is not None
    )


_SUSPENDED: Final = re.compile(
    r"(?:,? (?:imprisonment,? |custody,? )?(?:suspended(?: for|,|\.|;|\))|s/s\b|hanging over (?:him|her|his|them))"
    r"| (?:(?:prison|jail|custodial) )?(?:sentence|term),? (?:was|is|has been|had been|being|will be)(?: also| then| however)? suspended for\b)"
)


def is_custody(prepared: Prepared, s: Sentence, length: Length, *, custody: bool, beside: bool) -> bool:
    """Whether a length of the sentence ``s`` is a term of custody by the words around it.

    ``custody``: a word of custody was told here or shortly before; ``beside``: a term of it in the same sentence.
    """
    low = prepared.page.low
    before = low[max(s.start, length.start - 90) : length.start]
    after = low[length.end : min(s.end, length.end + 60)]
    if _in_remarks(prepared, before, after) or _beside_a_name(prepared, s, length, after):
        return True
    if stands_behind_a_dash(prepared, s, length):
        return True
    in_court = custody or bool(prepared.scan.of("court") or prepared.scan.of("bench"))
    if _TIME_SPENT.search(before) or _HE_SPENT.match(after):
        return False
    if custody and (
        _CHANGED_TO.search(before) is not None
        or low[s.start : s.end].strip(" .") == low[length.start : length.end].strip()
        or _IN_ALL.match(after) is not None
        or PUT_IN_PLACE.match(after) is not None
    ):
        return True
    if not before.strip() and _AT_COURT.match(after) and _after_a_verdict(prepared, s):
        return True
    return (
        (beside and _ALSO.search(before) is not None and _FOR_ANOTHER.match(after) is not None)
        or _GIVEN.search(before) is not None
        or _PUT_AWAY.search(before) is not None
        or _PASSED.match(after) is not None
        or (in_court and _SERVES.search(before) is not None and _IN_THE_JOB.match(after) is None)
        or (_IT_WOULD_BE.search(before) is not None and _told_alone(prepared, s, after))
        or (in_court and _TERM_NOUN.match(after) is not None)
        or (in_court and _COUNTED.search(before) is not None)
        or (in_court and _runs(prepared, s, length) and _FOR_ANOTHER.match(after) is not None)
        or (in_court and _HEADS.search(before) is not None and _for_subject(prepared, length))
        or (in_court and not before and _WAS_THE.match(after) is not None)
        or (in_court and before == '"' and _SAYS.match(after) is not None)
    )


# "will serve out his |eight years|", "must serve the rest of her |seven years|"
_SERVES: Final = re.compile(
    r"\b(?:will|must|has to|have to|is to|should|can|may) (?:now |still |have to |continue to |go on to |be made to )?(?:serve|complete|see) (?:out |all (?:of )?|(?:the )?(?:rest|half|whole|remainder|balance|full|best part) of |every (?:day|month) of )?(?:his|her|their) (?:original |full |whole )?\Z"
)
_IN_THE_JOB: Final = re.compile(r"'? (?:in (?!prison|jail|custody)|with|as|at|on|of)\b")
# "Custody is inevitable," the judge said. It would be |nine months|.
_IT_WOULD_BE: Final = re.compile(
    r"(?:\A|[.;:] )\W*(?:it|that|the (?:term|sentence)|(?:his|her) (?:term|sentence)) (?:would be|was to be|will be|is to be|must be|came to|had to be)(?: for)?(?: one of| just| only| at least)? \Z"
)
_CUSTODY_TALK: Final = re.compile(
    r"\b(?:custody|custodial|prison|jail|imprisonment|locked up|immediate term)\b"
)
_A_JUDGE: Final = re.compile(r"\b(?:judge|recorder|magistrates?|bench|court|justice|sheriff)\b")
_STOPS: Final = re.compile(
    r"'?(?: in (?:prison|jail|custody)| behind bars| inside| imprisonment)?(?:[.;,]|\s*\Z| (?:for|and) )"
)


def _told_alone(prepared: Prepared, s: Sentence, after: str) -> bool:
    """Whether a sentence that is only a length goes on about the prison term of which a judge spoke in the one before."""
    page = prepared.page
    i = page.sentence_index(s.start)
    if i == 0 or _STOPS.match(after) is None:
        return False
    before = page.sentences[i - 1]
    told = _CUSTODY_TALK.search(page.low, before.start, before.end)
    return (
        told is not None
        and _A_JUDGE.search(page.low, page.sentences[max(0, i - 2)].start, s.start) is not None
    )


# "A jury found him guilty of fraud. |Three years|, Hull Crown Court, 11 March."
_AT_COURT: Final = re.compile(
    r"'?(?: imprisonment| custody| in prison| inside| in jail)?(?:,| at| from)(?: at| the)? [a-z][a-z' -]{2,30} (?:crown|magistrates'?) court\b"
)
_VERDICT: Final = re.compile(
    r"\b(?:found (?:him|her|them) guilty|(?:was |were )?found guilty|convicted|pleaded guilty|admitted|guilty (?:plea|verdict)|owned up)\b"
)


def _after_a_verdict(prepared: Prepared, s: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, tells a verdict of guilty or a plea."""
    index = prepared.page.sentence_index(s.start)
    before = prepared.page.sentences[index - 1] if index else s
    return (
        before.paragraph == s.paragraph
        and _VERDICT.search(prepared.page.low, before.start, before.end) is not None
    )


# "Count 2: |6 months| concurrent"
_COUNTED: Final = re.compile(r"(?:\A|[\s;,.|])(?:counts? \d[\d, and-]{0,12}) ?[:=\u2013-] ?\Z")
# "the 18 months he |spent| on remand", "had |spent| eight weeks in custody"
_TIME_SPENT: Final = re.compile(
    r"\b(?:spent|spending)(?: about| almost| nearly| more than| over| just| the(?: past| last)?| some)* \Z"
)
_HE_SPENT: Final = re.compile(
    r"'?,? (?:which |that )?(?:he|she|they)(?: has| had| have)?(?: already| also)? (?:spent|served)\b"
)
# "|Eight months| for Lee, |a year| for Moss"
_HEADS: Final = re.compile(r"(?:\A|[,;] |\band |\bit (?:was|is) )\Z")


def _runs(prepared: Prepared, s: Sentence, length: Length) -> bool:
    """Whether a sentence says that terms run together or one after the other."""
    between = prepared.scan.between("penalty", max(s.start, length.start - 200), min(s.end, length.end + 200))
    return any(h.value in ("consecutive", "concurrent") for h in between)


def _for_subject(prepared: Prepared, length: Length) -> bool:
    """Whether somebody of whom the page tells stands right behind a length: "eight months for |Lee|"."""
    if not prepared.page.low.startswith(" for ", length.end):
        return False
    at = length.end + len(" for ")
    return bool(prepared.cast.subjects_in(at, at + 1))


def _in_remarks(prepared: Prepared, before: str, after: str) -> bool:
    """Whether a judge's own words pass a term: "On count 9, thirty months"."""
    return prepared.masthead.kind == "judgment" and (
        _ON_COUNT.search(before) is not None
        or (_OPENS_ON_CRIME.search(before) is not None and _RUNS.match(after) is not None)
        or _IN_ALL.match(after) is not None
    )


# "Ex-PC Lowe: 3 years.", "PC Marsh (15 months) was convicted"
_NAME_BEFORE: Final = re.compile(
    r"[A-Z][\w'\u2019-]+(?:,? \(?[1-7]\d\)?,?)?(?::| [-\u2013\u2014]| \(|,)? ?\(?\Z"
)
_TERM_ALONE: Final = re.compile(
    r"(?:[.;)]|,? suspended\b|,? immediate\b| [-\u2013] |,? (?:plus|with|and) |\s*\Z)"
)


def _beside_a_name(prepared: Prepared, s: Sentence, length: Length, after: str) -> bool:
    """Whether a length stands by the name of somebody dealt with by a court, without a verb."""
    if not (prepared.scan.of("court") or prepared.scan.of("bench")) or not _TERM_ALONE.match(after):
        return False
    before = prepared.page.text[max(s.start, length.start - 40) : length.start]
    apart = (": ", " (", " - ", "\u2013 ", *((", ",) if prepared.masthead.kind == "judgment" else ()))
    if not before.endswith(apart) or _NAME_BEFORE.search(before) is None:
        return False
    at = length.start - len(before) + len(before.rstrip(" (:,-\u2013"))
    return any(
        m.start < at <= m.end + 5
        for p in prepared.cast.who(length.start)
        for m in p.mentions
        if m.start >= s.start
    )


_NOT_CUSTODY: Final = re.compile(
    r"\A(?:'?s?'?)[ -]*(?:(?!(?:and|with|plus|but|before|after|as|over|because|when|for)\b)\w+ ){0,3}?(?:warning|pay|salary|notice|service|leave|community|restraining|ban|disqualification|driving|order|supervision|register|probation period|trial|investigation|relationship|experience|marriage|hearing|off\b|on licen[cs]e|counselling|therapy|treatment|rehab|bail\b|pension|time\b)"
)


def not_custody(after: str) -> bool:
    """Whether what follows a length makes it that of something else: "two years of |probation|"."""
    return _NOT_CUSTODY.match(after) is not None
