"""What a speaker is: role and organisation, as the words around the name have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited, Span
from peelian.reading.persons import Mention, Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

_REACH: Final = 90  # characters that a description after a name may take
_CIVIL: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lady|Professor|Prof)\b\.?(?! (?:Justice|Deputy))|\(?\b[A-Z]{0,2}\d{2,6}\)?|\u00a0"
)
_QUALIFIERS: Final = re.compile(
    r"(?:(?:temporary|acting|interim|retired|district|deputy district|deputy|t/|a/) ?)+\Z"
)
_OF: Final = re.compile(
    r" (?:for|of) (?:the )?(?:[A-Z][\w'\u2019-]*|(?:north|south|east|west)(?:-\w+)?)(?: (?:and|Against|[A-Z][\w'\u2019-]*|the(?= [A-Z])))*"
)
_FOR_CLIENT: Final = re.compile(
    r", ((?:for|representing|on behalf of|acting for|defending) (?:the )?[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)?),"
)
_CLIENT_LEAD: Final = re.compile(
    r"(?:\A|[\n.\"\u201d] ?)((?:For|Representing) (?:the )?[A-Z]?[\w'\u2019-]*(?: [A-Z][\w'\u2019-]*)?),? (?:(?:Mr|Mrs|Ms|Miss|Dr) )?\Z"
)
_LEFT: Final = re.compile(r"(?:[A-Z][\w'\u2019]*(?:,)? |and (?=\S)|& ){1,5}\Z")
_KC: Final = re.compile(r" ?,? ?(?:qc|kc|qpm|obe|mbe)\b")


def role_of(prepared: Prepared, person: Person) -> Cited[str] | None:
    """A speaker's role as written: rank or court title, else a job beside the name; the first mention that tells."""
    readers = (_job_before, _title, _job_after)
    if any(m.title == "judge" for m in person.mentions):
        readers = (_title, _job_before, _job_after)  # "the Recorder of Leeds, Judge Ann Lee"
    for read in readers:
        for m in person.mentions:
            found = read(prepared, m)
            if found is not None:
                return found
    return None


def organisation_of(prepared: Prepared, person: Person) -> Cited[str] | None:
    """The organisation that a speaker is said to be of, beside the name; None if the text does not say it."""
    for m in person.mentions:
        span = _organisation_after(prepared, m) or _organisation_before(prepared, m)
        if span is not None:
            return Cited(prepared.page.text[span[0] : span[1]], span)
    return None


def _title(prepared: Prepared, m: Mention) -> Cited[str] | None:
    """The rank or court title that stands before the name ("Detective Superintendent", "Mr Justice")."""
    if m.rank is None and m.title != "judge":
        rank = _rank_before_comma(prepared, m)
        return Cited(prepared.page.text[rank.start : rank.end], (rank.start, rank.end)) if rank else None
    text, start = prepared.page.text, m.start
    end = m.name_start
    wider = _QUALIFIERS.search(prepared.page.low, max(0, start - 20), start)
    if wider:
        start = wider.start()
    elif prepared.page.low.startswith(("his honour", "her honour"), start - 4):
        start -= 4
    value = (
        " ".join(_CIVIL.sub(" ", text[start:end]).split()).strip(" ,.-")
        if m.title != "judge"
        else " ".join(text[start:end].split())
    )
    if m.title == "judge":
        value = re.sub(r" (?:Sir|Dame)\Z", "", value)
    if not value:
        return None
    return Cited(value, (start, end))


def _rank_before_comma(prepared: Prepared, m: Mention) -> Hit | None:
    """ "The chief constable, Ann Lee": a rank that ends with a comma before the name."""
    for hit in prepared.scan.between("rank", m.start - 40, m.start):
        if prepared.page.low[hit.end : m.start] in (", ", ", mr ", ", ms ", ", mrs ", ", sir ", ", dame "):
            return hit
    return None


def _job_before(prepared: Prepared, m: Mention) -> Cited[str] | None:
    """A job that ends where the name begins: "his solicitor, ", "IPCC Commissioner ", "Prosecuting, "."""
    page, start = prepared.page, m.start
    lead = _CLIENT_LEAD.search(page.text, max(0, start - 40), start)
    if lead:
        return Cited(lead.group(1), lead.span(1))
    best: Hit | None = None
    for hit in prepared.scan.between("role", max(0, start - 60), m.name_start):
        gap = page.low[hit.end : m.name_start]
        if _joins(gap) or (
            _OF.match(page.text, hit.end) and _joins(page.low[_of_end(page.text, hit.end) : m.name_start])
        ):
            best = hit if best is None or hit.start < best.start or hit.end > best.end else best
    if best is None or (
        best.value == "court" and page.low[best.start : best.end] in ("defence", "counsel") and m.rank
    ):
        return None
    if (
        m.rank is not None
        and m.rank.start < best.start < m.rank.end
        and page.low.startswith(("deputy ", "assistant "), m.rank.start)
    ):
        return None  # "Deputy Assistant |Commissioner| Ann Lee": part of a rank, and no office
    end = _of_end(page.text, best.end)
    if end > m.start:
        end = best.end
    start = best.start
    wider = _QUALIFIERS.search(page.low, max(0, start - 20), start)
    start = wider.start() if wider else start
    return Cited(page.text[start:end], (start, end))


