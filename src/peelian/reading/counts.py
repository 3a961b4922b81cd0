"""How many counts of an offence the words beside it tell: ``three charges of``, ``one of``, ``x 4``, ``(counts 1 and 2)``."""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.quantities import NUMBER, number

_NOUN: Final = (
    r"(?:counts?|charges?|offences?|allegations?|crimes?|breaches|cases|instances|specimens|incidents)"
)
_LINK: Final = (
    r"(?:of|for|under|contrary to|alleging|relating to|in relation to|concerning|involving|that (?:he|she))"
)
_ADJECTIVES: Final = (
    r"(?:(?:more|further|additional|separate|specimen|sample|alternative|similar|new|lesser|serious|single|joint|historic"
    r"|historical|other|related|criminal|individual|different|either-way|summary|distinct)[ ,]+){0,3}"
)
# Words between "of" and the name of the offence: "one of doing acts ...", "a charge of attempting to ...".
_FILLER: Final = r"(?:(?!(?:and|or|of|for|but|while|not|guilty|den(?:y|ies|ied)|admit(?:s|ted)?|cleared|convicted|one|two|three|four|five|six|seven|eight|nine|ten|count|charge)\b)[\w'-]+ ){0,6}"
_ORDINAL: Final = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|further|another|additional|separate|last|final|latter"

_BEFORE: Final = re.compile(
    rf"(?:\b(?P<article>an?|the|that|this|any|no) )?"
    rf"(?:(?:all |both )?(?P<number>\b(?:{NUMBER})\b)|(?P<ordinal>\b(?:{_ORDINAL})\b))?,?[ ]?{_ADJECTIVES}"
    rf"\b(?P<noun>{_NOUN})(?:,)? (?:[\w'-]+ ){{0,2}}?{_LINK}:? ?{_FILLER}\Z"
)
_ELLIPTIC: Final = re.compile(
    # (not the end of a sum: "fined him £1,000 for")
    rf"(?<![,.\d\u00a3])\b(?P<number>(?:{NUMBER})|another|a (?:{_ORDINAL})(?: count| charge)?,?)(?:(?: (?:more|further|count|counts))? (?:of|for)|(?: (?:others?|more|further|other (?:ones?|counts?|charges?)),?|(?<=another),)(?: all| both| each)? (?:of|for)) {_FILLER}\Z"
)
_TIMES_BEFORE: Final = re.compile(
    r"(?<![\w.])(?P<number>\d{1,3}) ?x ?(?:counts? of |charges? of |offences? of )?\Z"
)
_DIRECT: Final = re.compile(
    rf"(?<![\w.-])(?P<number>(?:{NUMBER})|another|further) (?:(?:separate|further|counts?|charges?|attempted|alleged) )?\Z"
)
_COUNT_NUMBER: Final = re.compile(
    r"\bcounts? (?P<list>\d{1,2}(?:(?:, | and |, and | & |-| to )\d{1,2})*)(?: ?[,:(-]| of| on|, of|, the)? ?(?:of )?(?:[\w'-]+ ){0,2}\Z"
)
_AFTER: Final = re.compile(
    rf"\A(?: (?:section|s\.?) ?\d+[\w()]*)?[ ]?(?:"
    rf"\((?P<paren>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten)\)|"
    rf"x ?(?P<times>\d{{1,3}})\b|\(x ?(?P<times2>\d{{1,3}})\)"
    rf"|[(,:-]{{1,2}} ?(?P<number>(?:{NUMBER})) {_NOUN}\b(?! of| for)"
    rf"|[(,] ?(?:on )?counts? (?P<list>\d{{1,2}}(?:(?:, | and |, and | & |-| to )\d{{1,2}})*)"
    rf"|(?:,)? (?P<bare>(?:{NUMBER})) (?:charges|counts)\b(?! of| for)"
    rf")"
)
# "three of the five counts of", "four of six thefts": a part of them.
_PART_OF: Final = re.compile(
    rf"\b(?P<part>{NUMBER}) (?:out )?of (?:the |these |those |his |her |their |a total of )?(?P<whole>{NUMBER}) {_ADJECTIVES}"
    rf"(?:{_NOUN} {_LINK}:? ?{_FILLER})?\Z"
)
# "one of them, assault by penetration, fell away"; "fraud: that count was left on the file"
_ONE_OF_THEM: Final = re.compile(
    r"\bone of (?:them|these|those|the (?:[a-z]+ )?(?:counts|charges|offences|allegations))(?:,| -| \u2013| \u2014|:| was| being) \Z"
)
_THAT_COUNT: Final = re.compile(
    r"(?:[:;,]| -| \u2013| \u2014) ?(?:that|this) (?:count|charge) (?=(?:was|is|will|has|had|would|lies)\b)"
)
_WORD: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_LIST: Final = rf"(?P<list>\d{{1,2}}(?:(?:, | and |, and | & |-| to )\d{{1,2}})*|{_WORD}(?:(?:, | and |, and | to ){_WORD}\b)*)"
# "on count 2, perverting the course of justice", "counts 1 to 5, which are thefts", "count 3, a further allegation of"
_NUMBERS_BEFORE: Final = re.compile(
    rf"\bcounts? {_LIST}(?:[ ,:(-]|\b(?:of|on|which|is|are|was|were|being|alleging|alleged|charged|a|an|the|further|similar|second|single|count|charge|allegation|offence|both|all|each)\b){{0,12}}"
    r"(?:[\w'-]+ ){0,2}\Z"
)
# "counts 1 (bribery), |2 (|bribery) and |5 (|money laundering)": a number before each name
_NUMBER_EACH: Final = re.compile(
    rf"\bcounts? (?:(?:\d{{1,2}}|{_WORD})(?:(?:, | and |, and |-| to )(?:\d{{1,2}}|{_WORD}))* ?[(:] ?[^()]{{2,70}}\)?(?:,|;| and|, and) ){{1,8}}(?:counts? )?{_LIST} ?[(:] ?(?:(?:both|all|each|of|an?|the) ){{0,2}}\Z"
)
_NUMBERS_AFTER: Final = re.compile(rf"\A[ ,]*\(?(?:on |being |in |as )?counts? {_LIST}\b")
_NUMBERS_HERE: Final = re.compile(rf"counts? {_LIST}")
_WORDS: Final = re.compile(_WORD)
_NUMBERED: Final = re.compile(r"\d{1,2}")
_VOTES: Final = re.compile(r"\b(?:\d{1,2}|ten|eleven|nine)(?: |-)(?:to|-)(?: |-)?\Z")
_PRONOUN_NO: Final = frozenset({"a", "an"})


