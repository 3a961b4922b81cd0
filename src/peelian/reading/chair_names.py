"""Chairs' names: how the name and the role of one who presides are read from a few words.

``role_in`` and ``name_in`` read a stretch; the rest tells names from titles, places and honours.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.given_words import given_words
from peelian.reading.model import Span
from peelian.reading.page import CAPITALS, HYPHENS
from peelian.reading.persons import INSPECTING, SENIOR, Mention
from peelian.reading.prepared import Prepared

CAPITALISED: Final = rf"[{CAPITALS}][\w\u2019']*(?:[{HYPHENS}][{CAPITALS}][\w\u2019']+)*"
NAME: Final = re.compile(
    rf"(?:(?:(?:T/)?(?:CC|DCC|ACC|AC|DAC|Cmdr|Supt|Ch Supt|C/Supt|Det Supt)|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Professor|Prof|Cllr|His Honour|Her Honour|HH|Judge)\.? )*((?:[A-Z]\.? ?){{0,3}}(?:{CAPITALISED} ){{0,3}}{CAPITALISED})"
)
TITLE_WORD: Final = re.compile(
    r"\b(?:legally|qualified|dismiss(?:ed|al)|chair\w*|justice|judge|recorder|lqc|lqp|panel|tribunal|hearing|independent|chief|assistant|deputy|constable|commander|commissioner|superintendent|member|police|misconduct|conviction|convicted|sentence|gross|the|nominee|person|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)
#: What else has a chair or decides: courts, and societies of all kinds.
NO_PANEL: Final = re.compile(
    r"\b(?:magistrates?|bench|court|jury|trial|parole|charity|trustees|committee|meetings|allotments?|societ(?:y|ies)|clubs?|associations?|federation)\b"
)
_HONOURS: Final = re.compile(r"(?:,? (?:QC|KC|QPM|KPM|CBE|OBE|MBE|JP|LQC|LQP))+\Z")
_TITLE_BEHIND: Final = re.compile(r"(?<=\w\w)(?: \(?(?:Panel )?Chair(?:man|woman|person)?)\Z")
_AFTER_ROLE: Final = re.compile(r"[,:]? ?(?:\((?:lqc|chair)\) ?)?,? ?")


_BARE: Final = ("chair", "barrister")  # said only where nothing plainer is


def role_in(prepared: Prepared, start: int, end: int) -> Span | None:
    """The first words in ``[start, end)`` that say what the chair is: a senior rank or a chair's title."""
    scan = prepared.scan
    hits = [h for h in scan.between("chair_role", start, end) if h.end <= end and h.value != "bench"]
    hits += [h for h in scan.between("rank", start, end) if h.end <= end and h.value in SENIOR]
    low = prepared.page.low
    if not hits:  # "Chaired by: Chief Inspector B Lee", of a meeting
        hits = [
            h
            for h in scan.between("rank", start, end)
            if h.end <= end and h.value in INSPECTING and not low[start : h.start].strip()
        ]
    if not hits:
        return None
    best = min(hits, key=lambda h: (low[h.start : h.end] in _BARE, h.start))
    longer = next((h for h in hits if best.start < h.start < best.end < h.end), None)
    best = longer or best  # "Essex Police |Chief Constable| Lee" is no "police chief"
    first = best.start
    for lead in (
        "legally qualified ",
        "legally-qualified ",
        "deputy ",
        "assistant ",
        "acting ",
        "temporary ",
        "t/",
        "independent ",
    ):
        if low[max(start, first - len(lead)) : first] == lead:
            first -= len(lead)
    return first, best.end


def name_in(prepared: Prepared, start: int, end: int, role: Span | None) -> Span | None:
    """The first person's name in ``[start, end)``."""
    text = prepared.page.text
    at = start
    while at < end:
        found = NAME.search(text, at, end)
        if found is None:
            return None
        a, b = found.span(1)
        if role is not None and a < role[0] < b:  # "Mrs P. Threlkeld LQC"
            b = a + len(text[a : role[0]].rstrip())
        b = a + len(_TITLE_BEHIND.sub("", text[a:b]))  # "Thurstan Yelland Chair"
        words = text[a:b]
        if role is not None and a < role[1] and b > role[0]:
            at = role[1] if role[1] > at else b
            continue
        if (
            _titles(words)
            or is_place(prepared, a, b)
            or (" " not in words.strip() and found.start() == a and len(words) < 3)
        ):
            at = b
            continue
        return without_honours(text, a, b)
    return None


def _titles(words: str) -> bool:
    """Whether words hold one of a title or a day, other than as a given name: "April King", "Justice Moss"."""
    first, _, rest = words.partition(" ")
    named = bool(rest) and first.lower() in given_words() and "." not in rest
    return TITLE_WORD.search(rest if named else words) is not None


# What opens the next part of a paper that runs on without points: "LQC Mr Owen Hale Allegations that he ...".
_NEXT_PART: Final = re.compile(
    r" (?:Alleg(?:ed|ations?)|Dismiss(?:ed|al)|Found|Findings?|Panel|Misconduct|Gross|Outcome|Hearing|Venue|Breach(?:ed|es)?|Standards?|Final|Written|Proven|Proved|Admitted|Convicted|Accused|Charged|Accepted|Denied|Not|No|Would|That|Use|Honesty"
    r"|Sent|Struck|Used|Accessed|Made|Failed|Took|Stole|Lied|Drove|Kept|Posted|Shared|Pursued|Attended|Claimed|Falsified|Submitted|Disclosed|Viewed|Searched|Misused|Assaulted|Formed|Engaged|Conduct|Conviction|Late|Guilty|Sentence|Appeal|Slept|Abuse|Inappropriate|Sexual|While|When|He|She)\b"
)


def without_honours(text: str, start: int, end: int) -> Span:
    """A name's span without the letters after it (``QC``, ``LQC``), and without the next part of what runs on."""
    part = _NEXT_PART.search(text, start, end)
    end = part.start() if part is not None else end
    found = _HONOURS.search(text, start, end)
    return (start, found.start()) if found else (start, end)


def is_place(prepared: Prepared, start: int, end: int) -> bool:
    """Whether a force, a court or a rank stands in ``[start, end)``."""
    scan = prepared.scan
    if any(
        h.start < end and h.end > start
        for kind in ("force", "court", "rank")
        for h in scan.between(kind, start - 30, end)
    ):
        return True
    # "Chief Constable of Norfolk"
    of = prepared.page.low.endswith("of ", 0, start)
    return of and any(h.start == start for h in scan.between("force_weak", start, end))


def name_span(prepared: Prepared, m: Mention) -> Span:
    """The fullest name of the person mentioned, if the document gives one."""
    person = m.person
    if person is not None and person.name_span is not None and len(m.tokens) < 2:
        return person.name_span
    hyphened = re.compile(r"-?[\w\u2019']+").match(prepared.page.text, m.name_end)
    cut = prepared.page.text[m.name_end - 1] == "-" and hyphened is not None
    end = hyphened.end() if cut and hyphened is not None else m.name_end
    return without_honours(prepared.page.text, m.name_start, end)


def past_lead(low: str, at: int, stop: int) -> int:
    """Where a name may begin after the words of a role."""
    found = _AFTER_ROLE.match(low, at, stop)
    return found.end() if found else at