def _joins(gap: str) -> bool:
    """Whether only a comma and a civil title stand between a job and a name."""
    return gap.strip(" ,-\n.\u00a0") in (
        "",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "named",
        "called",
        "professor",
        "judge",
        "sgt",
        "pc",
    )


def _of_end(text: str, end: int) -> int:
    found = _OF.match(text, end)
    return found.end() if found else end


def _job_after(prepared: Prepared, m: Mention) -> Cited[str] | None:
    """A job in the words that follow a name between commas: ", prosecuting,", ", the legally qualified chair,"."""
    page, at = prepared.page, m.end
    kc = _KC.match(page.low, at)
    if kc:
        at = kc.end()
    if page.text[at : at + 1] not in (",", "(", " "):
        return None
    clients = _FOR_CLIENT.match(page.text, at)
    limit = min(page.near(m.start).end, at + _REACH)
    for hit in prepared.scan.between("role", at, limit):
        lead = page.low[at : hit.start]
        if len(lead) > 34 or any(mark in lead for mark in (".", '"', ":", ";")):
            break
        theirs = lead.startswith((", his ", ", her ", ", their "))
        if not theirs and (
            not lead.startswith((",", " (")) or any(w in lead for w in (" said", " told", " his ", " was "))
        ):
            break
        end = _of_end(page.text, hit.end)
        return Cited(page.text[hit.start : end], (hit.start, end))
    if clients:
        return Cited(clients.group(1), clients.span(1))
    for hit in prepared.scan.between("rank", at, min(limit, at + 40)):
        lead = page.low[at : hit.start]  # ", then chief constable,", ", Kent's chief constable in 2009,"
        if (
            lead.startswith(", ")
            and len(lead.split()) <= 3
            and not any(w in lead for w in ("who", "said", "told", " and "))
        ):
            return Cited(page.text[hit.start : hit.end], (hit.start, hit.end))
    return None


def _organisations(prepared: Prepared, start: int, end: int) -> Iterator[Hit]:
    hits = [
        h for kind in ("force", "publisher", "speaker_org") for h in prepared.scan.between(kind, start, end)
    ]
    hits.sort(key=lambda h: (h.start, -h.end))
    yield from hits


def _organisation_after(prepared: Prepared, m: Mention) -> Span | None:
    """ ", of the force's Professional Standards Department," or " of Kent Police" after a name: the unit first."""
    page = prepared.page
    limit = min(page.near(m.start).end, m.end + _REACH)
    speech = next((h.start for h in prepared.scan.between("speech", m.end, limit)), limit)
    found: Span | None = None
    for hit in _organisations(prepared, m.end, speech):
        lead = page.low[m.end : hit.start]
        if (
            not lead.startswith((",", " of ", " from ", " (", " at "))
            or " who " in lead
            or "." in lead.replace("insp.", "")
        ):
            break
        span = _widen(page.text, hit, m.end)
        if found is None or hit.kind == "speaker_org":
            found = span
        if hit.kind == "speaker_org":
            break
    return found


def _organisation_before(prepared: Prepared, m: Mention) -> Span | None:
    """ "IPCC Commissioner Ann Lee", "The IOPC's regional director, Ann Lee", "the Met's Commander Ann Lee"."""
    page = prepared.page
    s = page.near(m.start)
    for hit in reversed(list(_organisations(prepared, max(s.start, m.start - 60), m.start))):
        gap = page.low[hit.end : m.start].strip(" ,'s\u2019")
        words = gap.split()
        if len(words) > 6 or any(
            w in ("said", "told", "and", "by", "that", "was", "before", "from", "to", "when") for w in words
        ):
            return None
        if (
            not words
            or any(h.start >= hit.end for h in prepared.scan.between("role", hit.end, m.start + 1))
            or page.low.startswith("'s", hit.end)
        ):
            return _widen(page.text, hit, s.start)
    return None


def _widen(text: str, hit: Hit, floor: int) -> Span:
    """A unit with the capitalised words before it that belong to its name ("Kent and Essex Serious Crime Directorate")."""
    if hit.kind != "speaker_org":
        return hit.start, hit.end
    left = _LEFT.search(text, max(floor, hit.start - 40), hit.start)
    start = left.start() if left else hit.start
    while text.startswith(("and ", "& ", "The "), start):
        start = text.index(" ", start) + 1
    return min(start, hit.start), hit.end