# "found guilty on August |2 of conspiring": a day, no number of counts
_A_DAY: Final = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? ?\Z"
)
# "jailed for nine years: nine for the conspiracy, |two for| the theft": years, no counts
_OF_A_TERM: Final = re.compile(
    rf"\b(?:years?|months?|weeks?)(?:'? (?:in \w+|imprisonment))?(?:[:,]| -| and)[^.;]{{0,70}}?\b(?:{NUMBER}) for (?:the |his |her )?\Z"
)
# The shapes in the order in which they are tried, each with the words of which it needs one.
_SHAPES: Final = (
    (("x",), _TIMES_BEFORE), (("count",), _COUNT_NUMBER), (("of ", "for "), _ELLIPTIC),
    (("count", "charge", "offence", "alleg", "crime", "breach", "case", "instance", "specimen", "incident"), _BEFORE),
    (("",), _DIRECT),
)  # fmt: skip


class Count(NamedTuple):
    """How many counts (None: not told), the span of the words that tell it, and whether they are further counts.

    ``left`` is how many more there are in the whole of which these are a part ("three of five counts": 2).
    """

    value: int | None
    start: int
    end: int
    further: bool = False
    left: int = 0


def read_count(low: str, start: int, end: int, floor: int, ceiling: int) -> Count | None:
    """The number of counts of the offence named at ``[start, end)``, from the words of its sentence ``[floor, ceiling)``.

    None where no words tell it. A ``Count`` whose value is None tells of a charge without a number
    ("charges of"), and says only where the phrase begins.
    """
    first = max(floor, start - 90)
    ahead = low[first:start]
    after = _AFTER.match(low[end : min(ceiling, end + 40)])
    if after is not None:
        value = _after_value(after)
        if value is not None:
            return Count(value, start, end + after.end())
    of_them = _ONE_OF_THEM.search(ahead) if "one of " in ahead else None
    if of_them is not None:
        return Count(1, first + of_them.start(), start)
    that_one = _THAT_COUNT.match(low, end, min(ceiling, end + 60))
    if that_one is not None:
        return Count(1, end, that_one.end())
    part = _PART_OF.search(ahead) if " of " in ahead else None
    if part is not None:
        some, whole = number(part.group("part")), number(part.group("whole"))
        if some is not None and whole is not None and some <= whole <= 400:
            return Count(some, first + part.start(), start, False, whole - some)
    for needs, pattern in _SHAPES:
        found = pattern.search(ahead) if any(word in ahead for word in needs) else None
        if found is None or _A_DAY.search(ahead, 0, found.start()):
            continue
        if pattern is _ELLIPTIC and _OF_A_TERM.search(ahead, 0, found.end()):
            continue
        if pattern is _BEFORE:
            found = _last_match(ahead, found)
        return _before_value(found, first, ahead)
    return None


