"""One of two: "the younger man", "his colleague", "his sergeant", where a page has two subjects and means the one or the other."""

from __future__ import annotations

from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person, Topic
from peelian.reading.spans import holds_any


class OneOfTwo(NamedTuple):
    """Where the page means one of two subjects: ``form`` is ``colleague`` (of who has the floor), ``bearer`` (of a rank) or ``aged``."""

    start: int
    end: int
    form: str


# What is told of one of two and not of both: what follows the words that mean the one.
_TOLD: Final = (
    r"(?=,? (?:who |also |then |later |has |had |have |been |himself |herself )*"
    r"(?:was|is|were|received|got|resigned|retired|quit|left|escaped|kept|keeps|lost|faces|faced|denied|denies|admitted|admits|pleaded|would|will|must|did|remains)\b)"
)
_COLLEAGUE: Final = re.compile(
    rf"\b(?:his|her) (?:former |fellow |then |police )?(?:colleague|crewmate|crew mate|fellow officer|fellow constable|patrol partner|partner in the car){_TOLD}"
)
_HIS_SERGEANT: Final = re.compile(
    rf"\b(?:his|her) (?:then |own |line |shift |patrol )?(?:sergeant|inspector|constable|supervisor|boss|superior){_TOLD}"
)
_YOUNGER: Final = re.compile(
    rf"\bthe (?P<how>younger|older|elder)(?: of the (?:two|pair))?(?: (?:one|man|woman|officer|constable|pc|sergeant|detective))?{_TOLD}"
)
_WORDS: Final = ("his ", "her ", "the younger", "the older", "the elder")
_AGE: Final = re.compile(r",? \(?(?:aged )?(\d\d)\b(?![\d:./%])")


def one_of_two(page: Page) -> list[OneOfTwo]:
    """Every place whose words mean one of two by the other, by rank or by age, in no order."""
    low = page.low
    if not holds_any(low, _WORDS):
        return []
    found = [OneOfTwo(m.start(), m.end(), "colleague") for m in _COLLEAGUE.finditer(low)]
    found += [OneOfTwo(m.start(), m.end(), "bearer") for m in _HIS_SERGEANT.finditer(low)]
    found += [OneOfTwo(m.start(), m.end(), "aged") for m in _YOUNGER.finditer(low)]
    return found


def younger_or_older(page: Page, at: int, two: Topic) -> Topic:
    """Whom "the younger" at ``at`` means by the ages printed beside the two names; nobody where an age is not told."""
    ages = [_age(page, p) for p in two]
    if any(age is None for age in ages) or ages[0] == ages[1]:
        return ()
    oldest = page.low.startswith(("the older", "the elder"), at)
    return (max(zip(ages, two, strict=True), key=lambda x: (x[0] or 0) * (1 if oldest else -1))[1],)


def _age(page: Page, person: Person) -> int | None:
    for m in person.mentions:
        found = _AGE.match(page.low, m.end)
        if found is not None:
            return int(found.group(1))
    return None
