"""Venues: where a proceeding was or will be held, as the page writes it."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.labels import Field
from peelian.reading.model import Cited
from peelian.reading.prepared import Prepared

_AT: Final = re.compile(
    r"\b(?:at|in|from) (?=(?:the |its |their |a )?(?:[A-Z0-9]|force|police|headquarters))"
)
_AT_BEFORE: Final = re.compile(r"\b[Aa]t (?=(?:the )?[A-Z])")
_FORCE_HQ: Final = re.compile(
    r"(?:the |its |their )?(?:[A-Z][\w-]+ (?:and )?){0,3}(?:[Ff]orce[\u2019']?s?[\u2019']? |[Pp]olice )?(?:headquarters|HQ|base|Headquarters|Training Centre|training centre|(?:[A-Z][\w-]+ )+training centre)"
)
_RUN: Final = re.compile(
    r"(?:the |The )?(?:\d+ )?[A-Z][\w\u2019'!&.-]*(?:(?:,? (?:(?:of|in|and|the|upon|at) )?|, (?:in )?)[A-Z0-9][\w\u2019'!&-]*| on [A-Z][\w\u2019'!&-]*)*"
)
_WITH_DATE: Final = re.compile(
    r"((?:the |The )?[A-Z][\w\u2019'&.-]+(?:,? (?:[A-Z][\w\u2019'&.-]*|of|in|and|the))*),? (?:on )?\d?"
)
_MONTHS: Final = re.compile(
    r"(?:spring|summer|autumn|winter|early|late|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{4})\b",
    re.I,
)
_NOT_PLACE: Final = re.compile(
    r"\b(?:crown court|magistrates|sheriff|pc|police constable|officer|mr|chief constable|legally|the iopc|the ipcc|hmp|prison|regulations?|tribunals?|code of ethics)\b|\b(?:police|constabulary)\Z",
    re.I,
)


# "Held: 14 March 2022, Sussex Police HQ, Lewes."
_AFTER_DATE: Final = re.compile(
    r"(?:,? (?:at )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|hrs|hours)?)?(?:,| at| -|;) ((?:the |The )?[A-Z][\w\u2019'&-]+(?:,? (?:[A-Z][\w\u2019'&-]*|of|in|and|the))*)(?=[.\n;(]|\Z)"
)


def venue_in_fields(prepared: Prepared, fields: list[Field]) -> Cited[str] | None:
    """The venue that a notice gives in its venue field."""
    for field in fields:
        if field.name == "date" and field.label_start < field.start:  # "Hearing: Wootton Hall, 14 and 15 May"
            first = next(iter(prepared.dates_between(field.start, field.end)), None)
            place = _WITH_DATE.match(prepared.page.text, field.start, first.start if first else field.start)
            if place is not None and not _MONTHS.match(place.group(1)):
                return Cited(place.group(1), place.span(1))
            after = _AFTER_DATE.match(prepared.page.text, first.end, field.end) if first else None
            if (
                after is not None
                and not _MONTHS.match(after.group(1))
                and not _NOT_PLACE.search(after.group(1))
            ):
                return Cited(after.group(1), after.span(1))
        if field.name == "venue":
            text = prepared.page.text[field.start : field.end]
            if re.fullmatch(
                r"(?i)\W*(?:to be confirmed|tbc|withheld|n/a|-)?\W*", text
            ) or prepared.dates_between(field.start, field.start + 12):
                continue
            stop = re.search(r"(?<=[a-z])\. (?=[A-Z])|\n", text)
            end = field.start + (stop.start() if stop else len(text))
            start = field.start + (3 if text[:3].lower() == "by " else 0)
            return Cited(prepared.page.text[start:end].rstrip(" ."), (start, end))
    return None


def venue_near(prepared: Prepared, anchors: list[tuple[int, int]]) -> Cited[str] | None:
    """The first place named in the sentence of a hearing, after "at" or "in"."""
    text = prepared.page.text
    for start, end in anchors:
        sentence = prepared.page.near(start)
        if _MINUTES.match(prepared.page.low, sentence.start):
            continue
        for at in _AT.finditer(text, start, min(sentence.end, end + 130)):
            if _ELSEWHERE.search(prepared.page.low, end, max(end, at.start())):
                break
            found = _venue_at(text, at.end(), sentence.end)
            if found is not None:
                return Cited(text[found[0] : found[1]], found)
        before = _before(prepared, max(sentence.start, start - 110), start)
        if before is not None:
            return Cited(text[before[0] : before[1]], before)
    return None


# The meeting of which a paper is the record is no proceeding.
_MINUTES: Final = re.compile(
    r"(?:draft |public |unconfirmed )?(?:minutes|notes|record|note|agenda) (?:of|for|from) "
)
# Words after which a place is that of the conduct or of the work.
_ELSEWHERE: Final = re.compile(
    r"\b(?:committed|misconduct|when|after|until (?:he|she|they|you|his|her|it)|resign\w+|retired|that (?:he|she|they)|over|incident|behaviou?r|behaved|reinstat\w+|back|post|job|serving|arrest\w*|who|based|stationed|worked|working|sent|breached|because|while|(?:heard|told) (?:that|how|pc|ps|sgt|dc|of))\b"
)
_HEARD_BEFORE: Final = re.compile(
    r"[^.;\"]{0,60}\b(?:before|from|by|in front of|after|ruled at|decided at|at) (?:an? |the |his |her )?\Z"
)


def _before(prepared: Prepared, start: int, hearing: int) -> tuple[int, int] | None:
    """A place told before the hearing: "heard his fate at Northallerton on Friday from a misconduct panel"."""
    text, low = prepared.page.text, prepared.page.low
    for at in _AT_BEFORE.finditer(text, start, hearing):
        found = _venue_at(text, at.end(), hearing)
        if (
            found is not None
            and _HEARD_BEFORE.match(low, found[1], hearing)
            and not _ELSEWHERE.search(low, found[1], hearing)
            and not _ELSEWHERE.search(low, max(start, at.start() - 30), at.start())
        ):
            return found
    return None


def _venue_at(text: str, at: int, stop: int) -> tuple[int, int] | None:
    hq = _FORCE_HQ.match(text, at, stop)
    if hq:
        start, end = hq.span()
        on = re.compile(r"(?:,? (?:in|at) |, )(?=[A-Z])").match(text, end, stop)
        if on:
            run = _RUN.match(text, on.end(), stop)
            if run and not _MONTHS.match(run.group()):
                end = _trim(text, on.end(), run.end())
        if text[start : start + 4].lower() in ("the ", "its "):
            start += 4
        return start, end
    run = _RUN.match(text, at, stop)
    if run is None or _MONTHS.match(run.group()) or _NOT_PLACE.search(run.group()):
        return None
    return at, _trim(text, at, run.end())


def _trim(text: str, start: int, end: int) -> int:
    """The end of a place's name without a date or a clause that a comma hangs on."""
    for cut in re.finditer(
        r",? (?:on |in |from |at )?(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\d{1,2} [A-Z]|(?:19|20)\d\d)\b)",
        text[start:end],
    ):
        return start + cut.start()
    return start + len(text[start:end].rstrip(" ,."))