def _last_match(ahead: str, found: re.Match[str]) -> re.Match[str]:
    """The shortest match that still ends at the offence: its own noun, not an earlier one's."""
    while True:
        later = _BEFORE.search(ahead, found.start("noun") + 1)
        if later is None:
            return found
        found = later


def _after_value(m: re.Match[str]) -> int | None:
    for name in ("paren", "times", "times2", "number", "bare"):
        if m.group(name):
            return number(m.group(name))
    return _listed(m.group("list"))


def read_numbers(low: str, start: int, end: int, floor: int, ceiling: int) -> frozenset[int]:
    """Which counts of the indictment the offence named at ``[start, end)`` is: "theft (counts 1 and 2)" is {1, 2}."""
    found = _NUMBERS_AFTER.match(low[end : min(ceiling, end + 40)])
    if found is None:
        found = _NUMBERS_BEFORE.search(low[max(floor, start - 80) : start])
    if found is None and low.startswith(("(", ": "), max(0, low.rfind("(", max(floor, start - 12), start))):
        found = _NUMBER_EACH.search(low[max(floor, start - 300) : start])
    return _numbers(found.group("list")) if found is not None else frozenset()


def numbers_at(low: str, at: int) -> frozenset[int]:
    """The counts that "count 2" or "counts 1 to 4" at offset ``at`` mean."""
    found = _NUMBERS_HERE.match(low, at, at + 60)
    return _numbers(found.group("list")) if found is not None else frozenset()


def _numbers(words: str) -> frozenset[int]:
    numbers = [int(n) for n in _NUMBERED.findall(words)] or [number(n) or 0 for n in _WORDS.findall(words)]
    if len(numbers) == 2 and ("-" in words or " to " in words) and numbers[1] > numbers[0]:
        return frozenset(range(numbers[0], numbers[1] + 1))
    return frozenset(numbers)


def _listed(words: str) -> int:
    """How many count numbers a list names: "1 and 2" is two, "1 to 4" four."""
    return len(_numbers(words))


def _before_value(m: re.Match[str], first: int, ahead: str) -> Count | None:
    g = m.groupdict()
    at, stop = first + m.start(), first + m.end()
    if g.get("list"):
        return Count(_listed(g["list"]), at, stop)
    word = g["number"].rstrip(",") if g.get("number") else None
    noun = g.get("noun")
    further = bool(g.get("ordinal")) or (
        word is not None and (word.startswith("a ") or word in ("another", "further"))
    )
    if further:
        if word == "further":
            return Count(None, at, stop, True)
        plural = noun is not None and noun.endswith("s") and not g.get("number")
        return Count(None if plural else 1, at, stop, True)
    if word is not None:
        value = number(word)
        if _VOTES.search(ahead, 0, m.start("number")):
            return None  # "by a majority of ten to two of ..."
        people = noun is None and " count" not in m.group()
        if people and ahead.endswith(("all ", "both "), 0, m.start("number")):
            return None  # "cleared all three of perjury": so many people
        if value is None or (word.isdigit() and value > 400):
            return None
        extra = re.search(r"\b(?:further|more|additional|other|separate)\b", m.group()) is not None
        return Count(value, at, stop, extra and noun is not None)
    if noun is None:
        return None
    article = g.get("article")
    if noun.endswith("s"):
        return Count(None, at, stop)
    if article in _PRONOUN_NO or (article in ("the", "that", "this") and noun in ("charge", "count")):
        return Count(1, at, stop)
    return Count(None, at, stop)
