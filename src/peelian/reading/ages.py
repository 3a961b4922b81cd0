"""Ages: how old each subject is at publication, beside the name or told apart from it.

An age at the time of the conduct is none. What may only be somebody else's ("the 20-year-old woman") is left out.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import number
from peelian.reading.scan import Scan

# "41 next Tuesday", "aged 40 next birthday": not the age yet. "45 when she was arrested", "29 at the time": not now.
_DAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_TO_COME: Final = rf"(?: next\b| tomorrow\b| (?:on|this coming) {_DAY}\b| later (?:this|in)\b| in a (?:few )?(?:days?|weeks?|fortnight|months?)\b)"
_THEN: Final = r"(?: when (?:he|she|they)\b| at the time\b)"
_AGE: Final = re.compile(
    r"(?:'s)?(?: \([^()\n]{2,60}\))?,? ?(?<=[ ,)(])(?:who (?:is|was|turned|has turned)(?: now)? |is |is now |was |then |now )?(?:aged |age |aged: )?\(?(?:aged )?(\d\d)\b"
    rf"(?!\d|[:./%,]\d|{_TO_COME}|{_THEN}| ?(?:am|pm|year(?!s (?:of age|old))|month|week|day|hour|minute|mph|micro|percent|per cent|times|images|counts|of the|january|february|march|april|may|june|july|august|september|october|november|december))"
)
_AGED: Final = re.compile(rf"\baged? (\d\d)\b(?!{_TO_COME}|{_THEN})")
# (its fixed letters first, so that the search skips to them)
_YEAR_OLD: Final = re.compile(r"year(?<=\b\d\d[- ]year)[- ]old\b")
# "Ann Lee, a 33-year-old teaching assistant"
_APPOSED: Final = re.compile(r",? (?:who is )?an? ([2-7]\d)[- ]year[- ]old\b")
# A number that may be an age, and what after it makes it something else.
# (the look-behinds stand after the first figure, so that the search skips to figures)
_NUMBER: Final = re.compile(r"\d(?<=\b.)(?<![\d.,:/\u00a3-].)\d\b(?![\d:/%]|,\d|\.\d|-)")
_NO_AGE: Final = re.compile(
    _TO_COME
    + r"| ?(?:%|years? (?!old|of age)|months?|weeks?|days?|hours?|minutes?|counts?|charges?|offences?|images?|times|miles|mph|officers?|people|pages?|of (?:the|them|his|her)|at the time|when\b|then\b"
    r"|january|february|march|april|may\b|june|july|august|september|october|november|december|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b|oct\b|nov\b|dec\b)"
)
_OFFICER: Final = r"(?:officer|constable|pc|pcso|dc|sergeant|sgt|detective|inspector|superintendent|policeman|policewoman|defendant|appellant|call[ -]handler|dispatcher|cop|trainee|special|detective constable)"
# "The South Wales Police officer, who is 42", "you are now 34", "she's 45", "who turned 30 this week", "for a man of 71"
_BEFORE: Final = re.compile(
    rf"\b(?:the|this|a|an) (?:(?!and\b|of\b|who\b|by\b)[\w&'-]+ ){{0,5}}{_OFFICER},? (?:who is |who's |who turned |who has turned |now |aged |now aged |and )?\(?(?:aged )?\Z"
    r"|\byou(?:,(?: [a-z'-]+){1,4},)?(?:'re| are)(?: now| still| just| only| aged| a man of| a woman of)* \Z"
    r"|\b(?:he|she)(?:'s| is)(?: now| still| just| only| aged)* \Z"
    r"|\b(?:(?:his|her|the|my) client|(?:he|she)), who(?:'s| is)(?: now)? \Z"
    r"|\b(?:who|he|she|and)(?: has| had)?(?: just)? turned \Z"
    r"|\b(?:for|as|is|are|now) an? (?:man|woman|officer) (?:of|aged) \Z"
    r"|(?:\A|\n)age: ?\Z"
)
# "Now 57, he runs a garage", "At 60, Lee has been told", "the oldest of the three at 51, Lee had been"
_OPENS: Final = re.compile(
    r"(?:(?:\A|[\n.\"] ?)(?:now |aged |today )|\bthe (?:oldest|youngest|older|younger|elder|eldest)(?: of the \w+)? at )\Z"
)
# "At 60, Lee has been told": "at 19, she joined" is long ago.
_AT: Final = re.compile(r"(?:\A|[\n.\"] ?)at (?:the age of )?\Z")
_NOW: Final = re.compile(r", (?:he|she|(?:pc |sgt |mr |mrs |ms )?(?:[a-z'-]+ ){1,3}?)(?:has|is|faces|will)\b")
_THEN_WHO: Final = re.compile(
    r", (?:he|she|[a-z'-]+|pc [a-z'-]+|sgt [a-z'-]+) (?:was|is|has|had|runs?|lives?|works?|faces?|walks?|the )?"
)
_TO_NAME: Final = 24  # characters: a rank may stand between "42-year-old" and the name
_IS_AGED: Final = re.compile(
    r" (?:is|are)(?: now)? (?:aged )?(\d\d)\b(?! ?(?:[%:/.]\d|years? in|months|weeks|days|hours|minutes|miles|times))"
)


# "Ann Lee|, a Kent detective who works nights, is now 44|."
_AFTER_WORDS: Final = re.compile(
    r",(?! whose\b| like\b| with\b) (?:(?!\b(?:whose|and (?:his|her))\b)[^.;:\"\n]){3,90}, (?:who )?(?:is|(?:has )?(?:just |recently )?turned)(?: now| today| just| still)* (?:aged )?(\d\d)(?=[,.;]| and\b| years old| now\b| today\b|\Z)"
)


_SPEAKS: Final = re.compile(
    r" (?:\w+ly )?(?:says|recalls|tells|adds|explains|remembers|recalled|told (?:me|us|the [A-Za-z ]{3,20})|said)\b"
)


def _years_old(page: Page, scan: Scan) -> list[re.Match[str]]:
    """Where the page has "38-year-old"."""
    return list(_YEAR_OLD.finditer(page.low))


def read_age(prepared: Prepared, person: Person) -> Cited[int] | None:
    """The age at publication: after a name or description, or told as "38-year-old"; an age "then" is not it."""
    page, low = prepared.page, prepared.page.low
    described = [h for h in prepared.scan.of("described") if prepared.cast.who(h.start) == (person,)]
    for start, end in [
        *((m.start, m.end) for m in person.mentions),
        *((h.start, h.end) for h in described if h.value != "pronoun"),
    ]:
        m = _AGE.match(low, end)
        if m and 17 <= int(m.group(1)) <= 95 and "then" not in low[end : m.start(1)]:
            return Cited(int(m.group(1)), m.span(1))
        based = _BASED.match(low, end)
        m = _AGE.match(low, based.end()) if based else None
        if m and start < m.start(1):
            return Cited(int(m.group(1)), m.span(1))
        m = _APPOSED.match(low, end)
        if m:
            return Cited(int(m.group(1)), m.span(1))
    for h in described:
        m = _IS_AGED.match(low, h.end)
        if m and 17 <= int(m.group(1)) <= 95:
            return Cited(int(m.group(1)), m.span(1))
    for mention in person.mentions:
        sentence = page.sentence_at(mention.start)
        m = _AGED.search(low, mention.end, min(sentence.end, mention.end + 40))
        if m and "." not in low[mention.end : m.start()]:
            return Cited(int(m.group(1)), m.span(1))
    after_words = _after_words(prepared, person)
    if after_words is not None:
        return after_words
    for m in prepared.scan.once(_years_old):
        start = m.start() - 3
        age = int(low[start : start + 2])
        if prepared.cast.who(start) != (person,) or not 18 <= age <= 75:
            continue
        if _OTHERS_AGE.match(low, m.end()) and not _OFFICERS_AGE.match(low, m.end()):
            continue
        sentence = page.sentence_at(start)
        if low.endswith("the ", sentence.start, start) and any(
            sentence.start <= x.start < start for x in person.mentions
        ):
            continue  # "PC Moss struck the 20-year-old"
        before = low[max(0, start - 12) : start]
        if person.mentions and m.end() < person.mentions[0].start and _SPEAKS.match(low, m.end()):
            continue  # '"He could take my daughter," the 43-year-old says': a victim, before any officer is named
        named = any(0 <= x.start - m.end() <= _TO_NAME and x.start < sentence.end for x in person.mentions)
        if before.endswith("the ") or named or _OFFICERS_AGE.match(low, m.end()):
            return Cited(age, (start, start + 2))
    places = [
        *((m.start, m.end) for m in person.mentions),
        *((h.start, h.end) for h in described),
    ]
    return _told_apart(prepared, person) or _age_in_words(prepared, person, places)


def _after_words(prepared: Prepared, person: Person) -> Cited[int] | None:
    """The age that the sentence tells of whom it opens on, after words that say who that is."""
    page, low = prepared.page, prepared.page.low
    for mention in person.mentions:
        sentence = page.sentence_at(mention.start)
        if mention.start - sentence.start > _OPENS_WITHIN or page.quoted(mention.start):
            continue
        found = _AFTER_WORDS.match(low, mention.end, sentence.end)
        if found is None or not _YOUNGEST <= int(found.group(1)) <= _OLDEST:
            continue
        if not prepared.cast.named_in(mention.start + 1, found.start(1)):
            return Cited(int(found.group(1)), found.span(1))
    return None


_OPENS_WITHIN: Final = 3  # characters before a name that opens a sentence
_YOUNGEST: Final = 17
_OLDEST: Final = 95

_PRONOUNS: Final = ("he ", "she ", "he'", "she'")


# "is fifty-three", "is now |fifty-eight|": not "is forty years in the job"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy"
_IN_WORDS: Final = re.compile(
    rf" (?:is|are)(?: now| just| today)? (?:aged )?((?:{_TENS})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|nineteen)\b(?=[,.;]| and\b| years old)"
)


def _tells_tens(page: Page, scan: Scan) -> bool:
    """Whether a page holds a word such an age begins with."""
    return any(f" {tens}" in page.low for tens in _TENS.split("|"))


def _age_in_words(prepared: Prepared, person: Person, places: list[tuple[int, int]]) -> Cited[int] | None:
    """An age written in words after a name, or after what the sentence says besides of the one whom it names first."""
    page, low = prepared.page, prepared.page.low
    if not prepared.scan.once(_tells_tens):
        return None
    for start, end in places:
        sentence = page.sentence_at(start)
        opens = start - sentence.start < 3 and low[end : end + 1] == ","
        found = _IN_WORDS.search(low, end, sentence.end) if opens else _IN_WORDS.match(low, end)
        if found is None or page.quoted(start):
            continue
        if any(p is not person for _, p in prepared.cast.named_in(start + 1, found.start())):
            continue
        age = number(found.group(1))
        if age is not None:
            return Cited(age, found.span(1))
    return None


def _frame(low: str, number: re.Match[str]) -> str | None:
    """The words before a number that make it an age, if they do."""
    at, end = number.span()
    found = _BEFORE.search(low, max(0, at - 70), at)
    if found is None and _NOW.match(low, end):
        found = _AT.search(low, max(0, at - 20), at)
    if found is None and _THEN_WHO.match(low, end):
        found = _OPENS.search(low, max(0, at - 60), at)
    return found.group() if found is not None else None


def _another_before(prepared: Prepared, at: int) -> bool:
    """Whether somebody who is no subject is named in the sentence of ``at`` or the one before: "he" may be that person."""
    index = prepared.page.sentence_index(at)
    return prepared.cast.official_at(prepared.page.sentences[max(0, index - 1)].start, at) is not None


def _told_apart(prepared: Prepared, person: Person) -> Cited[int] | None:
    """An age that stands away from the name: "the officer, 45,", "you are 34", "now 57, he", "a man of 71"."""
    for start, end, pronoun in prepared.scan.once(_in_frames):
        if prepared.cast.who(start) == (person,) and not (pronoun and _another_before(prepared, start)):
            return Cited(int(prepared.page.low[start:end]), (start, end))
    return None


def _in_frames(page: Page, scan: Scan) -> list[tuple[int, int, bool]]:
    """The numbers that words before them make ages, and whether these open on "he" or "she"."""
    out = []
    for m in _NUMBER.finditer(page.low):
        if 18 <= int(m.group()) <= 80 and not _NO_AGE.match(page.low, m.end()):
            frame = _frame(page.low, m)
            if frame is not None:
                out.append((m.start(), m.end(), frame.startswith(_PRONOUNS)))
    return out


_BASED: Final = re.compile(r"(?:-based)? (?:officer|constable|sergeant|detective|pc)?")
_OTHERS_AGE: Final = re.compile(
    r" (?:\w+ )?(?:woman|girl|boy|man|student|teenager|victim|complainant|mother|father|pensioner|driver|detainee|colleague|suspect|teaching|nurse|daughter|son|child|pupil|schoolgirl|schoolboy|youth|prisoner|cyclist|pedestrian)"
)
_OFFICERS_AGE: Final = re.compile(
    r" (?:man|woman), (?:who (?:is|was) )?(?:based|stationed|serving|suspended|attached)\b| (?:\w+ ){0,2}(?:officer|constable|pc|sergeant|detective|policeman|policewoman|police|special|pcso|inspector|cop|staff)\b"
)
